/**
 * The tests that try random worlds, on all of them and from seeds `npm test` never begins at. A property that fails from
 * one of these is a fault to mend; the seed is said, and `SEED=… npm test -- FILE` shows it again.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const roots = ["src", "web/src", "test"];

/** Every test file with these words in it. */
function testsWith(words: string): readonly string[] {
  return roots
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: "utf8" }).map((file) => join(root, file)),
    )
    .filter((file) => /\.test\.tsx?$/.test(file) && readFileSync(file, "utf8").includes(words))
    .sort();
}

/** Runs them from `seeds` seeds, one after another; gives how many runs failed. Cost: minutes for each seed. */
export function lawsFromSeeds({
  seeds,
  from,
  said,
}: {
  readonly seeds: number;
  readonly from: number;
  readonly said: (line: string) => void;
}): number {
  const drawn = testsWith('from "fast-check"');
  // Their worlds are numbered from nought and the same from any seed: once is enough.
  const numbered = testsWith("worlds-tried.ts").filter((file) => !drawn.includes(file));
  if (drawn.length === 0) throw new Error("no test draws its cases: nothing would be looked at");
  let failed = 0;
  for (let seed = from; seed < from + seeds; seed++) {
    const files = seed === from ? [...drawn, ...numbered] : drawn;
    const { status, stderr } = spawnSync(
      process.execPath,
      ["node_modules/vitest/vitest.mjs", "run", "--project", "rooms", ...files],
      {
        env: { ...process.env, SEED: String(seed), LAWS: "whole", NO_COLOR: "1" },
        encoding: "utf8",
        maxBuffer: 1 << 28,
      },
    );
    said(`laws from seed ${seed}: ${status === 0 ? "held" : "FAILED"} (${files.length} files)`);
    if (status === 0) continue;
    failed += 1;
    said(stderr); // The runner says there what failed, and how to come back to it.
  }
  return failed;
}
