/**
 * Calls that were tried and came to nothing: closed for the night, nobody answers, engaged, call back tomorrow. Until
 * somebody can be reached there again, what can be done elsewhere goes first; then it is tried again.
 *
 * What to know to trust it: a clause must say that somebody was called, and that it came to nothing, or that their desk
 * is closed. When a desk that is closed opens is taken as told, else as eight in the morning, which is a guess; a line on
 * which nobody answered is tried again after half an hour.
 */
import type { InstitutionKind } from "../model/index.ts";

export type AttemptResult = "closed" | "no-answer";

export interface Attempt {
  /** Minutes since 1970. */
  readonly at: number;
  readonly result: AttemptResult;
  /** Whom: a place by id or as it was written, or what they are to the caller. */
  readonly place: string | undefined;
  readonly kind: InstitutionKind | undefined;
  /** Minutes since 1970 from which it is worth trying again. */
  readonly until: number;
}

const again = 30;
const opensUsually = 8;
const minutesADay = 1_440;

const tried =
  /\b(?:called|rang|phoned|dialled|dialed|telephoned|tried(?: to (?:call|ring|reach|phone))?|calling|ringing|reached|contacted|get through|got through|call(?:s)? to|hot ?line|help ?line|call cent(?:re|er)|customer (?:service|care)|fraud (?:line|desk|team)|switchboard|the line)\b|打(?:了|给|給|去|到|俾|过|過|電|电|不通|唔通)|致[电電]|[联聯][系繫络絡]|拨打|撥打|热线|熱線|客服|专线|專線/iu;
const closed =
  /\b(?:closed|shut|out of hours|outside (?:\w+ )?hours|office hours|business hours|gone home|opens? (?:again )?(?:at|tomorrow|on|from)|(?:call|ring|phone|try)(?: them)?(?: back| again)? (?:tomorrow|in the morning|on monday)|not (?:open|staffed) (?:until|till|before|at night)|only (?:open )?(?:from|until|till|on weekdays))\b|下班|关门|關門|打烊|非(?:服务|服務|营业|營業|办公|辦公)[时時][间間段]|(?:已经|已經|已)?(?:停止|结束|結束)(?:服务|服務|营业|營業)|(?:明天|明早|明日|听日|聽日|早上|星期一|周一)[^，。]{0,4}(?:再|先|才)|收(?:咗|了)工/iu;
const unanswered =
  /\b(?:nobody|no one|no-one|noone) (?:is |was |has |ever )?(?:answer\w*|pick\w*|there|reply|replies|replied)|\b(?:no answer|no reply|no response|engaged|busy|voice ?mail|answering machine|on hold|in (?:a|the) queue|hung up on me|cut off|disconnected|rings? (?:out|and rings)|can(?:no|')t (?:get|reach)|couldn'?t (?:get|reach)|could not (?:get|reach)|(?:didn'?t|did not|doesn'?t|does not|won'?t|isn'?t|not) (?:answer\w*|pick(?:ing)? up))\b|(?:没|沒|无|無|冇|未有|都未有|没有|沒有)人?(?:接|听|聽|应|應|理)|[占佔忙][线線]|打(?:不|唔)通|(?:一直|还在|仲)?(?:排队|排隊|等候|等待)[^，。]{0,8}(?:分钟|分鐘|小时|小時|钟|鐘)|等(?:了|咗)[^，。]{0,8}(?:分钟|分鐘|小时|小時|钟|鐘)|没反应|沒反應|挂断了|掛斷了/iu;
/** Whoever rings is no attempt of the owner's. */
const isTheirs =
  /\b(?:they|he|she|somebody|someone|caller|man|woman|officer|scammers?) (?:\w+ )?(?:called|rang|phoned)\b|\b(?:called|rang|phoned) me\b|打(?:给|給|电话给|電話給)我/i;
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
  /** Places the text names, the first of which is meant. */
  readonly places: readonly string[];
}

/** What came to nothing, as it was told; `undefined`: no such thing was told. */
export function attemptIn({ text, at, offset, places }: AttemptTold): Attempt | undefined {
  if (!tried.test(text) || isTheirs.test(text)) return undefined;
  const isClosed = closed.test(text);
  if (!isClosed && !unanswered.test(text)) return undefined;
  const kind = kinds.find(([words]) => words.test(text))?.[1];
  const [place] = places;
  if (place === undefined && (kind === undefined || isOfDay.test(text))) return undefined;
  return attempt({ at, offset, place, kind: place === undefined ? kind : undefined, text }, isClosed);
}

/** An act in `done` that is told in words: that somebody was called, and nobody was there. */
export function callIn({
  result,
  ...told
}: AttemptTold & { readonly result?: string | undefined }): Attempt | undefined {
  if (result !== "no-answer") return attemptIn(told);
  return tried.test(told.text) ? attemptIn({ ...told, text: `${told.text}, no answer` }) : undefined;
}

function attempt(
  { at, offset, place, kind, text }: Omit<AttemptTold, "places"> & Pick<Attempt, "place" | "kind">,
  isClosed: boolean,
): Attempt {
  const until = isClosed ? opening(at, offset, opensAt(text)) : at + again;
  return { at, result: isClosed ? "closed" : "no-answer", place, kind, until };
}

const hour =
  /\b(?:opens?(?: again)?|open|until|till|before|back|from) (?:at |it is )?(\d{1,2})(?::00)? ?(?<noon>am|pm|a\.m|p\.m|in the morning|o'?clock)?\b|(?<zh>\d{1,2}|[七八九十])[点點](?:才|再|后|後|开|開|上班)/iu;
const numerals: Readonly<Record<string, number>> = { 七: 7, 八: 8, 九: 9, 十: 10 };

function opensAt(text: string): number {
  const found = hour.exec(text);
  const said = found?.[1] ?? found?.groups?.["zh"];
  if (said === undefined) return opensUsually;
  const told = numerals[said] ?? Number(said);
  const isAfternoon = /^p/i.test(found?.groups?.["noon"] ?? "");
  const at = isAfternoon && told < 12 ? told + 12 : told;
  return at < 24 ? at : opensUsually;
}

/** The next time it is that hour for the person. */
function opening(at: number, offset: number, openHour: number): number {
  const ofDay = (((at + offset) % minutesADay) + minutesADay) % minutesADay;
  const wait = openHour * 60 - ofDay;
  return at + (wait > 0 ? wait : wait + minutesADay);
}

/** Whom nobody reaches now: what was tried last at each of them counts. */
export const unreachedNow = (attempts: readonly Attempt[], now: number): readonly Attempt[] =>
  attempts.filter(({ until }) => now < until);
