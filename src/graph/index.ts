export { alikeBlocks, type Block, solvingAlikeAsOne } from "./alike.ts";
export { type Budget, type IsSpent, neverSpent, workBudget } from "./budget.ts";
export { type CheapestQuestion, type CheapestWay, cheapest } from "./cheapest.ts";
export { type Closure, closure, closureScratch, heldAtStart, notReached, rulesBehind } from "./closure.ts";
export type { Horizon, Party } from "./cores.ts";
export { minimumCover } from "./cover.ts";
export type { CoverAnswer, CoverEffort, CoverProblem, MinimumCover } from "./cover-problem.ts";
export { alone, type Cut, type CutQuestion, type Cuts, cut, cuts, type NoCut, type OpenCut } from "./cut.ts";
export { type DifferentWays, differentWays } from "./different-ways.ts";
export { type Earliest, type EarliestOptions, earliest, earliestScratch } from "./earliest.ts";
export { extended, type MoreRules } from "./extended.ts";
export { type Front, type FrontPoint, type FrontQuestion, front } from "./front.ts";
export {
  keepsRows,
  type MinimumProgram,
  type Program,
  type ProgramAnswer,
  type ProgramRow,
  rowTolerance,
} from "./program.ts";
export { type Proof, type ProofQuestion, type ProofStep, proof, type Support } from "./proof.ts";
export { proofOfRun, type RunQuestion } from "./proof-of-run.ts";
export {
  type Atom,
  activeUnder,
  asksOf,
  compile,
  isNever,
  minutesPerWeek,
  type PlainRule,
  type Rules,
  type WeeklyWindow,
  waitFor,
} from "./rules.ts";
export { pick, type Slice, type SliceQuestion, slice } from "./slice.ts";
