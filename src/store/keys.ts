/** The ways to the data key: from what somebody knows or has to the key that unwraps it, and back when a way is added. */
import type { Bytes } from "./bytes.ts";
import { bytesOf } from "./bytes.ts";
import { bindingOf, type Header, type PassphraseCost, type Slot, type SlotKind } from "./header.ts";
import { normalPassphrase } from "./passphrase.ts";
import { readRecoveryCode } from "./recovery-code.ts";
import { type Chance, keyFromSecret, type SealingKey, seal, sealingKey, unseal } from "./seal.ts";
import type { VersionMemory } from "./versions.ts";

export interface Argon2Asked extends PassphraseCost {
  readonly passphrase: Bytes;
  readonly salt: Bytes;
}

export interface VaultTools {
  readonly chance: Chance;
  /** Argon2id, version 0x13, one lane, 32 bytes. It takes a good part of a second: run it beside the page. */
  readonly argon2: (asked: Argon2Asked) => Promise<Bytes>;
  /** What a guess at a passphrase made from now on costs; absent: the usual. */
  readonly cost?: PassphraseCost;
  /** Absent: what was seen is forgotten with the vault. */
  readonly memory?: VersionMemory;
}

/** What somebody brings to open a vault. */
export type Way =
  | { readonly kind: "passphrase"; readonly passphrase: string }
  | { readonly kind: "recovery"; readonly code: string }
  /** The credential that answered, and the secret it gave for the slot's input. */
  | { readonly kind: "passkey"; readonly credential: Bytes; readonly secret: Bytes };

export type WayRefusal =
  | "wrong-passphrase"
  | "wrong-code"
  /** The code has a slip of the pen in it, or is not whole; it was not tried. */
  | "mistyped-code"
  | "wrong-passkey";

export type Unwrapped =
  | { readonly kind: "key"; readonly dataKey: Bytes }
  | { readonly kind: "refused"; readonly why: WayRefusal };

export const dataKeyBytes = 32;
const saltBytes = 16;

/** Tries every slot of this kind of way; costs one Argon2 for each passphrase slot, of which there is one. */
export async function unwrap(
  { vault, slots }: Pick<Header, "vault" | "slots">,
  way: Way,
  tools: VaultTools,
): Promise<Unwrapped> {
  const secret = await secretOf(way);
  if (secret === undefined) return { kind: "refused", why: "mistyped-code" };
  for (const slot of slots) {
    if (slot.kind !== way.kind || (slot.kind === "passkey" && !isFor(slot.credential, way))) continue;
    const key = await wrappingKey(slot, secret, tools);
    const dataKey = await unseal(slot.wrapped, { key, binding: bindingOf(vault, slot) });
    if (dataKey !== undefined) return { kind: "key", dataKey };
  }
  const why = { passphrase: "wrong-passphrase", recovery: "wrong-code", passkey: "wrong-passkey" } as const;
  return { kind: "refused", why: why[way.kind] };
}

/** A new slot that leads to this data key. */
export async function wrap(
  dataKey: Bytes,
  { vault, kind, secret }: { readonly vault: string; readonly kind: SlotKind; readonly secret: Bytes },
  tools: VaultTools,
): Promise<Slot> {
  const slot = { id: idFrom(tools.chance), salt: tools.chance(saltBytes), ...kind };
  const key = await wrappingKey(slot, secret, tools);
  return { ...slot, wrapped: await seal(dataKey, { key, binding: bindingOf(vault, slot) }, tools.chance) };
}

export const passphraseSecret = (passphrase: string): Bytes => bytesOf(normalPassphrase(passphrase));

/** 130 bits of chance as letters and digits, fit for the id of a record. */
export function idFrom(chance: Chance): string {
  return [...chance(26)].map((byte) => (byte & 31).toString(32)).join("");
}

async function secretOf(way: Way): Promise<Bytes | undefined> {
  if (way.kind === "passphrase") return passphraseSecret(way.passphrase);
  if (way.kind === "passkey") return way.secret;
  const read = await readRecoveryCode(way.code);
  return read.kind === "secret" ? read.secret : undefined;
}

const isFor = (credential: Bytes, way: Way) =>
  way.kind === "passkey" &&
  way.credential.length === credential.length &&
  way.credential.every((byte, i) => byte === credential[i]);

async function wrappingKey(
  slot: { readonly salt: Bytes } & SlotKind,
  secret: Bytes,
  { argon2 }: VaultTools,
): Promise<SealingKey> {
  if (slot.kind !== "passphrase") return keyFromSecret(secret, slot.salt, `chainbreak ${slot.kind}`);
  const { salt, memoryKiB, passes } = slot;
  return sealingKey(await argon2({ passphrase: secret, salt, memoryKiB, passes }));
}
