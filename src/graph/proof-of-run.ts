/**
 * How one particular rule comes to be run: a proof that ends with that rule and no other, even where what it gives is
 * had already or could be had another way. It leads to a goal of its own, for what the rule asks may rest on the very
 * thing it gives.
 */
import { rulesBehind } from "./closure.ts";
import { earliest } from "./earliest.ts";
import { type Proof, type ProofQuestion, proof } from "./proof.ts";
import {
  type Atom,
  asksOf,
  compile,
  isNever,
  type PlainRule,
  type Rules,
  type WeeklyWindow,
} from "./rules.ts";

/** `goal` is what the proof is said to lead to; something the rule gives. */
export interface RunQuestion extends ProofQuestion {
  readonly rule: number;
}

/** A minimal proof that ends with the rule; `undefined` when it cannot be run. Costs as much as `proof`. */
export function proofOfRun(
  rules: Rules,
  { held, rule, goal, found, startsAt }: RunQuestion,
): Proof | undefined {
  const ids = [...rulesBehind(rules, found.because, asksOf(rules, rule)), rule];
  const atoms: Atom[] = [];
  const numbers = new Map<Atom, Atom>();
  const numberOf = (atom: Atom): Atom => {
    const known = numbers.get(atom) ?? atoms.push(atom) - 1;
    numbers.set(atom, known);
    return known;
  };
  const few = ids.map((id): PlainRule => {
    const { asks, gives, ...rest } = plainRule(rules, id);
    return { ...rest, asks: asks.map(numberOf), gives: gives.map(numberOf) };
  });
  const ownGoal = atoms.length;
  const last = few.length - 1;
  const small = compile(
    ownGoal + 1,
    few.map((each, i) => (i === last ? { ...each, gives: [ownGoal] } : each)),
  );
  const start = Array.from(held).flatMap((atom) => numbers.get(atom) ?? []);
  const shown = proof(small, {
    held: start,
    goal: ownGoal,
    found: earliest(small, start, { startsAt }),
    startsAt,
  });
  if (shown === undefined) return undefined;
  const back = (atom: Atom) => (atom === ownGoal ? goal : atoms[atom]!);
  return {
    goal,
    at: shown.at,
    leaves: shown.leaves.map(back),
    steps: shown.steps.map((step) => ({
      ...step,
      rule: ids[step.rule]!,
      gives: step.gives.map(back),
      asks: step.asks.map(({ atom, from }) => ({ atom: back(atom), from })),
    })),
  };
}

/** One rule as it was before it was laid out, without its guard. */
function plainRule(rules: Rules, id: number): PlainRule {
  const row = (from: Int32Array, values: Int32Array) => [...values.subarray(from[id]!, from[id + 1]!)];
  const edges = row(rules.opensFrom, rules.opens);
  const opens: WeeklyWindow[] = [];
  for (let i = 0; i < edges.length; i += 2) opens.push([edges[i]!, edges[i + 1]!]);
  const hasHours = opens.length > 0 || isNever(rules, id);
  return {
    asks: [...asksOf(rules, id)],
    gives: row(rules.givesFrom, rules.gives),
    minutes: rules.minutes[id]!,
    cost: rules.cost[id]!,
    guard: [],
    ...(hasHours ? { opens } : {}),
  };
}
