/** Alarms are taken for what they are, and what is ordinary for nothing. */
import { beforeAll, expect, test } from "vitest";
import { alarms, everyday, framed, lists, unframed } from "../../test/kit/everyday-sentences.ts";
import { readShipped, type Shipped } from "../../test/kit/shipped.ts";
import { type Said, saidIn } from "./sentence.ts";
import { frames } from "./sentence-frames.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});
const named = ({ sign, gone, isSteered, isLocked }: Said): string =>
  sign ??
  (isSteered === true ? "steered" : isLocked === true ? "locked" : gone === undefined ? "open" : "gone");
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

test("every frame is met by one of the sentences", () => {
  const all = framed.map(([text]) => text.toLowerCase());
  expect(frames.length).toBeGreaterThan(30); // A check that reads nothing must not pass.
  const unmet = frames.filter(
    ({ of, does, with: also, without }) =>
      !all.some(
        (text) =>
          of.test(text) && does.test(text) && also?.test(text) !== false && without?.test(text) !== true,
      ),
  );
  expect(unmet.map(({ of, does }) => `${of.source.slice(0, 40)} … ${does.source.slice(0, 40)}`)).toEqual([]);
});
