/** The face of a card: when, where, what is done, what it needs and what it gives, in as few words as will do. */
import type { StepState } from "../../../src/questions/index.ts";
import type { ToldStep, Way } from "../../../src/reach/index.ts";
import { marks } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { duration, sayShort, useTelling, whereOf } from "../telling.ts";
import type { Words } from "../words.ts";
import { basisWords } from "../words.ts";
import { isAlive } from "./broken.ts";
import { wayWords } from "./words.ts";

interface StepCardProps {
  readonly way: Way;
  readonly index: number;
  readonly state: StepState;
  readonly open: () => void;
}

export function StepCard({ way, index, state, open }: StepCardProps) {
  const telling = useTelling();
  const { words, lang } = telling;
  const own = useWords(wayWords);
  const step = way.steps[index];
  if (step === undefined) return null;
  const separator = marks[lang].list;
  const needs = [...new Set(step.asks.map((asked) => sayShort(telling, asked)))].join(separator);
  const gives = [...new Set(step.gives.map((given) => sayShort(telling, given)))].join(separator);
  const isDoubted = step.basis.unconfirmed || step.assumed !== undefined;
  return (
    <button
      type="button"
      className={`card ${state.kind}${isDoubted ? " doubted" : ""}`}
      aria-haspopup="dialog"
      onClick={open}
    >
      <span className="card-body">
        <span className="card-top">
          <span className="unseen">{words.step(index + 1)} </span>
          {isAlive(state) ? (
            <>
              <span className="card-time">
                {isLater(step, state)
                  ? own.nowAfter(duration(telling, state.minutes))
                  : words.after(duration(telling, step.atMinutes))}
              </span>
              <span className={step.basis.unconfirmed ? "card-basis mark" : "card-basis"}>
                {step.basis.unconfirmed ? words.unconfirmed : basisWords[step.basis.status].word[lang]}
              </span>
            </>
          ) : (
            <span className="card-state">{state.kind === "stopped" ? words.stopped : words.fallsToo}</span>
          )}
        </span>
        <span className="card-where">{whereOf(step, lang)}</span>
        <span className="card-title">{step.title[lang]}</span>
        {needs === "" ? null : (
          <span className="card-needs">
            <span className="unseen">{words.needs} </span>
            {needs}
          </span>
        )}
        <span className="card-gives">
          <span aria-hidden="true">→ </span>
          <span className="unseen">{words.gives} </span>
          {gives === "" ? words.changesState : gives}
        </span>
        {state.kind === "changed" ? <span className="mark">{own.changed}</span> : null}
        {step.discretion === true ? <span className="mark">{sayWhoseYes(words, step)}</span> : null}
        {step.assumed === undefined ? null : <span className="mark">{words.assumed}</span>}
      </span>
    </button>
  );
}

/** Done later under what is switched on than without. */
export const isLater = (
  { atMinutes }: Pick<ToldStep, "atMinutes">,
  state: StepState,
): state is StepState & { readonly minutes: number } =>
  "minutes" in state && state.minutes !== undefined && state.minutes > atMinutes;

/** Whose yes it hangs on, in a word or two. */
const sayWhoseYes = (
  words: Pick<Words, "discretion" | "consent" | "insider">,
  { yesOf }: Pick<ToldStep, "yesOf">,
): string => (yesOf === "owner" ? words.consent : yesOf === "insider" ? words.insider : words.discretion);
