/** What the page knows of the service: decisions as they come, cases, whether it is still heard. */
import { useCallback, useEffect, useReducer, useState } from "react";
import { type Asking, asking, type Case, type Cases, type Decision, type Me, Refused } from "./asking.ts";

/** More than anybody works through; the latest count. */
const listedMax = 200;
const againMilliseconds = 3_000;

export type Gate = "no-key" | "asked" | "wrong-key" | "may-not-look" | "not-there";

export interface Watching {
  readonly gate: Gate;
  readonly me: Me | undefined;
  readonly ask: Asking | undefined;
  readonly isLive: boolean;
  /** When it was heard last. */
  readonly heardAt: Date | undefined;
  readonly decisions: readonly Decision[];
  readonly passed: number;
  readonly cases: readonly Case[];
  /** How many more there are than those. */
  readonly casesLeftOut: number;
  begin(key: string): void;
  reloadCases(): void;
}

interface Heard {
  readonly decisions: readonly Decision[];
  readonly passed: number;
}
type Hearing =
  | { readonly kind: "all"; readonly decisions: readonly Decision[] }
  | { readonly kind: "one"; readonly decision: Decision };

function hear({ decisions, passed }: Heard, heard: Hearing): Heard {
  if (heard.kind === "all") {
    const newest = heard.decisions[0]?.record ?? 0;
    const since = decisions.filter(({ record }) => record > newest);
    return { decisions: [...since, ...heard.decisions], passed };
  }
  if (heard.decision.decision === "allow") return { decisions, passed: passed + 1 };
  const others = decisions.filter(({ record }) => record !== heard.decision.record);
  return { decisions: [heard.decision, ...others].slice(0, listedMax), passed };
}

export function useWatching(): Watching {
  const [gate, setGate] = useState<Gate>("no-key");
  const [me, setMe] = useState<Me>();
  const [ask, setAsk] = useState<Asking>();
  const [isLive, setLive] = useState(false);
  const [heardAt, setHeardAt] = useState<Date>();
  const [{ decisions, passed }, heard] = useReducer(hear, { decisions: [], passed: 0 });
  const [{ cases, leftOut }, setCases] = useState<Cases>({ cases: [], leftOut: 0 });

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

  const reloadCases = useCallback(() => {
    ask
      ?.cases()
      .then(setCases)
      .catch(() => {}); // Told by the state of the stream.
  }, [ask]);

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
                    heard({ kind: "all", decisions: all });
                    setHeardAt(new Date());
                    setLive(true);
                  })
                  .catch(end);
              },
              decided: (decision) => {
                setHeardAt(new Date());
                heard({ kind: "one", decision });
              },
            },
            round.signal,
          );
        } catch {
          // It went, or is not there yet.
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
  }, [ask, reloadCases]);

  return {
    gate,
    me,
    ask,
    isLive,
    heardAt,
    decisions,
    passed,
    cases,
    casesLeftOut: leftOut,
    begin,
    reloadCases,
  };
}
