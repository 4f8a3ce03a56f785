/**
 * In which order institutions stand from top to bottom. Those on the way come as the way comes to them; each further one
 * is put beside those it has most to do with. The order is made of the whole chain, shown or not, so that what unfolds
 * comes between what was there and never turns it round.
 */
import type { Chain } from "./chain.ts";

export function laneOrder(chain: Chain): readonly string[] {
  const { nodes, way, others, leading, inReach } = chain;
  const institutionOf = (node: number) => nodes[node]?.institution ?? "";
  const weights = new Map<string, Map<string, number>>();
  const weigh = (a: string, b: string) => {
    const row = weights.get(a) ?? new Map<string, number>();
    row.set(b, (row.get(b) ?? 0) + 1);
    weights.set(a, row);
  };
  for (const [i, { after }] of nodes.entries())
    for (const from of after) {
      weigh(institutionOf(from), institutionOf(i));
      weigh(institutionOf(i), institutionOf(from));
    }
  const order: string[] = [];
  const later = [...others.flatMap(({ steps }) => steps), ...leading, ...inReach];
  for (const node of way) if (!order.includes(institutionOf(node))) order.push(institutionOf(node));
  for (const node of later) {
    const lane = institutionOf(node);
    if (!order.includes(lane)) order.splice(placeFor(order, weights.get(lane)), 0, lane);
  }
  return order;
}

/** The middle of its neighbours, weighed by how many lines there are; without any, the end. */
function placeFor(order: readonly string[], neighbours: ReadonlyMap<string, number> | undefined): number {
  let weight = 0;
  let sum = 0;
  for (const [lane, lines] of neighbours ?? []) {
    const place = order.indexOf(lane);
    if (place < 0) continue;
    weight += lines;
    sum += lines * place;
  }
  return weight === 0 ? order.length : Math.round(sum / weight) + 1;
}
