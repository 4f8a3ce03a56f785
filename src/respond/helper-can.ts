/**
 * What a helper can do with what they have: a call needs a phone, a page a screen. Of somebody of whom nobody said what
 * they have, a phone is taken for granted; who is said to have nothing makes no call.
 */
import type { Helper } from "./incident.ts";

const phones =
  /phone|mobile|handset|landline|\bsim\b|\bsim\.|\bline\.|device\.|手机|手機|电话|電話|座机|座機/i;
const screens = /tablet|i-?pad|laptop|computer|\bpc\b|notebook|平板|电脑|電腦/i;

/** By which channel a helper gets something done; absent: somebody is asked for it in words. */
export function canDo({ has }: Helper, channel: string | undefined): boolean {
  if (has === undefined) return true;
  const canCall = has.some((thing) => phones.test(thing));
  if (channel === "web" || channel === "app") return canCall || has.some((thing) => screens.test(thing));
  return canCall;
}
