/** What the findings of an investigation are called, in both languages: on the screen, in the report, in letters. */
import type { OpenKind, QuestionId } from "../investigate/index.ts";
import { type Both, both } from "./words.ts";

export const openWords: Readonly<Record<OpenKind, Both<string>>> = {
  "rogue-wallet": both("an account in your name that is not yours", "以您名义开的、不属于您的账户"),
  link: both("a card added somewhere", "被绑定的银行卡"),
  session: both("somebody is still signed in", "对方仍处于登录状态"),
  "device-enrolled": both("a device that was added", "被添加的设备"),
  "credit-in-my-name": both("a loan in your name", "以您名义借的钱"),
  "secret-changed": both("a password that was changed", "被改掉的密码"),
  "numbers-known": both("numbers they know now", "对方已知道的号码资料"),
  "pin-known": both("a payment password or PIN they know", "对方已知道的支付密码"),
  "secondary-number": both("a second number", "副号"),
  forwarding: both("calls are forwarded", "来电被转移"),
  "goods-under-way": both("something bought that may still be stopped", "还可能追回的订单"),
  "service-not-mine": both("a service you do not use", "您没有用过的服务"),
};

export const questionWords: Readonly<Record<QuestionId, Both<string>>> = {
  "first-moment": both("What was the first moment?", "最早从什么时候开始？"),
  "when-line-was-lost": both("When did the number change hands?", "手机号什么时候落到对方手里？"),
  "what-revealed-id-number": both("What revealed the ID number?", "身份证号从哪里泄露？"),
  "which-wallet-holds-card": both("Which account holds the card?", "银行卡绑在哪个账户里？"),
  "which-institution-failed": both("Whose flow let it through?", "是哪家的流程放行的？"),
  "how-much-was-lost": both("How much was lost?", "一共损失多少？"),
  "who-lifted-the-suspension": both("Who undid the suspension?", "挂失是谁解除的？"),
};

export const exportWords: Readonly<Record<string, Both<string>>> = {
  "carrier-service-records": both(
    "the carrier's service records: ask the hotline or a shop, with your ID, for everything done to the number",
    "运营商的业务办理记录：带身份证到营业厅或致电客服，索取这个号码的全部办理记录",
  ),
  "carrier-imei-history": both(
    "the carrier's list with the handset's number (IMEI) next to every text and call",
    "运营商带手机串号的通话和短信清单",
  ),
  "bank-bound-payers": both(
    "the bank's list of payment accounts the card was added to",
    "银行“快捷支付管理”里的绑定列表",
  ),
  "bank-statement": both("the statement of each card and account", "每张卡、每个账户的流水"),
  "told-not-understood": both(
    "nothing in these words is known here; the moment alone was used",
    "这句话里没有认得的词，只用了它的时间",
  ),
  "rows-not-reconstructed": both("rows that were too many to be explained at once", "行数太多，没有一起解释"),
  "service-access-log": both("the service's own log of sign-ins and views", "该服务的登录和查看记录"),
};

export const actorWords: Readonly<Record<string, Both<string>>> = {
  owner: both("you", "您"),
  helper: both("your side", "家人"),
  intruder: both("intruder", "对方"),
  unknown: both("not known", "无法确定"),
};
