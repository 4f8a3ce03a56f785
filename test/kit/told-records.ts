/** The shipped told night as records, with the truth of every row; for the tests that judge reconstruction. */
import { readWholeFolder } from "../../src/catalog/index.ts";
import type { Grounded } from "../../src/ground/index.ts";
import { at } from "../../src/model/index.ts";
import {
  type Records,
  type RecordsQuestion,
  readNight,
  recordsOf,
  runNight,
  type StepRun,
} from "../../src/testing/index.ts";

export interface ToldRecords {
  readonly world: Grounded;
  readonly runs: readonly StepRun[];
  readonly records: Records;
}

const beginsAt = "2020-09-04T19:30:00+08:00";

/** `until`: only what was over by that minute of the night happened. */
export function toldRecords(
  options: Partial<RecordsQuestion> & { readonly until?: number } = {},
): ToldRecords {
  const { catalog, others } = readWholeFolder({ folder: "catalog", stories: true });
  const yaml = others.find(({ file }) => file.endsWith("nights/chengdu-2020.yaml"))!.yaml;
  const find = (reference: string) =>
    others.find(({ kind, file }) => kind === "person" && file.endsWith(`/${reference}.yaml`))?.yaml;
  const night = readNight(yaml, "night.yaml", catalog, find).night!;
  const runs = runNight(night).replay.lines.flatMap(({ step, allowed, actor, at: from, endsAt }) =>
    step === undefined || !allowed || endsAt > (options.until ?? Number.POSITIVE_INFINITY)
      ? []
      : [{ step: at(night.world.steps, step), actor, from, to: endsAt }],
  );
  const { until: _until, ...rest } = options;
  const records = recordsOf({
    world: night.world,
    runs,
    beginsAt,
    zoneMinutes: 480,
    seed: 1,
    daysBefore: 30,
    daysAfter: 1,
    ...rest,
  });
  return { world: night.world, runs, records };
}
