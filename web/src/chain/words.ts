/** What the picture of a chain says around the catalogue's own texts. */
import { both, counted, groupDigits } from "../../../src/report/index.ts";

export const chainWords = {
  title: both("The whole picture", "整张图"),
  lead: both(
    "From what they begin with, step by step, to the loss. At first only the quickest way; the rest unfolds when you ask for it.",
    "从对方一开始手里有的，一步一步到损失。先只画最快的一条，其余的想看再展开。",
  ),
  leadNone: both(
    "We found no way to lose money from what they begin with. This is what else they could do with it; what was not entered was not checked.",
    "从对方一开始手里有的，没查到能丢钱的路。下面是他们还能办的事；没填的没查。",
  ),
  leadUnread: both(
    "Nothing that was read leads from what they begin with to a loss. That is not safety: what is not ruled out is shown under “What could happen”. This is what else they could do.",
    "从对方一开始手里有的，查到的办法都得不了手，但这不等于“安全”：不能排除的在“会发生什么”那一页。下面是他们还能办的事。",
  ),
  nothing: both(
    "In the services we checked they can do nothing with it.",
    "我们查过的业务里，对方凭这些办不了什么。",
  ),
  drawing: both("Drawing …", "正在画……"),
  failed: both(
    "The picture could not be worked out. Load the page again.",
    "没能算出这张图。请重新载入本页。",
  ),
  which: both("Which loss", "哪一笔损失"),
  unknownAmount: both("amount not entered", "没填金额"),
  reachedIn: both(
    (duration: string) => `within ${duration}`,
    (duration) => `最快 ${duration}`,
  ),

  // --- how much of it ---------------------------------------------------------------------------------------------------
  howMuch: both("How much to show", "看多少"),
  stage_way: both("The quickest way", "最快的一条"),
  stage_ways: both("With other ways", "加上别的路"),
  stage_leading: both("All steps that lead to this loss", "通向这笔损失的全部步骤"),
  stage_reach: both("Everything else they could do", "对方还能办的全部"),
  steps: both(
    (count: number) => counted(count, "step"),
    (count) => `${groupDigits(count)} 步`,
  ),
  ways: both(
    (count: number) => counted(count, "way"),
    (count) => `${groupDigits(count)} 条`,
  ),
  otherWays: both("Choose other ways", "选别的路"),
  noOtherWay: both(
    "We found no other way to this loss. Stop any one step and this way is closed.",
    "没查到别的路。拦住其中任何一步，这条路就断了。",
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
  switchedOn: both("Counted as done", "按做了算的"),
  noneOn: both("nothing; open a step to see what would stop it", "没有；点开一步，看看什么能拦住它"),
  switchOff: both(
    (measure: string) => `Clear: ${measure}`,
    (measure) => `取消：${measure}`,
  ),

  // --- what is looked for -----------------------------------------------------------------------------------------------
  seek: both("Search the picture", "在图里找"),
  onlyOne: both("Only one institution", "只看一家"),
  ofAll: both("All institutions", "全部机构"),
  soughtFound: both(
    (count: number) => (count === 0 ? "none found here" : `${counted(count, "step")} found`),
    (count) => (count === 0 ? "这里没找到" : `找到 ${groupDigits(count)} 步`),
  ),
  next: both("Next one", "下一个"),
  showHidden: both(
    (count: number) => `${counted(count, "step")} more not shown: show`,
    (count) => `还有 ${groupDigits(count)} 步没画，画出来`,
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
  keyStopped: both("stopped by what is counted as done", "已被拦住"),
  needed: both("every way we found goes through it", "查到的每条路都绕不开"),
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
  listLeading: both("Also leads to this loss", "也通向这笔损失"),
  listReach: both("Also possible for them", "对方还能办"),
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
    ({ steps, institutions }: Size) => `${counted(steps, "step")} at ${counted(institutions, "institution")}`,
    ({ steps, institutions }) => `${groupDigits(institutions)} 家，共 ${groupDigits(steps)} 步`,
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
