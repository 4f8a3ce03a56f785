/**
 * What was done and seen, as lines that are only ever added. Each carries the mark of the one before it, so that a line
 * changed, taken out or put in later shows. It proves an order and that nothing was altered since the last mark was
 * written down elsewhere; it proves no time of its own.
 */
export const logKinds = ["done", "refused", "no-answer", "sign", "note"] as const;
export type LogKind = (typeof logKinds)[number];

export interface LogWords {
  /** ISO 8601 with its zone. */
  readonly at: string;
  readonly by: string;
  readonly kind: LogKind;
  /** The act or the sign, as an incident file says it: `suspended(line.main)`, `number-rings`. */
  readonly word: string;
  /** What a sign is about. */
  readonly on?: string;
  readonly title: { readonly en: string; readonly zh: string };
  /** Whom it was asked of, by name. */
  readonly with?: { readonly en: string; readonly zh: string };
  readonly reference?: string;
  /** Of something done: after how long it ends by itself, as far as was known then. */
  readonly holdsMinutes?: number;
}

export interface LogLine extends LogWords {
  /** Of the line before; empty at the first. */
  readonly before: string;
  /** Sixty-four hex digits. */
  readonly mark: string;
}

/** SHA-256 of a text in UTF-8, in hex; a door brings its own. */
export type Digest = (text: string) => Promise<string>;

/** More is no night's log. */
export const logLinesMax = 1000;
const referenceMax = 300;

export async function withLine(
  log: readonly LogLine[],
  words: LogWords,
  digest: Digest,
): Promise<readonly LogLine[]> {
  if (log.length >= logLinesMax) throw new RangeError(`a log of ${log.length} lines is not added to`);
  const before = log.at(-1)?.mark ?? "";
  const kept: LogWords = {
    ...words,
    ...(words.reference === undefined ? {} : { reference: words.reference.slice(0, referenceMax) }),
  };
  return [...log, { ...kept, before, mark: await digest(textOf(kept, before)) }];
}

/** The first line that is not as it was written, or does not follow the one before it; `undefined`: all are. */
export async function firstBroken(log: readonly LogLine[], digest: Digest): Promise<number | undefined> {
  let before = "";
  for (const [index, line] of log.entries()) {
    if (line.before !== before || line.mark !== (await digest(textOf(line, before)))) return index;
    before = line.mark;
  }
  return undefined;
}

/** Everything a line says, in one order. */
const textOf = (line: LogWords, before: string): string => {
  const { at, by, kind, word, on = null, title, with: whom, reference = null, holdsMinutes = null } = line;
  const names = [title.en, title.zh, whom?.en ?? null, whom?.zh ?? null];
  return JSON.stringify([before, at, by, kind, word, on, ...names, reference, holdsMinutes]);
};
