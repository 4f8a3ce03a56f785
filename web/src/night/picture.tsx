/**
 * A night from left to right: what each side did and where, what was blocked and for how long, and the money, all over the
 * same hours. It is drawn once; only the hand that passes over it moves. For those who do not see it the same stands in
 * the list and in the turning points, so all of it is hidden from them.
 */
import { memo, type PointerEvent, useCallback, useMemo, useRef } from "react";
import { SavePicture } from "../pictures/save-picture.tsx";
import { capitalised, money } from "../telling.ts";
import { type BlockLane, type Lane, lanesOf } from "./lanes.ts";
import type { BlockTold, NightTold, Side, StepTold } from "./night-told.ts";
import { useHand, usePlayhead } from "./playhead.ts";
import { type NightWords, sayBlock, sayClock, sayGone, sayHour, sayStep, sayWhere } from "./saying.ts";
import { useSpeech } from "./speech.tsx";
import { hoursOn, type TimeAxis } from "./time-axis.ts";
import "./picture.css";

/** Two hours on the axis closer than this would touch. */
const hourGap = 0.065;
/** A name and the hour beside it. */
const dayGap = 0.09;

interface PictureProps {
  readonly night: NightTold;
  /** Two share the screen: each side is one row. */
  readonly isBrief?: boolean;
}

export function Picture({ night, isBrief = false }: PictureProps) {
  const playhead = usePlayhead();
  const plot = useRef<HTMLDivElement>(null);
  useHand(
    useCallback(({ axis, minute }) => {
      plot.current?.style.setProperty("--hand", String(axis.place(minute())));
    }, []),
  );
  const goThere = (event: PointerEvent<HTMLDivElement>) => {
    if (event.type === "pointermove" && event.buttons === 0) return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    if (event.type === "pointerdown") event.currentTarget.setPointerCapture(event.pointerId);
    playhead.pause();
    playhead.goTo(playhead.axis.minute((event.clientX - left) / width));
  };
  return (
    <>
      <div className={isBrief ? "night-picture brief" : "night-picture"} ref={plot} aria-hidden="true">
        <Drawn night={night} axis={playhead.axis} isBrief={isBrief} />
        <div className="night-over" onPointerDown={goThere} onPointerMove={goThere}>
          <span className="night-veil" />
          <span className="night-hand" />
        </div>
      </div>
      {isBrief ? null : <SavePicture of={plot} what="night" />}
    </>
  );
}

interface DrawnProps {
  readonly night: NightTold;
  readonly axis: TimeAxis;
}

const Drawn = memo(function Drawn({ night, axis, isBrief }: DrawnProps & { readonly isBrief: boolean }) {
  const { words } = useSpeech();
  const { sides, blocks } = useMemo(() => lanesOf(night, { isBrief }), [night, isBrief]);
  return (
    <>
      <Hours night={night} axis={axis} />
      <Flags night={night} axis={axis} />
      <div className="night-folds">
        {axis.folds.map(({ from, until }) => (
          <span key={from} className="night-fold" style={along(axis, from, until)} />
        ))}
      </div>
      {sides.map(({ side, lanes }) => (
        <div key={side} className={`night-side ${side}`}>
          {isBrief ? null : <p className="night-side-name">{nameOf(words, side)}</p>}
          {lanes.map((lane) => (
            <LaneRow key={lane.institution ?? side} lane={lane} side={side} night={night} axis={axis} />
          ))}
        </div>
      ))}
      {blocks.length === 0 ? null : (
        <div className="night-side night-blocks">
          {isBrief ? null : <p className="night-side-name">{words.blocks}</p>}
          {blocks.map((lane) => (
            <BlockRow key={lane.condition} lane={lane} night={night} axis={axis} />
          ))}
        </div>
      )}
      <Money night={night} axis={axis} />
    </>
  );
});

function Hours({ night: { startsAt }, axis }: DrawnProps) {
  const { telling } = useSpeech();
  const hours = hoursOn(axis, startsAt, hourGap);
  let day = "";
  let after = Number.NEGATIVE_INFINITY;
  return (
    <div className="night-hours">
      {hours.map((at) => {
        const said = sayClock(startsAt, at, telling.lang);
        const [first = ""] = said.split(" ");
        const isNew = startsAt !== undefined && first !== day;
        day = first;
        if (axis.place(at) < after || axis.place(at) > 1 - hourGap) return null;
        if (isNew) after = axis.place(at) + dayGap;
        return (
          <span
            key={at}
            className={isNew ? "night-hour new-day" : "night-hour"}
            style={{ left: percent(axis.place(at)) }}
          >
            {isNew ? said : sayHour(startsAt, at, telling.lang)}
          </span>
        );
      })}
      <span className="night-hour last" style={{ left: "100%" }}>
        {sayHour(startsAt, axis.horizon, telling.lang)}
      </span>
    </div>
  );
}

/** Flags closer than this stand one below the other. */
const flagGap = 0.028;

/** The turning points by the numbers they have in their list. */
function Flags({ night: { turns }, axis }: DrawnProps) {
  const ends: number[] = [];
  const flags = turns.map(({ kind, at }, i) => {
    const place = axis.place(at);
    const found = ends.findIndex((end) => end <= place);
    const level = found < 0 ? ends.length : found;
    ends[level] = place + flagGap;
    return { kind, place, level, number: i + 1 };
  });
  return (
    <div className="night-flags" style={{ height: `${ends.length * 19}px` }}>
      {flags.map(({ kind, place, level, number }) => (
        <span
          key={kind}
          className={`night-flag turn-${kind}`}
          style={{ left: percent(place), top: `${level * 19}px` }}
        >
          {number}
        </span>
      ))}
    </div>
  );
}

const percent = (place: number): string => `${(place * 100).toFixed(3)}%`;

/** Left edge and length on the axis; drawn at least a few pixels long by the style. */
const along = (axis: TimeAxis, from: number, until: number) => ({
  left: percent(axis.place(from)),
  width: percent(axis.place(Math.min(until, axis.horizon)) - axis.place(from)),
});

const nameOf = (words: NightWords, side: Side): string =>
  side === "intruder" ? words.theThieves : words.theOwner;

interface LaneRowProps extends DrawnProps {
  readonly lane: Lane;
  readonly side: Side;
}

function LaneRow({ lane, side, night, axis }: LaneRowProps) {
  const speech = useSpeech();
  return (
    <div className="night-lane">
      <span className={lane.institution === undefined ? "night-name night-side-name" : "night-name"}>
        {lane.institution === undefined ? nameOf(speech.words, side) : sayWhere(speech, lane.institution)}
      </span>
      <span className="night-track" style={{ height: `${lane.tracks * 13 + 5}px` }}>
        {lane.steps.map(({ step, track }) => (
          <span
            key={step.id}
            className={`night-step ${step.side} ${step.outcome}${step.note?.isConcluded === true ? " concluded" : ""}`}
            style={{ ...along(axis, step.at, step.waitsFrom ?? step.until), top: `${track * 13 + 3}px` }}
            title={`${sayHour(night.startsAt, step.at, speech.telling.lang)} ${sayStep(speech, step)}`}
          />
        ))}
        {lane.steps
          .filter(({ step }) => step.waitsFrom !== undefined)
          .map(({ step, track }) => (
            <span
              key={step.id}
              className="night-step delayed"
              style={{ ...along(axis, waitsFrom(step), step.until), top: `${track * 13 + 3}px` }}
            />
          ))}
      </span>
    </div>
  );
}

const waitsFrom = ({ waitsFrom: from, until }: StepTold): number => from ?? until;

function BlockRow({ lane, night, axis }: DrawnProps & { readonly lane: BlockLane }) {
  const speech = useSpeech();
  return (
    <div className="night-lane">
      <span className="night-name" title={sayBlock(speech, lane.condition)}>
        {capitalised(sayBlock(speech, lane.condition))}
      </span>
      <span className="night-track" style={{ height: "22px" }}>
        {lane.blocks.map((block) => (
          <span
            key={block.from}
            className={classOf(block)}
            style={along(axis, block.from, block.until)}
            title={`${sayHour(night.startsAt, block.from, speech.telling.lang)} – ${sayHour(night.startsAt, block.until, speech.telling.lang)}`}
          />
        ))}
      </span>
    </div>
  );
}

const classOf = ({ setBy, ended }: BlockTold): string =>
  `night-block ${setBy === "intruder" ? "theirs" : "ours"}${ended === "intruder" && setBy !== "intruder" ? " undone" : ""}`;

const moneyHeight = 76;
/** Figures closer than this would run into one another; the last always stands. */
const figureGap = 0.11;

function Money({ night: { money: moves, loss, unsized }, axis }: DrawnProps) {
  const speech = useSpeech();
  const { telling, words } = speech;
  const rises = moves.filter(({ goal }) => goal !== undefined);
  // What came back was gone for a while.
  const top = Math.max(loss, ...rises.map(({ total }) => total), 1);
  const y = (total: number) => moneyHeight - 2 - (total / top) * (moneyHeight - 26);
  const x = (minute: number) => axis.place(minute) * 1000;
  const line = rises.map(({ at, total }) => `H${x(at)}V${y(total)}`).join("");
  const figures: { readonly place: number; readonly total: number }[] = [];
  for (const { at, total } of [...rises].reverse()) {
    const place = axis.place(at);
    if (figures.every((each) => Math.abs(each.place - place) > figureGap)) figures.push({ place, total });
  }
  return (
    <div className="night-side money">
      <div className="night-lane">
        <span className="night-name">{words.goneSoFar}</span>
        <span className="night-track" style={{ height: `${moneyHeight}px` }}>
          <svg viewBox={`0 0 1000 ${moneyHeight}`} preserveAspectRatio="none" aria-hidden="true">
            <path className="night-money-area" d={`M0 ${y(0)}${line}H1000V${y(0)}Z`} />
            <path className="night-money-line" d={`M0 ${y(0)}${line}H1000`} />
          </svg>
          {figures.map(({ place, total }) => (
            <span
              key={place}
              className={place > 0.5 ? "night-figure before" : "night-figure"}
              style={{ left: percent(place), top: `${y(total) - 22}px` }}
            >
              {money(telling, total)}
            </span>
          ))}
          {rises.length > 0 ? null : (
            <span className={unsized.length > 0 ? "night-figure unsized" : "night-figure none"}>
              {sayGone(speech, 0, unsized.length) ?? words.nothingLost}
            </span>
          )}
        </span>
      </div>
    </div>
  );
}
