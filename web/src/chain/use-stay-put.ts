/** Where the sheet is scrolled to, so that what the reader looks at stays where it is and what is spoken of is seen. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Chain } from "../../../src/questions/index.ts";
import { axisHeight } from "./chain-frame.tsx";
import { cardHeight, type Picture } from "./chain-layout.ts";
import type { ChainView } from "./chain-view.ts";

/** The width there is, asked again whenever it changes. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => setWidth(element.current?.clientWidth ?? 0), [element]);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

interface StayPut {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly chain: Chain;
  readonly view: ChainView;
  readonly picture: Picture;
  readonly zoom: number;
  readonly looked: number;
}

/** Whenever cards lie elsewhere than before, scrolls by as much as the one that is looked at was moved. */
export function useStayPut({ scroller, chain, view, picture, zoom, looked }: StayPut): void {
  const before = useRef<{ chain: Chain; view: ChainView; picture: Picture; looked: string | undefined }>(
    undefined,
  );
  useLayoutEffect(() => {
    const element = scroller.current;
    const last = before.current;
    before.current = { chain, view, picture, looked: view.cards[looked]?.id };
    if (element === null || last === undefined || last.picture === picture) return;
    if (last.chain !== chain) {
      element.scrollTo({ left: 0, top: 0, behavior: "instant" });
      return;
    }
    const placeNow = new Map(view.cards.map(({ id }, i) => [id, i]));
    const middle = {
      x: (element.scrollLeft + element.clientWidth / 2) / zoom,
      y: (element.scrollTop + element.clientHeight / 2) / zoom,
    };
    let kept: { was: number; is: number; distance: number } | undefined;
    for (const [was, { id }] of last.view.cards.entries()) {
      const is = placeNow.get(id);
      const box = last.picture.boxes[was];
      if (is === undefined || box === undefined) continue;
      const distance =
        id === last.looked
          ? -1
          : Math.hypot(box.x + box.width / 2 - middle.x, box.y + cardHeight / 2 - middle.y);
      if (kept === undefined || distance < kept.distance) kept = { was, is, distance };
    }
    if (kept === undefined) return;
    const [from, to] = [last.picture.boxes[kept.was], picture.boxes[kept.is]];
    if (from === undefined || to === undefined) return;
    element.scrollBy({ left: (to.x - from.x) * zoom, top: (to.y - from.y) * zoom, behavior: "instant" });
  }, [scroller, chain, view, picture, zoom, looked]);
}

interface Show {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly picture: Picture;
  readonly zoom: number;
  readonly card: number;
}

/** What the list speaks of is brought into sight, if it is not. */
export function useShow({ scroller, picture, zoom, card }: Show): void {
  useEffect(() => {
    const element = scroller.current;
    const box = picture.boxes[card];
    if (element === null || box === undefined) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
    const [x, y] = [box.x * zoom, box.y * zoom + axisHeight];
    const isSeen =
      x >= scrollLeft &&
      x + box.width * zoom <= scrollLeft + clientWidth &&
      y >= scrollTop + axisHeight &&
      y + box.height * zoom <= scrollTop + clientHeight;
    if (!isSeen)
      element.scrollTo({ left: x - clientWidth / 2, top: y - clientHeight / 2, behavior: "instant" });
  }, [scroller, picture, zoom, card]);
}
