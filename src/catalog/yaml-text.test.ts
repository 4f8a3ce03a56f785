/** Texts nobody should send, and that somebody will: each ends in complaints at a place, in time, never in a throw. */
import { expect, test } from "vitest";
import { readYaml } from "./yaml-text.ts";

/** Reads the text and tells the first complaint; `no value` where nothing of it can be used. */
function told(text: string): string {
  // What would stop the machine does not come back before the runner's own limit.
  const { value, complaints } = readYaml(text, "x.yaml");
  const [first] = complaints;
  const said = first === undefined ? "no complaint" : `${first.where} ${first.code}`;
  return value === undefined ? `${said}, no value` : said;
}

const nested = (levels: number, line: (level: number) => string) =>
  Array.from({ length: levels }, (_, level) => line(level)).join("");

test.each([
  ["nothing", ""],
  ["a byte order mark", "\uFEFFinstitution: x\n"],
  ["CRLF", "institution: x\r\nname: { en: a, zh: b }\r\n"],
  ["64 brackets", `a: ${"[".repeat(64)}${"]".repeat(64)}`],
])("%s is read without a complaint", (_, text) => {
  expect(told(text)).toBe("no complaint");
});

test.each([
  ["a tab for indentation", "a:\n\tb: 1", "x.yaml:2:1 yaml/syntax, no value"],
  ["an open quote", 'a: "b\nc: d', "x.yaml:1:4 yaml/syntax, no value"],
  ["two documents", "a: 1\n---\nb: 2", "x.yaml:2:1 yaml/syntax, no value"],
  ["a tag of the language", "a: !!js/function 'x'", "x.yaml:1:4 yaml/syntax"],
  ["a key twice", "a: 1\nb: 2\na: 3", "x.yaml:3:1 yaml/duplicate-key"],
  ["a key twice, once in quotes", 'a: { 1: x, "1": y }', "x.yaml:1:12 yaml/duplicate-key"],
  ["a map as a key", "? { a: 1 }\n: b", "x.yaml:1:3 yaml/syntax, no value"],
  ["__proto__", "__proto__: { a: 1 }", "x.yaml:1:1 yaml/hostile-key, no value"],
  ["constructor, deep down", "a: [{ b: { constructor: 1 } }]", "x.yaml:1:12 yaml/hostile-key, no value"],
  ["an alias of nothing", "a: *b", "x.yaml:1:4 yaml/syntax, no value"],
  ["an alias that holds itself", "a: &a [*a]", "x.yaml:1:8 yaml/too-deep, no value"],
  ["a hundred aliases", `a: &a x\nb: [${"*a, ".repeat(100)}]`, "x.yaml:2:205 yaml/alias-bomb, no value"],
  [
    "a billion laughs",
    `${nested(12, (i) => `a${i}: &a${i} [${i === 0 ? "x, x" : `*a${i - 1}, *a${i - 1}, *a${i - 1}, *a${i - 1}`}]\n`)}`,
    "x.yaml:1:1 yaml/alias-bomb, no value",
  ],
  ["65 brackets", "[".repeat(65), "x.yaml:1:65 yaml/too-deep, no value"],
  ["100,000 brackets", "[".repeat(100_000), "x.yaml:1:65 yaml/too-deep, no value"],
  ["100,000 dashes", "- ".repeat(100_000), "x.yaml:1:129 yaml/too-deep, no value"],
  ["100,000 question marks", "? ".repeat(100_000), "x.yaml:1:129 yaml/too-deep, no value"],
  [
    "a staircase of 300 steps",
    nested(300, (i) => `${" ".repeat(i)}k:\n`),
    "x.yaml:65:65 yaml/too-deep, no value",
  ],
  [
    "a staircase with comments between the steps",
    nested(300, (i) => `${" ".repeat(i)}k:\n#\n`),
    "x.yaml:131:66 yaml/too-deep, no value",
  ],
  [
    "a staircase with empty CRLF lines between",
    nested(300, (i) => `${" ".repeat(i)}k:\r\n\r\n`),
    "x.yaml:131:66 yaml/too-deep, no value",
  ],
  [
    "brackets that quoted ones seem to close",
    `a: ${'["]", '.repeat(500)}"x"${"]".repeat(500)}`,
    "x.yaml:1:383 yaml/too-deep, no value",
  ],
  [
    "20,000 such brackets",
    `a: ${'["]", '.repeat(20_000)}"x"${"]".repeat(20_000)}`,
    "yaml/too-deep, no value",
  ],
  ["a megabyte and one letter", "a".repeat(1_000_001), "x.yaml file/too-large, no value"],
  ["a list of 200,000", `a: [${"1,".repeat(200_000)}]`, "x.yaml file/too-large, no value"],
  ["900,000 empty lines", "\n".repeat(900_000), "x.yaml file/too-large, no value"],
  ["nulls", "\0".repeat(1_000), "no complaint"],
])("%s is complained of", (_, text, expected) => {
  expect(told(text)).toEqual(
    expected.startsWith("x.yaml") || expected === "no complaint"
      ? expected
      : expect.stringContaining(expected),
  );
});

test("60,000 different keys are read in time", () => {
  expect(told(Array.from({ length: 30_000 }, (_, i) => `k${i}: 1`).join("\n"))).toBe("no complaint");
});

test("at most twenty faults of one kind are told", () => {
  const { complaints } = readYaml("a: 1\n".repeat(1_000), "x.yaml");
  expect(complaints.length).toBe(20);
});

test("a place is found by the way to it: the value, its key, or the nearest around it", () => {
  const { locate } = readYaml("a:\n  b: [10, { c: d }]\n", "x.yaml");
  const at = (path: readonly PropertyKey[], what?: "key" | "value") => {
    const { line, column } = locate(path, what);
    return `${line}:${column}`;
  };
  expect([
    at([]),
    at(["a", "b"]),
    at(["a", "b"], "key"),
    at(["a", "b", 1, "c"]),
    at(["a", "b", 1, "c"], "key"),
    at(["a", "x", "y"]),
  ]).toEqual(["1:1", "2:6", "2:3", "2:16", "2:13", "2:3"]);
});

test("a place behind an alias is where the alias leads", () => {
  const { locate } = readYaml("a: &a { b: 1 }\nc: *a\n", "x.yaml");
  expect(locate(["c", "b"])).toEqual({ file: "x.yaml", line: 1, column: 12 });
});
