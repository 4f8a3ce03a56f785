/** What is said to somebody who knows better than the catalogue, in both languages. */
import { type Both, both, type Lang, type WordsOf, wordsIn } from "./words.ts";

const table = {
  title: both(
    (name: string, title: string) => `${name}: ${title}`,
    (name, title) => `${name}：${title}`,
  ),
  saysSo: both(
    (source: string, url?: string) => `Who says so: ${source}${url === undefined ? "" : `\n  ${url}`}`,
    (source, url) => `出处：${source}${url === undefined ? "" : `\n  ${url}`}`,
  ),
  stepPage: both(
    "1. Open the page. If it says something else, the page is enough.",
    "1. 打开这个网页。如果它说的不是这样，网页本身就够了。",
  ),
  stepNoPage: both(
    "1. There is no page to open. What you saw yourself, with its day, is better than what is written here.",
    "1. 没有网页可以打开。你亲眼看到的情况加上日期，就比这里写的可靠。",
  ),
  stepNever: both("2. Never try it at the institution to find out.", "2. 不要为了弄清楚而去机构那里试。"),
  stepPatch: both(
    (name: string) => `3. \`chainbreak explain ${name} --contest patch > contest.patch.yaml\``,
    (name) => `3. \`chainbreak explain ${name} --contest patch > contest.patch.yaml\``,
  ),
  stepCorrect: both(
    "   Correct in it since when it is not so, or what it asks instead, and who says so.",
    "   在里面改好：从哪天起不是这样了，或者实际要核对什么，是谁说的。",
  ),
  stepStory: both(
    (name: string) => `4. \`chainbreak explain ${name} --contest story > contest.story.yaml\``,
    (name) => `4. \`chainbreak explain ${name} --contest story > contest.story.yaml\``,
  ),
  stepFails: both(
    "   It fails today: `chainbreak test contest.story.yaml`",
    "   它现在不符：`chainbreak test contest.story.yaml`",
  ),
  stepDiff: both(
    "5. See what your correction changes: `chainbreak design diff shipped contest.patch.yaml`",
    "5. 看看你的改动会影响什么：`chainbreak design diff shipped contest.patch.yaml`",
  ),
  stepSend: both(
    "6. Send both files to the keepers of this catalogue; `CONTRIBUTING.md` says how.",
    "6. 把两个文件发给维护这份流程库的人，办法见 `CONTRIBUTING.md`。",
  ),
  stepFile: both(
    (file: string) => `   The flow is written in \`${file}\`.`,
    (file) => `   原文在 \`${file}\`。`,
  ),
  contested: both(
    (title: string) => `Contested: ${title}`,
    (title) => `有异议：${title}`,
  ),
  patchHead: both(
    (name: string) => `${name} is not as the catalogue says. Correct what is written below, then send it.`,
    (name) => `${name} 和流程库写的不一样。请改好下面的内容再发。`,
  ),
  sayUntil: both(
    "The last day on which it was so. If it was never so, write the first day it was said.",
    "最后一天还是这样的日期；如果从来不是这样，就写最早那天。",
  ),
  sayAsks: both(
    "If it is still there but asks or gives something else, delete `valid` and write that here.",
    "如果流程还在，只是要核对的或得到的不同，请删掉 `valid`，把实际情况写在这里。",
  ),
  sayWho: both("Who says otherwise, and where that can be read.", "谁说不是这样，在哪里能看到。"),
  noteToWrite: both(
    "Contested; the first source is the one in the catalogue, the other is: (write it here)",
    "有异议；原来的来源见流程库，另一个来源是：（请写在这里）",
  ),
  storyHead: both(
    (name: string) => `${name} is contested: this fails while the catalogue says it is so.`,
    (name) => `${name} 有异议：只要流程库还这样写，它就不符。`,
  ),
  notSo: both("it is not so", "不是这样"),
  because: both("(write here who says so, and since when)", "（请写明谁说的、从哪天起）"),
  over: both(
    "no story: by the catalogue it is over by that day, so nothing counts with it; the patch can be sent alone",
    "没有场景：按流程库那天它已经失效，不再计入；只发补丁就行",
  ),
  "gives-nothing": both(
    "no story: this flow gives nothing that could be had; the patch can be sent alone",
    "没有场景：这个流程办成了也不会得到什么；只发补丁就行",
  ),
  "others-give-it": both(
    "no story: another flow gives the same for the same things; the patch can be sent alone",
    "没有场景：凭同样的东西，别的流程也办得到；只发补丁就行",
  ),
  "no-such-person": both(
    "no story: nobody we can make up meets what this flow wants; the patch can be sent alone",
    "没有场景：编不出一个符合前提的人；只发补丁就行",
  ),
} satisfies Readonly<Record<string, Both<unknown>>>;

export type ContestWords = WordsOf<typeof table>;

export const contestWords = (lang: Lang): ContestWords => wordsIn(table, lang);
