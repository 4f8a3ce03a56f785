/** `chainbreak locked-out`: what the owner could still open if things were lost, and what to do today so that they could. */
import { openCase } from "../asking/index.ts";
import { at } from "../model/index.ts";
import { renderLockedOut } from "../report/index.ts";
import { readAsked, type WorldOptions } from "./asked.ts";
import { sayComplaints } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { printableLines } from "./printable-lines.ts";
import { typedChoice } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface LockedOutCommandOptions extends WorldOptions {
  readonly notLeaked?: boolean;
  readonly json?: boolean;
}

export function lockedOut(options: LockedOutCommandOptions, terminal: Terminal): number {
  const words = cliWords(terminal.lang);
  terminal.progress(words.reading(typedChoice(options)));
  const { cwd, today } = terminal.outside;
  const { asked, complaints, isUsage, isPartial } = readAsked(options, cwd, { needsHeld: true, today });
  sayComplaints(complaints, terminal);
  if (asked === undefined) return isUsage ? exitCodes.usage : exitCodes.complaints;
  terminal.progress(words.searching);
  const { world, held, startsAt, inForce } = asked;
  const leaked = options.notLeaked === true ? [] : asked.leaked;
  const opened = openCase({ world, lent: asked.lent(), held: [...held, ...leaked], startsAt });
  const answer = opened.lockedOut(inForce.map((index) => at(world.choices, index).id));
  const { lang, columns, paint } = terminal;
  terminal.say(
    options.json === true
      ? JSON.stringify(answer, undefined, 2)
      : printableLines(
          renderLockedOut(answer, world, { lang, columns, colour: paint.isColorSupported, lost: held }),
        ),
  );
  return isPartial ? exitCodes.complaints : exitCodes.done;
}
