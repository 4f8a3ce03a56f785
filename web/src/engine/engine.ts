/**
 * One case, opened once and then asked under any selection of measures. It is what the worker runs; it knows no worker,
 * so a test can ask it too.
 *
 * Beside the audit it tells what the page shows and the audit does not: every flow the intruder could run, what the
 * owner could no longer get back to and by which measure, how the owner can set each block, and in which order measures
 * are best taken.
 */
import { activeUnder, closure, compile, earliest, type Grounded, ground } from "../../../src/graph/index.ts";
import { compareText, parseMoment } from "../../../src/model/index.ts";
import {
  type AuditAnswer,
  amountOf,
  atomsOf,
  audit,
  ownerGoals,
  ownerStart,
} from "../../../src/questions/index.ts";
import type { Chain, RunStates } from "../chain/chain.ts";
import { type ChainModel, openChain } from "../chain/chain-model.ts";
import { type Order, orderOf } from "../list/todo.ts";
import type { CaseData } from "./case-data.ts";
import type { Left } from "./left.ts";

/** A flow somebody with these beginnings could run, and how soon it could be done. */
export interface FlowInReach {
  readonly institution: string;
  readonly flow: string;
  readonly minutes: number;
}

export interface PageAnswer {
  readonly audit: AuditAnswer;
  readonly inReach: readonly FlowInReach[];
  /** What the owner gets back to without these measures and not with them; empty: nobody is locked out. */
  readonly lockedOut: readonly string[];
  /** The same, each with the measures that bring it about. */
  readonly lockouts: readonly Lockout[];
}

export interface Lockout {
  readonly goal: string;
  /** Without any one of these it would not be lost; where no single one decides, all that were chosen. */
  readonly because: readonly string[];
}

/** A flow that sets a condition on one of this person's things. */
export interface Block {
  readonly condition: string;
  readonly institution: string;
  readonly flow: string;
  /** The owner still has what it asks once the things in question are gone. */
  readonly ownerCan: boolean;
}

/** What one measure does by itself. */
export interface Alone {
  readonly measure: string;
  /** Losses still reached, by goal. */
  readonly remaining: readonly string[];
  readonly remainingAmount: number;
  /** `null`: no loss is reached any more. */
  readonly firstLossMinutes: number | null;
  readonly lockedOut: boolean;
}

export interface Effort {
  readonly isSpent: () => boolean;
}

export interface Engine {
  /**
   * The whole answer: losses, ways, cuts, the front, the holding powers. Each of its searches asks `effort` for when to
   * stop, and what was cut short is labelled so; without it, it takes as long as it takes (minutes at 500 accounts).
   */
  ask(measures: readonly string[], effort?: () => Effort): PageAnswer;
  /** The answer without what only concerns the beginning (cuts, front, other ways); some milliseconds. */
  askQuickly(measures: readonly string[]): PageAnswer;
  alone(): readonly Alone[];
  left(measures: readonly string[]): Left;
  /** The measures in the order in which each next one helps most, what is `done` already taken for granted. */
  order(measures: readonly string[], done: readonly string[]): Order;
  blocks(): readonly Block[];
  /** For each set of conditions the losses still reached, by goal, while all of the set stand from the beginning on. */
  whileStanding(sets: readonly (readonly string[])[]): readonly (readonly string[])[];
  /** The picture of the way to a loss and of what stands around it, with nothing switched on. */
  chain(goal: string | undefined): Chain;
  /** What becomes of the runs of that picture under measures. */
  chainUnder(measures: readonly string[]): RunStates;
}

export function openEngine({ catalog, person, question }: CaseData): Engine {
  const world = ground({ catalog, person });
  const rules = compile(world.atoms.length, world.rules);
  const startsAt = question.at === undefined ? undefined : parseMoment(question.at);
  const start = atomsOf(world, question.held);
  const owner = ownerStart(world, question.held);
  const indexOf = new Map(world.choices.map(({ id, index }) => [id, index]));
  const nothingChosen = activeUnder(rules, new Uint8Array(world.choices.length));
  const ownerWithout = closure(rules, owner, nothingChosen);
  const ownerNeeds = ownerGoals(world, (atom) => ownerWithout.reached[atom] === 1);

  const activeWith = (inForce: readonly number[]) => {
    const chosen = new Uint8Array(world.choices.length);
    for (const choice of inForce) chosen[choice] = 1;
    return activeUnder(rules, chosen);
  };
  const lockedOut = (active: Uint8Array): readonly string[] => {
    const { reached } = closure(rules, owner, active);
    return ownerNeeds.filter((atom) => reached[atom] === 0).map((atom) => world.atoms[atom] ?? "");
  };
  const choicesOf = (measures: readonly string[]) => measures.flatMap((id) => indexOf.get(id) ?? []);
  const lockoutsOf = (lost: readonly string[], measures: readonly string[]): readonly Lockout[] => {
    if (lost.length === 0) return [];
    const lostWithout = measures.map((id) => ({
      id,
      lost: new Set(lockedOut(activeWith(choicesOf(measures.filter((other) => other !== id))))),
    }));
    return lost.map((goal) => {
      const deciding = lostWithout.filter((each) => !each.lost.has(goal)).map(({ id }) => id);
      return { goal, because: deciding.length === 0 ? measures : deciding };
    });
  };
  const left = (measures: readonly string[]): Left => {
    const active = activeWith(choicesOf(measures));
    const { time } = earliest(rules, start, { active, startsAt });
    const reached = world.goals.filter(({ atom }) => (time[atom] ?? Infinity) < Infinity);
    return {
      remaining: reached.map(({ id }) => id),
      remainingAmount: amountOf(reached),
      firstLossMinutes:
        reached.length === 0 ? null : Math.min(...reached.map(({ atom }) => time[atom] ?? Infinity)),
      lockedOut: lockedOut(active),
    };
  };
  let model: ChainModel | undefined;
  const chainModel = () => {
    model ??= openChain({ world, rules, start, startsAt, active: nothingChosen });
    return model;
  };
  const answer = (
    measures: readonly string[],
    isWhole: boolean,
    effort: () => Effort = () => ({ isSpent: () => false }),
  ): PageAnswer => {
    const inForce = choicesOf(measures);
    const active = activeWith(inForce);
    const found = earliest(rules, start, { active, startsAt });
    const lost = lockedOut(active);
    return {
      audit: audit({
        world,
        held: question.held,
        inForce,
        startsAt,
        effort: effort(),
        frontEffort: effort(),
        waysEffort: effort(),
        ...(isWhole ? {} : { sides: [], wantsCheapest: false, waysMax: 0 }),
      }),
      inReach: flowsInReach(world, found.ends, active),
      lockedOut: lost,
      lockouts: lockoutsOf(lost, measures),
    };
  };

  return {
    ask: (measures, effort) => answer(measures, true, effort),
    askQuickly: (measures) => answer(measures, false),
    chain: (goal) => chainModel().chain(goal),
    chainUnder: (measures) => chainModel().under(activeWith(choicesOf(measures)), new Set(measures)),
    alone: () =>
      world.choices.map(({ id }) => {
        const { lockedOut: lost, ...rest } = left([id]);
        return { measure: id, ...rest, lockedOut: lost.length > 0 };
      }),
    left,
    order: (measures, done) => orderOf({ measures, done, left }),
    blocks: () => blocksOf(world, ownerWithout.reached),
    whileStanding: (sets) => {
      const givers = giversOfCleared(world);
      return sets.map((set) => {
        const active = nothingChosen.slice();
        for (const condition of set) for (const rule of givers.get(condition) ?? []) active[rule] = 0;
        const { reached } = closure(rules, start, active);
        return world.goals.filter(({ atom }) => reached[atom] === 1).map(({ id }) => id);
      });
    },
  };
}

/** By condition the rules after which it is not set: while it stands, nobody has run any of them. */
function giversOfCleared({ rules, conditions }: Grounded): ReadonlyMap<string, readonly number[]> {
  const found = new Map(conditions.map(({ id }) => [id, [] as number[]]));
  const idOf = new Map(conditions.map(({ cleared, id }) => [cleared, id]));
  for (const [number, { gives }] of rules.entries())
    for (const atom of gives) found.get(idOf.get(atom) ?? "")?.push(number);
  return found;
}

function blocksOf({ rules, conditions }: Grounded, ownerReaches: ArrayLike<number>): readonly Block[] {
  const found = new Map<string, Block>();
  for (const { institution, flow, isInternal, sets, asks } of rules) {
    if (isInternal) continue;
    const ownerCan = asks.every((atom) => ownerReaches[atom] === 1);
    for (const { condition } of sets) {
      const id = conditions[condition]?.id ?? "";
      const key = `${id} ${institution}/${flow.id}`;
      if (found.get(key)?.ownerCan !== true)
        found.set(key, { condition: id, institution, flow: flow.id, ownerCan });
    }
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, block]) => block);
}

function flowsInReach({ rules }: Grounded, ends: Float64Array, active: Uint8Array): readonly FlowInReach[] {
  const found = new Map<string, FlowInReach>();
  for (const [i, { institution, flow, isInternal }] of rules.entries()) {
    const minutes = ends[i] ?? Infinity;
    if (isInternal || active[i] === 0 || minutes === Infinity) continue;
    const key = `${institution}/${flow.id}`;
    const known = found.get(key);
    if (known === undefined || minutes < known.minutes)
      found.set(key, { institution, flow: flow.id, minutes });
  }
  return [...found.values()].sort(
    (a, b) =>
      compareText(a.institution, b.institution) || a.minutes - b.minutes || compareText(a.flow, b.flow),
  );
}
