/**
 * What a file's reader found wrong, as complaints with a place and a way out: for every door alike. What makes an answer
 * only less, and never wrong, is a warning.
 */
import {
  Complaint,
  type ComplaintCode,
  type ComplaintPlace,
  type RecordFault,
  type RecordPlace,
} from "../model/index.ts";

const helps: Readonly<Record<RecordFault, string>> = {
  "record/too-large": "export a shorter period",
  "record/unknown-layout": "give the file as the bank, wallet or carrier exports it: CSV, XLSX or XLS",
  "record/unreadable-row": "look at this row in the file itself: no answer counts it",
  "record/count-differs": "export the file again, and do not edit it",
  "record/outside-period": "export the file again, and do not edit it",
  "record/filtered": "export all kinds of transactions",
  "record/no-rows": "export the period in question",
  "record/bad-bytes": "export the file again; a locked workbook is saved without its password first",
  "record/turned-days": "export it again, and do not save it in a spreadsheet on the way",
  "record/odd-hour": "ask the bank for the exact time, if it matters",
  "record/cut-short": "download or export the file again",
  "record/locked": "type the password when asked, or give it with `--password-file`; it is not kept",
  "record/wrong-password": "look up the password in the message the file came with",
  "record/unsafe-archive": "unpack it yourself where nothing can be hurt, and give the files",
  "record/refused-markup": "export the file again from the bank or phone itself",
  "record/no-text": "export it as CSV or XLSX, or ask the bank for a list",
  "record/formula": "nothing of it was carried out; do not open the file in a spreadsheet",
  "record/mixed-zones": "check the times of the rows against a second source",
  "record/guessed-columns": "check them, then save a mapping with `--save-mapping FILE`",
  "record/bad-mapping": "see docs/reference/records.md",
  "record/repeated": "nothing to do: each counts once",
  "record/another-holder": "give only records of one person",
};

/** What makes an answer no worse, only less: nothing was misread. */
const milder: ReadonlySet<ComplaintCode> = new Set([
  "record/outside-period",
  "record/filtered",
  "record/no-rows",
  "record/odd-hour",
  "record/turned-days",
  "record/formula",
  "record/mixed-zones",
  "record/guessed-columns",
  "record/repeated",
  "record/another-holder",
]);

const isFault = (code: ComplaintCode): code is RecordFault => code in helps;

/** What was read of one file, by whichever reader. */
export interface FileWithComplaints {
  readonly file: string;
  readonly complaints: readonly {
    readonly at: RecordPlace;
    readonly code: ComplaintCode;
    readonly message: string;
    readonly about?: string;
  }[];
}

export function complaintsOf({ file, complaints }: FileWithComplaints): readonly Complaint[] {
  return complaints.map(({ at, code, message, about }) => {
    const place: ComplaintPlace =
      at.sheet === undefined ? { file, line: at.row } : { file: `${file}[${at.sheet}]`, line: at.row };
    return new Complaint({
      code,
      place: code.startsWith("file/") ? { file } : place,
      message: about === undefined ? message : `${message}: \`${about}\``,
      help: isFault(code) ? helps[code] : "check the path",
      severity: milder.has(code) ? "warning" : "error",
    });
  });
}
