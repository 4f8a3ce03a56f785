/**
 * Which part of a chain is on the picture: the way, other ways that are asked for, whatever else leads to the loss,
 * whatever else is in reach. Each stage shows what the one before showed, and more.
 *
 * Beyond some hundred cards a picture is not read any more: then whatever stands on no way is shown by institution and
 * stretch of time, a card for each, which opens.
 */

import type { Chain } from "../../../src/questions/index.ts";
import { cardsAtFirst, foldSteps } from "../way/fold.ts";

export const stages = ["way", "ways", "leading", "reach"] as const;
export type Stage = (typeof stages)[number];

export interface Shown {
  readonly stage: Stage;
  /** Other ways that are shown, by their place in the chain. */
  readonly ways: ReadonlySet<number>;
  /** Cards that stand for several steps and are opened, the last opened last. */
  readonly opened: readonly string[];
}

export interface Card {
  readonly id: string;
  /** `fold`: steps of the way; `group`: steps of one institution in one stretch of time. */
  readonly kind: "step" | "fold" | "group";
  /** In the order of time; a step is one. */
  readonly nodes: readonly number[];
  readonly institution: string;
  readonly fromMinutes: number;
  readonly toMinutes: number;
  /** The first stage it is shown at. */
  readonly stage: number;
}

export interface Link {
  /** Cards by their place in the view; `from` always stands before `to`. */
  readonly from: number;
  readonly to: number;
  /** `first`: all of a card's are needed. `other`: instead of one of those. */
  readonly kind: "first" | "other";
  readonly isOfWay: boolean;
  /** Between cards beside the ways: drawn only for a card that is looked at. */
  readonly isQuiet: boolean;
}

export interface ChainView {
  /** In the order of time. */
  readonly cards: readonly Card[];
  readonly links: readonly Link[];
}

/** Above this many, cards are gathered. */
export const cardsMax = 500;
const stretches = 10;
const groupMax = 60;

export function viewOf(chain: Chain, { stage, ways, opened }: Shown): ChainView {
  const stageOf = stagesOf(chain, ways);
  const last = stages.indexOf(stage);
  const visible = [...stageOf].filter(([, first]) => first <= last).map(([node]) => node);
  const parts = [...foldsOf(chain, new Set(opened)), ...gathered(chain, visible, stageOf, opened)];
  const cards = parts
    .map((part) => cardOf(chain, part, stageOf))
    .sort((a, b) => (a.nodes.at(-1) ?? 0) - (b.nodes.at(-1) ?? 0));
  return { cards, links: linksOf(chain, cards) };
}

/** The first stage each node is shown at; other ways only while they are asked for. */
function stagesOf({ way, others, leading, inReach }: Chain, ways: ReadonlySet<number>): Map<number, number> {
  const stageOf = new Map<number, number>();
  const add = (nodes: readonly number[], stage: number) => {
    for (const node of nodes) if (!stageOf.has(node)) stageOf.set(node, stage);
  };
  add(way, 0);
  for (const [i, { steps }] of others.entries()) if (ways.has(i)) add(steps, 1);
  add(leading, 2);
  add(inReach, 3);
  return stageOf;
}

interface Part {
  readonly id?: string;
  readonly kind: Card["kind"];
  readonly nodes: readonly number[];
}

function foldsOf({ nodes, way }: Chain, opened: ReadonlySet<string>): readonly Part[] {
  const placeOf = new Map(way.map((node, i) => [node, i]));
  const steps = way.map((node) => ({
    atMinutes: nodes[node]?.atMinutes ?? 0,
    after: (nodes[node]?.after ?? []).flatMap((each) => placeOf.get(each) ?? []),
  }));
  return foldSteps(steps, cardsAtFirst).flatMap((part): readonly Part[] => {
    const folded = part.flatMap((i) => way[i] ?? []);
    const id = `fold ${nodes[folded[0] ?? 0]?.id}`;
    return folded.length === 1 || opened.has(id) ? alone(folded) : [{ id, kind: "fold", nodes: folded }];
  });
}

const alone = (nodes: readonly number[]): readonly Part[] =>
  nodes.map((node) => ({ kind: "step", nodes: [node] }));

/** What stands on no way: card by card, or gathered where that would be too many. */
function gathered(
  chain: Chain,
  visible: readonly number[],
  stageOf: ReadonlyMap<number, number>,
  opened: readonly string[],
): readonly Part[] {
  const beside = visible.filter((node) => stageOf.get(node) !== 0);
  if (visible.length <= cardsMax) return alone(beside);
  const groups = groupsOf(
    chain,
    beside.filter((node) => (stageOf.get(node) ?? 0) >= 2),
  );
  let room = cardsMax - visible.filter((node) => (stageOf.get(node) ?? 0) < 2).length - groups.size;
  const isOpened = new Set<string>();
  for (const id of [...opened].reverse()) {
    const size = (groups.get(id)?.length ?? Infinity) - 1; // Its own card goes.
    if (size > room) continue;
    room -= size;
    isOpened.add(id);
  }
  return [
    ...alone(beside.filter((node) => stageOf.get(node) === 1)),
    ...[...groups].flatMap(([id, nodes]) =>
      nodes.length === 1 || isOpened.has(id) ? alone(nodes) : [{ id, kind: "group" as const, nodes }],
    ),
  ];
}

/** By institution and stretch of time, in parts a reader can open. */
function groupsOf(chain: Chain, nodes: readonly number[]): ReadonlyMap<string, readonly number[]> {
  const stretchOf = stretchesOf(chain);
  const groups = new Map<string, number[]>();
  const parts = new Map<string, number>();
  for (const node of [...nodes].sort((a, b) => a - b)) {
    const where = `${chain.nodes[node]?.institution} ${stretchOf(node)}`;
    const part = parts.get(where) ?? 0;
    const id = `group ${where} ${part}`;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [node]);
    else group.push(node);
    if (group?.length === groupMax) parts.set(where, part + 1);
  }
  return groups;
}

/** Stretches of about as many nodes each; moments are never divided. The same whatever is shown. */
function stretchesOf({ nodes, inReach }: Chain): (node: number) => number {
  const ends = inReach.map((node) => nodes[node]?.atMinutes ?? 0).sort((a, b) => a - b);
  const bounds = Array.from({ length: stretches - 1 }, (_, i) => {
    return ends[Math.floor(((i + 1) * ends.length) / stretches)] ?? Infinity;
  });
  return (node) => bounds.filter((bound) => (nodes[node]?.atMinutes ?? 0) >= bound).length;
}

function cardOf(
  { nodes }: Chain,
  { id, kind, nodes: members }: Part,
  stageOf: ReadonlyMap<number, number>,
): Card {
  const sorted = [...members].sort((a, b) => a - b);
  const last = nodes[sorted.at(-1) ?? 0];
  const ends = sorted.map((node) => nodes[node]?.atMinutes ?? 0);
  return {
    id: id ?? last?.id ?? "",
    kind,
    nodes: sorted,
    institution: last?.institution ?? "",
    fromMinutes: Math.min(...ends),
    toMinutes: Math.max(...ends),
    stage: Math.min(...sorted.map((node) => stageOf.get(node) ?? 0)),
  };
}

function linksOf({ nodes, way, others }: Chain, cards: readonly Card[]): readonly Link[] {
  const cardOfNode = new Map(cards.flatMap((card, i) => card.nodes.map((node) => [node, i] as const)));
  const wayNodes = new Set(way);
  const onWays = new Set([...way, ...others.flatMap(({ steps }) => steps)]);
  const links = new Map<string, Link>();
  const add = (source: number | undefined, target: number, kind: Link["kind"]) => {
    const from = source === undefined ? undefined : cardOfNode.get(source);
    const to = cardOfNode.get(target);
    if (source === undefined || from === undefined || to === undefined || from >= to) return;
    const key = `${from} ${to}`;
    const isOfWay = kind === "first" && wayNodes.has(source) && wayNodes.has(target);
    if (links.has(key) && !isOfWay) return;
    links.set(key, { from, to, kind, isOfWay, isQuiet: kind === "other" && !onWays.has(target) });
  };
  for (const { nodes: members } of cards)
    for (const node of members) for (const { first } of nodes[node]?.needs ?? []) add(first, node, "first");
  for (const { nodes: members } of cards)
    for (const node of members)
      for (const { others: instead } of nodes[node]?.needs ?? [])
        for (const other of instead) add(other, node, "other");
  return [...links.values()];
}
