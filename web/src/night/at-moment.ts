/** What is so at one minute of a night, all that happens at that minute included. */
import type {
  BlockTold,
  Entry,
  MoneyTold,
  NightTold,
  StepTold,
  TraceTold,
  UnsizedLoss,
} from "./night-told.ts";

export interface AtMoment {
  /** Steps that are in progress. */
  readonly doing: readonly StepTold[];
  /** What was last begun or seen. */
  readonly last?: Entry;
  /** What the thieves have, newest first. */
  readonly thievesHave: readonly string[];
  /** What the owner had at the beginning or since, and has no more; newest first. */
  readonly ownerLost: readonly string[];
  /** What of the thieves' doings has reached the owner, newest first. */
  readonly ownerSaw: readonly TraceTold[];
  readonly blocked: readonly BlockTold[];
  readonly gone: number;
  /** What else is gone, of unknown size, by goal. */
  readonly unsized: readonly string[];
  /** Where it went from, loss by loss, less what came back. */
  readonly goneBy: readonly { readonly goal: string; readonly amount: number }[];
}

export function atMinute(night: NightTold, minute: number): AtMoment {
  const { steps, entries, held, traces, money } = night;
  const last = entries.findLast(({ at }) => at <= minute);
  const thievesHave = held
    .filter(({ side, from, until }) => side === "intruder" && from <= minute && minute < until)
    .sort((a, b) => b.from - a.from);
  const owners = held.filter(({ side, from }) => side === "owner" && from <= minute);
  const stillOwners = new Set(owners.filter(({ until }) => minute < until).map(({ what }) => what));
  const lost = owners
    .filter(({ what, until }) => until <= minute && !stillOwners.has(what))
    .sort((a, b) => b.until - a.until);
  const goneBy = new Map<string, number>();
  for (const { at, goal, amount } of money)
    if (at <= minute && goal !== undefined) goneBy.set(goal, (goneBy.get(goal) ?? 0) + amount);
  return {
    doing: steps.filter(({ at, until, waitsFrom = until }) => at <= minute && minute < waitsFrom),
    ...(last === undefined ? {} : { last }),
    thievesHave: thievesHave.map(({ what }) => what),
    ownerLost: [...new Set(lost.map(({ what }) => what))],
    ownerSaw: traces.filter(({ side, at }) => side === "owner" && at <= minute).reverse(),
    blocked: night.blocks.filter((block) => isSetAt(block, minute)),
    gone: goneAt(money, minute),
    unsized: night.unsized.filter(({ at }) => at <= minute).map(({ goal }) => goal),
    goneBy: [...goneBy].flatMap(([goal, amount]) => {
      const still = Math.round(amount * 100) / 100;
      return still > 0 ? [{ goal, amount: still }] : [];
    }),
  };
}

/** What still stands at the end stands in the last minute, too. */
export const isSetAt = ({ from, until, ended }: BlockTold, minute: number): boolean =>
  from <= minute && (minute < until || ended === undefined);

export const goneAt = (money: readonly MoneyTold[], minute: number): number =>
  money.findLast(({ at }) => at <= minute)?.total ?? 0;

export const unsizedAt = (unsized: readonly UnsizedLoss[], minute: number): number =>
  unsized.filter(({ at }) => at <= minute).length;
