/**
 * The state made again from the journal, and what was answered compared with what would be answered now. With the same
 * version every decision comes out the same to the byte; after an upgrade the differences are what the upgrade changes.
 * What was answered stands either way.
 *
 * Records of people who were erased cannot be opened and are passed over; what they did to others by a shared device or
 * payee is gone with them, so that a decision on somebody else may differ, and this is counted apart.
 */
import type { KeyObject } from "node:crypto";
import { chainChecker, type Journal } from "./journal.ts";
import type { Head } from "./journal-age.ts";
import type { Judging } from "./judging.ts";
import { openContent } from "./keeping.ts";
import type { PeopleKeys } from "./people-keys.ts";

export interface Replayed {
  /** The record the kept state it went on from was of; 0: it began at the first. */
  readonly after: number;
  readonly records: number;
  readonly compared: number;
  readonly erased: number;
  readonly differ: number;
  /** The first that differ: number, before, now. */
  readonly examples: readonly { readonly record: number; readonly before: string; readonly now: string }[];
  /** The first record that does not fit the chain, or cannot be opened though its key is there. */
  readonly broken?: { readonly record: number; readonly why: "chain" | "seal" | "event" };
}

/** More than anybody reads; all are counted. */
const examplesMax = 10;

/** `from`: the record `judging` is the state of; absent: it is the state before the first. */
export function replay(journal: Journal, people: PeopleKeys, judging: Judging, from?: Head): Replayed {
  const fits = chainChecker(from ?? journal.age.cut());
  const after = from?.seq ?? 0;
  const keys = new Map<string, KeyObject | undefined>();
  const keyOf = (number: Uint8Array) => {
    const name = Buffer.from(number).toString("latin1");
    if (!keys.has(name)) {
      if (keys.size >= keysMax) keys.clear();
      keys.set(name, people.keyOf(number));
    }
    return keys.get(name);
  };
  const examples: Replayed["examples"][number][] = [];
  let [records, compared, erased, differ] = [0, 0, 0, 0];
  const sums = () => ({ after, records, compared, erased, differ, examples });
  for (const entry of journal.all(after)) {
    records += 1;
    if (!fits(entry)) return { ...sums(), broken: { record: entry.seq, why: "chain" } };
    const key = keyOf(entry.person);
    if (key === undefined) {
      erased += 1;
      continue;
    }
    let content: ReturnType<typeof openContent>;
    try {
      content = openContent(key, entry);
    } catch {
      return { ...sums(), broken: { record: entry.seq, why: "seal" } };
    }
    const read = judging.read(content.event);
    if (read.kind === "unread") return { ...sums(), broken: { record: entry.seq, why: "event" } };
    judging.at(entry.seq);
    const { told } = judging.judge(read.event, read.complaints, entry);
    compared += 1;
    if (JSON.stringify(told) === JSON.stringify(content.told)) continue;
    differ += 1;
    if (examples.length < examplesMax)
      examples.push({ record: entry.seq, before: content.told.decision, now: told.decision });
  }
  judging.at(Number.POSITIVE_INFINITY);
  return sums();
}

/** Open keys held while it runs: some 200 bytes each. */
const keysMax = 200_000;
