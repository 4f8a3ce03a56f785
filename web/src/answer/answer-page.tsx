/**
 * A case on one page: what could be lost, by which way, what would stop it, how long blocks hold, and what all of it
 * rests on. The order is the order in which somebody frightened wants to know.
 */
import { useState } from "react";
import { useCase } from "../case/case.tsx";
import { Cut } from "../cut/cut.tsx";
import { WayIn } from "../way/way-in.tsx";
import "./answer.css";
import { Coverage } from "./coverage.tsx";
import { Head } from "./head.tsx";
import { Holding } from "./holding.tsx";
import { Honest } from "./honest.tsx";
import { Losses } from "./losses.tsx";
import { Next } from "./next.tsx";
import { TakeAlong } from "./take-along.tsx";
import { Verdicts } from "./verdicts.tsx";

export function AnswerPage() {
  const { base, now, chosen, toggle } = useCase();
  const [selected, select] = useState<string | undefined>(undefined);
  const reached = [...base.audit.losses]
    .filter(({ reachable }) => reachable)
    .sort((a, b) => (a.earliestMinutes ?? 0) - (b.earliestMinutes ?? 0));
  const shown = base.audit.losses.find(({ goal, reachable }) => goal === selected && reachable) ?? reached[0];
  return (
    <main>
      <Head first={reached[0]} now={now} chosen={chosen.size} />
      <Coverage />
      <Losses now={now.audit} shown={shown?.goal} select={select} />
      {shown === undefined ? null : (
        <WayIn
          key={shown.goal}
          loss={shown}
          now={now}
          inReach={base.inReach}
          chosen={chosen}
          toggle={toggle}
        />
      )}
      <Verdicts now={now.audit} />
      <Cut />
      <Holding conditions={now.audit.conditions} />
      <Next />
      <TakeAlong shown={shown} />
      <Honest />
    </main>
  );
}
