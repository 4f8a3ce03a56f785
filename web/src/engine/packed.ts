/**
 * Values with maps in them as JSON, for the way from the build to the page. A map becomes `{ "$map": [[key, value], …] }`;
 * everything else is plain data already. The catalogue of the founding case unpacks in milliseconds, where reading its
 * YAML in the page would cost a parser of thirty kilobytes and half a second.
 */

export function pack(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (each instanceof Map ? { $map: [...each] } : each));
}

/** `Value` is what was packed; only ever asked of text this build made itself. */
export function unpack<Value>(text: string): Value {
  return unpacked(JSON.parse(text)) as Value;
}

/** The maps put in where they were, in place: what parses and asks about each value at once takes three times as long. */
function unpacked(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isPackedMap(value)) return new Map(value.$map.map(([key, each]) => [unpacked(key), unpacked(each)]));
  const fields = value as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    const each = fields[key];
    if (typeof each === "object" && each !== null) fields[key] = unpacked(each);
  }
  return value;
}

const isPackedMap = (value: object): value is { readonly $map: readonly (readonly [unknown, unknown])[] } =>
  "$map" in value && Array.isArray(value.$map);
