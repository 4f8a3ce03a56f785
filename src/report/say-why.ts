/** Why a step of a told night could not be taken, in whole sentences: made of the values the world gives, in both languages. */
import { denied, type Effect, formatDuration, formatTold, minutesPerDay, type Why } from "../model/index.ts";
import type { ReplayLine } from "../world/index.ts";
import { marks } from "./marks.ts";
import { sayMoney, sayShortDuration } from "./say-amounts.ts";
import { both, type Lang, type WordsOf, wordsIn } from "./words.ts";

interface MissingSaid {
  readonly actor: string;
  readonly what: string;
  /** The moment as the file writes it. */
  readonly at: string;
}

interface ComingSaid extends MissingSaid {
  readonly flow: string;
  readonly until: string;
}

interface SumSaid {
  readonly sum: string;
  readonly most: string;
  readonly times: number;
}

const table = {
  intruder: both("the intruder", "对方"),
  owner: both("the owner", "机主"),
  missing: both(
    ({ actor, what, at }: MissingSaid) => `${actor} does not have ${what} at ${at}`,
    ({ actor, what, at }) => `${at} 时，${actor}没有 ${what}`,
  ),
  coming: both(
    ({ actor, what, at, flow, until }: ComingSaid) =>
      `${actor} does not have ${what} at ${at} yet: ${flow}, which gives it, is under way until ${until}`,
    ({ actor, what, at, flow, until }) =>
      `${at} 时，${actor}还没有 ${what}：能得到它的 ${flow} 正在办，到 ${until} 才办完`,
  ),
  stopped: both(
    (what: string) => `${what} stops it`,
    (what) => `${what} 使它办不成`,
  ),
  closed: both(
    (wait: string) => `it is closed at that hour and opens in ${wait}`,
    (wait) => `那个时候不办理，${wait}后才开`,
  ),
  barred: both(
    (until: string) => `its limit was used up; again from ${until}`,
    (until) => `限额或次数已用完，${until} 起才能再办`,
  ),
  usedUp: both("its limit was used up, for good", "限额或次数已用完，不能再办"),
  tooOften: both(
    (times: number, most: number) =>
      `its limit lets it be run ${most === 1 ? "once" : `${most} times`} more, not ${times} times`,
    (times, most) => `按次数限制还能办 ${most} 次，而不是 ${times} 次`,
  ),
  each: both(
    ({ sum, most, times }: SumSaid) =>
      `${times === 1 ? "one run takes" : `${times} runs take`} ${most} at most, not ${sum}`,
    ({ sum, most, times }) => `${times} 次最多 ${most}，而不是 ${sum}`,
  ),
  limit: both(
    ({ sum, most }: SumSaid) => `its limit lets ${most} more through, not ${sum}`,
    ({ sum, most }) => `限额还剩 ${most}，不够 ${sum}`,
  ),
  part: both(
    ({ sum, most }: SumSaid) => `no more than ${most} more can go by it in one night, not ${sum}`,
    ({ sum, most }) => `一夜之内经它最多还能拿走 ${most}，而不是 ${sum}`,
  ),
  there: both(
    ({ sum, most }: SumSaid) => `only ${most} was there to be taken, not ${sum}`,
    ({ sum, most }) => `那里只有 ${most}，不够 ${sum}`,
  ),
  nothingThere: both(
    ({ sum }: SumSaid) => `nothing was there to be taken, not ${sum}`,
    ({ sum }) => `那里已经没有钱，拿不走 ${sum}`,
  ),
  notLost: both(
    (sum: string, lost: string, what: string) =>
      `${sum} of ${what} cannot come back: only ${lost} of it was lost by then`,
    (sum, lost, what) => `${what} 不可能退回 ${sum}：到那时只损失了 ${lost}`,
  ),
  nothingLost: both(
    (sum: string, what: string) => `${sum} of ${what} cannot come back: nothing of it was lost by then`,
    (sum, what) => `${what} 不可能退回 ${sum}：到那时还没有损失`,
  ),
  agent: both("the agent does not give way", "客服没有松口"),
  secrets: both("the secrets are the same no longer", "两处的密码已经不同"),
  takenAway: both(
    "what it gives was taken away, and hangs on the same SIM or device still",
    "它能得到的已被收回，而卡或设备没有换",
  ),
  inProgress: both("the same step of the same actor is in progress already", "同一个人的同一步正在办"),
  several: both(
    (effects: string) => `it may concern several things: ${effects}; name them`,
    (effects) => `可能涉及几样东西：${effects}；请写明是哪一样`,
  ),
  tooShort: both(
    (least: string, told: string) => `it takes ${least} at least, not ${told}`,
    (least, told) => `至少要 ${least}，而不是 ${told}`,
  ),
  tooLong: both(
    (most: string, told: string) => `it takes ${most} at most, not ${told}`,
    (most, told) => `最多要 ${most}，而不是 ${told}`,
  ),
  begunInVain: both(
    (at: string, why: string) => `it was begun, but at ${at} it failed: ${why}`,
    (at, why) => `已经开始办，但到 ${at} 没有办成：${why}`,
  ),
};

type WhyWords = WordsOf<typeof table>;

/** Of whose night it is said: when it began, as its file writes times, and in which money. */
export interface ToldOf {
  readonly startsAt: number | undefined;
  readonly currency: string | undefined;
}

/** The whole reason of one line; empty where it was allowed. */
export function sayWhyNot(
  { why, failedAt, actor, at }: ReplayLine,
  { startsAt, currency }: ToldOf,
  lang: Lang,
): string {
  const words = wordsIn(table, lang);
  const who = actor === "intruder" ? words.intruder : words.owner;
  const clock = (minute: number) => formatTold(minute, startsAt);
  const money = (amount: number) => sayMoney(amount, currency, lang);
  const said = why
    .map((reason) => sayWhy(reason, { words, lang, who, clock, money, minute: failedAt ?? at }))
    .join(marks[lang].semicolon);
  return failedAt === undefined ? said : words.begunInVain(clock(failedAt), said);
}

interface Saying {
  readonly words: WhyWords;
  readonly lang: Lang;
  readonly who: string;
  readonly minute: number;
  readonly clock: (minute: number) => string;
  readonly money: (amount: number) => string;
}

const quoted = (text: string): string => `\`${text}\``;

function sayWhy(why: Why, saying: Saying): string {
  const { words, lang, clock, money } = saying;
  const length = (minutes: number) =>
    lang === "en" ? formatDuration(minutes) : sayShortDuration(minutes, lang);
  switch (why.kind) {
    case "missing":
      return sayMissing(why, saying);
    case "stopped":
      return words.stopped(quoted(why.condition.text));
    case "closed":
      return words.closed(length(why.opensInMinutes));
    case "barred":
      return why.until > endOfTime ? words.usedUp : words.barred(clock(why.until));
    case "agent-refuses":
      return words.agent;
    case "secrets-differ":
      return words.secrets;
    case "taken-away":
      return words.takenAway;
    case "in-progress":
      return words.inProgress;
    case "several":
      return words.several(why.effects.map(sayEffects).join(marks[lang].semicolon));
    case "too-often":
      return words.tooOften(why.times, why.mostTimes);
    case "too-much":
      return words[why.by === "there" && why.mostAmount === 0 ? "nothingThere" : why.by]({
        sum: money(why.amount),
        most: money(why.mostAmount),
        times: why.times,
      });
    case "not-lost":
      return why.lostAmount === 0
        ? words.nothingLost(money(why.amount), quoted(why.loss.text))
        : words.notLost(money(why.amount), money(why.lostAmount), quoted(why.loss.text));
    case "too-short":
      return words.tooShort(length(why.leastMinutes), length(why.minutes));
    case "too-long":
      return words.tooLong(length(why.mostMinutes), length(why.minutes));
  }
}

function sayMissing(
  { capability, coming }: Extract<Why, { kind: "missing" }>,
  { words, who, minute, clock }: Saying,
): string {
  const said = { actor: who, what: quoted(capability.text), at: clock(minute) };
  if (coming === undefined) return words.missing(said);
  const flow = quoted(`${coming.institution}/${coming.flow}`);
  return words.coming({ ...said, flow, until: clock(coming.until) });
}

/** What comes after a hundred years comes in nobody's life: the limit is `per: ever`. */
const endOfTime = 100 * 366 * minutesPerDay;

const sayEffects = (effects: readonly Effect[]): string =>
  effects
    .map(({ capability, isCleared }) => (isCleared ? denied(capability.text) : capability.text))
    .join(", ");
