/** How far one has come, and what could still be lost: before, now, at the end. */

import type { Left } from "../../../src/questions/index.ts";
import { marks } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { firstLossOf, openIn, sayLeft } from "../cut/saying.ts";
import { duration, useTelling } from "../telling.ts";
import type { Listed } from "./listed.ts";
import { listWords } from "./words.ts";

interface ProgressProps {
  readonly listed: Listed;
  /** With what is ticked. */
  readonly now: Left;
  /** With everything on the list done. */
  readonly end: Left;
}

export function Progress({ listed: { doneCount, count }, now, end }: ProgressProps) {
  const words = useWords(listWords);
  const { base } = useTelling();
  const said = words.progress({ done: doneCount, all: count });
  return (
    <div className="progress">
      <p className="progress-said" role="status">
        {count > 0 && doneCount === count ? words.allDone : said}
      </p>
      <progress value={doneCount} max={Math.max(1, count)} aria-label={said} />
      <dl>
        <Stand name={words.before} left={{ ...openIn(base), firstLossMinutes: firstLossOf(base) }} />
        <Stand name={words.withDone} left={now} isNow />
        <Stand name={words.atTheEnd} left={end} />
      </dl>
      {[now, end].some(({ firstLossMinutes }) => firstLossMinutes === null) ? (
        <p className="progress-unread">{words.unreadApart}</p>
      ) : null}
    </div>
  );
}

function Stand({
  name,
  left,
  isNow = false,
}: {
  readonly name: string;
  readonly left: Omit<Left, "lockedOut">;
  readonly isNow?: boolean;
}) {
  const telling = useTelling();
  const words = useWords(listWords);
  const { firstLossMinutes } = left;
  // Only what was there to be lost has been kept.
  const isKept = firstLossMinutes === null && firstLossOf(telling.base) !== null;
  return (
    <div className={`stand${isNow ? " now" : ""}${isKept ? " holds" : ""}`}>
      <dt>{name}</dt>
      <dd>
        <strong>{sayLeft(telling, left)}</strong>
        <span>
          {firstLossMinutes === null
            ? ""
            : `${words.open}${marks[telling.lang].comma}${words.first(duration(telling, firstLossMinutes))}`}
        </span>
      </dd>
    </div>
  );
}
