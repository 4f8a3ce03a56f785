/** What went back in time is noticed, what was made anew is not taken for it, and a renewed key ends the old one. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { complaintOf, toolsFrom } from "../../test/kit/vault-tools.ts";
import {
  backup,
  createVault,
  headerId,
  memoryStore,
  openVault,
  restore,
  type SealedRecord,
  type Store,
  StoreFault,
  type Vault,
  type VersionMemory,
} from "./index.ts";

const passphrase = "four words in a row";
const way = { kind: "passphrase", passphrase } as const;

async function made(seed = 1, store: Store = memoryStore()) {
  const tools = toolsFrom(seed);
  const created = await createVault({ store, tools, passphrase });
  if (created.kind !== "created") throw new Error(created.kind);
  return { store, tools, ...created };
}

async function opened(store: Store, seed: number, memory?: VersionMemory): Promise<Vault> {
  const tools = { ...toolsFrom(seed), ...(memory === undefined ? {} : { memory }) };
  const found = await openVault({ store, tools }, way);
  if (found.kind !== "opened") throw new Error(found.kind);
  return found.vault;
}

const put = (vault: Vault, id: string, value: unknown) => vault.update(id, () => value);
const image = async (store: Store): Promise<SealedRecord[]> =>
  Promise.all((await store.list()).map(async ({ id }) => (await store.read(id))!));

function memoryOf(): VersionMemory {
  const vaults = new Map<string, Map<string, number>>();
  const of = (vault: string) => vaults.get(vault) ?? new Map<string, number>();
  return {
    recall: async (vault) => of(vault),
    remember: async (vault, id, version) => void vaults.set(vault, new Map(of(vault)).set(id, version)),
  };
}

test("K6 whatever is removed and made again, by whomever, nobody takes the newer for an older one", async () => {
  const step = fc.record({ who: fc.nat(2), what: fc.nat(1), does: fc.constantFrom("put", "remove", "read") });
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.array(step, { maxLength: 25 }), async (seed, steps) => {
      const { store } = await made(seed + 1);
      const memory = memoryOf();
      const vaults = [
        await opened(store, seed + 2),
        await opened(store, seed + 3, memory),
        await opened(store, seed + 4, memory),
      ];
      const wanted = new Map<string, number>();
      for (const [i, { who, what, does }] of steps.entries()) {
        const id = `r${what}`;
        if (does === "put") wanted.set(id, i);
        if (does === "remove") wanted.delete(id);
        if (does !== "read") await put(vaults[who]!, id, wanted.get(id));
        expect((await vaults[who]!.read(id))?.value).toBe(wanted.get(id));
      }
      for (const vault of [...vaults, await opened(store, seed + 5, memory)])
        for (const id of ["r0", "r1"]) expect((await vault.read(id))?.value).toBe(wanted.get(id));
    }),
    { numRuns: 60 },
  );
});

test("K6 a backup put back is not taken for an older day by whoever saw the newer one", async () => {
  const { store, vault, tools } = await made();
  await put(vault, "a", "of the backup");
  const bytes = await backup(store);
  const memory = memoryOf();
  const other = await opened(store, 5, memory);
  for (let i = 0; i < 9; i += 1) await put(other, "a", i);
  await put(other, "b", "since then");
  await put(other, "b", undefined);
  const elsewhere = memoryStore();
  for (const target of [store, elsewhere]) {
    const restored = await restore({ store: target, tools: { ...tools, memory }, bytes, file: "b", way });
    if (restored.kind !== "restored") throw new Error(restored.kind);
    expect((await restored.vault.read("a"))?.value).toBe("of the backup");
    expect((await (await opened(target, 6, memory)).read("a"))?.value).toBe("of the backup");
  }
  expect((await vault.read("a"))?.value).toBe("of the backup");
  expect((await other.read("a"))?.value).toBe("of the backup");
});

test("K6 a record that comes back from the grave is noticed by whoever saw it go", async () => {
  const { store, vault } = await made();
  await put(vault, "a", "buried");
  const buried = (await store.read("a"))!;
  const watching = await opened(store, 2);
  await watching.read("a");
  await put(vault, "a", undefined);
  expect(await watching.read("a")).toBeUndefined();
  expect(await watching.read("a")).toBeUndefined(); // Looking twice changes nothing.
  await store.write({ ...buried, expects: "absent" });
  for (const each of [vault, watching])
    expect(await complaintOf(() => each.read("a"))).toBe("store/older-record store:a");
  await store.remove("a", buried.version);
  await put(vault, "a", "made anew");
  expect((await watching.read("a"))?.value).toBe("made anew");
});

test("K6 what was seen is remembered beside the store: an older day is noticed when it is opened next", async () => {
  const { store, vault } = await made();
  await put(vault, "a", "first");
  const records = await image(store);
  const memory = memoryOf();
  const before = await opened(store, 2, memory);
  await put(before, "a", "second");
  await store.replace([
    records.find(({ id }) => id === headerId)!,
    ...records.filter(({ id }) => id === "a"),
  ]);
  expect(await complaintOf(async () => (await opened(store, 3, memory)).read("a"))).toBe(
    "store/older-record store:a",
  );
  expect((await (await opened(store, 3, memoryOf())).read("a"))?.value).toBe("first"); // Who saw nothing, notices nothing.
  await opened(store, 3, memory);
  await before.newRecoveryCode();
  await opened(store, 3, memory);
  await store.replace(records);
  expect(await complaintOf(() => opened(store, 4, memory))).toBe("store/older-record store:vault");
  expect(await complaintOf(() => before.ways())).toBe("store/older-record store:vault");
});

test("K7 no header is taken that was put together without the key", async () => {
  const { store, vault } = await made();
  const old = (await store.read(headerId))!;
  const next = "another row of words";
  await vault.setPassphrase(next);
  const now = (await store.read(headerId))!;
  const openingWith = (text: string, version: number, sealed: Uint8Array<ArrayBuffer>) =>
    complaintOf(async () => {
      const copy = memoryStore();
      await copy.write({ id: headerId, version, sealed, expects: "absent" });
      const found = await openVault(
        { store: copy, tools: toolsFrom(9) },
        { kind: "passphrase", passphrase: text },
      );
      if (found.kind !== "opened") throw new Error(JSON.stringify(found));
    });
  const damaged = "store/damaged-record store:vault";
  expect(await openingWith(next, now.version, now.sealed)).toBe("none");
  expect(await openingWith(passphrase, now.version, old.sealed)).toBe(damaged); // Old, under the newer number.
  const changed = async (change: (whole: Record<string, unknown>, body: Record<string, unknown>) => void) => {
    const whole = JSON.parse(new TextDecoder().decode(now.sealed));
    const body = JSON.parse(whole.body);
    change(whole, body);
    whole.body = JSON.stringify(body);
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(whole.body));
    whole.check = Buffer.from(digest).toString("base64");
    return new TextEncoder().encode(JSON.stringify(whole));
  };
  const oldSlots = JSON.parse(JSON.parse(new TextDecoder().decode(old.sealed)).body).slots as unknown[];
  const forged = {
    "the old way beside the new": await changed((_, body) => {
      body["slots"] = [...(body["slots"] as unknown[]), ...oldSlots];
    }),
    "a way less": await changed((_, body) => {
      body["slots"] = (body["slots"] as unknown[]).slice(0, 1);
    }),
    "nothing removed": await changed((_, body) => {
      body["highest"] = 9;
    }),
    "no proof": await changed((whole) => {
      delete whole["proof"];
    }),
    "as if from before there was a proof": await changed((whole) => {
      delete whole["proof"];
      whole["version"] = 1;
    }),
    "a highest that is none": await changed((_, body) => {
      body["highest"] = -1;
    }),
  };
  for (const [what, sealed] of Object.entries(forged)) {
    expect([what, await openingWith(next, now.version, sealed)]).toEqual([what, damaged]);
    await store.replace([{ ...now, sealed }]);
    expect([what, await complaintOf(() => vault.ways())]).toEqual([what, damaged]);
  }
});

test("a vault from before there was a proof opens, and has one with its next change", async () => {
  const { header, key } = await import("../../test/kit/first-format.ts");
  const store = memoryStore();
  await store.write({
    id: headerId,
    version: 7,
    sealed: new TextEncoder().encode(header),
    expects: "absent",
  });
  const opening = async () => {
    const found = await openVault({ store, tools: toolsFrom(2) }, { kind: "passphrase", passphrase: key });
    if (found.kind !== "opened") throw new Error(found.kind);
    return found.vault;
  };
  const vault = await opening();
  await put(vault, "a", 1);
  await put(vault, "a", undefined);
  const whole = JSON.parse(new TextDecoder().decode((await store.read(headerId))!.sealed));
  expect([whole.version, typeof whole.proof, JSON.parse(whole.body).highest > 0]).toEqual([
    2,
    "string",
    true,
  ]);
  await put(await opening(), "a", 2);
  expect((await vault.read("a"))?.value).toBe(2);
});

test("K5 a renewed key opens all there is, and the old key, code and vault open nothing of it", async () => {
  const { store, vault, tools, recoveryCode } = await made();
  const people = { a: { name: "anna" }, b: [1, 2], c: "third" };
  for (const [id, value] of Object.entries(people)) await put(vault, id, value);
  await vault.addPasskey({
    credential: new Uint8Array(9),
    input: new Uint8Array(32),
    secret: new Uint8Array(32).fill(1),
  });
  const old = await image(store);
  const watching = await opened(store, 4);
  await watching.read("a");
  const next = "another row of words";
  const renewed = await vault.renewKey(next);
  if (renewed.kind !== "renewed") throw new Error(renewed.kind);
  const found: Record<string, unknown> = {};
  for (const id of await renewed.vault.ids()) found[id] = (await renewed.vault.read(id))?.value;
  expect(found).toEqual(people);
  expect((await renewed.vault.ways()).map(({ kind }) => kind)).toEqual(["passphrase", "recovery"]);
  const ways = [
    { kind: "passphrase", passphrase: next },
    { kind: "recovery", code: renewed.recoveryCode },
    { kind: "recovery", code: recoveryCode },
    { kind: "passphrase", passphrase },
  ] as const;
  const kinds = [];
  for (const each of ways) kinds.push((await openVault({ store, tools }, each)).kind);
  expect(kinds).toEqual(["opened", "opened", "refused", "refused"]);
  // Who has the old header and its passphrase has the old key: it opens no record that is kept now.
  const now = await image(store);
  const stolen = memoryStore();
  await stolen.replace([old.find(({ id }) => id === headerId)!, ...now.filter(({ id }) => id !== headerId)]);
  const thief = await opened(stolen, 8);
  for (const id of Object.keys(people))
    expect(await complaintOf(() => thief.read(id))).toBe(`store/damaged-record store:${id}`);
  expect(await complaintOf(() => vault.read("a"))).toBe("closed");
  expect(await complaintOf(() => put(watching, "new", 1))).toBe("closed");
  expect(await complaintOf(() => put(watching, "a", 1))).toBe("store/damaged-record store:a");
});

test("K3 a key is renewed around what others write meanwhile, and nothing of it is lost", async () => {
  const { store, vault, tools } = await made();
  await put(vault, "a", ["first"]);
  const other = await opened(store, 3);
  let meanwhile = 0;
  const disturbed: Store = {
    ...store,
    async replace(records, expects) {
      if (meanwhile++ < 2)
        await other.update("a", (before) => [...(before as string[]), `more ${meanwhile}`]);
      return store.replace(records, expects);
    },
  };
  const found = await openVault({ store: disturbed, tools }, way);
  if (found.kind !== "opened") throw new Error(found.kind);
  const renewed = await found.vault.renewKey(passphrase);
  if (renewed.kind !== "renewed") throw new Error(renewed.kind);
  expect((await renewed.vault.read("a"))?.value).toEqual(["first", "more 1", "more 2"]);
});

test("a key is not renewed when a record does not open, or the passphrase will not do", async () => {
  const { store, vault } = await made();
  await put(vault, "a", 1);
  await put(vault, "b", 2);
  expect((await vault.renewKey("12345678")).kind).toBe("refused");
  const [a, b] = [(await store.read("a"))!, (await store.read("b"))!];
  await store.remove("a", a.version);
  await store.write({ ...a, sealed: b.sealed, expects: "absent" });
  const before = await image(store);
  const renewed = await vault.renewKey("another row of words");
  expect(renewed.kind === "complaints" && renewed.complaints.map(({ where }) => where)).toEqual(["store:a"]);
  expect(await image(store)).toEqual(before);
  expect((await vault.read("b"))?.value).toBe(2);
});

test("a key is not renewed over a vault that never holds still, and a disk that fails leaves all as it was", async () => {
  const { store, vault, tools } = await made();
  await put(vault, "a", 1);
  const before = await image(store);
  for (const code of ["busy", "unreachable"] as const) {
    const failing: Store = {
      ...store,
      async replace() {
        throw new StoreFault(code, "not now");
      },
    };
    const found = await openVault({ store: failing, tools }, way);
    if (found.kind !== "opened") throw new Error(found.kind);
    expect(await complaintOf(() => found.vault.renewKey(passphrase))).toBe(code);
    expect((await found.vault.read("a"))?.value).toBe(1);
  }
  expect(await image(store)).toEqual(before);
});
