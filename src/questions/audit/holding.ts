/**
 * Holding power: for every condition the owner could set, how soon the intruder can lift it, and by what. A block is
 * only as strong as the weakest flow that lifts it.
 *
 * Two moments are told. Set at once, the condition also stops what the intruder would need for the lifting (no codes
 * on a suspended line). Set later, when the intruder has all there is to have, it holds one round.
 */
import { asksOf, type Earliest, earliest, proofOfRun, rulesBehind, slice } from "../../graph/index.ts";
import { leastMinutes, proofOfStep, runLimitsOf, type Step } from "../../ground/index.ts";
import { append, at, type ConditionId, conditionId, everMinutes, proofClasses } from "../../model/index.ts";
import { type Node, type Reach, type Way, wayOf } from "../../reach/index.ts";
import type { HoldingPower, WeakestLift } from "./answer.ts";
import { doesWithout } from "./does-without.ts";

export interface HoldingQuestion {
  readonly reach: Reach;
  readonly held: readonly Node[];
  readonly active: Uint8Array;
  readonly ownerReaches: (node: Node) => boolean;
  readonly startsAt?: number | undefined;
  /** Nodes some way to a loss rests on. */
  readonly matters: (node: Node) => boolean;
}

/** A step with the rule it is run by. */
interface Runnable {
  readonly step: Step;
  readonly rule: number;
}

/** Those that matter first, then by name. Costs one `earliest`, and a slice for each condition that stops its own lifting. */
export function holdingPowers(question: HoldingQuestion): readonly HoldingPower[] {
  const { reach, held, active, startsAt } = question;
  const free = earliest(reach.rules, held, { active, startsAt });
  const by = rulesByCondition(reach, active);
  return reach.world.conditions
    .flatMap((_, index): HoldingPower[] => {
      const condition = conditionId(index);
      const setter = quickestSetter(question, by.setters.get(condition) ?? []);
      return setter === undefined ? [] : [holdingPower(question, { free, by, condition, setter })];
    })
    .sort((a, b) => Number(b.matters) - Number(a.matters));
}

/** How the owner would set it. */
function quickestSetter(
  { reach: { rules }, ownerReaches }: HoldingQuestion,
  setters: readonly Runnable[],
): Step | undefined {
  return setters
    .filter(({ rule }) => asksOf(rules, rule).every(ownerReaches))
    .sort((a, b) => leastMinutes(a.step) - leastMinutes(b.step) || a.rule - b.rule)[0]?.step;
}

interface PowerQuestion {
  readonly free: Earliest;
  readonly by: RulesByCondition;
  readonly condition: ConditionId;
  readonly setter: Step;
}

function holdingPower(
  question: HoldingQuestion,
  { free, by, condition, setter }: PowerQuestion,
): HoldingPower {
  const { reach, matters } = question;
  const cleared = at(reach.clearNodes, condition);
  const able = (by.lifters.get(condition) ?? []).filter(({ rule }) => free.ends[rule] !== Infinity);
  const first = [...able].sort((a, b) => endOf(free, a.rule) - endOf(free, b.rule) || a.rule - b.rule)[0];
  const expires = setter.sets.find((each) => each.condition === condition)?.expires ?? Infinity;
  const lifted = first === undefined ? Infinity : endOf(free, first.rule);
  const heldMinutes = Math.min(lifted, expires);
  const isLapse = expires < lifted;
  const atOnce =
    first === undefined
      ? Infinity
      : liftedAtOnce(question, { free, lifter: first, cleared, unset: by.unset.get(condition) ?? [] });
  return {
    condition: at(reach.world.conditions, condition).id,
    matters: matters(cleared),
    setBy: setter.flow.id,
    setByInstitution: setter.institution,
    heldMinutes: orNever(heldMinutes),
    liftedBy: heldMinutes === Infinity ? null : isLapse ? "lapses" : (first?.step.flow.id ?? null),
    liftedByInstitution: heldMinutes === Infinity || isLapse ? null : (first?.step.institution ?? null),
    heldIfSetAtOnceMinutes: orNever(Math.min(atOnce, expires)),
    eachRoundMinutes: orNever(Math.min(Infinity, ...able.map(({ step }) => roundOf(step)))),
    weakestLift: weakestLift(reach, condition, { setter, lifters: by.lifters.get(condition) ?? [] }),
    doesWithout: doesWithout(reach.world, condition),
    way: first === undefined || isLapse ? null : liftWay(question, { free, lifter: first, cleared }),
  };
}

interface Lifting {
  readonly setter: Step;
  readonly lifters: readonly Runnable[];
}

/** Of all ways to lift it the one that rests on the least, whoever can go it; waiting for it to lapse where there is no other. */
function weakestLift(
  { world }: Reach,
  condition: ConditionId,
  { setter, lifters }: Lifting,
): WeakestLift | null {
  const isLapsing = setter.sets.some(
    ({ condition: set, expires }) => set === condition && expires !== undefined,
  );
  const lifts: readonly WeakestLift[] = [
    ...lifters.map(({ step }) => ({
      proof: proofOfStep(world, step),
      institution: step.institution,
      flow: step.flow.id,
    })),
    ...(isLapsing && lifters.length === 0
      ? [{ proof: "lapse" as const, institution: setter.institution, flow: setter.flow.id }]
      : []),
  ];
  const rank = ({ proof }: WeakestLift) => proofClasses.indexOf(proof);
  return lifts.reduce<WeakestLift | null>(
    (weakest, lift) => (weakest === null || rank(lift) > rank(weakest) ? lift : weakest),
    null,
  );
}

const orNever = (minutes: number): number | null => (minutes === Infinity ? null : minutes);
const endOf = ({ ends }: Earliest, rule: number): number => ends[rule] ?? Infinity;

/** How long one more lifting takes: the flow's own time, or the longest wait its limits impose. */
const roundOf = (step: Step): number => {
  const waits = runLimitsOf(step).map(({ times, perMinutes }) =>
    perMinutes >= everMinutes ? Infinity : perMinutes / times,
  );
  return Math.max(leastMinutes(step), ...waits);
};

interface RulesByCondition {
  readonly setters: ReadonlyMap<ConditionId, readonly Runnable[]>;
  readonly lifters: ReadonlyMap<ConditionId, readonly Runnable[]>;
  /** The rules that say it is not set any more though nobody lifts it: nobody has set it, or it has lapsed. */
  readonly unset: ReadonlyMap<ConditionId, readonly number[]>;
}

function rulesByCondition({ world, origins }: Reach, active: Uint8Array): RulesByCondition {
  const setters = new Map<ConditionId, Runnable[]>();
  const lifters = new Map<ConditionId, Runnable[]>();
  const unset = new Map<ConditionId, number[]>();
  for (const [rule, origin] of origins.entries()) {
    if (active[rule] === 0) continue;
    if (origin.kind === "unset" || origin.kind === "lapse") append(unset, origin.condition, rule);
    if (origin.kind !== "step") continue;
    const step = at(world.steps, origin.step);
    for (const { condition } of step.sets) append(setters, condition, { step, rule });
    for (const condition of step.clears) append(lifters, condition, { step, rule });
  }
  return { setters, lifters, unset };
}

interface LiftQuestion {
  readonly free: Earliest;
  readonly lifter: Runnable;
  readonly cleared: Node;
}

/**
 * When it is lifted if it was set before the intruder had anything. A way that never uses its absence is as quick as
 * before; only where it does are the rules asked again without that.
 */
function liftedAtOnce(
  { reach: { rules }, held, active, startsAt }: HoldingQuestion,
  { free, lifter, cleared, unset }: LiftQuestion & { readonly unset: readonly number[] },
): number {
  const behind = rulesBehind(rules, free.because, asksOf(rules, lifter.rule));
  if (!unset.some((id) => behind.includes(id))) return endOf(free, lifter.rule);
  const closed = active.slice();
  for (const id of unset) closed[id] = 0;
  const small = slice(rules, { held, goals: [cleared], active: closed });
  const goal = small.goals[0];
  return goal === undefined
    ? Infinity
    : (earliest(small.rules, small.held, { startsAt }).time[goal] ?? Infinity);
}

/** How the intruder comes to lift it. */
function liftWay(
  { reach, held, startsAt }: HoldingQuestion,
  { free, lifter: { rule }, cleared }: LiftQuestion,
): Way | null {
  const shown = proofOfRun(reach.rules, { held, rule, goal: cleared, found: free, startsAt });
  return shown === undefined ? null : wayOf(reach, shown);
}
