/**
 * A whole sentence, as somebody types it who is frightened, read for the things it says were seen. Clause by clause:
 * what is denied, asked, feared, long ago or about somebody else's phone is not seen, and what a caller or a text only
 * claims is a call or a text and nothing more.
 *
 * What to know to trust it: it knows wordings and no grammar, so everything it takes is said aloud, with the sentence,
 * and can be changed. What it leaves out is said to be not judged. Cost: one pass over the wordings for a clause.
 */
import type { Catalog } from "../catalog/index.ts";
import { standsAt } from "../evidence/index.ts";
import { at } from "../model/index.ts";
import { isAfterwards, isOwnReason, isRefusedIn, isThereAgain } from "./sentence-afterwards.ts";
import { claimIn } from "./sentence-claims.ts";
import { clausesOf, isEnd, withoutFilling } from "./sentence-clauses.ts";
import { hidden, isDenied, isNotSeen } from "./sentence-denied.ts";
import type { Frame } from "./sentence-frame.ts";
import { frames } from "./sentence-frames.ts";
import { inMainlandLetters } from "./sentence-letters.ts";
import { isOrdinary } from "./sentence-ordinary.ts";
import { isOnlyDeceived, saysDeceived } from "./sentence-paid.ts";
import { shapes } from "./sentence-shapes.ts";
import { speaksOfNight } from "./sentence-unheard.ts";
import { type Wording, wordingsOf } from "./sentence-wordings.ts";
import type { Tells } from "./sentence-words.ts";
import type { SignWord } from "./sign-words.ts";

export interface Said {
  readonly sign?: SignWord;
  readonly gone?: string;
  readonly isSteered?: true;
  readonly isOpen?: true;
  /** Others saw how it is opened: whatever its lock, it keeps nobody out. */
  readonly isCodeSeen?: true;
  /** The phone asks for something before it opens. */
  readonly isLocked?: true;
  /** It tells of something done in an account. */
  readonly isDone?: true;
  /** What a text or a notice claims, of which `sign` is only that it came. */
  readonly claims?: SignWord;
  /** The clause it was found in, without the wordings found in it: `lost signal` names no place. */
  readonly clause: string;
}

/** What the owner does who is asked to, or does not. */
const refusable: ReadonlySet<SignWord> = new Set(["diverted", "given"]);

/** Clauses in which nothing was found that are read with the next one. */
const joinedMax = 2;

const kept = new WeakMap<Catalog["signs"], readonly Wording[]>();
function wordingsIn(catalog: Catalog): readonly Wording[] {
  const known =
    kept.get(catalog.signs) ??
    wordingsOf(catalog).map((each): Wording => ({ ...each, words: withoutFilling(each.words) }));
  kept.set(catalog.signs, known);
  return known;
}

/**
 * What a text says was seen, in the order in which it says so; each sign once for a place it can be about. `isOfLies`: by
 * what else was told somebody lied, and then a payment of one's own was made to them. `isAlone`: nothing else was told, so
 * that whoever says no more than that they were deceived is taken to have paid.
 */
export const saidIn = (catalog: Catalog, text: string, told: ToldWith = {}): readonly Said[] =>
  heardIn(catalog, text, told).said;

export interface Heard {
  readonly said: readonly Said[];
  /** Clauses that speak of what such a night is about, and in which nothing was found; as they were written. */
  readonly unheard: readonly string[];
}

/** The same, with the words that were not used. */
export function heardIn(
  catalog: Catalog,
  text: string,
  { isOfLies = saysDeceived(text), isAlone = true }: ToldWith = {},
): Heard {
  const heard = heardAsWritten(catalog, text, { isOfLies, isAlone });
  const plain = inMainlandLetters(text);
  if (plain === text) return heard;
  // Of two clauses only the one whose letters are the same in both may have been understood.
  const more = heardAsWritten(catalog, plain, { isOfLies, isAlone });
  if (more.said.length < heard.said.length) return heard;
  // It is spoken of in the letters of whoever wrote it.
  const [own, read] = [clausesOf(text), clausesOf(plain)];
  const asWritten = (clause: string) => own[read.findIndex(({ written }) => written === clause)]?.written;
  return {
    said: more.said.length > heard.said.length ? more.said : heard.said,
    unheard:
      own.length === read.length ? more.unheard.map((clause) => asWritten(clause) ?? clause) : more.unheard,
  };
}

interface ToldWith {
  readonly isOfLies?: boolean;
  readonly isAlone?: boolean;
}

function heardAsWritten(catalog: Catalog, text: string, { isOfLies, isAlone }: Required<ToldWith>): Heard {
  const wordings = wordingsIn(catalog);
  // What a text claims and its reader says was none of theirs is no claim any more.
  const isDisowned = disowned.test(text.toLowerCase());
  const isOfTheft = saysTaken.test(text.toLowerCase());
  const counts = (tells: Wording["tells"]) =>
    (isOfLies || !("ifDeceived" in tells)) && (isOfTheft || !("ifTaken" in tells));
  let silent: readonly string[] = [];
  let claimedBy: SignWord | undefined;
  let before = "";
  const unheard = new Set<number>();
  const clauses = clausesOf(text);
  const all = clauses.flatMap(({ clause, written, mark, isNew }, i) => {
    if (isNew) [claimedBy, before] = [undefined, ""];
    before += ` ${clause}`;
    if (isNotSeen(clause, mark)) {
      silent = [];
      return [];
    }
    const known = foundIn(wordings, clause, counts);
    // What became of it may stand in the next clause: `a parcel came, in it a card I never ordered`.
    const whole = known.length > 0 ? clause : [...silent, clause].join(", ");
    const clauseAt = whole.length - clause.length;
    const found = known.every(({ tells }) => saysLittle(tells) || (isDisowned && isOnlyNotice(tells)))
      ? withFrames(known, framedIn(whole, isDisowned, counts))
      : known;
    const used = found.some(({ from }) => from < clauseAt) ? silent.length : 0;
    for (let back = 1; back <= used; back++) unheard.delete(i - back);
    // That a phone keeps nobody out may be said before what became of it: `手机没设密码，在地铁上丢了`.
    const isOnlyOpen = found.every(({ tells }) => "isOpen" in tells || "isLocked" in tells);
    silent = !isOnlyOpen || isEnd(mark) ? [] : [...silent, clause].slice(-joinedMax);
    const masked = withCovered(whole, found, hidden);
    const claim = claimIn(clause, before);
    const isHeard =
      found.length > 0 || isAfterwards(clause) || disowned.test(clause) || isOnlyDeceived(clause);
    if (
      !isHeard &&
      speaksOfNight({ clause, written, isOfLies: isOfLies || (claim ?? claimedBy) !== undefined })
    )
      unheard.add(i);
    const fixed = found.filter(({ isShape }) => isShape !== true);
    const others = withCovered(clause, fixed, " ");
    // Why it is so may be told after it: `the phone is dead because the battery is empty`.
    const answer = clauses[i + 1]?.clause ?? "";
    const isRefused = isRefusedIn(clause, answer);
    const withReason = mark === "because" ? `${clause} ${answer}` : clause;
    const said = found
      .filter(
        ({ from, to, tells, isOfDenial }) =>
          (isOfDenial === true || !isDenied(masked, from, to, from < clauseAt ? 0 : clauseAt)) &&
          !("gone" in tells && isThereAgain(clause, clauses.slice(i + 1, i + 3))) &&
          !(!("isSteered" in tells) && isOwnReason(answer)) &&
          !(isRefused && ("isSteered" in tells || ("sign" in tells && refusable.has(tells.sign)))) &&
          !isOrdinary(withReason, tells),
      )
      .map(({ from, tells }): Said => {
        const isClaimed = claimedBy !== undefined || (claim !== undefined && from >= clauseAt + claim.at);
        return isClaimed && isClaimable(tells)
          ? isDisowned && isPayment(tells) && (claimedBy ?? claim?.by) === "notice"
            ? { ...tells, clause: others }
            : {
                sign: claimedBy ?? claim?.by ?? "notice",
                ...("sign" in tells ? { claims: tells.sign } : {}),
                clause: others,
              }
          : { ...tells, clause: others };
      });
    claimedBy = claim === undefined ? claimedBy : claim.by;
    return said;
  });
  const left = [...unheard].map((i) => at(clauses, i).written);
  if (all.length === 0 && isAlone) {
    const deceived = clauses
      .flatMap(({ clause, mark }): Said[] =>
        isOnlyDeceived(clause) && (!isNotSeen(clause, mark) || asksForHelp.test(clause))
          ? [{ sign: "paid", clause }]
          : [],
      )
      .slice(0, 1);
    return { said: deceived, unheard: left };
  }
  const isByCards = all.some(({ sign }) => sign === "paid-in-gift-cards");
  const said = isByCards
    ? all.filter(({ sign, clause }) => sign !== "given" || isOfSignIn.test(clause))
    : all;
  return { said, unheard: left };
}

/** Asked after it happened. */
const asksForHelp = /怎么办|\bwhat (?:do|can|should) i do\b|\bhelp\b/;

const disowned =
  /我?(?:自己|可)?(?:根本|从来|并|也|都|明明|可)?(?:没(?:有)?|未)(?:操作|买|转|付|消费|刷|借|申请|下单|办|开通|贷)过?|不是我(?:本人)?(?:操作|买|转|付|消费|刷|干|弄|借|贷|办|开|申请|的)|非本人|\b(?:i|we) (?:did not|didn't|never) (?:make|made|do|did|buy|bought|order|ordered|authori[sz]ed?|send|sent|pay|paid|rent|lease|hire|wrote|write|texted|messaged)\b|\bnot (?:by )?me\b|\b(?:i|we) (?:made|did|sent|ordered|know|recogni[sz]e) none\b|\bnone of (?:them|these|those|it|which) (?:is|are|was|were) (?:mine|ours|me)\b|\b(?:did|done) nothing\b|\b(?:i|we) (?:(?:know|knew) nothing (?:of|about)|have no idea|(?:did not|didn't|never) (?:sign|apply|open|take|took|request|ask|have|had)\w*)\b|\bnever (?:signed|applied|opened|requested|took|rented|leased|hired|bought|ordered|borrowed|owned)\b|\b(?:not|isn't|wasn't|aren't|weren't) (?:mine|ours|me|us)\b|\bwithout me\b|\b(?:i|we) live in\b|\b(?:i|we) (?:haven't|have not|have never|'ve never) (?:moved|bought|been|used|ordered|spent|shopped)\b|\bnever been\b|\b(?:hackers?|scammers?|fraudsters?)\b|\bcards? (?:is|was|are|were) (?:still |safe |right )*(?:(?:in|with) (?:my|our|me)|here|at home)\b|卡(?:还|一直)?在我?(?:自己)?(?:钱包|身上|手[里上])|没(?:出过|去过)|不知情|\bwithout my (?:knowledge|permission|consent)\b/;
/** Money that went, or a debt: whoever says that it was not theirs says that it was done. */
const isPayment = (tells: Wording["tells"]): tells is { readonly sign: SignWord } =>
  "sign" in tells && (tells.sign === "row" || tells.sign === "money-gone" || tells.sign === "new-account");

/** What a phone may have been in. */
const saysTaken =
  /\b(?:bag|handbag|backpack|rucksack|jacket|coat|suitcase|luggage|car|purse)\b.{0,40}\b(?:stolen|snatched|taken|gone|grabbed|broken into|nicked|robbed|missing)\b|(?:stole|snatched|grabbed|took|nicked|swiped|pinched|lifted) (?:my|our|her|his) (?:bag|handbag|purse|backpack|rucksack|jacket|coat|suitcase)\b|(?:包|行李|外套|衣服|箱子|车|皮夹|皮夾)[^，。]{0,6}(?:被抢|被偷|被盗|被扒|丢了|不见了|被拿走|没了|被砸)/;

/** The numbers of gift cards are read out too, and open no account. */
const isOfSignIn = /\botp\b|\bpin\b|password|verification|验证码|密码/;

/**
 * Whoever says so may lie about it: that money is gone, or a phone. A call is a call, a move that is told of was told of, and
 * what the owner did is no claim of theirs.
 */
const isClaimable = (tells: Wording["tells"]): boolean =>
  !("isSteered" in tells || "isOpen" in tells || "isLocked" in tells || "isGiven" in tells) &&
  !("sign" in tells && unclaimed.has(tells.sign));
const unclaimed: ReadonlySet<SignWord> = new Set([
  "call",
  "notice",
  "mail",
  "moving",
  "code",
  "prompt",
  "given",
  "led",
  "diverted",
  "paid",
  "paid-in-gift-cards",
  "paid-in-crypto",
  "paid-in-cash",
]);

interface Found extends Wording {
  readonly from: number;
  readonly to: number;
  /** Its words in the middle are anybody's, a place's too. */
  readonly isShape?: true;
  /** A denial in it is part of what it says. */
  readonly isOfDenial?: true;
}

/** The clause with another letter in the place of each of what was found. */
const withCovered = (clause: string, found: readonly Found[], by: string): string =>
  [...clause].map((letter, i) => (found.some(({ from, to }) => i >= from && i < to) ? by : letter)).join("");

/** Of two that share a letter the one that begins before, so that `no codes` goes before `codes came`; then the longer. */
function foundIn(
  wordings: readonly Wording[],
  clause: string,
  counts: (tells: Wording["tells"]) => boolean,
): readonly Found[] {
  const all: Found[] = wordings.flatMap((wording): Found[] =>
    [...standsIn(clause, wording.words)].map((from) => ({
      ...wording,
      from,
      to: from + wording.words.length,
    })),
  );
  for (const { pattern, tells } of shapes.filter((each) => counts(each.tells)))
    for (const match of clause.matchAll(pattern))
      all.push({
        words: match[0],
        tells,
        from: match.index,
        to: match.index + match[0].length,
        isShape: true,
      });
  all.sort((a, b) => a.from - b.from || b.to - a.to);
  const found: Found[] = [];
  for (const each of all) if ((found.at(-1)?.to ?? 0) <= each.from) found.push(each);
  return found;
}

/** That a code or a call is spoken of, and nothing of what became of it; that a phone was open, and not whether it is gone. */
const saysLittle = (tells: Tells): boolean =>
  "isOpen" in tells ||
  "isLocked" in tells ||
  ("sign" in tells && !("isDone" in tells) && tellsOnly.has(tells.sign));
const tellsOnly: ReadonlySet<SignWord> = new Set(["code", "call", "mail"]);
/** That a message came, of something its reader says was none of theirs. */
const isOnlyNotice = (tells: Tells): boolean =>
  "sign" in tells && tells.sign === "notice" && !("isDone" in tells);
/** A code that was told to somebody is no code that came. */
const withFrames = (known: readonly Found[], framed: readonly Found[]): readonly Found[] => {
  if (framed.length === 0) return known;
  const kept = known.filter(({ tells }) => !("sign" in tells && tells.sign === "code"));
  const isKept = (each: Found) =>
    kept.some(({ tells }) => JSON.stringify(tells) === JSON.stringify(each.tells));
  return [...kept, ...framed.filter((each) => !isKept(each))];
};

/** What a clause says in no wording and no shape; each thing that became of it once. */
function framedIn(clause: string, isDisowned: boolean, counts: (tells: Tells) => boolean): readonly Found[] {
  const found = frames.flatMap((frame): Found[] => {
    const match = frame.does.exec(clause);
    if (match === null || !counts(frame.tells) || !isFramed(frame, clause, isDisowned)) return [];
    return [
      {
        words: match[0],
        tells: frame.tells,
        from: match.index,
        to: match.index + match[0].length,
        isShape: true,
        ...(frame.isOfDenial === undefined ? {} : { isOfDenial: frame.isOfDenial }),
      },
    ];
  });
  const isOf = (each: Found) => JSON.stringify(each.tells);
  // What is in other hands, a phone that is steered too, and one thing that was seen.
  const isHeld = ({ tells }: Found) => "gone" in tells || "isSteered" in tells;
  const first = found.find((each) => !isHeld(each));
  // Of two frames of one thing the one whose denial is part of it: `手机没锁就丢了`.
  const chosen = (each: Found) => {
    const alike = found.filter((other) => isOf(other) === isOf(each));
    return alike.find(({ isOfDenial }) => isOfDenial === true) ?? alike[0];
  };
  return found.filter((each) => (isHeld(each) && chosen(each) === each) || each === first);
}

const isFramed = (
  { of, with: also, without, ifDisowned }: Frame,
  clause: string,
  isDisowned: boolean,
): boolean =>
  of.test(clause) &&
  also?.test(clause) !== false &&
  without?.test(clause) !== true &&
  (ifDisowned !== true || isDisowned);

/** A word, and several of it. */
function* standsIn(clause: string, words: string): Generator<number> {
  yield* standsAt(clause, words);
  if (/[a-rt-z]$/.test(words)) yield* standsAt(clause, `${words}s`);
}
