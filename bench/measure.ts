/** Medians, other programs run as processes, and what is said aloud about them. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The middle of the values; of an even number the lower middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
}

/** Milliseconds of each of `runs` calls, the first (cold) one left out. */
export function timings(runs: number, work: () => void): number[] {
  const millis: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const start = performance.now();
    work();
    if (run > 0) millis.push(performance.now() - start);
  }
  return millis;
}

export interface Ran {
  readonly stdout: string;
  readonly millis: number;
}

/** A peer may need a while on the largest input; beyond this it is not a comparison any more. */
const peerSecondsMax = 600;
const outputBytesMax = 1 << 28;

/** Runs a program to its end; `undefined` when it is not installed. Its own exit code does not matter here. */
export function ran(command: string, words: readonly string[]): Ran | undefined {
  const start = performance.now();
  const { stdout, error } = spawnSync(command, words, {
    encoding: "utf8",
    maxBuffer: outputBytesMax,
    timeout: peerSecondsMax * 1000,
  });
  const millis = performance.now() - start;
  if (error !== undefined && "code" in error && error.code === "ENOENT") return undefined;
  if (error !== undefined) throw error;
  return { stdout, millis };
}

/** Runs a scene of this bench as a process of its own. */
export function ranOurselves(words: readonly string[]): Ran {
  const entry = fileURLToPath(new URL("run.ts", import.meta.url));
  // This program runs on Node, so Node is installed.
  return ran(process.execPath, [entry, ...words])!;
}

/** To stderr, so that stdout stays for machines. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function milliseconds(value: number): string {
  return value < 1 ? `${(value * 1000).toFixed(0)} µs` : `${value.toFixed(value < 100 ? 1 : 0)} ms`;
}
