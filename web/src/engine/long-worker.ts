/** Looks longer than a first answer may: a worker of its own, so that switches are answered meanwhile and it can be ended. */
import { expose } from "comlink";
import type { CaseAnswer } from "../../../src/asking/index.ts";
import { type EffortName, effortsFor } from "../../../src/questions/index.ts";
import type { CaseData } from "./case-data.ts";
import { openEngine } from "./engine.ts";

const longWorker = {
  ask: (data: CaseData, effort: EffortName): CaseAnswer => openEngine(data).ask([], effortsFor(effort)),
};
export type LongWorker = typeof longWorker;

expose(longWorker);
