/** The folder's key rotated: what is kept goes on, the old key opens nothing, and a rotation that is killed is gone on with. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { emptyFolder, event, watched } from "../../test/kit/watched.ts";
import { backUpFolder, restoreFolder, verifyFolder } from "./index.ts";
import { type RotationStep, rotateFolder } from "./rotate.ts";

const how = { basis: "one", stateAfter: { atRest: 1, running: 1 } };

async function withSome() {
  const service = watched(how);
  const told = await service.send("ee", event("e1"));
  await service.send("ee", event("e2", { person: "bob" }));
  await service.send("ee", event("e3", { person: "cho" }));
  expect((await service.ask("ee", "/v1/people/cho", { method: "DELETE" })).status).toBe(200);
  await service.close();
  // Again, so that a state is kept: nothing is while somebody was erased.
  await watched(how, service.folder).close();
  return { folder: service.folder, told };
}

const wrappedIn = (folder: string): readonly Buffer[] => {
  const file = new DatabaseSync(join(folder, "people.sqlite"), { readOnly: true });
  const rows = ["people", "states"].flatMap((table) => file.prepare(`select wrapped from ${table}`).all());
  file.close();
  return rows.map((row) => Buffer.from(row["wrapped"] as Uint8Array));
};
const bytesIn = (folder: string): Buffer =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

/** As it was, in everything that is answered. */
async function goesOn(folder: string, told: { readonly text: string }): Promise<void> {
  const service = watched(how, folder);
  expect(service.watch).toMatchObject({ replayed: { records: 0, differ: 0 } }); // From the kept state.
  expect((await service.send("ee", event("e1"))).text).toBe(told.text);
  expect((await service.ask("ee", "/v1/people/ann")).status).toBe(200);
  expect((await service.send("ee", event("e3", { person: "cho" }))).status).toBe(410);
  expect((await service.send("ee", event(`more-${Math.random()}`))).status).toBe(200);
  await service.close();
}

test("D9 with another key of the folder everything is as it was, and nothing in it opens with the old one", async () => {
  const { folder, told } = await withSome();
  const old = readFileSync(join(folder, "secret.key"));
  const before = wrappedIn(folder);
  const { head } = verifyFolder(folder);
  expect(before.length).toBe(3); // Two people and the state.
  expect(rotateFolder(folder)).toEqual({ people: 2, wasCut: false });
  const after = wrappedIn(folder);
  expect(before.some((key) => after.some((other) => other.equals(key)))).toBe(false);
  expect(before.some((key) => bytesIn(folder).includes(key))).toBe(false);
  expect(bytesIn(folder).includes(old.toString("utf8").trim())).toBe(false);
  expect(verifyFolder(folder, head)).toMatchObject({ records: 3, opened: 2, erased: 1, holds: true });
  await goesOn(folder, told);
  expect(rotateFolder(folder)).toEqual({ people: 2, wasCut: false });
  await goesOn(folder, told);
  const stolen = readFileSync(join(folder, "secret.key"));
  writeFileSync(join(folder, "secret.key"), old);
  expect(() => watched(how, folder)).toThrow(/wrapped by another `secret.key`/);
  writeFileSync(join(folder, "secret.key"), stolen);
});

test.each<RotationStep>(["begun", "wrapped", "done"])(
  "D9 a rotation that is killed once it is %s is gone on with, and no service starts in between",
  async (step) => {
    const { folder, told } = await withSome();
    const before = wrappedIn(folder);
    const killed = spawnSync(process.execPath, ["test/kit/rotate-to-kill.ts", folder, step], {
      encoding: "utf8",
    });
    expect(killed.signal, killed.stderr).toBe("SIGKILL");
    expect(existsSync(join(folder, "secret.next"))).toBe(step !== "done");
    // The power went before it was on the disk: nothing is wrapped by it, and another is made.
    if (step === "begun") writeFileSync(join(folder, "secret.next"), "hal");
    if (step !== "done") {
      expect(() => watched(how, folder)).toThrow(/the rotation of the key .* was cut off/);
      expect(rotateFolder(folder)).toEqual({ people: 2, wasCut: step === "wrapped" });
    }
    expect(before.some((key) => bytesIn(folder).includes(key))).toBe(false);
    await goesOn(folder, told);
  },
  60_000,
);

test("a running service keeps its key; a copy from before opens with the key from before, and with no other", async () => {
  const { folder } = await withSome();
  const old = readFileSync(join(folder, "secret.key"));
  const copy = emptyFolder();
  await backUpFolder(folder, copy, false);
  const running = watched(how, folder);
  expect(() => rotateFolder(folder)).toThrow(/another service is running/);
  await running.close();
  rotateFolder(folder);
  const restored = emptyFolder();
  copyFileSync(join(folder, "secret.key"), join(restored, "secret.key"));
  expect(() => restoreFolder(copy, restored, undefined)).toThrow(/wrapped by another `secret.key`/);
  expect(readdirSync(restored)).toEqual(["secret.key"]); // Nothing is left of it.
  const other = emptyFolder();
  writeFileSync(join(other, "secret.key"), old);
  expect(restoreFolder(copy, other, undefined)).toMatchObject({ records: 3, opened: 2 });
  expect(() => rotateFolder(emptyFolder())).toThrow(/there is no `secret.key`/);
});
