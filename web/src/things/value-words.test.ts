/** Whatever can be chosen has its words in both languages. */
import { expect, test } from "vitest";
import { readServices } from "../../data-plugin.ts";
import { everyChoice } from "./questions.ts";
import { settingTitle, valueWords } from "./value-words.ts";

const services = readServices();

test("every value of every attribute and of every setting of the catalogue has words", () => {
  const choices = everyChoice(services);
  expect(choices.length).toBeGreaterThan(250);
  const wordless = choices.filter(({ kind, key, value, from }) => {
    const words = valueWords(kind, key, from)?.[value];
    return words === undefined || words.en === "" || words.zh === "";
  });
  expect(wordless).toEqual([]);
});

test("no two answers to one question read alike", () => {
  for (const { kind, key, from } of everyChoice(services)) {
    const words = Object.values(valueWords(kind, key, from) ?? {});
    for (const lang of ["en", "zh"] as const)
      expect(new Set(words.map((each) => each[lang])).size).toBe(words.length);
  }
});

test("a setting's title does not explain its values in the words of the file", () => {
  for (const { settings } of services)
    for (const { title } of settings.values())
      for (const text of [title.en, title.zh]) expect(settingTitle(text)).not.toContain("=");
  expect(settingTitle("失窃设备保护（away = 只在陌生地点生效）")).toBe("失窃设备保护");
});
