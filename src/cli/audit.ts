/** `chainbreak audit`: what could they reach, how, how fast, and what stops it without locking the owner out. */
import { audit as ask, type Side } from "../questions/index.ts";
import { renderAudit } from "../report/index.ts";
import { readAsked, type WorldOptions } from "./asked.ts";
import { sayComplaints } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { printableLines } from "./printable-lines.ts";
import type { Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface AuditOptions extends WorldOptions {
  readonly measures: Side;
  readonly ways?: number;
  readonly json?: boolean;
}

export function audit(options: AuditOptions, terminal: Terminal): number {
  const words = cliWords(terminal.lang);
  terminal.progress(words.reading(options.catalog ?? "catalog"));
  const { asked, complaints, isUsage } = readAsked(options, terminal.outside.cwd, { needsHeld: true });
  sayComplaints(complaints, terminal);
  if (asked === undefined) return isUsage ? exitCodes.usage : exitCodes.complaints;
  const { world, held, inForce, conditions, withinMinutes, startsAt } = asked;
  const sides: readonly Side[] =
    options.measures === "both" ? ["person", "institution", "both"] : [options.measures];
  terminal.progress(words.searching);
  const answer = ask({
    world,
    held,
    inForce,
    withinMinutes,
    startsAt,
    sides,
    ...(options.ways === undefined ? {} : { waysMax: options.ways }),
  });
  if (options.json === true) {
    terminal.say(JSON.stringify(answer, undefined, 2));
    return exitCodes.done;
  }
  const { lang, columns, paint } = terminal;
  terminal.say(
    printableLines(
      renderAudit(answer, world, {
        lang,
        columns,
        colour: paint.isColorSupported,
        sides,
        startsAt,
        conditions,
      }),
    ),
  );
  return exitCodes.done;
}
