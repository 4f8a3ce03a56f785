/** What the picture of a chain says around the catalogue's own texts. */
import { both, counted, groupDigits } from "../../../src/report/index.ts";

export const chainWords = {
  title: both("The whole picture", "整张图"),
  lead: both(
    "From what they begin with, step by step, to the loss. At first only the quickest way; the rest unfolds when you ask for it.",
    "从对方一开始手里的东西，一步一步走到损失。先只画最快的一条，其余的想看再展开。",
  ),
  leadNone: both(
    "No flow we have read leads from what they begin with to a loss. This is what else they could do with it.",
    "从对方一开始手里的东西，我们读过的流程都走不到损失。下面是他们拿它还能做的事。",
  ),
  nothing: both("Nothing we have read is in reach.", "我们读过的流程都走不到。"),
  drawing: both("Drawing …", "正在画……"),
  failed: both(
    "The picture could not be worked out. Load the page again.",
    "没能算出这张图。请重新载入本页。",
  ),
  which: both("Which loss", "哪一笔损失"),
  unknownAmount: both("amount unknown", "数目不明"),
  reachedIn: both(
    (duration: string) => `in ${duration}`,
    (duration) => `${duration}走到`,
  ),

  // --- how much of it ---------------------------------------------------------------------------------------------------
  howMuch: both("How much to show", "看多少"),
  stage_way: both("The quickest way", "最快的一条"),
  stage_ways: both("With other ways", "加上别的走法"),
  stage_leading: both("All that leads to this loss", "通到这笔损失的全部"),
  stage_reach: both("All within their reach", "他们够得着的全部"),
  steps: both(
    (count: number) => counted(count, "step"),
    (count) => `${groupDigits(count)} 步`,
  ),
  ways: both(
    (count: number) => counted(count, "way"),
    (count) => `${groupDigits(count)} 条`,
  ),
  otherWays: both("Choose other ways", "选别的走法"),
  noOtherWay: both(
    "We know of no other way to this loss. Stop any one step and it cannot be reached.",
    "没有别的已知走法。拦住其中任何一步，就走不到这笔损失。",
  ),
  otherWay: both(
    ({ steps, duration }: WaySize) => `${counted(steps, "step")}, ${duration}`,
    ({ steps, duration }) => `${groupDigits(steps)} 步，${duration}`,
  ),
  insteadOf: both(
    (steps: string) => `Does without: ${steps}`,
    (steps) => `不用：${steps}`,
  ),
  instead: both(
    (steps: string) => `Takes: ${steps}`,
    (steps) => `改用：${steps}`,
  ),
  mayBeMore: both("The quickest ones; there may be more.", "只列最快的几条，可能还有。"),

  // --- what is switched on ----------------------------------------------------------------------------------------------
  switchedOn: both("Switched on", "已打开"),
  noneOn: both("nothing; open a step to see what would stop it", "没有；点开一步，看看什么能拦住它"),
  switchOff: both(
    (measure: string) => `Switch off: ${measure}`,
    (measure) => `关掉：${measure}`,
  ),

  // --- the picture ------------------------------------------------------------------------------------------------------
  picture: both(
    "Picture of the chain. It scrolls with the arrow keys; the list below it says the same.",
    "链条图。可用方向键滚动；下方列表内容相同。",
  ),
  nearer: both("Nearer", "放大"),
  further: both("Further away", "缩小"),
  whole: both("All of it", "看全图"),
  fullSize: both("Full size", "原大"),
  size: both(
    (percent: number) => `${percent} %`,
    (percent) => `${percent}%`,
  ),
  keyWay: both("the quickest way", "最快的一条"),
  keyMeet: both("lines that meet: all of them are needed", "几条线汇到一处：缺一不可"),
  keyOther: both("would do instead", "换成这一条也行"),
  keyStopped: both("no longer possible with what is switched on", "在已打开的措施下走不通"),
  needed: both("every way we know goes through it", "已知的每条走法都绕不开"),
  moreSteps: both(
    (count: number) => counted(count, "more step"),
    (count) => `另有 ${groupDigits(count)} 步`,
  ),
  unfold: both("show them", "展开"),
  between: both(
    ({ from, to }: Stretch) => (from === to ? from : `${from} – ${to}`),
    ({ from, to }) => (from === to ? from : `${from}～${to}`),
  ),
  start: both("at once", "立刻"),

  // --- the same as a list -----------------------------------------------------------------------------------------------
  asList: both("The same as a list", "同样内容的列表"),
  listWay: both("The quickest way", "最快的一条"),
  listOther: both(
    ({ steps, duration }: WaySize) =>
      `Another way, ${counted(steps, "step")}, ${duration}: what is different`,
    ({ steps, duration }) => `另一条，${groupDigits(steps)} 步，${duration}：不同的步骤`,
  ),
  listLeading: both("Also leads to this loss", "也能通到这笔损失"),
  listReach: both("Also within reach", "也够得着"),
  needs: both("needs", "需要"),
  nothingNeeded: both("needs nothing more", "不需要别的"),
  andOthers: both(
    (count: number) => `or ${counted(count, "other step")}`,
    (count) => `或另外 ${groupDigits(count)} 步`,
  ),
  from: both(
    (step: string) => `from “${step}”`,
    (step) => `来自“${step}”`,
  ),
  step: both("Step", "步骤"),
  found: both(
    ({ steps, institutions }: Size) => `${counted(steps, "step")} at ${counted(institutions, "place")}`,
    ({ steps, institutions }) => `${groupDigits(institutions)} 处，共 ${groupDigits(steps)} 步`,
  ),
};

interface WaySize {
  readonly steps: number;
  readonly duration: string;
}
interface Stretch {
  readonly from: string;
  readonly to: string;
}
interface Size {
  readonly steps: number;
  readonly institutions: number;
}
