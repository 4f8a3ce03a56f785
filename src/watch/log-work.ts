/**
 * A worker: takes partitions of the shared log, decides what stands in them in its order, and keeps decisions and offset in
 * one transaction. Whatever is killed where, an event is decided once and as if nothing had happened.
 *
 * - A lease is an advisory lock of the connection the worker also writes by: the lock cannot be gone while a write of this
 *   worker still comes through. The offset is written only over the one it was read as; anything else is a fault of ours.
 * - The state is in memory. Whoever takes a partition over judges it again, from its beginning or from a state that was
 *   kept, up to the offset, and counts what comes out otherwise.
 * - Workers know of one another by locks, too: with some of them alive, each keeps its share of the partitions.
 */
import type { KeyObject } from "node:crypto";
import { decisions } from "../detect/index.ts";
import type { Judging, StatePart } from "./judging.ts";
import type { StateAfter } from "./kept-state.ts";
import type { LogAge } from "./log-age.ts";
import { aboutDecided, aboutLogged } from "./log-append.ts";
import type { Intake } from "./log-bus.ts";
import { cutOf, linkAfter, linkAt } from "./log-chain.ts";
import type { LogChanges } from "./log-changes.ts";
import { inTransaction, type Log, lockClass } from "./log-database.ts";
import { unwrap } from "./log-people.ts";
import { logStates } from "./log-states.ts";
import { type RootKeys, seal, unseal } from "./sealing.ts";

export interface WorkParts {
  readonly log: Log;
  readonly root: RootKeys;
  /** One for each partition that is taken: of nothing yet, or gone on from a state. */
  readonly judging: (partition: number, from?: Iterable<StatePart>) => Judging;
  /** Lists and rules as they are changed meanwhile. */
  readonly changes: LogChanges;
  /** Names all that decisions rest on beside the events; absent: no states are kept. */
  readonly basis: string | undefined;
  readonly stateAfter: StateAfter;
  /** What is taken away once it is old; absent: nothing. */
  readonly age?: LogAge | undefined;
  /** Where events come from besides the log; absent: nowhere. */
  readonly intake?: Intake | undefined;
  /** Told why nothing can be taken in, when that changes; `undefined`: it can again. */
  readonly onIntake?: ((fault: string | undefined) => void) | undefined;
}

export interface Worker {
  /** One round: leases, then whatever waits in them. Gives how many events were decided. Throws what the database says. */
  round(): Promise<number>;
  holds(): readonly number[];
  /** Decisions that came out otherwise when a partition was taken over. */
  differ(): number;
  /** Events judged again when partitions were taken over. */
  judgedAgain(): number;
  /** Lets go of all partitions, for others to take at once. */
  leave(): Promise<void>;
}

/** Decided and committed together. */
const batchMax = 500;

interface Held {
  readonly judging: Judging;
  offset: number;
  /** Events judged since its state was kept. */
  since: number;
  /** How many had been erased in the partition when its state was made. */
  readonly erased: string;
  /** Of the decision at or before the offset. */
  link: Uint8Array;
}

/** The state in memory knows somebody who is erased by now: it is made again, and no fault of anybody. */
const erasedMeanwhile = new Error("somebody was erased meanwhile");

export async function openWorker(parts: WorkParts): Promise<Worker> {
  const { log, root, intake } = parts;
  const { database, partitions } = log;
  let intakeFault: string | undefined;
  const held = new Map<number, Held>();
  const states = logStates(parts);
  let [differ, judgedAgain] = [0, 0];
  await database.query("select pg_advisory_lock($1, pg_backend_pid())", [lockClass.worker]);
  await database.query("listen chainbreak_log");

  const share = async (): Promise<number> => {
    const { rows } = await database.query(
      `select count(distinct pid)::int as n from pg_locks where locktype = 'advisory' and classid = $1::int::oid and objsubid = 2
       and database = (select oid from pg_database where datname = current_database())`,
      [lockClass.worker],
    );
    return Math.ceil(partitions / Math.max(1, rows[0]?.n ?? 1));
  };
  const keepState = async (partition: number, own: Held, after: number): Promise<void> => {
    if (own.since < after) return;
    own.since = 0;
    await states.keep(partition, { seq: own.offset, erased: own.erased }, own.judging);
  };
  const letGo = async (partition: number): Promise<void> => {
    const own = held.get(partition);
    if (own !== undefined) await keepState(partition, own, parts.stateAfter.atRest);
    held.delete(partition);
    await intake?.letGo(partition);
    parts.age?.letGo(partition);
    await database.query("select pg_advisory_unlock($1, $2)", [lockClass.lease, partition]);
  };
  /** What cannot be taken in waits where it is; what is in the log is decided all the same. */
  const takeIn = async (): Promise<void> => {
    let fault: string | undefined;
    try {
      for (const partition of held.keys()) await intake?.take(partition);
    } catch (cause) {
      fault = cause instanceof Error ? cause.message : String(cause);
    }
    if (fault !== intakeFault) parts.onIntake?.(fault);
    intakeFault = fault;
  };
  /** Partitions in which somebody was erased since their state was made. */
  const outlived = async (): Promise<readonly number[]> => {
    const { rows } = await database.query(
      "select partition, erased from chainbreak.offsets where partition = any($1::int[])",
      [[...held.keys()]],
    );
    return rows
      .filter(({ partition, erased }) => held.get(partition)?.erased !== erased)
      .map(({ partition }) => Number(partition));
  };
  const balance = async (): Promise<void> => {
    const most = await share();
    for (const partition of await outlived()) await letGo(partition);
    for (const partition of [...held.keys()].slice(most)) await letGo(partition);
    for (let partition = 0; partition < partitions && held.size < most; partition += 1) {
      if (held.has(partition)) continue;
      const { rows } = await database.query("select pg_try_advisory_lock($1, $2) as got", [
        lockClass.lease,
        partition,
      ]);
      if (rows[0]?.got === true) held.set(partition, await takeOver(partition));
    }
  };

  const rowsOf = async (partition: number, after: number, upTo: number): Promise<readonly Row[]> => {
    const { rows } = await database.query(
      `select l.seq, l.view, l.institution, l.received, l.event, l.sealed, l.person, p.wrapped, d.decision, d.sealed as decided
       from chainbreak.log l left join chainbreak.people p on p.number = l.person
       left join chainbreak.decisions d on d.partition = l.partition and d.seq = l.seq
       where l.partition = $1 and l.seq > $2 and l.seq <= $3 order by l.seq limit ${batchMax}`,
      [partition, after, upTo],
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq), received: Number(row.received) }));
  };
  /** What is decided on a row, sealed. */
  const judgeRow = (judging: Judging, partition: number, row: OpenRow) => {
    const { view, institution, received, seq, sealed, person, wrapped } = row;
    const key = unwrap(root, person, wrapped);
    const text = unseal(key, sealed, aboutLogged(view, institution, received)).toString("utf8");
    const read = judging.read(text);
    if (read.kind === "unread")
      throw new Error(`event ${seq} of partition ${partition} cannot be read any more`);
    judging.at(seq);
    const judged = judging.judge(read.event, read.complaints, { view, institution, received });
    return { key, decision: decisions.indexOf(judged.told.decision), text: JSON.stringify(judged) };
  };
  const takeOver = async (partition: number): Promise<Held> => {
    await parts.changes.reload();
    const { rows } = await database.query("select seq, erased from chainbreak.offsets where partition = $1", [
      partition,
    ]);
    const erased: string = rows[0]?.erased ?? "0";
    const end = Number(rows[0]?.seq ?? 0);
    const found = await states.find(partition, { seq: end, erased });
    const cut = await cutOf(database, root, partition);
    const isWhole = found !== undefined && found.seq >= cut.seq;
    const judging = isWhole ? found.judging : parts.judging(partition);
    let offset = isWhole ? found.seq : cut.seq;
    let since = 0;
    while (offset < end) {
      const some = await rowsOf(partition, offset, end);
      for (const row of some.filter(isOpen)) {
        const { key, text } = judgeRow(judging, partition, row);
        const before =
          row.decided === null ? undefined : unseal(key, row.decided, aboutDecided(partition, row.seq));
        if (before?.toString("utf8") !== text) differ += 1;
        since += 1;
      }
      const last = some.at(-1);
      if (last === undefined) throw new Error(`partition ${partition} of the log ends before its offset`);
      offset = last.seq;
    }
    judgedAgain += since;
    const own = {
      judging,
      offset,
      erased,
      since,
      link: await linkAt(database, { partition, upTo: end, cut }),
    };
    await keepState(partition, own, parts.stateAfter.atRest);
    return own;
  };

  const work = async (partition: number, own: Held): Promise<number> => {
    const rows = await rowsOf(partition, own.offset, Number.MAX_SAFE_INTEGER);
    const last = rows.at(-1);
    if (last === undefined) return 0;
    try {
      // After the rows were read: whatever was changed before one of them is there by now.
      await parts.changes.refresh();
      const judged = rows.filter(isOpen).map((row) => ({ row, ...judgeRow(own.judging, partition, row) }));
      const kept = linked(partition, own.link, judged);
      await inTransaction(database, async () => {
        const moved = await database.query(
          "update chainbreak.offsets set seq = $3, decided = $3 where partition = $1 and seq = $2 returning erased",
          [partition, own.offset, last.seq],
        );
        if (moved.rows[0]?.erased !== own.erased && moved.rowCount === 1) throw erasedMeanwhile;
        if (moved.rowCount !== 1)
          throw new Error(`somebody else has moved the offset of partition ${partition}`);
        await database.query(
          `insert into chainbreak.decisions (partition, seq, decision, sealed, link)
           select $1, s, d, b, l from unnest($2::bigint[], $3::smallint[], $4::bytea[], $5::bytea[]) u(s, d, b, l)`,
          [
            partition,
            kept.map(({ seq }) => seq),
            kept.map(({ decision }) => decision),
            kept.map(({ decided }) => decided),
            kept.map(({ link }) => link),
          ],
        );
        await database.query("notify chainbreak_decided");
      });
      own.offset = last.seq;
      own.link = kept.at(-1)?.link ?? own.link;
      own.since += judged.length;
      await keepState(partition, own, parts.stateAfter.running);
      return rows.length;
    } catch (cause) {
      // The state in memory is ahead of what is kept: it is thrown away and made again by whoever takes it next.
      held.delete(partition);
      await intake?.letGo(partition).catch(() => {});
      parts.age?.letGo(partition);
      await database.query("select pg_advisory_unlock($1, $2)", [lockClass.lease, partition]).catch(() => {});
      if (cause === erasedMeanwhile) return 0;
      throw cause;
    }
  };

  return {
    async round() {
      await balance();
      await takeIn();
      let decided = 0;
      for (const [partition, own] of [...held]) decided += await work(partition, own);
      for (const [partition, own] of held)
        if (await parts.age?.pass(partition, own)) {
          // What went by age is in no replay any more: the state as it is now is what is gone on from.
          own.since = Number.POSITIVE_INFINITY;
          await keepState(partition, own, 0);
        }
      return decided;
    },
    holds: () => [...held.keys()],
    differ: () => differ,
    judgedAgain: () => judgedAgain,
    async leave() {
      for (const partition of [...held.keys()]) await letGo(partition);
      await database.end();
    },
  };
}

/** Sealed, and each linked to the one before it. */
function linked(
  partition: number,
  before: Uint8Array,
  judged: readonly {
    readonly row: Row;
    readonly key: KeyObject;
    readonly decision: number;
    readonly text: string;
  }[],
) {
  let last = before;
  return judged.map(({ row, key, decision, text }) => {
    const decided = seal(key, text, aboutDecided(partition, row.seq));
    last = linkAfter(last, partition, { ...row, decision, decided });
    return { seq: row.seq, decision, decided, link: Buffer.from(last) };
  });
}

interface Row {
  readonly seq: number;
  readonly view: string;
  readonly institution: string;
  readonly received: number;
  readonly event: Uint8Array;
  readonly sealed: Uint8Array;
  readonly person: Uint8Array;
  /** Null: of somebody who was erased. It has no decision, and nobody can read it. */
  readonly wrapped: Uint8Array | null;
  readonly decided: Uint8Array | null;
}
type OpenRow = Row & { readonly wrapped: Uint8Array };

const isOpen = (row: Row): row is OpenRow => row.wrapped !== null;
