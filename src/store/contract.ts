/**
 * What every store promises, whoever keeps the bytes: memory, a file of the server's, the server over HTTP, or a
 * database inside the browser. One suite, test/kit/store-contract.ts, holds all of them to it.
 *
 * A store sees ids, versions and sealed bytes and never looks inside. Two writers cannot undo each other's work: a write
 * names the version it was made from, and loses when that is not the newest any more. The writer gives the new version,
 * because it is sealed into the bytes. A record removed and made again goes on above every version it ever had, so that
 * it is mistaken neither for the one somebody still has on screen nor for an older one; the writer sees to that too.
 */

/** Lower-case letters, digits and hyphens; made by chance, never from a name. */
export const recordIdPattern: RegExp = /^[a-z0-9][a-z0-9-]{0,63}$/;
/** A person with two hundred accounts takes about 100 kB. */
export const recordBytesMax: number = 1024 * 1024;
/** A helpline keeps some hundred people; a list of a thousand is still read in one go. */
export const recordsMax = 1000;
/** All records together, so that a backup can be held in memory and sent in one request. */
export const storeBytesMax: number = 32 * 1024 * 1024;

export interface RecordHead {
  readonly id: string;
  /** Grows by one with each write; where the first begins is the writer's to say. */
  readonly version: number;
}

export interface SealedRecord extends RecordHead {
  readonly sealed: Uint8Array<ArrayBuffer>;
}

export interface Writing extends SealedRecord {
  /** The version this one was made from. */
  readonly expects: number | "absent";
}

export type Written =
  | { readonly kind: "written"; readonly version: number }
  /** Nothing was changed. `current`: what is there; `absent`: nothing is. */
  | { readonly kind: "conflict"; readonly current: number | "absent" };

/**
 * Every promise settles in bounded time: with an answer, or with a `StoreFault`. What a write acknowledged is there
 * after the process, the page or the machine dies, except in memory. What a write, a removal, a replacement or a clearing
 * put out of the store is in no file of it any more when the promise settles.
 */
export interface Store {
  /** All records, by id. */
  list(): Promise<readonly RecordHead[]>;
  read(id: string): Promise<SealedRecord | undefined>;
  write(writing: Writing): Promise<Written>;
  /** A record that is already gone is a conflict. */
  remove(id: string, expects: number): Promise<Written>;
  /**
   * Puts these in the place of all there is, at once or not at all. With `expects`, only when what is there is exactly
   * that; when somebody wrote meanwhile it is `busy`, and nothing was changed.
   */
  replace(records: readonly SealedRecord[], expects?: readonly RecordHead[]): Promise<void>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

export type StoreFaultCode =
  /** An id, version or size no store takes. */
  | "refused"
  /** More or larger records than the limits allow. */
  | "full"
  /** Somebody else holds it, and did not let go in time. */
  | "busy"
  /** The server does not answer, or the disk does not take or give. */
  | "unreachable"
  | "closed";

/** Why a store could not do what it was asked. Nothing was changed, unless the answer to a write got lost. */
export class StoreFault extends Error {
  override readonly name = "StoreFault";
  readonly code: StoreFaultCode;

  constructor(code: StoreFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Throws `refused` or `full` when no store may take this; each store asks it before it touches anything. */
export function assertWritable({ id, version, sealed, expects }: Writing): void {
  assertId(id);
  if (!Number.isSafeInteger(version) || version < 1)
    throw new StoreFault("refused", `${version} is no version`);
  if (expects !== "absent" && version <= expects)
    throw new StoreFault("refused", `version ${version} does not follow ${expects}`);
  if (sealed.byteLength > recordBytesMax)
    throw new StoreFault("full", `a record of ${sealed.byteLength} bytes is larger than ${recordBytesMax}`);
}

export function assertId(id: string): void {
  if (!recordIdPattern.test(id)) throw new StoreFault("refused", "this is not an id of a record");
}

/** The same for a whole store at once. */
export function assertReplaceable(records: readonly SealedRecord[]): void {
  for (const record of records) assertWritable({ ...record, expects: "absent" });
  if (new Set(records.map(({ id }) => id)).size !== records.length)
    throw new StoreFault("refused", "two records have one id");
  assertRoom(
    records.length,
    records.reduce((sum, { sealed }) => sum + sealed.byteLength, 0),
  );
}

/** Throws `busy` when what is there is not what the writer read; each store asks it before it replaces anything. */
export function assertUnchanged(
  there: readonly RecordHead[],
  expects: readonly RecordHead[] | undefined,
): void {
  if (expects === undefined) return;
  const known = new Map(expects.map(({ id, version }) => [id, version]));
  if (there.length !== known.size || there.some(({ id, version }) => known.get(id) !== version))
    throw new StoreFault("busy", "somebody wrote meanwhile");
}

/** How many records and bytes there would be. */
export function assertRoom(records: number, bytes: number): void {
  if (records > recordsMax) throw new StoreFault("full", `more than ${recordsMax} records`);
  if (bytes > storeBytesMax) throw new StoreFault("full", `more than ${storeBytesMax} bytes`);
}
