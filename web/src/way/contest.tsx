/** How to contest a step: whom to call and when, what to say, what they could be asked to change, what one can do oneself. */
import type { MeasureAnswer } from "../../../src/questions/index.ts";
import type { ToldStep } from "../../../src/reach/index.ts";
import { isStandIn } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { Contacts } from "../cut/how-to.tsx";
import { MeasureSwitch } from "../cut/measure-switch.tsx";
import { duration, measureOf, useTelling } from "../telling.ts";
import { flowOf } from "./traces.tsx";
import { wayWords } from "./words.ts";

interface ContestProps {
  readonly step: ToldStep;
  /** What has become of it under what is switched on. */
  readonly said: string;
  readonly isStopped: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (measure: string) => void;
}

export function Contest({ step, said, isStopped, chosen, toggle }: ContestProps) {
  const telling = useTelling();
  const own = useWords(wayWords);
  const measures = step.measures.flatMap((id) => measureOf(telling.base, id) ?? []);
  const switches = (of: readonly MeasureAnswer[]) =>
    of.map((measure) => (
      <MeasureSwitch
        key={measure.id}
        measure={measure}
        isOn={chosen.has(measure.id)}
        toggle={toggle}
        hasWho
      />
    ));
  const theirs = measures.filter(({ by }) => by === "institution");
  const mine = measures.filter(({ by }) => by === "person");
  return (
    <section className="contest" aria-labelledby="contest">
      <h4 id="contest">{own.contest}</h4>
      {step.institution === "things" ? <p>{own.byHand}</p> : <Call step={step} />}
      {measures.length === 0 ? <p>{own.noMeasure}</p> : null}
      <p className={isStopped ? "details-state stopped" : "details-state"} role="status">
        {said}
      </p>
      {theirs.length === 0 ? null : <h5>{own.askThem}</h5>}
      {switches(theirs)}
      {mine.length === 0 ? null : <h5>{own.yourself}</h5>}
      {switches(mine)}
    </section>
  );
}

function Call({ step }: { readonly step: ToldStep }) {
  const telling = useTelling();
  const own = useWords(wayWords);
  const contacts = telling.data.catalog.institutions.get(step.institution)?.contacts ?? [];
  const hasRecord = flowOf(telling, step)?.leaves.some(({ kind }) => kind === "record") === true;
  return (
    <>
      {contacts.length > 0 ? <Contacts contacts={contacts} /> : null}
      {contacts.length > 0 || isStandIn(step.institution) ? null : <p className="quiet">{own.noContacts}</p>}
      <ul className="contest-say">
        <li>{own.contestSay}</li>
        {hasRecord ? <li>{own.contestRecord}</li> : null}
        {step.discretion === true ? <li>{own.contestDiscretion}</li> : null}
        {step.delayMinutes === undefined || step.delayMinutes === 0 ? null : (
          <li>{own.contestDelay(duration(telling, step.delayMinutes))}</li>
        )}
      </ul>
    </>
  );
}
