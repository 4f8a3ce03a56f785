/** Where somebody's accounts can be: the countries of which the catalogue knows a carrier, called as the reader calls them. */
import type { Lang } from "../../../src/report/index.ts";
import type { Service } from "./services.ts";

/** Codes, in the order of the alphabet; whoever shows them sorts them by what they are called. */
export const regionsOf = (list: readonly Service[]): readonly string[] =>
  [...new Set(list.filter(({ kind }) => kind === "carrier").flatMap(({ regions }) => regions))].sort();

/** The catalogue's `cn` is the mainland alone: its carriers and banks are not those of Hong Kong or Macau. */
const ownNames: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  cn: { en: "Mainland China", zh: "中国大陆" },
};

/** What a country is called; a code nobody knows is said as it is. */
export function regionNamer(lang: Lang): (region: string) => string {
  const names = new Intl.DisplayNames([lang === "zh" ? "zh-Hans" : "en"], { type: "region" });
  return (region) =>
    ownNames[region]?.[lang] ??
    (/^[a-z]{2}$/.test(region) ? (names.of(region.toUpperCase()) ?? region) : region);
}

/** As they stand in a list somebody chooses from. */
export function regionsToChoose(
  regions: readonly string[],
  lang: Lang,
): readonly { readonly region: string; readonly name: string }[] {
  const say = regionNamer(lang);
  const { compare } = new Intl.Collator(lang === "zh" ? "zh-Hans-u-co-pinyin" : "en");
  return regions.map((region) => ({ region, name: say(region) })).toSorted((a, b) => compare(a.name, b.name));
}
