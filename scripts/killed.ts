/**
 * The service of detect killed again and again under load and held to all it answered: the long form of law D3. Part of
 * `npm run simulate`; alone: `node scripts/killed.ts --kills 1000 --seed 7`. With `--workers`, the long form of law D16: workers
 * on a PostgreSQL of its own are killed instead, with `--bus` workers that take from a bus before it.
 */
import "./pinned-node.ts";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { killAndAsk } from "../test/kit/kill-and-ask.ts";
import { killWorkers } from "../test/kit/kill-workers.ts";
import { startNats } from "../test/kit/nats.ts";
import { startPostgres } from "../test/kit/postgres.ts";

interface Killing {
  readonly kills: number;
  readonly seed: number;
  readonly said: (line: string) => void;
}

/** The number of faults: 0 where nothing answered was lost or answered otherwise. */
export async function killMany({ kills, seed, said }: Killing): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-killed-"));
  const found = await killAndAsk({ folder, kills, seed });
  const {
    answered,
    askedAgain,
    unanswered,
    lost,
    otherwise,
    replayedOtherwise,
    goneOn,
    recordsTwice,
    isWhole,
  } = found;
  said(
    `the service killed ${kills} times: ${answered} events answered, ${askedAgain} asked again after a kill, ${unanswered} were under way, ${goneOn} starts from a kept state; ` +
      `${lost} lost, ${otherwise} answered otherwise, ${replayedOtherwise} replayed otherwise, ${recordsTwice} kept twice, journal ${isWhole ? "whole" : "BROKEN"}`,
  );
  return lost + otherwise + replayedOtherwise + Math.abs(recordsTwice) + (isWhole ? 0 : 1);
}

/** The same of workers on a shared log, over a bus or not; 0 as well where its engines cannot run here, and that is said. */
export async function killManyWorkers({
  kills,
  seed,
  said,
  isOverBus,
}: Killing & { readonly isOverBus: boolean }): Promise<number> {
  const nats = isOverBus ? await startNats() : undefined;
  if (isOverBus && nats === undefined) return 0;
  const postgres = await startPostgres();
  if (postgres === undefined) {
    await nats?.stop();
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-killed-"));
  try {
    const found = await killWorkers({ folder, url: await postgres.database(), bus: nats?.url, kills, seed });
    said(
      `workers ${isOverBus ? "over a bus " : ""}killed ${found.kills} times: ${found.events} events in the log; ${found.notTaken} not taken, ` +
        `${found.undecided} not decided, ${found.otherwise} decided otherwise`,
    );
    return found.notTaken + found.undecided + found.otherwise;
  } finally {
    await postgres.stop();
    await nats?.stop();
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      kills: { type: "string", default: "1000" },
      seed: { type: "string", default: "7" },
      workers: { type: "boolean", default: false },
      bus: { type: "boolean", default: false },
    },
  });
  const killing = {
    kills: Number(values.kills),
    seed: Number(values.seed),
    said: (line: string) => console.log(line),
  };
  const faults =
    values.workers || values.bus
      ? await killManyWorkers({ ...killing, isOverBus: values.bus })
      : await killMany(killing);
  process.exitCode = faults > 0 ? 1 : 0;
}
