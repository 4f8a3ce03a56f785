/**
 * Steps of one way as the picture the audit draws, where there is no case to ask: a lane for each institution, time from
 * left to right, a line from every step to what rested on it. It is for eyes; the list beside it says the same to
 * everybody else.
 */
import { type ReactNode, useMemo, useRef } from "react";
import { SavePicture } from "../pictures/save-picture.tsx";
import { layChain } from "./chain-layout.ts";
import { ChainLines } from "./chain-lines.tsx";
import type { ChainView } from "./chain-view.ts";
import { useWidth } from "./use-stay-put.ts";
import "./chain.css";

export interface DrawnStep {
  readonly institution: string;
  readonly institutionName: ReactNode;
  readonly fromMinutes: number;
  readonly toMinutes: number;
  /** The three lines of its card. */
  readonly top: ReactNode;
  readonly title: ReactNode;
  readonly below: ReactNode;
  /** How its card looks. */
  readonly look: string;
  /** Steps it rests on, by their place; the line is heavy where both ends are sure. */
  readonly rests: readonly number[];
  readonly isSure: boolean;
}

interface StepsPictureProps {
  /** In the order of time. */
  readonly steps: readonly DrawnStep[];
  readonly label: string;
  readonly look: string;
}

const tones = 4;

export function StepsPicture({ steps, label, look }: StepsPictureProps) {
  const scroller = useRef<HTMLElement>(null);
  const width = useWidth(scroller);
  const view = useMemo(() => viewOfSteps(steps), [steps]);
  const lanes = useMemo(() => [...new Set(steps.map(({ institution }) => institution))], [steps]);
  const picture = useMemo(() => layChain(view, lanes, width), [view, lanes, width]);
  const nameOf = new Map(steps.map(({ institution, institutionName }) => [institution, institutionName]));
  return (
    <>
      <section
        ref={scroller}
        className={`chain-scroller ${look}`}
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        tabIndex={0}
      >
        <div className="chain-space" style={{ width: picture.width, height: picture.height }}>
          <div className="chain-names" aria-hidden="true">
            {picture.lanes.map(({ institution, y }) => (
              <span key={institution} className="chain-name" style={{ top: y }}>
                <strong>{nameOf.get(institution) ?? institution}</strong>
              </span>
            ))}
          </div>
          <div
            className="chain-canvas"
            aria-hidden="true"
            style={{ top: 0, width: Math.max(picture.width, width), height: picture.height }}
          >
            {picture.lanes.map(({ institution, y, height }, i) => (
              <div key={institution} className={`chain-lane tone-${i % tones}`} style={{ top: y, height }} />
            ))}
            <ChainLines view={view} picture={picture} dead={view.cards.map(() => false)} />
            {steps.map((step, i) => {
              const box = picture.boxes[i];
              return box === undefined ? null : (
                <div
                  key={view.cards[i]?.id}
                  className={`chain-card ${step.look}`}
                  style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
                >
                  <div className="chain-face">
                    <p className="card-top">
                      <span className="card-time">{step.top}</span>
                    </p>
                    <p className="card-title">{step.title}</p>
                    <p className="card-gives">{step.below}</p>
                  </div>
                </div>
              );
            })}
          </div>
        </div>
      </section>
      <SavePicture of={scroller} within=".chain-space" what="steps" />
    </>
  );
}

/** A line that would run back in time is not drawn: a step dated by its day alone may come before what it rested on. */
function viewOfSteps(steps: readonly DrawnStep[]): ChainView {
  return {
    cards: steps.map(({ institution, fromMinutes, toMinutes }, i) => ({
      id: `step ${i}`,
      kind: "step",
      nodes: [i],
      institution,
      fromMinutes,
      toMinutes,
      stage: 0,
    })),
    links: steps.flatMap(({ rests, isSure }, to) =>
      [...new Set(rests)].flatMap((from) =>
        from >= to
          ? []
          : [
              {
                from,
                to,
                kind: "first" as const,
                isOfWay: isSure && steps[from]?.isSure === true,
                isQuiet: false,
              },
            ],
      ),
    ),
  };
}
