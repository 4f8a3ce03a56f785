/** Alarms are taken for what they are, and what is ordinary for nothing. */
import { beforeAll, expect, test } from "vitest";
import { alarms, everyday, framed, lists, unframed } from "../../test/kit/everyday-sentences.ts";
import { readShipped, type Shipped } from "../../test/kit/shipped.ts";
import { type Said, saidIn } from "./sentence.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});
const named = ({ sign, gone, isSteered }: Said): string =>
  sign ?? (isSteered === true ? "steered" : gone === undefined ? "open" : "gone");
const saidOf = (text: string) => saidIn(shipped.catalog, text);

test.each([...alarms, ...framed])("%s", (text, sign) => {
  expect(saidOf(text).map(named)).toContain(sign);
});

test.each(lists)("%s", (text, gone) => {
  expect(saidOf(text).flatMap((each) => each.gone ?? [])).toEqual(gone);
});

test.each([...everyday, ...unframed])("nothing: %s", (text) => {
  expect(saidOf(text).map(named)).toEqual([]);
});
