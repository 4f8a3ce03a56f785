/** Runs the engine beside the page, so that the page answers fingers and keys while rules are counted. */
import { expose } from "comlink";
import type { CaseAnswer, OpenCase } from "../../../src/asking/index.ts";
import type { AuditAnswer, Chain, Left, Order, RunStates } from "../../../src/questions/index.ts";
import type { CaseData, WholeCatalogue } from "./case-data.ts";
import { type AnsweredCase, type Opened, openEngine, openedOf } from "./engine.ts";
import { withOtherLeaked } from "./leaked.ts";
import { type LostQuestion, type LostTold, lockedOutIn } from "./lost.ts";
import { type Fault, type OwnCase, readOwnCase } from "./own-case.ts";
import { unpack } from "./packed.ts";
import { WantedCase } from "./wanted-case.ts";
import { holdForLife } from "./worker-life.ts";

export type OwnOpened =
  | ({ readonly kind: "opened"; readonly data: CaseData; readonly faults: readonly Fault[] } & Opened)
  | { readonly kind: "refused"; readonly faults: readonly Fault[] };

const cases = new WantedCase<{ readonly engine: OpenCase; readonly data: CaseData }>();
let catalogue: Promise<WholeCatalogue> | undefined;

function keep(id: number, data: CaseData): OpenCase {
  const engine = openEngine(data);
  cases.put(id, { engine, data });
  return engine;
}

function open(id: number, data: CaseData): Opened {
  return openedOf(keep(id, data));
}

async function fetchCatalogue(address: string): Promise<WholeCatalogue> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the catalogue cannot be fetched: ${response.status}`);
  return unpack<WholeCatalogue>(await response.text());
}

const engineOf = (id: number): OpenCase => cases.of(id).engine;

/** Each call says which case it is about: the `id` it was opened under. */
const caseWorker = {
  /** Holds the lock of this name as long as the worker lives. */
  live: holdForLife,
  /** The founding case, as its file's text; what its beginning is answered stands in there. */
  openPacked(id: number, packed: string): void {
    cases.begin(id);
    keep(id, unpack<AnsweredCase>(packed).data);
  },
  /** A case of one's own; `address` is where the whole catalogue lies. */
  async openOwn(id: number, own: OwnCase, address: string): Promise<OwnOpened> {
    cases.begin(id);
    catalogue ??= fetchCatalogue(address).catch((fault: unknown) => {
      catalogue = undefined; // It may be there the next time.
      throw fault;
    });
    const { data, faults } = readOwnCase(await catalogue, own);
    return data === undefined
      ? { kind: "refused", faults }
      : { kind: "opened", data, faults, ...open(id, data) };
  },
  /** Under other measures. */
  ask: (id: number, measures: readonly string[]): CaseAnswer => engineOf(id).askQuickly(measures),
  left: (id: number, measures: readonly string[]): Left => engineOf(id).left(measures),
  order: (id: number, measures: readonly string[], done: readonly string[]): Order =>
    engineOf(id).order(measures, done),
  whileStanding: (id: number, sets: readonly (readonly string[])[]): readonly (readonly string[])[] =>
    engineOf(id).whileStanding(sets),
  chain: (id: number, goal: string | undefined): Chain => engineOf(id).chain(goal),
  chainUnder: (id: number, measures: readonly string[]): RunStates => engineOf(id).chainUnder(measures),
  /** `undefined`: one of these cannot be lost. */
  lockedOut: (id: number, question: LostQuestion): LostTold | undefined =>
    lockedOutIn(cases.of(id).data, question),
  /** With the other answer to whether a thief knows what leaks so often; undefined: nothing here leaks. */
  otherwiseLeaked(id: number): AuditAnswer | undefined {
    const other = withOtherLeaked(cases.of(id).data);
    return other === undefined ? undefined : openEngine(other).askQuickly([]).audit;
  },
};
export type CaseWorker = typeof caseWorker;

expose(caseWorker);
