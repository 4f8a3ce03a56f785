/**
 * Sentences of somebody who paid a swindler themselves: `I sent 4000 to a scammer`, `我被骗转了五万`. What was paid says
 * nothing by itself, so most shapes count only where the text says that somebody lied (`ifDeceived`).
 */
import { inMainlandLetters } from "./sentence-letters.ts";
import type { Tells } from "./sentence-words.ts";

const own = `(?:i|we|my (?:\\w+ )?(?:mother|mum|mom|father|dad|grandmother|grandma|grandad|grandpa|sister|brother|son|daughter|wife|husband|uncle|aunt|parents))`;
/** Whoever else is told of may be the one who lied, unless it says to whom it went. */
const who = `(?:he|she|${own})`;
/** Of the owner's own doing the rest of a sentence tells, with nobody named again. */
const self = `(?:\\b${own} |^(?:and |then |so |just )*)`;
const few = (most: number): string =>
  `(?:(?!(?:no|not|never|nobody|none|nothing|without|almost|nearly|to|would|could|should|about)\\b)[\\w'-]+ ){0,${most}}`;
const gap = (most: number): string =>
  `(?:(?!\\b(?:no|not|never|nobody|almost|nearly|back)\\b|n't\\b).){0,${most}}`;
/** It goes before what only says that something was paid. */
const rest = ".*";
const gapZh = (most: number): string => `(?:(?![没未不要]|别(?![处的人地家]))[^，。]){0,${most}}`;

const pay = `(?:sent|paid|transferred|wired|moved|zelled|venmoed|deposited|remitted|forwarded|gave|given|sending|paying|transferring|wiring|moving)`;
const sendNow = `(?:send|pay|transfer|wire|move|deposit|remit|withdraw|buy|hand over|give)(?:ing)?`;
const liar = `(?:scam(?:mer)?s?|fraud(?:ster)?s?|swindlers?|con ?(?:man|men|artist)|crooks?|fake \\w+|(?:someone|somebody|people|a (?:man|woman|person|caller)|the caller|they|who)(?: \\w+){0,3} (?:pretend|impersonat|pos|claim)\\w*)`;
const safe = `(?:safe|secure|protected|holding|government|rbi|court|police|new|different|other|their|his|her) (?:bank )?(?:accounts?|wallet|address)`;
const amount = String.raw`(?:(?:[£$€¥₹₦₩฿]|r\$|\b(?:rs\.?|rm|kes|ksh|ngn|usd|eur|gbp|inr|php|idr|aud|cad|zar)\s?)?\d[\d.,']*)`;
const cards = `(?:gift|steam|itunes|apple|google play|amazon|razer|xbox|prepaid|vanilla) (?:gift )?(?:cards?|vouchers?|codes?)`;
const coins = `(?:bitcoins?|btc|usdt|tether|eth|ethereum|crypto(?:currency)?|coins|tokens)`;

const english: readonly (readonly [string, Tells])[] = [
  // In gift cards, coins and cash; before what is only paid.
  [
    `${self}${few(2)}(?:sent|gave|read|scratched|bought|paid|shared|texted|told)\\b${gap(40)}\\b${cards}${rest}`,
    { sign: "paid-in-gift-cards", ifDeceived: true },
  ],
  [
    `\\b(?:made|had|got|told|convinced|persuaded) (?:me|us|her|him|my \\w+) (?:to |into )?${sendNow}\\b${gap(20)}${cards}${rest}`,
    { sign: "paid-in-gift-cards", ifDeceived: true },
  ],
  [
    `\\bpaid ${gap(30)}(?:with|in|by|using) ${cards}${rest}`,
    { sign: "paid-in-gift-cards", ifDeceived: true },
  ],
  [
    `${self}${few(2)}${pay}\\b${gap(30)}\\b${coins}\\b${gap(12)}\\bto (?!my\\b)${rest}`,
    { sign: "paid-in-crypto", ifDeceived: true },
  ],
  [
    `${self}${few(2)}${pay}\\b${gap(30)}\\b${coins}\\b${gap(20)}\\b(?:he|she|they) (?:gave|sent|told)${rest}`,
    { sign: "paid-in-crypto" },
  ],
  [
    `${self}${few(2)}(?:put|paid|fed|deposited)\\b${gap(30)}\\b(?:bitcoin|crypto|coin) (?:atm|machine|kiosk)${rest}`,
    { sign: "paid-in-crypto", ifDeceived: true },
  ],
  [
    `${self}${few(2)}(?:gave|handed|passed|posted|mailed)\\b${gap(40)}\\b(?:cash(?! cards?\\b)|banknotes|notes|gold(?: bars?)?)\\b${rest}`,
    { sign: "paid-in-cash", ifDeceived: true },
  ],
  [
    `(?:\\b(?:courier|driver|man|woman|officer|agent|someone|somebody|they|he|she) ${few(3)}|^)(?:collected|fetched|picked up|came (?:for|to collect)|took)\\b${gap(20)}\\b(?:cash|gold)\\b${rest}`,
    { sign: "paid-in-cash", ifDeceived: true },
  ],
  [
    `\\b(?:he|she|${own}) ${few(2)}(?:withdrew|took out|drew out|bought|purchased|ordered)\\b${gap(50)}\\b(?:cash|gold|bullion|watch(?:es)?|rolex|jewell?ery|banknotes|currency|euros|for (?:them|him|the (?:police|officer|bank|court)))\\b${rest}`,
    { sign: "paid-in-cash", ifDeceived: true },
  ],
  [
    `\\b(?:courier|driver|man|woman|someone|somebody|they|taxi) ${few(2)}(?:collected|fetched|picked|came for|took) (?:up )?the (?:money|parcel|package|envelope|bag|watch|gold)\\b`,
    { sign: "paid-in-cash", ifDeceived: true },
  ],
  // To whom it went says so itself.
  [
    `\\b${who} ${few(2)}${pay}\\b${gap(50)}\\b(?:to|into) (?:an? |the |some |this )?(?:\\w+ )?${liar}`,
    { sign: "paid" },
  ],
  [
    `\\b${who} ${few(2)}(?:paid|wired|zelled|gave) (?:an? |the |some )?(?:\\w+ )?${liar} ${gap(20)}${amount}`,
    { sign: "paid" },
  ],
  [`\\b${who} ${few(2)}(?:paid|wired|zelled) (?:an? |the |some )?${liar}`, { sign: "paid" }],
  [
    `\\b${who} ${few(2)}${pay}\\b${gap(40)}\\b(?:to|into) (?:an? |the |this )?(?:so-called )?["']?(?:safe|secure)["']? account`,
    { sign: "paid" },
  ],
  [
    `\\b(?:tricked|scammed|conned|deceived|duped|fooled|talked|pressured|swindled|defrauded|manipulated) ${few(1)}(?:me |us |her |him |my \\w+ )?(?:into|out of) (?:my |our |all )?(?:${sendNow}|${amount}|savings|money)`,
    { sign: "paid" },
  ],
  [
    `\\b(?:fell for|victim of) (?:an? |the )?(?:\\w+ ){0,3}(?:scam|fraud)\\b${gap(30)}\\b(?:sent|paid|transferred|wired)\\b`,
    { sign: "paid" },
  ],
  [
    `${self}${few(2)}${pay}\\b${gap(50)}\\bto (?:an?|the) (?:\\w+ )?(?:address|account|wallet|number|upi|iban) (?:that |which )?(?:he|she|they|the (?:man|woman|caller)) (?:had )?(?:gave|sent|told|texted|provided|showed)`,
    { sign: "paid" },
  ],
  // What was paid says nothing alone.
  [
    `${self}${few(3)}${pay}\\b ${gap(40)}(?:${amount}|\\bmoney\\b|\\bsavings\\b|\\bdeposit\\b|\\b(?:a|the) (?:transfer|payment|fee)\\b)`,
    { sign: "paid", ifDeceived: true },
  ],
  [
    `${self}${few(3)}(?:made|authori[sz]ed|approved|did|set up) (?:an? |the |two |three |several )?(?:\\w+ ){0,2}(?:transfers?|payments?|pix|zelle)\\b`,
    { sign: "paid", ifDeceived: true },
  ],
  [`${self}${few(2)}${pay}\\b${gap(40)}\\b(?:to|into) (?:an? )?${safe}`, { sign: "paid", ifDeceived: true }],
  [
    `\\b(?:made|had|got|forced|told|convinced|persuaded) (?:me|us|her|him|my \\w+) (?:to |into )?${sendNow}\\b${gap(20)}${amount}`,
    { sign: "paid", ifDeceived: true },
  ],
];

const amountZh = String.raw`(?:[\d.,]+\s?多?(?:[万千百亿元块]|美元|港币){0,3}|[一二两三四五六七八九十百千万几]{1,6}多?(?:[万千百]|块|元|笔))`;
const turn = `(?:转账|转|汇款|汇|打款|打钱|付款|付|充值|充|存)`;
const goesZh = `(?:了|过去|给了|出去|走了|完)`;
const themZh = `(?:骗子|诈骗犯?|诈骗分子|电诈|假(?:客服|警察|公安|老板|领导))`;
const cardsZh = `(?:礼品卡|充值卡|点卡|购物卡|苹果卡|京东e卡|沃尔玛卡|卡密)`;
const coinsZh = `(?:usdt|泰达币|u币|比特币|以太坊|虚拟币|虚拟货币|数字货币)`;

const chinese: readonly (readonly [string, Tells])[] = [
  [`(?:买|充|刮|报|发|拍|给)了?${gapZh(10)}${cardsZh}`, { sign: "paid-in-gift-cards", ifDeceived: true }],
  [
    `${cardsZh}${gapZh(6)}(?:报|发|给|告诉|拍)(?:给)?了?(?:对方|他|她|骗子|客服)`,
    { sign: "paid-in-gift-cards", ifDeceived: true },
  ],
  [`(?:${turn}|买|换成?)了?${gapZh(10)}${coinsZh}`, { sign: "paid-in-crypto", ifDeceived: true }],
  [`${coinsZh}${gapZh(6)}${turn}(?:到|给|进|去|了)`, { sign: "paid-in-crypto", ifDeceived: true }],
  [
    `(?:现金|黄金|金条|金子)${gapZh(10)}(?:交给|给了|交了|寄|放到|放在|拿走|取走|收走)`,
    { sign: "paid-in-cash", ifDeceived: true },
  ],
  [
    `(?:交给|给了|寄给|递给)${gapZh(10)}(?:现金|黄金|金条)|(?:上门|快递|跑腿|专员|司机)${gapZh(6)}(?:取走|拿走|收走)了?${gapZh(4)}(?:现金|钱|黄金|${amountZh})`,
    { sign: "paid-in-cash", ifDeceived: true },
  ],
  [
    `(?<!(?:正在?|准备|快?要|想|马上|执意)[^，。了]{0,12})(?:给|向|往|让|被)了?${themZh}(?!(?:叫|让|要|逼|催|教)[^，。了]*$)${gapZh(8)}${turn}`,
    { sign: "paid" },
  ],
  [
    `钱(?:也|已经?|都|全){0,2}(?:付|转|打|汇|交|给)(?:给|过去|过)?(?:他|她|对方|卖家)?了`,
    { sign: "paid", ifDeceived: true },
  ],
  [`${turn}${gapZh(12)}(?:给|到|进)了?(?:一个|那个|这个|个)?${themZh}`, { sign: "paid" }],
  [
    `(?<!(?:叫|让|要|要求|教|劝)(?:我|她|他|我[妈爸]|老人)把?[^，。了]{0,12})${turn}${gapZh(6)}(?:到|进|去|给)了?(?:所谓的?|对方的?|他们的?|一个)?[“"]?安全账[户号]`,
    { sign: "paid" },
  ],
  [`被(?:人|对方|他|她|电信)?(?:诈)?骗(?:了|走|去|着|得|到)?(?:我)?${gapZh(6)}${amountZh}`, { sign: "paid" }],
  [`被(?:人|对方|他|她|电信)?(?:诈)?骗(?:着|得)?(?:我)?(?:刚)?${turn}${goesZh}?`, { sign: "paid" }],
  [`(?:骗|诈骗)(?!子)(?:了|走|去)?(?:我|我妈|我爸|老人|她|他)?了?${gapZh(4)}${amountZh}`, { sign: "paid" }],
  [`骗(?:我|我妈|我爸|老人|她|他)${gapZh(6)}${turn}${goesZh}`, { sign: "paid" }],
  [
    `(?:给|向|往)(?:对方|他|她|他们|陌生人|客服|平台|商家|卖家|那个人|网友|一个)${gapZh(8)}(?:转|汇|打|付|充)(?:账|款|钱|值)?(?:了|过去|过)`,
    { sign: "paid", ifDeceived: true },
  ],
  [
    `(?<!被|被人|里|上|骗子|对方)(?:转|汇|打|付|充)(?:账|款|钱|值)?(?:了|过去|给了?|出去)${gapZh(8)}${amountZh}`,
    { sign: "paid", ifDeceived: true },
  ],
  [
    `我(?:就|刚|已经|也|真的?|照着){0,2}(?:转|汇|打|付)(?:账|款|钱)?(?:了|过去)(?:$|才|以后|之后|后)`,
    { sign: "paid", ifDeceived: true },
  ],
  [
    `(?:转|汇|打|付)(?:了)?(?:账|款|钱)(?:了|过去|过去了|给(?:对方|他|她|他们))`,
    { sign: "paid", ifDeceived: true },
  ],
  [
    `(?:让|叫|要)(?:我|我妈|我爸|老人|她|他)${gapZh(6)}${turn}了${gapZh(6)}${amountZh}`,
    { sign: "paid", ifDeceived: true },
  ],
];

export const paidShapes: readonly (readonly [string, Tells])[] = [...english, ...chinese];

/** Whether a text says, anywhere and however it is hedged, that somebody lied. */
export const saysDeceived = (text: string): boolean => deceived.test(inMainlandLetters(text.toLowerCase()));
const deceived =
  /\b(?:false (?:police\w*|officers?|bank\w*|call\w*|site|page|shop|agents?|lawyers?|employers?)|scam|scammed|scammers?|scamming|fraud|fraudsters?|fraudulent|swindl\w*|con ?m[ae]n|conned|tricked|duped|deceived|fake|fooled|bogus|pretend\w*|impersonat\w*|claim(?:ed|ing) to be|not real|wasn't real|was a lie|(?:it|that) (?:was not|wasn't|is not|isn't|never was) (?:really |actually )?(?:him|her|them|my \w+|the (?:bank|police|shop|company|seller))|disappeared|vanished|blocked me|the caller|(?:man|woman|guy|lady|voice|someone|somebody) on the (?:phone|line)|let (?:me|us|her|him|them|my \w+) hang up|keeps (?:me|us|her|him|them|my \w+) on the (?:phone|line)|the inspector|safe account|secure account|digital arrest|romance|(?:from|of) the (?:\w+ ){0,2}(?:police|bank|court|cbi|fbi|irs|hmrc)\b|arrest warrant|covert|undercover|under investigation|money laundering|for verification|stopped answering|never (?:arrived|came|delivered)|(?:man|woman|caller|officer|agent|police(?:man|woman)?|someone|somebody|courier|they|he|she) (?:called|rang|phoned|told me|said|asked me|made me|wants?|wanted)|(?:department|ministry|tax office|customs|court|prosecutor|police|carabinier\w+|solicitor|lawyer|embassy) (?:\w+ )?(?:called|rang|phoned)|(?:has|have|had|got|is) (?:a|his|her|my|their) new (?:phone )?number)\b|解除[^，。]{0,3}分期|领[^，。]{0,4}皮肤|解除[^，。]{0,4}(?:防沉迷|未成年)|骗|诈|冒充|假冒|自称|假的?(?:客服|警察|公安|网站|平台)|安全账|不是(?:他|她|我?(?:儿子|女儿|妈|爸|朋友|同事|老板|领导|亲戚))?本人(?!操作|转|付)|(?:结果|其实|根本|才知道|发现)不是(?:他|她|我?(?:儿子|女儿|妈妈?|爸爸?|朋友|同事|老板|领导|亲戚))|洗钱|取保候审|验资|资金清查|涉嫌|保证金|刷单|杀猪|失联|联系不上|拉黑|跑路|提不出来|提现不了|不给提现/;

/** Says so and nothing more: `I was scammed`, `我被骗了`. Whoever says only that has most often paid. */
export const isOnlyDeceived = (clause: string): boolean => wasDeceived.test(clause);
const wasDeceived = new RegExp(
  `\\b(?:${own}|he|she|parents|grandparents) (?:have |has |had |'ve |think (?:i|we) )?(?:was|were|been|got|fell (?:for|victim to))(?: \\w+){0,3} (?:scam|scammed|conned|swindled|defrauded|duped|tricked|deceived|fraud)\\b|(?:被|遭)(?:人|骗子|网友|对方)?(?:电信|网络|电话)?(?:诈骗|骗)(?:了|$|怎么|，|。)|上当(?:受骗)?了?|受骗(?:了|$)|中了?(?:骗子的?)?圈套`,
  "u",
);
