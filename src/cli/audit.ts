/** `chainbreak audit`: what could they reach, how, how fast, and what stops it without locking the owner out. */
import {
  type AuditAnswer,
  type AuditQuestion,
  audit as ask,
  effortsFor,
  type Side,
} from "../questions/index.ts";
import { openReach } from "../reach/index.ts";
import { type NotLeakedPart, renderAudit } from "../report/index.ts";
import { highsCover } from "../solver/index.ts";
import type { WorldOptions } from "./asked.ts";
import { sayComplaints } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { printableLines } from "./printable-lines.ts";
import { typedChoice } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";
import { readAskedOfWhom } from "./told-world.ts";
import { cliWords } from "./words.ts";

export interface AuditOptions extends Omit<WorldOptions, "person"> {
  /** Absent: whose night is laid over. */
  readonly person?: string;
  readonly measures: Side;
  readonly ways?: number;
  readonly notLeaked?: boolean;
  readonly json?: boolean;
}

export async function audit(typed: AuditOptions, terminal: Terminal): Promise<number> {
  const words = cliWords(terminal.lang);
  terminal.progress(words.reading(typedChoice(typed)));
  const read = readAskedOfWhom(typed, terminal);
  if (read === undefined) return exitCodes.usage;
  const { options, asked, complaints, isUsage, isPartial } = read;
  sayComplaints(complaints, terminal);
  if (asked === undefined) return isUsage ? exitCodes.usage : exitCodes.complaints;
  const { world, held, inForce, conditions, withinMinutes, startsAt } = asked;
  const sides: readonly Side[] =
    options.measures === "both" ? ["person", "institution", "both"] : [options.measures];
  terminal.progress(words.searching);
  const question: AuditQuestion = {
    reach: openReach(world),
    lent: openReach(asked.lent()),
    held,
    inForce,
    withinMinutes,
    startsAt,
    sides,
    ...(options.ways === undefined ? {} : { waysMax: options.ways }),
  };
  const answer = await askPatiently(question);
  const leaks = options.notLeaked === true ? [] : asked.leaked;
  const leaked =
    leaks.length === 0 ? undefined : await askPatiently({ ...question, held: [...held, ...leaks] });
  if (options.json === true) {
    terminal.say(
      JSON.stringify(
        leaked === undefined ? answer : { ...leaked, notLeaked: notLeakedPart(answer) },
        undefined,
        2,
      ),
    );
    return isPartial ? exitCodes.complaints : exitCodes.done;
  }
  const { lang, columns, paint } = terminal;
  terminal.say(
    printableLines(
      renderAudit(leaked ?? answer, world, {
        lang,
        columns,
        colour: paint.isColorSupported,
        sides,
        startsAt,
        conditions,
        ...(leaked === undefined ? {} : { leaked: { held: leaks, without: answer } }),
      }),
    ),
  );
  return isPartial ? exitCodes.complaints : exitCodes.done;
}

/** What the same question comes to when nobody knows what has leaked: whatever a reader compares. */
function notLeakedPart({
  label,
  held,
  basis,
  losses,
  reachableAmount,
  harms,
  verdicts,
  questions,
  settleAll,
  near,
  cuts,
}: AuditAnswer): NotLeakedPart {
  return { label, held, basis, losses, reachableAmount, harms, verdicts, questions, settleAll, near, cuts };
}

async function askPatiently(question: AuditQuestion): Promise<AuditAnswer> {
  const quick = ask({ ...question, ...effortsFor("usual") });
  // The solver is a megabyte to load; only an answer that is still open is worth it.
  const isProved = quick.label === "exact" || quick.label === "as-read";
  return isProved ? quick : ask({ ...question, ...effortsFor("patient", await highsCover()) });
}
