/**
 * The shared log opened from a folder of the service: the same `detect.yaml` and `secret.key` on every machine, the log on
 * PostgreSQL. What the doors and the tests use; how it is kept is in `log-database.ts` and its neighbours.
 */
import { resolve } from "node:path";
import type { Mapping, Version } from "../detect/index.ts";
import { dayOf } from "../model/index.ts";
import { type BusOptions, openBus } from "./bus.ts";
import type { Configuration } from "./configuration.ts";
import type { Refused } from "./desk.ts";
import { markShared, readSecret } from "./folder.ts";
import { type Judging, openJudging, type StatePart, type Told } from "./judging.ts";
import { type StateAfter, usualStateAfter } from "./kept-state.ts";
import { openLogAge } from "./log-age.ts";
import { append, decidedAt, type InLog } from "./log-append.ts";
import { decidedByName, type OnBus, openIntake, publish, streamName } from "./log-bus.ts";
import { type PartitionVerified, verifyPartition } from "./log-chain.ts";
import { openLogChanges, verifyChanges } from "./log-changes.ts";
import type { Log } from "./log-database.ts";
import { type LogDesk, openLogDesk } from "./log-desk.ts";
import { type ErasedFromLog, eraseFromLog } from "./log-erase.ts";
import { openLog } from "./log-open.ts";
import { openWorker, type Worker } from "./log-work.ts";
import { type RootKeys, rootKeys } from "./sealing.ts";
import type { ChangesVerified } from "./verify.ts";

export interface SharedLogOptions {
  readonly folder: string;
  readonly version: Version;
  readonly mappings: readonly Mapping[];
  readonly configuration: Configuration;
  /** `postgres://…`; absent: as PGHOST and the like say. */
  readonly url?: string | undefined;
  /** Fixed when the log is made; absent: as it was made, or one. */
  readonly partitions?: number | undefined;
  /** A bus before it; absent: events are put into the log by whoever sends them. */
  readonly bus?: BusOptions | undefined;
  /** Names all that decisions rest on beside the events, to the byte; absent: no states are kept. */
  readonly basis?: string | undefined;
  /** A state is kept after so many events: when a partition is taken or let go of, and meanwhile; absent: the usual. */
  readonly stateAfter?: StateAfter | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Taken in: in the log, or accepted by the bus before it. */
export type TakenIn = InLog | OnBus;

export interface Feeder {
  append(institution: string, values: readonly unknown[]): Promise<readonly (TakenIn | Refused)[]>;
  /**
   * `undefined`: not decided yet; it may be lost to the bus, and is to be sent again. Refused: what came over a bus turned out
   * to have come before with other content, or to be of somebody erased.
   */
  decided(taken: readonly TakenIn[]): Promise<readonly (Told | Refused | undefined)[]>;
  /** Destroys the key of a person at this institution. */
  erase(institution: string, person: string): Promise<ErasedFromLog>;
  close(): Promise<void>;
}

const isOnBus = (taken: TakenIn): taken is OnBus => "name" in taken;

/** Puts events in, and reads what was decided. */
export async function openFeeder(options: SharedLogOptions): Promise<Feeder> {
  const { root, log, read, bus } = await opened(options);
  const { configuration, now, version } = options;
  const parts = { log, root, configuration, now, read, base: version.rules };
  return {
    append: (institution, values) =>
      bus === undefined
        ? append(parts, institution, values)
        : publish({ ...parts, bus }, institution, values),
    async decided(taken) {
      const onBus = taken.filter(isOnBus);
      const inLog = taken.filter((each): each is InLog => !isOnBus(each));
      const told = new Map<TakenIn, Told | Refused | undefined>();
      for (const [i, each] of (await decidedAt(parts, inLog)).entries()) told.set(inLog[i]!, each); // One for each.
      for (const [i, each] of (await decidedByName(parts, onBus)).entries()) told.set(onBus[i]!, each);
      return taken.map((each) => told.get(each));
    },
    erase: (institution, person) => eraseFromLog(parts, institution, person),
    async close() {
      await bus?.close();
      await log.database.end();
    },
  };
}

export interface Working extends Worker {
  /** Settles when something was put into the log or on the bus, or after so long. */
  somethingCame(milliseconds: number): Promise<void>;
  /** Messages on the bus that were none of ours, and were passed over. */
  passedOver(): number;
}

export interface WorkingOptions extends SharedLogOptions {
  /** Told why nothing can be taken from the bus, when that changes; `undefined`: it can again. */
  readonly onIntake?: (fault: string | undefined) => void;
  /** Milliseconds, from any beginning, by a clock nobody sets; absent: nothing goes by age. */
  readonly clock?: () => number;
  /** One line for whoever runs it: what went by age. */
  readonly say?: (line: string) => void;
}

/** Decides what was put in. */
export async function openWorking(options: WorkingOptions): Promise<Working> {
  const { root, log, judging, changes, read, bus } = await opened(options);
  let wake = () => {};
  log.database.on("notification", () => wake());
  bus?.onWake(() => wake());
  const { basis, stateAfter = usualStateAfter, configuration, now, onIntake } = options;
  const intake = bus === undefined ? undefined : openIntake({ bus, log, root, configuration, now, read });
  const { clock, say = () => {} } = options;
  const age = clock === undefined ? undefined : openLogAge({ log, root, configuration, now, clock, say });
  const worker = await openWorker({ log, root, judging, changes, basis, stateAfter, intake, onIntake, age });
  return {
    ...worker,
    passedOver: () => intake?.passedOver() ?? 0,
    async leave() {
      try {
        await worker.leave();
      } finally {
        await bus?.close();
      }
    },
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

/** Every partition held to its chain. `heads`: of earlier checks, by partition, which must still be in it. */
export async function verifyLog(
  { folder, url }: Pick<SharedLogOptions, "folder" | "url">,
  heads: ReadonlyMap<number, PartitionVerified["head"]>,
): Promise<readonly PartitionVerified[]> {
  const { root, log } = await openFrom({ folder, url });
  try {
    const found: PartitionVerified[] = [];
    for (let partition = 0; partition < log.partitions; partition += 1)
      found.push(await verifyPartition(log, root, { partition, head: heads.get(partition) }));
    return found;
  } finally {
    await log.database.end();
  }
}

/** What was put on lists and which rules were put in force, held to their chains. */
export async function verifyLogChanges({
  folder,
  url,
}: Pick<SharedLogOptions, "folder" | "url">): Promise<ChangesVerified> {
  const { root, log } = await openFrom({ folder, url });
  try {
    return await verifyChanges(log.database, root);
  } finally {
    await log.database.end();
  }
}

/** Lists and rules, changed beside whoever decides. */
export async function openChanging(
  options: Omit<SharedLogOptions, "bus">,
): Promise<LogDesk & { close(): Promise<void> }> {
  const { root, log } = await openFrom(options);
  const { now, version, mappings, configuration } = options;
  const today = () => dayOf(new Date(now()));
  const desk = openLogDesk({ log, root, configuration, version, mappings, now, today, base: version.rules });
  return { ...desk, close: () => log.database.end() };
}

/** By the key of the folder, which remembers it. */
async function openFrom({
  folder,
  url,
  partitions,
}: Pick<SharedLogOptions, "folder" | "url" | "partitions">): Promise<{ root: RootKeys; log: Log }> {
  const own = resolve(folder);
  const root = rootKeys(readSecret(own));
  const log = await openLog({ url, partitions, root });
  try {
    markShared(own);
    return { root, log };
  } catch (fault) {
    await log.database.end();
    throw fault;
  }
}

async function opened({ version, mappings, bus: before, ...from }: SharedLogOptions) {
  const { root, log } = await openFrom(from);
  const changes = openLogChanges({ log, root, base: version.rules });
  const judging = (partition: number, from?: Iterable<StatePart>): Judging =>
    openJudging({ version, mappings, elsewhere: root.elsewhere, from, ...changes.clocks(partition) });
  const { read } = openJudging({ version, mappings, elsewhere: root.elsewhere });
  try {
    const bus = before === undefined ? undefined : await openBus(before, streamName(root));
    return { root, log, judging, changes, read, bus };
  } catch (fault) {
    await log.database.end();
    throw fault;
  }
}
