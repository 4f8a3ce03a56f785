/** How soon it goes, what it costs the owners, and what each measure would do by itself. */
import { useWords } from "../app/speaking.tsx";
import type { Exposed, MeasureSaid, OwnersSaid, SoonSaid } from "./counting.ts";
import { drawnOf, Shares } from "./groups.tsx";
import { whatIfWords } from "./words.ts";

export function Soon({ soon: { people, isAtAnHour, by } }: { readonly soon: SoonSaid }) {
  const words = useWords(whatIfWords);
  if (by.length === 0) return null;
  return (
    <Shares
      title={words.soon}
      means={[words.soonMeans(people), ...(isAtAnHour ? [] : [words.soonAnyHour])].join(words.gap)}
      rows={by.map(({ within, before, after }) => ({ name: words.within(within), before, after }))}
    />
  );
}

export function Owners({ owners }: { readonly owners: readonly OwnersSaid[] }) {
  const words = useWords(whatIfWords);
  const used = owners.flatMap(({ occasion, services }) =>
    services.map(({ name, of, before, after }) => ({
      // Of one service it is plain which is meant.
      name: `${words[occasion]}${services.length > 1 ? `${words.colon}${name}` : ""}${words.aboutPeople(of)}`,
      before,
      after,
    })),
  );
  const moved = owners.flatMap(({ occasion, things }) => things.map((each) => ({ occasion, ...each })));
  if (used.length === 0 && moved.length === 0) return null;
  return (
    <>
      <h2>{words.owners}</h2>
      {moved.length === 0 ? (
        <p>{words.noOwner}</p>
      ) : (
        <ul className="what-if-shifts">
          {moved.map(({ occasion, what, lost, won }) => (
            <li key={`${occasion} ${what}`} className={lost > 0 ? "worse" : "better"}>
              {words[occasion]}
              {words.colon}
              {[
                ...(lost > 0 ? [words.getsNoMore(what, lost)] : []),
                ...(won > 0 ? [words.getsAgain(what, won)] : []),
              ].join(words.comma)}
            </li>
          ))}
        </ul>
      )}
      {used.length === 0 ? null : (
        <Shares hasLongNames title={words.uses} means={words.usesMeans} rows={used} />
      )}
    </>
  );
}

interface MeasuresProps {
  readonly measures: readonly MeasureSaid[];
  /** With none of them. */
  readonly today: Exposed;
}

export function Measures({ measures, today }: MeasuresProps) {
  const words = useWords(whatIfWords);
  if (measures.length === 0) return null;
  return (
    <>
      <h2>{words.byMeasure}</h2>
      <Shares
        hasLongNames
        title={words.withMeasure}
        means={words.byMeasureMeans}
        rows={measures.map(({ title, isEverywhere, exposed }) =>
          drawnOf(isEverywhere ? `${title} ${words.everywhere}` : title, today, exposed),
        )}
      />
    </>
  );
}
