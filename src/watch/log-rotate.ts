/**
 * The keys of people beside a shared log wrapped by another key of the folder, in one transaction. From its commit on the database
 * takes no key that is wrapped by the old one: whoever still works with it is refused, and nothing is wrapped by both.
 */
import type { KeyObject } from "node:crypto";
import { CannotServe } from "../server/index.ts";
import { type Database, inTransaction, lockClass } from "./log-database.ts";
import { settlePeople } from "./log-erase.ts";
import { connect, heldTo, holdTo, logKey } from "./log-open.ts";
import { wrapConstraint, wrapMark, wrappedByAnother } from "./log-people.ts";
import { rewrapped } from "./people-keys.ts";
import type { RootKeys } from "./sealing.ts";

export interface LogToRotate {
  /** `unsettled`: why the table could not be written anew, so that what was wrapped before still lies in it. */
  rewrap(
    from: KeyObject,
    to: KeyObject,
  ): Promise<{ readonly count: number; readonly unsettled: string | undefined }>;
  close(): Promise<void>;
}

/** At once: some megabytes. */
const batchMax = 10_000;

/**
 * Throws where the log is another folder's, of a version that does not know by which key it is wrapped, or wrapped by neither the
 * folder's key nor the one to come of a rotation that was cut off: it was rotated from elsewhere, and here nothing is begun.
 */
export async function openToRotate(
  url: string | undefined,
  root: RootKeys,
  next: RootKeys | undefined,
): Promise<LogToRotate> {
  const database = await connect(url);
  try {
    const held = await heldTo(database);
    if (held === undefined)
      throw new CannotServe(
        "there is no log in this database, or one that was last used by an older version",
        "see that --database is right; of an older one open it once: `chainbreak detect verify --data FOLDER --database URL`",
      );
    const { rows } = await database.query("select text from chainbreak.settings where name = 'key'");
    if (rows[0]?.text !== logKey(root))
      throw new CannotServe("the log is of another folder", "name the folder it was made with by --data");
    if (![root, next].some((keys) => keys !== undefined && wrapMark(keys.wrap) === held))
      throw wrappedByAnother();
  } catch (cause) {
    await database.end();
    throw cause;
  }
  return {
    async rewrap(from, to) {
      const count = await inTransaction(database, () => rewrapAll(database, from, to));
      return { count, unsettled: await settlePeople(database) };
    },
    close: () => database.end(),
  };
}

async function rewrapAll(database: Database, from: KeyObject, to: KeyObject): Promise<number> {
  // Nobody opens the log, and nobody puts a key in, until this is through.
  await database.query("select pg_advisory_xact_lock($1, 0)", [lockClass.prepare]);
  await database.query("lock table chainbreak.people in access exclusive mode");
  const held = await heldTo(database);
  // Cut off after the commit: there is nothing more to do here.
  if (held === wrapMark(to))
    return Number((await database.query("select count(*)::int as n from chainbreak.people")).rows[0]?.n);
  if (held !== wrapMark(from)) throw wrappedByAnother();
  await database.query(`alter table chainbreak.people drop constraint ${wrapConstraint}`);
  let count = 0;
  for (let last = Buffer.alloc(0); ; ) {
    const { rows } = await database.query(
      "select number, wrapped from chainbreak.people where number > $1 order by number limit $2",
      [last, batchMax],
    );
    if (rows.length === 0) break;
    const wrapped = rows.map((row) => {
      const anew = rewrapped(row, from, to);
      if (anew === undefined) throw wrappedByAnother();
      return anew;
    });
    await database.query(
      `update chainbreak.people p set wrapped = w, wrapping = $3 from unnest($1::bytea[], $2::bytea[]) u(n, w) where p.number = u.n`,
      [rows.map(({ number }) => number), wrapped, wrapMark(to)],
    );
    count += rows.length;
    last = rows.at(-1).number;
  }
  await holdTo(database, wrapMark(to));
  // Who waits for events looks once more, and sees it.
  await database.query("notify chainbreak_log");
  return count;
}
