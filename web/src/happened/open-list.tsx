/** What is still open in the person's name, as a list to work through: what to do, whom to call, how one sees that it is done. */
import type { InvestigationTold, OpenTold } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { telAddress } from "../app/tel.ts";
import { Name } from "../things/name.tsx";
import { Places } from "./places.tsx";
import { happenedWords } from "./words.ts";

interface OpenListProps {
  readonly told: InvestigationTold;
  readonly closed: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

export function OpenList({ told, closed, toggle }: OpenListProps) {
  const words = useWords(happenedWords);
  const first = told.open.find(({ id }) => !closed.has(id))?.id;
  const shown = shownOf(told.open.length);
  const one = (each: OpenTold) => (
    <OneOpen
      key={each.id}
      open={each}
      isClosed={closed.has(each.id)}
      isFirst={each.id === first}
      toggle={() => toggle(each.id)}
    />
  );
  return (
    <section aria-labelledby="happened-open">
      <h2 id="happened-open">{words.stillOpen}</h2>
      <p className="section-lead">{told.open.length === 0 ? words.stillOpenNone : words.stillOpenLead}</p>
      <ul className="happened-open">{told.open.slice(0, shown).map(one)}</ul>
      {told.open.length === shown ? null : (
        <details className="happened-fold">
          <summary>{words.theRest(told.open.length - shown)}</summary>
          <ul className="happened-open">{told.open.slice(shown).map(one)}</ul>
        </details>
      )}
    </section>
  );
}

/** A long list begins with its first; of a short one nothing is folded away. */
export const shownOf = (length: number): number => (length > 10 ? 8 : length);

interface OneOpenProps {
  readonly open: OpenTold;
  readonly isClosed: boolean;
  /** The first of those not closed. */
  readonly isFirst: boolean;
  readonly toggle: () => void;
}

function OneOpen({
  open: { title, what, unseen, because, how, seen, call, rows },
  isClosed,
  isFirst,
  toggle,
}: OneOpenProps) {
  const words = useWords(happenedWords);
  return (
    <li className={isClosed ? "closed" : ""}>
      <label>
        <input type="checkbox" checked={isClosed} onChange={toggle} />
        <span>
          <b>{begun(title)}</b>
          <span className="happened-what">
            <Name>{what}</Name>
          </span>
          {unseen === undefined ? null : <span className="happened-unseen">{unseen}</span>}
        </span>
      </label>
      <div className="happened-how">
        {call === undefined ? null : (
          <a className="happened-call" href={telAddress(call.tel)}>
            <Name>{words.call(call.name)}</Name> <strong>{call.tel}</strong>
          </a>
        )}
        {isClosed ? (
          <p className="happened-seen now">
            {words.howToSee}
            {seen}
          </p>
        ) : null}
        <details className="happened-fold" open={isFirst}>
          <summary>{words.howToClose}</summary>
          <p>{how}</p>
          {isClosed ? null : (
            <p className="happened-seen">
              {words.howToSee}
              {seen}
            </p>
          )}
          <p className="quiet">
            {words.whyThis} <Name>{because}</Name> <Places rows={rows} />
          </p>
        </details>
      </div>
    </li>
  );
}

/** A title is a part of a sentence elsewhere. */
export const begun = (title: string): string => title.slice(0, 1).toUpperCase() + title.slice(1);
