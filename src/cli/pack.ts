/**
 * Writes a pack: the originals as they were, what was made of them, the journal of what was done and the manifest of it all.
 *
 * Nothing is half done: all is written into a folder beside and put in its place at the end. An original is hashed before it
 * is read, copied afterwards and hashed again; one that changed meanwhile is refused. Copies are kept read-only.
 */
import { createHash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { RecordFile, Row } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import { isNameKept, type Listed, packNames, packOriginals, packTexts } from "../handover/index.ts";
import type { InvestigateAnswer } from "../investigate/index.ts";
import { Complaint, compareText } from "../model/index.ts";
import { packFiles } from "../report/index.ts";
import { typedPath } from "./shipped.ts";

export interface OriginalFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface PackQuestion {
  /** Where to; nothing or an empty folder stands there. */
  readonly out: string;
  readonly answer: InvestigateAnswer;
  readonly world: Grounded;
  readonly rows: readonly Row[];
  readonly files: readonly RecordFile[];
  readonly originals: readonly OriginalFile[];
  /** Files the question was asked with, where they are files. */
  readonly asked: readonly string[];
  readonly at: string;
  readonly version: string;
}

export const sha256Of = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");

/** A piece at a time: an original may be larger than what one likes to hold. */
export function sha256OfFile(path: string): string {
  const hash = createHash("sha256");
  const piece = Buffer.alloc(1 << 20);
  const file = openSync(path, "r");
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

/** A folder somebody has something in is not written to. */
export function notEmpty(out: string, cwd: string): Complaint | undefined {
  const found = statSync(resolve(cwd, out), { throwIfNoEntry: false });
  if (found === undefined || (found.isDirectory() && readdirSync(resolve(cwd, out)).length === 0))
    return undefined;
  return new Complaint({
    code: "handover/not-empty",
    place: { file: out },
    message: "the folder is not empty",
    help: "name a folder that does not exist yet",
  });
}

export interface PackWritten {
  readonly faults: readonly Complaint[];
  /** SHA-256 of the manifest: what to tell somebody else on the day. */
  readonly seal: string;
}

export function writePack(question: PackQuestion): PackWritten {
  const { out } = question;
  mkdirSync(dirname(out), { recursive: true });
  const part = join(dirname(out), `.${basename(out)}.part`);
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part);
  try {
    const faults = fill(part, question);
    if (faults.length > 0) return { faults, seal: "" };
    // An empty folder may stand in its place.
    rmSync(out, { recursive: true, force: true });
    renameSync(part, out);
    return { faults: [], seal: sha256OfFile(join(out, packNames.manifest)) };
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

function fill(part: string, question: PackQuestion): readonly Complaint[] {
  const { answer, at, version } = question;
  const faults: Complaint[] = [];
  const originals = packOriginals(question.originals);
  mkdirSync(join(part, packNames.originals));
  for (const { name, path, sha256 } of originals) {
    const copy = join(part, packNames.originals, name);
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(path, copy);
    chmodSync(copy, 0o444);
    if (sha256OfFile(copy) !== sha256) faults.push(changedMeanwhile(path));
  }
  const { texts } = packTexts({
    originals,
    read: question.files,
    asked: question.asked.flatMap((path) => copyAsked(part, path)),
    answered: { label: answer.label, steps: answer.timeline.length, chainbreak: version },
    made: packFiles({
      answer,
      world: question.world,
      rows: question.rows,
      originals: originals.map(({ name, bytes, sha256 }) => ({
        path: `${packNames.originals}/${name}`,
        bytes,
        sha256,
      })),
      madeAt: at,
      version,
      hash: sha256Of,
    }),
    at,
    hash: sha256Of,
  });
  for (const [path, text] of texts) writeInto(part, path, text);
  return faults;
}

function copyAsked(part: string, path: string): readonly Listed[] {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return [];
  mkdirSync(join(part, "asked"), { recursive: true });
  const name = `asked/${isNameKept(basename(path)) ? basename(path) : "asked"}`;
  copyFileSync(path, join(part, name));
  return [{ path: name, sha256: sha256OfFile(path) }];
}

function writeInto(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const changedMeanwhile = (path: string): Complaint =>
  new Complaint({
    code: "handover/changed",
    place: { file: path },
    message: "the file changed while it was being read",
    help: "close what writes to it, and begin again",
  });

/** More than this is no pack. */
const filesMax = 20_000;

/** Paths of files with forward slashes, sorted; what is no file (a link) is named as well, and is in no manifest. */
export function filesUnder(folder: string): readonly string[] {
  const found: string[] = [];
  const waiting = [""];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const entry of readdirSync(join(folder, next), { withFileTypes: true })) {
      const path = next === "" ? entry.name : `${next}/${entry.name}`;
      if (entry.isDirectory()) waiting.push(path);
      else found.push(path);
      if (found.length > filesMax)
        throw new RangeError(`more than ${filesMax} files under ${typedPath(folder, folder)}`);
    }
  return found.sort(compareText);
}
