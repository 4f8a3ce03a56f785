/** What is said while it is happening: one thing at a time, the act before its reason. */
import { both } from "../../../src/report/index.ts";

export const nowWords = {
  title: both("It is happening now", "事情正在发生"),
  callAtOnce: both(
    "Call at once, from any phone. In mainland China:",
    "马上打，用任何一部手机都行。中国大陆：",
  ),
  whatIsGone: both("What do they have?", "对方手里有什么？"),
  inYourWords: both("None of these, or hard to say? In your own words", "都不像，或者说不清？用自己的话写"),
  inYourWordsHint: both(
    "What is gone, what you saw, what was done; the bank, the carrier, the apps. No passwords, no codes.",
    "丢了什么、看到什么、做过什么，涉及哪家银行、运营商、应用。不要写密码和验证码。",
  ),
  tell: both("Work out what comes first", "推算先做什么"),
  canOpen: both("Can they open the phone?", "对方打得开手机吗？"),
  where: both("Where is the number from, and who is the carrier?", "号码是哪里的，哪家运营商？"),
  region: both("Country or region", "国家或地区"),
  otherCarrier: both("Another, or I don't know", "别家，或不清楚"),
  back: both("Back", "上一步"),
  thinking: both("Working out what comes first …", "正在推算先做什么……"),
  thinkingAgain: both("Looking again, with what you have just said …", "按你刚说的重新推算……"),
  meanwhileCall: both(
    (carrier: string) => `Meanwhile, call ${carrier} and say: “Suspend my number.”`,
    (carrier: string) => `先打给${carrier}，说：“把我的手机号挂失。”`,
  ),
  failed: both(
    "The plan could not be worked out. Call the carrier first, then the banks, then the police.",
    "没能推算出来。先打运营商，再打银行，然后报警。",
  ),
  tryAgain: both("Try again", "再试一次"),
  doNow: both("Do this now", "现在就做"),
  helperDoes: both("Meanwhile, the other person", "同时，另一个人"),
  about: both(
    (institution: string, channel: string, minutes: string) =>
      [institution, channel, `about ${minutes}`].filter((part) => part !== "").join(" · "),
    (institution: string, channel: string, minutes: string) =>
      [institution, channel, `约 ${minutes}`].filter((part) => part !== "").join(" · "),
  ),
  call: both(
    (tel: string) => `Call ${tel}`,
    (tel: string) => `拨打 ${tel}`,
  ),
  openSite: both("Open the official page", "打开官方网页"),
  noNumber: both(
    "We know no number for this. Take it from the card, the app or the official site, never from a message.",
    "我们没有查到号码。请看银行卡背面、官方应用或官网，不要用短信里给的。",
  ),
  say: both("Say this", "照着念"),
  theyAsk: both("They will ask for", "对方会问"),
  usuallyAsk: both("Such places usually ask for", "这类机构通常会问"),
  maybeChanged: both(
    (share: string) =>
      `works with ${share}; the other side may have changed it, so ask to be identified another way`,
    (share: string) => `还管用的可能约 ${share}；可能已被对方改掉，不行就要求换一种方式核实`,
  ),
  whyAndHow: both("How long it holds", "能管多久"),
  writeDown: both("Reference number, who you spoke with", "受理编号、对方工号"),
  writeHint: both(
    "Ask: “What would you check before you undo it?” No passwords here.",
    "问一句：“解除时你们会核验什么？”这里不要写密码。",
  ),
  outcomes: both("What came of it?", "结果怎样？"),
  done: both("Done", "办好了"),
  refused: both("Refused", "被拒绝"),
  noAnswer: both("No answer", "没人接"),
  afterRefused: both(
    "Refused or no answer: it comes again in a quarter of an hour. Ask for a supervisor then.",
    "被拒绝或没人接的，一刻钟后会再出现。到时请对方转主管。",
  ),
  ringAgain: both(
    (time: string) => `Ring your own number again at ${time}. If it rings, they have it back.`,
    (time: string) => `${time} 再拨一次自己的号码。打得通，就是被对方解开了。`,
  ),
  nothing: both(
    "We know of nothing more that would keep them from anything. That doesn't mean that all is well: report to the police, keep every message, and ask each bank and app what was opened or paid tonight.",
    "在我们查过的范围里，没有还能拦住对方的办法了。这不等于没事：请报警，留好所有短信，逐家问今晚有没有新开户、新绑卡、付款。",
  ),
  after: both("After that", "接着做"),
  later: both("To try again", "等会儿再试"),
  more: both("While you wait: who has your money?", "排队等人接时：钱在哪些地方？"),
  banks: both("Banks", "银行"),
  wallets: both("Payment apps", "支付应用"),
  moreHint: both(
    "Tick them, and the plan speaks of them. Also those you never use.",
    "勾上，就会按这些来排。平时不用的也算。",
  ),
  since: both("When did it begin?", "什么时候开始的？"),
  sinceUnknown: both("not said", "没说"),
  sinceAgo: both(
    (minutes: number) =>
      minutes < 60 ? "just now" : minutes < 1440 ? `about ${minutes / 60} h ago` : "a day ago or more",
    (minutes: number) =>
      minutes < 60 ? "刚刚" : minutes < 1440 ? `约 ${minutes / 60} 小时前` : "一天前或更早",
  ),
  helper: both("Somebody else can call at the same time", "还有一个人能同时打电话"),
  seen: both("What have you seen?", "看到了什么？"),
  seenHint: both("One touch; the plan is looked at again.", "点一下，就会重新推算。"),
  moneyGone: both(
    (where: string) => `Money is gone: ${where}`,
    (where: string) => `钱少了：${where}`,
  ),
  moneyThere: both(
    (where: string) => `I looked, the money is there: ${where}`,
    (where: string) => `看过了，钱还在：${where}`,
  ),
  beliefs: both("What they probably have by now", "对方现在很可能已经有"),
  beliefsHint: both(
    "From nights played through in a model that fit what you said. An estimate, never a certainty.",
    "按你说的情况推演得出，是估计，不是定论。",
  ),
  log: both("What was done and seen", "做过什么、看到什么"),
  note: both("Add a note", "加一条备注"),
  noteHint: both(
    "What you saw, in your own words; what it's taken for is shown, and the plan is made again.",
    "用自己的话写看到了什么。按什么意思算的会显示出来，并重新推算。",
  ),
  addNote: both("Add", "加上"),
  noSecrets: both(
    "This looks like a password, a full card number or an ID number. Write the last four digits only.",
    "这像是密码、完整卡号或身份证号。请只写最后四位。",
  ),
  saved: both("Kept in this browser, not sealed.", "已存在这个浏览器里，没有加密。"),
  saving: both("Saving …", "正在保存……"),
  notSaved: both(
    "Only in this tab: this browser keeps nothing. Don't close it.",
    "只在这个标签页里：这个浏览器存不了。请别关。",
  ),
  broken: both(
    (place: number) => `Entry ${place} is not as it was written.`,
    (place: number) => `第 ${place} 条和当初写下的不一样。`,
  ),
  takeAlong: both("Take along", "带走"),
  saveCalendar: both("Reminders for the calendar", "存成日历提醒"),
  saveLog: both("The log", "存下这份记录"),
  saveLetters: both("Letters to confirm", "存成确认函"),
  saveIncident: both("Everything, for another helper", "全部，给另一个帮忙的人"),
  openIncident: both("Open such a file", "打开这样的文件"),
  notOpened: both(
    "This file is not one that was saved here. Choose the one that was saved with “Everything, for another helper”. Nothing here was changed.",
    "这个文件不是从这里存出来的。请选当时用“全部，给另一个帮忙的人”存下的那个文件。这里的内容没有变。",
  ),
  begin: both("Help another person", "再帮一个人"),
  others: both("Also open", "还在处理的"),
  otherFrom: both(
    (time: string, count: number) => `begun ${time}, ${count} entries`,
    (time: string, count: number) => `${time} 开始，${count} 条`,
  ),
  forget: both("Erase this night here", "在这里删除这一夜"),
  forgetSure: both("Erase it for good", "确定删除"),
  limits: both(
    "An estimate from a model, to put calls in order. It doesn't forecast how much will be lost, and says nothing about services we haven't read.",
    "这是用模型排出的先后，不预测会损失多少，也不代表没查过的服务没事。",
  ),
  changeAnswers: both("Change my answers", "改前面的回答"),
};

export const goneWords = {
  "phone-and-sim": both("The phone, with the SIM card in it", "手机，手机卡也在里面"),
  phone: both("The phone; the SIM card is with me", "手机；手机卡在我这里"),
  sim: both("Only the SIM card; the phone is with me", "只有手机卡；手机在我这里"),
  number: both(
    "My number: nothing is gone, but it has no signal any more",
    "我的手机号：东西都在，但突然没信号了",
  ),
  steered: both(
    "Nothing is gone, but somebody watches or controls my phone remotely: a shared screen",
    "东西都在，但有人正在看或操控我的手机（共享屏幕）",
  ),
  nothing: both("Nothing is gone, but somebody is in my accounts", "东西都在，但有人在动我的账户"),
  paid: both("Nothing is gone, but I was deceived and sent money", "东西都在，但我被骗，把钱转了出去"),
};

export const lockWords = {
  locked: both("No, it was locked", "打不开，当时锁着"),
  open: both("Yes, or it was open", "打得开，或者当时没锁"),
  unknown: both("I don't know", "不清楚"),
};

export const seenWords = {
  "number-rings": both("My number rings, though it was suspended", "挂失过的手机号又打得通了"),
  "number-off": both("My number is off", "我的手机号关机或停机"),
  "stranger-answers": both("A stranger answers my number", "我的手机号被陌生人接了"),
  code: both("A code came that I didn't ask for", "来了我没要的验证码"),
  "no-service": both("My phone has no network", "我的手机突然没信号"),
  moving: both(
    "I was told that my number will be stopped or moved, or a code to move it came",
    "有消息说我的号码要停机、补卡或转网",
  ),
  diverted: both(
    "I was told to dial a code, or my calls go to another number",
    "有人让我拨过一串代码，或者我的来电被转到别的号码",
  ),
  given: both(
    "I gave somebody a code or password, typed it on a page, or installed what they sent",
    "我把验证码或密码给了别人、填进了网页，或装了对方发的软件",
  ),
  paid: both("I paid somebody who turned out to be a swindler", "我给骗子转了钱"),
  unbound: both("The phone was removed from my account", "手机从我的账户里被移除了"),
  "phone-online": both("Find-my-phone shows the phone online", "“查找手机”显示手机在线"),
};

export const outcomeWords = {
  done: both("done", "办好了"),
  refused: both("refused", "被拒绝"),
  "no-answer": both("no answer", "没人接"),
  sign: both("seen", "看到"),
  note: both("note", "备注"),
};
