/** The words of what stops it: who acts, how much it takes, what it does, and whether the owner still gets in. */
import { both, counted, groupDigits } from "../../../src/report/index.ts";

export const cutWords = {
  // --- who ------------------------------------------------------------------------------------------------------------
  self: both("By yourself, at home", "自己在家就能办"),
  withWhom: both(
    (whom: string) => `With ${whom}`,
    (whom) => `要找${/^[A-Za-z0-9]/.test(whom) ? " " : ""}${whom}${/[A-Za-z0-9]$/.test(whom) ? " " : ""}办的`,
  ),
  forThing: both(
    (thing: string) => `With the service behind ${thing}`,
    (thing) => `要办的：${thing}`,
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
    (duration) => `在应用里或网页上，大约 ${duration}`,
  ),
  byText: both("one text message", "发条短信"),
  byVisit: both(
    (duration: string) => `a visit to the counter, about ${duration} there`,
    (duration) => `跑一趟柜台，在那里大约 ${duration}`,
  ),
  theirsLow: both("a small change for them", "对机构是小改动"),
  theirsMedium: both("some work for them", "对机构要费些工夫"),
  theirsHigh: both("a big change for them", "对机构是大改动"),

  // --- the least that would do ----------------------------------------------------------------------------------------
  cut: both("What would stop it", "怎样就能拦住"),
  cutLead: both(
    "The least effort after which there is no way left in what was read, while the owner still gets in.",
    "最省工夫、做完就查不到还能丢钱的路、你自己又照样能用的办法。",
  ),
  nothingReadToStop: both(
    "Nothing that was read takes anything here. What is not ruled out is shown above, with what helps against it; below every measure can be tried.",
    "查到的办法都得不了手。不能排除的列在上面，怎样做有用也写在那里；下面每项办法都可以试。",
  ),
  nothingToStop: both(
    "We found no way to lose money in what was entered, so there is nothing here to stop. What was not entered was not checked; that does not mean there is nothing.",
    "填的内容里没查到能丢钱的路，这里没有要拦的。没填的没查，不代表没有。",
  ),
  nothingHelps: both(
    "None of the measures we know of stops any of it; there may be others.",
    "我们知道的办法里没有一项拦得住，但不等于没有别的办法。",
  ),
  putsOff: both(
    (later: string) => `These put the first loss off, to ${later} after it began:`,
    (later) => `做这些能把第一笔损失推迟到出事 ${later}后：`,
  ),
  noneFound: both("None was found in the time there was.", "在限定的时间里没有找到。"),
  stillLooking: both("Still looking …", "还在找……"),
  more: both(
    (count: number) => `and ${groupDigits(count)} more`,
    (count) => `另有 ${groupDigits(count)} 项`,
  ),
  stopsPart: both(
    (left: string) =>
      `Does not stop everything: ${left} could still be lost. In what we checked, nothing they can do does better.`,
    (left) => `拦不住全部：仍可能损失 ${left}。在查到的范围内，没有更管用的。`,
  ),
  stopsPartPerhaps: both(
    (left: string) =>
      `Does not stop everything: ${left} could still be lost. The search was cut short; there may be something better.`,
    (left) => `拦不住全部：仍可能损失 ${left}。搜索没有做完，也许还有更管用的。`,
  ),
  noCheaper: both("Nothing easier in what we checked.", "在查到的范围内，没有更省事的。"),
  mayBeCheaper: both(
    "This does it. There may be something easier: the search was cut short.",
    "这样做就拦得住。也许还有更省事的：搜索没有做完。",
  ),
  tryIt: both("See what it changes", "看看做了会怎样"),
  isOn: both("Counted as done", "已按做了算"),

  // --- what is answered while it happens, and what nobody has proved ---------------------------------------------------
  answering: both("If a notice is answered in time", "及时回应通知就能拦住的"),
  answeringLead: both(
    "Some of it waits, and you are told meanwhile. An answer in time stops it; somebody who sleeps through it loses it all the same. Do what is above as well.",
    "有些事要等一段时间才生效，期间会通知你。及时回应就能拦住，睡过去就拦不住，所以不能代替上面的办法。",
  ),
  answeringOpen: both(
    "Too many steps wait here to be weighed together: what an answer in time would stop is not known.",
    "这里要等一段时间才生效的步骤太多，没有一起算：及时回应能拦住什么，不知道。",
  ),
  answerAll: both("Each of these has to be answered:", "下面每一条都要回应："),
  unproven: both("Not proven", "没有证实的办法"),
  unprovenLead: both(
    "The sources contradict each other on whether these hold. They may help; nothing above counts on them.",
    "管不管用，说法互相矛盾。也许有用，上面都没有算它们。",
  ),
  notProven: both("not proven", "没有证实"),
  unprovenOn: both(
    (count: number) => `${groupDigits(count)} not proven`,
    (count) => `其中 ${groupDigits(count)} 项没有证实`,
  ),

  // --- the result -----------------------------------------------------------------------------------------------------
  nothingOn: both("Nothing chosen", "一项都没选"),
  on: both(
    (count: number) => `${groupDigits(count)} counted as done`,
    (count) => `按做了 ${groupDigits(count)} 项算`,
  ),
  remains: both("Could still be lost", "还可能损失"),
  nothing: both("no way left in what was read", "查到的业务里没有还能丢钱的路"),
  nothingFound: both("no way found in what was read", "查到的业务里没找到能丢钱的路"),
  nearApart: both("what is not ruled out comes on top", "不能排除的另算"),
  unknownPlaces: both(
    (count: number) => `${counted(count, "place")}, amount not entered`,
    (count) => `${groupDigits(count)} 处，没填金额`,
  ),
  andUnknown: both(
    ({ money, count }: Unknown) => `at least ${money}, and ${counted(count, "place")} with no amount entered`,
    ({ money, count }) => `至少 ${money}，另有 ${groupDigits(count)} 处没填金额`,
  ),
  firstLoss: both("First loss", "第一笔"),
  after: both(
    (duration: string) => `after ${duration}`,
    (duration) => `${duration}后`,
  ),
  never: both("we found none", "没查到"),
  lockedOut: both("Would you lock yourself out?", "会锁住自己吗"),
  notLocked: both("Not by the services we checked", "照查到的业务看，不会"),
  lockedOf: both(
    (count: number) => `Yes, out of ${counted(count, "thing")}`,
    (count) => `会，有 ${groupDigits(count)} 项用不了`,
  ),
  seeWhy: both("What and why", "哪些、为什么"),
  switchOff: both("Clear all", "全部取消"),
  makeList: both("Make the list", "列成清单"),

  // --- would I lock myself out ----------------------------------------------------------------------------------------
  lockOut: both("Would you lock yourself out?", "会不会把自己锁住？"),
  lockOutNo: both(
    "Not by the services we checked: with what is chosen, the owner can still use everything they can use today, even without what is gone.",
    "照查到的业务看，不会：选的这些都做了，哪怕丢的找不回来，机主今天能用的都还能用。",
  ),
  lockOutNothing: both(
    "Nothing is chosen yet. Whatever you choose, it is said here at once if it would keep the owner out too.",
    "还没有选任何一项。选了以后，如果会让机主自己也用不了，这里马上会说。",
  ),
  lockOutYes: both(
    "Yes. Without what is gone, the owner could no longer use:",
    "会。丢的找不回来，机主就再也用不了：",
  ),
  because: both(
    (measures: string) => `because of: ${measures}`,
    (measures) => `原因：${measures}`,
  ),

  // --- the switches ---------------------------------------------------------------------------------------------------
  switches: both("Try every measure", "逐项试试"),
  search: both("Search these measures", "搜索办法"),
  show: both("Show", "显示"),
  everybody: both("all", "全部"),
  mine: both("yours", "你能做的"),
  theirs: both("institutions'", "机构能做的"),
  onlyOn: both("chosen", "已选的"),
  personCan: both("What you can do", "你自己能做的"),
  institutionsCan: both("What institutions can do", "机构能做的"),
  noneHere: both("No measure by that name.", "没有这样的办法。"),
  count: both(
    (count: number) => groupDigits(count),
    (count) => `${groupDigits(count)} 项`,
  ),
  found: both(
    (count: number) => `${counted(count, "measure")} found`,
    (count) => `找到 ${groupDigits(count)} 项`,
  ),
  enough: both("enough by itself", "只做这一项就够"),
  aloneLeaves: both(
    (money: string) => `with this alone, ${money} could still be lost`,
    (money) => `只做这一项，还可能损失 ${money}`,
  ),
  aloneCloses: both(
    (count: number) => `alone, it stops ${counted(count, "loss", "losses")}`,
    (count) => `只做这一项，拦住 ${groupDigits(count)} 处`,
  ),
  aloneDelays: both(
    (duration: string) => `alone, it puts the first loss off by ${duration}`,
    (duration) => `只做这一项，第一笔推迟 ${duration}`,
  ),
  aloneNothing: both("not enough by itself here", "在这种情况下，只做这一项还不够"),
  locksOut: both("would keep the owner out too", "机主自己也会用不了"),
  idle: both(
    (count: number) =>
      `${counted(count, "more measure")} not enough by ${count === 1 ? "itself" : "themselves"} here`,
    (count) => `另有 ${groupDigits(count)} 项，在这里单独做还不够`,
  ),
  how: both("How to do it", "怎么办"),
  asksFor: both(
    (asks: string) => `What they ask for: ${asks}`,
    (asks) => `要准备：${asks}`,
  ),
  atAnyHour: both("at any hour", "任何时间"),
  hours: both(
    (hours: string) => `open ${hours}`,
    (hours) => `办理时间 ${hours}`,
  ),

  // --- effort against what stays open ---------------------------------------------------------------------------------
  front: both("How much effort, and how much could still be lost", "费多少工夫，还可能损失多少"),
  frontLead: both(
    "More effort to the right, less to lose further down. Touch a point to see what to do.",
    "越往右越费工夫，越往下损失越少。点一下，看要做哪些。",
  ),
  effortAxis: both("effort (a small thing counts 1, a big one 10)", "工夫（小事算 1，大事算 10）"),
  amountAxis: both("could still be lost", "还可能损失"),
  placesAxis: both(
    "places where money could still be lost (no amounts were entered)",
    "还有几处可能丢钱（金额都没填）",
  ),
  inList: both(
    (count: number) => `These ${groupDigits(count)} points as a list`,
    (count) => `把这 ${groupDigits(count)} 个点列出来`,
  ),
  singles: both("grey: one measure by itself", "灰色：只做一项"),
  nothingDone: both("Nothing done", "什么都不做"),
  pointEffort: both(
    (effort: string) => `effort ${effort}`,
    (effort) => `工夫 ${effort}`,
  ),
  pointLeaves: both(
    (left: string) => `${left} could still be lost`,
    (left) => `还可能损失 ${left}`,
  ),
  pointNothing: both("no way left in what was read", "查到的业务里没有还能丢钱的路"),
  pointPerhaps: both("there may be something easier that does as much", "也许有更省事的"),
};

interface Unknown {
  readonly money: string;
  readonly count: number;
}
