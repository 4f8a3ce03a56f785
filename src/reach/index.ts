export { type LentRule, type LentRules, lentRules, within } from "./lent-rules.ts";
export { type LimitedUnder, limitOf } from "./limit.ts";
export type { Meaning, Node, Origin } from "./origins.ts";
export type { OwnSetting } from "./own-settings.ts";
export { ownerGoals } from "./owner-goals.ts";
export {
  activeWith,
  choicesNamed,
  liftedNodes,
  nodesOf,
  nodeText,
  openReach,
  ownerStartOf,
  type Reach,
  reachesAtom,
  startNodesOf,
  startOf,
  stepOfRule,
  stepRunBy,
  unsetFromStart,
} from "./reach.ts";
export { isTakenWhole } from "./taken-whole.ts";
export {
  outlineOf,
  type StepBasis,
  type StepOutline,
  type ToldStep,
  type Way,
  wayOf,
  weakest,
} from "./way.ts";
