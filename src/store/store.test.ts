/** Memory and SQL against the contract of all stores. */
import { DatabaseSync } from "node:sqlite";
import { SqliteDialect } from "kysely";
import { describe, expect, test } from "vitest";
import { storeCases } from "../../test/kit/store-contract.ts";
import { memoryStore, openSqlStore, type Store, StoreFault } from "./index.ts";

/** The same store again for those who open it a second time. */
const once = (open: () => Promise<Store>) => {
  let opened: Promise<Store> | undefined;
  return () => (opened ??= open());
};

describe("in memory", () => {
  test.each(storeCases)("$name", ({ run }) => run(once(async () => memoryStore())));
});

describe("in SQL", () => {
  test.each(storeCases)("$name", ({ run }) => run(once(() => openSqlStore({ dialect: dialect() }))));
});

function dialect(): SqliteDialect {
  const database = new DatabaseSync(":memory:");
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (text) => {
        const statement = database.prepare(text);
        return {
          reader: statement.columns().length > 0,
          all: (values) => statement.all(...(values as never[])),
          run: (values) => statement.run(...(values as never[])),
          iterate: (values) => statement.iterate(...(values as never[])),
        };
      },
    },
  });
}

test("a database that is none is a fault, not a store", async () => {
  const broken = new SqliteDialect({
    database: {
      close() {},
      prepare() {
        throw new Error("disk I/O error");
      },
    },
  });
  const fault = await openSqlStore({ dialect: broken }).catch((thrown: unknown) => thrown);
  expect(fault).toBeInstanceOf(StoreFault);
  expect((fault as StoreFault).code).toBe("unreachable");
});
