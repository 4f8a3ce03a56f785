/**
 * The lists of rules as institutions add to them while the service runs. An entry counts for the events of whoever added it, from
 * the next one on, and for nobody else's: what one institution lists would else show in what another is answered.
 */
import { CannotServe } from "../server/index.ts";
import type { KeptLists, ListChange } from "./journal-lists.ts";
import type { PeopleKeys } from "./people-keys.ts";
import { hexOf, seal, unseal } from "./sealing.ts";

export interface EntrySaid {
  readonly value: string;
  /** The last day on which it counts, by the time of the event: `2027-01-31`; absent: it always does. */
  readonly expires?: string | undefined;
  readonly why?: string | undefined;
}

export interface ListEntry extends EntrySaid {
  readonly list: string;
  readonly entry: number;
  readonly added: number;
  readonly by: string;
  /** When and by which key it was taken off; absent: it stands. */
  readonly removed?: { readonly at: number; readonly by: string };
}

/** Whether a value stands on a list at a minute of event time, by what an institution has added. */
export type Listed = (list: string, value: string, at: number) => boolean;

/** The lists as time goes by: for a journal that is gone through again, and for what is decided now. */
export interface ListsClock {
  /** As they were when the record of this number was decided; `Infinity`: as they are, from now on. */
  at(seq: number): void;
  listed(institution: string): Listed;
}

export interface Lists {
  clock(): ListsClock;
  /** All that were added and can still be read, those that were taken off too. */
  entries(institution: string): readonly ListEntry[];
  /** Gives its number. Throws what the disk says; then it does not stand there. */
  add(asked: Asked & { readonly list: string; readonly said: EntrySaid }): number;
  remove(asked: Asked & { readonly list: string; readonly entry: number }): void;
  /** Whatever names this person by the name it was sent goes, and nobody can read it any more. What its key was called; `undefined`: nothing did. */
  unlist(institution: string, person: string): Uint8Array | undefined;
  /** What was taken off, or counted for the last time, before this moment goes by age: nobody can read it any more. How many keys are gone. */
  pass(before: number): number;
  /** How many keys they have among those of people. */
  keys(): number;
}

interface Asked {
  readonly institution: string;
  readonly by: string;
  readonly now: number;
  /** The last record. */
  readonly after: number;
}

/** A change with what it says. */
export interface OpenedListChange extends ListChange {
  /** `undefined`: its key is destroyed. */
  readonly said: EntrySaid | undefined;
}

const view = "lists";
/** Whose key an entry is sealed by, among those of people. */
export const whoseEntry = (institution: string, value: string) => ({ view, institution, person: value });
const millisecondsPerMinute = 60_000;
const minutesPerDay = 1_440;

/** Throws where the log of them was changed from outside. */
export function openLists(kept: KeptLists, people: PeopleKeys): Lists {
  let changes: OpenedListChange[] = [];
  for (const { fits, ...change } of kept.all()) {
    if (!fits) throw listsChanged();
    const key = people.keyOf(change.key);
    changes.push({ ...change, said: key === undefined ? undefined : saidInEntry(change, key) });
  }
  const numberOf = new Map<string, number>();
  for (const { institution, entry } of changes)
    numberOf.set(institution, Math.max(entry, numberOf.get(institution) ?? 0));
  const append = (change: ListChange, said: EntrySaid | undefined) => {
    people.flush();
    kept.append(change);
    changes.push({ ...change, said });
  };
  const forget = (keys: ReadonlySet<string>) => {
    changes = changes.map((each) => (keys.has(hexOf(each.key)) ? { ...each, said: undefined } : each));
  };
  return {
    clock: () => listsClock(() => changes),
    entries: (institution) => entriesOf(changes, institution),
    add({ institution, by, now, after, list, said }) {
      const entry = (numberOf.get(institution) ?? 0) + 1;
      const key = people.keyFor(whoseEntry(institution, said.value));
      const sealed = seal(key.key, JSON.stringify(said), aboutEntry(institution, list, entry));
      append({ at: now, institution, by, list, entry, what: "added", after, key: key.number, sealed }, said);
      numberOf.set(institution, entry);
      return entry;
    },
    remove({ institution, by, now, after, list, entry }) {
      const added = changes.find((each) => each.institution === institution && each.entry === entry);
      if (added === undefined) return;
      const change = { at: now, institution, by, list, entry, after, key: added.key };
      append({ ...change, what: "removed", sealed: added.sealed }, added.said);
    },
    unlist(institution, person) {
      const key = people.known(whoseEntry(institution, person));
      if (key === undefined) return undefined;
      people.destroy(key.number);
      forget(new Set([hexOf(key.number)]));
      return key.number;
    },
    pass(before) {
      const gone = agedEntries(changes, before);
      people.destroyAll(gone);
      if (gone.length > 0) forget(new Set(gone.map(hexOf)));
      return gone.length;
    },
    keys: () => new Set(changes.flatMap(({ key, said }) => (said === undefined ? [] : [hexOf(key)]))).size,
  };
}

/** All that an institution added and can still be read, those that were taken off too. */
export function entriesOf(changes: readonly OpenedListChange[], institution: string): readonly ListEntry[] {
  const found = new Map<number, ListEntry>();
  for (const { institution: whose, list, entry, what, at, by, said } of changes) {
    if (whose !== institution || said === undefined) continue;
    if (what === "added") found.set(entry, { ...said, list, entry, added: at, by });
    const known = found.get(entry);
    if (what === "removed" && known !== undefined) found.set(entry, { ...known, removed: { at, by } });
  }
  return [...found.values()];
}

/** Keys of what was taken off, or counted for the last time, before this moment, and of nothing that is listed since. */
export function agedEntries(changes: readonly OpenedListChange[], before: number): readonly Uint8Array[] {
  const removed = new Map(
    changes.flatMap(({ institution, entry, what, at }) =>
      what === "removed" ? [[JSON.stringify([institution, entry]), at] as const] : [],
    ),
  );
  const gone = new Map<string, Uint8Array>();
  const kept = new Set<string>();
  for (const { institution, entry, what, key, said } of changes) {
    if (what !== "added" || said === undefined) continue;
    const until = Math.min(
      removed.get(JSON.stringify([institution, entry])) ?? Number.POSITIVE_INFINITY,
      untilOf(said.expires) * millisecondsPerMinute,
    );
    if (until < before) gone.set(hexOf(key), key);
    else kept.add(hexOf(key));
  }
  for (const key of kept) gone.delete(key);
  return [...gone.values()];
}

export const listsChanged = (): CannotServe =>
  new CannotServe(
    "the log of what was put on lists was changed from outside",
    "restore a copy, or have it looked at by somebody who knows the disk",
  );

export const aboutEntry = (institution: string, list: string, entry: number): string =>
  JSON.stringify([view, institution, list, entry]);

export const saidInEntry = (
  { institution, list, entry, sealed }: Pick<ListChange, "institution" | "list" | "entry" | "sealed">,
  key: Parameters<typeof unseal>[0],
): EntrySaid => JSON.parse(unseal(key, sealed, aboutEntry(institution, list, entry)).toString("utf8"));

/** The minute with which an entry no longer counts. */
const untilOf = (expires: string | undefined): number =>
  expires === undefined
    ? Number.POSITIVE_INFINITY
    : Date.parse(`${expires}T00:00:00Z`) / millisecondsPerMinute + minutesPerDay;

/** Over changes that grow; another array: some of it was forgotten, and all is gone through again. */
export function listsClock(changes: () => readonly OpenedListChange[]): ListsClock {
  let until = 0;
  let seen = changes();
  let next = 0;
  /** By institution, list and value: the latest entry that says it, and until when it counts. */
  const standing = new Map<string, { readonly entry: number; readonly until: number }>();
  const nameOf = (institution: string, list: string, value: string) =>
    JSON.stringify([institution, list, value]);
  const advance = () => {
    const all = changes();
    // Somebody was erased: what stood there under their name is forgotten with the rest, and the rest found again.
    if (seen !== all) {
      standing.clear();
      next = 0;
      seen = all;
    }
    for (let change = all[next]; change !== undefined && change.after < until; change = all[++next]) {
      if (change.said === undefined) continue;
      const name = nameOf(change.institution, change.list, change.said.value);
      const { entry } = change;
      if (change.what === "added") standing.set(name, { entry, until: untilOf(change.said.expires) });
      // One that is long past may be taken off after the value was put there anew.
      else if (standing.get(name)?.entry === entry) standing.delete(name);
    }
  };
  return {
    at(seq) {
      until = seq;
      advance();
    },
    listed: (institution) => (list, value, at) => {
      advance();
      return at < (standing.get(nameOf(institution, list, value))?.until ?? Number.NEGATIVE_INFINITY);
    },
  };
}
