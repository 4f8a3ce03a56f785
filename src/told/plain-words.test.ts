/** Words people have for what they saw, in both languages. */
import { expect, test } from "vitest";
import { signMeant, thingMeant } from "./plain-words.ts";
import { signWords } from "./sign-words.ts";

test("every word of the file means itself, one or several, however it is spaced", () => {
  for (const word of Object.keys(signWords)) {
    expect(signMeant(word)).toBe(word);
    expect(signMeant(` ${word.replaceAll("-", " ").toUpperCase()} `)).toBe(word);
  }
  expect(signMeant("codes")).toBe("code");
  expect(signMeant("missed calls")).toBe("call");
  expect(signMeant("notices")).toBe("notice");
});

test("a frightened person's own words mean a sign in either language, and a mistyped word means none", () => {
  const meant = ["验证码", "钱没了", "没信号", "被踢下线", "no network", "SOS", "thrown out"].map(signMeant);
  expect(meant).toEqual([
    "code",
    "money-gone",
    "no-service",
    "kicked-off",
    "no-service",
    "no-service",
    "kicked-off",
  ]);
  for (const text of ["cod", "", "s", "constructor", "toString", "__proto__"])
    expect(signMeant(text)).toBeUndefined();
  expect(thingMeant("手机号码")).toBe("line.main");
  expect(thingMeant("my diary")).toBe("my diary");
});
