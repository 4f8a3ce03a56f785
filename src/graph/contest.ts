/**
 * The loop that all questions about measures share: guess the cheapest selection,
 * see what is wrong with it, remember why, guess again.
 *
 * The guess is the optimum of everything remembered (`minimumCover`), so its cost
 * is a lower bound; what is wrong comes from `cores.ts` as clauses true of every
 * selection that works; a guess with nothing wrong is therefore optimal. This is
 * the implicit hitting set method (Davies and Bacchus 2011; for attack graphs
 * Barrère and others, "Identifying security-critical cyber-physical components in
 * industrial control systems", 2019, ask the same question of a MaxSAT solver).
 *
 * Guesses are dear and blame is cheap, so each round takes all the blame it can:
 * clauses that share no measure first, then those met while mending the guess,
 * which ends in a selection that works and bounds the cost from above. Before the
 * first guess, clauses are paid for out of their measures' costs (primal-dual):
 * often that already closes the gap.
 */
import { type IsSpent, neverSpent } from "./budget.ts";
import type { Intruder, Owner, Selection } from "./cores.ts";
import { minimumCover } from "./cover.ts";
import { type Clause, type CoverEffort, costTolerance, type Literal } from "./cover-problem.ts";

/** Two parties under one selection, and what has been learned about it. */
export interface Contest {
  readonly intruder: Intruder;
  readonly owner: Owner | undefined;
  /** What choosing each measure costs. */
  readonly costs: Float64Array;
  readonly forced: readonly number[];
  readonly forbidden: readonly number[];
  /** What each goal loses; only needed when goals may be spared. */
  readonly losses: Float64Array;
  /** Clauses true of every selection that works; grows. A goal's variable ("may remain") follows the measures'. */
  readonly known: Clause[];
  /** How often each measure is named in `known`. */
  readonly uses: Int32Array;
}

export interface ContestTask {
  /** Clauses for this question alone, such as "not the one found before". */
  readonly also?: readonly Clause[] | undefined;
  /** Goals may remain as long as their losses add up to no more than this. Absent: none may. */
  readonly lossMax?: number | undefined;
  readonly effort: CoverEffort;
}

export interface Verdict {
  /** The cheapest selection found, ascending; `undefined` when none was. */
  readonly choices: readonly number[] | undefined;
  readonly cost: number;
  /** Nothing that works costs less; `Infinity` when it is proved that nothing works. */
  readonly lower: number;
  readonly proved: boolean;
}

type Parties = Omit<Contest, "known" | "uses">;

export function contest(parties: Parties): Contest {
  return { ...parties, known: [], uses: new Int32Array(parties.costs.length) };
}

/** Mending a guess stops after this many flips a measure: signed guards can send it in circles. */
const flipsPerMeasure = 1;

/** The cheapest selection that works. Exact unless the budget ends first. */
export function settle(game: Contest, { also = [], lossMax, effort }: ContestTask): Verdict {
  const isSpent = effort.isSpent ?? neverSpent;
  const fixed: Clause[] = [
    ...game.forced.map((measure) => [measure + 1]),
    ...game.forbidden.map((measure) => [-(measure + 1)]),
    ...also,
  ];
  const costs = new Float64Array(game.costs.length + game.losses.length);
  costs.set(game.costs);
  const weights = new Float64Array(costs.length);
  weights.set(game.losses, game.costs.length);
  const limit = lossMax === undefined ? undefined : { weights, most: lossMax };
  let best: Verdict = { choices: undefined, cost: Infinity, lower: 0, proved: false };
  const keep = (choices: readonly number[] | undefined) => {
    if (choices === undefined) return;
    const cost = costOf(game, choices);
    if (cost < best.cost) best = { ...best, choices, cost };
  };
  const isFresh = game.known.length === 0;
  if (isFresh && lossMax === undefined) {
    const first = payForClauses(game, isSpent);
    best = { ...best, lower: first.lower };
    const selection = selectionOf(game, first.paid);
    if (works(game, selection, { lossMax, fixed })) keep(withoutIdle(game, selection, { lossMax, fixed }));
  }
  for (;;) {
    const isClosed = best.lower >= best.cost - costTolerance;
    if (isClosed) return { ...best, lower: best.cost, proved: true };
    if (isSpent() && game.known.length > 0) return best;
    const upper = best.cost < Infinity ? best.cost : undefined;
    const guess = minimumCover({ costs, clauses: [...fixed, ...game.known], limit, upper }, effort);
    best = { ...best, lower: Math.max(best.lower, guess.lower) };
    if (guess.chosen === undefined) return guess.proved ? { ...best, lower: best.cost, proved: true } : best;
    const measures = guess.chosen.filter((v) => v < game.costs.length);
    const spared = guess.chosen.filter((v) => v >= game.costs.length).map((v) => v - game.costs.length);
    const selection = selectionOf(game, measures);
    const wrong = learn(game, { selection, spared, isSparing: lossMax !== undefined, isSpent });
    if (wrong.length === 0) {
      keep(measures);
      return guess.proved ? { ...best, lower: best.cost, proved: true } : best;
    }
    const mended = mend(game, { selection, spared, isSparing: lossMax !== undefined, wrong, isSpent });
    if (mended !== undefined && works(game, mended, { lossMax, fixed }))
      keep(withoutIdle(game, mended, { lossMax, fixed }));
  }
}

/** What remains to be lost under these measures. */
export function remainingLoss(game: Contest, choices: readonly number[]): number {
  const reached = game.intruder.reached(selectionOf(game, choices));
  return reached.reduce((loss, goal) => loss + game.losses[goal]!, 0);
}

export function selectionOf(game: Contest, choices: Iterable<number>): Selection {
  const selection = new Uint8Array(game.costs.length);
  for (const measure of game.forced) selection[measure] = 1;
  for (const measure of choices) selection[measure] = 1;
  return selection;
}

export interface Demands {
  readonly lossMax: number | undefined;
  readonly fixed: readonly Clause[];
}

/** Whether the intruder stays out (or within the loss allowed), the owner gets in, and the fixed clauses hold. */
export function works(game: Contest, selection: Selection, { lossMax, fixed }: Demands): boolean {
  if (!fixed.every((clause) => clause.some((literal) => holds(literal, selection)))) return false;
  if (game.owner !== undefined && !game.owner.getsIn(selection)) return false;
  if (lossMax === undefined) return !game.intruder.getsIn(selection);
  return remainingLoss(game, chosenOf(selection)) <= lossMax + costTolerance;
}

/** The selection with single measures left out where it works without, the dearest first. Changes the selection. */
export function withoutIdle(game: Contest, selection: Selection, demands: Demands): number[] {
  const dearestFirst = chosenOf(selection).sort((a, b) => game.costs[b]! - game.costs[a]! || a - b);
  for (const measure of dearestFirst) {
    selection[measure] = 0;
    if (!works(game, selection, demands)) selection[measure] = 1;
  }
  return chosenOf(selection);
}

/**
 * Finds clauses and pays for each out of its measures' costs until every proof
 * meets a measure that is paid off. What was paid is a lower bound, the measures
 * paid off are a first selection.
 */
function payForClauses(game: Contest, isSpent: IsSpent): { lower: number; paid: number[] } {
  const left = Float64Array.from(game.costs);
  // What cannot be taken otherwise is never freed from blame in favour of what can.
  for (const measure of [...game.forced, ...game.forbidden]) left[measure] = Infinity;
  const selection = selectionOf(game, []);
  const avoided = new Uint8Array(game.costs.length);
  const paid: number[] = [];
  let lower = costOf(game, game.forced);
  for (;;) {
    const clause = game.intruder.blame(selection, { avoided, price: left });
    if (clause === undefined) return { lower, paid };
    remember(game, clause);
    const price = clause.reduce((least, literal) => Math.min(least, left[Math.abs(literal) - 1]!), Infinity);
    if (price === Infinity) return { lower, paid };
    lower += price;
    for (const literal of clause) {
      const measure = Math.abs(literal) - 1;
      left[measure]! -= price;
      if (left[measure]! > costTolerance) continue;
      avoided[measure] = 1;
      paid.push(measure);
    }
    if (isSpent()) return { lower, paid };
  }
}

interface Guess {
  readonly selection: Selection;
  readonly spared: readonly number[];
  readonly isSparing: boolean;
  readonly isSpent: IsSpent;
}

/**
 * Everything wrong with a guess that shares no measure, remembered; as much of it as the budget leaves time for, but
 * never nothing where something is wrong.
 */
function learn(game: Contest, guess: Guess): Clause[] {
  const { selection, isSparing, isSpent } = guess;
  const wrong: Clause[] = [];
  const avoided = new Uint8Array(game.costs.length);
  for (const goalIndexes of wrongGroups(game, guess, selection)) {
    if (isSparing) avoided.fill(0);
    for (;;) {
      if (wrong.length > 0 && isSpent(0)) return wrong;
      const blame = game.intruder.blame(selection, { goalIndexes, avoided, price: game.costs });
      if (blame === undefined) break;
      const clause = goalIndexes === undefined ? blame : [...blame, game.costs.length + goalIndexes[0]! + 1];
      wrong.push(clause);
      remember(game, clause);
      if (blame.length === 0) break;
      for (const literal of blame) avoided[Math.abs(literal) - 1] = 1;
    }
  }
  const lockedOut = game.owner?.blame(selection);
  if (lockedOut !== undefined) {
    wrong.push(lockedOut);
    remember(game, lockedOut);
  }
  return wrong;
}

/** The goals to blame for, by group: each that is reached and not spared by itself, or all together where none is spared. */
function wrongGroups(
  game: Contest,
  { spared, isSparing }: Pick<Guess, "spared" | "isSparing">,
  selection: Selection,
): readonly (readonly number[] | undefined)[] {
  if (!isSparing) return [undefined];
  const isSpared = new Set(spared);
  return game.intruder
    .reached(selection)
    .filter((goal) => game.losses[goal]! > 0 && !isSpared.has(goal))
    .map((goal) => [goal]);
}

/** Flips measures until nothing is wrong, remembering what is met on the way; `undefined` when it runs out of flips. */
function mend(game: Contest, guess: Guess & { wrong: readonly Clause[] }): Selection | undefined {
  const selection = guess.selection.slice();
  const flips = new Uint8Array(selection.length);
  for (const measure of [...game.forced, ...game.forbidden]) flips[measure] = flipsPerMeasure;
  let wrong = guess.wrong;
  while (wrong.length > 0) {
    for (const clause of wrong) {
      if (clause.some((literal) => holds(literal, selection))) continue;
      const literal = cheapestFlip(game, clause, flips);
      if (literal === undefined) return undefined;
      const measure = Math.abs(literal) - 1;
      flips[measure]!++;
      selection[measure] = literal > 0 ? 1 : 0;
    }
    if (guess.isSpent()) return undefined;
    wrong = nextWrong(game, guess, selection);
  }
  return selection;
}

function nextWrong(game: Contest, guess: Guess, selection: Selection): Clause[] {
  for (const goalIndexes of wrongGroups(game, guess, selection)) {
    const blame = game.intruder.blame(selection, { goalIndexes, price: game.costs });
    if (blame === undefined) continue;
    const clause = goalIndexes === undefined ? blame : [...blame, game.costs.length + goalIndexes[0]! + 1];
    remember(game, clause);
    return [clause];
  }
  const lockedOut = game.owner?.blame(selection);
  if (lockedOut === undefined) return [];
  remember(game, lockedOut);
  return [lockedOut];
}

/** The literal with the least cost for each clause it is known to serve; leaving out is free. */
function cheapestFlip(game: Contest, clause: Clause, flips: Uint8Array): Literal | undefined {
  let best: Literal | undefined;
  let bestScore = Infinity;
  for (const literal of clause) {
    const measure = Math.abs(literal) - 1;
    if (measure >= flips.length || flips[measure]! >= flipsPerMeasure) continue;
    const score = (literal > 0 ? game.costs[measure]! : 0) / Math.max(1, game.uses[measure]!);
    if (score < bestScore) {
      bestScore = score;
      best = literal;
    }
  }
  return best;
}

function remember(game: Contest, clause: Clause): void {
  game.known.push(clause);
  for (const literal of clause) {
    const measure = Math.abs(literal) - 1;
    if (measure < game.uses.length) game.uses[measure]!++;
  }
}

/** A goal's literal ("may remain") never holds by a selection of measures alone. */
function holds(literal: Literal, selection: Selection): boolean {
  return (selection[Math.abs(literal) - 1] === 1) === literal > 0;
}

function chosenOf(selection: Selection): number[] {
  const chosen: number[] = [];
  for (let measure = 0; measure < selection.length; measure++)
    if (selection[measure] === 1) chosen.push(measure);
  return chosen;
}

function costOf(game: Contest, choices: readonly number[]): number {
  let cost = 0;
  for (const measure of choices) cost += game.costs[measure]!;
  return cost;
}
