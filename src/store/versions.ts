/**
 * Which versions somebody has seen, so that what went back in time is noticed, and which version comes next.
 *
 * A record removed and made again goes on above every version it had: the header remembers the highest version of all
 * that was removed. So a version below one that was seen is always an older record, never a newer one in its place.
 */
import { Complaint } from "../model/index.ts";
import type { Chance } from "./seal.ts";

/**
 * What is remembered beside the store, from one day to the next. Without it an older day put back is noticed by those
 * only who have the vault open.
 */
export interface VersionMemory {
  recall(vault: string): Promise<ReadonlyMap<string, number>>;
  remember(vault: string, id: string, version: number): Promise<void>;
}

export interface SeenVersions {
  /** Before the store is asked: an answer is old only beside what was known when it was asked for. */
  asking(id: string): Asking;
  /** This was written here. */
  wrote(id: string, version: number): Promise<void>;
  /** This was removed here, and must not come back. */
  removed(id: string, version: number): Promise<void>;
  /** No version that was ever seen here is above it. */
  readonly highest: number;
}

export interface Asking {
  /** Throws a `Complaint` when a newer one had been seen. */
  found(version: number): Promise<void>;
  /** What had been seen is gone and must not come back either. */
  foundNone(): Promise<void>;
}

/** How a record is named in complaints: `store:vault`. */
export const storeName = "store";

export async function seenVersions(vault: string, memory: VersionMemory | undefined): Promise<SeenVersions> {
  const lowest = new Map(await memory?.recall(vault));
  const present = new Set<string>();
  const lowestOf = (id: string) => lowest.get(id) ?? 0;
  const raise = async (id: string, version: number) => {
    if (lowestOf(id) >= version) return;
    lowest.set(id, version);
    await memory?.remember(vault, id, version);
  };
  return {
    asking(id) {
      const known = lowestOf(id);
      const wasPresent = present.has(id);
      return {
        async found(version) {
          if (version < known) throw older(id);
          if (version >= lowestOf(id)) present.add(id);
          await raise(id, version);
        },
        async foundNone() {
          if (!wasPresent || lowestOf(id) !== known) return;
          present.delete(id);
          await raise(id, known + 1); // What is made anew begins above what was removed, so at this at the least.
        },
      };
    },
    async wrote(id, version) {
      present.add(id);
      await raise(id, version);
    },
    async removed(id, version) {
      if (lowestOf(id) <= version) present.delete(id);
      await raise(id, version + 1);
    },
    get highest() {
      return Math.max(0, ...lowest.values());
    },
  };
}

/** Not the very next, so that two who make something at the same time do not meet. */
export function above(version: number, chance: Chance): number {
  return version + 1 + chance(3).reduce((number, byte) => number * 256 + byte, 0);
}

const older = (id: string) =>
  new Complaint({
    code: "store/older-record",
    place: { file: `${storeName}:${id}` },
    message: "this record is older than one that was here before",
    help: "if you have just restored a backup, load the page again; if not, somebody changed the store",
  });
