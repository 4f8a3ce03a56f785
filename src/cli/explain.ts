/** `chainbreak explain`: what a word of the catalogue means; without a word, the whole vocabulary. */
import { helpWith, institutionsLike } from "../catalog/index.ts";
import { helpZh, listVocabulary, explain as tell, wordsKnown } from "../report/index.ts";
import { sayComplaints, sayHelp } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { printableLines } from "./printable-lines.ts";
import { type CatalogChoice, isError, readNamed, typedChoice } from "./shipped.ts";
import { printable, type Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export function explain(word: string | undefined, choice: CatalogChoice, terminal: Terminal): number {
  const words = cliWords(terminal.lang);
  const { lang, columns, paint } = terminal;
  terminal.progress(words.reading(typedChoice(choice)));
  const { catalog, complaints, leftOut } = readNamed(choice, terminal.outside.cwd, { stories: false });
  sayComplaints([...complaints.filter(isError), ...leftOut], terminal);
  const options = { lang, columns, colour: paint.isColorSupported };
  const told = word === undefined ? listVocabulary(catalog, options) : tell(catalog, word, options);
  if (told !== undefined) {
    terminal.say(printableLines(told));
    return leftOut.length > 0 ? exitCodes.complaints : exitCodes.done;
  }
  const like = institutionsLike(catalog, word ?? "").map(({ id }) => id);
  const help = helpWith(word ?? "", like.length > 0 ? like : wordsKnown(catalog), words.listWords);
  terminal.warn(printable(words.unknownWord(word ?? "")));
  sayHelp(lang === "zh" ? helpZh(help) : help, terminal);
  return exitCodes.complaints;
}
