/**
 * Everything that is kept as one file, still sealed, and back. A backup opens with the passphrase, the recovery code or
 * the passkey of the day it was made.
 *
 * Nothing of a restored file is taken before every record in it has been opened; then all of it is, at once. What comes
 * back is sealed anew under new version numbers, so that a page that still shows the old records cannot write over them.
 */
import { Complaint, type ComplaintCode } from "../model/index.ts";
import { type Bytes, bytesOf, fromBase64, isMap, isSame, jsonOf, sha256, textOf, toBase64 } from "./bytes.ts";
import {
  assertReplaceable,
  recordIdPattern,
  type SealedRecord,
  type Store,
  StoreFault,
  storeBytesMax,
} from "./contract.ts";
import { headerId } from "./header.ts";
import type { Way, WayRefusal } from "./keys.ts";
import { memoryStore } from "./memory-store.ts";
import { openVault, type Vault, type VaultParts } from "./vault.ts";

const format = 1;
/** Base64 takes four characters for three bytes; ids and punctuation take little. */
const fileBytesMax = storeBytesMax * 1.5;

/** One file of all records. A record written meanwhile is in it as it was before or after, never half. */
export async function backup(store: Store): Promise<Bytes> {
  const records: SealedRecord[] = [];
  for (const { id } of await store.list()) {
    const record = await store.read(id);
    if (record !== undefined) records.push(record);
  }
  const body = JSON.stringify(
    records.map(({ id, version, sealed }) => ({ id, version, sealed: toBase64(sealed) })),
  );
  const check = toBase64(await sha256(bytesOf(body)));
  return bytesOf(`${JSON.stringify({ chainbreak: "backup", version: format, check, body })}\n`);
}

export type BackupRead =
  | { readonly kind: "read"; readonly records: readonly SealedRecord[] }
  | { readonly kind: "complaints"; readonly complaints: readonly Complaint[] };

/** The records of a backup, unopened; `file` is how complaints name it. Every fault is named, and then nothing is read. */
export async function readBackup(bytes: Bytes, file: string): Promise<BackupRead> {
  const wrong = (code: ComplaintCode, message: string, help: string): BackupRead => ({
    kind: "complaints",
    complaints: [new Complaint({ code, place: { file }, message, help })],
  });
  if (bytes.length > fileBytesMax)
    return wrong("file/too-large", `more than ${fileBytesMax / 1024 / 1024} MB`, "this is no backup of ours");
  const text = textOf(bytes);
  const whole = jsonOf(text);
  if (!isMap(whole))
    return text?.startsWith('{"chainbreak":"backup"')
      ? wrong(
          "store/cut-short",
          "the end of this backup is missing",
          "copy the whole file again, or take another",
        )
      : wrong(
          "store/not-a-backup",
          "this is not a chainbreak backup",
          "choose the file that was saved as a backup",
        );
  if (whole["chainbreak"] !== "backup")
    return wrong(
      "store/not-a-backup",
      "this is not a chainbreak backup",
      "choose the file that was saved as a backup",
    );
  if (whole["version"] !== format)
    return wrong(
      "store/unknown-version",
      `this backup was made by a newer chainbreak (version \`${String(whole["version"])}\` of the format)`,
      "restore it with that one, or a newer one",
    );
  const { body, check } = whole;
  const stated = typeof check === "string" ? fromBase64(check) : undefined;
  if (typeof body !== "string" || stated === undefined || !isSame(stated, await sha256(bytesOf(body))))
    return wrong("store/damaged-backup", "this backup is not as it was written", "take another copy of it");
  return recordsOf(jsonOf(body), file);
}

function recordsOf(value: unknown, file: string): BackupRead {
  const found = Array.isArray(value) ? value.map(recordOf) : [undefined];
  const records = found.filter((record) => record !== undefined);
  const complaints = found.flatMap((record, i) =>
    record === undefined ? [damaged(`${file}:record ${i + 1}`)] : [],
  );
  if (complaints.length === 0) {
    try {
      assertReplaceable(records);
    } catch (cause) {
      if (!(cause instanceof StoreFault)) throw cause;
      complaints.push(damaged(file));
    }
  }
  if (complaints.length === 0 && !records.some(({ id }) => id === headerId)) complaints.push(damaged(file));
  return complaints.length > 0 ? { kind: "complaints", complaints } : { kind: "read", records };
}

const damaged = (file: string) =>
  new Complaint({
    code: "store/damaged-backup",
    place: { file },
    message: "this backup is not as it was written",
    help: "take another copy of it",
  });

function recordOf(value: unknown): SealedRecord | undefined {
  if (!isMap(value)) return undefined;
  const { id, version, sealed } = value;
  const bytes = typeof sealed === "string" ? fromBase64(sealed) : undefined;
  const isRecord = typeof id === "string" && recordIdPattern.test(id) && Number.isSafeInteger(version);
  return isRecord && bytes !== undefined ? { id, version: Number(version), sealed: bytes } : undefined;
}

export type Restored =
  | { readonly kind: "restored"; readonly vault: Vault; readonly records: number }
  | { readonly kind: "refused"; readonly why: WayRefusal }
  | { readonly kind: "complaints"; readonly complaints: readonly Complaint[] };

export interface Restoring extends VaultParts {
  readonly bytes: Bytes;
  readonly file: string;
  readonly way: Way;
}

/** Puts the backup in the place of all that is kept; whatever is wrong with it, what is kept stays. Costs one Argon2. */
export async function restore({ store, tools, bytes, file, way }: Restoring): Promise<Restored> {
  const read = await readBackup(bytes, file);
  if (read.kind === "complaints") return read;
  const aside = memoryStore();
  await aside.replace(read.records);
  try {
    // A backup is of an earlier day by its nature; what was seen since is no complaint of it.
    const { memory: _, ...forgetful } = tools;
    const opened = await openVault({ store: aside, tools: forgetful }, way);
    if (opened.kind === "refused") return opened;
    if (opened.kind === "there-is-none") return { kind: "complaints", complaints: [damaged(file)] };
    const moved = await opened.vault.moveTo({ store, tools });
    opened.vault.lock();
    return moved.kind === "complaints"
      ? moved
      : { kind: "restored", vault: moved.vault, records: read.records.length - 1 };
  } catch (cause) {
    if (cause instanceof Complaint) return { kind: "complaints", complaints: [cause] };
    throw cause;
  }
}
