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

/** Thinks where it is asked. */
export function thinkHere(catalog: CatalogRead): Thinking {
  return async (thought) => {
    const asking = { today: thought.today };
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

/**
 * Nobody waits longer. An answer's searches are budgeted in work (`effortsFor`), which a machine so slow or so busy does
 * not get done in this: then the question is refused as a whole. A clock never changes what an answer says.
 */
const answerMillisecondsMax = 120_000;

/** The machine was too slow or too busy for the whole answer; none is given. */
export class OutOfTime extends Error {}

const workerFile = new URL(`./thinking-worker${extname(import.meta.url)}`, import.meta.url);

interface Waiting {
  readonly thought: Thought;
  settle(answered: Answered): void;
  fail(fault: Error): void;
}

/**
 * One worker, started with the first question and again after it has ended; it has one question at a time, the others
 * wait for it, and nothing else waits for them.
 */
export function thinkBeside(
  workerData: WorkerStart,
  millisecondsMax: number = answerMillisecondsMax,
): ThinkingWorkers {
  let worker: Worker | undefined;
  let guard: NodeJS.Timeout | undefined;
  let next = 0;
  let isClosed = false;
  /** The first has been posed to the worker. */
  const waiting: Waiting[] = [];
  /** The first is answered or has failed: the next one's turn. */
  const done = () => {
    clearTimeout(guard);
    const asked = waiting.shift();
    pose();
    return asked;
  };
  const pose = () => {
    if (isClosed) for (const { fail } of waiting.splice(0)) fail(new Error("the server has been closed"));
    const first = waiting[0];
    if (first === undefined) return;
    worker ??= start();
    next += 1;
    worker.postMessage({ id: next, thought: first.thought } satisfies Posed);
    const thinking = worker;
    guard = setTimeout(() => {
      ended(thinking, new OutOfTime("the answer took too long"));
      void thinking.terminate();
    }, millisecondsMax);
    guard.unref();
  };
  /** Once for each worker: one that fails also ends, and by then another may be thinking. */
  const ended = (which: Worker, fault: Error) => {
    if (worker !== which) return;
    worker = undefined;
    done()?.fail(fault);
  };
  const start = (): Worker => {
    const made = new Worker(workerFile, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: workerMegabytesMax },
    });
    made.on("message", (told: Told) => {
      if (worker !== made || told.id !== next) return;
      const asked = done();
      if ("answered" in told) asked?.settle(told.answered);
      else asked?.fail(new Error(told.fault));
    });
    made.on("error", (fault) => ended(made, fault));
    made.on("exit", () => ended(made, new Error("the worker that thinks has ended")));
    made.unref();
    return made;
  };
  return {
    think: (thought) =>
      new Promise<Answered>((settle, fail) => {
        waiting.push({ thought, settle, fail });
        if (waiting.length === 1) pose();
      }),
    close: async () => {
      isClosed = true;
      clearTimeout(guard);
      await worker?.terminate();
    },
  };
}
