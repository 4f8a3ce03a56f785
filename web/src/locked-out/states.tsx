/** What can be got back to and how, what only if one is first, what rests on something unknown, what not at all. */
import type { StateTold } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { lockedOutPageWords } from "./words.ts";

export function States({ states }: { readonly states: readonly StateTold[] }) {
  return states.map((told) => <State key={told.state} told={told} />);
}

function State({ told: { state, title, count, open, groups, mayBeTaken } }: { readonly told: StateTold }) {
  const words = useWords(lockedOutPageWords);
  return (
    <section className={`key-state ${state}`}>
      <h2>
        {title} <span className="quiet">{words.thingsCount(count)}</span>
      </h2>
      {open.length === 0 ? null : (
        <ul className="keys-open">
          {open.map(({ key, what, soonest, how }) => (
            <li key={key}>
              <strong>{what}</strong> <span className="key-soonest">{words.notBefore(soonest)}</span>
              {how === "" ? null : <span className="key-how">{how}</span>}
            </li>
          ))}
        </ul>
      )}
      {mayBeTaken === undefined ? null : (
        <p className="key-doubt">
          {mayBeTaken.said} {mayBeTaken.whats}
        </p>
      )}
      {groups.map(({ keys, whats, doubts }) => (
        <div key={keys.join()} className="key-group">
          <ul>
            {whats.map((what, i) => (
              <li key={keys[i]}>
                <strong>{what}</strong>
              </li>
            ))}
          </ul>
          {doubts.map((doubt) => (
            <p key={doubt} className="key-doubt">
              {doubt}
            </p>
          ))}
        </div>
      ))}
    </section>
  );
}
