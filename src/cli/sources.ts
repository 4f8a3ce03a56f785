/** `chainbreak sources`: what rests on what, how old it is, and what nobody can look up. */
import { evidenceOf, helpWith } from "../catalog/index.ts";
import { helpZh, renderSources, renderSourcesOf } from "../report/index.ts";
import { sayComplaints, sayHelp } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { printableLines } from "./printable-lines.ts";
import { type CatalogChoice, isError, readNamed, typedChoice } from "./shipped.ts";
import { printable, type Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface SourcesOptions extends CatalogChoice {
  readonly json?: boolean;
}

export function sources(word: string | undefined, options: SourcesOptions, terminal: Terminal): number {
  const words = cliWords(terminal.lang);
  const { lang, columns, paint, outside } = terminal;
  terminal.progress(words.reading(typedChoice(options)));
  const { catalog, complaints, leftOut, directories } = readNamed(options, outside.cwd, { stories: false });
  if (directories.length > 0) terminal.warn(words.listPlaysNoPart);
  sayComplaints([...complaints.filter(isError), ...leftOut], terminal);
  const isWhole = leftOut.length === 0 && !complaints.some(isError);
  const evidence = evidenceOf(catalog, outside.today);
  const done = isWhole ? exitCodes.done : exitCodes.complaints;
  if (options.json === true) {
    terminal.say(JSON.stringify({ day: outside.today, ...evidence }, undefined, 2));
    return done;
  }
  const told = { lang, columns, colour: paint.isColorSupported };
  const text =
    word === undefined ? renderSources(evidence, told) : renderSourcesOf(evidence, word, catalog, told);
  if (text !== undefined) {
    terminal.say(printableLines(text));
    return done;
  }
  const known = [...catalog.institutions.keys(), ...evidence.sources.map(({ id }) => id)];
  const help = helpWith(word ?? "", known, words.listSources);
  terminal.warn(printable(words.unknownSource(word ?? "")));
  sayHelp(lang === "zh" ? helpZh(help) : help, terminal);
  return exitCodes.complaints;
}
