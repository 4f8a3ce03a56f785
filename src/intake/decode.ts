/**
 * Which encoding are these bytes in, and what do they say? A mark at the beginning decides; else what decodes without a
 * fault: UTF-8 first, for hardly any other text does by chance. GB18030 and Shift_JIS accept much of each other: the words
 * of statements decide, then kana. Where high bytes stand alone among letters it is a Western text.
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
  const named = namedEncoding(bytes);
  if (named !== undefined) return lossless(named, bytes);
  const wide = unmarkedWide(bytes);
  if (wide !== undefined) return lossless(wide, bytes);
  const utf8 = strictly("utf-8", bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: "utf-8", isDamaged: false };
  if (standAlone(bytes)) return lossless("windows-1252", bytes);
  const chinese = strictly("gb18030", bytes);
  const japanese = strictly("shift_jis", bytes);
  if (japanese !== undefined && (chinese === undefined || isJapanese(japanese, chinese)))
    return { text: japanese, encoding: "shift_jis", isDamaged: false };
  if (chinese !== undefined) return { text: chinese, encoding: "gb18030", isDamaged: false };
  return damaged(bytes);
}

/** What a header says of its own encoding, where the bytes are none of the usual ones. */
function namedEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 400));
  const name =
    /^<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(head)?.[1] ?? /^CHARSET:\s*(\d+)/m.exec(head)?.[1];
  if (name === undefined || strictly("utf-8", bytes) !== undefined) return undefined;
  try {
    return new TextDecoder(/^\d+$/.test(name) ? `windows-${name}` : name).encoding;
  } catch {
    return undefined;
  }
}

const chineseWords = /交易|日期|金额|收入|支出|时间|号码|余额|账户/;
const japaneseWords = /取引|入出金|残高|年月日|日付|お預|お引|摘要|利用|支払|口座/;
const kana = /[\u3041-\u3096\u30a1-\u30fa]{2}/;

function isJapanese(japanese: string, chinese: string): boolean {
  if (chineseWords.test(chinese)) return false;
  return japaneseWords.test(japanese) || (kana.test(japanese) && !kana.test(chinese));
}

/** A letter with an accent is one high byte between letters; a Chinese character is two, or more in a row. */
function standAlone(bytes: Uint8Array): boolean {
  let alone = 0;
  let together = 0;
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    const start = i;
    while ((bytes[i + 1] ?? 0) >= 0x80) i++;
    if (i === start && (bytes[i] ?? 0) >= 0xa0) alone++;
    else together++;
  }
  return alone > 0 && together * 2 <= alone;
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
