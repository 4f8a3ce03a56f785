/**
 * What a selection of measures leaves: the losses still reached, and what the owner can no longer get back to. The
 * least that is asked of a world again and again: some milliseconds each, the world opened once.
 */
import { closure, earliest } from "../../graph/index.ts";
import { amountOf, chosenOf, worldUnder } from "../../ground/index.ts";
import { type AtomId, at, type ChoiceId } from "../../model/index.ts";
import { activeWith, ownerGoals, ownerStartOf, type Reach, reachesAtom, startOf } from "../../reach/index.ts";

export interface Left {
  /** Losses still reached, by goal. */
  readonly remaining: readonly string[];
  readonly remainingAmount: number;
  /** `null`: no loss is reached any more. */
  readonly firstLossMinutes: number | null;
  /** What the owner gets back to without these measures and not with them; empty: nobody is locked out. */
  readonly lockedOut: readonly string[];
}

export interface Lockout {
  readonly goal: string;
  /** Without any one of these it would not be lost; where no single one decides, all that were chosen. */
  readonly because: readonly string[];
}

/** What one measure does by itself. */
export interface Alone extends Omit<Left, "lockedOut"> {
  readonly measure: string;
  readonly lockedOut: boolean;
}

export interface LeftQuestion {
  readonly reach: Reach;
  /** What the intruder holds at the start, ground text. */
  readonly held: readonly string[];
  readonly startsAt?: number | undefined;
}

export interface LeftUnder {
  left(measures: readonly ChoiceId[]): Left;
  /** What they lock the owner out of, each with the measures that bring it about. */
  lockouts(measures: readonly ChoiceId[]): readonly Lockout[];
  /** What each measure of the world does by itself. */
  alone(): readonly Alone[];
}

export function openLeft({ reach, held, startsAt }: LeftQuestion): LeftUnder {
  const { world, rules, goalNodes } = reach;
  const start = startOf(reach, held);
  const owner = ownerStartOf(reach, held);
  const without = reachesAtom(reach, closure(rules, owner, activeWith(reach, [])).reached);
  const needs = ownerGoals(world, without);

  const lockedOut = (measures: readonly ChoiceId[]): readonly AtomId[] => {
    const keeps = reachesAtom(reach, closure(rules, owner, activeWith(reach, measures)).reached);
    return needs.filter((atom) => !keeps(atom));
  };
  const textOf = (atom: AtomId) => at(world.atoms, atom).text;
  const left = (measures: readonly ChoiceId[]): Left => {
    const { time } = earliest(rules, start, { active: activeWith(reach, measures), startsAt });
    const timeOf = (goal: number) => time[at(goalNodes, goal)] ?? Infinity;
    const { goals } = worldUnder(world, chosenOf(world, measures));
    const reached = goals.filter((_, goal) => timeOf(goal) < Infinity);
    const first = world.goals.reduce((soonest, _, goal) => Math.min(soonest, timeOf(goal)), Infinity);
    return {
      remaining: reached.map(({ id }) => id),
      remainingAmount: amountOf(reached),
      firstLossMinutes: first === Infinity ? null : first,
      lockedOut: lockedOut(measures).map(textOf),
    };
  };
  return {
    left,
    lockouts: (measures) => lockoutsOf(world, { measures, lockedOut }),
    alone: () =>
      world.choices.map(({ id, index }) => {
        const { lockedOut: lost, ...rest } = left([index]);
        return { measure: id, ...rest, lockedOut: lost.length > 0 };
      }),
  };
}

interface LockoutQuestion {
  readonly measures: readonly ChoiceId[];
  readonly lockedOut: (measures: readonly ChoiceId[]) => readonly AtomId[];
}

function lockoutsOf(
  { atoms, choices }: Reach["world"],
  { measures, lockedOut }: LockoutQuestion,
): readonly Lockout[] {
  const lost = lockedOut(measures);
  if (lost.length === 0) return [];
  const idOf = (choice: ChoiceId) => at(choices, choice).id;
  const lostWithout = measures.map((choice) => ({
    id: idOf(choice),
    lost: new Set(lockedOut(measures.filter((other) => other !== choice))),
  }));
  return lost.map((atom) => {
    const deciding = lostWithout.filter((each) => !each.lost.has(atom)).map(({ id }) => id);
    return { goal: at(atoms, atom).text, because: deciding.length === 0 ? measures.map(idOf) : deciding };
  });
}
