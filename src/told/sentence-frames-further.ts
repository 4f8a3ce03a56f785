/**
 * Frames of English clauses, of what was heard in nights made up as people tell them: a sum that went and was none of theirs, money seen to
 * move, a number that somebody asked to move, a payment to what was not there, a walk to the bank at a caller's word (`sentence-frames.ts`).
 */
import { any, type Frame } from "./sentence-frame.ts";

const payments =
  "debits?|payments?|transactions?|transfers?|withdrawals?|purchases?|charges?|upi|imps|neft|pix|zelle";
const sum = String.raw`(?:[£$€₹¥]|rs\.? ?|inr ?|eur ?|usd ?)?\d[\d.,]*`;

export const framesFurther: readonly Frame[] = [
  {
    of: any(payments),
    does: new RegExp(
      `\\b(?:${payments})(?: payment| transfer| debit| transaction)? (?:of|for|worth) ${sum}|${sum} (?:\\w+ )?(?:was |were |got |has been |been )?(?:debited|deducted|withdrawn|spent|transferred|charged)`,
      "u",
    ),
    without: any("(?:i|we) (?:made|did|authori[sz]ed|approved) (?:it|this|that|the)|refund\\w*|declined"),
    ifDisowned: true,
    isOfDenial: true,
    tells: { sign: "row" },
  },
  {
    of: any("money|[£$€₹]?\\d[\\d.,]{2,}\\w*|savings|balance|funds|payments?|transfers?"),
    does: any(
      "(?:saw|watched|seen|see) (?:them|him|her|it|someone|somebody|the (?:money|cursor|mouse)|my (?:money|savings)) (?:move|moving|transfer|transferring|send|sending|take|taking|go|going|leave|leaving|make|making|being (?:moved|sent|taken))",
    ),
    with: any("[£$€₹]?\\d[\\d.,]{2,}\\w*|my (?:money|savings|balance)|all (?:the|my) money"),
    without: any("film|movie|video|news|cashier|my (?:husband|wife|son|daughter|mum|mom|dad)"),
    tells: { sign: "row" },
  },
  {
    of: any("e-?sims?|sim(?: card| swap)?|numbers?|port(?:ing)?|pac"),
    does: any(
      "(?:says?|said|told (?:me|us)|tells (?:me|us)|texted|claims?|insists?)(?: that)? (?:i|we) (?:had |have |'d )?(?:\\w+ )?(?:requested|asked for|ordered|applied for|moved|ported|changed|activated)",
    ),
    with: any("(?:i|we) (?:did not|didn't|never|have not|haven't)|not (?:me|us)|wasn't (?:me|us)"),
    isOfDenial: true,
    tells: { sign: "moving" },
  },
  {
    of: any("sent|paid|transferred|wired"),
    does: any(
      "(?:sent|paid|transferred|wired) [^.]{0,50}\\bto (?:an? |the |some )?(?:fake|bogus|false|fraudulent|phone?y|non-existent|scam|supposed)",
    ),
    with: any("money|deposit|rent|fee|bank transfer|cash|[£$€₹]?\\d[\\d.,]{2,}"),
    without: any("nearly|almost|never|not|didn't|got (?:it|the money) back|(?:they|he|she) (?:sent|paid)"),
    tells: { sign: "paid" },
  },
  {
    of: any("whatsapp|telegram|messenger|instagram|facebook|wechat|signal|text|message|chat"),
    does: any(
      "(?:got|received|gets|had|has had) (?:an? |some )?(?:\\w+ ){0,2}(?:whatsapp|message|messages|text|texts|chat) (?:from|as|in the name of) (?:me|us|my (?:account|number|name|whatsapp|profile))",
    ),
    with: any("ask(?:ed|ing|s)?|money|lend|borrow|transfer|pay|codes?|gift cards?|[£$€₹]?\\d[\\d.,]+"),
    without: any("back|every (?:day|week|month)|birthday|photos?"),
    tells: { sign: "in-my-name" },
  },
  {
    of: any("bank|branch|atm|cash machine|post office|building society"),
    does: any(
      "(?:(?:just|already|now) )?(?:left|gone|going|went|driving|drove|walking|walked|on (?:her|his|my|the|their) way|heading|headed|off|rushing|rushed) (?:for|to)(?: the| a| her| his| my)? (?:\\w+ )?(?:bank|branch|atm|cash machine|post office|building society)",
    ),
    with: any(
      "(?:for|to give(?: it)? to|because|by) (?:the |a |this |that )?(?:caller|scammers?|fraudsters?|man on the phone|officer on the phone|inspector)|safe account",
    ),
    without: any(
      "report|complain|block|cancel|freeze|dispute|came back|is back|yesterday|stopped (?:her|him)",
    ),
    tells: { sign: "led" },
  },
];
