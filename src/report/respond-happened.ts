/** What happened, in the one sentence somebody reads out on the telephone: only what was said to be so. */
import { type Counselled, type Incident, momentText, paidBy } from "../respond/index.ts";
import { marks } from "./marks.ts";
import { respondWords } from "./respond-words.ts";
import { sayTimeOn } from "./say-amounts.ts";
import type { Lang } from "./words.ts";

/** What somebody can take into a hand, in the order in which it is said. */
const goneKinds = {
  device: "goneDevice",
  sim: "goneSim",
  card: "goneCard",
  document: "goneDocument",
} as const;

/** `My phone and SIM card were taken at about 21:10.` */
export function sayWhatHappened(
  incident: Incident,
  lang: Lang,
  { isOnlyTried, unexplained }: Pick<Counselled, "isOnlyTried" | "unexplained">,
): string {
  const words = respondWords(lang);
  const { gone, has, since } = incident;
  const kindOf = (text: string) => /^(?:[a-z-]+\()?([a-z]+)/.exec(text)?.[1] ?? "";
  const kinds = new Set(gone.map(kindOf));
  const hasSim = has.some((text) => kindOf(text) === "sim");
  // A SIM card is in its phone, unless somebody says that it is not.
  if (kinds.has("device") && !hasSim) kinds.add("sim");
  const when = since === undefined ? undefined : timeOf(incident, since.from, lang);
  const things = Object.entries(goneKinds).flatMap(([kind, word]) => (kinds.has(kind) ? [words[word]] : []));
  const isDead = incident.signs.some(({ sign }) => sign === "no-service" || sign === "no-codes");
  const isDiverted = incident.signs.some(({ sign }) => sign === "diverted");
  const isPaid = incident.signs.some(({ sign }) => paidBy(sign) !== undefined);
  const isDoubtful = unexplained.size > 0;
  const isLed = isOnlyTried && incident.signs.some(({ sign }) => sign === "led");
  const isMoved = kinds.has("line") || (isDead && !kinds.has("sim") && !isDoubtful);
  return [
    ...(things.length === 0
      ? []
      : [words.gone({ things: joined(things, words.and, lang), isOne: things.length === 1, when })]),
    ...(isMoved ? [words.numberMoved({ when: things.length === 0 ? when : undefined })] : []),
    ...(isDiverted ? [words.callsDiverted({ when: things.length === 0 ? when : undefined })] : []),
    ...(isPaid ? [words.paidMyself({ when: things.length === 0 ? when : undefined })] : []),
    ...(incident.isSteered
      ? [isPaid ? words.steeredToo : words.steered({ when: things.length === 0 ? when : undefined })]
      : []),
    ...(isDoubtful ? [words.numberDead({ when })] : []),
    ...(things.length === 0 && !isMoved && !isDoubtful && !incident.isSteered && !isPaid && !isDiverted
      ? [
          isLed
            ? words.beingTalked
            : isOnlyTried
              ? words.somebodyTries({ when })
              : // What nobody saw is not told a bank as if it were so.
                incident.signs.length === 0
                ? words.feared({ when })
                : words.somebodyIn({ when }),
        ]
      : []),
  ].join(marks[lang].gap);
}

/** The time of day, with the day where it is another; both as they are said aloud. */
export function timeOf({ at, offset }: Pick<Incident, "at" | "offset">, minutes: number, lang: Lang): string {
  const text = momentText(minutes, offset);
  const [day, time] = [text.slice(0, 10), text.slice(11, 16)];
  return day === momentText(at.to, offset).slice(0, 10) ? time : sayTimeOn({ day, time }, lang);
}

/** `a, b and c`, with the last word of a language between the last two. */
export function joined(parts: readonly string[], and: string, lang: Lang): string {
  const last = parts.at(-1) ?? "";
  const before = parts.slice(0, -1).join(marks[lang].list);
  return before === "" ? last : before + and + last;
}
