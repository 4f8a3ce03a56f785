/** What a cover is: the words shared by those who ask for one (`cover.ts`), bound it, make it smaller and search it. */

import type { IsSpent } from "./budget.ts";

/** `v + 1`: choose `v`. `-(v + 1)`: leave `v` out. */
export type Literal = number;
export type Clause = readonly Literal[];

/** A bound on the weight of all that is chosen; it need not follow the costs. */
export interface CoverLimit {
  readonly weights: ArrayLike<number>;
  readonly most: number;
}

export interface CoverProblem {
  /** What choosing each variable costs; zero or more. */
  readonly costs: ArrayLike<number>;
  readonly clauses: readonly Clause[];
  readonly limit?: CoverLimit | undefined;
  /** Only selections cheaper than this interest. */
  readonly upper?: number | undefined;
}

export interface CoverAnswer {
  /** The chosen variables, ascending; `undefined` when none was found. */
  readonly chosen: readonly number[] | undefined;
  /** `Infinity` when none was found. */
  readonly cost: number;
  /** No selection that satisfies the clauses costs less, except that it never exceeds `upper`. */
  readonly lower: number;
  /** `chosen` is the cheapest, or, without `chosen`, nothing below `upper` exists. */
  readonly proved: boolean;
}

/** Any solver of the problem. It must stop soon after `isSpent` says so and then tell the bound it has. */
export type MinimumCover = (problem: CoverProblem, isSpent: IsSpent) => CoverAnswer;

export interface CoverEffort {
  /** Asked before each piece of work, with its size; see `budget.ts`. */
  readonly isSpent?: IsSpent | undefined;
  /** Tried on a component that our own search did not finish within `nodesMax`. */
  readonly hard?: MinimumCover | undefined;
  readonly nodesMax?: number | undefined;
}

/** Sums of a few hundred costs differ by less than this when they are equal. */
export const costTolerance = 1e-9;
