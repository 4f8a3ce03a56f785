/**
 * What to do: the chosen measures as things one does, the one that cuts most first, each with how, with whom and what
 * they will ask. Ticked here, done in the world; and it prints.
 */

import { useMemo } from "react";
import { foundCut } from "../../../src/questions/index.ts";
import { isNear } from "../../../src/report/index.ts";
import type { Route } from "../app/route.ts";
import { Link, useWords } from "../app/speaking.tsx";
import { useCase } from "../case/case.tsx";
import { deedsOf } from "../cut/deeds.ts";
import { openIn, sayOpen } from "../cut/saying.ts";
import { sayMeasure, useTelling } from "../telling.ts";
import { Asking } from "./asking.tsx";
import "./list.css";
import { listedOf } from "./listed.ts";
import { Progress } from "./progress.tsx";
import { TodoItem } from "./todo-item.tsx";
import { type Ordered, useOrder } from "./use-order.ts";
import { listWords } from "./words.ts";

export function ListPage() {
  const telling = useTelling();
  const { lang, data } = telling;
  const { chosen, done } = useCase();
  const words = useWords(listWords);
  const ordered = useOrder();
  const isEmpty = chosen.size === 0 && done.size === 0;
  return (
    <main className="list">
      <header className="list-head">
        <h1>{words.title}</h1>
        <p className="list-of">{data.person.name[lang]}</p>
        {isEmpty ? null : <p className="lead">{words.lead}</p>}
      </header>
      {isEmpty ? <Empty /> : ordered === undefined ? null : <Full ordered={ordered} />}
    </main>
  );
}

function useViews(): { readonly answer: Route; readonly redCard: Route | undefined } {
  const { own } = useCase();
  return own === undefined
    ? { answer: { at: "founding", view: "answer" }, redCard: undefined }
    : {
        answer: { at: "person", id: own, view: "answer" },
        redCard: { at: "person", id: own, view: "red-card" },
      };
}

/** The list begins with one touch: the least somebody can do by themselves. */
function Empty() {
  const telling = useTelling();
  const { base } = telling;
  const { choose } = useCase();
  const words = useWords(listWords);
  const { answer } = useViews();
  const cut = foundCut(base.cuts.person);
  if (openIn(base).remaining.length === 0 && base.losses.some(isNear))
    return (
      <div className="list-empty">
        <p>{words.nothingReadToStop}</p>
        <p>
          <Link to={answer}>{words.emptyChoose}</Link>
        </p>
      </div>
    );
  if (openIn(base).remaining.length === 0) return <p className="list-empty">{words.nothingToStop}</p>;
  if (cut === undefined || cut.measures.length === 0)
    return (
      <div className="list-empty">
        <p>{words.nothingYours}</p>
        <p>
          <Link to={answer}>{words.emptyChoose}</Link>
        </p>
      </div>
    );
  const count = cut.measures.length;
  // What nobody has read is said in the same breath.
  const near = base.losses.filter(isNear).length;
  return (
    <div className="list-empty">
      <p>{words.empty}</p>
      <p>
        {cut.remaining.length === 0
          ? words.emptyOffer(count)
          : words.emptyPart({ count, left: sayOpen(telling, cut) })}
      </p>
      <ul>
        {cut.measures.map((id) => (
          <li key={id}>{sayMeasure(telling, id)}</li>
        ))}
      </ul>
      {near === 0 ? null : <p>{words.emptyNear(near)}</p>}
      <p className="list-hands">
        <button type="button" className="primary" onClick={() => choose(cut.measures)}>
          {words.emptyTake}
        </button>
        <Link to={answer}>{words.emptyChoose}</Link>
      </p>
    </div>
  );
}

function Full({ ordered: { mine, theirs, now } }: { readonly ordered: Ordered }) {
  const telling = useTelling();
  const { data, base } = telling;
  const { blocks, chosen, done } = useCase();
  const words = useWords(listWords);
  const { answer, redCard } = useViews();
  const deeds = useMemo(() => deedsOf({ data, measures: base.catalogue, blocks }), [data, base, blocks]);
  const listed = useMemo(
    () => listedOf({ steps: [...mine.steps, ...theirs.steps], deeds, done, losses: base.losses }),
    [mine, theirs, deeds, done, base],
  );
  const beside = [...done].filter((measure) => !chosen.has(measure));
  return (
    <div className="list-full">
      <div className="list-side">
        <Progress listed={listed} now={now} end={theirs.steps.at(-1)?.after ?? theirs.before} />
        <p className="list-hands">
          <button type="button" className="primary" onClick={() => print()}>
            {words.print}
          </button>
          <Link to={answer}>{words.change}</Link>
          {redCard === undefined ? null : <Link to={redCard}>{words.redCard}</Link>}
        </p>
      </div>
      <div>
        {listed.mine.length === 0 ? null : (
          <section aria-labelledby="yours">
            <h2 id="yours">{words.yours}</h2>
            <ol className="todo">
              {listed.mine.map((item, i) => (
                <TodoItem
                  key={item.step.measure}
                  item={item}
                  number={i + 1}
                  before={listed.mine[i - 1]?.step.after ?? mine.before}
                  isNext={item.step.measure === listed.next}
                />
              ))}
            </ol>
          </section>
        )}
        {listed.theirs.length === 0 ? null : (
          <section aria-labelledby="theirs" className="askings">
            <h2 id="theirs">{words.theirs}</h2>
            <p className="section-lead">{words.theirsLead}</p>
            {listed.theirs.map((asking) => (
              <Asking key={asking.items[0]?.step.measure} asking={asking} />
            ))}
          </section>
        )}
        {beside.length === 0 ? null : (
          <section className="list-beside">
            <h2>{words.notOnList}</h2>
            <ul>
              {beside.map((id) => (
                <li key={id}>{sayMeasure(telling, id)}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}
