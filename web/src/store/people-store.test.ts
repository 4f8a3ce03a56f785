/** The page's people, with another tab, a server that goes away, and a reader who changes their mind. */
import { afterEach, expect, test } from "vitest";
import { memoryStore, type Store, StoreFault } from "../../../src/store/index.ts";
import { toolsFrom } from "../../../test/kit/vault-tools.ts";
import { draftIn } from "./draft.ts";
import { type NoticedStore, withNotices } from "./notices.ts";
import type { KeptPerson } from "./people.ts";
import { PeopleStore } from "./people-store.ts";
import { openSealedPeople, sealPeople } from "./sealed-file.ts";

const passphrase = "four words in a row";
const person = (id: string): KeptPerson => ({
  document: { person: { id } },
  held: [],
  measures: [],
  done: [],
});
const withMeasure = (measure: string) => (known: KeptPerson) => ({
  ...known,
  measures: [...known.measures, measure],
});

const closing: NoticedStore[] = [];
afterEach(async () => {
  for (const store of closing.splice(0)) await store.close();
});

let seeds = 1;
/** A tab over this store, as it is when the page has been loaded. */
async function tab(store: Store, ofTab = new Map<string, string>()): Promise<PeopleStore> {
  const noticed = withNotices({ ...store, close: async () => {} });
  closing.push(noticed);
  const isKept = (await store.list()).length > 0;
  const people = new PeopleStore({
    findPlaces: async () => ({ place: "server", isKept, isAway: false, open: async () => noticed }),
    tools: toolsFrom(seeds++ * 7919),
    passkeys: { make: async () => ({ kind: "unable" }), ask: async () => ({ kind: "declined" }) },
    sealedFiles: {
      seal: sealPeople,
      async open(bytes, phrase) {
        const read = await openSealedPeople(bytes, { passphrase: phrase, file: "people.age" });
        return read.kind === "people" ? read : { kind: "refused", code: read.complaint.code };
      },
    },
    draft: draftIn(() => ({
      getItem: (key) => ofTab.get(key) ?? null,
      setItem: (key, value) => void ofTab.set(key, value),
      removeItem: (key) => void ofTab.delete(key),
    })),
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, 30))),
    persist: async () => {},
    rememberServer: () => {},
  });
  expect(people.now.state).toBe("opening");
  await people.begin();
  return people;
}

async function keeping(store: Store): Promise<PeopleStore> {
  const people = await tab(store);
  const kept = await people.keep(passphrase);
  expect(kept.kind).toBe("kept");
  people.enter();
  return people;
}

async function unlocked(store: Store): Promise<PeopleStore> {
  const people = await tab(store);
  expect(people.now.state).toBe("locked");
  expect(await people.unlock({ kind: "passphrase", passphrase })).toEqual({ kind: "done" });
  people.enter();
  return people;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !isSo(); i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo()).toBe(true);
}
const kept = (people: PeopleStore) => until(() => people.now.saving === "kept");
const ids = (people: PeopleStore) =>
  [...people.now.people.values()].map(({ document }) => document.person.id);

test("who only looks finds what was typed when the tab is loaded again, until it is kept or taken away", async () => {
  const [store, ofTab] = [memoryStore(), new Map<string, string>()];
  const people = await tab(store, ofTab);
  people.lookOnly();
  const anna = people.add(person("anna"));
  people.update(anna, withMeasure("m"));
  const again = await tab(store, ofTab);
  expect([again.now.state, [...again.now.people.keys()], again.now.people.get(anna)?.measures]).toEqual([
    "unkept",
    [anna],
    ["m"],
  ]);
  expect((await tab(store)).now.state).toBe("choosing"); // Another tab knows nothing of it.
  again.remove(anna);
  expect(ofTab.size).toBe(0);
  again.add(person("ben"));
  expect((await again.keep(passphrase)).kind).toBe("kept");
  again.enter();
  await kept(again);
  expect([ofTab.size, (await tab(store, ofTab)).now.state]).toEqual([0, "locked"]);
});

test("who only looks keeps nothing; who chooses to keep after all loses nothing", async () => {
  const store = memoryStore();
  const people = await tab(store);
  expect(people.now.state).toBe("choosing");
  people.lookOnly();
  people.add(person("anna"));
  const ben = people.add(person("ben"));
  people.update(ben, withMeasure("m"));
  expect([people.now.state, people.now.saving, ids(people), await store.list()]).toEqual([
    "unkept",
    "kept",
    ["anna", "ben"],
    [],
  ]);
  expect((await people.keep("12345678")).kind).toBe("refused");
  const made = await people.keep(passphrase);
  if (made.kind !== "kept") throw new Error(made.why);
  expect(made.recoveryCode).toHaveLength(39);
  people.enter();
  expect([people.now.state, ids(people)]).toEqual(["open", ["anna", "ben"]]);
  await kept(people);
  const later = await unlocked(store);
  expect(ids(later)).toEqual(["anna", "ben"]);
  expect(later.now.people.get(ben)?.measures).toEqual(["m"]);
});

test("a change shows at once and is kept soon; locked, nothing is shown", async () => {
  const store = memoryStore();
  const people = await keeping(store);
  const anna = people.add(person("anna"));
  people.update(anna, withMeasure("a"));
  people.update(anna, withMeasure("b"));
  expect([people.now.people.get(anna)?.measures, people.now.saving]).toEqual([["a", "b"], "keeping"]);
  expect(await people.lock()).toBe(true);
  expect([people.now.state, people.now.people.size]).toEqual(["locked", 0]);
  expect(await people.unlock({ kind: "passphrase", passphrase: "not this one" })).toEqual({
    kind: "refused",
    why: "wrong-passphrase",
  });
  expect(await people.unlock({ kind: "passphrase", passphrase })).toEqual({ kind: "done" });
  expect(people.now.people.size).toBe(0); // Until it is entered.
  people.enter();
  expect(people.now.people.get(anna)?.measures).toEqual(["a", "b"]);
  people.remove(anna);
  await kept(people);
  expect((await unlocked(store)).now.people.size).toBe(0);
});

test("K3 two tabs change one person at the same time: both show both, and nothing is lost", async () => {
  const store = memoryStore();
  const first = await keeping(store);
  const id = first.add(person("anna"));
  await kept(first);
  const second = await unlocked(store);
  for (let i = 0; i < 10; i += 1) {
    first.update(id, withMeasure(`first ${i}`));
    second.update(id, withMeasure(`second ${i}`));
    if (i % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const added = second.add(person("ben"));
  const wanted = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((i) => [`first ${i}`, `second ${i}`]).sort();
  for (const each of [first, second]) {
    await until(
      () => each.now.people.get(id)?.measures.length === wanted.length && each.now.people.has(added),
    );
    expect([...(each.now.people.get(id)?.measures ?? [])].sort()).toEqual(wanted);
  }
  second.remove(id);
  await until(() => !first.now.people.has(id));
  first.update(id, withMeasure("too late"));
  await kept(first);
  expect(ids(await unlocked(store))).toEqual(["ben"]);
});

test("K3 an answer that was long on its way is not taken for the newest", async () => {
  const store = memoryStore();
  const first = await keeping(store);
  const id = first.add(person("anna"));
  await kept(first);
  const late = Promise.withResolvers<void>();
  let reads = 0;
  const second = await unlocked({
    ...store,
    async read(asked) {
      const read = await store.read(asked);
      if (asked === id) reads += 1;
      if (asked === id && reads === 2) await late.promise;
      return read;
    },
  });
  for (const measure of ["m", "n"]) {
    first.update(id, withMeasure(measure));
    await kept(first);
    await new Promise((resolve) => setTimeout(resolve, 20)); // The notice is there.
  }
  late.resolve();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await until(() => second.now.people.get(id)?.measures.length === 2);
});

test("a server that goes away: what is typed stands in line, is said not to be kept, and is kept once", async () => {
  const store = memoryStore();
  let isAway: "no" | "yes" | "after writing" = "no";
  const shaky: Store = {
    ...store,
    async read(id) {
      if (isAway === "yes") throw new StoreFault("unreachable", "gone");
      return store.read(id);
    },
    async write(writing) {
      if (isAway === "yes") throw new StoreFault("unreachable", "gone");
      const written = await store.write(writing);
      if (isAway === "after writing") {
        isAway = "yes";
        throw new StoreFault("unreachable", "the answer got lost");
      }
      return written;
    },
  };
  const people = await keeping(shaky);
  const anna = people.add(person("anna"));
  await kept(people);
  isAway = "after writing";
  people.update(anna, withMeasure("once"));
  await until(() => people.now.saving === "failed");
  people.update(anna, withMeasure("then"));
  expect(people.now.people.get(anna)?.measures).toEqual(["once", "then"]);
  expect(await people.lock({ waitMilliseconds: 5 })).toBe(false);
  expect(people.now.state).toBe("open");
  isAway = "no";
  await kept(people);
  expect(people.now.people.get(anna)?.measures).toEqual(["once", "then"]);
  expect((await unlocked(store)).now.people.get(anna)?.measures).toEqual(["once", "then"]);
});

test("a lost passphrase: the code opens, a new one is set, and the old one is none any more", async () => {
  const store = memoryStore();
  const people = await tab(store);
  const made = await people.keep(passphrase);
  if (made.kind !== "kept") throw new Error(made.why);
  people.enter();
  people.add(person("anna"));
  await kept(people);
  const later = await tab(store);
  const code = { kind: "recovery", code: made.recoveryCode } as const;
  expect(await later.unlock({ ...code, code: `${made.recoveryCode.slice(0, -1)}` })).toEqual({
    kind: "refused",
    why: "mistyped-code",
  });
  expect(await later.unlock(code)).toEqual({ kind: "done" });
  expect(later.now.state).toBe("locked");
  expect(await later.setPassphrase("87654321")).toEqual({ kind: "refused", why: "sequence" });
  expect(await later.setPassphrase("found again in time")).toEqual({ kind: "done" });
  later.enter();
  expect(ids(later)).toEqual(["anna"]);
  const last = await tab(store);
  expect(await last.unlock({ kind: "passphrase", passphrase })).toMatchObject({ why: "wrong-passphrase" });
  expect(await last.unlock({ kind: "passphrase", passphrase: "found again in time" })).toEqual({
    kind: "done",
  });
});

test("what one tab erases is gone in the other, and nothing of it comes back", async () => {
  const store = memoryStore();
  const first = await keeping(store);
  const anna = first.add(person("anna"));
  await kept(first);
  const second = await unlocked(store);
  expect(await first.erase()).toEqual({ kind: "done" });
  expect([first.now.state, first.now.people.size]).toEqual(["choosing", 0]);
  await until(() => second.now.state === "choosing");
  second.update(anna, withMeasure("late"));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(await store.list()).toEqual([]);
});

test("a backup comes back here and elsewhere; what is wrong with it is said and changes nothing", async () => {
  const store = memoryStore();
  const people = await keeping(store);
  people.add(person("anna"));
  await kept(people);
  const file = await people.backup();
  if (file.kind !== "file") throw new Error(file.why);
  people.add(person("ben"));
  await kept(people);
  const way = { kind: "passphrase", passphrase } as const;
  expect(await people.restore(file.bytes.slice(0, 900), way)).toEqual({
    kind: "refused",
    why: "store/cut-short",
  });
  expect(await people.restore(file.bytes, { ...way, passphrase: "another" })).toMatchObject({
    why: "wrong-passphrase",
  });
  expect(ids(people)).toEqual(["anna", "ben"]);
  expect(await people.restore(file.bytes, way)).toEqual({ kind: "done" });
  expect(ids(people)).toEqual(["anna"]);
  people.add(person("carl"));
  await kept(people);
  expect(ids(await unlocked(store))).toEqual(["anna", "carl"]);
  const elsewhere = await tab(memoryStore());
  expect(await elsewhere.restore(file.bytes, way)).toEqual({ kind: "done" });
  expect([elsewhere.now.state, ids(elsewhere)]).toEqual(["open", ["anna"]]);
});

test("a sealed file puts its people beside those who are here, and leaves what are none", async () => {
  const people = await tab(memoryStore());
  people.lookOnly();
  people.add(person("anna"));
  const sealed = await people.sealFile("words for the file");
  const bytes = new TextEncoder().encode(sealed);
  expect(await people.openSealedFile(bytes, "words for the fire")).toEqual({
    kind: "refused",
    why: "sealed/wrong-passphrase",
  });
  expect(await people.openSealedFile(bytes, "words for the file")).toEqual({
    kind: "added",
    added: 1,
    left: 0,
  });
  expect(ids(people)).toEqual(["anna", "anna"]);
  const odd = new TextEncoder().encode(
    await sealPeople([person("eve"), { document: 3 }, "x"], "words for the file"),
  );
  expect(await people.openSealedFile(odd, "words for the file")).toEqual({
    kind: "added",
    added: 1,
    left: 2,
  });
});

test("one record that does not open hides none of the others, and is told", async () => {
  const store = memoryStore();
  const people = await keeping(store);
  const [anna, ben] = [people.add(person("anna")), people.add(person("ben"))];
  await kept(people);
  const { version, sealed } = (await store.read(anna))!;
  sealed[40]! ^= 1;
  await store.remove(anna, version);
  await store.write({ id: anna, version, sealed, expects: "absent" });
  const later = await unlocked(store);
  expect([...later.now.people.keys()]).toEqual([ben]);
  expect(later.now.complaints.map(({ code, where }) => `${code} ${where}`)).toEqual([
    `store/damaged-record store:${anna}`,
  ]);
});

test("a backup restored in one tab locks the other, which shows the past, and nothing of the past comes back", async () => {
  const store = memoryStore();
  const first = await keeping(store);
  const id = first.add(person("anna"));
  await kept(first);
  const file = await first.backup();
  if (file.kind !== "file") throw new Error(file.why);
  first.update(id, withMeasure("since then"));
  await kept(first);
  const second = await unlocked(store);
  expect(await first.restore(file.bytes, { kind: "passphrase", passphrase })).toEqual({ kind: "done" });
  await until(() => second.now.state === "locked");
  second.update(id, withMeasure("late"));
  expect(await second.unlock({ kind: "passphrase", passphrase })).toEqual({ kind: "done" });
  second.enter();
  expect(second.now.people.get(id)?.measures).toEqual([]);
});

test("a record that went back in time locks what has seen the newer one, and says why", async () => {
  const store = memoryStore();
  const people = await keeping(store);
  const id = people.add(person("anna"));
  await kept(people);
  const before = await Promise.all((await store.list()).map(async (head) => (await store.read(head.id))!));
  people.update(id, withMeasure("newer"));
  await kept(people);
  await store.replace(before);
  people.update(id, withMeasure("newest"));
  await until(() => people.now.state === "locked");
  expect(people.now.complaints.map(({ code }) => code)).toEqual(["store/older-record"]);
});

test("who looks first and unlocks then finds both: what was kept, and what was typed meanwhile", async () => {
  const store = memoryStore();
  const first = await keeping(store);
  first.add(person("anna"));
  await kept(first);
  const later = await tab(store);
  later.lookOnly();
  later.add(person("ben"));
  expect(await later.keep("a wholly new beginning")).toEqual({ kind: "refused", why: "there-is-one" });
  expect(await later.unlock({ kind: "passphrase", passphrase })).toEqual({ kind: "done" });
  later.enter();
  expect(ids(later)).toEqual(["anna", "ben"]);
  await kept(later);
  expect(ids(await unlocked(store))).toEqual(["anna", "ben"]);
});

test("another browser at the same server cannot say what it wrote; whoever comes back looks", async () => {
  const store = memoryStore();
  const first = await keeping(store);
  const id = first.add(person("anna"));
  await kept(first);
  const silent = await unlocked({ ...store });
  silent.update(id, withMeasure("elsewhere"));
  await kept(silent);
  await first.refresh();
  expect(first.now.people.get(id)?.measures).toEqual(["elsewhere"]);
});
