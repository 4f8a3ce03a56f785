/**
 * Whether two values say the same as data: maps by their entries in order, objects by their keys in order, what is
 * `undefined` as if it were not there. Only ever asked of what our readers made, so nothing in it leads back to itself.
 */
export function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && isSameList(a, b);
  if (a instanceof Map) return b instanceof Map && a.size === b.size && isSameList([...a], [...b]);
  if (a instanceof Set) return b instanceof Set && a.size === b.size && isSameList([...a], [...b]);
  if (Array.isArray(b) || b instanceof Map || b instanceof Set) return false;
  const [mine, theirs] = [saidIn(a), saidIn(b)];
  return (
    mine.length === theirs.length &&
    mine.every(([key, value], i) => key === theirs[i]?.[0] && isSameData(value, theirs[i]?.[1]))
  );
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, i) => isSameData(each, b[i]));
}

const saidIn = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).filter(([, each]) => each !== undefined);
