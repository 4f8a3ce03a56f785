/** One night the model plays, and beside it the same night under other measures. */
import { useEffect, useState } from "react";
import { Choosing, type ChoosingProps, sayCompared, useCompared } from "./choosing.tsx";
import { playNight } from "./night-client.ts";
import type { NightTold } from "./night-told.ts";
import { useSpeech } from "./speech.tsx";
import { Stage } from "./stage.tsx";

interface PlayedNightProps extends ChoosingProps {
  readonly seed: number;
  readonly run: number;
  readonly setRun: (run: number) => void;
}

interface Nights {
  readonly night: NightTold;
  readonly beside?: { readonly night: NightTold; readonly ids: readonly string[] };
}

export function PlayedNight({ seed, run, setRun, ...choosing }: PlayedNightProps) {
  const speech = useSpeech();
  const { words } = speech;
  const { played, measures } = choosing;
  const compared = useCompared(played.comparing, measures);
  const [nights, setNights] = useState<Nights | "failed" | undefined>(undefined);
  const ids = compared?.ids.join("\n");
  const { thieves, owner } = played;
  useEffect(() => {
    let isStale = false;
    const play = (more: readonly string[]) => playNight({ thieves, owner, measures: more }, { seed, run });
    const more = ids?.split("\n");
    Promise.all([play([]), more === undefined ? undefined : play(more)]).then(
      ([night, other]) => {
        if (isStale) return;
        setNights(
          other === undefined || more === undefined
            ? { night }
            : { night, beside: { night: other, ids: more } },
        );
      },
      () => isStale || setNights("failed"),
    );
    return () => {
      isStale = true;
    };
  }, [thieves, owner, ids, seed, run]);
  return (
    <section className="night-view" aria-label={words.played}>
      <p className="section-lead">{words.playedLead}</p>
      <Choosing {...choosing} />
      <p className="night-which-run">
        <strong data-run={run}>{words.nightNumber(run + 1)}</strong>
        <button type="button" className="primary" onClick={() => setRun(run + 1)}>
          {words.anotherNight}
        </button>
      </p>
      {nights === undefined ? (
        <p role="status">{words.opening}</p>
      ) : nights === "failed" ? (
        <p role="alert">{words.failed}</p>
      ) : (
        <Stage
          night={nights.night}
          beside={
            nights.beside && {
              night: nights.beside.night,
              measures: sayCompared(speech, nights.beside.ids, measures),
            }
          }
        />
      )}
    </section>
  );
}
