/**
 * Which encoding are these bytes in, and what do they say? A mark at the beginning decides; else what decodes without a
 * fault: UTF-8 first, for hardly any other text does by chance. GB18030, Shift_JIS, EUC-KR and Big5 accept much of each
 * other: the words of statements decide, then kana. Where high bytes stand alone among letters it is a Western text.
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
  const whole = bytes.subarray(0, bytes.length - unfinished(bytes));
  const upToTheCut = whole.length < bytes.length ? strictly("utf-8", whole) : undefined;
  if (upToTheCut !== undefined) return { text: `${upToTheCut}\ufffd`, encoding: "utf-8", isDamaged: true };
  if (standAlone(bytes)) return lossless("windows-1252", bytes);
  return eastern(bytes) ?? damaged(bytes);
}

/** How many bytes at the end begin a character of UTF-8 that was cut off. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
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

/** What the headers of statements and lists are made of; of readings with as many the first. */
const eastEncodings: readonly (readonly [encoding: string, words: RegExp])[] = [
  ["gb18030", /交易|日期|金额|收入|支出|时间|号码|余额|账户|摘要|对方/g],
  ["shift_jis", /取引|入出金|残高|年月日|日付|お預|お引|摘要|利用|支払|口座|入金|出金/g],
  ["euc-kr", /거래|일시|일자|날짜|입금|출금|잔액|금액|적요|계좌|통화|발신|수신|문자|내용|메모/g],
  ["big5", /交易|日期|金額|收入|支出|時間|號碼|餘額|結餘|賬戶|帳戶|帳號|摘要|存入|提款|存款/g],
];
const kana = /[\u3041-\u3096\u30a1-\u30fa]{2}/;
const headChars = 20_000;

function eastern(bytes: Uint8Array): Decoded | undefined {
  const readings = eastEncodings.flatMap(([encoding, words]) => {
    const text = strictly(encoding, bytes);
    if (text === undefined) return [];
    return [{ text, encoding, found: text.slice(0, headChars).match(words)?.length ?? 0 }];
  });
  const most = Math.max(...readings.map(({ found }) => found));
  const of = (name: string) => readings.find(({ encoding }) => encoding === name);
  const [chinese, japanese] = [of("gb18030"), of("shift_jis")];
  // Without a word of a statement in any reading kana speak for themselves.
  const isKana =
    most === 0 && japanese !== undefined && kana.test(japanese.text) && !kana.test(chinese?.text ?? "");
  const best = isKana ? japanese : readings.find(({ found }) => found === most);
  return best === undefined ? undefined : { text: best.text, encoding: best.encoding, isDamaged: false };
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
  const readings = ["utf-8", ...eastEncodings.map(([name]) => name)].map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes);
    return { text, encoding, isDamaged: true, holes: text.split("\ufffd").length };
  });
  const [best] = readings.sort((a, b) => a.holes - b.holes);
  return best as Decoded; // three readings were made
}
