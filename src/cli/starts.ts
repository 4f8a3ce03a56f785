/** `chainbreak starts`: what the other side may have when it begins, by the names `--start` takes. */
import { padEnd } from "../report/index.ts";
import { sayComplaints } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { printableLines } from "./printable-lines.ts";
import { type CatalogChoice, isError, readNamed } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export function starts(choice: CatalogChoice, terminal: Terminal): number {
  const { catalog, complaints, leftOut } = readNamed(choice, terminal.outside.cwd, { stories: false });
  const errors = complaints.filter(isError);
  sayComplaints([...errors, ...leftOut], terminal);
  if (errors.length > 0) return exitCodes.complaints;
  const { lang, paint } = terminal;
  const all = [...catalog.starts.values()];
  const width = Math.max(0, ...all.map(({ id }) => id.length));
  const known = cliWords(lang).startKnown;
  terminal.say(
    printableLines(
      all
        .map(
          ({ id, name, isKnown }) =>
            `${paint.bold(padEnd(id, width))}  ${name[lang]}${isKnown ? paint.dim(` · ${known}`) : ""}`,
        )
        .join("\n"),
    ),
  );
  return leftOut.length > 0 ? exitCodes.complaints : exitCodes.done;
}
