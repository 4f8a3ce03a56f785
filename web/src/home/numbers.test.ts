/** The numbers on the first screen are those of the catalogue: a wrong one costs the minutes that count. */
import { beforeAll, expect, test } from "vitest";
import type { Catalog } from "../../../src/catalog/index.ts";
import { readWhole } from "../../data-plugin.ts";
import { numbers } from "../../numbers-plugin.ts";
import { type CallList, callListOf } from "./numbers.ts";

let catalog: Catalog;
let list: CallList;
beforeAll(() => {
  ({ catalog } = readWhole());
  list = callListOf(catalog);
});
const all = () => [...list.carriers, ...list.money, ...list.police];

test("every number is one the catalogue has for that institution, reached at any hour", () => {
  expect(list.carriers.length).toBeGreaterThan(3);
  expect(list.money.length).toBeGreaterThan(8);
  expect(list.police.map(({ tel }) => tel)).toEqual(["110"]);
  for (const { institution, tel } of all())
    expect(catalog.institutions.get(institution)?.contacts, institution).toContainEqual(
      expect.objectContaining({ tel, hours: "always" }),
    );
});

test("every carrier, bank and wallet of mainland China that answers at any hour stands there", () => {
  const shown = all().map(({ institution }) => institution);
  for (const { id, kind, regions, contacts } of catalog.institutions.values())
    if (["carrier", "bank", "wallet", "police"].includes(kind) && regions.includes("cn"))
      expect(shown.includes(id), id).toBe(
        contacts.some(({ tel, hours }) => tel !== undefined && hours === "always"),
      );
});

test("no name breaks out of the document it is laid into", () => {
  const bad = { institution: "x", name: { en: "</script><b>", zh: '"<' }, tel: "1" };
  const { transformIndexHtml } = numbers(() => ({ carriers: [bad], money: [], police: [] }));
  if (typeof transformIndexHtml !== "function") throw new Error("the plugin changes no document");
  const html = String(
    Reflect.apply(transformIndexHtml, undefined, ["<head></head><!-- numbers -->", undefined]),
  );
  expect(html).not.toContain("<b>");
  expect(html.match(/<\/script>/g)).toHaveLength(1);
});
