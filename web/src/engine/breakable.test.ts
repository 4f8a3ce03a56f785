/** A name of any length can be told in a narrow column, and every other name stays as it was written. */
import { expect, test } from "vitest";
import { readWhole } from "../../data-plugin.ts";
import { readOwnCase } from "./own-case.ts";

const whole = readWhole();
const told = (name: string) => {
  const { data } = readOwnCase(whole, {
    document: {
      person: { id: "x", name: { en: name, zh: name } },
      devices: { phone: { kind: "phone", name } },
    },
    held: [],
  });
  return [data?.person.name.en, data?.person.things.get("device.phone")?.title?.zh];
};

test("two hundred letters without a space may be broken, and nothing of them is lost", () => {
  const name = "W".repeat(200);
  for (const text of told(name)) {
    expect(Math.max(...(text ?? name).split("\u200B").map(({ length }) => length))).toBeLessThanOrEqual(24);
    expect(text?.replaceAll("\u200B", "")).toBe(name);
  }
});

test.each(["Granny's Huawei", "奶奶".repeat(100), "Donaudampfschifffahrt", "👵🏽 جدتي"])(
  "%s stays as it is",
  (name) => {
    expect(told(name)).toEqual([name, name]);
  },
);
