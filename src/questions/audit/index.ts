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
  Step,
  StepBasis,
  Way,
} from "./answer.ts";
export { type AuditQuestion, atomsOf, audit } from "./audit.ts";
export { amountOf, type Side } from "./cuts.ts";
export { ownerGoals, ownerStart } from "./owner.ts";
export { type ReachOf, type ReachQuestion, reachOf } from "./reach-of.ts";
export { outlineOf, type StepOutline } from "./steps.ts";
