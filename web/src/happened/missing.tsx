/** The missing link as a shape: what they had, a hole in time, what they had after it, and which services have that shape. */
import { type InvestigationTold, type MissingTold, sayClock } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { Name } from "../things/name.tsx";
import { Places } from "./places.tsx";
import { happenedWords } from "./words.ts";

export function Missing({ told }: { readonly told: InvestigationTold }) {
  const words = useWords(happenedWords);
  if (told.missing.length === 0) return null;
  return (
    <section aria-labelledby="happened-missing">
      <h2 id="happened-missing">{words.missing}</h2>
      {told.missing.map((link) => (
        <OneLink key={`${link.from} ${link.gives.join()}`} link={link} />
      ))}
    </section>
  );
}

function OneLink({ link: { takes, gives, fits, from, to, rows } }: { readonly link: MissingTold }) {
  const words = useWords(happenedWords);
  return (
    <div className="happened-missing">
      {takes.length === 0 ? null : <Chips title={words.missingTakes} of={takes} />}
      <p className="happened-hole">
        <span aria-hidden="true">?</span>
        {words.missingHole(sayClock(from), sayClock(to))}
        <Places rows={rows} />
      </p>
      <Chips title={words.missingGives} of={gives} />
      {fits.length === 0 ? (
        <p>{words.missingNone}</p>
      ) : (
        <>
          <p className="quiet">{words.missingFits}</p>
          <ol className="happened-fits">
            {fits.map(({ flow, title }) => (
              <li key={flow}>
                <Name>{title}</Name>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

function Chips({ title, of }: { readonly title: string; readonly of: readonly string[] }) {
  return (
    <div className="happened-chips">
      <p className="quiet">{title}</p>
      <ul>
        {of.map((each) => (
          <li key={each}>
            <Name>{each}</Name>
          </li>
        ))}
      </ul>
    </div>
  );
}
