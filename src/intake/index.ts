export type { Layout } from "./layout.ts";
export { fileBytesMax, type RecordFileText, readRecords } from "./read-records.ts";
