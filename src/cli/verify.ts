/** `chainbreak verify`: is a pack as it was made? Nothing is written, nothing is asked of any network. */
import { lstatSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type HandoverFault, packNames, verifyPack } from "../handover/index.ts";
import { Complaint } from "../model/index.ts";
import type { VerifyAnswer } from "../report/index.ts";
import { sayComplaints } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { filesUnder, sha256Of, sha256OfFile } from "./pack.ts";
import type { Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface VerifyOptions {
  readonly seal?: string;
  readonly json?: boolean;
}

export function verify(folder: string, { seal, json = false }: VerifyOptions, terminal: Terminal): number {
  const words = cliWords(terminal.lang);
  const path = resolve(terminal.outside.cwd, folder);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    sayComplaints([complaintOf(folder, { code: "handover/no-pack", path: "" })], terminal);
    return exitCodes.complaints;
  }
  terminal.progress(words.reading(folder));
  const files = filesUnder(path);
  // A link is no file of the pack: it has no hash here, and is in no manifest.
  const hashes = new Map(
    files.map(
      (each) => [each, lstatSync(join(path, each)).isFile() ? sha256OfFile(join(path, each)) : ""] as const,
    ),
  );
  const textOf = (name: string) =>
    hashes.has(name) && hashes.get(name) !== ""
      ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(readFileSync(join(path, name)))
      : undefined;
  const faults = verifyPack({
    hashes,
    manifest: textOf(packNames.manifest),
    journal: textOf(packNames.journal),
    hash: sha256Of,
    ...(seal === undefined ? {} : { seal }),
  });
  const found = hashes.get(packNames.manifest) ?? null;
  const answer: VerifyAnswer = { isAsMade: faults.length === 0, files: files.length, seal: found, faults };
  if (json) terminal.say(JSON.stringify(answer, undefined, 2));
  else {
    sayComplaints(
      faults.map((fault) => complaintOf(folder, fault)),
      terminal,
    );
    if (faults.length === 0) terminal.say(words.packVerified(files.length, found ?? ""));
  }
  return faults.length === 0 ? exitCodes.done : exitCodes.complaints;
}

const sentences = {
  "handover/no-pack": [
    "there is no manifest in this folder",
    "give the folder that `investigate --out` wrote",
  ],
  "handover/bad-manifest": ["this is not as the manifest was written", ""],
  "handover/changed": ["the file is not as it was when the pack was made", ""],
  "handover/missing": ["the file is in the manifest and not in the folder", ""],
  "handover/not-listed": ["the file is in the folder and not in the manifest", ""],
  "handover/broken-journal": ["this entry does not follow from the one before it", ""],
  "handover/other-seal": [
    "the manifest is not the one this hash was written down of",
    "compare the hash with what was written down on the day",
  ],
} as const satisfies Readonly<Record<HandoverFault["code"], readonly [string, string]>>;

function complaintOf(folder: string, { code, path, line }: HandoverFault): Complaint {
  const [message, help] = sentences[code];
  return new Complaint({
    code,
    place: { file: path === "" ? folder : join(folder, path), ...(line === undefined ? {} : { line }) },
    message,
    help: help || "compare with another copy; what this one says cannot be relied on",
  });
}
