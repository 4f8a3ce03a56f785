/**
 * The picture of a chain: a sheet that scrolls as any page does, with the institutions' names kept at its left and the
 * time at its top. It is for eyes and pointers; the list beside it says the same to everybody else and marks here what
 * it speaks of.
 *
 * Nothing the reader looks at moves: when more unfolds, the card they point at, or else the one in the middle, keeps its
 * place on the screen.
 */
import { memo, useMemo, useRef, useState } from "react";
import { type Chain, type RunStates, stateOf } from "../../../src/questions/index.ts";
import { useWords } from "../app/speaking.tsx";
import { SavePicture } from "../pictures/save-picture.tsx";
import { isAlive } from "../way/broken.ts";
import { ChainCard } from "./chain-card.tsx";
import { Axis, axisHeight, Key, LaneNames } from "./chain-frame.tsx";
import { layChain, type Picture } from "./chain-layout.ts";
import { ChainLines, Trace } from "./chain-lines.tsx";
import type { ChainView } from "./chain-view.ts";
import { laneOrder } from "./lane-order.ts";
import { flowKey, flowsOfSeveral } from "./saying.ts";
import { useShow, useStayPut, useWidth } from "./use-stay-put.ts";
import { useZoom } from "./use-zoom.ts";
import { chainWords } from "./words.ts";

interface ChainPictureProps {
  readonly chain: Chain;
  readonly view: ChainView;
  readonly states: RunStates;
  readonly lossAmount: number | undefined;
  /** A node the list speaks of. */
  readonly marked: number | undefined;
  /** Nodes that are looked for: the others step back; `undefined`: nothing is. */
  readonly found: ReadonlySet<number> | undefined;
  /** A card of the view was tapped. */
  readonly open: (card: number) => void;
}

/** From this far away text is no text any more: cards become patches of their lane's colour. */
const legible = 0.55;
const farNamesWidth = 190;
const tones = 4;

export function ChainPicture({ chain, view, states, lossAmount, marked, found, open }: ChainPictureProps) {
  const words = useWords(chainWords);
  const scroller = useRef<HTMLElement>(null);
  const width = useWidth(scroller);
  const order = useMemo(() => laneOrder(chain), [chain]);
  const picture = useMemo(() => layChain(view, order, width), [view, order, width]);
  const { zoom, zoomTo, fit } = useZoom(scroller, picture);
  const [pointed, point] = useState<string | undefined>(undefined);
  const markedCard = marked === undefined ? -1 : view.cards.findIndex(({ nodes }) => nodes.includes(marked));
  const pointedCard = pointed === undefined ? -1 : view.cards.findIndex(({ id }) => id === pointed);
  // From far away names no longer fit above their cards and stand beside them.
  const namesWidth = zoom < legible ? farNamesWidth : 0;
  const looked = markedCard >= 0 ? markedCard : pointedCard;
  useStayPut({ scroller, chain, view, picture, zoom, looked });
  useShow({ scroller, picture, zoom, card: markedCard });

  const dead = useMemo(
    () => view.cards.map(({ nodes }) => !nodes.some((node) => isAlive(stateOf(states, chain.nodes[node])))),
    [view, states, chain],
  );
  const cardAt = (target: EventTarget): number | undefined => {
    const card = (target as Element).closest<HTMLElement>("[data-card]")?.dataset["card"]; // Pointers touch elements.
    return card === undefined ? undefined : Number(card);
  };
  return (
    <div className={`chain-sheet${zoom < legible ? " far" : ""}${found === undefined ? "" : " seeking"}`}>
      <div className="chain-hands">
        <button type="button" onClick={() => zoomTo(zoom / 1.25)} aria-label={words.further}>
          −
        </button>
        <output>{words.size(Math.round(zoom * 100))}</output>
        <button type="button" onClick={() => zoomTo(zoom * 1.25)} aria-label={words.nearer}>
          +
        </button>
        <button
          type="button"
          onClick={() => (fit < zoom ? zoomTo(fit) : zoomTo(1))}
          disabled={fit >= 1 && zoom === 1}
        >
          {fit < zoom || fit >= 1 ? words.whole : words.fullSize}
        </button>
        <Key
          hasOthers={view.links.some(({ kind, isQuiet }) => kind === "other" && !isQuiet)}
          hasDead={dead.some(Boolean)}
          hasNeeded={chain.needed.length > 0}
        />
      </div>
      <section
        ref={scroller}
        className="chain-scroller"
        aria-label={words.picture}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        tabIndex={0}
      >
        <div
          className="chain-space"
          style={{ width: namesWidth + picture.width * zoom, height: axisHeight + picture.height * zoom }}
        >
          <Axis picture={picture} zoom={zoom} left={namesWidth} />
          <LaneNames picture={picture} zoom={zoom} view={view} />
          {/* biome-ignore lint/a11y/useKeyWithMouseEvents: whoever has keys has the list */}
          <div
            className="chain-canvas"
            aria-hidden="true"
            style={{
              top: axisHeight,
              left: namesWidth,
              width: Math.max(picture.width, (width - namesWidth) / zoom),
              height: picture.height,
              transform: zoom === 1 ? undefined : `scale(${zoom})`,
            }}
            onClick={({ target }) => {
              const card = cardAt(target);
              if (card !== undefined) open(card);
            }}
            onMouseOver={({ target }) => {
              const card = cardAt(target);
              point(card === undefined ? undefined : view.cards[card]?.id);
            }}
            onMouseLeave={() => point(undefined)}
          >
            {picture.lanes.map(({ institution, y, height }, i) => (
              <div key={institution} className={`chain-lane tone-${i % tones}`} style={{ top: y, height }} />
            ))}
            <ChainLines view={view} picture={picture} dead={dead} />
            <Cards
              chain={chain}
              view={view}
              picture={picture}
              states={states}
              lossAmount={lossAmount}
              found={found}
            />
            {looked < 0 ? null : <Trace view={view} picture={picture} card={looked} />}
          </div>
        </div>
      </section>
      <SavePicture of={scroller} within=".chain-space" what="chain" />
    </div>
  );
}

interface CardsProps extends Pick<ChainPictureProps, "chain" | "view" | "states" | "lossAmount" | "found"> {
  readonly picture: Picture;
}

/** Not drawn again when something is only pointed at or looked at from elsewhere. */
const Cards = memo(function Cards({ chain, view, picture, states, lossAmount, found }: CardsProps) {
  const several = useMemo(() => flowsOfSeveral(chain), [chain]);
  const toneOf = useMemo(
    () => new Map(picture.lanes.map(({ institution }, i) => [institution, i % tones])),
    [picture],
  );
  const needed = useMemo(() => new Set(chain.needed), [chain]);
  const loss = useMemo(() => ({ amount: lossAmount }), [lossAmount]);
  return view.cards.map((card, i) => {
    const number = card.nodes.at(-1) ?? 0;
    const node = chain.nodes[number];
    const box = picture.boxes[i];
    if (node === undefined || box === undefined) return null;
    return (
      <ChainCard
        key={card.id}
        card={card}
        index={i}
        box={box}
        node={node}
        state={states.get(node.step) ?? asFound}
        isOneOfSeveral={several.has(flowKey(node))}
        isNeeded={needed.has(number)}
        isAside={found !== undefined && !card.nodes.some((each) => found.has(each))}
        loss={isLoss(chain, number) ? loss : undefined}
        tone={toneOf.get(card.institution) ?? 0}
      />
    );
  });
});

const asFound = { kind: "holds" } as const;

/** The last step of the way, and of every other way. */
const isLoss = ({ goal, nodes }: Chain, node: number): boolean =>
  goal !== undefined && nodes[node]?.gives.includes(goal) === true;
