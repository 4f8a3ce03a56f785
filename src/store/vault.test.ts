/** What a vault promises to whoever has the key, and denies to whoever has the disk. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { argon2, complaintOf, toolsFrom } from "../../test/kit/vault-tools.ts";
import { headerId, judgePassphrase, memoryStore, readRecoveryCode, type Store, StoreFault } from "./index.ts";
import { createVault, openVault, passkeysOf, type Vault } from "./vault.ts";

const passphrase = "four words in a row";

async function made(seed = 1, store: Store = memoryStore()) {
  const tools = toolsFrom(seed);
  const created = await createVault({ store, tools, passphrase });
  if (created.kind !== "created") throw new Error(created.kind);
  return { store, tools, ...created };
}

/** What opening says, or `opened`. */
async function opening(store: Store, way: Parameters<typeof openVault>[1]): Promise<string> {
  const opened = await openVault({ store, tools: toolsFrom(99) }, way);
  return opened.kind === "refused" ? opened.why : opened.kind;
}
const withPassphrase = (text: string) => ({ kind: "passphrase", passphrase: text }) as const;

const put = (vault: Vault, id: string, value: unknown) => vault.update(id, () => value);

test("what was kept is there again under its passphrase, and only under it", async () => {
  const { store, vault } = await made();
  await put(vault, "a", { name: "李", n: [1, null, "ü"] });
  const opened = await openVault({ store, tools: toolsFrom(2) }, withPassphrase(passphrase));
  if (opened.kind !== "opened") throw new Error(opened.kind);
  expect((await opened.vault.read("a"))?.value).toEqual({ name: "李", n: [1, null, "ü"] });
  expect(await opened.vault.ids()).toEqual(["a"]);
  expect(await opening(store, withPassphrase("four words in a ro"))).toBe("wrong-passphrase");
  expect(await opening(store, withPassphrase("Four words in a row"))).toBe("wrong-passphrase");
  expect(await opening(store, withPassphrase(""))).toBe("wrong-passphrase");
  expect(await opening(memoryStore(), withPassphrase(passphrase))).toBe("there-is-none");
});

test("two keyboards that write one word differently open one vault", async () => {
  const store = memoryStore();
  await createVault({ store, tools: toolsFrom(1), passphrase: "café ２０２０ 李小明家" });
  expect(await opening(store, withPassphrase("cafe\u0301 2020 李小明家 "))).toBe("opened");
});

test("a second vault is not made over the first", async () => {
  const { store } = await made();
  expect((await createVault({ store, tools: toolsFrom(3), passphrase })).kind).toBe("there-is-one");
  const empty = memoryStore();
  const both = await Promise.all(
    [4, 5].map((seed) => createVault({ store: empty, tools: toolsFrom(seed), passphrase })),
  );
  expect(both.map(({ kind }) => kind).sort()).toEqual(["created", "there-is-one"]);
});

test("no vault is made and no passphrase set that a thief tries first", async () => {
  const { vault } = await made();
  for (const text of ["short", "Password123!", "zhangwei1990"]) {
    const why = (await judgePassphrase(text)) as object;
    expect(why).toMatchObject({ kind: "refused" });
    expect(await createVault({ store: memoryStore(), tools: toolsFrom(1), passphrase: text })).toEqual(why);
    expect(await vault.setPassphrase(text)).toEqual(why);
    expect(await vault.changePassphrase({ current: passphrase, next: text })).toEqual(why);
    expect(await vault.renewKey(text)).toEqual(why);
  }
  expect(await vault.proves(passphrase)).toBe(true);
});

test("a new passphrase opens, the old one does not, and what was kept stays as it was", async () => {
  const { store, vault } = await made();
  await put(vault, "a", 1);
  const before = await store.read("a");
  const next = "another row of words";
  expect(await vault.changePassphrase({ current: "not this one", next })).toEqual({
    kind: "wrong-passphrase",
  });
  expect(await vault.changePassphrase({ current: passphrase, next: "12345678" })).toEqual({
    kind: "refused",
    why: "sequence",
  });
  expect(await opening(store, withPassphrase(passphrase))).toBe("opened");
  expect(await vault.changePassphrase({ current: passphrase, next })).toEqual({ kind: "changed" });
  expect(await opening(store, withPassphrase(passphrase))).toBe("wrong-passphrase");
  expect(await opening(store, withPassphrase(next))).toBe("opened");
  expect(await store.read("a")).toEqual(before);
  expect(await vault.proves(next)).toBe(true);
});

test("a lost passphrase: the recovery code opens, a new passphrase is set, and a new code ends the old one", async () => {
  const { store, vault, recoveryCode } = await made();
  await put(vault, "a", 1);
  expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
  const typed = recoveryCode.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
  const opened = await openVault({ store, tools: toolsFrom(7) }, { kind: "recovery", code: typed });
  if (opened.kind !== "opened") throw new Error(opened.kind);
  const next = "found again in time";
  expect(await opened.vault.setPassphrase(next)).toEqual({ kind: "changed" });
  expect(await opening(store, withPassphrase(passphrase))).toBe("wrong-passphrase");
  expect(await opening(store, withPassphrase(next))).toBe("opened");
  const newCode = await opened.vault.newRecoveryCode();
  expect(await opening(store, { kind: "recovery", code: recoveryCode })).toBe("wrong-code");
  expect(await opening(store, { kind: "recovery", code: newCode })).toBe("opened");
  expect((await opened.vault.ways()).map(({ kind }) => kind)).toEqual(["passphrase", "recovery"]);
});

test("a slip of the pen in a recovery code is told from a code that is another's", async () => {
  const { store, recoveryCode } = await made();
  const other = await made(44);
  expect(await opening(store, { kind: "recovery", code: other.recoveryCode })).toBe("wrong-code");
  expect(await readRecoveryCode(recoveryCode.slice(1))).toEqual({ kind: "refused", why: "length" });
  for (let at = 0; at < recoveryCode.length; at += 1) {
    if (recoveryCode[at] === "-") continue;
    const slip = `${recoveryCode.slice(0, at)}${recoveryCode[at] === "7" ? "8" : "7"}${recoveryCode.slice(at + 1)}`;
    expect(await opening(store, { kind: "recovery", code: slip })).toBe("mistyped-code");
  }
  const exchanged =
    recoveryCode.slice(5, 9) + recoveryCode.slice(4, 5) + recoveryCode.slice(0, 4) + recoveryCode.slice(9);
  expect(await opening(store, { kind: "recovery", code: exchanged })).toBe("mistyped-code");
});

test("a passkey opens by its secret until it is removed; the passphrase stays", async () => {
  const { store, vault } = await made();
  const [credential, input, secret] = [1, 2, 3].map((value) => new Uint8Array(32).fill(value)) as [
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
  ];
  await vault.addPasskey({ credential, input, secret });
  const [known] = await passkeysOf(store);
  expect(known).toMatchObject({ credential, input });
  expect(await opening(store, { kind: "passkey", credential, secret })).toBe("opened");
  expect(await opening(store, { kind: "passkey", credential, secret: input })).toBe("wrong-passkey");
  expect(await opening(store, { kind: "passkey", credential: input, secret })).toBe("wrong-passkey");
  await vault.removePasskey(known!.id);
  expect(await opening(store, { kind: "passkey", credential, secret })).toBe("wrong-passkey");
  const [first] = await vault.ways();
  await vault.removePasskey(first!.id);
  expect(await opening(store, withPassphrase(passphrase))).toBe("opened");
});

test("not a bit of a record can be changed unnoticed", async () => {
  const { store, vault } = await made();
  await put(vault, "a", { note: "the same" });
  const { version, sealed } = (await store.read("a"))!;
  const places = [0, 1, 12, 13, 20, 500, sealed.length - 17, sealed.length - 16, sealed.length - 1];
  for (const at of places) {
    const changed = sealed.slice();
    changed[at]! ^= 1;
    const copy = memoryStore();
    await copy.replace([(await store.read(headerId))!, { id: "a", version, sealed: changed }]);
    const opened = await openVault({ store: copy, tools: toolsFrom(3) }, withPassphrase(passphrase));
    if (opened.kind !== "opened") throw new Error(opened.kind);
    expect(await complaintOf(() => opened.vault.read("a"))).toBe("store/damaged-record store:a");
  }
  for (const length of [0, 1, 28, sealed.length - 1]) {
    await store.replace([{ id: "a", version, sealed: sealed.slice(0, length) }]);
    expect(await complaintOf(() => vault.read("a"))).toBe("store/damaged-record store:a");
  }
});

test("a record in another's place, from another vault, or old under a new number does not open", async () => {
  const { store, vault } = await made();
  await put(vault, "a", "first");
  const first = (await store.read("a"))!;
  await put(vault, "a", "second");
  await put(vault, "b", "other");
  const second = (await store.read("a"))!;
  const other = (await store.read("b"))!;
  const complaintFor = async (sealed: typeof first.sealed) => {
    await store.remove("a", (await store.read("a"))!.version);
    await store.write({ id: "a", version: second.version, sealed, expects: "absent" });
    return complaintOf(() => vault.read("a"));
  };
  expect(await complaintFor(other.sealed)).toBe("store/damaged-record store:a");
  expect(await complaintFor(first.sealed)).toBe("store/damaged-record store:a");
  const stranger = await made(66);
  await put(stranger.vault, "a", "third");
  expect(await complaintFor((await stranger.store.read("a"))!.sealed)).toBe("store/damaged-record store:a");
  expect(await complaintFor(second.sealed)).toBe("none");
});

test("a record that went back in time is noticed by whoever has seen the newer one", async () => {
  const { store, vault } = await made();
  await put(vault, "a", "first");
  const first = (await store.read("a"))!;
  await put(vault, "a", "second");
  await store.replace([(await store.read(headerId))!, first]);
  expect(await complaintOf(() => vault.read("a"))).toBe("store/older-record store:a");
  expect(await complaintOf(() => put(vault, "a", "third"))).toBe("store/older-record store:a");
});

test("a damaged way to the key is told from a wrong passphrase", async () => {
  const { store } = await made();
  const { version, sealed } = (await store.read(headerId))!;
  const text = new TextDecoder().decode(sealed);
  const after = (changed: string) =>
    complaintOf(async () => {
      const copy = memoryStore();
      await copy.replace([{ id: headerId, version, sealed: new TextEncoder().encode(changed) }]);
      expect(await opening(copy, withPassphrase(passphrase))).toBe("wrong-passphrase");
    });
  const damaged = "store/damaged-record store:vault";
  expect(await after(text.slice(0, -20))).toBe(damaged);
  expect(await after(text.replace("memoryKiB", "memoryKib"))).toBe(damaged);
  expect(await after("")).toBe(damaged);
  expect(await after(text.replace('"version":2', '"version":3'))).toBe("store/unknown-version store");
});

test("nothing a header says makes this machine work without end", async () => {
  const { store } = await made();
  const whole = JSON.parse(new TextDecoder().decode((await store.read(headerId))!.sealed));
  const body = JSON.parse(whole.body);
  body.slots[0].memoryKiB = 2 ** 30;
  whole.body = JSON.stringify(body);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(whole.body));
  whole.check = Buffer.from(digest).toString("base64");
  const copy = memoryStore();
  const sealed = new TextEncoder().encode(JSON.stringify(whole));
  await copy.write({ id: headerId, version: 1, sealed, expects: "absent" });
  expect(await complaintOf(() => opening(copy, withPassphrase(passphrase)))).toBe(
    "store/damaged-record store:vault",
  );
});

test("a store learns neither words nor, to a kilobyte, their number", async () => {
  const { store, vault } = await made();
  await put(vault, "a", { name: "anna" });
  await put(vault, "b", { name: "anna", lines: ["a", "b", "c"] });
  const [a, b] = [(await store.read("a"))!, (await store.read("b"))!];
  expect(a.sealed.length).toBe(b.sealed.length);
  expect(Buffer.from(a.sealed).toString("latin1")).not.toContain("anna");
});

test("the same value sealed twice is never the same bytes", async () => {
  const { store, vault } = await made();
  const seen = new Set<string>();
  for (let i = 0; i < 50; i += 1) {
    await put(vault, "a", { always: "the same" });
    seen.add(Buffer.from((await store.read("a"))!.sealed.subarray(1, 13)).toString("hex"));
  }
  expect(seen.size).toBe(50);
});

test("a locked vault does nothing any more", async () => {
  const { vault } = await made();
  await put(vault, "a", 1);
  vault.lock();
  expect(await complaintOf(() => vault.read("a"))).toBe("closed");
  expect(await complaintOf(() => put(vault, "a", 2))).toBe("closed");
  expect(await complaintOf(() => vault.newRecoveryCode())).toBe("closed");
});

test("whoever still has the old vault open cannot write its key over the new one", async () => {
  const { store, vault } = await made();
  await store.clear();
  await createVault({ store, tools: toolsFrom(8), passphrase: "a wholly new beginning" });
  expect(await complaintOf(() => vault.newRecoveryCode())).toBe("closed");
  expect(await complaintOf(() => put(vault, "a", "from before"))).toBe("closed");
  expect((await store.list()).map(({ id }) => id)).toEqual([headerId]);
  expect(await opening(store, withPassphrase("a wholly new beginning"))).toBe("opened");
});

test("removing what somebody else has just changed removes what they left", async () => {
  const { store, vault, tools } = await made();
  await put(vault, "a", { n: 1 });
  const second = await openVault({ store, tools }, withPassphrase(passphrase));
  if (second.kind !== "opened") throw new Error(second.kind);
  await put(second.vault, "a", { n: 2 });
  expect(await vault.update("a", () => undefined)).toBeUndefined();
  expect(await second.vault.read("a")).toBeUndefined();
  await put(second.vault, "a", { n: 3 });
  expect((await vault.read("a"))?.value).toEqual({ n: 3 });
});

test("K3 of changes two writers make at the same time none is lost, whatever the order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ who: fc.nat(2), what: fc.nat(3) }), { minLength: 1, maxLength: 12 }),
      fc.scheduler(),
      async (changes, scheduler) => {
        const kept = memoryStore();
        const { store } = await made(5, kept);
        const slow: Store = {
          ...store,
          read: (id) => scheduler.schedule(Promise.resolve()).then(() => store.read(id)),
          write: (writing) => scheduler.schedule(Promise.resolve()).then(() => store.write(writing)),
        };
        const writers: Vault[] = [];
        for (const seed of [11, 12, 13]) {
          const opening = openVault({ store: slow, tools: toolsFrom(seed) }, withPassphrase(passphrase));
          await scheduler.waitFor(opening);
          const opened = await opening;
          if (opened.kind !== "opened") throw new Error(opened.kind);
          writers.push(opened.vault);
        }
        const done = Promise.all(
          changes.map(({ who, what }, i) =>
            writers[who]!.update(`r${what}`, (before) => [...((before as number[] | undefined) ?? []), i]),
          ),
        );
        await scheduler.waitFor(done);
        const reader = await openVault({ store, tools: toolsFrom(9) }, withPassphrase(passphrase));
        if (reader.kind !== "opened") throw new Error(reader.kind);
        const found = [];
        for (const what of [0, 1, 2, 3])
          found.push(...(((await reader.vault.read(`r${what}`))?.value as number[] | undefined) ?? []));
        expect(found.sort((a, b) => a - b)).toEqual(changes.map((_, i) => i));
      },
    ),
    { numRuns: 60 },
  );
});

test("an answer that got lost is no second change when the same one is asked for again", async () => {
  const { store, tools } = await made();
  let losesAnswers = false;
  const lossy: Store = {
    ...store,
    async write(writing) {
      const written = await store.write(writing);
      if (losesAnswers) throw new StoreFault("unreachable", "the answer got lost");
      return written;
    },
  };
  const opened = await openVault({ store: lossy, tools }, withPassphrase(passphrase));
  if (opened.kind !== "opened") throw new Error(opened.kind);
  const { vault } = opened;
  const addOne = (before: unknown) => ((before as number | undefined) ?? 0) + 1;
  losesAnswers = true;
  expect(await complaintOf(() => vault.update("a", addOne))).toBe("unreachable");
  losesAnswers = false;
  expect(await vault.update("a", addOne)).toBe(1);
  expect(await vault.update("a", addOne)).toBe(2);
});

test("Argon2id is the one of RFC 9106", async () => {
  // A check value of the reference implementation: `echo -n password | argon2 somesaltsomesalt -id -t 2 -m 16 -p 1`.
  const key = await argon2({
    passphrase: new TextEncoder().encode("password"),
    salt: new TextEncoder().encode("somesalt"),
    memoryKiB: 65_536,
    passes: 2,
  });
  expect(Buffer.from(key).toString("hex")).toBe(
    "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
  );
});
