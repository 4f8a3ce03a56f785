import { expect, test } from "vitest";
import { countryCode, isCountry } from "./country.ts";

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

test("a union, a domain and what nobody is called are no countries; a free code is whoever's it is", () => {
  expect(["cn", "gb", "tw", "hk", "xk", "xx"].filter((code) => !isCountry(code))).toEqual([]);
  expect(["eu", "un", "ww", "zz", "en", "global", ""].filter(isCountry)).toEqual([]);
});
