/**
 * Exact sliding windows by event time: how many, how much, how many different, the first and the last of a thing within
 * the last so-and-so long. A window ends with the event it is asked for and is open at its far edge: of one hour, what
 * happened exactly an hour ago is no longer in it.
 *
 * An entry that comes late goes where its time puts it, so what a window says depends on which events came before, not
 * on their order. Sums are whole hundredths and cannot drift.
 */

export interface Entry {
  readonly at: number;
  readonly hundredths: number;
  readonly value: string;
  /** Absent: it names no amount, or none in a currency. */
  readonly currency?: string | undefined;
}

/** What one key has had, by time; those of one time in the order they came. */
export type Kept = Entry[];

/** What stands in one window of one key before it is cut: an identity with a million events must not fill the memory. */
const entriesMax = 4_096;

/** Windows by name and definition, then by key. */
export type Windows = Map<string, Map<string, Kept>>;
export const noWindows = (): Windows => new Map();

/** Keys of one window; the one not met for longest goes. */
const keysMax = 1 << 20;

/** Puts an entry in its place and lets go of what no event that is not late can ask for. */
export function put(
  windows: Windows,
  {
    window,
    key,
    entry,
    minutes,
    slack,
  }: {
    readonly window: string;
    readonly key: string;
    readonly entry: Entry;
    readonly minutes: number;
    /** How late an event may come and still be counted right. */
    readonly slack: number;
  },
): Kept {
  const keys = windows.get(window) ?? new Map<string, Kept>();
  windows.set(window, keys);
  const kept = keys.get(key) ?? [];
  if (!keys.has(key)) {
    if (keys.size >= keysMax) {
      const [oldest] = keys.keys();
      if (oldest !== undefined) keys.delete(oldest);
    }
    keys.set(key, kept);
  }
  if (kept.length === 0 || kept[kept.length - 1]!.at <= entry.at) kept.push(entry);
  else kept.splice(after(kept, entry.at), 0, entry);
  const since = kept[kept.length - 1]!.at - minutes - slack;
  const gone = Math.max(after(kept, since), kept.length - entriesMax);
  // Cut in lumps: taking one off the front of a long list moves all the others.
  if (gone > 64 || kept.length > entriesMax) kept.splice(0, gone);
  return kept;
}

/** How many entries are not later than this: binary search. */
function after(kept: Kept, at: number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (kept[middle]!.at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the window that ends at `at` may have had more than is kept. */
export const isCutAt = (kept: Kept, at: number, minutes: number): boolean =>
  kept.length >= entriesMax - 64 && after(kept, at - minutes) === 0;

export interface Tally {
  readonly count: number;
  readonly hundredths: number;
  readonly distinct: number;
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** More came than is kept; the figures are lower bounds. */
  readonly isCut: boolean;
}

/** How many stand in the window that ends at `at`; the rest of what it could say costs a walk over them. */
export const countOf = (kept: Kept, at: number, minutes: number): number =>
  after(kept, at) - after(kept, at - minutes);

/** What the window that ends at `at` says; the sum is of what is in this currency, for yen and yuan add up to nothing. */
export function tally(kept: Kept, at: number, minutes: number, currency?: string | undefined): Tally {
  const from = after(kept, at - minutes);
  const until = after(kept, at);
  let hundredths = 0;
  const values = new Set<string>();
  for (let i = from; i < until; i++) {
    if (kept[i]!.currency === currency) hundredths += kept[i]!.hundredths;
    values.add(kept[i]!.value);
  }
  return {
    count: until - from,
    hundredths,
    distinct: values.size,
    first: kept[from]?.at,
    last: until > from ? kept[until - 1]?.at : undefined,
    isCut: isCutAt(kept, at, minutes),
  };
}
