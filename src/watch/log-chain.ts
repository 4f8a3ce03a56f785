/**
 * The chain of hashes of a partition: every decision is linked to the one before it, over what lies on the disk of it and of its
 * event, so that one changed, left out or put in between shows, to whoever has no key too. Where records went by age, the link of
 * the last is kept with a keyed hash, or anybody could take the beginning away and call it age.
 */
import { CannotServe } from "../server/index.ts";
import { aboutDecided, aboutLogged } from "./log-append.ts";
import type { Database, Log } from "./log-database.ts";
import { unwrap } from "./log-people.ts";
import { hexOf, link, nameHash, type RootKeys, unseal } from "./sealing.ts";
import type { Verified } from "./verify.ts";

/** A place in the chain of a partition: a number of the log, and the link of the last decision up to it. */
export interface LogHead {
  readonly seq: number;
  readonly link: Uint8Array;
}

/** What of a decision and its event the chain runs over. */
export interface Linked {
  readonly seq: number;
  readonly view: string;
  readonly institution: string;
  readonly person: Uint8Array;
  readonly received: number;
  readonly event: Uint8Array;
  readonly sealed: Uint8Array;
  readonly decision: number;
  readonly decided: Uint8Array;
}

const firstLink = new Uint8Array(32);

export const linkAfter = (before: Uint8Array, partition: number, of: Linked): Uint8Array =>
  link(before, [
    ...[partition, of.seq, of.view, of.institution, of.person, of.received, of.event, of.sealed],
    ...[of.decision, of.decided],
  ]);

const hashOfCut = (root: RootKeys, partition: number, { seq, link: last }: LogHead): Buffer =>
  Buffer.from(nameHash(root.cut, "cut of a partition", String(partition), String(seq), hexOf(last)));

/** The last record of the partition that went by age; number 0: none has. Throws where it was not age. */
export async function cutOf(database: Database, root: RootKeys, partition: number): Promise<LogHead> {
  const { rows } = await database.query("select seq, link, hash from chainbreak.cuts where partition = $1", [
    partition,
  ]);
  const [row] = rows;
  if (row === undefined) return { seq: 0, link: firstLink };
  const cut = { seq: Number(row.seq), link: row.link as Uint8Array };
  if (Buffer.compare(hashOfCut(root, partition, cut), row.hash) === 0) return cut;
  throw new CannotServe(
    `the first records of partition ${partition} were taken away, and not by age`,
    "the log was changed from outside: restore a copy",
  );
}

/** Within a transaction, with the records themselves. */
export async function keepCut(
  database: Database,
  root: RootKeys,
  { partition, ...cut }: LogHead & { readonly partition: number },
): Promise<void> {
  await database.query(
    `insert into chainbreak.cuts values ($1, $2, $3, $4) on conflict (partition)
     do update set seq = excluded.seq, link = excluded.link, hash = excluded.hash`,
    [partition, cut.seq, Buffer.from(cut.link), hashOfCut(root, partition, cut)],
  );
}

/** The link of the last decision of the partition up to this number, or of what went by age. */
export async function linkAt(
  database: Database,
  { partition, upTo, cut }: { readonly partition: number; readonly upTo: number; readonly cut: LogHead },
): Promise<Uint8Array> {
  const { rows } = await database.query(
    "select link from chainbreak.decisions where partition = $1 and seq <= $2 order by seq desc limit 1",
    [partition, upTo],
  );
  return rows[0]?.link ?? cut.link;
}

const atOnce = 1_000;

interface LinkedRow extends Linked {
  readonly wrapped: Uint8Array | null;
  readonly link: Uint8Array;
}

/** Every decision of the partition, with its event, in order. */
async function* linkedRows(database: Database, partition: number): AsyncGenerator<LinkedRow> {
  for (let after = 0; ; ) {
    const { rows } = await database.query(
      `select l.seq, l.view, l.institution, l.person, l.received, l.event, l.sealed, d.decision, d.sealed as decided, d.link, p.wrapped
       from chainbreak.decisions d join chainbreak.log l on l.partition = d.partition and l.seq = d.seq
       left join chainbreak.people p on p.number = l.person
       where d.partition = $1 and d.seq > $2 order by d.seq limit ${atOnce}`,
      [partition, after],
    );
    for (const row of rows) yield { ...row, seq: Number(row.seq), received: Number(row.received) };
    const last = rows.at(-1);
    if (last === undefined) return;
    after = Number(last.seq);
  }
}

/** Links what was decided before there was a chain. */
export async function linkUp(database: Database, partitions: number): Promise<void> {
  for (let partition = 0; partition < partitions; partition += 1) {
    let before: Uint8Array = firstLink;
    for await (const row of linkedRows(database, partition)) {
      before = linkAfter(before, partition, row);
      await database.query("update chainbreak.decisions set link = $3 where partition = $1 and seq = $2", [
        partition,
        row.seq,
        Buffer.from(before),
      ]);
    }
  }
}

export interface PartitionVerified extends Verified {
  readonly partition: number;
}

interface VerifyAsked {
  readonly partition: number;
  readonly head?: PartitionVerified["head"] | undefined;
}

/** A partition held to its chain, and every record that has a key opened. It may be asked while workers are at it. */
export async function verifyPartition(
  { database }: Log,
  root: RootKeys,
  asked: VerifyAsked,
): Promise<PartitionVerified> {
  for (let cut = await cutOf(database, root, asked.partition); ; ) {
    const found = await verifyAfter(cut, database, root, asked);
    if (found.broken === undefined && found.holds !== false) return found;
    // What went by age meanwhile is missing, and nothing is broken by that: the rest is held to what is kept of it now.
    const now = await cutOf(database, root, asked.partition);
    if (now.seq === cut.seq) return found;
    cut = now;
  }
}

async function verifyAfter(
  cut: LogHead,
  database: Database,
  root: RootKeys,
  { partition, head }: VerifyAsked,
): Promise<PartitionVerified> {
  let before = cut.link;
  let [records, opened, erased] = [0, 0, 0];
  let last = { record: cut.seq, link: cut.seq === 0 ? "" : hexOf(cut.link) };
  let holds = head?.record === 0 || (head?.record === last.record && head.link === last.link);
  const sums = () => ({
    ...{ partition, records, opened, erased, head: last },
    ...(cut.seq === 0 ? {} : { gone: cut.seq }),
    ...(head === undefined ? {} : { holds }),
  });
  for await (const row of linkedRows(database, partition)) {
    before = linkAfter(before, partition, row);
    if (row.link === null || Buffer.compare(before, row.link) !== 0)
      return { ...sums(), broken: { record: row.seq, why: "chain" } };
    records += 1;
    last = { record: row.seq, link: hexOf(before) };
    if (head?.record === row.seq) holds = head.link === last.link;
    if (row.wrapped === null) erased += 1;
    else if (opens(root, partition, { ...row, wrapped: row.wrapped })) opened += 1;
    else return { ...sums(), broken: { record: row.seq, why: "seal" } };
  }
  return sums();
}

function opens(
  root: RootKeys,
  partition: number,
  {
    seq,
    view,
    institution,
    received,
    person,
    wrapped,
    sealed,
    decided,
  }: LinkedRow & { readonly wrapped: Uint8Array },
): boolean {
  try {
    const key = unwrap(root, person, wrapped);
    unseal(key, sealed, aboutLogged(view, institution, received));
    unseal(key, decided, aboutDecided(partition, seq));
    return true;
  } catch {
    return false;
  }
}
