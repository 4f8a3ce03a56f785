/** What the page knows of the service: decisions as they come, cases, whether it is still heard. */
import { useCallback, useEffect, useReducer, useState } from "react";
import {
  type Asking,
  asking,
  type Case,
  type Cases,
  type Decision,
  type Decisions,
  type Me,
  type Names,
  Refused,
} from "./asking.ts";

/** More than anybody works through; the latest count. */
const listedMax = 2_000;
const againMilliseconds = 3_000;

/** Nobody has touched the page for so long: whoever comes by next may be somebody else. */
const idleMilliseconds = 30 * 60_000;
const touches = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

export type Gate = "no-key" | "asked" | "wrong-key" | "may-not-look" | "not-there" | "locked";

export interface Watching {
  readonly gate: Gate;
  readonly me: Me | undefined;
  readonly ask: Asking | undefined;
  readonly isLive: boolean;
  /** When it was heard last. */
  readonly heardAt: Date | undefined;
  readonly decisions: readonly Decision[];
  /** There are earlier ones than those. */
  readonly isMore: boolean;
  readonly names: Names;
  readonly passed: number;
  readonly cases: readonly Case[];
  /** How many more there are than those. */
  readonly casesLeftOut: number;
  begin(key: string): void;
  /** Those before the earliest that is listed. */
  loadEarlier(): void;
  reloadCases(): void;
}

interface Heard extends Decisions {
  readonly passed: number;
}
type Hearing =
  | { readonly kind: "all" | "earlier"; readonly told: Decisions }
  | { readonly kind: "one"; readonly decision: Decision; readonly names: Names }
  | { readonly kind: "nothing" };

const noCases: Cases = { cases: [], leftOut: 0 };
const nothingHeard: Heard = { decisions: [], isMore: false, names: {}, passed: 0 };

function hear(before: Heard, heard: Hearing): Heard {
  const { decisions, passed } = before;
  if (heard.kind === "nothing") return nothingHeard;
  if (heard.kind === "one") {
    if (heard.decision.decision === "allow") return { ...before, passed: passed + 1 };
    const others = decisions.filter(({ record }) => record !== heard.decision.record);
    return {
      decisions: [heard.decision, ...others].slice(0, listedMax),
      isMore: before.isMore || others.length >= listedMax,
      names: { ...before.names, ...heard.names },
      passed,
    };
  }
  const { told } = heard;
  const names = { ...before.names, ...told.names };
  if (heard.kind === "earlier") {
    const oldest = decisions.at(-1)?.record ?? Number.POSITIVE_INFINITY;
    const earlier = told.decisions.filter(({ record }) => record < oldest);
    return { decisions: [...decisions, ...earlier], isMore: told.isMore, names, passed };
  }
  const newest = told.decisions[0]?.record ?? 0;
  const since = decisions.filter(({ record }) => record > newest);
  return { decisions: [...since, ...told.decisions], isMore: told.isMore, names, passed };
}

export function useWatching(): Watching {
  const [gate, setGate] = useState<Gate>("no-key");
  const [me, setMe] = useState<Me>();
  const [ask, setAsk] = useState<Asking>();
  const [isLive, setLive] = useState(false);
  const [heardAt, setHeardAt] = useState<Date>();
  const [{ decisions, isMore, names, passed }, heard] = useReducer(hear, nothingHeard);
  const [{ cases, leftOut }, setCases] = useState<Cases>(noCases);

  const begin = useCallback((key: string) => {
    const with_ = asking(key.trim());
    setGate("asked");
    with_
      .me()
      .then((found) => {
        if (!found.may.includes("look")) return setGate("may-not-look");
        setMe(found);
        setAsk(with_);
      })
      .catch((fault: unknown) =>
        setGate(fault instanceof Refused && fault.status === 401 ? "wrong-key" : "not-there"),
      );
  }, []);

  // The key and all that was shown by it are let go of; the stream ends with the key.
  const shut = useCallback((why: Gate) => {
    setGate(why);
    setMe(undefined);
    setAsk(undefined);
    setCases(noCases);
    heard({ kind: "nothing" });
  }, []);

  const reloadCases = useCallback(() => {
    ask
      ?.cases()
      .then(setCases)
      .catch(() => {}); // Told by the state of the stream.
  }, [ask]);

  const earliest = decisions.at(-1)?.record;
  const loadEarlier = useCallback(() => {
    ask
      ?.decisions(earliest)
      .then((told) => heard({ kind: "earlier", told }))
      .catch(() => {}); // Told by the state of the stream.
  }, [ask, earliest]);

  useEffect(() => {
    if (ask === undefined) return;
    const stop = new AbortController();
    const follow = async () => {
      while (!stop.signal.aborted) {
        const round = new AbortController();
        const end = () => round.abort();
        stop.signal.addEventListener("abort", end);
        try {
          await ask.listen(
            {
              // Only now, so that nothing falls between the list and what is heard after it.
              opened: () => {
                ask
                  .decisions()
                  .then((all) => {
                    heard({ kind: "all", told: all });
                    setHeardAt(new Date());
                    setLive(true);
                  })
                  .catch(end);
              },
              decided: ({ names: called, ...decision }) => {
                setHeardAt(new Date());
                heard({ kind: "one", decision, names: called });
              },
            },
            round.signal,
          );
        } catch (cause) {
          // It went, or is not there yet; or the key no longer opens anything, and then nothing is shown by it either.
          if (cause instanceof Refused && cause.status === 401) shut("wrong-key");
          if (cause instanceof Refused && cause.status === 403) shut("may-not-look");
        }
        end();
        stop.signal.removeEventListener("abort", end);
        setLive(false);
        if (!stop.signal.aborted) await new Promise((resolve) => setTimeout(resolve, againMilliseconds));
      }
    };
    follow().catch(() => {});
    reloadCases();
    return () => stop.abort();
  }, [ask, reloadCases, shut]);

  useEffect(() => {
    if (ask === undefined) return;
    const lock = () => shut("locked");
    let timer = setTimeout(lock, idleMilliseconds);
    const touched = () => {
      clearTimeout(timer);
      timer = setTimeout(lock, idleMilliseconds);
    };
    for (const touch of touches) window.addEventListener(touch, touched, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const touch of touches) window.removeEventListener(touch, touched);
    };
  }, [ask, shut]);

  return {
    gate,
    me,
    ask,
    isLive,
    heardAt,
    decisions,
    isMore,
    names,
    passed,
    cases,
    casesLeftOut: leftOut,
    begin,
    loadEarlier,
    reloadCases,
  };
}
