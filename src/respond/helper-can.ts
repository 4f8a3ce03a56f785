/**
 * What a helper can do with what they have: a call needs a phone, a page a screen. Of somebody of whom nobody said what
 * they have, a phone is taken for granted; who is said to have nothing makes no call.
 */
import type { Helper } from "./incident.ts";

const phones =
  /(?<!head|ear|micro|gramo|saxo)phone(?!s? ?(?:case|charger|cover|box))|mobile|\bcell|android|handset|landline|\bsim\b|\bsim\.|\bline\.|device\.|手机|手機|电话|電話|座机|座機/i;
const screens =
  /tablet|i-?pad|laptop|computer|macbook|chromebook|\bi?mac\b|\bpc\b|notebook|平板|电脑|電腦|笔记本|筆電/i;
/** What helps with no call, whatever else it is good for. */
const noDevices =
  /^(?:(?:an?|the|my|her|his) )?(?:phone (?:case|charger|cover|box)|car|bicycle|bike|keys?|cash|money|headphones?|earphones?|microphone|camera|card|id|passport|watch|车|車|钥匙|鑰匙|现金|現金|耳机|耳機|相机|相機)$/i;

/** By which channel a helper gets something done; what they have and nobody knows may be a phone. */
export function canDo({ has }: Helper, channel: string | undefined): boolean {
  if (has === undefined) return true;
  const canCall = has.some(
    (thing) => phones.test(thing) || !(screens.test(thing) || noDevices.test(thing.trim())),
  );
  if (channel === "web" || channel === "app") return canCall || has.some((thing) => screens.test(thing));
  return canCall;
}
