/**
 * What the page says around the catalogue's own texts, in both languages. `both` wants the two to have one type, so a
 * sentence missing in one of them does not compile.
 */
import {
  type Both,
  both,
  counted,
  groupDigits,
  type Lang,
  type WordsOf,
  wordsIn,
} from "../../src/report/index.ts";

const table = {
  // --- head -----------------------------------------------------------------------------------------------------------
  whatThisIsBefore: both(
    "The case this project began with, as it was reported then. A phone was stolen; with only its SIM card, strangers went from one institution to the next. Nothing was hacked: every step was an ordinary service. Here it begins at 19:30, when the phone had just been taken, locked, and nothing had been done yet; “That night” begins then too.",
    "这是本项目的起点，按当时的报道还原。一部手机被偷，对方只凭里面的手机卡，就一家机构接一家机构地得了手。没有哪个系统被攻破：每一步都是正常业务。这里从 19:30 算起：手机刚被偷，锁着屏，家里什么都还没做；“那一夜”也从这时算起。",
  ),
  whatThisIs: both(
    "The case this project began with, as it was reported then. A phone was stolen; with only its SIM card, strangers went from one institution to the next. Nothing was hacked: every step was an ordinary service. Here it begins after the family had frozen four accounts and cards, with the locked phone in their hands; “That night” begins at 19:30, with nothing done yet, so more can be lost there.",
    "这是本项目的起点，按当时的报道还原。一部手机被偷，对方只凭里面的手机卡，就一家机构接一家机构地得了手。没有哪个系统被攻破：每一步都是正常业务。这里从家人冻结了四处、对方手里有锁着的手机算起；“那一夜”从 19:30 手机刚被偷、什么都还没做算起，所以那边可能损失的更多。",
  ),

  whatOwnIs: both(
    "Worked out in this page from what was entered, for somebody who has what is listed below and nothing else. Nothing is hacked: every step is an ordinary service.",
    "在本页里根据填写的内容算出来的：假设对方手里只有下面这些东西。没有哪个系统被攻破，每一步都是正常业务。",
  ),
  noLossReached: both(
    "We found no way to lose money in what was entered. What was not entered was not checked; that does not mean there is nothing.",
    "填写的内容里，没查到能丢钱的路。没填的没查，不代表没有。",
  ),

  // --- the bottom line ------------------------------------------------------------------------------------------------
  bottomPhone: both(
    ({ duration, amount, could }: Omit<Bottom, "held">) =>
      amount === undefined
        ? `With the locked phone alone somebody could ${could} in ${duration}`
        : `With the locked phone alone, the first ${amount} could be gone in ${duration}`,
    ({ duration, amount, could }) =>
      `只凭这部锁着的手机，最快 ${duration}就能${amount === undefined ? could : `弄走第一笔 ${amount}`}`,
  ),
  bottomOwn: both(
    ({ held, duration, amount, could }: Bottom) =>
      `Somebody who ${held} could ${amount === undefined ? could : `take the first ${amount}`} in ${duration}`,
    ({ held, duration, amount, could }) =>
      `对方${held}，最快 ${duration}就能${amount === undefined ? could : `弄走第一笔 ${amount}`}`,
  ),
  steps: both(
    (count: number) => counted(count, "step"),
    (count) => `${groupDigits(count)} 步`,
  ),
  heldAnd: both(" and ", "，又"),
  unknownAmount: both("amount not entered", "没填金额"),
  tryBelow: both(
    "Further down you can try what would stop it, and see what could still be lost.",
    "往下可以逐项试：假如做了这项，还可能损失多少。",
  ),
  withMeasures: both(
    (count: number) => `If you did the ${counted(count, "measure")} chosen below`,
    (count) => `假如做了下面选的 ${groupDigits(count)} 项`,
  ),
  nothingReached: both("we found no way left in what was read", "查到的业务里没有还能丢钱的路"),
  stillReached: both(
    ({ money, duration }: Remaining) => `${money} could still be lost, the first of it within ${duration}`,
    ({ money, duration }) => `仍可能损失 ${money}，最快 ${duration}后第一笔`,
  ),

  // --- losses -----------------------------------------------------------------------------------------------------------
  losses: both("What could be lost", "可能损失什么"),
  lossesLead: both(
    "Choose one to see, step by step, how it could happen.",
    "点一笔，看看是怎么一步步发生的。",
  ),
  reachedAfter: both(
    (duration: string) => `${duration} after it began, at the earliest`,
    (duration) => `最快在出事后 ${duration}`,
  ),
  notReached: both("we found no way to it", "没查到能得手的路"),
  noLonger: both("stopped; we found no other way", "这条路断了，没查到别的路"),
  weakestBasis: both("Based on", "依据"),
  shown: both("steps shown below", "步骤见下"),

  // --- the way in -------------------------------------------------------------------------------------------------------
  way: both("How it could happen, step by step", "一步一步是怎么发生的"),
  wayTo: both(
    (goal: string) => `Steps to: ${goal}`,
    (goal) => `通向：${goal}`,
  ),
  wayLead: both(
    "Where lines meet, all of them are needed. Times are the shortest each step can take.",
    "几条线汇到一处，表示缺一不可。时间按每一步最短的算。",
  ),
  startsWith: both("At the start", "一开始"),
  after: both(
    (duration: string) => `after ${duration}`,
    (duration) => `${duration}后`,
  ),
  step: both(
    (number: number) => `Step ${groupDigits(number)}`,
    (number) => `第 ${groupDigits(number)} 步`,
  ),
  needs: both("needs", "需要"),
  gives: both("gives", "得到"),
  unconfirmed: both("unconfirmed", "未证实"),
  unconfirmedWhy: both("Only unsigned or contradicting pages say so.", "只有来源不明或互相矛盾的说法。"),
  discretion: both("depends on the agent", "要客服点头"),
  consent: both("depends on the owner", "要机主点头"),
  insider: both("depends on somebody inside", "要有内部人员"),
  consentWhy: both("It works only if the owner says yes to it.", "要机主自己点头才办得成。"),
  insiderWhy: both("It works only if somebody inside does it for them.", "要有内部人员帮忙才办得成。"),
  discretionWhy: both(
    "It depends on whether the person at the other end agrees.",
    "要看客服或柜员同不同意。",
  ),
  delayed: both(
    (duration: string) => `Takes effect ${duration} after being asked for.`,
    (duration) => `提出后要等 ${duration}才生效。`,
  ),
  assumed: both("something is assumed", "含假定"),
  assumedWhy: both(
    (what: string) => `Counted as possible, because nobody said: ${what}`,
    (what) => `没有人说明，按可能处理：${what}`,
  ),
  stopped: both("stopped", "已拦住"),
  fallsToo: both("stopped with it", "也做不成了"),
  stoppedBy: both(
    (measures: string) => `Stopped by: ${measures}`,
    (measures) => `被拦住：${measures}`,
  ),
  close: both("Close", "关闭"),
  where: both("Where", "在哪里"),
  when: both("When", "什么时候"),
  whenSpan: both(
    ({ begins, ends }: Span) => `from minute ${begins} to minute ${ends}, at the earliest`,
    ({ begins, ends }) => `最早第 ${begins} 到第 ${ends} 分钟`,
  ),
  needsWhoever: both("They need", "对方需要"),
  givesWhoever: both("Then they have", "之后对方有了"),
  changesState: both("something is switched on or off", "某项设置变了"),
  fromStart: both("from the start", "一开始就有"),
  fromStep: both(
    (number: number) => `from step ${groupDigits(number)}`,
    (number) => `来自第 ${groupDigits(number)} 步`,
  ),
  howKnown: both("How we know", "依据"),
  seenOn: both(
    (date: string) => `seen ${date}`,
    (date) => `${date}所见`,
  ),
  personFile: both("the person's own file", "本人的资料"),
  classified: both("Classified as", "归类"),
  brokenWay: both("This way is stopped.", "这条路断了。"),
  anotherWay: both(
    ({ steps, duration }: WaySize) => `There is another: ${counted(steps, "step")}, ${duration}.`,
    ({ steps, duration }) => `还有一条路：${groupDigits(steps)} 步，${duration}。`,
  ),
  showAnother: both("Show the other way", "看另一条路"),
  showFirst: both("Show the first way again", "回到原来那条"),
  noOther: both("We found no other way to it.", "没查到别的路。"),
  othersOnce: both(
    (count: number) => `${counted(count, "other service")} they could use as well`,
    (count) => `另有 ${groupDigits(count)} 项业务对方也能办`,
  ),
  search: both("Search these services", "搜索这些业务"),
  nothingFound: both("Nothing by that name.", "没有找到。"),

  // --- whose measures they are ------------------------------------------------------------------------------------------
  side_person: both("You", "你自己"),
  side_institution: both("The institutions", "各家机构"),
  side_both: both("Both together", "双方一起"),
  sameAs: both(
    (side: string) => `the same as: ${side}`,
    (side) => `与“${side}”相同`,
  ),

  // --- holding ----------------------------------------------------------------------------------------------------------
  holding: both("How long each block lasts", "各种停用能管多久"),
  holdingLead: both(
    "A block is only as strong as the easiest way to undo it.",
    "一道锁有多牢，只看最容易解开它的那项业务。",
  ),
  setAtOnce: both("Set at once", "马上办"),
  setAtOnceWhy: both("before they have done anything", "对方还什么都没做"),
  wheneverSet: both("Whenever it is set", "不论何时办"),
  setLater: both("Set later", "晚办"),
  setLaterWhy: both("from this long after it began they can undo it", "出事这么久以后，对方就能解开"),
  holds: both("nothing that was read lets them undo it", "查过的流程里，没有别人能解开的"),
  setBy: both("Set by", "怎么办"),
  liftedBy: both("Undone by", "怎么会被解开"),
  nobodyLifts: both("we found no way", "没查到办法"),
  lapses: both("it ends by itself", "到期自动失效"),
  eachRound: both(
    (duration: string) => `each further time takes them ${duration}`,
    (duration) => `之后每解一次只要 ${duration}`,
  ),
  otherBlocks: both(
    (count: number) => `${counted(count, "more block")} on which no loss hangs that was read`,
    (count) => `另有 ${groupDigits(count)} 项停用，查到的损失不取决于它们`,
  ),

  // --- what it rests on -------------------------------------------------------------------------------------------------
  honest: both("What this rests on, and what it does not say", "以上依据什么，没有说什么"),
  asReported: both("Date of the data", "数据日期"),
  asReportedText: both(
    (date: string) =>
      `${date}, as reported then: the services are those in force on that day. What they ask for today may differ; ask them.`,
    (date) => `${date}，按当时的报道：各家业务按那一天有效的算。现在的要求可能不同，请向机构核实。`,
  ),
  reach: both("What “could be lost” means", "“可能损失”是什么意思"),
  reachText: both(
    "The worst and fastest case: every step takes its shortest time. Where we found no way, that only means: not in the services we checked.",
    "按最坏、最快的情况算：每一步都用最短时间。没查到路，只说明我们查过的业务里没有。",
  ),
  label: both("How complete the calculation is", "计算是否完整"),
  label_exact: both(
    "complete: nothing was left out of the calculation. How reliable the facts are is said under “Based on”",
    "计算完整：就填写的内容和查到的业务，没有漏算。业务本身可不可靠，看“依据”",
  ),
  label_bounded: both(
    "between two bounds: of some figure only the least and the most are known",
    "只知道范围：有的数字只算出了最少和最多",
  ),
  label_truncated: both(
    "not finished: a search was cut short, so there may be other ways or easier measures",
    "没有算完：有的搜索没有做完，可能还有别的路，或更省工夫的办法",
  ),
  coverage: both("What was checked", "查了多少"),
  judgedAll: both(
    (count: number) =>
      count === 0
        ? "nothing has been entered yet, so nothing was checked"
        : `something has been read about ${count === 1 ? "the one thing" : `each of the ${counted(count, "thing")}`} entered, not everything`,
    (count) =>
      count === 0
        ? "还什么都没填，所以什么都没查"
        : `填写的 ${groupDigits(count)} 项都有查到的内容，但不是样样都查过`,
  ),
  notJudged: both(
    (things: string) => `not checked, so nothing here is said about: ${things}`,
    (things) => `没查过、因此这里什么都没有说的：${things}`,
  ),
  read: both(
    ({ rules }: Read) => `${counted(rules, "step")} they could take were gone through`,
    ({ rules }) => `逐一查过 ${groupDigits(rules)} 个可能的步骤`,
  ),
  assumptions: both("Assumed", "假定"),
  nothingAssumed: both("Nothing had to be assumed for these ways.", "这些路不依赖任何假定。"),
  sources: both("Sources for the ways shown", "这些路的来源"),
  locally: both("Worked out here", "就地计算"),
  locallyText: both(
    "This page asks no other server and sends nothing anywhere. It keeps what you enter only if you chose that.",
    "本页不连别的服务器，也不向任何地方发送内容。填写的内容，你选了保存才会存下来。",
  ),
};

interface Bottom {
  /** What is in the wrong hands, as a sentence without its subject. */
  readonly held: string;
  readonly duration: string;
  /** Absent: nobody said how much it is. */
  readonly amount: string | undefined;
  /** What the first loss is, after "could": said where it is no stated sum. */
  readonly could: string;
}
interface Remaining {
  readonly money: string;
  readonly duration: string;
}
interface Span {
  readonly begins: number;
  readonly ends: number;
}
interface WaySize {
  readonly steps: number;
  readonly duration: string;
}
interface Read {
  readonly rules: number;
}

export { basisWords, channelWords } from "../../src/report/index.ts";

export type Words = WordsOf<typeof table>;
export const wordsFor = (lang: Lang): Words => wordsIn(table, lang);

/**
 * Capabilities in a word or two, for the face of a card. What is not here is said in the vocabulary's own sentence; the
 * details of a card always are.
 */
export const shortWords: Readonly<Record<string, Both<string>>> = {
  unlock: both("the unlocked phone", "已解锁的手机"),
  "receive-sms": both("codes by text", "短信验证码"),
  "receive-call": both("calls", "来电"),
  "send-sms": both("texts and calls from the number", "用这个号码发短信、打电话"),
  control: both("the number on another SIM", "转到别的卡上的号码"),
  "read-mail": both("email", "邮件"),
  enter: both("a sign-in", "登录状态"),
  manage: both("a new password", "新的登录密码"),
  "pass-face": both("a passed face check", "人脸核验结果"),
  "authorise-payment": both("payment approval", "支付确认"),
  "pay-with": both("a card ready to pay", "绑好的卡"),
  "see-cards": both("the list of cards", "银行卡列表"),
  operate: both("online banking", "网上银行"),
  borrow: both("a loan", "借到的钱"),
  charge: both("money from the card", "卡里的钱"),
  drain: both("the balance", "余额"),
  "cash-out": both("the borrowed money", "借来的钱"),
  "spend-credit": both("the credit line", "信用额度"),
  "appear-in-person": both("the owner in person", "本人到场"),
  "show-face": both("the live face", "本人刷脸"),
};
