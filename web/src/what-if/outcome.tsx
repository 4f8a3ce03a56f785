/** How many people, today and with the change, and each loss that changes with the way that shows it. */
import { isWorse } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { whatIfWords } from "./words.ts";
import type { EffectSaid, Share, WhatIfAnswer } from "./worker.ts";

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

export function Outcome({
  answer: { before, after, effects },
  isCounting,
}: {
  readonly answer: WhatIfAnswer;
  readonly isCounting: boolean;
}) {
  const words = useWords(whatIfWords);
  return (
    <div className={isCounting ? "what-if-old" : undefined}>
      <p>{words.of}</p>
      <Bar name={words.before} of={before} />
      <Bar name={words.after} of={after} />
      <p role="status" className="quiet">
        {isCounting ? words.counting : ""}
      </p>
      <h2>{words.effects}</h2>
      {effects.length === 0 ? (
        <p>{words.noEffects}</p>
      ) : (
        <ul className="what-if-effects">
          {effects.map((effect) => (
            <li key={`${effect.kind} ${effect.what}`} className={isWorse(effect) ? "worse" : "better"}>
              <OneEffect effect={effect} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Bar({ name, of: { share, low, high } }: { readonly name: string; readonly of: Share }) {
  const words = useWords(whatIfWords);
  return (
    <div className="what-if-bar">
      <span>{name}</span>
      <strong>{percent(share)}</strong>
      <span className="what-if-track" aria-hidden="true">
        <span style={{ width: percent(share) }} />
      </span>
      <span className="quiet">{words.interval(percent(low), percent(high))}</span>
    </div>
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
          <ol>
            {way.map(({ institution, flow, at, isChanged }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a way goes through the same flow twice
              <li key={i}>
                <span className="quiet">{at}</span> {institution} · {flow}
                {isChanged ? <em> — {words.changedHere}</em> : null}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
