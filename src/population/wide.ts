/**
 * Two loops over sets of people, 128 at a time: who of some has another thing too, and who of them is new to a set. They
 * are WebAssembly of some hundred bytes, written out below instruction by instruction, so that nothing has to be built.
 *
 * Where the engine has no such instructions the same is done 32 people at a time (`narrow`); one is held to the other by
 * a test, bit by bit.
 */

/** A block of memory and what is done in it; places and lengths are in bytes, lengths multiples of 16 and not zero. */
export interface Wide {
  /** At least so many words of 32 people, all zero or as they were left. */
  readonly words: (count: number) => Int32Array;
  /** What stands at `into` meets what stands at `other`; 0 where nobody is left. */
  readonly meet: (into: number, other: number, bytes: number) => number;
  /** What stands at `into` is joined by what stands at `other`; 0 where nobody is new. */
  readonly join: (into: number, other: number, bytes: number) => number;
}

export function narrow(): Wide {
  let all = new Int32Array();
  return {
    words(count) {
      if (all.length < count) all = new Int32Array(count);
      return all;
    },
    meet(into, other, bytes) {
      let anybody = 0;
      for (let i = into >> 2, o = other >> 2, end = (into + bytes) >> 2; i < end; i++, o++)
        anybody |= all[i] = (all[i] as number) & (all[o] as number); // Within the array: whoever asks has counted.
      return anybody;
    },
    join(into, other, bytes) {
      let fresh = 0;
      for (let i = into >> 2, o = other >> 2, end = (into + bytes) >> 2; i < end; i++, o++) {
        const had = all[i] as number;
        fresh |= (all[o] as number) & ~had;
        all[i] = had | (all[o] as number);
      }
      return fresh;
    },
  };
}

/** `undefined`: the engine has no 128-bit instructions. */
export function wide(): Wide | undefined {
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
    const { memory, meet, join } = exports as Exports; // The sections below export these three.
    let all = new Int32Array(memory.buffer);
    return {
      meet,
      join,
      words(count) {
        const missing = Math.ceil((count * 4 - memory.buffer.byteLength) / pageBytes);
        if (missing > 0) memory.grow(missing);
        if (all.buffer !== memory.buffer) all = new Int32Array(memory.buffer);
        return all;
      },
    };
  } catch {
    return undefined;
  }
}

/** What is used of it; the rooms are checked without a browser's words. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly meet: Wide["meet"];
  readonly join: Wide["join"];
}

const pageBytes = 65_536;

const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
/** Vectors: load, store, and, and-not, or, whether any bit is set. Addresses are multiples of 16. */
const load = [0xfd, 0x00, 4, 0];
const store = [0xfd, 0x0b, 4, 0];
const [and, andNot, or, any] = [
  [0xfd, 0x4e],
  [0xfd, 0x4f],
  [0xfd, 0x50],
  [0xfd, 0x53],
];
const [add, subtract, sixteen] = [[0x6a], [0x6b], [0x41, 16]];
const [into, other, bytes, left, right, found] = [0, 1, 2, 3, 4, 5];

/** Loads both, does `body`, goes on by sixteen bytes until none is left, and says whether anybody was found. */
const walk = (body: readonly number[]): readonly number[] => [
  ...[1, 3, 0x7b], // Three vectors beside the arguments.
  ...[0x03, 0x40],
  ...[...get(into), ...load, ...set(left), ...get(other), ...load, ...set(right)],
  ...body,
  ...[...get(into), ...sixteen, ...add, ...set(into)],
  ...[...get(other), ...sixteen, ...add, ...set(other)],
  ...[...get(bytes), ...sixteen, ...subtract, 0x22, bytes],
  ...[0x0d, 0, 0x0b],
  ...[...get(found), ...any, 0x0b],
];
const meetCode = walk([
  ...[...get(left), ...get(right), ...and, ...set(left)],
  ...[...get(into), ...get(left), ...store],
  ...[...get(found), ...get(left), ...or, ...set(found)],
]);
const joinCode = walk([
  ...[...get(found), ...get(right), ...get(left), ...andNot, ...or, ...set(found)],
  ...[...get(into), ...get(left), ...get(right), ...or, ...store],
]);

const text = (word: string) => [word.length, ...new TextEncoder().encode(word)];
const section = (id: number, body: readonly number[]) => [id, ...size(body.length), ...body];
/** A length as the format writes it: seven bits a byte. */
const size = (length: number) => (length < 128 ? [length] : [(length & 127) | 128, length >> 7]);
const code = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, [1, 0x60, 3, 0x7f, 0x7f, 0x7f, 1, 0x7f]),
  ...section(3, [2, 0, 0]),
  ...section(5, [1, 0, 1]),
  ...section(7, [3, ...text("memory"), 2, 0, ...text("meet"), 0, 0, ...text("join"), 0, 1]),
  ...section(10, [2, ...[meetCode, joinCode].flatMap((each) => [...size(each.length), ...each])]),
]);
