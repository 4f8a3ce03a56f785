/**
 * One file of somebody's records as its reader hands it on: bills, bank rows, calls, texts, mails, what a carrier did.
 *
 * A row says when, how much, with whom and in which words, and where it stands; what it means is for others. Every row of
 * the source is in `rows` or in `complaints`. A time the source does not give is absent: no reader invents seconds.
 */

/** Where a row stands: the physical line from one with the preamble counted, the row of the sheet, or the entry's number. */
export interface RecordPlace {
  readonly file?: string;
  readonly sheet?: string;
  readonly row: number;
}

interface RowMoment {
  readonly at: RecordPlace;
  /** ISO 8601 with offset; absent where the source names only a day. */
  readonly time?: string;
  /** The source names no zone and nobody knows whose it is: `time` is the clock on its wall, as if that hung in Greenwich. */
  readonly zone?: "unknown";
  /** `2020-09-04`, where the source names only a day. */
  readonly date?: string;
}

export interface MoneyRow extends RowMoment {
  readonly kind: "money";
  /** A decimal without sign: `20.00`; the sign is in `direction`. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly direction: "in" | "out" | "neutral";
  readonly counterparty?: string;
  readonly description?: string;
  readonly orderId?: string;
  /** What it was paid with, or the channel a bank names. */
  readonly channel?: string;
  /** The last four digits, never more. */
  readonly card?: string;
  readonly status?: string;
}

export interface ContactRow extends RowMoment {
  readonly kind: "call" | "text" | "mail";
  readonly direction: "in" | "out" | "neutral";
  readonly counterparty?: string;
  readonly description?: string;
  /** The beginning of what a mail says below its subject. */
  readonly text?: string;
  readonly durationSeconds?: number;
  /** The service that sent it, where a carrier names one instead of a number. */
  readonly channel?: string;
  readonly status?: string;
  /** Of the handset and of the card in it, their last four; a change of either is a moved line. */
  readonly imei?: string;
  readonly imsi?: string;
}

/** What an institution did with an account or a line, and at whose word. */
export interface ServiceRow extends RowMoment {
  readonly kind: "service";
  readonly description: string;
  readonly counterparty?: string;
  readonly channel?: string;
  readonly status?: string;
  readonly imei?: string;
  readonly imsi?: string;
}

export type RecordRow = MoneyRow | ContactRow | ServiceRow;

/** What a file says of itself, held against what was read. Absent where it says nothing. */
export interface DeclaredRecords {
  readonly from?: string;
  readonly to?: string;
  readonly rows?: number;
  /** Whose account it is, as the file itself says, often with stars in it. */
  readonly holder?: string;
  /** The file holds only a kind of transaction, in the file's own word. */
  readonly filter?: string;
}

export const recordFaults = [
  "record/too-large",
  "record/unknown-layout",
  "record/unreadable-row",
  "record/count-differs",
  "record/outside-period",
  "record/filtered",
  "record/no-rows",
  "record/bad-bytes",
  "record/odd-hour",
  "record/turned-days",
  "record/cut-short",
  "record/locked",
  "record/wrong-password",
  "record/unsafe-archive",
  "record/refused-markup",
  "record/no-text",
  "record/formula",
  "record/mixed-zones",
  "record/guessed-columns",
  "record/bad-mapping",
  "record/repeated",
  "record/another-holder",
] as const;
export type RecordFault = (typeof recordFaults)[number];

export interface RecordComplaint {
  readonly at: RecordPlace;
  readonly code: RecordFault;
  readonly message: string;
  /** The file's own words it is about. */
  readonly about?: string;
}

export interface RecordsRead {
  /** What the reader took the file for: `alipay`, `ccb-debit`, `carrier-texts`; absent where it knows no such layout. */
  readonly source?: string;
  readonly encoding?: string;
  /** Which columns were taken for what, where that was guessed: fit to be saved and given as a mapping. */
  readonly mapping?: unknown;
  readonly declared: DeclaredRecords;
  readonly rows: readonly RecordRow[];
  readonly complaints: readonly RecordComplaint[];
}
