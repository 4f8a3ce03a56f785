/** The numbers on the first screen are those of the catalogue: a wrong one costs the minutes that count. */
import { expect, test } from "vitest";
import { readWhole } from "../../data-plugin.ts";
import { callAtOnce } from "./numbers.ts";

test("every number is one the catalogue has for that institution, reached at any hour", () => {
  const { catalog } = readWhole();
  expect(callAtOnce.length).toBeGreaterThan(3);
  for (const { institution, tel } of callAtOnce)
    expect(catalog.institutions.get(institution)?.contacts, institution).toContainEqual(
      expect.objectContaining({ tel, hours: "always" }),
    );
});

test("every carrier of mainland China that the catalogue has a number for stands there", () => {
  const { catalog } = readWhole();
  const carriers = [...catalog.institutions.values()].filter(
    ({ kind, regions, contacts }) =>
      kind === "carrier" && regions.includes("cn") && contacts.some(({ tel }) => tel !== undefined),
  );
  const shown = callAtOnce.map(({ tel }) => tel);
  for (const { id, contacts } of carriers)
    expect(
      contacts.some(({ tel }) => shown.includes(tel ?? "")),
      id,
    ).toBe(true);
});
