/** Which shipped rules the institution breaks with the change, and which it broke before. What is not kept is never called so. */

import { designWords, type Lang } from "../../../src/report/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { Name } from "../things/name.tsx";
import type { RuleSaid, RulesSaid } from "./asking.ts";
import { whatIfWords } from "./words.ts";

const states = ["failed", "passed", "open", "not-judged", "not-in-force", "not-bound"] as const;

export function Rules({ said: { rules, counts } }: { readonly said: RulesSaid }) {
  const lang = useLang();
  const words = useWords(whatIfWords);
  const state = designWords(lang);
  const moved = rules.filter(({ isMoved }) => isMoved);
  const still = rules.filter(({ isMoved }) => !isMoved);
  return (
    <>
      <h2>{words.rules}</h2>
      {moved.length === 0 ? (
        <p>{words.noRuleMoved}</p>
      ) : (
        <ul className="what-if-effects what-if-rules">
          {moved.map((rule) => (
            <li key={rule.id} className={rule.direction}>
              <Rule rule={rule} lang={lang} />
            </li>
          ))}
        </ul>
      )}
      {still.length === 0 ? null : (
        <details>
          <summary>{words.stillBroken(still.length)}</summary>
          <ul className="what-if-effects what-if-rules">
            {still.map((rule) => (
              <li key={rule.id} className="worse">
                <Rule rule={rule} lang={lang} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="quiet">
        {words.ruleCounts(
          states.filter((each) => counts[each] > 0).map((each) => `${state[each]} ${counts[each]}`),
        )}
      </p>
    </>
  );
}

function Rule({ rule, lang }: { readonly rule: RuleSaid; readonly lang: Lang }) {
  const words = useWords(whatIfWords);
  const state = designWords(lang);
  return (
    <>
      <p>
        <strong>
          {rule.before === rule.after
            ? state[rule.after]
            : words.fromTo(state[rule.before], state[rule.after])}
        </strong>{" "}
        · {rule.title}
        {rule.isMoved && rule.direction === "other" && rule.after === "failed" ? (
          <em> — {words.otherwiseBroken}</em>
        ) : null}
      </p>
      {rule.broken.map(({ flow, why, isNew }) => (
        <p key={`${flow} ${why}`}>
          {flow}
          {why === "" ? null : <Name>{words.because(why)}</Name>}
          {isNew ? <em> — {words.newlyBroken}</em> : null}
        </p>
      ))}
      <p className="quiet">
        <Name>{rule.source}</Name>
      </p>
    </>
  );
}
