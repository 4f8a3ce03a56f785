/** The words around an answer: how much of a life it speaks of, and what to do next. */
import { both, counted, groupDigits } from "../../../src/report/index.ts";

export const answerWords = {
  inAll: both(
    ({ money, count }: InAll) => `In all ${money}, in ${groupDigits(count)} places.`,
    ({ money, count }) => `一共 ${money}，分布在 ${groupDigits(count)} 处。`,
  ),
  inAllUnknown: both(
    ({ money, count }: InAll) => `In all ${money} and more of unknown size, in ${groupDigits(count)} places.`,
    ({ money, count }) => `一共 ${money}，另有数目不明的，分布在 ${groupDigits(count)} 处。`,
  ),
  inAllUnsized: both(
    (count: number) => `${counted(count, "place")} in all. How much is in them was not entered.`,
    (count) => `一共 ${groupDigits(count)} 处，里面有多少都没填。`,
  ),
  enterAmounts: both("Enter the amounts", "去填金额"),
  judgedAll: both(
    (count: number) => `Judged: all ${counted(count, "thing")} that were entered.`,
    (count) => `填写的 ${groupDigits(count)} 样东西都判断过。`,
  ),
  notJudged: both(
    ({ left, judged }: Judged) =>
      `${groupDigits(left)} of ${counted(left + judged, "thing")} ${left === 1 ? "was" : "were"} NOT judged; nothing on this page is said of ${left === 1 ? "it" : "them"}:`,
    ({ left, judged }) =>
      `${groupDigits(left + judged)} 样东西里有 ${groupDigits(left)} 样没有判断，本页对它们什么都没说：`,
  ),
  unknownPlaces: both(
    (count: number) => `${counted(count, "thing")} nobody was sure of; every possibility counts as possible.`,
    (count) => `有 ${groupDigits(count)} 处没人说得准，各种可能都算进去了。`,
  ),
  moreLosses: both(
    (count: number) => counted(count, "more loss", "more losses"),
    (count) => `另有 ${groupDigits(count)} 处损失`,
  ),
  moreBlocks: both(
    (count: number) => counted(count, "more block"),
    (count) => `另有 ${groupDigits(count)} 种封锁`,
  ),
  next: both("What now", "接下来"),
  nextList: both(
    "Make it a list: one thing after the other, how each is done, and what is left after it.",
    "列成清单，一件一件做：每件怎么办、做完还剩多少。",
  ),
  makeList: both("Make the list", "列成清单"),
  nextCard: both("And print whom to call if the phone is gone.", "再打印一张卡：手机丢了先打给谁。"),
  card: both("Emergency card", "应急电话卡"),
  nextThings: both(
    "Look whether everything is entered: what is missing here is not judged.",
    "看看东西是不是都填了：没填的，这里不作判断。",
  ),
  things: both("My things", "我的东西"),
};

interface InAll {
  readonly money: string;
  readonly count: number;
}
interface Judged {
  readonly left: number;
  readonly judged: number;
}
