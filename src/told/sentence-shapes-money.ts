/** Shapes of money that goes: `a withdrawal of 1.2 BTC is pending`, `2,400 went out from` (`sentence-shapes.ts`). */
import { gap, has, type ShapeTold, words } from "./sentence-shape.ts";

const sign = String.raw`(?:[£$€¥₹₦₩฿₫]|r\$|us\$|\b(?:rs\.?|rm|kes|ksh|ngn|usd|eur|gbp|inr|php|idr|aud|cad|zar|pkr))\s?`;
const currency = `(?:btc|eth|usdt|usd|eur|gbp|euros?|pounds?|dollars?|rupees?|reais|pesos?|rand|naira|shillings?|bucks?|kron(?:or|er|a|e)|lira|zlotys?|francs?|dong|baht|ringgit|rupiah|yuan|rmb|yen|won|taka|cedis?|birr|dirhams?|riyals?|soles|forints?|koruna|lei|hryvnia|rubles?|shekels?|ntd|hkd|twd|thb|vnd|myr|sgd|nzd|chf|sek|nok|dkk|pln|aed|sar)`;
const unit = `(?:(?:billion|million|thousand|lakhs?|crores?)(?: ${currency})?|k|m|${currency})\\b`;
/** A number is money with a sign or a unit, or where it is a large one and no name of a thing follows: `he took 5 minutes`. */
const sum = String.raw`(?:${sign}\d[\d.,']*(?:\s?${unit})?|\b\d[\d.,']*\s?${unit}|\b\d[\d.,']{2,}(?=\s*$|\s+(?:from|out|off|on|in|at|to|via|through|with|using|of my|has|have|had|was|were|is|are|just|left|went|gone|been|sent|withdrawn|taken|transferred|moved|missing|spent|charged|debited|cashed|disappeared|vanished)\b))`;
const payment = `(?:withdrawal|withdraw|transfer|payment|purchase|transaction|charge|debit|order|pix|zelle|payout|loan|credit line|cash advance|overdraft)s?`;
const done = `(?:pending|processing|initiated|requested|authori[sz]ed|approved|completed|confirmed|successful|going through|in progress|submitted|executed|posted)`;
export const moneyShapes: ShapeTold = [
  // Money that goes.
  [
    `(?<!\\b(?:my|our) (?:(?!an?\\b|the\\b|some)[\\w'-]+ ){0,2})\\b(?!orders?\\b(?! (?:of|for) ${sum}))${payment}\\b(?:(?! (?:and|but|if)\\b).){0,48} (?:${has} )?(?<!(?:\\bnot|\\bnever|n't) (?:been |yet )?)${done}\\b`,
    { sign: "row" },
  ],
  [
    `\\b(?:pending|unexpected|unknown|unrecogni[sz]ed|strange|weird|large|huge|several|multiple|random) ${payment}\\b(?! (?:is|are) (?:due|free|planned|scheduled|allowed|possible)\\b)`,
    { sign: "row" },
  ],
  [
    `${sum} (?:(?:has|have|had|was|were|is|are|just) )*(?:left|went out|gone out|gone|been sent|sent|withdrawn|been withdrawn|taken(?! out (?:with|in|using) )|been taken|transferred|been transferred|moved|been moved|missing|spent|been spent|charged|been charged|debited|been debited|cashed out|disappeared|vanished)\\b(?!(?<!charged|debited) (?:back )?(?:to|into) (?:me|us|my account|our account)\\b)`,
    { sign: "row" },
  ],
  [
    `\\b(?:someone|somebody|they|he|she|thief|thieves|scammers?|hackers?) (?:has |have |had )?(?:spent|sent|transferred|moved|withdrew|withdrawn|took|taken|stole|stolen|charged|borrowed|cashed out) (?:about |over |almost |nearly )?${sum}`,
    { sign: "row" },
  ],
  [
    `\\b${payment} (?:to|from|at|for|of)\\b.{0,40} (?:that )?(?:i|we) (?:don'?t|do not|didn'?t|did not|never) (?:recogni[sz]e|know|make|made|authori[sz]e|approve|approved)`,
    { sign: "row" },
  ],
  [
    `\\b${payment} (?:.{0,30} )?(?:that |which )?(?:i|we) (?:(?:don'?t|do not) (?:recogni[sz]e|know)|(?:didn'?t|did not|never) (?:do|did|make|made|authori[sz]ed?|approved?|order|ordered|ask for|asked for))\\b`,
    { sign: "row" },
  ],
  [
    `\\b${payment} (?:.{0,30} )?(?:was|were|is|are)(?:n'?t| not) (?:by )?(?:me|mine|us|ours|done by (?:me|us)|made by (?:me|us))\\b`,
    { sign: "row" },
  ],
  [
    `\\b(?:cash|money|funds|bitcoins?|crypto|coins) (?:was|were|has been|have been|got) (?:withdrawn|sent|transferred|moved|taken out|cashed out)\\b(?!(?<!charged|debited) (?:back )?(?:to|into) (?:me|us|my account|our account)\\b)`,
    { sign: "money-gone" },
  ],
  [
    `\\b(?:account|accounts|wallet|savings|card) (?:has |have |was |were |is |are |got |been |being |all |completely )+(?:cleaned out|emptied|drained|wiped out|cleared out)\\b`,
    { sign: "money-gone" },
  ],
  [
    `\\b(?:someone|somebody|they|he|she|thief|thieves|scammers?|hackers?) (?:has |have |had |is |are |just |still )*(?:clean(?:ed|ing) out|empt(?:ied|ying)|drain(?:ed|ing)|withdrew|withdrawing|transferred|transferring) (?:all |all of )?(?:my|our|the|his|her) ${words(2)}(?:accounts?|wallet|savings|money|crypto|bitcoins?)\\b`,
    { sign: "money-gone" },
  ],
  [
    `\\b${payment} (?:has |have |had |is |are |just )*(?:went|gone|going) (?:out|through)\\b`,
    { sign: "row" },
  ],
  [
    `\\b(?:money|funds|savings) (?:is|are|was|were) (?:leaving|going out|moving|being (?:moved|sent|taken|transferred|withdrawn))\\b`,
    { sign: "money-gone" },
  ],
  [
    `\\b(?:my|our|the) (?:money|savings|balance|bitcoins?|crypto|coins?|funds) (?:is|are|was|were|has|have|had)(?: all| been)* (?:gone|zero|stolen|taken|missing|drained|emptied|withdrawn)\\b`,
    { sign: "money-gone" },
  ],
  [
    `\\b(?:notified|notifies|told|tells|texted|texts|emailed|alerted|says|said|shows|alert|notification|notice|receipt|confirmation)(?: me| us)?(?: that)? (?:i|we|you) (?:have |had |'ve |just )?(?:sent|paid|transferred|bought|withdrew|withdrawn|spent|borrowed|purchased|ordered)\\b`,
    { sign: "row" },
  ],
  [
    `\\b(?:i see|i saw|saw|there (?:is|are|was|were)|there's|shows?|showing|found|noticed) ${words(3)}${payment} (?:to|of|for|in|at)\\b(?!${gap(40)}\\b(?:due|planned|scheduled|tomorrow|next)\\b)`,
    { sign: "row" },
  ],
  [`\\b(?:atm|cash(?: machine)?) withdrawals? (?:of|in|at|from)\\b`, { sign: "row" }],
  [
    `\\b(?:charged|billed) ${gap(50)}\\b(?:i|we) (?:did not|didn't|never) (?:order|buy|make|authori[sz]e|ask|use|book)`,
    { sign: "row" },
  ],
  [`\\b${payment}\\b${gap(30)} went to\\b`, { sign: "row" }],
  [
    `\\b(?:someone|somebody|they|he|she|a stranger) (?:is |are |was |has been |keeps )+using (?:my|our|her|his) (?:\\w+ ){0,2}cards?\\b`,
    { sign: "row" },
  ],
  [
    `\\bthere(?:'s| is| was) (?:nothing|no money) left\\b(?! to (?:do|say|eat|drink|see))`,
    { sign: "money-gone" },
  ],
  [
    `\\b(?:account|balance|savings|wallet) (?:is|was|are) (?:now )?(?:down to|at zero|at 0)`,
    { sign: "money-gone" },
  ],
  [`\\b(?:debited|deducted)(?: by| with| for)? ${sum}`, { sign: "row" }],
  [
    `\\b${payment} ${gap(40)}\\b(?:that |which )?(?:i|we) (?:know nothing (?:of|about)|have no idea (?:of|about)|can(?:'t|not) explain)\\b`,
    { sign: "row" },
  ],
  [
    `\\b(?:my|our|her|his) (?:\\w+ )?card (?:${has} )+used (?!by (?:me|us|my)\\b)(?:in|at|on|by|for|to|online|abroad)\\b`,
    { sign: "row" },
  ],
  [
    `\\b(?:someone|somebody|they|thief|thieves|scammers?|hackers?|a stranger) (?:has |have |had |just |is |are )*(?:bought|ordered|paid|shopped|buying|ordering|paying|shopping)\\b${gap(40)}\\b(?:with|using|on|from|in) (?:my|our|her|his) `,
    { sign: "row" },
  ],
  [
    `\\b(?:accounts?|balance|savings|wallet) (?:has |have |just |suddenly )*(?:went|gone|dropped|fell|fallen|dropping)\\b${gap(24)}\\bto (?:zero|nothing|almost nothing|${sum}|\\d+)`,
    { sign: "money-gone" },
  ],
  [
    `\\b(?:all|most|half) (?:of )?(?:the |my |our )?(?:money|savings|balance|crypto|coins?|funds)\\b${gap(24)}(?:vanished|disappeared|gone|missing|stolen|taken)\\b`,
    { sign: "money-gone" },
  ],
  [
    `\\b(?:\\w*(?:pay|way|bank|banking|wallet|app|cash|momo|pesa)|account|it|they|thieves|thief|hackers?|somebody|someone) (?:has |had |have |just |was |were )?(?:sent|paid|transferred|moved|wired) (?:out )?(?:about |over |another )?${sum} (?:\\w+ ){0,2}(?:to|into) (?:somebody|someone|a stranger|strangers|an? (?:unknown|strange|foreign|other)|people|accounts?\\b|an account)`,
    { sign: "row" },
  ],
  [
    `(?:^|\\b(?:they|thieves|thief|hackers?|somebody|someone|and) )(?:sent|paid|transferred|moved|wired) (?:themselves|himself|herself|itself) (?:money|${sum})`,
    { sign: "row" },
  ],
  [
    `${sum} (?:was|were|has been|have been|had been) (?:taken|drawn|charged) (?:out )?(?:from|off|of|to) (?:my|our|her|his) `,
    { sign: "row" },
  ],
  [
    `\\b(?:everything|all of it|all) (?:was|has been|had been) (?:drawn|withdrawn|taken out|cashed) (?:out )?(?:at|from|in) (?:an? |the )?(?:atm|cash machine|cashpoint)`,
    { sign: "money-gone" },
  ],
];
