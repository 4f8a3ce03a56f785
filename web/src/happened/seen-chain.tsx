/**
 * What happened as the picture the audit draws: a lane for each institution, time from left to right, a line from every
 * step to what rested on it. What a record shows is solid; what was inferred is dashed. It is for eyes; the list beside it
 * says the same to everybody else.
 */
import { useMemo, useRef } from "react";
import type { InvestigationTold, StepTold } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { useNarrow } from "../app/use-narrow.ts";
import { layChain } from "../chain/chain-layout.ts";
import { ChainLines } from "../chain/chain-lines.tsx";
import type { ChainView } from "../chain/chain-view.ts";
import { useWidth } from "../chain/use-stay-put.ts";
import { SavePicture } from "../pictures/save-picture.tsx";
import { Name } from "../things/name.tsx";
import { sayWhen } from "./step-list.tsx";
import { happenedWords } from "./words.ts";
import "../chain/chain.css";

export function SeenChain({ told }: { readonly told: InvestigationTold }) {
  const isNarrow = useNarrow();
  return isNarrow ? null : <Picture steps={told.steps} />;
}

function Picture({ steps }: { readonly steps: readonly StepTold[] }) {
  const words = useWords(happenedWords);
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
        className="chain-scroller happened-picture"
        aria-label={words.chainPicture}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        tabIndex={0}
      >
        <div className="chain-space" style={{ width: picture.width, height: picture.height }}>
          <div className="chain-names" aria-hidden="true">
            {picture.lanes.map(({ institution, y }) => (
              <span key={institution} className="chain-name" style={{ top: y }}>
                <strong>
                  <Name>{nameOf.get(institution) ?? institution}</Name>
                </strong>
              </span>
            ))}
          </div>
          <div
            className="chain-canvas"
            aria-hidden="true"
            style={{ top: 0, width: Math.max(picture.width, width), height: picture.height }}
          >
            {picture.lanes.map(({ institution, y, height }, i) => (
              <div key={institution} className={`chain-lane tone-${i % 4}`} style={{ top: y, height }} />
            ))}
            <ChainLines view={view} picture={picture} dead={view.cards.map(() => false)} />
            {steps.map((step, i) => {
              const box = picture.boxes[i];
              return box === undefined ? null : (
                <div
                  key={view.cards[i]?.id}
                  className={`chain-card happened-card ${step.actor}${step.isUnseen ? " unseen-step" : ""}`}
                  style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
                >
                  <div className="chain-face">
                    <p className="card-top">
                      <span className="card-time">{sayWhen(step, steps[i - 1])}</span>
                    </p>
                    <p className="card-title">
                      <Name>{step.title}</Name>
                    </p>
                    <p className="card-gives">{step.actorSaid}</p>
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
function viewOfSteps(steps: readonly StepTold[]): ChainView {
  const minuteOf = (moment: string) => Date.parse(moment) / 60_000;
  const seen = new Set<string>();
  return {
    cards: steps.map(({ institution, from, to }, i) => ({
      id: `step ${i}`,
      kind: "step",
      nodes: [i],
      institution,
      fromMinutes: minuteOf(from),
      toMinutes: minuteOf(to),
      stage: 0,
    })),
    links: steps.flatMap(({ rests, isUnseen }, to) =>
      rests.flatMap(({ on: from }) => {
        if (from === undefined || from >= to || seen.has(`${from} ${to}`)) return [];
        seen.add(`${from} ${to}`);
        const isOfWay = !isUnseen && steps[from]?.isUnseen === false;
        return [{ from, to, kind: "first" as const, isOfWay, isQuiet: false }];
      }),
    ),
  };
}
