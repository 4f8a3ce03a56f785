/**
 * The code that opens a vault whose passphrase is lost: 128 bits of chance and 32 bits to tell a slip of the pen, printed
 * as eight groups of four. Crockford's alphabet has no letter that is read for another, and forgives those who write
 * `O` for `0`, `I` or `L` for `1`.
 */
import { type Bytes, bytesOf, isSame, joined, sha256 } from "./bytes.ts";
import type { Chance } from "./seal.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const secretBytes = 16;
const checkBytes = 4;
const groupCharacters = 4;
const charactersInAll = ((secretBytes + checkBytes) * 8) / 5;

export interface RecoveryCode {
  readonly secret: Bytes;
  /** `7K3M-…`, as it is shown once and written down. */
  readonly text: string;
}

export async function drawRecoveryCode(chance: Chance): Promise<RecoveryCode> {
  const secret = chance(secretBytes);
  const characters = toCharacters(joined(secret, await checkOf(secret)));
  const groups = characters.match(new RegExp(`.{${groupCharacters}}`, "g")) ?? [];
  return { secret, text: groups.join("-") };
}

/** The secret in what somebody typed, with or without hyphens, or why there is none. */
export async function readRecoveryCode(
  text: string,
): Promise<
  | { readonly kind: "secret"; readonly secret: Bytes }
  | { readonly kind: "refused"; readonly why: "length" | "mistyped" }
> {
  const characters = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  if (characters.length !== charactersInAll) return { kind: "refused", why: "length" };
  const bytes = fromCharacters(characters);
  const secret = bytes?.slice(0, secretBytes);
  if (bytes === undefined || secret === undefined) return { kind: "refused", why: "mistyped" };
  const isRight = isSame(bytes.subarray(secretBytes), await checkOf(secret));
  return isRight ? { kind: "secret", secret } : { kind: "refused", why: "mistyped" };
}

async function checkOf(secret: Bytes): Promise<Bytes> {
  return (await sha256(joined(bytesOf("chainbreak recovery code\n"), secret))).slice(0, checkBytes);
}

function toCharacters(bytes: Bytes): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return text;
}

function fromCharacters(text: string): Bytes | undefined {
  const bytes = new Uint8Array(secretBytes + checkBytes);
  let at = 0;
  let bits = 0;
  let held = 0;
  for (const character of text) {
    const five = alphabet.indexOf(character);
    if (five < 0) return undefined;
    held = (held << 5) | five;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = held >> bits;
    held &= (1 << bits) - 1;
  }
  return bytes;
}
