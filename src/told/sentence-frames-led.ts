/**
 * Frames of what somebody was led to by whoever rang or wrote: a code passed on, an app put on (a card handed over stands in
 * `sentence-frames-handed.ts`); and of what came of it: an empty wallet, an account one is out of, a card tried elsewhere (`sentence-frames.ts`).
 */
import { any, type Frame, zh } from "./sentence-frame.ts";
import { kin } from "./sentence-frames-hands.ts";

const officials =
  "carabinier\\w+|police(?:man|woman)|police officer|officer|inspector|detective|prosecutor|marshal|sergeant|bailiff|taxman";
const unknownCallers = `someone|somebody|an? (?:\\w+ )?(?:man|woman|lady|guy|voice|lawyer|solicitor|agent|representative|clerk|official|stranger|recording|robot)|(?:the |a )?(?:\\w+ )?(?:department|ministry|tax office|customs|court|embassy|registry)`;
const secrets =
  "(?:\\w+ )?codes?|otps?|pins?|passwords?|passcodes?|tans?|(?:\\w+ )?digits|numbers? (?:they|he|she|it) (?:sent|texted)";
const noSecrets =
  "wi-?fi|door|gate|netflix|spotify|promo\\w*|discount|voucher|dress|zip|area|post(?:al)?|dial\\w*|booking|alarm|source|qr|bar|colou?r|my (?:wife|husband|partner|son|daughter|mum|mom|mother)|meeting|class|invite|referral|friend code";
const apps =
  "whatsapp|telegram|instagram|facebook|gmail|icloud|apple id|snapchat|tiktok|wechat|line app|outlook|paypal|linkedin|signal app";
const holdings = "shares?|stocks?|portfolio|holdings|bonds|funds|etfs?|coins|crypto|bitcoins?";
const sums = String.raw`[£$€₹¥]?\d[\d.,]*(?:k|m)?|money|cash|funds`;

export const framesOfLed: readonly Frame[] = [
  // Told and let in.
  {
    of: any(secrets),
    does: any(
      `(?:${kin}|my \\w+) (?:\\w+ )?(?:gave|told|sent|read|passed|forwarded|dictated) (?:it|them)\\b(?! (?:back|away|a miss))`,
    ),
    without: any(noSecrets),
    tells: { sign: "given" },
  },
  {
    of: any("pins?|codes?|bank(?:ing)? passwords?"),
    does: any(
      "(?:made|forced|had) (?:me|us|her|him|them|my \\w+) (?:\\w+ )?(?:say|tell|give|type|enter|write|hand|reveal|read)",
    ),
    without: any(`${noSecrets}|teacher|games?|lesson|class`),
    tells: { sign: "given" },
  },
  {
    of: any("(?:their|his|her|this|that|the) (?:\\w+ )?(?:app|apk|program|software|file|tool)"),
    does: any("(?:put|installed|downloaded|loaded|got|opened|ran|added|side-?loaded)"),
    with: any("phone|mobile|android|tablet|laptop|computer|pc|iphone"),
    without: any("order|loyalty|points|camera|gym|school|shop|child|son|daughter|bank's own|own bank"),
    tells: { isSteered: true, ifDeceived: true },
  },
  {
    of: any("phone|mobile|android|screen|computer|laptop|tablet|(?:bank(?:ing)? )?app|mouse|cursor"),
    does: any(
      "(?:making|doing|sending|opening|typing|tapping|clicking|swiping|scrolling|transferring|moving)(?: \\w+){0,3} (?:by itself|by themselves|on its own|all by itself)",
    ),
    without: any("updates?|updating|printer|restart\\w*|robot|vacuum|doors?|backups?|photos?"),
    tells: { isSteered: true },
  },
  {
    of: any("bank(?:ing)?|money|payments?|transfers?|wallet|upi"),
    does: any(
      "(?:making|doing|sending) (?:\\w+ )?(?:transfers?|payments?|money)(?: \\w+){0,2} (?:by itself|by themselves|on its own)|(?:transfers?|payments?) (?:are |were |is |keep )?(?:going out|leaving|being made) (?:by itself|by themselves|on their own)",
    ),
    without: any("standing orders?|direct debits?|scheduled|savings plan"),
    tells: { sign: "row" },
  },
  // Called.
  {
    of: any(unknownCallers),
    does: any(
      "(?:called|rang|phoned|telephoned)(?: (?:me|us|her|him|my \\w+))?(?: and)? (?:that|saying|claiming|asking|demanding|wanting)",
    ),
    without: any("back|taxi|for help|the (?:school|doctor|dentist|garage|plumber)|back to"),
    tells: { sign: "call" },
  },
  {
    of: any(`(?:a|an|the|some) (?:\\w+ )?(?:${officials})`),
    does: any(`(?:${officials}) (?:\\w+ )?(?:called|rang|phoned|telephoned)(?! (?:off|back|at|on))`),
    tells: { sign: "call" },
  },
  {
    of: any("numbers?|digits|codes?"),
    does: any("asked (?:me|us|her|him|my \\w+) (?:for|to (?:read|say|tell|give))"),
    with: any("(?:they|he|she|it) (?:sent|texted|had sent)|sent to (?:me|us|my \\w+)|by (?:text|sms)"),
    without: any("parcel|delivery|my (?:wife|husband|son|daughter|mum|mom|doctor)|pharmacy|hotel"),
    tells: { sign: "call" },
  },
  // What came of it.
  {
    of: any("wallet|account|balance|momo|m-?pesa|savings"),
    does: any("(?:is|was|reads|shows|says|went to|stands at|at) (?:now )?(?:zero|0(?:\\.00)?|nil|empty)"),
    without: any(
      "bills?|invoices?|loans?|mortgage|used up|spent|payday|new (?:wallet|account)|leather|score|fine|fee|overdraft is zero|my purse",
    ),
    tells: { sign: "money-gone" },
  },
  {
    of: any(apps),
    does: any(
      `(?:i|we|she|he)(?:'m| am| was| are|'re| is|'s)? (?:\\w+ )?(?:out of|kicked from|thrown off) (?:my |our |her |his )?(?:${apps})(?! (?:group|chat|page|list))`,
    ),
    without: any("left|deleted|uninstalled|quit|on purpose|love"),
    tells: { sign: "kicked-off" },
  },
  {
    of: any(
      "cousin|friends?|sister|brother|aunt|uncle|mother|mum|mom|neighbou?r|colleagues?|boss|family|people",
    ),
    does: any(
      "(?:says?|said|asks?|asked|tells?|told me|wrote|writes)(?: \\w+)?(?: that| if| why)? i(?: am|'m| was|'d been| had been) (?:\\w+ )?(?:selling|offering|borrowing|begging|asking|needing|collecting)",
    ),
    with: any("dollars?|euros?|pounds?|money|loans?|crypto|bitcoins?|usdt|invest\\w*|i?phones?|cars?|help"),
    without: any(
      "too (?:cheap|much|hard)|my (?:old )?(?:car|house|bike|flat|phone|things)|garage sale|charity",
    ),
    tells: { sign: "in-my-name" },
  },
  // Who writes in a name is told of by whoever was written to: `I asked him for a loan, I never wrote that`.
  {
    of: any("whatsapp|telegram|messenger|instagram|facebook|wechat|line app|signal app|text|message|chat"),
    does: any(
      "(?:i|we) (?:had |have )?(?:asked|wrote|texted|messaged|begged|requested|needed) (?:him|her|them|everyone|people|for|my \\w+)",
    ),
    with: any("loans?|money|lend|cash|transfer|pay|paid|[£$€]?\\d[\\d.,]{2,}|codes?|gift cards?"),
    ifDisowned: true,
    isOfDenial: true,
    tells: { sign: "in-my-name" },
  },
  // Alarms in a row.
  {
    of: any(
      "(?:password|passcode|e-?mail|phone number|recovery|security|device) (?:changes?|changed|updates?|updated|removed|added) (?:notices?|alerts?|notifications?|confirmations?|warnings?)|security (?:alerts?|warnings?|notifications?)|notices? of (?:a )?(?:changed|new) (?:password|device|e-?mail)",
    ),
    does: any(
      "(?:a |the )?(?:flood|barrage|series|string|lots|loads|dozens|bunch|wave|stream) of|got|received|receiving|getting|keep|kept|came|coming|arrived|arriving|from|woke|saw|several|many",
    ),
    without: any(
      "no|(?:i|we) (?:set|asked|turned|signed|changed|requested|switched|enabled|updated)|subscrib\\w*|my own|after (?:i|we) changed",
    ),
    tells: { sign: "notice", isDone: true },
  },
  {
    of: any("cards?|card (?:details|number)"),
    does: any(
      "(?:someone|somebody|they|he|thie(?:f|ves)|a stranger|hackers?) (?:is |was |has |have |had |are |just )?(?:tr(?:ied|ying|ies)|attempt(?:ed|ing|s)?|wanted) (?:to )?(?:\\w+ ){0,2}(?:buy|pay|use|spend|charge|withdraw|purchase|book|order)",
    ),
    with: any("my|our|her|his"),
    without: any("game|library|loyalty|for me|gift|birthday|travel card|bus card"),
    tells: { sign: "row" },
  },
  {
    of: any(sums),
    does: any(
      "(?:was|were|has been|have been|got|is being) (?:\\w+ )?(?:taken out|withdrawn|drawn out|pulled out)",
    ),
    with: any(
      "(?:another|a different|some other) (?:city|town|country|state|place)|abroad|overseas|not (?:by )?(?:me|us)|wasn't me|i never|(?:i|we) didn't|(?:i|we) did not",
    ),
    without: any("oven|bin|by (?:me|my \\w+)|for (?:rent|the (?:trip|holiday))"),
    isOfDenial: true,
    tells: { sign: "row" },
  },
  {
    of: any(`(?:my|our|her|his|mum's|mom's|dad's) (?:\\w+ )?(?:${holdings})`),
    does: any(
      "(?:brother|sister|son|daughter|nephew|niece|husband|wife|ex|cousin|father|mother|carer|neighbou?r) (?:\\w+ )?(?:sold|cashed in|liquidated|emptied|redeemed)",
    ),
    without: any(
      "for (?:me|us|her|him)|asked (?:him|her)|i (?:asked|told)|as (?:agreed|planned|i wanted)|on (?:my|our) behalf|his own|her own",
    ),
    tells: { sign: "money-gone" },
  },
  {
    of: zh("账号|账户|帐号|苹果|apple ?id|icloud|微信|支付宝|邮箱"),
    does: zh(
      "(?:里|上|下面|中)?(?:突然|忽然)?(?:多(?:绑|加|登)?(?:了|出)|冒出|添了|加了|被加)[^，。]{0,12}(?:号码|手机号|设备|电话|邮箱|手机)",
    ),
    with: zh("不认识|陌生|没见过|不是我|别人|没加过|不知道谁|没绑过"),
    without: zh("未接|来电|好友申请|短信"),
    isOfDenial: true,
    tells: { sign: "notice", isDone: true },
  },
];
