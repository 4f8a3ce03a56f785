/** Screen one: what happened in a few sentences, what is still open, and the first of it to close, with whom to call. */
import { useEffect, useRef } from "react";
import { type InvestigationTold, marks, sayMoney } from "../../../src/report/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { telAddress } from "../app/tel.ts";
import { Name } from "../things/name.tsx";
import { begun } from "./open-list.tsx";
import { happenedWords } from "./words.ts";

interface BriefProps {
  readonly told: InvestigationTold;
  readonly currency: string | undefined;
  /** Findings somebody says are closed. */
  readonly closed: ReadonlySet<string>;
  readonly showOpen: () => void;
}

export function Brief({ told, currency, closed, showOpen }: BriefProps) {
  const words = useWords(happenedWords);
  const lang = useLang();
  const { gap } = marks[lang];
  const top = useRef<HTMLDivElement>(null);
  // Where the files were stands the answer now: whoever waited is taken to its beginning.
  useEffect(() => {
    top.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, []);
  const theirs = told.steps.filter(({ actor }) => actor === "intruder");
  const [first] = theirs;
  const last = theirs.at(-1);
  const sums = sumsOf(told, currency);
  const lost = sums.map(([key, sum]) => sayMoney(sum, key === "" ? undefined : key, lang)).join(" + ");
  const isMore = told.losses.some(({ amount }) => amount === null);
  return (
    <div className="happened-brief" ref={top} tabIndex={-1}>
      <h1>
        <Name>{told.headline}</Name>
      </h1>
      <p className="lead">
        {told.doubt === undefined ? null : <Name>{told.doubt}</Name>}
        {first === undefined || last === undefined ? null : (
          <>
            {gap}
            {words.theySteps(theirs.length, clockOf(first.from), clockOf(last.to))}
          </>
        )}
        {told.losses.length === 0 ? null : (
          <>
            {gap}
            <strong>
              <Name>
                {sums.length === 0
                  ? words.takenUnknown(told.losses.length)
                  : words.taken(lost, told.losses.length, isMore)}
              </Name>
            </strong>
          </>
        )}
      </p>
      <FirstOpen told={told} closed={closed} showOpen={showOpen} />
      {told.steps.length === 0 ? null : <p className="quiet">{told.labelSaid}</p>}
    </div>
  );
}

function FirstOpen({ told, closed, showOpen }: Omit<BriefProps, "currency">) {
  const words = useWords(happenedWords);
  const waiting = told.open.filter(({ id }) => !closed.has(id));
  const [first] = waiting;
  if (first === undefined)
    return (
      <p className="happened-first done">{told.open.length === 0 ? words.stillOpenNone : words.allClosed}</p>
    );
  return (
    <section className="happened-first" aria-labelledby="happened-first">
      <h2 id="happened-first">{words.openFirst(waiting.length)}</h2>
      <p>
        <b>{begun(first.title)}</b> <Name>{first.what}</Name>
        {first.unseen === undefined ? null : <span className="happened-unseen">{first.unseen}</span>}
      </p>
      <p>{first.how}</p>
      <div className="happened-do">
        {first.call === undefined ? null : (
          <a className="happened-call" href={telAddress(first.call.tel)}>
            <Name>{words.call(first.call.name)}</Name> <strong>{first.call.tel}</strong>
          </a>
        )}
        <button type="button" onClick={showOpen}>
          {waiting.length === 1 ? words.openHow : words.openAll(waiting.length)}
        </button>
      </div>
    </section>
  );
}

const clockOf = (moment: string): string => moment.slice(5, 16).replace("T", " ");

/** Currency by currency; a sum nobody knows is in none. */
export function sumsOf(
  { losses }: InvestigationTold,
  currency: string | undefined,
): readonly (readonly [currency: string, sum: number])[] {
  const sums = new Map<string, number>();
  for (const { amount, currency: own } of losses)
    if (amount !== null) {
      const key = own ?? currency ?? "";
      sums.set(key, (sums.get(key) ?? 0) + amount);
    }
  return [...sums];
}
