/** How near the picture is: by buttons about its middle, by the wheel with Ctrl (and by pinching a pad) about the pointer. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

const least = 0.04;
const most = 1.5;
const bounded = (zoom: number) => Math.min(most, Math.max(least, zoom));

interface Zoom {
  readonly zoom: number;
  readonly zoomTo: (zoom: number) => void;
  /** At which all of it is seen; 1 when there is room for that. */
  readonly fit: number;
}

export function useZoom(
  scroller: RefObject<HTMLElement | null>,
  { width, height }: { readonly width: number; readonly height: number },
): Zoom {
  const [zoom, setZoom] = useState(1);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  /** What is to stay where it is, as a place of the picture and of the screen. */
  const fixed = useRef<{ x: number; y: number; left: number; top: number }>(undefined);
  const latest = useRef(zoom);

  const about = (next: number, left: number, top: number) => {
    const element = scroller.current;
    if (element === null || bounded(next) === latest.current) return;
    const now = latest.current;
    fixed.current = { left, top, x: (element.scrollLeft + left) / now, y: (element.scrollTop + top) / now };
    latest.current = bounded(next);
    setZoom(latest.current);
  };
  useLayoutEffect(() => {
    const element = scroller.current;
    const stays = fixed.current;
    if (element === null || stays === undefined) return;
    fixed.current = undefined;
    element.scrollTo({
      left: stays.x * zoom - stays.left,
      top: stays.y * zoom - stays.top,
      behavior: "instant",
    });
  }, [scroller, zoom]);

  const wheel = useRef(about);
  wheel.current = about;
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    // A wheel speaks several times a frame, and each nearness is a picture to draw: one a frame will do.
    let turnedBy = 0;
    let frame = 0;
    const turned = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      turnedBy += event.deltaY;
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        const { left, top } = element.getBoundingClientRect();
        const next = latest.current * Math.exp(-turnedBy / 400);
        turnedBy = 0;
        frame = 0;
        wheel.current(next, event.clientX - left, event.clientY - top);
      });
    };
    element.addEventListener("wheel", turned, { passive: false });
    // Beside the picture stand the names, above it the time.
    const observer = new ResizeObserver(() =>
      setRoom({ width: element.clientWidth - 200, height: innerHeight * 0.76 - 34 }),
    );
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener("wheel", turned);
      observer.disconnect();
    };
  }, [scroller]);

  return {
    zoom,
    zoomTo: (next) => {
      const element = scroller.current;
      about(next, (element?.clientWidth ?? 0) / 2, (element?.clientHeight ?? 0) / 2);
    },
    fit: room.width === 0 ? 1 : bounded(Math.min(1, room.width / width, room.height / height)),
  };
}
