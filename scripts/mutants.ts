/**
 * `npm run mutants -- ROOM`: breaks one line of a room at a time and sees whether a test fails. What no test notices is
 * printed: it says which law is missing, or that the line means nothing.
 *
 * `--sample 120 --seed 1` draws the same mutants of the same sources every time; `--sample 0` takes all. `--within`
 * says whose tests are asked: `room` those beside the sources, `laws` also test/laws, `all` every test outside the page
 * that imports the file; those beside it always first. `--write` lays the score into docs/mutants.md.
 *
 * Works on a copy of the tree, so nothing here is touched. Refuses where the tests fail unbroken. A run of more than
 * ten times the unbroken one is ended, and counted apart. Broken off, it goes on where it stopped while no source changed.
 */
import "./pinned-node.ts";
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize, resolve } from "node:path";
import { parseArgs } from "node:util";
import ts from "typescript";
import { layIn } from "./docs.ts";
import { type Mutation, mutated, mutationsOf } from "./mutations.ts";

export type Outcome = "killed" | "survived" | "too slow";
type Within = "room" | "laws" | "all";
interface Mutant extends Mutation {
  readonly path: string;
}
interface Asked {
  readonly room: string;
  /** How many mutants; 0 is all. */
  readonly sample: number;
  readonly seed: number;
  readonly within: Within;
}

const table = "docs/mutants.md";
const head = [
  "| room | asked | mutants | seed | killed | survived | too slow | score | on |",
  "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
];
const slowerMax = 10; // A mutant that loops for ever is found out; a busy machine is not blamed.
const shortestMs = 30_000; // Where the unbroken run takes a second, starting may take ten on a bad day.

async function main(words: readonly string[]): Promise<number> {
  const asked = readAsked(words);
  if (asked === undefined) return 2;
  const paths = treePaths();
  const all = paths
    .filter((path) => path.startsWith(`src/${asked.room}/`) && /(?<![.]test)[.]ts$/.test(path))
    .flatMap((path) => mutationsOf(path, readFileSync(path, "utf8")).map((each) => ({ ...each, path })));
  if (all.length === 0) {
    console.error(`mutants: src/${asked.room} has nothing to break`);
    return 2;
  }
  const mutants = drawn(all, asked);
  const tests = testsOf(paths, asked);
  console.log(
    `${asked.room}: ${mutants.length} of ${all.length} mutants, seed ${asked.seed}, ${asked.within}`,
  );
  const folder = copyTree(paths);
  try {
    const outcomes = await tryAll({ folder, mutants, tests, asked, stamp: stampOf(paths) });
    if (outcomes === undefined) return 1;
    tell(mutants, outcomes, asked, words.includes("--write"));
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readAsked(words: readonly string[]): Asked | undefined {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      sample: { type: "string", default: "120" },
      seed: { type: "string", default: "1" },
      within: { type: "string", default: "all" },
      write: { type: "boolean" },
    },
  });
  const [room = "", ...more] = positionals;
  const [sample, seed, within] = [Number(values.sample), Number(values.seed), values.within];
  const isWhole = (value: number) => Number.isInteger(value) && value >= 0;
  const isKnown = within === "room" || within === "laws" || within === "all";
  if (!/^[a-z]+$/.test(room) || more.length > 0 || !isWhole(sample) || !isWhole(seed) || !isKnown) {
    console.error("mutants: say a room, --sample N, --seed S (whole numbers), --within room, laws or all");
    return undefined;
  }
  return { room, sample, seed, within };
}

const treePaths = (): string[] =>
  spawnSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" })
    .stdout.split("\n")
    .filter((path) => path !== "" && existsSync(path))
    .sort();

/** The mutants of one seed, in the order they are tried. Each has its own lot, so a larger sample holds the smaller. */
export function drawn<M extends Mutation & { readonly path: string }>(
  all: readonly M[],
  { sample, seed }: { readonly sample: number; readonly seed: number },
): M[] {
  const lot = (each: M) =>
    createHash("sha256")
      .update(`${seed} ${nameOf(each)}`)
      .digest("hex");
  const lots = all.map((each) => ({ each, lot: lot(each) })).sort((a, b) => (a.lot < b.lot ? -1 : 1));
  return (sample === 0 ? lots : lots.slice(0, sample)).map(({ each }) => each);
}

const nameOf = ({ path, start, end, kind }: Mutation & { readonly path: string }): string =>
  `${path}:${start}:${end}:${kind}`;

/** The tests that are asked, and of each every file it imports, near or far. */
function testsOf(paths: readonly string[], { room, within }: Asked): Map<string, ReadonlySet<string>> {
  const known = new Set(paths);
  const imports = new Map<string, string[]>();
  const importsOf = (path: string): string[] => {
    const kept = imports.get(path);
    if (kept !== undefined) return kept;
    const { importedFiles } = ts.preProcessFile(readFileSync(path, "utf8"));
    const found = importedFiles
      .filter(({ fileName }) => fileName.startsWith("."))
      .map(({ fileName }) => normalize(join(dirname(path), fileName)))
      .filter((each) => known.has(each) && /[.]m?tsx?$/.test(each));
    imports.set(path, found);
    return found;
  };
  const folders = { room: [`src/${room}/`], laws: [`src/${room}/`, "test/laws/"], all: ["src/", "test/"] }[
    within
  ];
  const tests = paths.filter(
    (path) =>
      /[.]test[.]ts$/.test(path) &&
      !path.startsWith("test/walks/") &&
      folders.some((each) => path.startsWith(each)),
  );
  tests.sort((a, b) => nearness(b, room) - nearness(a, room) || (a < b ? -1 : 1));
  return new Map(
    tests.map((test) => {
      const reached = new Set([test]);
      for (const path of reached) for (const each of importsOf(path)) reached.add(each);
      return [test, reached];
    }),
  );
}

const nearness = (test: string, room: string): number =>
  test.startsWith(`src/${room}/`) ? 2 : test.startsWith("test/laws/") ? 1 : 0;

function copyTree(paths: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-mutants-"));
  for (const path of paths) cpSync(path, join(folder, path));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return folder;
}

function stampOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths)
    if (/^(src|test|catalog)\//.test(path)) hash.update(path).update(readFileSync(path));
  return hash.digest("hex");
}

interface Trial {
  readonly folder: string;
  readonly mutants: readonly Mutant[];
  readonly tests: ReadonlyMap<string, ReadonlySet<string>>;
  readonly asked: Asked;
  readonly stamp: string;
}

async function tryAll({
  folder,
  mutants,
  tests,
  asked,
  stamp,
}: Trial): Promise<Map<string, Outcome> | undefined> {
  const kept = `node_modules/.cache/chainbreak/mutants/${asked.room}-${asked.within}.json`;
  const outcomes = keptOutcomes(kept, stamp);
  const asks = (path: string) => [...tests].filter(([, reached]) => reached.has(path)).map(([test]) => test);
  const began = performance.now();
  const every = [...new Set(mutants.flatMap(({ path }) => asks(path)))];
  if (every.length > 0 && (await runTests({ folder, tests: every, endMs: 3_600_000 })) !== "survived") {
    console.error("mutants: the tests fail with nothing broken; mend them first");
    return undefined;
  }
  const endMs = Math.max(shortestMs, slowerMax * (performance.now() - began));
  for (const [i, mutant] of mutants.entries()) {
    const name = nameOf(mutant);
    if (outcomes.has(name)) continue;
    const [file, text] = [join(folder, mutant.path), readFileSync(mutant.path, "utf8")];
    const asked = asks(mutant.path);
    writeFileSync(file, mutated(text, mutant));
    const outcome = asked.length === 0 ? "survived" : await runTests({ folder, tests: asked, endMs });
    writeFileSync(file, text);
    outcomes.set(name, outcome);
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(kept, JSON.stringify({ stamp, outcomes: [...outcomes] }));
    console.log(`${i + 1}/${mutants.length} ${outcome}: ${lineOf(mutant)}`);
  }
  return outcomes;
}

function keptOutcomes(path: string, stamp: string): Map<string, Outcome> {
  if (!existsSync(path)) return new Map();
  const kept: { readonly stamp: string; readonly outcomes: [string, Outcome][] } = JSON.parse(
    readFileSync(path, "utf8"),
  );
  return new Map(kept.stamp === stamp ? kept.outcomes : []);
}

/** One file of tests after another in one worker, ended at the first that fails. */
function runTests(run: {
  readonly folder: string;
  readonly tests: readonly string[];
  readonly endMs: number;
}): Promise<Outcome> {
  const words = [
    "run",
    "--project",
    "rooms",
    "--bail",
    "1",
    "--maxWorkers",
    "1",
    "--reporter",
    "dot",
    ...run.tests,
  ];
  const vitest = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", ...words], {
    cwd: run.folder,
    stdio: "ignore",
    detached: true, // A group of its own, so that its workers end with it.
  });
  return new Promise((done) => {
    let isSlow = false;
    const end = setTimeout(() => {
      isSlow = true;
      if (vitest.pid !== undefined) process.kill(-vitest.pid, "SIGKILL");
    }, run.endMs);
    vitest.on("exit", (code) => {
      clearTimeout(end);
      done(isSlow ? "too slow" : code === 0 ? "survived" : "killed");
    });
  });
}

const lineOf = ({ path, line, kind, was, replacement }: Mutant): string =>
  `${path}:${line} ${kind}: \`${was}\`${replacement.length < 20 ? ` → \`${replacement}\`` : ""}`;

function tell(
  mutants: readonly Mutant[],
  outcomes: ReadonlyMap<string, Outcome>,
  asked: Asked,
  writes: boolean,
): void {
  const count = (wanted: Outcome) => mutants.filter((each) => outcomes.get(nameOf(each)) === wanted).length;
  const survivors = mutants
    .filter((each) => outcomes.get(nameOf(each)) === "survived")
    .map(lineOf)
    .sort();
  const score = scoreOf({ killed: count("killed"), survived: count("survived") });
  for (const each of survivors) console.log(`survived: ${each}`);
  const cells = [
    asked.room,
    asked.within,
    mutants.length,
    asked.seed,
    count("killed"),
    count("survived"),
    count("too slow"),
  ];
  const row = `| ${[...cells, `${score} %`, new Date().toISOString().slice(0, 10)].join(" | ")} |`;
  console.log(row);
  if (!writes) return;
  const listed = survivors.map((each) => `- ${each}`).join("\n");
  const made = ["", ...head, row, "", listed].join("\n");
  const rows = layIn(readFileSync(table, "utf8"), `mutants ${asked.room}`, made);
  if (rows === undefined) console.error(`${table}: has no place for \`mutants ${asked.room}\``);
  else writeFileSync(table, rows);
}

/** Of the mutants that came to an end, how many in a hundred a test noticed, rounded down: 84.9 has not reached 85. */
export const scoreOf = ({
  killed,
  survived,
}: {
  readonly killed: number;
  readonly survived: number;
}): number => (killed + survived === 0 ? 0 : Math.floor((100 * killed) / (killed + survived)));

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
