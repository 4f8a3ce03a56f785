/** What the report of an audit says around the catalogue's own texts, in both languages. */
import { inBrackets } from "./marks.ts";
import { type Both, both, counted, groupDigits, type Lang, type WordsOf, wordsIn } from "./words.ts";

const table = {
  and: both(" and ", "，又"),
  comma: both(", ", "、"),
  semicolon: both("; ", "；"),
  none: both("none", "无"),

  // --- the bottom line ------------------------------------------------------------------------------------------------
  whoever: both(
    (held: string) => `Whoever ${held}`,
    (held) => `任何人只要${held}`,
  ),
  couldTake: both(
    ({ money, isMore, count }: Stake) =>
      `could take ${money}${isMore ? " and more of unknown size" : ""}${count > 1 ? ` in ${groupDigits(count)} places` : ""}`,
    ({ money, isMore, count }) =>
      `，就可能造成 ${money} ${isMore ? "以上、数目不明" : ""}的损失${count > 1 ? `（共 ${groupDigits(count)} 处）` : ""}`,
  ),
  couldTakeUnknown: both(
    (count: number) => `could cause ${count > 1 ? `${groupDigits(count)} losses` : "a loss"} of unknown size`,
    (count) => `，就可能造成${count > 1 ? ` ${groupDigits(count)} 处` : ""}数目不明的损失`,
  ),
  firstAfter: both(
    ({ duration, steps }: First) =>
      `the first after ${duration} at the earliest, in ${counted(steps, "step")}.`,
    ({ duration, steps }) => `最快 ${duration}、${groupDigits(steps)} 步就能得手第一笔。`,
  ),
  atOnce: both("the first of it at once.", "第一笔马上就能得手。"),
  noLoss: both(
    ({ count, within }: Nothing) =>
      `reaches none of ${count === 1 ? "the one loss" : `the ${groupDigits(count)} losses`} we know of${within === undefined ? "" : ` within ${within}`}.`,
    ({ count, within }) =>
      `，${within === undefined ? "" : `${within}内`}也到不了我们所知的 ${groupDigits(count)} 处损失中的任何一处。`,
  ),
  noLossKnown: both(
    "No loss is written down for this person, so nothing can be said of one.",
    "这个人物没有记下任何可能的损失，因此无从判断。",
  ),
  neverSafe: both(
    "That is true of what the catalogue has read, and of nothing else.",
    "这只对流程库已经读到的东西成立，别的一概不保证。",
  ),

  // --- headings -------------------------------------------------------------------------------------------------------
  fastestWay: both("The fastest way in", "最快的一条路"),
  otherWays: both("Other ways to the same", "到同一处的其他走法"),
  allLosses: both("Everything that can be lost", "可能损失的全部"),
  whatStops: both("What stops all of it, cheapest first", "怎样全部切断（各方投入最小的办法）"),
  aloneSuffices: both("Each of these alone stops all of it", "下面每一项单独就能全部切断"),
  front: both("Effort against what stays open", "投入多少，还剩多少敞口"),
  holding: both("How long a block holds", "各种停用、冻结能撑多久"),
  restsOn: both("What this rests on", "以上依据什么"),

  // --- the way ----------------------------------------------------------------------------------------------------------
  legend: both(
    "→ what the step gives; (3) comes from step 3, (0) was there from the start; times are the earliest possible",
    "→ 后面是这一步得到的；（3）表示来自第 3 步，（0）表示一开始就有；时间都是最早可能",
  ),
  sets: both("changes the state of something", "改变某个状态"),
  unconfirmed: both("unconfirmed", "未证实"),
  unconfirmedNote: both(
    "unconfirmed: only unsigned or contradicting pages say so",
    "未证实：只有来源不明或互相矛盾的说法",
  ),
  discretion: both("someone at the other end must be talked into it", "要说动对方的人员"),
  delayed: both(
    (duration: string) => `takes effect ${duration} after being asked for`,
    (duration) => `提出后要等 ${duration} 才生效`,
  ),
  waits: both(
    (duration: string) => `waits ${duration} for opening hours`,
    (duration) => `要等 ${duration} 到办理时间`,
  ),
  assumed: both(
    (what: string) => `assumed, because nobody said: ${what}`,
    (what) => `没有人说明，按可能处理：${what}`,
  ),
  handsOn: both(
    ({ lower, upper }: Span) => `${lower === upper ? lower : `${lower} to ${upper}`} of work`,
    ({ lower, upper }) => `动手 ${lower === upper ? lower : `${lower}至 ${upper}`}`,
  ),
  otherBy: both(
    (work: string, flows: string) => `${work}, with ${flows}`,
    (work, flows) => `${work}，走 ${flows}`,
  ),
  otherSubset: both(
    (work: string) => `${work}, by some of the steps above`,
    (work) => `${work}，只走上面的一部分步骤`,
  ),

  // --- tables -------------------------------------------------------------------------------------------------------------
  loss: both("loss", "损失"),
  amount: both("amount", "金额"),
  earliest: both("earliest", "最早"),
  steps: both("steps", "步数"),
  work: both("work", "动手时间"),
  basis: both("weakest basis", "最弱依据"),
  unknownAmount: both("unknown", "不明"),
  notReached: both(
    (losses: string) => `Not reached: ${losses}.`,
    (losses) => `到不了的：${losses}。`,
  ),
  andMore: both(
    (count: number) => `and ${groupDigits(count)} more`,
    (count) => `另有 ${groupDigits(count)} 处`,
  ),
  effort: both("effort", "投入"),
  stillOpen: both("still open", "还敞着"),
  measures: both("measures", "措施"),
  nothingDone: both("nothing done", "什么都不做"),
  condition: both("condition", "状态"),
  setAtOnce: both("at once", "马上设"),
  setLater: both("later", "晚些设"),
  again: both("again", "再解"),
  liftedBy: both("lifted by", "怎么被解除"),
  holdsForGood: both("holds", "撑得住"),
  lapsesAfter: both(
    (duration: string) => `Lapses by itself after ${duration}, and nobody need lift it:`,
    (duration) => `${duration}后到期自动失效，不用谁来解除：`,
  ),
  nothingLifts: both("Holds, as far as the catalogue knows:", "就流程库所知，撑得住："),
  holdingNote: both(
    "At once: set before the intruder has done anything. Later: set afterwards, counted from the start, once they have all they need. Again: each further lifting.",
    "马上设：对方还什么都没做。晚些设：从一开始算起，对方已把要用的都拿到手。再解：每再解除一次要多久。",
  ),

  // --- what stops it ----------------------------------------------------------------------------------------------------
  side_person: both("You", "你自己"),
  side_institution: both("The institutions", "机构"),
  side_both: both("Both together", "双方一起"),
  sameAs: both(
    (side: string) => `the same as: ${side}`,
    (side) => `与“${side}”相同`,
  ),
  effortOf: both(
    (effort: string) => `effort ${effort}`,
    (effort) => `投入 ${effort}`,
  ),
  effortInAll: both(
    (effort: string) => `in all: effort ${effort}`,
    (effort) => `合计投入 ${effort}`,
  ),
  nothingHelps: both("nothing they can do stops any of it", "能做的事里没有一件切得断任何一处"),
  nothingNeeded: both("nothing needs to be done", "什么都不用做"),
  stopsPart: both(
    (left: string) => `does not stop everything; still open: ${left}`,
    (left) => `切不断全部；还敞着 ${left}`,
  ),
  notProved: both(
    (least: string) => `a cheaper selection may exist, of effort ${least} or more`,
    (least) => `可能还有投入更小的选法，但至少要 ${least}`,
  ),
  allInstitutions: both("all institutions together", "所有机构一起"),
  you: both("you", "你自己"),

  // --- what it rests on ---------------------------------------------------------------------------------------------------
  label: both("label", "结论性质"),
  label_exact: both("exact: every figure is proved", "精确：每个数字都有证明"),
  label_bounded: both(
    "bounded: some figure is known only between two bounds, shown above",
    "有界：有的数字只知道上下界，见上文",
  ),
  label_truncated: both(
    "truncated: the search was cut short somewhere, so there may be more ways or cheaper measures",
    "截断：有的搜索没有做完，可能还有别的走法或投入更小的措施",
  ),
  weakestBasis: both("basis", "依据"),
  coverage: both("coverage", "覆盖"),
  judgedAll: both(
    (count: number) => `${counted(count, "thing")} judged, none left out`,
    (count) => `${groupDigits(count)} 样东西都判断过，没有漏掉的`,
  ),
  cutShort: both(
    (flows: string) => `too many combinations of things; not all were looked at in: ${flows}`,
    (flows) => `东西的组合太多，这些流程没有全部看完：${flows}`,
  ),
  judged: both(
    ({ judged, things }: Judged) =>
      `${groupDigits(judged)} judged; NOT judged, and never to be read as safe: ${things}`,
    ({ judged, things }) => `判断过 ${groupDigits(judged)} 样；没有判断、绝不能当作安全的：${things}`,
  ),
  assumptions: both("assumed", "假定"),
  notTold: both(
    (relation: string, thing: string) =>
      `the ${relation} of ${thing} is not known; every possibility is allowed`,
    (relation, thing) => `${thing}的“${relation}”不清楚，按各种可能都成立`,
  ),
  asOf: both("as of", "时间"),
  flowsInForce: both(
    (date: string) => `the flows in force on ${date}`,
    (date) => `${date}有效的流程`,
  ),
  flowsToday: both("the flows in force now", "现在有效的流程"),
  inForce: both("in force", "已采取"),
  setBefore: both("set before", "已设"),
  sources: both("sources", "来源"),
  reading: both("reading", "读法"),
  upperBound: both(
    "an upper bound on an intruder: what they could ever reach, and not before when; a time is the least each flow takes",
    "这是对入侵者的上限估计：最多能到哪里、最早什么时候；时间按每个流程最短的算",
  ),
  unconfirmedSteps: both(
    (count: number) => `${counted(count, "step")} of the fastest way unconfirmed`,
    (count) => `最快那条路里有 ${groupDigits(count)} 步未证实`,
  ),
};

interface Stake {
  readonly money: string;
  readonly isMore: boolean;
  readonly count: number;
}
interface First {
  readonly duration: string;
  readonly steps: number;
}
interface Nothing {
  readonly count: number;
  readonly within: string | undefined;
}
interface Span {
  readonly lower: string;
  readonly upper: string;
}
interface Judged {
  readonly judged: number;
  readonly things: string;
}

export type AuditWords = WordsOf<typeof table>;
export const auditWords = (lang: Lang): AuditWords => wordsIn(table, lang);

/** An effort as a person says it: the three words of the notation, or a number. */
export function sayEffort(effort: number, lang: Lang): string {
  const word = (
    { 1: both("low", "小"), 3: both("medium", "中"), 10: both("high", "大") } as Readonly<
      Record<number, Both<string>>
    >
  )[effort];
  return word === undefined ? groupDigits(effort) : groupDigits(effort) + inBrackets(word[lang], lang);
}
