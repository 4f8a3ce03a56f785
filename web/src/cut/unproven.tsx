/** Measures on which the sources contradict each other: told as not proven, and part of no answer above. */
import { sayMeasure, useTelling } from "../telling.ts";
import type { Deed } from "./deeds.ts";
import { HowTo, isHowKnown } from "./how-to.tsx";
import { sayWhoAndTaking, wordsOfCut } from "./saying.ts";

export function Unproven({ deeds }: { readonly deeds: readonly Deed[] }) {
  const telling = useTelling();
  const words = wordsOfCut(telling.lang);
  const shown = deeds.filter(({ measure }) => measure.isUnproven === true && measure.matters);
  if (shown.length === 0) return null;
  return (
    <section className="answering" aria-labelledby="unproven">
      <h3 id="unproven">{words.unproven}</h3>
      <p className="section-lead">{words.unprovenLead}</p>
      <ul className="side side-measures">
        {shown.map((deed) => (
          <li key={deed.measure.id}>
            <p className="side-title">{sayMeasure(telling, deed.measure.id)}</p>
            <p className="measure-notes">{sayWhoAndTaking(telling, deed)}</p>
            {isHowKnown(deed) ? (
              <details className="how">
                <summary>{words.how}</summary>
                <HowTo deed={deed} />
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
