/**
 * Whose hand did what a sentence tells. `I saw that someone logged in` and `我的微信被人登录了` begin with whoever speaks, and tell of a
 * stranger; `someone called me and I changed my password` begins with a stranger, and tells of an act of one's own. So the part is
 * looked for in which the deed stands, and whoever acts in it, or last before it. These are words of grammar, as in `told-voices.ts`.
 */
import { clausesOf, isOwnHand, isOwnVoice, isStrangersHand } from "./told-voices.ts";

/** `nobody`: it is not said, or somebody who was asked to did it. */
export type Hand = "own" | "stranger" | "nobody";

/** `isDeed`: does this part of the sentence tell of it? Where no part does by itself, the whole is one. */
export function handOf(says: string, isDeed: (part: string) => boolean): Hand {
  const parts = clausesOf(says).flatMap((clause) => clause.split(within).map((part) => part.trim()));
  const last = parts.findIndex(isDeed);
  const upTo = last < 0 ? [says.trim()] : parts.slice(0, last + 1);
  const deed = upTo.at(-1) ?? "";
  const before = upTo.slice(0, -1).toReversed();
  const ofDeed = handOfDeed(deed, before[0]);
  if (ofDeed !== undefined) return ofDeed;
  for (const part of before) {
    const hand = subjectOf(part);
    if (hand !== undefined) return hand;
  }
  const first = upTo[0] ?? "";
  return subjectOf(first) ?? (isOwnVoice(first) ? "own" : "nobody");
}

const within = /\b(?:so|after|because|when|while|before|until|since)\b|所以|因为|之后|然后|后来|于是|结果/iu;

/** Absent: the part does not name who acts. */
function handOfDeed(deed: string, before: string | undefined): Hand | undefined {
  const bare = deed.replace(opening, "").trim();
  const isFound = bare !== deed.replace(timesFirst, "").trim();
  if (byStranger.test(bare)) return "stranger";
  if (passive.test(bare)) return before !== undefined && !isFound && asksFor.test(before) ? "own" : "nobody";
  if (isFound && !isOwnHand(bare))
    return isStrangersHand(bare) && !atTheirWord.test(bare) ? "stranger" : "nobody";
  return subjectOf(bare);
}

function subjectOf(part: string): Hand | undefined {
  const bare = part.replace(opening, "").trim();
  if (isStrangersHand(bare)) return atTheirWord.test(bare) ? "nobody" : "stranger";
  if (ofAnother.test(bare)) return "nobody";
  return isOwnHand(bare) ? "own" : undefined;
}

const times =
  "(?:yesterday|today|last night|this morning|later|at [\\d:]+|on \\w+(?: \\d+)?|gestern|heute|hier|ieri|ontem|ayer|kemarin|昨天|今天|昨晚|早上|晚上|昨日|今日|어제|오늘)[ ,，]*";
/** When, and how it came to be known, stand before who did it. */
const finding =
  "(?:(?:i|we|he|she|they|my \\w+) (?:was told|were told|heard|thinks?|believes?|saw|sees?|noticed|found|discovered|realised|realized|learned|knows?|suspects?)(?: out)?(?: that)? |(?:saw|noticed|found) (?:out )?(?:that )?|(?!someone|somebody)(?:[\\p{L}\\p{N}]+ ){1,4}(?:said|says|told (?:me|us)|wrote)(?: that)? |(?!有人|别人|对方|骗子)[^，。被]{0,8}?(?:发现|看到|觉得|怀疑|查到|以为|说|告诉我|通知我|被告知|得知|听说)(?:了|是)?)";
const timesFirst = new RegExp(`^(?:${times})?`, "iu");
const opening = new RegExp(`^(?:${times})?(?:${finding})?`, "iu");

const byStranger =
  /\bby (?:someone|somebody|(?:an?|the|some) (?:unknown|stranger|thief|hacker|scammer|fraudster|criminal|intruder|attacker)|strangers|thieves|hackers|scammers|fraudsters|criminals)\b|被(?:人|别人|別人|骗子|騙子|小偷|黑客|駭客|对方|對方|陌生人|他人)|\bvon (?:jemandem|einem (?:dieb|fremden|betrüger|hacker))|\bpar (?:quelqu['’]un|un (?:voleur|escroc|inconnu|hacker))|\bpor (?:alguém|alguien|(?:um|un) (?:ladr|hacker|golpista|estafador))|\bda (?:qualcuno|un (?:ladro|truffatore|hacker))/iu;

/** They were let, or lied: `someone told me to change it`, 有人帮我改了, 对方说我的卡被冻结了. */
const atTheirWord =
  /^\S+(?: \S+)? (?:told|asked|made|said|says|claimed|wanted|helped|advised|let|promised)\b|\bfor me\b|^\S+ (?:i|we) (?:know|trust|asked)\b|^(?:有人|别人|別人|某人|对方|對方|骗子|騙子)[^，。]{0,4}(?:帮|幫|替我|让我|讓我|叫我|要我|教我|说|說|告诉|告訴|自称)/iu;

const passive =
  /^(?:my|our|the|his|her) (?:\S+ ){1,4}?(?:was|were|is|are|has been|have been|had been|got)\b|^[^，。]{0,12}被/iu;

/** Who is asked does it: `I rang Lloyds and the card was stopped`. */
const asksFor =
  /\b(?:called|rang|phoned|asked|told|went|visited|reported|contacted|wrote)\b|打了|打电话|打電話|致电|去|到|让|报警|联系/iu;

/** He or she did it to what is whoever's who speaks. */
const ofAnother = /^(?:he|she|they)\b.*\b(?:my|our)\b|^(?:他|她)们?[^，。]*我/iu;
