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
import { type Heard, heardNothing, lineOf, meantBy, type ToldLine, type ToldMeant } from "./told-heard.ts";
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
    const line = lineOf(question, entry, index);
    if (line === undefined) {
      heard.notUnderstood.push(index);
      continue;
    }
    hearLiesAndKept(heard, line);
    if (hearThingGone(heard, line) || hearFlow(heard, line)) continue;
    const meant = meantBy(heard, line);
    hearings.some((hear) => hear(heard, line, meant));
  }
  return readOf(question, heard);
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
