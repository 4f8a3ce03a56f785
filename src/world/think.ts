/**
 * The plan for one situation: the same rules and the same earliest times as reach (Knuth's generalisation of Dijkstra),
 * asked from what is believed, with likely durations instead of least ones. A pure function of the bits of a mind.
 */
import { type Earliest, earliest, earliestScratch, type Rules } from "../graph/index.ts";
import type { StepId } from "../model/index.ts";
import { type Mind, outAt, shutAt } from "./mind.ts";
import type { SmallWorld } from "./wanted.ts";

/** No more targets are looked at once there are this many steps: more than a gang has hands, running ones included. */
const planMax = 16;

/** A closed office counts as this much later in the weighing of ways. */
const closedMinutes = 600;

export interface Plan {
  readonly key: Int32Array;
  readonly steps: readonly StepId[];
  /** Steps of the plan whose office is closed. */
  readonly closed: readonly StepId[];
  readonly next: Plan | undefined;
}

/** Working memory of thinking, used again and again. */
export interface Desk {
  readonly scratch: Earliest;
  readonly active: Uint8Array;
  readonly isHeld: Uint8Array;
  readonly held: number[];
  /** By small rule: the target for which it was last looked at. */
  readonly seenFor: Int32Array;
  readonly path: number[];
}

export const deskFor = ({ rules }: SmallWorld): Desk => ({
  scratch: earliestScratch(rules),
  active: new Uint8Array(rules.ruleCount),
  isHeld: new Uint8Array(rules.atomCount),
  held: [],
  seenFor: new Int32Array(rules.ruleCount),
  path: [],
});

/** The plan for one situation: a pure function of the bits. */
export function think(small: SmallWorld, mind: Mind, desk: Desk): Omit<Plan, "next"> {
  const { rules, stepIds, sources, targets } = small;
  const { held, isHeld, active, seenFor } = desk;
  held.length = 0;
  for (let i = 0; i < sources.length; i++) {
    isHeld[i] = mind.isBit(i) ? 1 : 0;
    if (isHeld[i] === 1) held.push(i);
  }
  // A rule that gives only what is there already leads nowhere.
  for (let id = 0; id < rules.ruleCount; id++)
    active[id] = isAllHeld(rules.givesFrom, rules.gives, id, isHeld) ? 0 : 1;
  const shut = new Set<number>();
  for (const id of mind.moody) {
    if (mind.isBit(outAt(sources.length, id))) active[id] = 0;
    if (mind.isBit(shutAt(sources.length, id))) shut.add(id);
  }
  const found = earliest(shut.size === 0 ? rules : slowed(rules, shut), held, { active }, desk.scratch);
  const order = targets
    .filter(({ atom }) => isHeld[atom] === 0 && found.time[atom]! < Infinity)
    .map((target) => ({ ...target, time: found.time[target.atom]! }))
    .sort((a, b) => a.rank - b.rank || a.time - b.time || a.atom - b.atom);
  const steps: StepId[] = [];
  const closed: StepId[] = [];
  seenFor.fill(-1);
  for (const [turn, { atom }] of order.entries()) {
    for (const id of readyBehind(small, found, atom, turn, desk)) {
      const list = shut.has(id) ? closed : steps;
      const step = stepIds[id];
      if (step !== undefined && !list.includes(step)) list.push(step);
    }
    if (steps.length >= planMax) break;
  }
  return { key: mind.key.slice(), steps, closed };
}

function isAllHeld(from: Int32Array, values: Int32Array, row: number, isHeld: Uint8Array): boolean {
  for (let i = from[row]!; i < from[row + 1]!; i++) if (isHeld[values[i]!] === 0) return false;
  return true;
}

/** The steps of the earliest proof of an atom that can be begun at once, lowest number first. */
function readyBehind(
  { rules, stepIds }: SmallWorld,
  found: Earliest,
  atom: number,
  turn: number,
  { isHeld, seenFor, path }: Desk,
): readonly number[] {
  const ready: number[] = [];
  path.length = 0;
  path.push(atom);
  for (const here of path) {
    const id = found.because[here]!;
    if (isHeld[here] === 1 || id < 0 || seenFor[id] === turn) continue;
    seenFor[id] = turn;
    if (stepIds[id] !== undefined && isAllHeld(rules.asksFrom, rules.asks, id, isHeld)) ready.push(id);
    else for (let i = rules.asksFrom[id]!; i < rules.asksFrom[id + 1]!; i++) path.push(rules.asks[i]!);
  }
  return ready.sort((a, b) => a - b);
}

const slowed = (rules: Rules, shut: ReadonlySet<number>): Rules => ({
  ...rules,
  minutes: rules.minutes.map((minutes, id) => (shut.has(id) ? minutes + closedMinutes : minutes)),
});
