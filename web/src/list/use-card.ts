/** The emergency card in the order to call, which only the engine knows: what is left to lose while each call's blocks stand. */
import { useEffect, useMemo, useState } from "react";
import { useFailing } from "../app/fallen.tsx";
import { useCase } from "../case/case.tsx";
import { useTelling } from "../telling.ts";
import { conditionsOf, inOrder, type RedCard, redCardOf } from "./red-card.ts";

/** `undefined` until the engine has answered. */
export function useCard(): RedCard | undefined {
  const { data, base } = useTelling();
  const { blocks, engine } = useCase();
  const fail = useFailing();
  const card = useMemo(() => redCardOf({ data, base, blocks }), [data, base, blocks]);
  const [ordered, setOrdered] = useState<RedCard | undefined>(undefined);
  useEffect(() => {
    let isStale = false;
    engine.whileStanding(card.calls.map(conditionsOf)).then((remaining) => {
      if (!isStale) setOrdered(inOrder(card, base, remaining));
    }, fail);
    return () => {
      isStale = true;
    };
  }, [card, base, engine, fail]);
  return ordered;
}
