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

test("every bank and wallet of mainland China that answers at any hour stands there, and every carrier's number once", () => {
  const shown = all().map(({ institution }) => institution);
  const numbersOf = (contacts: readonly { readonly tel?: string; readonly hours?: string }[]) =>
    contacts.flatMap(({ tel, hours }) => (tel !== undefined && hours === "always" ? [tel] : []));
  const here = [...catalog.institutions.values()].filter(({ regions }) => regions.includes("cn"));
  for (const { id, kind, contacts } of here)
    if (["bank", "wallet", "police"].includes(kind))
      expect(shown.includes(id), id).toBe(numbersOf(contacts).length > 0);
  const carriers = here.filter(({ kind }) => kind === "carrier");
  expect(list.carriers.map(({ tel }) => tel).sort()).toEqual(
    [...new Set(carriers.flatMap(({ contacts }) => numbersOf(contacts).slice(0, 1)))].sort(),
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
