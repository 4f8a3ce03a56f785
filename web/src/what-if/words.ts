/** The words of the what-if door. */
import { both, groupDigits } from "../../../src/report/index.ts";

export const whatIfWords = {
  title: both("What if one rule were otherwise?", "要是改一条规则呢？"),
  lead: both(
    "Pick an institution and one of its services. Change what it asks, what it gives, how long it takes, when it is open, or what the institution does against abuse. The figures follow at once. Nothing is sent anywhere, and no real service is touched.",
    "选一家机构和它的一项业务，改一改它要验证什么、办完能做什么、要多久、何时办理，或者机构用上哪些办法，数字马上跟着变。什么都不会发送出去，也不碰任何真实的服务。",
  ),
  opening: both("Reading the catalogue …", "正在读取流程库……"),
  failed: both("The catalogue could not be read. Load the page again.", "没能读取流程库，请重新载入本页。"),
  institution: both("Institution", "机构"),
  flow: both("Service", "业务"),
  asks: both("It asks that somebody", "要验证的人"),
  asksNothing: both("It asks for nothing: anybody can do this.", "什么都不要：谁都办得了。"),
  more: both("Ask for this too", "再加一项"),
  choose: both("choose …", "请选……"),
  gives: both("And then somebody", "办完之后"),
  givesNothing: both("It gives nothing: there is nothing to gain by it.", "什么都不给：办了也得不到什么。"),
  moreGives: both("Give this too", "再多给一项"),
  minutes: both("Minutes it takes at least", "最快要几分钟"),
  wait: both("Hours one must wait before it takes effect", "办完要等几小时才生效"),
  open: both("Open", "办理时间"),
  openToday: both(
    (hours: string | undefined) => `as today (${hours ?? "nobody says when"})`,
    (hours) => `和现在一样（${hours ?? "没人说过何时办理"}）`,
  ),
  openAlways: both("at any hour", "任何时间"),
  openSpan: both("only at these hours", "只在这段时间"),
  openDays: both("On these days", "哪几天"),
  openFrom: both("From", "从几点"),
  openTo: both("To", "到几点"),
  "days-": both("every day", "每天"),
  "days-mon-fri ": both("Monday to Friday", "周一到周五"),
  "days-mon-sat ": both("Monday to Saturday", "周一到周六"),
  happens: both("It happens", "事情发生在"),
  anyHour: both("whenever everything is open", "什么都开着的时候"),
  "wed 10:00": both("on a Wednesday at 10:00", "周三 10:00"),
  "wed 22:00": both("on a Wednesday at 22:00", "周三 22:00"),
  "sat 22:00": both("on a Saturday at 22:00", "周六 22:00"),
  hoursHelp: both(
    "Opening hours and waiting make things slower, not impossible: the shares count who can ever lose something, so look at the times below them. Opening hours count only when you say when it happens.",
    "办理时间和等待只让事情变慢，不会让它办不成：比例算的是早晚会有损失的人，所以要看下面的时间。说了事情发生在何时，办理时间才算数。",
  ),
  measures: both("Measures of the institution, put in force", "机构的办法，要用上哪些"),
  everywhere: both("(at all institutions alike)", "（所有机构一起）"),
  measuresHelp: both(
    "Today none of these is known to be in force. The rules below look at what the services ask without them.",
    "目前没有查到已经用上的。下面的规则，看的是不用这些办法时业务要验证什么。",
  ),
  gone: both("This service is no longer offered", "不再办理这项业务"),
  reset: both("As it is today", "恢复原样"),
  counting: both("Counting …", "正在算……"),
  of: both(
    (population: string) =>
      `Of 10,000 people made up for “${population}” from ranges nobody has measured, each with their SIM card stolen and what has leaked of everybody known: how many can lose something`,
    (population) =>
      `按“${population}”没人量过的范围设想 1 万个人，每人的手机卡都被偷，人人都可能已泄露的资料也算对方知道：有多少人会有损失`,
  ),
  before: both("today", "现在"),
  after: both("with this change", "改了之后"),
  interval: both(
    (low: string, high: string) => `between ${low} and ${high} (95 %)`,
    (low, high) => `${low} 到 ${high} 之间（95%）`,
  ),
  possible: both(
    (share: string) => `${share} when what nobody has read is counted too`,
    (share) => `连没人读过的地方也算上是 ${share}`,
  ),
  possibleMeans: both(
    "Solid: by services somebody has read. Hatched: nobody has read the rest, so for these people it cannot be ruled out. A short solid bar does not mean that the others are out of danger.",
    "实色：按有人读过的业务算。斜纹：其余的没人读过，所以对这些人不能排除。实色短，不等于别的人没有危险。",
  ),
  gap: both(" ", ""),
  comma: both("; ", "；"),
  colon: both(": ", "："),
  shifts: both("The same people, before and after", "同一批人，改之前和改之后"),
  openedFor: both(
    (people: number) => `opened for ${groupDigits(people)} of them`,
    (people) => `其中 ${groupDigits(people)} 人新受威胁`,
  ),
  closedFor: both(
    (people: number) => `no way left that was read for ${groupDigits(people)} of them`,
    (people) => `其中 ${groupDigits(people)} 人，按查到的流程没有路了`,
  ),
  byGroup: both("By group", "分人群看"),
  groupFigures: both("The figures by group", "各人群的数字"),
  everybody: both("everybody", "所有人"),
  chartMeans: both(
    "Ring: today. Dot: with what is changed. Thin lines: between which shares it lies (95 %).",
    "圆圈：现在。圆点：改了之后。细线：在哪两个比例之间（95%）。",
  ),
  dashesMean: both(
    "Dashes: as far as what nobody has read may carry it.",
    "虚线：没人读过的地方也算上，最多到这里。",
  ),
  soon: both("How soon something is lost", "多快会有损失"),
  within: both(
    (time: string) => `within ${time}`,
    (time) => `${time}之内`,
  ),
  soonMeans: both(
    (people: number) =>
      `Of ${groupDigits(people)} of these people, how many can have lost something by then, by what was read; no thief is quicker.`,
    (people) =>
      `这些人里取 ${groupDigits(people)} 人，按查到的流程，到那时可能已有损失的有多少；再快的贼也快不过这个。`,
  ),
  soonAnyHour: both("Every office counts as open.", "办理时间没有算进去。"),
  owners: both("What it costs the owners", "对机主自己意味着什么"),
  "ordinary-day": both("On an ordinary day", "平常日子"),
  "once-lost": both("Once the SIM card is stolen", "手机卡被偷之后"),
  aboutPeople: both(
    (of: number) => ` (${groupDigits(of)} people)`,
    (of) => `（${groupDigits(of)} 人）`,
  ),
  uses: both("Owners who could use the service by themselves", "机主自己办得了这项业务的"),
  usesMeans: both(
    "By what was read, however long it takes them: fetching a new SIM at a counter counts. What a thief changes meanwhile does not.",
    "按查到的流程，不论要花多久：去营业厅补卡也算。贼在这段时间里改掉的没有算进去。",
  ),
  noOwner: both(
    "Nobody made up loses the way to what is their own by it, and nobody wins one.",
    "设想的人里，没有谁因此用不了自己的东西，也没有谁因此多了办法。",
  ),
  getsNoMore: both(
    (what: string, people: number) => `${groupDigits(people)} no longer get to it: ${what}`,
    (what, people) => `${groupDigits(people)} 人再也用不了：${what}`,
  ),
  getsAgain: both(
    (what: string, people: number) => `${groupDigits(people)} get to it again: ${what}`,
    (what, people) => `${groupDigits(people)} 人又用得了：${what}`,
  ),
  byMeasure: both(
    "What each measure of the institution would do by itself",
    "机构的每个办法，单独用上会怎样",
  ),
  withMeasure: both(
    "People who can lose something, with that measure alone",
    "只用上这一个办法时，会有损失的人",
  ),
  byMeasureMeans: both(
    "Without your change: everything else is as it is today.",
    "不算你的改动：别的都和现在一样。",
  ),
  group: both(
    (name: string, of: number) => `${name} (${groupDigits(of)} of them)`,
    (name, of) => `${name}（${groupDigits(of)} 人）`,
  ),
  "age: over-59": both("60 and older", "60 岁及以上"),
  "age: under-60": both("younger than 60", "60 岁以下"),
  nobodyOf: both(
    "Nobody made up belongs to it, so nothing is known.",
    "设想的人里没有这一类，所以无从得知。",
  ),
  progress: both(
    (part: number, of: number, name: string) => `${part} of ${of}: ${name} …`,
    (part, of, name) => `第 ${part} 步，共 ${of} 步：${name}……`,
  ),
  "part-count": both("counting people", "数有多少人"),
  "part-effects": both("looking for what changes", "找有什么变化"),
  "part-rules": both("holding the rules against it", "对照规则"),
  "part-soon": both("timing it", "算有多快"),
  "part-owners": both("asking the owners", "看机主自己会怎样"),
  "part-measures": both("weighing the measures", "逐个比较办法"),
  "part-smallest": both("looking for the smallest example", "找最小的例子"),
  stop: both("Stop", "停下"),
  stopped: both(
    (name: string) => `Stopped before it was done: ${name}. What is missing below was not looked into.`,
    (name) => `没有算完就停了：${name}。下面没有的，是没查，不是没有。`,
  ),
  goOn: both("Work it out again", "重新算"),
  again: both("Try again", "再试一次"),
  smallest: both("The smallest person for whom it opens something", "它给谁打开了口子：最小的例子"),
  nothingOpened: both(
    "Nothing that was read is opened or brought sooner for anybody asked about. That is not a proof for everybody.",
    "对所问的人，按查到的流程，没有新打开的口子，也没有变快的。这不等于对所有人都证明了。",
  ),
  smallestOpen: both(
    "It opens something, but no example without an unknown was found. See the ways below.",
    "它确实打开了口子，但没有找到一个没有未知之处的例子。请看下面的路。",
  ),
  smallestWhen: both(
    (before: string | null, after: string) =>
      before === null
        ? ` can now be lost, after ${after} at the earliest`
        : ` after ${after} instead of ${before}`,
    (before, after) => (before === null ? `：现在会丢，最快 ${after}` : `：最快 ${after}，原来要 ${before}`),
  ),
  smallestHas: both(
    (things: readonly string[]) => `This person has: ${things.join(", ")}.`,
    (things) => `这个人有：${things.join("、")}。`,
  ),
  smallestHeld: both(
    (held: readonly string[]) =>
      `In the wrong hands at the beginning: ${held.join(", ")}, and what has leaked of everybody.`,
    (held) => `起初落在别人手里的：${held.join("、")}，以及人人都可能已泄露的资料。`,
  ),
  smallestProved: both("Proved: nobody with fewer of these things.", "已证明：这些东西再少一样就不行。"),
  smallestNotProved: both("None of it can be left out.", "里面哪一样都去不掉。"),
  smallestOf: both(
    (people: number) => ` It is so for ${groupDigits(people)} of the people made up.`,
    (people) => `设想的人里，有 ${groupDigits(people)} 人是这样。`,
  ),
  smallestOfNobody: both(
    " Nobody made up has it so; it takes somebody who has all of these accounts.",
    "设想的人里没有人是这样，要把这些账户都有的人才会。",
  ),
  picture: both("The way as a picture; the list below says the same", "这条路的图；下面的列表说的是同一件事"),
  saveStory: both("Save the example as a file", "把例子存成文件"),
  saveStoryHelp: both(
    "The file is a story: this person, the change and what comes of it. Send it to the people who decide; in a terminal this tells whether it is still so:",
    "这是一个场景文件：这个人、这处改动和结果都在里面，可以发给拿主意的人。在命令行里，这样看现在是否仍然如此：",
  ),
  rules: both("Rules of regulators, and of the author", "监管部门的规则，以及作者的主张"),
  noRuleMoved: both(
    "The change moves none of the rules that come with the catalogue.",
    "这里带有的规则，没有一条因为这次改动而变。",
  ),
  stillBroken: both(
    (count: number) =>
      count === 1 ? "1 rule broken before and after" : `${count} rules broken before and after`,
    (count) => `改之前和改之后都不符合的：${count} 条`,
  ),
  ruleCounts: both(
    (counts: readonly string[]) =>
      `With the change: ${counts.join(", ")}. Only “kept” is kept. Rules about everybody are not looked into here.`,
    (counts) => `改了之后：${counts.join("，")}。只有“符合”才算符合。针对所有人的规则，这里没有查。`,
  ),
  fromTo: both(
    (from: string, to: string) => `${from} → ${to}`,
    (from, to) => `${from} → ${to}`,
  ),
  because: both(
    (why: string) => `: ${why}`,
    (why) => `：${why}`,
  ),
  newlyBroken: both("newly broken", "新的不符合"),
  otherwiseBroken: both("broken before too, in another way", "改之前就不符合，只是方式不同"),
  effects: both(
    "What it changes for somebody who has all of these accounts",
    "对这些账户全都有的人，有什么变化",
  ),
  noEffects: both(
    "Nothing changes in what can be lost, or how fast. For people with other accounts it may.",
    "能丢什么、有多快，都没有变。换成有别的账户的人，也许会变。",
  ),
  opened: both("can now be lost", "现在会丢"),
  closed: both("no way to it is left in what was read", "按查到的流程，没有路了"),
  sooner: both("can be lost sooner", "丢得更快"),
  later: both("can only be lost later", "丢得更慢"),
  "not-ruled-out": both("can no longer be ruled out", "不再能排除"),
  "ruled-out": both("is now ruled out", "现在可以排除"),
  gained: both(
    "can now be got into; no loss read so far follows from it",
    "现在进得去了；目前读到的流程里还没有由此造成的损失",
  ),
  "no-longer-gained": both("can no longer be got into", "现在进不去了"),
  "within-reach": both("is now within reach", "现在能得到"),
  "out-of-reach": both("is no longer within reach", "现在得不到了"),
  "takes-more": both("more of it can be taken within a day", "一天内能拿走的多了"),
  "takes-less": both("less of it can be taken within a day", "一天内能拿走的少了"),
  falls: both("somebody else can now end this block, or end it sooner", "别人现在能解开它，或者更快解开"),
  holds: both(
    "somebody else can no longer end this block, or only later",
    "别人不再能解开它，或者更慢才解开",
  ),
  "locked-out": both("the owner no longer gets to it", "机主自己进不去了"),
  "let-in": both("the owner gets to it again", "机主又进得去了"),
  stillPossible: both("What nobody has read may still allow it.", "没人读过的地方，也许还有路。"),
  wayNow: both("How, step by step", "一步一步怎么走"),
  wayBefore: both("How it went before the change", "改之前是这样走的"),
  changedHere: both("changed by you", "你改了这里"),
  save: both("Save the change as a file", "把改动存成文件"),
  saveHelp: both(
    "The file is a patch. In a terminal it can be asked about everybody you have:",
    "这是一个改动文件。在命令行里，可以拿你手上的所有人来问：",
  ),
};
