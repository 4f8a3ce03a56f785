/**
 * Runs of flows as the nodes of a chain: met by several accounts of who gives what when, each once, and numbered in the
 * order of time when all are there.
 */
import { asksOf } from "../../graph/index.ts";
import { at } from "../../model/index.ts";
import { type Node, nodeText, outlineOf, type Reach, stepRunBy } from "../../reach/index.ts";
import type { Chain, ChainNode, Need } from "./chain.ts";
import { stepOf, type Yields } from "./yields.ts";

/** One account of who gives what when: the earliest times of everything, or one proof. */
export interface Reading {
  /** The rule that gives an atom; absent: held at the start. */
  readonly giverOf: (atom: Node) => number | undefined;
  readonly begins: (rule: number) => number;
  readonly ends: (rule: number) => number;
}

/** Runs of flows by id, each with the accounts it stands in; the first is told, what others say is said beside it. */
export type Runs = Map<string, { readonly rule: number; readonly readings: [Reading, ...Reading[]] }>;

export const idOf = (rule: number, { begins }: Reading): string => `${rule}@${begins(rule)}`;

export function addRun(runs: Runs, rule: number, reading: Reading): string {
  const id = idOf(rule, reading);
  const known = runs.get(id);
  if (known === undefined) runs.set(id, { rule, readings: [reading] });
  else if (!known.readings.includes(reading)) known.readings.push(reading);
  return id;
}

/** A chain whose nodes have names yet and no numbers. */
export interface NamedWay {
  readonly steps: readonly string[];
  readonly without: readonly string[];
  readonly minutes: number;
}
export interface Parts {
  readonly goal?: string;
  readonly way: readonly string[];
  readonly others: readonly NamedWay[];
  readonly needed: readonly string[];
  readonly leading: readonly string[];
  readonly inReach: readonly string[];
}
interface Named {
  readonly reach: Reach;
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

export function numbered({ reach, yields, soonest, runs, parts }: Named): Chain {
  const needs = new Map(
    [...runs].map(([id, { rule, readings }]) => [
      id,
      readings.map((each) => needsOf(reach, rule, each)).reduce(joined),
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
    const ground = stepOf(reach, rule);
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
      ...outlineOf(reach.world, ground),
      id,
      step: ground.id,
      things: ground.things,
      needs: told,
      asks: told.map(({ capability }) => capability),
      gives: yields.gives(rule),
      used: yields.gives(rule).filter((given) => used.get(id)?.has(given) === true),
      sets: ground.sets.map(({ condition }) => at(reach.world.conditions, condition).id),
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
function needsOf(reach: Reach, rule: number, reading: Reading): readonly NamedNeed[] {
  const { rules, origins, meanings } = reach;
  const needs = new Map<string, NamedNeed>();
  const add = (node: Node, giver: number | undefined) => {
    const capability = nodeText(reach, node);
    const first = giver === undefined ? undefined : idOf(giver, reading);
    if (capability !== undefined && !needs.has(capability))
      needs.set(capability, { capability, first, others: [] });
  };
  for (const node of asksOf(rules, rule)) {
    const giver = reading.giverOf(node);
    if (giver === undefined) {
      if (at(meanings, node).kind !== "clear") add(node, undefined);
    } else if (at(origins, giver).kind === "step") add(node, giver);
    else if (at(origins, giver).kind === "held") add(node, undefined);
    else if (at(origins, giver).kind === "yield")
      for (const asked of asksOf(rules, giver)) {
        const behind = reading.giverOf(asked);
        if (behind === undefined || stepRunBy(reach, behind) === undefined) continue;
        add(at(meanings, asked).kind === "run" ? node : asked, behind);
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
