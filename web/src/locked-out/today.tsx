/** What to do today, the most useful first, each with how; taken over into the list of things to do by one touch. */
import type { LockedOutAnswer } from "../../../src/questions/index.ts";
import type { LockedOutTold } from "../../../src/report/index.ts";
import { Link, useWords } from "../app/speaking.tsx";
import { useCase } from "../case/case.tsx";
import { caseRoute } from "../case/case-route.ts";
import { useTelling } from "../telling.ts";
import { lockedOutPageWords } from "./words.ts";

interface TodayProps {
  readonly told: LockedOutTold;
  readonly answer: LockedOutAnswer;
}

export function Today({ told: { today }, answer }: TodayProps) {
  const { lang } = useTelling();
  const { own, chosen, choose } = useCase();
  const words = useWords(lockedOutPageWords);
  if (today === undefined) return null;
  const howOf = (measure: string | undefined) =>
    answer.catalogue.find(({ id }) => id === measure)?.how?.[lang];
  const isListed = answer.together.every((measure) => chosen.has(measure));
  return (
    <section className="locked-out-today" aria-labelledby="today">
      <h2 id="today">{today.title}</h2>
      {today.nothing === undefined ? null : <p>{today.nothing}</p>}
      <ol>
        {today.items.map(({ measure, title, opens }) => {
          const how = howOf(measure);
          return (
            <li key={title + opens}>
              <strong>{title}</strong>
              <p className="quiet">{opens}</p>
              {how === undefined ? null : (
                <details>
                  <summary>{words.how}</summary>
                  <p>{how}</p>
                </details>
              )}
            </li>
          );
        })}
      </ol>
      {today.together === undefined ? null : <p>{today.together}</p>}
      {today.left === undefined ? null : <p className="key-doubt">{today.left}</p>}
      {answer.together.length === 0 ? null : (
        <p>
          {/* The list tells whom to call and what they will ask. */}
          <Link
            to={caseRoute(own, "list")}
            className="primary"
            onClick={() => choose([...chosen, ...answer.together])}
          >
            {isListed ? words.onList : words.toList}
          </Link>
        </p>
      )}
    </section>
  );
}
