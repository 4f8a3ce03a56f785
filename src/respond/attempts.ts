/**
 * Calls that were tried and came to nothing: closed for the night, nobody answers, engaged, call back tomorrow. Until
 * somebody can be reached there again, what can be done elsewhere goes first; then it is tried again.
 *
 * What to know to trust it: one clause, or one and what goes on about it, must say that somebody was called, or name the
 * place, and that nobody was reached. Where a later clause tells that it was done all the same, nothing failed. When a
 * desk that is closed opens is taken as told, else as eight in the morning, which is a guess; a line on which nobody
 * answered is tried again after half an hour.
 */
import { type InstitutionKind, minutesPerDay } from "../model/index.ts";
import type { Dialled } from "./places-by-number.ts";

/** `in-person`: somebody answered, and does it for nobody who is not there. */
export type AttemptResult = "closed" | "no-answer" | "in-person";

export interface Attempt {
  /** Minutes since 1970. */
  readonly at: number;
  readonly result: AttemptResult;
  /** Whom: a place by id or as it was written; several, where one number is all of theirs; none: `kind` alone says it. */
  readonly places: readonly string[];
  readonly kind: InstitutionKind | undefined;
  /** Minutes since 1970 from which it is worth trying again. */
  readonly until: number;
}

/** A line on which nobody answered is tried again after this many minutes. */
export const again = 30;
const opensUsually = 8;

const tried =
  /\b(?:called|rang|phoned|dialled|dialed|telephoned|calling|ringing|phoning|contacted|tried (?:to |and )?(?:call|ring|reach|phone|contact)\w*|hot ?line|help ?line|call cent(?:re|er)|fraud (?:line|desk|team)|switchboard)\b|打(?:了|给|給|去|到|俾|过|過|电|電)|打[^，。]{0,12}(?:电话|電話|客服|热线|熱線|\d{5})|致[电電]|拨打|撥打|热线|熱線/iu;
/** Said of a place it is enough: `Barclays does not pick up`. */
const unanswered =
  /\b(?:nobody|no one|no-one|noone) (?:is |was |has |ever |there )?(?:answer\w*|pick\w*|repl\w+)|\bno (?:answer|reply|response)\b|(?<!\b(?:i|we) )\b(?:didn't|did not|doesn't|does not|don't|do not|won't|isn't|aren't|not) (?:answer\w*|pick(?:ing)? up)|\b(?:can't|cannot|can not|couldn't|could not|unable to) (?:reach|get (?:through|hold|anybody|anyone|someone|somebody|an answer))|(?:没|沒|无|無|冇|未有|没有|沒有)人(?:接|听|聽|应|應)|[占佔忙][线線]|打(?:不|唔)通/iu;
/** Somebody answered and wants to see who calls. */
const inPerson =
  /(?:要|让|叫|必须|只能|得|须|需要?)[^，。]{0,4}(?:本人|我)?(?:亲自|親自|本人)?(?:带[^，。]{0,6})?(?:来|來|去|到)(?:办|辦|柜台|櫃檯|柜面|网点|網點|营业厅|營業廳|门店|門市|银行|銀行|分行|支行|现场|$)|(?:要|必须|只能|得|须)(?:由)?本人(?:来|來|去|到|办|辦|亲自|親自|持|带)|\b(?:must|have to|has to|need(?:s|ed)? to|only|said to|told me to|wants? me to|can only)\b[^,.;]{0,24}\b(?:in person|(?:at|to|into|visit) (?:a|the|my|their) (?:\w+ )?(?:branch|shop|store|counter|outlet))\b/iu;
/** Whoever lies sends people to a branch too, */
const isLiar =
  /冒充|假冒|自称|自稱|骗子|騙子|对方|對方|\b(?:pretend\w*|claim(?:s|ed|ing)? to|posing|scammers?)\b|\b(?:man|woman|guy|lady|caller|somebody|someone) (?:from|of|at)\b/iu;
/** and for their money. */
const forMoney =
  /汇款|匯款|转账|轉帳|取钱|取錢|取现|存钱|\b(?:withdraw\w*|deposit\w*|(?:take|get|bring) (?:out )?(?:the |my |all )*(?:cash|money))\b/iu;
/** Of a line that was called. */
const unreached =
  /\b(?:nobody|no one|no-one|noone) (?:is |was )?there\b|\b(?:(?:line|number|hotline|it|they)(?:'s|'re| is| was| are| were)?|always|constantly|still) (?:always |constantly |still |just )?(?:engaged|busy)\b|\bbusy (?:tone|signal)\b|\bvoice ?mail\b|\banswering machine\b|\bon hold\b|\bin (?:a|the) queue\b|\bhung up on me\b|\brings? (?:out|and rings)\b|(?:一直|还在|還在|仲|让我|讓我)[^，。]{0,4}(?:排队|排隊|等候|等待)|等(?:了|咗)[^，。]{0,8}(?:分钟|分鐘|小时|小時|钟|鐘)|没反应|沒反應/iu;
const closed =
  /(?:\b(?:is|was|are|were)|'s|'re) (?:already |all |now )?(?:closed|shut)\b(?! (?:by|down))|^\W*(?:already )?closed(?=\W*$| (?:for|at|until|till|from|now)\b)|\bclosed (?:for the night|until|till|from)\b|\bout of hours\b|\boutside (?:\w+ )?hours\b|\bonly open\b|\bopens? (?:again )?(?:at|tomorrow|in the morning|on monday)\b|\b(?:call|ring|phone|try)(?: them)? (?:back|again) (?:tomorrow|in the morning|on monday)\b|(?<!我[^，。]{0,6})下班(?![前后後路])|打烊|非(?:服务|服務|营业|營業|办公|辦公)[时時][间間段]|(?:停止|结束|結束)(?:服务|服務|营业|營業)|收(?:咗|了)工/iu;
/** What is closed, or does not answer, and is no line of a place's. */
const isOfOther =
  /\b(?:accounts?|cards?|branch|shop|store|counter|case|ticket|profile|my (?!calls?\b)\w+)\b|账户|帳戶|账号|網點|网点|支行|柜台|櫃檯|柜臺/i;
/** Somebody was reached in the end, or did it all the same. */
const reached =
  /\b(?:got (?:through|hold)|put (?:me )?through|picked up (?:after|in the end|eventually|finally)|finally|eventually|in the end)\b|终于|終於|接通|打通了/i;
const settled =
  /\b(?:froze|frozen|blocked|suspended|stopped|cancelled|canceled|deactivated|(?:they|she|he|somebody|someone) (?:answered|picked up|closed|disconnected))\b|冻结|凍結|挂失|掛失|停机|停機|止付/i;
const isDenied =
  /\b(?:not|never|nobody|no one|cannot|unable|yet to)\b|n't\b|[没沒未不無无]|(?:再|才|要|想)[^，。]{0,4}(?:冻结|挂失)/i;
/** Done all the same, or a thing that is only fetched there. */
const isDone =
  /(?:冻结|凍結|挂失|掛失|停机|停機|止付)(?:了|好|成功)|\b(?:they|she|he) (?:\w+ )?(?:froze|blocked|stopped|suspended|cancell?ed)\b|\b(?:it|card|account|line|number) (?:is|was|has been) (?:\w+ )?(?:frozen|blocked|suspended|stopped)\b|补卡|補卡|新卡|new card|replacement/i;
/** Whoever rings is no attempt of the owner's. */
const isTheirs =
  /\b(?:they|he|she|somebody|someone|caller|man|woman|officer|scammers?) (?:\w+ )?(?:called|rang|phoned)\b|\b(?:called|rang|phoned) me\b|打(?:给|給|电话给|電話給)我|(?:骗子|騙子|对方|對方|有人|陌生人)[^，。]{0,6}打/i;
/** A shop or a restaurant may be closed too. */
const isOfDay =
  /\b(?:shop|store|restaurant|school|pharmacy|museum|gym|barber|dentist|doctor|taxi|pizza|mum|mom|dad|wife|husband|son|daughter|friend|neighbour|neighbor|boss|landlord)\b|餐厅|餐廳|学校|學校|超市|快递|外卖|妈妈|爸爸|老公|老婆|朋友|同事|房东|業主|业主/i;

/** Whose desk it is, where only what they are is told. */
const kinds: readonly (readonly [RegExp, InstitutionKind])[] = [
  [
    /\b(?:carrier|operator|phone company|network|provider|telco|mobile company)\b|运营商|營運商|电信公司|電訊公司|電信公司|台灣大|营业厅/i,
    "carrier",
  ],
  [/\bbank\b|银行|銀行/i, "bank"],
  [/\bwallet\b|\bpayment app\b|钱包|錢包/i, "wallet"],
  [/\bexchange\b|交易所/i, "exchange"],
];

export interface AttemptTold {
  readonly text: string;
  /** Minutes since 1970. */
  readonly at: number;
  /** Minutes the person's clock is ahead of UTC. */
  readonly offset: number;
  /** The places a clause of it names, the first of which is meant. */
  readonly placesIn: (clause: string) => readonly string[];
  /** Whom the number is that a clause names. */
  readonly dialledIn?: (clause: string) => Dialled | undefined;
}

/** Whether a clause of a sentence that tells of such a call is about the call. */
export const isOfAttempt = (clause: string): boolean =>
  [tried, unanswered, unreached, closed, inPerson].some((words) => words.test(clause));

const clauseEnds = /[.。!！?？;；:：\n]+(?=\s|$|\p{sc=Han})|[，,、—]+|\s(?:and|but|then|so)\s/u;
/** So many clauses later it is still said of the call. */
const clausesMore = 2;

/** What came to nothing, as it was told; `undefined`: no such thing was told. */
export function attemptIn({
  text,
  at,
  offset,
  placesIn,
  dialledIn = () => undefined,
}: AttemptTold): Attempt | undefined {
  const clauses = text
    .replaceAll(/[’‘]/g, "'")
    .split(clauseEnds)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
  const isCall = (clause: string | undefined) =>
    clause !== undefined && (tried.test(clause) || dialledIn(clause) !== undefined) && !isTheirs.test(clause);
  for (const [i, clause] of clauses.entries()) {
    const calls = clauses.slice(Math.max(0, i - clausesMore), i + 1);
    const call = calls.findLast(isCall);
    const isClosed = call !== undefined && closed.test(clause) && !isOfOther.test(clause);
    const isUnreached = call !== undefined && unreached.test(clause);
    const isUnanswered = unanswered.test(clause) && (call !== undefined || placesIn(clause).length > 0);
    // Whoever is spoken of by name or number said so.
    const isSaidThere =
      inPerson.test(clause) &&
      !isDone.test(text) &&
      !isLiar.test(text) &&
      !forMoney.test(clause) &&
      (call !== undefined || placesIn(clause).length > 0);
    const isOthers =
      !isSaidThere && call !== clause && placesIn(clause).length === 0 && isOfOther.test(clause);
    if (!(isClosed || isUnreached || isUnanswered || isSaidThere) || isOthers || isTheirs.test(clause))
      continue;
    if (isSettled(clauses, i)) return undefined;
    const about = call === undefined || call === clause ? clause : `${call}, ${clause}`;
    const [place, ...others] = placesIn(about);
    const [only, ...more] = placesIn(text);
    const dialled = dialledIn(about);
    const named =
      place ?? (others.length === 0 && more.length === 0 && dialled === undefined ? only : undefined);
    const places = named === undefined ? (dialled?.places ?? []) : [named];
    const kind = kinds.find(([words]) => words.test(about))?.[1] ?? dialled?.kind;
    if (places.length === 0 && (kind === undefined || isOfDay.test(text))) return undefined;
    const result = isClosed ? "closed" : isSaidThere ? "in-person" : "no-answer";
    return {
      at,
      result,
      places,
      kind: places.length === 0 ? kind : undefined,
      until: untilWhen[result]({ at, offset, text }),
    };
  }
  return undefined;
}

const untilWhen: Readonly<
  Record<AttemptResult, (told: Pick<AttemptTold, "at" | "offset" | "text">) => number>
> = {
  closed: ({ at, offset, text }) => opening(at, offset, opensAt(text)),
  "no-answer": ({ at }) => at + again,
  // The desk that wants to see somebody is asked again by telephone on another day.
  "in-person": ({ at }) => at + minutesPerDay,
};

/** Whether somebody was reached in this clause, or one before or after it tells that what was called for is done. */
function isSettled(clauses: readonly string[], failed: number): boolean {
  return clauses.some((clause, i) => {
    if (isDenied.test(clause) && i !== failed) return false;
    if (reached.test(clause) && !unanswered.test(clause)) return true;
    return i !== failed && !tried.test(clause) && settled.test(clause);
  });
}

/** An act in `done` that is told in words: that somebody was called, and nobody was there. */
export function callIn({
  result,
  ...told
}: AttemptTold & { readonly result?: string | undefined }): Attempt | undefined {
  // What was done, or refused by somebody, was no call that nobody took.
  if (result === "done" || result === "refused") return undefined;
  if (result !== "no-answer") return attemptIn(told);
  return tried.test(told.text) ? attemptIn({ ...told, text: `${told.text}, no answer` }) : undefined;
}

/** When it opens, and not until when it is open. */
const hour =
  /\b(?:opens?(?: again)?|(?:call|ring|phone|try)(?: them)? (?:back|again)(?: tomorrow)?) (?:at|after) (\d{1,2})(?::00)?(?: ?(?<noon>am|pm|a\.m|p\.m|in the morning|o'?clock))?\b|(?<![下晚][午上]?)(?<zh>\d{1,2}|[七八九十])[点點](?:才|再)?(?:[开開]|上班)/iu;
const numerals: Readonly<Record<string, number>> = { 七: 7, 八: 8, 九: 9, 十: 10 };

function opensAt(text: string): number {
  const found = hour.exec(text);
  const said = found?.[1] ?? found?.groups?.["zh"];
  if (said === undefined) return opensUsually;
  const told = numerals[said] ?? Number(said);
  const noon = found?.groups?.["noon"] ?? "";
  const at = /^p/i.test(noon) && told < 12 ? told + 12 : told;
  // Of an hour alone nobody knows whether it is one of the morning, unless desks open then.
  return at < 24 && (at >= 6 || noon !== "") ? at : opensUsually;
}

/** The next time it is that hour for the person. */
function opening(at: number, offset: number, openHour: number): number {
  const ofDay = (((at + offset) % minutesPerDay) + minutesPerDay) % minutesPerDay;
  const wait = openHour * 60 - ofDay;
  return at + (wait > 0 ? wait : wait + minutesPerDay);
}

/** Whom nobody reaches now: what was tried last at each of them counts. */
export const unreachedNow = (attempts: readonly Attempt[], now: number): readonly Attempt[] =>
  attempts.filter(({ until }) => now < until);
