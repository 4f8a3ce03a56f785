/**
 * Values with maps in them as JSON, so that what was read once need not be read again. A map is written as the list of
 * its entries, and where the maps stand is written beside; everything else must be plain data already. What JSON would
 * change on the way (a date, NaN, `undefined` in an object, a hole in a list) is refused: unpacked is packed, or
 * nothing is packed.
 */

interface Packed {
  readonly value: unknown;
  /** The way to each map, as JSON has it: through entries, the outer map before the inner. */
  readonly maps: readonly (readonly string[])[];
}

/** The value as JSON; `undefined` where JSON cannot hold it exactly. */
export function packExactly(value: unknown): string | undefined {
  const maps = mapsIn(value);
  if (maps === undefined) return undefined;
  const packed: Packed = { value, maps };
  return JSON.stringify(packed, (_, each: unknown) => (each instanceof Map ? [...each] : each));
}

/**
 * `Value` is what was packed; only ever asked of text this program made itself. Only the maps are visited: a reviver of
 * JSON.parse, or a walk through everything, costs three times the parsing.
 */
export function unpackExactly<Value>(text: string): Value {
  const { value, maps } = JSON.parse(text) as Packed;
  const root: Record<string, unknown> = { root: value };
  // The inner first, so that every way still leads through plain lists.
  for (const way of maps.toReversed()) {
    let holder = root;
    let key = "root";
    for (const step of way) {
      holder = holder[key] as Record<string, unknown>;
      key = step;
    }
    holder[key] = new Map(holder[key] as [unknown, unknown][]);
  }
  return root["root"] as Value;
}

/** The way to every map in a value that JSON gives back as it was; `undefined` of any other. */
function mapsIn(root: unknown): Packed["maps"] | undefined {
  const maps: (readonly string[])[] = [];
  const queue: { readonly value: unknown; readonly way: readonly string[] }[] = [{ value: root, way: [] }];
  for (const { value, way } of queue) {
    // A value that stands in two places is written twice; one that holds itself would never end.
    if (way.length > depthMax || queue.length > valuesMax || !isPlain(value)) return undefined;
    if (typeof value !== "object" || value === null) continue;
    if (value instanceof Map) maps.push(way);
    for (const [key, each] of Object.entries(value instanceof Map ? [...value] : value))
      queue.push({ value: each, way: [...way, key] });
  }
  return maps;
}

/** The notation is six levels deep and each map makes two of one; what is deeper most likely holds itself. */
const depthMax = 64;
/** Our catalogue holds a tenth of it. */
const valuesMax = 1_000_000;

/** Is this value, whatever is in it, one that JSON gives back as it was? */
function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0);
    case "object":
      break;
    default:
      return false;
  }
  if (value === null) return true;
  const names = Reflect.ownKeys(value);
  if (value instanceof Map)
    // A key is found again by what it says, and an object by being the same one.
    return (
      Object.getPrototypeOf(value) === Map.prototype &&
      names.length === 0 &&
      [...value.keys()].every((key) => typeof key !== "object")
    );
  // `length` is a name of a list's own; a hole is none.
  if (Array.isArray(value)) return names.length === value.length + 1 && names.at(-1) === "length";
  return (
    Object.getPrototypeOf(value) === Object.prototype &&
    !names.some((name) => name === "__proto__" || name === "toJSON") &&
    names.length === Object.keys(value).length
  );
}
