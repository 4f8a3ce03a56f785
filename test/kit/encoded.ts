/** Text in the encodings of other days, which this platform reads and does not write: the reading, turned round. */

/** Throws on a character the encoding has no one or two bytes for. */
export function encoded(
  text: string,
  encoding: "gb18030" | "shift_jis" | "euc-kr" | "big5" | "windows-1252",
): Uint8Array {
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const kept = tables.get(encoding);
  if (kept !== undefined) return kept;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: number[]) => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // These bytes are no character of it.
    }
  };
  for (let one = 0; one < 256; one++) add(one);
  if (encoding !== "windows-1252")
    for (let one = 0x81; one < 0xff; one++) for (let two = 0x40; two < 0xff; two++) add(one, two);
  tables.set(encoding, table);
  return table;
}
