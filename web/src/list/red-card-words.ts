/** The words of the card for the night the phone is gone. Whoever reads them is frightened: one thing a sentence. */
import { both, counted, groupDigits, spaced } from "../../../src/report/index.ts";

export const redCardWords = {
  title: both("Emergency card", "应急联系卡"),
  lead: both(
    "For the day the phone is gone. Print it, fill in the blanks by hand, and keep it away from the phone: one at home, one with somebody you trust.",
    "手机丢了的那天用。打印出来，空着的地方用手填好，不要和手机放在一起：家里放一张，再给信得过的人一张。",
  ),
  secrets: both(
    "Nothing secret is on it: only names and last four digits. Don't write passwords on it.",
    "上面没有秘密：只有名称和卡号后四位。密码不要写上去。",
  ),
  order: both(
    "The call that stops the most comes first. Each one says how long it lasts.",
    "能一下子拦住最多的排在最前面；每一条都写了能管多久。",
  ),
  ordering: both("Working out whom to call first …", "正在排先打给谁……"),
  language: both("Language of the card", "卡片用哪种语言"),
  print: both("Print the card", "打印卡片"),
  in_zh: both("Chinese", "中文"),
  in_en: both("English", "英文"),
  in_both: both("both", "两种都要"),
  missing: both(
    (names: string) =>
      `Still missing, a number to call for: ${names}. Copy it now from the card, the contract, a bill or the official app.`,
    (names) => `还缺电话：${names}。现在就从卡背面、合同、账单或官方应用里抄下来。`,
  ),
  andMore: both(
    (count: number) => `and ${counted(count, "other")}`,
    (count) => `另有 ${groupDigits(count)} 家`,
  ),

  // --- on the card ----------------------------------------------------------------------------------------------------
  cardTitle: both("Phone gone? Call in this order", "手机丢了，按这个顺序打电话"),
  of: both("Belongs to", "机主"),
  rules: both(
    "Use somebody else's phone. Never call a number from a text message or a search. Anybody who calls you and wants a code or a password is a thief: only give one when you made the call. If money is already gone, call the police first.",
    "用别人的手机打。不要打短信里或搜索出来的号码。主动打来要验证码、要密码的，都是骗子：只有你打过去时才报。钱已经被转走的，先报警。",
  ),
  myCarrier: both("My carrier", "我的运营商"),
  carrierOf: both(
    (thing: string) => `The carrier of ${thing}`,
    (thing) => spaced(thing, "的运营商"),
  ),
  bankOf: both(
    (thing: string) => `The bank of ${thing}`,
    (thing) => spaced(thing, "的银行"),
  ),
  supportOf: both(
    (thing: string) => `Support for ${thing}`,
    (thing) => spaced(thing, "的客服"),
  ),
  number: both("Number", "电话"),
  lookUp: both(
    "copy it now from the card, the contract, a bill or the official app",
    "现在就从卡背面、合同、账单或官方应用里抄下来",
  ),
  say: both("Say", "这样说"),
  sayIfAsked: both("To the agent, say", "转人工后这样说"),
  asked: both("They ask for", "会问你"),
  needed: both("You need", "要准备"),
  askedUnknown: both("not known; have your ID at hand", "不清楚；先把身份证拿在手边"),
  by: both("How", "怎样办"),
  noCall: both("No call needed", "不用打电话"),
  holds: both("How long it lasts", "能管多久"),
  time: both("Time", "时间"),
  reference: both("Reference", "受理编号"),
  police: both("Police", "报警"),
  policeSay: both(
    (happened: string) =>
      `${happened}Somebody is moving money in my name. I want to report it. Please ask for an emergency stop on the transfers.`,
    (happened) => `${happened}有人正在冒用我的身份转钱。我要报警，请帮我申请紧急止付。`,
  ),
  policeReady: both(
    "Have ready: the account and name the money went to, the amount, the time. Then go to the station to give a statement, and ask for the receipt.",
    "备好：钱转到的账号和户名、金额、时间。之后到派出所做笔录，拿报案回执。",
  ),
  helpers: both("Who helps me", "谁能帮我"),
  myNumber: both("My own number", "我的手机号"),
  filledOn: both("Checked on", "核对日期"),
  name: both("Name", "姓名"),

  // --- what to say ----------------------------------------------------------------------------------------------------
  stolen: both("My phone was stolen.", "我的手机被偷了。"),
  walletStolen: both("My cards and papers were stolen.", "我的银行卡和证件被偷了。"),
  brokenInto: both("Somebody has got into an account of mine.", "有人进了我的账户。"),
  suspended: both(
    (things: string) =>
      `Please suspend ${things} now. Please do not reactivate it unless I come in person with my ID.`,
    (things) => spaced("请马上把", things, "挂失停机。没有我本人带身份证到场，请不要解挂。"),
  ),
  blocked: both(
    (things: string) =>
      `Please block ${things} now. Permanently if you can; if you can only do a temporary block by phone, please do that, and tell me how many days I have.`,
    (things) =>
      spaced(
        "请马上给",
        things,
        "挂失。能办正式挂失就办正式的；电话只能办临时的，就先办临时的，请告诉我几天之内要去柜台。",
      ),
  ),
  frozen: both(
    (things: string) => `Please freeze ${things} now.`,
    (things) => spaced("请马上冻结", things, "。"),
  ),
  "lost-mode": both(
    (things: string) => `Please help me lock ${things} remotely.`,
    (things) => spaced("请帮我远程锁定", things, "。"),
  ),
  "pay-locked": both(
    (things: string) => `Please set ${things} so that it cannot be added to any payment account.`,
    (things) => spaced("请把", things, "设为不能再绑到任何支付账户。"),
  ),
  "loans-closed": both(
    (things: string) => `Please switch off loans in ${things}.`,
    (things) => spaced("请关闭", things, "的借款功能。"),
  ),
  "sms-off": both(
    (things: string) => `Please switch off text messages to ${things}.`,
    (things) => spaced("请关闭", things, "的短信功能。"),
  ),
  giveNumber: both("What is the reference number?", "请告诉我受理编号。"),

  // --- what is done without speaking ----------------------------------------------------------------------------------
  keyIn: both(
    (asked: string) =>
      `When the voice asks, key this in on the phone: ${asked}. Never say it aloud. If that fails, ask for an agent.`,
    (asked) => `按语音提示，用电话键盘输入：${asked}。不要说出口。行不通就转人工。`,
  ),
  changeElsewhere: both(
    "Sign in on another device. Change the password, then sign all other devices out.",
    "在别的设备上登录，改密码，让其他设备退出登录。",
  ),

  // --- how long it lasts ----------------------------------------------------------------------------------------------
  holdsOn: both(
    "Nothing that was read lets them undo it. You can have it restored, or get a replacement, later.",
    "查过的流程里，没有别人能解开的。以后你本人可以申请恢复或补办。",
  ),
  lapses: both(
    (duration: string) => `It ends by itself after ${duration}. Ask for it again before then.`,
    (duration) => `${duration}后自动失效，在这之前再办一次。`,
  ),
  lapsesCard: both(
    (duration: string) => `It ends by itself after ${duration}. Make it permanent at a branch before then.`,
    (duration) => `${duration}后自动失效，在这之前到柜台办正式挂失。`,
  ),
  early: both(
    (duration: string) =>
      `Call early: from ${duration} after it began they may be able to undo it. Call all the same, then check again.`,
    (duration) => `越早打越好：出事 ${duration}以后，对方就可能解开它。晚了也要打，过后再核对一次。`,
  ),
  lifted: both(
    (duration: string) =>
      `They may get it undone, at worst within ${duration} of its beginning. Go on with the list, then check again: if it has been undone, do it again.`,
    (duration) =>
      `对方可能把它解开，最快在出事后 ${duration}。继续打下面的，打完再核对一次：被解开了就再办一次。`,
  ),
  liftedNumber: both(
    (duration: string) =>
      `They may get it undone, at worst within ${duration} of its beginning. Go on with the list. Ring your own number every 15 minutes: if it rings, it has been undone. Suspend it again.`,
    (duration) =>
      `对方可能把它解开，最快在出事后 ${duration}。继续打下面的；每隔十几分钟拨一次自己的号码，打得通就是被解开了，马上再挂失。`,
  ),
  holdsUnknown: both("not known", "不清楚"),
};
