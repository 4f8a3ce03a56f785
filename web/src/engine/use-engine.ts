/** The engine as the page sees it: what is known by now, and a way to ask under other measures. */
import { useEffect, useState } from "react";
import type { Alone, PageAnswer } from "./engine.ts";
import type { FoundingData } from "./founding-data.ts";
import { unpack } from "./packed.ts";
import type { Asked, Told } from "./protocol.ts";

export interface EngineState {
  readonly data?: FoundingData;
  /** The answer with nothing switched on. */
  readonly base?: PageAnswer;
  /** What each measure does by itself, by id. */
  readonly alone: ReadonlyMap<string, Alone>;
  /** The answer under the measures last asked for. */
  readonly now?: PageAnswer;
  readonly isFailed: boolean;
}

// Both are begun while the page's own code is still being read, and last as long as the page.
const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
const packed = fetch(foundingAddress()).then((response) => {
  if (!response.ok) throw new Error(`the founding case cannot be fetched: ${response.status}`);
  return response.text();
});
packed.then(
  (text) => tell({ kind: "open", packed: text }),
  () => {}, // The page says so below.
);

function tell(asked: Asked): void {
  worker.postMessage(asked);
}

/** Where the build has laid the founding case; see founding-plugin.ts. */
function foundingAddress(): string {
  const link = document.getElementById("founding");
  if (!(link instanceof HTMLLinkElement))
    throw new Error("the document does not say where the founding case is");
  return link.href;
}

/** The last question asked; answers to earlier ones are stale. */
let question = 0;

function ask(measures: readonly string[]): void {
  question += 1;
  performance.mark("chainbreak: asked");
  tell({ kind: "ask", question, measures });
}

export function useEngine(): readonly [EngineState, (measures: readonly string[]) => void] {
  const [state, setState] = useState<EngineState>({ alone: new Map(), isFailed: false });
  useEffect(() => {
    const learn = (more: Partial<EngineState>) => setState((known) => ({ ...known, ...more }));
    const onMessage = ({ data: told }: MessageEvent<Told>) => {
      switch (told.kind) {
        case "opened":
          performance.measure("chainbreak: first answer");
          return learn({
            base: told.answer,
            now: told.answer,
            alone: new Map(told.alone.map((each) => [each.measure, each])),
          });
        case "answered":
          if (told.question !== question) return;
          performance.measure("chainbreak: toggle", "chainbreak: asked");
          return learn({ now: told.answer });
        case "failed":
          return learn({ isFailed: true });
      }
    };
    const onFault = () => learn({ isFailed: true });
    worker.addEventListener("message", onMessage);
    worker.addEventListener("error", onFault);
    packed.then((text) => learn({ data: unpack<FoundingData>(text) })).catch(onFault);
    return () => {
      worker.removeEventListener("message", onMessage);
      worker.removeEventListener("error", onFault);
    };
  }, []);
  return [state, ask];
}
