/**
 * The way to one loss, drawn. The picture is the way that was found with nothing switched on and keeps still: what
 * measures stop is struck out where it stands, and another way, if one remains, is shown only when asked for.
 */
import { useMemo, useState } from "react";
import type { CaseAnswer, FlowInReach } from "../../../src/asking/index.ts";
import type { Loss } from "../../../src/questions/index.ts";
import type { ToldStep, Way } from "../../../src/reach/index.ts";
import { marks, sayCapabilityName } from "../../../src/report/index.ts";
import { duration, named, sayLoss, type Telling, useTelling } from "../telling.ts";
import { isSameWay, statesOf } from "./broken.ts";
import { InReach } from "./in-reach.tsx";
import { StepDetails } from "./step-details.tsx";
import { WayPicture } from "./way-picture.tsx";

interface WayInProps {
  /** As it was found with nothing switched on. */
  readonly loss: Loss;
  readonly now: CaseAnswer;
  readonly inReach: readonly FlowInReach[];
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (measure: string) => void;
}

export function WayIn({ loss, now, inReach, chosen, toggle }: WayInProps) {
  const telling = useTelling();
  const { words, data, base, lang } = telling;
  const [isOtherShown, showOther] = useState(false);
  const [opened, open] = useState<number | undefined>(undefined);
  const first = loss.way;
  const others = useMemo(() => othersOf(inReach, first), [inReach, first]);
  if (first === null) return null;

  const remaining = now.audit.losses.find(({ goal }) => goal === loss.goal)?.way ?? undefined;
  const other = remaining !== undefined && !isSameWay(first.steps, remaining.steps) ? remaining : undefined;
  const way = isOtherShown && other !== undefined ? other : first;
  const states = statesOf(way.steps, chosen);
  const isBroken = statesOf(first.steps, chosen).some(({ kind }) => kind !== "holds");
  const step = opened === undefined ? undefined : way.steps[opened];
  return (
    <section aria-labelledby="way">
      <h2 id="way">{words.way}</h2>
      <p className="way-goal">
        {words.wayTo(sayLoss(telling, loss))}
        <span className="way-size">
          {words.steps(way.steps.length)} · {duration(telling, way.minutes)}
        </span>
      </p>
      <p className="section-lead">
        {named(telling, words.startsWith)}
        {base.held.map((held) => sayCapabilityName(data, held, lang)).join(marks[lang].list)}
        {marks[lang].sentence}
        {words.wayLead}
      </p>
      <BrokenNote
        isBroken={isBroken}
        isReached={remaining !== undefined}
        other={other}
        isOtherShown={way !== first}
        showOther={showOther}
      />
      <WayPicture way={way} states={states} open={open} />
      <InReach flows={others} />
      {step === undefined || opened === undefined ? null : (
        <StepDetails
          step={step}
          place={words.step(opened + 1)}
          sourceOf={(asked) => sourceIn(telling, way, { step, asked })}
          state={states[opened] ?? { kind: "holds" }}
          chosen={chosen}
          toggle={toggle}
          close={() => open(undefined)}
        />
      )}
    </section>
  );
}

/** Which step gave what is asked; what none gave was there at the start. */
function sourceIn(
  { words }: Telling,
  { steps }: Way,
  { step, asked }: { readonly step: ToldStep; readonly asked: string },
): string {
  const from = step.after.find((i) => steps[i]?.gives.includes(asked) === true);
  return from === undefined ? words.fromStart : words.fromStep(from + 1);
}

/** What could be run beside the way that is drawn. */
function othersOf(inReach: readonly FlowInReach[], way: Way | null): readonly FlowInReach[] {
  const shown = new Set(way?.steps.map(({ institution, flow }) => `${institution}/${flow}`));
  return inReach.filter(({ institution, flow }) => !shown.has(`${institution}/${flow}`));
}

interface BrokenNoteProps {
  readonly isBroken: boolean;
  readonly isReached: boolean;
  readonly other: Way | undefined;
  readonly isOtherShown: boolean;
  readonly showOther: (isShown: boolean) => void;
}

/** Has its room kept free, so that nothing below it moves when it appears. */
function BrokenNote({ isBroken, isReached, other, isOtherShown, showOther }: BrokenNoteProps) {
  const telling = useTelling();
  const { words } = telling;
  return (
    <div className="broken-note" aria-live="polite">
      {isBroken ? (
        <p>
          <strong>{words.brokenWay}</strong>{" "}
          {other === undefined
            ? isReached
              ? null
              : words.noOther
            : words.anotherWay({
                steps: other.steps.length,
                duration: duration(telling, other.minutes),
              })}{" "}
          {other === undefined ? null : (
            <button type="button" className="plain" onClick={() => showOther(!isOtherShown)}>
              {isOtherShown ? words.showFirst : words.showAnother}
            </button>
          )}
        </p>
      ) : null}
    </div>
  );
}
