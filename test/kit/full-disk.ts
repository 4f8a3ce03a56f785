/** A store on a disk that has no room left: says as JSON what writing, removing and erasing answer there. */
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { sqliteFileStore } from "../../src/server/sqlite-file.ts";
import { recordBytesMax, StoreFault } from "../../src/store/index.ts";

const [folder, hasReserve] = process.argv.slice(2);
if (folder === undefined) throw new Error("name a folder");
const store = await sqliteFileStore(join(folder, "store.sqlite"));
const planted = Buffer.from("planted-sealed-bytes ");
const sealed = new Uint8Array(recordBytesMax).map((_, i) => planted[i % planted.length]!);
for (const id of ["a", "b", "c"]) await store.write({ id, version: 1, sealed, expects: "absent" });
if (hasReserve === "without") closeSync(openSync(join(folder, "store.sqlite-reserve"), "w"));

const filler = openSync(join(folder, "filler"), "w");
for (const bytes of [64 * 1024, 1])
  try {
    for (;;) writeSync(filler, new Uint8Array(bytes).fill(1));
  } catch {} // Full, which is what was wanted.

const told = async (work: () => Promise<unknown>) => {
  try {
    return JSON.stringify((await work()) ?? "done");
  } catch (fault) {
    return fault instanceof StoreFault ? fault.code : String(fault);
  }
};
const write = await told(() => store.write({ id: "d", version: 1, sealed, expects: "absent" }));
const remove = await told(() => store.remove("a", 1));
const removeNext = await told(() => store.remove("b", 1));
const heads = (await store.list()).map(({ id }) => id);
const clear = await told(() => store.clear());
const left = await store.list();
const residue = readdirSync(folder).filter((file) => readFileSync(join(folder, file)).includes(planted));
const again = await told(() =>
  store.write({ id: "e", version: 1, sealed: new Uint8Array(9), expects: "absent" }),
);
console.log(JSON.stringify({ write, remove, removeNext, heads, clear, left, residue, again }));
