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
import type { SignWord } from "./incident.ts";
import type { Frame } from "./sentence-frame.ts";
import { frames } from "./sentence-frames.ts";
import { inMainlandLetters } from "./sentence-letters.ts";
import { withListsSpread } from "./sentence-lists.ts";
import { isOrdinary } from "./sentence-ordinary.ts";
import { isOnlyDeceived, saysDeceived } from "./sentence-paid.ts";
import { shapes } from "./sentence-shapes.ts";
import { type Tells, type Wording, wordingsOf } from "./sentence-words.ts";

export interface Said {
  readonly sign?: SignWord;
  readonly gone?: string;
  readonly isSteered?: true;
  readonly isOpen?: true;
  /** It tells of something done in an account. */
  readonly isDone?: true;
  /** What a text or a notice claims, of which `sign` is only that it came. */
  readonly claims?: SignWord;
  /** The clause it was found in, without the wordings found in it: `lost signal` names no place. */
  readonly clause: string;
}

/** Longer is no clause, and no more of it is read. */
const clauseMax = 300;

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
export function saidIn(
  catalog: Catalog,
  text: string,
  { isOfLies = saysDeceived(text), isAlone = true }: ToldWith = {},
): readonly Said[] {
  const said = saidAsWritten(catalog, text, { isOfLies, isAlone });
  const plain = inMainlandLetters(text);
  if (plain === text) return said;
  // Of two clauses only the one whose letters are the same in both may have been understood.
  const more = saidAsWritten(catalog, plain, { isOfLies, isAlone });
  return more.length > said.length ? more : said;
}

interface ToldWith {
  readonly isOfLies?: boolean;
  readonly isAlone?: boolean;
}

function saidAsWritten(
  catalog: Catalog,
  text: string,
  { isOfLies, isAlone }: Required<ToldWith>,
): readonly Said[] {
  const wordings = wordingsIn(catalog);
  // What a text claims and its reader says was none of theirs is no claim any more.
  const isDisowned = disowned.test(text.toLowerCase());
  const isOfTheft = saysTaken.test(text.toLowerCase());
  const counts = (tells: Wording["tells"]) =>
    (isOfLies || !("ifDeceived" in tells)) && (isOfTheft || !("ifTaken" in tells));
  let silent: readonly string[] = [];
  let claimedBy: SignWord | undefined;
  let before = "";
  const clauses = clausesOf(text);
  const all = clauses.flatMap(({ clause, mark, isNew }, i) => {
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
    const found = known.every(({ tells }) => saysLittle(tells))
      ? withFrames(known, framedIn(whole, isDisowned, counts))
      : known;
    silent = found.length > 0 || isEnd(mark) ? [] : [...silent, clause].slice(-joinedMax);
    const masked = withCovered(whole, found, hidden);
    const claim = claimIn(clause, before);
    const fixed = found.filter(({ isShape }) => isShape !== true);
    const others = withCovered(clause, fixed, " ");
    // Why it is so may be told after it: `the phone is dead because the battery is empty`.
    const answer = clauses[i + 1]?.clause ?? "";
    const isRefused = wanted.test(clause) && (refusal.test(answer) || refusedThere.test(clause));
    const withReason = mark === "because" ? `${clause} ${answer}` : clause;
    const said = found
      .filter(
        ({ from, to, tells, isOfDenial }) =>
          (isOfDenial === true || !isDenied(masked, from, to, from < clauseAt ? 0 : clauseAt)) &&
          !("gone" in tells && isThereAgain(clause, clauses.slice(i + 1, i + 3))) &&
          !(!("isSteered" in tells) && ownReason.test(answer)) &&
          !(isRefused && ("isSteered" in tells || ("sign" in tells && tells.sign === "diverted"))) &&
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
  if (all.length === 0 && isAlone)
    return clauses
      .flatMap(({ clause, mark }): Said[] =>
        isOnlyDeceived(clause) && (!isNotSeen(clause, mark) || asksForHelp.test(clause))
          ? [{ sign: "paid", clause }]
          : [],
      )
      .slice(0, 1);
  const isByCards = all.some(({ sign }) => sign === "paid-in-gift-cards");
  return isByCards ? all.filter(({ sign, clause }) => sign !== "given" || isOfSignIn.test(clause)) : all;
}

/** Asked after it happened. */
const asksForHelp = /怎么办|\bwhat (?:do|can|should) i do\b|\bhelp\b/;

const disowned =
  /我?(?:自己|可)?(?:根本|从来|并|也|都|明明|可)?(?:没(?:有)?|未)(?:操作|买|转|付|消费|刷|借|申请|下单|办|开通|贷)过?|不是我(?:本人)?(?:操作|买|转|付|消费|刷|干|弄|的)|非本人|\b(?:i|we) (?:did not|didn't|never) (?:make|made|do|did|buy|bought|order|ordered|authori[sz]ed?|send|sent|pay|paid|rent|lease|hire)\b|\bnot (?:by )?me\b|\b(?:i|we) (?:made|did|sent|ordered|know|recogni[sz]e) none\b|\bnone of (?:them|these|those|it|which) (?:is|are|was|were) (?:mine|ours|me)\b|\b(?:did|done) nothing\b|\b(?:i|we) (?:(?:know|knew) nothing (?:of|about)|have no idea|(?:did not|didn't|never) (?:sign|apply|open|take|took|request|ask|have|had)\w*)\b|\bnever (?:signed|applied|opened|requested|took|rented|leased|hired|bought|ordered|borrowed|owned)\b|\b(?:not|isn't|wasn't|aren't|weren't) (?:mine|ours|me|us)\b|\bwithout me\b|\b(?:i|we) live in\b|\b(?:i|we) (?:haven't|have not|have never|'ve never) (?:moved|bought|been|used|ordered|spent|shopped)\b|\bnever been\b|\b(?:hackers?|scammers?|fraudsters?)\b|\bcards? (?:is|was|are|were) (?:still |safe )?(?:in|with) (?:my|our|me)\b|卡(?:还|一直)?在我?(?:自己)?(?:钱包|身上|手[里上])|没(?:出过|去过)|不知情|\bwithout my (?:knowledge|permission|consent)\b/;
const isPayment = (tells: Wording["tells"]): tells is { readonly sign: SignWord } =>
  "sign" in tells && (tells.sign === "row" || tells.sign === "money-gone");

/** What a phone may have been in. */
const saysTaken =
  /\b(?:bag|handbag|backpack|rucksack|jacket|coat|suitcase|luggage|car|purse)\b.{0,40}\b(?:stolen|snatched|taken|gone|grabbed|broken into|nicked|robbed|missing)\b|(?:stole|snatched|grabbed|took|nicked) (?:my|our|her|his) (?:bag|handbag|backpack|rucksack|jacket|coat|suitcase)\b|(?:包|行李|外套|衣服|箱子|车|皮夹|皮夾)[^，。]{0,6}(?:被抢|被偷|被盗|被扒|丢了|不见了|被拿走|没了|被砸)/;

/** The numbers of gift cards are read out too, and open no account. */
const isOfSignIn = /\botp\b|\bpin\b|password|verification|验证码|密码/;

/**
 * Whoever says so may lie about it: that money is gone, or a phone. A call is a call, a move that is told of was told of, and
 * what the owner did is no claim of theirs.
 */
const isClaimable = (tells: Wording["tells"]): boolean =>
  !("isSteered" in tells || "isOpen" in tells) && !("sign" in tells && unclaimed.has(tells.sign));
const unclaimed: ReadonlySet<SignWord> = new Set([
  "call",
  "notice",
  "mail",
  "moving",
  "code",
  "prompt",
  "given",
  "diverted",
  "paid",
  "paid-in-gift-cards",
  "paid-in-crypto",
  "paid-in-cash",
]);

/** What somebody wanted done, and was refused in what follows. */
const wanted = /\b(?:asked|told|wanted|tried|asking|wants)\b|[让叫要]/;
const refusal =
  /^(?:but |and |so )?(?:i|we|she|he) (?:\w+ )?(?:refused|declined|hung up|didn't|did not|said no|never did|ended the call)\b|^(?:但|但是|可是)?我?(?:拒绝|没(?:有)?(?:同意|答应|理|照做|给|开|装|下|点|拨|共享)|不同意|挂了|拒了|直接挂)/;
/** Whatever was taken is there again. */
const returned =
  /^(?:and |but |then )?(?:\w+ )?(?:gave|brought|handed|returned|found) (?:it|them)(?: back| again)?\b|^(?:it |he |she |they )?(?:was|were|is) back (?:on|in|at) (?:my|our|the) |^(?:又|后来|已经)?(?:还给我|还回来|找回来|找到)了?/;
/** Where it was found lying: no other thing than it, and nothing that was done there. */
const foundLying =
  /^(?:它|手机|原来|结果|后来|却|又|就|竟然|出现|还|好好地){0,3}在(?:我的?|原来的?)?(?:办公桌|桌子?|床|包|沙发|抽屉|座位|原处|原位)(?:上|里|里面|边|下)?(?:了|呢|放着|躺着)?$/;
/** What somebody took lies nowhere again. */
const isTakenAway = /[偷抢盗扒夺]|(?:顺|摸)走/;

/** Whether what follows says that it is there again. */
function isThereAgain(clause: string, [next, afterNext]: readonly (Clause | undefined)[]): boolean {
  const answer = next?.clause.trim() ?? "";
  const later = afterNext?.clause.trim() ?? "";
  if (returned.test(`${answer} ${later}`.trim())) return true;
  const lies = foundLying.test(answer) || (next?.mark.endsWith("又") === true && foundLying.test(later));
  return lies && !isTakenAway.test(clause);
}

/** Why a card's slot is empty, a balance small, or a sign-in none to wonder at. */
const ownReason =
  /^(?:[^，。]{0,4}嘛)?(?:我)?(?:都|全)?(?:花|交|还|用)(?:了|完|光)|^新(?:手机|机)|^(?:明天|后天|马上|快)发工资|^(?:服务器|系统|微信|支付宝|官方)[^，。]{0,4}(?:崩|挂|瘫)|^(?:原来)?大家都|^我(?:就|正好)?在[\p{sc=Han}]{2,4}$|^(?:i|we) (?:\w+ )?(?:spent|paid|bought) (?:it|them|everything|a lot)\b|^(?:i|we) (?:\w+ )?(?:switched|moved|changed|ported)(?: (?:it|over|them))?(?: (?:myself|ourselves))?$/u;
const refusedThere = /我(?:拒绝|没(?:有)?(?:同意|答应|理|照做)|拒了)/;

const isEnd = (mark: string): boolean => /[。．.!！?？\n]/.test(mark);

interface Clause {
  readonly clause: string;
  /** What ends it. */
  readonly mark: string;
  /** Somebody else's words end before it. */
  readonly isNew: boolean;
}

const ends =
  /([。．.!！?？\n]+(?=\s|$|\p{sc=Han})|[，；;、：—]+|(?<!\d)[,:]+|[,:]+(?!\d)|\s+(?:and|but|then|because|while|so)\s+|但是|而且|并且|还有|然后|接着|后来|结果|，?又)/u;
const isOwn = /^\s*(?:i|we|my|our|now|then|我|现在|已经)/;

function clausesOf(text: string): readonly Clause[] {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[ \t]+/g, " ");
  const parts = withListsSpread(plain).split(ends);
  const clauses: Clause[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const clause = withoutFilling((parts[i] ?? "").slice(0, clauseMax));
    const before = i === 0 ? "." : (parts[i - 1] ?? "");
    clauses.push({
      clause,
      mark: (parts[i + 1] ?? "").trim(),
      isNew: /[。．.!！?？\n]/.test(before) || isOwn.test(clause),
    });
  }
  return clauses.filter(({ clause }) => clause.trim() !== "");
}

/** What says when or how much, and nothing of what: `my line suddenly stopped working`. */
const filling =
  /\b(?:suddenly|all of a sudden|just|already|also|completely|totally|immediately|both|really)\b|突然|忽然|刚刚|刚才|已经|全部|竟然|居然|一下子/g;
const withoutFilling = (text: string): string => {
  const bare = text.replaceAll(filling, "").replaceAll(/ +/g, " ").trim();
  return bare === "" ? text : bare;
};

const supposed =
  /\b(?:if(?! (?:it|this|that)(?: is| was|'s) (?:me|you|us)\b)|in case|unless|afraid|worried|fear|scared|might|maybe|perhaps|suspect|wonder|wondering|how to|what happens|imagine|could(?! not|n't)|would|should)\b|\bmay (?:be|have)\b|如果|要是|万一|假如|假设|(?<!听[^，。]{0,6})的话|怕|担心|以免|防止|避免|可能|怀疑|也许|或许|会不会|能不能|要不要(?!允许|同意|批准)|是不是(?!我?本人|我在[^，。]{0,8}登)|有没有|是否(?!我?本人|允许|同意)|难道|吗|差一?点儿?(?!钱)|险些/;
const asks =
  /^\s*(?:is|are|was|were|do|does|did|has|have|had|can|will)\s+(?:i|you|it|they|he|she|we|my|your|the|this|that|there|someone|somebody|anyone|anybody)\b/;
/** Whoever asks why takes it for so. */
const asksWhy = /\bwhy\b|\bhow come\b|为什么|为何|怎么会|怎么就|怎么突然|咋/;
/** What others ask about is what they saw. */
const othersAsk =
  /(?:问我|来问|打电话问)[^，。]{0,4}(?:是不是|怎么|为什么|真的|是否)|\basked (?:me )?(?:if|whether|why) i\b/;
const longAgo =
  /\b(?:last (?:month|year)|(?:months|years) ago)\b|去年|前年|[几好多一二两三四五六七八九十\d](?:个月|年)前|上个月/;
const ofOthers =
  /\b(?:friend|neighbou?r|colleague|coworker|classmate|stranger)(?:'s|s')\s|(?:朋友|邻居|同事|同学|网友|别人)(?:家)?的?(?:手机|号码|手机号|卡|银行卡|账户|账号|微信|支付宝|钱)|(?:他|她|业主|房东|对方)[的个]?(?:whatsapp|微信|line|qq|fb|ig|telegram|账号|账户)[^，。]{0,4}被|\b(?:in|on) the news\b|新闻/;

/** Asked, feared, long ago, or somebody else's. */
function isNotSeen(clause: string, mark: string): boolean {
  if (longAgo.test(clause) || ofOthers.test(clause)) return true;
  if (asksWhy.test(clause) || othersAsk.test(clause)) return false;
  return supposed.test(clause) || asks.test(clause) || /[?？]/.test(mark);
}

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

/** That a code or a call is spoken of, and nothing of what became of it. */
const saysLittle = (tells: Tells): boolean =>
  "sign" in tells && (tells.sign === "code" || tells.sign === "call" || tells.sign === "mail");
/** A code that was told to somebody is no code that came. */
const withFrames = (known: readonly Found[], framed: readonly Found[]): readonly Found[] =>
  framed.length === 0
    ? known
    : [...known.filter(({ tells }) => "sign" in tells && tells.sign !== "code"), ...framed];

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
  return found.filter(
    (each, i) =>
      (isHeld(each) || each === first) && found.findIndex((other) => isOf(other) === isOf(each)) === i,
  );
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

/** Stands for a letter of a wording that was found, so that the `no` of `no network` denies nothing after it. */
const hidden = "\u0001";
const deniesBefore = new RegExp(
  `(?:\\b(?:no|not|never|without|nor|neither|none|nothing|nobody|cannot|hardly)\\b|n't\\b)[^${hidden}]{0,32}$`,
);
const fewWords = /^\S*(?:\s+\S+){0,5}\s*$/;
const deniesAfter =
  /^\S{0,2}\s*(?:(?:has|have|had|did|does|do|was|were|is|are)\s*(?:not|n't)\b|(?:hasn't|haven't|hadn't|didn't|doesn't|wasn't|weren't|isn't|aren't)\b|never\b)|^(?:短信|消息|的事)?(?:也|还|都|一直|并|从来|根本)?(?:没有?|未)(?:再)?(?:来|到|收|发|出|成|有|动|被)/;
const deniesBeforeZh = new RegExp(
  `(?:没|未|无|不是|并非|不曾|不会|别(?![处的人地家]))(?:(?:有|再|曾|收到|看到|见到|发现|接到|出现|发生|显示|被|任何|什么)[^${hidden}]{0,12}|[^的${hidden}]{0,6})$`,
);

/** `no code came`, `没收到验证码`; not `a code I did not ask for`, `没申请过的验证码`. */
function isDenied(masked: string, from: number, to: number, clauseAt: number): boolean {
  const before = masked.slice(clauseAt, from);
  const after = masked.slice(to);
  const denial = deniesBefore.exec(before)?.[0];
  if (denial !== undefined && fewWords.test(denial)) return true;
  return deniesBeforeZh.test(before) || deniesAfter.test(after);
}

const asTold = /\b(?:like|as|what)\s*$/;

interface Claim {
  readonly at: number;
  readonly by: SignWord;
}

const claims =
  /(?:(?<who>[\p{L}']+)\s+|^\s*)(?:said|says|saying|claims|claimed|claiming|pretends|pretended|pretending|tells (?:me|us|her|him)|told (?:me|us|her|him|them)(?! the))\b|(?<zh>[\p{sc=Han}]{0,6}?)(?:说|声称|自称|告诉我|骗我)/u;
/** Family who look, and whoever tells of themselves, tell what they saw. */
const believed =
  /^(?:i|we|friends?|colleagues?|cousins?|uncle|aunt|boss|neighbou?rs?|wife|husband|mum|mom|mother|dad|father|son|daughter|sister|brother|partner)$|(?:我|同事|朋友|同学|亲戚|家人|室友|妈|爸|老公|老婆|妻子|丈夫|儿子|女儿|姐|妹|哥|弟)(?:们|妈|爸|姐|妹|哥|弟)?$/;

/** Whoever may lie. A phone, an app or a place that says something shows it, unless a text or a caller says it for them. */
const mayLie =
  /^(?:he|she|they|man|woman|someone|somebody|people|caller|officer|police|policeman|detective|agent|guy|lady|person|stranger|voice|employee|seller|buyer|courier|lawyer|technician|support)$|(?:对方|他|她|警察|民警|警官|快递|卖家|买家|陌生人|有人|那人|骗子|客服)们?$/;
const someone = /\b(?:man|woman|someone|somebody|caller|guy|lady|person|officer|agent) (?:\w+ ){1,4}\w*$/;
const isSentText =
  /\b(?:text|texts|texted|sms|message|messages|e-?mail|mail|whatsapp|letter|link|pop-?up)\b|短信|邮件|消息|微信|链接|弹窗/;

/** `before`: the same sentence up to here. */
function claimIn(clause: string, before: string): Claim | undefined {
  const match = claims.exec(clause);
  if (match === null) return undefined;
  const who = match.groups?.["who"] ?? match.groups?.["zh"] ?? "";
  // Done as they said it should be.
  if (believed.test(who) || asTold.test(clause.slice(0, match.index))) return undefined;
  const isCall =
    /(?<!emergency )\b(?:call|calls|called|caller|phoned|rang|ring)\b|\b(?:on|over|by|answered) (?:the |my )?(?:phone|line)\b|(?<!紧急)电话|来电|客服/.test(
      before,
    );
  const isPerson = mayLie.test(who) || someone.test(clause.slice(0, match.index + who.length));
  if (!isCall && !isPerson && !isSentText.test(before)) return undefined;
  const isMail = /\be?mail\b|邮件/.test(before);
  return {
    at: match.index + match[0].length,
    by: isMail ? "mail" : isCall || isPerson ? "call" : "notice",
  };
}
