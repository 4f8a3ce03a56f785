/** Removing and erasing where there is no room left: a small file system of memory, filled to its last byte. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "chainbreak-full-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** In a view of the file system of its own, so that the mount goes with the process; not every machine lets us. */
function onSmallDisk(...command: readonly string[]) {
  const script = 'mount -t tmpfs -o size=8m tmpfs "$0" && exec "$@"';
  return spawnSync("unshare", ["-U", "-r", "-m", "sh", "-c", script, folder, ...command], {
    encoding: "utf8",
  });
}
const canMount = onSmallDisk("true").status === 0;
if (!canMount) console.log("a full disk: skipped, no small file system can be mounted here");

function said(reserve: "with" | "without") {
  const child = onSmallDisk(process.execPath, "test/kit/full-disk.ts", folder, reserve);
  expect(child.stderr).toBe("");
  return JSON.parse(child.stdout);
}

const erased = { clear: '"done"', left: [], residue: [], again: '{"kind":"written","version":1}' };

test.runIf(canMount)(
  "on a full disk nothing new is kept, but what is there can be removed and erased",
  () => {
    const removed = '{"kind":"written","version":1}';
    expect(said("with")).toEqual({
      write: "unreachable",
      remove: removed,
      removeNext: removed,
      heads: ["c"],
      ...erased,
    });
  },
);

test.runIf(canMount)("erasing needs no room at all", () => {
  expect(said("without")).toEqual({
    write: "unreachable",
    remove: "unreachable",
    removeNext: "unreachable",
    heads: ["a", "b", "c"],
    ...erased,
  });
});
