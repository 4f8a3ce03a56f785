/** What the report of a race says around the catalogue's own texts, in both languages. */
import { type Both, both, groupDigits, type Lang, type WordsOf, wordsIn } from "./words.ts";

interface None {
  readonly nights: string;
  /** Only as long as nobody of these says yes of whom nobody has stated a chance. */
  readonly ifNo: Asked | undefined;
}

/** Whose yes a flow hangs on: that of agents alone, or of the owner and of people inside too. */
export type Asked = "agents" | "people";

const askedEn = { agents: "some agents", people: "those who must say yes" } as const;
const askedZh = { agents: "有些客服", people: "需要点头的人" } as const;
const ifNoEn = (asked: Asked | undefined) =>
  asked === undefined
    ? ""
    : `, as long as ${asked === "agents" ? "every agent who may agree" : "everybody who may agree, the owner among them,"} says no`;
const ifNoZh = (asked: Asked | undefined) =>
  asked === undefined
    ? ""
    : asked === "agents"
      ? "只要能酌情的客服都不点头，"
      : "只要需要点头的人（机主也在内）都不点头，";

interface IfAgree {
  readonly asked: Asked;
  readonly share: string;
  readonly what: string;
}

interface BottomHarms {
  readonly nights: string;
  readonly share: string;
  readonly harms: string;
}

interface Bottom {
  readonly nights: string;
  readonly share: string;
  readonly mean: string;
}

const table = {
  inBrackets: both(
    (text: string, more: string) => `${text} (${more})`,
    (text, more) => `${text}（${more}）`,
  ),

  // --- the bottom line ------------------------------------------------------------------------------------------------
  bottom: both(
    ({ nights, share, mean }: Bottom) => `In ${share} of ${nights} nights like this money is lost: ${mean}`,
    ({ nights, share, mean }) => `这样的 ${nights} 夜里，有损失的占 ${share}，${mean}`,
  ),
  bottomHarms: both(
    ({ nights, share, harms }: BottomHarms) =>
      `In ${share} of ${nights} nights like this something is lost: ${harms}`,
    ({ nights, share, harms }) => `这样的 ${nights} 夜里，有损失的占 ${share}：${harms}`,
  ),
  aNight: both(
    (money: string) => `${money} a night on average`,
    (money) => `平均每夜 ${money}`,
  ),
  atLeast: both(
    (said: string) => `at least ${said}, and more of unknown size`,
    (said) => `至少${said}，另有数目不明的`,
  ),
  unknownMean: both("a sum nobody has stated", "没填金额"),
  harmIn: both(
    (harm: string, share: string) => `${harm} in ${share}`,
    (harm, share) => `${harm}占 ${share}`,
  ),
  bottomNone: both(
    ({ nights, ifNo }: None) => `In none of ${nights} nights like this was money lost${ifNoEn(ifNo)}.`,
    ({ nights, ifNo }) => `这样的 ${nights} 夜里，${ifNoZh(ifNo)}没有一夜有损失。`,
  ),
  bottomNoHarm: both(
    ({ nights, ifNo }: None) =>
      `In none of ${nights} nights like this was any of this harm done${ifNoEn(ifNo)}.`,
    ({ nights, ifNo }) => `这样的 ${nights} 夜里，${ifNoZh(ifNo)}没有一夜有这些损失。`,
  ),
  range: both(
    (loss: string, sum: string) => `${loss}, ${sum}`,
    (loss, sum) => `${loss}，${sum}`,
  ),
  countedAtMost: both(
    (ranges: string) => `Known only between two sums, and counted at the greater: ${ranges}.`,
    (ranges) => `只知道在两个数之间，按大的算：${ranges}。`,
  ),
  lostAlready: both(
    (losses: string) => `Lost before a night begins, and counted in none of them: ${losses}.`,
    (losses) => `在每一夜开始之前就已经失守，以上没有把它算进去：${losses}。`,
  ),
  beyondAgreed: both(
    (losses: string) => `Only if somebody agrees of whom nobody has said how often they do: ${losses}.`,
    (losses) => `要有人点头才会发生，而多常点头没有人说明：${losses}。`,
  ),
  beyondLater: both(
    (losses: string) => `No night is long enough for what comes later: ${losses}.`,
    (losses) => `一夜不够长，之后才轮到：${losses}。`,
  ),
  beyondNotPlayed: both(
    (losses: string, within: string) => `Possible within ${within}, though no night came to it: ${losses}.`,
    (losses, within) => `${within}内本来可能发生，只是这些夜里没有：${losses}。`,
  ),
  notLeaked: both(
    ({ share, what }: Omit<IfAgree, "asked">) =>
      `If nobody knows them, something is lost in ${share} of nights: ${what}.`,
    ({ share, what }) => `如果没有人知道这些，有损失的夜占 ${share}：${what}。`,
  ),
  notLeakedNone: both(
    (nights: string) =>
      `If nobody knows them, nothing was lost in ${nights} such nights; what nobody has read is in none of them.`,
    (nights) => `如果没有人知道这些，这样的 ${nights} 夜里没有一夜有损失；没查过的哪一夜里都没有。`,
  ),
  beyondNotRead: both(
    (losses: string) => `Not ruled out, for nobody has read what it hangs on: ${losses}.`,
    (losses) => `不能排除，因为相关规定没有人查证过：${losses}。`,
  ),
  beyondFrom: both(
    (loss: string, duration: string) => `${loss} (after ${duration})`,
    (loss, duration) => `${loss}（最早 ${duration}之后）`,
  ),
  beyondMore: both(
    (count: number) => `${count} more`,
    (count) => `另有 ${count} 项`,
  ),
  beyondBest: both(
    (count: number) =>
      `${count} ${count === 1 ? "loss is" : "losses are"} then still not ruled out beyond these nights.`,
    (count) => `此时在这些夜之外，仍有 ${count} 项损失不能排除。`,
  ),
  ifAgree: both(
    ({ share, what, asked }: IfAgree) =>
      `Nobody has said how often ${askedEn[asked]} agree; if they always did, something would be lost in ${share}: ${what}.`,
    ({ share, what, asked }) =>
      `${askedZh[asked]}多常点头，没有人说明；如果每次都点头，有损失的占 ${share}：${what}。`,
  ),
  agreeSame: both(
    (asked: Asked) =>
      `Nobody has said how often ${askedEn[asked]} agree; nothing was lost in these nights if they always did, either.`,
    (asked) => `${askedZh[asked]}多常点头，没有人说明；就算每次都点头，这些夜里也没有损失。`,
  ),
  bottomUpTo: both(
    (share: string) =>
      `Chance alone would allow up to ${share} of such nights; what nobody has read and what these two did not try is not in that figure.`,
    (share) => `光算随机误差，就可能高到 ${share}；没人查过的、这样的双方没试的，都不在这个数里。`,
  ),
  bottomFirst: both(
    (duration: string) => `where it is, half of the time within ${duration}.`,
    (duration) => `有损失的夜里，一半在 ${duration}之内。`,
  ),
  bottomBest: both(
    (measures: string, share: string) => `With “${measures}” it would be ${share}.`,
    (measures, share) => `若有“${measures}”，则为 ${share}。`,
  ),
  noNight: both("Not one night was played, so nothing can be said.", "一夜也没有跑完，因此无从判断。"),
  truncated: both(
    (done: string, wanted: string) =>
      `Truncated: stopped after ${done} of ${wanted} nights; what follows is said of those.`,
    (done, wanted) => `未跑完：${wanted} 夜中跑了 ${done} 夜就停了；以下只就这些夜而言。`,
  ),
  cutOff: both(
    (nights: string) => `${nights} nights had too many events and were cut off.`,
    (nights) => `有 ${nights} 夜事件过多，被截断。`,
  ),

  // --- tables -------------------------------------------------------------------------------------------------------------
  whatChanges: both("What a measure changes, in the same nights", "同样的夜晚，加上办法有什么不同"),
  race: both("race", "情形"),
  asItIs: both("as it is", "现状"),
  lossIn: both("loss in", "有损失"),
  meanLoss: both("mean loss", "平均损失"),
  difference: both("difference", "差额"),
  firstLoss: both("first (median)", "首笔（中位）"),
  spread: both("How much is lost", "损失多少"),
  nothingMore: both("nothing more", "没有更多损失"),
  nothingLost: both("nothing", "没有损失"),
  /** Beside what is not ruled out, a full bar of “nothing” would be read as safety. */
  nothingPlayed: both("nothing by what was played", "演的办法没造成损失"),
  noMoney: both("harm not counted in money", "不论金额的损失"),
  noSum: both("no sum known", "数目不明"),
  orMore: both(
    (sum: string) => `${sum} or more`,
    (sum) => `不少于 ${sum}`,
  ),
  noSumKnown: both("no sum known", "有损失，数目不明"),
  firstHarm: both("something is lost", "有了第一处损失"),
  howSoon: both("How soon", "多快"),
  event: both("", ""),
  ofNights: both("in", "占"),
  tenth: both("10 %", "10%"),
  half: both("half", "一半"),
  ninetieth: both("90 %", "90%"),
  takeover: both("something is taken over", "第一样被拿下"),
  money: both("money goes", "钱被拿走"),
  whichWaysTaken: both("Which ways were taken", "走的是哪条路"),
  whichWays: both("Which ways carried the money", "钱是从哪条路走的"),
  ofLosses: both("of nights with loss", "占有损失的夜"),
  ofMoney: both("of money", "占金额"),
  by: both("by", "经由"),
  never: both("never", "没有"),
  moreWays: both(
    (count: number) => `and ${groupDigits(count)} more`,
    (count) => `另有 ${groupDigits(count)} 条`,
  ),

  // --- what it rests on -------------------------------------------------------------------------------------------------
  restsOn: both("What this rests on", "以上依据什么"),
  owner: both("owner", "机主"),
  intruder: both("intruder", "对方"),
  clock: both("clock", "时间"),
  nights: both("nights", "夜数"),
  inForce: both("counted as done", "按做了算的"),
  setBefore: both("blocked beforehand", "事先已停用"),
  agents: both("agents", "客服人员"),
  people: both("people asked", "被问到的人"),
  intervals: both("intervals", "区间"),
  reading: both("reading", "读法"),
  hands: both(
    (hands: number) => (hands === 1 ? "one thing at a time" : `${groupDigits(hands)} things at once`),
    (hands) => `同时做 ${groupDigits(hands)} 件事`,
  ),
  begins: both(
    (moment: string) => `begins ${moment}`,
    (moment) => `${moment} 开始`,
  ),
  asFounding: both("as in the Chengdu night", "与成都案例相同"),
  noClock: both("no clock: every office is open", "不计时刻：所有窗口都开着"),
  lasts: both(
    (duration: string) => `lasts ${duration}`,
    (duration) => `持续 ${duration}`,
  ),
  seed: both(
    (nights: string, seed: number) => `${nights} of seed ${seed}`,
    (nights, seed) => `种子 ${seed} 的 ${nights} 夜`,
  ),
  unsaid: both(
    (options: string) => `defaults used for: ${options}`,
    (options) => `没有写、按默认取的：${options}`,
  ),
  neverGiveWay: both(
    (flows: string) => `never agree, because nobody has stated a chance: ${flows}`,
    (flows) => `没有人说明概率，按从不松口处理：${flows}`,
  ),
  methods: both(
    "95 %: Wilson intervals for shares, normal for means, order statistics for percentiles; differences are of the same nights",
    "95%：比例用 Wilson 区间，均值用正态区间，分位数用次序统计量；差额取自同样的夜晚",
  ),
  oneTelling: both(
    "a race tells what these two do, not the worst that is possible: `chainbreak audit` gives the bound",
    "这里说的是这样的双方会怎样，不是最坏能怎样；上限见 `chainbreak audit`",
  ),
};

export type RaceWords = WordsOf<typeof table>;
export const raceWords = (lang: Lang): RaceWords => wordsIn(table, lang);

/** Policies by their ids; one without words is called by its id. */
export const policyWords: Readonly<Record<string, Both<string>>> = {
  nothing: both("does nothing", "什么也不做"),
  checklist: both(
    "goes down the usual list: the SIM, the cards, the wallets; once, and believes it lasts",
    "照通常的清单做：先手机号，再银行卡，再钱包；做一遍，就当管用了",
  ),
  answers: both(
    "calls off what they are told of while it waits, and does nothing else",
    "只回应通知：告知了、还没生效的就叫停，别的不做",
  ),
  founding: both(
    "does what the husband in the Chengdu case did, when he did it, and rings the number to hear whether it is still suspended",
    "照成都案例里丈夫当夜的做法和时间，并拨那个号码听是否还停着",
  ),
  gang: both("a gang", "一个团伙"),
  loner: both("one person alone", "一个人"),
  slow: both("one person who takes a little a day", "一个人，每天只拿一点"),
};
