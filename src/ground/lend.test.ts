/** What is lent to an institution nobody has read whole. */
import { expect, test } from "vitest";
import { readShipped } from "../../test/kit/shipped.ts";
import { catalogueDay, readingsOn, readYaml } from "../catalog/index.ts";
import { readPerson } from "../person/index.ts";
import { ground, lendingOf } from "./index.ts";

const { catalog } = readShipped();

/** Who is lent a way to take out a loan in the name of this person, of whom nobody else is a customer. */
function lendersOf(things: string) {
  const { person } = readPerson(readYaml(`person: { id: p, region: tr }\n${things}`, "p"), catalog);
  if (person === undefined) throw new Error("the person cannot be read");
  const asOf = catalogueDay(catalog);
  const readings = readingsOn(catalog, asOf);
  const { loans } = lendingOf({ readings, person, asOf });
  const anyPlace = loans.flatMap(({ institution, lent }) =>
    [...lent.values()].some(({ isAnyPlace }) => isAnyPlace) ? [institution] : [],
  );
  const world = ground({ catalog, person, asOf, lend: readings });
  const loansInName = world.goals.flatMap(({ id }) => (id.includes(".new-") ? [id] : []));
  return { anyPlace, loansInName };
}

test("a loan in a name may be given where its owner has nothing, and is one loss whoever they use", () => {
  const told = { anyPlace: ["any-lender"], loansInName: ["cash-out(account.new-any-lender)"] };
  expect(lendersOf("accounts: { chat: { service: whatsapp } }")).toEqual(told);
  // Whoever lends to them may be the next lender and not their own bank: its answer settles nothing.
  expect(lendersOf("accounts: { a: { service: Ziraat }, b: { service: Garanti } }")).toEqual(told);
});

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
