/** Looks longer than a first answer may: a worker of its own, so that switches are answered meanwhile and it can be ended. */
import { expose } from "comlink";
import type { CaseAnswer } from "../../../src/asking/index.ts";
import type { CaseData } from "./case-data.ts";
import { openEngine } from "./engine.ts";
import { spentAfter } from "./spent-after.ts";

const longWorker = {
  ask: (data: CaseData, milliseconds: number): CaseAnswer =>
    openEngine(data).ask([], () => spentAfter(milliseconds)),
};
export type LongWorker = typeof longWorker;

expose(longWorker);
