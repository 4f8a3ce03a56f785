/**
 * In which order institutions stand from top to bottom. Those on the way come first, as the way comes to them; below them
 * those of the other ways, of whatever else leads to the loss, of whatever else is in reach, each beside those it has
 * most to do with. The order is made of the whole chain, shown or not: what unfolds comes below what was there and never
 * turns it round.
 */
import type { Chain } from "../../../src/questions/index.ts";

export function laneOrder(chain: Chain): readonly string[] {
  const { nodes, way, others, leading, inReach } = chain;
  const institutionOf = (node: number) => nodes[node]?.institution ?? "";
  const neighbours = neighboursIn(chain);
  const order: string[] = [];
  for (const part of [way, others.flatMap(({ steps }) => steps), leading, inReach]) {
    const added = [...new Set(part.map(institutionOf))].filter((lane) => !order.includes(lane));
    const middles = new Map(added.map((lane, i) => [lane, middleOf(order, neighbours.get(lane)) ?? i]));
    if (part !== way) added.sort((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0));
    order.push(...added);
  }
  return order;
}

/** How many lines there are between each two institutions. */
function neighboursIn({ nodes }: Chain): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const lines = new Map<string, Map<string, number>>();
  const count = (a: string, b: string) => {
    const row = lines.get(a) ?? new Map<string, number>();
    row.set(b, (row.get(b) ?? 0) + 1);
    lines.set(a, row);
  };
  for (const { institution, after } of nodes)
    for (const from of after) {
      const other = nodes[from]?.institution ?? "";
      count(institution, other);
      count(other, institution);
    }
  return lines;
}

/** The middle of those it has to do with, weighed by how much; `undefined`: with none of these. */
function middleOf(
  order: readonly string[],
  neighbours: ReadonlyMap<string, number> | undefined,
): number | undefined {
  let weight = 0;
  let sum = 0;
  for (const [lane, lines] of neighbours ?? []) {
    const place = order.indexOf(lane);
    if (place < 0) continue;
    weight += lines;
    sum += lines * place;
  }
  return weight === 0 ? undefined : sum / weight;
}
