/**
 * The keys this service signs its signals by: a file of its own in the folder, made when first needed. The first of them
 * signs; all are published, so that a new one is known before the old one goes.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
} from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotServe } from "../server/index.ts";
import { fileNames } from "./folder.ts";
import type { SigningKey } from "./signal-token.ts";

export interface SigningKeys {
  readonly signing: SigningKey;
  /** As it is published, a JWKS: no private part. */
  readonly published: { readonly keys: readonly Jwk[] };
}

type Jwk = Readonly<Record<string, unknown>>;

/** What the interoperability profile of SSF asks for, and receivers therefore know. */
const bits = 2_048;

/** Made where there is none. Throws where the file holds no key. */
export function readSigningKeys(folder: string): SigningKeys {
  const file = join(folder, fileNames.signing);
  if (!existsSync(file)) writeFileSync(file, textOf([freshKey()]), { mode: 0o600, flag: "wx" });
  const keys = keysIn(file);
  return {
    signing: keys[0],
    published: {
      keys: keys.map(({ kid, key }) => ({
        ...createPublicKey(key).export({ format: "jwk" }),
        kid,
        alg: "RS256",
        use: "sig",
      })),
    },
  };
}

/** A new key that signs from the next start on; those before are published still. Gives how many there are. */
export function addSigningKey(folder: string): number {
  if (!existsSync(join(folder, fileNames.configuration)))
    throw new CannotServe(
      `\`${folder}\` is no folder of a service`,
      "name the folder of a service with --data",
    );
  const file = join(folder, fileNames.signing);
  const before = existsSync(file) ? keysIn(file) : [];
  const keys = [
    freshKey(),
    ...before.map(({ kid, key }) => ({ ...key.export({ format: "jwk" }), kid })),
  ].slice(0, keysMax);
  const beside = `${file}.new`;
  writeFileSync(beside, textOf(keys), { mode: 0o600 });
  renameSync(beside, file);
  return keys.length;
}

/** Older ones are of no use to anybody: what they signed was fetched long ago. */
const keysMax = 3;

const textOf = (keys: readonly Jwk[]): string => `${JSON.stringify({ keys }, null, 2)}\n`;

const freshKey = (): Jwk => ({
  ...generateKeyPairSync("rsa", { modulusLength: bits }).privateKey.export({ format: "jwk" }),
  kid: randomUUID(),
});

interface Kept extends SigningKey {
  readonly key: KeyObject;
}

function keysIn(file: string): readonly [Kept, ...Kept[]] {
  try {
    const { keys } = JSON.parse(readFileSync(file, "utf8"));
    const [first, ...others] = keys.map(
      (key: Record<string, unknown>): Kept => ({
        kid: String(key["kid"]),
        key: createPrivateKey({ key, format: "jwk" }),
      }),
    );
    if (first !== undefined) return [first, ...others];
  } catch {} // Told below: whatever it is, it is no list of keys.
  throw new CannotServe(`\`${file}\` holds no key of ours`, "put it back, or take it away to get a new key");
}
