/** One night the model plays, and beside it the same night under other measures. */
import { useEffect, useState } from "react";
import { Choosing, type ChoosingProps, useCompared } from "./choosing.tsx";
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
  readonly beside?: { readonly night: NightTold; readonly measures: string };
}

export function PlayedNight({ seed, run, setRun, ...choosing }: PlayedNightProps) {
  const { words } = useSpeech();
  const { played, measures } = choosing;
  const compared = useCompared(played.comparing, measures);
  const [nights, setNights] = useState<Nights | "failed" | undefined>(undefined);
  const ids = compared?.ids.join("\n");
  const said = compared?.said ?? "";
  const { thieves, owner } = played;
  useEffect(() => {
    let isStale = false;
    const play = (more: readonly string[]) => playNight({ thieves, owner, measures: more }, { seed, run });
    Promise.all([play([]), ids === undefined ? undefined : play(ids.split("\n"))]).then(
      ([night, other]) => {
        if (isStale) return;
        setNights(other === undefined ? { night } : { night, beside: { night: other, measures: said } });
      },
      () => isStale || setNights("failed"),
    );
    return () => {
      isStale = true;
    };
  }, [thieves, owner, ids, said, seed, run]);
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
        <Stage night={nights.night} beside={nights.beside} />
      )}
    </section>
  );
}
