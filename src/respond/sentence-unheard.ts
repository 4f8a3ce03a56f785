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
  /^(?:and |but |so |then )*(?:(?:what|how|which|who) (?:do|can|should|else|to)\b|(?:please )?help\b|(?:i|we|my \w+|grandm?a|nan) (?:\w+ )?(?:use|have|bank|(?:do not|don't) (?:use|bank|have)|called|rang|phoned|told|informed|reported|checked|looked|was looking|went to|drove to|ran to|saw an advert)\b)|怎么办|^(?:请问|求助|帮帮我|急)|^我用的?是?|^我(?:已经|刚)?(?:打了|报了|告诉了|联系了|挂失了|冻结了|报警|查了)|哪来的|听都没听|昨[晚天]?还有|都?在我(?:自己)?(?:手|身)[里上]/u;

/** A name in a list, or of what the next clause is about: it says nothing by itself. */
const onlyNames =
  /^(?:(?:the|an?|my|our|his|her|their|and|\w+|online|mobile) ){0,3}(?:codes?|pins?|passwords?|numbers?|cards?|accounts?|banks?|texts?|messages?|e-?mails?|sort codes?)(?: (?:from|on|of|with) (?:\S+ ?){1,4})?$|^(?!.*[没未无被])[\p{sc=Han}a-z]{0,4}(?:银行|密码|卡|卡号|验证码|账号|身份证|短信|钱)(?:了|的)?$/u;

/** What somebody who lied said, wanted or had done: it is how they went about it, and what came of it stands beside it. */
const ofLiar =
  /(?:对方|骗子|他们?|她|经理|老板|领导|客服|那人|警察)[\p{sc=Han}]{0,6}?(?:说|要我?|让我?|叫我?|骗我)|^(?:说|要|让|叫)我?|\b(?:had|told|asked|wanted|got|helped|talked) (?:me|us|her|him)\b|\b(?:he|she|they|caller|friend|buyer|seller) (?:\w+ )?(?:said|says|asked|wanted|needs?|needed)\b|^(?:asking|saying|telling|needed)\b|^(?:her|his|their) /u;

export interface ClauseTold {
  readonly clause: string;
  /** Somebody lied, by all that was told. */
  readonly isOfLies: boolean;
}

/** Whether a clause in which nothing was found may tell of something: its words are said not to be used. */
export const speaksOfNight = ({ clause, isOfLies }: ClauseTold): boolean =>
  ofNight.test(clause) &&
  !onlySays.test(clause) &&
  !onlyNames.test(clause) &&
  !(isOfLies && ofLiar.test(clause));
