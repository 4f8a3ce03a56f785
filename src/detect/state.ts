/** What is kept between events, what a decision rests on beside them, and what one says. Values; nothing is decided here. */
import type { Catalog } from "../catalog/index.ts";
import type { Moves } from "./belief.ts";
import type { Costs, Word } from "./decide.ts";
import type { DetectEvent } from "./event.ts";
import { noRows, type Rows } from "./habits.ts";
import type { Logs } from "./likelihood.ts";
import { noPopulation, type Population } from "./population.ts";
import { type Judged, type Listed, noWindows, type RuleSet, type Windows } from "./rules.ts";
import type { Shape, Stage } from "./shape.ts";
import type { StepUp } from "./step-up.ts";
import type { Trail } from "./trail.ts";

/** Everything a decision rests on beside the events. */
export interface Version {
  readonly catalog: Catalog;
  readonly logs: Logs;
  readonly likelihoods: string;
  /** The shape of a person, or of the somebody of a region; kept by whoever opened the version. */
  readonly shapeOf: (person: string, region: string | undefined) => Shape;
  readonly rules?: RuleSet | undefined;
  readonly costs?: Costs | undefined;
  readonly listed?: Listed | undefined;
  readonly moves?: Moves | undefined;
  /** The last minute that is not the future. */
  readonly until: number;
  /** Told of every act's cells before it is weighed: by whoever counts likelihoods. */
  readonly onCells?: ((cells: Int16Array, event: DetectEvent) => void) | undefined;
}

export interface State {
  readonly rows: Rows;
  readonly trails: Map<string, Trail>;
  /** By id: a number made from the content, a multiple of four, plus what was decided. */
  readonly seen: Map<string, number>;
  readonly population: Population;
  readonly windows: Windows;
  /** What institutions said of where a person lives, for those nobody described. */
  readonly regions: Map<string, string>;
}

export const noState = (): State => ({
  rows: noRows(),
  trails: new Map(),
  seen: new Map(),
  population: noPopulation(),
  windows: noWindows(),
  regions: new Map(),
});

export type Remark =
  | "twice"
  | "changed"
  | "late"
  | "future"
  | "unknown-kind"
  | "new-person"
  | "batch"
  | "window-cut"
  /** The table has no such currency: the sum is compared with sums in the same one only. */
  | "unknown-currency";

export interface Decision {
  readonly event: string;
  readonly person: string;
  readonly decision: Word;
  /** How likely this act is somebody else's, 0 to 1. */
  readonly risk: number;
  readonly stage: { readonly before: Stage | undefined; readonly after: Stage | undefined };
  /** Losses that were out of reach before this event, or twice as far. */
  readonly madePossible: readonly string[];
  /** The odd acts this rests on, the earliest first. */
  readonly chain: readonly string[];
  /** Those of them that gave what this event asked. */
  readonly openedBy: readonly string[];
  /** The flows left on the shortest way to a loss. */
  readonly left: readonly string[];
  readonly stepUp?: StepUp;
  readonly hold?: { readonly minutes: number; readonly until: string };
  /** The operator's rules that spoke. */
  readonly rules: readonly string[];
  /** Rules that would have decided, had they been on. */
  readonly shadow: readonly Judged[];
  /** The weakest source the stage rests on; `assumed` for somebody nobody described. */
  readonly basis: string;
  readonly label: "exact" | "bounds" | "open";
  /** What the acts looked like: the reasons beside the chain. */
  readonly because: readonly string[];
  readonly said: readonly Remark[];
}

/** The shape of whom an event speaks of; of somebody nobody described, that of the region's somebody. */
export const shapeFor = (state: State, { person }: DetectEvent, { shapeOf }: Version): Shape =>
  shapeOf(person, state.regions.get(person));
