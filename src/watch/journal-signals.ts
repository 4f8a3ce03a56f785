/**
 * Signals in the journal's file: who has a stream, what each is owed, and which receipts came back. What is owed is written
 * in the same commit as the decision it tells of, and read from the journal when it is sent, so that nothing of a person who
 * was erased meanwhile goes out.
 */
import { randomBytes } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";

/** Of form 2. */
export const signalTables = `
  create table streams (institution text primary key, sealed blob not null) strict, without rowid;
  create table signals (
    id integer primary key autoincrement, institution text not null, jti text not null unique, type text not null,
    seq integer, said text, made integer not null, due integer not null, tries integer not null default 0
  ) strict;
  create index signals_of_institution on signals (institution, id);
  create table receipts (
    name blob primary key, seq integer not null, institution text not null, word text not null, at integer not null
  ) strict, without rowid;
  create index receipts_of_entry on receipts (seq);
`;

/** What somebody is to be told, before it has a number. */
export interface Owing {
  readonly institution: string;
  readonly type: string;
}

export interface OwedSignal extends Owing {
  readonly id: number;
  readonly jti: string;
  /** The record it tells of; absent: it is about the stream itself, and `said` is what it says. */
  readonly seq: number | undefined;
  readonly said: string | undefined;
  /** Milliseconds since 1970. */
  readonly made: number;
  readonly tries: number;
}

export interface Receipt {
  /** Its place in the journal: the decision it answers. */
  readonly seq: number;
  readonly institution: string;
  readonly word: string;
  readonly at: number;
}

export interface KeptSignals {
  streams(): readonly { readonly institution: string; readonly sealed: Uint8Array }[];
  keepStream(institution: string, sealed: Uint8Array): void;
  /** With all that is owed to it. */
  removeStream(institution: string): void;
  owe(
    owing: Owing & { readonly seq?: number | undefined; readonly said?: string | undefined },
    now: number,
  ): void;
  /** In the order in which they were decided. */
  due(institution: string, now: number, limit: number): readonly OwedSignal[];
  sent(institution: string, jti: string): boolean;
  later(institution: string, jti: string, due: number): boolean;
  drop(institution: string): void;
  owedCount(): number;
  /** False: it is there already. */
  receive(name: Uint8Array, receipt: Receipt): boolean;
  receipts(seq: number): readonly Receipt[];
}

type Row = Readonly<Record<string, unknown>>;

export function keptSignals(database: DatabaseSync): KeptSignals {
  const sql = {
    streams: database.prepare("select institution, sealed from streams order by institution"),
    keep: database.prepare(
      "insert into streams values (?, ?) on conflict (institution) do update set sealed = excluded.sealed",
    ),
    remove: database.prepare("delete from streams where institution = ?"),
    owe: database.prepare(
      "insert into signals (institution, jti, type, seq, said, made, due) values (?, ?, ?, ?, ?, ?, ?)",
    ),
    due: database.prepare("select * from signals where institution = ? and due <= ? order by id limit ?"),
    sent: database.prepare("delete from signals where institution = ? and jti = ?"),
    later: database.prepare(
      "update signals set tries = tries + 1, due = ? where institution = ? and jti = ?",
    ),
    drop: database.prepare("delete from signals where institution = ?"),
    count: database.prepare("select count(*) as n from signals"),
    receive: database.prepare("insert into receipts values (?, ?, ?, ?, ?) on conflict do nothing"),
    receipts: database.prepare("select * from receipts where seq = ? order by at, word"),
  };
  return {
    streams: () =>
      sql.streams.all().map(({ institution, sealed }) => ({
        institution: String(institution),
        sealed: sealed as Uint8Array, // Of a strict column: bytes.
      })),
    keepStream: (institution, sealed) => void sql.keep.run(institution, sealed),
    removeStream(institution) {
      sql.remove.run(institution);
      sql.drop.run(institution);
    },
    owe({ institution, type, seq, said }, now) {
      const jti = randomBytes(16).toString("hex");
      sql.owe.run(institution, jti, type, seq ?? null, said ?? null, now, now);
    },
    due: (institution, now, limit) => sql.due.all(institution, now, limit).map(owedOf),
    sent: (institution, jti) => sql.sent.run(institution, jti).changes > 0,
    later: (institution, jti, due) => sql.later.run(due, institution, jti).changes > 0,
    drop: (institution) => void sql.drop.run(institution),
    owedCount: () => Number(sql.count.get()?.["n"]),
    receive: (name, { seq, institution, word, at }) =>
      sql.receive.run(name, seq, institution, word, at).changes > 0,
    receipts: (seq) =>
      sql.receipts.all(seq).map(({ institution, word, at }) => ({
        seq,
        institution: String(institution),
        word: String(word),
        at: Number(at),
      })),
  };
}

const owedOf = (row: Row): OwedSignal => ({
  id: Number(row["id"]),
  institution: String(row["institution"]),
  jti: String(row["jti"]),
  type: String(row["type"]),
  seq: row["seq"] === null ? undefined : Number(row["seq"]),
  said: row["said"] === null ? undefined : String(row["said"]),
  made: Number(row["made"]),
  tries: Number(row["tries"]),
});
