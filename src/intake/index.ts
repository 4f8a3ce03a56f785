export { complaintsOf } from "./file-complaints.ts";
export type { Layout } from "./layout.ts";
export { columnMappingShape, readMapping } from "./mapping.ts";
export { type RecordFileRead, readRecordFile } from "./read-file.ts";
export { fileBytesMax, readRecords } from "./read-records.ts";
export { holdTogether } from "./together.ts";
