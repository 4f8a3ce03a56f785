/**
 * Who looked at or erased whom, by which key: each row linked to the one before it by a keyed hash, so that a row changed, left
 * out or put in between shows. People stand here as they are called on the disk: of whoever was erased it says that they
 * were, and not who they had been. The same look within a minute is one.
 */
import type { KeyObject } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { hexOf, nameHash } from "./sealing.ts";

export const lookWords = [
  "decisions",
  "live",
  "person",
  "cases",
  "case",
  "erased",
  "backtest",
  "lists",
] as const;
export type LookWord = (typeof lookWords)[number];

export interface Look {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly institution: string;
  /** Of the key's hash, as it stands in `detect.yaml`, the first eight digits. */
  readonly key: string;
  readonly what: LookWord;
  /** Absent: of all the institution's people. */
  readonly person?: Uint8Array | undefined;
}

export interface KeptLooks {
  /** On the disk when it returns. Throws what the disk says. */
  note(look: Look): void;
  /** In order; `fits` is false where a row does not follow from the one before it. */
  all(): IterableIterator<Look & { readonly fits: boolean }>;
  /** Those of before this go by age. */
  pass(before: number): void;
}

const sameMilliseconds = 60_000;
/** Looks remembered so that the same is not noted again at once. */
const rememberedMax = 10_000;

export function keptLooks(database: DatabaseSync, key: KeyObject): KeptLooks {
  database.exec(`create table if not exists looks (
    id integer primary key autoincrement, at integer not null, institution text not null, key text not null, what text not null,
    person blob, link blob not null
  ) strict`);
  const insert = database.prepare(
    "insert into looks (at, institution, key, what, person, link) values (?, ?, ?, ?, ?, ?)",
  );
  const hex = (bytes: Uint8Array | undefined) => (bytes === undefined ? "" : hexOf(bytes));
  const linkOf = (before: Uint8Array, { at, institution, key: by, what, person }: Look): Uint8Array =>
    nameHash(key, "look", hex(before), String(at), institution, by, what, hex(person));
  const last = database.prepare("select link from looks order by id desc limit 1").get()?.["link"];
  let link: Uint8Array = last instanceof Uint8Array ? last : new Uint8Array();
  const remembered = new Map<string, number>();
  return {
    note(look) {
      const { at, institution, key: by, what, person } = look;
      const name = JSON.stringify([institution, by, what, hex(person)]);
      if (Math.abs(at - (remembered.get(name) ?? Number.NEGATIVE_INFINITY)) < sameMilliseconds) return;
      const next = linkOf(link, look);
      insert.run(at, institution, by, what, person ?? null, next);
      link = next;
      if (remembered.size >= rememberedMax) remembered.clear();
      remembered.set(name, at);
    },
    *all() {
      let before: Uint8Array | undefined;
      for (const row of database.prepare("select * from looks order by id").iterate()) {
        const look: Look = {
          at: Number(row["at"]),
          institution: String(row["institution"]),
          key: String(row["key"]),
          what: String(row["what"]) as LookWord, // Noted above.
          ...(row["person"] instanceof Uint8Array ? { person: row["person"] } : {}),
        };
        const kept = row["link"] as Uint8Array; // Of a strict column: bytes.
        // What was before the first that is kept went by age, and cannot be asked.
        const fits = before === undefined || hex(linkOf(before, look)) === hex(kept);
        before = kept;
        yield { ...look, fits };
      }
    },
    pass: (before) => void database.prepare("delete from looks where at < ?").run(before),
  };
}
