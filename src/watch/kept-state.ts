/**
 * The state kept beside the journal, so that a start takes as long as what came since and not as long as the journal. It
 * is no second truth: it is what replaying the journal to its record gave, it is used only where everything decisions rest
 * on is to the byte what it was then, and thrown away otherwise.
 *
 * Its key lies among the keys of people and is destroyed with the first person who is erased: a state knows everybody. A
 * file that was written half, belongs to another journal or cannot be opened is as if it were not there.
 */
import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileNames } from "./folder.ts";
import type { Journal } from "./journal.ts";
import type { Head } from "./journal-age.ts";
import { type Judging, type JudgingParts, openJudging, StateOutlived, type StatePart } from "./judging.ts";
import type { PeopleKeys } from "./people-keys.ts";
import { hexOf, seal, unseal } from "./sealing.ts";

export interface StateAfter {
  readonly atRest: number;
  readonly running: number;
}

/**
 * At rest: fewer are replayed in less than a second. While it runs nothing is decided meanwhile, a tenth of a second for
 * a thousand people: at a thousand events a second that is once in two minutes at most.
 */
export const usualStateAfter: StateAfter = { atRest: 1_000, running: 100_000 };

/** Why no state was gone on from. */
export type NoState = "none" | "unkept" | "erased" | "basis" | "journal" | "broken";

export type StateFound =
  | { readonly kind: "found"; readonly head: Head; readonly judging: Judging }
  | { readonly kind: "none"; readonly why: NoState };

export interface KeptState {
  /** Goes on from what was kept, where it may. */
  find(journal: Journal): StateFound;
  /** Of the judging as it is after `head`. Throws what the disk says; what was kept before then stays. */
  keep(judging: Judging, head: Head): void;
}

interface Header {
  readonly basis: string;
  readonly seq: number;
  readonly link: string;
}

const lengthBytes = 4;
/** A part is some megabytes; whoever writes more here is not us. */
const partBytesMax = 512 * 1024 * 1024;
const numberBytes = 16;
const atEnd = "end";

export function openKeptState({
  folder,
  people,
  basis,
  judging: parts,
}: {
  readonly folder: string;
  readonly people: PeopleKeys;
  /** Names all that decisions rest on beside the events; absent: nothing is kept. */
  readonly basis: string | undefined;
  readonly judging: Omit<JudgingParts, "from">;
}): KeptState {
  const file = join(folder, fileNames.state);
  return {
    find(journal) {
      if (basis === undefined) return { kind: "none", why: "unkept" };
      if (!existsSync(file)) return { kind: "none", why: "none" };
      try {
        return found(file, journal);
      } catch (cause) {
        return { kind: "none", why: cause instanceof StateOutlived ? "basis" : "broken" };
      }
    },
    keep(judging, head) {
      const state = basis === undefined ? undefined : judging.parts();
      if (basis === undefined || state === undefined) return;
      const key = people.stateKeyFor();
      const half = `${file}.half`;
      const to = openSync(half, "w", 0o600);
      try {
        let place = 0;
        const put = (value: unknown) => {
          const sealed = seal(key.key, JSON.stringify(value), aboutPart(place++));
          const length = Buffer.alloc(lengthBytes);
          length.writeUInt32BE(sealed.length);
          writeAll(to, Buffer.concat([length, sealed]));
        };
        writeAll(to, key.number);
        put({ basis, seq: head.seq, link: hexOf(head.link) } satisfies Header);
        for (const part of state) put(part);
        put(atEnd);
        fsyncSync(to);
      } catch (cause) {
        rmSync(half, { force: true });
        throw cause;
      } finally {
        closeSync(to);
      }
      renameSync(half, file);
      people.destroyStateKeysBut(key.number);
    },
  };

  function found(from: string, journal: Journal): StateFound {
    const descriptor = openSync(from, "r");
    try {
      const key = people.stateKeyOf(readBytes(descriptor, numberBytes));
      if (key === undefined) return { kind: "none", why: "erased" };
      let place = 0;
      const next = (): unknown => {
        const length = readBytes(descriptor, lengthBytes).readUInt32BE();
        if (length > partBytesMax) throw new RangeError("no part of ours");
        const sealed = readBytes(descriptor, length);
        return JSON.parse(unseal(key, sealed, aboutPart(place++)).toString("utf8"));
      };
      const header = next() as Header; // Sealed by us.
      if (header.basis !== basis) return { kind: "none", why: "basis" };
      const there = header.seq === 0 ? undefined : journal.read(header.seq);
      const link = there === undefined ? "" : hexOf(there.link);
      if (there === undefined || link !== header.link) return { kind: "none", why: "journal" };
      const state = function* () {
        for (let part = next(); part !== atEnd; part = next()) yield part as StatePart; // Sealed by us.
      };
      return {
        kind: "found",
        head: { seq: header.seq, link: there.link },
        judging: openJudging({ ...parts, from: state() }),
      };
    } finally {
      closeSync(descriptor);
    }
  }
}

const aboutPart = (place: number): string => JSON.stringify(["state", place]);

function readBytes(descriptor: number, count: number): Buffer {
  const bytes = Buffer.alloc(count);
  for (let have = 0; have < count; ) {
    const read = readSync(descriptor, bytes, have, count - have, null);
    if (read === 0) throw new RangeError("it ends before it should");
    have += read;
  }
  return bytes;
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done, bytes.length - done);
}
