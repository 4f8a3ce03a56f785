/** What stands where a case is not open: the wait, the failure, or what is wrong with the person's things. */
import { lazy, Suspense } from "react";
import { Link, useWords } from "../app/speaking.tsx";
import type { Opening } from "./case.tsx";
import { caseWords } from "./words.ts";

/** Its sentences are many, and seldom wanted. */
const FaultList = lazy(async () => ({ default: (await import("../things/fault-list.tsx")).FaultList }));

interface UnopenedProps {
  readonly opening: Exclude<Opening, { kind: "opened" }>;
  /** The person of one's own it is about. */
  readonly id?: string;
}

export function Unopened({ opening, id }: UnopenedProps) {
  const words = useWords(caseWords);
  return (
    <main className="waiting">
      {opening.kind === "waiting" ? null : <h1>{words.unopened}</h1>}
      {opening.kind === "refused" ? (
        <div role="alert">
          <p>{words.refused}</p>
          <Suspense fallback={null}>
            <FaultList faults={opening.faults.filter(({ severity }) => severity === "error")} />
          </Suspense>
          {id === undefined ? null : <Link to={{ at: "person", id, view: "things" }}>{words.toThings}</Link>}
        </div>
      ) : opening.kind === "failed" ? (
        <p role="alert">{words.failed}</p>
      ) : (
        <p role="status">{words.opening}</p>
      )}
    </main>
  );
}
