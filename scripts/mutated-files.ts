/**
 * Files of records with some of their bytes changed, in every format that is read: no reader throws, none is silent, and
 * every row it tells of has a place (law I2, over more files than a test run has time for).
 */
import { readRecordFile } from "../src/intake/index.ts";
import { chanceFrom } from "../src/model/index.ts";
import { recordSamples, samplePassword } from "../test/kit/record-samples.ts";

const rowsOfSample = 6;

/** Says each fault it finds; gives the number of faults. */
export async function readMutated({
  files,
  seed,
  said,
}: {
  readonly files: number;
  readonly seed: number;
  readonly said: (line: string) => void;
}): Promise<number> {
  let faults = 0;
  for (const [name, make] of Object.entries(recordSamples)) {
    const sample = await make(rowsOfSample);
    const chance = chanceFrom(seed);
    for (let i = 0; i < files; i++) {
      const bytes = mutated(sample, chance);
      const fault = await faultOf(name, bytes);
      if (fault === undefined) continue;
      faults++;
      said(`I2: ${name} ${i} of seed ${seed}: ${fault}`);
    }
  }
  said(`files mutated: ${files} of each of ${Object.keys(recordSamples).length} formats, ${faults} faults`);
  return faults;
}

async function faultOf(file: string, bytes: Uint8Array): Promise<string | undefined> {
  try {
    const read = await readRecordFile({ file, bytes, passwords: [samplePassword] });
    const silent = read.find(({ rows, complaints }) => rows.length + complaints.length === 0);
    if (read.length === 0 || silent !== undefined) return "nothing is said";
    const astray = read.some(({ rows, complaints }) =>
      [...rows, ...complaints].some(({ at: { row } }) => !Number.isInteger(row) || row < 1),
    );
    return astray ? "a row has no place" : undefined;
  } catch (thrown) {
    return String(thrown);
  }
}

/** What a fault of a disk, a hand or an enemy does: bytes changed, gone, put in, said twice, cut off. */
function mutated(sample: Uint8Array, chance: () => number): Uint8Array {
  let bytes = sample;
  const at = () => Math.floor(chance() * (bytes.length + 1));
  for (let many = 1 + Math.floor(chance() * 4); many > 0; many--) {
    const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number];
    const size = Math.min(to - from, 40);
    const way = Math.floor(chance() * 6);
    const part = bytes.subarray(from, from + size);
    if (way === 0) bytes = joined(bytes.subarray(0, from), bytes.subarray(from + size));
    else if (way === 1) bytes = joined(bytes.subarray(0, from), part, bytes.subarray(from));
    else if (way === 2) bytes = bytes.slice(0, Math.max(from, 1));
    else if (way === 3) bytes = joined(bytes.subarray(0, from), hostile(chance), bytes.subarray(from));
    else {
      bytes = bytes.slice();
      const place = Math.min(from, bytes.length - 1);
      bytes[place] =
        way === 4 ? (bytes[place] ?? 0) ^ (1 << Math.floor(chance() * 8)) : Math.floor(chance() * 256);
    }
  }
  return bytes;
}

const words = [
  '"',
  ",",
  "\n",
  "\r",
  "\u0000",
  "<",
  ">",
  "&",
  "<!ENTITY",
  "=cmd|'",
  "--",
  "é",
  "支",
  ":61:",
  "\nFrom ",
];
const hostile = (chance: () => number): Uint8Array =>
  new TextEncoder().encode(words[Math.floor(chance() * words.length)] ?? "");

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
