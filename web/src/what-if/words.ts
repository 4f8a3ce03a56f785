/** The words of the what-if door. */
import { both } from "../../../src/report/index.ts";

export const whatIfWords = {
  title: both("What if one rule were otherwise?", "要是改一条规则呢？"),
  lead: both(
    "Pick an institution and one of its services. Change what it asks. The figures follow at once. Nothing is sent anywhere, and no real service is touched.",
    "选一家机构和它的一项业务，改一改它要验证什么，数字马上跟着变。什么都不会发送出去，也不碰任何真实的服务。",
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
  minutes: both("Minutes it takes at least", "最快要几分钟"),
  gone: both("This service is no longer offered", "不再办理这项业务"),
  reset: both("As it is today", "恢复原样"),
  counting: both("Counting …", "正在算……"),
  of: both(
    "Of 10,000 people made up from ranges nobody has measured, each with their SIM card stolen: how many can lose something",
    "按没人量过的范围设想 1 万个人，每人的手机卡都被偷：有多少人会有损失",
  ),
  before: both("today", "现在"),
  after: both("with this change", "改了之后"),
  interval: both(
    (low: string, high: string) => `between ${low} and ${high} (95 %)`,
    (low, high) => `${low} 到 ${high} 之间（95%）`,
  ),
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
  "locked-out": both("the owner no longer gets to it", "机主自己进不去了"),
  "let-in": both("the owner gets to it again", "机主又进得去了"),
  stillPossible: both("What nobody has read may still allow it.", "没人读过的地方，也许还有路。"),
  wayNow: both("How, step by step", "一步一步怎么走"),
  wayBefore: both("How it went before the change", "改之前是这样走的"),
  changedHere: both("the service you changed", "你改的这一项"),
  save: both("Save the change as a file", "把改动存成文件"),
  saveHelp: both(
    "The file is a patch. In a terminal it can be asked about everybody you have:",
    "这是一个改动文件。在命令行里，可以拿你手上的所有人来问：",
  ),
};
