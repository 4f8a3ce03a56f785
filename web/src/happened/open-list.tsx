/** What is still open in the person's name, as a list to work through: what to do, whom to call, how one sees that it is done. */
import { useState } from "react";
import type { InvestigationTold, OpenTold } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { Name } from "../things/name.tsx";
import { Places } from "./places.tsx";
import { happenedWords } from "./words.ts";

export function OpenList({ told }: { readonly told: InvestigationTold }) {
  const words = useWords(happenedWords);
  const [closed, close] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    close((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return (
    <section aria-labelledby="happened-open">
      <h2 id="happened-open">{words.stillOpen}</h2>
      <p className="section-lead">{told.open.length === 0 ? words.stillOpenNone : words.stillOpenLead}</p>
      <ul className="happened-open">
        {told.open.map((each) => (
          <OneOpen key={each.id} open={each} isClosed={closed.has(each.id)} toggle={() => toggle(each.id)} />
        ))}
      </ul>
    </section>
  );
}

interface OneOpenProps {
  readonly open: OpenTold;
  readonly isClosed: boolean;
  readonly toggle: () => void;
}

function OneOpen({ open: { title, what, because, how, seen, call, rows }, isClosed, toggle }: OneOpenProps) {
  const words = useWords(happenedWords);
  return (
    <li className={isClosed ? "closed" : ""}>
      <label>
        <input type="checkbox" checked={isClosed} onChange={toggle} />
        <span>
          <b>{title}</b>
          <span className="happened-what">
            <Name>{what}</Name>
          </span>
        </span>
      </label>
      <div className="happened-how">
        <p className="quiet">
          <Name>{because}</Name> <Places rows={rows} />
        </p>
        <p>{how}</p>
        {call === undefined ? null : (
          <a className="happened-call" href={`tel:${call.tel.replaceAll(/[^\d+]/g, "")}`}>
            <Name>{words.call(call.name)}</Name> <strong>{call.tel}</strong>
          </a>
        )}
        <p className={isClosed ? "happened-seen now" : "happened-seen"}>
          {words.howToSee}
          {seen}
        </p>
      </div>
    </li>
  );
}
