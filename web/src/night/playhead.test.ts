/** The hand passes over a night with the frames that are drawn, and stands still while none is. */
import { afterEach, expect, test, vi } from "vitest";
import { playheadOn } from "./playhead.ts";
import { axisOf } from "./time-axis.ts";

afterEach(() => vi.unstubAllGlobals());

/** A screen that draws when it is told to. */
function screen() {
  let drawn: ((now: number) => void) | undefined;
  vi.stubGlobal("requestAnimationFrame", (draw: (now: number) => void) => {
    drawn = draw;
    return 1;
  });
  vi.stubGlobal("cancelAnimationFrame", () => {
    drawn = undefined;
  });
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  return (now: number) => drawn?.(now);
}

test("with the lid shut for an hour the night goes on where it was", () => {
  const draw = screen();
  const playhead = playheadOn(axisOf([0, 600], 600), [0, 600]);
  const began = performance.now();
  playhead.play();
  for (let i = 1; i <= 10; i += 1) draw(began + i * 16);
  const before = playhead.minute();
  expect(before).toBeGreaterThan(0);
  draw(began + 3_600_000);
  expect(playhead.isPlaying()).toBe(true);
  expect(playhead.minute() - before).toBeLessThan(10);
});
