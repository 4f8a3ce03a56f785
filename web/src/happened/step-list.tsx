/** The same steps as the picture, as a list: when, whose, what, on which rows it rests, and what it needed from which step. */
import type { InvestigationTold, StepTold } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { Name } from "../things/name.tsx";
import { shownOf } from "./open-list.tsx";
import { Places } from "./places.tsx";
import { happenedWords } from "./words.ts";

export function StepList({ told: { steps } }: { readonly told: InvestigationTold }) {
  const words = useWords(happenedWords);
  const shown = shownOf(steps.length);
  const one = (step: StepTold, i: number) => (
    <li key={i} className={`${step.actor}${step.isUnseen ? " unseen-step" : ""}`}>
      <time>{sayWhen(step, steps[i - 1])}</time>
      <div>
        <p>
          <span className="quiet">
            {step.actorSaid} · <Name>{step.institutionName}</Name>
          </span>
          <br />
          <b>
            <Name>{step.title}</Name>
          </b>
        </p>
        {step.isUnseen ? <p className="quiet">{words.unseenRow}</p> : null}
        {step.orElse.length === 0 ? null : <p className="quiet">{words.orElse(step.orElse)}</p>}
        <Rests step={step} steps={steps} />
      </div>
    </li>
  );
  return (
    <>
      <ol className="happened-steps" aria-label={words.chain}>
        {steps.slice(0, shown).map(one)}
      </ol>
      {steps.length === shown ? null : (
        <details className="happened-fold">
          <summary>{words.theRest(steps.length - shown)}</summary>
          <ol className="happened-steps" start={shown + 1} aria-label={words.theRest(steps.length - shown)}>
            {steps.slice(shown).map((step, i) => one(step, shown + i))}
          </ol>
        </details>
      )}
    </>
  );
}

function Rests({
  step: { rows, rests, isUnseen },
  steps,
}: {
  readonly step: StepTold;
  readonly steps: readonly StepTold[];
}) {
  const words = useWords(happenedWords);
  if (rests.length === 0 && (isUnseen || rows.length === 0)) return null;
  return (
    <details className="happened-fold">
      <summary>{words.restsOn(isUnseen ? 0 : rows.length)}</summary>
      {isUnseen ? null : <Places rows={rows} />}
      {rests.length === 0 ? null : (
        <ul className="happened-rests">
          {rests.map(({ said, on }) => (
            <li key={said} className="quiet">
              <Name>
                {on === undefined
                  ? words.neededFromBefore(said)
                  : words.neededBy(said, steps[on]?.title ?? "")}
              </Name>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

/** The day where it is another than that of the step before; a stretch where no moment is known. */
export function sayWhen({ from, to }: StepTold, before?: StepTold): string {
  const day = from.slice(0, 10);
  const clock = from.slice(11, 16);
  const begins =
    before !== undefined && before.from.slice(0, 10) === day ? clock : `${day.slice(5)} ${clock}`;
  if (from.slice(0, 16) === to.slice(0, 16)) return begins;
  const ends = to.slice(0, 10) === day ? to.slice(11, 16) : `${to.slice(5, 10)} ${to.slice(11, 16)}`;
  return `${begins}–${ends}`;
}
