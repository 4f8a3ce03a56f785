/** A report with colours, made safe for a terminal. */
import { printable } from "./terminal.ts";

const escapeMark = String.fromCharCode(27);
/** What picocolors puts around a text, and nothing else. */
const colours = new RegExp(`(${escapeMark}\\[\\d{1,2}m)`);

/** Texts of person and catalogue files stand in a report; its own colours are the only control characters let through. */
export function printableLines(text: string): string {
  return text
    .split(colours)
    .map((part, i) => (i % 2 === 1 ? part : printable(part)))
    .join("");
}
