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
  return JSON.parse(text, (_, each: unknown) => (isPackedMap(each) ? new Map(each.$map) : each)) as Value;
}

function isPackedMap(value: unknown): value is { readonly $map: readonly (readonly [unknown, unknown])[] } {
  return typeof value === "object" && value !== null && "$map" in value && Array.isArray(value.$map);
}
