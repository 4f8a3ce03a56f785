/**
 * The chapters of an answer, one at a time: what is longer than a screen is one tap away and not a long way down. On paper
 * all of them follow one another.
 */
import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";

export interface Chapter {
  readonly id: string;
  readonly title: string;
  /** How many things are in it; absent: it is no list. */
  readonly count?: number;
  readonly body: ReactNode;
}

interface ChaptersProps {
  readonly label: string;
  readonly chapters: readonly Chapter[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

export function Chapters({ label, chapters, chosen, choose }: ChaptersProps) {
  const id = useId();
  const tabs = useRef(new Map<string, HTMLButtonElement>());
  const shown = chapters.some((each) => each.id === chosen) ? chosen : chapters[0]?.id;
  const onKeyDown = (event: KeyboardEvent) => {
    const here = chapters.findIndex((each) => each.id === shown);
    const last = chapters.length - 1;
    const there = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: last }[event.key];
    if (there === undefined) return;
    event.preventDefault();
    const next = chapters[there > last ? 0 : there < 0 ? last : there];
    if (next === undefined) return;
    choose(next.id);
    tabs.current.get(next.id)?.focus();
  };
  return (
    <div className="happened-chapters">
      <div role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {chapters.map((each) => (
          <button
            key={each.id}
            ref={(button) => {
              if (button !== null) tabs.current.set(each.id, button);
            }}
            type="button"
            role="tab"
            id={`${id}-${each.id}`}
            aria-controls={`${id}-${each.id}-body`}
            aria-selected={each.id === shown}
            tabIndex={each.id === shown ? 0 : -1}
            onClick={() => choose(each.id)}
          >
            {each.title}
            {each.count === undefined ? null : <span className="happened-many">{each.count}</span>}
          </button>
        ))}
      </div>
      {chapters.map((each) => (
        <div
          key={each.id}
          role="tabpanel"
          id={`${id}-${each.id}-body`}
          aria-labelledby={`${id}-${each.id}`}
          className={each.id === shown ? "happened-chapter" : "happened-chapter other"}
        >
          {each.body}
        </div>
      ))}
    </div>
  );
}
