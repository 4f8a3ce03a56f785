/** What nobody said of a thing is told by its name in the reader's language, never by the word of the file. */
import { expect, test } from "vitest";
import { thingTypes } from "../model/index.ts";
import { sayRelation } from "./say-pattern.ts";

test("every attribute and every relation of a thing has a name in Chinese", () => {
  const names = Object.values(thingTypes).flatMap(({ attributes, relations }) => [
    ...Object.keys(attributes),
    ...Object.keys(relations),
  ]);
  expect(names.length).toBeGreaterThan(30); // A check that reads nothing must not pass.
  expect(names.filter((name) => !/\p{sc=Han}/u.test(sayRelation(name, "zh")))).toEqual([]);
});
