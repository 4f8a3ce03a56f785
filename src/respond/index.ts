export type { ActKind, Candidate } from "./acts.ts";
export type { Counselled } from "./counsel.ts";
export { type Counsel, counselId } from "./counsel-kinds.ts";
export type { BeliefTold, Contradiction } from "./findings.ts";
export type { Hold, Undoing } from "./hold.ts";
export {
  type Deed,
  deedResults,
  type Incident,
  locks,
  type Moment,
  type NotJudged,
  paidBy,
  type Sign,
  type Taken,
} from "./incident.ts";
export { incidentShape } from "./incident-shape.ts";
export {
  type Digest,
  firstBroken,
  type LogKind,
  type LogLine,
  type LogWords,
  logKinds,
  logLinesMax,
  withLine,
} from "./log.ts";
export { dayOf, momentText } from "./moments.ts";
export { type FewWords, fewWordsOf, nobodyDescribed } from "./nobody-described.ts";
export { termsInForce, termsOfOwnPayment } from "./own-payment.ts";
export { type PlannedOwner, plannedOwner } from "./planned-owner.ts";
export { type IncidentRead, type LifeTold, readIncident } from "./read-incident.ts";
export { respond } from "./respond.ts";
export type { RespondQuestion, Response, Share, ToDo } from "./response.ts";
