/** What a set of measures does for a population. */

/** Against the measures already in force; people, and money in the template's currency. */
export interface Gain {
  readonly people: number;
  readonly money: number;
  readonly newlyExposed: number;
  readonly lockedOut: number;
  /** Protected, without the newly exposed and the locked out. */
  readonly net: number;
}
