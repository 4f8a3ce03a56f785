/**
 * What is told after a thing that was seen, and takes it back: that what was wanted was refused, that what was taken is
 * there again, that a reason of one's own explains it.
 */
import type { Clause } from "./sentence-clauses.ts";

/** What somebody wanted done, and was refused in what follows. */
const wanted = /\b(?:asked|told|wanted|tried|asking|wants)\b|[让叫要]/;
const refusal =
  /^(?:but |and |so )?(?:i|we|she|he) (?:\w+ )?(?:refused|declined|hung up|didn't|did not|said no|never did|ended the call)\b|^(?:但|但是|可是)?我?(?:拒绝|没(?:有)?(?:同意|答应|理|照做|给|开|装|下|点|拨|共享|发|报|念|填|输|告诉|听|信)|不同意|挂了|拒了|直接挂)/;
/** Whatever was taken is there again. */
const returned =
  /^(?:and |but |then )?(?:\w+ )?(?:gave|brought|handed|returned|found) (?:it|them)(?: back| again)?\b|^(?:it |he |she |they )?(?:was|were|is) back (?:on|in|at) (?:my|our|the) |^(?:又|后来|已经)?(?:还给我|还回来|找回来|找到)了?/;
/** Where it was found lying: no other thing than it, and nothing that was done there. */
const foundLying =
  /^(?:它|手机|原来|结果|后来|却|又|就|竟然|出现|还|好好地){0,3}在(?:我的?|原来的?)?(?:办公桌|桌子?|床|包|沙发|抽屉|座位|原处|原位)(?:上|里|里面|边|下)?(?:了|呢|放着|躺着)?$/;
/** What somebody took lies nowhere again. */
const isTakenAway = /[偷抢盗扒夺]|(?:顺|摸)走/;

/** Whether what follows says that it is there again. */
export function isThereAgain(clause: string, [next, afterNext]: readonly (Clause | undefined)[]): boolean {
  const answer = next?.clause.trim() ?? "";
  const later = afterNext?.clause.trim() ?? "";
  if (returned.test(`${answer} ${later}`.trim())) return true;
  const lies = foundLying.test(answer) || (next?.mark.endsWith("又") === true && foundLying.test(later));
  return lies && !isTakenAway.test(clause);
}

/** Why a card's slot is empty, a balance small, or a sign-in none to wonder at. */
const ownReason =
  /^(?:[^，。]{0,4}嘛)?(?:我)?(?:都|全)?(?:花|交|还|用)(?:了|完|光)|^新(?:手机|机)|^(?:明天|后天|马上|快)发工资|^(?:服务器|系统|微信|支付宝|官方)[^，。]{0,4}(?:崩|挂|瘫)|^(?:原来)?大家都|^我(?:就|正好)?在[\p{sc=Han}]{2,4}$|^(?:i|we) (?:\w+ )?(?:spent|paid|bought) (?:it|them|everything|a lot)\b|^(?:i|we) (?:\w+ )?(?:switched|moved|changed|ported)(?: (?:it|over|them))?(?: (?:myself|ourselves))?$/u;
const refusedThere = /我(?:拒绝|没(?:有)?(?:同意|答应|理|照做)|拒了)/;

/** What somebody wanted done in this clause, and was refused in it or in the next. */
export const isRefusedIn = (clause: string, answer: string): boolean =>
  wanted.test(clause) && (refusal.test(answer) || refusedThere.test(clause));

/** Whether it gives a reason of one's own for what was told before it. */
export const isOwnReason = (answer: string): boolean => ownReason.test(answer);

/** Whether all it says is what became of what was told before it. */
export const isAfterwards = (clause: string): boolean =>
  refusal.test(clause) || returned.test(clause) || foundLying.test(clause) || ownReason.test(clause);
