/** What to take along: the pack to hand on, and the answer for other people's tools. */
import { useState } from "react";
import { useFailing } from "../app/fallen.tsx";
import { useWords } from "../app/speaking.tsx";
import { saveFile } from "../people/save-file.ts";
import { Name } from "../things/name.tsx";
import { askExport, askPack } from "./client.ts";
import { happenedWords } from "./words.ts";

type State =
  | { readonly kind: "ready" }
  | { readonly kind: "making" }
  | { readonly kind: "made"; readonly seal: string }
  | { readonly kind: "changed"; readonly name: string }
  | { readonly kind: "gone" };

/** `isAnybodyElse`: somebody else acted; a flow of nothing is none. */
export function TakeAlong({ isAnybodyElse }: { readonly isAnybodyElse: boolean }) {
  const words = useWords(happenedWords);
  const fail = useFailing();
  const [state, setState] = useState<State>({ kind: "ready" });
  const make = () => {
    setState({ kind: "making" });
    askPack(new Date().toISOString()).then((packed) => {
      if (packed?.kind === "packed") {
        saveFile(packed.name, "application/zip", packed.zip);
        setState({ kind: "made", seal: packed.seal });
      } else setState(packed ?? { kind: "gone" });
    }, fail);
  };
  const save = (kind: "answer" | "attack-flow") =>
    askExport(kind, new Date().toISOString()).then((text) => {
      if (text === undefined) setState({ kind: "gone" });
      else saveFile(`chainbreak-${kind}.json`, "application/json", new TextEncoder().encode(text));
    }, fail);
  return (
    <>
      <section aria-labelledby="happened-pack" className="happened-take">
        <h2 id="happened-pack">{words.pack}</h2>
        <p>{words.packLead}</p>
        <button type="button" className="happened-ask" disabled={state.kind === "making"} onClick={make}>
          {words.packMake}
        </button>
        <div role="status">
          {state.kind === "making" ? <p>{words.packMaking}</p> : null}
          {state.kind === "made" ? (
            <>
              <p>{words.packSeal}</p>
              <p>
                <code className="happened-seal">{state.seal}</code>
              </p>
            </>
          ) : null}
          {state.kind === "changed" ? (
            <p>
              <Name>{words.packChanged(state.name)}</Name>
            </p>
          ) : null}
          {state.kind === "gone" ? <p>{words.packGone}</p> : null}
        </div>
        <p className="quiet">{words.packProves}</p>
      </section>
      <section aria-labelledby="happened-exports" className="happened-take">
        <h2 id="happened-exports">{words.exports}</h2>
        <div className="happened-choose">
          <button type="button" onClick={() => save("answer")}>
            {words.exportAnswer}
          </button>
          {isAnybodyElse ? (
            <button type="button" onClick={() => save("attack-flow")}>
              {words.exportFlow}
            </button>
          ) : null}
        </div>
      </section>
    </>
  );
}
