/**
 * Events put into the shared log, and their decisions waited for. An id counts once: sent again with the same content it is
 * answered the same, with other content it is refused, whoever sends it and however many send at once.
 */
import type { Configuration } from "./configuration.ts";
import { complaintsOf, type Refused, sentBy, textOf } from "./desk.ts";
import type { Judging, Told } from "./judging.ts";
import { type Database, inTransaction, type Log, lockClass, partitionOf } from "./log-database.ts";
import { keysFor, unwrap } from "./log-people.ts";
import { nameHash, type RootKeys, seal, unseal } from "./sealing.ts";

export interface AppendParts {
  readonly log: Log;
  readonly root: RootKeys;
  readonly configuration: Configuration;
  readonly read: Judging["read"];
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** In the log, so that it will be decided. */
export interface InLog {
  readonly status: 202;
  readonly partition: number;
  readonly seq: number;
  /** It was there before. */
  readonly isAgain: boolean;
}
export type Appended = InLog | Refused;

/** An event read and found good, before anything is asked of the database. */
export interface Placeable {
  readonly text: string;
  readonly institution: string;
  readonly view: string;
  readonly person: string;
  readonly partition: number;
  readonly name: Buffer;
}

/** What is put into the log, once its person is known. */
export interface ToPlace extends Pick<Placeable, "institution" | "view" | "partition" | "name"> {
  /** What the person is called on the disk. */
  readonly number: Uint8Array;
  /** Absent: of somebody whose key is gone by now, so that nobody can read it. */
  readonly text: string | undefined;
  /** When it was accepted, in milliseconds since 1970; absent: now. */
  readonly accepted?: number | undefined;
  readonly sealed: (about: string) => Uint8Array;
}

/** What is sealed in the log: where it is put is bound to it. */
export const aboutLogged = (view: string, institution: string, received: number): string =>
  JSON.stringify(["log", view, institution, received]);
export const aboutDecided = (partition: number, seq: number): string =>
  JSON.stringify(["decision", partition, seq]);

/** One answer each, in their order; all that could be taken are in the log when it returns. */
export async function append(
  parts: AppendParts,
  institution: string,
  values: readonly unknown[],
): Promise<readonly Appended[]> {
  const { log, root } = parts;
  const sent = values.map((value) => placeable(parts, institution, value));
  const good = sent.filter((each): each is Placeable => "text" in each);
  const places = await placeAll(parts, async () => {
    const keys = await keysFor(log.database, root, good);
    return good.map((each, i): ToPlace => {
      const { number, key } = keys[i]!; // One for each.
      return { ...each, number, sealed: (about) => seal(key, each.text, about) };
    });
  });
  const placeOf = new Map(good.map((each, i) => [each, places[i]!])); // `place` answers each of them.
  return sent.map((each) => ("text" in each ? placeOf.get(each)! : each));
}

/** What somebody sent, as it is put into the log, or why it is not. */
export function placeable(
  { log, root, configuration, read }: AppendParts,
  institution: string,
  value: unknown,
): Placeable | Refused {
  const sent = sentBy(institution, textOf(value), { read, configuration });
  if ("status" in sent) return sent;
  const { text, view, event } = sent;
  return {
    text,
    institution,
    view,
    person: event.person,
    partition: partitionOf(root, view, event.person, log.partitions),
    name: Buffer.from(nameHash(root.event, institution, event.id)),
  };
}

/** A key was destroyed after it was asked for: nothing was put in. */
const keyGone = new Error("the key of a person was destroyed meanwhile");
const triesMax = 5;

/**
 * Puts all of them into the log in their order, in one transaction; one answer each. `toPlace` gives them with the keys of their
 * people, and is asked again where one was destroyed meanwhile: what is sealed by a key that is gone is lost.
 */
export async function placeAll(
  parts: AppendParts,
  toPlace: () => Promise<readonly ToPlace[]>,
  beside: () => Promise<void> = async () => {},
): Promise<readonly Appended[]> {
  for (let tries = 1; ; tries += 1) {
    const all = await toPlace();
    try {
      return await inTransaction(parts.log.database, async () => {
        await beside();
        return place(parts, all);
      });
    } catch (cause) {
      if (cause !== keyGone || tries === triesMax) throw cause;
    }
  }
}

async function place(parts: AppendParts, all: readonly ToPlace[]): Promise<readonly Appended[]> {
  const { database } = parts.log;
  // One id is two events only if two institutions use it, so the senders' own locks hold two of their ids apart.
  await database.query(
    "select pg_advisory_xact_lock($1, h) from (select distinct hashtext(i) as h from unnest($2::text[]) i order by 1) s",
    [lockClass.append, all.map(({ institution }) => institution)],
  );
  await assertKeysThere(database, all);
  const known = await knownOf(parts, all);
  const ends = await endsOf(parts, all);
  const fresh: Fresh[] = [];
  const answers = all.map((each): Appended => {
    const name = each.name.toString("hex");
    const before = known.get(name);
    if (before !== undefined) return answerTo(each, before);
    const end = ends.get(each.partition)!; // Of every partition among them.
    end.seq += 1;
    end.received = Math.max(end.received, Math.min(each.accepted ?? end.now, end.now));
    known.set(name, { text: each.text, partition: each.partition, seq: end.seq });
    fresh.push({ each, seq: end.seq, received: end.received });
    return { status: 202, partition: each.partition, seq: end.seq, isAgain: false };
  });
  await put(parts, fresh);
  return answers;
}

/** They stay until the commit: whoever destroys one waits. */
async function assertKeysThere(database: Database, all: readonly ToPlace[]): Promise<void> {
  const wanted = new Map(
    all
      .filter(({ text }) => text !== undefined)
      .map(({ number }) => [Buffer.from(number).toString("hex"), number]),
  );
  const { rowCount } = await database.query(
    "select 1 from chainbreak.people where number = any($1::bytea[]) for key share",
    [[...wanted.values()].map((number) => Buffer.from(number))],
  );
  if (rowCount !== wanted.size) throw keyGone;
}

/** Of an event that came before under its name. */
export function answerTo({ text }: Pick<ToPlace, "text">, before: InLogAlready): Appended {
  if (text === undefined || before.text === undefined)
    return { status: 410, complaints: [complaintsOf.erased] };
  if (before.text !== text) return { status: 409, complaints: [complaintsOf.otherContent] };
  return { status: 202, partition: before.partition, seq: before.seq, isAgain: true };
}

export interface InLogAlready {
  /** Absent: of somebody who was erased since. */
  readonly text: string | undefined;
  readonly partition: number;
  readonly seq: number;
}

/** What is in the log under these names, by name. */
export async function knownOf(
  { log: { database }, root }: Pick<AppendParts, "log" | "root">,
  all: readonly Pick<Placeable, "name">[],
): Promise<Map<string, InLogAlready>> {
  const { rows } = await database.query(
    `select log.*, people.wrapped from chainbreak.log left join chainbreak.people on number = person
     where event = any($1::bytea[])`,
    [all.map(({ name }) => name)],
  );
  return new Map(
    rows.map(({ event, partition, seq, person, wrapped, view, institution, received, sealed }) => {
      const about = aboutLogged(view, institution, Number(received));
      const text =
        wrapped === null ? undefined : unseal(unwrap(root, person, wrapped), sealed, about).toString("utf8");
      return [event.toString("hex"), { text, partition, seq: Number(seq) }];
    }),
  );
}

interface End {
  readonly now: number;
  seq: number;
  received: number;
}

/** Where each partition ends, locked until the commit: whoever draws the next number finds this one there. */
async function endsOf(
  { log: { database }, now }: AppendParts,
  all: readonly ToPlace[],
): Promise<ReadonlyMap<number, End>> {
  const ends = new Map<number, End>();
  for (const partition of [...new Set(all.map((each) => each.partition))].sort((a, b) => a - b)) {
    await database.query("select pg_advisory_xact_lock($1, $2)", [lockClass.draw, partition]);
    // Where all went by age, the numbers go on.
    const { rows } = await database.query(
      `select seq, received from chainbreak.log where partition = $1
       union all select seq, 0 from chainbreak.cuts where partition = $1 order by seq desc limit 1`,
      [partition],
    );
    const [last] = rows;
    ends.set(partition, { now: now(), seq: Number(last?.seq ?? 0), received: Number(last?.received ?? 0) });
  }
  return ends;
}

interface Fresh {
  readonly each: ToPlace;
  readonly seq: number;
  readonly received: number;
}

async function put({ log: { database } }: AppendParts, fresh: readonly Fresh[]): Promise<void> {
  await database.query(
    `insert into chainbreak.log (partition, seq, view, institution, person, received, event, sealed)
     select p, s, v, i, n, r, e, b from
       unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::bytea[], $6::bigint[], $7::bytea[], $8::bytea[]) u(p, s, v, i, n, r, e, b)`,
    [
      fresh.map(({ each }) => each.partition),
      fresh.map(({ seq }) => seq),
      fresh.map(({ each }) => each.view),
      fresh.map(({ each }) => each.institution),
      fresh.map(({ each }) => each.number),
      fresh.map(({ received }) => received),
      fresh.map(({ each }) => each.name),
      fresh.map(({ each, received }) => each.sealed(aboutLogged(each.view, each.institution, received))),
    ],
  );
  await database.query("notify chainbreak_log");
}

/** Places of the log and what was decided there; `undefined`: not yet. */
export async function decidedAt(
  { log: { database }, root }: Pick<AppendParts, "log" | "root">,
  places: readonly InLog[],
): Promise<readonly (Told | undefined)[]> {
  const { rows } = await database.query(
    `select d.partition, d.seq, d.sealed, people.number, people.wrapped
     from unnest($1::int[], $2::bigint[]) u(p, s) join chainbreak.decisions d on d.partition = p and d.seq = s
     join chainbreak.log l on l.partition = p and l.seq = s join chainbreak.people on people.number = l.person`,
    [places.map(({ partition }) => partition), places.map(({ seq }) => seq)],
  );
  const found = new Map<string, Told>();
  for (const { partition, seq, sealed, number, wrapped } of rows) {
    const text = unseal(unwrap(root, number, wrapped), sealed, aboutDecided(partition, Number(seq)));
    found.set(`${partition} ${seq}`, JSON.parse(text.toString("utf8")).told);
  }
  return places.map(({ partition, seq }) => found.get(`${partition} ${seq}`));
}
