/**
 * One person under one catalogue, from one beginning: what is lost and when, what the owner gets back to, the cheapest
 * cut. What a comparison of catalogues asks of both sides alike.
 */
import { type Catalog, catalogueDay, isInRegion, readingsOn } from "../../catalog/index.ts";
import {
  type CoverEffort,
  closure,
  cut,
  earliest,
  proof,
  proofOfRun,
  type Rules,
} from "../../graph/index.ts";
import {
  chosenOf,
  type Goal,
  type GroundMemory,
  ground,
  noPreventionOf,
  type Step,
  worldUnder,
} from "../../ground/index.ts";
import {
  at,
  atomId,
  type Capability,
  type ChoiceId,
  minutesPerDay,
  parseCapability,
} from "../../model/index.ts";
import type { Person } from "../../person/index.ts";
import {
  activeWith,
  choicesNamed,
  limitOf,
  nodesOf,
  openReach,
  ownerGoals,
  ownerStartOf,
  type Reach,
  reachesAtom,
  startOf,
  type Way,
  wayOf,
} from "../../reach/index.ts";

/** A catalogue as a change has it: what is written, and which measures of institutions are in force. */
export interface Side {
  readonly catalog: Catalog;
  readonly measures: readonly string[];
}

export interface OpenedSide {
  readonly reach: Reach;
  readonly inForce: readonly ChoiceId[];
  /** The same with what archetypes lend where nobody has read; grounded when it is first asked for. */
  readonly lent: () => Lent;
}

export interface Lent {
  readonly reach: Reach;
  readonly inForce: readonly ChoiceId[];
}

/** The person's world, grounded once for all beginnings. */
export function openSide(
  { catalog, measures }: Side,
  person: Person,
  { today, memory }: { readonly today: string | undefined; readonly memory?: GroundMemory | undefined },
): OpenedSide {
  const reach = openReach(ground({ catalog, person, today, memory }));
  let made: Lent | undefined;
  const lend = (): Lent => {
    const lend = readingsOn(catalog, person.asOf ?? today ?? catalogueDay(catalog));
    const lent = openReach(ground({ catalog, person, today, lend, memory }));
    return { reach: lent, inForce: choicesNamed(lent, measures) };
  };
  return {
    reach,
    inForce: choicesNamed(reach, measures),
    lent() {
      made ??= lend();
      return made;
    },
  };
}

/** A loss that is reached. */
export interface Reached {
  readonly goal: Goal;
  readonly minutes: number;
}

export interface Scene extends SceneRead {
  /** What is reached if whatever nobody has read is as weak as the weakest of its kind: by goal, with a way. */
  readonly possible: () => ReadonlyMap<string, Possible>;
}

/** What is so by what was read alone. */
interface SceneRead {
  /** By goal. */
  readonly losses: ReadonlyMap<string, Reached>;
  /** What is taken over (an account entered, a mailbox read), as ground text with the earliest minute. */
  readonly taken: ReadonlyMap<string, number>;
  /** What the owner gets back to, as ground text. */
  readonly owner: ReadonlySet<string>;
  /** What else was asked about and is reached, as ground text with the earliest minute. */
  readonly also: ReadonlyMap<string, number>;
  /** By condition somebody can set or that is set: the minute whoever holds these can lift it; absent: never. */
  readonly lifts: ReadonlyMap<string, number>;
  /** The conditions some flow sets that counts. */
  readonly blocks: ReadonlySet<string>;
  /** By goal that is reached: the most of it within a day; absent: nothing known limits it. */
  readonly mostInADay: ReadonlyMap<string, number>;
  /** To a loss, or to what is taken over. */
  wayTo(goal: string): Way;
  /** To a condition that is lifted. */
  wayToLift(condition: string): Way;
}

export interface Possible {
  readonly capability: Capability;
  readonly institution: string | undefined;
  readonly amount: number | undefined;
  wayTo(): Way;
}

export interface SceneQuestion extends OpenedSide {
  readonly held: readonly string[];
  readonly startsAt?: number | undefined;
  readonly withinMinutes?: number | undefined;
  /** Ground text to be told of as well where it is reached. */
  readonly also?: readonly string[] | undefined;
}

/**
 * A memory of what is a function of its keys: what was read is the same where the rules and the measures in force are;
 * what may be hidden behind the unread is each side's own.
 */
const scenesKnown = new WeakMap<Rules, Map<string, SceneRead>>();

export function sceneOf(question: SceneQuestion): Scene {
  const { reach, inForce, held, startsAt, withinMinutes, also } = question;
  const known = scenesKnown.get(reach.rules) ?? new Map<string, SceneRead>();
  scenesKnown.set(reach.rules, known);
  const key = JSON.stringify([inForce, held, startsAt, withinMinutes, also]);
  const read = known.get(key) ?? sceneRead(question);
  known.set(key, read);
  let possible: ReadonlyMap<string, Possible> | undefined;
  return {
    ...read,
    possible() {
      possible ??= possibleIn(question);
      return possible;
    },
  };
}

/** By what was read. */
function sceneRead(question: SceneQuestion): SceneRead {
  const { reach, inForce, startsAt, withinMinutes = Infinity } = question;
  const held = sayable(reach, question.held);
  const { rules, world, goalNodes } = reach;
  const active = activeWith(reach, inForce);
  const start = startOf(reach, held);
  const found = earliest(rules, start, { active, startsAt });
  const losses = new Map<string, Reached>();
  for (const [index, goal] of worldUnder(world, chosenOf(world, inForce)).goals.entries()) {
    const minutes = found.time[at(goalNodes, index)] ?? Infinity;
    if (minutes < Infinity && minutes <= withinMinutes) losses.set(goal.id, { goal, minutes });
  }
  const taken = new Map(
    world.atoms.flatMap((atom, id): readonly (readonly [string, number])[] => {
      const node = reach.nodeOfAtom.get(atomId(id));
      const minutes = node === undefined ? Infinity : (found.time[node] ?? Infinity);
      const word = world.catalog.vocabulary.capabilities.get(atom.kind);
      const isTaken = word?.roles.includes("takeover") === true && minutes <= withinMinutes;
      return isTaken && minutes < Infinity && !held.includes(atom.text) ? [[atom.text, minutes]] : [];
    }),
  );
  const gets = reachesAtom(reach, closure(rules, ownerStartOf(reach, held), active).reached);
  const owner = new Set(ownerGoals(world, gets).map((atom) => at(world.atoms, atom).text));
  const also = new Map(
    (question.also ?? []).flatMap((text): readonly (readonly [string, number])[] => {
      const node = reach.nodeOfAtom.get(world.atomOf.get(text) ?? atomId(-1));
      const minutes = node === undefined ? Infinity : (found.time[node] ?? Infinity);
      return minutes <= withinMinutes && minutes < Infinity && !held.includes(text) ? [[text, minutes]] : [];
    }),
  );
  const { lifters, blocks } = liftsOf(reach, active, found.ends);
  const most = [...losses.values()].flatMap(({ goal }): readonly (readonly [string, number])[] => {
    const limit = limitOf(
      { reach, active, found, withinMinutes: Math.min(withinMinutes, minutesPerDay) },
      goal,
    )?.most;
    const sum = Math.min(
      limit ?? Infinity,
      isBound(world.steps, goal) ? (goal.amount ?? Infinity) : Infinity,
    );
    return sum === Infinity ? [] : [[goal.id, sum]];
  });
  return {
    losses,
    taken,
    owner,
    also,
    blocks,
    lifts: new Map([...lifters].map(([id, { minutes }]) => [id, minutes])),
    mostInADay: new Map(most),
    wayToLift(condition) {
      const lifter = lifters.get(condition);
      const index = world.conditions.findIndex(({ id }) => id === condition);
      const shown =
        lifter === undefined
          ? undefined
          : proofOfRun(rules, {
              held: start,
              rule: lifter.rule,
              goal: at(reach.clearNodes, index),
              found,
              startsAt,
            });
      if (shown === undefined) throw new RangeError(`${condition} is not lifted`);
      return wayOf(reach, shown);
    },
    wayTo(goal) {
      const index = world.goals.findIndex(({ id }) => id === goal);
      const node = index < 0 ? reach.nodeOfAtom.get(world.atomOf.get(goal) ?? atomId(-1)) : goalNodes[index];
      const shown =
        node === undefined ? undefined : proof(rules, { held: start, goal: node, found, startsAt });
      if (shown === undefined) throw new RangeError(`${goal} is not reached`);
      return wayOf(reach, shown);
    },
  };
}

/**
 * A sum one flow is said to pay bounds nothing where another gives the same and says of no sum; what lies there, as the
 * person states it, does.
 */
function isBound(steps: readonly Step[], { atom, amount }: Goal): boolean {
  const giving = steps.filter(({ gives }) => gives.some((given) => given.atom === atom));
  const isOfAFlow = giving.some(({ flow }) => flow.amount !== undefined && flow.amount === amount);
  return !isOfAFlow || giving.every(({ flow }) => flow.amount !== undefined);
}

interface Lifter {
  readonly rule: number;
  readonly minutes: number;
}

/** Of each condition some flow sets: the flow that lifts it soonest for whoever holds what is held. */
function liftsOf(
  { world, origins }: Reach,
  active: Uint8Array,
  ends: Float64Array,
): { readonly lifters: ReadonlyMap<string, Lifter>; readonly blocks: ReadonlySet<string> } {
  const lifters = new Map<string, Lifter>();
  const blocks = new Set<string>();
  for (const [rule, origin] of origins.entries()) {
    if (origin.kind !== "step" || active[rule] === 0) continue;
    const { sets, clears } = at(world.steps, origin.step);
    for (const { condition } of sets) blocks.add(at(world.conditions, condition).id);
    const minutes = ends[rule] ?? Infinity;
    if (minutes === Infinity) continue;
    for (const condition of clears) {
      const { id } = at(world.conditions, condition);
      if (minutes < (lifters.get(id)?.minutes ?? Infinity)) lifters.set(id, { rule, minutes });
    }
  }
  return { lifters, blocks };
}

/** Both sides begin with the same; what one of them has no word or no thing for (an account nobody can open there) changes nothing in it. */
function sayable({ world }: Reach, held: readonly string[]): readonly string[] {
  const isThing = (id: string) => id === "person" || world.wiring.things.has(id);
  return held.filter((text) => {
    const found = parseCapability(text, isThing);
    return found !== undefined && world.catalog.vocabulary.capabilities.has(found.kind);
  });
}

/** A memory of what is a function of its keys, as of scenes. */
const possibleKnown = new WeakMap<Rules, Map<string, ReadonlyMap<string, Possible>>>();

function possibleIn({ lent, held, startsAt, withinMinutes }: SceneQuestion): ReadonlyMap<string, Possible> {
  const { reach, inForce } = lent();
  const known = possibleKnown.get(reach.rules) ?? new Map<string, ReadonlyMap<string, Possible>>();
  possibleKnown.set(reach.rules, known);
  const key = JSON.stringify([inForce, held, startsAt, withinMinutes]);
  const possible = known.get(key) ?? possibleUnder({ reach, inForce, held, startsAt, withinMinutes });
  known.set(key, possible);
  return possible;
}

function possibleUnder(question: Omit<SceneQuestion, "lent">): ReadonlyMap<string, Possible> {
  const { reach, inForce, startsAt, withinMinutes = Infinity } = question;
  const held = sayable(reach, question.held);
  const { rules, world, goalNodes } = reach;
  const start = startOf(reach, held);
  const found = earliest(rules, start, { active: activeWith(reach, inForce), startsAt });
  const reached = new Map<string, Possible>();
  for (const [index, { id, atom, amount }] of worldUnder(world, chosenOf(world, inForce)).goals.entries()) {
    const node = at(goalNodes, index);
    const minutes = found.time[node] ?? Infinity;
    if (minutes === Infinity || minutes > withinMinutes) continue;
    const capability = at(world.atoms, atom);
    reached.set(id, {
      capability,
      institution: institutionOf(reach, capability),
      amount,
      wayTo() {
        const shown = proof(rules, { held: start, goal: node, found, startsAt });
        if (shown === undefined) throw new RangeError(`${id} is not reached`);
        return wayOf(reach, shown);
      },
    });
  }
  return reached;
}

/** Who runs the thing it is said of. */
export const institutionOf = ({ world }: Reach, { things }: Capability): string | undefined =>
  things.map((thing) => world.wiring.things.get(thing)?.institution).find((each) => each !== undefined);

/** What stops every loss: the least effort, whoever takes it, with the owner still getting in. */
export type CutFound =
  | { readonly kind: "nothing-to-stop" }
  | { readonly kind: "found"; readonly effort: number; readonly measures: readonly string[] }
  | { readonly kind: "none" }
  /** The budget ended before the cheapest was proved. */
  | { readonly kind: "open"; readonly lower: number };

export function cutOf({ reach, inForce, startsAt, ...rest }: SceneQuestion, effort: CoverEffort): CutFound {
  const held = sayable(reach, rest.held);
  const { world, rules, goalNodes } = reach;
  const intruder = startOf(reach, held);
  const active = activeWith(reach, inForce);
  if (goalNodes.every((node) => closure(rules, intruder, active).reached[node] !== 1))
    return { kind: "nothing-to-stop" };
  const owner = ownerStartOf(reach, held);
  const today = reachesAtom(reach, closure(rules, owner, active).reached);
  const chosen = chosenOf(world, inForce);
  const answer = cut(
    {
      intruder: { rules, held: intruder, goals: goalNodes },
      owner: { rules, held: owner, goals: nodesOf(reach, ownerGoals(world, today)) },
      costs: world.choices.map(({ effort: cost, index }) => (chosen[index] === 1 ? 0 : cost)),
      forced: inForce,
      forbidden: noPreventionOf(world.choices, inForce),
      startsAt,
    },
    effort,
  );
  if (answer.kind === "none") return { kind: "none" };
  if (answer.kind === "open" || !answer.proved) return { kind: "open", lower: answer.lower };
  const taken = answer.choices.filter((choice) => chosen[choice] !== 1);
  return {
    kind: "found",
    effort: answer.cost,
    measures: taken.map((choice) => world.choices[choice]?.id ?? ""),
  };
}

/** Whether an institution may play a part in what can happen to this person; it says so rather too often. */
export function playsAPart(catalog: Catalog, person: Person, id: string): boolean {
  const institution = catalog.institutions.get(id);
  if (institution === undefined) return false;
  if ([...person.things.values()].some((thing) => thing.institution === id)) return true;
  // It is no place of its own, and lends to whoever has a thing of its kind that nobody has read.
  if (institution.isArchetype) return true;
  const isForAnybody = institution.flows.some(({ ranges }) =>
    ranges.some(({ whose }) => whose === "new" || whose === "theirs"),
  );
  return (institution.provides.length === 0 || isForAnybody) && isInRegion(institution, person);
}
