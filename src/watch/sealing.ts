/**
 * What lies on the disk can be read only with two keys: the folder's, and the person's, which the folder's wraps. An
 * event and its decision are sealed by the key of the person they are about; when that key is destroyed they are noise.
 * Names (of people, of events) are kept as keyed hashes, so that they can be found and not read.
 *
 * AES-256-GCM with a random nonce: a key seals one person's events at one institution, far from 2^32 of them. Node's own
 * cipher, not WebCrypto: this is done for every event, and a promise for each costs more than the sealing.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";

const cipher = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;
export const keyBytes = 32;
/** Of the keyed hashes names are found by: 128 bits never meet by chance. */
const nameBytes = 16;

export interface RootKeys {
  /** Wraps the keys of people. */
  readonly wrap: Uint8Array;
  /** For names of people, ids of events, and what one member sees in place of another's event. */
  readonly person: Uint8Array;
  readonly event: Uint8Array;
  readonly elsewhere: Uint8Array;
}

export function rootKeys(secret: Uint8Array): RootKeys {
  const derive = (use: string) =>
    new Uint8Array(hkdfSync("sha256", secret, "", `chainbreak watch ${use}`, keyBytes));
  return {
    wrap: derive("wrap"),
    person: derive("person"),
    event: derive("event"),
    elsewhere: derive("elsewhere"),
  };
}

/** Parts are told apart by their lengths: no two lists of names give the same bytes. */
export function nameHash(key: Uint8Array, ...parts: readonly string[]): Uint8Array {
  return createHmac("sha256", key).update(JSON.stringify(parts)).digest().subarray(0, nameBytes);
}

/** Nonce, sealed bytes, tag. `about` is bound to it: sealed for one place, it opens nowhere else. */
export function seal(key: Uint8Array, text: string | Uint8Array, about: string): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(about));
  const body = typeof text === "string" ? sealing.update(text, "utf8") : sealing.update(text);
  return Buffer.concat([nonce, body, sealing.final(), sealing.getAuthTag()]);
}

/** Throws where the key is another, a byte has changed, or it was sealed for another place. */
export function unseal(key: Uint8Array, sealed: Uint8Array, about: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  opening.setAAD(Buffer.from(about));
  opening.setAuthTag(bytes.subarray(bytes.length - tagBytes));
  return Buffer.concat([
    opening.update(bytes.subarray(nonceBytes, bytes.length - tagBytes)),
    opening.final(),
  ]);
}

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
