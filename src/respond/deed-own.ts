/**
 * Whether a note says that something was stopped by whoever wrote it or one of theirs, and that it is over.
 *
 * What to know to trust it: an act taken for done is not asked for again, so this asks for a sentence that says so and does
 * not look for reasons against it: `block the card`, `can I block it`, `waiting to get it blocked`, 先挂失银行卡, 去挂失, and
 * whatever a bank, a text or a caller says, are no acts. Whoever rang a bank first is believed what it answered.
 */

import { at } from "../model/index.ts";
import type { Clause } from "../told/index.ts";

const kin =
  "(?:my |our )?(?:wife|husband|partner|boyfriend|girlfriend|son|daughter|sister|brother|mother|father|mum|mom|dad|grandson|granddaughter|niece|nephew|cousin|friend|flatmate|carer)";
const own = `(?:i|we|(?:me|${kin}) and (?:i|me|${kin})|${kin})`;
const lead = "(?:(?:so|and|now|yes|ok|then|first|luckily|meanwhile|at once|straight away|quickly|there) )*";
const has = "(?:(?:'ve|'s|'d| have| has| had| did| now| at once| quickly| since| then| only) ?)*";
const stoppedWord =
  "(?:blocked|froze|frozen|suspended|stopped|cancell?ed|disabled|deactivated|locked|reported)";
const whom =
  "(?:(?:the|my|our) )?(?:\\w+ )?(?:bank|carrier|provider|operator|issuer|hotline|support|branch|police|shop|store)|them";

/** `I blocked`, `my wife has cancelled`, `had the card blocked`; without a subject only where nobody else was spoken of. */
const byOwner = new RegExp(
  `^${lead}${own}${has} ?${stoppedWord}\\b|^${lead}${own}${has} ?(?:had|got) (?:[\\w'-]+ ){1,5}(?:${stoppedWord}|freeze|block)\\b`,
  "u",
);
const withoutSubject = new RegExp(
  `^${lead}(?:have |has )?(?:${stoppedWord}|(?:had|got) (?:[\\w'-]+ ){1,5}(?:${stoppedWord}|freeze|block))\\b`,
  "u",
);
const ownAsked = new RegExp(
  `^${lead}(?:${own}${has} ?)?(?:(?:told|asked) (?!${kin}\\b|him\\b|her\\b)(?:[\\w'-]+ ){1,3}to|(?:got|made|had) (?:${whom})(?: to)?) (?:block|freeze|suspend|stop|cancel|disable|deactivate|lock)\\b`,
  "u",
);
const ownCalled = new RegExp(
  `^${lead}(?:${own}${has} ?)?(?:called|rang|phoned|telephoned|contacted|told|asked|spoke|talked|went|reached|reported)\\b`,
  "u",
);
/** What those who were rung did, or say they did. */
const byThem =
  /^(?:(?:and|so|now|then|there) )*(?:they|the (?:bank|carrier|operator|provider|clerk)|[\w'-]+(?: [\w'-]+)?)(?:'ve|'s| have| has| had)? (?:(?:say|said|confirmed|told (?:me|us))(?: that)? (?:they|it)(?:'ve|'s| have| has| had)? )?(?:blocked|froze|frozen|suspended|stopped|cancell?ed|disabled|deactivated|locked)\b/u;
const isOpenYet =
  /n't\b|\b(?:not|never|nobody|no one|none|would|could|can|hardly|almost|nearly|supposed|hopefully|probably|sure|think|thought|hope|guess|believe|waiting|wait|in vain)\b/u;

const kinZh =
  "(?:我?(?:的)?(?:老公|老婆|爱人|先生|太太|儿子|女儿|姐姐?|妹妹?|哥哥?|弟弟?|妈妈?|爸爸?|母亲|父亲|孙子|孙女|男朋友|女朋友|室友|朋友))";
const stopZh = "(?:挂失|掛失|冻结|凍結|停机|停機|停用|止付|锁定|鎖定|停|封)";
const overZh = "(?:了(?!没|沒|么|吗|嗎|吧)|好了?(?!没|沒|吗|嗎)|成功|完了?(?!没|沒)|掉了?(?!没|沒)|上了)";
/** It is over: `挂失了`, `已挂失`, `办了停机`, `挂失银行卡了`. */
const isOverZh = new RegExp(
  `${stopZh}${overZh}|(?:已经?|已經)[^，。不没沒未]{0,10}${stopZh}|办(?:理)?(?:了|好|完|妥)[^，。]{0,4}${stopZh}|(?:我|我们)${stopZh}[^，。去要该]{1,8}了$`,
  "u",
);
const acts = "(?:把|给|給|让|讓|叫|找|打|联系|聯繫|通知|在|用|跟|办|辦|申请|申請|要求|报)";
const adverbs = "(?:自己|刚|剛|才|已经?|已經|也|都|就|又|先|马上|馬上|立刻|赶紧|趕緊|及时|昨晚|当时|當時)*";
const byOwnerZh = new RegExp(
  `(?:我们?|我們|咱们?|${kinZh})${adverbs}(?:${stopZh}|${acts}[^，。]{0,16}?${stopZh})|^${adverbs}${acts}[^，。]{0,16}?${stopZh}`,
  "u",
);
/** Only its owner reports a card lost; a number falls silent and an account is frozen by anybody. */
const reportedZh = /挂失|掛失/u;
const askedOfOwnerZh =
  /(?:让|讓|叫|要|请|請|帮|幫|劝|建议|提醒|催)我|[没沒]|未|不|吧|可能|好像|也许|大概|应该|應該|准备|準備|正在|如果|是不是|有没有/u;
const saysZh = /[说說称稱]|提示|通知我|来电|短信|對方|对方|骗子|騙子/u;
const ownCalledZh = /打(?:给|了|电话|電話|\d)|联系|聯繫|去了|找了|问了/u;
const han = /\p{sc=Han}/u;

/** `clauses[i]` speaks of something that was stopped. */
export function isOwnDeed(clauses: readonly Clause[], i: number): boolean {
  const { clause, written } = at(clauses, i);
  const before = clauses.slice(0, i);
  if (han.test(clause)) return isOwnInChinese(written, before);
  if (isOpenYet.test(clause)) return false;
  if (byOwner.test(clause)) return true;
  const hasCalled = before.some((each) => ownCalled.test(each.clause) && !isOpenYet.test(each.clause));
  if (ownAsked.test(clause)) return true;
  if (hasCalled && byThem.test(clause)) return true;
  return withoutSubject.test(clause) && (before.length === 0 || before.every(isOwners));
}

function isOwnInChinese(written: string, before: readonly Clause[]): boolean {
  if (askedOfOwnerZh.test(written) || !isOverZh.test(written)) return false;
  const hasCalled = before.some((each) => ownCalledZh.test(each.written) && !saysZh.test(each.written));
  if (hasCalled) return true;
  if (saysZh.test(written)) return false;
  if (before.some((each) => saysZh.test(each.written))) return false;
  return byOwnerZh.test(written) || (reportedZh.test(written) && !isOfPlaceZh.test(written));
}
/** A bank that did it told nobody how it is known. */
const isOfPlaceZh = /^(?:银行(?![卡账])|銀行(?![卡帳])|客服|警察|民警|移动|联通|电信)/u;

/** Of the owner's side, or of nobody: whose deed a clause without a subject is. */
const isOwners = ({ clause }: Clause): boolean =>
  ownCalled.test(clause) || new RegExp(`^${lead}${own}\\b`, "u").test(clause) || withoutSubject.test(clause);
