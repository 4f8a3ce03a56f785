/** The words of the to-do list and of what one asks of institutions. */
import { both, counted, groupDigits } from "../../../src/report/index.ts";

export const listWords = {
  title: both("What to do", "要做的事"),
  lead: both(
    "Work down the list. Some things only help together with the next. Tick what is done; what could still be lost is worked out again each time.",
    "按顺序一件件做。有的单做不够，和后面的一起做才管用。做完一件勾一件，每勾一件就重新算一遍还可能损失多少。",
  ),
  print: both("Print the list", "打印清单"),
  change: both("Choose other measures", "换别的办法"),
  redCard: both("Emergency card", "应急联系卡"),

  // --- nothing on it --------------------------------------------------------------------------------------------------
  empty: both("Nothing is on the list yet.", "清单上还什么都没有。"),
  emptyOffer: both(
    (count: number) =>
      count === 1
        ? "This one thing, which you can do yourself, stops every way we found:"
        : `These ${groupDigits(count)} things, which you can do yourself, stop every way we found:`,
    (count) =>
      count === 1
        ? "做好下面这一件，查到的路就都断了，你自己就能办："
        : `做好下面这 ${groupDigits(count)} 件，查到的路就都断了，你自己就能办：`,
  ),
  emptyNear: both(
    (count: number) =>
      `${counted(count, "further loss is", "further losses are")} not ruled out, because nobody has read how some services work: see the answer.`,
    (count) => `另有 ${groupDigits(count)} 处不能排除，因为有些服务怎么做还没人查过：见“会怎样”一页。`,
  ),
  emptyPart: both(
    ({ count, left }: Part) =>
      `What you can do yourself does not stop everything. The best choice is ${count === 1 ? "this one thing" : `these ${groupDigits(count)} things`}; after it, ${left} could still be lost.`,
    ({ count, left }) =>
      `你自己能做的拦不住全部。最划算的是下面${count === 1 ? "这一件" : `这 ${groupDigits(count)} 件`}，做完仍可能损失 ${left}。`,
  ),
  emptyTake: both("Put it on the list", "放进清单"),
  emptyChoose: both("Or choose from all measures", "或者从全部办法里选"),
  nothingReadToStop: both(
    "Nothing that was read takes anything here, so no list can be made by one touch. What is not ruled out, and what helps against it, is shown under “What could happen”.",
    "查到的办法都得不了手，所以没有现成的清单。不能排除的、怎样做有用，都在“会发生什么”那一页。",
  ),
  nothingToStop: both(
    "We found no way to lose money in what was entered, so there is nothing for the list. What was not entered was not checked; that does not mean there is nothing.",
    "填的内容里没查到能丢钱的路，没有要列的事。没填的没查，不代表没有。",
  ),
  nothingYours: both(
    "Nothing you can do yourself stops any of it. What institutions could change is shown among all measures.",
    "你自己能做的事里，没有一件拦得住。机构能改的，在全部办法里可以看到。",
  ),

  // --- how far one is -------------------------------------------------------------------------------------------------
  progress: both(
    ({ done, all }: Progress) => `${groupDigits(done)} of ${groupDigits(all)} done`,
    ({ done, all }) => `做完 ${groupDigits(done)} 件，共 ${groupDigits(all)} 件`,
  ),
  allDone: both("All of the list is done.", "清单上的都做完了。"),
  before: both("Before", "做之前"),
  withDone: both("With what is done", "做完这些，现在"),
  atTheEnd: both("When all is done", "全部做完"),
  unreadApart: both(
    "What nobody has read is not in these figures: the answer tells what is not ruled out.",
    "没人查过的不在这些数里：哪些不能排除，见“会怎样”一页。",
  ),
  open: both("could still be lost", "还可能损失"),
  first: both(
    (duration: string) => `the first within ${duration}`,
    (duration) => `最快 ${duration}后第一笔`,
  ),
  notOnList: both("Done, and no longer on the list", "做过、已不在清单上的"),

  // --- one thing to do ------------------------------------------------------------------------------------------------
  yours: both("For you", "你来做"),
  next: both("Do this next", "先做这件"),
  tick: both(
    (title: string) => `Done: ${title}`,
    (title) => `做完了：${title}`,
  ),
  done: both("done", "已完成"),
  why: both("Why", "为什么"),
  stops: both(
    (losses: string) => `Once it is done, we found no way to these losses: ${losses}.`,
    (losses) => `做完以后，没查到还能造成这些损失的路：${losses}。`,
  ),
  together: both(
    (losses: string) =>
      `By itself it is not enough here; together with the rest of the list it stops: ${losses}.`,
    (losses) => `在这种情况下，只做这一件还不够；和清单上的其他事一起，能拦住：${losses}。`,
  ),
  andMore: both(
    ({ count, money }: More) => `and ${counted(count, "other")}; ${money} in total for all of them`,
    ({ count, money }) => `等 ${groupDigits(count)} 处，一共 ${money}`,
  ),
  unknown: both("amount not entered", "没填金额"),
  later: both(
    ({ from, to }: Later) => `It puts the first loss off from ${from} to ${to} after it began.`,
    ({ from, to }) => `把第一笔损失从出事后 ${from}推迟到 ${to}。`,
  ),
  nothingMore: both(
    "With the things before it done, it stops nothing more here: a second lock.",
    "前面的做完之后，它不再多拦什么，算是多一道锁。",
  ),
  breaks: both(
    (step: string) => `The step it blocks: ${step}.`,
    (step) => `它堵住的那一步：${step}。`,
  ),
  how: both("How", "怎么办"),
  noHow: both(
    "We have not found out how. Ask the institution; do not use a number from a text message or a search.",
    "没查到怎么办。请问经办的机构；不要用短信里或搜索出来的电话。",
  ),
  ready: both("Have ready", "先准备好"),
  left: both("Could still be lost after this", "做完后还可能损失"),
  careful: both("Careful", "当心"),
  locks: both(
    "With this done, if what you named is gone, you yourself could no longer use:",
    "做了这件，要是真出了事，你自己也用不了：",
  ),

  // --- what one asks of institutions ----------------------------------------------------------------------------------
  theirs: both("For the institutions: you cannot do this yourself", "要请机构做的，你自己办不了"),
  theirsLead: both(
    "Send them this by letter, email or the complaint form. Leave out your ID and card numbers.",
    "把下面的话发给对方，信件、邮件或投诉渠道都行。不要写身份证号和卡号。",
  ),
  copy: both("Copy the text", "复制这段话"),
  copied: both("Copied", "已复制"),
  copyFailed: both("Select the text and copy it by hand.", "请选中文字，自己复制。"),
  letterText: both("Text to send", "要发的话"),
  tickTheirs: both("They say it is done", "对方答复已经这样做"),
};

interface Part {
  readonly count: number;
  readonly left: string;
}
interface Progress {
  readonly done: number;
  readonly all: number;
}
interface Later {
  readonly from: string;
  readonly to: string;
}
interface More {
  readonly count: number;
  readonly money: string;
}

/** What a letter says; in the language of whoever is to read it. */
export const letterWords = {
  greeting: both(
    (name: string) => `To ${name},`,
    (name) => `${name}：`,
  ),
  toAll: both("To whom it may concern,", "您好："),
  customer: both("I am a user of your service.", "我是贵单位的用户。"),
  found: both(
    "From public descriptions of how your service is used, I worked out what somebody could do who has no more than my phone or SIM card, if it were stolen. Every single step is an ordinary service; together they can move my money.",
    "我按公开的办理流程推算过：假如我的手机或手机卡被偷，别人凭它能办成什么。每一步都是正常业务，串起来就能转走我的钱。",
  ),
  steps: both("The steps that involve you are:", "其中在贵单位的步骤是："),
  ask: both("I ask you to change this:", "建议这样改："),
  reply: both(
    "Please tell me whether you already do this, and if not, from when you will.",
    "请告诉我贵单位是否已经这样做；如果还没有，打算从什么时候开始。",
  ),
  thanks: both("Thank you.", "谢谢。"),
};
