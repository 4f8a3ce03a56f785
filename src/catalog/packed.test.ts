/** K4 in small: what comes out of the packing is what went in, to the last map; what JSON would change stays out. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { packExactly, unpackExactly } from "./packed.ts";

const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.string({ unit: "binary" }),
    fc.boolean(),
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((key) => key !== "toJSON" && key !== "__proto__"),
      tie("value"),
      { maxKeys: 4, noNullPrototype: true },
    ),
    fc
      .array(fc.tuple(fc.oneof(fc.string(), fc.nat()), tie("value")), { maxLength: 4 })
      .map((entries) => new Map(entries)),
  ),
})).value;

test("K4: what is unpacked is what was packed, maps in maps and the order of their keys included", () => {
  fc.assert(
    fc.property(plain, (value) => {
      const text = packExactly(value);
      const back = unpackExactly(text ?? "{}");
      expect(back).toStrictEqual(value);
      expect(packExactly(back)).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test("K4: a map that looks like a list, and a list that looks like a map, stay what they are", () => {
  const value = { list: [["a", 1]], map: new Map([["a", new Map([["b", [["c", 2]]]])]]), $map: [["a", 1]] };
  expect(unpackExactly(packExactly(value) ?? "")).toStrictEqual(value);
});

const itself: unknown[] = [];
itself.push(itself);
class Thing {
  readonly a = 1;
}

test.each([
  ["a date", new Date(0)],
  ["no number", Number.NaN],
  ["without end", Number.POSITIVE_INFINITY],
  ["less than nothing at all", -0],
  ["undefined in an object", { a: undefined }],
  ["undefined in a list", [undefined]],
  // biome-ignore lint/suspicious/noSparseArray: a hole is what is asked about.
  ["a hole", [1, , 2]],
  ["a list with a name", Object.assign([1], { name: "x" })],
  ["a set", new Set([1])],
  ["a class", new Thing()],
  ["a big number", 1n],
  ["a map under an object", new Map([[{}, 1]])],
  ["a map with a name", Object.assign(new Map(), { name: "x" })],
  ["hidden", Object.defineProperty({}, "a", { value: 1, enumerable: false })],
  ["a symbol", { [Symbol("a")]: 1 }],
  ["its own JSON", { toJSON: "x" }],
  ["a prototype", JSON.parse('{ "__proto__": 1 }')],
  ["itself", itself],
])("what JSON would give back otherwise is not packed: %s", (_, value) => {
  expect(packExactly(value)).toBeUndefined();
  expect(packExactly(new Map([["a", [value]]]))).toBeUndefined();
});
