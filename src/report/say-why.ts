/** Why a step of a told night could not be taken, in whole sentences: made of the values the world gives, in both languages. */
import { denied, type Effect, formatDuration, type Why } from "../model/index.ts";
import type { ReplayLine } from "../world/index.ts";
import { marks } from "./marks.ts";
import { sayShortDuration } from "./say-amounts.ts";
import { both, type Lang, type WordsOf, wordsIn } from "./words.ts";

interface MissingSaid {
  readonly actor: string;
  readonly what: string;
  readonly minute: number;
}

const table = {
  intruder: both("the intruder", "对方"),
  owner: both("the owner", "机主"),
  missing: both(
    ({ actor, what, minute }: MissingSaid) => `${actor} does not have ${what} at minute ${minute}`,
    ({ actor, what, minute }) => `第 ${minute} 分钟时，${actor}没有 ${what}`,
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
    (minute: number) => `its limit was used up; again from minute ${minute}`,
    (minute) => `限额或次数已用完，第 ${minute} 分钟起才能再办`,
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
    (minute: number, why: string) => `it was begun, but at minute ${minute} it failed: ${why}`,
    (minute, why) => `已经开始办，但到第 ${minute} 分钟没有办成：${why}`,
  ),
};

type WhyWords = WordsOf<typeof table>;

/** The whole reason of one line; empty where it was allowed. */
export function sayWhyNot({ why, failedAt, actor, at }: ReplayLine, lang: Lang): string {
  const words = wordsIn(table, lang);
  const who = actor === "intruder" ? words.intruder : words.owner;
  const said = why
    .map((reason) => sayWhy(reason, { words, lang, who, minute: failedAt ?? at }))
    .join(marks[lang].semicolon);
  return failedAt === undefined ? said : words.begunInVain(failedAt, said);
}

interface Saying {
  readonly words: WhyWords;
  readonly lang: Lang;
  readonly who: string;
  readonly minute: number;
}

const quoted = (text: string): string => `\`${text}\``;

function sayWhy(why: Why, { words, lang, who, minute }: Saying): string {
  const length = (minutes: number) =>
    lang === "en" ? formatDuration(minutes) : sayShortDuration(minutes, lang);
  switch (why.kind) {
    case "missing":
      return words.missing({ actor: who, what: quoted(why.capability.text), minute });
    case "stopped":
      return words.stopped(quoted(why.condition.text));
    case "closed":
      return words.closed(length(why.opensInMinutes));
    case "barred":
      return words.barred(why.until);
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
    case "too-short":
      return words.tooShort(length(why.leastMinutes), length(why.minutes));
    case "too-long":
      return words.tooLong(length(why.mostMinutes), length(why.minutes));
  }
}

const sayEffects = (effects: readonly Effect[]): string =>
  effects
    .map(({ capability, isCleared }) => (isCleared ? denied(capability.text) : capability.text))
    .join(", ");
