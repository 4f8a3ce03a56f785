/**
 * A changed part nobody feels may do something alone that another changed part undoes: a lock put in force beside a new way
 * around it. That is another thing than a part without effect, and the two are named together.
 *
 * The part alone is laid over the old catalogue; who undoes it is whoever has to be put back in the new one for the same
 * to show. Cost: one world for each changed part of a customer, and two closures a beginning.
 */
import type { ChangedPart } from "../../catalog/index.ts";
import { type Pair, partsTriedMax, type SceneAsked } from "./causes.ts";
import { type EffectKind, effectsBetween, isOwners, type RawEffect } from "./effects.ts";
import { type Scene, sceneOf } from "./scene.ts";

export interface Undone {
  /** What the part would do alone. */
  readonly kind: EffectKind;
  readonly goal: string;
  readonly person: string;
  readonly held: readonly string[];
  /** Indexes into the changes: each of them undoes it. Empty: only several together do. */
  readonly by: readonly number[];
}

export interface UndoneQuestion {
  readonly pair: Pair;
  readonly person: string;
  readonly parts: readonly ChangedPart[];
  readonly index: number;
  /** From the least to the most; the first that shows anything is told. */
  readonly beginnings: readonly { readonly held: readonly string[]; readonly asked: SceneAsked }[];
}

export function undoneBy({ pair, person, parts, index, beginnings }: UndoneQuestion): Undone | undefined {
  const others = parts.flatMap(({ isWording }, i) => (isWording || i === index ? [] : [i]));
  if (others.length === 0 || others.length >= partsTriedMax) return undefined;
  const { before, after } = pair;
  for (const { held, asked } of beginnings) {
    const was = sceneOf({ ...before, ...asked });
    const between = (is: Scene) =>
      effectsBetween({ was, is, before, after, held, person, leavesPossibleOut: true }).filter(
        (effect) => !isOwners(effect),
      );
    const [first] = between(pair.sceneWith(asked, false, index));
    if (first === undefined) continue;
    const { kind, goal } = first;
    const isSame = (each: RawEffect) => each.kind === kind && each.goal === goal;
    const by = others.filter((other) => between(pair.sceneWith(asked, true, other)).some(isSame));
    return { kind, goal, person, held, by };
  }
  return undefined;
}
