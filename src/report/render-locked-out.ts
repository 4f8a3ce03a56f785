/**
 * What the owner could still open once things are lost, as text: what they get back to and how, what only if they are
 * first, what rests on something nobody has said or read, and what to do today. An empty list is never good news.
 */
import type { LockedOutAnswer } from "../questions/index.ts";
import { type LockedOutWords, lockedOutWords } from "./locked-out-words.ts";
import { type Paint, paintWith } from "./paint.ts";
import { table } from "./render-cuts.ts";
import type { Speaking } from "./say.ts";
import { type LockedOutTold, type StateTold, tellLockedOut } from "./tell-locked-out.ts";
import { laid } from "./telling.ts";
import type { Lang } from "./words.ts";

export interface LockedOutOptions {
  readonly lang: Lang;
  readonly columns: number;
  readonly colour: boolean;
  /** What was lost, as ground text; the rest of what is held leaks. */
  readonly lost: readonly string[];
}

interface Laying {
  readonly columns: number;
  readonly paint: Paint;
  readonly words: LockedOutWords;
}

export function renderLockedOut(
  answer: LockedOutAnswer,
  world: Speaking,
  { lang, columns, colour, lost }: LockedOutOptions,
): string {
  const words = lockedOutWords(lang);
  const paint = paintWith(colour);
  const laying: Laying = { columns, paint, words };
  const { openOf, rests, states, today, ...told } = tellLockedOut(answer, world, { lang, lost });
  return [
    `${paint.title(world.person.name[lang])}  ${paint.quiet(world.person.id)}`,
    "",
    ...laid(told.lost, { columns }),
    ...(told.finder === undefined ? [] : laid(told.finder, { columns, paint: paint.quiet })),
    ...laid(openOf, { columns, paint: paint.strong }),
    ...states.flatMap((state) => stateLines(laying, state)),
    ...(today === undefined ? [] : todayLines(laying, today)),
    "",
    paint.title(words.restsOn),
    ...laid(rests, { columns, indent: "  ", paint: paint.quiet }),
  ].join("\n");
}

function stateLines(laying: Laying, told: StateTold): readonly string[] {
  const { paint, columns } = laying;
  const head = ["", ...laid(told.title, { columns, paint: paint.title })];
  if (told.state === "open") return [...head, ...openTable(laying, told)];
  return [
    ...head,
    ...told.groups.flatMap(({ whats, doubts }) => [
      ...whats.flatMap((what) => laid(what, { columns, indent: "  " })),
      ...doubts.flatMap((doubt) =>
        laid(doubt, { columns, indent: "    ? ", hanging: "      ", paint: paint.doubt }),
      ),
    ]),
  ];
}

function openTable({ words, columns, paint }: Laying, { open, mayBeTaken }: StateTold): readonly string[] {
  const titles = [
    { title: words.what, isFlexible: true },
    { title: words.soonest, isRight: true },
    { title: words.how, isFlexible: true },
  ];
  const rows = open.map(({ what, soonest, how }) => [what, soonest, how]);
  return [
    ...table({ paint }, titles, rows, columns),
    ...(mayBeTaken === undefined
      ? []
      : [
          ...laid(mayBeTaken.said, { columns, indent: "  ? ", hanging: "    ", paint: paint.doubt }),
          ...laid(mayBeTaken.whats, { columns, indent: "    ", paint: paint.doubt }),
        ]),
  ];
}

function todayLines(
  { columns, paint }: Laying,
  { title, items, nothing, together, left }: NonNullable<LockedOutTold["today"]>,
): readonly string[] {
  return [
    "",
    ...laid(title, { columns, paint: paint.title }),
    ...(nothing === undefined ? [] : laid(nothing, { columns, indent: "  " })),
    ...items.flatMap((item) => [
      ...laid(item.title, { columns, indent: "  ", hanging: "    ", paint: paint.stops }),
      ...laid(item.opens, { columns, indent: "    ", paint: paint.quiet }),
    ]),
    ...(together === undefined ? [] : laid(together, { columns, indent: "  " })),
    ...(left === undefined ? [] : laid(left, { columns, indent: "  ", paint: paint.doubt })),
  ];
}
