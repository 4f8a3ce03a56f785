/** A card that stands for several steps of a way, and opens. */
import type { Way } from "../../../src/reach/index.ts";
import { useWords } from "../app/speaking.tsx";
import { duration, useTelling } from "../telling.ts";
import { wayWords } from "./words.ts";

interface FoldCardProps {
  readonly way: Way;
  readonly steps: readonly number[];
  readonly unfold: () => void;
}

export function FoldCard({ way, steps, unfold }: FoldCardProps) {
  const telling = useTelling();
  const own = useWords(wayWords);
  const last = way.steps[steps.at(-1) ?? 0];
  return (
    <button type="button" className="card fold" onClick={unfold}>
      <span className="card-body">
        <span className="card-time">{telling.words.after(duration(telling, last?.atMinutes ?? 0))}</span>
        <span className="card-title">{own.moreSteps(steps.length)}</span>
        <span className="card-needs">{own.unfold}</span>
      </span>
    </button>
  );
}
