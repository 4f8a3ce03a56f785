/** Where a night takes what an audit of the same world and time does not name, or more, or sooner. */
import { expect } from "vitest";
import { type AuditAnswer, audit } from "../../src/questions/index.ts";
import { openReach } from "../../src/reach/index.ts";
import {
  intruderPolicies,
  type Night,
  ownerPolicies,
  prepare,
  simulatePrepared,
} from "../../src/world/index.ts";
import type { RacedWorld } from "./raced-world.ts";

export type Asked = Pick<RacedWorld, "world" | "held" | "inForce" | "startsAt" | "horizonMinutes">;

/** What an audit names of the same world. */
export const namedIn = ({ world, held, inForce, startsAt, horizonMinutes }: Asked): AuditAnswer =>
  audit({
    // In the time of the night, limits and all: one run takes so much, so often.
    withinMinutes: horizonMinutes,
    reach: openReach(world),
    held,
    inForce,
    startsAt,
    sides: [],
    wantsCheapest: false,
    wantsFront: false,
  });

/** The night of one who does all in turn and whom nobody hinders; nothing in it may go beyond what is named. */
export function takenAlone(asked: Asked): Night {
  const prepared = prepare({
    ...asked,
    intruder: intruderPolicies.get("loner")!(),
    owner: ownerPolicies.get("nothing")!(),
  });
  const night = simulatePrepared(prepared, { seed: 1 });
  expect(faultsOf(asked, night)).toEqual([]);
  return night;
}

export function faultsOf(asked: Asked, night: Night): readonly string[] {
  // What the owner lifts with their own hands opens ways no intruder has: an audit is not asked about that.
  if (night.events.some((event) => event.kind === "clears" && event.actor === "owner")) return [];
  // Nor about money the owner moved to where they can take it.
  const lies = (pot: Night["money"][number]["counterparty"]) => pot.kind !== "gone" && pot.kind !== "safe";
  if (night.money.some(({ actor, counterparty }) => actor === "owner" && lies(counterparty))) return [];
  const { world } = asked;
  const { losses, reachableAmount } = namedIn(asked);
  // Limits that several flows share hold for the sum; it is known where each of its parts is.
  const isSummed = losses.every((loss) => !loss.reachable || loss.amount !== undefined);
  // A part counts with its whole, which has a pot of its own where nobody says what lies there.
  const wholes = new Set(world.goals.filter(({ partOf }) => partOf.length === 0).map(({ id }) => id));
  const sum = [...night.lossByGoal].reduce((all, [goal, taken]) => all + (wholes.has(goal) ? taken : 0), 0);
  if (isSummed && sum > reachableAmount + 1e-6) return [`${sum} are taken in all, ${reachableAmount} named`];
  const first = new Map<string, number>();
  // What was moved between the owner's own pots is lost where it leaves, and nothing is gained by that name.
  for (const { from, counterparty, at } of night.money) {
    if (from.kind !== "moved" || counterparty.kind !== "gone") continue;
    const goal = losses.find((each) => each.goal.endsWith(`(${from.from})`))?.goal;
    if (goal !== undefined && !first.has(goal)) first.set(goal, at);
  }
  for (const event of night.events)
    if (event.kind === "gains" && event.actor === "intruder")
      first.set(event.capability.text, Math.min(event.at, first.get(event.capability.text) ?? Infinity));
  return [...night.lossByGoal].flatMap(([goal, taken]) => {
    const named = losses.find((each) => each.goal === goal);
    if (named === undefined || !named.reachable) return [`${goal} is taken and not named`];
    const at = first.get(goal);
    const early = named.earliestMinutes ?? Infinity;
    return [
      ...(named.amount !== undefined && taken > named.amount + 1e-6
        ? [`${goal}: ${taken} are taken, ${named.amount} named`]
        : []),
      ...(at !== undefined && at < early - 1e-6 ? [`${goal} is taken at ${at}, named from ${early}`] : []),
    ];
  });
}
