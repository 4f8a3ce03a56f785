export { intruderPolicies, type IntruderOptions } from "./intruders.ts";
export type { Interval95 } from "./intervals.ts";
export type { Actor, ActorId, ConditionSpan, EventKind, Intention, MoneyMove, Night, NightEvent, NightQuestion, Policy, View } from "./night.ts";
export { defend, type Defence, type Move, type MoveKind, ownerPolicies, type OwnerOptions } from "./owners.ts";
export { mergeTallies, race, type RaceOptions, type RaceQuestion, racePrepared, type RaceTally, type WayTally } from "./race.ts";
export { type Replay, type ReplayLine, type ReplayQuestion, replay, type ScriptComplaint, type ScriptLine } from "./replay.ts";
export { prepare, type Prepared, simulate, simulatePrepared } from "./simulate.ts";
export { atomText, flowName, ruleAt, type Stage, stageOf } from "./stage.ts";
export { type GoalAnswer, type RaceAnswer, type Share, summarise, type TimesAnswer, type WayAnswer } from "./summarise.ts";
