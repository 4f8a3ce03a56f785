/**
 * The journal of a pack: what was done with the originals, one JSON object a line, each with the SHA-256 of the line before
 * it. Lines can be added; none can be changed, left out or put elsewhere without every later one telling.
 *
 * There is one way to write a line, so that a changed space is found as well. The hash comes from the door.
 */

export interface JournalNote {
  /** As the door says it: ISO 8601, or the day. */
  readonly at: string;
  /** `kept`, `read`, `asked`, `answered`, `wrote`. */
  readonly did: string;
  readonly what: string;
  readonly sha256?: string;
  /** Counts and labels, by name. */
  readonly more?: Readonly<Record<string, string | number>>;
}

export interface JournalEntry extends JournalNote {
  /** From one. */
  readonly n: number;
  readonly prev: string;
}

export type Hash = (text: string) => string;

/** Before the first line stands nothing: a hash of zeros. */
export const noneBefore = "0".repeat(64);

const lineOf = ({ n, at, did, what, sha256, more, prev }: JournalEntry): string =>
  JSON.stringify({ n, at, did, what, sha256, more, prev });

/** Notes appended to a journal, which may be empty. */
export function journalText(notes: readonly JournalNote[], hash: Hash, before = ""): string {
  let prev = before === "" ? noneBefore : hash(before.trimEnd().split("\n").at(-1) ?? "");
  let n = before === "" ? 0 : before.trimEnd().split("\n").length;
  let text = before;
  for (const note of notes) {
    n += 1;
    const line = lineOf({ ...note, n, prev });
    text += `${line}\n`;
    prev = hash(line);
  }
  return text;
}

/** The number of the first line that does not follow from the one before; `undefined`: all do. */
export function chained(text: string, hash: Hash): number | undefined {
  const lines = text.split("\n");
  if (lines.pop() !== "") return lines.length + 1;
  let prev = noneBefore;
  for (const [i, line] of lines.entries()) {
    let entry: JournalEntry;
    try {
      // Whatever else it may be is found by writing it again.
      entry = JSON.parse(line) as JournalEntry;
      if (entry.n !== i + 1 || entry.prev !== prev || lineOf(entry) !== line) return i + 1;
    } catch {
      return i + 1;
    }
    prev = hash(line);
  }
  return undefined;
}
