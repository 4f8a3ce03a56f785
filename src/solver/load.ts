/** HiGHS, loaded when first asked (about 0.1 s) and once. */
import type { Highs } from "highs";

let loading: Promise<Highs> | undefined;

export function loadHighs(): Promise<Highs> {
  loading ??= import("highs").then((module) => {
    // The types are of the CommonJS build or of the ES build, by who asks; what is loaded exports the loader itself.
    const load = module.default as unknown as () => Promise<Highs>;
    return load();
  });
  return loading;
}
