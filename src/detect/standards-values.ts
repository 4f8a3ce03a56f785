/** Looking into values whose shape somebody else decided. */
export type Json = Readonly<Record<string, unknown>>;

export const isMap = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const mapIn = (value: unknown, ...path: readonly string[]): Json => {
  const found = valueIn(value, ...path);
  return isMap(found) ? found : {};
};

/** What stands at a path; of a list its first. */
export function valueIn(value: unknown, ...path: readonly string[]): unknown {
  let at: unknown = value;
  for (const key of path) {
    const one = Array.isArray(at) ? at[0] : at;
    if (!isMap(one) || !Object.hasOwn(one, key)) return undefined;
    at = one[key];
  }
  return Array.isArray(at) ? at[0] : at;
}

export const textIn = (value: unknown, ...path: readonly string[]): string | undefined => {
  const found = valueIn(value, ...path);
  return typeof found === "string" && found !== ""
    ? found
    : typeof found === "number"
      ? String(found)
      : undefined;
};

export const without = (fields: Json): Json =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
