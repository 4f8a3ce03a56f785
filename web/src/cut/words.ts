/** The words of what stops it: who acts, how much it takes, what it does, and whether the owner still gets in. */
import { both, counted, groupDigits } from "../../../src/report/index.ts";

export const cutWords = {
  // --- who ------------------------------------------------------------------------------------------------------------
  self: both("By yourself, at home", "自己在家就能办"),
  withWhom: both(
    (whom: string) => `You, with ${whom}`,
    (whom) => `你去办：${whom}`,
  ),
  forThing: both(
    (thing: string) => `You, with whoever runs ${thing}`,
    (thing) => `你去办：${thing}`,
  ),
  allInstitutions: both("All institutions together", "所有机构一起"),

  // --- how much it takes ----------------------------------------------------------------------------------------------
  selfLow: both("a few minutes at home", "在家几分钟"),
  selfMedium: both("an hour or so at home", "在家一个来小时"),
  selfHigh: both("a day or more", "一天以上"),
  withLow: both("a call, or a few minutes in the app", "打个电话，或在应用里几分钟"),
  withMedium: both("several calls, or a visit", "几通电话，或跑一趟"),
  withHigh: both("several visits", "要跑好几趟"),
  byPhone: both(
    (duration: string) => `a call, about ${duration}`,
    (duration) => `打个电话，大约 ${duration}`,
  ),
  byScreen: both(
    (duration: string) => `about ${duration} in the app or on the web`,
    (duration) => `在应用或网页上大约 ${duration}`,
  ),
  byText: both("one text message", "发条短信"),
  byVisit: both(
    (duration: string) => `a visit to the counter, about ${duration} there`,
    (duration) => `跑一趟柜台，在那里大约 ${duration}`,
  ),
  theirsLow: both("a small change for them", "对机构是小改动"),
  theirsMedium: both("some work for them", "对机构要费些功夫"),
  theirsHigh: both("a big change for them", "对机构是大改动"),

  // --- the least that would do ----------------------------------------------------------------------------------------
  cut: both("What would stop it", "怎样就能拦住"),
  cutLead: both(
    "The least effort after which nothing we know of can be reached, while the owner still gets in.",
    "花最少的力气，让我们所知的办法都走不到，而本人照样能用。",
  ),
  nothingToStop: both(
    "With what was entered, nothing we have read leads to a loss, so there is nothing here to stop. That says nothing about what was not entered or not read.",
    "按填写的内容，我们读过的流程都走不到损失，这里没有要拦的。没有填写、没有读过的，不在此列。",
  ),
  nothingHelps: both("Nothing they can do stops any of it.", "能做的事里没有一件拦得住。"),
  noneFound: both("None was found in the time there was.", "在限定的时间里没有找到。"),
  stillLooking: both("Still looking …", "还在找……"),
  more: both(
    (count: number) => `and ${groupDigits(count)} more`,
    (count) => `另有 ${groupDigits(count)} 项`,
  ),
  stopsPart: both(
    (left: string) => `Does not stop everything: ${left} stays open. Nothing they can do leaves less.`,
    (left) => `拦不住全部：还敞着 ${left}。能做的事里没有哪些能剩得更少。`,
  ),
  stopsPartPerhaps: both(
    (left: string) =>
      `Does not stop everything: ${left} stays open. The search was cut short; less may be possible.`,
    (left) => `拦不住全部：还敞着 ${left}。搜索没有做完，也许还能更少。`,
  ),
  noCheaper: both("Proved: nothing easier does it.", "已证明：没有更省力的办法。"),
  mayBeCheaper: both(
    "This does it. Something easier may exist: the search was cut short.",
    "这样做就拦得住。也许还有更省力的：搜索没有做完。",
  ),
  tryIt: both("Switch it on", "打开试试"),
  isOn: both("Switched on", "已打开"),

  // --- the result -----------------------------------------------------------------------------------------------------
  nothingOn: both("Nothing switched on", "一项都没打开"),
  on: both(
    (count: number) => `${groupDigits(count)} switched on`,
    (count) => `已打开 ${groupDigits(count)} 项`,
  ),
  remains: both("Still reachable", "还走得到"),
  nothing: both("nothing we know of", "已知的都没有了"),
  unknownPlaces: both(
    (count: number) => `${counted(count, "place")}, size unknown`,
    (count) => `${groupDigits(count)} 处，数目不明`,
  ),
  andUnknown: both(
    ({ money, count }: Unknown) => `${money} and ${groupDigits(count)} of unknown size`,
    ({ money, count }) => `${money}，外加 ${groupDigits(count)} 处数目不明`,
  ),
  firstLoss: both("First loss", "第一笔"),
  after: both(
    (duration: string) => `after ${duration}`,
    (duration) => `${duration}后`,
  ),
  never: both("none we know of", "已知的没有"),
  lockedOut: both("Locked out?", "会锁住自己吗"),
  notLocked: both("No, the owner still gets in", "不会，本人照样能用"),
  lockedOf: both(
    (count: number) => `Yes, of ${counted(count, "thing")}`,
    (count) => `会，有 ${groupDigits(count)} 样用不了`,
  ),
  seeWhy: both("What and why", "哪些、为什么"),
  switchOff: both("Switch all off", "全部关掉"),
  makeList: both("Make the list", "列成清单"),

  // --- would I lock myself out ----------------------------------------------------------------------------------------
  lockOut: both("Would I lock myself out?", "会不会把自己锁在外面？"),
  lockOutNo: both(
    "No. With what is switched on, the owner can still use everything they can use today, even without what was stolen.",
    "不会。打开这些之后，哪怕被偷的东西找不回来，本人今天能用的都还能用。",
  ),
  lockOutNothing: both(
    "Nothing is switched on yet. Whatever you switch on, it is said here at once if it would keep the owner out too.",
    "还没有打开任何一项。打开以后，如果会把本人也挡在外面，这里马上会说。",
  ),
  lockOutYes: both(
    "Yes. Without what was stolen, the owner could no longer use:",
    "会。没有被偷的东西，本人就再也用不了：",
  ),
  because: both(
    (measures: string) => `because of: ${measures}`,
    (measures) => `原因：${measures}`,
  ),

  // --- the switches ---------------------------------------------------------------------------------------------------
  switches: both("Try every measure", "逐项试试"),
  search: both("Search these measures", "搜索措施"),
  show: both("Show", "显示"),
  everybody: both("all", "全部"),
  mine: both("yours", "你能做的"),
  theirs: both("institutions'", "机构能做的"),
  onlyOn: both("switched on", "已打开的"),
  personCan: both("What you can do", "你自己能做的"),
  institutionsCan: both("What institutions can do", "机构能做的"),
  noneHere: both("No measure by that name.", "没有这样的措施。"),
  count: both(
    (count: number) => groupDigits(count),
    (count) => `${groupDigits(count)} 项`,
  ),
  found: both(
    (count: number) => `${counted(count, "measure")} found`,
    (count) => `找到 ${groupDigits(count)} 项`,
  ),
  enough: both("enough by itself", "单这一项就够"),
  aloneLeaves: both(
    (money: string) => `by itself leaves ${money}`,
    (money) => `单这一项，还剩 ${money}`,
  ),
  aloneCloses: both(
    (count: number) => `by itself stops ${counted(count, "loss", "losses")}`,
    (count) => `单这一项，拦住 ${groupDigits(count)} 处`,
  ),
  aloneDelays: both(
    (duration: string) => `by itself puts the first loss off by ${duration}`,
    (duration) => `单这一项，第一笔推迟 ${duration}`,
  ),
  aloneNothing: both("changes nothing by itself", "单这一项没有作用"),
  locksOut: both("would lock the owner out", "会把本人也挡在外面"),
  idle: both(
    (count: number) =>
      `${counted(count, "more measure")} that by ${count === 1 ? "itself changes" : "themselves change"} nothing here`,
    (count) => `另有 ${groupDigits(count)} 项，单独做在这里没有作用`,
  ),
  how: both("How to do it", "怎么办"),
  asksFor: both(
    (asks: string) => `They will ask: ${asks}`,
    (asks) => `对方会要：${asks}`,
  ),
  atAnyHour: both("at any hour", "任何时间"),
  hours: both(
    (hours: string) => `open ${hours}`,
    (hours) => `办理时间 ${hours}`,
  ),

  // --- effort against what stays open ---------------------------------------------------------------------------------
  front: both("How much effort leaves how much to lose", "花多少力气，还会损失多少"),
  frontLead: both(
    "Each point is the most a given effort can buy, yours and the institutions' together. Touch one to switch its measures on.",
    "每个点是花这么多力气最多能换来的，你和机构做的都算在内。点一下，就打开它的措施。",
  ),
  effortAxis: both("effort (a small thing counts 1, a big one 10)", "力气（小事算 1，大事算 10）"),
  amountAxis: both("still reachable", "还走得到"),
  placesAxis: both("places still reachable (no amounts were entered)", "还走得到几处（金额都没填）"),
  inList: both(
    (count: number) => `These ${groupDigits(count)} points as a list`,
    (count) => `把这 ${groupDigits(count)} 个点列出来`,
  ),
  singles: both("grey: one measure by itself", "灰色：单独一项措施"),
  nothingDone: both("Nothing done", "什么都不做"),
  pointEffort: both(
    (effort: string) => `effort ${effort}`,
    (effort) => `力气 ${effort}`,
  ),
  pointLeaves: both(
    (left: string) => `leaves ${left}`,
    (left) => `还剩 ${left}`,
  ),
  pointNothing: both("leaves nothing we know of", "已知的都走不到了"),
  pointPerhaps: both("something easier may do as much", "也许有更省力的"),
};

interface Unknown {
  readonly money: string;
  readonly count: number;
}
