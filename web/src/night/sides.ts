/** The two sides of a played night by the names the page offers them under. */
import {
  checklistMoves,
  type Defence,
  defend,
  intruderPolicies,
  ownerPolicies,
  type Policy,
} from "../../../src/world/index.ts";

/** `gang`: several at once, thorough; `alone`: one thing after another. */
export const thievesWays = ["gang", "alone"] as const;
export type ThievesWay = (typeof thievesWays)[number];

/**
 * `asleep`: nothing is done. `at-once`, `late`: the usual list, from the first minutes or from when it is noticed, once.
 * `fighting`: what the family of the founding night did, and again whenever the number rings.
 */
export const ownersWays = ["asleep", "at-once", "late", "fighting"] as const;
export type OwnersWay = (typeof ownersWays)[number];

/** Somebody who misses the phone at once and has the numbers at hand. */
export const atOnceMinutes = 5;

/** How often a dead number is rung where no told night says it. */
const ringsUsually = 20;

const thievesPolicies: Readonly<Record<ThievesWay, string>> = { gang: "gang", alone: "loner" };

export function thievesOf(way: ThievesWay, { thievesFrom }: { readonly thievesFrom: number }): Policy {
  return made(intruderPolicies, thievesPolicies[way])({ startMinute: thievesFrom });
}

export function ownerOf(
  way: OwnersWay,
  { noticedAt, defence }: { readonly noticedAt: number; readonly defence?: Defence | undefined },
): Policy {
  switch (way) {
    case "asleep":
      return made(ownerPolicies, "nothing")();
    case "at-once":
      return defend(way, { moves: checklistMoves(atOnceMinutes) });
    case "late":
      return defend(way, { moves: checklistMoves(noticedAt) });
    case "fighting":
      return defend(way, defence ?? { moves: checklistMoves(noticedAt), ringsEveryMinutes: ringsUsually });
  }
}

function made<Make>(policies: ReadonlyMap<string, Make>, id: string): Make {
  const make = policies.get(id);
  if (make === undefined) throw new Error(`there is no policy ${id}`);
  return make;
}
