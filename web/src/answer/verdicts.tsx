/**
 * What was not read and is not ruled out: which losses, how soon if it is so, what nobody has read behind them; the one
 * thing to find out; what only a looser way could take. An empty list is never shown as good news.
 */
import type { AuditAnswer, Loss } from "../../../src/questions/index.ts";
import {
  capitalised,
  harmsOfLosses,
  isAsked,
  isNear,
  isNearCutTold,
  marks,
  nearGroups,
  nearHelps,
  noHabitOf,
  sayEffort,
  sayKnownSum,
  sayLossTitle,
  sayLossTitles,
  sayQuestion,
  sayThing,
  sayUnread,
  sayWho,
  type VerdictWords,
  verdictWords,
} from "../../../src/report/index.ts";
import { duration, money, sayMeasure, type Telling, useTelling } from "../telling.ts";

/** `now`: under the measures switched on. */
export function Verdicts({ now }: { readonly now: AuditAnswer }) {
  const telling = useTelling();
  const words = verdictWords(telling.lang);
  if (!isAsked(now)) return null;
  const groups = nearGroups(now);
  // That nothing is said to be gone stands above, and there is nothing more to say.
  if (now.held.length === 0 && groups.length === 0) return null;
  return (
    <section aria-labelledby="verdicts" className="verdicts">
      {groups.length === 0 ? null : (
        <>
          <h2 id="verdicts">{words.notRuledOut}</h2>
          {groups.map((losses) => (
            <Group key={losses[0]?.goal} losses={losses} />
          ))}
        </>
      )}
      <Far now={now} />
      <FindOut now={now} />
      <Helps now={now} />
    </section>
  );
}

function Group({ losses }: { readonly losses: readonly Loss[] }) {
  const telling = useTelling();
  const { lang, data } = telling;
  const words = verdictWords(lang);
  const saying = { world: data, lang };
  return (
    <div className="near">
      <ul className="near-losses">
        {losses.map((loss) => (
          <li key={loss.goal}>
            <span className="near-what">{sayLossTitle(saying, loss)}</span>
            {loss.amount === undefined || loss.amount === 0 ? null : (
              <span className="near-money">{money(telling, loss.amount)}</span>
            )}
            {loss.ifSoMinutes === null ? null : (
              <span className="near-when">
                {words.ifSo}
                {marks[lang].colon}
                {duration(telling, loss.ifSoMinutes)}
              </span>
            )}
          </li>
        ))}
      </ul>
      <ul className="near-why">
        {(losses[0]?.unread ?? []).map((unread) => (
          <li key={`${unread.institution} ${unread.aspect}`}>{sayUnread(saying, unread)}</li>
        ))}
      </ul>
    </div>
  );
}

/** How many, and how much where anybody has said so; a sum that is not all of it says so. */
export const sumOf = ({ lang, base: { currency } }: Telling, losses: readonly Loss[]) => ({
  count: losses.length,
  money: sayKnownSum(harmsOfLosses(losses), { lang, currency }),
});

/** What is farther away, ruled out, or not checked at all: a line each. */
function Far({ now }: { readonly now: AuditAnswer }) {
  const telling = useTelling();
  const { lang, data } = telling;
  const words = verdictWords(lang);
  const saying = { world: data, lang };
  const looser = now.losses.filter(({ distance }) => distance?.level === 3);
  const out = now.losses.filter(({ verdict }) => verdict === "ruled-out");
  const sums = now.coverage.unjudgedSums.map(({ thing, attribute, amount }) =>
    words.sumOf({
      thing: sayThing(data, thing, lang),
      attribute: attributeIn(words, attribute),
      money: amount === null ? undefined : money(telling, amount),
    }),
  );
  return (
    <>
      {looser.length === 0 ? null : (
        <p className="far">
          {words.onlyIfLooser({
            institutions: sayWho(saying, looser, 3),
            losses: sayLossTitles(saying, looser),
            ...sumOf(telling, looser),
          })}
        </p>
      )}
      {out.length === 0 || now.held.length === 0 ? null : (
        <p className="far">
          {words.ruledOut(sayLossTitles(saying, out))}
          {marks[lang].gap}
          {words.ruledOutOf}
        </p>
      )}
      {sums.length === 0 ? null : <p className="far">{words.unjudged(sums.join(marks[lang].semicolon))}</p>}
    </>
  );
}

function attributeIn(words: VerdictWords, attribute: string): string {
  if (attribute === "balance" || attribute === "credit") return words[`attribute_${attribute}`];
  return attribute === "loan-offer" ? words.attribute_loan : words.attribute_other;
}

/** The question that decides most, with what no and yes would mean. */
function FindOut({ now }: { readonly now: AuditAnswer }) {
  const telling = useTelling();
  const { lang, data } = telling;
  const words = verdictWords(lang);
  const near = now.losses.filter(isNear);
  const [first] = now.questions;
  if (first === undefined || near.length === 0) return null;
  const lossesOf = (goals: readonly string[]) => now.losses.filter(({ goal }) => goals.includes(goal));
  const [no, yes] = [lossesOf(first.ifNo.losses), lossesOf(first.ifYes.losses)];
  const question = sayQuestion({ world: data, lang }, first);
  return (
    <div className="find-out">
      <h3>{words.findOut}</h3>
      {no.length === 0 ? (
        <p>{words.noneDecides + marks[lang].gap + question + marks[lang].stop}</p>
      ) : (
        <>
          <p>{words.decides({ question: capitalised(question), decided: no.length, of: near.length })}</p>
          <p>{words.ifNo(sumOf(telling, no))}</p>
        </>
      )}
      <p>{yes.length === 0 ? words.ifYesAlone : words.ifYes(sumOf(telling, yes))}</p>
    </div>
  );
}

/** More habits than these nobody takes up at once. */
const helpsMax = 5;

/** What the owner's habits do about what is not ruled out, counted from the beginning. */
function Helps({ now }: { readonly now: AuditAnswer }) {
  const telling = useTelling();
  const { lang, base, data } = telling;
  const words = verdictWords(lang);
  const { near } = base;
  if (near === null || !base.losses.some(isNear)) return null;
  const lossesOf = (goals: readonly string[]) => base.losses.filter(({ goal }) => goals.includes(goal));
  const left = now.losses.filter((loss) => near.left.includes(loss.goal) && isNear(loss));
  return (
    <div className="helps">
      <h3>{words.helpsNear}</h3>
      <ul>
        {nearHelps(base)
          .slice(0, helpsMax)
          .map(({ measure, losses }) => (
            <li key={measure}>
              <strong>{sayMeasure(telling, measure)}</strong>
              {marks[lang].colon}
              {words.moves(sumOf(telling, losses))}
            </li>
          ))}
      </ul>
      {near.cut === null || isNearCutTold(base) ? null : (
        <p>
          {words.nearCut({
            ...sumOf(telling, lossesOf(near.cut.covers)),
            measures: near.cut.measures.map((id) => sayMeasure(telling, id)).join(marks[lang].semicolon),
            effort: sayEffort(near.cut.effort, lang),
          })}
        </p>
      )}
      {left.length === 0 ? null : <p>{words.noHabit(noHabitOf({ world: data, lang }, left))}</p>}
    </div>
  );
}
