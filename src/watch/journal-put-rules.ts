/**
 * Rules that were put in force while the service ran, by whose key and after which record: a replay finds for each event the rules
 * it was decided under. Each row is linked to the one before it by a keyed hash, so that one changed, left out or put in between
 * shows. What a version says is sealed by a key of its own among the keys of people, for rules may name somebody.
 */
import type { KeyObject } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { KeptRules, RulesInForce } from "./journal-rules.ts";
import { hexOf, nameHash } from "./sealing.ts";

export interface RulesChange {
  /** What the version is called by, from 1 on. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly institution: string;
  /** Of the key's hash, as it stands in `detect.yaml`, the first eight digits. */
  readonly by: string;
  readonly what: RulesChangeWord;
  /** The last record decided before it. */
  readonly after: number;
  /** By which key it opens, and what it says. */
  readonly key: Uint8Array;
  readonly sealed: Uint8Array;
}

/** A file, one rule's mode, or a version from before. */
export const rulesChangeWords = ["put", "mode", "restored"] as const;
export type RulesChangeWord = (typeof rulesChangeWords)[number];

/** The form of a journal's file from the first version on: an older chainbreak would decide by the file of its start, and say nothing. */
export const putRulesForm = 4;

export interface KeptPutRules {
  /** On the disk when it returns, with what is noted of it as in force. Throws what the disk says; then neither is. */
  append(change: RulesChange, noted: RulesInForce): void;
  /** In order; `fits` is false where a row does not follow from the one before it. */
  all(): IterableIterator<RulesChange & { readonly fits: boolean }>;
}

/** Of a change: `after` as it is kept, a number for each part of the log. */
export function linkOfRules(
  key: KeyObject,
  before: Uint8Array,
  change: Omit<RulesChange, "after"> & { readonly after: number | readonly number[] },
): Uint8Array {
  const { number, at, institution, by, what, after, key: opens, sealed } = change;
  const said = [number, at, institution, by, what, after, hexOf(opens), hexOf(sealed)].map(String);
  return nameHash(key, "rules", hexOf(before), ...said);
}

export function keptPutRules(database: DatabaseSync, key: KeyObject, rules: KeptRules): KeptPutRules {
  database.exec(`create table if not exists rules_put (
    number integer primary key, at integer not null, institution text not null, by text not null, what text not null,
    after integer not null, key blob not null, sealed blob not null, link blob not null
  ) strict`);
  const isPut = database.prepare("select 1 from rules_put limit 1").get() !== undefined;
  const form = Number(database.prepare("pragma user_version").get()?.["user_version"]);
  if (isPut && form < putRulesForm) database.exec(`pragma user_version = ${putRulesForm}`);
  const insert = database.prepare("insert into rules_put values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const last = database.prepare("select link from rules_put order by number desc limit 1");
  return {
    append(change, noted) {
      const { number, at, institution, by, what, after, key: opens, sealed } = change;
      const before = last.get()?.["link"];
      const link = linkOfRules(key, before instanceof Uint8Array ? before : new Uint8Array(), change);
      database.exec("begin immediate");
      try {
        database.exec(`pragma user_version = ${putRulesForm}`);
        insert.run(number, at, institution, by, what, after, opens, sealed, link);
        rules.begin(noted);
        database.exec("commit");
      } catch (cause) {
        if (database.isTransaction) database.exec("rollback");
        rules.goOn();
        throw cause;
      }
    },
    *all() {
      let before: Uint8Array = new Uint8Array();
      for (const row of database.prepare("select * from rules_put order by number").all()) {
        const change: RulesChange = {
          number: Number(row["number"]),
          at: Number(row["at"]),
          institution: String(row["institution"]),
          by: String(row["by"]),
          what: rulesChangeWords.find((word) => word === row["what"]) ?? "put",
          after: Number(row["after"]),
          key: row["key"] as Uint8Array, // Of a strict column: bytes, as is `sealed`.
          sealed: row["sealed"] as Uint8Array,
        };
        const link = row["link"] as Uint8Array; // Of a strict column: bytes.
        const fits = hexOf(linkOfRules(key, before, change)) === hexOf(link);
        before = link;
        yield { ...change, fits };
      }
    },
  };
}
