/**
 * The store as one table, over whatever database a kysely dialect is handed for: node:sqlite in the server, SQLite in
 * the browser. That a write wins or loses is decided by the database in one statement (`where version = …`), so it holds
 * between processes and tabs as well.
 *
 * It is as durable as the database is told to be; src/server/sqlite-file.ts and web/src/store/ tell theirs to write
 * through before they answer.
 */
import { type Dialect, Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import {
  assertId,
  assertReplaceable,
  assertUnchanged,
  assertWritable,
  recordsMax,
  type SealedRecord,
  type Store,
  StoreFault,
  storeBytesMax,
  type Written,
} from "./contract.ts";

interface Tables {
  readonly record: {
    readonly id: string;
    readonly version: number;
    readonly sealed: Uint8Array;
  };
}

export interface SqlStoreParts {
  readonly dialect: Dialect;
  /** What the database calls a column of bytes: `blob`, or `bytea` in PostgreSQL. */
  readonly bytesType?: "blob" | "bytea";
}

/** Brings the tables to the newest shape first; a fault of the database there is a `StoreFault`. */
export async function openSqlStore({ dialect, bytesType = "blob" }: SqlStoreParts): Promise<Store> {
  const db = new Kysely<Tables>({ dialect });
  let isClosed = false;
  const reach = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (isClosed) throw new StoreFault("closed", "the store is closed");
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof StoreFault) throw cause;
      throw new StoreFault(codeOf(cause), "the database does not do what it was asked", { cause });
    }
  };
  const conflict = async (id: string): Promise<Written> => {
    const row = await db.selectFrom("record").select("version").where("id", "=", id).executeTakeFirst();
    return { kind: "conflict", current: row === undefined ? "absent" : Number(row.version) };
  };

  await reach(() => migrate(db, bytesType));

  return {
    list: () =>
      reach(async () => {
        const rows = await db.selectFrom("record").select(["id", "version"]).orderBy("id").execute();
        return rows.map(({ id, version }) => ({ id, version: Number(version) }));
      }),
    read: (id) =>
      reach(async () => {
        assertId(id);
        const row = await db.selectFrom("record").selectAll().where("id", "=", id).executeTakeFirst();
        return row === undefined
          ? undefined
          : { id: row.id, version: Number(row.version), sealed: new Uint8Array(row.sealed) };
      }),
    write: (writing) =>
      reach(async () => {
        assertWritable(writing);
        const { id, version, sealed, expects } = writing;
        const isWritten =
          expects === "absent" ? await insert(db, writing) : await change(db, writing, expects);
        if (isWritten) return { kind: "written", version };
        const lost = await conflict(id);
        // Nobody else was there first, so it was the limit that refused.
        if (lost.kind === "conflict" && lost.current === expects)
          throw new StoreFault("full", `no room for ${sealed.byteLength} bytes more`);
        return lost;
      }),
    remove: (id, expects) =>
      reach(async () => {
        assertId(id);
        const { numDeletedRows } = await db
          .deleteFrom("record")
          .where("id", "=", id)
          .where("version", "=", expects)
          .executeTakeFirst();
        return numDeletedRows > 0n ? { kind: "written", version: expects } : await conflict(id);
      }),
    replace: (records, expects) =>
      reach(async () => {
        assertReplaceable(records);
        await db.transaction().execute(async (within) => {
          const there = await within.deleteFrom("record").returning(["id", "version"]).execute();
          assertUnchanged(
            there.map(({ id, version }) => ({ id, version: Number(version) })),
            expects,
          );
          for (const { id, version, sealed } of records)
            await within.insertInto("record").values({ id, version, sealed }).execute();
        });
      }),
    clear: () =>
      reach(async () => {
        await db.deleteFrom("record").execute();
      }),
    async close() {
      if (isClosed) return;
      isClosed = true;
      await db.destroy();
    },
  };
}

/** The limits are asked in the same statement; a second writer cannot slip in between. */
async function insert(db: Kysely<Tables>, { id, version, sealed }: SealedRecord): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("record")
    .columns(["id", "version", "sealed"])
    .expression(
      db
        .selectFrom(db.selectFrom("record").select(sizes).as("all"))
        .select([
          sql<string>`${id}`.as("id"),
          sql<number>`${version}`.as("version"),
          sql<Uint8Array>`${sealed}`.as("sealed"),
        ])
        .where("all.records", "<", recordsMax)
        .where("all.bytes", "<=", storeBytesMax - sealed.byteLength),
    )
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

async function change(
  db: Kysely<Tables>,
  { id, version, sealed }: SealedRecord,
  expects: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("record")
    .set({ version, sealed })
    .where("id", "=", id)
    .where("version", "=", expects)
    .where(
      (where) => where.selectFrom("record as other").select(bytes).where("other.id", "<>", id),
      "<=",
      storeBytesMax - sealed.byteLength,
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const bytes = sql<number>`coalesce(sum(length(sealed)), 0)`.as("bytes");
const sizes = [sql<number>`count(*)`.as("records"), bytes] as const;

/** A database file that another process is writing to says so by these words; sqlite-wasm and node:sqlite agree on them. */
const codeOf = (cause: unknown) =>
  cause instanceof Error && /database is locked|SQLITE_BUSY/.test(cause.message) ? "busy" : "unreachable";

/**
 * By name; once released, a migration is never changed, only followed by another. Kysely runs them without a transaction
 * on SQLite, and two processes may run one at the same time: each is a single statement that may be said twice.
 */
const migrations = (bytesType: "blob" | "bytea"): Record<string, Migration> => ({
  "001-record": {
    up: async (db) => {
      await db.schema
        .createTable("record")
        .ifNotExists()
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("version", "bigint", (column) => column.notNull())
        .addColumn("sealed", sql.raw(bytesType), (column) => column.notNull())
        .execute();
    },
  },
});

/** Whoever comes second to note a migration fails, and finds it noted when it looks again. */
const migrationTriesMax = 5;

async function migrate(db: Kysely<Tables>, bytesType: "blob" | "bytea"): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(bytesType) } });
    const { error } = await migrator.migrateToLatest();
    if (error === undefined) return;
    if (tries === migrationTriesMax) throw error;
  }
}
