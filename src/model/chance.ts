/**
 * Numbers in [0, 1) from one seed, the same wherever they are drawn: a small, quick, well-mixed generator (mulberry32,
 * Tommy Ettinger 2017, public domain). For made worlds, streams and tests; nothing secret is made of it.
 */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
