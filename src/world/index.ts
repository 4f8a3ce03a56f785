export { type Interval95, meanOf, wilson } from "./intervals.ts";
export { type IntruderOptions, intruderPolicies } from "./intruders.ts";
export type {
  Actor,
  ActorId,
  ConditionSpan,
  EventKind,
  Intention,
  MoneyMove,
  Night,
  NightEvent,
  NightQuestion,
  Policy,
  View,
} from "./night.ts";
export {
  checklistMoves,
  type Defence,
  defend,
  husbandsMoves,
  type Move,
  type MoveKind,
  type OwnerOptions,
  ownerPolicies,
  ringsEveryMinutesUsually,
} from "./owners.ts";
export {
  mergeTallies,
  type RaceOptions,
  type RaceQuestion,
  type RaceTally,
  race,
  racePrepared,
  type WayTally,
} from "./race.ts";
export {
  type Replay,
  type ReplayLine,
  type ReplayQuestion,
  replay,
} from "./replay.ts";
export type { ScriptComplaint, ScriptLine } from "./script.ts";
export { type Prepared, prepare, simulate, simulatePrepared } from "./simulate.ts";
export { atomText, ruleAt, type Stage, stageOf, unstatedFlows } from "./stage.ts";
export {
  type GoalAnswer,
  type RaceAnswer,
  type Share,
  summarise,
  type TimesAnswer,
  type WayAnswer,
} from "./summarise.ts";
