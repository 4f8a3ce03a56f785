/** A time budget that begins when it is first asked for. */
import type { Effort } from "./engine.ts";

export function spentAfter(milliseconds: number): Effort {
  let until: number | undefined;
  return {
    isSpent() {
      until ??= performance.now() + milliseconds;
      return performance.now() > until;
    },
  };
}
