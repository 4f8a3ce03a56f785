/**
 * SQLite inside the browser, on its private file system, as a kysely dialect. It runs in a worker of its own; nothing else
 * in a browser may hold these files.
 *
 * Only one tab can have the files open. So they are opened for each piece of work and let go after it, between two of
 * which another tab may take its turn; a lock of the browser's says whose turn it is. A tab that dies loses lock and files
 * with its process. A turn costs some milliseconds.
 *
 * What leads to the key is overwritten when it is removed; the sealed bytes it led to are only let go, because
 * overwriting all of a large store takes ten seconds, and without the key they are noise.
 *
 * A rollback journal that is cut to nothing (`truncate`) is the commit; with synchronous=FULL both it and the database
 * are flushed before a write is acknowledged.
 */
import sqlite3InitModule, {
  type OpfsSAHPoolDatabase,
  type SAHPoolUtil,
  type Sqlite3Static,
} from "@sqlite.org/sqlite-wasm";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { StoreFault } from "../../../src/store/index.ts";
import { keptFolder } from "./kept-folder.ts";

const fileName = "/store.sqlite";
const lockName = "chainbreak store";
/** A turn takes milliseconds; who waits longer waits for something that hangs. */
const turnMillisecondsMax = 10_000;
/** A tab that died gives up its lock a moment before its files. */
const openingTriesMax = 20;
const openingPauseMilliseconds = 50;
/** The database, its journal, and two to spare. */
const filesInPool = 4;

export function opfsDialect(): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new TurnDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** A turn at the files: begun when a connection is acquired, ended when it is released. */
class TurnDriver implements Driver {
  #sqlite: Sqlite3Static | undefined;
  #pool: SAHPoolUtil | undefined;

  async init(): Promise<void> {
    this.#sqlite = await loadSqlite();
  }

  /**
   * Never throws: kysely would keep its own lock for ever after. What went wrong is thrown by the first query.
   */
  async acquireConnection(): Promise<TurnConnection> {
    let endTurn = () => {};
    try {
      endTurn = await beginTurn();
      const database = await this.#open();
      return new TurnConnection({ kind: "open", database, endTurn });
    } catch (cause) {
      this.#pause();
      endTurn();
      return new TurnConnection({ kind: "failed", cause });
    }
  }

  async releaseConnection(connection: TurnConnection): Promise<void> {
    if (connection.turn.kind === "failed") return;
    try {
      connection.turn.database.close();
      this.#pause();
    } finally {
      connection.turn.endTurn();
    }
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("rollback"));
  }

  async destroy(): Promise<void> {
    this.#pause();
  }

  async #open(): Promise<OpfsSAHPoolDatabase> {
    for (let tries = 1; ; tries += 1) {
      try {
        if (this.#pool === undefined) this.#pool = await this.#install();
        else await this.#pool.unpauseVfs();
        break;
      } catch (cause) {
        if (tries === openingTriesMax) throw cause;
        await new Promise((resolve) => setTimeout(resolve, openingPauseMilliseconds));
      }
    }
    const database = new this.#pool.OpfsSAHPoolDb(fileName);
    database.exec(
      "pragma journal_mode=truncate; pragma synchronous=full; pragma secure_delete=fast; pragma temp_store=memory",
    );
    return database;
  }

  #install(): Promise<SAHPoolUtil> {
    if (this.#sqlite === undefined) throw new Error("SQLite is not loaded");
    const options = {
      name: "chainbreak",
      directory: keptFolder,
      initialCapacity: filesInPool,
      // Without it a failure here, as when another tab holds the files, removes them.
      preserveOnInitFailure: true,
      // Not in its types: without it a failure is remembered, and given again each time.
      forceReinitIfPreviouslyFailed: true,
    };
    return this.#sqlite.installOpfsSAHPoolVfs(options);
  }

  #pause(): void {
    if (this.#pool?.isPaused() === false) this.#pool.pauseVfs();
  }
}

type Turn =
  | { readonly kind: "open"; readonly database: OpfsSAHPoolDatabase; readonly endTurn: () => void }
  | { readonly kind: "failed"; readonly cause: unknown };

class TurnConnection implements DatabaseConnection {
  readonly turn: Turn;

  constructor(turn: Turn) {
    this.turn = turn;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.turn.kind === "failed") throw this.turn.cause;
    const { database } = this.turn;
    const rows = database.exec({
      sql,
      // Texts, numbers and bytes are all that our queries hold.
      ...(parameters.length === 0 ? {} : { bind: parameters as (string | number | Uint8Array)[] }),
      rowMode: "object",
      returnValue: "resultRows",
    }) as Row[];
    return { rows, numAffectedRows: BigInt(database.changes()) };
  }

  // biome-ignore lint/correctness/useYield: kysely asks for it, and no query of ours streams.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("nothing is streamed from this store");
  }
}

/** Gives what ends the turn. Whoever waits too long gets a fault, not a turn. */
function beginTurn(): Promise<() => void> {
  return new Promise((begun, failed) => {
    navigator.locks
      .request(lockName, { signal: AbortSignal.timeout(turnMillisecondsMax) }, () => {
        return new Promise<void>((ended) => begun(() => ended()));
      })
      .catch((cause: unknown) => failed(new StoreFault("busy", "another tab does not let go", { cause })));
  });
}

/** Only the file system above is wanted; the others would look for what this page does not have, and say so aloud. */
async function loadSqlite(): Promise<Sqlite3Static> {
  const disable = { vfs: { kvvfs: true, opfs: true, "opfs-vfs": true, "opfs-wl": true } };
  Object.assign(globalThis, { sqlite3ApiConfig: { disable } });
  return sqlite3InitModule();
}
