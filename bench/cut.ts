/**
 * Cheapest cuts of AND/OR graphs: one line of JSON for each file on stdout,
 * `{ "name", "cost", "proved", "millis" }`, and nothing else there.
 *
 * `millis` runs from before the file is read until the answer stands. A published
 * optimum in the file plays no part in the answer; afterwards it is compared, on
 * stderr. With `--against-clingo` each instance is also solved by clingo as a
 * process (`--opt-strategy=usc,oll`, its best here; the default takes ten to a
 * hundred times longer and would be an unfair peer) and by this bench as a process.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { type CutQuestion, cut } from "../src/graph/index.ts";
import { type AndOrInstance, andOrQuestion, readAndOr } from "./and-or.ts";
import { median, milliseconds, ran, ranOurselves, say } from "./measure.ts";
import type { Scene } from "./scene.ts";

const runsOfEach = 5;

export const cutScene: Scene = async (words) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { seconds: { type: "string", default: "600" }, "against-clingo": { type: "boolean" } },
  });
  if (positionals.length === 0) {
    say("no files given: nothing was cut");
    return 2;
  }
  let wrong = 0;
  const ratios: number[] = [];
  for (const file of positionals) {
    const solved = await solve(file, Number(values.seconds));
    if (solved === undefined) {
      wrong++;
      continue;
    }
    const { instance, proved, cost } = solved;
    const isRight = instance.optimum === undefined || (proved && cost === instance.optimum);
    if (!isRight) {
      wrong++;
      say(
        `${file}: published optimum ${instance.optimum}, found ${cost}${proved ? ", proved" : ", not proved"}`,
      );
    }
    if (values["against-clingo"]) ratios.push(...against(file, { instance, cost }));
  }
  say(`${positionals.length} asked, ${positionals.length - wrong} answered as published`);
  if (ratios.length > 0)
    say(
      `median of the ratios, ours from file to answer to the process of clingo: ${median(ratios).toFixed(2)}`,
    );
  return wrong === 0 ? 0 : 1;
};

interface Solved {
  readonly instance: AndOrInstance;
  readonly cost: number | null;
  readonly proved: boolean;
}

/** Solves and prints one instance. Our own search first; HiGHS is loaded only for an instance that resists it. */
async function solve(file: string, seconds: number): Promise<Solved | undefined> {
  const start = performance.now();
  const isAfter = (limit: number) => () => performance.now() - start > limit * 1000;
  let instance: AndOrInstance;
  let question: CutQuestion;
  try {
    instance = readAndOr(file);
    question = andOrQuestion(instance);
  } catch (fault) {
    say(
      `${file}: not an AND/OR instance that can be read (${fault instanceof Error ? fault.message : fault})`,
    );
    return undefined;
  }
  let answer = cut(question, { isSpent: isAfter(Math.min(seconds, secondsAlone)) });
  if ((answer.kind === "cut" ? !answer.proved : answer.kind === "open") && seconds > secondsAlone) {
    const { highsCover } = await import("../src/solver/index.ts");
    const hard = await highsCover();
    answer = cut(question, { isSpent: isAfter(seconds), hard });
  }
  const millis = Math.round((performance.now() - start) * 10) / 10;
  const cost = answer.kind === "cut" ? answer.cost : null;
  const proved = answer.kind === "cut" ? answer.proved : answer.kind === "none";
  const name = instance.name ?? basename(file).replace(/\.json(\.gz)?$/, "");
  process.stdout.write(`${JSON.stringify({ name, cost, proved, millis })}\n`);
  return { instance, cost, proved };
}

/** What our own search has not proved by then it may not prove soon. */
const secondsAlone = 20;

/** Ratios of whole processes, ours to clingo's, run in turns; none when clingo is not there. */
function against(
  file: string,
  { instance, cost }: { instance: AndOrInstance; cost: number | null },
): number[] {
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-bench-"));
  try {
    const program = join(folder, "instance.lp");
    writeFileSync(program, clingoProgram(instance));
    const theirs: number[] = [];
    const ours: number[] = [];
    const inside: number[] = [];
    for (let run = 0; run < runsOfEach; run++) {
      const peer = ran("clingo", ["--opt-strategy=usc,oll", "--outf=2", program]);
      if (peer === undefined) {
        say("clingo is not installed: nothing compared (Debian: apt-get install gringo)");
        return [];
      }
      const theirCost = clingoCost(peer.stdout);
      if (theirCost !== cost) throw new Error(`${file}: clingo says ${theirCost}, we say ${cost}`);
      theirs.push(peer.millis);
      const self = ranOurselves(["cut", file]);
      ours.push(self.millis);
      // The line is the one `solve` writes.
      inside.push((JSON.parse(self.stdout) as { millis: number }).millis);
    }
    const ratio = median(ours) / median(theirs);
    const insideRatio = median(inside) / median(theirs);
    say(
      `${instance.name ?? file}: clingo ${milliseconds(median(theirs))} as a process; ` +
        `this ${milliseconds(median(ours))} as a process (ratio ${ratio.toFixed(2)}), ` +
        `${milliseconds(median(inside))} from file to answer (ratio ${insideRatio.toFixed(2)}); same cost ${cost}`,
    );
    return [insideRatio];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function clingoProgram({ nodes, edges, source, target }: AndOrInstance): string {
  const facts = nodes.map(([kind, cost], node) =>
    kind === "leaf" ? `leaf(${node},${cost}).` : `${kind}(${node}).`,
  );
  return [
    ...facts,
    ...edges.map(([from, to]) => `edge(${from},${to}).`),
    `reached(${source}).`,
    "{ removed(L) } :- leaf(L,_).",
    "reached(L) :- leaf(L,_), edge(B,L), reached(B), not removed(L).",
    "reached(N) :- or(N), edge(B,N), reached(B).",
    "reached(N) :- and(N), reached(B) : edge(B,N).",
    `:- reached(${target}).`,
    "#minimize { C,L : removed(L), leaf(L,C) }.",
    "#show removed/1.",
  ].join("\n");
}

function clingoCost(stdout: string): number | null {
  // Clingo's JSON output (`--outf=2`), documented in the Potassco guide.
  const result = JSON.parse(stdout) as { Result: string; Models: { Costs?: number[] } };
  if (result.Result === "UNSATISFIABLE") return null;
  if (result.Result !== "OPTIMUM FOUND") throw new Error(`clingo says ${result.Result}`);
  return result.Models.Costs?.[0] ?? null;
}
