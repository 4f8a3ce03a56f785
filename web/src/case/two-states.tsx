/** The two states of the founding case, one tap apart, each with what could be lost in it. A landmark: it stands above every view. */
import { useId } from "react";
import { useWords } from "../app/speaking.tsx";
import { type FoundingState, foundingStates } from "../engine/case-data.ts";
import { money, useTelling } from "../telling.ts";
import { caseWords } from "./words.ts";

interface TwoStatesProps {
  readonly chosen: FoundingState;
  readonly choose: (state: FoundingState) => void;
}

export function TwoStates({ chosen, choose }: TwoStatesProps) {
  const telling = useTelling();
  const words = useWords(caseWords);
  const group = useId();
  const { founding } = telling.data;
  if (founding === undefined) return null;
  return (
    <section className="two-states" aria-label={words.whichState}>
      {foundingStates.map((state) => (
        <label key={state} className={state === chosen ? "pill on" : "pill"}>
          <input
            type="radio"
            name={group}
            value={state}
            checked={state === chosen}
            onChange={() => choose(state)}
          />
          {words[`state_${state}`](money(telling, founding.sums[state]))}
        </label>
      ))}
    </section>
  );
}
