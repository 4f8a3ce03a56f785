/**
 * Several things that one word is said of, as so many sentences: `my phone and wallet were stolen` is read clause by clause,
 * and a clause ends at `and`. Only things somebody carries, and only with what is said of things that are gone.
 */
const thing = `(?:(?:i)?phone|mobile|smartphone|handset|wallet|purse|(?:bank |debit |credit )?cards?|bag|handbag|backpack|keys|passport|(?:id|identity)(?: cards?)?|laptop|sim(?: card)?|money|cash|watch|tablet|ipad)`;
const whose = `(?:(?:all )?(?:my|our|her|his|the) )?`;
const joins = `(?:,? (?:and|&|plus|with) |, )`;
const list = `${whose}${thing}(?:${joins}${whose}${thing})+`;
const passive = new RegExp(
  `\\b(${list}) (?:(?:has|have|had|were|was|got|are|is|all|both|been|just) )*(stolen|snatched|grabbed|taken|gone|lost|missing|nicked)\\b`,
  "g",
);
const active = new RegExp(
  `\\b(stole|snatched|grabbed|took|nicked|lost|ran off with|robbed me of) (${list})\\b`,
  "g",
);
const each = new RegExp(thing, "g");

const thingZh = `(?:手机卡|电话卡|手机|钱包|银行卡|身份证|证件|钥匙|护照|电脑|包|卡)`;
const chinese = new RegExp(
  `(${thingZh}(?:[、，和跟与及]?(?:还有|连同)?${thingZh})+)(?:[都全也]|一起|一块儿?)*((?:被[^，。]{0,3})?(?:偷|抢|丢|没|不见|扒|盗|拿)(?:走|掉|光)?了?)`,
  "g",
);
const eachZh = new RegExp(thingZh, "g");

/** What stands in for it: a wallet holds cards, and what is gone is not seen any more. */
const calledEn = (name: string): string => (/^cards?$/.test(name) ? "bank card" : name);
const calledZh = (name: string): string =>
  name === "钱包" || name === "卡" ? "银行卡" : name === "证件" ? "身份证" : name;

/** In lower case, as it goes to be cut into clauses. */
export function withListsSpread(text: string): string {
  return text
    .replaceAll(passive, (_, things: string, verb: string) =>
      named(things, each, (name) => `my ${calledEn(name)} was ${verb}`),
    )
    .replaceAll(active, (_, verb: string, things: string) =>
      named(things, each, (name) => `${verb} my ${calledEn(name)}`),
    )
    .replaceAll(chinese, (_, things: string, verb: string) =>
      named(things, eachZh, (name) => calledZh(name) + (/^没/.test(verb) ? "不见了" : verb)),
    );
}

const named = (things: string, pattern: RegExp, said: (name: string) => string): string =>
  [...new Set([...things.matchAll(pattern)].map(([name]) => said(name)))].join(", ");
