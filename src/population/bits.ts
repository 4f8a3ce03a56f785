/** Sets of people, one bit each: how many there are, and who of them reaches a node. */

/** How many bits of a word are set. */
export function ones(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export const countOf = (bits: Int32Array): number => bits.reduce((sum, word) => sum + ones(word), 0);

/** Whose bit is set. */
export const isIn = (bits: Int32Array, index: number): boolean =>
  (((bits[index >> 5] ?? 0) >>> (index & 31)) & 1) === 1;

/** Of what `closureOfMany` answers: who reaches this node. */
export const whoReaches = (bits: Int32Array, node: number, words: number): Int32Array =>
  bits.subarray(node * words, (node + 1) * words);
