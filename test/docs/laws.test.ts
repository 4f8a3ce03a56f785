/** docs/laws.md and the tests that carry the laws say the same. */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, test } from "vitest";

const id = /\b[A-Z]\d+\b/g;

/** Test files of the repository, with forward slashes. */
const files = ["src", "test", "web"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.ts") && !path.includes("node_modules"))
    .map((path) => join(folder, path).split(sep).join("/")),
);

/** The ids a file's test names begin with; one name may carry several, after a semicolon. */
function carriedBy(file: string): readonly string[] {
  const names = [
    ...readFileSync(file, "utf8").matchAll(/\b(?:test|it)(?:\.\w+)*\(\s*["'`]([A-Z]\d+\b[^"'`]*)/g),
  ].map(([, name = ""]) => name);
  return names.flatMap((name) => name.split(";").flatMap((part) => /^ *([A-Z]\d+)\b/.exec(part)?.[1] ?? []));
}
const carriers = new Map<string, Set<string>>();
for (const file of files)
  for (const law of carriedBy(file)) carriers.set(law, (carriers.get(law) ?? new Set()).add(file));

const laws = readFileSync("docs/laws.md", "utf8")
  .split("\n")
  .flatMap((line) => {
    const match = /^- \*\*([A-Z]\d+)\*\* (.*)$/.exec(line);
    return match === null
      ? []
      : [
          {
            law: match[1] ?? "",
            sentence: match[2] ?? "",
            files: [...(match[2] ?? "").matchAll(/`([^`]+\.test\.ts)`/g)].map(([, file = ""]) => file),
          },
        ];
  });

test("every law is one sentence, stands once, and names the tests that carry it", () => {
  expect(laws.length).toBeGreaterThan(5); // A check that reads nothing must not pass.
  expect(new Set(laws.map(({ law }) => law)).size).toBe(laws.length);
  expect(laws.filter(({ sentence }) => !/^[A-Z][^.`]*\. `/.test(sentence))).toEqual([]);
});

test("every law is carried by the tests it names, and by no other", () => {
  const told = laws.map(({ law, files: named }) => [law, [...named].sort()]);
  const carried = laws.map(({ law }) => [law, [...(carriers.get(law) ?? [])].sort()]);
  expect(told).toEqual(carried);
});

test("no test names a law that is not written down", () => {
  expect(carriers.size).toBeGreaterThan(5);
  const known = new Set(laws.map(({ law }) => law));
  expect(
    [...carriers]
      .filter(([law]) => !known.has(law))
      .map(([law, where]) => `${law}: ${[...where].join(", ")}`),
  ).toEqual([]);
});

test("an id elsewhere in a name is no law, and one without a test would be found", () => {
  expect("G4 a; G5 b".match(id)).toEqual(["G4", "G5"]);
  expect(carriers.get("Z9")).toBeUndefined();
});
