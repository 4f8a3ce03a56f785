/** The face of a card on the large picture; everything else about it is in its details. */
import { memo } from "react";
import type { ChainNode, StepState } from "../../../src/questions/index.ts";
import { useWords } from "../app/speaking.tsx";
import { duration, money, useTelling } from "../telling.ts";
import { isAlive } from "../way/broken.ts";
import type { Box } from "../way/lanes.ts";
import { isLater } from "../way/step-card.tsx";
import { wayWords } from "../way/words.ts";
import type { Card } from "./chain-view.ts";
import { sayStretch, sayYield } from "./saying.ts";
import { chainWords } from "./words.ts";

interface ChainCardProps {
  readonly card: Card;
  /** Of the view; what is tapped is told by it. */
  readonly index: number;
  readonly box: Box;
  /** The last of its nodes. */
  readonly node: ChainNode;
  readonly state: StepState;
  readonly isOneOfSeveral: boolean;
  readonly isNeeded: boolean;
  /** Something is looked for, and it is none of it. */
  readonly isAside: boolean;
  /** It is the loss: its amount, where that is known. */
  readonly loss: { readonly amount: number | undefined } | undefined;
  /** Which colour its lane has from far away. */
  readonly tone: number;
}

/** A place every way passes. */
export const neededMark = "◆";

export const ChainCard = memo(function ChainCard({
  card,
  index,
  box,
  node,
  state,
  isOneOfSeveral,
  isNeeded,
  isAside,
  loss,
  tone,
}: ChainCardProps) {
  const telling = useTelling();
  const words = useWords(chainWords);
  const own = useWords(wayWords);
  const { words: common, lang } = telling;
  const kind = card.kind === "step" ? `${state.kind} stage-${card.stage}` : card.kind;
  const doubt = card.kind === "step" && (node.basis.unconfirmed || node.assumed !== undefined);
  return (
    <div
      className={`chain-card ${kind} tone-${tone}${doubt ? " doubted" : ""}${isAside ? " aside" : ""}${loss === undefined ? "" : " loss-card"}`}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      data-card={index}
    >
      {card.kind === "step" ? (
        <div className="chain-face">
          <p className="card-top">
            {isAlive(state) ? (
              <span className="card-time">
                {isLater(node, state)
                  ? own.nowAfter(duration(telling, state.minutes))
                  : common.after(duration(telling, node.atMinutes))}
              </span>
            ) : (
              <span className="card-state">
                {state.kind === "stopped" ? common.stopped : common.fallsToo}
              </span>
            )}
            {state.kind === "changed" ? (
              <span className="mark">{own.changed}</span>
            ) : node.basis.unconfirmed ? (
              <span className="mark">{common.unconfirmed}</span>
            ) : isNeeded ? (
              <span className="needed">{neededMark}</span>
            ) : null}
          </p>
          <p className="card-title">{node.title[lang]}</p>
          <p className="card-gives">
            →{" "}
            {loss?.amount === undefined
              ? sayYield(telling, node, isOneOfSeveral)
              : money(telling, loss.amount)}
          </p>
        </div>
      ) : (
        <div className="chain-face">
          <p className="card-time">{sayStretch(telling, words, card)}</p>
          <p className="card-title">
            {card.kind === "fold" ? words.moreSteps(card.nodes.length) : words.steps(card.nodes.length)}
          </p>
          <p className="card-gives unfold">{words.unfold}</p>
        </div>
      )}
    </div>
  );
});
