/**
 * Room kept back beside the store, so that on a full disk something can still be removed: removing takes room for a
 * moment, because the old pages are noted before they are overwritten.
 */
import { randomFillSync } from "node:crypto";
import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from "node:fs";

export interface Reserve {
  /** As much as there is room for; never throws. */
  fill(): void;
  release(): void;
}

export function reserveAt(file: string, bytes: number): Reserve {
  return {
    fill() {
      if (sizeOf(file) === bytes) return;
      try {
        const opened = openSync(file, "w", 0o600);
        try {
          // Nothing a file system could make smaller.
          writeSync(opened, randomFillSync(new Uint8Array(bytes)));
          fsyncSync(opened);
        } finally {
          closeSync(opened);
        }
      } catch {
        // What there was room for lies there; the next time is tried again.
      }
    },
    release: () => rmSync(file, { force: true }),
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
