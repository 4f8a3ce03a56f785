/** What a measure takes, who takes it and what is left, in everyday words. */
import { isSum, splitCapability } from "../../../src/model/index.ts";
import type { Alone, AuditAnswer, Lockout } from "../../../src/questions/index.ts";
import {
  harmsOfLosses,
  isNear,
  type Lang,
  marks,
  sayInstitution,
  sayOtherHarms,
  sayThing,
  verdictWords,
  type WordsOf,
  wordsIn,
} from "../../../src/report/index.ts";
import { duration, money, type Telling } from "../telling.ts";
import type { Deed, Who } from "./deeds.ts";
import { cutWords } from "./words.ts";

type CutWords = WordsOf<typeof cutWords>;
const spoken = new Map<Lang, CutWords>();

/** The words of the cut, in the language of who is telling. */
export function wordsOfCut(lang: Lang): CutWords {
  const known = spoken.get(lang) ?? wordsIn(cutWords, lang);
  spoken.set(lang, known);
  return known;
}

export function sayWho({ data, lang }: Telling, who: Who): string {
  const words = wordsOfCut(lang);
  switch (who.kind) {
    case "self":
      return words.self;
    case "with":
      return who.thing === undefined
        ? words.withWhom(sayInstitution(data, who.institution, lang))
        : words.forThing(sayThing(data, who.thing, lang));
    case "institution":
      return sayInstitution(data, who.institution, lang);
    case "all":
      return words.allInstitutions;
  }
}

/** Efforts of measures are 1, 3 or 10; a file of one's own may say something between. */
const size = (effort: number): 0 | 1 | 2 => (effort < 2 ? 0 : effort < 6 ? 1 : 2);

export function sayTaking(telling: Telling, { who, measure, flows }: Deed): string {
  const words = wordsOfCut(telling.lang);
  const [flow] = flows;
  const pick = <T>(...of: readonly [T, T, T]): T => of[size(measure.effort)];
  switch (who.kind) {
    case "self":
      return pick(words.selfLow, words.selfMedium, words.selfHigh);
    case "institution":
    case "all":
      return pick(words.theirsLow, words.theirsMedium, words.theirsHigh);
    case "with": {
      if (flow === undefined) return pick(words.withLow, words.withMedium, words.withHigh);
      const likely = duration(telling, flow.takes.likely);
      switch (flow.channel) {
        case "phone":
          return words.byPhone(likely);
        case "sms":
        case "ussd":
          return words.byText;
        case "counter":
        case "branch":
          return words.byVisit(likely);
        default:
          return words.byScreen(likely);
      }
    }
  }
}

/** What one does at home by oneself says so already. */
export const sayWhoAndTaking = (telling: Telling, deed: Deed): string =>
  [...(deed.who.kind === "self" ? [] : [sayWho(telling, deed.who)]), sayTaking(telling, deed)].join(
    marks[telling.lang].comma,
  );

/**
 * Whether what is chosen took away the last of what could be lost by what was read. Only that is shown as done: where
 * nothing was taken to begin with, nothing has been won. What is not ruled out is told beside it (`sayRemains`).
 */
export const isStopped = (before: AuditAnswer, now: AuditAnswer): boolean => {
  const isReached = ({ losses }: AuditAnswer) => losses.some(({ reachable }) => reachable);
  return isReached(before) && !isReached(now);
};

/** What could still be lost by what was read, and in the same breath how much is not ruled out. */
export function sayRemains(telling: Telling, now: AuditAnswer): string {
  const said = sayOpen(telling, openIn(now));
  const near = now.losses.filter(isNear);
  if (near.length === 0) return said;
  const { lang } = telling;
  return said + marks[lang].semicolon + verdictWords(lang).alsoNear(near.length);
}

/**
 * What is left after some step, of which only the rest of what was read is known: where that is nothing, what is not ruled
 * out is said to stand apart, and nothing is said to be left of what was not there.
 */
export function sayLeft(telling: Telling, open: Open): string {
  const said = sayOpen(telling, open);
  if (open.remaining.length > 0 || !telling.base.losses.some(isNear)) return said;
  return said + marks[telling.lang].semicolon + wordsOfCut(telling.lang).nearApart;
}

interface Open {
  readonly remaining: readonly string[];
  readonly remainingAmount: number;
}

/** What is still reached: money, sums nobody knows the size of, and what is no sum by its kind. */
export function sayOpen(telling: Telling, { remaining, remainingAmount }: Open): string {
  const words = wordsOfCut(telling.lang);
  if (remaining.length === 0)
    return telling.base.losses.some(({ reachable }) => reachable) ? words.nothing : words.nothingFound;
  const left = telling.base.losses.filter(({ goal }) => remaining.includes(goal));
  const others = sayOtherHarms(harmsOfLosses(left), telling.lang);
  const sums = remaining.length - left.filter(({ harm }) => !isSum(harm)).length;
  const unknown = left.filter(({ harm, amount }) => isSum(harm) && amount === undefined).length;
  const said = () => {
    // Also where a known part lies in an unknown whole: the sum would be 0 beside it.
    if (unknown > 0 && remainingAmount === 0) return words.unknownPlaces(sums);
    const known = money(telling, remainingAmount);
    return unknown === 0 ? known : words.andUnknown({ money: known, count: unknown });
  };
  return [...(sums === 0 ? [] : [said()]), ...others].join(marks[telling.lang].semicolon);
}

/** Nobody has said how much there is anywhere: sums would say that there is nothing to lose. */
export const isUnsized = ({ losses, reachableAmount }: AuditAnswer): boolean =>
  reachableAmount === 0 && losses.some(({ reachable, amount }) => reachable && amount === undefined);

export const openIn = ({ losses, reachableAmount }: AuditAnswer): Open => ({
  remaining: losses.filter(({ reachable }) => reachable).map(({ goal }) => goal),
  remainingAmount: reachableAmount,
});

/** When the first loss is reached; `null`: none is. */
export function firstLossOf({ losses }: AuditAnswer): number | null {
  const times = losses.flatMap(({ reachable, earliestMinutes }) =>
    reachable && earliestMinutes !== null ? [earliestMinutes] : [],
  );
  return times.length === 0 ? null : Math.min(...times);
}

export interface LockedThing {
  /** By name. */
  readonly name: string;
  /** The measures that bring it about, by id. */
  readonly because: readonly string[];
}

/** What the owner could no longer use, thing by thing: who is signed out of an account cannot pay from it either. */
export function lockedThings({ data, lang }: Telling, lockouts: readonly Lockout[]): readonly LockedThing[] {
  const found = new Map<string, Set<string>>();
  for (const { goal, because } of lockouts) {
    const thing = splitCapability(goal)?.subjects[0] ?? goal;
    found.set(thing, new Set([...(found.get(thing) ?? []), ...because]));
  }
  return [...found].map(([thing, because]) => ({ name: sayThing(data, thing, lang), because: [...because] }));
}

/** What one measure does by itself. */
export function sayAlone(
  telling: Telling,
  { remainingAmount, remaining, firstLossMinutes, lockedOut }: Alone,
): string {
  const { base, lang } = telling;
  const words = wordsOfCut(lang);
  if (lockedOut) return words.locksOut;
  if (remainingAmount < base.reachableAmount)
    return words.aloneLeaves(sayOpen(telling, { remaining, remainingAmount }));
  const closed = openIn(base).remaining.length - remaining.length;
  if (closed > 0) return words.aloneCloses(closed);
  const later = (firstLossMinutes ?? Infinity) - (firstLossOf(base) ?? Infinity);
  return later > 0 && later < Infinity ? words.aloneDelays(duration(telling, later)) : words.aloneNothing;
}
