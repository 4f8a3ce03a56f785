/** What is kept stays kept, stays closed, and is nobody's to overwrite: on a real disk, through a real server. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { createVault, openVault, StoreFault, type Vault } from "../../src/store/index.ts";
import { httpStore } from "../../web/src/store/http-store.ts";
import { powerCuts } from "../kit/power-cut.ts";
import { toolsFrom } from "../kit/vault-tools.ts";

const passphrase = "four words in a row";
const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-kept-"));
  folders.push(folder);
  return folder;
};
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Server {
  readonly url: string;
  /** `kill -9`; settles when the process is gone. */
  kill(): Promise<void>;
}

async function start(folder: string): Promise<Server> {
  const child = spawn(process.execPath, ["test/kit/kept-server.ts", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.add(child);
  const gone = new Promise<void>((resolve) =>
    child.once("exit", () => {
      running.delete(child);
      resolve();
    }),
  );
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (text) => resolve(String(text).trim()));
    child.once("exit", () => reject(new Error("the server ended")));
  });
  return {
    url,
    kill: () => {
      child.kill("SIGKILL");
      return gone;
    },
  };
}

async function vaultAt(url: string, seed: number): Promise<Vault> {
  const parts = { store: httpStore(url), tools: toolsFrom(seed) };
  const opened = await openVault(parts, { kind: "passphrase", passphrase });
  if (opened.kind === "opened") return opened.vault;
  const created = await createVault({ ...parts, passphrase });
  if (created.kind === "created") return created.vault;
  throw new Error(`${opened.kind}, ${created.kind}`);
}

const numbersIn = async (vault: Vault, id: string): Promise<readonly number[]> =>
  ((await vault.read(id))?.value as readonly number[] | undefined) ?? [];

/** `CHAINBREAK_KILLS=1000` for a long run. */
const kills = Number(process.env["CHAINBREAK_KILLS"] ?? 4);
const recordsWritten = ["r0", "r1", "r2"];

test("K1 an acknowledged record is there after kill -9", async () => {
  const folder = newFolder();
  const acknowledged = new Map<string, number[]>(recordsWritten.map((id) => [id, []]));
  let next = 0;
  for (let round = 0; round < kills; round += 1) {
    const server = await start(folder);
    const vault = await vaultAt(server.url, round + 1);
    for (const [id, numbers] of acknowledged) {
      const found = await numbersIn(vault, id);
      expect(numbers.filter((number) => !found.includes(number))).toEqual([]);
      expect(new Set(found).size).toBe(found.length);
    }
    let untilKill = 3 + ((round * 7) % 11);
    const writing = recordsWritten.map(async (id) => {
      for (;;) {
        const number = next++;
        try {
          await vault.update(id, (before) => [...((before as number[] | undefined) ?? []), number]);
        } catch (fault) {
          if (fault instanceof StoreFault) return; // The server is gone; this write was not acknowledged.
          throw fault;
        }
        acknowledged.get(id)?.push(number);
        // By work, not by time, and not always at the same point of it; the others are in the middle of theirs.
        if (--untilKill === 0) void server.kill();
      }
    });
    await Promise.all(writing);
    await server.kill();
  }
  const counted = [...acknowledged.values()].reduce((sum, { length }) => sum + length, 0);
  expect(counted).toBeGreaterThanOrEqual(kills * 3); // Rounds in which nothing was written prove nothing.
  console.log(`K1: ${kills} kills, ${counted} acknowledged writes, none lost`);
  const server = await start(folder);
  const vault = await vaultAt(server.url, 99);
  for (const [id, numbers] of acknowledged)
    expect(await numbersIn(vault, id)).toEqual(expect.arrayContaining(numbers));
  await server.kill();
});

test("K1 an acknowledged record is there after a power cut, whatever was not yet synced", async () => {
  const done = await powerCuts({ folder: newFolder(), cuts: 12, writes: 12, seed: 20_260_904 });
  if (done.kind === "skipped") return console.log(`K1: power cuts skipped: ${done.why}`);
  expect(done.wrong).toEqual([]);
  expect(done.events).toBeGreaterThan(100); // A recording of nothing proves nothing.
});

test("K2 a store holds nothing readable", async () => {
  const folder = newFolder();
  const server = await start(folder);
  const vault = await vaultAt(server.url, 1);
  const planted = ["Planted Person", "plantedphrase", "种下的名字", "6222021234567890", "planted-person"];
  await vault.update(vault.newId(), () => ({ document: { person: { id: planted[4] } }, notes: planted }));
  await vault.changePassphrase({ current: passphrase, next: "a plantedphrase of mine" });
  const code = await vault.newRecoveryCode();
  await server.kill(); // Whatever lies beside the store is left behind, as it is after a power cut.
  const files = readdirSync(folder);
  expect(files).toContain("store.sqlite");
  const forms = (text: string) => [
    Buffer.from(text, "utf8"),
    Buffer.from(text, "utf16le"),
    Buffer.from(Buffer.from(text, "utf8").toString("base64").slice(0, -4), "latin1"),
    Buffer.from(Buffer.from(text, "utf8").toString("hex"), "latin1"),
  ];
  let read = 0;
  for (const file of files) {
    const bytes = readFileSync(join(folder, file));
    read += bytes.length;
    for (const word of [...planted, passphrase, code, code.slice(0, 9), code.replaceAll("-", "")])
      for (const form of forms(word)) expect(bytes.includes(form), `${word} in ${file}`).toBe(false);
  }
  expect(read).toBeGreaterThan(10_000); // A search in nothing finds nothing.
  expect(Buffer.concat(files.map((file) => readFileSync(join(folder, file)))).includes("chainbreak")).toBe(
    true,
  );
});

test("K3 two writers on one record, through two servers on one folder: nothing is lost", async () => {
  const folder = newFolder();
  const servers = [await start(folder), await start(folder)];
  const vaults = [await vaultAt(servers[0]!.url, 1), await vaultAt(servers[1]!.url, 2)];
  const each = 15;
  await Promise.all(
    vaults.map(async (vault, who) => {
      for (let i = 0; i < each; i += 1)
        await vault.update("shared", (before) => [
          ...((before as number[] | undefined) ?? []),
          who * 100 + i,
        ]);
    }),
  );
  const wanted = [0, 1].flatMap((who) => Array.from({ length: each }, (_, i) => who * 100 + i));
  for (const vault of vaults)
    expect([...(await numbersIn(vault, "shared"))].sort((a, b) => a - b)).toEqual(wanted);
  for (const server of servers) await server.kill();
});
