export { isEverydayWord, isWrittenLikeName } from "./everyday-words.ts";
export { type Candidate, signsOfFlow, type TraceIndex, traceIndexOf } from "./executions.ts";
export { type Meaning, meaningOf, standsAt } from "./meaning.ts";
export {
  minuteOf,
  momentOf,
  type Observation,
  type Place,
  placeKey,
  zoneOf,
} from "./observation.ts";
export { type ObserveQuestion, observe } from "./observe.ts";
export { isHandsetsOwn, placeOf, type RecordFile, type Row, type RowRepeated } from "./row.ts";
export { printedRecords, type RowsFile, rowsFileOf, unknownSource, unreadFile } from "./rows-file.ts";
export { isNotDone, sumsIn } from "./texts-of-money.ts";
