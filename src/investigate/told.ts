/**
 * What somebody tells: when, who says so, and what. It is evidence of its own trust: a flow somebody says they ran
 * is theirs, a thing that was gone was gone from then, a sign that came on a screen is an observation. What none of this
 * world's words are in is complained of and kept as words.
 *
 * Each entry is heard for one thing after the other (`hearings`), and the first that is all it says ends it. What was heard
 * stands in one notebook (`told-heard.ts`).
 */
import { minutesPerDay } from "../model/index.ts";
import type { ToldAct } from "./act-meant.ts";
import { heardBy } from "./told-facts.ts";
import { type Heard, heardNothing, linesOf, meantBy, type ToldLine, type ToldMeant } from "./told-heard.ts";
import {
  hearFlow,
  hearGivenUp,
  hearLiesAndKept,
  hearLockedOut,
  hearMoneyBeside,
  hearTaken,
  hearThingGone,
  hearToldToThem,
} from "./told-hearing.ts";
import {
  hearDeadLine,
  hearDeniedAct,
  hearDeniedCode,
  hearDeniedMoney,
  hearNothingKnown,
  hearOwnAct,
  hearPayment,
  hearUnknownName,
  observe,
} from "./told-hearing-acts.ts";
import { hearGoneOtherwise, hearOtherwise } from "./told-otherwise.ts";
import type { ToldQuestion, ToldRead } from "./told-text.ts";
import { isNothingTold } from "./told-voices.ts";

/** Whether what was heard is all that the entry says. */
type Hearing = (heard: Heard, line: ToldLine, meant: ToldMeant) => boolean;

const hearings: readonly Hearing[] = [
  hearMoneyBeside,
  hearTaken,
  hearGoneOtherwise,
  hearGivenUp,
  hearLockedOut,
  hearToldToThem,
  hearDeniedMoney,
  hearDeniedCode,
  hearUnknownName,
  hearPayment,
  hearOtherwise,
  hearNothingKnown,
  hearDeadLine,
  hearDeniedAct,
  hearOwnAct,
  observe,
];

export function readTold(question: ToldQuestion): ToldRead {
  const heard = heardNothing(question);
  for (const [index, entry] of question.told.entries()) {
    const lines = linesOf(question, entry, index);
    if (lines === undefined) heard.notUnderstood.push(index);
    else hearEntry(heard, lines);
  }
  return readOf(question, heard);
}

/** One sentence after the other. Of several, one that nothing is made of is no entry that was not understood. */
function hearEntry(heard: Heard, lines: readonly ToldLine[]): void {
  const { notUnderstood, unheardAt } = heard;
  let isAnythingHeard = false;
  let before: readonly string[] = [];
  const silent: { readonly unknown: readonly number[]; readonly at: readonly number[] }[] = [];
  for (const line of lines) {
    const [unknown, at] = [notUnderstood.length, unheardAt.length];
    before = hearSentence(heard, line, before);
    if (notUnderstood.length === unknown && unheardAt.length === at) isAnythingHeard = true;
    else silent.push({ unknown: notUnderstood.splice(unknown), at: unheardAt.splice(at) });
  }
  if (isAnythingHeard) return;
  notUnderstood.push(...new Set(silent.flatMap(({ unknown }) => unknown)));
  unheardAt.push(...silent.flatMap(({ at }) => at));
}

/** Gives whom it names, for what is said next. */
function hearSentence(heard: Heard, line: ToldLine, before: readonly string[]): readonly string[] {
  hearLiesAndKept(heard, line);
  if (hearThingGone(heard, line) || hearFlow(heard, line)) return before;
  const meant = meantBy(heard, line, before);
  hearings.some((hear) => hear(heard, line, meant));
  return meant.named;
}

/** What was paid in the day after somebody lied was paid to them. */
const isDeceivedIn = ({ isMoney, from, to }: ToldAct, lies: readonly number[]): boolean =>
  isMoney === true && lies.some((lie) => lie <= to && from - lie <= minutesPerDay);

function readOf({ told, world, meaning }: ToldQuestion, heard: Heard): ToldRead {
  const { observations, gone, given, acts, denied, lies, anchors, linksOpened, notUnderstood } = heard;
  const { goneSince, stolenSince, lineDead, metSince, setUpSince } = heard;
  return {
    observations,
    gone,
    given,
    acts: acts.map((act) => (isDeceivedIn(act, lies) ? { ...act, isDeceived: true } : act)),
    denied,
    isKept: heard.isKept || (heard.isInHand && gone.size === 0),
    isBeside: heard.isKept && gone.size === 0 && lineDead === undefined,
    // Who says what they told has told that, or nothing.
    heard:
      lies.length === 0 || told.some(({ says }) => meaning.isSaid(says, "given") || isNothingTold(says))
        ? new Map()
        : heardBy(Math.min(...lies), world),
    anchors,
    unheardAt: new Set(heard.unheardAt),
    linksOpened,
    lies,
    notUnderstood,
    ...(goneSince === undefined ? {} : { goneSince }),
    ...(stolenSince === undefined ? {} : { stolenSince }),
    ...(lineDead === undefined ? {} : { lineDead }),
    ...(metSince === undefined ? {} : { metSince }),
    ...(setUpSince === undefined ? {} : { setUpSince }),
  };
}
