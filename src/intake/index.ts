export type { Layout } from "./layout.ts";
export { columnMappingShape, readMapping } from "./mapping.ts";
export { type RecordFileRead, readRecordFile } from "./read-file.ts";
export { fileBytesMax, readRecords } from "./read-records.ts";
