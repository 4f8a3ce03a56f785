import { expect, test } from "vitest";
import { currencyIn, regionOfCurrency } from "./index.ts";

test("money says a country only where no other pays with it", () => {
  expect(currencyIn("ca")).toBe("CAD");
  expect(regionOfCurrency("CAD")).toBe("ca");
  expect(currencyIn("de")).toBe("EUR");
  expect(regionOfCurrency("EUR")).toBeUndefined();
  for (const nobody of [undefined, "xx", "toString", ""]) {
    expect(currencyIn(nobody)).toBeUndefined();
    expect(regionOfCurrency(nobody)).toBeUndefined();
  }
});
