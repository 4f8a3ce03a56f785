/** The words around an answer: how much of a life it speaks of, and what to do next. */
import { both, counted, groupDigits } from "../../../src/report/index.ts";

export const answerWords = {
  inAll: both(
    ({ money, count }: InAll) => `Up to ${money} in all, in ${groupDigits(count)} places.`,
    ({ money, count }) => `最多一共 ${money}，分布在 ${groupDigits(count)} 处。`,
  ),
  inAllUnknown: both(
    ({ money, count }: InAll) =>
      `At least ${money} in all; in some of the ${groupDigits(count)} places no amount was entered.`,
    ({ money, count }) => `一共至少 ${money}，分布在 ${groupDigits(count)} 处，有的没填金额。`,
  ),
  inAllOf: both(
    (all: string) => `In all: ${all}.`,
    (all) => `一共：${all}。`,
  ),
  inAllUnsized: both(
    (count: number) => `${counted(count, "place")} in all. No amounts were entered.`,
    (count) => `一共 ${groupDigits(count)} 处，都没填金额。`,
  ),
  knowsLeaked: both(
    "knows what leaks so often (ID number, address and the like)",
    "知道常外泄的信息（身份证号、住址等）",
  ),
  firstThing: both("Do this first", "先做这一件"),
  howFirst: both("How to do it", "看怎么做"),
  allReadStopped: both(
    "With this alone, nothing we have read takes money any more",
    "做了这一项，查到的办法就都拿不走钱了",
  ),
  notRuledOutHarder: both(
    ({ money, count }: Sum) =>
      `Of what is not ruled out, ${counted(count, "loss becomes", "losses become")} harder to take${money === undefined ? "" : ` (${money})`}`,
    ({ money, count }) =>
      `不能排除的里面，有 ${groupDigits(count)} 处${money === undefined ? "" : `（${money}）`}会更难得手`,
  ),
  noHabitFirst: both(
    "No habit of yours changes this; what this service asks for does. Look, or ask them; submit nothing.",
    "这件事改习惯没有用，要看这家怎么办业务。去看一眼它要什么，或者打电话问，别提交。",
  ),
  inTheNight: both("If it happens, block these at once", "一旦出事，马上办这几项"),
  noHabitStops: both(
    "We know of no habit that stops all of it beforehand. What helps is how fast the calls are made: write these numbers on paper today.",
    "事先能养成的习惯里，没有一项能全部拦住。管用的是电话打得快：今天就把下面的号码抄在纸上。",
  ),
  callThese: both(
    "If it happens, or the signal is gone: call in this order, from any phone",
    "出了事，或突然没信号：借个电话，按顺序打",
  ),
  moreCalls: both(
    (count: number) => counted(count, "more call"),
    (count) => `还有 ${groupDigits(count)} 家要打`,
  ),
  noCalls: both(
    "Nothing entered here has anybody to be called yet. Enter the phone number, the bank cards and the accounts. Until then: take the number to call from the back of the card or the official app, never from a text message or a search result.",
    "填写的内容里还没有要打的电话。先把手机号、银行卡和账户填上。在那之前：电话看卡背面和官方应用，不要用短信里给的、搜索出来的号码。",
  ),
  enterRest: both("Enter what is still missing", "把还没填的填上"),
  leakedTitle: both(
    "Does the thief know your ID number, date of birth and address?",
    "身份证号、生日、住址，对方知道吗？",
  ),
  leakedKnown: both("Counted as known.", "按知道算。"),
  leakedUnknown: both("Counted as not known.", "按不知道算。"),
  leakedWhy: both(
    "Such data leak and are sold so often that they count as known unless you say otherwise.",
    "这类信息常常外泄、被倒卖，所以默认按对方知道算。",
  ),
  takes: both(
    ({ money, count }: Sum) =>
      `what we have read takes ${money === undefined ? "" : `${money}, `}${counted(count, "loss", "losses")}`,
    ({ money, count }) =>
      `查到的办法能拿走 ${groupDigits(count)} 处${money === undefined ? "" : `，${money}`}`,
  ),
  takesNothing: both("what we have read takes nothing", "查到的办法拿不走什么"),
  andNear: both(
    ({ money, count }: Sum) =>
      `${counted(count, "loss is", "losses are")} not ruled out${money === undefined ? "" : `, up to ${money}`}`,
    ({ money, count }) => `不能排除 ${groupDigits(count)} 处${money === undefined ? "" : `，最多 ${money}`}`,
  ),
  unreadStays: both("what nobody has read is not in it", "没查过的不在里面"),
  enterAmounts: both("Enter the amounts", "去填金额"),
  sayWhatIsGone: both("Say what is gone", "去说丢了什么"),
  judgedAll: both(
    (count: number) =>
      count === 0
        ? "Nothing has been entered yet, so nothing was checked. Start with the phone number and the bank cards."
        : `Something has been read about ${count === 1 ? "the one thing" : `each of the ${counted(count, "thing")}`} that ${count === 1 ? "was" : "were"} entered, not everything.`,
    (count) =>
      count === 0
        ? "还什么都没填，所以什么都没查。先填手机号和银行卡。"
        : `填写的 ${groupDigits(count)} 项都有查到的内容，但不是样样都查过。`,
  ),
  notJudged: both(
    ({ left, judged }: Judged) =>
      `${groupDigits(left)} of ${counted(left + judged, "thing")} ${left === 1 ? "was" : "were"} not checked; this page says nothing about ${left === 1 ? "it" : "them"}:`,
    ({ left, judged }) =>
      `填写的 ${groupDigits(left + judged)} 项里有 ${groupDigits(left)} 项没查过，本页对它们什么都没说：`,
  ),
  unknownPlaces: both(
    (count: number) =>
      `${counted(count, "answer")} nobody was sure of; every possibility was counted as possible.`,
    (count) => `有 ${groupDigits(count)} 处没人说得准，各种可能都算进去了。`,
  ),
  moreLosses: both(
    (count: number) => counted(count, "more loss", "more losses"),
    (count) => `另有 ${groupDigits(count)} 处损失`,
  ),
  moreBlocks: both(
    (count: number) => `${counted(count, "more block")}`,
    (count) => `另有 ${groupDigits(count)} 项停用`,
  ),
  next: both("What now", "接下来"),
  nextList: both(
    "Make it a list: one thing after the other, how to do each, and what could still be lost after it.",
    "列成清单，一件一件做：每件怎么办，做完还可能损失多少。",
  ),
  makeList: both("Make the list", "列成清单"),
  saveAnswer: both("Save this answer as a file", "把这个答案存成文件"),
  saveFlow: both("Save the way shown as an Attack Flow", "把上面这条路存成攻击流程文件"),
  saveAnswerHint: both(
    "For programs. It names what you entered, no passwords and no full numbers.",
    "给程序用的。里面有你填的内容，没有密码，也没有完整号码。",
  ),
  nextCard: both("And print whom to call if the phone is gone.", "再打印一张卡：手机丢了先打给谁。"),
  card: both("Emergency card", "应急联系卡"),
  nextThings: both(
    "See whether everything is entered: what is missing here was not checked.",
    "看看是不是都填了：没填的，这里没查。",
  ),
  things: both("My phone and accounts", "我的手机和账户"),
};

interface InAll {
  readonly money: string;
  readonly count: number;
}
interface Sum {
  readonly count: number;
  readonly money: string | undefined;
}
interface Judged {
  readonly left: number;
  readonly judged: number;
}
