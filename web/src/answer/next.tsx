/** One thing to do after reading an answer: make the list; with nothing to stop, look whether all is entered. */
import type { Route } from "../app/route.ts";
import { Link, useWords } from "../app/speaking.tsx";
import { useCase } from "../case/case.tsx";
import { openIn } from "../cut/saying.ts";
import { answerWords } from "./words.ts";

export function Next() {
  const { own, base } = useCase();
  const words = useWords(answerWords);
  const to = (view: "list" | "red-card" | "things"): Route =>
    own === undefined ? { at: "founding", view: "list" } : { at: "person", id: own, view };
  const isOpen = openIn(base.audit).remaining.length > 0;
  return (
    <section aria-labelledby="next" className="next">
      <h2 id="next">{words.next}</h2>
      {isOpen ? (
        <>
          <p>{words.nextList}</p>
          <p>
            <Link to={to("list")} className="primary">
              {words.makeList}
            </Link>
          </p>
        </>
      ) : own === undefined ? null : (
        <>
          <p>{words.nextThings}</p>
          <p>
            <Link to={to("things")} className="primary">
              {words.things}
            </Link>
          </p>
        </>
      )}
      {own === undefined ? null : (
        <p className="next-card">
          {words.nextCard} <Link to={to("red-card")}>{words.card}</Link>
        </p>
      )}
    </section>
  );
}
