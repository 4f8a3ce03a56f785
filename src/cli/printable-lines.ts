/** A report with colours, made safe for a terminal. */
import { printable } from "./terminal.ts";

/** Texts of person and catalogue files stand in a report; its own colours are the only control characters let through. */
export function printableLines(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours this program puts in itself
  const parts = text.split(/(\u001b\[\d{1,2}m)/);
  return parts.map((part, i) => (i % 2 === 1 ? part : printable(part))).join("");
}
