/**
 * Records that go by age: from the first on, in order, so that what stays is one chain as before. Kept of those that went is
 * the link of the last, by which the first that stays is held, and the number each institution had come to, so that none is
 * given twice. Both bear a keyed hash: whoever has the disk and not the folder's key cannot take more away and say it was age.
 *
 * What was owed of them goes too, and is counted.
 */
import type { KeyObject } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { hexOf, nameHash } from "./sealing.ts";

/** A place in the chain. */
export interface Head {
  readonly seq: number;
  readonly link: Uint8Array;
}

export interface KeptAge {
  /** The last record that went by age; `undefined`: none has. */
  cut(): Head | undefined;
  /** How far the institutions' numbers had come by then. */
  numbers(): ReadonlyMap<string, number>;
  /** The number of the last record before all that were received since; at most `limit` after the first. 0: there is none. */
  lastBefore(received: number, limit: number): number;
  /** Whether anything is kept of the person beyond this record: others, or a case that was changed since. */
  isKeptBeyond(person: Uint8Array, seq: number, changedSince: number): boolean;
  /** Takes everything up to the last of these away, which are the first of the journal. Gives how many were still owed. */
  pass(entries: readonly Going[]): number;
  /** Folds the log in and cuts it to nothing, where nobody reads it. */
  settle(): void;
}

interface Going extends Head {
  readonly institution: string;
  readonly number: number;
}

interface Cut {
  readonly seq: number;
  readonly link: string;
  readonly numbers: readonly (readonly [institution: string, number: number])[];
}

/** `undefined` where its keyed hash is not ours: somebody else took records away. */
export function keptAge(database: DatabaseSync, key: KeyObject): KeptAge | undefined {
  const hashOf = (text: string): string => hexOf(nameHash(key, "cut", text));
  const noted = database.prepare("select text from notes where name = 'cut'").get()?.["text"];
  const [hash, text] = typeof noted === "string" ? [noted.slice(0, 32), noted.slice(32)] : [];
  if (text !== undefined && hashOf(text) !== hash) return undefined;
  let cut: Cut | undefined = text === undefined ? undefined : JSON.parse(text);
  // Only where anything goes by age: the others need not pay for it.
  const prepareIndex = () => database.exec("create index if not exists events_of_entry on events (seq)");
  const countOwed = (seq: number): number =>
    ["outbox", "signals"].reduce(
      (sum, table) =>
        sum + Number(database.prepare(`select count(*) as n from ${table} where seq <= ?`).get(seq)?.["n"]),
      0,
    );
  return {
    cut: () => (cut === undefined ? undefined : { seq: cut.seq, link: Buffer.from(cut.link, "hex") }),
    numbers: () => new Map(cut?.numbers ?? []),
    lastBefore(received, limit) {
      const rows = database.prepare("select seq, received from entries order by seq limit ?").all(limit);
      const first = rows.findIndex((row) => Number(row["received"]) >= received);
      return Number(rows[(first < 0 ? rows.length : first) - 1]?.["seq"] ?? 0);
    },
    isKeptBeyond: (person, seq, changedSince) =>
      database.prepare("select 1 from entries where person = ? and seq > ? limit 1").get(person, seq) !==
        undefined ||
      database
        .prepare("select 1 from cases where person = ? and changed >= ? limit 1")
        .get(person, changedSince) !== undefined,
    pass(entries) {
      const last = entries.at(-1);
      if (last === undefined) return 0;
      prepareIndex();
      const numbers = new Map(cut?.numbers ?? []);
      for (const { institution, number } of entries) numbers.set(institution, number);
      const next: Cut = {
        seq: last.seq,
        link: hexOf(last.link),
        numbers: [...numbers],
      };
      const said = JSON.stringify(next);
      const owed = countOwed(last.seq);
      database.exec("begin immediate");
      try {
        for (const table of ["entries", "events", "outbox", "signals", "receipts"])
          database.prepare(`delete from ${table} where seq <= ?`).run(last.seq);
        database
          .prepare(
            "insert into notes values ('cut', ?) on conflict (name) do update set text = excluded.text",
          )
          .run(`${hashOf(said)}${said}`);
        database.exec("commit");
      } catch (cause) {
        if (database.isTransaction) database.exec("rollback");
        throw cause;
      }
      cut = next;
      return owed;
    },
    settle: () => void database.prepare("pragma wal_checkpoint(truncate)").get(),
  };
}
