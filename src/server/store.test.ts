/** The server's store: the file against the contract of all stores, what it lays on the disk, and its routes. */
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { storeCases } from "../../test/kit/store-contract.ts";
import { readCatalog } from "../catalog/index.ts";
import { memoryStore, type Store } from "../store/index.ts";
import { application } from "./application.ts";
import { usualDataFolder } from "./data-folder.ts";
import { openDataFolder, sqliteFileStore } from "./sqlite-file.ts";

const folder = mkdtempSync(join(tmpdir(), "chainbreak-store-"));
const opened: Store[] = [];
let files = 0;
const newFile = () => join(folder, `${files++}.sqlite`);
const open = async (file: string) => {
  const store = await sqliteFileStore(file);
  opened.push(store);
  return store;
};
afterAll(async () => {
  for (const store of opened) await store.close();
  rmSync(folder, { recursive: true });
});

describe("a file", () => {
  // Each opening is a connection of its own, as of another process.
  test.each(storeCases)("$name", ({ run }) => {
    const file = newFile();
    return run(() => open(file));
  });
});

const isPosix = process.platform !== "win32";

test.runIf(isPosix)("folder, file and log are this user's alone, whatever the umask says", async () => {
  const before = process.umask(0o000);
  try {
    const data = await openDataFolder(join(folder, "made", "here"));
    expect(data.kind).toBe("kept");
    if (data.kind !== "kept") return;
    opened.push(data.store);
    await data.store.write({ id: "a", version: 1, sealed: new Uint8Array(9), expects: "absent" });
    const rights = (path: string) => (statSync(path).mode & 0o777).toString(8);
    const names = readdirSync(data.folder).sort();
    expect(names).toEqual(["store.sqlite", "store.sqlite-journal", "store.sqlite-reserve"]);
    expect([rights(data.folder), ...names.map((name) => rights(join(data.folder, name)))]).toEqual([
      "700",
      "600",
      "600",
      "600",
    ]);
  } finally {
    process.umask(before);
  }
});

test.runIf(isPosix)("somebody's own folder keeps the rights it has", async () => {
  const own = join(folder, "own");
  mkdirSync(own, { mode: 0o755 });
  chmodSync(own, 0o755);
  const data = await openDataFolder(own);
  if (data.kind === "kept") opened.push(data.store);
  expect([data.kind, (statSync(own).mode & 0o777).toString(8)]).toEqual(["kept", "755"]);
});

/** The names of the store's files that hold this text. */
const filesWith = (file: string, text: string) =>
  readdirSync(folder).filter(
    (name) => join(folder, name).startsWith(file) && readFileSync(join(folder, name)).includes(text),
  );
const sealedText = (text: string) => new TextEncoder().encode(`${text} `.repeat(500));

test("K5 what is replaced, removed or erased is in no file of the store when that is acknowledged", async () => {
  const file = newFile();
  const store = await open(file);
  const expects = "absent";
  await store.write({ id: "a", version: 1, sealed: sealedText("planted-first"), expects });
  await store.write({ id: "b", version: 1, sealed: sealedText("planted-other"), expects });
  expect(filesWith(file, "planted-first")).toEqual([basename(file)]); // A search that finds nothing proves nothing.
  await store.write({ id: "a", version: 2, sealed: sealedText("planted-second"), expects: 1 });
  expect(filesWith(file, "planted-first")).toEqual([]);
  await store.remove("a", 2);
  expect(filesWith(file, "planted-second")).toEqual([]);
  expect(filesWith(file, "planted-other")).toEqual([basename(file)]);
  await store.replace([{ id: "planted-id", version: 1, sealed: sealedText("planted-third") }]);
  expect(filesWith(file, "planted-other")).toEqual([]);
  await store.clear();
  expect(filesWith(file, "planted")).toEqual([]);
});

test("K5 the write-ahead log of an earlier version goes, with the old keys in it", async () => {
  const file = newFile();
  const { DatabaseSync } = await import("node:sqlite");
  const earlier = new DatabaseSync(file);
  earlier.exec("pragma journal_mode=wal; pragma secure_delete=on");
  earlier.exec("create table record (id text primary key, version bigint not null, sealed blob not null)");
  const insert = earlier.prepare("insert or replace into record values (?, ?, ?)");
  insert.run("a", 1, sealedText("planted-old-key"));
  insert.run("a", 2, sealedText("planted-new-key"));
  for (const end of ["", "-wal"]) copyFileSync(`${file}${end}`, `${file}9${end}`); // As a crash leaves them.
  earlier.close();
  const copy = `${file}9`;
  expect(filesWith(copy, "planted-old-key")).toEqual([`${basename(copy)}-wal`]);
  const store = await open(copy);
  expect((await store.read("a"))?.version).toBe(2);
  expect(filesWith(copy, "planted-old-key")).toEqual([]);
});

test("a folder that cannot keep anything is told in words, and is no crash", async () => {
  const file = join(folder, "no-folder");
  writeFileSync(file, "");
  const broken = join(folder, "broken");
  mkdirSync(broken);
  writeFileSync(join(broken, "store.sqlite"), "this is no database, but quite a long text ".repeat(100));
  const told = async (path: string) => {
    const data = await openDataFolder(path);
    return data.kind === "none" ? [data.why.replaceAll(folder, "…"), data.help] : data.kind;
  };
  expect([await told(file), await told(join(file, "below")), await told(broken)]).toMatchInlineSnapshot(`
    [
      [
        "\`…/no-folder\` is no folder",
        "name another one with --data",
      ],
      [
        "\`…/no-folder/below\` is no folder",
        "name another one with --data",
      ],
      [
        "\`…/broken/store.sqlite\` is damaged, or no file of ours",
        "move it away, and restore a backup in the page",
      ],
    ]
  `);
});

test("each system has its place for data, and CHAINBREAK_DATA goes before it", () => {
  const home = "/home/anna";
  const of = (platform: NodeJS.Platform, env = {}) => usualDataFolder({ platform, env, home });
  expect(of("linux")).toBe("/home/anna/.local/share/chainbreak");
  expect(of("linux", { XDG_DATA_HOME: "/data" })).toBe("/data/chainbreak");
  expect(of("linux", { XDG_DATA_HOME: "relative" })).toBe("/home/anna/.local/share/chainbreak");
  expect(of("darwin")).toBe("/home/anna/Library/Application Support/chainbreak");
  expect(usualDataFolder({ platform: "win32", env: { APPDATA: "C:\\R" }, home: "C:\\U" })).toBe(
    "C:\\R\\chainbreak",
  );
  expect(of("darwin", { CHAINBREAK_DATA: "/mine" })).toBe("/mine");
  expect(of("linux", { CHAINBREAK_DATA: "" })).toBe("/home/anna/.local/share/chainbreak");
});

// --- the routes, as a script or a stranger's page would ask them ------------------------------------------------------

const appWith = (store?: Store) =>
  application({
    version: "1.2.3",
    catalog: readCatalog([]),
    page: new Map(),
    today: () => "2026-11-28",
    ...(store === undefined ? {} : { keeps: { store, kind: "memory" } }),
  });

interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask(
  app: ReturnType<typeof appWith>,
  path: string,
  { method = "GET", body, headers = {} }: Sent = {},
) {
  const answer = await app.request(`http://127.0.0.1:4020${path}`, {
    method,
    headers: {
      host: "127.0.0.1:4020",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, said: text === "" ? undefined : JSON.parse(text) };
}

const writing = { version: 5, sealed: "AQID" };
const isNew = { "if-none-match": "*" };

test("a record is written, read with its version as its tag, changed and removed", async () => {
  const app = appWith(memoryStore());
  const put = (headers: Readonly<Record<string, string>>, body: object = writing) =>
    ask(app, "/api/store/a", { method: "PUT", body, headers });
  expect(await put(isNew)).toMatchObject({ status: 200, said: { kind: "written", version: 5 } });
  const read = await ask(app, "/api/store/a");
  expect([read.status, read.said, read.headers.get("etag"), read.headers.get("cache-control")]).toEqual([
    200,
    { id: "a", ...writing },
    '"5"',
    "no-store",
  ]);
  expect(await put(isNew)).toMatchObject({ status: 412, said: { kind: "conflict", current: 5 } });
  expect(await put({ "if-match": '"5"' }, { version: 6, sealed: "" })).toMatchObject({ status: 200 });
  expect((await ask(app, "/api/store")).said).toEqual({ records: [{ id: "a", version: 6 }] });
  const remove = (match: string) =>
    ask(app, "/api/store/a", { method: "DELETE", headers: { "if-match": match } });
  expect(await remove('"5"')).toMatchObject({ status: 412, said: { kind: "conflict", current: 6 } });
  expect(await remove('"6"')).toMatchObject({ status: 200 });
  expect(await remove('"6"')).toMatchObject({ status: 412, said: { kind: "conflict", current: "absent" } });
  expect(await ask(app, "/api/store/a")).toMatchObject({ status: 204, said: undefined });
});

test("a write that does not say what it was made from, or says it wrongly, changes nothing", async () => {
  const store = memoryStore();
  const app = appWith(store);
  const code = async (path: string, sent: Sent) => {
    const { status, said } = await ask(app, path, sent);
    return `${status} ${said.complaints[0].code} ${said.complaints[0].where}`;
  };
  const put = (headers: Readonly<Record<string, string>>, body: unknown = writing) =>
    code("/api/store/a", { method: "PUT", body, headers });
  expect(await put({})).toBe("428 server/no-precondition request:if-match");
  expect(await put({ ...isNew, "if-match": '"4"' })).toBe("428 server/no-precondition request:if-match");
  expect(await put({ "if-match": "*" })).toBe("400 server/wrong-shape request:if-match");
  expect(await put({ "if-match": 'W/"4"' })).toBe("400 server/wrong-shape request:if-match");
  expect(await put({ "if-match": '"5"' })).toBe("400 server/wrong-shape store");
  expect(await put(isNew, { version: 5, sealed: "no base64!" })).toBe(
    "400 server/wrong-shape request:sealed",
  );
  expect(await put(isNew, { version: 5, sealed: "AQID", name: "anna" })).toBe(
    "400 server/wrong-shape request:body",
  );
  expect(await put(isNew, { version: 0, sealed: "AQID" })).toBe("400 server/wrong-shape request:version");
  expect(await put({ ...isNew, "content-type": "text/plain" })).toBe(
    "415 server/not-json request:content-type",
  );
  expect(await code("/api/store/NAME", { method: "PUT", body: writing, headers: isNew })).toBe(
    "400 server/wrong-shape request:id",
  );
  expect(await code("/api/store/a", { method: "DELETE" })).toBe("400 server/wrong-shape request:if-match");
  const large = { version: 5, sealed: "AAAA".repeat(360_000) };
  expect(await put(isNew, large)).toBe("413 server/too-large request:body");
  expect(await store.list()).toEqual([]);
});

test("a page of another site neither reads, writes nor erases what is kept", async () => {
  const store = memoryStore();
  await store.write({ id: "a", version: 5, sealed: new Uint8Array(3), expects: "absent" });
  const app = appWith(store);
  const foreign = [
    { origin: "http://evil.example" },
    { origin: "null" },
    { origin: "http://127.0.0.1:4021" },
    { host: "evil.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];
  for (const headers of foreign) {
    const statuses = [
      await ask(app, "/api/store", { headers }),
      await ask(app, "/api/store/a", { headers }),
      await ask(app, "/api/store/a", {
        method: "PUT",
        body: writing,
        headers: { ...headers, "if-match": '"5"' },
      }),
      await ask(app, "/api/store/a", { method: "DELETE", headers: { ...headers, "if-match": '"5"' } }),
      await ask(app, "/api/store", { method: "DELETE", headers }),
      await ask(app, "/api/store", { method: "PUT", body: { records: [] }, headers }),
    ].map(({ status, headers: got }) => [status, got.get("access-control-allow-origin")]);
    expect(statuses).toEqual(Array(6).fill([403, null]));
  }
  expect(await store.list()).toEqual([{ id: "a", version: 5 }]);
});

test("a server that keeps nothing says so, in its health and at every route", async () => {
  const app = appWith();
  expect((await ask(app, "/api/health")).said.store).toBe("none");
  expect((await ask(appWith(memoryStore()), "/api/health")).said.store).toBe("memory");
  const { status, said } = await ask(app, "/api/store");
  expect([status, said.complaints]).toEqual([
    404,
    [
      {
        code: "server/keeps-nothing",
        where: "store",
        message: "this server keeps nothing",
        help: "start it with a folder it can write to: `chainbreak serve --data folder`",
      },
    ],
  ]);
});

test("a disk that does not answer is a sentence, and our own fault stays ours", async () => {
  const store = await sqliteFileStore(newFile());
  const app = appWith(store);
  await store.close();
  expect(await ask(app, "/api/store")).toMatchObject({
    status: 503,
    said: { complaints: [{ code: "server/store-unreachable" }] },
  });
});

test("a closed store lets go of its file", async () => {
  const file = newFile();
  const store = await sqliteFileStore(file);
  await store.write({ id: "a", version: 1, sealed: new Uint8Array(3), expects: "absent" });
  await store.close();
  // Nothing is left to be done by whoever opens it next.
  expect(statSync(`${file}-journal`).size).toBe(0);
  rmSync(`${file}-journal`);
  expect(await (await open(file)).list()).toEqual([{ id: "a", version: 1 }]);
});
