/** The ways out, in Chinese. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { secretKinds } from "../person/index.ts";
import { helpZh, isHelpKnown } from "./complaint-sentences.ts";

test("of every kind of secret it is said in Chinese what to write instead", () => {
  expect(helpZh("write only the last four digits of the Aadhaar number, as `last4`")).toBe(
    "印度 Aadhaar 号只写最后四位（`last4`）",
  );
  expect(helpZh("write that there is one, and leave the password out")).toBe("只写有没有，不要写出密码");
  for (const { en, zh } of secretKinds)
    expect(helpZh(`write only the last four digits of the ${en}, as \`last4\``)).toBe(
      `${zh}只写最后四位（\`last4\`）`,
    );
});

test("a namesake in another country is told in Chinese with its id", () => {
  expect(helpZh("did you mean the one of `cn`? write its id: `mybank-cn`")).toBe(
    "是 `cn` 的那家吗？是的话请写它的 id：`mybank-cn`",
  );
  expect(helpZh("did you mean `wallet`?")).toBe("是不是 `wallet`？");
});

/** The last argument of `helpWith` is what is said where nothing resembles what was written. */
const otherwise = globSync("src/{asking,catalog,person,ground}/*.ts")
  .filter((file) => !file.endsWith(".test.ts"))
  .flatMap((file) => [
    ...readFileSync(file, "utf8").matchAll(/helpWith\([^;]*?"((?:[^"\\\n]|\\.)*)",?\s*\)/g),
  ])
  .map(([, help = ""]) => help)
  .filter((help) => help.includes(" ")); // Some have more arguments after it.

test("no way out of what nothing resembles is without its Chinese", () => {
  expect(otherwise.length).toBeGreaterThan(10); // A check that reads nothing must not pass.
  expect(otherwise.filter((help) => !isHelpKnown(help))).toEqual([]);
});

/** What the doors say outright: a help, or the last words of a complaint made in a line. */
const outright = globSync("src/**/*.ts")
  .filter((file) => !file.endsWith(".test.ts"))
  .flatMap((file) => [
    ...readFileSync(file, "utf8").matchAll(/\bhelp: "((?:[^"\\\n]|\\.)* (?:[^"\\\n]|\\.)*)"/g),
  ])
  .map(([, help = ""]) => help);

test("no help of a door keeps English between its Chinese", () => {
  expect(outright.length).toBeGreaterThan(20); // A check that reads nothing must not pass.
  const english = (help: string) => /[a-z]{3,} [a-z]{2,}/.test(helpZh(help).replace(/`[^`]*`/g, ""));
  expect(outright.filter(english)).toEqual([]);
});

test.each([
  ["one document a file: remove the line `---`", "一个文件只写一份内容：请去掉 `---` 这一行"],
  [
    'inside `[…]` a word with a comma wants quotes: `["pay-with(account, card)"]`',
    '`[…]` 里面带逗号的词要加引号：`["pay-with(account, card)"]`',
  ],
  ["choose another start, or write down the thing", "请换一种开局，或者把那样东西补进资料里"],
  [
    "every word stands in catalog/capabilities.yaml; add it there first",
    "所有的词都在 `catalog/capabilities.yaml` 里：请先补在那里",
  ],
  ["keep one of them, or make two flows of it", "只留一个，或拆成两个流程"],
])("%s", (help, said) => {
  expect(helpZh(help)).toBe(said);
});
