/** Asks the worker for a chain and for what measures do to it; what comes too late is dropped. */
import { useEffect, useState } from "react";
import type { Chain, RunStates } from "../../../src/questions/index.ts";
import { useFailing } from "../app/fallen.tsx";
import { useCase } from "../case/case.tsx";

/** `undefined` while it is worked out. */
export function useChain(goal: string | undefined): Chain | "failed" | undefined {
  const { engine } = useCase();
  const [known, setKnown] = useState<{ goal: string | undefined; chain: Chain | "failed" }>();
  useEffect(() => {
    let isStale = false;
    engine.chain(goal).then(
      (chain) => isStale || setKnown({ goal, chain }),
      () => isStale || setKnown({ goal, chain: "failed" }),
    );
    return () => {
      isStale = true;
    };
  }, [engine, goal]);
  return known?.goal === goal ? known?.chain : undefined;
}

const asFound: RunStates = new Map();

/** Until the next answer is there the last one stands, so that nothing flickers. */
export function useRunStates(chosen: ReadonlySet<string>): RunStates {
  const { engine } = useCase();
  const fail = useFailing();
  const [states, setStates] = useState(asFound);
  useEffect(() => {
    let isStale = false;
    if (chosen.size === 0) setStates(asFound);
    else engine.chainUnder([...chosen]).then((found) => isStale || setStates(found), fail);
    return () => {
      isStale = true;
    };
  }, [engine, chosen, fail]);
  return states;
}
