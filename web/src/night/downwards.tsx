/**
 * A night from top to bottom, for a phone and for whoever wants it as a list: what happened, one below the other, the
 * blocks that are in question as threads beside it. Rows are drawn once; the hand moves one class and the list after it.
 */
import { memo, useCallback, useMemo, useRef } from "react";
import { capitalised } from "../telling.ts";
import { isSetAt } from "./at-moment.ts";
import { OneEntry } from "./at-this-moment.tsx";
import { grouped } from "./lanes.ts";
import { headingOf, type NightTold } from "./night-told.ts";
import { type Playhead, useHand, usePlayhead } from "./playhead.ts";
import { type Row, rowsOf } from "./rounds.ts";
import { sayBlock, sayClock, sayEntry, sayHour } from "./saying.ts";
import { useSpeech } from "./speech.tsx";
import "./downwards.css";
import { marks } from "../../../src/report/index.ts";

interface DownwardsProps {
  readonly night: NightTold;
  /** The list moves with the hand. */
  readonly follows: boolean;
}

const beginOf = (row: Row): number => (row.kind === "one" ? row.entry.at : row.entries[0]!.at);
const endOf = (row: Row): number => (row.kind === "one" ? row.entry.until : row.entries.at(-1)!.until);

/** Threads beside the list; more would be a carpet. */
const threadsMax = 3;

export function Downwards({ night, follows }: DownwardsProps) {
  const list = useRef<HTMLOListElement>(null);
  const rows = useMemo(() => rowsOf(night.entries), [night]);
  const begins = useMemo(() => rows.map(beginOf), [rows]);
  useHand(
    useCallback(
      ({ minute }: Playhead) => {
        const at = begins.findLastIndex((begin) => begin <= minute());
        const now = list.current?.children[Math.max(0, at)];
        const before = list.current?.querySelector(":scope > .now");
        if (now === undefined || now === before) return;
        before?.classList.remove("now");
        now.classList.add("now");
        if (follows && before !== null) intoView(now);
      },
      [begins, follows],
    ),
  );
  return <DrawnRows night={night} rows={rows} list={list} />;
}

/** Between the top of the window and what covers its lower part; nothing moves while it is well in sight. */
function intoView(row: Element): void {
  const dock = row.closest(".night-stage")?.querySelector(".night-dock");
  const floor = dock?.getBoundingClientRect().top ?? innerHeight;
  const { top, bottom } = row.getBoundingClientRect();
  if (top > 0 && bottom < floor) return;
  scrollTo({ top: scrollY + top - floor * 0.25, behavior: "instant" });
}

interface DrawnRowsProps {
  readonly night: NightTold;
  readonly rows: readonly Row[];
  readonly list: React.RefObject<HTMLOListElement | null>;
}

const DrawnRows = memo(function DrawnRows({ night, rows, list }: DrawnRowsProps) {
  const speech = useSpeech();
  const { telling, words } = speech;
  const playhead = usePlayhead();
  const threads = useMemo(() => threadsOf(night), [night]);
  if (rows.length === 0) return <p className="quiet">{words.nothingHappens}</p>;
  return (
    <>
      {threads.length === 0 ? null : (
        <ul className="night-threads">
          {threads.map((condition, i) => (
            <li key={condition} className={`thread-${i}`}>
              {capitalised(sayBlock(speech, condition))}
            </li>
          ))}
        </ul>
      )}
      <ol className="night-down" ref={list}>
        {rows.map((row) => {
          const at = beginOf(row);
          const key = row.kind === "one" ? keyOf(row) : `rounds ${at}`;
          return (
            <li key={key} data-at={at}>
              <button
                type="button"
                className="night-go"
                aria-label={sayClock(night.startsAt, at, telling.lang)}
                onClick={() => {
                  playhead.pause();
                  playhead.goTo(at);
                }}
              >
                {sayHour(night.startsAt, at, telling.lang)}
              </button>
              <span className="night-rail" aria-hidden="true">
                {threads.map((condition, i) => (
                  <span key={condition} className={`thread thread-${i} ${stateOf(night, condition, row)}`} />
                ))}
              </span>
              {row.kind === "one" ? (
                <OneEntry entry={row.entry} night={night} isBrief />
              ) : (
                <Rounds row={row} night={night} />
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
});

const keyOf = ({ entry }: Extract<Row, { kind: "one" }>): string =>
  entry.kind === "step"
    ? `step ${entry.id}`
    : `${entry.kind} ${entry.at} ${entry.kind === "seen" ? headingOf(entry.note)?.en : entry.condition}`;

/** The blocks that were set most often, then the first. */
function threadsOf({ blocks }: NightTold): readonly string[] {
  return [...grouped(blocks, ({ condition }) => condition)]
    .sort(([, a], [, b]) => b.length - a.length || a[0]!.from - b[0]!.from)
    .slice(0, threadsMax)
    .map(([condition]) => condition);
}

/** What comes of a block while a row lasts: it stands, it ends, it begins. */
function stateOf({ blocks }: NightTold, condition: string, row: Row): string {
  const its = blocks.filter((block) => block.condition === condition);
  const before = its.some((block) => block.from < beginOf(row) && isSetAt(block, beginOf(row)));
  const after = its.some((block) => isSetAt(block, endOf(row)));
  return before && after ? "set" : before ? "ending" : after ? "beginning" : "";
}

function Rounds({
  row,
  night,
}: {
  readonly row: Extract<Row, { kind: "rounds" }>;
  readonly night: NightTold;
}) {
  const speech = useSpeech();
  const { words, telling } = speech;
  const steps = row.round
    .map((entry) =>
      entry.kind === "look" ? words.looks(sayBlock(speech, entry.condition)) : sayEntry(speech, entry),
    )
    .join(marks[telling.lang].comma);
  return (
    <div className="night-entry rounds">
      <p className="night-entry-title">
        {words.again({ steps, times: row.times })}{" "}
        <span className="quiet">
          {sayHour(night.startsAt, beginOf(row), telling.lang)}–
          {sayHour(night.startsAt, endOf(row), telling.lang)}
        </span>
      </p>
      <details>
        <summary>{words.eachOne}</summary>
        <ol className="night-each">
          {row.entries.map((entry) => (
            <li key={entry.kind === "step" ? `step ${entry.id}` : `${entry.kind} ${entry.at}`}>
              <OneEntry entry={entry} night={night} />
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
