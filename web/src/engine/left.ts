/** What a selection of measures leaves: the least that is asked of the engine, and so of anything that stands in for it. */

/** What is left under a selection of measures: no more than a to-do list needs. */
export interface Left {
  /** Losses still reached, by goal. */
  readonly remaining: readonly string[];
  readonly remainingAmount: number;
  /** `null`: no loss is reached any more. */
  readonly firstLossMinutes: number | null;
  readonly lockedOut: readonly string[];
}
