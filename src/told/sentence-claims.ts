/** What a caller, a text or whoever may lie says, from where it begins in a clause: it is claimed, and not seen. */
import type { SignWord } from "./sign-words.ts";

const asTold = /\b(?:like|as|what)\s*$/;

export interface Claim {
  readonly at: number;
  readonly by: SignWord;
}

const claims =
  /(?:(?<who>[\p{L}']+)\s+|^\s*)(?:said|says|saying|claims|claimed|claiming|pretends|pretended|pretending|tells (?:me|us|her|him)|told (?:me|us|her|him|them)(?! the))\b|(?<zh>[\p{sc=Han}]{0,6}?)(?:说|声称|自称|告诉我|骗我)/u;
/** Family who look, and whoever tells of themselves, tell what they saw. */
const believed =
  /^(?:i|we|friends?|colleagues?|cousins?|uncle|aunt|boss|neighbou?rs?|wife|husband|mum|mom|mother|dad|father|son|daughter|sister|brother|partner)$|(?:我|同事|朋友|同学|亲戚|家人|室友|妈|爸|老公|老婆|妻子|丈夫|儿子|女儿|姐|妹|哥|弟)(?:们|妈|爸|姐|妹|哥|弟)?$/;

/** Whoever may lie. A phone, an app or a place that says something shows it, unless a text or a caller says it for them. */
const mayLie =
  /^(?:he|she|they|man|woman|someone|somebody|people|caller|officer|police|policeman|detective|agent|guy|lady|person|stranger|voice|employee|seller|buyer|courier|lawyer|technician|support)$|(?:对方|他|她|警察|民警|警官|快递|卖家|买家|陌生人|有人|那人|骗子|客服)们?$/;
const someone = /\b(?:man|woman|someone|somebody|caller|guy|lady|person|officer|agent) (?:\w+ ){1,4}\w*$/;
const isSentText =
  /\b(?:text|texts|texted|sms|message|messages|e-?mail|mail|whatsapp|letter|link|pop-?up)\b|短信|邮件|消息|微信|qq|链接|弹窗/;

/** `before`: the same sentence up to here. */
export function claimIn(clause: string, before: string): Claim | undefined {
  const match = claims.exec(clause);
  if (match === null) return undefined;
  const who = match.groups?.["who"] ?? match.groups?.["zh"] ?? "";
  // Done as they said it should be.
  if (believed.test(who) || asTold.test(clause.slice(0, match.index))) return undefined;
  const isCall =
    /(?<!emergency )\b(?:call|calls|called|caller|phoned|rang|ring)\b|\b(?:on|over|by|answered) (?:the |my )?(?:phone|line)\b|(?<!紧急)电话|来电|客服/.test(
      before,
    );
  const isPerson = mayLie.test(who) || someone.test(clause.slice(0, match.index + who.length));
  if (!isCall && !isPerson && !isSentText.test(before)) return undefined;
  const isMail = /\be?mail\b|邮件/.test(before);
  return {
    at: match.index + match[0].length,
    by: isMail ? "mail" : isCall || isPerson ? "call" : "notice",
  };
}
