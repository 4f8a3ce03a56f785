/**
 * `npm run check`: everything CI checks, and nothing CI checks is missing here. Every step
 * says how much it read and fails at nothing read, because a check that looked at no file
 * passes just as quietly as one that found no fault.
 *
 * `--tests-done` takes the counts of the `npm test` just run instead of running it again.
 */
import "./pinned-node.ts";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { countsLine, readCounts, resultsFile } from "./test.ts";

interface Step {
  readonly name: string;
  /** What is counted, in the plural: `files`. */
  readonly of: string;
  readonly words: readonly string[];
  /** How many the tool read, taken from its own output. */
  readonly count: (output: string) => number;
}

const projects = ["tsconfig.json", "web/tsconfig.json"];

const steps: readonly Step[] = [
  ...projects.map((project) => ({
    name: `types (${project})`,
    of: "files",
    words: ["node_modules/tsc7/bin/tsc", "--project", project, "--noEmit", "--listFiles"],
    count: ownFiles,
  })),
  {
    name: "lint and format",
    of: "files",
    words: [
      "node_modules/@biomejs/biome/bin/biome",
      "check",
      "--error-on-warnings",
      "--no-errors-on-unmatched",
    ],
    count: (output) => numberIn(output, /Checked (\d+) files?/),
  },
  {
    name: "rooms",
    of: "modules",
    words: [
      "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
      "--config",
      ".dependency-cruiser.cjs",
      ...["src", "web"].filter((folder) => existsSync(folder)),
    ],
    count: (output) => numberIn(output, /(\d+) modules, \d+ dependencies cruised/),
  },
  {
    name: "nothing unused",
    of: "files",
    words: [
      "node_modules/knip/bin/knip.js",
      "--no-progress",
      "--treat-config-hints-as-errors",
      "--reporter",
      "symbols",
      "--reporter",
      "./scripts/knip-count.mjs",
    ],
    count: (output) => numberIn(output, /files read: (\d+)/),
  },
  {
    name: "documents",
    of: "made parts",
    words: ["scripts/docs.ts", "--check"],
    count: (output) => numberIn(output, /(\d+) compared/),
  },
  {
    name: "stories",
    of: "stories",
    words: ["bin/chainbreak.mjs", "test", "--lang", "en"],
    count: (output) => numberIn(output, /(\d+) stor(?:y|ies)/),
  },
  {
    // A change of the world or the catalogue that turns the founding night shows here before anybody quotes it.
    name: "the founding night",
    of: "files made again",
    words: ["scripts/simulate.ts", "--check"],
    count: (output) => numberIn(output, /(\d+) compared/),
  },
];

function numberIn(output: string, pattern: RegExp): number {
  return Number(pattern.exec(output)?.[1] ?? 0);
}

function ownFiles(output: string): number {
  return output.split("\n").filter((line) => {
    const path = relative(".", line.trim());
    return /[.]tsx?$/.test(path) && !path.startsWith("..") && !path.includes("node_modules");
  }).length;
}

/** One line for the summary, and whether all is well. */
interface Outcome {
  readonly line: string;
  readonly isGood: boolean;
}

function run({ name, of, words, count }: Step): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, NO_COLOR: "1" },
  });
  const output = `${stdout}${stderr}`;
  const read = count(output);
  if (status === 0 && read > 0) return { line: `${name}: ${read} ${of}`, isGood: true };
  const shown = output.split("\n").filter((line) => !/^\/.*[.]tsx?$/.test(line.trim())); // --listFiles is for counting, not for reading.
  console.log(shown.join("\n").trim());
  return { line: `${name}: FAILED (${read === 0 ? `no ${of} read` : `${read} ${of} read`})`, isGood: false };
}

function runTests(areDone: boolean): Outcome {
  const status = areDone ? 0 : spawnSync(process.execPath, ["scripts/test.ts"], { stdio: "inherit" }).status;
  if (!existsSync(resultsFile)) return { line: "tests: FAILED (no results)", isGood: false };
  const counts = readCounts(readFileSync(resultsFile, "utf8"));
  return { line: countsLine(counts), isGood: status === 0 && counts.failed === 0 && counts.passed > 0 };
}

const outcomes: Outcome[] = [];
for (const step of steps) {
  const outcome = run(step);
  console.log(outcome.line);
  outcomes.push(outcome);
}
outcomes.push(runTests(process.argv.includes("--tests-done")));

console.log("");
for (const { line } of outcomes) console.log(line);
if (outcomes.some(({ isGood }) => !isGood)) process.exitCode = 1;
