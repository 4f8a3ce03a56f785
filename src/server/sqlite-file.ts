/**
 * The server's store: one SQLite file in the user's own data folder, which only this user may read.
 *
 * A rollback journal that is truncated and synced with each write: what a write acknowledged is on the disk, whatever
 * becomes of the process or the power, and what it put out of the store is in no file any more. A write-ahead log would
 * be faster and keep every old key and removed record until it is written over; `secure_delete` overwrites in the
 * database itself. What the disk keeps of blocks it has taken back is the disk's.
 *
 * Several servers may have the file open; SQLite's locks keep them apart. Removing and erasing work on a full disk.
 */
import { chmodSync, closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { SqliteDialect } from "kysely";
import { openSqlStore, recordBytesMax, type Store, StoreFault } from "../store/index.ts";
import { reserveAt } from "./reserve.ts";

export type DataFolder =
  | { readonly kind: "kept"; readonly folder: string; readonly store: Store }
  /** Why nothing is kept, as a sentence with a way out. */
  | { readonly kind: "none"; readonly why: string; readonly help: string };

const fileName = "store.sqlite";
/** The thread stands still while it waits for another process's write, which takes milliseconds. */
const busyMillisecondsMax = 2000;

/** Never throws for what the disk does: a server without a store still answers questions. */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  try {
    // Somebody's own folder keeps the rights it has; one made here is nobody else's.
    const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (made !== undefined) chmodSync(folder, 0o700);
    return { kind: "kept", folder, store: await sqliteFileStore(join(folder, fileName)) };
  } catch (cause) {
    return { kind: "none", ...told(folder, cause) };
  }
}

/** The folder is there already. Throws what the system says. */
export async function sqliteFileStore(file: string): Promise<Store> {
  const { DatabaseSync } = await import("node:sqlite");
  // Made before SQLite makes it, so that there is not a moment in which others could read it; its log takes the same rights.
  closeSync(openSync(file, "a", 0o600));
  chmodSync(file, 0o600);
  const database = new DatabaseSync(file, { timeout: busyMillisecondsMax });
  try {
    for (const pragma of ["secure_delete=on", "temp_store=memory", "synchronous=full"])
      database.exec(`pragma ${pragma}`);
    leaveLog(database);
    const store = await openSqlStore({ dialect: dialectOf(database) });
    return overFullDisk(store, { file, database });
  } catch (cause) {
    database.close();
    throw cause;
  }
}

/** A file of an earlier version has a write-ahead log; what lies in it is folded in, and the log goes. */
function leaveLog(database: Database): void {
  const mode = database.prepare("pragma journal_mode=truncate").get()?.["journal_mode"];
  if (mode !== "truncate") throw new Error("database is locked by an earlier version that is still running");
}

/** The largest record has its old pages noted while it is removed, and some pages go with it. */
const reserveBytes = 2 * recordBytesMax;

/** What takes something out of the store is not stopped by a disk without room. */
function overFullDisk(store: Store, { file, database }: { file: string; database: Database }): Store {
  const reserve = reserveAt(`${file}-reserve`, reserveBytes);
  reserve.fill();
  const withReserve = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (fault) {
      if (!isDiskFull(fault)) throw fault;
      reserve.release();
      try {
        return await work();
      } finally {
        reserve.fill();
      }
    }
  };
  return {
    ...store,
    remove: (id, expects) => withReserve(() => store.remove(id, expects)),
    async clear() {
      const clear = async () => {
        await store.clear();
        shrink(database);
      };
      try {
        await withReserve(clear);
      } catch (fault) {
        if (!isDiskFull(fault)) throw fault;
        await withoutNoting(database, clear);
        reserve.fill();
      }
    },
  };
}

/**
 * Takes no room, because the old pages are noted in memory: a power cut in these milliseconds leaves a broken file. For
 * erasing only, where nothing was to be kept.
 */
async function withoutNoting(database: Database, work: () => Promise<void>): Promise<void> {
  database.exec("pragma journal_mode=memory");
  try {
    await work();
  } finally {
    database.exec("pragma journal_mode=truncate");
  }
}

/** Gives the room back, and hides the number of records. The pages are overwritten already, so another may be in the way. */
function shrink(database: Database): void {
  try {
    database.exec("vacuum");
  } catch (fault) {
    if (isDiskFull(fault)) throw fault;
  }
}

function isDiskFull(fault: unknown): boolean {
  const cause = fault instanceof StoreFault ? fault.cause : fault;
  return cause instanceof Error && /disk is full/.test(cause.message);
}

type Database = InstanceType<typeof import("node:sqlite")["DatabaseSync"]>;
type Values = Parameters<ReturnType<Database["prepare"]>["all"]>;

/** node:sqlite has what kysely's own dialect asks for, under other names. */
function dialectOf(database: Database): SqliteDialect {
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (text) => {
        const statement = database.prepare(text);
        // Texts, numbers and bytes are all that our queries hold.
        const values = (parameters: readonly unknown[]) => parameters as Values;
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...values(parameters)),
          run: (parameters) => statement.run(...values(parameters)),
          iterate: (parameters) => statement.iterate(...values(parameters)),
        };
      },
    },
  });
}

function told(folder: string, fault: unknown): { readonly why: string; readonly help: string } {
  const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
  const message = cause instanceof Error ? cause.message : String(cause);
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (/not a database|malformed/.test(message))
    return {
      why: `\`${join(folder, fileName)}\` is damaged, or no file of ours`,
      help: "move it away, and restore a backup in the page",
    };
  if (["EACCES", "EPERM", "EROFS"].includes(code) || /readonly|unable to open/.test(message))
    return { why: `\`${folder}\` may not be written to`, help: "name another folder with --data" };
  if (["ENOTDIR", "EEXIST"].includes(code))
    return { why: `\`${folder}\` is no folder`, help: "name another one with --data" };
  if (code === "ENOSPC" || /disk is full/.test(message))
    return {
      why: `there is no room left for \`${folder}\``,
      help: "make room, or name another folder with --data",
    };
  return { why: `nothing can be kept in \`${folder}\`: ${message}`, help: "name another folder with --data" };
}
