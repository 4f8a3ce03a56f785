/** The night as it was told: what the account says, what was counted in the end, and the night itself. */
import { groupDigits } from "../../../src/report/index.ts";
import type { NightTold } from "./night-told.ts";
import { useSpeech } from "./speech.tsx";
import { Stage } from "./stage.tsx";
import type { ToldNight } from "./told-night.ts";

interface ToldTabProps {
  readonly told: ToldNight;
  readonly night: NightTold;
}

export function ToldTab({ told, night }: ToldTabProps) {
  const { words } = useSpeech();
  const concluded = told.lines.filter(({ isConcluded }) => isConcluded).length;
  return (
    <section className="night-view" aria-label={words.asItHappened}>
      <p className="section-lead">{words.toldLead}</p>
      <p className="quiet">
        {words.concludedOf({ done: groupDigits(concluded), wanted: groupDigits(told.lines.length) })}
      </p>
      <Stage night={night} />
    </section>
  );
}
