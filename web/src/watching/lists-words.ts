/** What the page of operators says of the lists of rules. */
import { both, counted } from "../../../src/report/index.ts";

export const listsWords = {
  heading: both("Lists", "名单"),
  none: both(
    "The rules in force ask no list. One is begun in the file of rules, under lists.",
    "现行规则没有用名单。要用，请先写在规则文件的名单部分。",
  ),
  why: both(
    "What you put on a list counts for your own events, from the next one on. Each change is kept, with the key that made it.",
    "加进名单的，从下一个事件起、只对贵机构的事件有效。每次改动连同用的密钥都留有记录。",
  ),
  mayNot: both("This key may look at lists and may not change them.", "这个密钥只能查看名单，不能改。"),
  askedBy: both("Asked by the rule", "用到它的规则："),
  askedByNone: both("No rule in force asks it: it decides nothing.", "没有现行规则用它，不起作用。"),
  inFile: both(
    (count: number) =>
      count === 0
        ? "The file of rules itself puts nothing on it."
        : `The file of rules itself puts ${counted(count, "value")} on it`,
    (count) => (count === 0 ? "规则文件里没有列什么。" : `规则文件里列了 ${count} 个`),
  ),
  until: both(
    (day: string) => `until the end of ${day}`,
    (day) => `有效到 ${day}（含）`,
  ),
  forEver: both("until it is taken off", "移出前一直有效"),
  pause: both(", ", "，"),
  past: both("its last day is over", "已过最后一天"),
  empty: both("You have put nothing on it.", "贵机构还没有加过。"),
  addedAt: both(
    (at: string) => `added ${at}`,
    (at) => `${at} 加入`,
  ),
  byKey: both("key", "密钥"),
  takeOff: both("Take off", "移出"),
  sure: both("Yes, take it off", "确定移出"),
  keep: both("Keep it", "不移出"),
  addHeading: both("Put something on it", "加一项"),
  value: both("Account, device or name, as your events say it", "账号、设备或名字，照事件里的写法"),
  lastDay: both("Last day (none: until it is taken off)", "最后一天（不填：移出前一直有效）"),
  reason: both("Why (for the next person who looks)", "原因（给下一个看的人）"),
  add: both("Put on the list", "加入名单"),
  notKept: both("That was not kept. Try it again.", "没有存下。请再试一次。"),
  changes: both("What was changed", "改动记录"),
  changed: both(
    (what: string): string => (what === "added" ? "put on" : "taken off"),
    (what) => (what === "added" ? "加入" : "移出"),
  ),
};
