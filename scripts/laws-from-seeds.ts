/**
 * The tests that try random worlds, from seeds `npm test` never begins at. A property that fails from one of them is a
 * fault to mend; the seed is said, and `SEED=… npm test -- FILE` shows it again.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const roots = ["src", "web/src", "test"];

/** Every test file that draws its cases. */
function drawnTests(): readonly string[] {
  return roots
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: "utf8" }).map((file) => join(root, file)),
    )
    .filter((file) => /\.test\.tsx?$/.test(file) && readFileSync(file, "utf8").includes('from "fast-check"'))
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
  const files = drawnTests();
  if (files.length === 0) throw new Error("no test draws its cases: nothing would be looked at");
  let failed = 0;
  for (let seed = from; seed < from + seeds; seed++) {
    const { status, stderr } = spawnSync(
      process.execPath,
      ["node_modules/vitest/vitest.mjs", "run", "--project", "rooms", ...files],
      { env: { ...process.env, SEED: String(seed), NO_COLOR: "1" }, encoding: "utf8", maxBuffer: 1 << 28 },
    );
    said(`laws from seed ${seed}: ${status === 0 ? "held" : "FAILED"} (${files.length} files)`);
    if (status === 0) continue;
    failed += 1;
    said(stderr); // The runner says there what failed, and how to come back to it.
  }
  return failed;
}
