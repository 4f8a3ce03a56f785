/**
 * Text laid out in columns a terminal shows, where a Chinese character takes two.
 *
 * Lines are laid out first and coloured after, so that nothing here needs to know of colours. What to know to trust it:
 * characters whose width Unicode leaves open (box drawing, “quotes”) are counted as one column, as terminals do by
 * default.
 */
import { eastAsianWidth } from "get-east-asian-width";

/** Made when first wanted: each reads its tables, which costs more than laying out a page. */
let segmenters: { readonly graphemes: Intl.Segmenter; readonly words: Intl.Segmenter } | undefined;

function segmented(text: string, by: "graphemes" | "words"): Iterable<Intl.SegmentData> {
  segmenters ??= {
    graphemes: new Intl.Segmenter("und", { granularity: "grapheme" }),
    // Finds words in Chinese, which writes no spaces, so that a line does not end in the middle of one.
    words: new Intl.Segmenter("zh", { granularity: "word" }),
  };
  return segmenters[by].segment(text);
}

/** How many columns a terminal gives this text. */
export function displayWidth(text: string): number {
  // Most text is plain: one column each, and nothing to take apart.
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmented(text, "graphemes")) width += graphemeWidth(segment);
  return width;
}

function graphemeWidth(grapheme: string): number {
  if (/^[\p{M}\p{Cc}\p{Cf}\p{Cs}]+$/u.test(grapheme)) return 0;
  if (grapheme.includes("\uFE0F")) return 2; // An emoji presentation is wide whatever its base character is.
  let width = 0;
  for (const character of grapheme) width = Math.max(width, eastAsianWidth(character.codePointAt(0) ?? 0));
  return width;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** What may not begin a line, and what may not end one; after the Chinese rules for line breaks (GB/T 15834). */
const closing = /^[，。、；：！？）】》」』”’,.;:!?)\]}…%]/u;
const opening = /[（【《「『“‘([{¥$€£]$/u;

/** Breaks a text into lines of at most `width` columns: at spaces, and between words of Chinese. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const piece of piecesOf(paragraph, width)) {
      const joined = line + piece;
      if (line === "" || displayWidth(joined.trimEnd()) <= width) line = joined;
      else {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** The pieces no line break may cut, each with the space that follows it. */
function piecesOf(text: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let isOpen = false;
  for (const { segment } of segmented(text, "words")) {
    for (const part of displayWidth(segment) > width ? splitLong(segment) : [segment]) {
      const last = pieces.at(-1);
      const mayBreak =
        last === undefined ||
        (last.endsWith(" ") && !part.startsWith(" ")) ||
        (!isOpen && isBreakable(last, part)) ||
        displayWidth(last) >= width;
      if (mayBreak) pieces.push(part);
      else pieces[pieces.length - 1] = last + part;
      isOpen = opening.test(part);
    }
  }
  return pieces;
}

const splitLong = (word: string): readonly string[] =>
  [...segmented(word, "graphemes")].map(({ segment }) => segment);

function isBreakable(before: string, next: string): boolean {
  if (next.startsWith(" ") || closing.test(next)) return false;
  const last = [...before].at(-1) ?? "";
  const first = [...next][0] ?? "";
  return graphemeWidth(first) === 2 || graphemeWidth(last) === 2 || (last === "/" && before.length > 12);
}

export interface Column {
  readonly title: string;
  readonly isRight?: boolean;
  /** A column that gives way when the table is too wide; its cells are wrapped. */
  readonly isFlexible?: boolean;
  /** Left out, the last first, where the terminal is too narrow for all. */
  readonly mayGo?: boolean;
}

export interface TableWanted {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly width: number;
  readonly indent: string;
}

/** One laid-out line, told apart so that a caller can colour the heading. */
export interface TableLine {
  readonly text: string;
  readonly isHeading: boolean;
}

const gap = "  ";
/** A wrapped column narrower than this is a ladder of syllables. */
const flexibleMin = 14;

/** A table with a heading; columns no row fills are left out. */
export function layTable({ columns, rows, width, indent }: TableWanted): readonly TableLine[] {
  const used = columns.map((_, i) => rows.some((row) => (row[i] ?? "") !== ""));
  const naturalOf = (column: Column, i: number) =>
    Math.max(displayWidth(column.title), ...rows.map((row) => displayWidth(row[i] ?? "")));
  const all = columns
    .map((column, i) => ({ column, i, natural: naturalOf(column, i) }))
    .filter(({ i }) => used[i]);
  const least = (some: typeof all) =>
    some.reduce(
      (sum, { column, natural: own }) =>
        sum + (column.isFlexible === true ? Math.min(own, flexibleMin) : own) + gap.length,
      displayWidth(indent) - gap.length,
    );
  const shown = [...all];
  while (least(shown) > width) {
    const last = shown.findLastIndex(({ column }) => column.mayGo === true);
    if (last < 0) break;
    shown.splice(last, 1);
  }
  const natural = shown.map((each) => each.natural);
  const widths = fitWidths(
    natural,
    shown.map(({ column }) => column.isFlexible === true),
    width - displayWidth(indent) - gap.length * (shown.length - 1),
  );
  const lines: TableLine[] = [];
  const lay = (cells: readonly string[], isHeading: boolean) => {
    const wrapped = cells.map((cell, i) => wrap(cell, widths[i] ?? 1));
    const height = Math.max(...wrapped.map((each) => each.length));
    for (let at = 0; at < height; at += 1) {
      const parts = wrapped.map((each, i) => {
        const text = each[at] ?? "";
        return shown[i]?.column.isRight === true
          ? padStart(text, widths[i] ?? 0)
          : padEnd(text, widths[i] ?? 0);
      });
      lines.push({ text: (indent + parts.join(gap)).trimEnd(), isHeading });
    }
  };
  lay(
    shown.map(({ column }) => column.title),
    true,
  );
  for (const row of rows)
    lay(
      shown.map(({ i }) => row[i] ?? ""),
      false,
    );
  return lines;
}

/** Takes from the widest flexible column until all fit. */
function fitWidths(
  natural: readonly number[],
  isFlexible: readonly boolean[],
  room: number,
): readonly number[] {
  const widths = [...natural];
  for (let over = widths.reduce((sum, each) => sum + each, 0) - room; over > 0; over -= 1) {
    let widest = -1;
    for (const [i, each] of widths.entries())
      if (isFlexible[i] && each > flexibleMin && each > (widths[widest] ?? 0)) widest = i;
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 1) - 1;
  }
  return widths;
}
