/**
 * Frames of a phone that keeps nobody out, of what put itself on it, of sums that went in words of their own, and of loans a message tells of
 * (`sentence-frames.ts`).
 *
 * What to know to trust them: words of the language, as people tell what was done to them; what a sender writes is data of
 * the catalogue.
 */
import { any, type Frame, zh } from "./sentence-frame.ts";

const locks = "lock|password|pass ?code|pin|pattern|screen lock|lock screen|security|protection";

export const framesOfOpen: readonly Frame[] = [
  // It keeps nobody out: only where a phone is gone.
  {
    of: any(locks),
    does: any(
      `(?:no|without(?: any| an?)?|not any|never (?:had|set|put)(?: up)?(?: an?| any)?) (?:${locks})(?: at all)?(?: (?:on (?:it|the phone|my phone|her phone|his phone|the screen)|set)|$)|(?:it|phone|mobile|handset) (?:has|had|got|has got|have) no (?:${locks})`,
    ),
    without: any("wi-?fi|door|bag|wallet|sim|card|account|app|house|car|bike|no lock screen problem"),
    isOfDenial: true,
    tells: { isOpen: true },
  },
  {
    of: any("it|phone|mobile|handset|screen"),
    does: any(
      "(?:was not|wasn't|is not|isn't|never|not) (?:even )?(?:locked|password[- ]protected|pin[- ]protected|protected(?: by an?y? (?:password|pin|code))?)",
    ),
    without: any("door|bag|car|bike|account|card|house|wi-?fi|app"),
    isOfDenial: true,
    tells: { isOpen: true },
  },
  {
    of: any("it|phone|mobile|handset|screen"),
    does: any(
      "(?:until|till|so that) (?:i|we|she|he) (?:had )?unlocked (?:it|them|the \\w+|my \\w+|her \\w+|his \\w+)",
    ),
    tells: { isOpen: true },
  },
  // What put itself on it.
  {
    of: any("apps?|apk|program(?:me)?|software|file|something|link|it"),
    does: any(
      "(?:an?|some|the|another|strange|unknown) (?:app|apk|program(?:me)?|software) (?:\\w+ )?(?:got |was |were )?(?:installed|downloaded)(?: (?:itself|by itself|on its own|automatically))|(?:it|that|which|file|link|page) (?:then )?(?:installed|downloaded|put) (?:something|an? (?:strange |unknown |new )?(?:app|apk|program(?:me)?|software|file))|(?:opened|tapped|clicked|ran) (?:on )?(?:the|an?|their|his|this|that) apk",
    ),
    without: any("updates?|updated|printer|order|loyalty|game|bank's own|(?:i|we) (?:wanted|needed|bought)"),
    tells: { isSteered: true },
  },
  // Sums, in words of their own.
  {
    of: any("accounts?|wallet|savings|balance|money|fosa|deposit"),
    does: any(
      "(?:is|was|were|has been|have been|had been|been|got) (?:\\w+ )?(?:(?:swept|wiped|picked|stripped|licked) clean|cleared out|drained|mopped up)",
    ),
    without: any("every month|set up|automatically|as planned|the dog|kitchen|table|plate"),
    tells: { sign: "money-gone" },
  },
  {
    of: any("accounts?|people|persons?|names?|somebody|someone|strangers?|numbers?"),
    does: any(
      "(?:to|into) (?:\\w+ ){0,3}(?:accounts?|people|persons?|names?|somebody|someone|strangers?|numbers?)(?: that| who| whom)? (?:i|we) (?:do not|don't|didn't|did not|have never|'ve never|never) (?:know|knew|recogni[sz]ed?|hear(?:d)? of|seen)",
    ),
    with: any("[£$€₹¥]?\\d[\\d.,]*|all|payments?|transfers?|sent|moved|went|money|withdrawals?"),
    without: any(
      "letters?|parcel|invitation|talk(?:ed|ing)?|spoke|speak|calls?|texts?|e-?mails?|i (?:sent|paid|transferred)",
    ),
    isOfDenial: true,
    tells: { sign: "row" },
  },
  {
    of: any("withdrawals?|debits?|deductions?|upi|imps|debit (?:texts?|messages?|alerts?)|deducted"),
    does: any(
      "(?:\\d+|several|many|two|three|four|five|six|ten|dozens of|lots of|a lot of) (?:\\w+ )?(?:withdrawals|debits|deductions|transactions|transfers|payments)(?: \\w+)? (?:came|showed|shown|show|appeared|happened|arrived|took place|went)",
    ),
    without: any("(?:i|we) (?:made|did)|mine|salary|standing orders?|direct debits?"),
    tells: { sign: "row" },
  },
  {
    of: any("payments?|transfers?|withdrawals?|charges?|purchases?"),
    does: any(
      "(?:told|notified|informed|alerted|warned|texted|e-?mailed) (?:me|us|her|him|my \\w+) (?:of|about|to) (?:an?|one|two|three|four|five|several|some|\\d+) (?:\\w+ ){0,2}(?:payments?|transfers?|withdrawals?|charges?|purchases?)",
    ),
    with: any("[£$€₹¥]?\\d[\\d.,]*|each|two|three|four|five|several"),
    without: any("due|upcoming|direct debit|(?:i|we) (?:made|did)|can be|fraud|insurance"),
    tells: { sign: "row" },
  },
  {
    of: any("fuliza|m-?shwari|tala|loan|overdraft|credit"),
    does: any(
      "(?:was|were|has been|have been|been) (?:\\w+ )?(?:borrowed|drawn|maxed(?: out)?|taken)(?: up)? (?:to|up to|by|against|until) (?:my|the|its) (?:\\w+ )?limit|(?:was|were|has been) borrowed (?:on|from|with) my (?:line|number|account)",
    ),
    without: any("(?:i|we) (?:borrowed|took)|by (?:me|us|my)"),
    tells: { sign: "row" },
  },
  // A loan that a message tells of.
  {
    of: any("loans?"),
    does: any(
      "loan(?: application)?(?: (?:of|for|over) [£$€₹¥]?\\d[\\d.,]*(?: \\w+)?)? (?:was|has been|is|got|had been) (?:\\w+ )?(?:approved|disbursed|paid out|funded|granted|credited)",
    ),
    with: any("(?:a|an|this|the) (?:text|sms|e-?mail|message|letter)|got|received|texted|notified|e-?mailed"),
    without: any(
      "(?:i|we) (?:had )?(?:applied|asked|took|requested|wanted|signed)|finally|mortgage|as agreed|at last|student loan",
    ),
    tells: { sign: "row" },
  },
  {
    of: zh("贷款|放款"),
    does: zh(
      "贷款[^，。,]{0,4}(?:审批|审核)?(?:已)?通过|贷款[^，。,]{0,4}(?:已)?(?:放款|到账)|放款(?:短信|通知|成功)",
    ),
    with: zh("短信|通知|收到|来电|消息"),
    without: zh("我(?:自己)?(?:申请|办|要)|房贷|车贷|公积金|助学|终于"),
    tells: { sign: "row" },
  },
];
