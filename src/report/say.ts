/**
 * A person's things, capabilities and conditions in sentences: `enter(account.alipay)` becomes “is signed in to the
 * Alipay account”, “已登录支付宝账户”.
 *
 * The sentences are the vocabulary's own. A thing is called by who runs it and what it is; its name in the person file
 * is added where two would otherwise be called alike, or where the caller wants to be able to type it.
 */
import type { Catalog } from "../catalog/index.ts";
import {
  type Bilingual,
  heldOrDenied,
  isThingKind,
  nameOfUnread,
  splitCapability,
  type ThingKind,
} from "../model/index.ts";
import type { Person, Thing } from "../person/index.ts";
import { inBrackets, marks, spaced } from "./marks.ts";
import { type Both, both, type Lang } from "./words.ts";

/** What is needed to speak of somebody's things; a grounded world is one. */
export interface Speaking {
  readonly person: Person;
  readonly catalog: Catalog;
}

export interface SayOptions {
  /** `needed`: a thing's own name only where two would be called alike. */
  readonly names?: "needed" | "always";
}

const kindWords: Readonly<Record<ThingKind, Both<string>>> = {
  person: both("owner", "机主"),
  line: both("number", "手机号"),
  sim: both("SIM card", "手机卡"),
  device: both("phone", "手机"),
  card: both("card", "银行卡"),
  account: both("account", "账户"),
  mailbox: both("mailbox", "邮箱"),
  document: both("document", "证件"),
};

/** What a thing is called by the value of its attribute `kind`. */
const kindValueWords: Readonly<Record<string, Both<string>>> = {
  "device.tablet": both("tablet", "平板电脑"),
  "device.computer": both("computer", "电脑"),
  "device.security-key": both("security key", "安全密钥"),
  "card.debit": both("debit card", "储蓄卡"),
  "card.credit": both("credit card", "信用卡"),
  "card.prepaid": both("prepaid card", "预付卡"),
  "document.id-card": both("ID card", "身份证"),
  "document.passport": both("passport", "护照"),
  "document.driving-licence": both("driving licence", "驾驶证"),
  "document.recovery-codes": both("recovery codes on paper", "纸质恢复码"),
};

export const sayKind = (kind: ThingKind, lang: Lang): string => kindWords[kind][lang];

function kindWord({ kind, attributes }: Thing, lang: Lang): string {
  const stated = attributes.get("kind") ?? (kind === "card" ? "debit" : kind === "document" ? "id-card" : "");
  return (kindValueWords[`${kind}.${stated}`] ?? kindWords[kind])[lang];
}

export function sayInstitution({ catalog }: Pick<Speaking, "catalog">, id: string, lang: Lang): string {
  return catalog.institutions.get(id)?.name[lang] ?? nameOfUnread(id);
}

/** A stand-in for institutions nobody has described says nothing about which one it is. */
export const isStandIn = (institution: string): boolean => /^(any|other)-/.test(institution);

function labelOf(world: Speaking, thing: Thing, lang: Lang): string {
  const runs =
    thing.kind === "card" ||
    thing.kind === "account" ||
    thing.kind === "mailbox" ||
    (thing.kind === "line" && ownOf(world, thing).length > 1);
  const { institution } = thing;
  if (
    !runs ||
    institution === undefined ||
    isStandIn(institution) ||
    !world.catalog.institutions.has(institution)
  )
    return "";
  return withoutAside(sayInstitution(world, institution, lang));
}

/** A name that holds brackets loses them in running text: 四川人社（12333）账户 is 四川人社账户. */
const withoutAside = (name: string): string => name.replace(/\s*[（(][^（()）]*[)）]$/u, "");

const ownOf = ({ person }: Speaking, { kind, of }: Thing): readonly Thing[] =>
  [...person.things.values()].filter((other) => other.kind === kind && other.of === of);

/** `the Alipay account`, `支付宝账户（alipay）`. */
export function sayThing(
  world: Speaking,
  id: string,
  lang: Lang,
  { names = "needed" }: SayOptions = {},
): string {
  if (id === "person") return the(kindWords.person, lang);
  const thing = world.person.things.get(id);
  if (thing === undefined) return sayStandIn(world, id, lang) ?? id;
  if (thing.kind === "person") return sayHelper(world, thing, lang);
  const label = labelOf(world, thing, lang);
  const word = kindWord(thing, lang);
  const last4 = thing.attributes.get("last4");
  if (thing.title !== undefined)
    return sayTitle(
      thing.title[lang],
      [...(names === "always" ? [thing.name] : []), ...endingOf(last4, lang)],
      lang,
      thing.institution !== undefined && sayInstitution(world, thing.institution, lang) === thing.title[lang],
    );
  const alike = ownOf(world, thing).filter(
    (other) => labelOf(world, other, lang) === label && kindWord(other, lang) === word,
  );
  const isNamed =
    names === "always" ||
    alike.length > 1 ||
    (label === "" && (thing.kind === "card" || thing.kind === "account" || thing.kind === "mailbox"));
  const helper =
    thing.of === undefined
      ? undefined
      : (world.person.helpers.get(thing.of) ?? { en: thing.of, zh: thing.of });
  const notes = noted([...(isNamed ? [thing.name] : []), ...endingOf(last4, lang)], lang);
  return owned[lang](helper?.[lang], label, word) + notes;
}

/** `the Co-operative Bank account`, of a bank that is called `The Co-operative Bank`. */
const withoutThe = (name: string): string => name.replace(/^The /, "");
/** Whose it is, who runs it, what it is: `her husband's Alipay account`, `丈夫的支付宝账户`. */
const owned = both(
  (helper: string | undefined, label: string, word: string) =>
    `${helper === undefined ? "the " : `${possessive(helper)} `}${label === "" ? "" : `${withoutThe(label)} `}${word}`,
  (helper, label, word) => spaced(helper === undefined ? "" : `${helper}的`, label, word),
);
const endingWords = both(
  (last4: string | number) => `ending ${last4}`,
  (last4) => `尾号 ${last4}`,
);
const nounOf = (kind: string, lang: Lang): string => standInNouns[lang][kind] ?? kind;
const standInNouns: Both<Readonly<Record<string, string>>> = {
  en: {
    account: "account",
    line: "number",
    card: "card",
    mailbox: "mailbox",
    device: "device",
    sim: "SIM",
    document: "document",
    person: "name and face",
  },
  zh: {
    account: "账户",
    line: "号码",
    card: "银行卡",
    mailbox: "邮箱",
    device: "设备",
    sim: "SIM 卡",
    document: "证件",
    person: "姓名和脸",
  },
};
const newThingWords = both(
  (kind: string, institution: string) => `a new ${institution} ${nounOf(kind, "en")}`,
  (kind, institution) => spaced("冒名新开的", institution, nounOf(kind, "zh")),
);
/** One that may have been opened anywhere: its owner need have nothing there. */
const newAnywhereWords = both(
  (kind: string) => `a new ${nounOf(kind, "en")} at some bank or lender`,
  (kind) => `冒名新开的某家银行或贷款平台${nounOf(kind, "zh")}`,
);
const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
const theirThingWords = both(
  (kind: string, institution: string | undefined) =>
    kind === "person"
      ? "their own name and face"
      : withArticle(
          `${institution === undefined ? "" : `${institution} `}${nounOf(kind, "en")} of their own`,
        ),
  (kind, institution) => spaced("对方自己的", institution ?? "", nounOf(kind, "zh")),
);
const theWords = both(
  (word: string) => `the ${word}`,
  (word) => word,
);
/** With the article a language wants. */
export const the = (word: Both<string>, lang: Lang): string => theWords[lang](word[lang]);

const endingOf = (last4: string | undefined, lang: Lang): readonly string[] =>
  last4 === undefined ? [] : [endingWords[lang](last4)];

function noted(notes: readonly string[], lang: Lang): string {
  if (notes.length === 0) return "";
  return inBrackets(notes.join(marks[lang].comma), lang);
}

/** What the person calls it; in English with the article a sentence wants, unless it is a name. */
function sayTitle(title: string, notes: readonly string[], lang: Lang, isName: boolean): string {
  const isNamed =
    isName ||
    lang === "zh" ||
    /^(my|her|his|their|our|the|a|an) /i.test(title) ||
    /^\p{Lu}\p{Ll}/u.test(title);
  return (isNamed ? title : `the ${title}`) + noted(notes, lang);
}

function sayStandIn({ catalog }: Speaking, id: string, lang: Lang): string | undefined {
  const [, kind = "", whose = "", institution] =
    /^(account|line|card|mailbox|device|sim|document|person)\.(new|theirs)(?:-(.+))?$/.exec(id) ?? [];
  if (kind === "" || (institution === undefined && whose === "new")) return undefined;
  if (whose === "new" && institution?.startsWith("any-") === true) return newAnywhereWords[lang](kind);
  // One that is not in the catalogue is called what the person calls it.
  const name = catalog.institutions.get(institution ?? "")?.name[lang] ?? institution;
  return whose === "new" ? newThingWords[lang](kind, name ?? "") : theirThingWords[lang](kind, name);
}

function sayHelper({ person }: Speaking, { of, name }: Thing, lang: Lang): string {
  const helper = person.helpers.get(of ?? name);
  return helper === undefined ? name : inSentence(helper[lang]);
}

/** `Her husband` → `her husband`; a name keeps its capital. */
const inSentence = (name: string): string =>
  /^(Her|His|Their|My|The|A|An) /.test(name) ? name.slice(0, 1).toLowerCase() + name.slice(1) : name;

function possessive(name: string): string {
  const said = inSentence(name);
  return said.endsWith("s") ? `${said}'` : `${said}'s`;
}

function saySubject(world: Speaking, text: string, lang: Lang, options: SayOptions): string {
  const [first = "", second = "", ...rest] = text.split(".");
  // `person.husband` is a helper, `person.id-number` a secret of the owner.
  const isOwner = first === "person" && !world.person.things.has(`person.${second}`);
  const thing = isOwner ? "person" : `${first}.${second}`;
  const secret = isOwner ? second : rest.join(".");
  const said = sayThing(world, thing, lang, options);
  if (secret === "" || !isThingKind(first)) return said;
  const word = world.catalog.vocabulary.secrets.get(first)?.get(secret);
  return saySecret(word ?? { en: secret, zh: secret }, said, lang);
}

const ofWords = both(
  (secret: string, thing: string) => `${secret} of ${thing}`,
  (secret, thing) => spaced(`${thing}的`, secret),
);

/** `the payment password of the Alipay account`, `支付宝账户的支付密码`. */
export function saySecret(secret: Bilingual, thing: string, lang: Lang): string {
  // “手机号的手机号” says the same thing twice, and so does “the number of my number”.
  const bare = secret[lang].replace(/^the /, "");
  if (bare.endsWith(thing.replace(/^the /, ""))) return secret[lang];
  return thing.endsWith(bare) ? thing : ofWords[lang](secret[lang], thing);
}

/** A capability of one person's things as a sentence without its subject: `is signed in to the Alipay account`. */
export const sayCapability = (world: Speaking, text: string, lang: Lang, options: SayOptions = {}): string =>
  sayCapabilityAs("sentence", world, text, lang, options);

/** A capability as a noun, for what a step needs and gives: `codes by text to the number`; a loss by its title. */
export const sayCapabilityName = (
  world: Speaking,
  text: string,
  lang: Lang,
  options: SayOptions = {},
): string => sayCapabilityAs("name", world, text, lang, options);

/** The same of nobody's things in particular, where whoever reads knows no names of them: `money spent with the card`. */
export function sayCapabilityPlainly(
  { catalog: { vocabulary } }: Pick<Speaking, "catalog">,
  text: string,
  lang: Lang,
): string {
  const { kind = "", subjects = [] } = splitCapability(text) ?? {};
  const word = vocabulary.capabilities.get(kind);
  const things = subjects.map((subject) => {
    const [thing = ""] = subject.split(".");
    if (!isThingKind(thing)) return subject;
    return lang === "en" ? `the ${sayKind(thing, lang)}` : sayKind(thing, lang);
  });
  return word === undefined ? text : fill(word.name[lang], things);
}

/** What the owner uses it for: `paying with the debit card`; where the vocabulary has no use, the thing itself. */
export function sayUse(world: Speaking, text: string, lang: Lang): string {
  const kind = world.catalog.vocabulary.capabilities.get(splitCapability(text)?.kind ?? "");
  return kind?.use === undefined
    ? sayCapabilityName(world, text, lang)
    : laidOut(world, kind.use[lang], text, lang, {});
}

function sayCapabilityAs(
  form: "sentence" | "name",
  world: Speaking,
  text: string,
  lang: Lang,
  options: SayOptions,
): string {
  const word = splitCapability(text)?.kind ?? "";
  const kind = world.catalog.vocabulary.capabilities.get(word);
  // A condition somebody counts as a loss is told by its name.
  if (world.catalog.vocabulary.conditions.has(word)) return sayConditionName(world, text, lang);
  return kind === undefined
    ? sayEndedOf(world, text, lang, options)
    : laidOut(world, kind[form][lang], text, lang, options);
}

/** The forms of a condition, each a sentence or a noun of the vocabulary's own, none made of another. */
type ConditionForm = "sentence" | "act" | "ended" | "name";

/** A condition of one person's things as a sentence: `the number is suspended`. */
export const sayCondition = (world: Speaking, text: string, lang: Lang, options: SayOptions = {}): string =>
  sayConditionAs("sentence", world, text, lang, options);

/** What one asks to have done: `suspend the number`. */
export const sayConditionAct = (world: Speaking, text: string, lang: Lang): string =>
  sayConditionAs("act", world, text, lang, {});

/** When it is over: `the number works again`. */
export const sayConditionEnded = (world: Speaking, text: string, lang: Lang): string =>
  sayConditionAs("ended", world, text, lang, {});

/** As a heading or in a list: `the suspension of the number`. */
export const sayConditionName = (world: Speaking, text: string, lang: Lang): string =>
  sayConditionAs("name", world, text, lang, {});

function sayConditionAs(
  form: ConditionForm,
  world: Speaking,
  text: string,
  lang: Lang,
  options: SayOptions,
): string {
  const kind = world.catalog.vocabulary.conditions.get(splitCapability(text)?.kind ?? "");
  return kind === undefined ? text : laidOut(world, kind[form][lang], text, lang, options);
}

/** `not suspended(line.main)` is what lifting a block gives; a condition itself is what some flows need set. */
const sayEndedOf = (world: Speaking, text: string, lang: Lang, options: SayOptions): string =>
  sayConditionAs(heldOrDenied(text).isHeld ? "name" : "ended", world, heldOrDenied(text).of, lang, options);

function laidOut(world: Speaking, sentence: string, text: string, lang: Lang, options: SayOptions): string {
  const subjects = splitCapability(text)?.subjects ?? [];
  return fill(
    sentence,
    subjects.map((subject) => saySubject(world, subject, lang, options)),
  );
}

/** A sentence of the vocabulary has no subject and begins small; alone, it begins as a sentence does. */
export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Alone, in the language it is in: a name that begins small stays so in Chinese. */
export const alone = (text: string, lang: Lang): string => (lang === "en" ? capitalised(text) : text);

/** Lays subjects into a sentence of the vocabulary: `{}` and `{0}` are the first, `{1}` the second. */
export function fill(sentence: string, subjects: readonly string[]): string {
  let said = "";
  let from = 0;
  for (const { 0: place, 1: index, index: at } of sentence.matchAll(/\{(\d?)\}/g)) {
    said = spaced(said, sentence.slice(from, at), subjects[index === "" ? 0 : Number(index)] ?? "");
    from = at + place.length;
  }
  return spaced(said, sentence.slice(from));
}
