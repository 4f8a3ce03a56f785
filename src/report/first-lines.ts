/** What to do first as text: the habit of today, then the calls of the night; never an empty list where something is open. */
import { callsInOrder, callsMax, firstMeasure, sayCall } from "./first-things.ts";
import { blocksOfTheNight, sayBlockOfTheNight } from "./render-cuts.ts";
import { isNear } from "./say-verdicts.ts";
import { laid, measureOf, sayMeasureAt, type Telling } from "./telling.ts";
import { verdictWords } from "./verdict-words.ts";

/** The section of a text: the habit of today, then the calls of the night. */
export function firstLines(telling: Telling): readonly string[] {
  const { answer, world, lang, columns, paint } = telling;
  const words = verdictWords(lang);
  const all = callsInOrder(answer, world);
  if (all.length === 0) return withoutCalls(telling);
  const calls = all.slice(0, callsMax);
  const measure = firstMeasure(answer);
  const how = measure === undefined ? undefined : measureOf(answer, measure)?.how;
  // Where nothing near is left to stop, that no habit stops it would be said of nothing.
  const isOpen = answer.losses.some((loss) => loss.verdict === "reached" || isNear(loss));
  const without = isOpen ? words.writeDown : words.writeDownOnly;
  const today = measure === undefined ? without : words.today(sayMeasureAt(telling, measure));
  return [
    ...laid(today, { columns, indent: "  ", hanging: "    ", paint: paint.stops }),
    ...(how === undefined ? [] : laid(how[lang], { columns, indent: "    ", paint: paint.quiet })),
    ...laid(words.ifItHappens, { columns, indent: "  " }),
    ...calls.flatMap((call, i) =>
      laid(sayCall(telling, call), { columns, indent: `  ${i + 1} `, hanging: "    " }),
    ),
    // The night is short, and the rest is not nothing.
    ...(all.length === calls.length
      ? []
      : laid(words.moreCalls(all.length - calls.length), { columns, indent: "    ", paint: paint.quiet })),
  ];
}

/** Nobody is to be called: the habit all the same, and what is set from afar; of nothing open nothing is to be done. */
function withoutCalls(telling: Telling): readonly string[] {
  const { answer, lang, columns, paint } = telling;
  const words = verdictWords(lang);
  const measure = firstMeasure(answer);
  const how = measure === undefined ? undefined : measureOf(answer, measure)?.how;
  const blocks = blocksOfTheNight(answer);
  const isOpen = answer.losses.some((loss) => loss.verdict === "reached" || isNear(loss));
  if (measure === undefined && !isOpen) return [];
  const said = measure === undefined ? words.nobodyToCall : words.todayOnly(sayMeasureAt(telling, measure));
  return [
    ...laid(said, { columns, indent: "  ", hanging: "    ", paint: paint.stops }),
    ...(how === undefined ? [] : laid(how[lang], { columns, indent: "    ", paint: paint.quiet })),
    ...(blocks.length === 0 ? [] : laid(words.atOnce, { columns, indent: "  " })),
    ...blocks.flatMap((power) => laid(sayBlockOfTheNight(telling, power), { columns, indent: "    " })),
  ];
}
