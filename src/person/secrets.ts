/**
 * Refuses what must never be stored: a full card number, an ID number, a password. The tool holds the map of a life;
 * it needs no key to it.
 */

/** Luhn's check (ISO/IEC 7812-1 annex B): true of every payment card number of 12 to 19 digits. */
export function isCardNumber(text: string): boolean {
  const digits = text.replaceAll(/[\s-]/g, "");
  if (!/^\d{12,19}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const weighted = i % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of a resident identity number of China (GB 11643-1999, ISO 7064 MOD 11-2). */
export function isChineseIdNumber(text: string): boolean {
  const digits = text.trim().toUpperCase();
  if (!/^\d{17}[\dX]$/.test(digits)) return false;
  const sum = idWeights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return "10X98765432"[sum % 11] === digits[17];
}

/** What a text is, or holds among other words: `my card 4111 1111 1111 1111`. */
export function secretKindOf(text: string): "card number" | "ID number" | undefined {
  const ids = [text, ...(text.match(/(?<!\d)\d{17}[\dXx](?!\d)/g) ?? [])];
  if (ids.some(isChineseIdNumber)) return "ID number";
  // Shorter runs in a sentence are order numbers and times more often than cards.
  const cards = [text, ...(text.match(/(?<!\d)\d(?:[ -]?\d){15,18}(?!\d)/g) ?? [])];
  return cards.some(isCardNumber) ? "card number" : undefined;
}

/** Every text or number below a value that looks like a secret, with its path. Walks without recursion. */
export function secretsUnder(
  value: unknown,
): readonly { readonly path: readonly PropertyKey[]; readonly kind: string }[] {
  const found: { path: readonly PropertyKey[]; kind: string }[] = [];
  const queue: { path: readonly PropertyKey[]; value: unknown }[] = [{ path: [], value }];
  const seen = new Set<object>();
  for (const { path, value: here } of queue) {
    if (typeof here === "string" || typeof here === "number" || typeof here === "bigint") {
      const kind = secretKindOf(String(here));
      if (kind !== undefined) found.push({ path, kind });
    } else if (typeof here === "object" && here !== null && !seen.has(here)) {
      seen.add(here);
      for (const [key, below] of Object.entries(here)) {
        queue.push({ path: [...path, Array.isArray(here) ? Number(key) : key], value: below });
      }
    }
  }
  return found;
}
