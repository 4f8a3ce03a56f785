/** The page's end of the worker that asks what if; begun when the door is first opened. */
import type { Lang } from "../../../src/report/index.ts";
import { addressOf } from "../engine/case-client.ts";
import { askOnDemand } from "../engine/worker-life.ts";
import type { EffectSaid, RulesSaid, SmallestFound } from "./asking.ts";
import type { CountSaid, MeasureSaid, OwnersSaid, SoonSaid } from "./counting.ts";
import type { FlowEdit } from "./edit.ts";
import type { InstitutionOffered } from "./offered.ts";
import type { WhatIfWorker } from "./worker.ts";

const ask = askOnDemand<WhatIfWorker>(
  () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
);

const addresses = () => ({
  catalogue: addressOf("catalogue"),
  population: addressOf("population"),
  rules: addressOf("rules"),
  institutions: addressOf("institutions"),
});

export const openWhatIf = (lang: Lang): Promise<readonly InstitutionOffered[]> =>
  ask((worker) => worker.open(addresses(), lang));

/** What is there of an answer so far. */
export interface Answer {
  readonly patch?: string;
  readonly count?: CountSaid;
  readonly soon?: SoonSaid;
  readonly owners?: readonly OwnersSaid[];
  readonly effects?: readonly EffectSaid[];
  readonly rules?: RulesSaid;
  readonly smallest?: SmallestFound;
  readonly measures?: readonly MeasureSaid[];
}

/** In this order; each is some tenths of a second, the last two up to some seconds. */
export const parts = ["count", "soon", "owners", "effects", "rules", "smallest", "measures"] as const;

/** Asks part by part, tells each as it comes, and asks no more once `isWanted` says so. The worker may have been ended meanwhile. */
export async function askWhatIf(
  edit: FlowEdit,
  lang: Lang,
  { told, isWanted }: { readonly told: (answer: Answer) => void; readonly isWanted: () => boolean },
): Promise<void> {
  await openWhatIf(lang);
  let answer: Answer = {};
  const add = (more: Answer) => {
    answer = { ...answer, ...more };
    if (isWanted()) told(answer);
    return isWanted();
  };
  const patch = await ask((worker) => worker.patch(edit));
  const count = await ask((worker) => worker.count(edit, lang));
  if (!add({ patch, count })) return;
  if (!add({ soon: await ask((worker) => worker.soon(edit, lang)) })) return;
  if (!add({ owners: await ask((worker) => worker.owners(edit, lang)) })) return;
  const effects = await ask((worker) => worker.effects(edit, lang));
  if (!add({ effects })) return;
  if (!add({ rules: await ask((worker) => worker.rules(edit, lang)) })) return;
  if (!add(await ask((worker) => worker.smallest(edit, effects, lang)))) return;
  add({ measures: await ask((worker) => worker.measures(edit, lang)) });
}

/** Ends whatever is being worked out; the next question begins anew. */
export const stopWhatIf = (): void => ask.stop();
