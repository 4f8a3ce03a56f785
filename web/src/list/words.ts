/** The words of the to-do list and of what one asks of institutions. */
import { both, counted, groupDigits } from "../../../src/report/index.ts";

export const listWords = {
  title: both("What to do", "要做的事"),
  lead: both(
    "One thing after the other: first what cuts most. Tick what is done; what could still be lost is counted anew each time.",
    "一件一件来，先做最管用的。做完一件勾一件，每勾一件就重新算一遍还可能损失多少。",
  ),
  print: both("Print the list", "打印清单"),
  change: both("Choose other measures", "换别的措施"),
  redCard: both("Emergency card", "应急电话卡"),

  // --- nothing on it --------------------------------------------------------------------------------------------------
  empty: both("Nothing is on the list yet.", "清单上还什么都没有。"),
  emptyOffer: both(
    (count: number) =>
      `The least you can do yourself that stops everything we know of: ${counted(count, "thing")}.`,
    (count) => `你自己最少做 ${groupDigits(count)} 件事，就能拦住我们所知的全部走法。`,
  ),
  emptyPart: both(
    ({ count, left }: Part) =>
      `What you can do yourself does not stop everything. The least that leaves least is ${counted(count, "thing")}; ${left} stays open.`,
    ({ count, left }) =>
      `你自己能做的拦不住全部。最划算的是 ${groupDigits(count)} 件事，做完还敞着 ${left}。`,
  ),
  emptyTake: both("Put them on the list", "放进清单"),
  emptyChoose: both("Or choose from all measures", "或者从全部措施里选"),
  nothingToStop: both(
    "With what was entered, no flow we have read leads to a loss. There is nothing to put on a list; what was not entered or not read is not judged.",
    "按填写的内容，我们读过的流程都走不到损失，没有要列的事。没有填写、没有读过的，不作判断。",
  ),
  nothingYours: both(
    "Nothing you can do yourself stops any of it. What institutions could change stands among all measures.",
    "你自己能做的事里，没有一件拦得住。机构能改的，在全部措施里可以看到。",
  ),

  // --- how far one is -------------------------------------------------------------------------------------------------
  progress: both(
    ({ done, all }: Progress) => `${groupDigits(done)} of ${groupDigits(all)} done`,
    ({ done, all }) => `${groupDigits(all)} 件里做完了 ${groupDigits(done)} 件`,
  ),
  allDone: both("All of the list is done.", "清单上的都做完了。"),
  before: both("Before", "做之前"),
  withDone: both("With what is done", "做完这些，现在"),
  atTheEnd: both("When all is done", "全部做完"),
  open: both("still reachable", "还走得到"),
  first: both(
    (duration: string) => `the first after ${duration}`,
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
    (losses: string) => `Once it is done, no flow we know reaches this any more: ${losses}.`,
    (losses) => `做完以后，已知的流程再也走不到：${losses}。`,
  ),
  together: both(
    (losses: string) =>
      `By itself it keeps none of this shut; together with the rest of the list it does: ${losses}.`,
    (losses) => `单做这件还一处都拦不住；和清单上的其他事一起，能拦住：${losses}。`,
  ),
  andMore: both(
    ({ count, money }: More) => `and ${counted(count, "more loss", "more losses")}, ${money} in all`,
    ({ count, money }) => `另有 ${groupDigits(count)} 处，合计 ${money}`,
  ),
  unknown: both("size unknown", "数目不明"),
  later: both(
    ({ from, to }: Later) => `It puts the first loss off, from ${from} to ${to}.`,
    ({ from, to }) => `把第一笔损失从 ${from}后推迟到 ${to}后。`,
  ),
  nothingMore: both(
    "With the things before it done, it stops nothing more: a second lock.",
    "前面的做完之后，它不再多拦什么，算是多一道锁。",
  ),
  breaks: both(
    (step: string) => `The step it breaks: ${step}.`,
    (step) => `它断掉的一步：${step}。`,
  ),
  how: both("How", "怎么办"),
  noHow: both(
    "The catalogue does not say how. Ask whoever runs it; do not use a number from a text message or a search result.",
    "流程库里没有写怎么办。请问经办的机构；不要用短信里或搜索出来的电话。",
  ),
  ready: both("Have ready", "先准备好"),
  left: both("Left after this", "做完还剩"),
  careful: both("Careful", "当心"),
  locks: both(
    "With this done, and without what was stolen, you yourself could no longer use:",
    "做了这件，要是东西真被偷了，你自己也用不了：",
  ),

  // --- what one asks of institutions ----------------------------------------------------------------------------------
  theirs: both("Ask them: you cannot do this yourself", "要请机构做的，你自己办不了"),
  theirsLead: both(
    "Send them this, by letter, mail or the complaint form. Leave out your ID and card numbers.",
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
  customer: both("I am a customer of yours.", "我是贵方的客户。"),
  found: both(
    "I worked out, from public descriptions of how your service is used, what somebody could do who has no more than my stolen phone or SIM card. Every single step is an ordinary service; together they lead to my money.",
    "我根据公开的办理流程推算过：别人只要拿到我被偷的手机或 SIM 卡，能做到什么。每一步都是正常业务，连起来就走到了我的钱。",
  ),
  steps: both("The steps with you are:", "其中在贵方的步骤是："),
  ask: both("I ask you to change this:", "希望贵方这样改："),
  reply: both(
    "Please tell me whether you already do this, and if not, from when you will.",
    "请告诉我贵方是否已经这样做；如果还没有，打算从什么时候开始。",
  ),
  thanks: both("Thank you.", "谢谢。"),
};
