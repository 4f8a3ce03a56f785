/** The table of things fits together: what it names is there, and every fact has its other end. */
import { expect, test } from "vitest";
import { hangsOn, isThingKind, statedRelations, type ThingKind, thingKinds, thingTypes } from "./things.ts";

const relations = thingKinds.flatMap((kind) =>
  Object.entries(thingTypes[kind].relations).map(([name, type]) => ({ kind, name, type })),
);

test("every relation leads to a kind of thing, and what mirrors another mirrors one that leads back", () => {
  expect(relations.length).toBeGreaterThan(30); // A check that reads nothing must not pass.
  const wrong = relations.filter(({ kind, type }) => {
    if (type.back === undefined || type.back === "all") return false;
    const [from = "", name = ""] = type.back.split(".");
    if (!isThingKind(from)) return true;
    // A line is in the device its SIM is in: that one is mirrored over the SIM.
    return thingTypes[from].relations[name]?.to !== (from === "sim" && name === "device" ? "device" : kind);
  });
  expect(wrong).toEqual([]);
});

test("nothing that is derived can be stated", () => {
  expect(statedRelations("line")).toEqual([]);
  expect(statedRelations("card").map(([name]) => name)).toEqual(["reserved-line"]);
});

test("no attribute of a thing is named like a relation of it", () => {
  expect(
    thingKinds.filter((kind) =>
      Object.keys(thingTypes[kind].attributes).some((name) =>
        Object.hasOwn(thingTypes[kind].relations, name),
      ),
    ),
  ).toEqual([]);
});

test("where a variable hangs on another, the way there exists and leads to it", () => {
  let ways = 0;
  for (const [main, hanging] of Object.entries(hangsOn)) {
    for (const [variable, way] of Object.entries(hanging)) {
      let kind = main as ThingKind;
      for (const relation of way) kind = thingTypes[kind].relations[relation]?.to ?? kind;
      expect([main, variable, kind]).toEqual([main, variable, variable]);
      ways += 1;
    }
  }
  expect(ways).toBeGreaterThan(20);
});

test("names of the program's own objects are no kinds of thing", () => {
  expect(["constructor", "__proto__", "toString", "hasOwnProperty"].some(isThingKind)).toBe(false);
});
