/**
 * An act in `done` as somebody would say it: `told the bank to block my card`, 让移动停了号码. What was stopped tells which
 * condition is meant, by its role in the vocabulary: a number falls silent, a card is blocked, an account is frozen.
 *
 * What to know to trust it: it must say that something was stopped, and name what. Else nothing is taken for done: what is
 * only meant to be done, was taken back, or was done by the other side is asked for again.
 */

import type { Catalog } from "../catalog/index.ts";
import { at, conditionsWithRole } from "../model/index.ts";
import { type Clause, clausesOf, isElsewhere } from "../told/index.ts";
import { isOwnDeed } from "./deed-own.ts";
import type { DeedResult } from "./incident.ts";

export interface DeedTold {
  /** `blocked(card.icbc)`. */
  readonly action: string;
  /** That it was refused, where the words say so. */
  readonly result?: DeedResult;
  /** The clause that says so, as it was written. */
  readonly told: string;
}

export interface DeedQuestion {
  readonly catalog: Pick<Catalog, "vocabulary">;
  readonly text: string;
  /** The places a clause names, the first of which is meant; of what was said before it, where the clause names none. */
  readonly placesIn: (clause: string) => readonly string[];
  /** Whether a place keeps cards; the rest keep accounts. */
  readonly hasCards: (place: string) => boolean;
  /** What is in other hands: `我已经挂失了` is said of it. */
  readonly gone?: readonly string[];
  /** It is a note, in which others may be told of: a text that says `your card was blocked` is no act of its reader. */
  readonly isNote?: boolean;
}

/** `stop` and `lock` are in the middle of anything: only with what of somebody's follows. */
const whose = String.raw`(?= (?:my|our|the|his|her|their|both|all|it|them|this|that|every\w*)\b)`;
const theirs = String.raw`(?= (?:(?:my|our|the|his|her|their|both|all) (?:[\w'-]+ ){0,3}(?:cards?|accounts?|sims?|numbers?|lines?|apps?|wallets?)|it|them)\b)`;
const stopped = new RegExp(
  `\\b(?:block(?:ed|ing)?|fr[eo]ez(?:e|ing)|froze(?:n)?|suspend(?:ed|ing)?|stop(?:ped|ping)?${whose}|cancel(?:l?ed|l?ing)?|disabl(?:e|ed|ing)|deactivat(?:e|ed|ing)|lock(?:ed|ing)?${theirs}|report(?:ed|ing)? (?:\\w+ ){0,3}(?:lost|stolen))\\b|挂失|掛失|冻结|凍結|停机|停機|停用|止付|锁定|鎖定|停了|停掉|封了`,
  "iu",
);
const ofLine =
  /\b(?:number|sim(?:[- ]card)?|line)\b|号码|號碼|手机卡|手機卡|电话卡|電話卡|手机号|手機號|停机|停機|sim卡/iu;
const ofCard =
  /(?<!\b(?:gym|library|bus|travel|loyalty|member(?:ship)?|gift|id|business|report|score|sd) )\bcards?\b(?! (?:appointment|reader|game|payment|transaction))|银行卡|銀行卡|信用卡|储蓄卡|提款卡|金融卡|(?<!手机|手機|电话|電話|sim|公交|地铁|交通|健身|会员|會員|饭|飯|门禁|門禁|购物|購物|礼品|禮品|八达通)卡/iu;
const ofAccount =
  /\b(?:accounts?|apps?|wallet|online banking|net banking)\b|账户|帳戶|账号|帳號|钱包|錢包|网银|網銀/iu;
const refused =
  /\b(?:refus\w+|said no|would not|wouldn't|won't|declined|could not|couldn't|can't|cannot)\b|拒绝|拒絕|不给办|不給辦|办不了|辦不了|不肯|要本人|没给|沒給/iu;
/** That somebody refused, and not that it came to nothing: `I could not block the card` is asked for again. */
const refusedByThem =
  /\b(?:refus\w+|said no|would not|wouldn't|won't|declined)\b|拒绝|拒絕|不给办|不給辦|不肯|要本人|没给办|沒給辦/iu;
/** A payment, or the number of whoever rang. */
const isOfOthers =
  /\b(?:cancel|stop|block|suspend|reject)\w* (?:the|my|our|an?|that|this|his|her|all|both) (?:\w+ ){0,2}(?:orders?|payments?|transfers?|transactions?|subscriptions?|appointments?|direct debits?|bookings?|deliver(?:y|ies))\b(?! cards?)|\bblock\w* (?!(?:my|our) )(?:[\w']+ ){0,3}(?:numbers?|lines?)\b|\b(?:scammer|caller|thie(?:f|ves)|fraudster|hacker|stranger)s?'s? (?:\w+ )?(?:numbers?|accounts?|cards?)\b|(?:骗子|騙子|对方|對方|陌生人?|小偷)的?(?:号码|號碼|电话|電話|账[户号]|卡)/iu;
/** What was spoken of before it: `called about my card, they blocked it`. */
const refersBack =
  /\b(?:it|them|this|that|everything)\b|(?:挂失|掛失|冻结|凍結|停用|止付|停了|停掉|封了)(?:了|掉|好了?|成功)?$/u;
/** Not yet, not at all, or only asked about; what was asked of somebody counts as done. */
const isNotDone =
  /n't\b|\b(?:not|never|nobody|no one|if|maybe|perhaps|might|whether|yet to|will|i'll|we'll|going to|want(?:ed)? to|plan\w* to|about to|hav(?:e|ing) to|had to|need(?:ed)? to|should|must|meant to|forgot to|trying to|try to|tried to|thinking (?:of|about)|tomorrow|later|how to|unable)\b|(?:没有?|沒有?|未|尚未|准备|準備|打算|想要?|计划|需要|应该|應該|能不能|怎么|怎麼|如何|等下|待会|明天|忘了?)[^，。]{0,8}(?:挂失|掛失|冻结|凍結|停|止付|锁|鎖|封)|(?:挂失|掛失|冻结|凍結|停机|停機)(?:不了|不成|失败|失敗)|[?？吗嗎]\s*$/iu;
/** Taken back, whoever did it. */
const isUndone =
  /\b(?:lift|remov|revers|cancel|undo|undid|end)\w* (?:the |my |a |this )?(?:card |account |sim )?(?:block|freeze|lock|suspension|stop)\b|\b(?:block|freeze|lock|suspension) (?:was |is |has been |got )?(?:lifted|removed|reversed|cancell?ed|undone)\b|(?:解除|取消|撤销|撤銷|解开|解了|恢复)[^，。]{0,4}(?:挂失|掛失|冻结|凍結|停机|停機|止付)|(?:挂失|掛失|冻结|凍結|停机|停機|止付)[^，。]{0,4}(?:解除|取消|撤|恢复|解了|解开)/iu;
/** Done by the other side, or by nobody who is told of: a number that fell silent is no number that was suspended. */
const isDoneToThem =
  /\block(?:ed|ing)? (?:me|us|him|her|them) out\b|\bby (?:the |a |some )?(?:thie\w*|somebody|someone|scam\w*|hack\w*|stranger|fraud\w*|crook|him|her|them)\b|\b(?:thie(?:f|ves)|scammers?|hackers?|fraudsters?|somebody|someone) (?:\w+ )?(?:block|fr[eo]|suspend|stop|cancel|disab|deactiv|lock)|\b(?:was|were|is|are|been|got|gets) (?:\w+ )?(?:locked|stopped|disabled|deactivated)\b(?! by\b)|被(?![^，。]{0,6}(?:银行|銀行|客服|移动|联通|电信|警|我))[^，。]{0,6}(?:挂失|掛失|冻结|凍結|停|止付|锁|鎖|封)|(?:骗子|騙子|小偷|对方|對方|有人)[^，。]{0,6}(?:挂失|掛失|冻结|凍結|停|止付|锁|鎖|封)/iu;

/** Said by whoever wrote or rang, who may lie. */
const othersWord =
  /\byours?\b|您|你的|\b(?:texts?|sms|messages?|e-?mails?|letters?|caller|pop-?ups?|links?|websites?|page|man|woman|guy|lady|someone|somebody|officer|agent|he|she) (?:\w+ ){0,3}(?:said|says?|saying|told|tells?|claim\w*|that)\b|(?<![发發])短信|邮件|郵件|链接|弹窗|自称|自稱|(?:对方|對方|他|她|骗子|那人|客服来电)[^，。]{0,4}(?:说|說|讲|告诉)/iu;

/** Whoever keeps it may have stopped it for reasons of their own, and what is told then is a sign: `my account is blocked`. */
const byNobodyTold =
  /\b(?:is|was|are|were|been|got|gets|being) (?:\w+ )?(?:blocked|frozen|suspended|cancell?ed|disabled|locked)\b(?! by (?:me|us|my))|被[^，。]{0,8}(?:挂失|冻结|凍結|停|止付|锁|封)/iu;

/** A card or a number is reported lost to whoever stops it; `reported it stolen` is said of the police. */
const reportedLost = /挂失|掛失/u;

/** Which of the two was reported lost, where only one of them is gone. */
function onlyGone(gone: readonly string[]): "line" | "card" | undefined {
  const isLine = gone.some((thing) => /^(?:device|sim|line)\./.test(thing));
  const isCard = gone.some((thing) => /^card\./.test(thing));
  return isLine === isCard ? undefined : isLine ? "line" : "card";
}

/** `undefined`: it does not say that something was stopped by whoever tells it, or not what. */
export const deedTold = (question: DeedQuestion): DeedTold | undefined => deedsTold(question)[0];

/** All that a text says was stopped, each once. */
export function deedsTold(question: DeedQuestion): readonly DeedTold[] {
  const clauses = clausesOf(question.text);
  const told = clauses.flatMap(({ clause }, i) =>
    stopped.test(clause) ? (deedAt(question, clauses, i) ?? []) : [],
  );
  return told.filter((each, i) => told.findIndex(({ action }) => action === each.action) === i);
}

function deedAt(question: DeedQuestion, clauses: readonly Clause[], i: number): DeedTold | undefined {
  const { catalog, text, placesIn, hasCards, gone = [] } = question;
  const { clause, mark, written } = at(clauses, i);
  const isRefused = (question.isNote === true ? refusedByThem : refused).test(text);
  // As somebody wrote it: `tomorrow` and `yet` may say when and no more, and are left off a clause.
  if (isUndone.test(text) || isDoneToThem.test(clause)) return undefined;
  if (isOfOthers.test(clause)) return undefined;
  if (question.isNote === true && (othersWord.test(text) || byNobodyTold.test(clause))) return undefined;
  if (!isRefused && (isNotDone.test(`${clause}${mark}`) || isElsewhere(clause))) return undefined;
  if (question.isNote === true && !isRefused && !isOwnDeed(clauses, i)) return undefined;
  const named = [ofLine, ofCard, ofAccount];
  const isNamed = named.some((words) => words.test(clause));
  if (!isNamed && !refersBack.test(clause)) return undefined;
  const before = clauses.slice(0, i + 1).map((each) => each.clause);
  const about = isNamed
    ? clause
    : (before.findLast((each) => named.some((words) => words.test(each))) ?? clause);
  // Of the clause, else of what was spoken of last before it: `the card is blocked, WeChat is not` names WeChat of the rest.
  const [place] = [about, ...before.toReversed()].flatMap(placesIn);
  const said = (role: "silences" | "blocks" | "freezes", on: string): DeedTold | undefined => {
    const [kind] = conditionsWithRole(catalog.vocabulary, role);
    if (kind === undefined) return undefined;
    return { action: `${kind}(${on})`, told: written, ...(isRefused ? { result: "refused" } : {}) };
  };
  if (ofLine.test(about)) return said("silences", "line.main");
  if (ofCard.test(about)) return said("blocks", place === undefined ? "card.bank" : `card.${place}`);
  if (place === undefined && ofAccount.test(about)) return said("freezes", "account.bank");
  if (place === undefined) {
    const meant = reportedLost.test(clause) ? onlyGone(gone) : undefined;
    return meant === "line" ? said("silences", "line.main") : meant && said("blocks", "card.bank");
  }
  return hasCards(place) && !ofAccount.test(about)
    ? said("blocks", `card.${place}`)
    : said("freezes", `account.${place}`);
}
