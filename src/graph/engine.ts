/** What the number-level engine offers to the rest of the room. */
export {
  activeUnder,
  compile,
  minutesPerWeek,
  type Atom,
  type PlainRule,
  type Rules,
  type WeeklyWindow,
} from "./rules.ts";
export { closure, closureScratch, heldAtStart, notReached, rulesBehind, type Closure } from "./closure.ts";
export { earliest, earliestScratch, type Earliest, type EarliestOptions } from "./earliest.ts";
export { proof, type Proof, type ProofQuestion, type ProofStep, type Support } from "./proof.ts";
export { pick, plainRule, slice, type Slice, type SliceQuestion } from "./slice.ts";
export { minimumCover, type CoverAnswer, type CoverEffort, type CoverProblem, type MinimumCover } from "./cover.ts";
export { alone, cut, cuts, type Cut, type CutQuestion, type Cuts, type NoCut } from "./cut.ts";
export type { Horizon, Party } from "./cores.ts";
