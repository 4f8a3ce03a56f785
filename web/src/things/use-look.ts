/** The engine's look at what is entered, taken again when it changes; while one is under way the last one stands. */
import { useEffect, useRef, useState } from "react";
import type { KeptPerson } from "../store/people.ts";
import { lookAt } from "./client.ts";
import type { Looked } from "./look.ts";

export interface Look {
  readonly looked: Looked | undefined;
  readonly isLooking: boolean;
  readonly hasFailed: boolean;
}

/** Long enough that typing a name is one look, short enough that an answer shows at once. */
const pauseMs = 250;

export function useLook({ document, held, at }: KeptPerson): Look {
  const [look, setLook] = useState<Look>({ looked: undefined, isLooking: true, hasFailed: false });
  const running = useRef(false);
  const wanted = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    let isStale = false;
    const take = () => {
      if (isStale) return;
      // One at a time: what changed meanwhile is looked at when this one is done, and only the newest of it.
      if (running.current) {
        wanted.current = take;
        return;
      }
      running.current = true;
      setLook((known) => ({ ...known, isLooking: true }));
      lookAt({ document, held, ...(at === undefined ? {} : { at }) })
        .then(
          (looked) => isStale || setLook({ looked, isLooking: false, hasFailed: false }),
          () => isStale || setLook((known) => ({ ...known, isLooking: false, hasFailed: true })),
        )
        .finally(() => {
          running.current = false;
          const next = wanted.current;
          wanted.current = undefined;
          next?.();
        });
    };
    const timer = setTimeout(take, pauseMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [document, held, at]);
  return look;
}
