/** Complaints in Chinese: each whole, in Chinese, with the user's own words in it. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { complaintCodes } from "../model/index.ts";
import { helpZh, isSentenceKnown, sentenceZh } from "./complaint-sentences.ts";
import { headingsZh } from "./complaint-words.ts";

/** Complaints as the tests of the readers have them: `a.yaml:6:12 shape/bad-text: sentence | help`. */
const told = [
  "src/catalog/read-catalog.test.ts",
  "src/catalog/read-folder.test.ts",
  "src/catalog/lay-over.test.ts",
  "src/person/read-person.test.ts",
  "src/person/sites-of-person.test.ts",
  "src/catalog/second-factors.test.ts",
]
  .flatMap((file) => [
    ...readFileSync(file, "utf8").matchAll(/"[\w.:/-]+ ([a-z]+\/[a-z-]+): (.+?)(?: \| (.+?))?",?$/gm),
  ])
  .map(([, code = "", sentence = "", help = ""]) => ({ code, sentence, help }));

/** Latin letters that are no English: names of formats, and what stands in a file. */
const bare = (text: string) =>
  text
    .replace(/`[^`]*`/g, "")
    .replace(
      /YAML|UTF-\d+|GB18030|Latin-1|MB|MITRE|\bid\b|F3|ATT&CK|docs\/reference\/\S+|catalog\/common|people\//g,
      "",
    );

test("every complaint the readers' tests know is whole in Chinese and keeps the words it quotes", () => {
  const wrong: string[] = [];
  for (const { code, sentence, help } of told) {
    const heading = headingsZh[code as keyof typeof headingsZh];
    const said = sentenceZh(sentence, heading ?? "");
    if (heading === undefined || /[A-Za-z]/.test(bare(said)) || !/\p{sc=Han}/u.test(said))
      wrong.push(`${sentence} → ${said}`);
    if (help !== "" && (/[A-Za-z]/.test(bare(helpZh(help))) || !/\p{sc=Han}/u.test(helpZh(help))))
      wrong.push(`${help} → ${helpZh(help)}`);
  }
  expect(told.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
  const unknown = told.filter(({ sentence }) => !isSentenceKnown(sentence));
  expect(unknown.length / told.length).toBeLessThan(0.1);
});

test.each([
  ["unknown capability `receive-smss`", "没有 `receive-smss` 这种能力"],
  ["`name` is a text, expected a map", "`name` 是文字，应为键值表"],
  ["`x.y` may be `a` or `b`", "`x.y` 可能是 `a`或 `b`，要写明是哪一个"],
  ["it is not said of an account in `charge(account.x)`", "`charge(account.x)`：它的对象不能是账户"],
  ["a sentence nobody has written, about `this` and `that`", "没有这种能力：`this`、`that`"],
])("%s", (sentence, said) => {
  expect(sentenceZh(sentence, headingsZh["catalog/unknown-capability"])).toBe(said);
});

test("a way out nobody has translated points at the page that explains the codes", () => {
  expect(helpZh("do something about `it`")).toBe("见 docs/reference/errors.md：`it`");
  expect(helpZh("one of `a`, `b`")).toBe("可以是 `a`、`b`");
});

test("every code has its heading", () => {
  for (const code of complaintCodes) expect(headingsZh[code], code).toMatch(/\p{sc=Han}/u);
});
