/** What the change does, part by part as it is worked out; what is not there yet is said to be on its way, or stopped. */
import { useWords } from "../app/speaking.tsx";
import { parts } from "./client.ts";
import { Effects } from "./effects.tsx";
import { Exposure } from "./exposure.tsx";
import { Measures, Owners, Soon } from "./more-shares.tsx";
import { Rules } from "./rules.tsx";
import { Smallest } from "./smallest.tsx";
import type { Answering } from "./use-answer.ts";
import { whatIfWords } from "./words.ts";

interface OutcomeProps {
  readonly answering: Answering;
}

export function Outcome({ answering }: OutcomeProps) {
  const { answer = {}, isOfThis, state } = answering;
  const { count, soon, owners, effects, rules, smallest, measures } = answer;
  return (
    <>
      <div className={isOfThis ? undefined : "what-if-old"}>
        {count === undefined ? null : <Exposure count={count} />}
        {soon === undefined ? null : <Soon soon={soon} />}
      </div>
      {state === "done" ? null : <Progress answering={answering} />}
      <div className={isOfThis ? undefined : "what-if-old"}>
        {smallest === undefined || smallest === "none" ? null : <Smallest found={smallest} />}
        {effects === undefined ? null : <Effects effects={effects} />}
        {owners === undefined ? null : <Owners owners={owners} />}
        {rules === undefined ? null : <Rules said={rules} />}
        {smallest === "none" ? <Smallest found={smallest} /> : null}
        {measures === undefined || count === undefined ? null : (
          <Measures measures={measures} today={count.before} />
        )}
      </div>
    </>
  );
}

function Progress({ answering: { answer = {}, isOfThis, state, stop, again } }: OutcomeProps) {
  const words = useWords(whatIfWords);
  const done = isOfThis ? parts.filter((part) => answer[part] !== undefined).length : 0;
  const next = parts[done];
  const named = next === undefined ? "" : words[`part-${next}`];
  if (state === "failed")
    return (
      <p role="alert">
        {words.failed}{" "}
        <button type="button" onClick={again}>
          {words.again}
        </button>
      </p>
    );
  if (state === "stopped")
    return (
      <p role="status">
        {words.stopped(named)}{" "}
        <button type="button" onClick={again}>
          {words.goOn}
        </button>
      </p>
    );
  return (
    <div className="what-if-progress">
      <progress max={parts.length} value={done} aria-label={words.counting} />
      <p role="status">{words.progress(done + 1, parts.length, named)}</p>
      <button type="button" onClick={stop}>
        {words.stop}
      </button>
    </div>
  );
}
