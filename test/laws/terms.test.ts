/** What the law gives to somebody whose money was taken, country by country: the terms a family counts by. */
import { beforeAll, expect, test } from "vitest";
import { termsInForce } from "../../src/respond/index.ts";
import { readShipped, type Shipped } from "../kit/shipped.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});

const terms = (region: string, today: string) =>
  termsInForce(shipped.catalog, { region, today })
    .filter(({ from }) => from === "loss" || from === "report")
    .map(({ id }) => id)
    .toSorted();

test("an unauthorised payment comes back by the next business day in every country that took over the directive", () => {
  for (const region of ["at", "de", "es", "fr", "gr", "ie", "it", "nl", "pl", "pt", "se"])
    expect(terms(region, "2026-11-28"), region).toEqual([
      "eu-refund-the-next-day",
      "eu-report-unauthorised-payment",
    ]);
  expect(terms("gb", "2026-11-28")).toEqual(["gb-refund-the-next-day", "gb-report-unauthorised-payment"]);
});

test("nobody outside is told so", () => {
  for (const region of ["ch", "tr", "us", "cn", "no"])
    expect(terms(region, "2026-11-28").join(), region).not.toMatch(/next-day|unauthorised/);
});

test("India's new rule begins with its year, and the old one ends with the last", () => {
  const reported = (today: string) =>
    termsInForce(shipped.catalog, { region: "in", today })
      .map(({ id }) => id)
      .filter((id) => /report-within|fraud-answer/.test(id))
      .toSorted();
  expect(reported("2026-12-30")).toEqual(["in-report-within-three-days"]);
  expect(reported("2027-01-02")).toEqual(["in-fraud-answer", "in-report-within-five-days"]);
});
