/**
 * What a flow asks, in the words of a sheet of paper: “your ID number and your name, and one of: …”.
 * Only the names of secrets are ever said, because only those are known.
 */
import type { Asks, CapabilityPattern, Vocabulary } from "../../../src/model/index.ts";
import { type Both, both, type Lang, spaced } from "../../../src/report/index.ts";
import { shortWords } from "../words.ts";

const askWords: Readonly<Record<string, Both<string>>> = {
  "receive-sms": both("a code by text message", "短信验证码"),
  "receive-call": both("a call to the number", "接听该号码的来电"),
  "send-sms": both("to call or text from the number itself", "用这个号码本机拨打或发短信"),
  "use-data": both("the mobile data of the number itself, by one tap", "用这个号码的移动数据一键登录"),
  "appear-in-person": both("you in person, with your ID", "本人带身份证到场"),
  "show-face": both("your face", "本人刷脸"),
  "pass-face": both("your face", "本人刷脸"),
  "read-mail": both("a code by email", "邮件验证码"),
  enter: both("to be signed in on another device", "在另一台设备上登录着"),
  operate: both("to be signed in to the bank's app on another device", "在另一台设备上登录着手机银行"),
  manage: both(
    "to be signed in on another device, with the rights to change it",
    "在另一台设备上登录着，并能修改资料",
  ),
  "authorise-payment": both("the payment confirmation", "支付验证"),
  unlock: both("the phone, unlocked", "已解锁的手机"),
  "approve-on": both("a tap on another device of yours", "在另一台设备上点确认"),
  "make-code": both("a code of the authenticator app", "动态验证码（验证器里的）"),
  "use-passkey": both("your passkey", "通行密钥"),
  "hold-receipt": both("the police receipt", "报案回执"),
  "see-payers": both("which accounts the card has been added to", "银行卡绑在哪些账户里"),
  "see-accounts": both("which accounts are in your name", "名下有哪些账户"),
  "hear-voicemail": both("a code left on the voicemail", "语音信箱里的验证码"),
  "be-where-known": both("to be at home or another place it knows", "在家等熟悉的地点操作"),
};
const inHand: Readonly<Record<string, Both<string>>> = {
  card: both("the card in hand", "卡在手里"),
  sim: both("the SIM card in hand", "手机卡在手里"),
  device: both("the device in hand", "设备在手里"),
  document: both("the document in hand", "证件在手里"),
};
/** Ourselves said in fewer words than the vocabulary needs. */
const secretWords: Readonly<Record<string, Both<string>>> = {
  "line.number": both("your phone number", "手机号"),
  "person.birth-date": both("your date of birth", "出生日期"),
  "card.number": both("the card number", "完整卡号"),
  "person.name": both("your name", "姓名"),
  "person.id-number": both("your ID number", "身份证号"),
  "line.recent-contacts": both("numbers you called recently", "最近通话的几个号码"),
};

/** Empty when it asks nothing. One asks for all of a list, then one of each choice: `手机号、姓名，再加一样：身份证号或服务密码`. */
export function sayAsks(asks: Asks, vocabulary: Vocabulary, lang: Lang): string {
  if (asks.kind === "capability") return sayAsk(asks.pattern, vocabulary, lang);
  if (asks.kind === "any") return sayChoice(asks, vocabulary, lang);
  if (asks.kind === "some") return askJoints[lang].someOf(asks.atLeast, partsOf(asks, vocabulary, lang));
  const joints = askJoints[lang];
  const always = partsOf({ parts: asks.parts.filter(({ kind }) => kind !== "any") }, vocabulary, lang);
  const choices = asks.parts.flatMap((part) =>
    part.kind === "any" ? [sayChoice(part, vocabulary, lang)] : [],
  );
  const said = [
    ...(always.length === 0 ? [] : [joints.and(always)]),
    ...choices.filter((each) => each !== ""),
  ];
  return said.join(joints.plusOneOf);
}

/** One of several; where one of them is itself several, semicolons hold them apart. */
function sayChoice(asks: { readonly parts: readonly Asks[] }, vocabulary: Vocabulary, lang: Lang): string {
  const options = partsOf(asks, vocabulary, lang);
  const isPlain = asks.parts.every(({ kind }) => kind === "capability");
  return isPlain ? askJoints[lang].or(options) : options.join(askJoints[lang].otherwise);
}

const partsOf = (
  asks: { readonly parts: readonly Asks[] },
  vocabulary: Vocabulary,
  lang: Lang,
): readonly string[] =>
  [...new Set(asks.parts.map((part) => sayAsks(part, vocabulary, lang)))].filter((part) => part !== "");

interface Joints {
  readonly and: (parts: readonly string[]) => string;
  readonly or: (parts: readonly string[]) => string;
  readonly plusOneOf: string;
  readonly otherwise: string;
  readonly someOf: (count: number, parts: readonly string[]) => string;
}

const before = (parts: readonly string[], between: string, last: string): string =>
  [parts.slice(0, -1).join(between), ...parts.slice(-1)]
    .filter((part) => part !== "")
    .reduce((said, part) => (said === "" ? part : spaced(said, last, part)), "");

const askJoints: Both<Joints> = {
  en: {
    and: (parts) => before(parts, ", ", " and "),
    or: (parts) => before(parts, ", ", " or "),
    plusOneOf: ", plus one of: ",
    otherwise: "; or: ",
    someOf: (count, parts) => `${count} of: ${parts.join(", ")}`,
  },
  zh: {
    and: (parts) => parts.join("、"),
    or: (parts) => before(parts, "、", "或"),
    plusOneOf: "，再加一样：",
    otherwise: "；或者：",
    someOf: (count, parts) => `以下任意 ${count} 样：${parts.join("、")}`,
  },
};

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
