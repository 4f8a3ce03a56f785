/**
 * What is older than the operator keeps goes from the shared log, as it goes from the embedded journal (`retention.ts`): from the
 * first record of a partition on, some at a time between what is decided, by the worker that holds it. Of a person of whom nothing
 * is left the key is destroyed and the state forgets them; of anybody else what was learned stays in the state, which from then on
 * is kept as what holds the past.
 */
import { ageClock } from "./age-clock.ts";
import type { Configuration } from "./configuration.ts";
import type { Judging } from "./judging.ts";
import { agedEntries } from "./lists.ts";
import { aboutLogged } from "./log-append.ts";
import { cutOf, keepCut, linkAt } from "./log-chain.ts";
import { listChangesIn, rulesIn } from "./log-changes.ts";
import { changeLock, inTransaction, type Log } from "./log-database.ts";
import { settlePeople } from "./log-erase.ts";
import { unwrap } from "./log-people.ts";
import { stateName } from "./log-states.ts";
import { replacedBefore } from "./put-rules.ts";
import { nameHash, type RootKeys, unseal } from "./sealing.ts";

export interface LogAgeParts {
  readonly log: Log;
  readonly root: RootKeys;
  readonly configuration: Configuration;
  /** Milliseconds since 1970, and milliseconds from any beginning by a clock nobody sets. */
  readonly now: () => number;
  readonly clock: () => number;
  readonly say: (line: string) => void;
}

/** A partition as its worker has it. */
export interface Ageing {
  readonly judging: Judging;
  readonly offset: number;
  readonly erased: string;
}

export interface LogAge {
  /**
   * One piece of what is due in a partition that is held; nothing where nothing is, or it was looked at within the hour.
   * True: all that was old is gone, and the state is to be kept. Throws what the database says.
   */
  pass(partition: number, own: Ageing): Promise<boolean>;
  letGo(partition: number): void;
}

const atOnceMax = 500;
const millisecondsPerHour = 3_600_000;

interface Looking {
  readonly oldBefore: (days: number) => number;
  lookedAt: number;
  records: number;
  persons: number;
}

export function openLogAge(parts: LogAgeParts): LogAge {
  const { now, clock, say } = parts;
  const { database } = parts.log;
  const { retainDays } = parts.configuration;
  const lookings = new Map<number, Looking>();

  const lookingAt = async (partition: number): Promise<Looking> => {
    const known = lookings.get(partition);
    if (known !== undefined) return known;
    const { rows } = await database.query(
      "select received from chainbreak.log where partition = $1 order by seq desc limit 1",
      [partition],
    );
    const oldBefore = ageClock({ lastBefore: Number(rows[0]?.received ?? 0), now, clock, say });
    const looking = { oldBefore, lookedAt: Number.NEGATIVE_INFINITY, records: 0, persons: 0 };
    lookings.set(partition, looking);
    return looking;
  };

  const finish = async (partition: number, looking: Looking): Promise<boolean> => {
    const { records, persons } = looking;
    looking.lookedAt = clock();
    if (records === 0) return false;
    looking.records = 0;
    looking.persons = 0;
    const why = persons === 0 ? undefined : await settlePeople(database);
    const unsettled = why === undefined ? "" : `; the place of their keys was not written anew: ${why}`;
    say(
      `${records} records of partition ${partition} went by age, and ${persons} people of whom nothing is left${unsettled}`,
    );
    return true;
  };

  return {
    async pass(partition, own) {
      if (retainDays === undefined) return false;
      const looking = await lookingAt(partition);
      if (looking.records === 0 && clock() - looking.lookedAt < millisecondsPerHour) return false;
      const going = await oldOf(parts, {
        partition,
        upTo: own.offset,
        before: looking.oldBefore(retainDays),
      });
      if (going.length === 0) {
        if (partition === 0) await passChanges(parts, looking.oldBefore(retainDays));
        return finish(partition, looking);
      }
      const gone = await passOne(parts, { partition, own, going });
      // Somebody was erased, or the partition is another's: it is looked at again when it is held again.
      if (gone === undefined) return false;
      looking.records += going.length;
      looking.persons += gone.length;
      await forget(parts, own, { going, gone });
      return false;
    },
    letGo: (partition) => void lookings.delete(partition),
  };
}

interface Going {
  readonly seq: number;
  readonly view: string;
  readonly institution: string;
  /** What the person is called on the disk. */
  readonly number: Buffer;
  /** The event as it was sent; absent: nobody can read it any more. */
  readonly text: string | undefined;
}

/** The first records of the partition, as far as they are decided and were received before. */
async function oldOf(
  { log: { database }, root }: LogAgeParts,
  { partition, upTo, before }: { readonly partition: number; readonly upTo: number; readonly before: number },
): Promise<readonly Going[]> {
  const { rows } = await database.query(
    `select l.seq, l.view, l.institution, l.received, l.sealed, l.person, p.wrapped
     from chainbreak.log l left join chainbreak.people p on p.number = l.person
     where l.partition = $1 and l.seq <= $2 order by l.seq limit ${atOnceMax}`,
    [partition, upTo],
  );
  const first = rows.findIndex(({ received }) => Number(received) >= before);
  return (first < 0 ? rows : rows.slice(0, first)).map(
    ({ seq, view, institution, received, sealed, person, wrapped }): Going => {
      const about = aboutLogged(view, institution, Number(received));
      const text =
        wrapped === null ? undefined : unseal(unwrap(root, person, wrapped), sealed, about).toString("utf8");
      return { seq: Number(seq), view, institution, number: person, text };
    },
  );
}

/** Takes them away, and gives the people of whom nothing is left; `undefined`: the partition is not as its worker has it. */
function passOne(
  { log: { database }, root }: LogAgeParts,
  {
    partition,
    own,
    going,
  }: { readonly partition: number; readonly own: Ageing; readonly going: readonly Going[] },
): Promise<readonly Going[] | undefined> {
  const { seq } = going.at(-1)!; // Asked only where there is one.
  const byNumber = new Map(going.map((each) => [each.number.toString("hex"), each]));
  return inTransaction(database, async () => {
    // Whoever erases somebody waits here, or has been before.
    const here = await database.query(
      "select 1 from chainbreak.offsets where partition = $1 and seq = $2 and erased = $3 for update",
      [partition, own.offset, own.erased],
    );
    if (here.rowCount !== 1) return undefined;
    // Whoever puts something in for one of them has done so, or finds the key gone and makes another.
    const locked = await database.query(
      "select number from chainbreak.people where number = any($1::bytea[]) for update",
      [[...byNumber.values()].map(({ number }) => number)],
    );
    const numbers: Buffer[] = locked.rows.map(({ number }) => number);
    const beyond = await database.query(
      "select distinct person from chainbreak.log where partition = $1 and seq > $2 and person = any($3::bytea[])",
      [partition, seq, numbers],
    );
    const stay = new Set(beyond.rows.map(({ person }) => person.toString("hex")));
    const gone = numbers.filter((number) => !stay.has(number.toString("hex")));
    // A state that knows them, or from before what goes now, is gone on from by nobody.
    const names = gone.length === 0 ? [] : [stateName(root, partition)];
    await database.query(
      "delete from chainbreak.people where number = any($1::bytea[]) or name = any($2::bytea[])",
      [gone, names],
    );
    await database.query("delete from chainbreak.states where partition = $1 and (seq < $2 or $3)", [
      partition,
      seq,
      gone.length > 0,
    ]);
    const cut = await cutOf(database, root, partition);
    await keepCut(database, root, {
      partition,
      seq,
      link: await linkAt(database, { partition, upTo: seq, cut }),
    });
    for (const table of ["decisions", "log"])
      await database.query(`delete from chainbreak.${table} where partition = $1 and seq <= $2`, [
        partition,
        seq,
      ]);
    return gone.map((number) => byNumber.get(number.toString("hex"))!); // Each is one of them.
  });
}

/** What was taken off lists, or replaced in rules, before this moment: nobody can read it any more. By whoever holds the first partition. */
async function passChanges(
  { log: { database, partitions }, root }: LogAgeParts,
  before: number,
): Promise<void> {
  const count = await inTransaction(database, async () => {
    // A value that is put on a list anew meanwhile would be sealed by the key that goes.
    await changeLock(database);
    const entries = agedEntries(
      (await listChangesIn(database, root)).map((each) => ({ ...each, after: 0 })),
      before,
    );
    // What a version says is asked of its text alone: by which file it was started is none of it.
    const cuts: number[] = [];
    for (let each = 0; each < partitions; each += 1) cuts.push((await cutOf(database, root, each)).seq);
    // Another worker may not have come so far with its own.
    const versions = replacedBefore(await rulesIn(database, root, undefined), before, ({ after }) =>
      after.every((seq, partition) => seq <= cuts[partition]!),
    );
    const gone = [...entries, ...versions.map(({ key }) => key)];
    if (gone.length > 0)
      await database.query("delete from chainbreak.people where number = any($1::bytea[])", [
        gone.map((key) => Buffer.from(key)),
      ]);
    return gone.length;
  });
  if (count > 0) await settlePeople(database);
}

/** The state forgets the ids of what went, and whoever nobody in their view knows any more. */
async function forget(
  { log: { database }, root, configuration: { institutions, viewOf } }: LogAgeParts,
  { judging }: Ageing,
  { going, gone }: { readonly going: readonly Going[]; readonly gone: readonly Going[] },
): Promise<void> {
  for (const { view, institution, text } of going)
    if (text !== undefined) judging.forgetIds(view, [{ institution, text }]);
  for (const { view, text } of gone) {
    const read = text === undefined ? undefined : judging.read(text);
    if (read?.kind !== "read") continue;
    const { person } = read.event;
    const names = institutions
      .filter((other) => viewOf.get(other) === view)
      .map((other) => Buffer.from(nameHash(root.person, view, other, person)));
    const known = await database.query(
      "select 1 from chainbreak.people where name = any($1::bytea[]) limit 1",
      [names],
    );
    if (known.rowCount === 0) judging.forget(view, person, []);
  }
}
