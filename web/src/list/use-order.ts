/** The list in its best order, and what is left with what is done; asked of the engine whenever either changes. */
import { useEffect, useState } from "react";
import { useCase } from "../case/case.tsx";
import { engineWorker } from "../engine/case-client.ts";
import type { Left } from "../engine/engine.ts";
import type { Order } from "./todo.ts";

export interface Ordered {
  readonly order: Order;
  /** With everything that is ticked, on the list or not. */
  readonly now: Left;
}

/** `undefined` until the engine has answered for the first time; then the last answer, till the next is there. */
export function useOrder(): Ordered | undefined {
  const { base, chosen, done } = useCase();
  const [ordered, setOrdered] = useState<Ordered | undefined>(undefined);
  const measures = [...chosen].sort();
  const ticked = [...done].sort();
  const wanted = JSON.stringify({
    measures,
    // Ticking a thing of the list must not throw the list about: only what is done beside it comes before it.
    before: ticked.filter((measure) => !chosen.has(measure)),
    ticked,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another base is another case, whose answers are others
  useEffect(() => {
    let isStale = false;
    const { measures, before, ticked } = JSON.parse(wanted) as Record<string, readonly string[]>;
    Promise.all([engineWorker.order(measures ?? [], before ?? []), engineWorker.left(ticked ?? [])]).then(
      ([order, now]) => {
        if (!isStale) setOrdered({ order, now });
      },
    );
    return () => {
      isStale = true;
    };
  }, [wanted, base]);
  return ordered;
}
