/**
 * The cards of a way and the lines between them. It is an ordered list; the picture is how the list is laid out: lanes
 * from left to right where they fit, else one card below the other beside a rail of tracks.
 */
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { StepState } from "../../../src/questions/index.ts";
import type { Way } from "../../../src/reach/index.ts";
import { SavePicture } from "../pictures/save-picture.tsx";
import { useTelling } from "../telling.ts";
import { isAlive } from "./broken.ts";
import { cardsAtFirst, foldSteps } from "./fold.ts";
import { FoldCard } from "./fold-card.tsx";
import { cardWidthFor, type LaneStep, type Lanes, layLanes } from "./lanes.ts";
import { LaneLines, RailLines, type Row } from "./lines.tsx";
import { layRail } from "./rail.ts";
import { routeLines } from "./route.ts";
import { StepCard } from "./step-card.tsx";

interface WayPictureProps {
  readonly way: Way;
  readonly states: readonly StepState[];
  readonly open: (step: number) => void;
}

const trackWidth = 11;
const bandMargin = 9;
const borderWidth = 1;

export function WayPicture({ way, states, open }: WayPictureProps) {
  const { lang } = useTelling();
  const [unfolded, unfold] = useState<Way | undefined>(undefined);
  const isUnfolded = unfolded === way;
  const parts = useMemo(
    () => foldSteps(way.steps, isUnfolded ? way.steps.length : cardsAtFirst),
    [way, isUnfolded],
  );
  const steps = useMemo(() => laneStepsOf(way, parts), [way, parts]);
  const list = useRef<HTMLOListElement>(null);
  const width = useWidth(list);
  const cardWidth = useMemo(() => cardWidthFor(steps, width), [steps, width]);
  const [heights, setHeights] = useState<readonly number[]>([]);
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [lit, light] = useState<number | undefined>(undefined);

  // Heights are known once the browser has set the text; only then can lanes and lines be laid. A text that comes later
  // makes room for itself; what a switch takes out of a card leaves its room, so that no card moves under the hand.
  // biome-ignore lint/correctness/useExhaustiveDependencies: text and width decide the heights, though they are not read here
  useLayoutEffect(() => {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>(":scope > .card-place") ?? [])];
    const bodies = cards.map((card) => card.querySelector<HTMLElement>(".card-body"));
    const measure = () => bodies.map((body) => (body?.offsetHeight ?? 0) + 2 * borderWidth);
    const place = () => setRows(cards.map((card) => ({ top: card.offsetTop, height: card.offsetHeight })));
    setHeights(measure());
    place();
    const observer = new ResizeObserver(() => {
      setHeights((known) => grown(known, measure()));
      place();
    });
    for (const body of bodies) if (body !== null) observer.observe(body);
    return () => observer.disconnect();
  }, [lang, steps, width, cardWidth]);

  const after = useMemo(() => steps.map((step) => step.after), [steps]);
  const lanes = useMemo(
    () =>
      cardWidth === undefined || heights.length !== steps.length
        ? undefined
        : layLanes({ steps, heights, cardWidth }),
    [steps, heights, cardWidth],
  );
  const routes = useMemo(
    () => (lanes === undefined ? undefined : routeLines({ ...lanes, after })),
    [lanes, after],
  );
  const rail = useMemo(() => layRail(after), [after]);
  const isBroken = (card: number) => !(parts[card] ?? []).some((step) => isAlive(states[step]));
  const isLit = (from: number, to: number) => lit === from || lit === to;

  return (
    <>
      <ol
        ref={list}
        className={cardWidth === undefined ? "way rail" : "way lanes"}
        style={
          cardWidth === undefined
            ? { paddingInlineStart: `${rail.width * trackWidth + 14}px` }
            : { height: `${lanes?.height ?? 0}px` }
        }
      >
        {lanes?.lanes.map(({ institution, y, height }) => (
          <li
            key={institution}
            className="lane"
            aria-hidden="true"
            style={{ top: `${y - bandMargin}px`, height: `${height + 2 * bandMargin}px` }}
          />
        ))}
        {parts.map((part, i) => (
          <li
            key={part[0]}
            className="card-place"
            style={placeOf(lanes, cardWidth, i)}
            onPointerEnter={() => light(i)}
            onPointerLeave={() => light(undefined)}
            onFocus={() => light(i)}
            onBlur={() => light(undefined)}
          >
            {part.length > 1 ? (
              <FoldCard way={way} steps={part} unfold={() => unfold(way)} />
            ) : (
              <StepCard
                way={way}
                index={part[0] ?? 0}
                state={states[part[0] ?? 0] ?? { kind: "holds" }}
                open={() => open(part[0] ?? 0)}
              />
            )}
          </li>
        ))}
        {cardWidth === undefined ? (
          <RailLines rail={rail} rows={rows} trackWidth={trackWidth} isBroken={isBroken} isLit={isLit} />
        ) : lanes === undefined || routes === undefined ? null : (
          <LaneLines routes={routes} lanes={lanes} isBroken={isBroken} isLit={isLit} />
        )}
      </ol>
      <SavePicture of={list} what="way" />
    </>
  );
}

/** Each as high as it ever was; the very same list where none has grown, so that nothing is laid anew. */
function grown(known: readonly number[], heights: readonly number[]): readonly number[] {
  const highest = heights.map((height, i) => Math.max(height, known[i] ?? 0));
  return highest.every((height, i) => height === known[i]) ? known : highest;
}

/** A card of several steps stands where the last of them would. */
function laneStepsOf({ steps }: Way, parts: readonly (readonly number[])[]): readonly LaneStep[] {
  const partOf = new Map(parts.flatMap((part, i) => part.map((step) => [step, i] as const)));
  return parts.map((part, i) => {
    const after = part.flatMap((step) => steps[step]?.after ?? []).map((step) => partOf.get(step) ?? i);
    return {
      institution: steps[part.at(-1) ?? 0]?.institution ?? "",
      after: [...new Set(after)].filter((each) => each !== i).sort((a, b) => a - b),
    };
  });
}

function placeOf(lanes: Lanes | undefined, cardWidth: number | undefined, index: number) {
  if (cardWidth === undefined) return {};
  const box = lanes?.boxes[index];
  return {
    width: `${cardWidth}px`,
    ...(box === undefined
      ? { visibility: "hidden" as const }
      : { left: `${box.x}px`, top: `${box.y}px`, height: `${box.height}px` }),
  };
}

/** The width there is, asked again whenever it changes. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => setWidth(element.current?.clientWidth ?? 0), [element]);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current.parentElement ?? element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
