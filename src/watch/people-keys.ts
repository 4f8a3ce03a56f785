/**
 * The keys of people, one for each person at each institution. An event is sealed by such a key; to erase a person is to
 * destroy it. Keys lie in a file of their own, so that it can be backed up for a short time and the journal for a long
 * one: a backup of the keys brings an erased person back until it is thrown away.
 */
import type { KeyObject } from "node:crypto";
import type { StatementSync } from "node:sqlite";
import { CannotServe } from "../server/index.ts";
import { openFile } from "./folder.ts";
import { freshKey, freshNumber, hexOf, keyOf, nameHash, type RootKeys, seal, unseal } from "./sealing.ts";

export interface PersonKey {
  /** What the person is called on the disk. */
  readonly number: Uint8Array;
  readonly key: KeyObject;
}

export interface Whose {
  readonly view: string;
  readonly institution: string;
  readonly person: string;
}

export interface PeopleKeys {
  /** Made where there is none; not on the disk before `flush`. */
  keyFor(whose: Whose): PersonKey;
  /** `undefined`: nobody of that name, or erased. */
  known(whose: Whose): PersonKey | undefined;
  keyOf(number: Uint8Array): KeyObject | undefined;
  /** A key for a state that is kept beside the journal, on the disk: whoever is erased takes it along. */
  stateKeyFor(): PersonKey;
  stateKeyOf(number: Uint8Array): KeyObject | undefined;
  /** All others. */
  destroyStateKeysBut(number: Uint8Array): void;
  /** Puts the keys made since on the disk. Throws what the disk says; they are then forgotten. */
  flush(): void;
  /** It opens nothing any more, and with it no state that knows the person; gone from the disk once `settle` says so. */
  destroy(number: Uint8Array): void;
  /** Of those of whom nothing is left. A state that knows them is no longer gone on from either. */
  destroyAll(numbers: readonly Uint8Array[]): void;
  /** Folds the log in and cuts it to nothing: until then it still has pages as they were. False: somebody reads it. */
  settle(): boolean;
  count(): number;
  close(): void;
}

/**
 * Wraps every key of the file by another key of the folder, in one transaction, and leaves nothing of how they were wrapped before
 * in it. Those that are wrapped by it already stay: it may be begun again wherever it was cut off. False: somebody reads the file,
 * and what was is still in its log.
 */
export function rewrapPeople(
  file: string,
  from: KeyObject,
  to: KeyObject,
): { count: number; isSettled: boolean } {
  const database = openFile(file);
  try {
    database.exec(
      "pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on; pragma temp_store=memory",
    );
    database.exec("begin immediate");
    let count = 0;
    for (const table of ["people", "states"]) {
      const update = database.prepare(`update ${table} set wrapped = ? where number = ?`);
      // All of them first: a table is not changed while it is read.
      for (const row of database.prepare(`select number, wrapped from ${table}`).all()) {
        const wrapped = rewrapped(row, from, to);
        if (wrapped === undefined)
          throw new CannotServe(
            `\`${file}\` has a key that is wrapped by neither the old nor the new \`secret.key\``,
            "put back the `secret.key` of this folder",
          );
        update.run(wrapped, row["number"] as Uint8Array); // Of a strict column: bytes.
        if (table === "people") count += 1;
      }
    }
    database.exec("commit");
    database.exec("vacuum");
    return { count, isSettled: database.prepare("pragma wal_checkpoint(truncate)").get()?.["busy"] === 0 };
  } finally {
    database.close();
  }
}

/** As it is where `to` wraps it; `undefined`: neither does. */
export function rewrapped(
  row: Readonly<Record<string, unknown>>,
  from: KeyObject,
  to: KeyObject,
): Uint8Array | undefined {
  const [number, wrapped] = [row["number"] as Uint8Array, row["wrapped"] as Uint8Array]; // Of strict columns: bytes.
  const about = hexOf(number);
  for (const key of [to, from])
    try {
      const opened = unseal(key, wrapped, about);
      return key === to ? wrapped : seal(to, opened, about);
    } catch {
      // Wrapped by the other.
    }
  return undefined;
}

/** Open keys held in memory: some 200 bytes each. */
const heldMax = 200_000;

export function openPeopleKeys(file: string, root: RootKeys): PeopleKeys {
  const database = openFile(file);
  database.exec(
    "pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on; pragma temp_store=memory",
  );
  database.exec(`create table if not exists people (
    number blob primary key, name blob not null unique, wrapped blob not null
  ) strict`);
  database.exec("create table if not exists states (number blob primary key, wrapped blob not null) strict");
  const probe = database.prepare("select number, wrapped from people limit 1").get();
  if (probe !== undefined && rewrapped(probe, root.wrap, root.wrap) === undefined) {
    database.close();
    throw new CannotServe(
      `\`${file}\` is wrapped by another \`secret.key\``,
      "put back the one of this folder; a copy from before its key was rotated needs the key from before",
    );
  }
  const byName: StatementSync = database.prepare("select number, wrapped from people where name = ?");
  const byNumber: StatementSync = database.prepare("select wrapped from people where number = ?");
  const insert: StatementSync = database.prepare("insert into people values (?, ?, ?)");
  const held = new Map<string, PersonKey>();
  let made = new Map<string, { readonly person: PersonKey; readonly name: Uint8Array }>();

  /** All of it or nothing; throws what the disk says. */
  const inOne = (act: () => void): void => {
    database.exec("begin immediate");
    try {
      act();
      database.exec("commit");
    } catch (cause) {
      if (database.isTransaction) database.exec("rollback");
      throw cause;
    }
  };
  const destroyAll = (numbers: readonly Uint8Array[]): void => {
    if (numbers.length === 0) return;
    inOne(() => {
      database.exec("delete from states");
      for (const number of numbers) database.prepare("delete from people where number = ?").run(number);
    });
    held.clear();
  };
  const textOf = ({ view, institution, person }: Whose) => JSON.stringify([view, institution, person]);
  const hold = (text: string, person: PersonKey): PersonKey => {
    if (held.size >= heldMax) held.clear();
    held.set(text, person);
    return person;
  };
  const opened = (number: Uint8Array, wrapped: unknown): KeyObject =>
    keyOf(unseal(root.wrap, wrapped as Uint8Array, hexOf(number))); // Of a strict column: bytes.
  const known = (whose: Whose): PersonKey | undefined => {
    const text = textOf(whose);
    const here = held.get(text) ?? made.get(text)?.person;
    if (here !== undefined) return here;
    const row = byName.get(nameHash(root.person, whose.view, whose.institution, whose.person));
    if (row === undefined) return undefined;
    const number = row["number"] as Uint8Array; // Of a strict column: bytes.
    return hold(text, { number, key: opened(number, row["wrapped"]) });
  };
  return {
    known,
    keyFor(whose) {
      const before = known(whose);
      if (before !== undefined) return before;
      const person = { number: freshNumber(), key: keyOf(freshKey()) };
      const name = nameHash(root.person, whose.view, whose.institution, whose.person);
      made.set(textOf(whose), { person, name });
      return hold(textOf(whose), person);
    },
    keyOf: (number) => {
      const row = byNumber.get(number);
      return row === undefined ? undefined : opened(number, row["wrapped"]);
    },
    stateKeyFor() {
      const state = { number: freshNumber(), key: keyOf(freshKey()) };
      const wrapped = seal(root.wrap, state.key.export(), hexOf(state.number));
      database.prepare("insert into states values (?, ?)").run(state.number, wrapped);
      return state;
    },
    stateKeyOf: (number) => {
      const row = database.prepare("select wrapped from states where number = ?").get(number);
      return row === undefined ? undefined : opened(number, row["wrapped"]);
    },
    destroyStateKeysBut: (number) =>
      void database.prepare("delete from states where number <> ?").run(number),
    flush() {
      if (made.size === 0) return;
      const fresh = made;
      made = new Map();
      try {
        inOne(() => {
          for (const { person, name } of fresh.values())
            insert.run(person.number, name, seal(root.wrap, person.key.export(), hexOf(person.number)));
        });
      } catch (cause) {
        for (const text of fresh.keys()) held.delete(text);
        throw cause;
      }
    },
    destroy: (number) => destroyAll([number]),
    destroyAll,
    settle: () => database.prepare("pragma wal_checkpoint(truncate)").get()?.["busy"] === 0,
    count: () => Number(database.prepare("select count(*) as n from people").get()?.["n"]),
    close: () => database.close(),
  };
}
