/**
 * Every answer one can choose, in everyday words: the values of attributes, and of the settings institutions declare.
 * A test enumerates them all and fails when one has no words here.
 */
import type { ThingKind } from "../../../src/model/index.ts";
import { type Both, both, type Lang } from "../../../src/report/index.ts";

type Values = Readonly<Record<string, Both<string>>>;

const unknown = both("I don't know", "不清楚");
const yesNo: Values = { unknown, on: both("Yes, on", "已开启"), off: both("No, off", "没开") };

const attributes: Readonly<Record<string, Values>> = {
  "sim.pin": {
    unknown,
    none: both("No, it just works", "不用，插上就能用"),
    set: both("Yes, it asks for a PIN", "要，需要输 PIN 码"),
  },
  "sim.kind": {
    unknown,
    physical: both("A small plastic card", "一张实体小卡"),
    esim: both("Built in (eSIM)", "内置的 eSIM"),
    "no-sim": both("No SIM, it comes over the internet", "没有卡，是网络号码"),
  },
  "device.lock": {
    unknown,
    none: both("No, it opens right away", "不用，一划就开"),
    passcode: both("Yes: code, finger or face", "要：密码、指纹或刷脸"),
  },
  "device.lock-screen": {
    unknown,
    "shows-codes": both("Yes, the code can be read", "能，验证码看得见"),
    "hides-codes": both("No, only that a message came", "不能，只提示有新消息"),
  },
  "device.kind": {
    unknown,
    phone: both("Phone", "手机"),
    tablet: both("Tablet", "平板电脑"),
    computer: both("Computer", "电脑"),
    "security-key": both("Security key", "安全密钥"),
  },
  "device.os": {
    unknown,
    ios: both("iPhone or iPad (iOS)", "苹果 iOS"),
    android: both("Android", "安卓"),
    "emui-old": both("Older Huawei (EMUI, before 2021)", "旧款华为（EMUI，2021 年以前）"),
    harmonyos: both("Huawei HarmonyOS", "华为鸿蒙"),
    "one-ui": both("Samsung One UI", "三星 One UI"),
    hyperos: both("Xiaomi HyperOS or MIUI", "小米澎湃 OS 或 MIUI"),
    coloros: both("OPPO ColorOS", "OPPO ColorOS"),
    macos: both("Mac", "苹果电脑"),
    windows: both("Windows", "Windows 电脑"),
  },
  "card.kind": {
    unknown,
    debit: both("Debit card", "储蓄卡"),
    credit: both("Credit card", "信用卡"),
    prepaid: both("Prepaid card", "预付卡"),
  },
  "card.seen-by-owner": {
    unknown,
    true: both("In use", "平时在用"),
    false: both("Forgotten, or in a drawer", "忘了，或压在抽屉里"),
  },
  "account.liveness": {
    unknown,
    none: both("It never asks for the face", "从不刷脸"),
    "photo-beatable": both("It asks, but a photo may pass", "要刷脸，但照片可能骗过"),
    strong: both("It asks, and checks that somebody is there", "要刷脸，且能识别真人"),
  },
  "account.second-factor": {
    unknown,
    none: both("Nothing, the password is enough", "什么都不用，有密码就行"),
    sms: both("A code by text message", "短信验证码"),
    app: both("A code from an authenticator app", "验证器里的动态验证码"),
    passkey: both("A passkey", "通行密钥"),
    key: both("A security key you plug in", "插上的安全密钥"),
  },
  "account.sign-in-name": {
    unknown,
    phone: both("The phone number", "手机号"),
    mail: both("The email address", "邮箱地址"),
    other: both("Something else", "别的名字"),
  },
  "document.kind": {
    unknown,
    "id-card": both("ID card", "身份证"),
    passport: both("Passport", "护照"),
    "driving-licence": both("Driving licence", "驾驶证"),
    "recovery-codes": both("Recovery codes on paper", "纸质恢复码"),
    other: both("Another paper", "别的证件或文件"),
  },
};

/** What “forgot password” and the like may ask; the same words wherever a service asks it. */
const proofs: Values = {
  unknown,
  none: both("It cannot be done", "办不了"),
  sms: both("A code by text message", "短信验证码"),
  mail: both("A link or code by email", "邮件链接或验证码"),
  "sms-or-mail": both("A text or an email, either is enough", "短信或邮件，任选其一"),
  "sms-and-mail": both("A text and an email, both", "短信和邮件，两样都要"),
  "sms-and-id": both("A text and the ID number", "短信加证件号"),
  "sms-and-card": both("A text and the card number", "短信加银行卡号"),
  id: both("Sending in the ID document", "提交证件照片"),
  face: both("The face", "刷脸"),
  "id-and-face": both("ID number and face", "证件号加刷脸"),
  questions: both("Security questions", "安全问题"),
  counter: both("Going there in person", "本人到柜台"),
  password: both("The password", "登录密码"),
  session: both("Nothing more once signed in", "登录后什么都不用"),
};

const pick = (...keys: readonly string[]): Values =>
  Object.fromEntries(
    ["unknown", ...keys].flatMap((key) => (proofs[key] === undefined ? [] : [[key, proofs[key]]])),
  );
const kept: Values = { unknown, none: both("No", "没有"), kept: both("Yes, and kept", "有，并且收好了") };

const settings: Readonly<Record<string, Values>> = {
  reset: {
    ...pick("none", "sms", "mail", "sms-or-mail", "sms-and-mail", "sms-and-id", "id", "questions", "counter"),
    "recovery-code": both("A recovery code", "恢复码"),
    contact: both("A trusted person", "信任的联系人"),
  },
  "text-sign-in": yesNo,
  "spoken-codes": yesNo,
  "recovery-codes": kept,
  "recovery-code": kept,
  "backup-codes": kept,
  "lost-second-step": pick("none", "sms", "mail", "id"),
  "payment-reset": pick("sms", "sms-and-id", "sms-and-card", "face", "mail"),
  "add-card": {
    ...pick("sms"),
    "number-and-sms": both("Card number and a text", "卡号加短信"),
    "card-data-and-sms": both("Everything on the card and a text", "卡面全部信息加短信"),
    "card-pin": both("The card PIN", "取款密码"),
  },
  "lift-freeze": pick("sms", "password", "id", "face"),
  withdrawal: {
    ...pick("session", "mail", "sms", "mail-and-code"),
    code: both("An authenticator code", "动态验证码"),
    "mail-and-code": both("An email and an authenticator code", "邮件加动态验证码"),
    passkey: both("A passkey", "通行密钥"),
  },
  "address-list": yesNo,
  allowlist: yesNo,
  shows: { unknown, "in-full": both("In full", "完整显示"), masked: both("Partly hidden", "部分隐藏") },
  "face-sign-in": yesNo,
  "loan-proof": pick("session", "sms", "id", "face", "id-and-face"),
  payout: {
    unknown,
    "own-card": both("Only to the owner's card", "只打到本人的卡"),
    "any-card": both("To any card", "可以打到别的卡"),
  },
  checkout: {
    ...pick("password", "sms"),
    "one-click": both("One tap", "点一下就付"),
    cvv: both("The security code on the card", "卡背面的安全码"),
    "card-bank": both("Approval by the bank", "发卡银行确认"),
  },
  pin: yesNo,
  "own-app": yesNo,
  contactless: yesNo,
  "shows-pin": yesNo,
  "pays-without-password": yesNo,
  "service-password": pick("none", "sms", "sms-and-id", "counter"),
  "forgotten-pin": { ...pick("none", "mail"), wait: both("Waiting some days", "等几天就行") },
  "new-device": {
    ...pick("password"),
    "password-and-sms": both("Password and a text", "密码加短信"),
    "password-sms-and-pin": both("Password, a text and the card PIN", "密码、短信和取款密码"),
    "password-and-face": both("Password and face", "密码加刷脸"),
    "secret-key": both("A secret key as well", "还要主密钥"),
    "mail-code": both("A code by email as well", "还要邮件验证码"),
  },
  "online-reset": {
    ...pick("none", "id-and-face", "counter"),
    "number-and-sms": both("Card number and a text", "卡号加短信"),
    "number-sms-and-id": both("Card number, a text and the ID number", "卡号、短信和证件号"),
    "number-sms-and-pin": both("Card number, a text and the card PIN", "卡号、短信和取款密码"),
  },
  "transfer-proof": {
    ...pick("session", "sms"),
    pin: both("The card PIN", "取款密码"),
    token: both("The bank's device", "银行 U 盾或令牌"),
  },
  "online-payment": {
    unknown,
    "card-data": both("What is printed on the card is enough", "卡面信息就够"),
    "card-data-and-sms": both("What is printed on the card, and a text", "卡面信息加短信"),
    "approval-in-app": both("Approval in the bank's app", "在银行应用里确认"),
    off: both("It is switched off", "已关闭"),
  },
  release: {
    ...pick("sms", "counter"),
    online: both("It can be done online", "网上就能办"),
    "phone-questions": both("Some questions on the phone", "打电话答几个问题"),
  },
  replacement: {
    ...pick("counter"),
    "by-post": both("Sent by post", "邮寄"),
    "by-phone": both("Ordered by phone", "打电话就能办"),
  },
  "esim-issue": {
    ...pick("id-and-face", "counter"),
    online: both("Online, once signed in", "登录网厅就能办"),
    "online-and-sms": both("Online, with a text", "网厅加短信验证码"),
  },
  "port-out": {
    ...pick("counter"),
    text: both("By sending a text message", "发一条短信就能拿到"),
    online: both("Online, once signed in", "登录网厅就能拿到"),
    "account-pin": both("With the carrier account PIN", "要运营商账户 PIN 码"),
  },
  voicemail: {
    unknown,
    off: both("There is none", "没开通"),
    "default-pin": both("Yes, with the PIN it came with", "开通了，用的是默认密码"),
    "own-pin": both("Yes, with a PIN of your own", "开通了，自己设了密码"),
  },
  "voicemail-pin": {
    unknown,
    none: both("There is no voicemail", "没有语音信箱"),
    default: both("The one it came with", "默认密码"),
    own: both("One of your own", "自己设的密码"),
  },
  lift: {
    ...pick("password", "questions", "counter"),
    online: both("It can be done online", "网上就能办"),
  },
  "stolen-device-protection": {
    unknown,
    off: both("Off", "没开"),
    away: both("On, away from places it knows", "开启，仅在陌生地点"),
    always: both("Always on", "始终开启"),
  },
  "remote-lock": {
    unknown,
    off: both("Off", "没开"),
    "number-only": both("On, the phone number is enough", "开启，凭手机号即可"),
    "number-and-question": both("On, with a question as well", "开启，还要回答问题"),
  },
  "unlock-with": {
    unknown,
    "password-or-face": both("The account password, finger or face alone", "只能用账户密码、指纹或刷脸"),
    passcode: both("The phone's own passcode too", "手机锁屏密码也行"),
  },
  brand: { unknown, starhub: both("StarHub", "StarHub"), giga: both("giga!", "giga!") },
};

/** Settings that are on or off. */
const switched = new Set(
  "number-lock account-lock sim-lock port-out-lock sim-protection recovery-key recovery-contact identity-check emergency-access family-recovery security-lock digivault added-security street-mode face-check signed-in-reset remote-unlock registration-lock cloud-password two-step-pin port-protection money-lock autodeposit".split(
    " ",
  ),
);

export function valueWords(kind: ThingKind, key: string, from: "attribute" | "setting"): Values | undefined {
  if (from === "attribute") return attributes[`${kind}.${key}`];
  return settings[key] ?? (switched.has(key) ? yesNo : undefined);
}

export function sayValue(
  {
    kind,
    key,
    from,
  }: { readonly kind: ThingKind; readonly key: string; readonly from: "attribute" | "setting" },
  value: string,
  lang: Lang,
): string {
  return valueWords(kind, key, from)?.[value]?.[lang] ?? value;
}

/** `Voicemail PIN (none = no voicemail)`: what the values mean is said by their own words. */
export const settingTitle = (title: string): string =>
  title.replace(/\s*[（(][^（()）]*=[^（()）]*[)）]/gu, "");
