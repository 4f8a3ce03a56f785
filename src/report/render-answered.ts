/** What answering a notice in time stops: who is told of what waits, until when, and how it is called off. */

import { minutesPerDay, splitCapability } from "../model/index.ts";
import type { AnsweredInPart, AuditAnswer, Loss, Notice } from "../questions/index.ts";
import { auditWords } from "./audit-words.ts";
import { basisWords } from "./basis-words.ts";
import { inBrackets, marks } from "./marks.ts";
import { sayCondition, sayInstitution, sayThing } from "./say.ts";
import { sayDuration, sayMoney } from "./say-amounts.ts";
import { sayHours } from "./say-pattern.ts";
import { sayLossTitles } from "./say-verdicts.ts";
import { laid, sayFlow, type Telling } from "./telling.ts";
import { either, verdictWords } from "./verdict-words.ts";

/** Losses that the same notices stop. */
export interface AnsweredAlike extends Omit<AnsweredInPart, "goal"> {
  readonly losses: readonly Loss[];
  /** It is not surely stopped. */
  readonly isInPart: boolean;
}

/** In the order of the answer. */
export function answeredAlike({
  answered,
  answeredInPart,
  losses,
}: Pick<AuditAnswer, "answered" | "answeredInPart" | "losses">): readonly AnsweredAlike[] {
  const groups = new Map<string, AnsweredAlike>();
  const add = ({ goal, ...how }: AnsweredInPart, isInPart: boolean) => {
    const key = JSON.stringify([how, isInPart]);
    const more = losses.filter((loss) => loss.goal === goal);
    groups.set(key, { losses: [...(groups.get(key)?.losses ?? []), ...more], ...how, isInPart });
  };
  for (const each of answered) add(each, false);
  for (const each of answeredInPart) add(each, true);
  return [...groups.values()];
}

/** What answering makes of losses it does not surely stop; absent: it stops them. */
export function sayInPart(
  { lang, currency }: Pick<Telling, "lang"> & { readonly currency: string | undefined },
  { isInPart, limitsTo }: Pick<AnsweredAlike, "isInPart" | "limitsTo">,
): string | undefined {
  const words = auditWords(lang);
  if (!isInPart) return undefined;
  if (limitsTo === undefined) return words.answerAtSomeHours;
  const { amount, of, withinMinutes } = limitsTo;
  return words.answerLimits({
    amount: sayMoney(amount, currency, lang),
    of: of === undefined ? undefined : sayMoney(of, currency, lang),
    within: sayDuration(withinMinutes, lang),
  });
}

/** A time to act in is rounded down: of days only whole hours are told. */
const toActIn = (minutes: number): number =>
  minutes >= minutesPerDay ? Math.floor(minutes / 60) * 60 : Math.floor(minutes);

/** A notice in three sentences: what waits and who is told, how it is called off, when it comes; a fourth where that must be at some hours. */
export function sayNotice(telling: Pick<Telling, "world" | "lang">, notice: Notice): readonly string[] {
  const { world, lang } = telling;
  const words = auditWords(lang);
  const {
    institution,
    flow,
    seenBy,
    heldBackBy,
    calledOffBy,
    first,
    withinMinutes,
    notBeforeMinutes,
    toldIn,
    basis,
  } = notice;
  const quoted = first.map((step) => words.named(sayFlow(telling, step.institution, step.flow)));
  const waits = {
    where: sayInstitution(world, institution, lang),
    flow: sayFlow(telling, institution, flow),
    seen: [...new Set(seenBy.map((each) => saySeen(telling, each)))].join(marks[lang].list),
  };
  const until = heldBackBy?.map((each) => sayCondition(world, each, lang)).join(marks[lang].list);
  return [
    (until === undefined ? words.noticeWaits(waits) : words.noticeHeldBack({ ...waits, until })) +
      (basis === null ? "" : inBrackets(basisWords[basis].word[lang], lang)),
    words.noticeCall({
      by: sayFlow(telling, institution, calledOffBy),
      first: quoted.length === 0 ? undefined : quoted.join(marks[lang].list),
      within: sayDuration(toActIn(withinMinutes), lang),
    }),
    words.noticeFrom(sayDuration(notBeforeMinutes, lang)),
    ...(toldIn === undefined ? [] : [words.noticeInHours(sayHours(toldIn, lang))]),
  ];
}

/** By what a thing is how it tells: texts come to a line, mail to a mailbox, the rest is seen on it. */
function saySeen({ world, lang }: Pick<Telling, "world" | "lang">, capability: string): string {
  const words = auditWords(lang);
  const thing = splitCapability(capability)?.subjects[0] ?? capability;
  const said = sayThing(world, thing, lang);
  if (thing.startsWith("line.")) return words.seenAsText(said);
  return thing.startsWith("mailbox.") ? words.seenAsMail(said) : words.seenAsNotice(said);
}

/** More names than these hide what is to be done. */
const noticesMax = 3;

/** What answering comes to, in a sentence for the first screen; absent: nothing is known that an answer stops. */
export function sayAnswerFirst(
  telling: Pick<Telling, "world" | "lang">,
  answer: AuditAnswer,
): string | undefined {
  const { world, lang } = telling;
  const words = verdictWords(lang);
  const told = answer.answered.flatMap(({ notices }) =>
    notices.map(({ institution, flow }) =>
      words.noticeOf(sayFlow(telling, institution, flow), sayInstitution(world, institution, lang)),
    ),
  );
  const names = [...new Set(told)];
  if (names.length === 0) return undefined;
  const more = names.length - noticesMax;
  return words.answerFirst({
    notices: either(more > 0 ? [...names.slice(0, noticesMax), words.moreNotices(more)] : names, lang),
    count: answer.answered.length,
    of: answer.losses.filter(({ reachable }) => reachable).length,
  });
}

export function answeredLines(telling: Telling): readonly string[] {
  const { answer, words, columns, paint } = telling;
  if (answer.answering === "open")
    return laid(words.answeringOpen, { columns, indent: "  ", paint: paint.doubt });
  return answeredAlike(answer).flatMap(({ losses, notices, ...how }) => [
    ...laid(sayLossTitles(telling, losses), { columns, indent: "  " }),
    ...[sayInPart({ lang: telling.lang, currency: answer.currency }, how) ?? []]
      .flat()
      .flatMap((said) => laid(said, { columns, indent: "    ", paint: paint.doubt })),
    ...(notices.length > 1 ? laid(words.answerAll, { columns, indent: "    ", paint: paint.doubt }) : []),
    ...notices.flatMap((notice) => {
      const [waits = "", call = "", from = "", hours] = sayNotice(telling, notice);
      return [
        ...laid(waits, { columns, indent: "    ", hanging: "      " }),
        ...laid(call, { columns, indent: "      ", paint: paint.stops }),
        ...laid(from, { columns, indent: "      ", paint: paint.quiet }),
        ...(hours === undefined ? [] : laid(hours, { columns, indent: "      ", paint: paint.doubt })),
      ];
    }),
  ]);
}
