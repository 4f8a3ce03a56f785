/**
 * Frames of somebody who is being talked into a payment just now: on the line with whoever lies, on the way to the bank,
 * told to move it. Nothing is paid yet, so nothing is called back: the talk is ended (`sentence-frames.ts`).
 */
import { any, type Frame, zh } from "./sentence-frame.ts";
import { kin } from "./sentence-frames-hands.ts";

const others = kin.replace("|i|we", "");
const them = `her|him|them|my \\w+|our \\w+|${others}`;
/** Whoever lies, as those who look on speak of them; a bank, the police and one's own people are rung every day. */
const strangers =
  "(?:(?:the|an?|this|that|some|the same) )?(?:[\\w'-]+ ){0,2}(?:scammers?|fraudsters?|crooks?|con ?m[ae]n|thie(?:f|ves)|hackers?|impostors?|impersonators?|callers?|strangers?|man|woman|guy|lady|person|someone|somebody|fake|false|supposed|so-called)";
const keeper =
  "(?:\\w+ )?(?:bank|branch|carrier|provider|insurer|hotline|fraud (?:team|department|line)|police)";
/** Of whom no citizen is rung about their money: to be on a line with one is to be lied to. */
const officials =
  "(?:an?|the|some) (?:\\w+ )?(?:prosecutors?|judge|bailiff|customs officer|interpol(?: officer)?|fbi agent|cbi officer|tax (?:officer|inspector)|taxman)";
const endsIt =
  "(?:hang(?:ing)? up|put(?:ting)? the phone down|(?:get(?:ting)?|come|go) off the (?:phone|line)|off the (?:phone|line)|end the call)";
const notNow = "yesterday|last (?:night|week|month)|earlier|ago|this morning|later|tomorrow";
const ownCalls = `hung up|ended the call|put the phone down|(?<!\\b(?:is|are|was|be|being) )(?:from|at|with|to) (?:my|our) ${keeper}`;
const toStopIt =
  "(?:block|stop|cancel|freeze|report|prevent|get|ask|complain|close|change|tell|call|ring|phone|speak|talk|dispute|reverse|recover|take back)";

export const framesOfTalked: readonly Frame[] = [
  {
    of: any("phone|line|telephone|call|video ?call|talking|speaking"),
    does: any(
      `(?:is|are|am|'s|'m|'re|has been|have been)(?: \\w+){0,2} (?:(?:on|in) (?:the|a|his|her) (?:phone|line|telephone|(?:video ?)?call)|talking|speaking)(?: (?:right now|now|still|at this moment|for [\\w ]{1,10} hours?))* (?:with|to) ${strangers}|(?:scammer|fraudster|crook|thief|hacker|impostor|caller|stranger) is (?:\\w+ )?(?:on the (?:phone|line)|talking|speaking)`,
    ),
    without: any(`${ownCalls}|${notNow}`),
    tells: { sign: "led", ifDeceived: true },
  },
  // Whoever is said to be somebody, or is called what they are, needs no other word of a lie.
  {
    of: any("phone|line|telephone|call|video ?call|talking|speaking"),
    does: any(
      `(?:is|are|'s|'re|has been|have been)(?: \\w+){0,2} (?:on (?:the|a) (?:phone|line|telephone|(?:video ?)?call)|talking|speaking)(?: (?:right now|now|still|for [\\w ]{1,10} hours?))* (?:with|to) ${strangers}`,
    ),
    with: any(
      "(?:who|that) (?:says?|claims?|pretends?)|saying|claiming|fake|false|scammers?|fraudsters?|crooks?|impostors?",
    ),
    without: any(`${ownCalls}|${notNow}`),
    tells: { sign: "led" },
  },
  // Nobody honest keeps somebody on a line, and no court rings about money.
  {
    of: any("hang up|hanging up|phone|line|call"),
    does: any(
      `(?:won't|will not|doesn't|does not|wouldn't|would not|not|refuses to) (?:let|letting|allow|allowing) (?:me|us|${them}) (?:to )?${endsIt}|(?:told|tells|telling|ordered|orders|ordering|forbids|forbidding) (?:(?:me|us|${them}) )?(?:(?:not|never) to ${endsIt}|to (?:not|never) ${endsIt}|to stay on the (?:phone|line))|(?:man|woman|guy|lady|voice|caller|someone|somebody|stranger|he|she|they) (?:\\w+ )?(?:keeps|keeping) (?:me|us|${them}) on the (?:phone|line)`,
    ),
    without: any(
      `hung up|ended the call|${notNow}|hold|queue|hospital|doctor|nurse|ambulance|999|911|112|operator`,
    ),
    isOfDenial: true,
    tells: { sign: "led" },
  },
  {
    of: any("phone|line|telephone|(?:video ?)?call|whatsapp|skype|zoom|telegram|hours?"),
    does: any(
      `(?:is|are|'s|'re|has been|have been)(?: \\w+){0,2} (?:on (?:the|a) (?:phone|line|telephone|(?:video ?)?call)|talking|speaking)(?: (?:right now|now|still|for [\\w ]{1,10} hours?))* (?:with|to) ${officials}`,
    ),
    without: any(`${ownCalls}|${notNow}|court|case|trial|lawyer|solicitor|friend`),
    tells: { sign: "led" },
  },
  {
    of: any("phone|line|telephone|(?:video ?)?call"),
    does: any(
      `${strangers}(?: from (?!(?:the|my|our|her|his) ${keeper})[\\w&' ]{2,30}?)? (?:is|are|'s|'re) (?:\\w+ )?(?:on|in) (?:the|a|her|his) (?:phone|line|(?:video ?)?call) (?:with|to) (?:${them})`,
    ),
    without: any(`${ownCalls}|${notNow}`),
    tells: { sign: "led", ifDeceived: true },
  },
  {
    of: any(
      "(?:gift|steam|itunes|apple|google play|amazon|razer|xbox|prepaid|vanilla) (?:gift )?(?:cards?|vouchers?)",
    ),
    does: any(
      `(?:${them}|${others}) (?:is|are|'s|'re)(?: [\\w']+){0,6} (?:buying|about to buy|going to buy|getting|queu(?:e?ing|ing) for|paying for|to buy)`,
    ),
    without: any(
      `${notNow}|birthday|present|christmas|for (?:my|our|her|his|the) (?:son|daughter|niece|nephew|grand\\w+|teacher|kids?)`,
    ),
    tells: { sign: "led", ifDeceived: true },
  },
  {
    of: any("phone|line|telephone|call"),
    does: any(
      "(?:he|she|they|caller|man|woman|officer) (?:is|are|'s|'re) (?:still )?on the (?:phone|line)(?! (?:with|to))|won't (?:hang up|get off the (?:phone|line)|put the phone down)|(?:refuses|does not want|doesn't want) to (?:hang up|get off)|(?:he|she|caller|man|woman|officer|scammer|fraudster) (?:\\w+ )?(?:keeps|keeping) (?:her|him|them|me) on the (?:phone|line)",
    ),
    without: any(`${ownCalls}|${notNow}|(?:bank|carrier) (?:is|has)`),
    isOfDenial: true,
    tells: { sign: "led", ifDeceived: true },
  },
  {
    of: any("transfer\\w*|send\\w*|mov(?:e|ing)|pay\\w*|withdraw\\w*|wire|wiring|bank|branch|cash|gold"),
    does: any(
      `(?:${others}) (?:is|are|'s|'re)(?: \\w+)? (?:about to|going to|on (?:her|his|their) way to|heading (?:to|for)|trying to|transferring|sending|moving|wiring|withdrawing|being (?:talked|pressured|pushed|told|persuaded) (?:into|to)|(?:driving|walking|going|on a bus) to (?:the|her|his) (?:bank|branch)|(?:at|in) (?:the|her|his) (?:bank|branch)(?: \\w+){0,2} (?:withdrawing|transferring|sending|wiring|taking))`,
    ),
    without: any(
      `school|work|shop|the doctor|already|refus\\w*|tomorrow|new card|back|(?:to|going to|about to) ${toStopIt}|to the police`,
    ),
    tells: { sign: "led", ifDeceived: true },
  },
  {
    of: any("transfer|send|move|pay|withdraw|wire|hand over|take out|buy"),
    does: any(
      `(?:wants?|telling|tells|urging|pressing|pushing|asking|instructing) (?:her|him|them|me|us|my \\w+|${others}) to (?:\\w+ )?(?:transfer|send|move|pay|withdraw|wire|hand over|take out|buy)`,
    ),
    with: any("money|savings|cash|account|gold|cards?|it|[£$€]?\\d[\\d.,]*"),
    without: any(
      "my (?:wife|husband|son|daughter|landlord|boss)|rent|bills?|asked|told (?:her|him|me)|did|paid|sent|school",
    ),
    tells: { sign: "led", ifDeceived: true },
  },
  {
    of: zh("电话|通话|视频|语音"),
    does: zh(
      "(?:跟|和|与|同)[^，。,]{0,14}(?:在)?(?:打|通|讲|聊|视频|语音)[^，。,]{0,4}(?:电话|话|通话)?|(?:电话|通话|视频)[^，。,]{0,4}(?:还|一直)?(?:没挂|没断|不挂|不肯挂|不让挂|在打|在通|没结束)|(?:正在|还在|一直在)[^，。,]{0,6}(?:打|接|通)[^，。,]{0,3}(?:电话|话)",
    ),
    without: zh(
      "(?:跟|和|与|同|给|打)(?![^，。,]{0,6}(?:自称|冒充|假|骗))[^，。,]{0,6}(?:银行|客服热线|民警|警察|公安|派出所|反诈|移动|联通|电信|运营商|营业厅|110|9\\d{4}|1\\d{4}|家里|家人|老公|老婆|儿子|女儿|朋友)|挂了|后来|昨|已经(?:挂|报)|挂失|冻结|报警|(?:打|通|聊|讲)(?:了|过)",
    ),
    isOfDenial: true,
    tells: { sign: "led", ifDeceived: true },
  },
  {
    of: zh("转|汇|打款|付款|取(?:钱|现)|存|去银行"),
    does: zh(
      "(?:她|他|妈|爸|老人|奶奶|爷爷|外婆|外公|婆婆|公公|父亲|母亲|家里人)[^，。,没不]{0,6}(?:正在|马上|正要|准备|快要|执意要?|急着|硬要|非要|去银行|在银行[^，。,没不]{0,4}要)(?:要|去)?[^，。,没不]{0,10}(?:转|汇|打款|付款|取)|(?:她|他|妈|爸|老人|奶奶|爷爷|外婆|外公|婆婆|公公)(?:正要|马上要?|执意要?|急着|硬要|非要)去银行$|(?:叫|让|要|逼|催)(?:她|他|我?[妈爸]妈?爸?|老人|奶奶|爷爷)[^，。,了没不]{0,12}(?:转|汇|打|存|交)(?:到|进|给|去|出去|过去|走)[^，。,了]{0,10}$|(?:正|正在|还在|一直)(?:叫|让|要|逼|催|教)(?:我|她|他|我?[妈爸]妈?爸?|老人|奶奶|爷爷|老[公婆])[^，。,了没不]{0,12}(?:转|汇|打|存|交|贷)(?:款|钱|账)?[^，。,了]{0,10}$",
    ),
    without: zh("房租|学费|工资|挂失|冻结|报案|报警|止付|已经转|转了|汇了|拦住了|没转成"),
    tells: { sign: "led", ifDeceived: true },
  },
];
