/**
 * Who works out the answers: this thread, or workers beside it. A question may take seconds; a server that thinks where
 * it listens is deaf meanwhile, so the one that people use thinks in workers and answers everything else at once.
 */
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { CatalogRead } from "../catalog/index.ts";
import type { AuditAnswer } from "../questions/index.ts";
import { type Answered, answerAudit, answerFounding, answerLockedOut } from "./answers.ts";
import type { AuditQuestion, LockedOutAsked } from "./contract.ts";

/** A question on its way; `today` is the day it was asked. */
export type Thought =
  | { readonly kind: "audit"; readonly asked: AuditQuestion; readonly today: string }
  | { readonly kind: "locked-out"; readonly asked: LockedOutAsked; readonly today: string }
  | { readonly kind: "founding"; readonly today: string };

export type Thinking = (thought: Thought) => Promise<Answered>;

/** A person waits this long for an answer; what is found by then is told, and labelled as not all. */
const answerMillisecondsMax = 15_000;

/** Thinks where it is asked. */
export function thinkHere(catalog: CatalogRead, clock: () => number): Thinking {
  return async (thought) => {
    const until = clock() + answerMillisecondsMax;
    const asking = { isSpent: () => clock() > until, today: thought.today };
    if (thought.kind === "audit") return answerAudit(catalog, thought.asked, asking);
    if (thought.kind === "locked-out") return answerLockedOut(catalog, thought.asked, asking);
    return { kind: "answer", answer: foundingOf(catalog, asking) };
  };
}

function foundingOf(catalog: CatalogRead, asking: Parameters<typeof answerFounding>[1]): AuditAnswer {
  const answer = answerFounding(catalog, asking);
  if (answer === undefined) throw new Error("the catalogue holds no founding case");
  return answer;
}

export interface ThinkingWorkers {
  readonly think: Thinking;
  close(): Promise<void>;
}

/** What a worker is started with. */
export interface WorkerStart {
  /** The folder of a catalogue of one's own; absent: the shipped one. */
  readonly catalogFolder: string | undefined;
}

/** What crosses to a worker and back. */
export interface Posed {
  readonly id: number;
  readonly thought: Thought;
}
export type Told =
  | { readonly id: number; readonly answered: Answered }
  | { readonly id: number; readonly fault: string };

/** A household needs a twentieth of it; a question that needs more ends its worker and not the server. */
const workerMegabytesMax = 2_048;

const workerFile = new URL(`./thinking-worker${extname(import.meta.url)}`, import.meta.url);

/**
 * One worker, started with the first question and again after it has ended; questions wait for one another, and
 * nothing else waits for them.
 */
export function thinkBeside(workerData: WorkerStart): ThinkingWorkers {
  let worker: Worker | undefined;
  let next = 0;
  const waiting = new Map<number, { settle(answered: Answered): void; fail(fault: Error): void }>();
  /** Once for each worker: one that fails also ends, and by then another may be thinking. */
  const failAll = (failed: Worker, fault: Error) => {
    if (worker !== failed) return;
    worker = undefined;
    for (const { fail } of waiting.values()) fail(fault);
    waiting.clear();
  };
  const start = (): Worker => {
    const made = new Worker(workerFile, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: workerMegabytesMax },
    });
    made.on("message", (told: Told) => {
      const asked = waiting.get(told.id);
      waiting.delete(told.id);
      if ("answered" in told) asked?.settle(told.answered);
      else asked?.fail(new Error(told.fault));
    });
    made.on("error", (fault) => failAll(made, fault));
    made.on("exit", () => failAll(made, new Error("the worker that thinks has ended")));
    made.unref();
    return made;
  };
  return {
    think: (thought) =>
      new Promise<Answered>((settle, fail) => {
        worker ??= start();
        next += 1;
        waiting.set(next, { settle, fail });
        worker.postMessage({ id: next, thought } satisfies Posed);
      }),
    close: async () => {
      await worker?.terminate();
    },
  };
}
