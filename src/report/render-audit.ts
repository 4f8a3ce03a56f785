/**
 * An audit's answer as text for a terminal. First the bottom line in a sentence; then the fastest way in, what else can
 * be lost, what stops it, how long blocks hold; last, what all of it rests on. Nothing is said here that is not in the
 * answer, and what was not judged is never left out.
 */
import { basisStatuses, isSum } from "../model/index.ts";
import type { AuditAnswer, Loss, Side } from "../questions/index.ts";
import type { Way } from "../reach/index.ts";
import { auditWords } from "./audit-words.ts";
import { basisWords } from "./basis-words.ts";
import { displayWidth, padEnd } from "./columns.ts";
import { firstLines } from "./first-lines.ts";
import { harmWords, wordsOfHarm } from "./harm-words.ts";
import { inBrackets, marks } from "./marks.ts";
import { paintWith } from "./paint.ts";
import { answeredLines } from "./render-answered.ts";
import {
  aloneLines,
  cutLines,
  frontLines,
  holdingLines,
  limitLines,
  sayLosses,
  table,
  unprovenLines,
} from "./render-cuts.ts";
import {
  bottomVerdict,
  farLines,
  helpLines,
  leakedLines,
  nearLines,
  questionLines,
} from "./render-verdicts.ts";
import { otherWayLines, sayAssumed, wayLines } from "./render-way.ts";
import { type Speaking, sayCapability, sayCondition, sayThing } from "./say.ts";
import { sayDate, sayDuration, sayMoment, sayMoney, sayRange, sayShortDuration } from "./say-amounts.ts";
import { sayKnownSum, sayLossAmount } from "./say-harms.ts";
import { isAsked, sayLabel, sayLossTitle } from "./say-verdicts.ts";
import { laid, sayMeasure, type Telling } from "./telling.ts";
import { verdictWords } from "./verdict-words.ts";
import type { Lang } from "./words.ts";

export interface RenderOptions {
  readonly lang: Lang;
  readonly colour: boolean;
  readonly columns: number;
  /** The cuts that were asked for. */
  readonly sides?: readonly Side[];
  /** The minute of the week at which it begins: times are then told by the clock. */
  readonly startsAt?: number | undefined;
  /** What of `held` counts as known of everybody, and the answer to the same question without it. */
  readonly leaked?: { readonly held: readonly string[]; readonly without: AuditAnswer };
  /** Conditions set beforehand, beside those of the person file. */
  readonly conditions?: readonly string[];
}

export function renderAudit(
  answer: AuditAnswer,
  world: Speaking,
  {
    lang,
    colour,
    columns,
    sides = ["person", "institution", "both"],
    startsAt,
    conditions = [],
    leaked,
  }: RenderOptions,
): string {
  const telling: Telling = {
    answer,
    world,
    lang,
    words: auditWords(lang),
    paint: paintWith(colour),
    columns,
  };
  const { words, paint } = telling;
  const first = firstLoss(answer);
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", ...laid(title, { columns, paint: paint.title }), ...lines];
  const isReached = first !== undefined;
  const within = answer.withinMinutes === undefined ? undefined : sayDuration(answer.withinMinutes, lang);
  const told = verdictWords(lang);
  const spaced = (lines: readonly string[]) => (lines.length === 0 ? [] : ["", ...lines]);
  return [
    ...headingLines(telling, startsAt),
    "",
    ...bottomLines(telling, first, leaked?.held ?? []),
    ...(isAsked(answer) ? bottomVerdict(telling, isReached) : []),
    ...(leaked === undefined ? [] : leakedLines(telling, leaked)),
    ...(isAsked(answer) && sides.includes("person") ? section(told.first, firstLines(telling)) : []),
    ...section(isAsked(answer) ? told.canBeTaken : words.allLosses, isReached ? lossLines(telling) : []),
    ...section(told.notRuledOut, nearLines(telling)),
    ...(isAsked(answer) ? spaced(farLines(telling)) : []),
    ...section(told.findOut, questionLines(telling)),
    ...(first?.way == null || first.way.steps.length === 0
      ? []
      : section(`${words.fastestWay}${marks[lang].colon}${sayLoss(telling, first)}`, [
          ...wayLines(telling, first, startsAt),
          ...legendLines(telling, first.way),
        ])),
    ...(first === undefined ? [] : section(words.otherWays, otherWayLines(telling, first))),
    ...(isReached && sides.length > 0 ? section(words.whatStops(within), cutLines(telling, sides)) : []),
    ...(isReached ? section(words.aloneSuffices(within), aloneLines(telling, sides)) : []),
    ...(isReached ? section(words.answered, answeredLines(telling)) : []),
    ...(isReached ? section(words.notProven, unprovenLines(telling, sides)) : []),
    ...(isReached ? section(words.limitsOnly, limitLines(telling)) : []),
    ...section(told.helpsNear, helpLines(telling)),
    ...(isReached ? section(words.front, frontLines(telling)) : []),
    ...(isReached ? section(words.holding, holdingLines(telling)) : []),
    ...section(words.restsOn, restLines(telling, first, conditions)),
  ].join("\n");
}

function legendLines({ words, lang, columns, paint }: Telling, way: Way): readonly string[] {
  const isDoubted = way.steps.some(({ basis }) => basis.unconfirmed);
  return laid(isDoubted ? `${words.legend}${marks[lang].semicolon}${words.unconfirmedNote}` : words.legend, {
    columns,
    indent: "  ",
    paint: paint.quiet,
  });
}

function headingLines(
  { answer, world, lang, paint, columns }: Telling,
  startsAt: number | undefined,
): readonly string[] {
  const { person } = world;
  const notes = [
    person.id,
    ...(answer.asOf === undefined ? [] : [sayDate(answer.asOf, lang)]),
    ...(startsAt === undefined ? [] : [sayMoment(startsAt, lang)]),
  ];
  const note = notes.join(" · ");
  const isOneLine = displayWidth(person.name[lang]) + displayWidth(note) + 2 <= columns;
  if (isOneLine) return [`${paint.title(person.name[lang])}  ${paint.quiet(note)}`];
  return [
    ...laid(person.name[lang], { columns, paint: paint.title }),
    ...laid(note, { columns, paint: paint.quiet }),
  ];
}

/** The loss that comes first; of two at once the larger. */
function firstLoss({ losses }: AuditAnswer): Loss | undefined {
  return losses
    .filter(({ reachable }) => reachable)
    .sort(
      (a, b) =>
        (a.earliestMinutes ?? Infinity) - (b.earliestMinutes ?? Infinity) ||
        (b.amount ?? 0) - (a.amount ?? 0),
    )[0];
}

/** More things in hand than these make no sentence. */
const heldMax = 4;

function bottomLines(
  telling: Telling,
  first: Loss | undefined,
  leaked: readonly string[],
): readonly string[] {
  const { answer, words, lang, world, columns, paint } = telling;
  const inHand = answer.held.filter((text) => !leaked.includes(text));
  const named = inHand.slice(0, heldMax).map((text) => sayCapability(world, text, lang));
  const more = inHand.length > heldMax ? words.heldMore(inHand.length - heldMax) : "";
  const held = named.join(words.and) + more;
  const glue = marks[lang].gap;
  if (answer.losses.length === 0) return laid(words.noLossKnown, { columns, paint: paint.strong });
  if (first === undefined && isAsked(answer) && answer.coverage.aspects !== null)
    return [
      // Of whom it is said that nothing is taken: unsaid, it would be read as said of everybody.
      ...(inHand.length === 0 ? [] : laid(words.askedOf(held), { columns })),
      ...(answer.withinMinutes === undefined
        ? []
        : laid(words.withinOnly(sayDuration(answer.withinMinutes, lang)), { columns })),
    ];
  if (first === undefined) {
    const within = answer.withinMinutes === undefined ? undefined : sayDuration(answer.withinMinutes, lang);
    return [
      ...laid(`${words.whoever(held)}${glue}${words.noLoss({ count: answer.losses.length, within })}`, {
        columns,
        paint: paint.strong,
      }),
      ...laid(words.neverSafe, { columns, paint: paint.doubt }),
    ];
  }
  const reachable = answer.losses.filter(({ reachable: isReached }) => isReached);
  const stake = stakeOf(telling, reachable);
  const steps = first.way?.steps.length ?? 0;
  const when =
    steps === 0
      ? words.atOnce
      : (isSum(first.harm) ? words.firstAfter : words.firstHarmAfter)({
          duration: sayDuration(first.earliestMinutes ?? 0, lang),
          steps,
        });
  const comma = marks[lang].comma;
  return [
    ...laid(`${words.whoever(held)}${glue}${stake}${comma}${when}`, { columns, paint: paint.strong }),
    ...kindLines(telling),
  ];
}

/** What could be done: sums with their total, everything else by what it is. */
function stakeOf({ answer, words, lang }: Telling, reachable: readonly Loss[]): string {
  const sums = reachable.filter(({ harm }) => isSum(harm));
  const amount = answer.harms.reduce((sum, each) => sum + (isSum(each.harm) ? each.amount : 0), 0);
  const money =
    sums.length === 0
      ? undefined
      : amount === 0
        ? words.couldTakeUnknown(sums.length)
        : words.couldTake({
            money: sayMoney(amount, answer.currency, lang),
            isMore: sums.some((loss) => loss.amount === undefined),
            count: sums.length,
          });
  const others = answer.harms
    .filter(({ harm }) => !isSum(harm))
    .map(({ harm, count }) => harmWords[harm].could[lang](count));
  return words.couldDo(money, others);
}

/** Which of the money is new debt, where some is and some is not. */
function kindLines({ answer, lang, columns }: Telling): readonly string[] {
  const sums = answer.harms.filter(({ harm, amount }) => isSum(harm) && amount > 0);
  if (sums.length < 2) return [];
  const words = wordsOfHarm(lang);
  const parts = sums.map((each) =>
    words.ofKind(
      sayKnownSum([each], { lang, currency: answer.currency }) ?? "",
      harmWords[each.harm].beside[lang],
    ),
  );
  return laid(words.thatIs(parts.join(marks[lang].semicolon)), { columns });
}

function sayLoss(telling: Telling, loss: Loss): string {
  const { lang, answer } = telling;
  const { amount, atLeast } = loss;
  const said = sayLossTitle(telling, loss);
  if (amount === undefined || amount === 0) return said;
  const money = sayRange({ amount, atLeast }, answer.currency, lang);
  return said + inBrackets(money, lang);
}

/** A table of more losses than these is scrolled past; the rest are counted. */
const lossesMax = 25;

function lossLines(telling: Telling): readonly string[] {
  const { answer, words, lang, columns, paint } = telling;
  const reachable = answer.losses
    .filter((loss) => loss.reachable)
    .sort((a, b) => (a.earliestMinutes ?? 0) - (b.earliestMinutes ?? 0) || (b.amount ?? 0) - (a.amount ?? 0));
  const rows = reachable.slice(0, lossesMax).map((loss) => {
    const { earliestMinutes, way, cheapest, basis } = loss;
    return [
      sayLossTitle(telling, loss),
      sayLossAmount(loss, { lang, currency: answer.currency }, words.unknownAmount),
      sayShortDuration(earliestMinutes ?? 0, lang),
      String(way?.steps.length ?? 0),
      cheapest === null ? "" : sayInterval(cheapest, lang),
      basis === null ? "" : basisWords[basis].word[lang],
    ];
  });
  const titles = [
    { title: words.loss, isFlexible: true },
    { title: words.amount, isRight: true },
    { title: words.earliest, isRight: true },
    { title: words.steps, isRight: true, mayGo: true },
    { title: words.work, isRight: true, mayGo: true },
    { title: words.basis },
  ];
  const more = reachable.length > lossesMax ? [`  ${words.andMore(reachable.length - lossesMax)}`] : [];
  const missed = answer.losses.filter((loss) => !loss.reachable).map(({ goal }) => goal);
  const notReached =
    missed.length === 0 || isAsked(answer)
      ? []
      : laid(words.notReached(sayLosses(telling, missed, 6)), { columns, indent: "  ", paint: paint.quiet });
  return [...table(telling, titles, rows, columns), ...more, ...notReached];
}

function sayInterval(
  { lower, upper }: { readonly lower: number; readonly upper: number },
  lang: Lang,
): string {
  const [least, most] = [sayShortDuration(lower, lang), sayShortDuration(upper, lang)];
  return least === most ? most : `${least} – ${most}`;
}

/** More losses than these of one block are counted. */
const reopenedMax = 6;

function restLines(
  telling: Telling,
  first: Loss | undefined,
  conditions: readonly string[],
): readonly string[] {
  const { answer, words, lang, world, columns, paint } = telling;
  const { coverage } = answer;
  const things = coverage.notJudged
    .map((thing) => sayThing(world, thing, lang, { names: "always" }))
    .join(marks[lang].list);
  const told = verdictWords(lang);
  const basis = answer.basis === null ? undefined : basisWords[answer.basis];
  const unconfirmed = first?.way?.steps.filter((step) => step.basis.unconfirmed).length ?? 0;
  const items: readonly (readonly [label: string, text: string, isDoubt?: boolean])[] = [
    ...(answer.goals === undefined
      ? []
      : [[words.askedAbout, words.onlyAbout(answer.goals.join(marks[lang].list)), true] as const]),
    [words.reading, words.upperBound],
    [
      words.horizon,
      answer.withinMinutes === undefined
        ? words.noHorizon
        : words.withinHorizon(sayDuration(answer.withinMinutes, lang)),
    ],
    ...labelItems(telling),
    ...(basis === undefined
      ? []
      : [
          [
            words.weakestBasis,
            `${basis.word[lang]}${marks[lang].colon}${basis.meaning[lang]}${unconfirmed === 0 ? "" : `${marks[lang].semicolon}${words.unconfirmedSteps(unconfirmed)}`}`,
            unconfirmed > 0,
          ] as const,
        ]),
    ...(coverage.aspects === null
      ? []
      : [
          [
            words.coverage,
            told.aspects(coverage.aspects),
            coverage.aspects.read < coverage.aspects.of,
          ] as const,
        ]),
    ...(coverage.notJudged.length === 0
      ? coverage.aspects === null
        ? [[words.coverage, words.judgedAll(coverage.judged)] as const]
        : []
      : [[words.coverage, words.judged({ judged: coverage.judged, things }), true] as const]),
    ...(coverage.cutShort.length === 0
      ? []
      : [[words.coverage, words.cutShort(coverage.cutShort.join(marks[lang].list)), true] as const]),
    ...coverage.assumed.map((what) => [words.assumptions, sayAssumed(telling, what), true] as const),
    [
      words.asOf,
      answer.asOf === undefined ? words.flowsToday : words.flowsInForce(sayDate(answer.asOf, lang)),
    ],
    ...(answer.measures.length === 0
      ? []
      : [
          [
            words.inForce,
            answer.measures.map((id) => sayMeasure(telling, id)).join(marks[lang].semicolon),
          ] as const,
        ]),
    ...(conditions.length === 0
      ? []
      : [
          [
            words.setBefore,
            conditions.map((condition) => sayCondition(world, condition, lang)).join(marks[lang].semicolon),
          ] as const,
        ]),
    ...answer.reopened.map(
      ({ condition, goals }) =>
        [
          words.onceLifted,
          words.backInReach({
            state: sayCondition(world, condition, lang),
            losses: sayLosses(telling, goals, reopenedMax),
          }),
          true,
        ] as const,
    ),
    ...sourceItems(telling, first),
  ];
  const label = Math.max(...items.map(([name]) => displayWidth(name)));
  let before = "";
  return items.flatMap(([name, text, isDoubt]) => {
    const shown = name === before ? "" : name;
    before = name;
    const indent = `  ${paint.quiet(padEnd(shown, label))}  `;
    return laid(text, {
      columns,
      indent,
      hanging: " ".repeat(label + 4),
      ...(isDoubt === true ? { paint: paint.doubt } : {}),
    });
  });
}

function labelItems({ answer, words, lang }: Telling): readonly (readonly [string, string, boolean])[] {
  const text = sayLabel(answer, lang, words);
  return text === undefined ? [] : [[words.label, text, answer.label === "truncated"]];
}

/** What the fastest way rests on: each source once, the strongest status first. */
function sourceItems(
  { world, lang, words }: Telling,
  first: Loss | undefined,
): readonly (readonly [string, string])[] {
  const steps = [...(first?.way?.steps ?? [])].sort(
    (a, b) => basisStatuses.indexOf(a.basis.status) - basisStatuses.indexOf(b.basis.status),
  );
  const ids = [...new Set(steps.map(({ basis }) => basis.source))];
  return ids.map((id) => {
    const source = world.catalog.sources.get(id);
    const date = source?.published ?? source?.seen;
    const said = source === undefined ? id : source.title[lang];
    return [words.sources, date === undefined ? said : said + inBrackets(sayDate(date, lang), lang)] as const;
  });
}
