/**
 * The server's store: one SQLite file in the user's own data folder, which only this user may read.
 *
 * WAL with synchronous=FULL: what a write acknowledged is on the disk, whatever becomes of the process or the power.
 * Several servers may have the file open; SQLite's locks keep them apart. What is removed is overwritten, in so far as
 * the disk does what it is told.
 */
import { chmodSync, closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { SqliteDialect } from "kysely";
import { openSqlStore, type Store } from "../store/index.ts";

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
    for (const pragma of ["journal_mode=wal", "synchronous=full", "secure_delete=on", "temp_store=memory"])
      database.exec(`pragma ${pragma}`);
    const store = await openSqlStore({ dialect: dialectOf(database) });
    return {
      ...store,
      async clear() {
        await store.clear();
        database.exec("vacuum");
        database.exec("pragma wal_checkpoint(truncate)");
      },
    };
  } catch (cause) {
    database.close();
    throw cause;
  }
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
