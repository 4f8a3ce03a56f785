/**
 * Which of the operator's rules were in force from when on, and how often each spoke at each institution. It is counted in the
 * commit of the decisions themselves, by day and without anybody's name, so that to tell it no record has to be opened.
 */
import type { DatabaseSync } from "node:sqlite";

export interface RulesInForce {
  /** Milliseconds since 1970. */
  readonly from: number;
  /** Files and versions, as JSON: `[{"id":"payments","version":3}]`. */
  readonly sets: string;
  /** Of all that the rules say: with the same versions another text is told apart. */
  readonly digest: string;
}

export interface RuleCount {
  readonly rule: string;
  readonly spoke: number;
  /** It would have, had it been on. */
  readonly shadow: number;
}

/** Of one decision: which rules spoke, and which would have. */
export interface Spoken {
  readonly institution: string;
  readonly received: number;
  readonly rules: readonly string[];
  readonly shadow: readonly string[];
}

export interface KeptRules {
  /** What a service starts with, noted where it is not what stood last. Throws what the disk says. */
  begin(rules: RulesInForce): void;
  /** It is counted for what stands last, be it that something was taken back. */
  goOn(): void;
  /** The latest first. */
  inForce(limit: number): readonly RulesInForce[];
  /** In the transaction of whoever calls. Nothing is counted where there are no rules. */
  count(spoken: readonly Spoken[]): void;
  /** Since these rules are in force. `decisions`: all of them, whatever spoke. */
  counts(institution: string): { readonly decisions: number; readonly rules: readonly RuleCount[] };
  /** Days before this go by age. */
  pass(before: number): void;
}

const millisecondsPerDay = 86_400_000;
/** No rule has no name: under it all decisions are counted. */
const all = "";

export function keptRules(database: DatabaseSync): KeptRules {
  // Not a form of its own: an older version leaves it as it is.
  database.exec(`
    create table if not exists rules_in_force (
      id integer primary key autoincrement, since integer not null, sets text not null, digest text not null
    ) strict;
    create table if not exists rules_spoke (
      force integer not null, institution text not null, rule text not null, day integer not null,
      spoke integer not null, shadow integer not null, primary key (force, institution, rule, day)
    ) strict, without rowid;
  `);
  const latest = database.prepare("select * from rules_in_force order by id desc limit ?");
  const insert = database.prepare("insert into rules_in_force (since, sets, digest) values (?, ?, ?)");
  const add = database.prepare(
    "insert into rules_spoke values (?, ?, ?, ?, ?, ?) on conflict do update set spoke = spoke + excluded.spoke, shadow = shadow + excluded.shadow",
  );
  const sums = database.prepare(
    "select rule, sum(spoke) as spoke, sum(shadow) as shadow from rules_spoke where force = ? and institution = ? group by rule",
  );
  const last = () => latest.get(1);
  let force = Number(last()?.["id"] ?? 0);
  return {
    begin({ from, sets, digest }) {
      const before = last();
      if (before?.["digest"] === digest && before["sets"] === sets) return;
      force = Number(insert.run(from, sets, digest).lastInsertRowid);
    },
    goOn() {
      force = Number(last()?.["id"] ?? 0);
    },
    inForce: (limit) =>
      latest.all(limit).map((row) => ({
        from: Number(row["since"]),
        sets: String(row["sets"]),
        digest: String(row["digest"]),
      })),
    count(spoken) {
      const counted = new Map<string, { spoke: number; shadow: number }>();
      const of = (institution: string, rule: string, day: number) => {
        const name = JSON.stringify([institution, rule, day]);
        const known = counted.get(name) ?? { spoke: 0, shadow: 0 };
        counted.set(name, known);
        return known;
      };
      for (const { institution, received, rules, shadow } of spoken) {
        const day = Math.floor(received / millisecondsPerDay);
        of(institution, all, day).spoke += 1;
        for (const rule of rules) of(institution, rule, day).spoke += 1;
        for (const rule of shadow) of(institution, rule, day).shadow += 1;
      }
      for (const [name, { spoke, shadow }] of counted) {
        const [institution, rule, day] = JSON.parse(name);
        add.run(force, institution, rule, day, spoke, shadow);
      }
    },
    counts(institution) {
      const found = sums.all(force, institution).map(({ rule, spoke, shadow }) => ({
        rule: String(rule),
        spoke: Number(spoke),
        shadow: Number(shadow),
      }));
      return {
        decisions: found.find(({ rule }) => rule === all)?.spoke ?? 0,
        rules: found.filter(({ rule }) => rule !== all),
      };
    },
    pass: (before) =>
      void database
        .prepare("delete from rules_spoke where day < ?")
        .run(Math.floor(before / millisecondsPerDay)),
  };
}
