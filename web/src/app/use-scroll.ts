/**
 * How far down each view was read: a place is begun from its top, and found again where it was left, by a tab or by the
 * browser's own way back. Kept for as long as the page.
 */
import { useLayoutEffect } from "react";

const left = new Map<string, number>();

/** Looks again for so many frames until what is on its way is tall enough. */
const framesMax = 90;

export function useScroll(place: string): void {
  // Before the next place is painted: where it is shorter the browser scrolls up, and that was no reader of the place before.
  useLayoutEffect(() => {
    history.scrollRestoration = "manual";
    let frames = 0;
    let frame = 0;
    const wanted = left.get(place) ?? 0;
    const settle = () => {
      const room = document.documentElement.scrollHeight - innerHeight;
      scrollTo({ top: Math.min(wanted, room), behavior: "instant" });
      frames += 1;
      if (room < wanted && frames < framesMax) frame = requestAnimationFrame(settle);
      else frame = 0;
    };
    settle();
    // The browser clamps what is shorter for a moment; only what a reader scrolls is remembered.
    const note = () => {
      if (frame === 0) left.set(place, scrollY);
    };
    const stop = () => {
      cancelAnimationFrame(frame);
      frame = 0;
    };
    addEventListener("scroll", note, { passive: true });
    // Whoever leaves in the very moment in which they scrolled: before anybody draws another place.
    addEventListener("popstate", note, { capture: true });
    addEventListener("wheel", stop, { passive: true });
    addEventListener("touchmove", stop, { passive: true });
    return () => {
      stop();
      removeEventListener("scroll", note);
      removeEventListener("popstate", note, { capture: true });
      removeEventListener("wheel", stop);
      removeEventListener("touchmove", stop);
    };
  }, [place]);
}
