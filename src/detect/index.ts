export { type Moves, usualMoves } from "./belief.ts";
export { type Costs, type CostsOfAsking, decisions, usualCosts, type Word } from "./decide.ts";
export {
  type Decision,
  lateMinutes,
  noState,
  type Remark,
  type State,
  step,
  type Version,
} from "./engine.ts";
export type { DetectEvent, Initiator } from "./event.ts";
export { features, look, lookAtStage } from "./features.ts";
export { forget } from "./forget.ts";
export { type StoryName, storiesOf, storyNames } from "./habits.ts";
export { askedBy, kindOfFlow, wordOfFlow } from "./kind-of-flow.ts";
export { eventKinds, type KindGroup, kindGroups, proofWords } from "./kinds.ts";
export { type Likelihoods, type Logs, logsOf } from "./likelihood.ts";
export { madeLikelihoods } from "./made-likelihoods.ts";
export { type Mapping, mappingShape, readMapping } from "./mapping.ts";
export { type EventRead, eventBytesMax, readEvent } from "./read-event.ts";
export { readRules, rulesShape } from "./read-rules.ts";
export { regionPerson, withUnread } from "./region-person.ts";
export { joinRules, type RuleSet, ruleFields } from "./rules.ts";
export { meantBy, type Shape, type Stage, shapeOf } from "./shape.ts";
export { keepShapes } from "./shapes-kept.ts";
export { restore, snapshot } from "./snapshot.ts";
export { type DecisionValue, decisionValue } from "./told.ts";
export { everydaySum } from "./worth.ts";
