export { type LentRule, type LentRules, lentRules, within } from "./lent-rules.ts";
export { ownerGoals } from "./owner-goals.ts";
export {
  activeWith,
  chosenOf,
  nodesOf,
  nodeText,
  openReach,
  ownerStartOf,
  type Reach,
  reachesAtom,
  startNodesOf,
  startOf,
  stepRunBy,
  unsetFromStart,
} from "./reach.ts";
export type { Meaning, Node, Origin } from "./rules-of-steps.ts";
export {
  outlineOf,
  type StepBasis,
  type StepOutline,
  type ToldStep,
  type Way,
  wayOf,
  weakest,
} from "./way.ts";
