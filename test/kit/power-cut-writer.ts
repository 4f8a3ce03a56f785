/** Writes, changes and removes records, and marks what was acknowledged in a file beside them, in the same order. */
import { mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { sqliteFileStore } from "../../src/server/sqlite-file.ts";

const [folder, count] = process.argv.slice(2);
if (folder === undefined) throw new Error("name a folder");
mkdirSync(folder, { recursive: true });
const marks = openSync(join(folder, "marks"), "a");
const store = await sqliteFileStore(join(folder, "store.sqlite"));
/** What the next write is about to do, and that it was acknowledged. */
const mark = (what: object) => writeSync(marks, `${JSON.stringify(what)}\n`);
const versions = new Map<string, number>();
for (let i = 0; i < Number(count); i += 1) {
  const id = `r${(i * 7) % 5}`;
  const before = versions.get(id);
  // Some lie in one page, some in many.
  const sealed = new Uint8Array(i % 4 === 0 ? 20_000 : 300).fill(i);
  if (before !== undefined && i % 6 === 5) {
    mark({ kind: "begins", id });
    await store.remove(id, before);
    versions.delete(id);
    mark({ kind: "acknowledged", id });
  } else {
    const version = i + 1;
    mark({ kind: "begins", id, version });
    await store.write({ id, version, sealed, expects: before ?? "absent" });
    versions.set(id, version);
    mark({ kind: "acknowledged", id, version });
  }
}
await store.close();
