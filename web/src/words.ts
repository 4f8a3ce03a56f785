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
  whatThisIs: both(
    "The case this project began with, as it was reported then. A phone was stolen; with its SIM card alone, strangers went from one institution to the next. Nothing was hacked: every step was an ordinary service.",
    "这是本项目的起点，按当时的报道还原。一部手机被偷，对方只凭里面的 SIM 卡，就一家机构接一家机构地走了下去。没有哪个系统被攻破：每一步都是正常业务。",
  ),

  whatOwnIs: both(
    "Worked out in this page from what was entered, for somebody who has what stands below and nothing else. Nothing is hacked: every step is an ordinary service.",
    "在本页里根据填写的内容算出来的：假设有人手里只有下面这些东西。没有哪个系统被攻破，每一步都是正常业务。",
  ),
  noLossReached: both(
    "Nothing we have read leads from there to a loss. What was not entered or not read is not judged.",
    "我们读过的流程都走不到任何一笔损失。没有填写、没有读过的，不作判断。",
  ),

  // --- the bottom line ------------------------------------------------------------------------------------------------
  onlyTheSim: both("With only the SIM card", "只凭这张 SIM 卡"),
  whoever: both(
    (held: string) => `Whoever ${held} needs`,
    (held) => `谁只要${held}，走`,
  ),
  steps: both(
    (count: number) => counted(count, "step"),
    (count) => `${groupDigits(count)} 步`,
  ),
  toFirstLoss: both("to the first loss:", "，第一笔损失"),
  toFirstUnsized: both("to the first loss", "，就能拿走第一笔钱"),
  and: both("and", "、"),
  unknownAmount: both("of unknown size", "数目不明"),
  tryBelow: both(
    "Further down you can switch on what would have stopped it, and see what remains.",
    "往下可以逐项打开各种措施，看看还剩什么。",
  ),
  withMeasures: both(
    (count: number) => `With ${counted(count, "measure")} switched on below`,
    (count) => `打开下面 ${groupDigits(count)} 项措施之后`,
  ),
  nothingReached: both("no way we know reaches a loss any more", "我们所知的流程再也走不到任何一笔损失"),
  stillReached: both(
    ({ money, duration }: Remaining) => `${money} can still be reached, the first of it after ${duration}`,
    ({ money, duration }) => `仍有 ${money} 走得到，最快 ${duration}后第一笔`,
  ),

  // --- losses -----------------------------------------------------------------------------------------------------------
  losses: both("What could be lost", "可能损失什么"),
  lossesLead: both("Choose a loss to see the way to it.", "点一笔损失，看看是怎么走到的。"),
  reachedAfter: both(
    (duration: string) => `reached after ${duration} at the earliest`,
    (duration) => `最快 ${duration}后走到`,
  ),
  notReached: both("no way we know reaches it", "我们所知的流程都走不到"),
  noLonger: both("no way we know reaches it now", "我们所知的流程再也走不到"),
  weakestBasis: both("Rests on", "依据"),
  shown: both("its way is shown below", "走法见下"),

  // --- the way in -------------------------------------------------------------------------------------------------------
  way: both("The way in", "一步一步怎么走到"),
  wayTo: both(
    (goal: string) => `Someone ${goal}`,
    (goal) => `对方${goal}`,
  ),
  wayLead: both(
    "Where lines meet, all of them are needed. Times are the least each step takes.",
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
  discretion: both("an agent is talked round", "说动客服"),
  discretionWhy: both("Someone at the other end must be talked into it.", "要说动对方的人员。"),
  delayed: both(
    (duration: string) => `Takes effect ${duration} after being asked for.`,
    (duration) => `提出后要等 ${duration}才生效。`,
  ),
  assumed: both("something is assumed", "含假定"),
  assumedWhy: both(
    (what: string) => `Taken for possible, because nobody said: ${what}`,
    (what) => `没有人说明，按可能处理：${what}`,
  ),
  stopped: both("stopped", "已拦住"),
  fallsToo: both("falls with it", "随之走不通"),
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
  needsWhoever: both("It needs someone who", "前提：对方"),
  givesWhoever: both("After it, that someone", "之后对方"),
  changesState: both("changes the state of something", "改变某个状态"),
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
  brokenWay: both("This way no longer works.", "这条路走不通了。"),
  anotherWay: both(
    ({ steps, duration }: WaySize) => `Another remains: ${counted(steps, "step")}, ${duration}.`,
    ({ steps, duration }) => `还剩一条：${groupDigits(steps)} 步，${duration}。`,
  ),
  showAnother: both("Show the remaining way", "看剩下的这条"),
  showFirst: both("Show the first way again", "回到原来那条"),
  noOther: both("No other way to it is known.", "没有别的已知走法。"),
  othersOnce: both(
    (count: number) => `${counted(count, "more step was", "more steps were")} in reach`,
    (count) => `另有 ${groupDigits(count)} 项业务也办得到`,
  ),
  search: both("Search these steps", "搜索这些业务"),
  nothingFound: both("Nothing by that name.", "没有找到。"),

  // --- whose measures they are ------------------------------------------------------------------------------------------
  side_person: both("You", "你自己"),
  side_institution: both("The institutions", "机构"),
  side_both: both("Both together", "双方一起"),
  sameAs: both(
    (side: string) => `the same as: ${side}`,
    (side) => `与“${side}”相同`,
  ),

  // --- holding ----------------------------------------------------------------------------------------------------------
  holding: both("How long each block holds", "各种停用、冻结能撑多久"),
  holdingLead: both(
    "A block is only as strong as the easiest way to lift it.",
    "一道封锁有多牢，要看最容易的解除办法。",
  ),
  setAtOnce: both("set at once", "马上设"),
  setAtOnceWhy: both("before they have done anything", "对方还什么都没做"),
  wheneverSet: both("whenever set", "不论何时设"),
  setLater: both("set later", "晚些才设"),
  setLaterWhy: both("counted from the start", "从一开始算起"),
  holds: both("holds", "撑得住"),
  setBy: both("Set by", "怎么设"),
  liftedBy: both("Lifted by", "怎么被解除"),
  nobodyLifts: both("nothing we know of", "没有已知的办法"),
  lapses: both("it lapses by itself", "到期自动失效"),
  eachRound: both(
    (duration: string) => `each further round takes them ${duration}`,
    (duration) => `之后每解一次只要 ${duration}`,
  ),
  otherBlocks: both(
    (count: number) => `${counted(count, "more block")} no way to a loss depends on`,
    (count) => `另有 ${groupDigits(count)} 种，与这些损失的走法无关`,
  ),

  // --- what it rests on -------------------------------------------------------------------------------------------------
  honest: both("What this rests on, and what it does not say", "以上依据什么，没有说什么"),
  asReported: both("Date of the data", "数据日期"),
  asReportedText: both(
    (date: string) =>
      `${date}, as reported then: the institutions are shown with the flows in force on that day. What they ask today may differ; ask them.`,
    (date) => `${date}，按当时的报道：各机构按那一天有效的流程展示。现在的要求可能不同，请向机构核实。`,
  ),
  reach: both("What “reached” means", "“走得到”是什么意思"),
  reachText: both(
    "The most somebody holding this could ever do, and the soonest: every step in the least time it takes. That a loss is not reached means that no service we have read leads there, and nothing more.",
    "意思是“最多能到、最早到”：按每一步最短的时间，估计手里有这样东西的人至多能做到什么。说走不到，只表示我们读过的流程都到不了那里，别的一概不保证。",
  ),
  label: both("How exact this is", "有多精确"),
  label_exact: both("exact: every figure is proved", "精确：每个数字都有证明"),
  label_bounded: both(
    "between two bounds: of some figure only the least and the most are known",
    "只知道范围：有的数字只算出了最少和最多",
  ),
  label_truncated: both(
    "not finished: a search was cut short, so there may be more ways or cheaper measures",
    "没有算完：有的搜索没有做完，可能还有别的走法或更省力的措施",
  ),
  coverage: both("What was judged", "判断了多少"),
  judgedAll: both(
    (count: number) => `${counted(count, "thing")} judged, none left out`,
    (count) => `${groupDigits(count)} 样东西都判断过，没有漏掉的`,
  ),
  notJudged: both(
    (things: string) => `NOT judged, so nothing here is said of them: ${things}`,
    (things) => `没有判断、因此这里什么都没有说的：${things}`,
  ),
  read: both(
    ({ rules }: Read) => `${counted(rules, "step")} somebody could take were gone through`,
    ({ rules }) => `逐一查过 ${groupDigits(rules)} 种可能的步骤`,
  ),
  assumptions: both("Assumed", "假定"),
  nothingAssumed: both("On these ways nothing had to be assumed.", "这些走法不依赖任何假定。"),
  sources: both("Sources of the ways shown", "所示走法的来源"),
  locally: both("Worked out here", "就地计算"),
  locallyText: both(
    "This page asks no other server and sends nothing anywhere. It keeps what you enter only if you chose that.",
    "本页不连别的服务器，也不向任何地方发送东西。填写的内容，你选了保存才会存下来。",
  ),
};

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
  unlock: both("phone open", "打开的手机"),
  "receive-sms": both("text messages", "短信"),
  "receive-call": both("calls", "来电"),
  "send-sms": both("sending from the number", "用此号发送"),
  control: both("the number on another SIM", "号码换到别的卡"),
  "read-mail": both("mail", "邮件"),
  enter: both("signed in", "已登录"),
  manage: both("new sign-in password", "新的登录密码"),
  "pass-face": both("face check passed", "通过人脸核验"),
  "authorise-payment": both("payments", "可确认支付"),
  "pay-with": both("card bound", "卡已绑上"),
  "see-cards": both("list of cards", "银行卡列表"),
  operate: both("online banking", "网银"),
  borrow: both("loan", "借款"),
  charge: both("money from the card", "卡里的钱"),
  drain: both("the balance", "余额"),
  "cash-out": both("the lent money", "贷出的钱"),
  "spend-credit": both("the credit line", "信用额度"),
  "appear-in-person": both("in person", "本人到场"),
  "show-face": both("the living face", "本人刷脸"),
};
