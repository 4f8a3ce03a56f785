/**
 * Power cuts, replayed: everything a store writes to its folder is recorded with its syncs (recorded-disk.c), and for a
 * moment of that record the disk is put together as a cut may leave it. What was synced is there; of what was written
 * since, every file keeps a part by chance, down to a sector, or nothing. A file is there when its folder was synced
 * after it was made. Then the store is opened on that disk, as after the cut.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sqliteFileStore } from "../../src/server/sqlite-file.ts";

type Event =
  | { readonly kind: "write"; readonly name: string; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: "truncate"; readonly name: string; readonly length: number }
  | { readonly kind: "create" | "sync"; readonly name: string };

export type Recording =
  | { readonly kind: "recorded"; readonly events: readonly Event[] }
  | { readonly kind: "skipped"; readonly why: string };

/** `folder` is empty and absolute. */
function record({ folder, writes }: { readonly folder: string; readonly writes: number }): Recording {
  if (process.platform !== "linux") return { kind: "skipped", why: "writes are recorded on Linux only" };
  const library = join(folder, "recorded-disk.so");
  const built = spawnSync(
    "cc",
    ["-shared", "-fPIC", "-O1", "-o", library, "test/kit/recorded-disk.c", "-ldl"],
    {
      encoding: "utf8",
    },
  );
  if (built.error !== undefined || built.status !== 0)
    return {
      kind: "skipped",
      why: `no C compiler builds the recorder: ${built.error?.message ?? built.stderr}`,
    };
  const [recorded, log] = [join(folder, "recorded"), join(folder, "log")];
  const child = spawnSync(process.execPath, ["test/kit/power-cut-writer.ts", recorded, String(writes)], {
    encoding: "utf8",
    env: { ...process.env, LD_PRELOAD: library, RECORD_FOLDER: recorded, RECORD_LOG: log },
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return { kind: "recorded", events: eventsIn(readFileSync(log)) };
}

function eventsIn(log: Buffer): readonly Event[] {
  const events: Event[] = [];
  for (let at = 0; at < log.length; ) {
    const end = log.indexOf(10, at);
    const [op, name = "", offset, length] = log.toString("utf8", at, end).split(" ");
    at = end + 1;
    if (op === "W") {
      events.push({ kind: "write", name, at: Number(offset), bytes: log.subarray(at, at + Number(length)) });
      at += Number(length);
    } else if (op === "T") events.push({ kind: "truncate", name, length: Number(offset) });
    else events.push({ kind: op === "C" ? "create" : "sync", name });
  }
  return events;
}

/** Every acknowledged write and removal is there, and of the one that was under way all or nothing. */
async function cutAt(
  events: readonly Event[],
  {
    moment,
    chance,
    folder,
  }: { readonly moment: number; readonly chance: () => number; readonly folder: string },
): Promise<readonly string[]> {
  const past = events.slice(0, moment);
  const { wanted, under } = promised(past);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const name of new Set(past.map((event) => event.name))) {
    if (name.endsWith("-reserve")) continue; // Nothing of it is ever read.
    const bytes = fileAfterCut(past, name, chance);
    if (bytes !== undefined && name !== "marks" && name !== ".") writeFileSync(join(folder, name), bytes);
  }
  const store = await sqliteFileStore(join(folder, "store.sqlite"));
  const wrong: string[] = [];
  const found = new Map((await store.list()).map(({ id, version }) => [id, version]));
  for (const id of new Set([...wanted.keys(), ...found.keys()])) {
    const version = found.get(id);
    const isUnder = under !== undefined && under.id === id && under.version === version;
    if (version !== wanted.get(id) && !isUnder)
      wrong.push(`${id}: found ${version}, acknowledged ${wanted.get(id)}`);
    const record = await store.read(id);
    if (record?.sealed.some((byte) => byte !== ((record.version - 1) & 255)) === true)
      wrong.push(`${id}: not the bytes that were written`);
  }
  await store.close();
  return wrong;
}

interface Mark {
  readonly kind: "begins" | "acknowledged";
  readonly id: string;
  readonly version?: number;
}

function promised(past: readonly Event[]) {
  const wanted = new Map<string, number>();
  let under: Mark | undefined;
  for (const event of past) {
    if (event.kind !== "write" || event.name !== "marks") continue;
    const mark = JSON.parse(Buffer.from(event.bytes).toString()) as Mark; // Our own writer's.
    under = mark.kind === "begins" ? mark : undefined;
    if (under !== undefined) continue;
    if (mark.version === undefined) wanted.delete(mark.id);
    else wanted.set(mark.id, mark.version);
  }
  return { wanted, under };
}

const sectorBytes = 512;

function fileAfterCut(past: readonly Event[], name: string, chance: () => number): Uint8Array | undefined {
  const made = past.findIndex((event) => event.kind === "create" && event.name === name);
  const isThere = past.some((event, i) => i > made && event.kind === "sync" && event.name === ".");
  if (!isThere && chance() < 0.5) return undefined;
  const synced = past.findLastIndex((event) => event.kind === "sync" && event.name === name);
  const kept = [0, 0.5, 0.9][Math.floor(chance() * 3)] ?? 0;
  let bytes = new Uint8Array();
  past.forEach((event, i) => {
    if (event.name !== name) return;
    if (event.kind === "truncate" && (i <= synced || chance() < kept))
      bytes = grown(bytes, event.length).slice(0, event.length);
    if (event.kind !== "write") return;
    for (let from = 0; from < event.bytes.length; from += sectorBytes) {
      if (i > synced && chance() >= kept) continue;
      const piece = event.bytes.subarray(from, from + sectorBytes);
      bytes = grown(bytes, event.at + from + piece.length);
      bytes.set(piece, event.at + from);
    }
  });
  return bytes;
}

function grown(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  if (bytes.length >= length) return bytes;
  const whole = new Uint8Array(length);
  whole.set(bytes);
  return whole;
}

/** Numbers from 0 to 1, the same for the same seed. */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export interface PowerCuts {
  readonly folder: string;
  readonly cuts: number;
  readonly writes: number;
  readonly seed: number;
}

export type CutsDone =
  | { readonly kind: "skipped"; readonly why: string }
  | {
      readonly kind: "done";
      readonly events: number;
      readonly cuts: number;
      readonly wrong: readonly string[];
    };

/** So many cuts at moments by chance, over one recording. */
export async function powerCuts({ folder, cuts, writes, seed }: PowerCuts): Promise<CutsDone> {
  const recording = record({ folder, writes });
  if (recording.kind === "skipped") return recording;
  const { events } = recording;
  const chance = chanceFrom(seed);
  const begin = events.findIndex((event) => event.kind === "write" && event.name === "marks");
  const wrong: string[] = [];
  for (let i = 0; i < cuts; i += 1) {
    const moment = begin + 1 + Math.floor(chance() * (events.length - begin));
    // In memory where there is such a place: what is asked is order, not the disk.
    const after = existsSync("/dev/shm") ? `/dev/shm/chainbreak-cut-${process.pid}` : join(folder, "after");
    for (const each of await cutAt(events, { moment, chance, folder: after }))
      wrong.push(`cut at ${moment}: ${each}`);
  }
  if (existsSync("/dev/shm"))
    rmSync(`/dev/shm/chainbreak-cut-${process.pid}`, { recursive: true, force: true });
  return { kind: "done", events: events.length, cuts, wrong };
}
