/** The published schemas are those the readers check by, every shipped file has their shape, and a broken one has not. */
import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { expect, test } from "vitest";
import { type FileKind, fileKindOf, readTexts, readYaml } from "../catalog/index.ts";
import { schemaTexts } from "./schemas.ts";

const texts = schemaTexts();

test("the committed schemas are the ones made from the shapes", () => {
  expect(texts.size).toBe(28);
  for (const [name, text] of texts)
    expect(readFileSync(`catalog/schema/${name}`, "utf8"), `${name} is out of date: run npm run docs`).toBe(
      text,
    );
});

const ajv = new Ajv({ strict: false, allErrors: true });
const validators = new Map<string, ValidateFunction>(
  [...texts].map(
    ([name, text]) => [name.replace(".schema.json", ""), ajv.compile(JSON.parse(text))] as const,
  ),
);

/** The only place in this file that knows how a file is held against its schema. */
function check(text: string): { readonly kind: FileKind | undefined; readonly faults: readonly string[] } {
  const { value } = readYaml(text, "file.yaml");
  const kind = fileKindOf(value);
  const validate = validators.get(kind ?? "");
  if (validate === undefined) return { kind, faults: ["no schema"] };
  validate(value);
  return {
    kind,
    faults: (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    ),
  };
}

test("every shipped file has the shape of its kind", () => {
  const files = readTexts(["catalog"]).texts;
  const kinds = new Map<string, number>();
  const wrong: string[] = [];
  for (const { file, text } of files) {
    const { kind, faults } = check(text);
    kinds.set(kind ?? "", (kinds.get(kind ?? "") ?? 0) + 1);
    wrong.push(...faults.map((fault) => `${file}: ${fault}`));
  }
  expect(wrong).toEqual([]);
  expect([...kinds.keys()].sort()).toEqual([
    "aspects",
    "clocks",
    "institution",
    "measures",
    "names",
    "night",
    "pack",
    "person",
    "population",
    "signs",
    "sources",
    "starts",
    "story",
    "vocabulary",
  ]); // A check that reads nothing must not pass.
});

test("every shipped file names the schema of its kind for editors", () => {
  const wrong = readTexts(["catalog"]).texts.filter(({ file, text }) => {
    const { kind } = check(text);
    const up = "../".repeat(file.split("/").length - 2);
    return !text.startsWith(`# yaml-language-server: $schema=${up}schema/${kind}.schema.json\n`);
  });
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

const flow = "flows: { a: { title: { en: a, zh: b }, asks: know(person.name), takes: 5m } }";
test.each([
  ["a flow", `institution: x\n${flow}`, true],
  ["an extension", `extends: x\n${flow}`, true],
  ["an extension that renames", `extends: x\nname: { en: a, zh: b }\n${flow}`, false],
  ["a misspelt key", `institution: x\n${flow.replace("title", "titel")}`, false],
  ["a duration nobody can read", `institution: x\n${flow.replace("5m", "soon")}`, false],
  ["a capability without brackets", `institution: x\n${flow.replace("know(person.name)", "know")}`, false],
  ["an id in capitals", `institution: X\n${flow}`, false],
  ["one language of two", `institution: x\n${flow.replace(", zh: b", "")}`, false],
  ["a kind of institution that is none", `institution: x\nkind: bnak\n${flow}`, false],
  ["a person", "person: { id: p }\ncards: { c: { bank: b, balance: 5 } }", true],
  ["a card of no bank", "person: { id: p }\ncards: { c: { balance: 5 } }", false],
  ["a balance below nothing", "person: { id: p }\ncards: { c: { bank: b, balance: -5 } }", false],
  ["a story", "story: s\nworld: { person: p }\nask: [{ losses: none }]", true],
  ["a story without a question", "story: s\nworld: { person: p }\nask: []", false],
  ["a source without a title", "sources: { a: { url: x } }", false],
  ["a measure of nobody", "measures: { m: { effort: low } }", false],
  ["a word of nothing", "capabilities: { fly: { of: [], en: flies, zh: 飞 } }", false],
])("%s", (_, text, isRight) => {
  expect(check(text).faults.length === 0).toBe(isRight);
});
