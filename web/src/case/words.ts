/** The words around an open case. */
import { both } from "../../../src/report/index.ts";

export const caseWords = {
  opening: both("Working it out in this page …", "正在本页里计算……"),
  unopened: both("Nothing was worked out", "这次没能算出来"),
  failed: both(
    "The page could not work it out. Load it again; if that does not help, open it on another phone or computer.",
    "本页没能算出来。请重新载入；还是不行，就换一部手机或电脑打开。",
  ),
  refused: both(
    "Something in what was entered does not fit together, so nothing was worked out from it.",
    "填的内容有对不上的地方，所以什么都没有算。",
  ),
  toThings: both("Look through what was entered", "去看看填了什么"),
  looking: both(
    "There is a lot here; still looking for easier measures and other ways.",
    "内容较多，还在找更省工夫的办法和别的路。",
  ),
  stopLooking: both("Stop", "不找了"),
  notAllLooked: both(
    "There is a lot here, and not all of it was searched: there may be easier measures or other ways.",
    "内容较多，没有全部找完：可能还有更省工夫的办法，或别的路。",
  ),
  lookLonger: both("Look for longer", "再多找一会儿"),
  whichState: both("From which moment", "从哪一刻算起"),
  state_before: both(
    (money: string) => `19:30, nothing done yet: up to ${money}`,
    (money) => `19:30，什么都还没做：最多 ${money}`,
  ),
  state_after: both(
    (money: string) => `After the family froze four: up to ${money}`,
    (money) => `家人冻结四处之后：最多 ${money}`,
  ),
  views: both("What to look at", "看什么"),
  answer: both("What could happen", "会发生什么"),
  chain: both("Whole picture", "整张图"),
  night: both("That night", "那一夜"),
  ownNight: both("Play a night", "演一夜"),
  list: both("To do", "要做的事"),
  "locked-out": both("Locked out?", "丢了找得回吗"),
  things: both("My phone and accounts", "我的手机和账户"),
  "red-card": both("Emergency card", "应急联系卡"),
  // Where there is little room.
  short_answer: both("Answer", "会怎样"),
  short_chain: both("Picture", "整张图"),
  short_list: both("To do", "要做的事"),
  "short_locked-out": both("If lost", "找得回吗"),
  short_things: both("Accounts", "账户"),
  "short_red-card": both("Card", "联系卡"),
  more: both("More", "更多"),
};
