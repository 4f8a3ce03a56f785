/**
 * What lies on the disk can be read only with two keys: the folder's, and the person's, which the folder's wraps. An
 * event and its decision are sealed by the key of the person they are about; when that key is destroyed they are noise.
 * Names (of people, of events) are kept as keyed hashes, so that they can be found and not read.
 *
 * AES-256-GCM with a random nonce: a key seals one person's events at one institution, far from 2^32 of them. Node's own
 * cipher, not WebCrypto: this is done for every event, and a promise for each costs more than the sealing. Keys are kept
 * as key objects: given as bytes, Node makes one anew each time, which takes longer than the rest.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

const cipher = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;
const keyBytes = 32;
/** Bytes as they are compared, named and linked by. */
export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Of the keyed hashes names are found by: 128 bits never meet by chance. */
const nameBytes = 16;

/** Keys that names are found by: they stay when the folder's key is rotated, for a name cannot be hashed anew without the name. */
const nameUses = ["person", "event", "elsewhere", "stream", "cause", "cut"] as const;

export interface RootKeys {
  /** Wraps the keys of people. */
  readonly wrap: KeyObject;
  /** For names of people, ids of events, and what one member sees in place of another's event. */
  readonly person: KeyObject;
  readonly event: KeyObject;
  readonly elsewhere: KeyObject;
  /** What is kept of streams of signals, and the numbers by which their causes are named. */
  readonly stream: KeyObject;
  readonly cause: KeyObject;
  /** Says of records that went by age that it was age. */
  readonly cut: KeyObject;
}

/** The lengths a folder's key may have: as it was made, and with the keys of names carried over when it was rotated. */
export const secretLengths: readonly number[] = [keyBytes, keyBytes * (1 + nameUses.length)];

export function rootKeys(secret: Uint8Array): RootKeys {
  const own = secret.subarray(0, keyBytes);
  const carried = secret.subarray(keyBytes);
  const derive = (use: string) =>
    createSecretKey(Buffer.from(hkdfSync("sha256", own, "", `chainbreak watch ${use}`, keyBytes)));
  const named = (use: (typeof nameUses)[number]) => {
    const from = nameUses.indexOf(use) * keyBytes;
    return carried.length === 0 ? derive(use) : createSecretKey(carried.subarray(from, from + keyBytes));
  };
  return {
    wrap: derive("wrap"),
    person: named("person"),
    event: named("event"),
    elsewhere: named("elsewhere"),
    stream: named("stream"),
    cause: named("cause"),
    cut: named("cut"),
  };
}

/** Another key for the same folder: what wraps is new, what names are found by is carried over. */
export const rotatedSecret = (root: RootKeys): Uint8Array =>
  Buffer.concat([freshKey(), ...nameUses.map((use) => root[use].export())]);

/** Parts are told apart by their lengths: no two lists of names give the same bytes. */
export function nameHash(key: KeyObject, ...parts: readonly string[]): Uint8Array {
  return createHmac("sha256", key).update(JSON.stringify(parts)).digest().subarray(0, nameBytes);
}

/** Nonce, sealed bytes, tag. `about` is bound to it: sealed for one place, it opens nowhere else. */
export function seal(key: KeyObject, text: string | Uint8Array, about: string): Uint8Array {
  const nonce = nextNonce();
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(about));
  const body = typeof text === "string" ? sealing.update(text, "utf8") : sealing.update(text);
  return Buffer.concat([nonce, body, sealing.final(), sealing.getAuthTag()]);
}

/** Drawn many at once: asking the system for twelve bytes costs as much as sealing them. Each is used once. */
let drawn = Buffer.alloc(0);
const drawnBytes = 1_024 * nonceBytes;

function nextNonce(): Uint8Array {
  if (drawn.length < nonceBytes) drawn = randomBytes(drawnBytes);
  const nonce = drawn.subarray(0, nonceBytes);
  drawn = drawn.subarray(nonceBytes);
  return nonce;
}

/** Throws where the key is another, a byte has changed, or it was sealed for another place. */
export function unseal(key: KeyObject, sealed: Uint8Array, about: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  opening.setAAD(Buffer.from(about));
  opening.setAuthTag(bytes.subarray(bytes.length - tagBytes));
  return Buffer.concat([
    opening.update(bytes.subarray(nonceBytes, bytes.length - tagBytes)),
    opening.final(),
  ]);
}

/** A number as sixteen bytes that tell nothing and belong to no other: one block of the cipher, half of it zeros. */
export function coverNumber(key: KeyObject, number: number): string {
  const block = Buffer.alloc(16);
  block.writeBigUInt64BE(BigInt(number), 8);
  const covering = createCipheriv(blockCipher, key, null).setAutoPadding(false);
  return Buffer.concat([covering.update(block), covering.final()]).toString("hex");
}

/** Back again; `undefined`: nobody with this key made it. */
export function uncoverNumber(key: KeyObject, text: string): number | undefined {
  if (!/^[0-9a-f]{32}$/.test(text)) return undefined;
  const opening = createDecipheriv(blockCipher, key, null).setAutoPadding(false);
  const block = Buffer.concat([opening.update(Buffer.from(text, "hex")), opening.final()]);
  const number = block.readBigUInt64BE(8);
  return block.readBigUInt64BE(0) === 0n && number <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(number)
    : undefined;
}

const blockCipher = "aes-256-ecb";

export const keyOf = (bytes: Uint8Array): KeyObject => createSecretKey(bytes);
export const freshKey = (): Uint8Array => randomBytes(keyBytes);
/** What a person is called on the disk: a number that means nothing once the key is gone. */
export const freshNumber = (): Uint8Array => randomBytes(nameBytes);

/** The next link: over what is on the disk, so that whoever has no key can hold the whole chain to it. */
export function link(before: Uint8Array, parts: readonly (Uint8Array | string | number)[]): Uint8Array {
  const hash = createHash("sha256").update(before);
  for (const part of parts) {
    const bytes = typeof part === "object" ? part : Buffer.from(String(part));
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest();
}
