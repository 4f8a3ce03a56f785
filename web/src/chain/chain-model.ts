/**
 * The graph behind the picture of a chain: which runs of flows lead to a loss, what each needs, who gives that, and which
 * of them still work under measures. Runs beside the page, in the worker.
 *
 * What to know to trust it: the way is the engine's own minimal proof, and everything else stands at the earliest time the
 * engine finds. Rules that are bookkeeping (a yield that waits for a block to be lifted, a condition nobody set) are no
 * nodes; what they pass on counts as given by the flow behind them. Another way is the soonest one that does without some
 * flows of the ways before it. To list every different way can take half a minute, so there may be more.
 */
import {
  type Atom,
  earliest,
  type Grounded,
  type GroundRule,
  type Proof,
  proof,
  type Rules,
  slice,
} from "../../../src/graph/index.ts";
import { outlineOf } from "../../../src/questions/index.ts";
import type { StepState } from "../way/broken.ts";
import type { Chain, ChainNode, Need, RunStates } from "./chain.ts";

/** A reader compares a few. */
const waysMax = 6;
/** Each is one pass over the rules: a millisecond for most people, fifteen for ten thousand rules. */
const questionsMax = 60;

export interface ChainQuestion {
  readonly world: Grounded;
  readonly rules: Rules;
  readonly start: readonly Atom[];
  readonly startsAt: number | undefined;
  /** The rules that count with nothing switched on. */
  readonly active: Uint8Array;
}

export interface ChainModel {
  /** `goal` is ground text; without one there is only what is in reach. */
  chain(goal: string | undefined): Chain;
  /** What becomes of every flow that was in reach, when these rules count instead. */
  under(active: Uint8Array, chosen: ReadonlySet<string>): RunStates;
}

/** One account of who gives what when: the earliest times of everything, or one proof. */
interface Reading {
  /** The rule that gives an atom; absent: held at the start. */
  readonly giverOf: (atom: Atom) => number | undefined;
  readonly begins: (rule: number) => number;
  readonly ends: (rule: number) => number;
}

interface ProofReading extends Reading {
  /** Flows only, in the order in which they can be run. */
  readonly told: readonly number[];
}

export function openChain({ world, rules, start, startsAt, active }: ChainQuestion): ChainModel {
  const found = earliest(rules, start, { active, startsAt });
  const soonest: Reading = {
    giverOf: (atom) => {
      const rule = found.because[atom] ?? -1;
      return rule < 0 ? undefined : rule;
    },
    begins: (rule) => found.begins[rule] ?? Infinity,
    ends: (rule) => found.ends[rule] ?? Infinity,
  };
  const isInReach = (rule: number) => active[rule] !== 0 && soonest.ends(rule) < Infinity;
  const inReach = world.rules.flatMap((rule, i) => (rule.isInternal || !isInReach(i) ? [] : [i]));
  const toldRules = new Set(inReach);
  const yields = yieldsOf(world, isInReach);

  const wayTo = (goal: Atom, allowed: Uint8Array): ProofReading | undefined => {
    const reached = allowed === active ? found : earliest(rules, start, { active: allowed, startsAt });
    const shown = proof(rules, { held: start, goal, found: reached, startsAt });
    return shown === undefined || shown.steps.length === 0 ? undefined : readProof(world, shown);
  };

  const flowAt = (rule: number) => flowOf(ruleOf(world, rule));
  const endOf = ({ told, ends }: ProofReading) => Math.max(0, ...told.map(ends));
  const without = (first: ProofReading, other: ProofReading) => {
    const flows = new Set(other.told.map(flowAt));
    return first.told.filter((rule) => !flows.has(flowAt(rule)));
  };

  /**
   * From a way found, every other lacks one of its flows: each is forbidden in turn, then one more flow of what that led
   * to (Lawler 1972), the soonest ways first, until enough is asked.
   */
  const otherWays = (goal: Atom, first: ProofReading) => {
    const known = new Set([flowsOf(world, first.told)]);
    const needed = new Set<string>();
    const others: ProofReading[] = [];
    const asked = new Set<string>();
    const branches: Branch[] = [{ forbidden: [], way: first }];
    for (let branch = branches.shift(); branch !== undefined; branch = branches.shift()) {
      for (const flow of new Set(branch.way.told.map(flowAt))) {
        const forbidden = [...branch.forbidden, flow].sort();
        const isHopeless = forbidden.some((each) => needed.has(each));
        if (isHopeless || asked.has(forbidden.join(" ")) || asked.size === questionsMax) continue;
        asked.add(forbidden.join(" "));
        const way = wayTo(goal, withoutFlows(world, active, new Set(forbidden)));
        if (way === undefined && forbidden.length === 1) needed.add(flow);
        if (way === undefined) continue;
        branches.push({ forbidden, way });
        const flows = flowsOf(world, way.told);
        if (!known.has(flows)) others.push(way);
        known.add(flows);
      }
      branches.sort((a, b) => endOf(a.way) - endOf(b.way));
    }
    others.sort((a, b) => endOf(a) - endOf(b) || a.told.length - b.told.length);
    return { others: others.slice(0, waysMax), needed };
  };

  return {
    chain(goal) {
      const runs: Runs = new Map();
      const atom = goal === undefined ? undefined : world.atomOf.get(goal);
      const first = atom === undefined ? undefined : wayTo(atom, active);
      const nothing = { way: [], others: [], needed: [], leading: [] };
      const everything = () => inReach.map((rule) => addRun(runs, rule, soonest));
      if (goal === undefined || atom === undefined || first === undefined)
        return numbered({ world, yields, soonest, runs, parts: { ...nothing, inReach: everything() } });
      // In this order: where accounts of one run differ, that of the way is told.
      const way = first.told.map((rule) => addRun(runs, rule, first));
      const { others, needed } = otherWays(atom, first);
      const behind = slice(rules, { held: start, goals: [atom], active });
      const leading = [...behind.ruleIds].filter((rule) => toldRules.has(rule));
      return numbered({
        world,
        yields,
        soonest,
        runs,
        parts: {
          goal,
          way,
          others: others.map((other) => ({
            steps: other.told.map((rule) => addRun(runs, rule, other)),
            without: without(first, other).map((rule) => idOf(rule, first)),
            minutes: endOf(other),
          })),
          needed: first.told.filter((rule) => needed.has(flowAt(rule))).map((rule) => idOf(rule, first)),
          leading: leading.map((rule) => addRun(runs, rule, soonest)),
          inReach: everything(),
        },
      });
    },

    under(nowActive, chosen) {
      const { ends } = earliest(rules, start, { active: nowActive, startsAt });
      const endsNow = (rule: number) => (nowActive[rule] === 0 ? Infinity : (ends[rule] ?? Infinity));
      const stillRun = new Map<string, number[]>();
      for (const [i, rule] of world.rules.entries())
        if (!rule.isInternal && endsNow(i) < Infinity)
          stillRun.set(flowOf(rule), [...(stillRun.get(flowOf(rule)) ?? []), i]);
      const doesOf = (rule: number) => [...yields.gives(rule), ...ruleOf(world, rule).sets.map(setText)];
      return new Map(
        inReach.map((rule): [number, StepState] => {
          const minutes = endsNow(rule);
          if (minutes < Infinity) return [rule, { kind: "holds", minutes }];
          const by = outlineOf(world, ruleOf(world, rule)).measures.filter((measure) => chosen.has(measure));
          const does = new Set(doesOf(rule));
          const instead = (stillRun.get(flowOf(ruleOf(world, rule))) ?? []).filter((other) =>
            doesOf(other).some((each) => does.has(each)),
          );
          if (by.length === 0) return [rule, { kind: "falls" }];
          if (instead.length === 0) return [rule, { kind: "stopped", by }];
          return [rule, { kind: "changed", by, minutes: Math.min(...instead.map(endsNow)) }];
        }),
      );
    },
  };
}

interface Branch {
  readonly forbidden: readonly string[];
  readonly way: ProofReading;
}

function readProof(world: Grounded, { steps }: Proof): ProofReading {
  const stepOf = new Map(steps.map((step) => [step.rule, step]));
  const giverOf = new Map(steps.flatMap(({ rule, gives }) => gives.map((atom) => [atom, rule] as const)));
  return {
    giverOf: (atom) => giverOf.get(atom),
    begins: (rule) => stepOf.get(rule)?.begins ?? Infinity,
    ends: (rule) => stepOf.get(rule)?.ends ?? Infinity,
    told: steps.map(({ rule }) => rule).filter((rule) => !ruleOf(world, rule).isInternal),
  };
}

/** What flows yield, directly or once nothing stops the yield, and who yields a thing. */
interface Yields {
  /** Ground text; what it undoes among it. */
  readonly gives: (rule: number) => readonly string[];
  readonly givers: (capability: string) => readonly number[];
}

function yieldsOf(world: Grounded, isInReach: (rule: number) => boolean): Yields {
  const relays = new Map<Atom, Atom[]>();
  for (const rule of world.rules) {
    const done = isRelay(rule) ? rule.asks.find((atom) => isDone(world, atom)) : undefined;
    if (done !== undefined) relays.set(done, [...(relays.get(done) ?? []), ...rule.gives]);
  }
  const gives = (rule: number) =>
    ruleOf(world, rule)
      .gives.flatMap((atom) => (isDone(world, atom) ? (relays.get(atom) ?? []) : [atom]))
      .map((atom) => textOf(world, atom));
  const givers = new Map<string, number[]>();
  for (const [i, rule] of world.rules.entries()) {
    if (rule.isInternal || !isInReach(i)) continue;
    for (const given of gives(i)) givers.set(given, [...(givers.get(given) ?? []), i]);
  }
  return { gives, givers: (capability) => givers.get(capability) ?? [] };
}

/** Runs of flows by id, each with the accounts it stands in; the first is told, what others say is said beside it. */
type Runs = Map<string, { readonly rule: number; readonly readings: [Reading, ...Reading[]] }>;

const idOf = (rule: number, { begins }: Reading): string => `${rule}@${begins(rule)}`;

function addRun(runs: Runs, rule: number, reading: Reading): string {
  const id = idOf(rule, reading);
  const known = runs.get(id);
  if (known === undefined) runs.set(id, { rule, readings: [reading] });
  else if (!known.readings.includes(reading)) known.readings.push(reading);
  return id;
}

/** A chain whose nodes have names yet and no numbers. */
interface NamedWay {
  readonly steps: readonly string[];
  readonly without: readonly string[];
  readonly minutes: number;
}
interface Parts {
  readonly goal?: string;
  readonly way: readonly string[];
  readonly others: readonly NamedWay[];
  readonly needed: readonly string[];
  readonly leading: readonly string[];
  readonly inReach: readonly string[];
}
interface Named {
  readonly world: Grounded;
  readonly yields: Yields;
  readonly soonest: Reading;
  readonly runs: Runs;
  readonly parts: Parts;
}

interface NamedNeed {
  readonly capability: string;
  readonly first: string | undefined;
  /** Who gives it by other accounts. */
  readonly others: readonly string[];
}

function numbered({ world, yields, soonest, runs, parts }: Named): Chain {
  const needs = new Map(
    [...runs].map(([id, { rule, readings }]) => [
      id,
      readings.map((each) => needsOf(world, rule, each)).reduce(joined),
    ]),
  );
  const order = inOrderOfTime(runs, needs);
  const numberOf = new Map(order.map((id, i) => [id, i]));
  const numbersOf = (ids: readonly string[]) =>
    [...new Set(ids.flatMap((id) => numberOf.get(id) ?? []))].sort((a, b) => a - b);
  const used = usesOf(needs, parts);

  const nodes = order.map((id, i): ChainNode => {
    const { rule, readings } = runs.get(id)!; // `order` holds the keys of `runs`.
    const [reading] = readings;
    const ground = ruleOf(world, rule);
    const told = (needs.get(id) ?? []).map(({ capability, first, others: instead }): Need => {
      const from = first === undefined ? undefined : numberOf.get(first);
      const atSoonest = yields.givers(capability).map((giver) => idOf(giver, soonest));
      const others = from === undefined ? [] : numbersOf([...instead, ...atSoonest]);
      return {
        capability,
        ...(from === undefined ? {} : { first: from }),
        others: others.filter((other) => other < i && other !== from),
      };
    });
    return {
      ...outlineOf(world, ground),
      id,
      rule,
      things: ground.things,
      needs: told,
      asks: told.map(({ capability }) => capability),
      gives: yields.gives(rule),
      used: yields.gives(rule).filter((given) => used.get(id)?.has(given) === true),
      sets: ground.sets.map(({ condition }) => world.conditions[condition]?.id ?? ""),
      beginsMinutes: reading.begins(rule),
      atMinutes: reading.ends(rule),
      after: [...new Set(told.flatMap(({ first }) => first ?? []))].sort((a, b) => a - b),
    };
  });
  return {
    ...(parts.goal === undefined ? {} : { goal: parts.goal }),
    nodes,
    way: numbersOf(parts.way),
    others: parts.others.map(({ steps, without, minutes }) => ({
      steps: numbersOf(steps),
      without: numbersOf(without),
      minutes,
    })),
    needed: numbersOf(parts.needed),
    leading: numbersOf(parts.leading),
    inReach: numbersOf(parts.inReach),
  };
}

/** What a run needs, and which run gives it by this account. That nobody has set a block is no need of anybody's. */
function needsOf(world: Grounded, rule: number, reading: Reading): readonly NamedNeed[] {
  const needs = new Map<string, NamedNeed>();
  const add = (atom: Atom, giver: number | undefined) => {
    const capability = textOf(world, atom);
    const first = giver === undefined ? undefined : idOf(giver, reading);
    if (!needs.has(capability)) needs.set(capability, { capability, first, others: [] });
  };
  for (const atom of ruleOf(world, rule).asks) {
    const giver = reading.giverOf(atom);
    if (giver === undefined) {
      if (!isCleared(world, atom)) add(atom, undefined);
      continue;
    }
    const given = ruleOf(world, giver);
    if (!given.isInternal) add(atom, giver);
    else if (isRelay(given))
      for (const asked of given.asks) {
        const behind = reading.giverOf(asked);
        if (behind === undefined || ruleOf(world, behind).isInternal) continue;
        add(isDone(world, asked) ? atom : asked, behind);
      }
  }
  return [...needs.values()];
}

/** What two accounts of one run say it needs: the first one's word, and who else gives the same by the second. */
function joined(one: readonly NamedNeed[], two: readonly NamedNeed[]): readonly NamedNeed[] {
  return one.map((need) => {
    const other = two.find(({ capability }) => capability === need.capability)?.first;
    if (need.first === undefined || other === undefined || other === need.first) return need;
    return { ...need, others: [...need.others, other] };
  });
}

/** By when they end; a step of no minutes stands after what it rests on all the same. */
function inOrderOfTime(runs: Runs, needs: ReadonlyMap<string, readonly NamedNeed[]>): readonly string[] {
  let waiting = [...runs.keys()].sort((a, b) => {
    const [one, two] = [runs.get(a)!, runs.get(b)!]; // Keys of `runs`.
    const later =
      one.readings[0].ends(one.rule) - two.readings[0].ends(two.rule) ||
      one.readings[0].begins(one.rule) - two.readings[0].begins(two.rule);
    return later || one.rule - two.rule;
  });
  const placed = new Set<string>();
  while (waiting.length > 0) {
    const later: string[] = [];
    for (const id of waiting) {
      const isReady = (needs.get(id) ?? []).every(({ first }) => first === undefined || placed.has(first));
      if (isReady) placed.add(id);
      else later.push(id);
    }
    if (later.length === waiting.length) throw new RangeError("runs rest on one another in a circle");
    waiting = later;
  }
  return [...placed];
}

/** What others of its own way use of a run, the narrowest account first: the way, another way, what leads to the loss, all. */
function usesOf(
  needs: ReadonlyMap<string, readonly NamedNeed[]>,
  { goal, way, others, leading, inReach }: Parts,
): ReadonlyMap<string, ReadonlySet<string>> {
  const used = new Map<string, ReadonlySet<string>>();
  for (const part of [way, ...others.map(({ steps }) => steps), leading, inReach]) {
    const uses = new Map<string, Set<string>>();
    for (const { capability, first } of part.flatMap((id) => needs.get(id) ?? []))
      if (first !== undefined) uses.set(first, new Set([...(uses.get(first) ?? []), capability]));
    const last = part.at(-1);
    if (goal !== undefined && part !== inReach && part !== leading && last !== undefined)
      uses.set(last, new Set([...(uses.get(last) ?? []), goal]));
    for (const [id, capabilities] of uses) if (!used.has(id)) used.set(id, capabilities);
  }
  return used;
}

function withoutFlows(world: Grounded, active: Uint8Array, flows: ReadonlySet<string>): Uint8Array {
  return active.map((isActive, i) => (flows.has(flowOf(ruleOf(world, i))) ? 0 : isActive));
}

const flowOf = ({ institution, flow }: GroundRule): string => `${institution}/${flow.id}`;
/** The same flows over other things are, to a reader, the same way. */
const flowsOf = (world: Grounded, rules: readonly number[]): string =>
  [...new Set(rules.map((rule) => flowOf(ruleOf(world, rule))))].sort().join(" ");
const setText = ({ condition }: { readonly condition: number }): string => `sets ${condition}`;
const textOf = (world: Grounded, atom: Atom): string => world.atoms[atom] ?? "";
const isDone = (world: Grounded, atom: Atom): boolean => textOf(world, atom).startsWith("done ");
const isCleared = (world: Grounded, atom: Atom): boolean => textOf(world, atom).startsWith("not ");
const isRelay = ({ isInternal, flow }: GroundRule): boolean => isInternal && flow.id === "relay";

function ruleOf(world: Grounded, rule: number): GroundRule {
  const found = world.rules[rule];
  if (found === undefined) throw new RangeError(`no rule ${rule}`);
  return found;
}
