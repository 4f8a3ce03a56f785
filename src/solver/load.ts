/** HiGHS, loaded when first asked (about 0.1 s) and once. */
import type { Highs } from "highs";

/**
 * Units of work (see `budget.ts` in graph) between two places where HiGHS lets itself be interrupted, by the entries of
 * the matrix. Measured on covers of 500 to 4,000 clauses: 10 to 50 µs an entry, 30 ns a unit.
 */
export const stretchWork = (entries: number): number => 500 * entries;

let loading: Promise<Highs> | undefined;

export function loadHighs(): Promise<Highs> {
  loading ??= import("highs").then((module) => {
    // The types are of the CommonJS build or of the ES build, by who asks; what is loaded exports the loader itself.
    const load = module.default as unknown as () => Promise<Highs>;
    return load();
  });
  return loading;
}
