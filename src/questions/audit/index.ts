export {
  type Answered,
  type AnsweredInPart,
  type AuditAnswer,
  type CutAnswer,
  type FoundCut,
  type FrontPoint,
  foundCut,
  type HoldingPower,
  type Interval,
  type Label,
  type Loss,
  type MeasureAnswer,
  type Notice,
  type OtherWay,
  type UnjudgedSum,
} from "./answer.ts";
export { type AuditQuestion, audit } from "./audit.ts";
export type { Side } from "./cuts.ts";
export { type ReachOf, type ReachQuestion, reachOf } from "./reach-of.ts";
export type { SettlingQuestion, UnreadAspect, Verdict } from "./verdicts.ts";
export { type WithinReach, withinReach } from "./within-reach.ts";
