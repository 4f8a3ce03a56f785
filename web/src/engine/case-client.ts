/**
 * The page's end of the engine's worker: one for the page's life, begun when it is first asked or the reader first stirs.
 * The founding case comes answered, so that whoever only reads its first view waits for no worker and works a borrowed
 * phone no harder than it needs; the worker opens it when the reader stirs, at the latest with the first question.
 */
import { type Remote, wrap } from "comlink";
import type { CaseAnswer } from "../../../src/asking/index.ts";
import type { AuditAnswer, Chain, EffortName, Left, Order, RunStates } from "../../../src/questions/index.ts";
import type { CaseData, FoundingState } from "./case-data.ts";
import type { AnsweredCase, Opened } from "./engine.ts";
import type { LongWorker } from "./long-worker.ts";
import type { LostQuestion, LostTold } from "./lost.ts";
import type { OwnCase } from "./own-case.ts";
import { unpack } from "./packed.ts";
import { onceStirred } from "./stirring.ts";
import type { CaseWorker, OwnOpened } from "./worker.ts";
import { askOnDemand } from "./worker-life.ts";

const ask = askOnDemand<CaseWorker>(
  () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
);
onceStirred(() => void ask(() => Promise.resolve()).catch(() => {})); // Whoever asks it hears of it.

/** The case that was opened last, and asked of its worker: nobody waits for an answer about another one. */
let newest = 0;

/** What is asked of an opened case. Asked of one that another has followed, it is never answered. */
export interface CaseEngine {
  ask(measures: readonly string[]): Promise<CaseAnswer>;
  left(measures: readonly string[]): Promise<Left>;
  order(measures: readonly string[], done: readonly string[]): Promise<Order>;
  whileStanding(sets: readonly (readonly string[])[]): Promise<readonly (readonly string[])[]>;
  chain(goal: string | undefined): Promise<Chain>;
  chainUnder(measures: readonly string[]): Promise<RunStates>;
  /** What the owner could still open if these were lost; `undefined`: one of them cannot be lost. */
  lockedOut(question: LostQuestion): Promise<LostTold | undefined>;
  /** The answer with what leaks so often known where it is not here, and the other way round. */
  otherwiseLeaked(): Promise<AuditAnswer | undefined>;
}

/** `open`: what has to be done before it can be asked. */
function engineOf(id: number, open: () => Promise<void> = () => Promise.resolve()): CaseEngine {
  const asked = <Value>(question: (worker: Remote<CaseWorker>) => Promise<Value>): Promise<Value> =>
    answerOf(id, async (worker) => {
      await open();
      return question(worker);
    });
  return {
    ask: (measures) => asked((worker) => worker.ask(id, measures)),
    left: (measures) => asked((worker) => worker.left(id, measures)),
    order: (measures, done) => asked((worker) => worker.order(id, measures, done)),
    whileStanding: (sets) => asked((worker) => worker.whileStanding(id, sets)),
    chain: (goal) => asked((worker) => worker.chain(id, goal)),
    chainUnder: (measures) => asked((worker) => worker.chainUnder(id, measures)),
    lockedOut: (question) => asked((worker) => worker.lockedOut(id, question)),
    otherwiseLeaked: () => asked((worker) => worker.otherwiseLeaked(id)),
  };
}

/** Fails when the worker does or has ended; never comes where another case has been opened meanwhile. */
async function answerOf<Value>(
  id: number,
  question: (worker: Remote<CaseWorker>) => Promise<Value>,
): Promise<Value> {
  try {
    const answer = await ask(question);
    if (id === newest) return answer;
  } catch (fault) {
    if (id === newest) throw fault;
  }
  return new Promise<never>(() => {});
}

const founding = new Map<FoundingState, Promise<string>>();
const foundingFile = { before: "founding-before", after: "founding" } as const;

/** Begins to fetch the founding case; asked again it does nothing, unless the last try failed. */
export function fetchFounding(state: FoundingState): Promise<string> {
  const known = founding.get(state);
  if (known !== undefined) return known;
  const fetched = fetch(addressOf(foundingFile[state]))
    .then((response) => {
      if (!response.ok) throw new Error(`the founding case cannot be fetched: ${response.status}`);
      return response.text();
    })
    .catch((fault: unknown) => {
      founding.delete(state);
      throw fault;
    });
  founding.set(state, fetched);
  return fetched;
}

/** The case and what its first view says. */
export const foundingCase = async (state: FoundingState): Promise<AnsweredCase> =>
  unpack<AnsweredCase>(await fetchFounding(state));

export async function openFounding(
  state: FoundingState,
): Promise<Opened & { readonly data: CaseData; readonly engine: CaseEngine }> {
  newest += 1;
  const id = newest;
  const { data, opened } = await foundingCase(state);
  let asked: Promise<void> | undefined;
  const open = () => {
    asked ??= fetchFounding(state).then((packed) => ask((worker) => worker.openPacked(id, packed)));
    return asked;
  };
  onceStirred(() => id === newest && void open().catch(() => {})); // The first question hears of it.
  return { ...opened, data, engine: engineOf(id, open) };
}

export type OwnOpenedHere =
  | Exclude<OwnOpened, { kind: "opened" }>
  | (Extract<OwnOpened, { kind: "opened" }> & { readonly engine: CaseEngine });

export async function openOwn(own: OwnCase): Promise<OwnOpenedHere> {
  newest += 1;
  const id = newest;
  const opened = await answerOf<OwnOpened>(id, (worker) => worker.openOwn(id, own, addressOf("catalogue")));
  return opened.kind === "opened" ? { ...opened, engine: engineOf(id) } : opened;
}

export interface Looking {
  readonly answer: Promise<CaseAnswer>;
  /** Ends it; `answer` is then never given. */
  stop(): void;
}

/** The whole answer again, with so much effort for each of its searches, beside everything else. */
export function lookLonger(data: CaseData, effort: EffortName): Looking {
  const worker = new Worker(new URL("./long-worker.ts", import.meta.url), { type: "module" });
  const stop = () => worker.terminate();
  return { answer: wrap<LongWorker>(worker).ask(data, effort).finally(stop), stop };
}

/** Where the build has laid a file of data; see data-plugin.ts. */
export function addressOf(
  file:
    | "founding"
    | "founding-before"
    | "catalogue"
    | "services"
    | "night"
    | "population"
    | "records"
    | "rules"
    | "institutions",
): string {
  const link = document.getElementById(file);
  if (!(link instanceof HTMLLinkElement)) throw new Error(`the document does not say where ${file} is`);
  return link.href;
}
