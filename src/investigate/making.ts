/**
 * What the program is made of: parts of a story, the links between them, and columns and rows as they are made.
 *
 * A column says whether a part is in the story; an unseen part has a time beside it, a seen one its moment.
 */
import type { Program, ProgramRow } from "../graph/index.ts";
import type { Grounded, Step } from "../ground/index.ts";
import type { AtomId, ConditionId } from "../model/index.ts";
import type { Incident } from "./incident.ts";
import type { Order } from "./order.ts";
import type { Powers, Side } from "./powers.ts";
import type { SeenRun } from "./runs.ts";

export type Part =
  | { readonly kind: "seen"; readonly run: SeenRun }
  | { readonly kind: "unseen"; readonly step: Step; readonly side: Side; readonly clears?: ConditionId }
  | { readonly kind: "assumed"; readonly atom: AtomId }
  | { readonly kind: "unknown-flow" };

export interface Link {
  readonly asker: number;
  readonly atom: AtomId;
  readonly giver: number;
  readonly column: number;
}

export interface LeftOut {
  /** How many rows of the stretch. */
  readonly rows: number;
  /** Observations, as indices, that could have come about in more ways than were weighed. */
  readonly ways: readonly number[];
  /** How many unseen steps could have given what is asked, and were not weighed. */
  readonly steps: number;
}

export interface Model {
  /** Its costs are those of the explanation and, far below them, the prices by which equals stand in order. */
  readonly program: Program;
  /** Column by column, without those prices. */
  readonly costs: readonly number[];
  readonly parts: readonly Part[];
  /** Part by part: its column, and the column of its time where it has none of its own. */
  readonly columnOf: readonly number[];
  readonly timeOf: readonly (number | undefined)[];
  /** Part by part: the column that says that its flow, which nobody has read there, is there. */
  readonly columnsWith: ReadonlyMap<number, number>;
  readonly links: readonly Link[];
  /** Observation by observation: the columns of "ordinary" and of "left by the unknown flow". */
  readonly ordinary: readonly number[];
  readonly byUnknown: readonly (number | undefined)[];
  readonly somebody: number;
  /** Columns without which a good explanation is soon found. */
  readonly unlikely: readonly number[];
  /** What was not weighed; no story is proved where there is any. */
  readonly leftOut: LeftOut;
}

/** A choice that keeps every row of the program. */
export interface Story {
  readonly cost: number;
  /** The same with the prices by which equals stand in order. */
  readonly priced: number;
  readonly proved: boolean;
  /** Parts that are in it. */
  readonly parts: readonly number[];
  /** Indices into `links` that are used. */
  readonly links: readonly number[];
  /** Part by part its minute, from the beginning of the incident; absent: it is a seen one. */
  readonly times: ReadonlyMap<number, number>;
  /** Observations of ordinary life. */
  readonly ordinary: ReadonlySet<number>;
  readonly byUnknown: ReadonlySet<number>;
  /** Column by column of its program. */
  readonly values: readonly number[];
}

export interface ModelQuestion {
  readonly world: Grounded;
  readonly powers: Powers;
  readonly order: Order;
  readonly incident: Incident;
  readonly seen: readonly SeenRun[];
  /** Observations, as indices, of which `seen` has not every way they could have come about. */
  readonly cutAt: readonly number[];
  /** What an intruder is told to have had, and since when. */
  readonly toldHeld: ReadonlyMap<AtomId, number>;
  /** They say that somebody lied to them, or was told what only they should know. */
  readonly isMet: boolean;
  /** What whoever lied to them may have been told, and since when. */
  readonly heard: ReadonlyMap<AtomId, number>;
  /** What an intruder may have had beside the owner, who has it still. */
  readonly shared: ReadonlySet<AtomId>;
  /** Observations the owner could not have left in her own way: what that takes was gone by then. */
  readonly barred: ReadonlySet<number>;
  /** Observations somebody of the owner's side says were not theirs. */
  readonly denied: ReadonlySet<number>;
  /** Observations only the unknown flow could explain. */
  readonly strange: ReadonlySet<number>;
}

/** Minutes between a run and one that needs it. */
export const apart = 0.05;
export const infinity = Number.POSITIVE_INFINITY;

/** Columns and rows as they are made. */
export class Making {
  readonly costs: number[] = [];
  /** Column by column: its price in the order of equals. */
  readonly prices: number[] = [];
  readonly least: number[] = [];
  readonly most: number[] = [];
  readonly isWhole: boolean[] = [];
  readonly rows: ProgramRow[] = [];

  column(cost: number, price = 0): number {
    this.prices.push(price);
    this.isWhole.push(true);
    this.least.push(0);
    this.most.push(1);
    return this.costs.push(cost) - 1;
  }

  time(from: number, to: number): number {
    this.prices.push(0);
    this.isWhole.push(false);
    this.least.push(from);
    this.most.push(to);
    return this.costs.push(0) - 1;
  }

  row(terms: readonly (readonly [column: number, weight: number])[], least: number, most = infinity): void {
    const sums = new Map<number, number>();
    for (const [column, weight] of terms) sums.set(column, (sums.get(column) ?? 0) + weight);
    const kept = [...sums].filter(([, weight]) => weight !== 0);
    this.rows.push({
      columns: kept.map(([column]) => column),
      weights: kept.map(([, weight]) => weight),
      least,
      most,
    });
  }
}

export interface Parts {
  readonly question: ModelQuestion;
  readonly making: Making;
  readonly parts: readonly Part[];
  readonly columnOf: readonly number[];
  readonly timeOf: readonly (number | undefined)[];
}
