/**
 * One case, opened once and then asked under any selection of measures: what the page, the command line and the HTTP
 * door ask alike. It composes the questions and adds nothing of its own.
 */
import { earliest } from "../graph/index.ts";
import type { Grounded } from "../ground/index.ts";
import { type ChoiceId, compareText } from "../model/index.ts";
import {
  type Alone,
  type AuditAnswer,
  type AuditQuestion,
  audit,
  type Block,
  blocksOf,
  type Chain,
  type ChainModel,
  type Efforts,
  type Left,
  type LockedOutAnswer,
  type Lockout,
  lockedOut,
  type Order,
  openChain,
  openLeft,
  orderOf,
  type RunStates,
  whileStanding,
} from "../questions/index.ts";
import { activeWith, openReach, startOf, stepRunBy } from "../reach/index.ts";

export interface CaseAsked {
  readonly world: Grounded;
  /** The same world with what archetypes lend where nobody has read; absent: no loss gets a verdict. */
  readonly lent?: Grounded | undefined;
  /** What the intruder holds at the start, ground text. */
  readonly held: readonly string[];
  /** The minute of the week at which it begins; without it every office is always open. */
  readonly startsAt?: number | undefined;
}

/** A flow somebody with these beginnings could run, and how soon it could be done. */
export interface FlowInReach {
  readonly institution: string;
  readonly flow: string;
  readonly minutes: number;
}

export interface CaseAnswer {
  readonly audit: AuditAnswer;
  readonly inReach: readonly FlowInReach[];
  /** What the owner gets back to without these measures and not with them; empty: nobody is locked out. */
  readonly lockedOut: readonly string[];
  /** The same, each with the measures that bring it about. */
  readonly lockouts: readonly Lockout[];
}

/** An opened case. A measure the world does not know changes nothing. */
export interface OpenCase {
  /**
   * The whole answer: losses, ways, cuts, the front, the holding powers. Each of its searches gets an effort, and
   * what was cut short is labelled so; without it, it takes as long as it takes (minutes at 500 accounts).
   */
  ask(measures: readonly string[], efforts?: Efforts): CaseAnswer;
  /** The answer without what only concerns the beginning (cuts, front, other ways); some milliseconds. */
  askQuickly(measures: readonly string[]): CaseAnswer;
  alone(): readonly Alone[];
  left(measures: readonly string[]): Left;
  /** The measures in the order in which each next one helps most, what is `done` already taken for granted. */
  order(measures: readonly string[], done: readonly string[]): Order;
  blocks(): readonly Block[];
  /** What the owner could still open, if what is held was lost; some tenths of a second. */
  lockedOut(measures: readonly string[]): LockedOutAnswer;
  /** For each set of conditions the losses still reached, by goal, while all of the set stand from the beginning on. */
  whileStanding(sets: readonly (readonly string[])[]): readonly (readonly string[])[];
  /** The picture of the way to a loss and of what stands around it, with nothing switched on. */
  chain(goal: string | undefined): Chain;
  /** What becomes of the runs of that picture under measures. */
  chainUnder(measures: readonly string[]): RunStates;
}

export function openCase({ world, lent: lentWorld, held, startsAt }: CaseAsked): OpenCase {
  const reach = openReach(world);
  const lent = lentWorld === undefined ? undefined : openReach(lentWorld);
  const start = startOf(reach, held);
  const indexOf = new Map(world.choices.map(({ id, index }) => [id, index]));
  const choicesOf = (measures: readonly string[]): readonly ChoiceId[] =>
    measures.flatMap((id) => indexOf.get(id) ?? []);
  const under = openLeft({ reach, held, startsAt });
  const left = (measures: readonly string[]) => under.left(choicesOf(measures));
  let model: ChainModel | undefined;
  const chainModel = () => {
    model ??= openChain({ reach, start, startsAt, active: activeWith(reach, []) });
    return model;
  };

  const inReach = (inForce: readonly ChoiceId[]): readonly FlowInReach[] => {
    const active = activeWith(reach, inForce);
    const { ends } = earliest(reach.rules, start, { active, startsAt });
    const found = new Map<string, FlowInReach>();
    for (const rule of reach.origins.keys()) {
      const step = stepRunBy(reach, rule);
      const minutes = ends[rule] ?? Infinity;
      if (step === undefined || active[rule] === 0 || minutes === Infinity) continue;
      const { institution, flow } = step;
      const key = `${institution}/${flow.id}`;
      if (minutes < (found.get(key)?.minutes ?? Infinity))
        found.set(key, { institution, flow: flow.id, minutes });
    }
    return [...found.values()].sort(byInstitution);
  };
  const onlyLosses = { sides: [], wantsCheapest: false, waysMax: 0 } as const;
  const answer = (measures: readonly string[], parts: Partial<AuditQuestion>): CaseAnswer => {
    const inForce = choicesOf(measures);
    const lockouts = under.lockouts(inForce);
    return {
      audit: audit({ reach, lent, held, inForce, startsAt, ...parts }),
      inReach: inReach(inForce),
      lockedOut: lockouts.map(({ goal }) => goal),
      lockouts,
    };
  };

  return {
    ask: (measures, efforts = {}) => answer(measures, efforts),
    askQuickly: (measures) => answer(measures, onlyLosses),
    chain: (goal) => chainModel().chain(goal),
    chainUnder: (measures) => chainModel().under(activeWith(reach, choicesOf(measures)), new Set(measures)),
    alone: () => under.alone(),
    left,
    order: (measures, done) => orderOf({ measures, done, left }),
    blocks: () => blocksOf({ reach, held }),
    lockedOut: (measures) =>
      lockedOut({ world: lentWorld ?? world, held, inForce: choicesOf(measures), startsAt }),
    whileStanding: (sets) => whileStanding({ reach, held }, sets),
  };
}

const byInstitution = (a: FlowInReach, b: FlowInReach): number =>
  compareText(a.institution, b.institution) || a.minutes - b.minutes || compareText(a.flow, b.flow);
