/** What stands on the doors. */
import { both } from "../../../src/report/index.ts";

export const homeWords = {
  question: both("If your phone were stolen, how far could they get?", "手机要是被偷了，对方能走到哪一步？"),
  lead: both(
    "A thief doesn't need to hack anything. A text message resets a password, the password shows an ID number, the ID number opens a loan. Here you see such chains before somebody uses them, and what breaks them.",
    "小偷用不着黑客技术。一条短信能重置密码，密码能看到身份证号，有了身份证号就能借款。在这里，你能赶在别人之前看到这样的链条，以及怎样切断它。",
  ),
  before: both("Check beforehand", "先查一查"),
  beforeText: both(
    "Say which phone numbers, cards and apps you or your family have. You see what a stolen phone could cost, how fast, and the few things worth changing first.",
    "说说你和家人有哪些手机号、银行卡和应用，就能看到手机被偷会损失什么、有多快，以及最该先改的几件事。",
  ),
  beforeCall: both("Fill in my phone and accounts", "填一填"),
  after: both("What happened?", "发生了什么？"),
  afterText: both(
    "Something was already taken or changed. Drop in statements, bills, call and text lists: you see how it went, which step nobody saw, and what is still open in your name.",
    "已经被转走、被改动了？把流水、账单、通话和短信清单放进来，就能看到经过、没人看到的那一环，以及还有什么以您的名义开着。",
  ),
  afterCall: both("Look at the records", "看看记录"),
  founding: both("The Chengdu night", "成都那一夜"),
  foundingText: both(
    "Chengdu, September 2020: one stolen SIM card, no hacking, and by morning a loan in her name. Go through it step by step, and try what would have stopped it.",
    "成都，2020 年 9 月：一张被偷的手机卡，没有任何黑客手段，天亮前就有了一笔她名下的贷款。一步步看一遍，试试怎样就能拦住。",
  ),
  foundingCall: both("Watch that night", "看那一夜"),
  whatIf: both("What if they changed one rule?", "要是改一条规则呢？"),
  whatIfText: both(
    "For those who design sign-ins and password resets. Change what one step of an institution asks, and see how many people that leaves open, and by which way.",
    "给设计登录和找回密码的人用。改一改某家机构某一步要验证什么，看看有多少人因此受影响，对方走的是哪条路。",
  ),
  whatIfCall: both("Change a rule", "改一条规则"),
  happening: both("Is it happening right now?", "事情正在发生？"),
  guide: both("It is happening now: one call after the other", "事情正在发生：一步一步带你打电话"),
  /** One after the other, each an act. */
  happeningSteps: both(
    [
      "Borrow a phone. Call your carrier: “Suspend my number.”",
      "Call your banks: “Block my cards.” Forgotten cards too. The number is on the back of the card; don't search for it.",
      "Call the police. Say that somebody is moving money in your name, and ask for an emergency stop.",
      "Ring your own number every 15 minutes. If it rings, they got it switched on again: suspend it again.",
    ],
    [
      "借一部手机，打给运营商：“把我的手机号挂失。”",
      "打给各家银行：“把我的卡挂失。”平时不用的卡也别漏。电话在卡背面，别上网搜。",
      "打 110。就说有人正在冒用你的身份转钱，请他们紧急止付。",
      "每隔十几分钟拨一次自己的号码。打得通，就是被解开了，马上再挂失一次。",
    ],
  ),
  stopNumberFirst: both(
    "Stop the number first. In mainland China, from any phone:",
    "先停号码。在中国大陆，用任何一部手机打：",
  ),
  numbers: both(
    "Then, in mainland China at any hour. Other banks: the number is on the back of the card.",
    "然后打这些，中国大陆任何时间都能打。别家银行的电话印在卡背面。",
  ),
  promises: both("What this page does and does not do", "本页做什么、不做什么"),
  promiseHere: both(
    "Everything is worked out on this machine. Nothing is sent to anybody.",
    "一切都在这台机器上计算，不发送给任何人。",
  ),
  promiseSecrets: both(
    "It never asks for a password, a full card number or an ID number, and refuses one typed by mistake.",
    "不问密码、完整卡号、身份证号；误填了也不收。",
  ),
  promiseOffline: both("Once opened, it works without the internet.", "打开过一次之后，断网也能用。"),
  promiseLimits: both(
    "What we haven't checked, we say we haven't. We never say that all is well.",
    "没查过的，我们写明没查，从不说“你没事了”。",
  ),
};
