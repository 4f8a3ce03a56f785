/** Whatever keeps a server or a service from starting is told in Chinese too: every sentence that stands in its rooms. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { helpZh, isHelpKnown, isSentenceKnown, sentenceZh } from "./complaint-sentences.ts";

/** Arguments of `CannotServe` as they are written; what is put in at run time stands as `1`. */
const literal = /(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/g;
const literalsIn = (text: string): readonly string[] =>
  [...text.matchAll(literal)].map(([, double, single, template]) =>
    (double ?? single ?? template ?? "").replaceAll(/\$\{[^}]*\}/g, "1").replaceAll("\\`", "`"),
  );
const thrown = globSync("src/{server,watch}/**/*.ts")
  .filter((file) => !file.endsWith(".test.ts"))
  .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/new CannotServe\(([\s\S]*?)\)(?=;|\n)/g)])
  .map(([, words = ""]) => literalsIn(words));

test("no sentence that says why something cannot start is without its Chinese", () => {
  const whole = thrown.filter(({ length }) => length >= 2);
  expect(whole.length).toBeGreaterThan(25); // A check that reads nothing must not pass.
  const [sentences, helps] = [whole.map(([said = ""]) => said), whole.flatMap((said) => said.slice(1))];
  expect(sentences.filter((said) => !isSentenceKnown(said))).toEqual([]);
  expect(helps.filter((help) => !isHelpKnown(help))).toEqual([]);
});

test("it keeps the reader's own words", () => {
  expect([
    sentenceZh("port 4020 is taken by another program", ""),
    sentenceZh("record 7 of the journal in `data` is not as it was sealed", ""),
    helpZh("make one: `chainbreak detect init INSTITUTION --data FOLDER`"),
  ]).toEqual([
    "端口 4020 被别的程序占用了",
    "`data` 的流水账里，第 7 条与封存时不一样",
    "先建一份：`chainbreak detect init INSTITUTION --data FOLDER`",
  ]);
});

/** What the doors answer: `message` and `help` as they are written, and the arguments of those that put them together. */
const text = String.raw`("(?:[^"\\]|\\.)*"|${"`"}(?:[^${"`"}\\]|\\.)*${"`"})`;
const answered = globSync("src/{server,watch}/*.ts")
  .filter((file) => !/\.test\.ts$|sqlite-file|configuration/.test(file))
  .map((file) => readFileSync(file, "utf8"));
const written = (pattern: string) =>
  answered.flatMap((source) =>
    [...source.matchAll(new RegExp(pattern, "g"))].flatMap(([, said = ""]) => literalsIn(said)),
  );
const made = String.raw`(?:complaint|refusal)\(\s*"server/[a-z-]+",\s*[^,]+,\s*`;

test("no sentence that answers a request is without its Chinese, nor a way out", () => {
  const sentences = [...written(String.raw`message:\s*${text}`), ...written(made + text)];
  const helps = [
    ...written(String.raw`help:\s*${text}`),
    ...written(`${made}${text.replace("(", "(?:")},\\s*${text}`),
  ];
  expect([sentences.length > 50, helps.length > 60]).toEqual([true, true]);
  expect(sentences.filter((said) => !isSentenceKnown(said))).toEqual([]);
  expect(helps.filter((help) => !isHelpKnown(help))).toEqual([]);
});
