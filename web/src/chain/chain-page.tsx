/**
 * The whole picture of a case: the way to one loss, and as much of what stands around it as is asked for. A step opens to
 * everything known of it, and what is switched on there strikes out what it stops where it stands.
 */
import { useMemo, useState } from "react";
import type { Chain } from "../../../src/questions/index.ts";
import { isNear } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { useCase } from "../case/case.tsx";
import { useTelling } from "../telling.ts";
import { StepDetails } from "../way/step-details.tsx";
import "./chain.css";
import { useNarrow } from "../app/use-narrow.ts";
import { ChainList, saySource, WayAlone } from "./chain-list.tsx";
import { ChainPicture } from "./chain-picture.tsx";
import { type Shown, type Stage, viewOf } from "./chain-view.ts";
import { HowMuch, WhichLoss } from "./controls.tsx";
import { foundIn, nothingSought, Seek } from "./seek.tsx";
import { Strip } from "./strip.tsx";
import { useChain, useRunStates } from "./use-chain.ts";
import { chainWords } from "./words.ts";

export function ChainPage() {
  const words = useWords(chainWords);
  const { base } = useCase();
  const losses = useMemo(
    () =>
      base.audit.losses
        .filter(({ reachable }) => reachable)
        .sort((a, b) => (a.earliestMinutes ?? 0) - (b.earliestMinutes ?? 0)),
    [base],
  );
  const [selected, select] = useState<string | undefined>(undefined);
  const goal = losses.some((loss) => loss.goal === selected) ? selected : losses[0]?.goal;
  const chain = useChain(goal);
  return (
    <main className="chain-page">
      <h1>{words.title}</h1>
      <p className="section-lead">
        {goal !== undefined ? words.lead : base.audit.losses.some(isNear) ? words.leadUnread : words.leadNone}
      </p>
      {losses.length === 0 ? null : <WhichLoss losses={losses} goal={goal} select={select} />}
      <Strip />
      {chain === undefined || chain === "failed" ? (
        <p className="chain-waiting" role={chain === "failed" ? "alert" : "status"}>
          {chain === "failed" ? words.failed : words.drawing}
        </p>
      ) : (
        <OneChain key={goal} chain={chain} amount={losses.find((loss) => loss.goal === goal)?.amount} />
      )}
    </main>
  );
}

interface OneChainProps {
  readonly chain: Chain;
  readonly amount: number | undefined;
}

function OneChain({ chain, amount }: OneChainProps) {
  const words = useWords(chainWords);
  const telling = useTelling();
  const { words: common, lang } = telling;
  const { chosen, toggle } = useCase();
  const states = useRunStates(chosen);
  const isNarrow = useNarrow();
  const [shown, setShown] = useState<Shown>({
    stage: chain.goal === undefined ? "reach" : "way",
    ways: new Set(),
    opened: [],
  });
  const [details, openDetails] = useState<number | undefined>(undefined);
  const [isListOpen, openList] = useState(false);
  const [marked, mark] = useState<number | undefined>(undefined);
  const [sought, seek] = useState(nothingSought);
  const view = useMemo(() => viewOf(chain, shown), [chain, shown]);
  const { data } = telling;
  const found = useMemo(() => foundIn(chain, sought, { data }), [chain, sought, data]);
  const onPicture = useMemo(() => new Set(view.cards.flatMap(({ nodes }) => nodes)), [view]);
  const foundHere = [...(found ?? [])].filter((each) => onPicture.has(each));

  const showStage = (stage: Stage) =>
    setShown((last) => ({
      ...last,
      stage,
      ways: stage === "ways" && last.ways.size === 0 ? new Set([0]) : last.ways,
    }));
  const toggleWay = (way: number) =>
    setShown((last) => {
      const isOn = last.stage !== "way" && last.ways.has(way);
      const ways = new Set(last.stage === "way" ? [] : last.ways);
      if (isOn) ways.delete(way);
      else ways.add(way);
      return { ...last, ways, stage: last.stage === "way" ? "ways" : last.stage };
    });
  const openCard = (index: number) => {
    const card = view.cards[index];
    if (card?.kind === "step") openDetails(card.nodes[0]);
    else if (card !== undefined) setShown((last) => ({ ...last, opened: [...last.opened, card.id] }));
  };
  const node = details === undefined ? undefined : chain.nodes[details];
  const place = details === undefined ? -1 : chain.way.indexOf(details);
  if (chain.nodes.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      {isNarrow ? <WayAlone chain={chain} states={states} open={openDetails} /> : null}
      <HowMuch chain={chain} stage={shown.stage} ways={shown.ways} show={showStage} toggleWay={toggleWay} />
      <Seek
        chain={chain}
        sought={sought}
        seek={seek}
        shown={foundHere}
        hidden={(found?.size ?? 0) - foundHere.length}
        showAll={() => showStage("reach")}
        isPicture={!isNarrow}
      />
      {isNarrow ? (
        <ChainList
          chain={chain}
          shown={shown}
          states={states}
          hasWay={found !== undefined}
          found={found}
          open={openDetails}
        />
      ) : (
        <>
          <ChainPicture
            chain={chain}
            view={view}
            states={states}
            lossAmount={amount}
            marked={marked ?? foundHere[sought.at]}
            found={found}
            open={openCard}
          />
          <details
            className="chain-as-list"
            onToggle={({ currentTarget, target }) => {
              if (target === currentTarget) openList(currentTarget.open);
            }}
          >
            <summary>{words.asList}</summary>
            {isListOpen ? (
              <ChainList
                chain={chain}
                shown={shown}
                states={states}
                hasWay
                found={found}
                open={openDetails}
                mark={mark}
              />
            ) : null}
          </details>
        </>
      )}
      {node === undefined ? null : (
        <StepDetails
          step={node}
          place={place < 0 ? words.step : common.step(place + 1)}
          state={states.get(node.step) ?? { kind: "holds" }}
          sourceOf={(asked) => {
            const need = node.needs.find(({ capability }) => capability === asked);
            return need === undefined
              ? common.fromStart
              : saySource({ chain, need, words, fromStart: common.fromStart, lang });
          }}
          things={node.things}
          sets={node.sets}
          chosen={chosen}
          toggle={toggle}
          close={() => openDetails(undefined)}
        />
      )}
    </>
  );
}
