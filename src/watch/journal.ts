/**
 * The journal: every event that was accepted, with the decision on it, in the order in which they were decided. Nothing
 * is answered before it stands here.
 *
 * SQLite with a write-ahead log that is synced at every commit: a commit is one append and one sync, and a record torn by
 * a kill or a power cut is found by its checksum and was never acknowledged. Each record is linked to the one before it
 * by a hash over what is on the disk, so that a record changed, left out or put in between shows, to whoever has no key
 * too. What may leave (the outbox of webhooks) is written in the same commit as what it tells of.
 */
import type { KeyObject } from "node:crypto";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { CannotServe } from "../server/index.ts";
import { openFile } from "./folder.ts";
import { type Head, type KeptAge, keptAge } from "./journal-age.ts";
import { type KeptLists, keptLists } from "./journal-lists.ts";
import { type KeptLooks, keptLooks } from "./journal-looks.ts";
import { type KeptPutRules, keptPutRules, putRulesForm } from "./journal-put-rules.ts";
import { type KeptRules, keptRules } from "./journal-rules.ts";
import { type KeptSignals, keptSignals, type Owing, signalTables } from "./journal-signals.ts";
import { pauseMillisecondsMax } from "./pauses.ts";
import { link } from "./sealing.ts";

export interface Entry {
  readonly view: string;
  readonly institution: string;
  /** What the person is called on the disk. */
  readonly person: Uint8Array;
  /** Milliseconds since 1970, by this machine's clock, never less than the entry's before. */
  readonly received: number;
  /** Its place among the decisions: allow 0 … block 3. */
  readonly decision: number;
  readonly sealed: Uint8Array;
  /** The keyed hash by which the event's id is found. */
  readonly event: Uint8Array;
}

/** And whom it is to be told, and which rules spoke, in the same commit. */
export interface NewEntry extends Entry {
  /** Absent: there are no rules. */
  readonly rules?: { readonly spoke: readonly string[]; readonly shadow: readonly string[] } | undefined;
  readonly hasWebhook: boolean;
  readonly owing: readonly Owing[];
}

export interface KeptEntry extends Omit<Entry, "event"> {
  /** Its place in the journal. No institution is told it: it would tell how much the others send. */
  readonly seq: number;
  /** Its place among those of its institution: what an institution is told. */
  readonly number: number;
  readonly link: Uint8Array;
}

export interface ListQuestion {
  readonly institution: string;
  /** Only entries before the one of this number; absent: the latest. */
  readonly before?: number | undefined;
  /** Only entries after it, the earliest first. */
  readonly after?: number | undefined;
  readonly decisionMin: number;
  readonly limit: number;
}

/** What a webhook is owed: the record it tells of, how often it was tried, when it is due. */
export interface Owed {
  readonly id: number;
  readonly seq: number;
  readonly tries: number;
}

export interface KeptCase {
  readonly id: number;
  readonly person: Uint8Array;
  readonly state: string;
  readonly opened: number;
  readonly changed: number;
  readonly sealed: Uint8Array;
}

export interface Journal {
  head(): Head;
  /** Of the last record; 0: there is none. */
  lastReceived(): number;
  /** All of them or none, on the disk when it returns. Gives each its number. Throws what the disk says. */
  append(entries: readonly NewEntry[]): readonly number[];
  readonly signals: KeptSignals;
  readonly age: KeptAge;
  readonly looks: KeptLooks;
  readonly rules: KeptRules;
  readonly lists: KeptLists;
  readonly putRules: KeptPutRules;
  find(event: Uint8Array): KeptEntry | undefined;
  read(seq: number): KeptEntry | undefined;
  /** From the first on, or from the one after this, in order. */
  all(after?: number): IterableIterator<KeptEntry>;
  /** Of one view, in order, so many at once: whoever goes through all of it keeps nobody from writing meanwhile. */
  ofView(view: string, after: number, limit: number): readonly KeptEntry[];
  /** Where the latest so many of a view begin: the number of the record before them; 0: with its first. */
  beforeLatest(view: string, count: number): number;
  /** What one institution sent to a view after this record. */
  countOwn(view: string, institution: string, after: number): number;
  /** The latest so many, the earliest of them first. */
  ofPerson(person: Uint8Array, limit: number): readonly KeptEntry[];
  countOfPerson(person: Uint8Array): number;
  list(question: ListQuestion): readonly KeptEntry[];
  count(): number;
  /** Of one institution. */
  due(institution: string, now: number, limit: number): readonly Owed[];
  owedCount(): number;
  sent(id: number): void;
  later(id: number, due: number): void;
  cases(institution: string, limit: number): readonly KeptCase[];
  countCases(institution: string): number;
  caseOf(institution: string, id: number): KeptCase | undefined;
  openCase(asked: {
    readonly institution: string;
    readonly person: Uint8Array;
    readonly now: number;
    readonly sealed: Uint8Array;
  }): number;
  changeCase(
    id: number,
    asked: { readonly state: string; readonly now: number; readonly sealed: Uint8Array },
  ): void;
  removeCases(person: Uint8Array): void;
  /** What was said of the last run: whether it ended as it should, and by which version. */
  note(name: string): string | undefined;
  setNote(name: string, text: string): void;
  close(): void;
}

/** The form of the file. A newer one than that with rules that were put is refused; an older one is brought up to this. */
const journalForm = 3;
const firstLink = new Uint8Array(32);

/** `cutKey`: by which it is known that what is missing before the first record went by age. */
export function openJournal(file: string, cutKey: KeyObject): Journal {
  const database = openFile(file);
  try {
    prepare(database, file);
    const age = keptAge(database, cutKey);
    if (age === undefined)
      throw new CannotServe(
        `the first records of \`${file}\` were taken away, and not by age`,
        "it was changed from outside, or `secret.key` is another's: restore a copy",
      );
    const rules = keptRules(database);
    return overDatabase(database, {
      age,
      rules,
      looks: keptLooks(database, cutKey),
      lists: keptLists(database, cutKey),
      putRules: keptPutRules(database, cutKey, rules),
    });
  } catch (cause) {
    database.close();
    if (cause instanceof CannotServe) throw cause;
    throw new CannotServe(
      `\`${file}\` cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      "see docs/reference/service.md on restoring",
    );
  }
}

function prepare(database: DatabaseSync, file: string): void {
  const form = Number(database.prepare("pragma user_version").get()?.["user_version"]);
  if (form > putRulesForm)
    throw new CannotServe(
      `\`${file}\` was written by a newer chainbreak`,
      "run it with that version, or restore a copy from before the upgrade",
    );
  // Ids come in no order, so their index is all over the file: 64 MB of it in memory, and folded in less often.
  database.exec(
    "pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on; pragma temp_store=memory; pragma cache_size=-65536; pragma wal_autocheckpoint=4000",
  );
  if (form >= journalForm) {
    database.exec(outboxIndex);
    return;
  }
  // Form 3 may begin after records that went by age, which whoever does not know of it would take for a broken chain.
  database.exec(
    `begin immediate; ${form < 1 ? tables : ""} ${form < 2 ? signalTables : ""} ${outboxIndex}; pragma user_version = ${journalForm}; commit`,
  );
}

const tables = `
    create table entries (
      seq integer primary key, number integer not null, view text not null, institution text not null, person blob not null,
      received integer not null, decision integer not null, sealed blob not null, link blob not null
    ) strict;
    create table events (event blob primary key, seq integer not null) strict, without rowid;
    create index entries_of_person on entries (person, seq);
    create unique index entries_of_institution on entries (institution, number);
    create index entries_touched on entries (institution, number) where decision > 0;
    create table outbox (
      id integer primary key, seq integer not null, institution text not null,
      tries integer not null default 0, due integer not null
    ) strict;
    create table cases (
      id integer primary key, institution text not null, person blob not null, state text not null,
      opened integer not null, changed integer not null, sealed blob not null
    ) strict;
    create table notes (name text primary key, text text not null) strict, without rowid;
`;

/** What a receiver is owed is found at once, however much others are owed. Not a form of its own: an older version keeps it too. */
const outboxIndex = "create index if not exists outbox_of_institution on outbox (institution, due, id)";

type Cell = string | number | bigint | Uint8Array | null;
type Cells = Readonly<Record<string, Cell>>;

function overDatabase(
  database: DatabaseSync,
  { age, looks, rules, lists, putRules }: Pick<Journal, "age" | "looks" | "rules" | "lists" | "putRules">,
): Journal {
  const kept = new Map<string, StatementSync>();
  const sql = (text: string): StatementSync => {
    const known = kept.get(text) ?? database.prepare(text);
    kept.set(text, known);
    return known;
  };
  const one = (text: string, ...values: Cell[]) => sql(text).get(...values) as Cells | undefined;
  const many = (text: string, ...values: Cell[]) => sql(text).all(...values) as Cells[];
  const lastOf = new Map([
    ...age.numbers(),
    ...many("select institution, max(number) as last from entries group by institution").map(
      ({ institution, last }) => [String(institution), Number(last)] as const,
    ),
  ]);
  const signals = keptSignals(database);
  let head = headOf(one("select seq, link from entries order by seq desc limit 1"), age.cut());
  return {
    head: () => head,
    lastReceived: () =>
      Number(one("select received from entries order by seq desc limit 1")?.["received"] ?? 0),
    signals,
    age,
    looks,
    rules,
    lists,
    putRules,
    append(entries) {
      let next = head;
      const numbers = new Map<string, number>();
      const given: number[] = [];
      database.exec("begin immediate");
      try {
        for (const entry of entries) {
          const number = (numbers.get(entry.institution) ?? lastOf.get(entry.institution) ?? 0) + 1;
          numbers.set(entry.institution, number);
          given.push(number);
          const seq = next.seq + 1;
          next = { seq, link: linkOf(next.link, { ...entry, seq, number }) };
          const { view, institution, person, received, decision, sealed, event } = entry;
          sql("insert into entries values (?, ?, ?, ?, ?, ?, ?, ?, ?)").run(
            ...[seq, number, view, institution, person, received, decision, sealed, next.link],
          );
          sql("insert into events values (?, ?)").run(event, next.seq);
          for (const owing of entry.owing) signals.owe({ ...owing, seq }, received);
          if (entry.hasWebhook)
            sql("insert into outbox (seq, institution, due) values (?, ?, ?)").run(
              next.seq,
              institution,
              received,
            );
        }
        rules.count(spokenIn(entries));
        database.exec("commit");
      } catch (cause) {
        // A disk that is full has rolled back already.
        if (database.isTransaction) database.exec("rollback");
        throw cause;
      }
      head = next;
      for (const [institution, number] of numbers) lastOf.set(institution, number);
      return given;
    },
    find: (event) => {
      const found = one("select entries.* from events join entries using (seq) where event = ?", event);
      return found === undefined ? undefined : entryOf(found);
    },
    read: (seq) => {
      const found = one("select * from entries where seq = ?", seq);
      return found === undefined ? undefined : entryOf(found);
    },
    *all(after = 0) {
      // Not a kept statement: whoever appends meanwhile must not meet one that is half read.
      for (const row of database.prepare("select * from entries where seq > ? order by seq").iterate(after))
        yield entryOf(row as Cells);
    },
    ofView: (view, after, limit) =>
      many("select * from entries where seq > ? and view = ? order by seq limit ?", after, view, limit).map(
        entryOf,
      ),
    beforeLatest: (view, count) =>
      Number(
        one("select seq from entries where view = ? order by seq desc limit 1 offset ?", view, count)?.[
          "seq"
        ] ?? 0,
      ),
    countOwn: (view, institution, after) =>
      Number(
        one(
          "select count(*) as n from entries where seq > ? and view = ? and institution = ?",
          ...([after, view, institution] as const),
        )?.["n"],
      ),
    ofPerson: (person, limit) =>
      many("select * from entries where person = ? order by seq desc limit ?", person, limit)
        .map(entryOf)
        .reverse(),
    countOfPerson: (person) =>
      Number(one("select count(*) as n from entries where person = ?", person)?.["n"]),
    list: ({ institution, before, after, decisionMin, limit }) => {
      const touched = decisionMin > 0 ? "decision > 0 and decision >= ?" : "decision >= ?";
      return after === undefined
        ? many(
            `select * from entries where institution = ? and number < ? and ${touched} order by number desc limit ?`,
            ...[institution, before ?? Number.MAX_SAFE_INTEGER, decisionMin, limit],
          ).map(entryOf)
        : many(
            `select * from entries where institution = ? and number > ? and ${touched} order by number limit ?`,
            ...[institution, after, decisionMin, limit],
          ).map(entryOf);
    },
    count: () => Number(one("select count(*) as n from entries")?.["n"]),
    due: (institution, now, limit) =>
      many(
        "select id, seq, tries from outbox where institution = ? and (due <= ? or due > ?) order by due, id limit ?",
        institution,
        now,
        now + pauseMillisecondsMax, // As `isDue` has it.
        limit,
      ).map(({ id, seq, tries }) => ({ id: Number(id), seq: Number(seq), tries: Number(tries) })),
    owedCount: () => Number(one("select count(*) as n from outbox")?.["n"]),
    sent: (id) => void sql("delete from outbox where id = ?").run(id),
    later: (id, due) => void sql("update outbox set tries = tries + 1, due = ? where id = ?").run(due, id),
    cases: (institution, limit) =>
      many(
        "select * from cases where institution = ? order by state desc, changed desc limit ?",
        institution,
        limit,
      ).map(caseRow),
    countCases: (institution) =>
      Number(one("select count(*) as n from cases where institution = ?", institution)?.["n"]),
    caseOf: (institution, id) => {
      const found = one("select * from cases where institution = ? and id = ?", institution, id);
      return found === undefined ? undefined : caseRow(found);
    },
    openCase: ({ institution, person, now, sealed }) =>
      Number(
        sql(
          "insert into cases (institution, person, state, opened, changed, sealed) values (?, ?, 'open', ?, ?, ?)",
        ).run(institution, person, now, now, sealed).lastInsertRowid,
      ),
    changeCase: (id, { state, now, sealed }) =>
      void sql("update cases set state = ?, changed = ?, sealed = ? where id = ?").run(
        state,
        now,
        sealed,
        id,
      ),
    removeCases: (person) => void sql("delete from cases where person = ?").run(person),
    note: (name) => {
      const text = one("select text from notes where name = ?", name)?.["text"];
      return typeof text === "string" ? text : undefined;
    },
    setNote: (name, text) =>
      void sql("insert into notes values (?, ?) on conflict (name) do update set text = excluded.text").run(
        name,
        text,
      ),
    close: () => database.close(),
  };
}

const spokenIn = (entries: readonly NewEntry[]) =>
  entries.flatMap(({ institution, received, rules }) =>
    rules === undefined ? [] : [{ institution, received, rules: rules.spoke, shadow: rules.shadow }],
  );

const bytesOf = (cell: Cell | undefined): Uint8Array => {
  if (!(cell instanceof Uint8Array)) throw new Error("the journal has a record of another form");
  return cell;
};

const headOf = (row: Cells | undefined, cut: Head | undefined): Head =>
  row === undefined
    ? (cut ?? { seq: 0, link: firstLink })
    : { seq: Number(row["seq"]), link: bytesOf(row["link"]) };

const entryOf = (row: Cells): KeptEntry => ({
  seq: Number(row["seq"]),
  number: Number(row["number"]),
  view: String(row["view"]),
  institution: String(row["institution"]),
  person: bytesOf(row["person"]),
  received: Number(row["received"]),
  decision: Number(row["decision"]),
  sealed: bytesOf(row["sealed"]),
  link: bytesOf(row["link"]),
});

const caseRow = (row: Cells): KeptCase => ({
  id: Number(row["id"]),
  person: bytesOf(row["person"]),
  state: String(row["state"]),
  opened: Number(row["opened"]),
  changed: Number(row["changed"]),
  sealed: bytesOf(row["sealed"]),
});

function linkOf(
  before: Uint8Array,
  { seq, number, view, institution, person, received, decision, sealed }: Omit<KeptEntry, "link">,
): Uint8Array {
  return link(before, [seq, number, view, institution, person, received, decision, sealed]);
}

/** Holds the chain together while its entries are read in order, from the first ever or from after one that is known. */
export function chainChecker(from?: Head): (entry: KeptEntry) => boolean {
  let before: Uint8Array = from?.link ?? firstLink;
  let seq = from?.seq ?? 0;
  return (entry) => {
    const fits = entry.seq === seq + 1 && Buffer.compare(linkOf(before, entry), entry.link) === 0;
    before = entry.link;
    seq = entry.seq;
    return fits;
  };
}
