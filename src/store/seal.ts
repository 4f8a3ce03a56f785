/**
 * Sealing bytes: AES-256-GCM under a key, with a nonce drawn by chance, and bound to a sentence that says what the bytes
 * are. Bytes moved to another place are opened under another sentence, and do not open.
 *
 * A nonce of 96 bits drawn by chance may be used some billion times under one key before two are likely to be the same;
 * somebody who saves every second needs a century for that.
 */
import { type Bytes, bytesOf, joined } from "./bytes.ts";

/** So many bytes of chance, unforeseeable. */
export type Chance = (bytes: number) => Bytes;

const nonceBytes = 12;
const tagBytes = 16;
/** The first byte; another way of sealing gets another. */
const format = 1;

/** A key of the platform's, whose bytes cannot be taken out again. */
export type SealingKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

export interface Sealing {
  readonly key: SealingKey;
  /** What these bytes are; must be given again to open them. */
  readonly binding: string;
}

export async function seal(plain: Bytes, { key, binding }: Sealing, chance: Chance): Promise<Bytes> {
  const nonce = chance(nonceBytes);
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: nonce, additionalData: bytesOf(binding) },
    key,
    plain,
  );
  return joined(Uint8Array.of(format), nonce, new Uint8Array(sealed));
}

/** Undefined: another key, another binding, or not one bit as it was. */
export async function unseal(sealed: Bytes, { key, binding }: Sealing): Promise<Bytes | undefined> {
  if (sealed[0] !== format || sealed.length < 1 + nonceBytes + tagBytes) return undefined;
  const nonce = sealed.slice(1, 1 + nonceBytes);
  try {
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: nonce, additionalData: bytesOf(binding) },
      key,
      sealed.slice(1 + nonceBytes),
    );
    return new Uint8Array(plain);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "OperationError") return undefined;
    throw cause;
  }
}

/** A key for proving who wrote something, made from the data key and good for nothing else. */
export async function provingKey(dataKey: Bytes, purpose: string): Promise<SealingKey> {
  const base = await crypto.subtle.importKey("raw", dataKey, "HKDF", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: bytesOf(purpose) },
    base,
    { name: "HMAC", hash: "SHA-256", length: 256 },
    false,
    ["sign", "verify"],
  );
}

/** HMAC-SHA-256. */
export async function prove(text: string, key: SealingKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, bytesOf(text)));
}

export function isProved(text: string, proof: Bytes, key: SealingKey): Promise<boolean> {
  return crypto.subtle.verify("HMAC", key, proof, bytesOf(text));
}

export function sealingKey(bytes: Bytes): Promise<SealingKey> {
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** A key from what is unforeseeable already: a recovery code, the secret of a passkey. No use for passphrases. */
export async function keyFromSecret(secret: Bytes, salt: Bytes, purpose: string): Promise<SealingKey> {
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt, info: bytesOf(purpose) },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}
