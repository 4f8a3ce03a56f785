/**
 * For a loss a change opens, or brings sooner: the smallest person for whom it does, made of what one person has who was
 * asked about, with nothing in it that can be left out.
 */
import { splitCapability } from "../../model/index.ts";
import { leakedOf, type Person } from "../../person/index.ts";
import type { Way } from "../../reach/index.ts";
import type { Effect } from "./effects.ts";
import { openSide, type Side, sceneOf } from "./scene.ts";
import { smallestPerson } from "./smallest.ts";

export interface OpenedQuestion {
  readonly old: Side;
  readonly now: Side;
  /** Of the person asked about, read under the new catalogue. */
  readonly person: Person;
  /** The loss that is opened or brought sooner, and from which beginning. */
  readonly effect: Pick<Effect, "held" | "goal">;
  /** Whether what has leaked of everybody counts as known. */
  readonly leaks: boolean;
  readonly today: string;
  readonly startsAt?: number | undefined;
  readonly asksMax: number;
}

export interface OpenedFor {
  readonly person: Person;
  readonly held: readonly string[];
  readonly goal: string;
  readonly minutes: number;
  readonly beforeMinutes: number | null;
  readonly way: Way;
  /** Nobody with fewer of these things. */
  readonly isSmallest: boolean;
}

/** `undefined` where nobody without an unknown could be found for whom it is so. */
export function openedFor({
  old,
  now,
  effect,
  today,
  startsAt,
  asksMax,
  person,
  leaks,
}: OpenedQuestion): OpenedFor | undefined {
  const { held, goal } = effect;
  /** What is held must be there to be held. */
  const isHeld = ({ things }: Person) =>
    held.every((word) => {
      const thing = splitCapability(word)?.subjects.join(", ") ?? "";
      return (
        !thing.includes(".") || [...things.keys()].some((id) => thing === id || thing.startsWith(`${id}.`))
      );
    });
  const heldOf = (each: Person) => [
    ...held,
    ...(leaks ? leakedOf({ catalog: now.catalog, person: each }) : []),
  ];
  const sceneUnder = (side: Side, each: Person) =>
    sceneOf({ ...openSide(side, each, { today }), held: heldOf(each), startsAt });
  const isSo = (each: Person): boolean => {
    if (!isHeld(each)) return false;
    const after = sceneUnder(now, each).losses.get(goal)?.minutes;
    return after !== undefined && after < (sceneUnder(old, each).losses.get(goal)?.minutes ?? Infinity);
  };
  const smallest = smallestPerson({ catalog: now.catalog, person, isSo, asksMax });
  if (smallest === undefined) return undefined;
  const scene = sceneUnder(now, smallest.person);
  const minutes = scene.losses.get(goal)?.minutes;
  if (minutes === undefined) return undefined;
  return {
    person: smallest.person,
    held: heldOf(smallest.person),
    goal,
    minutes,
    beforeMinutes: sceneUnder(old, smallest.person).losses.get(goal)?.minutes ?? null,
    way: scene.wayTo(goal),
    isSmallest: smallest.isProved,
  };
}
