/**
 * What a sentence was taken for: its signs, each about a place it names, or about what the sign is usually about. Places
 * that nobody named before are added to what somebody uses where money or an account of theirs was seen.
 */

import { type Catalog, institutionNamed } from "../catalog/index.ts";
import { isEverydayWord, isWrittenLikeName, type Meaning, meaningOf } from "../evidence/index.ts";
import type { InstitutionKind } from "../model/index.ts";
import { heardIn, type SignWord, signWords, thingMeant, usualWords } from "../told/index.ts";
import { attemptIn, isOfAttempt } from "./attempts.ts";
import { paidBy, type Sign, type Taken } from "./incident.ts";
import { institutionMeant } from "./institution-meant.ts";
import { isLockInDoubt, wasInUse } from "./lock-in-doubt.ts";
import { type Dialled, dialledIn } from "./places-by-number.ts";
import { isNamedIn, type KindsTold, placesNamed, standsFor } from "./places-named.ts";

export interface SentenceQuestion {
  readonly catalog: Catalog;
  readonly region: string;
  /** Names of places somebody uses, as they wrote them. */
  readonly uses: readonly string[];
  /** What those of them are that nobody has read. */
  readonly kinds: KindsTold;
  readonly gone: readonly string[];
  /** Minutes the person's clock is ahead of UTC. */
  readonly offset: number;
  readonly isDescribed: boolean;
  /** By all that was told, somebody lied. */
  readonly isOfLies: boolean;
  /** Of the names in `uses` those that anything was told of. */
  readonly spoken?: readonly string[];
  /** It is all that was told. */
  readonly isAlone?: boolean;
}

/** Where it was told, and what was told with it. */
export interface SentenceTold extends Omit<Sign, "sign" | "on"> {
  readonly list: Taken["list"];
  readonly text: string;
  readonly on?: string;
}

/** Signs that are about somebody's own money or account at the place they name. */
const aboutOwn: ReadonlySet<SignWord> = new Set([
  "row",
  "money-gone",
  "money-there",
  "kicked-off",
  "refused",
  "not-mine",
  "new-account",
  "given",
  "somebody-in",
  "in-my-name",
  "prompt",
  "paid",
  "paid-in-crypto",
]);
/** Signs somebody sends. */
const isSent: ReadonlySet<SignWord> = new Set(["code", "call", "mail", "notice", "moving"]);
/** Of these nothing can be said without a thing they are about. */
const needsThing: ReadonlySet<SignWord> = new Set([
  "refused",
  "not-mine",
  "new-account",
  "still-blocked",
  "active-again",
]);
export const ofMoney: ReadonlySet<SignWord> = new Set(["row", "money-gone", "money-there"]);
const isOfMovedMoney = (claimed: SignWord | undefined): boolean =>
  claimed === "row" || claimed === "money-gone";
/** What whoever lies sends a text for. */
const asksSomething =
  /\b(?:click|tap|links?|log ?in|sign ?in|verify|confirm|call (?:back|this|the|them|us)|ring (?:back|this|the)|reply)\b|点击|点开|点这个|链接|回电|回拨|拨打|致电|登录|核实|验证/iu;
const keepsMoney: ReadonlySet<string> = new Set(["bank", "wallet", "exchange", "lender"]);

/** What it was taken for; `undefined`: nothing in it is known. */
export function takenFor(question: SentenceQuestion, told: SentenceTold): Taken | undefined {
  const { list, text, on, from, ...rest } = told;
  const { catalog, region } = question;
  const { said, unheard } = heardIn(catalog, text, {
    isOfLies: question.isOfLies,
    isAlone: question.isAlone === true,
  });
  const whole = placesIn(question, text);
  const uses = new Set<string>();
  const known = new Set(question.uses.flatMap((name) => institutionMeant(catalog, name, region)?.id ?? []));
  const isAnythingGone = question.gone.length > 0 || said.some((each) => each.gone !== undefined);
  const signs = said.flatMap(({ sign: seen, claims, clause, isDone }): Sign[] => {
    if (seen === undefined) return [];
    const own = placesIn(question, clause, text);
    const sent = own[0] ?? whole[0] ?? "";
    // A text of money that moved, of a place one has an account at, is asked about there, whoever wrote it; so is one of any
    // bank that asks for nothing, on the night on which a phone or a card is in other hands.
    const isOfOwn =
      seen !== "call" &&
      ((claims === "row" && known.has(sent)) ||
        (isOfMovedMoney(claims) &&
          isAnythingGone &&
          keepsMoney.has(keptBy(question, sent) ?? "") &&
          !asksSomething.test(text)));
    // A loan that is told of at no place is owed to whoever lends, and no money of the one bank there is.
    const isOfLender =
      (seen === "row" || (claims === "row" && seen !== "call")) &&
      whole.length === 0 &&
      isOfLoan.test(text) &&
      !isOfBank.test(text);
    const sign = isOfOwn ? "row" : isOfLender ? "new-account" : seen;
    const far = whole.length === 1 && !(ofMoney.has(sign) && isOfBank.test(clause)) ? whole[0] : undefined;
    // A bank's card that was used in a shop is the bank's matter, whoever is named first.
    const isInShop = shops.has(keptBy(question, own[0]) ?? "") && isOfCardSpent.test(text);
    // A wallet of which nobody has read anything gives no number; the bank that is named with it sent the money.
    const isOfBanks = own.length > 1 && isNothingRead(catalog, own[0] ?? "");
    const bank =
      ofMoney.has(sign) && (isInShop || isOfBanks)
        ? (isOfBanks ? own : whole).find((name) => keptBy(question, name) === "bank")
        : undefined;
    const named = paidBy(sign) === undefined ? (bank ?? own[0] ?? far) : paidFrom(question, whole);
    // A card that a wallet of somebody else's got is its bank's matter: the owner has nothing to stop at the wallet.
    const isOfCard =
      isDone === true &&
      isOfBank.test(clause) &&
      !known.has(named ?? "") &&
      catalog.institutions.get(named ?? "")?.kind === "wallet";
    // By a chat app a program was sent; nothing of the chat app was told to anybody.
    const isWayIn =
      sign === "given" &&
      said.some((each) => each.isSteered === true) &&
      keptBy(question, named) === "messenger" &&
      !isOfSecret.test(text);
    // No office keeps anybody's money; whoever rang said to be of it.
    const isOfOffice = ofMoney.has(sign) && keptBy(question, named) === "government";
    const place = isOfCard || isWayIn || isOfOffice ? undefined : named;
    const isOfLine = signWords[sign] === "line";
    const isLine = /^(?:line|sim)\./.test(thingMeant(on ?? ""));
    const about = on !== undefined && (isOfLine ? isLine : !isLine) ? thingMeant(on) : undefined;
    const isOwn = aboutOwn.has(sign);
    const thing =
      about ?? (isOfLine ? "line.main" : isOwn ? (place ?? placeUnnamed(question, sign, clause)) : "");
    if (thing === "" && needsThing.has(sign)) return [];
    // What was done in an account, told by whoever keeps it, was done in one of theirs.
    if (
      (isOwn || isDone === true) &&
      place !== undefined &&
      about === undefined &&
      catalog.institutions.has(place)
    )
      uses.add(place);
    const sender = from ?? (isSent.has(sign) ? place : undefined);
    const one = { ...rest, sign, on: thing, note: text };
    return [sender === undefined ? one : { ...one, from: sender }];
  });
  // A message that is a code, a move or a payment is told as that.
  const isMore = signs.some(
    ({ sign }) =>
      sign === "code" ||
      sign === "moving" ||
      sign === "row" ||
      (sign === "new-account" && isOfLoan.test(text)),
  );
  const distinct = signs.filter(
    (sign, i) =>
      !(isMore && sign.sign === "notice") &&
      signs.findIndex(
        (other) => other.sign === sign.sign && other.on === sign.on && other.from === sign.from,
      ) === i,
  );
  // That no code came says something of how money went, and nothing by itself.
  const isCodeless = distinct.some(({ sign }) => ofMoney.has(sign)) && saysNoCode.test(text);
  const { from: earliest, to } = told.at;
  const silence: readonly Sign[] = isCodeless
    ? [{ ...rest, at: { from: earliest - quietBefore, to }, sign: "quiet", on: "line.main", note: text }]
    : [];
  const gone = [...new Set(said.flatMap((each) => each.gone ?? []))];
  const isSteered = said.some((each) => each.isSteered === true);
  // `Unlocked` alone says nothing of a phone that is in its owner's hand.
  const isPhoneGone = [...question.gone, ...gone].some(isPhone);
  // What opens the phone, told to whoever has it, is no secret of an account.
  const isCodeTold = isPhoneGone && isOfLock.test(text) && said.some(({ sign }) => sign === "given");
  const isOpen = isPhoneGone && (isCodeTold || wasInUse(text) || said.some((each) => each.isOpen === true));
  const isCodeSeen = isCodeTold || (isOpen && said.some((each) => each.isCodeSeen === true));
  const isLocked =
    said.some((each) => each.isLocked === true) &&
    !isLockInDoubt(text) &&
    [...question.gone, ...gone].some(isPhone);
  const tried = attemptIn({
    text,
    at: told.at.to,
    offset: question.offset,
    placesIn: (clause) => placesIn(question, clause, text),
    dialledIn: (clause) => dialledHere(question, clause),
  });
  // Whoever rings a carrier or a bank rings their own.
  const [called, ...others] = tried?.places ?? [];
  if (
    called !== undefined &&
    others.length === 0 &&
    ownPlaces.has(catalog.institutions.get(called)?.kind ?? "")
  )
    uses.add(called);
  const isAnythingSaid = distinct.length + gone.length > 0 || isSteered || isOpen || isLocked;
  if (!isAnythingSaid && tried === undefined) return undefined;
  return {
    list,
    index: told.index,
    text,
    signs: [...distinct.filter(({ sign, on }) => !(isCodeTold && sign === "given" && on === "")), ...silence],
    gone,
    isSteered,
    isOpen,
    ...(isCodeSeen ? { isCodeSeen } : {}),
    ...(isLocked ? { isLocked } : {}),
    ...(tried === undefined ? {} : { attempt: tried }),
    uses: question.isDescribed ? [] : [...uses].filter((id) => !known.has(id)),
    unheard: unheard.filter((clause) => !(tried !== undefined && isOfAttempt(clause))),
  };
}

/** Whom somebody calls because they are a customer there. */
const ownPlaces: ReadonlySet<string> = new Set(["carrier", "bank", "wallet", "exchange"]);

/** Whom the number in a clause is, for whoever asks. */
export const dialledHere = (
  { catalog, region, uses }: Pick<SentenceQuestion, "catalog" | "region" | "uses">,
  clause: string,
): Dialled | undefined => {
  const known = new Set(uses.flatMap((name) => institutionMeant(catalog, name, region)?.id ?? []));
  return dialledIn({ catalog, region, known }, clause);
};

/** A code for what is taken comes before it is. */
const quietBefore = 60;
const saysNoCode =
  /\b(?:no|never (?:got|received|had)(?: an?y?)?|(?:did not|didn't|have not|haven't) (?:get|got|receive|received)(?: any| an?)?|without (?:an?y?|the)) (?:otps?|codes?|one[- ]time (?:passwords?|codes?)|verification codes?|sms codes?)\b|(?:没有?|未)(?:有|收到|来|要)?(?:过)?(?:任何|什么|一条)?(?:验证码|校验码)|(?:验证码|校验码)(?:也|都|根本)?(?:没|未)(?:有)?(?:收到|来)/iu;

const isNothingRead = ({ institutions }: Catalog, id: string): boolean => {
  const { kind, flows = [], contacts = [] } = institutions.get(id) ?? {};
  return kind === "wallet" && flows.length === 0 && contacts.length === 0;
};

const keptBy = (
  { catalog, region, kinds }: SentenceQuestion,
  name: string | undefined,
): InstitutionKind | undefined =>
  name === undefined
    ? undefined
    : placesNamed(catalog, [name], region, kinds).flatMap(
        ({ institution, kind }) => institution?.kind ?? kind ?? [],
      )[0];

/** Whom it was paid through: of all that is named, the one who keeps money, and is not the one somebody pretended to be. */
const paidFrom = (
  { catalog, uses, region, kinds }: SentenceQuestion,
  named: readonly string[],
): string | undefined => {
  const keepersOf = (names: readonly string[]) =>
    names.filter((name) =>
      placesNamed(catalog, [name], region, kinds).some(({ institution, kind }) =>
        keepsMoney.has(institution?.kind ?? kind ?? ""),
      ),
    );
  const keepers = keepersOf(named);
  // Whoever says of one place that they have money there, and names no other, paid from it.
  if (keepers.length === 0) {
    const [one, ...others] = keepersOf(uses);
    return others.length === 0 ? one : undefined;
  }
  const own = new Set(uses.flatMap((name) => [name, institutionMeant(catalog, name, region)?.id ?? name]));
  return keepers.find((name) => own.has(name)) ?? (keepers.length === 1 ? keepers[0] : undefined);
};

const anyLender = "any-lender";
const isOfLoan = /\bloans?\b|贷款|放款/iu;
const isOfSecret =
  /\b(?:codes?|kode|codigo|otp|pin|tan|digits?|log-?in)\b|c[oó]digo|passw|senha|contrase|kata sandi|mot de passe|验证码|密码|비밀번호|인증|パスワード|コード/iu;
const isOfLock =
  /\bpass ?codes?\b|\b(?:screen|lock|unlock|phone'?s?) (?:pin|code|pattern|password)s?\b|\b(?:pin|code|pattern|password) (?:of|to|for) (?:the|my|our|her|his) (?:i?phone|mobile|handset|screen)\b|(?:锁屏|解锁|开机|手机)的?密码/iu;
const isPhone = (thing: string): boolean => /^(?:device|sim)\./.test(thing);
/** Where a card is spent; a lender's own credit is none of it. */
const shops: ReadonlySet<string> = new Set(["marketplace", "lender"]);
const isOfCardSpent =
  /\bcards?\b.{0,30}\b(?:used|charged|spent|billed)\b|卡[^，。]{0,10}(?:被刷|盗刷|被盗|被人?用|消费|付款)/;
const isOfBank = /\bbanks?\b|\bcards?\b|银行|卡里|刷卡/;

/**
 * Money that is seen to go and of no place that was named: of the one place that keeps any, else of the bank card. What was
 * opened in somebody's name and at nobody named: at whoever lends.
 */
function placeUnnamed(question: SentenceQuestion, sign: SignWord, clause: string): string {
  const { catalog, region, uses, kinds } = question;
  if (sign === "new-account") return anyLender;
  if (!ofMoney.has(sign)) return "";
  const keepers = placesNamed(catalog, uses, region, kinds).filter(({ institution, kind }) => {
    const what = institution?.kind ?? kind ?? "";
    return isOfBank.test(clause) ? what === "bank" : keepsMoney.has(what);
  });
  // Of several the one that anything was told of.
  const spoken = keepers.filter(({ name }) => question.spoken?.includes(name) === true);
  const [one, ...others] = keepers.length > 1 ? spoken : keepers;
  return one !== undefined && others.length === 0 ? one.name : "card.bank";
}

/**
 * `signal`, `my account` are names too, and in a sentence mostly are not: one word that people tell what they saw with, or
 * `my …`, is a name only where it begins with a capital that nothing else asks for.
 */
const isMeantAsName =
  (text: string) =>
  (name: string): boolean => {
    const isUsual = /^my\b/.test(name) || usualWords.has(name) || isEverydayWord(name);
    return !isUsual || isWrittenLikeName(text, name);
  };

const kept = new WeakMap<Catalog, Meaning>();
function meaningIn(catalog: Catalog): Meaning {
  const known = kept.get(catalog) ?? meaningOf(catalog);
  kept.set(catalog, known);
  return known;
}

/** The places a text (a clause of `whole`, in lower case) names: those somebody uses first, then those of the region or of everywhere. */
export function placesIn(
  { catalog, region, uses }: Pick<SentenceQuestion, "catalog" | "region" | "uses">,
  text: string,
  whole: string = text,
): readonly string[] {
  // Capitals stand in the whole text alone.
  const own = uses.filter(
    (name) =>
      standsFor(catalog, whole, name) &&
      (isNamedIn(text, name) || isNamedIn(text, name.split(/\s+/)[0] ?? name)),
  );
  const known = new Set(uses.flatMap((name) => institutionMeant(catalog, name, region)?.id ?? []));
  const named = meaningIn(catalog)
    .institutionsIn(text, isMeantAsName(whole))
    .map((id) => institutionNamed(catalog, id).institution)
    .filter((each) => each !== undefined)
    .filter(({ id, regions }) => known.has(id) || regions.length === 0 || regions.includes(region));
  const [isUsed, isNot] = [named.filter(({ id }) => known.has(id)), named.filter(({ id }) => !known.has(id))];
  const ofOwn = own.flatMap((name) => institutionMeant(catalog, name, region)?.id ?? name);
  return [...new Set([...ofOwn, ...isUsed.map(({ id }) => id), ...isNot.map(({ id }) => id)])];
}
