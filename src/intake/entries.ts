/** What a reader of entries hands on, for formats that are no table: OFX, CAMT, MT940, a phone's backup. */
import type { DeclaredRecords, RecordComplaint, RecordFault, RecordRow } from "../model/index.ts";

export interface EntriesGiven {
  readonly file: string;
  readonly text: string;
}

export interface EntriesRead {
  readonly source: string;
  readonly declared: DeclaredRecords;
  readonly rows: readonly RecordRow[];
  readonly complaints: readonly RecordComplaint[];
}

export interface EntryReader {
  /** Known by its content, near its beginning. */
  readonly isLike: (head: string) => boolean;
  readonly read: (given: EntriesGiven) => EntriesRead;
}

/** Complaints of one file, each at its entry. */
export function complaining(file: string): {
  readonly told: readonly RecordComplaint[];
  readonly complain: (row: number, code: RecordFault, message: string, about?: string) => void;
} {
  const told: RecordComplaint[] = [];
  return {
    told,
    complain: (row, code, message, about) =>
      told.push({ at: { file, row }, code, message, ...(about === undefined ? {} : { about }) }),
  };
}

export const cutShort = "the file ends in the middle of an entry";
export const noMoment = "no day can be read in this row";
export const noAmount = "no amount can be read in this row";
