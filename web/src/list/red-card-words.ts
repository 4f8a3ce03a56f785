/** The words of the card for the night the phone is gone. */
import { both, groupDigits } from "../../../src/report/index.ts";

export const redCardWords = {
  title: both("Emergency card", "应急电话卡"),
  lead: both(
    "For the day the phone is gone. Print it, fill in what is blank by hand, and keep it away from the phone: at home, and a copy with somebody you trust.",
    "手机丢了的那天用。打印出来，空着的地方用手填好，不要和手机放在一起：家里放一张，再给信得过的人一张。",
  ),
  secrets: both(
    "Nothing secret is on it: names and last four digits only. Write no passwords on it.",
    "上面没有秘密：只有名称和卡号后四位。密码不要写上去。",
  ),
  order: both(
    "First stands the call that stops the most at once; how long that holds is said with each.",
    "能一下子拦住最多的排在最前面；每一条都写了能撑多久。",
  ),
  ordering: both("Working out whom to call first …", "正在排先打给谁……"),
  language: both("Language of the card", "卡片用哪种语言"),
  print: both("Print the card", "打印卡片"),
  in_zh: both("Chinese", "中文"),
  in_en: both("English", "英文"),
  in_both: both("both", "两种都要"),
  missing: both(
    (names: string) =>
      `No number to call is known for: ${names}. Look it up now, on the back of the card or in the official app, and write it in.`,
    (names) => `没有查到这些的电话：${names}。请现在就看卡背面或官方应用，把号码填上。`,
  ),

  andMore: both(
    (count: number) => `and ${groupDigits(count)} more`,
    (count) => `另有 ${groupDigits(count)} 处`,
  ),

  // --- on the card ----------------------------------------------------------------------------------------------------
  cardTitle: both("Phone gone? Call in this order", "手机丢了，按这个顺序打电话"),
  of: both("Card of", "持卡人"),
  rules: both(
    "Use another phone. Never call a number from a text message or a search. Whoever calls you and wants a code or a password is a thief.",
    "用别人的手机打。不要打短信里或搜索出来的号码。主动打来要验证码、要密码的，都是骗子。",
  ),
  myCarrier: both("My carrier", "我的运营商"),
  bankOf: both(
    (thing: string) => `The bank of ${thing}`,
    (thing) => `${thing}的银行`,
  ),
  whoever: both(
    (thing: string) => `Whoever runs ${thing}`,
    (thing) => `${thing}的机构`,
  ),
  number: both("Number", "电话"),
  lookUp: both("look it up now and write it here", "现在查好写上"),
  say: both("Say", "这样说"),
  asked: both("They ask", "会问你"),
  askedUnknown: both("not known; have your ID at hand", "不清楚；先把身份证拿在手边"),
  by: both("by", "办理方式"),
  holds: both("Holds", "能撑多久"),
  time: both("Time", "时间"),
  reference: both("Reference", "受理编号"),
  police: both("Police", "报警"),
  policeSay: both(
    "My phone was stolen and somebody may be taking money in my name. I need a receipt for the report.",
    "我的手机被偷了，有人可能在冒用我的身份转钱。请给我报案回执。",
  ),
  helpers: both("Who helps me", "谁能帮我"),
  myNumber: both("My own number", "我的手机号"),
  filledOn: both("Checked on", "核对日期"),
  name: both("Name", "姓名"),

  // --- what to say ----------------------------------------------------------------------------------------------------
  stolen: both("My phone was stolen.", "我的手机被偷了。"),
  suspended: both(
    (things: string) => `Please suspend ${things} now, and lift it only when I come in person.`,
    (things) => `请马上把${things}挂失停机，没有我本人到场不要解除。`,
  ),
  blocked: both(
    (things: string) => `Please block ${things} for good, not for some days.`,
    (things) => `请把${things}正式挂失，不要临时挂失。`,
  ),
  frozen: both(
    (things: string) => `Please freeze ${things} now.`,
    (things) => `请马上冻结${things}。`,
  ),
  "lost-mode": both(
    (things: string) => `Please help me lock ${things} from afar.`,
    (things) => `请帮我远程锁定${things}。`,
  ),
  "pay-locked": both(
    (things: string) => `Please stop ${things} from being added to any payment account.`,
    (things) => `请锁住${things}，不让再绑到任何支付账户。`,
  ),
  "loans-closed": both(
    (things: string) => `Please switch off loans in ${things}.`,
    (things) => `请关闭${things}的借款功能。`,
  ),
  "sms-off": both(
    (things: string) => `Please switch off text messages to ${things}.`,
    (things) => `请关闭${things}的短信功能。`,
  ),
  anything: both(
    (things: string) => `Please stop everything that takes money from ${things}.`,
    (things) => `请停掉${things}的一切支付和转账。`,
  ),
  giveNumber: both("What is the reference number?", "请告诉我受理编号。"),

  // --- how long it holds ----------------------------------------------------------------------------------------------
  holdsOn: both("nothing we know of lifts it", "没有已知的办法能解除"),
  lapses: both(
    (duration: string) => `ends by itself after ${duration}; have it made lasting before`,
    (duration) => `${duration}后自动失效，之前要去办长期的`,
  ),
  early: both(
    ({ duration, by }: Lifted) =>
      `only if set early; later they lift it within ${duration} by “${by}”. Call at once, try again`,
    ({ duration, by }) => `要早打才撑得住；晚了，对方 ${duration}内就能用“${by}”解除。解除了就再打`,
  ),
  lifted: both(
    ({ duration, by }: Lifted) =>
      `about ${duration}: they can lift it by “${by}”. Go on to the next call, then call again`,
    ({ duration, by }) => `大约 ${duration}，对方能用“${by}”解除。接着打下一个，再回头打`,
  ),
  holdsUnknown: both("not known", "不清楚"),
};

interface Lifted {
  readonly duration: string;
  readonly by: string;
}
