/** Every word an event may be called by can be said. */
import { expect, test } from "vitest";
import { eventKinds } from "../detect/index.ts";
import { eventKindWords } from "../report/index.ts";

test("every kind of event has its words in both languages, and no words are of a kind there is not", () => {
  expect(Object.keys(eventKindWords).toSorted()).toEqual(Object.keys(eventKinds).toSorted());
});
