import { expect, test } from "vitest";
import { countryCode } from "./country.ts";

test("a country is two letters, however it is written; what is none comes back to be complained of", () => {
  const written = [
    "cn",
    "CN",
    " Gb ",
    "UK",
    "usa",
    "China",
    "中国",
    "中国大陆",
    "United Kingdom",
    "英国",
    "Hong Kong",
    "香港",
    "xx",
  ];
  expect(written.map(countryCode)).toEqual([
    "cn",
    "cn",
    "gb",
    "gb",
    "us",
    "cn",
    "cn",
    "cn",
    "gb",
    "gb",
    "hk",
    "hk",
    "xx",
  ]);
  expect(["Atlantis", "", "c"].map(countryCode)).toEqual(["atlantis", "", "c"]);
});
