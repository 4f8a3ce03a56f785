/** One thing to do: what, why, how, with whom, what to have ready, and a box to tick. */
import { type ReactNode, useId } from "react";
import { inBrackets, marks, sayThing, type WordsOf } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { useCase } from "../case/case.tsx";
import { sayAsks } from "../cut/asks.ts";
import { HowTo, isHowKnown } from "../cut/how-to.tsx";
import "../cut/measure.css";
import type { Closed, Left, OrderedStep } from "../../../src/questions/index.ts";
import { lockedThings, sayLeft, sayTaking, sayWho } from "../cut/saying.ts";
import {
  capitalised,
  duration,
  money,
  named,
  sayLoss,
  sayMeasure,
  type Telling,
  useTelling,
} from "../telling.ts";
import type { Item } from "./listed.ts";
import { listWords } from "./words.ts";

interface TodoItemProps {
  readonly item: Item;
  readonly number: number;
  /** What is left when everything before it is done. */
  readonly before: Left;
  readonly isNext: boolean;
}

export function TodoItem({ item, number, before, isNext }: TodoItemProps) {
  const telling = useTelling();
  const { lang } = telling;
  const { setDone } = useCase();
  const words = useWords(listWords);
  const title = useId();
  const { deed, step, isDone } = item;
  const said = sayMeasure(telling, step.measure);
  const ready = readyFor(telling, item);
  return (
    <li className={`todo-item${isDone ? " done" : ""}${isNext ? " next" : ""}`} aria-labelledby={title}>
      <label className="todo-tick">
        <input
          type="checkbox"
          checked={isDone}
          aria-label={words.tick(said)}
          data-todo={step.measure}
          onChange={({ target }) => setDone(step.measure, target.checked)}
        />
      </label>
      <div className="todo-body">
        {isNext ? <p className="todo-next">{words.next}</p> : null}
        <h3 id={title}>
          <span className="todo-number">{number}</span> {said}
          {isDone ? <span className="todo-done">{words.done}</span> : null}
        </h3>
        <p className="todo-who">
          {deed.who.kind === "self" ? "" : `${sayWho(telling, deed.who)}${marks[lang].comma}`}
          {sayTaking(telling, deed)}
        </p>
        <dl className="todo-facts">
          <Fact name={words.why}>
            <Why item={item} before={before} />
          </Fact>
          {ready === "" ? null : <Fact name={words.ready}>{ready}</Fact>}
          <Fact name={words.how}>
            {isHowKnown(deed) ? <HowTo deed={deed} askedAbove={deed.flows[0]?.id} /> : <p>{words.noHow}</p>}
          </Fact>
          <Fact name={words.left}>{sayLeft(telling, step.after)}</Fact>
        </dl>
        {step.locksOut.length === 0 ? null : (
          <div className="todo-careful">
            <p>
              <strong>{words.careful}</strong>
              {marks[lang].colon}
              {words.locks}
            </p>
            <ul>
              {lockedThings(
                telling,
                step.locksOut.map((goal) => ({ goal, because: [] })),
              ).map(({ name }) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </li>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** What the handiest way of doing it asks; at home, the thing itself. */
function readyFor({ data, lang }: Telling, { deed: { flows, who, things } }: Item): string {
  const [flow] = flows;
  if (flow !== undefined) return capitalised(sayAsks(flow.asks, data.catalog.vocabulary, lang));
  if (who.kind !== "self") return "";
  return capitalised(
    things
      .map((thing) => {
        // A SIM is set up in the phone it is in.
        const device = data.person.things.get(thing)?.relations.get("device");
        return sayThing(data, Array.isArray(device) ? (device[0] ?? thing) : thing, lang);
      })
      .join(marks[lang].list),
  );
}

function Why({ item: { step, breaks }, before }: Pick<TodoItemProps, "item" | "before">) {
  const telling = useTelling();
  const { lang } = telling;
  const words = useWords(listWords);
  return (
    <>
      <p>{sayWhy(telling, words, step, before)}</p>
      {breaks === undefined ? null : (
        <p className="quiet">
          {words.breaks(
            breaks.institution === "things"
              ? breaks.title[lang]
              : `${named(telling, breaks.institutionName[lang])}${breaks.title[lang]}`,
          )}
        </p>
      )}
    </>
  );
}

function sayWhy(
  telling: Telling,
  words: WordsOf<typeof listWords>,
  { closes, onlyTogether, after }: OrderedStep,
  before: Left,
): string {
  if (closes.losses.length > 0) return words.stops(sayLosses(telling, words, closes));
  if (onlyTogether.losses.length > 0) return words.together(sayLosses(telling, words, onlyTogether));
  const [from, to] = [before.firstLossMinutes, after.firstLossMinutes];
  if (from !== null && to !== null && to > from)
    return words.later({ from: duration(telling, from), to: duration(telling, to) });
  return words.nothingMore;
}

/** A sentence names these, the largest; the others are counted. */
const namedMax = 2;

function sayLosses(telling: Telling, words: WordsOf<typeof listWords>, closed: Closed): string {
  const { base, lang } = telling;
  const losses = base.losses
    .filter(({ goal }) => closed.losses.includes(goal))
    .sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
  const said = losses.slice(0, namedMax).map((loss) => {
    const amount = loss.amount === undefined ? words.unknown : money(telling, loss.amount);
    return sayLoss(telling, loss) + inBrackets(amount, lang);
  });
  const rest = losses.length - said.length;
  return [
    ...said,
    ...(rest > 0 ? [words.andMore({ count: rest, money: money(telling, closed.amount) })] : []),
  ].join(marks[lang].semicolon);
}
