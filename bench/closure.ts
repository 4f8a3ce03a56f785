/**
 * Reach beside a logic programming system and a Prolog, on the same rules.
 *
 * Worlds of 8 rules a service (`ecosystem.ts`). What is derived is compared first;
 * only then times. Ours are given twice: one closure in process with its working
 * memory reused, and a whole process that reads the rules from a file and answers.
 * clingo gets the facts encoding (ground rules as facts, one rule schema), which is
 * its fastest by an order of magnitude; SWI-Prolog gets tabling, and its own figure
 * for the query beside the process.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { closure, closureScratch, compile, type PlainRule } from "../src/graph/index.ts";
import type { ChartPoint } from "./chart.ts";
import { type Ecosystem, ecosystem } from "./ecosystem.ts";
import { median, milliseconds, ran, ranOurselves, say, timings } from "./measure.ts";
import type { Scene } from "./scene.ts";

const sizes = [200, 2_000, 20_000, 200_000];
/** Beyond this the peers take about a minute and several gigabytes, so each is asked once. */
const peerServicesOften = 20_000;
const runsInProcess = { few: 15, many: 400 };
const runsOfProcess = 3;
const seed = 20_200_904;

export const closureScene: Scene = async (words) => {
  const { values } = parseArgs({
    args: [...words],
    options: { largest: { type: "string" }, snapshot: { type: "boolean" }, rules: { type: "string" } },
  });
  if (values.rules !== undefined) return answerFile(values.rules);
  const points: ChartPoint[] = [];
  const rows: string[] = [];
  for (const services of sizes.filter((size) => size <= Number(values.largest ?? Infinity))) {
    const measured = measure(services);
    points.push(...measured.points);
    rows.push(measured.row);
    say(measured.row);
  }
  const folder = fileURLToPath(new URL(values.snapshot ? "../docs/bench/" : "out/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  // Loaded here, so that the child processes that are measured do not pay for drawing.
  const { lineChart } = await import("./chart.ts");
  const title = "Reach: time against the number of rules";
  writeFileSync(join(folder, "closure.svg"), lineChart({ title, x: "rules", y: "milliseconds", points }));
  process.stdout.write(`${[head, ...rows].join("\n")}\n`);
  say(`drawn: ${values.snapshot ? "docs/bench" : "bench/out"}/closure.svg`);
  return 0;
};

const head = [
  "| rules | derived | one closure | our process | clingo process | SWI query | SWI process | ours to clingo | ours to SWI |",
  "|---|---|---|---|---|---|---|---|---|",
].join("\n");

function measure(services: number): { row: string; points: ChartPoint[] } {
  const world = ecosystem({ services, seed });
  const rules = compile(world.atomCount, world.plain);
  const scratch = closureScratch(rules);
  const derived = sortedAtoms(
    closure(rules, world.held, undefined, scratch).order.subarray(0, scratch.count),
  );
  const runs = services > 2_000 ? runsInProcess.few : runsInProcess.many;
  const inside = median(timings(runs, () => closure(rules, world.held, undefined, scratch)));
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-bench-"));
  try {
    const file = join(folder, "rules.txt");
    writeFileSync(file, ruleText(world));
    const self = Array.from({ length: runsOfProcess }, () => ranOurselves(["closure", "--rules", file]));
    compare("a process of ours", derived, self[0]!.stdout);
    const ours = median(self.map(({ millis }) => millis));
    const peerRuns = services > peerServicesOften ? 1 : runsOfProcess;
    const clingo = clingoRuns({ folder, world, derived, runs: peerRuns });
    const swi = swiRuns({ folder, world, derived, runs: peerRuns });
    const count = rules.ruleCount;
    const points: ChartPoint[] = [
      { series: "one closure, in process", x: count, y: inside },
      { series: "our process", x: count, y: ours },
    ];
    if (clingo !== undefined) points.push({ series: "clingo process", x: count, y: clingo });
    if (swi !== undefined) {
      points.push({ series: "SWI-Prolog process", x: count, y: swi.process });
      points.push({ series: "SWI-Prolog query", x: count, y: swi.query });
    }
    const cell = (value: number | undefined) => (value === undefined ? "not compared" : milliseconds(value));
    const ratio = (value: number | undefined) => (value === undefined ? "" : (ours / value).toFixed(2));
    const cells = [
      count,
      derived.length,
      cell(inside),
      cell(ours),
      cell(clingo),
      cell(swi?.query),
      cell(swi?.process),
    ];
    return { row: `| ${[...cells, ratio(clingo), ratio(swi?.process)].join(" | ")} |`, points };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `0 1 2` on the first line: held; then `gives : asks` per rule. */
function ruleText({ held, plain }: Ecosystem): string {
  const lines = plain.map(({ asks, gives }) => `${gives.join(" ")}:${asks.join(" ")}`);
  return `${held.join(" ")}\n${lines.join("\n")}\n`;
}

/** What the child process does: reads the rules, answers, prints what is reached. */
function answerFile(file: string): number {
  const [first = "", ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  const numbers = (text: string) => text.split(" ").map(Number);
  let atomCount = 0;
  const plain = lines.map((line): PlainRule => {
    const [gives = "", asks = ""] = line.split(":");
    const rule = { asks: numbers(asks), gives: numbers(gives), minutes: 0, cost: 0, guard: [] };
    for (const atom of rule.asks) atomCount = Math.max(atomCount, atom + 1);
    for (const atom of rule.gives) atomCount = Math.max(atomCount, atom + 1);
    return rule;
  });
  const held = numbers(first);
  const { order, count } = closure(
    compile(Math.max(atomCount, ...held.map((atom) => atom + 1)), plain),
    held,
  );
  process.stdout.write(`${order.subarray(0, count).join("\n")}\n`);
  return 0;
}

interface Comparison {
  readonly folder: string;
  readonly world: Ecosystem;
  readonly derived: readonly number[];
  readonly runs: number;
}

function clingoRuns({
  folder,
  world: { held, plain },
  derived,
  runs: count,
}: Comparison): number | undefined {
  const file = join(folder, "rules.lp");
  const facts = plain.map(({ asks, gives }, id) =>
    [...gives.map((atom) => `gives(${id},${atom}).`), ...asks.map((atom) => `asks(${id},${atom}).`)].join(
      " ",
    ),
  );
  const schema =
    "reached(A) :- held(A).\nreached(A) :- gives(R,A), reached(B) : asks(R,B).\n#show reached/1.";
  writeFileSync(file, [...held.map((atom) => `held(${atom}).`), ...facts, schema].join("\n"));
  const runs = Array.from({ length: count }, () => ran("clingo", [file]));
  if (runs[0] === undefined) {
    say("clingo is not installed: not compared (Debian: apt-get install gringo)");
    return undefined;
  }
  compare(
    "clingo",
    derived,
    [...runs[0].stdout.matchAll(/reached\((\d+)\)/g)].map(([, atom]) => atom).join("\n"),
  );
  return median(runs.map((run) => run!.millis));
}

function swiRuns({
  folder,
  world: { held, plain },
  derived,
  runs: count,
}: Comparison): { process: number; query: number } | undefined {
  const file = join(folder, "rules.pl");
  const facts = plain.flatMap(({ asks, gives }) => gives.map((atom) => `gives(${atom},[${asks}]).`));
  const schema = `:- table reached/1.
reached(A) :- held(A).
reached(A) :- gives(A, Asks), all(Asks).
all([]).
all([A|Rest]) :- reached(A), all(Rest).
main :- statistics(cputime, T0), findall(A, (atom_of(A), reached(A)), As), statistics(cputime, T1),
  T is (T1 - T0) * 1000, format("~w~n", [T]), forall(member(A, As), (write(A), nl)).
`;
  const atoms = new Set([...held, ...plain.flatMap(({ gives }) => gives)]);
  const all = [...atoms].map((atom) => `atom_of(${atom}).`);
  const sorted = facts.sort(
    (a, b) => Number(a.slice(6, a.indexOf(","))) - Number(b.slice(6, b.indexOf(","))),
  );
  const heldFacts = held.map((atom) => `held(${atom}).`);
  writeFileSync(file, [schema, ...heldFacts, ...sorted, ...all].join("\n"));
  const words = ["--stack-limit=6g", "--table-space=6g", "-g", "main", "-t", "halt", file];
  const runs = Array.from({ length: count }, () => ran("swipl", words));
  if (runs[0] === undefined) {
    say("SWI-Prolog is not installed: not compared (Debian: apt-get install swi-prolog-nox)");
    return undefined;
  }
  const [, ...answers] = runs[0].stdout.trimEnd().split("\n");
  compare("SWI-Prolog", derived, answers.join("\n"));
  const queries = runs.map((run) => Number(run!.stdout.split("\n", 1)[0]));
  return { process: median(runs.map((run) => run!.millis)), query: median(queries) };
}

/** Throws when a peer derives anything else; times of different answers mean nothing. */
function compare(who: string, derived: readonly number[], text: string): void {
  const theirs = sortedAtoms(text.trim().split(/\s+/).map(Number));
  const isSame = theirs.length === derived.length && theirs.every((atom, i) => atom === derived[i]);
  if (!isSame)
    throw new Error(`${who} derives ${theirs.length} atoms, we derive ${derived.length}, or others`);
}

function sortedAtoms(atoms: Iterable<number>): number[] {
  return [...new Set(atoms)].sort((a, b) => a - b);
}
