/** Lists and rules of the shared log changed, by the same checks as over HTTP, while workers decide. */
import { type Mapping, rulesValue, type Version } from "../detect/index.ts";
import type { BacktestTold } from "./backtest.ts";
import { type ChangeRefused, entryRefused, judgeRules, type RulesAsked } from "./changes-asked.ts";
import type { Configuration } from "./configuration.ts";
import { linkOfList } from "./journal-lists.ts";
import { linkOfRules } from "./journal-put-rules.ts";
import { aboutEntry, type EntrySaid, entriesOf, type ListEntry, whoseEntry } from "./lists.ts";
import { newEntry } from "./lists-contract.ts";
import { backtestLog } from "./log-backtest.ts";
import { type LogChangesParts, listChangesIn, rulesIn } from "./log-changes.ts";
import { changeLock, type Database, inTransaction, type Log, lockClass } from "./log-database.ts";
import { keysFor } from "./log-people.ts";
import type { PersonKey, Whose } from "./people-keys.ts";
import { aboutRules, byFolder, type RulesVersion, setsOf, whoseRules } from "./put-rules.ts";
import { wrongShape } from "./refusal.ts";
import { says } from "./refusals.ts";
import { tryRules } from "./rules-tried.ts";
import { seal } from "./sealing.ts";

export interface LogDeskParts extends LogChangesParts {
  readonly configuration: Configuration;
  readonly version: Version;
  readonly mappings: readonly Mapping[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The day it is: `2026-11-28`. */
  readonly today: () => string;
}

export interface LogDesk {
  /** In order. */
  versions(): Promise<readonly RulesVersion[]>;
  /** The number of what is in force then; `over`: the version it is to follow. */
  putRules(
    asked: RulesAsked,
    over: number | undefined,
  ): Promise<{ readonly kind: "same" | "other"; readonly number: number } | ChangeRefused>;
  /** A file of rules compared with what is in force, over what was decided for an institution. */
  compare(
    asked: { readonly institution: string; readonly text: string },
    onDone: (done: number, total: number) => void,
  ): Promise<{ readonly kind: "compared"; readonly told: BacktestTold } | ChangeRefused>;
  /** All of an institution that can be read. */
  entries(institution: string): Promise<readonly ListEntry[]>;
  add(
    institution: string,
    list: string,
    said: EntrySaid,
  ): Promise<{ readonly kind: "other"; readonly entry: number } | ChangeRefused>;
  remove(
    institution: string,
    list: string,
    entry: number,
  ): Promise<{ readonly kind: "other"; readonly entry: number } | ChangeRefused>;
}

export function openLogDesk({
  log,
  root,
  base,
  configuration,
  version,
  mappings,
  now,
  today,
}: LogDeskParts): LogDesk {
  const { database } = log;
  const standing = async () => {
    const versions = await rulesIn(database, root, base);
    const last = versions.at(-1);
    return { base, inForce: last === undefined ? base : last.rules, number: last?.number ?? 0, versions };
  };
  return {
    versions: async () =>
      (await standing()).versions.map(({ number, at, institution, by, what, said, own, rules }) => ({
        ...{ number, at, institution, by, what, said, own, sets: setsOf(rules) },
      })),
    putRules: (asked, over) =>
      changing(log, async (after) => {
        const stands = await standing();
        const judged = judgeRules(stands, asked, over);
        if (judged.kind === "refused") return judged;
        if (judged.kind === "same") return { kind: judged.kind, number: stands.number };
        const number = stands.number + 1;
        const key = await keyOf(database, root, whoseRules(number));
        const sealed = seal(key.key, JSON.stringify(judged.said), aboutRules(number));
        const who = { at: now(), ...byFolder };
        const change = { number, ...who, what: judged.what, after, key: key.number, sealed };
        const before = await lastLink(database, "rules_put", "number");
        await database.query("insert into chainbreak.rules_put values ($1, $2, $3, $4, $5, $6, $7, $8, $9)", [
          number,
          who.at,
          who.institution,
          who.by,
          judged.what,
          after,
          ...bytesOf(key.number, sealed, linkOfRules(root.cut, before, change)),
        ]);
        return { kind: judged.kind, number };
      }),
    async compare({ institution, text }, onDone) {
      const tried = tryRules(text);
      if (tried.kind === "unread") return { kind: "refused", status: 400, complaints: tried.complaints };
      const view = configuration.viewOf.get(institution) ?? "";
      const { inForce } = await standing();
      const told = await backtestLog(
        { log, root, base, version, mappings, onDone },
        { institution, view, inForce, tried: tried.rules },
      );
      return { kind: "compared", told };
    },
    entries: async (institution) => {
      const changes = await listChangesIn(database, root);
      return entriesOf(
        changes.map((each) => ({ ...each, after: 0 })),
        institution,
      );
    },
    async add(institution, list, asked) {
      const read = newEntry.safeParse(asked);
      if (!read.success) return { kind: "refused", status: 400, complaints: wrongShape(read.error) };
      const said = read.data;
      return changing(log, async (after) => {
        const changes = (await listChangesIn(database, root)).map((each) => ({ ...each, after: 0 }));
        const { inForce } = await standing();
        const refused = entryRefused({
          ...{ lists: rulesValue(inForce).lists, entries: entriesOf(changes, institution), list, said },
          ...{ today: today(), mayRead: true },
        });
        if (refused !== undefined) return refused;
        const own = changes.filter((each) => each.institution === institution);
        const entry = Math.max(0, ...own.map((each) => each.entry)) + 1;
        const key = await keyOf(database, root, whoseEntry(institution, said.value));
        const sealed = seal(key.key, JSON.stringify(said), aboutEntry(institution, list, entry));
        await putList({ institution, list, entry, what: "added", after, key: key.number, sealed });
        return { kind: "other", entry };
      });
    },
    remove: (institution, list, entry) =>
      changing(log, async (after) => {
        const changes = await listChangesIn(database, root);
        const isOff = changes.some(
          (each) => each.institution === institution && each.entry === entry && each.what === "removed",
        );
        const added = changes.find(
          (each) =>
            each.institution === institution &&
            each.list === list &&
            each.entry === entry &&
            each.said !== undefined,
        );
        if (added === undefined || isOff) return { kind: "refused", status: 404, complaints: [says.noEntry] };
        await putList({
          institution,
          list,
          entry,
          what: "removed",
          after,
          key: added.key,
          sealed: added.sealed,
        });
        return { kind: "other", entry };
      }),
  };

  async function putList(said: {
    readonly institution: string;
    readonly list: string;
    readonly entry: number;
    readonly what: "added" | "removed";
    readonly after: readonly number[];
    readonly key: Uint8Array;
    readonly sealed: Uint8Array;
  }): Promise<void> {
    const { institution, list, entry, what, after, key, sealed } = said;
    const at = now();
    const { by } = byFolder;
    const link = linkOfList(root.cut, await lastLink(database, "list_changes", "id"), {
      ...said,
      at,
      by,
    });
    await database.query(
      `insert into chainbreak.list_changes (id, at, institution, by, list, entry, what, after, key, sealed, link)
       select coalesce(max(id), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 from chainbreak.list_changes`,
      [at, institution, by, list, entry, what, after, ...bytesOf(key, sealed, link)],
    );
  }
}

const bytesOf = (...all: readonly Uint8Array[]): readonly Buffer[] => all.map((each) => Buffer.from(each));

async function lastLink(
  database: Database,
  table: "rules_put" | "list_changes",
  by: string,
): Promise<Uint8Array> {
  const { rows } = await database.query(`select link from chainbreak.${table} order by ${by} desc limit 1`);
  return rows[0]?.link ?? new Uint8Array();
}

/** One after another, told what every partition ended with; nothing is numbered in any of them until it is kept. */
function changing<Value>(
  { database, partitions }: Log,
  act: (after: readonly number[]) => Promise<Value>,
): Promise<Value> {
  return inTransaction(database, async () => {
    await changeLock(database);
    const after: number[] = [];
    for (let partition = 0; partition < partitions; partition += 1) {
      await database.query("select pg_advisory_xact_lock($1, $2)", [lockClass.draw, partition]);
      const { rows } = await database.query(
        `select seq from chainbreak.log where partition = $1
         union all select seq from chainbreak.cuts where partition = $1 order by seq desc limit 1`,
        [partition],
      );
      after.push(Number(rows[0]?.seq ?? 0));
    }
    const value = await act(after);
    await database.query("notify chainbreak_log");
    return value;
  });
}

/** It stays until the commit: whoever destroys it waits. One that was being destroyed is gone then, and another is made. */
async function keyOf(database: Database, root: LogDeskParts["root"], whose: Whose): Promise<PersonKey> {
  for (let tries = 1; ; tries += 1) {
    const [key] = await keysFor(database, root, [whose]);
    const { number } = key!; // One was asked for.
    const { rowCount } = await database.query(
      "select 1 from chainbreak.people where number = $1 for key share",
      [Buffer.from(number)],
    );
    if (rowCount === 1) return key!;
    if (tries === triesMax) throw new Error("the key was destroyed each time it was made");
  }
}

const triesMax = 5;
