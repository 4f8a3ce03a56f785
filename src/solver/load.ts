/** HiGHS, loaded when first asked (about 0.1 s) and once. */
import type { Highs } from "highs";

let loading: Promise<Highs> | undefined;

export function loadHighs(): Promise<Highs> {
  loading ??= import("highs").then((module) => {
    // The types describe the CommonJS build; the ES build that is loaded here exports the loader itself.
    const load = module.default as unknown as typeof module.default.default;
    return load();
  });
  return loading;
}
