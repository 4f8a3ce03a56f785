/**
 * What somebody says was taken from them, told to somebody or shown on a shared screen, as what an intruder then had.
 *
 * "I typed my access code, PIN and the code into the page" names three things without naming whose they are: where somebody has
 * several of a kind, those of the institutions that are named are meant, else any of them may be. Cost: the world's atoms.
 */
import type { Meaning } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import { type AtomId, at, atomId, kindsWithRole, type ThingKind } from "../model/index.ts";
import { isOfCardsAlone } from "./told-cards.ts";
import { clausesOf, isDenial, isKeptSecret, isOwnVoice } from "./told-voices.ts";

interface Fact {
  readonly of: ThingKind;
  readonly secret: string;
  readonly words: RegExp;
}

/** What people call what only they should know; the longer name of a kind takes its words from the shorter. */
const facts: readonly Fact[] = [
  { of: "card", secret: "number", words: /card number|card details|卡号|número do cartão|kartennummer/ },
  { of: "card", secret: "cvv", words: /\bcvv|\bcvc|security code|card details|安全码/ },
  { of: "card", secret: "expiry", words: /expir|card details|有效期|validade/ },
  { of: "card", secret: "pin", words: /\bpin\b|取款密码|senha do cartão/ },
  {
    of: "card",
    secret: "online-password",
    words: /online banking password|netbanking password|internet banking password|网银密码/,
  },
  {
    of: "account",
    secret: "password",
    words:
      /password|passcode|access code|login details|log-in details|登录密码|密码|senha|contraseña|passwort/,
  },
  {
    of: "account",
    secret: "sign-in-name",
    words: /user ?name|user ?id|login id|customer id|login details|log-in details|登录名|用户名/,
  },
  {
    of: "account",
    secret: "payment-password",
    words: /payment password|upi pin|m-?pesa pin|支付密码|\bpin\b/,
  },
  {
    of: "person",
    secret: "id-number",
    words: /\bid number|nric|aadhaar|\bssn\b|social security number|身份证号|\bcpf\b|\bdni\b/,
  },
  { of: "person", secret: "birth-date", words: /date of birth|birth ?date|birthday|生日|出生日期/ },
  { of: "person", secret: "address", words: /\bmy (?:home )?address|住址/ },
  { of: "mailbox", secret: "address", words: /e-?mail address|mail address|邮箱/ },
];

interface GivenQuestion {
  readonly named: readonly string[];
  readonly world: Grounded;
  readonly meaning: Meaning;
}

/**
 * Atoms an intruder had from then on, by all that a sentence says was told to somebody or shown; absent: it says nothing of the
 * kind. "I installed an app and shared my screen" says both, and whoever shared a screen and told no code shared it.
 */
export function toldToSomebody(
  says: string,
  { named, world, meaning }: GivenQuestion,
): { readonly atoms: readonly AtomId[]; readonly isShared: boolean } | undefined {
  const texts = isWithheld(says) ? notDenied(clausesOf(says)) : [says];
  const isShared = texts.some((text) => meaning.isSaid(text, "shared"));
  const givenText = texts.find((text) => meaning.isSaid(text, "given"));
  if (!isShared && givenText === undefined) return undefined;
  const spoken = givenText ?? (isWithheld(says) ? "" : says);
  return { atoms: theyHad(spoken, isShared, { named, world }), isShared };
}

/** What somebody had to whom this was said, and who saw the screen, if it was shared. */
export const theyHad = (
  spoken: string,
  isShared: boolean,
  { named, world }: Pick<GivenQuestion, "named" | "world">,
): readonly AtomId[] => [
  ...givenIn(spoken, named, world),
  ...(isShared ? [...sharedIn(world), ...typedIn(world)] : []),
];

/** Before the first that denies, or with whoever speaks in it anew: `I did not pay, read out a code or share` denies all three. */
function notDenied(clauses: readonly string[]): readonly string[] {
  const first = clauses.findIndex(isWithheld);
  return clauses.filter((clause, i) => !isWithheld(clause) && (i < first || isOwnVoice(clause)));
}

const isWithheld = (says: string): boolean => isDenial(says) || isKeptSecret(says);

/** A code that came by text and was told or sent on: whoever it was told to had what came on the line. */
const aCode =
  /\botps?\b|one[- ]time|verification code|\b(?:the|a|that|this|sms|text) code\b|\bcodes\b|\bforward(?:ed|ing)?\b(?=.*\b(?:sms|texts?|messages?|it)\b)|\b(?:sms|texts?|messages?)\b.*\bforward|验证码|校验码|código|\btan\b/;

/** Atoms an intruder had from then on, by what somebody says they told; empty: it names nothing we know. */
function givenIn(
  says: string,
  institutions: readonly string[],
  { atoms, wiring, catalog }: Grounded,
): readonly AtomId[] {
  const lower = says.toLowerCase();
  const secretKinds = new Set(kindsWithRole(catalog.vocabulary, "secret"));
  const textKinds = new Set(kindsWithRole(catalog.vocabulary, "texts"));
  const found: { readonly atom: AtomId; readonly keeper: string | undefined; readonly key: string }[] = [];
  for (const [index, { kind, secret, things }] of atoms.entries()) {
    const thing = wiring.things.get(things[0] ?? "");
    if (thing === undefined || thing.isNew === true || thing.of !== undefined) continue;
    const isFact =
      secretKinds.has(kind) &&
      facts.some(({ of, secret: what, words }) => of === thing.kind && what === secret && words.test(lower));
    const isCode = textKinds.has(kind) && aCode.test(lower);
    if (isFact || isCode)
      found.push({
        atom: atomId(index),
        keeper: thing.institution,
        key: `${kind} ${thing.kind} ${secret ?? ""}`,
      });
  }
  // Of several of a kind those are meant that stand with whom is named.
  const isNamed = ({ keeper }: (typeof found)[number]) =>
    keeper !== undefined && institutions.includes(keeper);
  const named = new Set(found.filter(isNamed).map(({ key }) => key));
  return found.filter((each) => !named.has(each.key) || isNamed(each)).map(({ atom }) => atom);
}

/**
 * A number that was given up belongs to whoever got it next, with all that comes to it: the line at a carrier that is named, else the
 * one that is in no phone; empty: it could be several.
 */
export function givenUpIn(
  institutions: readonly string[],
  { person, atoms, catalog }: Grounded,
): readonly AtomId[] {
  const lines = [...person.things.values()].filter(({ kind, of }) => kind === "line" && of === undefined);
  const atNamed = lines.filter(({ institution }) => institutions.includes(institution ?? ""));
  const inPhones = new Set(
    [...person.things.values()].flatMap(({ kind, relations }) =>
      kind === "sim" && relations.has("device") ? [relations.get("line")].flat() : [],
    ),
  );
  const isInNone = ({ id }: (typeof lines)[number]) => !inPhones.has(id);
  // Who names the carrier they went to as well means the number that is in no phone.
  const narrowed = atNamed.length > 1 ? atNamed.filter(isInNone) : atNamed;
  const [line, ...others] = narrowed.length > 0 ? narrowed : lines.filter(isInNone);
  if (line === undefined || others.length > 0) return [];
  const ownLine = new Set(kindsWithRole(catalog.vocabulary, "own-line"));
  return [...atoms.keys()].flatMap((index) => {
    const { kind, things } = at(atoms, atomId(index));
    return ownLine.has(kind) && things.length === 1 && things[0] === line.id ? [atomId(index)] : [];
  });
}

/** Somebody took it: what was only left somewhere, or is not to be found, may lie there still. */
export const isRobbed = (says: string, meaning: Meaning): boolean => {
  const clauses = clausesOf(says);
  return clauses.some((clause, i) => {
    const isOwn = ownTaking.test(clause) || (/^took\b/iu.test(clause) && ownVoice.test(clauses[i - 1] ?? ""));
    return !isOwn && !notRobbed.test(clause) && meaning.isSaid(clause.replaceAll(inSecret, ""), "robbed");
  });
};
/** Whoever took their own phone along was robbed of nothing. */
const ownVoice = /^(?:i|we)\b/iu;
const ownTaking = /^(?:i|we)\s+(?:\w+\s+)?took\b/iu;
const notRobbed =
  /\b(?:not|never|\w+n['’]t) (?:been |really |actually )?(?:stolen|robbed|taken|snatched|mugged)\b|\b(?:nobody|no one) (?:stole|took|robbed|snatched)\b|(?:不是|没有?|沒有?|并未|未)被?(?:人)?[偷抢搶盗盜扒]|nicht (?:gestohlen|geklaut)|não (?:foi|me) (?:roub|furt)|no (?:fue|me (?:lo |la )?)\s?rob|pas (?:été )?vol|non (?:è stat[oa] |mi hanno )rubat|盗まれた(?:の|わけ)では/iu;
/** To do something in secret, to look or to smile, is written with the word for stealing. */
const inSecret = /(?<!小)偷(?:偷(?![拿取摸走])|[看笑懒懶听聽])/gu;

const inUse =
  /unlocked|was open|in use|was using|using it|desbloquead|destravad|没锁|未锁|没有锁|解锁|正在用|entsperrt/;

/**
 * Whoever sees a screen reads the codes that come, and whoever works it has an open phone: what bare hands would find in it.
 * Somebody with several phones may mean any of them; the phones stay in the owner's hands.
 */
function sharedIn({ wiring, atoms, catalog }: Grounded): readonly AtomId[] {
  const inHand = new Set(kindsWithRole(catalog.vocabulary, "in-hand"));
  return [...atoms.keys()].flatMap((index) => {
    const { kind, things } = at(atoms, atomId(index));
    const thing = wiring.things.get(things[0] ?? "");
    const word = catalog.vocabulary.capabilities.get(kind);
    const isOpen = word?.exclusive === true && word.while.some((each) => inHand.has(each));
    const isOwn = thing?.kind === "device" && thing.of === undefined && thing.isNew !== true;
    return isOpen && isOwn ? [atomId(index)] : [];
  });
}

/**
 * What is typed while somebody looks on is seen: the PINs and passwords of what is theirs. Nobody says which were, so any may have
 * been; which of them is needed the records tell.
 */
function typedIn({ wiring, atoms, catalog }: Grounded): readonly AtomId[] {
  const secretKinds = new Set(kindsWithRole(catalog.vocabulary, "secret"));
  return [...atoms.entries()].flatMap(([index, { kind, secret, things }]) => {
    const thing = wiring.things.get(things[0] ?? "");
    const isOwn = thing !== undefined && thing.isNew !== true && thing.of === undefined;
    const isTyped = facts.some(
      (fact) => fact.of === thing?.kind && fact.secret === secret && typed.has(secret),
    );
    return isOwn && isTyped && secretKinds.has(kind) ? [atomId(index)] : [];
  });
}
const typed: ReadonlySet<string> = new Set(["pin", "online-password", "password", "payment-password"]);

/** What whoever lies to somebody on the telephone has them read out: the codes that come, and what else they type. */
export function heardBy(since: number, world: Grounded): ReadonlyMap<AtomId, number> {
  const texts = new Set(kindsWithRole(world.catalog.vocabulary, "texts"));
  const codes = [...world.atoms.entries()].flatMap(([index, { kind, things }]) => {
    const thing = world.wiring.things.get(things[0] ?? "");
    const isOwn = thing?.kind === "line" && thing.of === undefined && thing.isNew !== true;
    return texts.has(kind) && things.length === 1 && isOwn ? [atomId(index)] : [];
  });
  return new Map([...codes, ...typedIn(world)].map((atom) => [atom, since]));
}

/** What is gone with the phone somebody says was taken; empty: they have several, and do not say which, or none. */
export function takenIn(says: string, { person, atomOf, atoms, catalog }: Grounded): readonly AtomId[] {
  if (isOfCardsAlone(says)) return [];
  const phones = [...person.things.values()].filter(
    ({ kind, of, attributes }) =>
      kind === "device" && of === undefined && (attributes.get("kind") ?? "phone") === "phone",
  );
  const [phone] = phones;
  if (phone === undefined || phones.length > 1) return [];
  const [inHand = ""] = kindsWithRole(catalog.vocabulary, "in-hand");
  const held = atomOf.get(`${inHand}(${phone.id})`);
  const open = catalog.vocabulary.capabilities;
  const opened = [...atoms.keys()].filter((index) => {
    const { kind, things } = at(atoms, atomId(index));
    const word = open.get(kind);
    return things[0] === phone.id && word?.exclusive === true && word.while.some((each) => each === inHand);
  });
  return [
    ...(held === undefined ? [] : [held]),
    ...(inUse.test(says.toLowerCase()) ? opened.map((index) => atomId(index)) : []),
  ];
}
