/**
 * Cut instances in the form of META4ICS' MSE19 collection, as rules: an `and` node
 * asks all of its inputs, an `or` node has one rule for each, and a `leaf` passes its
 * one input on unless the measure that removes it is chosen.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type CutQuestion, compile, type PlainRule } from "../src/graph/index.ts";

export interface AndOrInstance {
  readonly name?: string;
  readonly source: number;
  readonly target: number;
  /** Published; only for checking afterwards. */
  readonly optimum?: number;
  readonly nodes: readonly (readonly [kind: "and" | "or" | "leaf", cost: number | null])[];
  readonly edges: readonly (readonly [from: number, to: number])[];
}

export function readAndOr(path: string): AndOrInstance {
  const bytes = readFileSync(path);
  const text = path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  // The cast rests on the collection's README; a file of another shape fails in `andOrQuestion`.
  return JSON.parse(text.toString("utf8")) as AndOrInstance;
}

/** The question "cut the target from the source", a measure for each leaf in the order of the nodes. */
export function andOrQuestion({ source, target, nodes, edges }: AndOrInstance): CutQuestion {
  const inputs: number[][] = nodes.map(() => []);
  for (const [from, to] of edges) inputs[to]?.push(from);
  const rules: PlainRule[] = [];
  const costs: number[] = [];
  const rule = (asks: readonly number[], gives: number, guard: readonly number[] = []) =>
    rules.push({ asks, gives: [gives], minutes: 0, cost: 0, guard });
  nodes.forEach(([kind, cost], node) => {
    if (kind === "leaf") rule(inputs[node] ?? [], node, [-costs.push(cost ?? 0)]);
    else if (kind === "and") rule(inputs[node] ?? [], node);
    else for (const input of inputs[node] ?? []) rule([input], node);
  });
  const atomCount = Math.max(nodes.length, source + 1, target + 1);
  return { intruder: { rules: compile(atomCount, rules), held: [source], goals: [target] }, costs };
}
