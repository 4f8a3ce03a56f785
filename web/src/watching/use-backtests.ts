/** The comparison of rules that is looked at: begun, followed until it is over, stopped. */
import { useCallback, useEffect, useState } from "react";
import type { Lang } from "../../../src/report/index.ts";
import { type Asking, Refused } from "./asking.ts";
import type { Backtest } from "./asking-rules.ts";

/** What the service says where another is under way. */
const busyStatus = 429;
const againMilliseconds = 600;

export interface Backtesting {
  /** The latest; absent: none since the service started. */
  readonly latest: Backtest | undefined;
  readonly fault: "busy" | "not-begun" | undefined;
  begin(text: string, lang: Lang): void;
  /** Stopped where it is under way; forgotten where it is over. */
  end(): void;
}

export function useBacktests(ask: Asking): Backtesting {
  const [latest, setLatest] = useState<Backtest>();
  const [fault, setFault] = useState<Backtesting["fault"]>();
  useEffect(() => {
    let isGone = false;
    ask
      .backtests()
      .then(([first]) => {
        if (!isGone) setLatest(first);
      })
      .catch(() => {}); // Told by the state of the stream.
    return () => {
      isGone = true;
    };
  }, [ask]);

  const isRunning = latest?.state === "running";
  const id = latest?.id;
  useEffect(() => {
    if (!isRunning || id === undefined) return;
    let isGone = false;
    const timer = setInterval(() => {
      ask
        .backtest(id)
        .then((found) => {
          if (!isGone) setLatest(found);
        })
        .catch((cause: unknown) => {
          // The service was started anew meanwhile.
          if (!isGone && cause instanceof Refused && cause.status === 404) setLatest(undefined);
        });
    }, againMilliseconds);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [ask, id, isRunning]);

  const begin = useCallback(
    (text: string, lang: Lang) => {
      setFault(undefined);
      ask
        .beginBacktest(text, lang)
        .then(setLatest)
        .catch((cause: unknown) =>
          setFault(cause instanceof Refused && cause.status === busyStatus ? "busy" : "not-begun"),
        );
    },
    [ask],
  );
  const end = useCallback(() => {
    if (id === undefined) return;
    ask
      .endBacktest(id)
      .then((ended) => setLatest(isRunning ? ended : undefined))
      .catch(() => setLatest(undefined));
  }, [ask, id, isRunning]);
  return { latest, fault, begin, end };
}
