/**
 * The log that many workers share, on PostgreSQL: events as they came, by partition, and the decision on each. A person is
 * always in one partition, so that one worker at a time decides everything about them, in the order of the log.
 *
 * The trap this is built around: numbers drawn by a sequence are not committed in their order, and whoever reads by number
 * then passes over rows that come late. So a number is drawn under a lock of its partition that is held until the commit.
 *
 * What lies here is sealed as it is in the embedded journal; every machine needs the same `secret.key`.
 */
import type pg from "pg";
import { nameHash, type RootKeys } from "./sealing.ts";

export type Database = pg.Client;

/** Advisory locks of ours, told apart from those of others on the same database. */
export const lockClass = {
  prepare: 0x63_62_00,
  /** Whoever sends: two of its ids. */
  append: 0x63_62_01,
  lease: 0x63_62_02,
  worker: 0x63_62_03,
  /** What is put on lists, and rules put in force. */
  change: 0x63_62_04,
  /** The numbers of a partition. */
  draw: 0x63_62_11,
};

export interface Log {
  readonly database: Database;
  readonly partitions: number;
}

/** All or nothing; a connection that broke has rolled back already. */
export async function inTransaction<Value>(database: Database, act: () => Promise<Value>): Promise<Value> {
  await database.query("begin");
  try {
    const value = await act();
    await database.query("commit");
    return value;
  } catch (cause) {
    await database.query("rollback").catch(() => {});
    throw cause;
  }
}

/** Until the commit nobody else changes lists or rules, or takes away what is over of them. */
export const changeLock = async (database: Database): Promise<void> =>
  void (await database.query("select pg_advisory_xact_lock($1, 0)", [lockClass.change]));

/** The partition of a person: by a keyed hash, so that nobody without the key can tell who is where. */
export function partitionOf(root: RootKeys, view: string, person: string, partitions: number): number {
  const [a = 0, b = 0, c = 0] = nameHash(root.person, "partition", view, person);
  return (a * 65_536 + b * 256 + c) % partitions;
}
