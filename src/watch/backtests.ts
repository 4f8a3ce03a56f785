/**
 * Comparisons of rules under way and lately done: one at a time in the service, in a worker of its own, so that what is
 * decided meanwhile waits for nothing. They are in memory alone; a start forgets them.
 */
import { extname } from "node:path";
import { serialize } from "node:v8";
import { Worker } from "node:worker_threads";
import type { Mapping, RuleSet, RulesValue, ShapesAsked, Version } from "../detect/index.ts";
import { rulesValue } from "../detect/index.ts";
import type { BacktestAsked, BacktestTold } from "./backtest.ts";

/** What decisions rest on beside events and rules, as a worker opens it for itself. */
export interface BacktestVersion extends ShapesAsked {
  readonly mappings: readonly Mapping[];
  readonly costs?: Version["costs"];
}

/** What a worker is started with. */
export interface BacktestStart {
  readonly folder: string;
  /** A `BacktestVersion`, packed once: it is some megabytes. */
  readonly version: Uint8Array;
  readonly asked: BacktestAsked;
}

export type BacktestMessage =
  | { readonly kind: "passed"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly told: BacktestTold };

export interface Backtest {
  /** Among those of its institution. */
  readonly id: number;
  readonly sets: RulesValue["sets"];
  readonly against: RulesValue["sets"];
  /** Milliseconds since 1970. */
  readonly began: number;
  readonly state: "running" | "done" | "stopped" | "failed";
  /** Its own records gone through, of so many. */
  readonly done: number;
  readonly total: number;
  readonly told?: BacktestTold;
}

export interface Backtests {
  /** `busy`: another is under way here, be it of another institution. */
  start(asked: {
    readonly institution: string;
    readonly view: string;
    readonly tried: RuleSet;
  }): Backtest | "busy";
  /** The latest first. */
  of(institution: string): readonly Backtest[];
  /** Stopped where it is under way; forgotten where it is over. */
  end(institution: string, id: number): Promise<Backtest | undefined>;
  /** Somebody was erased: they stand in no example any more, be they met anew. */
  forget(institution: string, person: string): void;
  close(): Promise<void>;
}

export interface BacktestsParts {
  readonly folder: string;
  readonly version: BacktestVersion;
  readonly inForce: () => RuleSet | undefined;
  /** Of one view the latest so many are gone through; absent: the usual. */
  readonly recordsMax?: number | undefined;
  readonly now: () => number;
  readonly say: (line: string) => void;
}

/** Some minutes, and some hundred bytes for each person. */
const recordsUsually = 200_000;
/** A new one takes the place of the last: what is compared next is compared with what is in force again. */
const keptMax = 1;
/** The catalogue and the state of two hundred thousand records, twice. */
const workerMegabytesMax = 2_048;
const workerFile = new URL(`./backtest-worker${extname(import.meta.url)}`, import.meta.url);

interface Kept {
  /** Whoever was erased while it was under way. */
  readonly erased: Set<string>;
  backtest: Backtest;
  worker: Worker | undefined;
}

export function openBacktests(parts: BacktestsParts): Backtests {
  const kept = new Map<string, Kept[]>();
  const lastId = new Map<string, number>();
  let running: Kept | undefined;
  let packed: Uint8Array | undefined;
  const isOver = (one: Kept, change: Partial<Backtest>) => {
    if (running === one) running = undefined;
    if (one.backtest.state !== "running") return;
    one.worker = undefined;
    one.backtest = { ...one.backtest, ...change };
  };
  const run = (one: Kept, asked: BacktestAsked): Worker => {
    packed ??= serialize(parts.version);
    const workerData: BacktestStart = { folder: parts.folder, version: packed, asked };
    const worker = new Worker(workerFile, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: workerMegabytesMax },
    });
    worker.on("message", (message: BacktestMessage) => {
      if (message.kind === "done") isOver(one, { state: "done", told: without(message.told, one.erased) });
      else one.backtest = { ...one.backtest, done: message.done, total: message.total };
    });
    worker.on("error", (fault) => {
      parts.say(
        `a comparison of rules ended before it was done: ${fault instanceof Error ? fault.message : String(fault)}`,
      );
      isOver(one, { state: "failed" });
    });
    worker.on("exit", () => isOver(one, { state: "failed" }));
    worker.unref();
    return worker;
  };
  return {
    start({ institution, view, tried }) {
      if (running !== undefined) return "busy";
      const earlier = kept.get(institution) ?? [];
      const id = (lastId.get(institution) ?? 0) + 1;
      lastId.set(institution, id);
      const one: Kept = {
        erased: new Set(),
        worker: undefined,
        backtest: {
          id,
          sets: rulesValue(tried).sets,
          against: rulesValue(parts.inForce()).sets,
          began: parts.now(),
          state: "running",
          done: 0,
          total: 0,
        },
      };
      kept.set(institution, [one, ...earlier].slice(0, keptMax));
      running = one;
      const { inForce, recordsMax = recordsUsually } = parts;
      one.worker = run(one, { institution, view, inForce: inForce(), tried, recordsMax });
      return one.backtest;
    },
    of: (institution) => (kept.get(institution) ?? []).map(({ backtest }) => backtest),
    async end(institution, id) {
      const all = kept.get(institution) ?? [];
      const one = all.find(({ backtest }) => backtest.id === id);
      if (one === undefined) return undefined;
      const { worker } = one;
      if (worker === undefined) {
        kept.set(
          institution,
          all.filter((each) => each !== one),
        );
        return one.backtest;
      }
      isOver(one, { state: "stopped" });
      await worker.terminate();
      return one.backtest;
    },
    forget(institution, person) {
      for (const one of kept.get(institution) ?? []) {
        one.erased.add(person);
        const { told } = one.backtest;
        if (told !== undefined) one.backtest = { ...one.backtest, told: without(told, one.erased) };
      }
    },
    async close() {
      await running?.worker?.terminate();
    },
  };
}

const without = (told: BacktestTold, erased: ReadonlySet<string>): BacktestTold => ({
  ...told,
  examples: told.examples.filter(({ person }) => !erased.has(person)),
});
