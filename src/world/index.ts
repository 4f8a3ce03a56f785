export { type Cue, plainSights, type Sleep } from "./attention.ts";
export { type Interval95, meanOf, wilson } from "./intervals.ts";
export { type IntruderOptions, intruderPolicies } from "./intruders.ts";
export { type Aim, isNamedIn, type MoveKind, moveKinds } from "./moves.ts";
export type {
  ActorAsked,
  Chance,
  ConditionSpan,
  ForcedAct,
  Intention,
  Latents,
  Night,
  NightQuestion,
  Policy,
  Thinker,
  View,
} from "./night.ts";
export { type Difference, type NightsBetween, nightsBetween, type RacedPair } from "./nights-between.ts";
export {
  type NightSnapshot,
  type OpenNight,
  openNight,
  resumeNight,
  resumeUntold,
  type UntoldNight,
} from "./open-night.ts";
export {
  checklistMoves,
  type Defence,
  defend,
  type Move,
  type OwnerOptions,
  ownerPolicies,
} from "./owners.ts";
export { isBelievedReady } from "./planner.ts";
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
export { rowOf } from "./rows.ts";
export type { OwnSetting, ScriptComplaint, ScriptLine } from "./script.ts";
export { type Prepared, prepare, simulate, simulatePrepared } from "./simulate.ts";
export type { Hours } from "./sleep.ts";
export { atomText, type Stage, stageOf, stepAt, unstatedFlows } from "./stage.ts";
export {
  type GoalAnswer,
  type RaceAnswer,
  type Share,
  summarise,
  type TimesAnswer,
  type WayAnswer,
} from "./summarise.ts";
