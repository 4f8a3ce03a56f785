/** What the other side probably has by now, and what of the things told does not fit together. */
import type { Grounded } from "../ground/index.ts";
import { type AtomId, at } from "../model/index.ts";
import type { Belief } from "./belief.ts";
import { isEmpty } from "./sign-meaning.ts";

export interface BeliefTold {
  readonly atom: AtomId;
  readonly probability: number;
  /** Signs (by their place in the file) whose likeliest cause asks or gives it. */
  readonly because: readonly number[];
}

export interface Contradiction {
  readonly list: "signs" | "done";
  readonly index: number;
  /** Of the weight of all nights, how much lies in nights in which it can be. */
  readonly share: number;
  /** It can be, if the other side has more than anybody told of; that is taken into account. */
  readonly isMore: boolean;
}

const beliefsMax = 30;

export function beliefsOf(world: Grounded, belief: Belief, held: readonly string[]): readonly BeliefTold[] {
  const { capabilities } = world.catalog.vocabulary;
  return [...belief.holds]
    .filter(([atom, probability]) => {
      const { kind, text } = at(world.atoms, atom);
      return probability >= 0.05 && !held.includes(text) && capabilities.get(kind) !== undefined;
    })
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, beliefsMax)
    .map(([atom, probability]) => ({
      atom,
      probability: Math.min(1, probability),
      because: belief.signs.flatMap(({ read, by }) => {
        const [cause] = by;
        if (cause === undefined) return [];
        const { asks, gives } = at(world.steps, cause);
        return asks.includes(atom) || gives.some((given) => given.atom === atom) ? [read.sign.index] : [];
      }),
    }));
}

const contradictsBelow = 0.5;

/** Of somebody who described nothing, no sign is against what was told: there is more than anybody told of. */
export function contradictionsOf(
  belief: Belief,
  { isUndescribed }: { readonly isUndescribed: boolean },
): readonly Contradiction[] {
  return [
    ...belief.signs.flatMap(({ read, explained, untold, otherwise }): Contradiction[] => {
      // A word that nothing here answers to is counted as not understood, and says nothing against anything.
      if (explained >= contradictsBelow || (read.causes.length === 0 && isEmpty(read.means))) return [];
      const isMore = isUndescribed || explained + untold + otherwise >= contradictsBelow;
      return [{ list: "signs", index: read.sign.index, share: explained, isMore }];
    }),
    ...belief.deedsRead.flatMap(({ deed, steps }, i): Contradiction[] => {
      const share = belief.deeds[i] ?? 0;
      const isClaimed = deed.result === "done" && steps.length > 0;
      return isClaimed && share < contradictsBelow
        ? [{ list: "done", index: deed.index, share, isMore: false }]
        : [];
    }),
  ];
}
