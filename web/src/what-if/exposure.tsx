/** For how many people, today and with the change: all of them, then by group; and for whom it is opened or closed. */
import type { WordsOf } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import type { CountSaid, Exposed, Share } from "./counting.ts";
import { drawnOf, percent, Shares } from "./groups.tsx";
import { whatIfWords } from "./words.ts";

export function Exposure({ count }: { readonly count: CountSaid }) {
  const words = useWords(whatIfWords);
  const { before, after, groups, shifts, population } = count;
  return (
    <>
      <p>{words.of(population)}</p>
      <Pair before={before} after={after} />
      <p className="quiet">{words.possibleMeans}</p>
      {shifts.length === 0 ? null : (
        <>
          <h2>{words.shifts}</h2>
          <ul className="what-if-shifts">
            {shifts.map(({ what, opened, closed }) => (
              <li key={what} className={opened > 0 ? "worse" : "better"}>
                {what}
                {words.colon}
                {[
                  ...(opened > 0 ? [words.openedFor(opened)] : []),
                  ...(closed > 0 ? [words.closedFor(closed)] : []),
                ].join(words.comma)}
              </li>
            ))}
          </ul>
        </>
      )}
      {groups.length === 0 ? null : (
        <Shares
          className="what-if-groups-chart"
          title={words.byGroup}
          means=""
          rows={[
            drawnOf(words.everybody, before, after),
            ...groups.flatMap(({ name, before: was, after: is }) =>
              was === null || is === null ? [] : [drawnOf(nameOf(name, words), was, is)],
            ),
          ]}
        />
      )}
      {groups.length === 0 ? null : (
        <details className="what-if-groups">
          <summary>{words.groupFigures}</summary>
          {groups.map(({ name, of, before: was, after: is }) => (
            <section key={name}>
              <p className="what-if-group">{words.group(nameOf(name, words), of)}</p>
              {was === null || is === null ? <p>{words.nobodyOf}</p> : <Pair before={was} after={is} />}
            </section>
          ))}
        </details>
      )}
    </>
  );
}

/** A test holds that every group of the population here has its words. */
const nameOf = (name: string, words: WordsOf<typeof whatIfWords>): string =>
  name in words ? words[name as "age: over-59"] : name;

function Pair({ before, after }: { readonly before: Exposed; readonly after: Exposed }) {
  const words = useWords(whatIfWords);
  return (
    <>
      <Bar name={words.before} exposed={before} />
      <Bar name={words.after} exposed={after} />
    </>
  );
}

function Bar({ name, exposed: { read, possible } }: { readonly name: string; readonly exposed: Exposed }) {
  const words = useWords(whatIfWords);
  return (
    <div className="what-if-bar">
      <span>{name}</span>
      <strong>{percent(read.share)}</strong>
      <span className="what-if-track" aria-hidden="true">
        <span className="possible" style={{ width: percent(possible.share) }} />
        <span style={{ width: percent(read.share) }} />
      </span>
      <span className="quiet">
        {words.interval(...ends(read))}
        {words.comma}
        {words.possible(percent(possible.share))}
      </span>
    </div>
  );
}

const ends = ({ low, high }: Share) => [percent(low), percent(high)] as const;
