/** Numbers that open something are known by their check digits; numbers that do not are left alone. */
import { expect, test } from "vitest";
import { isCardNumber, isChineseIdNumber, secretKindOf, secretsUnder } from "./secrets.ts";

test("a card number is one by Luhn's check, with blanks and hyphens too", () => {
  expect(
    [
      "4111111111111111",
      "4111 1111 1111 1111",
      "6225-8802-1234-5673",
      "5555555555554444",
      "371449635398431",
    ].map(isCardNumber),
  ).toEqual([true, true, true, true, true]);
});

test("a phone number, a date, four digits and a wrong check digit are no card numbers", () => {
  expect(
    ["13800138000", "2020-09-04", "5670", "4111111111111112", "0".repeat(20), ""].some(isCardNumber),
  ).toBe(false);
});

test("a resident identity number is one by its check character", () => {
  expect(isChineseIdNumber("11010519491231002X")).toBe(true);
  expect(isChineseIdNumber("11010519491231002x ")).toBe(true);
  expect(isChineseIdNumber("110105194912310021")).toBe(false);
});

test("every secret below a value is found with its way, in keys' values and lists, once, in a value that holds itself", () => {
  const value: Record<string, unknown> = { a: ["x", 4111111111111111], b: { c: "11010519491231002X" } };
  value["self"] = value;
  expect(secretsUnder(value)).toEqual([
    { path: ["a", 1], kind: "card number" },
    { path: ["b", "c"], kind: "ID number" },
  ]);
});

test("a secret among other words is one all the same, a long number that is none is not", () => {
  expect(secretKindOf("my ID is 11010519491231002X, keep it")).toBe("ID number");
  expect(secretKindOf("card 4111 1111 1111 1111 of the blue bank")).toBe("card number");
  expect(
    ["hello", "order 4111111111112 of 2020", "call 13800138000", "https://example.org/4111111111111112"].map(
      secretKindOf,
    ),
  ).toEqual([undefined, undefined, undefined, undefined]);
});
