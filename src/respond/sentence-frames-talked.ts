/**
 * Frames of somebody who is being talked into a payment just now: on the line with whoever lies, on the way to the bank,
 * told to move it. Nothing is paid yet, so nothing is called back: the talk is ended (`sentence-frames.ts`).
 */
import { any, type Frame, zh } from "./sentence-frame.ts";
import { kin } from "./sentence-frames-hands.ts";

const others = kin.replace("|i|we", "");
const whom = `(?:${others}|they|my \\w+)`;
const ownCalls =
  "(?:on the phone|on the line|on hold|talking|speaking) (?:with|to) (?:my|the|our) (?:\\w+ )?(?:bank|carrier|provider|insurer|doctor|police|family|friends?|son|daughter|mum|mom)|hung up|ended the call|put the phone down";

export const framesOfTalked: readonly Frame[] = [
  {
    of: any("phone|line|telephone|call|video ?call|talking|speaking"),
    does: any(
      `(?:is|are|am|'s|'m|'re)(?: \\w+){0,2} (?:(?:on|in) (?:the|a|his|her) (?:phone|line|telephone|(?:video ?)?call)|talking|speaking)(?: (?:right now|now|still|at this moment|for \\w+ hours?))*(?: (?:with|to) )`,
    ),
    without: any(ownCalls),
    tells: { sign: "led", ifDeceived: true },
  },
  {
    of: any("phone|line|telephone|call"),
    does: any(
      "(?:he|she|they|caller|man|woman|officer) (?:is|are|'s|'re) (?:still )?on the (?:phone|line)|won't (?:hang up|get off the (?:phone|line)|put the phone down)|(?:refuses|does not want|doesn't want) to (?:hang up|get off)|(?:keeps?|kept) (?:her|him|them|me) on the (?:phone|line)",
    ),
    without: any(`${ownCalls}|(?:bank|carrier) (?:is|has)`),
    isOfDenial: true,
    tells: { sign: "led", ifDeceived: true },
  },
  {
    of: any("transfer\\w*|send\\w*|mov(?:e|ing)|pay\\w*|withdraw\\w*|wire|wiring|bank|branch|cash|gold"),
    does: any(
      `${whom} (?:is|are|'s|'re)(?: \\w+)? (?:about to|going to|on (?:her|his|their) way to|heading (?:to|for)|trying to|transferring|sending|moving|wiring|withdrawing|being (?:talked|pressured|pushed|told|persuaded) (?:into|to))`,
    ),
    without: any("school|work|shop|the doctor|already|refus\\w*"),
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
      "(?:跟|和|给|打)[^，。,]{0,4}(?:银行|客服热线|民警|派出所|110|家里|家人|老公|老婆|儿子|女儿|朋友)|挂了|后来|昨|已经(?:挂|报)",
    ),
    isOfDenial: true,
    tells: { sign: "led", ifDeceived: true },
  },
  {
    of: zh("转|汇|打款|付款|取(?:钱|现)|存"),
    does: zh(
      "(?:她|他|妈|爸|老人|奶奶|爷爷|外婆|外公|婆婆|公公|父亲|母亲|家里人)[^，。,没不]{0,6}(?:正在|马上|正要|准备|快要|执意要?|急着|硬要|非要|去银行)(?:要|去)?[^，。,没不]{0,10}(?:转|汇|打款|付款|取)|(?:叫|让|要|逼|催)(?:她|他|我?[妈爸]妈?爸?|老人|奶奶|爷爷)[^，。,了没不]{0,12}(?:转|汇|打|存|交)(?:到|进|给|去)[^，。,了]{0,10}$",
    ),
    without: zh("房租|学费|工资|挂失|已经转|转了|汇了|拦住了|没转成"),
    tells: { sign: "led", ifDeceived: true },
  },
];
