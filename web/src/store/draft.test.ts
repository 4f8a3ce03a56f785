/** What somebody types who only looks, over a reload of the tab. */
import { expect, test } from "vitest";
import { draftIn, type TabStore } from "./draft.ts";
import type { KeptPerson } from "./people.ts";

const anna: KeptPerson = {
  document: { person: { id: "anna" } },
  held: ["possess(device.phone)"],
  measures: [],
  done: [],
};

function tab(): { readonly store: TabStore; readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    store: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
  };
}

test("what was typed is there after a reload, by its address, and nothing is left once it is written away", () => {
  const { store, kept } = tab();
  draftIn(() => store).write(new Map([["a1", anna]]));
  expect([...draftIn(() => store).read()]).toEqual([["a1", anna]]);
  draftIn(() => store).write(new Map());
  expect([kept.size, [...draftIn(() => store).read()]]).toEqual([0, []]);
});

test("what is not ours is nobody, and a browser without a store keeps nothing", () => {
  for (const text of ["", "{}", "[1]", '[["a"]]', '[["a",{}]]', "no text of ours"]) {
    const { store } = tab();
    store.setItem("chainbreak: only looking", text);
    expect([...draftIn(() => store).read()]).toEqual([]);
  }
  const forbidden = draftIn(() => {
    throw new Error("the browser forbids it");
  });
  forbidden.write(new Map([["a1", anna]]));
  expect([...forbidden.read()]).toEqual([]);
});
