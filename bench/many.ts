/**
 * Reach of many at once beside the same in C: closures a second on one core, over the rules of 200 services (1.6
 * thousand), each rule usable by nine people of ten. Answers are compared first: a few people with the plain closure,
 * all of them with the C program. Times are those of the processor, medians; the ratio within one run is what travels.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { closure, compile, type Rules } from "../src/graph/index.ts";
import { chanceFrom } from "../src/model/index.ts";
import { closureOfMany, countOf, isIn, whoReaches, wordsFor } from "../src/population/index.ts";
import { ecosystem } from "./ecosystem.ts";
import { median, ran, say } from "./measure.ts";
import type { Scene } from "./scene.ts";

const seed = 20_200_904;
/** Of so many people each is asked by itself too. */
const comparedByItself = 50;

export const manyScene: Scene = async (words) => {
  const { values } = parseArgs({
    args: [...words],
    options: { people: { type: "string" }, runs: { type: "string" }, services: { type: "string" } },
  });
  const [people, runs] = [Number(values.people ?? 4_096), Number(values.runs ?? 200)];
  const made = worldOf(Number(values.services ?? 200), people);
  const question = { ...made, people, active: new Uint8Array(made.rules.ruleCount).fill(1) };
  const bits = closureOfMany(question);
  compareEach(question, bits);
  const ours = median(
    Array.from({ length: runs }, () => {
      const began = process.cpuUsage();
      closureOfMany(question);
      return process.cpuUsage(began).user / 1000;
    }),
  );
  const row = (name: string, millis: number) =>
    `| ${name} | ${millis.toFixed(2)} ms | ${((people / millis) * 1000).toExponential(2)} |`;
  const lines = [
    `${made.rules.ruleCount} rules, ${people} people, ${countOf(bits)} derived`,
    "",
    "| | all of them | closures a second |",
    "|---|---|---|",
    row("ours", ours),
  ];
  const peer = inC(made, { people, runs });
  if (peer === undefined) say("not compared: no C compiler");
  else {
    if (peer.had !== countOf(bits)) throw new Error(`C derives ${peer.had}, ours ${countOf(bits)}`);
    lines.push(row("C", peer.millis), "", `ours to C: ${(ours / peer.millis).toFixed(2)}`);
  }
  process.stdout.write(`${lines.join("\n")}\n`);
  return 0;
};

interface World {
  readonly rules: Rules;
  readonly held: ReadonlyMap<number, Int32Array>;
  readonly masks: ReadonlyMap<number, Int32Array>;
}

function worldOf(services: number, people: number): World {
  const world = ecosystem({ services, seed });
  const rules = compile(world.atomCount, world.plain);
  const chance = chanceFrom(seed);
  const some = (share: number) => {
    const bits = new Int32Array(wordsFor(people));
    for (let i = 0; i < people; i++)
      if (chance() < share) bits[i >> 5] = (bits[i >> 5] ?? 0) | (1 << (i & 31));
    return bits;
  };
  return {
    rules,
    held: new Map(world.held.map((node) => [node, some(0.8)])),
    masks: new Map(Array.from({ length: rules.ruleCount }, (_, rule) => [rule, some(0.9)])),
  };
}

function compareEach({ rules, held, masks, people }: World & { readonly people: number }, bits: Int32Array) {
  for (let person = 0; person < people; person += Math.ceil(people / comparedByItself)) {
    const active = Uint8Array.from({ length: rules.ruleCount }, (_, rule) =>
      isIn(masks.get(rule) ?? new Int32Array(), person) ? 1 : 0,
    );
    const own = [...held].flatMap(([node, whose]) => (isIn(whose, person) ? [node] : []));
    const { reached } = closure(rules, own, active);
    for (let node = 0; node < rules.atomCount; node++)
      if ((reached[node] === 1) !== isIn(whoReaches(bits, node, wordsFor(people)), person))
        throw new Error(`person ${person} and node ${node} differ`);
  }
}

/** `undefined` where there is no compiler. */
function inC(
  { rules, held, masks }: World,
  { people, runs }: { readonly people: number; readonly runs: number },
) {
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-bench-"));
  try {
    const [program, file] = [join(folder, "many"), join(folder, "world")];
    const source = fileURLToPath(new URL("peers/many.c", import.meta.url));
    if (ran("cc", ["-O3", "-march=native", "-o", program, source]) === undefined) return undefined;
    const words = wordsFor(people);
    const { atomCount, ruleCount, asksFrom, asks, givesFrom, gives, waitersFrom, waiters } = rules;
    const start = new Int32Array(atomCount * words);
    for (const [node, whose] of held) start.set(whose, node * words);
    const parts = [
      Int32Array.of(atomCount, ruleCount, words, asks.length, gives.length, waiters.length),
      ...[asksFrom, asks, givesFrom, gives, waitersFrom, waiters].map((part) => Int32Array.from(part)),
      start,
      ...Array.from({ length: ruleCount }, (_, rule) => masks.get(rule) ?? new Int32Array(words).fill(-1)),
    ];
    writeFileSync(file, Buffer.concat(parts.map(({ buffer }) => Buffer.from(buffer))));
    const told = ran(program, [file, String(runs)])
      ?.stdout.trim()
      .split(" ")
      .map(Number);
    const [had = Number.NaN, millis = Number.NaN] = told ?? [];
    return { had, millis };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
