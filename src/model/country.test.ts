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

test("a country that has the name of one that is no more is the one of today", () => {
  const today = [
    "de",
    "fr",
    "jp",
    "ru",
    "vn",
    "mm",
    "ye",
    "rs",
    "cd",
    "tl",
    "bj",
    "bf",
    "zw",
    "ge",
    "pa",
    "us",
  ];
  const said = (language: string) => new Intl.DisplayNames([language], { type: "region" });
  for (const language of ["en", "zh-Hans"])
    expect(today.map((code) => countryCode(said(language).of(code.toUpperCase()) ?? ""))).toEqual(today);
});

test("a union, a domain and what nobody is called are no countries; a free code is whoever's it is", () => {
  expect(["cn", "gb", "tw", "hk", "xk", "xx"].filter((code) => !isCountry(code))).toEqual([]);
  expect(["eu", "un", "ww", "zz", "en", "global", ""].filter(isCountry)).toEqual([]);
});
