/**
 * The text of a file somebody chose. Files written by a Chinese Windows are often GB18030, some are UTF-16; read as UTF-8
 * every Chinese name in them would be lost without a word. A sealed file is no text to read here at all.
 */

/** `sealed`: it was sealed by this page and is opened elsewhere in it. */
export type FileText = { readonly kind: "text"; readonly text: string } | { readonly kind: "sealed" };

export function textOf(bytes: Uint8Array): FileText {
  const text = decoded(bytes);
  return sealed.test(text) ? { kind: "sealed" } : { kind: "text", text };
}

/** How a file of age begins, as bytes and as letters. */
const sealed = /^\s*(?:age-encryption\.org\/v1\n|-----BEGIN AGE ENCRYPTED FILE-----)/;

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return strictly("utf-8", bytes) ?? strictly("gb18030", bytes) ?? new TextDecoder().decode(bytes);
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
