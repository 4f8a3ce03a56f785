/**
 * How soon, for each of those drawn: the earliest minute at which anything is lost, by what was read, from what is held.
 * The same earliest times as one person's audit has, with the rules that person has (law P11); and how many have lost
 * something by a given minute, with the interval of the sampling.
 *
 * What to know to trust it: earliest times are those of somebody with as many hands as they like, so nobody is sooner and
 * most are later. Cost: a pass over the rules for every kind of person that is drawn, which is why fewer are asked than
 * are counted.
 */
import { earliest, earliestScratch } from "../graph/index.ts";
import type { ChoiceId } from "../model/index.ts";
import { activeWith, lentRules, type Reach, within } from "../reach/index.ts";
import { isIn } from "./bits.ts";
import type { Block } from "./block.ts";

export interface SoonestQuestion {
  readonly reach: Reach;
  readonly block: Block;
  readonly chosen: readonly ChoiceId[];
  /** The first so many of the block. */
  readonly people: number;
  /** The minute of the week at which it begins; without it every office is always open. */
  readonly startsAt?: number | undefined;
}

/** Minutes, person by person; `Infinity`: nothing is lost by what was read. */
export function soonestOfEach(question: SoonestQuestion): Float64Array {
  const { reach, block, chosen, people, startsAt } = question;
  const { rules, goalNodes } = reach;
  const inForce = within(activeWith(reach, chosen), lentRules(reach), 0);
  const masks = [...block.masksUnder(new Set(chosen))].filter(([rule]) => inForce[rule] === 1);
  const starts = [...block.start];
  const scratch = earliestScratch(rules);
  const active = new Uint8Array(inForce);
  const known = new Map<string, number>();
  return Float64Array.from({ length: people }, (_, index) => {
    const held = starts.flatMap(([node, whose]) => (isIn(whose, index) ? [node] : []));
    for (const [rule, mask] of masks) active[rule] = isIn(mask, index) ? 1 : 0;
    // Who has the same rules and had the same taken is the same person here.
    const key = `${held.join()} ${masks.map(([rule]) => active[rule]).join("")}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const { time } = earliest(rules, held, { active, startsAt }, scratch);
    const soonest = goalNodes.reduce((least, node) => Math.min(least, time[node] ?? Infinity), Infinity);
    known.set(key, soonest);
    return soonest;
  });
}

/** Minutes at which one looks: a call, a lunch, a night, a week. */
export const looksAtMinutes = [1, 5, 15, 30, 60, 120, 240, 480, 1_440, 4_320, 10_080] as const;
