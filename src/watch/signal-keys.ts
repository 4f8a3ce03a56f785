/**
 * The public keys of those whose signals are taken: a JWKS in a file beside the configuration, or one that is fetched from
 * where its owner publishes it, and again when a token names a key that is not in it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createLocalJWKSet, createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from "jose";
import { CannotServe } from "../server/index.ts";
import type { Configuration, Transmitter } from "./configuration.ts";

export type KeysOf = (institution: string) => JWTVerifyGetKey | undefined;

/** Throws where a file is missing or holds no keys. */
export function keysOfTransmitters(
  folder: string,
  { transmitters }: Configuration,
  send: typeof fetch,
): KeysOf {
  const kept = new Map<string, JWTVerifyGetKey>();
  for (const [institution, transmitter] of transmitters)
    kept.set(
      institution,
      isAddress(transmitter.keys)
        ? createRemoteJWKSet(new URL(transmitter.keys), { [customFetch]: send })
        : keysInFile(folder, transmitter),
    );
  return (institution) => kept.get(institution);
}

const isAddress = (keys: string): boolean => /^https?:/.test(keys);

function keysInFile(folder: string, { institution, keys }: Transmitter): JWTVerifyGetKey {
  const file = join(folder, keys);
  try {
    return createLocalJWKSet(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new CannotServe(
      `\`${file}\`, the public keys of \`${institution}\`, cannot be read`,
      'put its JWKS there: `{ "keys": […] }`, as it publishes it',
    );
  }
}
