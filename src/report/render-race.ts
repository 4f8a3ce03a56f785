/**
 * A race's answer as text for a terminal. First the bottom line; then what each measure changes in the same nights, how
 * the losses are spread, how soon they come and which ways carried the money; last, what all of it rests on. Shares
 * stand with their intervals, and what was taken because nobody said it is never left out.
 */

import { isSum } from "../model/index.ts";
import type { Share, TimesAnswer } from "../world/index.ts";
import { displayWidth, padEnd, padStart } from "./columns.ts";
import { harmWords } from "./harm-words.ts";
import { listed, marks } from "./marks.ts";
import { type Paint, paintWith } from "./paint.ts";
import type { RaceTold, RaceVariant } from "./race-told.ts";
import { type Asked, policyWords, type RaceWords, raceWords } from "./race-words.ts";
import type { RenderOptions } from "./render-audit.ts";
import { table } from "./render-cuts.ts";
import { type Speaking, sayCapabilityName, sayCondition, sayInstitution } from "./say.ts";
import { sayDate, sayDuration, sayMoment, sayMoney, sayRange, sayShortDuration } from "./say-amounts.ts";
import { laid, sayFlow } from "./telling.ts";
import { verdictWords } from "./verdict-words.ts";
import { groupDigits, type Lang } from "./words.ts";

/** What a race speaks of: the person, the catalogue, and how measures are called. */
export interface SpeakingOfRace extends Speaking {
  readonly choices: readonly { readonly id: string; readonly title: Readonly<Record<Lang, string>> }[];
}

interface TellingRace {
  readonly answer: RaceTold;
  readonly world: SpeakingOfRace;
  readonly lang: Lang;
  readonly words: RaceWords;
  readonly paint: Paint;
  readonly columns: number;
}

export function renderRace(
  answer: RaceTold,
  world: SpeakingOfRace,
  {
    lang,
    colour,
    columns,
    conditions = [],
  }: Pick<RenderOptions, "lang" | "colour" | "columns" | "conditions">,
): string {
  const telling: TellingRace = {
    answer,
    world,
    lang,
    words: raceWords(lang),
    paint: paintWith(colour),
    columns,
  };
  const { words, paint } = telling;
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", ...laid(title, { columns, paint: paint.title }), ...lines];
  const isPlayed = answer.runs > 0;
  return [
    ...headingLines(telling),
    "",
    ...labelLines(telling),
    ...bottomLines(telling),
    ...leakedLines(telling),
    ...lostAlready(telling),
    ...rangeLines(telling),
    ...beyondLines(telling),
    ...section(words.whatChanges, isPlayed ? variantLines(telling) : []),
    ...section(words.spread, isPlayed ? spreadLines(telling) : []),
    ...section(words.howSoon, isPlayed ? soonLines(telling) : []),
    ...section(answer.loss.mean > 0 ? words.whichWays : words.whichWaysTaken, wayLines(telling)),
    ...section(words.restsOn, restLines(telling, conditions)),
  ].join("\n");
}

function headingLines({ answer, world, lang, paint, columns }: TellingRace): readonly string[] {
  const { person } = world;
  const notes = [
    person.id,
    ...(person.asOf === undefined ? [] : [sayDate(person.asOf, lang)]),
    ...(answer.startsAt === null ? [] : [sayMoment(answer.startsAt, lang)]),
  ].join(" · ");
  if (displayWidth(person.name[lang]) + displayWidth(notes) + 2 <= columns)
    return [`${paint.title(person.name[lang])}  ${paint.quiet(notes)}`];
  return [
    ...laid(person.name[lang], { columns, paint: paint.title }),
    ...laid(notes, { columns, paint: paint.quiet }),
  ];
}

function labelLines({ answer, words, columns, paint }: TellingRace): readonly string[] {
  const { runs, runsWanted, truncatedRuns } = answer;
  return [
    ...(runs < runsWanted ? [words.truncated(groupDigits(runs), groupDigits(runsWanted))] : []),
    ...(truncatedRuns > 0 ? [words.cutOff(groupDigits(truncatedRuns))] : []),
  ].flatMap((text) => laid(text, { columns, paint: paint.doubt }));
}

function bottomLines(telling: TellingRace): readonly string[] {
  const { answer, words, lang, columns, paint } = telling;
  const nights = groupDigits(answer.runs);
  const glue = marks[lang].gap;
  if (answer.runs === 0) return laid(words.noNight, { columns, paint: paint.strong });
  const best = [...answer.variants].sort(
    (a, b) => a.loss.mean - b.loss.mean || a.pLoss.value - b.pLoss.value,
  )[0];
  const isBetter =
    best !== undefined && (best.difference.loss.ci95[1] < 0 || best.difference.pLoss.ci95[1] < 0);
  const isBeyond = isBetter && best.beyond.length > 0;
  const stillOpen = isBeyond ? `${glue}${words.beyondBest(best.beyond.length)}` : "";
  const betterIf = isBetter
    ? `${glue}${words.bottomBest(sayMeasures(telling, best), sayBest(telling, best))}${stillOpen}`
    : "";
  if (answer.pLoss.value === 0) {
    const none = isAllMoney(answer) ? words.bottomNone : words.bottomNoHarm;
    const isIf = (answer.ifAgentsAgree?.pLoss.value ?? 0) > 0;
    const said = none({ nights, ifNo: isIf ? askedOf(telling) : undefined });
    const upTo = words.bottomUpTo(sayPercent(answer.pLoss.ci95[1], lang));
    return [
      // Beside what may come all the same, how sure the other figure is would only sound like safety.
      ...laid(isIf || answer.beyond.length > 0 ? said : `${said}${glue}${upTo}`, {
        columns,
        paint: paint.strong,
      }),
      ...agreeLines(telling),
    ];
  }
  const share = sayShare(telling, answer.pLoss);
  const said = isAllMoney(answer)
    ? words.bottom({ nights, share, mean: sayMean(telling, answer) })
    : words.bottomHarms({ nights, share, harms: sayHarmsLost(telling, answer) });
  const first = words.bottomFirst(sayDuration(answer.firstLossMinutes.p50 ?? 0, lang));
  return [
    ...laid(`${said}${marks[lang].semicolon}${first}${betterIf}`, { columns, paint: paint.loss }),
    ...agreeLines(telling),
  ];
}

/** What is lost before any night begins: a race that says nothing of it would sound as if nothing were. */
function lostAlready(telling: TellingRace): readonly string[] {
  const { answer, words, lang, columns, paint } = telling;
  if (answer.lostAtStart.length === 0) return [];
  const titles = answer.lostAtStart.map((goal) => sayGoal(telling, goal));
  return laid(words.lostAlready(titles.join(marks[lang].semicolon)), { columns, paint: paint.loss });
}

/** A sum that is known only as an interval counts at its most; the figures above would sound as if it were known. */
function rangeLines(telling: TellingRace): readonly string[] {
  const { answer, words, lang, columns, paint } = telling;
  if (answer.ranges.length === 0) return [];
  const named = answer.ranges
    .slice(0, beyondNamed)
    .map(({ goal, from, to }) =>
      words.range(sayGoal(telling, goal), sayRange({ amount: to, atLeast: from }, answer.currency, lang)),
    );
  const more =
    answer.ranges.length > beyondNamed ? [words.beyondMore(answer.ranges.length - beyondNamed)] : [];
  return laid(words.countedAtMost([...named, ...more].join(marks[lang].semicolon)), {
    columns,
    paint: paint.doubt,
  });
}

const sayGoal = ({ world, lang }: TellingRace, goal: string): string =>
  world.person.losses.find((loss) => loss.goal.text === goal)?.title?.[lang] ??
  sayCapabilityName(world, goal, lang);

/** By reason, what no night came to and is not ruled out: a share of nights is not all there is to say. */
function beyondLines(telling: TellingRace): readonly string[] {
  const { answer, words, lang, columns, paint } = telling;
  const within = sayDuration(answer.horizonMinutes, lang);
  return beyondReasons.flatMap((why) => {
    const found = answer.beyond.filter((each) => each.why === why);
    if (found.length === 0) return [];
    const named = found.slice(0, beyondNamed).map(({ goal, minutes }) => {
      const said = sayGoal(telling, goal);
      return why === "later" && minutes !== null ? words.beyondFrom(said, sayDuration(minutes, lang)) : said;
    });
    const more = found.length > beyondNamed ? [words.beyondMore(found.length - beyondNamed)] : [];
    const losses = [...named, ...more].join(marks[lang].semicolon);
    return laid(words[beyondWord[why]](losses, within), { columns, paint: paint.doubt });
  });
}

const beyondWord = {
  agreed: "beyondAgreed",
  later: "beyondLater",
  "not-played": "beyondNotPlayed",
  "not-read": "beyondNotRead",
} as const;

/** What is nearest first. */
const beyondReasons = ["not-played", "agreed", "later", "not-read"] as const;
/** More names than this nobody reads in a headline; the count is told, and the answer has all. */
const beyondNamed = 3;

type Harmed = Pick<RaceTold, "harms" | "loss">;

const isAllMoney = ({ harms }: Pick<RaceTold, "harms">): boolean => harms.every(({ harm }) => isSum(harm));

/** The mean of a night; at least so much where some sum is not known, and no zero where none is. */
function sayMean(telling: TellingRace, { harms, loss }: Harmed): string {
  const { words } = telling;
  const isMore = harms.some((each) => each.isMore);
  if (isMore && loss.mean === 0) return words.unknownMean;
  const said = words.aNight(money(telling, loss.mean));
  return isMore ? words.atLeast(said) : said;
}

/** Kind by kind: `money in 62 % (US$3,000 a night on average), device wiped in 10 %`. */
function sayHarmsLost(telling: TellingRace, { harms }: Pick<Harmed, "harms">): string {
  const { words, lang } = telling;
  return harms
    .filter(({ share }) => share.value > 0)
    .map(({ harm, share, mean, isMore }) => {
      const said = words.harmIn(harmWords[harm].beside[lang], sayPercent(share.value, lang));
      if (!isSum(harm)) return said;
      const sum =
        mean === 0 && isMore
          ? words.unknownMean
          : isMore
            ? words.atLeast(words.aNight(money(telling, mean)))
            : words.aNight(money(telling, mean));
      return words.inBrackets(said, sum);
    })
    .join(marks[lang].list);
}

/** Only agents are asked, or the owner and people inside too. */
function askedOf({ answer, world }: TellingRace): Asked {
  const isAgents = answer.unstated.every((name) => {
    const slash = name.indexOf("/");
    const flows = world.catalog.institutions.get(name.slice(0, slash))?.flows ?? [];
    const whose = flows.find(({ id }) => id === name.slice(slash + 1))?.discretion?.whose;
    return whose === undefined || whose === "agent";
  });
  return isAgents ? "agents" : "people";
}

/** What comes of it where agents agree of whom nobody has said how often they do: never left out of the first sentence. */
/** What counts as known of everybody, and the same nights for whoever knows none of it: the one figure alone would be half the answer. */
function leakedLines(telling: TellingRace): readonly string[] {
  const { answer, world, words, lang, columns, paint } = telling;
  const { leaked, ifNotLeaked } = answer;
  if (leaked.length === 0) return [];
  const known = listed(
    leaked.map((text) => sayCapabilityName(world, text, lang)),
    lang,
  );
  const counted = laid(verdictWords(lang).leakedCounted(known), { columns, paint: paint.quiet });
  if (ifNotLeaked === null) return counted;
  const said =
    ifNotLeaked.pLoss.value === 0
      ? words.notLeakedNone(groupDigits(ifNotLeaked.runs))
      : words.notLeaked({
          share: sayShare(telling, ifNotLeaked.pLoss),
          what: isAllMoney(ifNotLeaked) ? sayMean(telling, ifNotLeaked) : sayHarmsLost(telling, ifNotLeaked),
        });
  return [...counted, ...laid(said, { columns })];
}

function agreeLines(telling: TellingRace): readonly string[] {
  const { answer, words, columns, paint } = telling;
  const { ifAgentsAgree, pLoss } = answer;
  if (ifAgentsAgree === null) return [];
  if (ifAgentsAgree.pLoss.value === 0)
    return laid(words.agreeSame(askedOf(telling)), { columns, paint: paint.doubt });
  // Where it changes nothing anybody could see it is told below, among what it rests on.
  const isWorse = ({ harm, share }: RaceTold["harms"][number]) =>
    share.value > (answer.harms.find((each) => each.harm === harm)?.share.ci95[1] ?? 0);
  const isSame =
    pLoss.value > 0 && !ifAgentsAgree.harms.some(isWorse) && ifAgentsAgree.loss.mean <= answer.loss.ci95[1];
  if (isSame) return [];
  const share = sayShare(telling, ifAgentsAgree.pLoss);
  return laid(
    words.ifAgree({
      share,
      asked: askedOf(telling),
      what: isAllMoney(ifAgentsAgree)
        ? sayMean(telling, ifAgentsAgree)
        : sayHarmsLost(telling, ifAgentsAgree),
    }),
    { columns, paint: paint.doubt },
  );
}

/** Whether any sum can be lost here at all: of speaking as the owner, or of a wiped phone, nobody counts a mean. */
const hasSums = ({ answer }: TellingRace): boolean => answer.harms.some(({ harm }) => isSum(harm));

/** The mean of a row: never a zero where something is lost of which nobody has stated a sum, or of which there is none. */
function sayMeanCell(telling: TellingRace, { loss, harms, unsized }: Averaged): string {
  const { words } = telling;
  if (loss.mean === 0 && unsized.value > 0) return words.noSum;
  const said = money(telling, loss.mean);
  return isUnknownIn(harms) ? words.orMore(said) : said;
}

type Averaged = Pick<RaceTold, "loss" | "harms" | "unsized">;

const isUnknownIn = (harms: RaceTold["harms"]): boolean => harms.some(({ isMore }) => isMore);

/** How often something is still lost with the best of the measures, and how much. */
function sayBest(telling: TellingRace, best: RaceVariant): string {
  const { lang } = telling;
  const share = sayPercent(best.pLoss.value, lang);
  return hasSums(telling) ? `${share}${marks[lang].comma}${sayMeanCell(telling, best)}` : share;
}

/** The base and each variant, a row each. */
function variantLines(telling: TellingRace): readonly string[] {
  const { answer, words, lang, columns } = telling;
  if (answer.variants.length === 0) return [];
  const firstOf = ({ p50 }: TimesAnswer) => (p50 === null ? words.never : sayShortDuration(p50, lang));
  const isCounted = hasSums(telling);
  const row = (
    name: string,
    difference: string,
    raced: Averaged & Pick<RaceTold, "pLoss" | "firstLossMinutes">,
  ) => [
    name,
    sayShare(telling, raced.pLoss),
    ...(isCounted ? [sayMeanCell(telling, raced), difference] : []),
    firstOf(raced.firstLossMinutes),
  ];
  const rows = [
    row(words.asItIs, "", answer),
    ...answer.variants.map((variant) =>
      row(sayMeasures(telling, variant), sayDifference(telling, variant), variant),
    ),
  ];
  return table(
    telling,
    [
      { title: words.race, isFlexible: true },
      { title: words.lossIn, isRight: true },
      ...(isCounted
        ? [
            { title: words.meanLoss, isRight: true },
            { title: words.difference, isRight: true, mayGo: true },
          ]
        : []),
      { title: words.firstLoss, isRight: true, mayGo: true },
    ],
    rows,
    columns,
  );
}

/** Nothing where a sum is unknown on either side: the difference of what is known is not the difference. */
function sayDifference(telling: TellingRace, { difference: { loss }, harms }: RaceVariant): string {
  if (isUnknownIn(harms) || isUnknownIn(telling.answer.harms)) return "";
  const [low, high] = loss.ci95;
  if (low === high) return signed(telling, loss.mean);
  return telling.words.inBrackets(
    signed(telling, loss.mean),
    `${signed(telling, low)} – ${signed(telling, high)}`,
  );
}

/** A bar is as wide as its share of the widest; the eye wants no more than this. */
const barWidth = 30;

function spreadLines(telling: TellingRace): readonly string[] {
  const { answer, words, lang, paint } = telling;
  const most = Math.max(...answer.losses.map(({ runs }) => runs));
  const names = answer.losses.map(({ from, to, isUnsized }) => {
    if (isUnsized) return hasSums(telling) ? words.noSumKnown : words.noMoney;
    if (to === 0 && answer.lostAtStart.length > 0) return words.nothingMore;
    if (to === 0) return answer.beyond.length > 0 ? words.nothingPlayed : words.nothingLost;
    return from === to ? money(telling, to) : `${money(telling, from)} – ${money(telling, to)}`;
  });
  const shares = answer.losses.map(({ runs }) => sayPercent(runs / answer.runs, lang));
  const [nameWidth, shareWidth] = [names, shares].map((texts) => Math.max(...texts.map(displayWidth)));
  return answer.losses.map(({ runs, to, isUnsized }, i) => {
    const bar = "█".repeat(Math.max(1, Math.round((runs / most) * barWidth)));
    const painted = to === 0 && !isUnsized ? paint.stops(bar) : paint.loss(bar);
    return `  ${padStart(names[i] ?? "", nameWidth ?? 0)}  ${padStart(shares[i] ?? "", shareWidth ?? 0)}  ${painted}`;
  });
}

function soonLines(telling: TellingRace): readonly string[] {
  const { answer, words, lang, columns } = telling;
  const row = (name: string, times: TimesAnswer) => [
    name,
    sayShare(telling, times.share),
    ...[times.p10, times.p50, times.p90].map((each) =>
      each === null ? words.never : sayShortDuration(each, lang),
    ),
  ];
  return table(
    telling,
    [
      { title: words.event, isFlexible: true },
      { title: words.ofNights, isRight: true },
      { title: words.tenth, isRight: true, mayGo: true },
      { title: words.half, isRight: true },
      { title: words.ninetieth, isRight: true, mayGo: true },
    ],
    [
      row(words.takeover, answer.firstTakeoverMinutes),
      row(isAllMoney(answer) ? words.money : words.firstHarm, answer.firstLossMinutes),
    ],
    columns,
  );
}

/** The rest carries little and is counted. */
const waysMax = 5;

function wayLines(telling: TellingRace): readonly string[] {
  const { answer, words, lang, columns } = telling;
  if (answer.ways.length === 0) return [];
  const hasMoney = answer.loss.mean > 0;
  const rows = answer.ways
    .slice(0, waysMax)
    .map((way) => [
      sayShare(telling, { value: way.share, ci95: way.ci95 }),
      ...(hasMoney ? [sayPercent(way.moneyShare, lang)] : []),
      sayFlows(telling, way.flows),
    ]);
  const more = answer.ways.length - waysMax;
  return [
    ...table(
      telling,
      [
        { title: words.ofLosses, isRight: true },
        ...(hasMoney ? [{ title: words.ofMoney, isRight: true, mayGo: true }] : []),
        { title: words.by, isFlexible: true },
      ],
      rows,
      columns,
    ),
    ...(more > 0 ? [`  ${words.moreWays(more)}`] : []),
  ];
}

/** `Alipay: open an account, bind a card; …`: each institution once. */
function sayFlows(telling: TellingRace, flows: readonly string[]): string {
  const { world, lang } = telling;
  const byInstitution = Map.groupBy(flows, (flow) => flow.slice(0, flow.indexOf("/")));
  return [...byInstitution]
    .map(([institution, its]) => {
      const titles = its.map((flow) => sayFlow(telling, institution, flow.slice(flow.indexOf("/") + 1)));
      const name = sayInstitution(world, institution, lang);
      return `${name}${marks[lang].colon}${titles.join(marks[lang].list)}`;
    })
    .join(marks[lang].semicolon);
}

function restLines(telling: TellingRace, conditions: readonly string[]): readonly string[] {
  const { answer, words, lang, world, columns, paint } = telling;
  const policy = (id: string) => policyWords[id]?.[lang] ?? id;
  const began =
    answer.startsAt === null
      ? words.noClock
      : `${words.begins(sayMoment(answer.startsAt, lang))}${answer.assumed.includes("at") ? `${marks[lang].comma}${words.asFounding}` : ""}`;
  const unsaid = answer.assumed.map((option) => `--${option}`).join(" ");
  const items: readonly (readonly [label: string, text: string, isDoubt?: boolean])[] = [
    [words.owner, policy(answer.owner)],
    [words.intruder, `${policy(answer.intruder)}${marks[lang].comma}${words.hands(answer.hands)}`],
    [words.clock, `${began}${marks[lang].semicolon}${words.lasts(sayDuration(answer.horizonMinutes, lang))}`],
    [
      words.nights,
      `${words.seed(groupDigits(answer.runs), answer.seed)}${unsaid === "" ? "" : `${marks[lang].semicolon}${words.unsaid(unsaid)}`}`,
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
            conditions.map((each) => sayCondition(world, each, lang)).join(marks[lang].semicolon),
          ] as const,
        ]),
    ...(answer.unstated.length === 0
      ? []
      : [[words[askedOf(telling)], words.neverGiveWay(sayFlows(telling, answer.unstated)), true] as const]),
    [words.intervals, words.methods],
    [words.reading, words.oneTelling],
  ];
  const label = Math.max(...items.map(([name]) => displayWidth(name)));
  return items.flatMap(([name, text, isDoubt]) =>
    laid(text, {
      columns,
      indent: `  ${paint.quiet(padEnd(name, label))}  `,
      hanging: " ".repeat(label + 4),
      ...(isDoubt === true ? { paint: paint.doubt } : {}),
    }),
  );
}

const sayMeasures = (telling: TellingRace, { measures }: RaceVariant): string =>
  measures.length === 0 ? telling.words.asItIs : measures.map((id) => sayMeasure(telling, id)).join(" + ");

/** A measure's title; its id where two variants would be called alike. */
function sayMeasure({ answer, world, lang }: TellingRace, id: string): string {
  const title = (of: string) => world.choices.find((choice) => choice.id === of)?.title[lang] ?? of;
  const named = new Set([...answer.measures, ...answer.variants.flatMap(({ measures }) => measures)]);
  return [...named].some((other) => other !== id && title(other) === title(id)) ? id : title(id);
}

const money = ({ answer, lang }: TellingRace, amount: number): string =>
  sayMoney(Math.round(amount), answer.currency, lang);

const signed = (telling: TellingRace, amount: number): string =>
  `${amount > 0 ? "+" : amount < 0 ? "−" : ""}${money(telling, Math.abs(amount))}`;

/** `62 %`, `0.3 %`; as many figures as a reader compares. */
function sayPercent(share: number, lang: Lang): string {
  const percent = share * 100;
  const digits = percent === 0 || percent === 100 || (percent >= 10 && percent <= 90) ? 0 : 1;
  const said =
    percent > 0 && percent < 0.05
      ? "< 0.1"
      : percent < 100 && percent >= 99.95
        ? "> 99.9"
        : percent.toFixed(digits);
  return said + marks[lang].percent;
}

function sayShare(
  { words, lang }: Pick<TellingRace, "words" | "lang">,
  { value, ci95: [low, high] }: Share,
): string {
  const bare = (share: number) => sayPercent(share, lang).replace(/ ?%$/, "");
  return words.inBrackets(sayPercent(value, lang), `${bare(low)}–${bare(high)}`);
}
