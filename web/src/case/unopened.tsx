/** What stands where a case is not open: the wait, the failure, or what is wrong with the person's things. */
import { Link, useWords } from "../app/speaking.tsx";
import type { Opening } from "./case.tsx";
import { caseWords } from "./words.ts";

interface UnopenedProps {
  readonly opening: Exclude<Opening, { kind: "opened" }>;
  /** The person of one's own it is about. */
  readonly id?: string;
}

export function Unopened({ opening, id }: UnopenedProps) {
  const words = useWords(caseWords);
  return (
    <main className="waiting">
      {opening.kind === "refused" ? (
        <div role="alert">
          <p>{words.refused}</p>
          <ul className="faults">
            {opening.faults
              .filter(({ severity }) => severity === "error")
              .map(({ where, message }) => (
                <li key={`${where} ${message}`} lang="en">
                  <span className="address">{where}</span>: {message}
                </li>
              ))}
          </ul>
          {id === undefined ? null : <Link to={{ at: "person", id, view: "things" }}>{words.toThings}</Link>}
        </div>
      ) : (
        <p role={opening.kind === "failed" ? "alert" : "status"}>
          {opening.kind === "failed" ? words.failed : words.opening}
        </p>
      )}
    </main>
  );
}
