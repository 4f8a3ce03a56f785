/** Runs the engine beside the page, so that the page answers fingers and keys while rules are counted. */
import { expose } from "comlink";
import type { Chain, RunStates } from "../chain/chain.ts";
import type { Order } from "../list/todo.ts";
import type { CaseData, WholeCatalogue } from "./case-data.ts";
import { type Alone, type Block, type Engine, openEngine, type PageAnswer } from "./engine.ts";
import type { Left } from "./left.ts";
import { type Fault, type OwnCase, readOwnCase } from "./own-case.ts";
import { unpack } from "./packed.ts";
import { spentAfter } from "./spent-after.ts";

/** The beginning: nothing switched on, everything answered. */
export interface Opened {
  readonly base: PageAnswer;
  readonly alone: readonly Alone[];
  readonly blocks: readonly Block[];
}

export type OwnOpened =
  | ({ readonly kind: "opened"; readonly data: CaseData; readonly faults: readonly Fault[] } & Opened)
  | { readonly kind: "refused"; readonly faults: readonly Fault[] };

let engine: Engine | undefined;
let catalogue: Promise<WholeCatalogue> | undefined;

/** What the first answer may take for each of its searches; a household needs a tenth of it, 200 accounts need more. */
const searchMillisecondsMax = 150;

function open(data: CaseData): Opened {
  engine = openEngine(data);
  return {
    base: engine.ask([], () => spentAfter(searchMillisecondsMax)),
    alone: engine.alone(),
    blocks: engine.blocks(),
  };
}

function opened(): Engine {
  if (engine === undefined) throw new Error("no case is open");
  return engine;
}

async function fetchCatalogue(address: string): Promise<WholeCatalogue> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the catalogue cannot be fetched: ${response.status}`);
  return unpack<WholeCatalogue>(await response.text());
}

const caseWorker = {
  /** The founding case, as its file's text. */
  openPacked: (packed: string): Opened => open(unpack<CaseData>(packed)),
  /** A case of one's own; `address` is where the whole catalogue lies. */
  async openOwn(own: OwnCase, address: string): Promise<OwnOpened> {
    catalogue ??= fetchCatalogue(address);
    try {
      const { data, faults } = readOwnCase(await catalogue, own);
      return data === undefined
        ? { kind: "refused", faults }
        : { kind: "opened", data, faults, ...open(data) };
    } catch (fault) {
      catalogue = undefined; // It may be there the next time.
      throw fault;
    }
  },
  /** Under other measures, of the case opened last. */
  ask: (measures: readonly string[]): PageAnswer => opened().askQuickly(measures),
  left: (measures: readonly string[]): Left => opened().left(measures),
  order: (measures: readonly string[], done: readonly string[]): Order => opened().order(measures, done),
  chain: (goal: string | undefined): Chain => opened().chain(goal),
  chainUnder: (measures: readonly string[]): RunStates => opened().chainUnder(measures),
};
export type CaseWorker = typeof caseWorker;

expose(caseWorker);
