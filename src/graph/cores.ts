/**
 * Why a selection of measures is wrong: the part of it that is already wrong,
 * whatever the rest.
 *
 * Two parties live under the same selection. The intruder must not get in; when
 * it does, the guards of the rules in one proof are to blame: unless one of those
 * measures is taken otherwise, the same proof stands. The owner must get in; when
 * it does not, the rules that could carry the owner across the edge of what it
 * reaches are to blame: unless one of their disagreeing guards is taken
 * otherwise, the owner stays outside. Either way the blame is a clause over
 * measures, true of every selection that works, and a short clause rules out more.
 * So each is made minimal: a measure is set free when the selection is wrong all
 * the same, rules that hang on a free measure counting as absent for the intruder
 * and as present for the owner.
 *
 * What to know to trust it: every clause given here holds in every selection that
 * works; that is all the exactness of `cut` rests on. Deletion costs one closure
 * (or `earliest`, with a horizon) of a few rules for each measure blamed; where the
 * budget ends it, the clause is longer than it need be and as true.
 */
import { type IsSpent, neverSpent, workOf } from "./budget.ts";
import { closure, closureScratch, rulesBehind } from "./closure.ts";
import type { Clause, Literal } from "./cover-problem.ts";
import { earliest, earliestScratch } from "./earliest.ts";
import { fold, type TwinQuestion, withoutTwins } from "./fold.ts";
import type { Atom, Rules } from "./rules.ts";
import { pick, type Slice, slice } from "./slice.ts";

/** One side of the contest: what it can do, what it has, what it is after. */
export interface Party {
  readonly rules: Rules;
  readonly held: ArrayLike<Atom>;
  readonly goals: ArrayLike<Atom>;
}

export interface Horizon {
  /** A goal reached after more minutes than this counts as not reached. */
  readonly horizonMinutes?: number | undefined;
  /** The minute of the week at which the intruder starts; only felt with a horizon. */
  readonly startsAt?: number | undefined;
}

/** 1 for each chosen measure. */
export type Selection = Uint8Array;

export interface Intruder {
  /** The measures that can matter to this party. */
  readonly choices: readonly number[];
  /** Whether any of the goals is reached. */
  getsIn(chosen: Selection): boolean;
  /** The goals that are reached, by index, ascending. */
  reached(chosen: Selection): readonly number[];
  /**
   * Blame for one of the goals being reached, by a proof that hangs on no
   * `avoided` measure; `undefined` when there is none. Measures with a low `price`
   * are set free first, so that the clause keeps the dear ones.
   */
  blame(chosen: Selection, asked?: BlameOptions): Clause | undefined;
}

export interface BlameOptions {
  /** The goals the clause is about, by index: it holds wherever none of them is reached. */
  readonly goalIndexes?: readonly number[] | undefined;
  readonly avoided?: Uint8Array | undefined;
  readonly price?: ArrayLike<number> | undefined;
}

export interface IntruderLook extends Horizon {
  /** With it only one cheapest selection is kept in view, which is quicker; without, every one that works. */
  readonly twins?: TwinQuestion | undefined;
  readonly isSpent?: IsSpent | undefined;
}

/** The intruder's side, cut down to what can matter. */
export function intruderSide({ rules, held, goals }: Party, looked: IntruderLook = {}): Intruder {
  const { horizonMinutes, startsAt, twins, isSpent = neverSpent } = looked;
  isSpent(workOf.side(rules));
  const sliced = slice(rules, { held, goals });
  const folded = horizonMinutes === undefined ? fold(sliced) : sliced;
  const small = twins === undefined ? folded : { ...folded, rules: withoutTwins(folded.rules, twins) };
  const active = new Uint8Array(small.rules.ruleCount);
  const goalAtoms = Array.from(goals, (goal) => small.atomOf(goal));
  const look = probe(small, { horizonMinutes, startsAt, isSpent });
  const resting = new Uint8Array(small.rules.ruleCount);
  const restingScratch = closureScratch(small.rules);
  const everyGoal = goalAtoms.map((_, index) => index);

  const reachedGoals = (because: Int32Array, indexes: readonly number[]): number[] =>
    indexes.filter((index) => goalAtoms[index] !== undefined && because[goalAtoms[index]!]! >= -1);
  const reachedUnder = (chosen: Selection): readonly number[] => {
    agreeing(small.rules, chosen, undefined, active);
    return reachedGoals(look(active), everyGoal);
  };

  return {
    choices: choicesOf(small.rules),
    getsIn: (chosen) => reachedUnder(chosen).length > 0,
    reached: reachedUnder,
    blame(chosen, { goalIndexes = everyGoal, avoided, price } = {}) {
      agreeing(small.rules, chosen, avoided, active);
      const because = look(active);
      const goalIndex = reachedGoals(because, goalIndexes)[0];
      if (goalIndex === undefined) return undefined;
      const blamed = guardsOf(small.rules, rulesBehind(small.rules, because, [goalAtoms[goalIndex]!]));
      if (price !== undefined) blamed.sort((a, b) => price[a]! - price[b]! || a - b);
      rulesResting(small.rules, { active, blamed }, resting);
      isSpent(workOf.closure(small.rules));
      // Most of what rests on nothing blamed is out of reach without what was: it need not be looked at again and again.
      const { reached } = closure(small.rules, small.held, resting, restingScratch);
      const near = fired(small.rules, resting, reached);
      const nearGoals = goalIndexes.map((index) => goalAtoms[index]).filter((atom) => atom !== undefined);
      const picked = pick(small.rules, { ruleIds: near, held: small.held, goals: nearGoals });
      const kept = leastBlame(picked, blamed, { horizonMinutes, startsAt, isSpent });
      return kept.map((measure) => flip(measure, chosen)).sort((a, b) => a - b);
    },
  };
}

export interface Owner {
  readonly choices: readonly number[];
  /** Whether every goal is reached. */
  getsIn(chosen: Selection): boolean;
  /** Blame for one goal not being reached, or `undefined` when all are. */
  blame(chosen: Selection): Clause | undefined;
}

/** The owner's side. A goal no rules can ever give yields the empty clause. */
export function ownerSide({ rules, held, goals }: Party, isSpent: IsSpent = neverSpent): Owner {
  isSpent(workOf.slice(rules));
  const small = slice(rules, { held, goals });
  const goalAtoms = Array.from(goals, (goal) => small.atomOf(goal));
  const active = new Uint8Array(small.rules.ruleCount);
  const scratch = closureScratch(small.rules);
  const isFixed = new Uint8Array(rules.choiceCount);

  const blockedGoal = (): Atom | undefined | -1 => {
    isSpent(workOf.closure(small.rules));
    closure(small.rules, small.held, active, scratch);
    for (const goal of goalAtoms) {
      if (goal === undefined) return undefined;
      if (scratch.reached[goal] === 0) return goal;
    }
    return -1;
  };

  return {
    choices: choicesOf(small.rules),
    getsIn(chosen) {
      agreeing(small.rules, chosen, undefined, active);
      return blockedGoal() === -1;
    },
    blame(chosen) {
      agreeing(small.rules, chosen, undefined, active);
      const goal = blockedGoal();
      if (goal === -1) return undefined;
      if (goal === undefined) return [];
      const blamed = edgeOf(small.rules, { reached: scratch.reached, active, chosen });
      isFixed.fill(0);
      for (const measure of blamed) isFixed[measure] = 1;
      const kept: number[] = [];
      for (const measure of blamed) {
        if (isSpent(workOf.closure(small.rules))) {
          kept.push(measure);
          continue;
        }
        isFixed[measure] = 0;
        forgiving(small.rules, { chosen, isFixed }, active);
        if (closure(small.rules, small.held, active, scratch).reached[goal] === 0) continue;
        isFixed[measure] = 1;
        kept.push(measure);
      }
      return kept.map((measure) => flip(measure, chosen)).sort((a, b) => a - b);
    },
  };
}

/** Reach with or without a horizon, as reasons: `because` of at least -1 means reached. */
function probe(
  { rules, held }: Slice,
  { horizonMinutes, startsAt, isSpent }: Counted,
): (active: Uint8Array) => Int32Array {
  if (horizonMinutes === undefined) {
    const scratch = closureScratch(rules);
    return (active) => {
      isSpent(workOf.closure(rules));
      return closure(rules, held, active, scratch).because;
    };
  }
  const scratch = earliestScratch(rules);
  return (active) => {
    isSpent(workOf.earliest(rules));
    return earliest(rules, held, { active, startsAt, until: horizonMinutes }, scratch).because;
  };
}

interface Counted extends Horizon {
  readonly isSpent: IsSpent;
}

/**
 * Measures without which one of the picked goals is no longer reached, found by leaving out each of `blamed` in turn.
 * Those the budget leaves no look for stay.
 */
function leastBlame(picked: Slice, blamed: readonly number[], horizon: Counted): number[] {
  const { rules, goals } = picked;
  const look = probe(picked, horizon);
  const active = new Uint8Array(rules.ruleCount).fill(1);
  const rulesOf = new Map<number, number[]>();
  for (let rule = 0; rule < rules.ruleCount; rule++)
    for (let i = rules.guardsFrom[rule]!; i < rules.guardsFrom[rule + 1]!; i++) {
      const measure = Math.abs(rules.guards[i]!) - 1;
      const row = rulesOf.get(measure);
      if (row === undefined) rulesOf.set(measure, [rule]);
      else row.push(rule);
    }
  const kept: number[] = [];
  for (const measure of blamed) {
    const switched = (rulesOf.get(measure) ?? []).filter((rule) => active[rule] === 1);
    if (switched.length === 0) continue;
    if (horizon.isSpent(0)) {
      kept.push(measure);
      continue;
    }
    for (const rule of switched) active[rule] = 0;
    const because = look(active);
    if (goals.some((goal) => because[goal]! >= -1)) continue;
    for (const rule of switched) active[rule] = 1;
    kept.push(measure);
  }
  return kept;
}

interface Blamed {
  readonly active: Uint8Array;
  readonly blamed: readonly number[];
}

/** Resting: the active rules all of whose guards are among `blamed`. */
function rulesResting(rules: Rules, { active, blamed }: Blamed, resting: Uint8Array): void {
  const { guardsFrom, guards } = rules;
  const isBlamed = new Uint8Array(rules.choiceCount);
  for (const measure of blamed) isBlamed[measure] = 1;
  for (let rule = 0; rule < resting.length; rule++) {
    let rests = active[rule]!;
    for (let i = guardsFrom[rule]!; i < guardsFrom[rule + 1]!; i++)
      if (isBlamed[Math.abs(guards[i]!) - 1] === 0) rests = 0;
    resting[rule] = rests;
  }
}

/** The active rules that are run, ascending: all they ask is reached. */
function fired(rules: Rules, active: Uint8Array, reached: Uint8Array): number[] {
  const { asksFrom, asks } = rules;
  const run: number[] = [];
  for (let rule = 0; rule < active.length; rule++) {
    if (active[rule] === 0) continue;
    let isReady = true;
    for (let i = asksFrom[rule]!; isReady && i < asksFrom[rule + 1]!; i++) isReady = reached[asks[i]!] === 1;
    if (isReady) run.push(rule);
  }
  return run;
}

/** For each rule that could widen what is reached but disagrees with the selection: one measure to blame, shared where it can be. */
function edgeOf(rules: Rules, at: { reached: Uint8Array; active: Uint8Array; chosen: Selection }): number[] {
  const edge: number[][] = [];
  const uses = new Map<number, number>();
  for (let rule = 0; rule < rules.ruleCount; rule++) {
    if (at.active[rule] === 1 || !isOnEdge(rules, rule, at.reached)) continue;
    const measures: number[] = [];
    for (let i = rules.guardsFrom[rule]!; i < rules.guardsFrom[rule + 1]!; i++) {
      const guard = rules.guards[i]!;
      const measure = Math.abs(guard) - 1;
      if ((at.chosen[measure] === 1) === guard > 0) continue;
      measures.push(measure);
      uses.set(measure, (uses.get(measure) ?? 0) + 1);
    }
    edge.push(measures);
  }
  const blamed = new Set<number>();
  for (const measures of edge) {
    if (measures.some((measure) => blamed.has(measure))) continue;
    const mostShared = measures.reduce((best, measure) =>
      uses.get(measure)! > uses.get(best)! ? measure : best,
    );
    blamed.add(mostShared);
  }
  // The chosen ones are set free last: a lock-out is more often their doing than that of what was not chosen.
  return [...blamed].sort((a, b) => at.chosen[a]! - at.chosen[b]! || a - b);
}

function isOnEdge(rules: Rules, rule: number, reached: Uint8Array): boolean {
  for (let i = rules.asksFrom[rule]!; i < rules.asksFrom[rule + 1]!; i++)
    if (reached[rules.asks[i]!] === 0) return false;
  for (let i = rules.givesFrom[rule]!; i < rules.givesFrom[rule + 1]!; i++)
    if (reached[rules.gives[i]!] === 0) return true;
  return false;
}

/** Active: every guard agrees with the selection and hangs on no avoided measure. */
function agreeing(
  rules: Rules,
  chosen: Selection,
  avoided: Uint8Array | undefined,
  active: Uint8Array,
): void {
  const { guardsFrom, guards } = rules;
  for (let rule = 0; rule < active.length; rule++) {
    let isActive = 1;
    for (let i = guardsFrom[rule]!; i < guardsFrom[rule + 1]!; i++) {
      const guard = guards[i]!;
      const measure = Math.abs(guard) - 1;
      if ((chosen[measure] === 1) !== guard > 0 || (avoided !== undefined && avoided[measure] === 1))
        isActive = 0;
    }
    active[rule] = isActive;
  }
}

/** Active: no guard disagrees with the fixed part of the selection. */
function forgiving(
  rules: Rules,
  { chosen, isFixed }: { chosen: Selection; isFixed: Uint8Array },
  active: Uint8Array,
): void {
  const { guardsFrom, guards } = rules;
  for (let rule = 0; rule < active.length; rule++) {
    let isActive = 1;
    for (let i = guardsFrom[rule]!; i < guardsFrom[rule + 1]!; i++) {
      const guard = guards[i]!;
      const measure = Math.abs(guard) - 1;
      if (isFixed[measure] === 1 && (chosen[measure] === 1) !== guard > 0) isActive = 0;
    }
    active[rule] = isActive;
  }
}

function guardsOf(rules: Rules, ruleIds: readonly number[]): number[] {
  const measures = new Set<number>();
  for (const rule of ruleIds)
    for (let i = rules.guardsFrom[rule]!; i < rules.guardsFrom[rule + 1]!; i++)
      measures.add(Math.abs(rules.guards[i]!) - 1);
  return [...measures].sort((a, b) => a - b);
}

function choicesOf(rules: Rules): number[] {
  return guardsOf(
    rules,
    Array.from({ length: rules.ruleCount }, (_, rule) => rule),
  );
}

/** The literal that takes the measure otherwise than the selection does. */
function flip(measure: number, chosen: Selection): Literal {
  return chosen[measure] === 1 ? -(measure + 1) : measure + 1;
}
