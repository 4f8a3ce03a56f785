/** Every loss with its size, how soon, and on what that rests; choosing one shows its way below. */
import type { AuditAnswer, Loss } from "../../../src/questions/index.ts";
import { isAsked, marks, sayLossAmount } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { capitalised, duration, named, sayLoss, useTelling } from "../telling.ts";
import { basisWords } from "../words.ts";
import { Fold, foldedFrom, shownFirst } from "./fold.tsx";
import { answerWords } from "./words.ts";

interface LossesProps {
  readonly now: AuditAnswer;
  readonly shown: string | undefined;
  readonly select: (goal: string) => void;
}

export function Losses({ now, shown, select }: LossesProps) {
  const { words, base } = useTelling();
  const own = useWords(answerWords);
  // What is not reached by what was read is told with its verdict, and never here as if it were settled.
  const told = isAsked(base) ? base.losses.filter(({ reachable }) => reachable) : base.losses;
  const ranked = [...told].sort(
    (a, b) =>
      Number(b.reachable) - Number(a.reachable) || (a.earliestMinutes ?? 0) - (b.earliestMinutes ?? 0),
  );
  if (isAsked(base) && ranked.length === 0) return null;
  const firstCount = ranked.length > foldedFrom ? shownFirst : ranked.length;
  return (
    <section aria-labelledby="losses">
      <h2 id="losses">{words.losses}</h2>
      {base.losses.some(({ reachable }) => reachable) ? (
        <p className="section-lead">{words.lossesLead}</p>
      ) : null}
      <LossList losses={ranked.slice(0, firstCount)} now={now} shown={shown} select={select} />
      {firstCount === ranked.length ? null : (
        <Fold summary={own.moreLosses(ranked.length - firstCount)}>
          <LossList losses={ranked.slice(firstCount)} now={now} shown={shown} select={select} />
        </Fold>
      )}
    </section>
  );
}

function LossList({ losses, now, shown, select }: LossesProps & { readonly losses: readonly Loss[] }) {
  return (
    <ul className="losses">
      {losses.map((loss) => (
        <li key={loss.goal}>
          <LossCard
            loss={loss}
            now={now.losses.find(({ goal }) => goal === loss.goal)}
            isShown={loss.goal === shown}
            select={select}
          />
        </li>
      ))}
    </ul>
  );
}

interface LossCardProps {
  readonly loss: Loss;
  /** The same loss under what is switched on. */
  readonly now: Loss | undefined;
  readonly isShown: boolean;
  readonly select: (goal: string) => void;
}

function LossCard({ loss, now, isShown, select }: LossCardProps) {
  const telling = useTelling();
  const { words, lang } = telling;
  const isReached = now?.reachable === true;
  const state = !loss.reachable ? "never-reached" : isReached ? "reached" : "no-longer";
  const when = !loss.reachable
    ? words.notReached
    : isReached && now?.earliestMinutes != null
      ? words.reachedAfter(duration(telling, now.earliestMinutes))
      : words.noLonger;
  const body = (
    <>
      <span className={loss.amount === undefined ? "loss-amount unsized" : "loss-amount"}>
        {sayLossAmount(loss, { lang, currency: telling.base.currency }, words.unknownAmount)}
      </span>
      <span className="loss-title">{capitalised(sayLoss(telling, loss))}</span>
      <span className="loss-when">{when}</span>
      {loss.basis === null ? null : (
        <span className="loss-basis">
          {named(telling, words.weakestBasis)}
          {basisWords[loss.basis].word[lang]}
          {marks[lang].open}
          {basisWords[loss.basis].meaning[lang]}
          {marks[lang].shut}
        </span>
      )}
    </>
  );
  if (!loss.reachable) return <div className={`loss ${state}`}>{body}</div>;
  return (
    <button
      type="button"
      className={`loss ${state}`}
      aria-pressed={isShown}
      onClick={() => select(loss.goal)}
    >
      {body}
      {isShown ? <span className="loss-shown">{words.shown}</span> : null}
    </button>
  );
}
