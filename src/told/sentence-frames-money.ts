/**
 * Frames of money: what went without its owner, what the owner paid to whoever lied, and what was opened or owed in a name
 * (`sentence-frames.ts`).
 */
import { any, type Frame } from "./sentence-frame.ts";

const amounts = String.raw`(?:[£$€₹¥]?\d[\d.,]*(?:k|m)?|millions?|billions?|thousands?|hundreds|a grand|\w+ grand|lakhs?|crores?|everything|all of it)`;
const strangers =
  "someone|somebody|they|he|she|hackers?|criminals?|crooks?|fraudsters?|scammers?|thie(?:f|ves)|stranger";
const byMe =
  "(?:i|we) (?:\\w+ )?(?:took|withdrew|moved|sent|paid|spent|bought|sold|cashed|transferred|ordered|broke)|for (?:my|our) (?:car|house|holiday)|to buy|as planned|i ordered";
const liars =
  "man|woman|guy|lady|fellow|caller|officer|agent|police|bank|court|warrant|arrest|customs|microsoft|amazon|boss|ceo|support|technician|inspector|lawyer|prince|lottery|sweepstakes|inheritance|them|him|her";
const vouchers =
  "(?:gift|target|steam|apple|itunes|google play|amazon|razer|walmart|ebay|vanilla|prepaid|scratch)(?:[- ](?:gift|store))? ?(?:cards?|vouchers?)|gift vouchers?|vouchers";

export const framesOfMoney: readonly Frame[] = [
  // What the owner paid.
  {
    of: any(
      "(?:safe|secure|holding|new|other|temporary|different|their|his|protected) accounts?|wallet address|to them",
    ),
    does: any(
      "(?:, |^)(?:so |and )?(?:i|we|she|he|mum|mom|dad) (?:did|complied|obeyed|followed)(?: (?:it|so|that|as|what|his|her|their)\\b)?",
    ),
    with: any(
      "(?:told|asked|instructed|advised|ordered|persuaded|convinced|made) .{0,16}(?:move|transfer|send|put|wire|pay)",
    ),
    without: any(
      "did (?:not|n't|nothing)|didn't|my (?:bank|adviser|advisor) (?:recommended|branch)|my (?:wife|husband|partner) (?:told|asked)",
    ),
    tells: { sign: "paid" },
  },
  {
    of: any(vouchers),
    does: any(
      "read|scratch\\w*|photograph\\w*|told|sent|gave|texted|bought|got|dictated|spelled|spelt|loaded|payment in|paid in|faith",
    ),
    with: any(
      `wanted|asked for|demanded|payment|numbers?|codes?|backs?|pictures?|photos?|pins?|(?:to|for) (?:an?|the) (?:${liars}) (?:from|on|who (?:rang|called|said))`,
    ),
    without: any("birthday|christmas|team|niece|nephew|grandson|present|for myself|in stock"),
    tells: { sign: "paid-in-gift-cards" },
  },
  {
    of: any(`cash|notes|money|savings|gold|bullion|coins|${amounts}`),
    does: any("gave|packed|posted|mailed|shipped|boxed|wrapped|parcelled|couriered|fedexed|handed"),
    with: any(
      "ups|fedex|usps|dhl|courier|parcel|box|envelope|foil|driver|man|woman|for them|to them|for him|to him",
    ),
    without: any(
      "cash cards?|pizza|food|meals?|flowers|delivery|tip|taxi|tickets?|bride|groom|birthday|wedding|dishes|gift|donation|landlord|plumber|charity",
    ),
    tells: { sign: "paid-in-cash" },
  },
  {
    of: any(
      "jail|prison|ransom|lottery|sweepstakes?|prize|inheritance|winnings|grant|jackpot|warrant|digital arrest|bail",
    ),
    does: any("(?:posted|sent|paid|wired|transferred|mailed|gave|given|rtgs'?d|neft'?d|imps'?d|handed)"),
    without: any("tickets?|bought a"),
    tells: { sign: "paid" },
  },
  {
    of: any(
      "digital arrest|warrant|bail|fine|tax|customs|ceo|boss|voice (?:note|message)|ai|deepfake|new number",
    ),
    does: any(
      "(?:rtgs|neft|imps|wire|zelle|pix)(?:'?d|ed)?|(?:wired|transferred|remitted)|to wire (?:it|them|the money)",
    ),
    without: any("(?:i|we) (?:did not|didn't|refused)|salary"),
    tells: { sign: "paid" },
  },
  {
    of: any("invoice|supplier|solicitor|landlord|vendor|contractor|bank details|account details"),
    does: any(
      "(?:bank |account )?(?:details|account) (?:were|was|had been|got|have been) (?:switched|changed|swapped|altered|replaced|faked)",
    ),
    with: any("paid|sent|transferred|wired|payment|invoice"),
    tells: { sign: "paid" },
  },
  {
    of: any("bitcoins?|btc|usdt|ethereum|crypto"),
    does: any(
      "(?:sent|transferred|moved|wired) .{0,40}to (?:an?|the|his|her|their|some) (?:\\w+ )?(?:address|wallet|account|platform|stranger|exchange)",
    ),
    without: any("my own|to my|they|hackers?|someone|somebody"),
    tells: { sign: "paid-in-crypto" },
  },
  {
    of: any("invest\\w*|trading|traded|platform|broker|exchange|site|app"),
    does: any(
      "(?:can(?:'t|not| not)|couldn't|unable to|won't let me|not able to) (?:\\w+ )?(?:withdraw|cash out|take .{0,12} out|get .{0,16} (?:out|back))|(?:pay|fee|tax) .{0,20}(?:to withdraw|before .{0,12}withdraw)",
    ),
    isOfDenial: true,
    tells: { sign: "paid" },
  },
  {
    of: any(
      "stranger|girlfriend|boyfriend|fianc[eé]e?|dating|lover|online friend|met online|never met|instructions",
    ),
    does: any(
      "(?:moved|sent|gave|transferred|wired|paid|lent|invested|zelled|followed (?:his|her|their) instructions)",
    ),
    with: any("savings|money|zelle|retirement|thousand|grand|transfer|bank|invested|it was gone|loan"),
    without: any("my own|birthday|present|rent"),
    tells: { sign: "paid" },
  },
  {
    of: any("bitcoin|btc|crypto|coin"),
    does: any("(?:put|fed|paid|deposited|inserted|loaded)"),
    with: any("machine|atm|kiosk|officer|warrant|caller|they|he|she"),
    without: any("my own wallet|invested"),
    tells: { sign: "paid-in-crypto" },
  },
  {
    of: any("son|daughter|friend|boss|bank|seller|landlord|company|him|her|them"),
    does: any(
      "(?:it|that) (?:wasn't|was not|isn't|never was) (?:him|her|them|my \\w+|the \\w+|really)|turn(?:s|ed) out (?:it|that|he|she|they)",
    ),
    with: any("paid|sent|transferred|wired|rent|thousand"),
    without: any("wasn't (?:him|her) who rang"),
    isOfDenial: true,
    tells: { sign: "paid" },
  },
  // What went without them.
  {
    of: any(
      `(?:from|out of) (?:my|our|her|his|mum's|mom's|dad's|the) (?:\\w+ )?(?:accounts?|savings|card|wallet|pension|bank)`,
    ),
    does: any(
      `(?:${strangers}) (?:\\w+ ){0,2}(?:removed|took|taken|pulled|moved|transferred|withdrew|siphoned|cleared|drew|helped themselves)`,
    ),
    without: any(byMe),
    tells: { sign: "money-gone" },
  },
  {
    of: any(String.raw`\d[\d.,]{2,}|amount|rupees|dollars|pounds|money|deductions?|charges?`),
    does: any(
      "(?:was|were|been|got|had been|is) (?:\\w+ )?(?:deducted|debited|charged|withdrawn|billed|drawn)|(?:deductions?|charges?) from .{0,30}(?:times|numerous|repeatedly|again)",
    ),
    without: any(
      "salary|emi|subscription|bill|planned|rent|standing|by me|(?:i|we) (?:was|were) charged|refund\\w*|mortgage|fee for",
    ),
    tells: { sign: "row" },
  },
  {
    of: any("che(?:ck|que)s?|che(?:ck|que)book"),
    does: any("stole|stolen|washed|forged|altered|cashed|cloned|intercepted"),
    with: any("someone|somebody|thie(?:f|ves)|mailbox|stole|stolen|forged|washed"),
    without: any("i cashed|my salary"),
    tells: { sign: "row" },
  },
  {
    of: any(
      "overdrawn|checking|savings|current account|account|bank|balance|overdraft|card|isa|pension|pot|fd|fixed deposit|wallet|fund|super",
    ),
    does: any(
      `(?:taken|gone|went|moved|sent|drawn|pulled|siphoned|skimmed) (?:out|from|away|off)|(?:been |was |were )?(?:cashed in|broken|liquidated|drain(?:ed|ing)|clear(?:ed|ing)|empt(?:ied|ying))|overdrawn|${amounts} (?:had |has |have |was |were |been )*(?:gone|taken|missing|moved|sent)`,
    ),
    with: any(
      `noticed|find|found|see|saw|now|hear|next|been|had|haven't|never|don't|woke|overnight|${strangers}`,
    ),
    without: any(`${byMe}|standing order|direct debit|planned|mortgage|loans?`),
    tells: { sign: "money-gone" },
  },
  {
    of: any("fds?|fixed deposits?|shares|stocks|isa|pension|coins|crypto|gold|bonds?"),
    does: any("broken|sold(?: off)?|cashed(?: in| out)?|closed|liquidated|redeemed"),
    with: any(`${strangers}|been|next|don't bank|sent by|paid (?:in)?to an account`),
    without: any(`their (?:own )?\\w+|${byMe}`),
    tells: { sign: "money-gone" },
  },
  {
    of: any("grand|thousand|lakhs?|crores?|savings|money|pounds|dollars|rupees|quid"),
    does: any(
      "(?:had |has |was |were |is |are |have )(?:\\w+ )?(?:gone|vanished|disappeared|missing|been taken)|went twice|went out of",
    ),
    without: any(byMe),
    tells: { sign: "money-gone" },
  },
  {
    of: any("charges?|withdrawals?|payments?|purchases?|transfers?|transactions?|orders?"),
    does: any(
      "hit|listed|shows?|showing|appear\\w*|popp(?:ed|ing) up|keep coming|to an?|in (?:a|the|another)?|from|at",
    ),
    ifDisowned: true,
    without: any(byMe),
    isOfDenial: true,
    tells: { sign: "row" },
  },
  {
    of: any(
      "(?:on|with|using|from|via) (?:my|our|her|his) (?:\\w+ )?(?:account|card|contactless|apple pay|credit|name|wallet|paypal|login)",
    ),
    does: any("spent|bought|collected|ordered|booked|used|rented|hired|shopped|paid|charged"),
    with: any(
      `${strangers}|(?:was|were|been|got|being) (?:collected|bought|ordered|booked|rented|hired|charged)`,
    ),
    without: any(byMe),
    tells: { sign: "row" },
  },
  {
    of: any("card|purse|wallet|contactless|it|visa|mastercard"),
    does: any("(?:been|being|was|were) used (?:\\w+ )?(?:times?|since|again|twice|in|at|abroad)"),
    with: any("bank|statement|they|app|since|stolen|lifted|lost"),
    without: any("by me|by us|by my"),
    tells: { sign: "row" },
  },
  {
    of: any("klarna|clearpay|afterpay|affirm|paypal|amazon|argos|uber|deliveroo|littlewoods|very|catalogue"),
    does: any("wants? (?:money|payment|me to pay)|chasing|bill(?:ed|ing)?|charged|owe"),
    with: any("went to|address|never|not|didn't|somebody|someone|don't"),
    isOfDenial: true,
    tells: { sign: "row" },
  },
  // In a name.
  {
    of: any(
      "loans?|lines?|cards?|accounts?|contracts?|(?:cell )?phones?|furniture|tvs?|car|lease|mortgage|catalogue|credit|tenancy|business|company|student loan|one",
    ),
    does: any(
      "(?:under|in|with|using) (?:my|our|her|his|my \\w+'s|your) (?:\\w+ )?(?:name|id|passport|papers|documents|national insurance number|ssn|social security number|identity|aadhaar|pan(?: card)?|cpf|details|national insurance)|(?:a|the) (?:\\w+ )?(?:loan|car|phone|contract|lease|card) (?:that )?(?:i|we) never (?:took|leased|signed|had|ordered|bought)|(?:says?|tells?|tell|told)(?: me| us)?(?: that)? (?:i|we) (?:(?:took|got|opened|leased|owe)\\b|(?:have|had) .{0,16}(?:loans?|debts?|mortgages?|lines?|contracts?))",
    ),
    without: any("(?:i|we) (?:opened|have|took|signed) .{0,20}in (?:my|our)|not in my name"),
    isOfDenial: true,
    tells: { sign: "new-account" },
  },
  {
    of: any("application|account|card|loan|credit"),
    does: any(
      "(?:application|request) .{0,40}(?:has been |was |is )?(?:approved|accepted|received|declined|rejected)|rejection letter|welcome (?:letter|pack|e-?mail)",
    ),
    with: any("congratulations|letters?|never|not|didn't"),
    without: any("(?:i|we) (?:applied|asked|opened)|visa|passport|school|job|mine"),
    isOfDenial: true,
    tells: { sign: "new-account" },
  },
  {
    of: any("vehicle|car|van|truck|furniture|tvs?|equipment|phones?|flat|apartment"),
    does: any("rented|hired|leased|financed|rental|return"),
    ifDisowned: true,
    isOfDenial: true,
    tells: { sign: "new-account" },
  },
  {
    of: any("(?:debt )?collectors?|collection agency|bailiffs?|debt recovery"),
    does: any(
      "(?:i|we) (?:owed?|am|'m|are) |for an? (?:\\w+ )?(?:loan|card|account|debt)|turned up|chasing|ringing|wrote",
    ),
    without: any("forgot|late|gym|i do owe|my own|overdue rent"),
    tells: { sign: "new-account" },
  },
  {
    of: any("collectors?|bailiffs?|debt|lender|loan company|finance company|court"),
    does: any(
      "never (?:leased|had|took|signed|bought|borrowed|ordered)|(?:don't|didn't|do not|did not) (?:owe|borrow|take|lease|sign|have)|nothing to do with",
    ),
    isOfDenial: true,
    tells: { sign: "new-account" },
  },
  {
    of: any("deposit|flat|apartment|house|car|puppy|dog|holiday|tickets?|advert|ad"),
    does: any(
      "(?:real )?(?:owner|landlord|agency|hotel|seller) .{0,16}(?:never heard|knows nothing|does not know|doesn't know)|(?:does not|doesn't|did not|didn't) exist|no such (?:flat|house|address|booking|hotel)",
    ),
    isOfDenial: true,
    tells: { sign: "paid" },
  },
  {
    of: any(strangers),
    does: any("(?:run|ran|racked|running) up|maxed out|blew|blown|went shopping"),
    with: any(String.raw`\d[\d.,]*|card|account|bill|thousands?|hundreds|limit`),
    without: any(byMe),
    tells: { sign: "row" },
  },
  {
    of: any("order|parcel|headphones|goods|items?|things|phones?|laptop|trainers|clothes"),
    does: any("(?:shipped|sent|going|went) to (?:an?|some) (?:stranger|unknown|strange)"),
    without: any(byMe),
    tells: { sign: "row" },
  },
  {
    of: any("cards?|statement|account|contract|phone"),
    does: any("out of the blue|(?:i|we) bank (?:elsewhere|with)"),
    with: any("sent|came|arrived|letter|post|got"),
    without: any("promotion|offer"),
    tells: { sign: "new-account" },
  },
  {
    of: any("balance|money|savings|funds|everything|salary account"),
    does: any(
      "(?:was|were|been|is|being|got) (?:transferred|moved|sent|withdrawn|paid) (?:out )?(?:to|by|into) (?:an? |some )?(?:unknown|stranger|someone|somebody|another|unfamiliar)",
    ),
    without: any(byMe),
    tells: { sign: "money-gone" },
  },
];
