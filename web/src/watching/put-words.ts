/** What the page of operators says of putting rules in force: a file, one rule's mode, a version from before. */
import { both } from "../../../src/report/index.ts";

export const putWords = {
  put: both("Put it in force", "施行这一份"),
  putWhy: both(
    "It takes the place of all rules from the next event on, for everybody this service decides for. Nothing stops meanwhile, and the versions before stay.",
    "从下一个事件起，它代替全部现行规则，对本服务判断的所有机构都有效。期间不停，之前的版本都留着。",
  ),
  sure: both("Yes, from the next event on", "确定，从下一个事件起"),
  leave: both("Leave it as it is", "不改了"),
  notPut: both("It was not put in force. Try it again.", "没有施行成。请再试一次。"),
  mayNot: both(
    "This key may read rules and may not put them in force.",
    "这个密钥可以看规则，不能施行规则。",
  ),
  change: both("Set it otherwise", "改它的用法"),
  how: both("How it counts", "怎么算数"),
  howOf: both(
    (mode: string): string =>
      mode === "on" ? "on" : mode === "off" ? "off" : "in shadow: noted, decides nothing",
    (mode) => (mode === "on" ? "施行" : mode === "off" ? "停用" : "只试算：记下来，不作数"),
  ),
  percent: both("For how many percent of people", "对百分之几的人施行"),
  set: both("Set it so", "就这样改"),
  versions: both("What was put in force here", "在这里施行过的"),
  numbered: both(
    (number: number) => (number === 0 ? "The file of the start" : `Number ${number}`),
    (number) => (number === 0 ? "启动时的规则文件" : `编号 ${number}`),
  ),
  isInForce: both("in force", "现行"),
  done: both(
    (what: "put" | "mode" | "restored", of: number) =>
      what === "put"
        ? "a file was put in force"
        : what === "mode"
          ? "one rule was set otherwise"
          : of === 0
            ? "back to the file of the start"
            : `number ${of} again`,
    (what, of) =>
      what === "put"
        ? "施行了一份文件"
        : what === "mode"
          ? "改了一条规则的用法"
          : of === 0
            ? "回到启动时的规则文件"
            : `重新施行编号 ${of}`,
  ),
  byKey: both("by the key", "所用密钥"),
  unreadable: both("Nobody can read any more what it said.", "它写了什么，已经没有人能读到。"),
  says: both("What it says", "它写了什么"),
  beside: both("Set otherwise than the text says:", "和文中写的不同："),
  earlier: both(
    (count: number) => `Earlier ones (${count})`,
    (count) => `更早的（${count}）`,
  ),
  again: both("Put this in force again", "重新施行这一版"),
};
