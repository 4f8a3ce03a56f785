/**
 * Which words of a sentence that was understood in part were not used, so that nobody takes a theft that was heard for a
 * passcode that was: clauses that speak of money, codes, passwords, locks, lines or accounts and in which nothing was found.
 *
 * What to know to trust it: words of the language, as people have them for what such a night is about; the catalogue's
 * words are what senders write. A clause that is denied, asked or feared was read, and so was one that only says that it was
 * not the owner, or what became of what was told before it.
 */

/** What such a night is about. A phone by itself is in too many clauses: `I am calling from my wife's phone`. */
const ofNight =
  /\b(?:money|cash|savings|balance|banks?|banking|cards?|accounts?|wallets?|loans?|credit|debits?|transfers?|transferred|payments?|paid|withdr[ae]w\w*|codes?|otps?|pins?|puk|passwords?|passcodes?|patterns?|log-?ins?|sign-?ins?|logged|signed|sims?|e-?sims?|numbers?|lines?|signal|network|texts?|sms|e-?mails?|unlock\w*|locked|locks?|lock ?screen|face id|fingerprints?|biometrics?|passports?|licen[cs]e|aadhaar)\b|钱(?!包)|款|余额|存款|积蓄|银行|(?<!刷)卡(?![车住路通])|账[户号单]|帐[户号单]|户头|密码|验证码|短信|锁屏|解锁|没锁|上锁|指纹|刷脸|人脸|转账|支付|付了|贷|借了|花呗|借呗|白条|号码|手机号|信号|停机|挂失|登[录陆]|绑定|解绑|身份证|护照/u;

/** Whoever says so says what they use, look at or did about it, or that it is none of theirs, and asks for nothing to be understood. */
const onlySays =
  /^(?:and |but |so |then )*(?:(?:what|how|which|who) (?:do|can|should|else|to)\b|(?:please )?help\b|(?:i|we|my \w+|grandm?a|nan) (?:\w+ )?(?:use|have|bank|(?:do not|don't) (?:use|bank|have)|called|rang|phoned|told|informed|reported|checked|looked|was looking|went to|drove to|ran to|saw an advert)\b)|怎么办|^(?:请问|求助|帮帮我|急)|^我用的?是?|^我(?:已经|刚)?(?:把[^，。]{0,6}密码[^，。]{0,4}(?:改|换)|打了|报了|告诉了|联系了|挂失了|冻结了|报警|查了)|哪来的|听都没听|昨[晚天]?还有|都?在我(?:自己)?(?:手|身)[里上]/u;

/** All is as it was, and theirs is at hand: nothing is asked to be understood. */
const isAsItWas =
  /^(?!.*\b(?:not|no longer|never)\b|.*n't\b).*\b(?:is|are|was|were|looks?|seems?|has|have)? ?(?:all |both |still )*(?:fine|ok|okay|untouched|unchanged|intact|the same|safe|normal)$|\bstill (?:there|here|works?|working)$|^(?:and |but )?nothing (?:is |was |has )?(?:been )?(?:missing|gone|taken)\b|(?<![不没])(?:还在|还好|没丢|没少|没动过?|没变|没事|没问题|正常|完好|安全)(?:的|了|呢)?$|\b(?:wife|husband|partner|mum|mom|dad|son|daughter|friend|neighbou?r|colleague)(?:'s| has) .*\b(?:has|have|signal|service|works?)\b|(?:老公|老婆|妈|爸|儿子|女儿|孩子|家人|室友|同事|朋友|别人)们?的?(?:手机|卡|号)?(?:都|也|却|就)?(?:有信号|能用|正常)|^(?!.*(?:wrong|gone|stolen|taken|missing|not|no))(?:and )?(?:my |our |the |his |her )?(?:\w+ )?(?:cards?|sims?|passport|id(?: card)?|licen[cs]e|wallet|phone) (?:is|are|was|were) (?:still |right |both )*(?:here|with (?:me|us)|at home|in (?:my|our|the|a) \w+)$|^[^，。没不被]{0,10}(?:卡|身份证|护照|手机|钱包)(?:和[^，。没不被]{1,6})?(?:也|还|一直|就|都)*在(?:我)?(?:自己)?(?:的)?(?:身边|身上|手[里上]|家|钱包|包|抽屉)(?:里|上)?$/u;

/** Of whom it is, as it was written: `my SIM is from EE`, `My savings are with Nationwide`. */
const saysWhose =
  /^(?:and |but )?(?:my|our|the) (?:\w+ )?(?:banks?|carrier|network|provider|operator|cards?|accounts?|savings|money|[Ss][Ii][Mm]s?|lines?|numbers?) (?:is|are) (?:with |from |at |by )?(?:the )?(?:\p{Lu}|[\d+])|^(?:我的?)?(?:手机号?|号码|手机卡|卡|银行卡|银行)(?:码)?(?:也|都)?(?:是|用的?是?)(?!被|空)[^被没不]{1,10}(?:的|银行|行)?$/u;

/** Of whose need it is, or what it was saved for; where one is just going. */
const isOfNeed =
  /^(?:and )?(?:it|that|this|they|those|these) (?:is|was|are|were) (?:all )?(?:(?:of )?(?:my|our|the) (?:\w+ ){0,2})?(?:savings|money)\b|^all (?:of )?(?:my|our) (?:life )?savings$|^(?:and |but )?(?:she|he|they|i|we|my \w+) (?:has|have|had|did)(?:n't| not) (?:sent?|paid?|pay|transferr?e?d?|moved?) (?:anything|it|any money|a (?:penny|cent))(?: yet)?$|\b(?:need|needed) (?:that|the|this) (?:money|card)\b|^(?:i'm|i am|we're|we are|i will|i'll) (?:now )?(?:going|driving|walking|on (?:my|our) way)\b|^(?:这|那)(?:些|笔|可|都|就)*(?:钱)?(?:可|都|就)?是(?:我|我们|家里|给|孩子|全家)|^(?:全是|都是)?(?:我|我们)(?:全部|所有|一辈子)?的?(?:全部|所有)?(?:积蓄|存款)$|^(?:我)?(?:正在|正|准备|打算|马上|现在)(?:在)?去/u;

/** A name in a list, or of what the next clause is about: it says nothing by itself. */
const onlyNames =
  /^(?:(?:the|an?|my|our|his|her|their|and|\w+|online|mobile) ){0,3}(?:codes?|pins?|passwords?|numbers?|cards?|accounts?|banks?|texts?|messages?|e-?mails?|sort codes?)(?: (?:from|on|of|with) (?:\S+ ?){1,4})?$|^(?!.*[没未无被])[\p{sc=Han}a-z]{0,4}(?:银行|密码|卡|卡号|验证码|账号|身份证|短信|钱)(?:了|的)?$/u;

/** What somebody who lied said, wanted or had done: it is how they went about it, and what came of it stands beside it. */
const ofLiar =
  /(?:对方|骗子|他们?|她|经理|老板|领导|客服|那人|警察)[\p{sc=Han}]{0,6}?(?:说|要我?|让我?|叫我?|骗我)|^(?:说|要|让|叫)我?|\b(?:had|told|asked|wanted|got|helped|talked) (?:me|us|her|him)\b|\b(?:he|she|they|caller|friend|buyer|seller) (?:\w+ )?(?:said|says|asked|wanted|needs?|needed)\b|^(?:asking|saying|telling|needed)\b|^(?:her|his|their) /u;

export interface ClauseTold {
  readonly clause: string;
  /** With its capitals. */
  readonly written: string;
  /** Somebody lied, by all that was told. */
  readonly isOfLies: boolean;
}

/** Whether a clause in which nothing was found may tell of something: its words are said not to be used. */
export const speaksOfNight = ({ clause, written, isOfLies }: ClauseTold): boolean =>
  ofNight.test(clause) &&
  !onlySays.test(clause) &&
  !onlyNames.test(clause) &&
  !isAsItWas.test(clause) &&
  !isOfNeed.test(clause) &&
  !saysWhose.test(written.trim().replace(/^(?:My|Our|The|And|But)\b/u, (word) => word.toLowerCase())) &&
  !(isOfLies && ofLiar.test(clause));
