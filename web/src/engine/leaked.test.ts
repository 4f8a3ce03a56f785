/** What leaks is added and taken away again as one set, and what a thief was said to know stays known. */
import { beforeAll, expect, test } from "vitest";
import { readWhole } from "../../data-plugin.ts";
import type { WholeCatalogue } from "./case-data.ts";
import { withOtherLeaked } from "./leaked.ts";
import { readOwnCase } from "./own-case.ts";

const document = {
  person: { id: "x", name: { en: "X", zh: "某" } },
  lines: { main: { carrier: "china-mobile", sim: { in: "phone", kind: "physical" } } },
  devices: { phone: { kind: "phone", name: "phone" } },
};
let whole: WholeCatalogue;
beforeAll(() => {
  whole = readWhole();
});

const dataOf = (held: readonly string[], isNotLeaked: boolean) => {
  const { data, faults } = readOwnCase(whole, { document, held, isNotLeaked });
  if (data === undefined) throw new Error(JSON.stringify(faults));
  return data;
};

test.each([[["possess(device.phone)"]], [["possess(device.phone)", "know(person.name)"]]])(
  "the other answer of %j is the one asked for by the other word, both ways",
  (held) => {
    const [known, unknown] = [dataOf(held, false), dataOf(held, true)];
    expect(known.question.leaked?.length).toBeGreaterThan(2);
    expect(new Set(withOtherLeaked(known)?.question.held)).toEqual(new Set(unknown.question.held));
    expect(unknown.question.held).toEqual(held);
    expect(new Set(withOtherLeaked(unknown)?.question.held)).toEqual(new Set(known.question.held));
  },
);

test("with nothing in hand there is no other answer", () => {
  expect(withOtherLeaked(dataOf([], false))).toBeUndefined();
});
