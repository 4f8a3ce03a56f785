/**
 * Lines of a stream with their numbers, however large the file. A line longer than an event can be is given as its
 * beginning only, so that no line fills the memory; the reader of events complains of it.
 */
export interface Line {
  readonly text: string;
  readonly number: number;
}

export async function* linesOf(chunks: AsyncIterable<Uint8Array>, bytesMax: number): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: false });
  let rest = "";
  let number = 0;
  const lineOf = (text: string): Line => ({ text, number: ++number });
  for await (const chunk of chunks) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = parts.pop() ?? "";
    if (rest.length > bytesMax) rest = rest.slice(0, bytesMax + 1);
    yield parts.map(lineOf);
  }
  rest += decoder.decode();
  if (rest.trim() !== "") yield [lineOf(rest)];
}
