/**
 * What somebody told that was done, as steps of this world: a flow by its name, a condition that was asked for, something got.
 *
 * What to know to trust it: of several steps that do it the plainest is meant. Few people know whether a bank blocks a card or
 * freezes an account, so where nothing there does just that, whatever stops anything of the owner's at that place is meant.
 */
import type { Grounded, Step } from "../ground/index.ts";
import { at, type StepId } from "../model/index.ts";
import type { Deed } from "./incident.ts";
import { meantBy, sidesOf } from "./meant.ts";

export interface DeedRead {
  readonly deed: Deed;
  /** The steps it may have been, the plainest first; empty: no flow we know does it. */
  readonly steps: readonly StepId[];
  readonly from: number;
  readonly minutes: number;
}

/** A told deed, as steps of this world. */
export function readDeedIn(world: Grounded, deed: Deed, zero: number, now: number): DeedRead {
  const minute = (moment: number) => Math.min(now, Math.max(0, moment - zero));
  const from = minute(deed.at.from);
  return {
    deed,
    from,
    minutes: Math.max(1, minute(deed.at.to) - from),
    steps: stepsMeant(world, deed),
  };
}

function stepsMeant(world: Grounded, { action, result }: Deed): readonly StepId[] {
  const inner = /^([a-z/-]+)\((.*)\)$/.exec(action);
  const [word, on] = inner === null ? [action, undefined] : [inner[1] ?? action, inner[2]];
  const things = on === undefined ? undefined : meantBy(world, on);
  const isOn = (step: Step) =>
    things === undefined ||
    [...step.things.values()].some((thing) => things.has(thing)) ||
    step.institution === on;
  const isFlow = ({ institution, flow }: Step) => word === `${institution}/${flow.id}` || word === flow.id;
  const doesIt = (step: Step) =>
    step.sets.some(({ condition }) => {
      const { id, capability } = at(world.conditions, condition);
      return id === action || (capability.kind === word && isOn(step));
    }) || step.gives.some(({ atom }) => at(world.atoms, atom).text === action);
  const plainly = world.steps.filter(
    (step) => step.kind === "flow" && ((isFlow(step) && isOn(step)) || doesIt(step)),
  );
  // What was refused, or asked of nobody who answered, may still be asked for by its own name.
  const isFound = plainly.length > 0 || things === undefined || result !== "done";
  const found = isFound ? plainly : stoppingThere(world, word, things);
  return [...found].sort((a, b) => a.asks.length - b.asks.length || a.id - b.id).map(({ id }) => id);
}

/** What stops a thing by its own name; few people know whether a bank blocks the card or freezes the account. */
const stops = ["blocks", "freezes"] as const;

/** Where nothing there does just that, whatever stops anything of the owner's at the same place. */
function stoppingThere(world: Grounded, word: string, things: ReadonlySet<string>): readonly Step[] {
  const { conditions } = world.catalog.vocabulary;
  const isStop = (kind: string) => stops.some((role) => conditions.get(kind)?.roles.includes(role) === true);
  if (!isStop(word)) return [];
  const sides = sidesOf(world, things);
  return world.steps.filter(
    ({ kind, sets }) =>
      kind === "flow" &&
      sets.some(({ condition }) => {
        const { capability } = at(world.conditions, condition);
        return isStop(capability.kind) && capability.things.some((thing) => sides.has(thing));
      }),
  );
}
