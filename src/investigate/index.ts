export {
  type Alternative,
  type Because,
  type BecauseCode,
  becauseCodes,
  type EvidenceRow,
  type ExplainedStep,
  type Explanation,
  type InvestigateAnswer,
  type Loss,
  type MissingLink,
  type OpenKind,
  openKinds,
  type QuestionAnswer,
  type QuestionId,
  questionIds,
  type RowAnswer,
  type StillOpen,
} from "./answer.ts";
export { type InvestigateQuestion, investigate } from "./investigate.ts";
export { type ToldText, toldShape } from "./told-text.ts";
export { type WhoseRecords, whoseRecords, zoneOfRegion } from "./who.ts";
export { type WorldOfRecordsQuestion, worldOfRecords } from "./world-of-records.ts";
