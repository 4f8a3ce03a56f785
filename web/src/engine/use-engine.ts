/** The engine as the page sees it: what is known by now, and a way to ask under other measures. */

import { foundingUrl } from "virtual:founding";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Alone, PageAnswer } from "./engine.ts";
import type { FoundingData } from "./founding-data.ts";
import { unpack } from "./packed.ts";
import type { Asked, Told } from "./protocol.ts";

export interface EngineState {
  readonly data?: FoundingData;
  /** The answer with nothing switched on. */
  readonly base?: PageAnswer;
  /** What each measure does by itself, by id; comes a moment later. */
  readonly alone: ReadonlyMap<string, Alone>;
  /** The answer under the measures last asked for. */
  readonly now?: PageAnswer;
  readonly isFailed: boolean;
}

/** The file is fetched while the page's own code is still being read. */
const packed = fetch(foundingUrl).then((response) => {
  if (!response.ok) throw new Error(`the founding case cannot be fetched: ${response.status}`);
  return response.text();
});

export function useEngine(): readonly [EngineState, (measures: readonly string[]) => void] {
  const [state, setState] = useState<EngineState>({ alone: new Map(), isFailed: false });
  const worker = useRef<Worker | undefined>(undefined);
  const question = useRef(0);

  useEffect(() => {
    const opened = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.current = opened;
    const learn = (more: Partial<EngineState>) => setState((known) => ({ ...known, ...more }));
    opened.onerror = () => learn({ isFailed: true });
    opened.onmessage = ({ data: told }: MessageEvent<Told>) => {
      switch (told.kind) {
        case "opened":
          performance.measure("chainbreak: first answer");
          return learn({ base: told.answer, now: told.answer });
        case "alone":
          return learn({ alone: new Map(told.alone.map((each) => [each.measure, each])) });
        case "answered":
          if (told.question !== question.current) return; // Somebody has switched on since.
          performance.measure("chainbreak: toggle", "chainbreak: asked");
          return learn({ now: told.answer });
        case "failed":
          return learn({ isFailed: true });
      }
    };
    packed.then(
      (text) => {
        opened.postMessage({ kind: "open", packed: text } satisfies Asked);
        learn({ data: unpack<FoundingData>(text) });
      },
      () => learn({ isFailed: true }),
    );
    return () => opened.terminate();
  }, []);

  const ask = useCallback((measures: readonly string[]) => {
    question.current += 1;
    performance.mark("chainbreak: asked");
    worker.current?.postMessage({ kind: "ask", question: question.current, measures } satisfies Asked);
  }, []);
  return [state, ask];
}
