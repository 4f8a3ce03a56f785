/**
 * Names for what nobody has named. Where a thing's institution does not tell it from others (a stand-in for any wallet,
 * two phones of one make), the command line adds the thing's name in the file, because there it can be typed: `account
 * (wallet)`. On the page that name is one we made up, in Latin letters; there it is “the payment wallet”, and where two
 * are called alike they are numbered in the order they were entered.
 */
import type { Catalog } from "../../../src/catalog/index.ts";
import type { Bilingual, InstitutionKind } from "../../../src/model/index.ts";
import type { Person, Thing } from "../../../src/person/index.ts";
import { isStandIn, sayThing } from "../../../src/report/index.ts";

/** What an account is where only the kind of its service is known. */
const accountWords: Readonly<Partial<Record<InstitutionKind, Bilingual>>> = {
  carrier: { en: "phone company account", zh: "运营商账户" },
  bank: { en: "bank account", zh: "银行账户" },
  wallet: { en: "payment wallet", zh: "支付钱包" },
  lender: { en: "loan account", zh: "贷款账户" },
  mail: { en: "mail account", zh: "邮箱账户" },
  government: { en: "government account", zh: "政务账户" },
  marketplace: { en: "shopping account", zh: "购物账户" },
  "password-manager": { en: "password manager", zh: "密码管理器" },
  exchange: { en: "crypto exchange account", zh: "加密货币交易所账户" },
  messenger: { en: "messenger account", zh: "聊天账户" },
  site: { en: "website account", zh: "网站账户" },
};

/** The same person; whatever would be called by its name in the file has a title instead. */
export function withPlainNames(person: Person, catalog: Catalog): Person {
  const wanted = [...person.things.values()].filter((thing) => isCalledByFile(person, catalog, thing));
  const groups = Map.groupBy(wanted, (thing) => {
    const { en, zh } = plainName(person, catalog, thing);
    return JSON.stringify([thing.kind, thing.of, en, zh]);
  });
  const titles = new Map(
    [...groups.values()].flatMap((alike) =>
      alike.map((thing, i): [string, Bilingual] => {
        const { en, zh } = plainName(person, catalog, thing);
        return [thing.id, alike.length === 1 ? { en, zh } : { en: `${en} ${i + 1}`, zh: `${zh} ${i + 1}` }];
      }),
    ),
  );
  const things = [...person.things].map(([id, thing]): [string, Thing] => {
    const title = titles.get(id);
    return [id, title === undefined ? thing : { ...thing, title: ofHelper(person, thing, title) }];
  });
  return { ...person, things: new Map(things) };
}

/** Asked of who says it, so that both agree on what is told apart without a name. */
function isCalledByFile(person: Person, catalog: Catalog, thing: Thing): boolean {
  if (thing.kind === "person" || thing.title !== undefined) return false;
  const said = sayThing({ person, catalog }, thing.id, "en");
  return said.includes(`(${thing.name})`) || said.includes(`(${thing.name},`);
}

function plainName(person: Person, catalog: Catalog, thing: Thing): Bilingual {
  const { kind, institution } = thing;
  const runs = institution === undefined ? undefined : catalog.institutions.get(institution);
  const isKnown = runs !== undefined && !isStandIn(runs.id);
  const word = wordOf(person, catalog, thing);
  if (kind === "account" && !isKnown) {
    const told = runs === undefined ? undefined : accountWords[runs.kind];
    if (told !== undefined) return told;
    // Nobody has described it: the file's own word for it is all there is to tell it by.
    if (institution !== undefined && runs === undefined) return { en: institution, zh: institution };
    return word;
  }
  if (kind === "sim" || kind === "mailbox") {
    const [on] = of(thing, kind === "sim" ? "line" : "account");
    const hung = on === undefined ? undefined : person.things.get(on);
    if (hung === undefined) return word;
    const { en, zh } = hung.title ?? plainName(person, catalog, hung);
    return kind === "sim"
      ? { en: `SIM card of the ${en}`, zh: `${zh}的 SIM 卡` }
      : {
          en: `${en.replace(/ ?(mail )?account$/u, "")} mailbox`.trim(),
          zh: `${zh.replace(/(邮箱)?账户$/u, "")}邮箱`,
        };
  }
  if (!isKnown) return word;
  // `vivo phones` makes a vivo phone.
  const en = runs.name.en.replace(/ phones$/u, "");
  const zh = runs.name.zh.replace(/ ?手机$/u, "");
  return {
    en: `${en} ${word.en}`,
    zh: /[A-Za-z0-9]$/.test(zh) || /^[A-Za-z]/.test(word.zh) ? `${zh} ${word.zh}` : zh + word.zh,
  };
}

const of = ({ relations }: Thing, relation: string): readonly string[] => {
  const targets = relations.get(relation);
  return targets === undefined || targets === "unknown" ? [] : targets;
};

/** What kind of thing it is, as it would be said of the only one there is. */
function wordOf(person: Person, catalog: Catalog, thing: Thing): Bilingual {
  const { of: _of, institution: _institution, ...bare } = thing;
  const alone: Person = { ...person, things: new Map([[thing.id, bare]]) };
  const said = (lang: "en" | "zh") =>
    sayThing({ person: alone, catalog }, thing.id, lang)
      .replace(/ ?[(（].*$/u, "")
      .replace(/^the /, "");
  return { en: said("en"), zh: said("zh") };
}

function ofHelper(person: Person, { of: helper }: Thing, { en, zh }: Bilingual): Bilingual {
  if (helper === undefined) return { en, zh };
  const name = person.helpers.get(helper) ?? { en: helper, zh: helper };
  return { en: `${name.en}'s ${en}`, zh: `${name.zh}的${zh}` };
}
