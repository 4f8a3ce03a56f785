/**
 * The one record that is not sealed: which ways there are to the data key, each a slot that holds it wrapped under the
 * key of that way. It tells a thief how many ways there are and what a guess at the passphrase costs; nothing else.
 *
 * A checksum tells a header that was damaged from a passphrase that is wrong, before anything is proved. Whoever has the
 * data key then finds a proof under that key (a MAC over the whole header and the version it is kept under), so a header
 * put together from old pieces, or an old one under a newer number, is noticed. Vaults made before there was a proof
 * have none until their header is next written; those made since say so in their name, which is sealed into every slot
 * and record, so that nobody can take the proof away and pass the vault for an old one.
 */
import { Complaint } from "../model/index.ts";
import { type Bytes, bytesOf, fromBase64, isMap, isSame, jsonOf, sha256, textOf, toBase64 } from "./bytes.ts";
import { isProved, prove, type SealingKey } from "./seal.ts";

/** The id of the record the header is kept in. */
export const headerId = "vault";

/** What one guess at the passphrase costs. */
export interface PassphraseCost {
  readonly memoryKiB: number;
  readonly passes: number;
}

/**
 * More than three times what OWASP asks at least (19 MiB, 2 passes); about a second in a page of a common computer, two
 * on a phone of some years. One lane, because the page has one thread for it.
 */
export const usualCost: PassphraseCost = { memoryKiB: 64 * 1024, passes: 2 };

export type Slot = { readonly id: string; readonly salt: Bytes; readonly wrapped: Bytes } & SlotKind;
export type SlotKind =
  | ({ readonly kind: "passphrase" } & PassphraseCost)
  | { readonly kind: "recovery" }
  /** `credential`: which passkey to ask for; `input`: what to ask its secret with. */
  | { readonly kind: "passkey"; readonly credential: Bytes; readonly input: Bytes };

export interface Header {
  /** Made by chance with the vault; sealed into every record. */
  readonly vault: string;
  readonly slots: readonly Slot[];
  /** The highest version a removed record had; what is made anew goes on above it. */
  readonly highest: number;
}

export interface HeaderRead {
  readonly header: Header;
  /** What the proof is of, and the proof; absent in a vault made before there was one. */
  readonly proved: { readonly body: string; readonly proof: Bytes } | undefined;
}

/** How a vault begins its name when its header always bears a proof. */
export const provedVaultPrefix = "p-";

/** A header is read before anything is proved, so what it may ask of this machine has an end. */
const memoryKiBMax = 256 * 1024;
const passesMax = 16;
/** A few keys on a ring, a phone and a computer. */
export const slotsMax = 16;
const saltBytesMin = 16;
/** The first format had no proof and no highest version. */
const format = 2;
const formatWithoutProof = 1;

/** What a wrapped key is bound to: a slot moved to another vault, or with other figures, does not unwrap. */
export function bindingOf(vault: string, { id, salt, ...slot }: Omit<Slot, "wrapped"> & SlotKind): string {
  const figures =
    slot.kind === "passphrase"
      ? [slot.memoryKiB, slot.passes]
      : slot.kind === "passkey"
        ? [toBase64(slot.credential), toBase64(slot.input)]
        : [];
  return ["chainbreak key", vault, slot.kind, id, toBase64(salt), ...figures].join("\n");
}

/** `version`: the one it will be kept under; `key`: the proving key of this vault. */
export async function printHeader(
  { vault, slots, highest }: Header,
  { version, key }: { readonly version: number; readonly key: SealingKey },
): Promise<Bytes> {
  const body = JSON.stringify({ vault, slots: slots.map(printSlot), highest });
  const check = toBase64(await sha256(bytesOf(body)));
  const proof = toBase64(await prove(provedText(body, version), key));
  return bytesOf(`${JSON.stringify({ chainbreak: "vault", version: format, body, check, proof })}\n`);
}

/** Whether this was written by somebody who has the data key, to be kept under this version. Throws a `Complaint` if not. */
export async function assertProved(
  { header, proved }: HeaderRead,
  { version, key, file }: { readonly version: number; readonly key: SealingKey; readonly file: string },
): Promise<void> {
  const isOurs =
    proved === undefined
      ? !header.vault.startsWith(provedVaultPrefix)
      : await isProved(provedText(proved.body, version), proved.proof, key);
  if (!isOurs) throw damaged(file);
}

const provedText = (body: string, version: number) => ["chainbreak header", version, body].join("\n");

function printSlot({ id, salt, wrapped, ...slot }: Slot): object {
  const texts = { id, salt: toBase64(salt), wrapped: toBase64(wrapped) };
  return slot.kind === "passkey"
    ? { ...texts, kind: slot.kind, credential: toBase64(slot.credential), input: toBase64(slot.input) }
    : { ...texts, ...slot };
}

/** Throws a `Complaint` when it is damaged or from a newer chainbreak. */
export async function readHeader(bytes: Bytes, file: string): Promise<HeaderRead> {
  const whole = jsonOf(textOf(bytes));
  if (!isMap(whole) || whole["chainbreak"] !== "vault") throw damaged(file);
  const isProvable = whole["version"] === format;
  if (!isProvable && whole["version"] !== formatWithoutProof)
    throw new Complaint({
      code: "store/unknown-version",
      place: { file },
      message: `this was kept by a newer chainbreak (version \`${String(whole["version"])}\` of the format)`,
      help: "open it with that one, or a newer one",
    });
  const { body, check } = whole;
  const stated = typeof check === "string" ? fromBase64(check) : undefined;
  if (typeof body !== "string" || stated === undefined || !isSame(stated, await sha256(bytesOf(body))))
    throw damaged(file);
  const header = headerOf(jsonOf(body));
  const proof = typeof whole["proof"] === "string" ? fromBase64(whole["proof"]) : undefined;
  if (header === undefined || (isProvable && proof === undefined)) throw damaged(file);
  return { header, proved: isProvable && proof !== undefined ? { body, proof } : undefined };
}

const damaged = (file: string) =>
  new Complaint({
    code: "store/damaged-record",
    place: { file: `${file}:${headerId}` },
    message: "the record that leads to the key is damaged",
    help: "restore a backup; without one nobody can open what is kept here",
  });

function headerOf(value: unknown): Header | undefined {
  if (!isMap(value) || typeof value["vault"] !== "string" || !Array.isArray(value["slots"])) return undefined;
  const slots = value["slots"].map(slotOf);
  const whole = slots.filter((slot) => slot !== undefined);
  if (whole.length !== slots.length || slots.length === 0 || slots.length > slotsMax) return undefined;
  const highest = value["highest"] ?? 0; // The first format had none.
  if (typeof highest !== "number" || !Number.isSafeInteger(highest) || highest < 0) return undefined;
  return { vault: value["vault"], slots: whole, highest };
}

function slotOf(value: unknown): Slot | undefined {
  if (!isMap(value)) return undefined;
  const { id, kind, memoryKiB, passes } = value;
  const bytes = (key: string) => {
    const text = value[key];
    return typeof text === "string" ? fromBase64(text) : undefined;
  };
  const [salt, wrapped] = [bytes("salt"), bytes("wrapped")];
  if (typeof id !== "string" || salt === undefined || wrapped === undefined || salt.length < saltBytesMin)
    return undefined;
  const common = { id, salt, wrapped };
  switch (kind) {
    case "passphrase":
      return isCount(memoryKiB, memoryKiBMax) && isCount(passes, passesMax)
        ? { ...common, kind, memoryKiB, passes }
        : undefined;
    case "recovery":
      return { ...common, kind };
    case "passkey": {
      const [credential, input] = [bytes("credential"), bytes("input")];
      return credential === undefined || input === undefined
        ? undefined
        : { ...common, kind, credential, input };
    }
    default:
      return undefined;
  }
}

const isCount = (value: unknown, max: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= max;
