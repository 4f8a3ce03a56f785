/** Numbers that are keys to somebody's life are not taken, however they are typed. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { last4Refusal, masked, refusalOf } from "./refusal.ts";

const card = "4111111111111111";
const id = "11010519491231002X";

test("a card number is refused plain, spaced, hyphenated, in full width, in a sentence, and with unseen signs", () => {
  for (const text of [
    card,
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "4111.1111.1111.1111",
    "4111/1111/1111/1111",
    "4111·1111·1111·1111",
    "4111_1111_1111_1111",
    "４１１１１１１１１１１１１１１１",
    "４１１１　１１１１　１１１１　１１１１",
    "my card 4111 1111 1111 1111 at home",
    "建行卡4111111111111111",
    "4111\u200b1111\u200b1111\u200b1111",
    "4111\u20131111\u20131111\u20131111",
  ])
    expect([text, refusalOf(text)]).toEqual([text, "card-number"]);
});

test("an ID number is refused, whatever the width of its digits and whatever stands around it", () => {
  for (const text of [
    id,
    id.toLowerCase(),
    "１１０１０５１９４９１２３１００２Ｘ",
    `我的身份证${id}号`,
    "110105 19491231 002X",
  ])
    expect([text, refusalOf(text)]).toEqual([text, "id-number"]);
});

test("names, phone numbers and sums are taken", () => {
  for (const text of [
    "",
    "日常用的卡",
    "138 0013 8000",
    "iPhone 15 (2023)",
    "20000",
    "尾号 1234",
    "2020-09-04",
  ])
    expect([text, refusalOf(text)]).toEqual([text, undefined]);
});

test("no card number can be typed to its end: it is refused before its last digits are there", () => {
  for (let length = 12; length <= card.length; length += 1)
    expect(refusalOf(card.slice(0, length))).toBeDefined();
});

test("the last four digits are four", () => {
  expect(last4Refusal("1234")).toBeUndefined();
  expect(last4Refusal("12345")).toBe("too-many-digits");
  expect(last4Refusal("１２３４５")).toBe("too-many-digits");
});

test("what is shown of a file holds no run of eight digits", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.integer({ min: 10_000_000, max: 2_000_000_000 }),
      fc.string(),
      (before, number, after) => {
        expect(masked(`${before} ${number} ${after}`)).not.toContain(String(number));
      },
    ),
  );
  expect(masked("unknown value `4111 1111 1111 1111`")).toBe("unknown value `••••••••`");
});
