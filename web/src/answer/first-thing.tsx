/** The one thing to do first, on screen one: what it would change, and the way to how it is done. Never nothing. */
import {
  blocksOfTheNight,
  capitalised,
  firstCalls,
  firstMeasure,
  isAnyPlaceAlone,
  isNear,
  marks,
  nearHelps,
  sayBlockOfTheNight,
  sayQuestion,
  verdictWords,
} from "../../../src/report/index.ts";
import type { Route } from "../app/route.ts";
import { Link, useWords } from "../app/speaking.tsx";
import { useCase } from "../case/case.tsx";
import { sayAlone } from "../cut/saying.ts";
import { sayMeasure, useTelling } from "../telling.ts";
import { sumOf } from "./verdicts.tsx";
import { answerWords } from "./words.ts";

export function FirstThing() {
  const telling = useTelling();
  const { own } = useCase();
  const { base, lang, data } = telling;
  const words = useWords(answerWords);
  const measure = useFirstMeasure();
  if (measure !== undefined) return <Measure measure={measure} />;
  if (isAnyPlaceAlone(base))
    return (
      <div className="first-thing">
        <p>{verdictWords(lang).blockCredit}</p>
      </div>
    );
  const [question] = base.questions;
  const asked = new Set(firstCalls(base, data).flatMap(({ conditions }) => conditions));
  // What is asked for on the telephone stands with the numbers.
  const blocks = blocksOfTheNight(base);
  const others = blocks.filter(({ condition }) => !asked.has(condition));
  if (question !== undefined && base.losses.some(isNear))
    return (
      <div className="first-thing">
        <p className="first-eyebrow">{verdictWords(lang).findOut}</p>
        <p className="first-what">{capitalised(sayQuestion({ world: data, lang }, question))}</p>
        <p>{words.noHabitFirst}</p>
      </div>
    );
  if (blocks.length > 0)
    return (
      <div className="first-thing">
        <p>{words.noHabitStops}</p>
        {others.length === 0 ? null : (
          <>
            <p className="first-eyebrow">{words.inTheNight}</p>
            <ul>
              {others.map((power) => (
                <li key={power.condition}>{sayBlockOfTheNight({ world: data, lang }, power)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    );
  if (own === undefined) return null;
  return (
    <div className="first-thing">
      <p className="first-eyebrow">{words.firstThing}</p>
      <p className="first-what">{words.enterRest}</p>
      <p>{words.nextThings}</p>
      <p>
        <Link to={{ at: "person", id: own, view: "things" }} className="primary">
          {words.things}
        </Link>
      </p>
    </div>
  );
}

/** What most of what is taken or near hangs on; else the first of what stops all of it. */
function useFirstMeasure(): string | undefined {
  return firstMeasure(useTelling().base);
}

function Measure({ measure }: { readonly measure: string }) {
  const telling = useTelling();
  const { base, lang } = telling;
  const { own, alone, chosen, toggle } = useCase();
  const words = useWords(answerWords);
  const list: Route =
    own === undefined ? { at: "founding", view: "list" } : { at: "person", id: own, view: "list" };
  const by = alone.get(measure);
  const hasReached = base.losses.some(({ reachable }) => reachable);
  const nearMoved = nearHelps(base).find((help) => help.measure === measure)?.losses ?? [];
  return (
    <div className="first-thing">
      <p className="first-eyebrow">{words.firstThing}</p>
      <p className="first-what">{sayMeasure(telling, measure)}</p>
      {by === undefined || !hasReached ? null : (
        <p>
          {by.remaining.length === 0 && !by.lockedOut
            ? words.allReadStopped
            : capitalised(sayAlone(telling, by))}
          {marks[lang].stop}
        </p>
      )}
      <p>
        {nearMoved.length === 0
          ? capitalised(words.unreadStays)
          : words.notRuledOutHarder(sumOf(telling, nearMoved))}
        {marks[lang].stop}
      </p>
      <p>
        {/* The list tells how what was chosen is done; without this it would be empty. */}
        <Link
          to={list}
          className="primary"
          onClick={() => (chosen.has(measure) ? undefined : toggle(measure))}
        >
          {words.howFirst}
        </Link>
      </p>
    </div>
  );
}
