/** A backup comes back whole or not at all. */
import { expect, test } from "vitest";
import { toolsFrom } from "../../test/kit/vault-tools.ts";
import { Complaint } from "../model/index.ts";
import { backup, createVault, openVault, readBackup, restore, type Store, type Vault } from "./index.ts";
import { memoryStore } from "./memory-store.ts";

const passphrase = "four words in a row";
const way = { kind: "passphrase", passphrase } as const;

async function made(seed: number, values: Readonly<Record<string, unknown>>) {
  const store = memoryStore();
  const tools = toolsFrom(seed);
  const created = await createVault({ store, tools, passphrase });
  if (created.kind !== "created") throw new Error(created.kind);
  for (const [id, value] of Object.entries(values)) await created.vault.update(id, () => value);
  return { store, tools, vault: created.vault, recoveryCode: created.recoveryCode };
}

async function all(vault: Vault): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const id of await vault.ids()) found[id] = (await vault.read(id))?.value;
  return found;
}

/** Everything a store holds, to the byte. */
async function image(store: Store): Promise<unknown> {
  return Promise.all((await store.list()).map(({ id }) => store.read(id)));
}

const people = { a: { name: "anna" }, b: { name: "ben", n: 2 } };

test("a backup restored on a new device is what was backed up, under the same passphrase and the same code", async () => {
  const { store, recoveryCode } = await made(1, people);
  const bytes = await backup(store);
  for (const through of [way, { kind: "recovery", code: recoveryCode } as const]) {
    const elsewhere = memoryStore();
    const tools = toolsFrom(7);
    const restored = await restore({ store: elsewhere, tools, bytes, file: "backup.json", way: through });
    if (restored.kind !== "restored") throw new Error(restored.kind);
    expect([restored.records, await all(restored.vault)]).toEqual([2, people]);
    const opened = await openVault({ store: elsewhere, tools }, way);
    if (opened.kind !== "opened") throw new Error(opened.kind);
    expect(await all(opened.vault)).toEqual(people);
  }
});

test("it is put in the place of all that is kept, and whoever still shows that writes over nothing", async () => {
  const { store, vault } = await made(1, people);
  const bytes = await backup(store);
  await vault.update("a", () => ({ name: "changed" }));
  await vault.update("c", () => "since then");
  const restored = await restore({ store, tools: toolsFrom(8), bytes, file: "backup.json", way });
  if (restored.kind !== "restored") throw new Error(restored.kind);
  expect(await all(restored.vault)).toEqual(people);
  // The old page goes on typing; what it does comes on top of what was restored, or is refused.
  await vault
    .update("b", (before) => ({ ...(before as object), more: true }))
    .catch((fault: unknown) => {
      expect(fault).toBeInstanceOf(Complaint);
    });
  expect((await all(restored.vault))["a"]).toEqual({ name: "anna" });
});

test("cut anywhere, changed anywhere, of another kind: it is said, and what is kept stays to the byte", async () => {
  const { store } = await made(1, people);
  const bytes = await backup(store);
  const kept = await made(2, { z: "mine" });
  const before = await image(kept.store);
  const codeFor = async (changed: Uint8Array<ArrayBuffer>) => {
    const file = "backup.json";
    const restored = await restore({ store: kept.store, tools: toolsFrom(3), bytes: changed, file, way });
    expect(await image(kept.store)).toEqual(before);
    return restored.kind === "complaints"
      ? restored.complaints.map(({ code }) => code).join()
      : restored.kind;
  };
  for (let length = 25; length < bytes.length - 2; length += 97)
    expect(await codeFor(bytes.slice(0, length))).toBe("store/cut-short");
  expect(await codeFor(bytes.slice(0, bytes.length - 2))).toBe("store/cut-short");
  for (let at = 110; at < bytes.length - 4; at += 173) {
    const changed = bytes.slice();
    changed[at] = changed[at] === 65 ? 66 : 65;
    expect(["store/damaged-backup", "store/cut-short"]).toContain(await codeFor(changed));
  }
  const text = (value: string) => codeFor(new TextEncoder().encode(value));
  expect(await text("")).toBe("store/not-a-backup");
  expect(await text("name: anna")).toBe("store/not-a-backup");
  expect(await text('{"chainbreak":"people","version":1}')).toBe("store/not-a-backup");
  expect(await text('{"chainbreak":"backup","version":2}')).toBe("store/unknown-version");
  expect(await codeFor(Uint8Array.from([0xff, 0xfe, 0, 1]))).toBe("store/not-a-backup");
});

test("a backup whose one record does not open is not taken, and each such record is named", async () => {
  const { store } = await made(1, people);
  const swapped = memoryStore();
  const [a, b, header] = [await store.read("a"), await store.read("b"), await store.read("vault")];
  await swapped.replace([header!, { ...a!, sealed: b!.sealed }, { ...b!, sealed: a!.sealed }]);
  const bytes = await backup(swapped);
  const target = memoryStore();
  const restored = await restore({ store: target, tools: toolsFrom(3), bytes, file: "backup.json", way });
  expect(
    restored.kind === "complaints" && restored.complaints.map(({ code, where }) => `${code} ${where}`),
  ).toEqual(["store/damaged-record store:a", "store/damaged-record store:b"]);
  expect(await target.list()).toEqual([]);
});

test("the wrong passphrase restores nothing", async () => {
  const { store } = await made(1, people);
  const target = memoryStore();
  const bytes = await backup(store);
  const wrong = { kind: "passphrase", passphrase: "another one altogether" } as const;
  const restored = await restore({
    store: target,
    tools: toolsFrom(3),
    bytes,
    file: "backup.json",
    way: wrong,
  });
  expect(restored).toEqual({ kind: "refused", why: "wrong-passphrase" });
  expect(await target.list()).toEqual([]);
});

test("a backup is as unreadable as the store it came from", async () => {
  const { store } = await made(1, { a: { name: "Planted Plaintext" } });
  const bytes = await backup(store);
  expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/planted|plaintext/i);
  expect((await readBackup(bytes, "backup.json")).kind).toBe("read");
});
