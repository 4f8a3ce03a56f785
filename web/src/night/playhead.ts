/**
 * The hand that passes over a night. Its place is no state of the page's parts: whoever draws it listens and moves one
 * thing; whoever tells what is so at a moment is asked again only when another moment has come.
 */
import { createContext, useContext, useEffect, useSyncExternalStore } from "react";
import type { TimeAxis } from "./time-axis.ts";

export interface Playhead {
  readonly axis: TimeAxis;
  /** Minutes at which something happens, ascending. */
  readonly moments: readonly number[];
  minute(): number;
  isPlaying(): boolean;
  /** How often somebody has stepped: what a screen reader is told of. */
  steps(): number;
  goTo(minute: number): void;
  /** To the next moment, or the one before. */
  step(direction: 1 | -1): void;
  play(): void;
  pause(): void;
  listen(heard: () => void): () => void;
}

/** A night passes in a minute. */
const wholeMillis = 60_000;
/** Whoever wants no motion is shown moment after moment instead. */
const momentMillis = 700;
/** Behind another tab, or with the lid shut, nothing is drawn: then the night waits, and goes on where it was. */
const frameMillisMax = 250;

export function playheadOn(axis: TimeAxis, moments: readonly number[], from = 0): Playhead {
  let minute = from;
  let isPlaying = false;
  let steps = 0;
  let frame = 0;
  const heard = new Set<() => void>();
  const say = () => {
    for (const each of heard) each();
  };
  const move = (to: number) => {
    minute = Math.min(axis.horizon, Math.max(0, to));
    say();
  };
  const pause = () => {
    cancelAnimationFrame(frame);
    isPlaying = false;
    say();
  };
  const next = () => moments.find((at) => at > minute);
  const previous = () => moments.findLast((at) => at < minute);
  return {
    axis,
    moments,
    minute: () => minute,
    isPlaying: () => isPlaying,
    steps: () => steps,
    goTo: move,
    step(direction) {
      if (isPlaying) pause();
      steps += 1;
      move((direction === 1 ? next() : previous()) ?? (direction === 1 ? axis.horizon : 0));
    },
    play() {
      if (isPlaying) return;
      if (minute >= axis.horizon) minute = 0;
      isPlaying = true;
      const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
      let last = performance.now();
      const tick = (now: number) => {
        if (!isPlaying) return;
        if (!isStill) {
          move(axis.minute(axis.place(minute) + Math.min(now - last, frameMillisMax) / wholeMillis));
          last = now;
        } else if (now - last >= momentMillis) {
          move(next() ?? axis.horizon);
          last = now;
        }
        if (minute >= axis.horizon) pause();
        else frame = requestAnimationFrame(tick);
      };
      frame = requestAnimationFrame(tick);
      say();
    },
    pause,
    listen(each) {
      heard.add(each);
      return () => heard.delete(each);
    },
  };
}

const PlayheadContext = createContext<Playhead | undefined>(undefined);
export const PlayheadProvider = PlayheadContext.Provider;

export function usePlayhead(): Playhead {
  const playhead = useContext(PlayheadContext);
  if (playhead === undefined) throw new Error("there is no night to pass over");
  return playhead;
}

/** Draws again only when what it asks for is another. `ask` gives a text, a number or a truth. */
export function useAtPlayhead<Value extends string | number | boolean>(
  ask: (playhead: Playhead) => Value,
): Value {
  const playhead = usePlayhead();
  return useSyncExternalStore(playhead.listen, () => ask(playhead));
}

/** The last moment that has come. */
export const useMoment = (): number =>
  useAtPlayhead(({ moments, minute }) => moments.findLast((at) => at <= minute()) ?? 0);

/** Called at once and whenever the hand moves; for moving one thing without drawing anything again. */
export function useHand(move: (playhead: Playhead) => void): void {
  const playhead = usePlayhead();
  useEffect(() => {
    move(playhead);
    return playhead.listen(() => move(playhead));
  }, [playhead, move]);
}
