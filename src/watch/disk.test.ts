/** A disk without room, one that cannot be written to, and a clock that was set: what the service says, and what it keeps. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { event, watched } from "../../test/kit/watched.ts";

const folder = mkdtempSync(join(tmpdir(), "chainbreak-watch-disk-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** In a view of the file system of its own, so that the mount goes with the process; not every machine lets us. */
function onDisk(mounting: string, where: string, ...command: readonly string[]) {
  const script = `${mounting} && exec "$@"`;
  return spawnSync("unshare", ["-U", "-r", "-m", "sh", "-c", script, where, ...command], {
    encoding: "utf8",
  });
}
const small = 'mount -t tmpfs -o size=4m tmpfs "$0"';
const readOnly = 'mount --bind -o ro "$0" "$0"';
const canMount = onDisk(small, folder, "true").status === 0;
if (!canMount)
  console.log("a full disk under the service: skipped, no small file system can be mounted here");

test.runIf(canMount)(
  "on a full disk nothing is accepted and nothing is lost, and with room again it goes on",
  () => {
    const child = onDisk(small, folder, process.execPath, "test/kit/watch-on-full-disk.ts", folder);
    expect(child.stderr).toBe("");
    expect(JSON.parse(child.stdout)).toEqual({
      before: [200],
      refused: [503, "watch/cannot-keep"],
      health: 503,
      decisions: 503, // What cannot be noted is not looked at.
      again: [503],
      cases: [503],
      rules: [503, 0],
      erased: 503,
      webhooks: { isSent: true, twice: 0 },
      after: [200],
      rulesAfter: [200, 1],
      healthAfter: 200,
      closed: "cleanly",
      begun: "CannotServe: nothing can be written in `FOLDER`: database or disk is full",
      kept: { records: 200, changes: { lists: 0, rules: 1 }, replayed: 0, wasCut: true },
    });
  },
  60_000,
);

test.runIf(canMount)("a folder that cannot be written to is not begun on, and that is said", async () => {
  const own = mkdtempSync(join(folder, "own-"));
  const service = watched({}, own);
  await service.send("ee", event("e1"));
  await service.close();
  const script = `import { lockFolder } from "./src/watch/folder.ts";
    try { lockFolder(process.argv[1]); } catch (fault) { console.log(fault.message); }`;
  const child = onDisk(readOnly, own, process.execPath, "--input-type=module", "-e", script, own);
  expect(child.stdout.replaceAll(own, "FOLDER")).toBe("`FOLDER/service.lock` cannot be opened for writing\n");
});

test("a clock that was ahead and is set back moves no time of receipt back, and the next start says so", async () => {
  const ahead = watched({ now: () => Date.UTC(2029, 5, 1) });
  await ahead.send("ee", event("e1"));
  expect(ahead.watch.behindDays).toBe(0);
  await ahead.close();
  const back = watched({ now: () => Date.UTC(2024, 5, 1) }, ahead.folder);
  expect(back.watch.behindDays).toBe(1_826);
  await back.send("ee", event("e2", { person: "bob" }));
  const { decisions } = await (await back.ask("ee", "/v1/decisions?all=yes")).json();
  const times = decisions.map(({ received }: { readonly received: string }) => received);
  expect(times).toEqual(["2029-06-01T00:00:00.000Z", "2029-06-01T00:00:00.000Z"]);
  await back.close();
});

/** What each form had that the one before had not. */
const since: readonly (readonly [form: number, added: string])[] = [
  [2, "drop table streams; drop table signals; drop table receipts"],
  [3, ""],
];

test.each(since)(
  "a journal from before form %i is brought up, and answers what it answered",
  async (form) => {
    const service = watched();
    const first = await service.send("ee", event("e1"));
    await service.close();
    const file = new DatabaseSync(join(service.folder, "journal.sqlite"));
    for (const [later, added] of since.toReversed()) if (later >= form) file.exec(added);
    file.exec(`pragma user_version = ${form - 1}`);
    file.close();
    const later = watched({}, service.folder);
    expect(later.watch.replayed).toMatchObject({ records: 1, compared: 1, differ: 0 });
    expect(await later.send("ee", event("e1"))).toEqual(first);
    expect((await later.send("ee", event("e2"))).status).toBe(200);
    await later.close();
  },
);
