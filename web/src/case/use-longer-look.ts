/**
 * What a first answer had no time for. On a large person its searches for cheaper measures and other ways end early and
 * say so; then they are made again with more effort, beside everything else, and the better answer takes the first's place.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { CaseAnswer } from "../../../src/asking/index.ts";
import type { EffortName } from "../../../src/questions/index.ts";
import { type Looking, lookLonger } from "../engine/case-client.ts";
import type { CaseData } from "../engine/case-data.ts";

export interface LongerLook {
  readonly isLooking: boolean;
  /** There may still be something better: worth looking again. */
  readonly isWorthIt: boolean;
  readonly begin: () => void;
  readonly stop: () => void;
}

export function useLongerLook(data: CaseData, first: CaseAnswer): readonly [CaseAnswer, LongerLook] {
  const [base, setBase] = useState(first);
  const [isLooking, setLooking] = useState(false);
  const running = useRef<Looking | undefined>(undefined);
  const isCut = base.audit.label === "truncated";

  const stop = useCallback(() => {
    running.current?.stop();
    running.current = undefined;
    setLooking(false);
  }, []);
  const lookFor = useCallback(
    (effort: EffortName) => {
      stop();
      const looking = lookLonger(data, effort);
      running.current = looking;
      setLooking(true);
      const end = (answer?: CaseAnswer) => {
        if (running.current !== looking) return;
        running.current = undefined;
        setLooking(false);
        if (answer !== undefined) setBase(answer);
      };
      looking.answer.then(end, () => end());
    },
    [data, stop],
  );
  const isFirstCut = first.audit.label === "truncated";
  useEffect(() => {
    if (isFirstCut) lookFor("patient");
    return stop;
  }, [isFirstCut, lookFor, stop]);
  const begin = useCallback(() => lookFor("long"), [lookFor]);
  const look = useMemo(() => ({ isLooking, isWorthIt: isCut, begin, stop }), [isLooking, isCut, begin, stop]);
  return [base, look];
}
