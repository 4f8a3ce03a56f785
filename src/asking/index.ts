export { type CaseAnswer, type CaseAsked, type FlowInReach, type OpenCase, openCase } from "./case.ts";
export {
  type Asked,
  type QuestionAsked,
  type QuestionPart,
  type QuestionRead,
  type QuestionText,
  readMeasure,
  readQuestion,
} from "./read-question.ts";
export { heldByStart } from "./starts.ts";
