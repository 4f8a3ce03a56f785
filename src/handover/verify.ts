/**
 * Is a pack as it was made? Every file is listed with its hash, every listed file is there, the journal follows line by line,
 * and every original the journal names has the hash it had before it was read.
 *
 * What this proves: no byte changed since the manifest was written. What it does not: who wrote it, when, or that what the
 * files say is true. Whoever can write the whole folder can write another; the hash of the manifest, told to somebody else
 * on the day, is what rules that out (`seal`). Cost: one look at each file's hash.
 */
import type { HandoverFaultCode } from "../model/index.ts";
import { chained, type Hash, type JournalEntry } from "./journal.ts";
import { listedIn } from "./manifest.ts";

export const packNames = {
  manifest: "manifest.sha256",
  journal: "journal.jsonl",
  originals: "originals",
} as const;

export interface HandoverFault {
  readonly code: HandoverFaultCode;
  readonly path: string;
  readonly line?: number;
}

export interface VerifyQuestion {
  /** SHA-256 of every file of the folder, by path; the manifest's as well. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly manifest: string | undefined;
  readonly journal: string | undefined;
  readonly hash: Hash;
  /** The hash of the manifest, as somebody wrote it down on the day. */
  readonly seal?: string;
}

export function verifyPack({
  hashes,
  manifest,
  journal,
  hash,
  seal,
}: VerifyQuestion): readonly HandoverFault[] {
  if (manifest === undefined) return [{ code: "handover/no-pack", path: packNames.manifest }];
  const faults: HandoverFault[] = [];
  const { files, badLine } = listedIn(manifest);
  if (badLine !== undefined)
    faults.push({ code: "handover/bad-manifest", path: packNames.manifest, line: badLine });
  if (seal !== undefined && seal.trim().toLowerCase() !== hashes.get(packNames.manifest))
    faults.push({ code: "handover/other-seal", path: packNames.manifest });
  const listed = new Map(files.map(({ path, sha256 }) => [path, sha256] as const));
  for (const [path, sha256] of listed) {
    const found = hashes.get(path);
    if (found === undefined) faults.push({ code: "handover/missing", path });
    else if (found !== sha256) faults.push({ code: "handover/changed", path });
  }
  for (const path of hashes.keys())
    if (path !== packNames.manifest && !listed.has(path)) faults.push({ code: "handover/not-listed", path });
  const broken = journal === undefined ? 1 : chained(journal, hash);
  if (broken !== undefined)
    faults.push({ code: "handover/broken-journal", path: packNames.journal, line: broken });
  // Where the manifest tells of the change already, it is told once.
  else
    for (const { path, line } of otherOriginals(journal ?? "", hashes))
      if (listed.get(path) === hashes.get(path))
        faults.push({ code: "handover/broken-journal", path: packNames.journal, line });
  return faults;
}

/** The journal says what each original's hash was before it was read: those that have another, and the lines that say so. */
function otherOriginals(
  journal: string,
  hashes: ReadonlyMap<string, string>,
): readonly { readonly path: string; readonly line: number }[] {
  return journal
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line, i) => {
      // Lines that are no entries were complained of by the chain.
      const { did, what, sha256 } = JSON.parse(line) as JournalEntry;
      const path = `${packNames.originals}/${what}`;
      const found = did === "kept" ? hashes.get(path) : undefined;
      return found === undefined || found === sha256 ? [] : [{ path, line: i + 1 }];
    });
}
