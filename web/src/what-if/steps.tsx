/** A way as a list, for everybody who does not see the picture. */
import { useWords } from "../app/speaking.tsx";
import type { StepSaid } from "./asking.ts";
import { whatIfWords } from "./words.ts";

export function Steps({ way }: { readonly way: readonly StepSaid[] }) {
  const words = useWords(whatIfWords);
  return (
    <ol>
      {way.map(({ institutionName, flow, at, isChanged }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a way goes through the same flow twice
        <li key={i}>
          <span className="quiet">{at}</span> {institutionName} · {flow}
          {isChanged ? <em> — {words.changedHere}</em> : null}
        </li>
      ))}
    </ol>
  );
}
