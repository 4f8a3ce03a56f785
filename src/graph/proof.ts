/**
 * Why: the flows that bring a goal about, in an order in which they can be done,
 * none of them superfluous.
 *
 * Following `because` back from the goal gives one rule for each atom needed. A
 * rule that gives two things may make another one idle, so each is then dropped
 * in turn and stays dropped when the goal is still reached no later without it
 * (deletion, one small `earliest` a rule). What is left is minimal, not smallest.
 *
 * What to know to trust it: every ask of every step is either held at the start or
 * given by an earlier step of the same proof; times are those of `earliest` on the
 * steps alone, so they hold for an actor with enough hands.
 */
import { rulesBehind } from "./closure.ts";
import { type Earliest, type EarliestOptions, earliest } from "./earliest.ts";
import { type Atom, asksOf, type Rules } from "./rules.ts";
import { pick, type Slice } from "./slice.ts";

/** What a step asks, and where that comes from. */
export interface Support {
  readonly atom: Atom;
  /** The index of an earlier step in the proof, or `undefined` when held at the start. */
  readonly from: number | undefined;
}

export interface ProofStep {
  readonly rule: number;
  readonly begins: number;
  readonly ends: number;
  readonly asks: readonly Support[];
  /** What this proof takes from the step; the rule may give more. */
  readonly gives: readonly Atom[];
}

export interface Proof {
  readonly goal: Atom;
  /** Minutes from the start. */
  readonly at: number;
  /** The steps, each after those it rests on. The last one gives the goal; no steps when it is held. */
  readonly steps: readonly ProofStep[];
  /** What was held at the start and is used. */
  readonly leaves: readonly Atom[];
}

/** The question `found` answered: the same start, the same options. */
export interface ProofQuestion extends Pick<EarliestOptions, "startsAt"> {
  readonly held: ArrayLike<Atom>;
  readonly goal: Atom;
  readonly found: Earliest;
}

/**
 * A minimal proof of the goal at its earliest time, or `undefined` when it is not
 * reached. Costs one `earliest` of the proof's own size for each of its steps.
 */
export function proof(rules: Rules, { held, goal, found, startsAt }: ProofQuestion): Proof | undefined {
  const at = found.time[goal]!;
  if (at === Infinity) return undefined;
  const picked = pick(rules, { ruleIds: rulesBehind(rules, found.because, [goal]), held, goals: [goal] });
  const active = new Uint8Array(picked.rules.ruleCount).fill(1);
  const target = picked.goals[0]!;
  const timing = { active, startsAt, until: at };
  let best = earliest(picked.rules, picked.held, timing);
  // Latest first: what only an idle step asked falls with it later in the same sweep.
  for (let rule = active.length - 1; rule >= 0; rule--) {
    active[rule] = 0;
    const without = earliest(picked.rules, picked.held, timing);
    if (without.time[target]! <= at) best = without;
    else active[rule] = 1;
  }
  return written(picked, { goal, target, best });
}

function written(picked: Slice, { goal, target, best }: { goal: Atom; target: Atom; best: Earliest }): Proof {
  const { rules, ruleIds, atomIds } = picked;
  const order = rulesBehind(rules, best.because, [target]).sort(
    (a, b) => best.ends[a]! - best.ends[b]! || best.begins[a]! - best.begins[b]!,
  );
  const sorted = keepSupportFirst(rules, best.because, order);
  const stepOf = new Map(sorted.map((rule, step) => [rule, step]));
  const taken = sorted.map((): Atom[] => []);
  const leaves = new Set<Atom>();
  const take = (atom: Atom): Support => {
    const rule = best.because[atom]!;
    const original = atomIds[atom]!;
    if (rule < 0) {
      leaves.add(original);
      return { atom: original, from: undefined };
    }
    const from = stepOf.get(rule)!;
    if (!taken[from]!.includes(original)) taken[from]!.push(original);
    return { atom: original, from };
  };
  take(target);
  const asks = sorted.map((rule) => [...asksOf(rules, rule)].map(take));
  const steps = sorted.map((rule, step) => ({
    rule: ruleIds[rule]!,
    begins: best.begins[rule]!,
    ends: best.ends[rule]!,
    asks: asks[step]!,
    gives: taken[step]!,
  }));
  return { goal, at: best.time[target]!, steps, leaves: [...leaves].sort((a, b) => a - b) };
}

/** Sorting by time alone can put a step of zero minutes before what it rests on; this puts that right, keeping the rest. */
function keepSupportFirst(rules: Rules, because: Int32Array, order: readonly number[]): number[] {
  const placed = new Set<number>();
  const result: number[] = [];
  let waiting = [...order];
  while (waiting.length > 0) {
    const later: number[] = [];
    for (const rule of waiting) {
      let isReady = true;
      for (let i = rules.asksFrom[rule]!; i < rules.asksFrom[rule + 1]!; i++) {
        const giver = because[rules.asks[i]!]!;
        if (giver >= 0 && !placed.has(giver)) isReady = false;
      }
      if (isReady) {
        placed.add(rule);
        result.push(rule);
      } else later.push(rule);
    }
    waiting = later;
  }
  return result;
}
