/** The page's end of the worker that plans; a newer question makes an older one's answer worthless. */
import { addressOf } from "../engine/case-client.ts";
import { askOnDemand } from "../engine/worker-life.ts";
import type { PlanAnswer } from "./planning.ts";
import type { NowWorker } from "./worker.ts";

const ask = askOnDemand<NowWorker>(
  () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
);

export const askPlan = (file: unknown): Promise<PlanAnswer> =>
  ask<PlanAnswer>((worker) => worker.plan(file, addressOf("catalogue")));
