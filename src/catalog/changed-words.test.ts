/** Words that are said otherwise, and words that mean something else. */
import { expect, test } from "vitest";
import { catalogOf } from "../../test/kit/small-world.ts";
import { changesBetween } from "./changes.ts";

const word = (said: string, more = "") =>
  `capabilities: { hum: { of: [line]${more}, en: "${said}", zh: 哼, name: { en: a hum, zh: 哼声 } } }\nconditions: { hushed: { of: [line], stops: [receive-sms], en: "${said}", zh: 静, act: { en: hush, zh: 静 }, ended: { en: loud, zh: 响 }, name: { en: hush, zh: 静 } } }\nsecrets: { line: { tune: { en: "${said}", zh: 曲 } } }\n`;

/** The only place in this file that knows how changes are asked for. */
const check = (old: string, now: string) => changesBetween(catalogOf(old), catalogOf(now));

test("a word put better is wording and named; one that means something else is not", () => {
  expect(check(word("hums"), word("hums"))).toEqual([]);
  expect(check(word("hums"), word("sings"))).toEqual([
    { kind: "words", how: "changed", keys: ["hum", "hushed", "line.tune"], isWording: true },
  ]);
  expect(check(word("hums"), word("hums", ", while: [possess]"))).toEqual([
    { kind: "words", how: "changed", keys: ["hum"], isWording: false },
  ]);
  const stopsMore = word("hums").replace("stops: [receive-sms]", "stops: [receive-sms, receive-call]");
  expect(check(word("hums"), stopsMore)).toEqual([
    { kind: "words", how: "changed", keys: ["hushed"], isWording: false },
  ]);
  expect(check(word("hums"), "secrets: { line: { other: { en: other, zh: 别 } } }\n")).toMatchObject([
    { kind: "words", keys: ["hum", "hushed", "line.other", "line.tune"], isWording: false },
  ]);
});
