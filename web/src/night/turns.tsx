/** The turning points as buttons: touched, the hand goes there. */
import { memo } from "react";
import type { NightTold } from "./night-told.ts";
import { useAtPlayhead, usePlayhead } from "./playhead.ts";
import { sayClock, sayTurn, sayTurnName } from "./saying.ts";
import { useSpeech } from "./speech.tsx";

export const Turns = memo(function Turns({ night }: { readonly night: NightTold }) {
  const speech = useSpeech();
  const playhead = usePlayhead();
  const { turns, startsAt } = night;
  // Which of them has come last.
  const latest = useAtPlayhead(({ minute }) => turns.findLastIndex(({ at }) => at <= minute()));
  return (
    <ol className="night-turns" aria-label={speech.words.turns}>
      {turns.map((turn, i) => (
        <li key={turn.kind}>
          <button
            type="button"
            className={`night-turn turn-${turn.kind}`}
            aria-current={i === latest ? "step" : undefined}
            onClick={() => {
              playhead.pause();
              playhead.goTo(turn.at);
            }}
          >
            <span className={`night-flag turn-${turn.kind}`} aria-hidden="true">
              {i + 1}
            </span>
            <span className="night-turn-clock">{sayClock(startsAt, turn.at, speech.telling.lang)}</span>
            <span className="night-turn-name">{sayTurnName(speech, turn)}</span>
            <span className="night-turn-text">{sayTurn(speech, night, turn)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
});
