/**
 * A country as two letters, however somebody writes it: `CN`, `UK`, `China`, 中国. The names are those of the Unicode
 * CLDR, in both languages, long and short, as every JavaScript engine brings them.
 */

/** What people write that CLDR does not call so. */
const writtenAs: Readonly<Record<string, string>> = {
  uk: "gb",
  england: "gb",
  scotland: "gb",
  wales: "gb",
  britain: "gb",
  "great britain": "gb",
  usa: "us",
  "u.s.": "us",
  america: "us",
  "the netherlands": "nl",
  korea: "kr",
  大陆: "cn",
  中国大陆: "cn",
  中国内地: "cn",
};

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Unions of countries, and codes that stand for none, which CLDR has a name for all the same. */
const noCountries: ReadonlySet<string> = new Set(["eu", "ez", "un", "qo", "xa", "xb", "zz"]);
/** What ISO 3166 leaves to whoever wants a country of their own: `xx`. */
const isFree = /^(?:aa|q[m-z]|x[a-z])$/;

/** Whether two letters are a country: no union (`eu`), no domain (`ww`). A free code is a country somebody made up. */
export function isCountry(code: string): boolean {
  const said = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  if (!/^[a-z]{2}$/.test(code)) return false;
  return said.of(code.toUpperCase()) === undefined ? isFree.test(code) : !noCountries.has(code);
}

/** A code that was replaced has the name of what it became: `DD` is called Germany too. */
const isOfToday = (code: string): boolean => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

let named: ReadonlyMap<string, string> | undefined;

function countriesByName(): ReadonlyMap<string, string> {
  const names = new Map(Object.entries(writtenAs));
  for (const language of ["en", "zh-Hans"])
    for (const style of ["long", "short"] as const) {
      const said = new Intl.DisplayNames([language], { type: "region", style, fallback: "none" });
      for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
        const name = said.of(code)?.toLowerCase();
        if (name !== undefined && !names.has(name) && isOfToday(code)) names.set(name, code.toLowerCase());
      }
    }
  return names;
}

/** `UK` → `gb`, `China` → `cn`; what is no name of a country comes back as it is, in small letters. Two letters stay. */
export function countryCode(text: string): string {
  const told = text.trim().toLowerCase();
  if (/^[a-z]{2}$/.test(told)) return writtenAs[told] ?? told;
  named ??= countriesByName();
  return named.get(told) ?? told;
}
