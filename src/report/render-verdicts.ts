/**
 * The verdicts of an audit as text: what can be taken, what is not ruled out and what nobody has read behind it, what
 * only a looser way could take, what is ruled out, what nobody has checked; and what to find out first.
 *
 * What to know to trust it: a list that is empty is never shown as good news. What is not ruled out is open; only
 * distance 3 is folded into a line.
 */
import type { AuditAnswer, Loss, UnreadAspect } from "../questions/index.ts";
import { sayEffort } from "./audit-words.ts";
import { displayWidth } from "./columns.ts";
import { listed, marks } from "./marks.ts";
import { table } from "./render-cuts.ts";
import { capitalised, sayCapabilityName, sayThing } from "./say.ts";
import { sayDuration, sayMoney, sayShortDuration } from "./say-amounts.ts";
import { harmsOfLosses, sayKnownSum, sayLossAmount } from "./say-harms.ts";
import {
  isAllMoney,
  isAnyPlaces,
  isNear,
  isNearCutTold,
  isSameSet,
  nearGroups,
  nearHelps,
  noHabitOf,
  sayLossTitle,
  sayLossTitles,
  sayQuestion,
  sayUnread,
  sayWho,
} from "./say-verdicts.ts";
import { laid, sayMeasureAt, type Telling } from "./telling.ts";
import { verdictWords } from "./verdict-words.ts";

/** The sum of what can be lost here; `undefined` where nobody stated any. */
const sayTotal = ({ answer, lang }: Telling, losses: readonly Loss[]): string | undefined =>
  sayKnownSum(harmsOfLosses(losses), { lang, currency: answer.currency });

const sumOf = (telling: Telling, losses: readonly Loss[]) => ({
  count: losses.length,
  money: sayTotal(telling, losses),
});

/** What the bottom line adds, or says in place of the sum where nothing is reached. */
export function bottomVerdict(telling: Telling, hasReached: boolean): readonly string[] {
  const { answer, lang, columns, paint } = telling;
  const words = verdictWords(lang);
  const near = answer.losses.filter(isNear);
  const { aspects } = answer.coverage;
  return [
    ...(hasReached || aspects === null
      ? []
      : laid(
          words.nothingRead({
            unread: aspects.of - aspects.read,
            of: aspects.of,
            isAllMoney: isAllMoney(answer),
          }),
          {
            columns,
            paint: paint.doubt,
          },
        )),
    ...(near.length === 0
      ? []
      : laid((hasReached ? words.nearToo : words.near)(sumOf(telling, near)), {
          columns,
          paint: paint.strong,
        })),
  ];
}

/** What counted as known of everybody, and what the answer would be if nobody knew it. */
export function leakedLines(
  telling: Telling,
  { held, without }: { readonly held: readonly string[]; readonly without: AuditAnswer },
): readonly string[] {
  const { world, lang, columns, answer, paint } = telling;
  const words = verdictWords(lang);
  const known = listed(
    held.map((text) => sayCapabilityName(world, text, lang)),
    lang,
  );
  const { verdicts } = without;
  if (verdicts === null) return [];
  const part = ({ losses, harms }: (typeof verdicts)["reached"]) => ({
    count: losses.length,
    money: sayKnownSum(harms, { lang, currency: answer.currency }),
  });
  const counted = laid(words.leakedCounted(known), { columns, paint: paint.quiet });
  // Of nobody's loss there is nothing to say either way, least of all that nothing takes it.
  if (answer.losses.length + without.losses.length === 0) return counted;
  return [
    ...counted,
    ...laid(
      words.ifNotLeaked({
        reached: part(verdicts.reached),
        near: part(verdicts.near),
        isAllMoney: isAllMoney(without),
      }),
      { columns },
    ),
  ];
}

/** What is not ruled out and near: behind each group of losses what nobody has read. */
export function nearLines(telling: Telling): readonly string[] {
  return nearGroups(telling.answer).flatMap((losses) => groupLines(telling, losses));
}

function groupLines(telling: Telling, losses: readonly Loss[]): readonly string[] {
  const { answer, words: auditTold, lang, columns, paint } = telling;
  const words = verdictWords(lang);
  const unread = losses[0]?.unread ?? [];
  const rows = losses.map((loss) => [
    sayLossTitle(telling, loss),
    sayLossAmount(loss, { lang, currency: answer.currency }, auditTold.unknownAmount),
    loss.ifSoMinutes === null ? "" : sayShortDuration(loss.ifSoMinutes, lang),
  ]);
  const titles = [
    { title: auditTold.loss, isFlexible: true },
    { title: auditTold.amount, isRight: true },
    { title: words.ifSo, isRight: true },
  ];
  return [
    ...table(telling, titles, rows, columns),
    ...unread.flatMap((each) =>
      laid(sayUnread(telling, each), { columns, indent: "    ? ", hanging: "      ", paint: paint.doubt }),
    ),
  ];
}

/** What is farther away, ruled out, or not checked at all: a line each. */
export function farLines(telling: Telling): readonly string[] {
  const { answer, world, lang, columns, paint } = telling;
  const words = verdictWords(lang);
  const looser = answer.losses.filter(({ distance }) => distance?.level === 3);
  const out = answer.losses.filter(({ verdict }) => verdict === "ruled-out");
  const within = answer.withinMinutes === undefined ? undefined : sayDuration(answer.withinMinutes, lang);
  const sums = answer.coverage.unjudgedSums.map(({ thing, attribute, amount }) =>
    words.sumOf({
      thing: sayThing(world, thing, lang),
      attribute: sayAttribute(attribute, lang),
      money: amount === null ? undefined : sayMoney(amount, answer.currency, lang),
    }),
  );
  const line = (text: string, colour: (line: string) => string) =>
    laid(text, { columns, indent: "  ", paint: colour });
  return [
    ...(looser.length === 0
      ? []
      : line(
          words.onlyIfLooser({
            institutions: sayWho(telling, looser, 3),
            losses: sayLossTitles(telling, looser),
            ...sumOf(telling, looser),
          }),
          (text) => text,
        )),
    ...(out.length === 0 ? [] : line(words.ruledOut(sayLossTitles(telling, out), within), paint.quiet)),
    ...(out.length === 0 ? [] : line(words.ruledOutOf, paint.quiet)),
    ...(sums.length === 0 ? [] : line(words.unjudged(sums.join(marks[lang].semicolon)), paint.doubt)),
  ];
}

function sayAttribute(attribute: string, lang: Telling["lang"]): string {
  const words = verdictWords(lang);
  if (attribute === "balance" || attribute === "credit") return words[`attribute_${attribute}`];
  return attribute === "loan-offer" ? words.attribute_loan : words.attribute_other;
}

/** More questions than these nobody goes out to ask at once. */
const questionsMax = 3;

/** The question that decides most, with what no and yes would mean. */
export function questionLines(telling: Telling): readonly string[] {
  const { answer, lang, columns, paint } = telling;
  const words = verdictWords(lang);
  const near = answer.losses.filter(isNear);
  const [first, ...rest] = answer.questions;
  if (first === undefined || near.length === 0) return [];
  const lossesOf = (goals: readonly string[]) => answer.losses.filter(({ goal }) => goals.includes(goal));
  const line = (text: string, colour = (said: string) => said) =>
    laid(text, { columns, indent: "  ", paint: colour });
  const no = lossesOf(first.ifNo.losses);
  const yes = lossesOf(first.ifYes.losses);
  const question = sayQuestion(telling, first);
  const left = near.find(isAnyPlaces);
  const settling = answer.settleAll.flatMap((index) => answer.questions[index] ?? []);
  const others = rest.filter((question) => question.ifNo.losses.length > 0).slice(0, questionsMax - 1);
  return [
    ...(no.length === 0
      ? line(words.noneDecides + marks[lang].gap + question + marks[lang].stop, paint.strong)
      : line(
          words.decides({ question: capitalised(question), decided: no.length, of: near.length }),
          paint.strong,
        )),
    ...(no.length === 0 ? [] : line(words.ifNo(sumOf(telling, no)))),
    ...line(yes.length === 0 ? words.ifYesAlone : words.ifYes(sumOf(telling, yes))),
    ...(settling.length > 1
      ? line(
          words.settleAll({
            count: settling.length,
            questions: sayQuestions(telling, settling),
            left: left === undefined ? undefined : sayLossTitle(telling, left),
          }),
          paint.quiet,
        )
      : others.length === 0 || settling.length === 1
        ? []
        : line(words.next(sayQuestions(telling, others)), paint.quiet)),
  ];
}

const sayQuestions = (telling: Telling, questions: readonly Pick<UnreadAspect, "institution" | "aspect">[]) =>
  questions.map((each) => sayQuestion(telling, each)).join(marks[telling.lang].semicolon);

/** What the owner's habits do about what is near; where none stops it, that is said. */
export function helpLines(telling: Telling): readonly string[] {
  const { answer, lang, columns, paint } = telling;
  const words = verdictWords(lang);
  const { near } = answer;
  if (near === null || !answer.losses.some(isNear)) return [];
  const left = answer.losses.filter((loss) => near.left.includes(loss.goal) && isNear(loss));
  const helps = nearHelps(answer)
    .slice(0, helpsMax)
    .flatMap(({ measure, losses }) => {
      const title = sayMeasureAt(telling, measure);
      const told = words.moves(sumOf(telling, losses));
      const isOneLine = displayWidth(title) + displayWidth(told) + 4 <= columns;
      return isOneLine
        ? [`  ${paint.stops(title)}${paint.quiet(marks[lang].colon + told)}`]
        : [
            ...laid(title, { columns, indent: "  ", paint: paint.stops }),
            ...laid(told, { columns, indent: "    ", paint: paint.quiet }),
          ];
    });
  return [
    ...helps,
    ...nearCutLines(telling),
    ...(near.measures.length < 2 || isSameSet(near.measures, near.cut?.measures ?? [])
      ? []
      : laid(
          words.together(near.measures.map((id) => sayMeasureAt(telling, id)).join(marks[lang].semicolon)),
          {
            columns,
            indent: "  ",
          },
        )),
    ...(left.length === 0
      ? []
      : laid(words.noHabit(noHabitOf(telling, left)), {
          columns,
          indent: "  ",
          paint: paint.doubt,
        })),
  ];
}

/** The cut of what is near as well; not told where one habit named above, or the cut of what is taken, is all of it. */
function nearCutLines(telling: Telling): readonly string[] {
  const { answer, lang, columns, paint } = telling;
  const { near } = answer;
  if (near === null || near.cut === null || isNearCutTold(answer)) return [];
  const { measures, covers, effort } = near.cut;
  const text = verdictWords(lang).nearCut({
    ...sumOf(
      telling,
      answer.losses.filter(({ goal }) => covers.includes(goal)),
    ),
    measures: measures.map((id) => sayMeasureAt(telling, id)).join(marks[lang].semicolon),
    effort: sayEffort(effort, lang),
  });
  return laid(text, { columns, indent: "  ", paint: paint.stops });
}

/** A list of more habits than these is not done. */
const helpsMax = 6;
