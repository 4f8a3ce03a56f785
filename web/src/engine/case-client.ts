/** The page's end of the engine's worker: one for the page's life, begun while the page's own code is still being read. */
import { type Remote, wrap } from "comlink";
import type { CaseData } from "./case-data.ts";
import type { PageAnswer } from "./engine.ts";
import type { LongWorker } from "./long-worker.ts";
import type { OwnCase } from "./own-case.ts";
import { unpack } from "./packed.ts";
import type { CaseWorker, Opened, OwnOpened } from "./worker.ts";

export const engineWorker: Remote<CaseWorker> = wrap<CaseWorker>(
  new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
);

let founding: Promise<string> | undefined;

/** Begins to fetch the founding case; asked again it does nothing, unless the last try failed. */
export function fetchFounding(): Promise<string> {
  founding ??= fetch(addressOf("founding"))
    .then((response) => {
      if (!response.ok) throw new Error(`the founding case cannot be fetched: ${response.status}`);
      return response.text();
    })
    .catch((fault: unknown) => {
      founding = undefined;
      throw fault;
    });
  return founding;
}

export async function openFounding(): Promise<Opened & { readonly data: CaseData }> {
  const packed = await fetchFounding();
  const opened = engineWorker.openPacked(packed);
  const data = unpack<CaseData>(packed); // While the worker counts.
  return { ...(await opened), data };
}

export const openOwn = (own: OwnCase): Promise<OwnOpened> =>
  engineWorker.openOwn(own, addressOf("catalogue"));

export interface Looking {
  readonly answer: Promise<PageAnswer>;
  /** Ends it; `answer` is then never given. */
  stop(): void;
}

/** The whole answer again, with so much time for each of its searches, beside everything else. */
export function lookLonger(data: CaseData, milliseconds: number): Looking {
  const worker = new Worker(new URL("./long-worker.ts", import.meta.url), { type: "module" });
  const stop = () => worker.terminate();
  return { answer: wrap<LongWorker>(worker).ask(data, milliseconds).finally(stop), stop };
}

/** Where the build has laid a file of data; see data-plugin.ts. */
export function addressOf(file: "founding" | "catalogue" | "services" | "night"): string {
  const link = document.getElementById(file);
  if (!(link instanceof HTMLLinkElement)) throw new Error(`the document does not say where ${file} is`);
  return link.href;
}
