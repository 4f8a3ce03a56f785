/** The questions, as one person would ask another. A setting of an institution brings its own title. */
import { type Both, both, type Lang } from "../../../src/report/index.ts";
import { splitId } from "./document.ts";
import type { Question, Services } from "./questions.ts";
import { settingTitle } from "./value-words.ts";

interface Asking {
  readonly title: Both<string>;
  readonly hint?: Both<string>;
  /** What “nothing of these” is called. */
  readonly none?: Both<string>;
}

const nowhere = both("Nowhere", "哪儿都没有");
const no = both("None", "没有");

const asked: Readonly<Record<string, Asking>> = {
  "device.lock": {
    title: both("Does it ask for a code, finger or face to open?", "解锁它要密码、指纹或刷脸吗？"),
  },
  "device.lock-screen": {
    title: both(
      "While it is locked, can codes by text be read on the screen?",
      "锁着屏的时候，短信验证码看得见吗？",
    ),
    hint: both("Lock it and send yourself a text to see.", "锁上屏，给自己发条短信看看就知道。"),
  },
  "device.account": {
    title: both("Which account of its maker is signed in on it?", "上面登录着哪个厂商账户？"),
    none: no,
  },
  "device.os": { title: both("Which system does it run?", "是什么系统？") },
  "device.kind": { title: both("What is it?", "是什么？") },
  "sim.in": {
    title: both("Which device is its SIM in?", "手机卡在哪部设备里？"),
    none: both("In none of these", "不在这些里"),
  },
  "sim.kind": { title: both("What kind of SIM is it?", "是哪种手机卡？") },
  "sim.pin": {
    title: both(
      "After a restart, does the SIM ask for a PIN of its own?",
      "重启手机后，手机卡要单独输 PIN 码吗？",
    ),
    hint: both("Not the screen lock code: the SIM card's own.", "不是锁屏密码，是手机卡自己的 PIN 码。"),
  },
  "card.kind": { title: both("What kind of card is it?", "是哪种银行卡？") },
  "card.balance": { title: both("Roughly how much is on it?", "里面大概有多少钱？") },
  "card.credit": { title: both("Roughly how much can be spent on credit?", "信用额度大概多少？") },
  "card.reserved-line": {
    title: both("Which number gets its codes by text?", "验证码发到哪个号码？"),
    none: both("No number", "没有留号码"),
  },
  "card.seen-by-owner": { title: both("Do you use it?", "这张卡在用吗？") },
  "card.last4": { title: both("Last four digits, to tell it from other cards", "卡号末四位，只为区分") },
  "account.line": {
    title: both("Which number is it tied to?", "绑的是哪个手机号？"),
    none: both("No number", "没绑手机号"),
  },
  "account.mailbox": {
    title: both("Which mailbox gets its links and codes?", "它的邮件发到哪个邮箱？"),
    none: both("No mailbox", "没绑邮箱"),
  },
  "account.devices": { title: both("Where is it signed in?", "在哪些设备上登录着？"), none: nowhere },
  "account.cards": { title: both("Which cards have been added to it?", "里面绑了哪些卡？"), none: no },
  "account.balance": { title: both("Roughly how much is in it?", "里面大概有多少钱？") },
  "account.credit": {
    title: both("Is there a credit line? How much?", "有信用额度吗？大概多少？"),
    hint: both("0 when there is none.", "没有就填 0。"),
  },
  "account.loan-offer": {
    title: both("Would it lend money? How much?", "它能借款吗？最多多少？"),
    hint: both("0 when it does not.", "不能借就填 0。"),
  },
  "account.second-factor": {
    title: both(
      "Signing in on a new phone: what besides the password?",
      "在新手机上登录，除了密码还要什么？",
    ),
  },
  "account.authenticator": {
    title: both("Which device makes its codes?", "动态验证码在哪部设备上？"),
    none: nowhere,
  },
  "account.passkeys": {
    title: both("Which devices hold its passkey?", "通行密钥在哪些设备上？"),
    none: nowhere,
  },
  "account.sign-in-name": { title: both("What do you sign in with?", "用什么登录？") },
  "account.liveness": { title: both("Does it check the face?", "它会刷脸核验吗？") },
  "account.trusted": {
    title: both("Which devices can approve a new sign-in?", "哪些设备能批准新的登录？"),
    none: no,
  },
  "account.recovery": {
    title: both("Which other account can recover it?", "能用哪个账户找回它？"),
    none: no,
  },
  "account.via": {
    title: both("Which other account do you sign in with?", "是用哪个账户登录的？"),
    none: both("Its own password", "它自己的密码"),
  },
  "account.kept-in": {
    title: both("Which password manager keeps its password?", "密码存在哪个密码管理器里？"),
    none: no,
  },
  "account.pays-into": {
    title: both("Into which account of your own does it pay out?", "里面的钱会转到你的哪个账户？"),
    none: no,
  },
  "mailbox.account": { title: both("Which account opens it?", "登录哪个账户就能看？"), none: no },
  "mailbox.domain": {
    title: both(
      "Is the address under a domain of your own? At which account is that kept?",
      "邮箱用的是自己的域名吗？域名在哪个账户里管理？",
    ),
    none: both("No domain of my own", "不是自己的域名"),
  },
  "document.kind": { title: both("What is it?", "是什么？") },
  "document.device": {
    title: both("Is a photo or copy of it in a device?", "照片或扫描件存在设备里吗？"),
    none: both("No, only on paper", "没有，只有纸质的"),
  },
  "device.name": { title: both("What do you call it?", "你怎么称呼它？") },
  "line.name": {
    title: both("What do you call it? For example: my main number", "你怎么称呼它？比如：常用号"),
  },
  "card.name": { title: both("What do you call it? For example: salary card", "你怎么称呼它？比如：工资卡") },
  "account.name": { title: both("What do you call it?", "你怎么称呼它？") },
  "mailbox.name": { title: both("What do you call it?", "你怎么称呼它？") },
  "document.name": { title: both("What do you call it?", "你怎么称呼它？") },
};

export function sayQuestion(
  question: Question,
  services: Services,
  institution: string | undefined,
  lang: Lang,
): string {
  if (question.kind === "choice" && question.from === "setting")
    return settingTitle(
      services.get(institution ?? "")?.settings.get(question.key)?.title[lang] ?? question.key,
    );
  return asked[keyOf(question)]?.title[lang] ?? question.key;
}

export const hintOf = (question: Question, lang: Lang): string | undefined =>
  asked[keyOf(question)]?.hint?.[lang];
export const noneOf = (question: Question, lang: Lang): string =>
  asked[keyOf(question)]?.none?.[lang] ?? no[lang];

export const keyOf = ({ of, key }: Pick<Question, "of" | "key">): string => `${splitId(of).kind}.${key}`;
