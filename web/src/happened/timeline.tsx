/** Every row of every file in the order of time. Only what is seen is in the page; the rest is asked for as one scrolls. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import { useFailing } from "../app/fallen.tsx";
import { useWords } from "../app/speaking.tsx";
import { Name } from "../things/name.tsx";
import { askLines } from "./client.ts";
import type { LinesAsked, TimelineRow } from "./lines.ts";
import { happenedWords } from "./words.ts";

const rowHeight = 64;
/** Rows are asked for by so many. */
const pageSize = 200;

type Actor = NonNullable<LinesAsked["actor"]>;
const actorWord = {
  owner: "actorOwner",
  helper: "actorHelper",
  intruder: "actorIntruder",
  unknown: "actorUnknown",
} as const;
const actors = Object.keys(actorWord) as Actor[]; // The keys are those of the line above.

/** Whose act a row was is known once somebody asked what happened. */
export function Timeline({ isOfAnswer }: { readonly isOfAnswer: boolean }) {
  const words = useWords(happenedWords);
  const id = useId();
  const [actor, setActor] = useState<Actor>();
  const [search, setSearch] = useState("");
  const { lines, total, all, firstTheirs, isGone, want } = useLines(isOfAnswer, actor, search);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const shown = virtual.getVirtualItems();
  const [from, to] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0];
  useEffect(() => want(from, to), [want, from, to]);
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.timeline}</h2>
      <div className="happened-filter">
        {isOfAnswer ? (
          <label>
            {words.timelineWhose}
            <select
              value={actor ?? ""}
              onChange={({ target }) => setActor(actors.find((each) => each === target.value))}
            >
              <option value="">{words.timelineAll}</option>
              {actors.map((each) => (
                <option key={each} value={each}>
                  {words[actorWord[each]]}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <label>
          {words.timelineSearch}
          <input type="search" value={search} onChange={({ target }) => setSearch(target.value)} />
        </label>
        {firstTheirs === undefined ? null : (
          <button type="button" onClick={() => virtual.scrollToIndex(firstTheirs, { align: "start" })}>
            {words.timelineFirst}
          </button>
        )}
        <p role="status" className="quiet">
          {words.timelineOf(total, all)}
        </p>
      </div>
      {total === 0 ? (
        <p>{isGone ? words.timelineGone : words.timelineEmpty}</p>
      ) : (
        <section
          ref={scroller}
          className="happened-timeline"
          aria-label={words.timeline}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
          tabIndex={0}
        >
          <ol style={{ height: virtual.getTotalSize() }}>
            {shown.map(({ index, start }) => (
              <li
                key={index}
                aria-setsize={total}
                aria-posinset={index + 1}
                className={`happened-line ${isOfAnswer ? (lines.get(index)?.actor ?? "waiting") : "waiting"}`}
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              >
                <Line line={lines.get(index)} isOfAnswer={isOfAnswer} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </section>
  );
}

function Line({
  line,
  isOfAnswer,
}: {
  readonly line: TimelineRow | undefined;
  readonly isOfAnswer: boolean;
}) {
  const words = useWords(happenedWords);
  if (line === undefined) return <span className="quiet">…</span>;
  const { when, said, amount, currency, direction, file, row, actor } = line;
  return (
    <>
      <time>{when === "" ? words.noTime : when}</time>
      <span className="happened-said">
        <Name>{said === "" ? "–" : said}</Name>
      </span>
      <span className="happened-amount">
        {amount === undefined ? "" : `${direction === "in" ? "+" : direction === "out" ? "−" : ""}${amount} `}
        <span lang="en">{currency ?? ""}</span>
      </span>
      <span className="happened-whose">{isOfAnswer ? words[actorWord[actor]] : ""}</span>
      <span className="quiet happened-where">
        <Name>{file}</Name> {words.rowAt(row)}
      </span>
    </>
  );
}

interface Lines {
  readonly lines: ReadonlyMap<number, TimelineRow>;
  readonly total: number;
  /** Without a filter. */
  readonly all: number;
  readonly firstTheirs: number | undefined;
  /** What had them was stopped. */
  readonly isGone: boolean;
  readonly want: (from: number, to: number) => void;
}

/** What was asked for under another filter is dropped when it comes. */
function useLines(isOfAnswer: boolean, actor: Actor | undefined, search: string): Lines {
  const fail = useFailing();
  const [all, setAll] = useState(0);
  const [isGone, setGone] = useState(false);
  const [found, setFound] = useState<Omit<Lines, "want" | "all" | "isGone"> & { readonly of: string }>({
    of: "none",
    lines: new Map(),
    total: 0,
    firstTheirs: undefined,
  });
  const asked = useRef(new Set<string>());
  const of = `${actor ?? ""}\n${search}`;
  const newest = useRef(of);
  newest.current = of;
  const ask = useCallback(
    (page: number) => {
      const key = `${of}\n${page}`;
      if (asked.current.has(key)) return;
      asked.current.add(key);
      const from = page * pageSize;
      const question: LinesAsked = {
        isOfAnswer,
        from,
        count: pageSize,
        words: search,
        ...(actor === undefined ? {} : { actor }),
      };
      askLines(question).then((told) => {
        if (newest.current !== of) {
          asked.current.delete(key);
          return;
        }
        if (told === undefined) {
          setGone(true);
          return;
        }
        if (actor === undefined && search === "") setAll(told.total);
        setFound((before) => ({
          of,
          total: told.total,
          firstTheirs: told.firstTheirs,
          lines: new Map([
            ...(before.of === of ? before.lines : []),
            ...told.lines.map((line, i) => [from + i, line] as const),
          ]),
        }));
      }, fail);
    },
    [of, isOfAnswer, actor, search, fail],
  );
  useEffect(() => {
    asked.current.clear();
    ask(0);
  }, [ask]);
  const want = useCallback(
    (from: number, to: number) => {
      for (let page = Math.floor(from / pageSize); page <= Math.floor(to / pageSize); page += 1) ask(page);
    },
    [ask],
  );
  return { ...found, all: Math.max(all, found.total), isGone, want };
}
