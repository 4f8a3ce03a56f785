/** What the page of operators says of a comparison of rules. */
import { both, counted, groupDigits } from "../../../src/report/index.ts";

const decisionsOf = (count: number) => counted(count, "decision");
const people = (count: number) => counted(count, "person", "people");

export const backtestWords = {
  begin: both("Compare over what was decided", "用以往的决定比一比"),
  beginWhy: both(
    "Everything kept is gone through twice, under the rules in force and under this file. Nothing that was answered changes.",
    "把留存的记录各走一遍：按现行规则、按这份文件。已作的决定不会变。",
  ),
  busy: both(
    "Another comparison is under way in this service. Try it again in a moment.",
    "本服务里正在做另一次比较。请稍后再试。",
  ),
  notBegun: both("It could not be begun. Try it again.", "没能开始。请再试一次。"),
  heading: both("Compared", "比较结果"),
  counting: both("Beginning …", "正在开始……"),
  progress: both(
    (done: number, total: number) => `${groupDigits(done)} of ${groupDigits(total)} records gone through`,
    (done, total) => `已走过 ${groupDigits(total)} 条记录中的 ${groupDigits(done)} 条`,
  ),
  stop: both("Stop it", "停止"),
  forget: both("Clear this result", "清除这个结果"),
  stopped: both(
    "Stopped. Nothing is told of what was gone through until then.",
    "已停止。到那时为止的不算数，不显示。",
  ),
  failed: both(
    "It ended before it was done. Somebody who runs the service sees why in its log.",
    "没有做完就中断了。原因在服务的日志里，请问管理服务的人。",
  ),
  against: both("against", "对比"),
  differ: both(
    (differ: number, events: number) =>
      differ === 0
        ? `None of ${decisionsOf(events)} comes out otherwise.`
        : `${groupDigits(differ)} of ${decisionsOf(events)} ${differ === 1 ? "comes" : "come"} out otherwise.`,
    (differ, events) =>
      differ === 0
        ? `${groupDigits(events)} 个决定，没有一个不同。`
        : `${groupDigits(events)} 个决定里有 ${groupDigits(differ)} 个不同。`,
  ),
  nothing: both("There was no record to go through.", "没有记录可走。"),
  changed: both(
    (events: number, of: number) => `${decisionsOf(events)} on ${people(of)}`,
    (events, of) => `${groupDigits(events)} 个决定，${groupDigits(of)} 人`,
  ),
  noMoney: both("no money in them", "不涉及金额"),
  frictionHeading: both("What it asks of people", "对人的打扰"),
  before: both("in force", "现行"),
  after: both("with the file", "改后"),
  peopleTouched: both("People asked, held or blocked", "被补验、暂缓或拒绝的人"),
  coverage: both("What it rests on", "以什么为准"),
  leftOut: both(
    (count: number) =>
      `${counted(count, "earlier record")} not gone through: in what was, everybody begins as somebody not met before.`,
    (count) => `更早的 ${groupDigits(count)} 条没有走：在走过的部分里，每个人都从头认识起。`,
  ),
  erased: both(
    (count: number) =>
      `${counted(count, "record")} of people who were erased ${count === 1 ? "is" : "are"} in no figure.`,
    (count) => `已被抹除的人的 ${groupDigits(count)} 条记录，不在数里。`,
  ),
  answeredOtherwise: both(
    (count: number) =>
      `${counted(count, "decision")} ${count === 1 ? "was" : "were"} answered otherwise at the time than the rules in force would now: other rules or another version were in force.`,
    (count) => `有 ${groupDigits(count)} 个决定，当时的答复和按现行规则重走的不同：那时的规则或版本不一样。`,
  ),
  asAnswered: both(
    "Under the rules in force every decision comes out as it was answered.",
    "按现行规则重走，每个决定都和当时答复的一样。",
  ),
  examples: both(
    (count: number) => `Look at the first ${count === 1 ? "one" : count}`,
    (count) => `看最前面的 ${count} 个`,
  ),
};
