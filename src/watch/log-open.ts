/** The shared log opened: connected, its tables made where there are none, brought up where an older version made them. */
import pg from "pg";
import { CannotServe } from "../server/index.ts";
import { linkUp } from "./log-chain.ts";
import { type Database, inTransaction, type Log, lockClass } from "./log-database.ts";
import { unwrap, wrapConstraint, wrapMark, wrappedByAnother } from "./log-people.ts";
import { nameHash, type RootKeys } from "./sealing.ts";

/** More processes than anybody runs for one log. */
const partitionsMax = 256;
/** The form of the tables. */
const logForm = "7";
/**
 * Connects and makes the tables where there are none. `url` absent: as the PG… variables of the environment say.
 * `partitions` is fixed when the tables are made; absent later on.
 */
export async function openLog({
  url,
  partitions,
  root,
}: {
  readonly url: string | undefined;
  readonly partitions: number | undefined;
  readonly root: RootKeys;
}): Promise<Log> {
  const database = await connect(url);
  try {
    return { database, partitions: await prepare(database, { partitions, root }) };
  } catch (cause) {
    await database.end();
    throw cause;
  }
}

export async function connect(url: string | undefined): Promise<Database> {
  const database = new pg.Client(url === undefined ? {} : { connectionString: url });
  // A connection that breaks while nothing is asked is met by the next question.
  database.on("error", () => {});
  await database.connect().catch((cause: unknown) => {
    throw new CannotServe(
      `the database does not let us in: ${cause instanceof Error ? cause.message : String(cause)}`,
      "give its address with --database, or in PGHOST, PGUSER, PGDATABASE and PGPASSWORD",
    );
  });
  return database;
}

/** By what the log knows that it is of the same folder: names are found by the same keys, rotated or not. */
export const logKey = (root: RootKeys): string =>
  Buffer.from(nameHash(root.person, "key of the log")).toString("hex");

async function prepare(
  database: Database,
  { partitions, root }: { readonly partitions: number | undefined; readonly root: RootKeys },
): Promise<number> {
  if (partitions !== undefined && !(partitions >= 1 && partitions <= partitionsMax))
    throw new CannotServe(`a log has 1 to ${partitionsMax} partitions`, "give another number");
  // Another key seals otherwise and puts people elsewhere: it is known by what it makes of a word.
  const key = logKey(root);
  return inTransaction(database, async () => {
    await database.query("select pg_advisory_xact_lock($1, 0)", [lockClass.prepare]);
    await database.query(tables);
    const wanted = { form: logForm, key, partitions: String(partitions ?? 1) };
    for (const [name, text] of Object.entries(wanted))
      await database.query("insert into chainbreak.settings values ($1, $2) on conflict do nothing", [
        name,
        text,
      ]);
    const { rows } = await database.query("select name, text from chainbreak.settings");
    const kept = new Map<string, string>(rows.map(({ name, text }) => [name, text]));
    const form = kept.get("form");
    if (form === "1")
      await database.query("alter table chainbreak.offsets add column erased bigint not null default 0");
    // Form 3 has states, and whoever does not know them would erase somebody and leave them in one. Form 4 has a chain, and may
    // begin after records that went by age. Form 5 says by which key the keys of people are wrapped. Form 6 has
    // lists and rules, and whoever does not know them would decide otherwise. Form 7 keeps those from deciding who were there before.
    if (form === "1" || form === "2" || form === "3") await linkUp(database, Number(kept.get("partitions")));
    if (form !== undefined && ["1", "2", "3", "4", "5", "6"].includes(form)) {
      await database.query(decidedBesideSeq);
      await database.query("update chainbreak.settings set text = $1 where name = 'form'", [logForm]);
    } else if (form !== logForm)
      throw new CannotServe("the log was made by another version of chainbreak", "run it with that version");
    if (kept.get("key") !== key)
      throw new CannotServe(
        "the log was made with another `secret.key`",
        "copy `secret.key` from the folder it was made with",
      );
    await holdToKey(database, root);
    const made = Number(kept.get("partitions"));
    if (partitions !== undefined && partitions !== made)
      throw new CannotServe(
        `the log has ${made} partitions, not ${partitions}`,
        "leave --partitions out: what was decided in one partition cannot be moved to another",
      );
    await database.query(
      "insert into chainbreak.offsets (partition, seq, decided) select n, 0, 0 from generate_series(0, $1::int - 1) n on conflict do nothing",
      [made],
    );
    return made;
  });
}

/**
 * One that was rotated finds the same names, and opens nothing: what it wrapped, the others could not open. Where the database does
 * not hold everybody to a key yet, it does from now on.
 */
async function holdToKey(database: Database, root: RootKeys): Promise<void> {
  const held = await heldTo(database);
  if (held === wrapMark(root.wrap)) return;
  if (held !== undefined) throw wrappedByAnother();
  const { rows } = await database.query("select number, wrapped from chainbreak.people limit 1");
  for (const { number, wrapped } of rows) unwrap(root, number, wrapped);
  await database.query("alter table chainbreak.people add column if not exists wrapping text");
  await holdTo(database, wrapMark(root.wrap));
}

/** The mark of the key that wraps; `undefined`: the log is of a form that does not say it. */
export async function heldTo(database: Database): Promise<string | undefined> {
  const { rows } = await database.query(
    "select pg_get_constraintdef(oid) as said from pg_constraint where conname = $1 and conrelid = to_regclass('chainbreak.people')",
    [wrapConstraint],
  );
  return /'([0-9a-f]+)'/.exec(String(rows[0]?.said ?? ""))?.[1];
}

/** In a transaction: every row there is and every later one is wrapped by the key of this mark. A mark is digits alone. */
export async function holdTo(database: Database, mark: string): Promise<void> {
  await database.query(`alter table chainbreak.people drop constraint if exists ${wrapConstraint}`);
  await database.query("update chainbreak.people set wrapping = $1 where wrapping is distinct from $1", [
    mark,
  ]);
  await database.query(
    `alter table chainbreak.people alter column wrapping set not null, add constraint ${wrapConstraint} check (wrapping = '${mark}')`,
  );
}

const tables = `
  create schema if not exists chainbreak;
  create table if not exists chainbreak.settings (name text primary key, text text not null);
  create table if not exists chainbreak.people (
    number bytea primary key, name bytea not null unique, wrapped bytea not null
  );
  create table if not exists chainbreak.log (
    partition int not null, seq bigint not null, view text not null, institution text not null, person bytea not null,
    received bigint not null, event bytea not null unique, sealed bytea not null, primary key (partition, seq)
  );
  create table if not exists chainbreak.decisions (
    partition int not null, seq bigint not null, decision smallint not null, sealed bytea not null,
    primary key (partition, seq)
  );
  alter table chainbreak.decisions add column if not exists link bytea;
  create table if not exists chainbreak.cuts (
    partition int primary key, seq bigint not null, link bytea not null, hash bytea not null
  );
  create table if not exists chainbreak.states (
    partition int not null, place int not null, seq bigint not null, erased bigint not null, basis text not null,
    sealed bytea not null, primary key (partition, place)
  );
  create table if not exists chainbreak.list_changes (
    id bigint primary key, at bigint not null, institution text not null, by text not null, list text not null, entry int not null,
    what text not null, after bigint[] not null, key bytea not null, sealed bytea not null, link bytea not null
  );
  create table if not exists chainbreak.rules_put (
    number int primary key, at bigint not null, institution text not null, by text not null, what text not null,
    after bigint[] not null, key bytea not null, sealed bytea not null, link bytea not null
  );
  create table if not exists chainbreak.bus (partition int primary key, seq bigint not null, name text not null);
  create table if not exists chainbreak.offsets (
    partition int primary key, seq bigint not null, erased bigint not null default 0, decided bigint not null,
    constraint needs_a_newer_chainbreak check (decided = seq)
  );
`;

/**
 * The form is read when the log is opened. A worker of before, connected already, would go on without what it does not know: it
 * moves the number and not the one beside it, which the database refuses, and nothing of its transaction is kept.
 */
const decidedBesideSeq = `
  alter table chainbreak.offsets add column if not exists decided bigint;
  alter table chainbreak.offsets drop constraint if exists needs_a_newer_chainbreak;
  update chainbreak.offsets set decided = seq;
  alter table chainbreak.offsets alter column decided set not null, add constraint needs_a_newer_chainbreak check (decided = seq);
`;
