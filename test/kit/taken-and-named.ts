/** Where a night takes what an audit of the same world and time does not name, or more, or sooner. */
import { expect } from "vitest";
import { type ConditionId, kindsWithRole } from "../../src/model/index.ts";
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

/** What the owner did in a night that no intruder does: what they lifted, and the moves by which they brought money elsewhere. */
interface OwnersDoing {
  readonly lifted: readonly ConditionId[];
  readonly moved: readonly string[];
}

function doneByOwner({ world }: Asked, night: Night): OwnersDoing {
  const lifted = night.events.flatMap((event) =>
    event.kind === "clears" && event.actor === "owner" ? [event.condition] : [],
  );
  const moves = new Set(kindsWithRole(world.catalog.vocabulary, "moves"));
  const moved = night.events.flatMap((event) =>
    event.kind === "gains" && event.actor === "owner" && moves.has(event.capability.kind)
      ? [event.capability.text]
      : [],
  );
  return { lifted: [...new Set(lifted)], moved: [...new Set(moved)] };
}

/** What an audit names of the same world, with what the owner did themselves counted as done. */
export const namedIn = (
  { world, held, inForce, startsAt, horizonMinutes }: Asked,
  byOwner: OwnersDoing = { lifted: [], moved: [] },
): AuditAnswer =>
  audit({
    lifted: byOwner.lifted,
    // In the time of the night, limits and all: one run takes so much, so often.
    withinMinutes: horizonMinutes,
    reach: openReach(world),
    held: [...held, ...byOwner.moved],
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
  const { world } = asked;
  const { losses, reachableAmount } = namedIn(asked, doneByOwner(asked, night));
  // Limits that several flows share hold for the sum; it is known where each of its parts is.
  const isSummed = losses.every((loss) => !loss.reachable || loss.amount !== undefined);
  // A part counts with its whole, which has a pot of its own where nobody says what lies there.
  const wholes = new Set(world.goals.filter(({ partOf }) => partOf.length === 0).map(({ id }) => id));
  const sum = [...night.lossByGoal].reduce((all, [goal, taken]) => all + (wholes.has(goal) ? taken : 0), 0);
  if (isSummed && sum > reachableAmount + 1e-6) return [`${sum} are taken in all, ${reachableAmount} named`];
  // A loan that lies at the same account is another loss of it.
  const takesBalance = (goal: string) =>
    world.catalog.vocabulary.capabilities.get(goal.slice(0, goal.indexOf("(")))?.loss.includes("balance");
  const first = new Map<string, number>();
  // What was moved between the owner's own pots is lost where it leaves, and nothing is gained by that name.
  for (const { from, counterparty, at } of night.money) {
    if (from.kind !== "moved" || counterparty.kind !== "gone") continue;
    const goal = losses.find((each) => each.goal.endsWith(`(${from.from})`) && takesBalance(each.goal))?.goal;
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
