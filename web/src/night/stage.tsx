/**
 * One night, or two of the same luck one above the other, under one hand: on a desk as pictures over the hours with what
 * is so at this moment beside them, on a phone from top to bottom with the hand at the lower edge.
 */
import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { AtThisMoment } from "./at-this-moment.tsx";
import { Downwards } from "./downwards.tsx";
import type { NightTold } from "./night-told.ts";
import { Picture } from "./picture.tsx";
import { Player, useHandKeys } from "./player.tsx";
import { PlayheadProvider, playheadOn } from "./playhead.ts";
import { sayGone } from "./saying.ts";
import { useSpeech } from "./speech.tsx";
import { axisOf } from "./time-axis.ts";
import { Turns } from "./turns.tsx";

interface StageProps {
  readonly night: NightTold;
  /** The same night under other measures. */
  readonly beside?: { readonly night: NightTold; readonly measures: string } | undefined;
}

/** Names, a night's hours and what is so at this moment have room beside one another. */
const deskQuery = "(min-width: 1000px)";

function useIsDesk(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(deskQuery);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => matchMedia(deskQuery).matches,
  );
}

export function Stage({ night, beside }: StageProps) {
  const { words } = useSpeech();
  const isDesk = useIsDesk();
  const minute = useRef(0);
  const playhead = useMemo(() => {
    const moments = [...new Set([...night.moments, ...(beside?.night.moments ?? [])])].sort((a, b) => a - b);
    return playheadOn(axisOf(moments, night.horizon), moments, minute.current);
  }, [night, beside]);
  useEffect(() => {
    const stop = playhead.listen(() => {
      minute.current = playhead.minute();
    });
    return () => {
      stop();
      playhead.pause();
    };
  }, [playhead]);
  useHandKeys(playhead);
  const [isSecond, setSecond] = useState(false);
  const shown = isSecond && beside !== undefined ? beside.night : night;
  const choose =
    beside === undefined ? null : (
      <WhichShown isSecond={isSecond} set={setSecond} measures={beside.measures} />
    );
  return (
    <PlayheadProvider value={playhead}>
      {night.isCutOff ? <p className="night-cut-off">{words.cutOffNote}</p> : null}
      {beside === undefined ? null : <Difference night={night} beside={beside} />}
      {isDesk ? (
        <Desk night={night} beside={beside} shown={shown} choose={choose} />
      ) : (
        <Phone night={night} beside={beside} shown={shown} choose={choose} />
      )}
    </PlayheadProvider>
  );
}

interface LaidOutProps extends StageProps {
  /** Of the two the one whose turning points and moments are told. */
  readonly shown: NightTold;
  readonly choose: ReactNode;
}

function Desk({ night, beside, shown, choose }: LaidOutProps) {
  const { words } = useSpeech();
  return (
    <>
      <div className="night-stage">
        <div className="night-main">
          {beside === undefined ? null : <h2 className="night-variant">{words.without}</h2>}
          <Picture night={night} isBrief={beside !== undefined} />
          {beside === undefined ? null : (
            <>
              <h2 className="night-variant holds">{words.withMeasures(beside.measures)}</h2>
              <Picture night={beside.night} isBrief />
            </>
          )}
          <Legend />
          <Player nights={beside === undefined ? [night] : [night, beside.night]} />
          <p className="night-keys">{words.keys}</p>
        </div>
        <aside className="night-aside" aria-labelledby="at-this-moment">
          <h2 id="at-this-moment">{words.atThisMoment}</h2>
          {choose}
          <AtThisMoment night={shown} />
        </aside>
      </div>
      <h2 className="night-turns-title">{words.turns}</h2>
      <Turns night={shown} />
      <details className="night-as-list">
        <summary>{words.asList}</summary>
        <Downwards night={shown} follows={false} />
      </details>
    </>
  );
}

function Phone({ night, beside, shown, choose }: LaidOutProps) {
  const { words } = useSpeech();
  return (
    <div className="night-stage">
      {choose}
      <h2 className="night-turns-title">{words.turns}</h2>
      <Turns night={shown} />
      <h2 className="night-turns-title">{words.asList}</h2>
      <Downwards night={shown} follows />
      <div className="night-dock">
        <details className="night-sheet">
          <summary>{words.atThisMoment}</summary>
          <AtThisMoment night={shown} />
        </details>
        <Player nights={beside === undefined ? [night] : [night, beside.night]} />
      </div>
    </div>
  );
}

function Difference({
  night,
  beside,
}: Required<Pick<StageProps, "night">> & { readonly beside: NonNullable<StageProps["beside"]> }) {
  const speech = useSpeech();
  const { words } = speech;
  const [before, after] = [night.loss, beside.night.loss];
  const [placesBefore, placesAfter] = [night.unsized.length, beside.night.unsized.length];
  /** Below zero: less is gone with the measures; sums first, then places nobody knows the size of. */
  const change = Math.sign(after - before) || Math.sign(placesAfter - placesBefore);
  const said = {
    measures: beside.measures,
    before: sayGone(speech, before, placesBefore) ?? words.noneGone,
    after: sayGone(speech, after, placesAfter) ?? words.noneGone,
  };
  const say = change < 0 ? words.spares : change > 0 ? words.costsMore : words.sparesNothing;
  return (
    <p className={`night-difference ${change < 0 ? "holds" : ""}`} data-difference={before - after}>
      {say(said)} <span className="quiet">{words.sameChance}</span>
    </p>
  );
}

interface WhichShownProps {
  readonly isSecond: boolean;
  readonly set: (isSecond: boolean) => void;
  readonly measures: string;
}

/** Whose turning points and moment are told; on a phone also whose night is listed. */
function WhichShown({ isSecond, set, measures }: WhichShownProps) {
  const { words } = useSpeech();
  return (
    <fieldset className="night-which">
      <legend className="unseen">{words.whichShown}</legend>
      <button type="button" aria-pressed={!isSecond} onClick={() => set(false)}>
        {words.without}
      </button>
      <button type="button" aria-pressed={isSecond} onClick={() => set(true)}>
        {words.withMeasures(measures)}
      </button>
    </fieldset>
  );
}

function Legend() {
  const { words } = useSpeech();
  return (
    <ul className="night-legend" aria-hidden="true">
      <li>
        <span className="night-step intruder done" /> {words.theThieves}
      </li>
      <li>
        <span className="night-step owner done" /> {words.theOwner}
      </li>
      <li>
        <span className="night-step intruder done concluded" /> {words.legend_concluded}
      </li>
      <li>
        <span className="night-step intruder failed" /> {words.legend_failed}
      </li>
      <li>
        <span className="night-step delayed" /> {words.legend_waiting}
      </li>
      <li>
        <span className="night-block ours" /> {words.legend_block}
      </li>
      <li>
        <span className="night-block ours undone" /> {words.legend_lifted}
      </li>
      <li>
        <span className="night-block theirs" /> {words.legend_theirs}
      </li>
      <li>
        <span className="night-fold" /> {words.legend_fold}
      </li>
    </ul>
  );
}
