/** `chainbreak simulate`: a labelled stream of ordinary life with chains planted in it, one event a line. */
import { closeSync, openSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import { withUnread } from "../detect/index.ts";
import { lineOf, streamOf } from "../streams/index.ts";
import { sayComplaints } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { type CatalogChoice, isError, readNamed } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface SimulateOptions extends CatalogChoice {
  readonly people?: number;
  readonly days?: number;
  readonly attacks?: number;
  readonly seed?: number;
  readonly out?: string;
  readonly mimic?: boolean;
}

/** Enough for curves, and over in some seconds. */
const taken = { people: 200, days: 60, attacks: 20, seed: 1 } as const;
/** The offset written with every time: streams are of no place in particular. */
const offsetMinutes = 480;
const linesAtOnce = 2_000;

export function simulate(options: SimulateOptions, terminal: Terminal): number {
  const { cwd } = terminal.outside;
  const read = readNamed(options, cwd, { stories: false });
  const faults = read.complaints.filter(isError);
  sayComplaints(faults, terminal);
  if (faults.length > 0) return exitCodes.complaints;
  const { people, days, attacks, seed } = { ...taken, ...options };
  const stream = streamOf({
    catalog: withUnread(read.catalog),
    people,
    days,
    attacks,
    seed,
    mimics: options.mimic === true,
  });
  const file =
    options.out === undefined || options.out === "-" ? undefined : openSync(resolve(cwd, options.out), "w");
  for (let from = 0; from < stream.events.length; from += linesAtOnce) {
    const lines = stream.events
      .slice(from, from + linesAtOnce)
      .map((event, i) => lineOf(event, from + i, offsetMinutes));
    const text = `${lines.join("\n")}\n`;
    if (file === undefined) terminal.outside.out(text);
    else writeSync(file, text);
  }
  if (file !== undefined) closeSync(file);
  terminal.warn(
    cliWords(terminal.lang).simulated(stream.events.length, stream.people.length, stream.attacks),
  );
  return exitCodes.done;
}
