/** Every country of the catalogue can be chosen, by its name and with what is paid with there. */
import { expect, test } from "vitest";
import { currencyIn } from "../../../src/model/index.ts";
import { readServices } from "../../data-plugin.ts";
import { newPerson } from "./kept.ts";
import { regionNamer, regionsOf, regionsToChoose } from "./regions.ts";

const services = readServices();
const regions = regionsOf(services);

test("wherever the catalogue has a bank somebody can say that they live there", () => {
  const ofBanks = new Set(services.filter(({ kind }) => kind === "bank").flatMap((each) => each.regions));
  expect([...ofBanks].filter((region) => !regions.includes(region))).toEqual([]);
  expect(regions).toContain("ca");
});

test("each has a name in both languages, and its money", () => {
  for (const lang of ["en", "zh"] as const)
    expect(regionsToChoose(regions, lang).filter(({ region, name }) => region === name)).toEqual([]);
  expect(regionNamer("en")("ca")).toBe("Canada");
  expect(regionNamer("zh")("cn")).toBe("中国大陆");
  expect(regionNamer("en")("not a code")).toBe("not a code");
  expect(regions.filter((region) => currencyIn(region) === undefined)).toEqual([]);
  expect(newPerson("x", "ca").document.person.currency).toBe("CAD");
});
