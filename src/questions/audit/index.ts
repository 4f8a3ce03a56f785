export type {
  AuditAnswer,
  CutAnswer,
  FrontPoint,
  HoldingPower,
  Interval,
  Label,
  Loss,
  MeasureAnswer,
  OtherWay,
  UnjudgedSum,
} from "./answer.ts";
export { type AuditQuestion, audit } from "./audit.ts";
export type { Side } from "./cuts.ts";
export { type ReachOf, type ReachQuestion, reachOf } from "./reach-of.ts";
export type { SettlingQuestion, UnreadAspect, Verdict } from "./verdicts.ts";
export { type WithinReach, withinReach } from "./within-reach.ts";
