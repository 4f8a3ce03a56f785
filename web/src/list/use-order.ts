/** The list in its best order, and what is left with what is done; asked of the engine whenever either changes. */
import { useEffect, useState } from "react";
import type { Left, Order } from "../../../src/questions/index.ts";
import { useFailing } from "../app/fallen.tsx";
import { useCase } from "../case/case.tsx";
import { measureOf } from "../telling.ts";

export interface Ordered {
  /** What the owner can do comes first: nobody can wait for an institution. */
  readonly mine: Order;
  /** With all of the owner's own done. */
  readonly theirs: Order;
  /** With everything that is ticked, on the list or not. */
  readonly now: Left;
}

/** `undefined` until the engine has answered for the first time; then the last answer, till the next is there. */
export function useOrder(): Ordered | undefined {
  const { base, engine, chosen, done } = useCase();
  const fail = useFailing();
  const isMine = (id: string) => measureOf(base.audit, id)?.by === "person";
  const [ordered, setOrdered] = useState<Ordered | undefined>(undefined);
  const measures = [...chosen].sort();
  const ticked = [...done].sort();
  const wanted = JSON.stringify({
    mine: measures.filter(isMine),
    theirs: measures.filter((id) => !isMine(id)),
    // Ticking a thing of the list must not throw the list about: only what is done beside it comes before it.
    before: ticked.filter((measure) => !chosen.has(measure)),
    ticked,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another base is another case, whose answers are others
  useEffect(() => {
    let isStale = false;
    const {
      mine = [],
      theirs = [],
      before = [],
      ticked = [],
    } = JSON.parse(wanted) as Record<string, string[]>;
    Promise.all([
      engine.order(mine, before),
      engine.order(theirs, [...before, ...mine]),
      engine.left(ticked),
    ]).then(([first, second, now]) => {
      if (!isStale) setOrdered({ mine: first, theirs: second, now });
    }, fail);
    return () => {
      isStale = true;
    };
  }, [wanted, base, engine, fail]);
  return ordered;
}
