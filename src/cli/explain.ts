/** `chainbreak explain`: what a word of the catalogue means; without a word, the whole vocabulary. */
import { helpWith } from "../catalog/index.ts";
import { helpZh, listVocabulary, explain as tell, wordsKnown } from "../report/index.ts";
import { sayComplaints, sayHelp } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { printableLines } from "./printable-lines.ts";
import { isError, readNamed } from "./shipped.ts";
import { printable, type Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface ExplainCommandOptions {
  readonly catalog?: string;
}

export function explain(
  word: string | undefined,
  { catalog: folder }: ExplainCommandOptions,
  terminal: Terminal,
): number {
  const words = cliWords(terminal.lang);
  const { lang, columns, paint } = terminal;
  terminal.progress(words.reading(folder ?? "catalog"));
  const { catalog, complaints } = readNamed(folder, terminal.outside.cwd, { stories: false });
  sayComplaints(complaints.filter(isError), terminal);
  const options = { lang, columns, colour: paint.isColorSupported };
  const told = word === undefined ? listVocabulary(catalog, options) : tell(catalog, word, options);
  if (told !== undefined) {
    terminal.say(printableLines(told));
    return exitCodes.done;
  }
  const help = helpWith(word ?? "", wordsKnown(catalog), words.listWords);
  terminal.warn(printable(words.unknownWord(word ?? "")));
  sayHelp(lang === "zh" ? helpZh(help) : help, terminal);
  return exitCodes.complaints;
}
