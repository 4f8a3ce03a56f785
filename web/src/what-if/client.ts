/** The page's end of the worker that asks what if; begun when the door is first opened. */
import type { Lang } from "../../../src/report/index.ts";
import { addressOf } from "../engine/case-client.ts";
import { askOnDemand } from "../engine/worker-life.ts";
import type { FlowEdit } from "./edit.ts";
import type { InstitutionOffered, WhatIfAnswer, WhatIfWorker } from "./worker.ts";

const ask = askOnDemand<WhatIfWorker>(
  () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
);

export const openWhatIf = (lang: Lang): Promise<readonly InstitutionOffered[]> =>
  ask((worker) => worker.open(addressOf("catalogue"), addressOf("population"), lang));

export const askWhatIf = (edit: FlowEdit, lang: Lang): Promise<WhatIfAnswer> =>
  ask((worker) => worker.ask(edit, lang));
