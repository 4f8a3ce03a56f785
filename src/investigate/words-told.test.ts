/** Which words of a sentence are names of a payment. */
import { expect, test } from "vitest";
import { readWholeFolder } from "../catalog/index.ts";
import { meaningOf } from "../evidence/index.ts";
import { namesTold, wordsTold } from "./words-told.ts";

const meaning = meaningOf(readWholeFolder({ folder: "catalog", stories: false }).catalog);

test.each([
  ["Two transfers in November were not made by me", []],
  ["the payment last Monday was Not mine", []],
  ["I was in London and made none of the transfers of Tuesday or Wednesday", []],
  ["the transfer to Mr Kravets was not made by me", ["kravets"]],
  ["Die Überweisung am Montag von meinem Konto an Herrn Müller war nicht von mir", ["müller"]],
  ["THESE TRANSFERS WERE NOT MADE BY ME", []],
  ["那笔转给张三的不是我转的", ["张三"]],
  ["这几笔不是我转的", []],
  ["上个月那两笔不是本人付的", []],
  ["转给小王的那笔不是我转的", ["小王"]],
])("names in a denial: %s", (says, names) => {
  expect(namesTold(says, meaning)).toEqual(names);
});

test("what somebody did themselves is known by no month, no day and no title", () => {
  expect([...wordsTold("I paid Mr Holt the rent for November on Monday", meaning)].sort()).toEqual([
    "holt",
    "rent",
  ]);
});
