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

/** What each transmitter is asked by. Throws where a file is missing or is no line of a header. */
export function tokensOfTransmitters(
  folder: string,
  { transmitters }: Configuration,
): ReadonlyMap<string, string> {
  return new Map(
    [...transmitters.values()].flatMap(({ institution, poll }) =>
      poll === undefined ? [] : [[institution, askedBy(join(folder, poll.tokenFile), institution)] as const],
    ),
  );
}

function askedBy(file: string, institution: string): string {
  const token = tokenInFile(file);
  if (token !== undefined) return token;
  throw new CannotServe(
    `\`${file}\`, the token signals of \`${institution}\` are fetched by, cannot be read`,
    "write there the token that was given for it, and nothing else",
  );
}

/** One that is sent as `Authorization: Bearer`; `undefined`: the file is missing, or holds no line of a header. */
export function tokenInFile(file: string): string | undefined {
  try {
    const token = readFileSync(file, "utf8").trim();
    return /^[\x21-\x7e]{1,4000}$/.test(token) ? token : undefined;
  } catch {
    return undefined; // Whatever is there, it is no token.
  }
}
