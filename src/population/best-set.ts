/**
 * The set of measures that helps most for a budget of effort: branch and bound over taking each or leaving it.
 *
 * A greedy choice comes first, so that there is an answer however short the search. What could still be gained below a
 * branch is bounded by the people protected when every rule that an undecided measure could change is left out; that is
 * sound whether or not measures help one another, where the usual bound of greedy choice is not.
 *
 * Exact where the search ends; else the net of the best set lies between what was found and the bound that is left.
 */
import type { Gain } from "./gain.ts";

export interface BestSet {
  readonly budget: number;
  readonly label: "exact" | "bounds";
  readonly measures: readonly string[];
  readonly effort: number;
  readonly gain: Gain;
  /** No set within the budget has a greater net. */
  readonly upper: number;
  /** What greedy choice comes to. */
  readonly greedy: { readonly measures: readonly string[]; readonly net: number };
  readonly setsAsked: number;
}

export interface Candidate {
  readonly index: number;
  readonly name: string;
  readonly effort: number;
}

export interface BestSetQuestion {
  readonly budget: number;
  readonly setsMax: number;
  readonly measures: readonly Candidate[];
  readonly gainOf: (set: readonly number[]) => Gain;
  readonly protectedAtMost: (taken: readonly number[], open: readonly number[]) => number;
}

interface Branch {
  readonly taken: readonly Candidate[];
  /** Those before it are decided. */
  readonly next: number;
  readonly upper: number;
}

export function bestSet(question: BestSetQuestion): BestSet {
  const { budget, setsMax, gainOf, protectedAtMost } = question;
  const greedy = greedyOf(question);
  // What was taken greedily first: good sets are met early, and then much is cut off.
  const order = [...greedy, ...question.measures.filter((each) => !greedy.includes(each))];
  const indexes = (set: readonly Candidate[]) => set.map(({ index }) => index);
  const greedyNet = gainOf(indexes(greedy)).net;
  let [best, bestNet, asked] = [greedy, greedyNet, 0];
  const upperOf = (taken: readonly Candidate[], next: number): number => {
    const left = budget - effortOf(taken);
    const open = order.slice(next).filter(({ effort }) => effort <= left);
    asked += 1;
    return protectedAtMost(indexes(taken), indexes(open));
  };
  const stack: Branch[] = [{ taken: [], next: 0, upper: upperOf([], 0) }];
  while (stack.length > 0 && asked < setsMax) {
    const branch = stack.pop();
    if (branch === undefined || branch.upper <= bestNet) continue;
    const candidate = order[branch.next];
    if (candidate === undefined) continue;
    const next = branch.next + 1;
    stack.push({ taken: branch.taken, next, upper: Math.min(branch.upper, upperOf(branch.taken, next)) });
    const taken = [...branch.taken, candidate];
    if (effortOf(taken) > budget) continue;
    const { net } = gainOf(indexes(taken));
    if (net > bestNet) [best, bestNet] = [taken, net];
    stack.push({ taken, next, upper: Math.min(branch.upper, upperOf(taken, next)) });
  }
  const upper = Math.max(bestNet, ...stack.map((branch) => branch.upper));
  const names = (set: readonly Candidate[]) => set.map(({ name }) => name).sort();
  return {
    budget,
    label: upper === bestNet ? "exact" : "bounds",
    measures: names(best),
    effort: effortOf(best),
    gain: gainOf(indexes(best)),
    upper,
    greedy: { measures: names(greedy), net: greedyNet },
    setsAsked: asked,
  };
}

const effortOf = (set: readonly Candidate[]): number => set.reduce((sum, { effort }) => sum + effort, 0);

/** Again and again the one, or where no single one gains anything the two, that gain most for their effort. */
function greedyOf({ budget, measures, gainOf }: BestSetQuestion): readonly Candidate[] {
  let taken: readonly Candidate[] = [];
  for (;;) {
    const now = gainOf(taken.map(({ index }) => index)).net;
    const left = budget - effortOf(taken);
    const open = measures.filter((each) => !taken.includes(each));
    const most = (groups: readonly (readonly Candidate[])[]): readonly Candidate[] | undefined => {
      let found: { readonly group: readonly Candidate[]; readonly worth: number } | undefined;
      for (const group of groups) {
        if (effortOf(group) > left) continue;
        const gained = gainOf([...taken, ...group].map(({ index }) => index)).net - now;
        const worth = gained / Math.max(effortOf(group), 1e-9);
        if (gained > 0 && (found === undefined || worth > found.worth)) found = { group, worth };
      }
      return found?.group;
    };
    const pairs = () => open.flatMap((one, i) => open.slice(i + 1).map((other) => [one, other]));
    const group = most(open.map((each) => [each])) ?? (open.length <= pairsMax ? most(pairs()) : undefined);
    if (group === undefined) return taken;
    taken = [...taken, ...group];
  }
}

/** Pairs grow with the square; of more measures than this only single ones are tried. */
const pairsMax = 24;
