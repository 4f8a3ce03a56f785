/** Which day a catalogue is asked of when nobody says one. */
import { expect, test } from "vitest";
import { catalogueDay, emptyCatalog, readCatalog, readTexts } from "./index.ts";

const seenOn = (...days: readonly string[]) => {
  const flows = days.map(
    (day, i) =>
      `  f${i}: { gives: [know(person.name)], basis: { status: claimed, seen: ${day}, source: s } }`,
  );
  const file = `institution: x\nkind: other\nflows:\n${flows.join("\n")}\n  bare: { gives: [know(person.name)] }\n`;
  const words = readTexts(["catalog/capabilities.yaml"]).texts;
  const { catalog, complaints } = readCatalog([...words, { file: "x.yaml", text: file }]);
  expect(complaints.filter(({ severity }) => severity === "error")).toEqual([]);
  return catalogueDay(catalog);
};

test("the newest day on which a flow was seen, in whatever order they stand", () => {
  expect(seenOn("2024-05-06", "2025-01-02", "2020")).toBe("2025-01-02");
  expect(seenOn("2020", "2025", "2024-12-31")).toBe("2025");
});

test("where nothing was seen, the last of days", () => {
  expect([catalogueDay(emptyCatalog), seenOn()]).toEqual(["9999-12-31", "9999-12-31"]);
});
