/** Complaints as the terminal and machines see them. */
import type { Complaint } from "../model/index.ts";
import { headingsZh, helpZh, marks, sentenceZh } from "../report/index.ts";
import { printable, type Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

/** All of them, on standard error, in the order in which one mends them. */
export function sayComplaints(complaints: readonly Complaint[], terminal: Terminal): void {
  const { paintErr: paint } = terminal;
  const words = cliWords(terminal.lang);
  const isChinese = terminal.lang === "zh";
  const { colon } = marks[terminal.lang];
  for (const { code, where, sentence, inChinese, help, severity } of complaints) {
    const mark = severity === "warning" ? paint.yellow(words.warning) + colon : "";
    const said = isChinese ? (inChinese ?? sentenceZh(sentence, headingsZh[code])) : sentence;
    terminal.warn(`${paint.bold(printable(where))}: ${mark}${printable(said)}`);
    if (help !== undefined) sayHelp(isChinese ? helpZh(help) : help, terminal);
  }
}

/** Why something cannot start or be kept, as its room says it in English, and the way out. */
export function sayCannot(
  {
    why,
    help,
    where,
    way,
  }: {
    readonly why: string;
    readonly help: string;
    /** In which file and line; absent: in none. */
    readonly where?: string | undefined;
    /** The way out from here, in the reader's language already; absent: `help` says it. */
    readonly way?: string | undefined;
  },
  terminal: Terminal,
): void {
  const isChinese = terminal.lang === "zh";
  const place = where === undefined ? "" : `${terminal.paintErr.bold(printable(where))}: `;
  terminal.warn(`${place}${printable(isChinese ? sentenceZh(why, cliWords("zh").cannotGoOn) : why)}`);
  sayHelp(way ?? (isChinese ? helpZh(help) : help), terminal);
}

/** The way out, in the reader's language already, under what went wrong. */
export function sayHelp(help: string, { lang, paintErr, warn }: Terminal): void {
  warn(`  ${paintErr.cyan(cliWords(lang).help)}${marks[lang].colon}${printable(help)}`);
}

export interface ComplaintJson {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly help?: string;
}

export function complaintJson({ code, severity, place, sentence, help }: Complaint): ComplaintJson {
  return {
    code,
    severity,
    file: place.file,
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.column === undefined ? {} : { column: place.column }),
    message: sentence,
    ...(help === undefined ? {} : { help }),
  };
}
