/** The words of the night. */
import { both, counted, groupDigits } from "../../../src/report/index.ts";

interface Fight {
  readonly block: string;
  readonly times: number;
}
interface Held {
  /** That the block is over, as a sentence. */
  readonly ended: string;
  readonly duration: string;
}
interface Knot {
  readonly step: string;
  readonly count: number;
}
interface FirstLoss {
  readonly amount: string;
  readonly step: string;
}
interface Compared {
  readonly measures: string;
  readonly before: string;
  readonly after: string;
}
interface Progress {
  readonly done: string;
  readonly wanted: string;
}
interface AndUnsized {
  /** Absent: no sum is known to be gone. */
  readonly amount: string | undefined;
  readonly count: number;
}
interface OfNights {
  /** `9 of 1,000 nights`, `1,000 夜有 9 夜`. */
  readonly nights: string;
  readonly give: string;
}
interface OfNone {
  readonly nights: number;
  readonly give: string;
}
interface Range {
  readonly low: string;
  readonly high: string;
}
interface Amount {
  readonly amount: string;
  readonly low: string;
  readonly high: string;
}

export const nightWords = {
  ownTitle: both("Such a night, minute by minute", "这样一夜，一分一秒"),
  opening: both("Opening the night …", "正在打开这一夜……"),
  failed: both(
    "The night could not be opened. Load the page again; if that does not help, open it on another phone or computer.",
    "这一夜没能打开。请重新载入本页；还是不行，就换一部手机或电脑打开。",
  ),

  // --- which night ----------------------------------------------------------------------------------------------------
  ways: both("Which night", "看哪一夜"),
  asItHappened: both("As it happened", "真实的那一夜"),
  played: both("By the model", "让模型再演一夜"),
  ownPlayed: both("One night", "演一夜"),
  many: both("Many nights", "演很多夜"),
  toldLead: both(
    "Step by step as the family told it afterwards. Where they give no time, it is concluded from what they do give, and the step says so.",
    "按家人事后的讲述，一步一步排出来。没有写明时间的，由前后文推断，该步会注明“推断”。",
  ),
  playedLead: both(
    "A model of such a night, no forecast: how long each step takes is drawn by chance between the shortest and the longest known, and both sides do what is chosen here. Another draw is another night.",
    "这是对这样一夜的模拟，不是预言：每一步花多久，在已知的最短与最长之间随机抽取；双方怎么做，按下面选的来。换一次抽取，就是另一夜。",
  ),
  unreadNotPlayed: both(
    "Only what was read is played. What is not ruled out, because nobody has read how it is done, is in none of these nights: a night without a loss does not mean safety. It is shown under “What could happen”.",
    "演的只是查到的办法。不能排除的，因为没人查过，哪一夜里都没有：没有丢钱的一夜，不等于“安全”。不能排除的列在“会发生什么”那一页。",
  ),
  whereNotPlayed: both("What could happen", "看“会发生什么”"),
  noClock: both(
    "Time counts from when it began. Nobody said what time of day that was, so every office counts as open. The Chengdu choice also starts as late as that family did, almost two hours later.",
    "时间从出事算起。没有说那是几点，所以当作各家随时都能受理。选“像成都那家人一样”，动手也和他们当时一样晚：出事将近两小时以后。",
  ),
  manyLead: both(
    "The same beginning, played again and again, each night with its own chance. What comes out most often says more than any single night.",
    "从同一个开头反复推演，每一夜的随机结果都不同。看很多夜，比看哪一夜都更说明问题。",
  ),
  concludedOf: both(
    ({ done, wanted }: Progress) => `${done} of ${wanted} steps: time or step concluded`,
    ({ done, wanted }) => `${wanted} 步中有 ${done} 步的时间或经过是推断的`,
  ),
  otherHour: both(
    "Some of what is chosen does not exist in this night, which begins before anything was done, and is left out.",
    "选的办法里，有些在这一夜还不存在（这一夜从什么都没做的时候开始），这里略去。",
  ),

  // --- choosing -------------------------------------------------------------------------------------------------------
  thieves: both("The thieves are", "对方是"),
  thieves_gang: both("a gang, several things at once", "一个团伙，几件事同时做"),
  thieves_alone: both("one person, one thing after another", "一个人，一件一件做"),
  ownerDoes: both("The owner", "机主"),
  owner_asleep: both("does nothing: asleep, or does not know", "什么都没做：睡着了，或不知道"),
  owner_listed: both(
    (after: string) => `suspends the number and blocks cards after ${after}, once`,
    (after) => `${after}后挂失手机号和银行卡，做一遍`,
  ),
  owner_fighting: both("fights back again and again, as in Chengdu", "像成都那家人一样，一次次反击"),
  compareWith: both("Compare with the same night, and", "对照：同一夜，加上"),
  compare_nothing: both("nothing (no second night)", "不对照"),
  compare_chosen: both(
    (count: number) => `what is chosen (${groupDigits(count)})`,
    (count) => `已选的 ${groupDigits(count)} 项办法`,
  ),
  personCan: both("What people can do", "个人能做的"),
  institutionsCan: both("What institutions can do", "机构能做的"),
  nightNumber: both(
    (run: number) => `Night ${groupDigits(run)}`,
    (run) => `第 ${groupDigits(run)} 夜`,
  ),
  anotherNight: both("Another night", "换一夜"),
  sameChance: both(
    "Both nights have the same chance: whatever both have in them takes equally long.",
    "两夜的随机结果相同：两边都有的步骤，花的时间一样。",
  ),
  without: both("Without", "没做"),
  withShort: both("With", "做了"),
  noneGone: both("nothing gone", "没有损失"),
  nothingGoneYet: both("nothing gone", "尚无损失"),
  withMeasures: both(
    (measures: string) => `With: ${measures}`,
    (measures) => `加上：${measures}`,
  ),
  spares: both(
    ({ measures, before, after }: Compared) =>
      `In this very night, with “${measures}”: ${after} instead of ${before}.`,
    ({ measures, before, after }) => `就这一夜，若有“${measures}”：${after}，而不是${before}。`,
  ),
  sparesNothing: both(
    ({ measures, before }: Compared) =>
      `In this very night “${measures}” changes nothing about the money: ${before}, either way.`,
    ({ measures, before }) => `就这一夜，“${measures}”对钱没有影响：两边都${before}。`,
  ),
  costsMore: both(
    ({ measures, before, after }: Compared) =>
      `In this very night more is gone with “${measures}”: ${after} instead of ${before}. The order of steps differs, and chance with it; many nights tell.`,
    ({ measures, before, after }) =>
      `就这一夜，有“${measures}”反而更多：${after}，而不是${before}。步骤次序不同，随机结果也不同，要看很多夜。`,
  ),
  whichShown: both("Which of the two", "看哪一夜"),

  // --- the picture ----------------------------------------------------------------------------------------------------
  theThieves: both("The thieves", "对方"),
  theOwner: both("The owner's side", "机主这边"),
  blocks: both("What is blocked or diverted", "停用与转移"),
  goneSoFar: both("Money gone", "已损失"),
  legend_concluded: both("time concluded", "时间是推断的"),
  legend_failed: both("did not work", "没成"),
  legend_waiting: both("takes effect later", "稍后生效"),
  legend_block: both("set by the owner's side", "机主这边设的"),
  legend_lifted: both("undone by the thieves", "被对方解开"),
  legend_theirs: both("set by the thieves", "对方设的"),
  legend_fold: both("nothing happens: folded", "没有动静，已折叠"),
  byHand: both("No institution involved", "不经过任何机构"),

  // --- the hand -------------------------------------------------------------------------------------------------------
  time: both("Time of the night", "这一夜的时刻"),
  play: both("Play", "播放"),
  pause: both("Pause", "暂停"),
  next: both("Next", "下一步"),
  previous: both("Back", "上一步"),
  sinceStart: both(
    (minutes: number) => `${groupDigits(minutes)} min in`,
    (minutes) => `出事后 ${groupDigits(minutes)} 分钟`,
  ),
  keys: both(
    "Keys: space plays and pauses, ← → go from step to step.",
    "键盘：空格播放或暂停，← → 一步一步走。",
  ),
  turns: both("Where it turned", "转折点"),

  turn_takeover: both("First thing taken over", "第一样被对方拿下"),
  turn_key_step: both("The missing link", "关键一环"),
  turn_first_block: both("First block", "第一次停用"),
  turn_first_lift: both("First block undone", "停用第一次被解开"),
  turn_contest: both("Blocked and undone, again and again", "停了又解，解了又停"),
  turn_first_loss: both("First money gone", "第一笔钱没了"),
  turn_last_block: both("The last block that lasted", "最后一道管用的停用"),
  turn_cut_off: both("Cut off here", "到此截断"),
  turn_end: both("The end", "结束"),
  takenOver: both(
    (what: string) => `The thieves now have ${what}.`,
    (what) => `对方拿到了：${what}。`,
  ),
  keyStep: both(
    ({ step, count }: Knot) => `${step}. ${groupDigits(count)} later steps needed what this one gave.`,
    ({ step, count }) => `${step}。后面有 ${groupDigits(count)} 步要用到它的结果。`,
  ),
  firstBlock: both(
    (condition: string) => `From now on ${condition}.`,
    (condition) => `从此刻起：${condition}。`,
  ),
  firstLift: both(
    ({ ended, duration }: Held) => `${ended}, after ${duration}.`,
    ({ ended, duration }) => `${ended}。只管了 ${duration}。`,
  ),
  contest: both(
    ({ block, times }: Fight) => `${block}: undone ${counted(times, "time")} in this night.`,
    ({ block, times }) => `${block}：这一夜被解开 ${groupDigits(times)} 次。`,
  ),
  firstLoss: both(
    ({ amount, step }: FirstLoss) => `${amount}: ${step}.`,
    ({ amount, step }) => `${amount}：${step}。`,
  ),
  lastBlock: both(
    (condition: string) => `Because ${condition}, something the thieves tried failed.`,
    (condition) => `${condition}，对方有一步因此没做成。`,
  ),
  lastBlockIdle: both(
    (condition: string) => `${condition}, and the thieves did not undo it.`,
    (condition) => `${condition}，对方没有解开它。`,
  ),
  cutOff: both(
    (events: number) =>
      `More than ${groupDigits(events)} things happened by now; what came after was not played.`,
    (events) => `到这里已发生 ${groupDigits(events)} 件事，之后的没有再演。`,
  ),
  endGone: both(
    (amount: string) => `${amount} is gone.`,
    (amount) => `共损失 ${amount}。`,
  ),
  endUnsized: both(
    ({ amount, count }: AndUnsized) =>
      amount === undefined
        ? `Money is gone in ${counted(count, "place")}; the amounts were not entered.`
        : `${amount} is gone, and in ${counted(count, "more place")} a sum that was not entered.`,
    ({ amount, count }) =>
      amount === undefined
        ? `有 ${groupDigits(count)} 处丢了钱；没填金额，所以算不出数目。`
        : `共损失 ${amount}，另有 ${groupDigits(count)} 处丢了钱，没填金额。`,
  ),
  endNothing: both("In this night nothing that was played took money.", "这一夜演的办法没有让钱丢掉。"),
  endUnfought: both("Nobody did anything against it.", "自始至终没有人反击。"),
  cutOffNote: both(
    "This night had too many steps and was cut off; what is said of it is only said up to there.",
    "这一夜事件过多，被截断了；这里说的只到截断处为止。",
  ),
  nothingHappens: both(
    "Nothing to play: no number, card or account has been entered, or nothing they could use.",
    "没有可演的：还没填手机号、卡和账户，或填的这些对方用不上。",
  ),

  // --- at this moment -------------------------------------------------------------------------------------------------
  atThisMoment: both("At this moment", "此刻"),
  doing: both("Going on", "正在做"),
  quiet: both("Nothing is going on.", "此刻没有人在动手。"),
  lastDone: both("Last", "刚刚"),
  thievesHave: both("What the thieves have", "对方手里有"),
  ownerSaw: both("What the owner's side has noticed", "机主这边收到的动静"),
  ownerSawNothing: both("nothing yet", "还没有"),
  ownerLost: both("What the owner no longer has", "机主这边已失去"),
  blockedNow: both("Blocked or diverted now", "此刻的停用与转移"),
  nothingBlocked: both("nothing", "没有"),
  nothingGone: both("nothing yet", "还没有"),
  more: both(
    (count: number) => `${groupDigits(count)} more`,
    (count) => `另有 ${groupDigits(count)} 项`,
  ),
  since: both(
    (clock: string) => `since ${clock}`,
    (clock) => `自 ${clock}`,
  ),
  howKnown: both("How it is known", "怎么知道的"),
  believed: both("What they believed", "当时以为"),
  concluded: both("concluded", "推断"),
  didNotWork: both("did not work", "没成"),
  cancelled: both("cancelled", "被取消"),
  unfinished: both("not finished", "没做完"),
  waiting: both("takes effect later", "稍后才生效"),
  lack_agent: both("the agent did not agree", "客服没有松口"),
  lack_often: both("it had been done too often", "次数已到上限"),
  lack_unsaid: both("what it needed was not there in time", "需要的东西没能及时有"),
  lackMissing: both(
    (what: string) => `they didn't have ${what}`,
    (what) => `没有${what}`,
  ),
  looks: both(
    (found: string) => `Checks: ${found}`,
    (found) => `查看：${found}`,
  ),
  lapses: both(
    (ended: string) => `Ended by itself: ${ended}`,
    (ended) => `到期自动失效：${ended}`,
  ),
  nowSet: both(
    (condition: string) => `now ${condition}`,
    (condition) => `现在：${condition}`,
  ),
  nowEnded: both(
    (ended: string) => `now ${ended}`,
    (ended) => `${ended}`,
  ),
  gone: both(
    (amount: string) => `${amount} gone`,
    (amount) => `损失 ${amount}`,
  ),
  goneUnsized: both(
    ({ amount, count }: AndUnsized) =>
      amount === undefined
        ? `gone in ${counted(count, "place")}, amount not entered`
        : `${amount} gone, and ${counted(count, "more place")} with no amount entered`,
    ({ amount, count }) =>
      amount === undefined
        ? `${groupDigits(count)} 处有损失，没填金额`
        : `损失 ${amount}，另有 ${groupDigits(count)} 处没填金额`,
  ),
  tookUnsized: both("money gone, amount not entered", "丢了钱，没填金额"),
  unsizedNights: both(
    "In some places no amount was entered; the sums below are without them, so they are at least so much.",
    "有的地方没填金额，下面的数目没有把它们算进去，所以只是最少的数。",
  ),
  allUnsizedNights: both(
    "No amounts were entered, so there are no sums to show. Enter them under “My phone and accounts”.",
    "金额一处都没填，所以没有数目可以算。到“我的手机和账户”里填上金额就有了。",
  ),
  again: both(
    ({ steps, times }: { readonly steps: string; readonly times: number }) =>
      `${steps}: ${groupDigits(times)} times over`,
    ({ steps, times }) => `${steps}：反复 ${groupDigits(times)} 次`,
  ),
  eachOne: both("each one", "逐一看"),
  asList: both("All of it as a list", "全部步骤，列成清单"),
  seen: both("What happened", "情况"),
  nobody: both("the clock", "时间"),
  ownerSelf: both("the owner", "机主"),

  trace_sms: both("text message", "短信"),
  trace_call: both("call", "来电"),
  trace_mail: both("email", "邮件"),
  trace_notice: both("notice on the phone", "手机通知"),
  trace_row: both("row in a statement", "账单记录"),
  "trace_kick-off": both("signed out elsewhere", "被挤下线"),
  trace_record: both("record", "记录"),
  trace_letter: both("letter", "信件"),
  trace_told: both("word of it", "收到提醒"),

  // --- many nights ----------------------------------------------------------------------------------------------------
  howMany: both("How many", "演多少夜"),
  nights: both(
    (count: number) => `${groupDigits(count)} nights`,
    (count) => `${groupDigits(count)} 夜`,
  ),
  series: both("Random seed", "随机种子"),
  seriesHelp: both("the same number gives the same nights", "同一个号，演出来的夜完全一样"),
  start: both("Play them", "开始演"),
  stop: both("Stop", "停下"),
  progress: both("Nights played", "已演"),
  playedOf: both(
    ({ done, wanted }: Progress) => `${done} of ${wanted}`,
    ({ done, wanted }) => `${done} / ${wanted} 夜`,
  ),
  stoppedAfter: both(
    ({ done, wanted }: Progress) =>
      `Stopped after ${done} of ${wanted} nights; what follows is said of those.`,
    ({ done, wanted }) => `${wanted} 夜里演了 ${done} 夜就停下了；以下只就这些夜而言。`,
  ),
  allPlayed: both(
    (count: number) => `All ${groupDigits(count)} nights played.`,
    (count) => `${groupDigits(count)} 夜全部演完。`,
  ),
  noNightYet: both("Not one night was played, so nothing can be said.", "一夜也没有演完，因此无从判断。"),
  cutOffNights: both(
    (count: number) =>
      `${counted(count, "night")} had too many steps and ${count === 1 ? "was" : "were"} cut off.`,
    (count) => `有 ${groupDigits(count)} 夜事件过多，被截断。`,
  ),
  inOfNights: both(
    ({ nights, give }: OfNights) => `Money is gone in about ${nights}${give}.`,
    ({ nights, give }) => `约每 ${nights}有损失${give}。`,
  ),
  inNoNight: both(
    ({ nights, give }: OfNone) =>
      `In none of these ${counted(nights, "night")} is money gone. Chance alone would allow up to ${give}; what nobody has read and what these two did not try is not in that figure.`,
    ({ nights, give }) =>
      `这 ${groupDigits(nights)} 夜里没有一夜损失。光算随机误差，就可能高到 ${give}；没人查过的、这样的双方没试的，都不在这个数里。`,
  ),
  nightsOf: both(
    ({ count, of }: { readonly count: number; readonly of: number }) =>
      `${groupDigits(count)} of ${counted(of, "night")}`,
    ({ count, of }) => `${groupDigits(of)} 夜有 ${groupDigits(count)} 夜`,
  ),
  giveOrTake: both(
    ({ low, high }: Range) => ` (${low} to ${high})`,
    ({ low, high }) => `（${low} 到 ${high} 夜）`,
  ),
  onAverage: both(
    ({ amount, low, high }: Amount) => `${amount} a night on average (${low} to ${high}).`,
    ({ amount, low, high }) => `平均每夜 ${amount}（${low} 到 ${high}）。`,
  ),
  onAverageAtLeast: both(
    ({ amount, low, high }: Amount) =>
      `At least ${amount} a night on average (${low} to ${high}), and more of unknown size.`,
    ({ amount, low, high }) => `平均每夜至少 ${amount}（${low} 到 ${high}），另有数目不明的损失。`,
  ),
  inReachAllTheSame: both(
    (count: number) =>
      `These two did not get there. In ${counted(count, "place")} something could be lost all the same; the first view of this case names ${count === 1 ? "it" : "them"}.`,
    (count) => `这只是这样的双方没走到那一步。仍有 ${groupDigits(count)} 处可能损失，见本案例第一页。`,
  ),
  lostAlready: both(
    (count: number) =>
      `${counted(count, "loss", "losses")} ${count === 1 ? "has" : "have"} happened before the first minute; these nights do not count ${count === 1 ? "it" : "them"}.`,
    (count) => `有 ${groupDigits(count)} 处在开始之前就已经失守，这些夜里没有算它。`,
  ),
  noneGaveWay: both(
    "Some of it takes somebody's yes; nobody has said how often it is given, so in these nights it never was.",
    "有的步骤要有人点头；没有人说过多半会不会点头，所以这些夜里一次也没有。",
  ),
  halfWithin: both(
    ({ amount, low, high }: Amount) =>
      `Where money goes, the first of it is gone within ${amount} half of the time (${low} to ${high}).`,
    ({ amount, low, high }) => `在有损失的夜里，一半在 ${amount}之内就丢了第一笔（${low} 到 ${high}）。`,
  ),
  sparedMean: both(
    ({ amount, low, high }: Amount) => `That spares ${amount} a night on average (${low} to ${high}).`,
    ({ amount, low, high }) => `平均每夜少损失 ${amount}（${low} 到 ${high}）。`,
  ),
  sparedNone: both(
    ({ amount, low, high }: Amount) =>
      `No difference in money is certain: ${amount} a night on average (${low} to ${high}).`,
    ({ amount, low, high }) => `看不出确定的差别：平均每夜 ${amount}（${low} 到 ${high}）。`,
  ),
  howMuch: both("How much is gone in the end", "最后损失多少"),
  howMuchLead: both(
    "Share of nights by what is gone. The thin mark is how sure the share is.",
    "按损失金额，各占多少夜。细线是这个比例有多可靠。",
  ),
  howSoon: both("How soon the first money is gone", "第一笔钱多快没了"),
  howSoonLead: both(
    "Share of nights in which money is gone by then. The band is how sure that is.",
    "到那一刻为止，已经损失的夜占多少。色带是这条线有多可靠。",
  ),
  nothingLost: both("nothing", "没有损失"),
  nothingPlayed: both("nothing by what was played", "演的办法没造成损失"),
  noSumKnown: both("something, no sum known", "有损失，数目不明"),
  upTo: both(
    ({ low, high }: { readonly low: string; readonly high: string }) => `over ${low}, to ${high}`,
    ({ low, high }) => `${low} 以上，到 ${high}`,
  ),
  asTable: both("The same as a table", "同样的内容，列成表"),
  ofNights: both("of the nights", "占"),
  amountGone: both("gone", "损失"),
  by: both("by", "到"),
  interval: both(
    "Ranges are such that they hold the true figure 95 times in 100.",
    "范围的意思是：100 次里有 95 次，真实数字落在其中。",
  ),
  restsOn: both("What this rests on", "以上依据什么"),
  restThieves: both(
    "The thieves know the services and which accounts there are, which is more than real ones know; they begin at once with whatever leads to money soonest.",
    "模拟里的对方熟悉各项业务，也知道有哪些账户，比真实的对方知道得多；并且总挑最快到手的路。",
  ),
  restAgents: both(
    (flows: string) => `Nobody has said how often those asked agree, so here they never do: ${flows}`,
    (flows) => `没有人说明被问到的人多半会不会点头，这里一律按从不点头处理：${flows}`,
  ),
  restNotWorst: both(
    "It tells what these two would do, not the worst that is possible; the first view of this case tells that.",
    "这里说的是这样的双方会怎样，不是最坏能怎样；最坏的情形见本案例的第一页。",
  ),
};
