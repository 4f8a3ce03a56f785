/**
 * How much several sums are together where some of them come under the same limits.
 *
 * What to know to trust it: never too low. Limits of which one holds for all that another holds for are counted exactly,
 * however many lie one in another; where two of them share only a part of what they hold for, the sum is a bound, and
 * that is said.
 */

/** A limit of money or of runs in the time asked about: whatever comes under it is together no more than that. */
export interface Limit {
  readonly id: string;
  readonly most: number;
}

/** A sum, and what all of it passes: in each of these lists, every part of it passes one of the limits. */
export interface UnderLimits {
  readonly amount: number;
  readonly under: readonly (readonly Limit[])[];
}

export interface MostUnder {
  readonly amount: number;
  /** It may be less: limits cross, and not all of them were counted. */
  readonly isBound: boolean;
}

/** Several of the sums that are counted as one from here on. */
interface Block {
  readonly items: readonly number[];
  readonly amount: number;
}

export function mostUnder(sums: readonly UnderLimits[]): MostUnder {
  let blocks: readonly Block[] = sums.map(({ amount }, item) => ({ items: [item], amount }));
  let isBound = false;
  for (const { members, most } of limitsIn(sums)) {
    const within = blocks.filter(({ items }) => items.every((item) => members.has(item)));
    const crossing = blocks.some(
      (block) => !within.includes(block) && block.items.some((item) => members.has(item)),
    );
    const sum = within.reduce((all, { amount }) => all + amount, 0);
    if (crossing) {
      const all = [...members].reduce((known, item) => known + sums[item]!.amount, 0);
      if (all > most) isBound = true;
    }
    if (sum <= most) continue;
    const items = within.flatMap((block) => block.items);
    blocks = [...blocks.filter((block) => !within.includes(block)), { items, amount: most }];
  }
  return { amount: blocks.reduce((sum, { amount }) => sum + amount, 0), isBound };
}

/** Each set of limits that something passes, with all that passes no others; those of the fewest first. */
function limitsIn(
  sums: readonly UnderLimits[],
): readonly { readonly members: ReadonlySet<number>; readonly most: number }[] {
  const most = new Map<string, number>();
  const sets = new Map<string, ReadonlySet<string>>();
  for (const { under } of sums)
    for (const limits of under) {
      for (const { id, most: one } of limits) most.set(id, Math.max(most.get(id) ?? 0, one));
      const ids = [...new Set(limits.map(({ id }) => id))].sort();
      sets.set(JSON.stringify(ids), new Set(ids));
    }
  return [...sets.values()]
    .map((ids) => ({
      members: new Set(
        sums.flatMap(({ under }, item) =>
          under.some((limits) => limits.every(({ id }) => ids.has(id))) ? [item] : [],
        ),
      ),
      most: [...ids].reduce((sum, id) => sum + most.get(id)!, 0),
    }))
    .sort((a, b) => a.members.size - b.members.size || a.most - b.most);
}
