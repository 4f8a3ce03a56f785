/** Chains for tests: of any size and shape, without an engine. */

import fc from "fast-check";
import { stepId } from "../../../src/model/index.ts";
import type { Chain, ChainNode } from "../../../src/questions/index.ts";

interface Draft {
  readonly institution: string;
  readonly takes: number;
  readonly rests: readonly number[];
  readonly instead: readonly number[];
}

const anyDraft: fc.Arbitrary<Draft> = fc.record({
  institution: fc.constantFrom("hands", "carrier", "wallet", "lender", "office", "bank"),
  takes: fc.nat(6),
  rests: fc.array(fc.nat(), { maxLength: 4 }),
  instead: fc.array(fc.nat(), { maxLength: 2 }),
});

/** The way is what the last node rests on; another way, what the one before it rests on. */
export const anyChain = (nodes: {
  readonly minLength: number;
  readonly maxLength: number;
}): fc.Arbitrary<Chain> => fc.array(anyDraft, nodes).map(chainOf);

export function chainOf(drafts: readonly Draft[]): Chain {
  const ends: number[] = [];
  const nodes: ChainNode[] = [];
  for (const [i, { institution, takes, rests, instead }] of drafts.entries()) {
    const after = i === 0 ? [] : [...new Set(rests.map((rest) => rest % i))].sort((a, b) => a - b);
    const begins = Math.max(0, ...after.map((from) => ends[from] ?? 0));
    ends.push(Math.max(begins + takes, ends.at(-1) ?? 0)); // In the order of time.
    nodes.push({
      id: `${i}`,
      step: stepId(i),
      flow: `flow-${i}`,
      institution,
      title: { en: "", zh: "" },
      institutionName: { en: institution, zh: institution },
      things: new Map(),
      needs: after.map((first) => ({
        capability: `given by ${first}`,
        first,
        others: [...new Set(instead.map((other) => other % i))].filter((other) => other !== first),
      })),
      asks: [],
      gives: [`given by ${i}`],
      used: [],
      sets: [],
      beginsMinutes: begins,
      atMinutes: ends[i] ?? 0,
      basis: { status: "tested", seen: "2020", source: "x", unconfirmed: false },
      after,
      measures: [],
    });
  }
  const last = nodes.length - 1;
  const behind = (node: number): readonly number[] => {
    const found = new Set([node]);
    for (const each of found) for (const from of nodes[each]?.after ?? []) found.add(from);
    return [...found].sort((a, b) => a - b);
  };
  return {
    goal: `given by ${last}`,
    nodes,
    way: behind(last),
    others: last > 0 ? [{ steps: behind(last - 1), minutes: ends[last - 1] ?? 0, without: [] }] : [],
    needed: [],
    leading: nodes.flatMap((_, i) => (i % 2 === 0 ? [i] : [])),
    inReach: nodes.map((_, i) => i),
  };
}
