/**
 * Sums as institutions send them. Life is written in thirds of an ordinary payment; here each sum is told in the money
 * of where somebody lives, on a journey now and then in another, and some institutions do not say in which.
 */
import { everydaySum } from "../detect/index.ts";
import { currencyIn } from "../model/index.ts";
import { chanceOf } from "./chance.ts";
import type { StreamEvent } from "./event-text.ts";
import type { Somebody } from "./somebody.ts";

/** What is paid in life as it is written, about the middle of it. */
const writtenSum = 30;
const abroad = ["EUR", "THB", "JPY", "USD"] as const;
const silentShare = 0.15;

export function inCurrencyOf(who: Somebody, events: readonly StreamEvent[]): readonly StreamEvent[] {
  const chance = chanceOf(0, "money", who.id);
  const own = currencyIn(who.region);
  const isSilent = chance.is(silentShare);
  return events.map((event) => {
    if (event.amount === undefined || own === undefined) return event;
    const isAway = event.place?.startsWith("abroad-") === true && chance.is(0.6);
    const currency = isAway ? (chance.of(abroad) ?? own) : own;
    const sum = everydaySum(currency);
    if (sum === undefined) return event;
    const amount = (event.amount / writtenSum) * sum;
    return isSilent && !isAway ? { ...event, amount } : { ...event, amount, currency };
  });
}
