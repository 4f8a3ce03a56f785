/**
 * The files in an archive, in memory and nowhere else. Refused whole, before anything is unpacked: paths that lead out of
 * it, more files or bytes than a person's records have. What unpacks to more than it says is stopped on the way.
 */
import {
  configure,
  type Entry,
  ERR_ENCRYPTED,
  ERR_INVALID_PASSWORD,
  ERR_UNSAFE_FILENAME,
  type FileEntry,
  Uint8ArrayReader,
  ZipReader,
} from "@zip.js/zip.js";
import type { RecordFault } from "../model/index.ts";
import { decode } from "./decode.ts";
import { unpackedBytesMax } from "./unpacked-size.ts";

export interface Unzipped {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly faults: readonly {
    readonly name?: string;
    readonly code: RecordFault;
    readonly message: string;
    readonly about?: string;
  }[];
}

const filesMax = 2000; // what an account holder takes out of Google has hundreds

/** Nothing is handed to a worker: the core is one thread wherever it runs. */
configure({ useWebWorkers: false });

export async function unzip(
  bytes: Uint8Array,
  passwords: readonly string[],
  bytesMax: number = unpackedBytesMax,
): Promise<Unzipped> {
  const refused = (code: RecordFault, message: string, about?: string): Unzipped => ({
    files: [],
    faults: [{ code, message, ...(about === undefined ? {} : { about }) }],
  });
  let entries: readonly Entry[];
  try {
    entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  } catch (thrown) {
    const name =
      thrown instanceof Error && thrown.message === ERR_UNSAFE_FILENAME ? unsafeName(thrown) : undefined;
    if (name !== undefined) return refused("record/unsafe-archive", outward, name);
    return refused(damaged.code, damaged.message);
  }
  if (entries.length > filesMax)
    return refused("record/unsafe-archive", `the archive holds more than ${filesMax} files`);
  const named = entries.map((entry) => ({ entry, name: nameOf(entry) }));
  const outside = named.find(({ name }) => leadsOut(name));
  if (outside !== undefined) return refused("record/unsafe-archive", outward, outside.name.slice(0, 60));
  const told = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (told > bytesMax) return refused("record/unsafe-archive", tooMuch);
  const wanted = named.flatMap(({ entry, name }) =>
    entry.directory || /^__MACOSX\/|(?:^|\/)\.DS_Store$/.test(name) ? [] : [{ entry, name }],
  );
  return unpackAll(wanted, passwords, bytesMax);
}

const outward = "the archive holds a path that leads out of it";
const unsafeName = (thrown: Error & { readonly filename?: unknown }): string =>
  String(thrown.filename ?? "").slice(0, 60);
const tooMuch = `the archive unpacks to more than ${unpackedBytesMax / 1024 / 1024} MB`;
const leadsOut = (name: string): boolean => /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/.test(name);

/** Names of archives made in China are often in its own encoding, whatever the archive says. */
const nameOf = ({ filename, rawFilename, filenameUTF8 }: Entry): string =>
  filenameUTF8 ? filename : decode(rawFilename).text;

async function unpackAll(
  wanted: readonly { readonly entry: FileEntry; readonly name: string }[],
  passwords: readonly string[],
  bytesMax: number,
): Promise<Unzipped> {
  const files: { name: string; bytes: Uint8Array }[] = [];
  const faults: { name: string; code: RecordFault; message: string }[] = [];
  let left = bytesMax;
  for (const { entry, name } of wanted) {
    const unpacked = await unpackOne(entry, passwords, left);
    if (unpacked instanceof Uint8Array) {
      files.push({ name, bytes: unpacked });
      left -= unpacked.length;
    } else faults.push({ name, ...unpacked });
    if (left <= 0) break;
  }
  return { files, faults };
}

type Fault = { readonly code: RecordFault; readonly message: string };
const locked: Fault = { code: "record/locked", message: "the archive has a password" };
const wrong: Fault = { code: "record/wrong-password", message: "the password does not open it" };
const damaged: Fault = { code: "record/cut-short", message: "the archive is damaged or cut short" };

async function unpackOne(
  entry: FileEntry,
  passwords: readonly string[],
  bytesMax: number,
): Promise<Uint8Array | Fault> {
  if (entry.encrypted && passwords.length === 0) return locked;
  let fault = damaged;
  for (const password of entry.encrypted ? passwords : [""]) {
    const parts: Uint8Array[] = [];
    let size = 0;
    const into = new WritableStream<Uint8Array>({
      write(part) {
        size += part.length;
        if (size > bytesMax) throw new RangeError(tooMuch);
        parts.push(part.slice());
      },
    });
    try {
      await entry.getData(into, { checkSignature: true, ...(entry.encrypted ? { password } : {}) });
      return joined(parts, size);
    } catch (thrown) {
      if (size > bytesMax) return { code: "record/unsafe-archive", message: tooMuch };
      const said = thrown instanceof Error ? thrown.message : "";
      // The old encryption takes one wrong password in 256 for right, and its bytes are then no archive's.
      fault = entry.encrypted || said === ERR_INVALID_PASSWORD || said === ERR_ENCRYPTED ? wrong : damaged;
    }
  }
  return fault;
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
