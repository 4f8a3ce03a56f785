/**
 * What was put on the lists of rules and taken off them again, by whose key and after which record: a replay finds every list as
 * it was when each event was decided. Each row is linked to the one before it by a keyed hash, so that one changed, left out or
 * put in between shows. What an entry says is sealed by a key of its own among the keys of people, and gone with it.
 */
import type { KeyObject } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { hexOf, nameHash } from "./sealing.ts";

export interface ListChange {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly institution: string;
  /** Of the key's hash, as it stands in `detect.yaml`, the first eight digits. */
  readonly by: string;
  readonly list: string;
  /** Among the entries of its institution: what it is called by. */
  readonly entry: number;
  readonly what: "added" | "removed";
  /** The last record decided before it. */
  readonly after: number;
  /** By which key it opens, and what it says; of one that was removed: nothing. */
  readonly key: Uint8Array;
  readonly sealed: Uint8Array;
}

export interface KeptLists {
  /** On the disk when it returns. Throws what the disk says. */
  append(change: ListChange): void;
  /** In order; `fits` is false where a row does not follow from the one before it. */
  all(): IterableIterator<ListChange & { readonly fits: boolean }>;
}

/** Of a change: `after` as it is kept, a number for each part of the log. */
export function linkOfList(
  key: KeyObject,
  before: Uint8Array,
  change: Omit<ListChange, "after"> & { readonly after: number | readonly number[] },
): Uint8Array {
  const { at, institution, by, list, entry, what, after, key: opens, sealed } = change;
  const said = [at, institution, by, list, entry, what, after, hexOf(opens), hexOf(sealed)].map(String);
  return nameHash(key, "list", hexOf(before), ...said);
}

export function keptLists(database: DatabaseSync, key: KeyObject): KeptLists {
  // Not a form of its own: an older version leaves it as it is.
  database.exec(`create table if not exists list_changes (
    id integer primary key autoincrement, at integer not null, institution text not null, by text not null, list text not null,
    entry integer not null, what text not null, after integer not null, key blob not null, sealed blob not null, link blob not null
  ) strict`);
  const insert = database.prepare(
    "insert into list_changes (at, institution, by, list, entry, what, after, key, sealed, link) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const last = database.prepare("select link from list_changes order by id desc limit 1");
  return {
    append(change) {
      const { at, institution, by, list, entry, what, after, key: opens, sealed } = change;
      const before = last.get()?.["link"];
      const link = linkOfList(key, before instanceof Uint8Array ? before : new Uint8Array(), change);
      insert.run(at, institution, by, list, entry, what, after, opens, sealed, link);
    },
    *all() {
      let before: Uint8Array = new Uint8Array();
      for (const row of database.prepare("select * from list_changes order by id").all()) {
        const change: ListChange = {
          at: Number(row["at"]),
          institution: String(row["institution"]),
          by: String(row["by"]),
          list: String(row["list"]),
          entry: Number(row["entry"]),
          what: row["what"] === "added" ? "added" : "removed",
          after: Number(row["after"]),
          key: row["key"] as Uint8Array, // Of a strict column: bytes, as is `sealed`.
          sealed: row["sealed"] as Uint8Array,
        };
        const link = row["link"] as Uint8Array; // Of a strict column: bytes.
        const fits = hexOf(linkOfList(key, before, change)) === hexOf(link);
        before = link;
        yield { ...change, fits };
      }
    },
  };
}
