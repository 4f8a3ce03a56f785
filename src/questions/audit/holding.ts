/**
 * Holding power: for every condition the owner could set, how soon the intruder can lift it, and by what. A block is
 * only as strong as the weakest flow that lifts it.
 *
 * Two moments are told. Set at once, the condition also stops what the intruder would need for the lifting (no codes
 * on a suspended line). Set later, when the intruder has all there is to have, it holds one round.
 */
import {
  type Atom,
  compile,
  type Earliest,
  earliest,
  type Grounded,
  type GroundRule,
  type PlainRule,
  proof,
  type Rules,
  rulesBehind,
  slice,
} from "../../graph/index.ts";
import type { HoldingPower, Way } from "./answer.ts";
import { wayOf } from "./steps.ts";

export interface HoldingQuestion {
  readonly world: Grounded;
  readonly rules: Rules;
  readonly held: readonly Atom[];
  readonly active: Uint8Array;
  readonly ownerReaches: (atom: Atom) => boolean;
  readonly startsAt?: number | undefined;
  /** Atoms some way to a loss rests on. */
  readonly matters: (atom: Atom) => boolean;
}

/** A rule with its number. */
interface Numbered {
  readonly rule: GroundRule;
  readonly id: number;
}

/** Those that matter first, then by name. Costs one `earliest`, and a slice for each condition that stops its own lifting. */
export function holdingPowers(question: HoldingQuestion): readonly HoldingPower[] {
  const { world, rules, held, active, ownerReaches, startsAt, matters } = question;
  const free = earliest(rules, held, { active, startsAt });
  const { setters, lifters, unset } = rulesByCondition(world, active);
  const answers: HoldingPower[] = [];
  for (const [index, { id, cleared }] of world.conditions.entries()) {
    const setter = (setters.get(index) ?? [])
      .filter(({ rule }) => rule.asks.every(ownerReaches))
      .sort((a, b) => a.rule.minutes - b.rule.minutes || a.id - b.id)[0]?.rule;
    if (setter === undefined) continue;
    const able = (lifters.get(index) ?? []).filter((lifter) => free.ends[lifter.id] !== Infinity);
    const first = [...able].sort((a, b) => (free.ends[a.id] ?? 0) - (free.ends[b.id] ?? 0) || a.id - b.id)[0];
    const expires = setter.sets.find(({ condition }) => condition === index)?.expires ?? Infinity;
    const lifted = first === undefined ? Infinity : (free.ends[first.id] ?? Infinity);
    const heldMinutes = Math.min(lifted, expires);
    const isLapse = expires < lifted;
    const atOnce =
      first === undefined
        ? Infinity
        : liftedAtOnce(question, { free, lifter: first, cleared, unset: unset.get(index) ?? [] });
    answers.push({
      condition: id,
      matters: matters(cleared),
      setBy: setter.flow.id,
      setByInstitution: setter.institution,
      heldMinutes: orNever(heldMinutes),
      liftedBy: heldMinutes === Infinity ? null : isLapse ? "lapses" : (first?.rule.flow.id ?? null),
      liftedByInstitution: heldMinutes === Infinity || isLapse ? null : (first?.rule.institution ?? null),
      heldIfSetAtOnceMinutes: orNever(Math.min(atOnce, expires)),
      eachRoundMinutes: able.length === 0 ? null : Math.min(...able.map(({ rule }) => roundOf(rule))),
      way: first === undefined || isLapse ? null : liftWay(question, { free, lifter: first, cleared }),
    });
  }
  return answers.sort((a, b) => Number(b.matters) - Number(a.matters));
}

const orNever = (minutes: number): number | null => (minutes === Infinity ? null : minutes);

/** How long one more lifting takes: the flow's own time, or the wait its limit imposes. */
const roundOf = ({ flow, minutes }: GroundRule) =>
  Math.max(minutes, flow.atMost === undefined ? 0 : flow.atMost.perMinutes / flow.atMost.times);

function rulesByCondition(world: Grounded, active: Uint8Array) {
  const setters = new Map<number, Numbered[]>();
  const lifters = new Map<number, Numbered[]>();
  /** The rules that say it is not set any more though nobody lifts it: nobody has set it, or it has lapsed. */
  const unset = new Map<number, number[]>();
  const conditionOf = new Map(world.conditions.map(({ cleared }, index) => [cleared, index]));
  for (const [id, rule] of world.rules.entries()) {
    if (active[id] === 0) continue;
    for (const { condition } of rule.sets)
      setters.set(condition, [...(setters.get(condition) ?? []), { rule, id }]);
    for (const condition of rule.clears)
      lifters.set(condition, [...(lifters.get(condition) ?? []), { rule, id }]);
    const about = rule.isInternal ? conditionOf.get(rule.gives[0] ?? -1) : undefined;
    if (about !== undefined) unset.set(about, [...(unset.get(about) ?? []), id]);
  }
  return { setters, lifters, unset };
}

interface LiftQuestion {
  readonly free: Earliest;
  readonly lifter: Numbered;
  readonly cleared: Atom;
}

/**
 * When it is lifted if it was set before the intruder had anything. A way that never uses its absence is as quick as
 * before; only where it does are the rules asked again without that.
 */
function liftedAtOnce(
  { rules, held, active, startsAt }: HoldingQuestion,
  { free, lifter, cleared, unset }: LiftQuestion & { readonly unset: readonly number[] },
): number {
  const behind = rulesBehind(rules, free.because, lifter.rule.asks);
  if (!unset.some((id) => behind.includes(id))) return free.ends[lifter.id] ?? Infinity;
  const closed = active.slice();
  for (const id of unset) closed[id] = 0;
  const small = slice(rules, { held, goals: [cleared], active: closed });
  const goal = small.goals[0];
  return goal === undefined
    ? Infinity
    : (earliest(small.rules, small.held, { startsAt }).time[goal] ?? Infinity);
}

/**
 * How the intruder comes to lift it: the rules behind what the lifting flow asks, and that flow itself. It leads to a
 * goal of its own, for what it asks may rest on the very condition not being set.
 */
function liftWay(
  { world, rules, held, startsAt }: HoldingQuestion,
  { free, lifter, cleared }: LiftQuestion,
): Way | null {
  const ids = rulesBehind(rules, free.because, lifter.rule.asks);
  const atoms: Atom[] = [];
  const numbers = new Map<Atom, number>();
  const numberOf = (atom: Atom): number => {
    const known = numbers.get(atom) ?? atoms.push(atom) - 1;
    numbers.set(atom, known);
    return known;
  };
  const small = [...ids.flatMap((id) => world.rules[id] ?? []), lifter.rule].map(
    ({ asks, gives, minutes, cost, opens }): PlainRule => ({
      asks: asks.map(numberOf),
      gives: gives.map(numberOf),
      minutes,
      cost,
      guard: [],
      ...(opens === undefined ? {} : { opens }),
    }),
  );
  const goal = atoms.length;
  const plain = small.map((rule, i) => (i === ids.length ? { ...rule, gives: [goal] } : rule));
  const way = compile(goal + 1, plain);
  const start = held.flatMap((atom) => numbers.get(atom) ?? []);
  const shown = proof(way, { held: start, goal, found: earliest(way, start, { startsAt }), startsAt });
  if (shown === undefined) return null;
  const back = (atom: Atom) => (atom === goal ? cleared : (atoms[atom] ?? 0));
  return wayOf(world, {
    ...shown,
    goal: cleared,
    leaves: shown.leaves.map(back),
    steps: shown.steps.map((step) => ({
      ...step,
      rule: ids[step.rule] ?? lifter.id,
      gives: step.gives.map(back),
      asks: step.asks.map(({ atom, from }) => ({ atom: back(atom), from })),
    })),
  });
}
