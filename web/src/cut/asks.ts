/**
 * What a flow asks, in the words of a sheet of paper: “ID number + numbers called lately; or: the service password”.
 * Only the names of secrets are ever said, because only those are known.
 */
import type { Asks, CapabilityPattern, Vocabulary } from "../../../src/model/index.ts";
import { type Both, both, type Lang } from "../../../src/report/index.ts";
import { shortWords } from "../words.ts";

const askWords: Readonly<Record<string, Both<string>>> = {
  "receive-sms": both("a code by text message", "短信验证码"),
  "receive-call": both("a call to the number", "接听该号码的来电"),
  "send-sms": both("to call or text from the number itself", "用这个号码本机拨打或发短信"),
  "appear-in-person": both("you in person, with your ID", "本人带身份证到场"),
  "show-face": both("your face", "本人刷脸"),
  "pass-face": both("your face", "本人刷脸"),
  "read-mail": both("a code by mail", "邮件验证码"),
  enter: both("to be signed in", "先登录账户"),
  operate: both("to be signed in to the bank's app", "先登录手机银行"),
  manage: both("to be signed in, with the rights to change it", "先登录，并能修改资料"),
  "authorise-payment": both("the payment confirmation", "支付验证"),
  unlock: both("the phone, unlocked", "已解锁的手机"),
  "approve-on": both("a tap on another device of yours", "在另一台设备上点确认"),
  "make-code": both("a code of the authenticator app", "动态口令"),
  "use-passkey": both("your passkey", "通行密钥"),
  "hold-receipt": both("the police receipt", "报案回执"),
  "see-payers": both("which accounts the card is bound in", "银行卡绑在哪些账户里"),
  "see-accounts": both("which accounts are in your name", "名下有哪些账户"),
  "hear-voicemail": both("a code left on the voicemail", "语音信箱里的验证码"),
  "be-where-known": both("to be at home or another place it knows", "在家等熟悉的地点操作"),
};
const inHand: Readonly<Record<string, Both<string>>> = {
  card: both("the card in hand", "卡在手里"),
  sim: both("the SIM card in hand", "SIM 卡在手里"),
  device: both("the device in hand", "设备在手里"),
  document: both("the document in hand", "证件在手里"),
};
/** Ourselves said in fewer words than the vocabulary needs. */
const secretWords: Readonly<Record<string, Both<string>>> = {
  "person.name": both("your name", "姓名"),
  "person.id-number": both("your ID number", "身份证号"),
  "line.recent-contacts": both("numbers you called lately", "最近通话的几个号码"),
};

/** Empty when it asks nothing. */
export function sayAsks(asks: Asks, vocabulary: Vocabulary, lang: Lang): string {
  if (asks.kind === "capability") return sayAsk(asks.pattern, vocabulary, lang);
  const parts = [...new Set(asks.parts.map((part) => sayPart(part, vocabulary, lang)))].filter(
    (part) => part !== "",
  );
  return parts.join(asks.kind === "all" ? plus[lang] : otherwise[lang]);
}

const plus = both(" + ", " ＋ ");
const otherwise = both("; or: ", "；或者：");

/** Alternatives within something are held together by brackets. */
function sayPart(asks: Asks, vocabulary: Vocabulary, lang: Lang): string {
  const text = sayAsks(asks, vocabulary, lang);
  if (asks.kind !== "any" || !text.includes(otherwise[lang])) return text;
  const inside = text.replaceAll(otherwise[lang], both(" or ", "或")[lang]);
  return lang === "zh" ? `（${inside}）` : `(${inside})`;
}

function sayAsk({ kind, subjects }: CapabilityPattern, vocabulary: Vocabulary, lang: Lang): string {
  const [subject] = subjects;
  if (kind === "know" && subject?.secret !== undefined) {
    const known = secretWords[`${subject.kind}.${subject.secret}`];
    const word = known ?? vocabulary.secrets.get(subject.kind)?.get(subject.secret);
    return word?.[lang] ?? subject.secret;
  }
  if (kind === "possess") return (inHand[subject?.kind ?? ""] ?? inHand["device"])?.[lang] ?? "";
  return (askWords[kind] ?? shortWords[kind])?.[lang] ?? "";
}
