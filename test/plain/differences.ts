/**
 * Where the arena is known to differ from the notation, one id each; docs and smallest worlds stand in differences.md
 * and differences.test.ts. A night is compared up to the first minute at which one of these can show. Whoever mends one
 * takes its id away here, and the nights are compared past it from then on.
 */
export const differences = ["dead-though-never-had", "lifts-and-gives", "own-hands-too-much"] as const;
export type DifferenceId = (typeof differences)[number];

export function meet(met: Map<DifferenceId, number>, id: DifferenceId, at: number): void {
  met.set(id, Math.min(at, met.get(id) ?? Infinity));
}
