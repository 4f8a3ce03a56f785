/** What the number-level engine offers to the rest of the room. */

export { type CheapestQuestion, type CheapestWay, cheapest } from "./cheapest.ts";
export { type Closure, closure, closureScratch, heldAtStart, notReached, rulesBehind } from "./closure.ts";
export type { Horizon, Party } from "./cores.ts";
export {
  type CoverAnswer,
  type CoverEffort,
  type CoverProblem,
  type MinimumCover,
  minimumCover,
} from "./cover.ts";
export { alone, type Cut, type CutQuestion, type Cuts, cut, cuts, type NoCut } from "./cut.ts";
export { type DifferentWays, differentWays } from "./different-ways.ts";
export { type Earliest, type EarliestOptions, earliest, earliestScratch } from "./earliest.ts";
export { type Front, type FrontPoint, type FrontQuestion, front } from "./front.ts";
export { type Proof, type ProofQuestion, type ProofStep, proof, type Support } from "./proof.ts";
export {
  type Atom,
  activeUnder,
  compile,
  minutesPerWeek,
  type PlainRule,
  type Rules,
  type WeeklyWindow,
} from "./rules.ts";
export { pick, type Slice, type SliceQuestion, slice } from "./slice.ts";
