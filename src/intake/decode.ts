/**
 * Which encoding are these bytes in, and what do they say? A mark at the beginning decides; else what decodes without a
 * fault: UTF-8 first, for hardly any other text does by chance. Of GB18030 and Shift_JIS, which accept much of each
 * other, Shift_JIS is taken only where what it yields has kana and GB18030's reading has none.
 */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** Some bytes are in no encoding we know; they stand as U+FFFD. */
  readonly isDamaged: boolean;
}

export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return lossless("utf-16le", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return lossless("utf-16be", bytes);
  const wide = unmarkedWide(bytes);
  if (wide !== undefined) return lossless(wide, bytes);
  const utf8 = strictly("utf-8", bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: "utf-8", isDamaged: false };
  const chinese = strictly("gb18030", bytes);
  const japanese = strictly("shift_jis", bytes);
  const kana = /[\u3040-\u30ff]{2}/;
  if (japanese !== undefined && kana.test(japanese) && !(chinese !== undefined && kana.test(chinese)))
    return { text: japanese, encoding: "shift_jis", isDamaged: false };
  if (chinese !== undefined) return { text: chinese, encoding: "gb18030", isDamaged: false };
  return damaged(bytes);
}

/** UTF-16 without a mark: every second byte of its commas, digits and line ends is nought. */
function unmarkedWide(bytes: Uint8Array): string | undefined {
  const seen = Math.min(bytes.length, 1024);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < seen; i++) if (bytes[i] === 0) i % 2 === 0 ? even++ : odd++;
  if (seen < 4 || Math.max(even, odd) < seen / 10) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function lossless(encoding: string, bytes: Uint8Array): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, isDamaged: text.includes("\ufffd") };
}

/** The reading with the fewest holes. */
function damaged(bytes: Uint8Array): Decoded {
  const readings = ["utf-8", "gb18030", "shift_jis"].map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes);
    return { text, encoding, isDamaged: true, holes: text.split("\ufffd").length };
  });
  const [best] = readings.sort((a, b) => a.holes - b.holes);
  return best as Decoded; // three readings were made
}
