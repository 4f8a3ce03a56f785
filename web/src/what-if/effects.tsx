/** Each loss that changes for one who has everything, with the way that shows it. */
import { isWorse } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import type { EffectSaid } from "./asking.ts";
import { Steps } from "./steps.tsx";
import { whatIfWords } from "./words.ts";

export function Effects({ effects }: { readonly effects: readonly EffectSaid[] }) {
  const words = useWords(whatIfWords);
  return (
    <>
      <h2>{words.effects}</h2>
      {effects.length === 0 ? (
        <p>{words.noEffects}</p>
      ) : (
        <ul className="what-if-effects">
          {effects.map((effect) => (
            <li key={`${effect.kind} ${effect.goal}`} className={isWorse(effect) ? "worse" : "better"}>
              <OneEffect effect={effect} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function OneEffect({ effect }: { readonly effect: EffectSaid }) {
  const words = useWords(whatIfWords);
  const { kind, what, before, after, stillPossible, way } = effect;
  const isOfBefore =
    kind === "closed" || kind === "later" || kind === "ruled-out" || kind === "no-longer-gained";
  return (
    <>
      <p>
        <strong>{words[kind]}</strong> · {what}
        {before === null && after === null ? null : ` (${before ?? "–"} → ${after ?? "–"})`}
      </p>
      {stillPossible ? <p className="what-if-doubt">{words.stillPossible}</p> : null}
      {way.length === 0 ? null : (
        <details>
          <summary>{isOfBefore ? words.wayBefore : words.wayNow}</summary>
          <Steps way={way} />
        </details>
      )}
    </>
  );
}
