/** The hand's own controls: a range over the night, play and pause, from step to step; and what they tell a screen reader. */
import { useCallback, useEffect, useRef } from "react";
import { goneAt, unsizedAt } from "./at-moment.ts";
import type { NightTold } from "./night-told.ts";
import { type Playhead, useAtPlayhead, useHand, useMoment, usePlayhead } from "./playhead.ts";
import { sayClock, sayEntry, sayGone } from "./saying.ts";
import { useSpeech } from "./speech.tsx";
import "./hand.css";
import { marks } from "../../../src/report/index.ts";

/** As fine as a finger on a wide screen. */
const rangeSteps = 2_000;

interface PlayerProps {
  readonly nights: readonly NightTold[];
}

export function Player({ nights }: PlayerProps) {
  const { words } = useSpeech();
  const playhead = usePlayhead();
  const isPlaying = useAtPlayhead((hand) => hand.isPlaying());
  return (
    <div className="night-player">
      <Now nights={nights} />
      <Range night={nights[0]} />
      <div className="night-buttons">
        <button type="button" onClick={() => playhead.step(-1)}>
          <span aria-hidden="true">◀ </span>
          {words.previous}
        </button>
        <button
          type="button"
          className="primary night-play"
          onClick={() => (isPlaying ? playhead.pause() : playhead.play())}
        >
          <span aria-hidden="true">{isPlaying ? "❚❚ " : "▶ "}</span>
          {isPlaying ? words.pause : words.play}
        </button>
        <button type="button" onClick={() => playhead.step(1)}>
          {words.next}
          <span aria-hidden="true"> ▶</span>
        </button>
      </div>
      <Told night={nights[0]} />
    </div>
  );
}

/** The clock, and what is gone by it. */
function Now({ nights }: PlayerProps) {
  const { telling, words } = useSpeech();
  const minute = useAtPlayhead((hand) => Math.round(hand.minute()));
  const [first, second] = nights;
  return (
    <p className="night-now">
      <span className="night-clock">{sayClock(first?.startsAt, minute, telling.lang)}</span>
      <span className="night-since">{words.sinceStart(minute)}</span>
      <span className="night-gone">
        {first === undefined ? null : (
          <Gone night={first} name={second === undefined ? undefined : words.without} />
        )}
        {second === undefined ? null : <Gone night={second} name={words.withShort} />}
      </span>
    </p>
  );
}

function Gone({ night, name }: { readonly night: NightTold; readonly name: string | undefined }) {
  const speech = useSpeech();
  const gone = useAtPlayhead((hand) => goneAt(night.money, hand.minute()));
  const unsized = useAtPlayhead((hand) => unsizedAt(night.unsized, hand.minute()));
  const said = sayGone(speech, gone, unsized);
  return (
    <span className={said === undefined ? "none" : "some"}>
      {name === undefined ? null : <span className="night-gone-name">{name}</span>}
      <strong>{said ?? speech.words.nothingGoneYet}</strong>
    </span>
  );
}

function Range({ night }: { readonly night: NightTold | undefined }) {
  const { telling, words } = useSpeech();
  const playhead = usePlayhead();
  const range = useRef<HTMLInputElement>(null);
  useHand(
    useCallback(
      ({ axis, minute, isPlaying }: Playhead) => {
        if (range.current === null) return;
        range.current.value = String(Math.round(axis.place(minute()) * rangeSteps));
        range.current.style.setProperty("--hand", String(axis.place(minute())));
        // While it plays nobody wants it read out again and again.
        if (!isPlaying())
          range.current.setAttribute("aria-valuetext", sayClock(night?.startsAt, minute(), telling.lang));
      },
      [night, telling.lang],
    ),
  );
  return (
    <input
      ref={range}
      type="range"
      className="night-range"
      aria-label={words.time}
      min={0}
      max={rangeSteps}
      defaultValue={Math.round(playhead.axis.place(playhead.minute()) * rangeSteps)}
      onInput={({ currentTarget }) => {
        playhead.pause();
        playhead.goTo(playhead.axis.minute(Number(currentTarget.value) / rangeSteps));
      }}
    />
  );
}

/** Said when somebody steps, never while it plays. */
function Told({ night }: { readonly night: NightTold | undefined }) {
  const speech = useSpeech();
  const steps = useAtPlayhead((hand) => hand.steps());
  const minute = useMoment();
  const { lang } = speech.telling;
  const entries = night?.entries.filter(({ at, until }) => at === minute || until === minute) ?? [];
  const said = useAtPlayhead((hand) => hand.isPlaying())
    ? ""
    : [sayClock(night?.startsAt, minute, lang), ...entries.map((entry) => sayEntry(speech, entry))].join(
        marks[lang].sentence,
      );
  return (
    <p className="unseen" aria-live="polite">
      {steps === 0 ? "" : said}
    </p>
  );
}

/** Keys that move the hand wherever the focus is, except in what has a use for them itself. */
export function useHandKeys(playhead: Playhead): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof Element)) return;
      const isRange = event.target.matches(".night-range");
      if (!isRange && event.target.matches("input, select, textarea")) return;
      if (!moved(event.key, playhead, isRange, event.target.matches("button, summary, a"))) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [playhead]);
}

/** Whether the key was one of the hand's. A button has its own use for the space bar. */
function moved(key: string, playhead: Playhead, isRange: boolean, isPressed: boolean): boolean {
  if (key === " " && !isPressed) {
    if (playhead.isPlaying()) playhead.pause();
    else playhead.play();
  } else if (key === "ArrowRight" || key === "ArrowLeft") playhead.step(key === "ArrowRight" ? 1 : -1);
  else if (isRange && (key === "Home" || key === "End")) {
    playhead.pause();
    playhead.goTo(key === "Home" ? 0 : playhead.axis.horizon);
  } else return false;
  return true;
}
