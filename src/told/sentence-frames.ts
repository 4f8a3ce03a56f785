/** Frames of English clauses: what one speaks of and what became of it, in any order (`sentence-frame.ts`); and all frames. */
import { any, type Frame, onOneLine } from "./sentence-frame.ts";
import { framesOfAccounts } from "./sentence-frames-accounts.ts";
import { framesFurther } from "./sentence-frames-further.ts";
import { framesFurtherInChinese } from "./sentence-frames-further-zh.ts";
import { framesOfHanded } from "./sentence-frames-handed.ts";
import { framesOfHands } from "./sentence-frames-hands.ts";
import { framesOfHandsInChinese } from "./sentence-frames-hands-zh.ts";
import { framesOfLed } from "./sentence-frames-led.ts";
import { framesOfMoney } from "./sentence-frames-money.ts";
import { framesOfMoneyInChinese } from "./sentence-frames-money-zh.ts";
import { framesOfOpen } from "./sentence-frames-open.ts";
import { framesOfTalked } from "./sentence-frames-talked.ts";
import { framesInChinese } from "./sentence-frames-zh.ts";

// What is spoken of.
const makers =
  "samsung|galaxy|pixel|huawei|xiaomi|redmi|oppo|vivo|oneplus|motorola|nokia|tecno|infinix|realme|honor";
const phones = any(`i?phones?|mobile|handset|smartphone|cell(?: ?phone)?|android|${makers}`);
const sims = any("e-?sim|sim(?:[- ]?card)?s?");
const cards = any(
  "wallet|purse|pocketbook|(?:bank|debit|credit|atm) cards?|(?:all )?(?:my|her|his|our) cards?",
);
const papers = any(
  "ids?|id[- ]?cards?|identity cards?|passports?|(?:driver'?s|driving) licen[cs]es?|aadhaar",
);
const computers = any("laptop|computer|pc|macbook|notebook|desktop|i?phone|tablet|ipad|screen");
const entries =
  "accounts?|log-?in|profile|e-?mail|gmail|outlook|icloud|apple id|inbox|password|passcode|(?:online|mobile) banking|whatsapp|instagram|facebook|telegram|tiktok|snapchat|discord|steam|netflix|uber|amazon|spotify|youtube|linkedin|twitter|google|microsoft|paypal|venmo|binance|coinbase|revolut|app";
const accounts = any(entries);
const details = any(String.raw`
    (?:home |postal |mailing |billing |delivery )?address|e-?mail(?: address)?|
    (?:phone|mobile|contact) number|password|pin|recovery \w+|security questions?|beneficiar(?:y|ies)|
    payees?|limits?`);
const credits = any(`
    loans?|credit|credit (?:cards?|line)|new cards?|contracts?|phone plan|subscriptions?|mortgage|
    overdraft|debts?|financing|instal?lments?|bnpl|klarna|afterpay`);
const purchases = any(`
    orders?|rides?|trips?|purchases?|payments?|transfers?|charges?|withdrawals?|transactions?|bookings?|
    top-?ups?|gift cards?`);
const holdings = any(`
    shares?|stocks?|points|miles|crypto|coins?|bitcoins?|investments?|pension|savings|portfolio|
    fixed deposits?`);

// What became of it.
const taken = any(`
    stole(?:n)?|snatch(?:ed)?|grabbed|robbed|mugged|nicked|pinched|pick-?pocketed|swiped|lost|missing|
    misplaced|ripped|thief took|ran off with|vanished|disappeared|mia|left behind|taken from (?:my|our|her|his)|held up`);
const connected = any(String.raw`
    connected|controll?(?:ed|ing|s)?|took (?:over|control)|remoted?|
    (?:get|got|let|logged|is|was|came) (?:[\w'"“”]+ ){0,4}(?:in|on)to|acting on its own|moving by itself|
    by itself|on its own`);
const remoteTools = any(`
    ultra ?viewer|rust ?desk|any ?desk|team ?viewer|quick ?support|supremo|air ?droid|airmirror|
    zoho assist|iperius|hop ?to ?desk|screen ?connect|log ?me ?in|splashtop|dw ?service|alpemix|
    chrome remote desktop|todesk`);
const others = any(`
    someone|somebody|they|he|she|hackers?|criminals?|crooks?|fraudsters?|intruders?|scammers?|thie(?:f|ves)|stranger|caller|technician|man|woman|
    guy|them|him`);
const shutOut = any(`
    can ?(?:not|'?t)(?: even| longer)? (?:open|log|sign|get|access|enter|use)|
    (?:can|could) no longer (?:open|log|sign|get|access|enter|use)|
    (?:unable|not able) to (?:open|log|sign|get|access|enter|use)|won'?t let me (?:in|log|sign|open)|
    lost (?:all )?access|
    (?:opened|active|signed in|logged in|registered) on (?:another|a new|a different|someone else's) (?:device|phone)|
    locked me out|(?:is|are|was|got|been) (?:locked|disabled|blocked)(?! (?:with|by) (?:an? |the |my |its )?(?:passcode|pin|password|code|pattern|face|finger|touch))`);
const tried = any(String.raw`
    
    (?:trying|tries|tried|attempt(?:s|ed|ing)?) (?:\w+ ){0,2}(?:reset|log|sign|get|access|change|guess|break|enter|hack|take over)|
    attempt(?:s|ed)? (?:\w+ )?(?:log-?in|sign-?in)|(?:log-?in|sign-?in|reset) attempts?`);
const changed = any(`
    changed|replaced|reset|updated|altered|edited|
    (?:was|were|been) (?:added|removed|switched off|raised|increased)`);
const exists = any(`
    approved|opened|applied|taken out|took out|granted|signed|received|got|arrived|letter|bill|invoice|
    statement|collectors?|collection|owe|owing|wrote|there(?:'s| is| are| was)|see|found|shows?|
    appeared|in my name|credit report`);
const came = any(
  "came|comes|arrived|got|received|sent|texted|by (?:text|sms|e-?mail)|keeps? coming|popped up",
);
const codes = any(`
    
    (?:registration|verification|confirmation|security|log-?in|sign-?in|activation|access|reset|2fa|sms) codes?|
    otps?`);
const mine = onOneLine(String.raw`
    by me|(?:^|, )(?:changed|reset|updated|replaced|added|removed)|
    (?:i|we) (?:\w+ )?(?:changed|reset|replaced|updated|added|removed|opened|sold|moved)`);
const byMe = any(mine);
const ordinaryLoss = any(String.raw`
    my keys|(?:bus|train|travel|season) (?:pass|ticket|card)|charger|case|cover|earphones?|signal|
    lost (?:\w+ )?(?:interest|weight|hope|faith|patience|count|track|touch)|missing (?:an?|some) \w+|
    (?:library|gym|loyalty|business|sim) cards? holder`);
const told = any(
  String.raw`(?:the |a |my |our |her |his |their )?(?:\w+ )?(?:codes?|otps?|pins?|passwords?|passcode|ssn|social security(?: number)?|dates? of birth|card (?:numbers?|details?|info)|bank (?:details|info|login)|log-?in(?: details)?|credentials|aadhaar|security answers?|seed phrase|recovery phrase|private key|upi pin|cvv)`,
);
/** Nobody is given anything by these. */
const toOwn = any(
  "nobody|no one|none|wife|husband|partner|(?:my|our) (?:son|daughter|doctor|lawyer|accountant)|wi-?fi|door|gate|promo|discount|voucher|zip|post|area|dress|bar|qr|source|country",
);
const people = any(`
    mother|mum|mom|father|dad|sister|brother|son|daughter|wife|husband|friends?|contacts?|family|
    relatives?|colleagues?|cousin|aunt|uncle|boss|everyone`);

const inEnglish: readonly Frame[] = [
  { of: phones, does: taken, without: ordinaryLoss, tells: { gone: "device.phone" } },
  { of: sims, does: taken, without: ordinaryLoss, tells: { gone: "sim.main" } },
  { of: cards, does: taken, without: ordinaryLoss, tells: { gone: "card.bank" } },
  { of: papers, does: taken, without: ordinaryLoss, tells: { gone: "document.id-card" } },
  {
    of: remoteTools,
    does: any(
      String.raw`through|with|using|via|install\w*|download\w*|connect\w*|open\w*|use|used|on|called`,
    ),
    tells: { isSteered: true },
  },
  {
    of: computers,
    does: connected,
    with: others,
    without: any("router|printer|wi-?fi|monitor|network|tv|projector|charger|speakers?"),
    tells: { isSteered: true },
  },
  {
    of: computers,
    does: any(String.raw`
    acting on its own|moving (?:by itself|on its own)|
    (?:click|typ|open)\w* (?:things )?(?:by itself|on its own)`),
    tells: { isSteered: true },
  },
  { of: accounts, does: shutOut, tells: { sign: "kicked-off" }, isOfDenial: true },
  { of: accounts, does: tried, with: others, tells: { sign: "notice" } },
  {
    of: accounts,
    does: any("(?:log-?in|sign-?in|reset) attempts?|attempted (?:log-?in|sign-?in)"),
    tells: { sign: "notice" },
  },
  {
    of: details,
    does: changed,
    without: any(`(?:its|their) (?:new )?address|company|shop|${mine}`),
    tells: { sign: "notice", isDone: true },
  },
  { of: credits, does: exists, ifDisowned: true, tells: { sign: "new-account" }, isOfDenial: true },
  { of: purchases, does: exists, ifDisowned: true, tells: { sign: "row" }, isOfDenial: true },
  {
    of: holdings,
    does: any("sold|cashed in|liquidated|redeemed|transferred|moved|withdrew|withdrawn|emptied"),
    with: others,
    without: any(`to an? (?:stranger|man|woman)|girlfriend|boyfriend|${mine}`),
    tells: { sign: "money-gone" },
  },
  {
    of: accounts,
    does: any("hacked|taken over|hijacked|compromised|broken into|stolen"),
    without: any("phone|i?phones?|laptop|computer|card|hackers?"),
    tells: { sign: "somebody-in" },
  },
  {
    of: details,
    does: any("(?:isn't|not|aren't|no longer) (?:mine|ours|my own)(?: any ?more)?"),
    isOfDenial: true,
    tells: { sign: "notice", isDone: true },
  },
  {
    of: any("notifications?|prompts?|requests?|pop-?ups?|alerts?|push(?:es)?"),
    does: any("approv\\w*|allow|confirm|authori[sz]e|sign[- ]?in|log[- ]?in|mfa|duo"),
    with: any(
      "keeps?|every|getting|many|lots|constant\\w*|spam\\w*|flood\\w*|again|got|received|dozens|hundreds|popping|bombard\\w*",
    ),
    tells: { sign: "prompt" },
  },
  {
    of: told,
    does: any(
      "(?:gave|given|told|shared|read|typed|entered|sent|handed|provided|filled in|confirmed)(?! (?:me|us|back|nobody|no one|none))",
    ),
    with: any(
      "them|him|her|someone|somebody|callers?|man|woman|guy|lady|links?|sites?|websites?|page|strangers?|scammers?|fake|agent|officer|buyer|seller|support|technician|phishing",
    ),
    without: toOwn,
    tells: { sign: "given" },
  },
  {
    of: any("balance|account|savings"),
    does: any("negative|overdrawn|minus|in the red|drained|emptied|zero|wiped"),
    without: any(`${mine}|this month|until payday|end of the month`),
    tells: { sign: "money-gone" },
  },
  {
    of: any("texts?|codes|sms|messages|otps"),
    does: any(
      String.raw`(?:not|n't|no longer|stopped|never) (?:\w+ )?(?:receiv\w*|getting|get|arriv\w*|coming)(?: (?:any|my))?(?: \w+){0,3} (?:any ?more|at all|any longer)`,
    ),
    without: any("friends?|colleagues?|customers?|he|she|they"),
    isOfDenial: true,
    tells: { sign: "no-codes" },
  },
  { of: any("phone|sim|number|i?phone|handset"), does: any("cloned|duplicated"), tells: { sign: "moving" } },
  {
    of: codes,
    does: came,
    without: any(String.raw`(?:no|any|without) (?:\w+ )?(?:codes?|otps?)`),
    tells: { sign: "code" },
  },
  {
    of: any("sos|calls?|texts?|messages?|signal|service|network|data"),
    does: any(
      String.raw`sos (?:only|mode|instead|in|where)|(?:show|say|read|display)\w* ["'“]?sos|
      (?:can(?:no|')?t|couldn't|could not|unable to|not able to) (?:even )?(?:make|receive|send|get)(?: or \w+)? (?:any |phone )?(?:calls?|texts?|messages?|signal|service)|
      no (?:texts?|messages?|calls?),? (?:and |or )?(?:no )?(?:texts?|messages?|calls?|data|signal)`,
    ),
    without: any("wi-?fi calling|credit|top-?up|bill"),
    isOfDenial: true,
    tells: { sign: "no-service" },
  },
  {
    of: purchases,
    does: any("made|initiated|placed|set up|attempted|scheduled|sent|did|requested|executed"),
    with: others,
    without: byMe,
    tells: { sign: "row" },
  },
  {
    of: any("lines?|number|client|customer|sim"),
    does: any(
      "no longer (?:listed as )?(?:a |their )?(?:client|customer)|(?:is|was|are|were) now (?:under|with|at|on) \\S+",
    ),
    without: any("myself|ourselves|i switched|we switched"),
    isOfDenial: true,
    tells: { sign: "moving" },
  },
  {
    of: people,
    does: any(
      String.raw`(?:says?|said|tells?|asks?|asked|thinks?|thought|texted|messaged)(?: me)?(?: that| why| if)? (?:i|we) (?:am|'m|was|were|keep|are|had|have)? ?(?:ask|messag|text|begg|writ|send|need)\w*`,
    ),
    tells: { sign: "in-my-name" },
  },
];

export const frames: readonly Frame[] = [
  ...inEnglish,
  ...framesInChinese,
  ...framesOfHanded,
  ...framesOfHands,
  ...framesOfAccounts,
  ...framesOfHandsInChinese,
  // What is only about to be paid is not yet paid.
  ...framesOfTalked,
  ...framesOfOpen,
  ...framesOfMoney,
  ...framesOfMoneyInChinese,
  ...framesOfLed,
  ...framesFurther,
  ...framesFurtherInChinese,
];
