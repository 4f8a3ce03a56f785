/**
 * The shared log opened from a folder of the service: the same `detect.yaml` and `secret.key` on every machine, the log on
 * PostgreSQL. What the doors and the tests use; how it is kept is in `log-database.ts` and its neighbours.
 */
import { resolve } from "node:path";
import type { Mapping, Version } from "../detect/index.ts";
import type { Configuration } from "./configuration.ts";
import { readSecret } from "./folder.ts";
import { type Judging, openJudging, type StatePart, type Told } from "./judging.ts";
import { type StateAfter, usualStateAfter } from "./kept-state.ts";
import { type Appended, append, decidedAt, type InLog } from "./log-append.ts";
import { openLog } from "./log-database.ts";
import { type ErasedFromLog, eraseFromLog } from "./log-erase.ts";
import { openWorker, type Worker } from "./log-work.ts";
import { rootKeys } from "./sealing.ts";

export interface SharedLogOptions {
  readonly folder: string;
  readonly version: Version;
  readonly mappings: readonly Mapping[];
  readonly configuration: Configuration;
  /** `postgres://…`; absent: as PGHOST and the like say. */
  readonly url?: string | undefined;
  /** Fixed when the log is made; absent: as it was made, or one. */
  readonly partitions?: number | undefined;
  /** Names all that decisions rest on beside the events, to the byte; absent: no states are kept. */
  readonly basis?: string | undefined;
  /** A state is kept after so many events: when a partition is taken or let go of, and meanwhile; absent: the usual. */
  readonly stateAfter?: StateAfter | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Feeder {
  append(institution: string, values: readonly unknown[]): Promise<readonly Appended[]>;
  /** `undefined`: not decided yet. */
  decided(places: readonly InLog[]): Promise<readonly (Told | undefined)[]>;
  /** Destroys the key of a person at this institution. */
  erase(institution: string, person: string): Promise<ErasedFromLog>;
  close(): Promise<void>;
}

/** Puts events in, and reads what was decided. */
export async function openFeeder(options: SharedLogOptions): Promise<Feeder> {
  const { root, log, judging } = await opened(options);
  const parts = { log, root, configuration: options.configuration, now: options.now, read: judging().read };
  return {
    append: (institution, values) => append(parts, institution, values),
    decided: (places) => decidedAt(parts, places),
    erase: (institution, person) => eraseFromLog(parts, institution, person),
    close: () => log.database.end(),
  };
}

export interface Working extends Worker {
  /** Settles when something was put into the log, or after so long. */
  somethingCame(milliseconds: number): Promise<void>;
}

/** Decides what was put in. */
export async function openWorking(options: SharedLogOptions): Promise<Working> {
  const { root, log, judging } = await opened(options);
  let wake = () => {};
  log.database.on("notification", () => wake());
  const { basis, stateAfter = usualStateAfter } = options;
  const worker = await openWorker({ log, root, judging, basis, stateAfter });
  return {
    ...worker,
    somethingCame: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}

async function opened({ folder, url, partitions, version, mappings }: SharedLogOptions) {
  const root = rootKeys(readSecret(resolve(folder)));
  const log = await openLog({ url, partitions, root });
  const judging = (from?: Iterable<StatePart>): Judging =>
    openJudging({ version, mappings, elsewhere: root.elsewhere, from });
  return { root, log, judging };
}
