/** Losses told by what harm they are: a sum where they are sums, by name and number where they are not. */
import { type HarmCount, type HarmKind, harmsOf, isSum } from "../model/index.ts";
import type { Loss } from "../questions/index.ts";
import { harmWords, wordsOfHarm } from "./harm-words.ts";
import { marks } from "./marks.ts";
import { sayMoney, sayRange } from "./say-amounts.ts";
import type { Lang } from "./words.ts";

/** In which language, and which money. */
export interface InMoney {
  readonly lang: Lang;
  readonly currency: string | undefined;
}

/** What somebody could do, after "could": `take money`, `speak as the owner`; of one loss. */
export const sayCould = (harm: HarmKind, lang: Lang): string => harmWords[harm].could[lang](1);

/** What stands beside one loss: its sum, or what it is where no sum is missed; `unstated` where one is. */
export function sayLossAmount(
  { amount, atLeast, harm }: { readonly amount?: number; readonly atLeast?: number; readonly harm: HarmKind },
  { lang, currency }: InMoney,
  unstated: string,
): string {
  if (amount !== undefined && amount !== 0) return sayRange({ amount, atLeast }, currency, lang);
  return isSum(harm) ? unstated : harmWords[harm].beside[lang];
}

/** Losses that are told each by itself; none of them is a part of another. */
export const harmsOfLosses = (
  losses: readonly Pick<Loss, "goal" | "harm" | "amount">[],
): readonly HarmCount[] => harmsOf(losses.map(({ goal, ...rest }) => ({ ...rest, id: goal, partOf: [] })));

/** The money in it, `undefined` where no sum is known; never less than there may be without saying so. */
export function sayKnownSum(harms: readonly HarmCount[], { lang, currency }: InMoney): string | undefined {
  const amount = harms.reduce((sum, each) => sum + each.amount, 0);
  if (amount === 0) return undefined;
  const said = sayMoney(amount, currency, lang);
  return harms.some(({ isMore }) => isMore) ? wordsOfHarm(lang).andMore(said) : said;
}

/** What of it is no sum, each kind by name and number; empty where all is. */
export const sayOtherHarms = (harms: readonly HarmCount[], lang: Lang): readonly string[] =>
  harms.flatMap(({ harm, count }) => (isSum(harm) ? [] : [harmWords[harm].lost[lang](count)]));

/** All of it in one breath: `US$500 and more of unknown size; 1 device wiped`. */
export function sayHarms(harms: readonly HarmCount[], saying: InMoney): string {
  const { lang } = saying;
  const sums = harms.filter(({ harm }) => isSum(harm));
  const count = sums.reduce((all, each) => all + each.count, 0);
  const known = sayKnownSum(harms, saying);
  const money = known ?? (count === 0 ? undefined : wordsOfHarm(lang).unknownSums(count));
  return [...(money === undefined ? [] : [money]), ...sayOtherHarms(harms, lang)].join(marks[lang].semicolon);
}
