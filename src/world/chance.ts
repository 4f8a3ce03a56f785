/**
 * Chance, handed in as numbers: the same seed gives the same night, to the byte.
 *
 * Every draw has an address: seed, run, what is being done (a stable hash of the flow and its things), by whom, for
 * the how-manieth time, and what for. The draw is a hash of the address (a counter-based generator: Salmon et al.,
 * "Parallel random numbers: as easy as 1, 2, 3", 2011; the mixing is MurmurHash3 by Austin Appleby). So two variants
 * of a night share every draw that concerns the same act, whatever else happens in between (common random numbers),
 * and run 700,000 can be drawn without drawing the runs before it. A stateful generator could do neither.
 *
 * Durations are PERT distributed (Malcolm et al. 1959) over min, likely and max. The maxima in the catalogue are
 * outliers ("ninety minutes"), and a triangle would give them a third of the weight.
 */
import type { ActorId } from "../model/index.ts";

/** What a draw is for; one act may need several. */
export const drawFor = { duration: 1, delay: 2, discretion: 3, notice: 4 } as const;

export interface DrawAddress {
  readonly seed: number;
  readonly run: number;
}

/** Uniform in [0, 1), with 32 bits. */
export function uniform(start: number, key: number, nth: number, purpose: number): number {
  return finish(absorb(absorb(absorb(start, key), nth), purpose)) / 4_294_967_296;
}

/** The how-manieth time of whom. The first two actors lie side by side; the others far behind, whoever they are. */
export const nthOf = (nth: number, actor: ActorId): number =>
  actor < 2 ? nth * 2 + actor : actor * othersApart + nth;

/** More often than this nobody does one thing in one night. */
const othersApart = 2 ** 21;

/** The part of an address that all draws of a run share. */
export function startOfRun({ seed, run }: DrawAddress): number {
  return absorb(absorb(absorb(0x9747b28c, seed | 0), Math.floor(seed / 4_294_967_296) | 0), run | 0);
}

/** A stable number for a text; the same on every machine. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = absorb(hash, text.charCodeAt(i));
  return finish(hash);
}

/** One word into a MurmurHash3 state. */
function absorb(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  let h = hash ^ Math.imul(k, 0x1b873593);
  h = (h << 13) | (h >>> 19);
  return (Math.imul(h, 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  let h = hash ^ 16;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Quantiles of a PERT shape on [0, 1], at `steps + 1` even places. */
export type Quantiles = Float64Array;

/** Finer than any catalogue's durations; a table is 2 kB. */
const steps = 256;
/** Cells of the sum that stands for the integral: the table is right to 1/1,000 of the range. */
const cells = 1_024;

/** Tables by thousandths of the mode; a memory of a pure function, at most a thousand entries. */
const tables = new Map<number, Quantiles>();

/** The table for a mode at `mode` (0 to 1) of the range, to a thousandth. */
export function pertQuantiles(mode: number): Quantiles {
  const place = Math.round(mode * 1_000);
  const known = tables.get(place) ?? integrated(place / 1_000);
  tables.set(place, known);
  return known;
}

function integrated(mode: number): Quantiles {
  const left = 4 * mode;
  const right = 4 * (1 - mode);
  const sums = new Float64Array(cells + 1);
  for (let i = 0; i < cells; i++) {
    const x = (i + 0.5) / cells;
    sums[i + 1] = sums[i]! + x ** left * (1 - x) ** right;
  }
  const total = sums[cells]!;
  const table = new Float64Array(steps + 1);
  let cell = 0;
  for (let i = 1; i < steps; i++) {
    const wanted = (total * i) / steps;
    while (sums[cell + 1]! < wanted) cell++;
    table[i] = (cell + (wanted - sums[cell]!) / (sums[cell + 1]! - sums[cell]!)) / cells;
  }
  table[steps] = 1;
  return table;
}

/** The value below which a share `at` lies; straight between the places of the table. */
export function quantileAt(table: Quantiles, at: number): number {
  const place = at * steps;
  const i = Math.floor(place);
  const low = table[i]!;
  return low + (table[i + 1]! - low) * (place - i);
}
