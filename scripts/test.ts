/**
 * `npm test`: brings a browser for the walks where it can, then runs the tests.
 * Everything after `--` goes to vitest: `npm test -- src/graph -t "recover each other"`.
 */
import "./pinned-node.ts";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { bringBrowser } from "./browser.ts";

const inCi = process.env["CI"] === "true";
/** `scripts/check.ts` and CI read the counts here, so that the tests need not run twice. */
export const resultsFile = "node_modules/.cache/chainbreak/tests.json";

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function readCounts(text: string): TestCounts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } =
    JSON.parse(text);
  // A file that does not even load has no failed test in it, and must not pass for that.
  const failed = numFailedTests > 0 ? numFailedTests : numFailedTestSuites;
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}

export const countsLine = ({ passed, failed, skipped }: TestCounts): string =>
  `tests: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

async function runTests(words: readonly string[]): Promise<number> {
  const browser = bringBrowser({ again: inCi });
  if (browser.kind === "none") {
    console.log(`browser walks are skipped: ${browser.why}`);
    if (inCi) return 1;
  }
  const env = browser.kind === "found" ? { ...process.env, CHROMIUM_PATH: browser.path } : process.env;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${resultsFile}`];
  rmSync(resultsFile, { force: true }); // Counts of an earlier run must not speak for this one.
  const vitest = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...words], {
    stdio: "inherit",
    env,
  });
  process.on("SIGTERM", () => vitest.kill());
  const code = await new Promise<number>((resolve) => vitest.on("exit", (code) => resolve(code ?? 1)));
  if (existsSync(resultsFile)) console.log(countsLine(readCounts(readFileSync(resultsFile, "utf8"))));
  return code;
}

if (import.meta.main) process.exitCode = await runTests(process.argv.slice(2));
