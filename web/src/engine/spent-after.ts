/** A time budget that begins when it is first asked for. */
import type { CoverEffort } from "../../../src/graph/index.ts";

export function spentAfter(milliseconds: number): CoverEffort & { isSpent(): boolean } {
  let until: number | undefined;
  return {
    isSpent() {
      until ??= performance.now() + milliseconds;
      return performance.now() > until;
    },
  };
}
