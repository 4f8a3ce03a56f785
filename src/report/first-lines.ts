/** What to do first as text: the habit of today, then the calls of the night; never an empty list where something is open. */
import { callsInOrder, callsMax, firstMeasure, sayCall, sayNoLock } from "./first-things.ts";
import { marks } from "./marks.ts";
import { sayAnswerFirst } from "./render-answered.ts";
import { blocksOfTheNight, sayBlockOfTheNight } from "./render-cuts.ts";
import { isAnyPlaceAlone, isOpen } from "./say-verdicts.ts";
import { laid, measureOf, sayMeasureAt, type Telling } from "./telling.ts";
import { verdictWords } from "./verdict-words.ts";

/** The section of a text: the habit of today, then the calls of the night. */
export function firstLines(telling: Telling): readonly string[] {
  const { answer, world, lang, columns } = telling;
  const words = verdictWords(lang);
  const calls = callsInOrder(answer, world);
  if (calls.length === 0) return withoutCalls(telling);
  // Where nothing near is left to stop, that no habit stops it would be said of nothing.
  const without = isAnyPlaceAlone(answer)
    ? `${words.blockCredit}${marks[lang].gap}${words.writeDownOnly}`
    : answer.losses.some(isOpen)
      ? words.writeDown
      : words.writeDownOnly;
  return [
    ...todayLines(telling, without, words.today),
    ...noLockLines(telling),
    ...answerFirstLines(telling),
    ...laid(words.ifItHappens, { columns, indent: "  " }),
    ...calls
      .slice(0, callsMax)
      .flatMap((call, i) =>
        laid(sayCall(telling, call), { columns, indent: `  ${i + 1} `, hanging: "    " }),
      ),
    // The night is short, and the rest is not nothing.
    ...(calls.length <= callsMax
      ? []
      : laid(words.moreCalls(calls.length - callsMax), {
          columns,
          indent: "    ",
          paint: telling.paint.quiet,
        })),
  ];
}

/** What stands open because nothing locks it. */
function noLockLines({ answer, world, lang, columns }: Telling): readonly string[] {
  const said = sayNoLock(answer, world, lang);
  return said === undefined ? [] : laid(said, { columns, indent: "  ", hanging: "    " });
}

/** Whoever is told of what waits has the surest act of all. */
function answerFirstLines(telling: Telling): readonly string[] {
  const said = sayAnswerFirst(telling, telling.answer);
  return said === undefined ? [] : laid(said, { columns: telling.columns, indent: "  ", hanging: "    " });
}

/** Nobody is to be called: the habit all the same, and what is set from afar; of nothing open nothing is to be done. */
function withoutCalls(telling: Telling): readonly string[] {
  const { answer, lang, columns } = telling;
  const words = verdictWords(lang);
  const blocks = blocksOfTheNight(answer);
  if (firstMeasure(answer) === undefined && !answer.losses.some(isOpen)) return [];
  return [
    ...todayLines(telling, isAnyPlaceAlone(answer) ? words.blockCredit : words.nobodyToCall, words.todayOnly),
    ...noLockLines(telling),
    ...answerFirstLines(telling),
    ...(blocks.length === 0 ? [] : laid(words.atOnce, { columns, indent: "  " })),
    ...blocks.flatMap((power) => laid(sayBlockOfTheNight(telling, power), { columns, indent: "    " })),
  ];
}

/** The one habit and how it is done; `without`: what is said where there is none. */
function todayLines(
  telling: Telling,
  without: string,
  today: (measure: string) => string,
): readonly string[] {
  const { answer, lang, columns, paint } = telling;
  const measure = firstMeasure(answer);
  const how = measure === undefined ? undefined : measureOf(answer, measure)?.how;
  const said = measure === undefined ? without : today(sayMeasureAt(telling, measure));
  return [
    ...laid(said, { columns, indent: "  ", hanging: "    ", paint: paint.stops }),
    ...(how === undefined ? [] : laid(how[lang], { columns, indent: "    ", paint: paint.quiet })),
  ];
}
