/** A name means whom people mean by it, and nobody where it may mean several. */
import { expect, test } from "vitest";
import { readShipped } from "../../test/kit/shipped.ts";
import { catalogOf } from "../../test/kit/small-world.ts";
import type { Institution } from "../model/index.ts";
import {
  institutionHelp,
  institutionNamed,
  institutionsLike,
  kindToldBy,
  type NameQuestion,
  nameMeant,
} from "./index.ts";

const body = (id: string, regions: string, more: string) =>
  `institution: ${id}\nregions: [${regions}]\nprovides: account\n${more}\n`;
const catalog = catalogOf(
  body("post-jp", "jp", "name: { en: Post Bank (Japan), zh: 日本邮储 }\nalso: [ゆうちょ銀行, Ｐｏｓｔ]"),
  body("post-fr", "fr", "name: { en: Post Bank (France), zh: 法国邮储 }\nalso: [La Banque Postale]"),
  body("money-fr", "fr", "name: { en: Postal Money, zh: 邮政钱包 }\nalso: [Crédit-Poste]"),
  body("twin-a", "de", "name: { en: Twin, zh: 双子 }"),
  body("twin-b", "de", "name: { en: TWIN, zh: 孪生 }"),
  body("owned-it", "it", "name: { en: Owned, zh: 自有 }"),
  body("other-it", "it", "name: { en: Other, zh: 其他 }\nalso: [owned]"),
  body("quick", "se", "name: { en: Quick and Quick Mail, zh: 快讯与快邮 }"),
  "institution: maker-line\nregions: [br]\nkind: carrier\nprovides: [line, account]\nname: { en: Maker, zh: 造电信 }\n",
  "institution: maker-phone\nkind: vendor\nprovides: [account, device]\nname: { en: Maker phones, zh: 造手机 }\nalso: [maker]\n",
  "institution: any-bank\nkind: bank\narchetype: true\nprovides: account\nname: { en: Any bank, zh: 任意银行 }\nalso: [everyday]\n",
);

/** Whom a name means; several where it may mean several. */
function check(name: string, question: NameQuestion, ...expected: readonly string[]): void {
  const { institution, all } = institutionNamed(catalog, name, question);
  expect({ name, all: all.map(({ id }) => id) }).toEqual({ name, all: expected });
  expect(institution?.id).toBe(expected.length === 1 ? expected[0] : undefined);
}

test("a name is known in every script, with and without its accents, signs and brackets", () => {
  check("ゆうちょ銀行", { region: "jp" }, "post-jp");
  check("post", { region: "jp" }, "post-jp");
  check("CREDIT POSTE", { region: "fr" }, "money-fr");
  check("日本邮储", {}, "post-jp");
  check("Post Bank", { region: "fr" }, "post-fr");
});

test("one of two names joined by a word is enough where nobody else is called so", () => {
  check("Quick Mail", { region: "se" }, "quick");
  check("快邮", { region: "se" }, "quick");
  check("快邮", { region: "jp" });
});

test("the person's own region comes first; where several are left, none is guessed", () => {
  check("Post Bank", { region: "jp" }, "post-jp");
  expect(institutionNamed(catalog, "Post Bank", { region: "kr" }).institution).toBe(undefined);
  check("Post Bank", {}, "post-fr", "post-jp");
  check("twin", { region: "de" }, "twin-a", "twin-b");
  check("twin-b", { region: "fr" }, "twin-b");
});

test("a name of one's own goes before what others are called besides", () => {
  check("owned", { region: "it" }, "owned-it");
  check("owned", {}, "owned-it");
});

test("a namesake elsewhere is told and is nobody's meaning, unless its id or its country is said", () => {
  const named = (name: string, region: string) => institutionNamed(catalog, name, { region }).institution?.id;
  for (const name of ["Postal Money", "邮政钱包", "money fr", "Crédit-Poste"]) {
    const { institution, all } = institutionNamed(catalog, name, { region: "pl" });
    expect({ name, institution, all: all.map(({ id }) => id) }).toEqual({
      name,
      institution: undefined,
      all: ["money-fr"],
    });
  }
  const ways = [
    "money-fr",
    "Postal Money (fr)",
    "Postal Money (France)",
    "邮政钱包（法国）",
    "postal money-fr",
  ];
  expect(ways.map((name) => named(name, "pl"))).toEqual(ways.map(() => "money-fr"));
  expect(named("Post Bank (Japan)", "fr")).toBe("post-jp");
  expect(named("Postal Money (jp)", "pl")).toBe(undefined);
  expect(named("Postal Money (old)", "pl")).toBe(undefined);
});

test.each([
  ["My Bank", "pl", undefined],
  ["MyBank (China)", "pl", "mybank-cn"],
  ["mybank-cn", "pl", "mybank-cn"],
  ["icbc", "gb", "icbc"],
  ["icbc-cn", "gb", "icbc"],
  ["ICBC (China)", "gb", "icbc"],
  ["工商银行（中国）", "gb", "icbc"],
  ["vodafone-uk", "pl", "vodafone-uk"],
  ["Vodafone UK", "hr", "vodafone-uk"],
  ["Bank of America", "pl", "bank-of-america"],
  ["中国移动", "th", "china-mobile"],
  ["中国银行", "jp", "boc-cn"],
  ["Lloyds", "es", undefined],
  ["Alipay", "gb", undefined],
  ["alipay", "gb", "alipay"],
  // One firm in several countries is the same in the next; mail is had from anywhere.
  ["Revolut", "cz", "revolut"],
  ["GMX", "ch", "gmx"],
])("who writes `%s` in %s means whom they say", (name, region, expected) => {
  expect(institutionNamed(readShipped().catalog, name, { region }).institution?.id).toBe(expected);
});

test("a namesake elsewhere is not taken for somebody here who runs no such thing", () => {
  check("Post Bank", { region: "jp", runs: "mailbox" }, "post-jp");
  check("Post Bank", { region: "jp", runs: "line" }, "post-jp");
  check("maker", { region: "in", runs: "device" }, "maker-phone");
  check("maker", { region: "br", runs: "line" }, "maker-line");
  check("maker-line", { region: "in", runs: "line" }, "maker-line");
});

test("an id elsewhere gives way to somebody here or everywhere who is called so", () => {
  check("post-jp", { region: "fr" }, "post-jp");
  check("maker", { region: "br" }, "maker-line");
  const two = catalogOf(
    body("coin", "us", "name: { en: Coin, zh: 币 }"),
    body("coin-gb", "gb", "name: { en: Coin (UK), zh: 币（英国） }"),
  );
  expect(institutionNamed(two, "coin", { region: "gb" }).institution?.id).toBe("coin-gb");
  expect(institutionNamed(two, "coin", { region: "us" }).institution?.id).toBe("coin");
  expect(institutionNamed(two, "coin", { region: "fr" }).institution?.id).toBe("coin");
  const everywhere = catalogOf(
    body("live", "br", "name: { en: Live, zh: 活 }"),
    "institution: live-phone\nkind: vendor\nprovides: [account, device]\nname: { en: Live phones, zh: 活手机 }\nalso: [live]\n",
  );
  expect(institutionNamed(everywhere, "live", { region: "cn" }).institution?.id).toBe("live-phone");
  expect(institutionNamed(everywhere, "live", { region: "br" }).institution?.id).toBe("live");
});

test("what any firm adds to its name says not which it is", () => {
  check("Postal Money Bank S.A.", { region: "fr" }, "money-fr");
  check("日本邮储股份有限公司", { region: "jp" }, "post-jp");
  check("Twin Bank", { region: "de" });
  check("Owned Ltd", { region: "fr" });
  check("Bank", { region: "fr" });
  expect(nameMeant(catalog, "Fjord Crédit-Poste", { region: "fr" })).toBe("Crédit-Poste");
});

test("a name tells of what kind it is, in any tongue", () => {
  const { catalog: shipped } = readShipped();
  const kinds = [
    "Förde Sparkasse",
    "Banco do Povo",
    "柳州农商行",
    "新韓은행",
    "Blue Wallet",
    "Sandbank",
    "X",
  ].map((name) => kindToldBy(shipped, name));
  expect(kinds).toEqual(["bank", "bank", "bank", "bank", "wallet", undefined, undefined]);
});

test("a name that two countries use means whom people there mean by it", () => {
  const { catalog: shipped } = readShipped();
  const named = (name: string, region: string | undefined) =>
    institutionNamed(shipped, name, { region, runs: "card" }).all.map(({ id }) => id);
  expect(named("TD", "ca")).toEqual(["td-canada-trust"]);
  expect(named("td bank", "ca")).toEqual(["td-canada-trust"]);
  expect(named("TD", "us")).toEqual(["td-bank-us"]);
  expect(named("TD", undefined)).toEqual(["td-bank-us", "td-canada-trust"]);
  expect(named("National Bank", "ca")).toEqual(["national-bank-ca"]);
});

test("an archetype is known by its id alone", () => {
  check("everyday", {});
  check("any-bank", {}, "any-bank");
  check("", {});
  check("x".repeat(5000), {});
});

test("who knows a part of a name is told whose it is", () => {
  expect(institutionsLike(catalog, "postal").map(({ id }) => id)).toEqual(["money-fr", "post-fr"]);
  expect(institutionsLike(catalog, "邮储").map(({ id }) => id)).toEqual(["post-fr", "post-jp"]);
  expect(institutionsLike(catalog, "po")).toEqual([]);
});

const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
const ownedBy = ({ id, name }: Institution) =>
  [id, name.en, name.zh, name.en.replace(/ \(.*/, ""), name.zh.replace(/（.*/, "")].map(bare);

test("every name of the catalogue means its institution where it is used, or tells it among others", () => {
  const { catalog: shipped } = readShipped();
  let asked = 0;
  for (const { id, name, also, regions, isArchetype } of shipped.institutions.values()) {
    if (isArchetype) continue;
    for (const text of [id, name.en, name.zh, ...also]) {
      if (text !== id && shipped.institutions.has(text)) continue; // An id means its own and nobody else.
      const { all } = institutionNamed(shipped, text, { region: regions[0] });
      asked += 1;
      const isHidden = all.length === 1 && ownedBy(all[0]!).includes(bare(text));
      expect({ text, found: isHidden || all.some((each) => each.id === id) }).toEqual({ text, found: true });
    }
  }
  expect(asked).toBeGreaterThan(1000);
});

test.each([
  ["KB", "kr", "kb-kookmin"],
  ["KB", "cz", "komercni-banka"],
  ["Citibank", "kr", "citi-kr"],
  ["Alipay", "hk", "alipay-hk"],
  ["China Mobile", "hk", "cmhk"],
  ["CIMB Bank", "ph", "cimb-ph"],
  ["UniCredit", "at", "bank-austria"],
  ["Simyo", "nl", "kpn"],
  ["Move It", "ph", "moveit-ph"],
  ["BBVA", "co", "bbva-co"],
  ["Scotiabank", "mx", "scotiabank-mx"],
  ["Scotiabank", "ca", "scotiabank"],
  ["Santander", "cl", "santander-cl"],
  ["Movistar", "pe", "movistar-pe"],
  ["QNB", "tr", "qnb-tr"],
  ["QNB", "eg", "qnb-eg"],
  ["BOŚ", "pl", "bos-pl"],
  ["Tre", "se", "tre-se"],
  ["MB", "vn", "mb-vn"],
  ["กสิกรไทย", "th", "kbank"],
  ["Standard Chartered", "pk", "stanchart-pk"],
  ["বিকাশ", "bd", "bkash"],
  ["البنك الأهلي", "eg", "nbe"],
  ["Zenith", "gh", "zenith-gh"],
  ["Zenith", "ng", "zenith-bank"],
  ["渣打", "tw", "stanchart-tw"],
  ["渣打", "hk", "standard-chartered-hk"],
  ["微信支付", "hk", "wechat-pay-hk"],
  ["微信支付", "cn", "wechat-tenpay"],
  ["DBS", "hk", "dbs-hk"],
])("what `%s` is in %s is no namesake elsewhere", (name, region, expected) => {
  expect(institutionNamed(readShipped().catalog, name, { region }).institution?.id).toBe(expected);
});

test("who may have been meant is here or everywhere, runs such a thing, and is no other short name", () => {
  const { catalog: shipped } = readShipped();
  const meant = (name: string, region: string, runs: NameQuestion["runs"]) =>
    nameMeant(shipped, name, { region, ...(runs === undefined ? {} : { runs }) });
  // A Greek bank, a carrier of Bahrain and one of Bolivia are no maker of phones and no carrier of Brazil.
  for (const region of ["gr", "bh", "bo", "cn"])
    for (const runs of ["card", "line"] as const)
      expect([region, runs, meant("viva", region, runs)]).toEqual([region, runs, undefined]);
  expect(meant("viva", "gr", "account")).toBe(undefined);
  expect(meant("viva", "br", "line")).toBe("vivo");
  expect(meant("monzzo", "gb", "card")).toBe("monzo");
  expect(meant("monzzo", "gr", "card")).toBe(undefined);
  expect(meant("googel", "gr", "account")).toBe("google");
  // What was mistyped runs such a thing: whoever keeps mail gives out no card.
  expect(meant("googel", "gr", "card")).toBe(undefined);
  expect(meant("ibcc", "cn", "card")).toBe("icbc");
  // One letter of four may be another firm's name, and Line is a messenger that is everywhere.
  expect(meant("lime", "us", "account")).toBe(undefined);
});

test("a namesake elsewhere is told only where it runs such a thing", () => {
  const { catalog: shipped } = readShipped();
  const help = (name: string, runs: NameQuestion["runs"]) =>
    institutionHelp(shipped, name, { region: "gr", elsewhere: "describe it", ...(runs ? { runs } : {}) });
  expect(help("中国移动", "line")).toBe("did you mean the one of `cn`? write its id: `china-mobile`");
  expect(help("中国移动", "card")).toMatch(/^one of `.*`any-bank`/);
  expect(help("中国移动", "account")).toBe("describe it");
});
