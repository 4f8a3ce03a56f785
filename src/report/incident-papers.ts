/** The log of a night and the letters that follow from it, as Markdown in one language: for banks, carriers, the police. */
import type { LogLine, logKinds } from "../respond/index.ts";
import { marks } from "./marks.ts";
import { respondWords } from "./respond-words.ts";
import type { Lang } from "./words.ts";

/** Every line, oldest first, with the mark that shows whether any was altered. */
export function logInMarkdown(log: readonly LogLine[], lang: Lang): string {
  const words = respondWords(lang);
  const { comma, colon } = marks[lang];
  const kinds: Readonly<Record<(typeof logKinds)[number], string>> = {
    done: words.logDone,
    refused: words.logRefused,
    "no-answer": words.logNoAnswer,
    sign: words.logSign,
    note: words.logNote,
  };
  const lines = log.map(({ at, by, kind, title, reference }) => {
    const number = reference === undefined ? "" : `${comma}${words.logReference(inline(reference))}`;
    return `- ${timeOf(at)} ${inline(by)}${comma}${kinds[kind]}${colon}${inline(title[lang])}${number}`;
  });
  const last = log.at(-1);
  return [
    `# ${words.logTitle}`,
    "",
    ...lines,
    ...(last === undefined || last.mark === "" ? [] : ["", words.logMark(`\`${last.mark}\``)]),
    "",
  ].join("\n");
}

export interface LetterTo {
  readonly institution: string;
  readonly line: LogLine;
}

/** A letter for something that was asked for and done; one page, to be signed. */
export function letterInMarkdown({ institution, line }: LetterTo, lang: Lang): string {
  const words = respondWords(lang);
  return [
    `# ${words.letterTitle(inline(institution))}`,
    "",
    words.letterBody({
      when: timeOf(line.at),
      what: inline(line.title[lang]),
      reference: line.reference === undefined ? words.noReference : inline(line.reference),
    }),
    "",
    words.letterSign,
    "",
  ].join("\n");
}

/** `2026-11-28 21:33 +08:00`. */
const timeOf = (at: string): string => at.replace("T", " ").replace(/(\d)([+-]\d{2}:\d{2}|Z)$/, "$1 $2");

/** What somebody typed stays text: it opens no heading, link or code. */
const inline = (text: string): string => text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_[\]<>#|]/g, "\\$&");
