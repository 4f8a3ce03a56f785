/** Every row of every file in the order of time, and a window of it: what a reader sees of a hundred thousand rows. */
import { minuteOf, type Row } from "../../../src/evidence/index.ts";
import type { InvestigateAnswer } from "../../../src/investigate/index.ts";

type Actor = InvestigateAnswer["timeline"][number]["actor"];

export interface TimelineRow {
  /** As the file has it: `2020-09-04 20:57`, or the day alone; empty: the row names none. */
  readonly when: string;
  readonly file: string;
  readonly row: number;
  readonly said: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly direction?: "in" | "out" | "neutral";
  readonly actor: Actor;
}

export interface LinesAsked {
  /** Else of what was read, whether or not anybody asked what happened. */
  readonly isOfAnswer: boolean;
  readonly from: number;
  readonly count: number;
  /** Only these; absent: all. */
  readonly actor?: Actor;
  /** Rows with these words in them. */
  readonly words?: string;
}

export interface LinesTold {
  readonly lines: readonly TimelineRow[];
  /** How many there are in all. */
  readonly total: number;
  /** The first act of the intruder among them, where there is one. */
  readonly firstTheirs: number | undefined;
}

/** Cost: a sort. */
export function timelineOf(
  rows: readonly Row[],
  answers: readonly { readonly actor: Actor }[],
): readonly TimelineRow[] {
  return rows
    .map((row, i) => ({ row, actor: answers[i]?.actor ?? "unknown", at: momentOfRow(row) }))
    .sort((a, b) => a.at - b.at)
    .map(
      ({ row, actor }): TimelineRow => ({
        when: (row.time ?? row.date ?? "").slice(0, 16).replace("T", " "),
        file: row.file,
        row: row.at.row,
        said: [row.counterparty, row.description]
          .filter((each) => each !== undefined && each !== "")
          .join(" · "),
        ...(row.amount === undefined ? {} : { amount: row.amount }),
        ...(row.currency === undefined ? {} : { currency: row.currency }),
        ...(row.direction === undefined ? {} : { direction: row.direction }),
        actor,
      }),
    );
}

/** A row without a moment comes last: nobody knows where it belongs. */
const momentOfRow = ({ time, date }: Row): number =>
  minuteOf(time ?? `${date ?? ""}T00:00:00Z`) ?? Number.POSITIVE_INFINITY;

export function linesOf(timeline: readonly TimelineRow[], asked: LinesAsked): LinesTold {
  const words = asked.words?.trim().toLowerCase() ?? "";
  const isWanted = ({ actor, said, file, amount = "" }: TimelineRow): boolean =>
    (asked.actor === undefined || actor === asked.actor) &&
    (words === "" || `${said} ${file} ${amount}`.toLowerCase().includes(words));
  const wanted = asked.actor === undefined && words === "" ? timeline : timeline.filter(isWanted);
  const first = wanted.findIndex(({ actor }) => actor === "intruder");
  return {
    lines: wanted.slice(asked.from, asked.from + asked.count),
    total: wanted.length,
    firstTheirs: first < 0 ? undefined : first,
  };
}
