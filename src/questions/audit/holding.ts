/**
 * Holding power: for every condition the owner could set, how soon the intruder can lift it, and by what. A block is
 * only as strong as the weakest flow that lifts it.
 *
 * Two moments are told. Set at once, the condition also stops what the intruder would need for the lifting (no codes
 * on a suspended line). Set later, when the intruder has all there is to have, it holds one round.
 */
import { type Atom, compile, earliest, type Grounded, type GroundRule, proof, type Rules } from "../../graph/index.ts";
import type { HoldingPower } from "./answer.ts";
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

/** Those that matter first, then by name. */
export function holdingPowers({ world, rules, held, active, ownerReaches, startsAt, matters }: HoldingQuestion): readonly HoldingPower[] {
  const free = earliest(rules, held, { active, startsAt });
  const answers: HoldingPower[] = [];
  for (const [index, { id, cleared }] of world.conditions.entries()) {
    const setters = world.rules.filter((rule, i) => active[i] !== 0 && rule.sets.some(({ condition }) => condition === index) && rule.asks.every(ownerReaches));
    const setter = [...setters].sort((a, b) => a.minutes - b.minutes || a.cost - b.cost)[0];
    if (setter === undefined) continue;
    const lifters = world.rules.map((rule, i) => ({ rule, i })).filter(({ rule, i }) => active[i] !== 0 && rule.clears.includes(index) && free.ends[i] !== Infinity);
    const first = lifters.sort((a, b) => (free.ends[a.i] ?? 0) - (free.ends[b.i] ?? 0) || a.i - b.i)[0];
    const quickest = [...lifters].sort((a, b) => roundOf(a.rule) - roundOf(b.rule))[0];
    const expires = setter.sets.find(({ condition }) => condition === index)?.expires;

    const closed = activeWithout(world, active, cleared);
    const atOnce = earliest(rules, held, { active: closed, startsAt });
    const atOnceMinutes = Math.min(atOnce.time[cleared] ?? Infinity, expires ?? Infinity);
    const heldMinutes = first === undefined ? (expires ?? null) : Math.min(free.ends[first.i] ?? 0, expires ?? Infinity);
    const isLapse = first === undefined || (expires !== undefined && expires < (free.ends[first.i] ?? 0));
    answers.push({
      condition: id,
      matters: matters(cleared),
      setBy: setter.flow.id,
      setByInstitution: setter.institution,
      heldMinutes,
      liftedBy: heldMinutes === null ? null : isLapse ? "lapses" : (first?.rule.flow.id ?? null),
      liftedByInstitution: heldMinutes === null || isLapse ? null : (first?.rule.institution ?? null),
      heldIfSetAtOnceMinutes: atOnceMinutes === Infinity ? null : atOnceMinutes,
      eachRoundMinutes: quickest === undefined ? null : roundOf(quickest.rule),
      way: first === undefined || isLapse ? null : liftWay({ world, rules, held, active, startsAt }, first.rule),
    });
  }
  return answers.sort((a, b) => Number(b.matters) - Number(a.matters));
}

/** How long one more lifting takes: the flow's own time, or the wait its limit imposes. */
const roundOf = ({ flow, minutes }: GroundRule) => Math.max(minutes, flow.atMost === undefined ? 0 : flow.atMost.perMinutes / flow.atMost.times);

/** The world in which the condition is set at the start: what says "nothing is set" of it does not hold. */
function activeWithout(world: Grounded, active: Uint8Array, cleared: Atom): Uint8Array {
  return active.map((isActive, i) => {
    const rule = world.rules[i];
    return rule?.isInternal === true && rule.flow.id === "nothing-set" && rule.gives.includes(cleared) ? 0 : isActive;
  });
}

/** How the intruder comes to lift it: the proof of everything the lifting flow asks, and the lifting itself. */
function liftWay({ world, rules, held, active, startsAt }: Pick<HoldingQuestion, "world" | "rules" | "held" | "active" | "startsAt">, lifter: GroundRule) {
  const goal = rules.atomCount;
  const asked = compile(rules.atomCount + 1, [...world.rules.map((rule, i) => (active[i] === 0 ? { ...rule, opens: [] } : rule)), { ...lifter, gives: [goal] }]);
  const found = earliest(asked, held, { startsAt });
  const shown = proof(asked, { held, goal, found, startsAt });
  if (shown === undefined) return null;
  const told: Grounded = { ...world, atoms: [...world.atoms, "lifted"], rules: [...world.rules, lifter] };
  return wayOf(told, shown);
}
