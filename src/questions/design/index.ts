export type { Assertion } from "./assertion.ts";
export type { BeginningsTold, NamedStart, Tried } from "./beginnings.ts";
export { type Customer, customersOf } from "./customers.ts";
export {
  type AskedPerson,
  type Change,
  type CutChange,
  type DiffAnswer,
  type DiffQuestion,
  type DiffVerdict,
  diff,
  type Word,
  withoutEffect,
} from "./diff.ts";
export { allowsMore, type Effect, type EffectKind } from "./effects.ts";
export type { FurtherPerson } from "./further.ts";
export {
  type CheckAnswer,
  type CheckQuestion,
  check,
  examplesOf,
  type Finding,
  type Reason,
  type RuleAnswer,
  type State,
} from "./judge.ts";
export { type OpenedFor, openedFor } from "./opened-by.ts";
export { type AssertionsRead, assertionShape, packShape, readAssertions } from "./read-assertions.ts";
export type { CutFound, Side } from "./scene.ts";
export type { Silence } from "./silence.ts";
