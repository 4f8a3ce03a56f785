/**
 * What every store is held to, as cases that need no test runner: vitest runs them here, and a page of the browser walks
 * runs the same ones inside the browser. A case throws when the store breaks its promise.
 */
import {
  recordBytesMax,
  recordsMax,
  type SealedRecord,
  type Store,
  StoreFault,
  storeBytesMax,
} from "../../src/store/index.ts";

export interface StoreCase {
  readonly name: string;
  /** `open` gives an empty store; again, one that sees what the first one kept. */
  run(open: () => Promise<Store>): Promise<void>;
}

const bytes = (...values: number[]) => Uint8Array.from(values);
const record = (id: string, version: number, ...values: number[]): SealedRecord => ({
  id,
  version,
  sealed: bytes(...values),
});

function same(found: unknown, wanted: unknown, what: string): void {
  const [a, b] = [shown(found), shown(wanted)];
  if (a !== b) throw new Error(`${what}: found ${a}, wanted ${b}`);
}
const shown = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (part instanceof Uint8Array ? `bytes ${[...part]}` : part)) ??
  "undefined";

async function faultOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (fault) {
    if (fault instanceof StoreFault) return fault.code;
    throw fault;
  }
  return "no fault";
}

const cases: Readonly<Record<string, StoreCase["run"]>> = {
  async "a new store is empty"(open) {
    const store = await open();
    same(await store.list(), [], "list");
    same(await store.read("a"), undefined, "read");
  },

  async "what was written is read, by any who open it"(open) {
    const store = await open();
    const written = await store.write({ ...record("a", 7, 1, 2, 255, 0), expects: "absent" });
    same(written, { kind: "written", version: 7 }, "write");
    same(await store.read("a"), record("a", 7, 1, 2, 255, 0), "read");
    same(await (await open()).read("a"), record("a", 7, 1, 2, 255, 0), "read by another");
  },

  async "records are listed by id, with their versions and nothing else"(open) {
    const store = await open();
    for (const id of ["b", "a-1", "a", "0"]) await store.write({ ...record(id, 1, 9), expects: "absent" });
    same(
      await store.list(),
      ["0", "a", "a-1", "b"].map((id) => ({ id, version: 1 })),
      "list",
    );
  },

  async "a write made from the newest version wins, and one made from an older one changes nothing"(open) {
    const store = await open();
    await store.write({ ...record("a", 5, 1), expects: "absent" });
    same(await store.write({ ...record("a", 6, 2), expects: 5 }), { kind: "written", version: 6 }, "first");
    same(await store.write({ ...record("a", 6, 3), expects: 5 }), { kind: "conflict", current: 6 }, "second");
    same(
      await store.write({ ...record("a", 9, 4), expects: 8 }),
      { kind: "conflict", current: 6 },
      "from nowhere",
    );
    same(await store.read("a"), record("a", 6, 2), "read");
  },

  async "a record is made once"(open) {
    const store = await open();
    await store.write({ ...record("a", 5, 1), expects: "absent" });
    same(
      await store.write({ ...record("a", 8, 2), expects: "absent" }),
      { kind: "conflict", current: 5 },
      "again",
    );
    same(
      await store.write({ ...record("b", 2, 2), expects: 1 }),
      { kind: "conflict", current: "absent" },
      "none",
    );
    same(await store.list(), [{ id: "a", version: 5 }], "list");
  },

  async "of writers who begin from one version, one wins"(open) {
    const stores = await Promise.all([open(), open()]);
    await stores[0]!.write({ ...record("a", 1, 0), expects: "absent" });
    const written = await Promise.all(
      Array.from({ length: 10 }, (_, i) => stores[i % 2]!.write({ ...record("a", 2, i), expects: 1 })),
    );
    const winners = written.flatMap(({ kind }, i) => (kind === "written" ? [i] : []));
    same(winners.length, 1, "winners");
    same(await stores[0]!.read("a"), record("a", 2, winners[0]!), "read");
  },

  async "many records written at once are all there"(open) {
    const store = await open();
    const ids = Array.from({ length: 30 }, (_, i) => `r${String(i).padStart(2, "0")}`);
    await Promise.all(ids.map((id, i) => store.write({ ...record(id, 1, i), expects: "absent" })));
    same(
      await store.list(),
      ids.map((id) => ({ id, version: 1 })),
      "list",
    );
  },

  async "a record is removed by whoever knows its newest version"(open) {
    const store = await open();
    await store.write({ ...record("a", 3, 1), expects: "absent" });
    same(await store.remove("a", 2), { kind: "conflict", current: 3 }, "older");
    same(await store.remove("a", 3), { kind: "written", version: 3 }, "newest");
    same(await store.remove("a", 3), { kind: "conflict", current: "absent" }, "again");
    same(await store.read("a"), undefined, "read");
  },

  async "replacing puts all in the place of all, and what cannot be taken changes nothing"(open) {
    const store = await open();
    await store.write({ ...record("a", 1, 1), expects: "absent" });
    await store.write({ ...record("b", 1, 1), expects: "absent" });
    await store.replace([record("b", 4, 2), record("c", 5, 3)]);
    const now = [
      { id: "b", version: 4 },
      { id: "c", version: 5 },
    ];
    same(await store.list(), now, "list");
    same(await store.read("b"), record("b", 4, 2), "read");
    same(await faultOf(() => store.replace([record("d", 1), record("d", 2)])), "refused", "twice");
    same(await faultOf(() => store.replace([record("d", 1), record("D!", 2)])), "refused", "no id");
    same(await store.list(), now, "list after");
  },

  async "a replacement made from what is not there any more changes nothing"(open) {
    const store = await open();
    const empty = await faultOf(() => store.replace([record("a", 1, 1)], [{ id: "a", version: 1 }]));
    same(empty, "busy", "of an empty store");
    await store.replace([record("a", 1, 1), record("b", 2, 1)], []);
    const there = await store.list();
    await store.write({ ...record("b", 3, 2), expects: 2 });
    same(await faultOf(() => store.replace([record("c", 9, 9)], there)), "busy", "changed");
    await store.remove("b", 3);
    same(await faultOf(() => store.replace([record("c", 9, 9)], there)), "busy", "removed");
    await store.write({ ...record("b", 2, 2), expects: "absent" });
    await store.write({ ...record("c", 1, 1), expects: "absent" });
    same(await faultOf(() => store.replace([record("c", 9, 9)], there)), "busy", "added");
    same(await store.read("a"), record("a", 1, 1), "read after");
    await store.replace([record("c", 9, 9)], [...(await store.list())].reverse());
    same(await store.list(), [{ id: "c", version: 9 }], "list");
  },

  async "clearing leaves nothing"(open) {
    const store = await open();
    await store.write({ ...record("a", 1, 1), expects: "absent" });
    await store.clear();
    same(await store.list(), [], "list");
    same(await (await open()).read("a"), undefined, "read by another");
  },

  async "no id, version or size is taken that no store takes"(open) {
    const store = await open();
    for (const id of ["", "A", "-a", "a/b", "..", "a b", "李", "a".repeat(65)]) {
      same(
        await faultOf(() => store.write({ ...record(id, 1, 1), expects: "absent" })),
        "refused",
        `write ${id}`,
      );
      same(await faultOf(() => store.read(id)), "refused", `read ${id}`);
      same(await faultOf(() => store.remove(id, 1)), "refused", `remove ${id}`);
    }
    for (const version of [0, -1, 1.5, 2 ** 53, Number.NaN])
      same(
        await faultOf(() => store.write({ ...record("a", version, 1), expects: "absent" })),
        "refused",
        `version ${version}`,
      );
    await store.write({ ...record("a", 2, 1), expects: "absent" });
    for (const version of [1, 2])
      same(
        await faultOf(() => store.write({ ...record("a", version, 2), expects: 2 })),
        "refused",
        "no newer",
      );
    const large = new Uint8Array(recordBytesMax + 1);
    same(
      await faultOf(() => store.write({ id: "b", version: 1, sealed: large, expects: "absent" })),
      "full",
      "size",
    );
    same(await store.list(), [{ id: "a", version: 2 }], "list");
  },

  async "the largest record is kept as it is"(open) {
    const store = await open();
    const sealed = Uint8Array.from({ length: recordBytesMax }, (_, i) => (i * 7 + (i >> 8)) & 255);
    await store.write({ id: "a", version: 2 ** 53 - 1, sealed, expects: "absent" });
    const read = await store.read("a");
    same(read?.version, 2 ** 53 - 1, "version");
    same(read?.sealed.length, sealed.length, "length");
    same(
      read?.sealed.every((byte, i) => byte === sealed[i]),
      true,
      "every byte",
    );
  },

  async "an empty record is a record"(open) {
    const store = await open();
    await store.write({ ...record("a", 1), expects: "absent" });
    same(await store.read("a"), record("a", 1), "read");
  },

  async "a store has an end: so many records, so many bytes"(open) {
    const store = await open();
    const many = Array.from({ length: recordsMax }, (_, i) => record(`r${i}`, 1, 1));
    await store.replace(many);
    same(await faultOf(() => store.write({ ...record("a", 1, 1), expects: "absent" })), "full", "records");
    same(
      await store.write({ ...record("r0", 2, 1, 2), expects: 1 }),
      { kind: "written", version: 2 },
      "change",
    );
    same(await faultOf(() => store.replace([...many, record("a", 1, 1)])), "full", "replacement");
    const large = Array.from({ length: storeBytesMax / recordBytesMax }, (_, i) => ({
      ...record(`r${i}`, 1),
      sealed: new Uint8Array(recordBytesMax),
    }));
    await store.replace(large);
    same(await faultOf(() => store.write({ ...record("a", 1, 1), expects: "absent" })), "full", "bytes");
    same(await store.write({ ...record("r0", 2, 1), expects: 1 }), { kind: "written", version: 2 }, "less");
    same(
      await store.write({ ...record("a", 1, 1), expects: "absent" }),
      { kind: "written", version: 1 },
      "now",
    );
  },

  async "what is given and what is handed out is nobody's but the taker's"(open) {
    const store = await open();
    const given = record("a", 1, 1, 2, 3);
    await store.write({ ...given, expects: "absent" });
    given.sealed[0] = 99;
    (await store.read("a"))!.sealed[1] = 99;
    same(await store.read("a"), record("a", 1, 1, 2, 3), "read");
  },

  async "a closed store says so"(open) {
    const store = await open();
    await store.close();
    await store.close();
    same(await faultOf(() => store.list()), "closed", "list");
    same(await faultOf(() => store.write({ ...record("a", 1), expects: "absent" })), "closed", "write");
  },
};

export const storeCases: readonly StoreCase[] = Object.entries(cases).map(([name, run]) => ({ name, run }));
