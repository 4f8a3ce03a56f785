/**
 * audit: what could they reach, how, how fast; the cheapest changes that stop it without locking the owner out.
 *
 * One closure gives the reach and the earliest times, one proof a way in for each loss; the cut, the front and the
 * holding powers ask the same rules again under measures. Everything is exact unless its label says otherwise.
 *
 * What to know to trust it: reach is an upper bound on the intruder ("could ever", "not before"); durations are the
 * least ones; what the catalogue has not read is listed as not judged and is never called safe.
 */
import {
  type Atom,
  activeUnder,
  type CoverEffort,
  type CutQuestion,
  cheapest,
  closure,
  compile,
  differentWays,
  earliest,
  type Goal,
  type Grounded,
  type Proof,
  proof,
  type Rules,
  slice,
} from "../../graph/index.ts";
import type { AuditAnswer, Interval, Label, Loss, MeasureAnswer, OtherWay } from "./answer.ts";
import { aloneIds, amountOf, type CutsQuestion, cutFor, frontOf, type Side } from "./cuts.ts";
import { holdingPowers } from "./holding.ts";
import { ownerGoals, ownerParty, ownerStart } from "./owner.ts";
import { wayOf, weakest } from "./steps.ts";

export interface AuditQuestion {
  readonly world: Grounded;
  /** What the intruder holds at the start, ground text. */
  readonly held: readonly string[];
  /** Measures in force, by index. */
  readonly inForce?: readonly number[];
  /** Losses later than this do not count. */
  readonly withinMinutes?: number | undefined;
  /** The minute of the week at which it begins; without it every office is always open. */
  readonly startsAt?: number | undefined;
  /** Which cuts are wanted; absent: all three. */
  readonly sides?: readonly Side[];
  /** Whether each loss gets its cheapest way in, with bounds; on unless said otherwise. */
  readonly wantsCheapest?: boolean;
  /** How many different ways to name for each loss; none unless asked for: it can take a hundred times the rest. */
  readonly waysMax?: number;
  /** When the cuts and the front stop looking for more; without it they go on to the end. */
  readonly effort?: CoverEffort;
  /** The same for the front alone, and for cheapest and different ways: each can be harder than everything else together. */
  readonly frontEffort?: CoverEffort;
  readonly waysEffort?: CoverEffort;
  /** Whether effort is weighed against remaining loss; on unless said otherwise. */
  readonly wantsFront?: boolean;
}

/** Beyond this many losses each one's cheapest way is no longer worth the wait; the first ones by amount are told. */
const cheapestMax = 40;

export function audit({
  world,
  held,
  inForce = [],
  withinMinutes,
  startsAt,
  sides = ["person", "institution", "both"],
  wantsCheapest = true,
  waysMax = 0,
  effort = {},
  frontEffort = effort,
  waysEffort = effort,
  wantsFront = true,
}: AuditQuestion): AuditAnswer {
  const rules = compile(world.atoms.length, world.rules);
  const start = atomsOf(world, held);
  const chosen = new Uint8Array(world.choices.length);
  for (const choice of inForce) chosen[choice] = 1;
  const active = activeUnder(rules, chosen);
  const found = earliest(rules, start, { active, startsAt });
  const isReached = (atom: Atom) => (found.time[atom] ?? Infinity) <= (withinMinutes ?? Number.MAX_VALUE);

  const owner = ownerStart(world, held);
  const ownerClosure = closure(rules, owner, activeUnder(rules, new Uint8Array(world.choices.length)));
  const ownerToday = closure(rules, owner, active);
  const ownerReaches = (atom: Atom) => ownerToday.reached[atom] === 1;

  const proofs = new Map<Atom, Proof>();
  for (const { atom } of world.goals) {
    const shown = isReached(atom) ? proof(rules, { held: start, goal: atom, found, startsAt }) : undefined;
    if (shown !== undefined) proofs.set(atom, shown);
  }
  const ranked = [...world.goals].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
  const detailed = new Set(
    ranked.filter(({ atom }) => proofs.has(atom)).slice(0, wantsCheapest ? cheapestMax : 0),
  );
  let isWaysComplete = true;
  const losses = world.goals.map((goal): Loss => {
    const shown = proofs.get(goal.atom);
    const base = {
      goal: goal.id,
      ...(goal.title === undefined ? {} : { title: goal.title }),
      ...(goal.amount === undefined ? {} : { amount: goal.amount }),
    };
    if (shown === undefined)
      return {
        ...base,
        reachable: false,
        earliestMinutes: null,
        basis: null,
        way: null,
        cheapest: null,
        otherWays: [],
      };
    const way = wayOf(world, shown);
    const more = detailed.has(goal)
      ? moreWays({ world, rules, active, start, goal, waysMax, effort: waysEffort })
      : undefined;
    if (more !== undefined && !more.isComplete) isWaysComplete = false;
    return {
      ...base,
      reachable: true,
      earliestMinutes: shown.at,
      basis: weakest(way.steps.map(({ basis }) => basis.status)),
      way,
      cheapest: more?.interval ?? null,
      otherWays: more?.ways ?? [],
    };
  });

  // With every guard assumed to agree: what a measure opens or a condition stops on any way, chosen now or not.
  const relevant = slice(rules, { held: start, goals: world.goals.map(({ atom }) => atom) });
  const choicesThatMatter = new Set(
    [...relevant.ruleIds].flatMap(
      (rule) => world.rules[rule]?.guard.map((literal) => Math.abs(literal) - 1) ?? [],
    ),
  );

  const reachable = world.goals.filter(({ atom }) => proofs.has(atom));
  // What is safe today counts too: a measure may open a way to it.
  const atStake = world.goals.filter(({ atom }) => relevant.atomOf(atom) !== undefined);
  const engine: CutQuestion = {
    intruder: { rules, held: start, goals: atStake.map(({ atom }) => atom) },
    owner: ownerParty(rules, {
      held: owner,
      goals: ownerGoals(world, (atom) => ownerClosure.reached[atom] === 1 && ownerReaches(atom)),
    }),
    costs: world.choices.map(({ effort: cost, index }) => (chosen[index] === 1 ? 0 : cost)),
    forced: [...inForce],
    horizonMinutes: withinMinutes,
    startsAt,
  };
  const cutsQuestion: CutsQuestion = {
    world,
    goals: atStake,
    reachable: reachable.length,
    engine,
    inForce,
    effort,
  };
  const cutOf = (side: Side) => (sides.includes(side) ? cutFor(cutsQuestion, side) : null);
  const cuts = { person: cutOf("person"), institution: cutOf("institution"), both: cutOf("both") };
  const { points, isComplete } =
    sides.length === 0 || !wantsFront
      ? { points: [], isComplete: true }
      : frontOf({ ...cutsQuestion, effort: frontEffort });

  const assumed = [
    ...new Set(losses.flatMap(({ way }) => way?.steps.flatMap((step) => step.assumed ?? []) ?? [])),
  ].sort();
  const isProved =
    losses.every(({ cheapest: interval }) => interval === null || interval.proved) &&
    Object.values(cuts).every((answer) => answer === null || answer.proved) &&
    points.every(({ proved }) => proved);
  const label: Label =
    !isComplete ||
    !isWaysComplete ||
    world.coverage.cutShort.length > 0 ||
    (wantsCheapest && detailed.size < proofs.size)
      ? "truncated"
      : isProved
        ? "exact"
        : "bounded";
  return {
    label,
    person: world.person.id,
    held: [...held],
    measures: inForce.map((choice) => world.choices[choice]?.id ?? ""),
    ...(world.person.currency === undefined ? {} : { currency: world.person.currency }),
    ...(world.person.asOf === undefined ? {} : { asOf: world.person.asOf }),
    ...(withinMinutes === undefined ? {} : { withinMinutes }),
    coverage: {
      judged: world.coverage.judged.length,
      notJudged: world.coverage.notJudged,
      cutShort: world.coverage.cutShort,
      assumed,
      rules: world.rules.filter(({ isInternal }) => !isInternal).length,
      capabilities: world.atoms.length,
    },
    basis: weakest(losses.flatMap(({ basis }) => basis ?? [])),
    losses,
    reachableAmount: amountOf(reachable),
    cuts,
    alone: sides.length === 0 ? [] : aloneIds(cutsQuestion),
    front: points,
    conditions: holdingPowers({
      world,
      rules,
      held: start,
      active,
      ownerReaches,
      startsAt,
      matters: (atom) => relevant.atomOf(atom) !== undefined,
    }),
    catalogue: world.choices.map(
      ({ id, title, how, by, institution, effort: cost, index }): MeasureAnswer => ({
        matters: choicesThatMatter.has(index),
        id,
        title,
        ...(how === undefined ? {} : { how }),
        by,
        ...(institution === undefined ? {} : { institution }),
        effort: cost,
      }),
    ),
  };
}

/** Held capabilities nobody's flow speaks of change nothing and need no atom. */
export function atomsOf(world: Grounded, held: readonly string[]): readonly Atom[] {
  return held.flatMap((text) => world.atomOf.get(text) ?? []);
}

interface MoreWaysQuestion {
  readonly world: Grounded;
  readonly rules: Rules;
  readonly active: Uint8Array;
  readonly start: readonly Atom[];
  readonly goal: Goal;
  readonly waysMax: number;
  readonly effort: CoverEffort;
}

function moreWays({ world, rules, active, start, goal, waysMax, effort }: MoreWaysQuestion): {
  readonly interval: Interval | null;
  readonly ways: readonly OtherWay[];
  readonly isComplete: boolean;
} {
  // What nobody has set is there from the start: no way begins by lifting it.
  const unset = world.rules.flatMap((rule, i) =>
    rule.isInternal && rule.flow.id === "nothing-set" && active[i] !== 0 ? rule.gives : [],
  );
  const question = { held: [...start, ...unset], goals: [goal.atom], active };
  const least = cheapest(rules, question, effort);
  const { ways, complete } =
    waysMax === 0 ? { ways: [], complete: true } : differentWays(rules, question, waysMax, effort);
  const told = new Map<string, OtherWay>();
  for (const { way, upper } of ways) {
    const flows = way.flatMap((rule) => {
      const found = world.rules[rule];
      return found === undefined || found.isInternal ? [] : [`${found.institution}/${found.flow.id}`];
    });
    // The same flows over other things are, to a reader, the same way.
    const key = [...new Set(flows)].sort().join(" ");
    if (!told.has(key)) told.set(key, { flows: [...new Set(flows)], cost: upper });
  }
  const interval =
    least === undefined ? null : { lower: least.lower, upper: least.upper, proved: least.proved };
  return { interval, ways: [...told.values()], isComplete: complete || ways.length >= waysMax };
}
