/**
 * Keys by which an institution is known. A key is 256 random bits, so its plain hash tells nothing about it and no slow
 * hash is needed; what is kept is the hash alone, and a key is found by its hash, so that no comparison of secrets can be
 * timed.
 */
import { createHash, randomBytes } from "node:crypto";

const begins = "cbk_";

export function makeApiKey(): { readonly key: string; readonly hash: string } {
  const key = `${begins}${randomBytes(32).toString("base64url")}`;
  return { key, hash: hashOfKey(key) };
}

export const hashOfKey = (key: string): string => `sha256:${createHash("sha256").update(key).digest("hex")}`;

/** What `Authorization: Bearer …` carries; `undefined`: it carries no key. */
export function keyOfHeader(header: string | undefined): string | undefined {
  const match = /^Bearer ([A-Za-z0-9_-]{20,200})$/i.exec(header ?? "");
  return match?.[1];
}
