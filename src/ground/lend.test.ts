/** What is lent to an institution nobody has read whole. */
import { expect, test } from "vitest";
import { readShipped } from "../../test/kit/shipped.ts";
import { catalogueDay, readingsOn, readYaml } from "../catalog/index.ts";
import { readPerson } from "../person/index.ts";
import { lendingOf } from "./index.ts";

const { catalog } = readShipped();

/** The channels of the flows lent to one bank of somebody in Britain. */
function check(bank: string): ReadonlySet<string | undefined> {
  const text = `person: { id: p, region: gb }\naccounts: { a: { service: ${bank} } }\ncards: { c: { bank: ${bank}, kind: debit } }`;
  const { person } = readPerson(readYaml(text, "p"), catalog);
  if (person === undefined) throw new Error("the person cannot be read");
  const asOf = catalogueDay(catalog);
  const { loans } = lendingOf({ readings: readingsOn(catalog, asOf), person, asOf });
  const lent = loans.filter(({ institution }) => institution === bank);
  return new Set(
    lent.flatMap(({ archetype, lent: flows }) =>
      (catalog.institutions.get(archetype)?.flows ?? []).flatMap(({ id, channel }) =>
        flows.has(id) ? [channel] : [],
      ),
    ),
  );
}

test("no way at a counter is lent to an institution that has none", () => {
  expect(check("barclays")).toContain("counter");
  expect(check("monzo")).not.toContain("counter");
  expect(check("monzo")).toContain("app");
});
