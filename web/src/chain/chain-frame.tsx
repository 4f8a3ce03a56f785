/** What stands around the picture: the time at its top, the institutions' names at its left, what its lines mean. */
import { useMemo } from "react";
import { useWords } from "../app/speaking.tsx";
import { capitalised, useTelling, whereOf } from "../telling.ts";
import { neededMark } from "./chain-card.tsx";
import type { Picture } from "./chain-layout.ts";
import type { ChainView } from "./chain-view.ts";
import { sayStretch } from "./saying.ts";
import { chainWords } from "./words.ts";

export const axisHeight = 30;
/** What a line of text wants. */
const nameRoom = 20;

interface AxisProps {
  readonly picture: Picture;
  readonly zoom: number;
  /** Where the picture begins. */
  readonly left: number;
}

export function Axis({ picture, zoom, left: begins }: AxisProps) {
  const telling = useTelling();
  const words = useWords(chainWords);
  const end = 2 * begins + picture.width * zoom;
  let free = 0;
  return (
    <div className="chain-axis" aria-hidden="true" style={{ height: axisHeight }}>
      {picture.ticks.map((tick) => {
        const left = begins + tick.x * zoom;
        const text = sayStretch(telling, words, tick);
        if (left < free) return null;
        const room = 16 + text.length * (telling.lang === "zh" ? 11 : 8);
        // What would leave the picture stands before its mark instead of behind it.
        const isBefore = left + room > end && left - room >= free;
        free = left + room;
        return (
          <span key={tick.x} style={{ left }} {...(isBefore ? { className: "before" } : {})}>
            {text}
          </span>
        );
      })}
    </div>
  );
}

export function LaneNames({
  picture,
  zoom,
  view,
}: {
  readonly picture: Picture;
  readonly zoom: number;
  readonly view: ChainView;
}) {
  const { data, lang } = useTelling();
  const words = useWords(chainWords);
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { institution, nodes } of view.cards)
      found.set(institution, (found.get(institution) ?? 0) + nodes.length);
    return found;
  }, [view]);
  const nameOf = (institution: string) =>
    data.catalog.institutions.get(institution)?.name ?? { en: institution, zh: institution };
  let free = -Infinity;
  return (
    <div className="chain-names" aria-hidden="true">
      {picture.lanes.map(({ institution, y }) => {
        const top = y * zoom;
        if (top < free) return null; // From very far away there is no room for every name.
        free = top + nameRoom;
        return (
          <span key={institution} className="chain-name" style={{ top }}>
            <strong>
              {capitalised(whereOf({ institution, institutionName: nameOf(institution) }, lang))}
            </strong>{" "}
            <span className="quiet">{words.steps(counts.get(institution) ?? 0)}</span>
          </span>
        );
      })}
    </div>
  );
}

interface KeyProps {
  readonly hasOthers: boolean;
  readonly hasDead: boolean;
  readonly hasNeeded: boolean;
}

/** What the lines mean; nothing is said of lines that are not there. */
export function Key({ hasOthers, hasDead, hasNeeded }: KeyProps) {
  const words = useWords(chainWords);
  const entries = [
    ["way", words.keyWay, true],
    ["meet", words.keyMeet, true],
    ["other", words.keyOther, hasOthers],
    ["dead", words.keyStopped, hasDead],
  ] as const;
  return (
    <ul className="chain-key">
      {hasNeeded ? (
        <li>
          <span className="needed" aria-hidden="true">
            {neededMark}
          </span>
          {words.needed}
        </li>
      ) : null}
      {entries.map(([look, text, isThere]) => (
        <li key={look} className={isThere ? "" : "absent"}>
          <svg aria-hidden="true" width="34" height="14" className={`chain-line ${look}`}>
            <path className="course" d={look === "meet" ? "M1 2H12V7M1 12H12V7H28" : "M1 7H28"} />
            <path className="head" d="M34 7l-7 -4v8z" />
            {look === "meet" ? <circle className="dot" cx="12" cy="7" r="3.5" /> : null}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
