export { newThingsOf } from "./brought.ts";
export { cancellersOf } from "./cancellers.ts";
export { type Choice, chosenOf, findChoice, isPrevention, noPreventionOf } from "./choices.ts";
export { flowName } from "./flow-name.ts";
export { amountOf, fearedAs } from "./goals.ts";
export { type GroundQuestion, ground, groundWithin, idleFlows, playsPart } from "./ground.ts";
export type {
  Coverage,
  Giving,
  Goal,
  GroundCondition,
  Grounded,
  GroundTrace,
  Revocation,
  Setter,
  Setting,
  Step,
} from "./grounded.ts";
export { type RunLimit, runLimitsOf, type SumLimit, sumLimitsOf } from "./grounded.ts";
export { agrees, chosen, type Guard, isPossible, notChosen } from "./guard.ts";
export { type HeldBack, heldBackIn, takenBackBy } from "./held-back.ts";
export { heldApart, keptElsewhere, sameAtStart, takenAlong, takenTogether } from "./kept-apart.ts";
export { type CouldLend, type Lending, type Loan, lendingOf } from "./lend.ts";
export type { Lent } from "./lent.ts";
export { type GroundMemory, groundMemory, worldLike } from "./memory.ts";
export { atomsOf, heldIn } from "./named.ts";
export { hasPaper, presenceWithoutPapers, secretsOnPaper } from "./on-paper.ts";
export {
  anchorsBeside,
  anchorsOf,
  type HandyThing,
  hangsOnSet,
  ownHands,
  setAnchorsOf,
} from "./own-hands.ts";
export { ownerStart, runsWith } from "./owner-start.ts";
export { proofOfStep } from "./proof-of-step.ts";
export { sessionsEnded } from "./seen-with.ts";
export { partedByStops } from "./stops.ts";
export { leastMinutes, opensOf } from "./times.ts";
export type { Edge, Wiring } from "./wiring.ts";
export { worldUnder } from "./world-under.ts";
