/** What a report says of things that were lost, in both languages: what the owner could still open, and what to do today. */
import { both, counted, groupDigits, type Lang, type WordsOf, wordsIn } from "./words.ts";

const table = {
  // --- the bottom line ------------------------------------------------------------------------------------------------
  nothingLost: both("Nothing is lost.", "什么都没丢。"),
  lost: both(
    (things: string) => `Lost: ${things}.`,
    (things) => `丢了：${things}。`,
  ),
  finder: both(
    "Somebody who has it is taken to do all they can with it, and to know what leaks: what they can change or end is taken for changed and ended.",
    "下面假定捡到的人能做的都做了，常泄露的资料也都知道：凡是对方改得掉、退得掉的，都按已经改了、退了算。",
  ),
  openOf: both(
    ({ open, of }: OpenOf) =>
      `By what was read you get back to ${open === of ? (of === 1 ? "the one thing you need" : `all ${groupDigits(of)} things you need`) : `${groupDigits(open)} of the ${counted(of, "thing")} you need`}.`,
    ({ open, of }) =>
      open === of
        ? `你要用的 ${groupDigits(of)} 样，都查到了找回的办法。`
        : `你要用的 ${groupDigits(of)} 样里，有 ${groupDigits(open)} 样查到了找回的办法。`,
  ),
  noKey: both(
    "This record holds nothing you would have to get back to, so nothing can be said.",
    "这份资料里没有需要找回的东西，因此无从判断。",
  ),

  // --- the states -------------------------------------------------------------------------------------------------------
  state_open: both("You get back to", "能找回"),
  "state_unless-changed": both(
    "You get back to these only if nobody has changed them first",
    "对方还没改掉，才能找回",
  ),
  "state_not-known": both(
    "No way back that one can count on: it would take something nobody has said or read",
    "没有靠得住的办法：要看还没填、还没人查过的事",
  ),
  state_closed: both("No way back, by anything we know", "照已知的办法找不回来"),
  "state_not-judged": both("Nobody has read how one gets back to these", "怎么找回，还没人查过，说不准"),
  what: both("what", "什么"),
  soonest: both("not before", "最快"),
  how: both("how", "怎么找回"),
  atOnce: both("you have it", "就在你手里"),
  mayBeTaken: both(
    "This may be taken from you too: nobody has read how far somebody with the lost things gets there.",
    "这条也可能被对方断掉：拿着丢失物品的人在那里能做到哪一步，还没人查过。",
  ),
  changedBy: both(
    (flows: string) => `Somebody who has the lost things can get in your way: ${flows}.`,
    (flows) => `拿着丢失物品的人能断掉这条路：${flows}。`,
  ),
  ifRead: both(
    (question: string) => `Ask: ${question}.`,
    (question) => `要问清楚：${question}。`,
  ),
  ifSaid: both(
    (what: string) => `Not filled in: ${what}.`,
    (what) => `没有填：${what}。`,
  ),
  ifWritten: both(
    (what: string) => `Nothing says that it was ever made and written down: ${what}.`,
    (what) => `没有写明做过、抄下来过：${what}。`,
  ),
  ifPapers: both(
    "You would be asked for an ID document, and yours is among what is lost: take another one with a photo (passport, driving licence), or get a temporary one first, which can take days.",
    "要本人带证件，而你的证件也丢了：带上另一种有照片的证件（护照、驾照），或者先去补办临时证件，可能要几天。",
  ),
  ifAgent: both(
    (flow: string) => `Somebody there would have to be persuaded: ${flow}.`,
    (flow) => `要看那边的人通不通融：${flow}。`,
  ),

  // --- today ------------------------------------------------------------------------------------------------------------
  today: both("What to do today, while you still have everything", "趁东西都还在，今天就做"),
  opens: both(
    (what: string) => `then you get back to: ${what}`,
    (what) => `这样就能找回：${what}`,
  ),
  together: both(
    (measures: string) => `Enough for all that can be done: ${measures}.`,
    (measures) => `能做到的，做这些就够：${measures}。`,
  ),
  writeDown: both(
    (what: string) => `Have it on paper, at home and not in the phone: ${what}`,
    (what) => `抄在纸上放家里，不要存在手机里：${what}`,
  ),
  nothingToday: both(
    "Nothing in the catalogue that you can do by yourself opens more of these.",
    "流程库里没有你自己能办的事能多找回一样。",
  ),
  left: both(
    (what: string) =>
      `Not opened by any of this: ${what}. Ask those who run it how one gets back in without what is lost.`,
    (what) => `做了这些也不能确定找回：${what}。要去问清楚：丢了这些东西，怎样才能找回。`,
  ),

  // --- what it rests on -------------------------------------------------------------------------------------------------
  restsOn: both("What this rests on", "以上依据什么"),
  rests: both(
    "A way back counts only where every step was read somewhere, nothing is left open in your record and no agent must be persuaded. Times are the least possible. A way that was read can still be refused on the day.",
    "只有每一步都查到过、你的资料里没有空着、也不用求人通融的办法，才算能找回。时间是最快的情况。查到的办法，到时候也可能办不成。",
  ),
};

interface OpenOf {
  readonly open: number;
  readonly of: number;
}

export type LockedOutWords = WordsOf<typeof table>;
export const lockedOutWords = (lang: Lang): LockedOutWords => wordsIn(table, lang);
