/**
 * A file as somebody has it, whatever holds the records: the statement itself, a mail with a statement on it, a mailbox, a
 * PDF, an archive with a password. Each file inside is told by its own name, `bills.zip/alipay.csv`.
 *
 * A password is used and forgotten: it is in no result and no complaint.
 */
import type { RecordFault, RecordsRead } from "../model/index.ts";
import type { Layout } from "./layout.ts";
import { isMail, readMail } from "./read-mail.ts";
import { isPdf, readPdf } from "./read-pdf.ts";
import { fileBytesMax, readRecords } from "./read-records.ts";
import { unzip } from "./unzip.ts";

export interface RecordFileGiven {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly passwords?: readonly string[];
  /** What somebody says of the columns; wins over what we know. */
  readonly mapping?: Layout;
}

export interface RecordFileRead extends RecordsRead {
  readonly file: string;
}

/** One for each file that holds rows, or should: never an empty list. */
export async function readRecordFile(given: RecordFileGiven): Promise<readonly RecordFileRead[]> {
  const { file, bytes, passwords = [] } = given;
  if (bytes.length > fileBytesMax || !isArchive(bytes)) return readOne(given);
  const { files, faults } = await unzip(bytes, passwords);
  const inside = ({ name }: { readonly name?: string }) => (name === undefined ? file : `${file}/${name}`);
  const read: RecordFileRead[] = faults.map((fault) => {
    const { code, message, about } = fault;
    return unread(inside(fault), code, message, about);
  });
  for (const one of files) {
    const name = inside(one);
    if (isArchive(one.bytes))
      read.push(unread(name, "record/unsafe-archive", "an archive in an archive is not opened"));
    else read.push(...(await readOne({ ...given, file: name, bytes: one.bytes })));
  }
  return read.length === 0 ? [unread(file, "record/no-rows", "the archive is empty")] : read;
}

const unread = (file: string, code: RecordFault, message: string, about?: string): RecordFileRead => ({
  file,
  declared: {},
  rows: [],
  complaints: [{ at: { file, row: 1 }, code, message, ...(about === undefined ? {} : { about }) }],
});

async function readOne(given: RecordFileGiven): Promise<readonly RecordFileRead[]> {
  const { file, bytes } = given;
  const head = String.fromCharCode(...bytes.subarray(0, 4000));
  if (bytes.length <= fileBytesMax && isPdf(head))
    return [{ file, ...(await readPdf({ ...given, passwords: given.passwords ?? [] })) }];
  if (bytes.length > fileBytesMax || !isMail(head)) return [{ file, ...readRecords(given) }];
  const { attachments, ...mail } = await readMail(file, bytes);
  const read: RecordFileRead[] = [{ file, ...mail }];
  for (const { name, bytes: inside } of attachments) {
    // A picture in a mail's foot is no record; a statement on it is.
    const isRecord = isArchive(inside) || /\.(?:csv|xlsx?|pdf|ofx|qfx|xml|sta|txt)$/i.test(name);
    if (!isRecord) continue;
    const path = `${file}/${name.replaceAll(/[/\\]/g, "_")}`;
    read.push(...(await readRecordFile({ ...given, file: path, bytes: inside })));
  }
  return read;
}

/** A zip that is no workbook. Its first file tells: a workbook begins with its table of contents or its own folders. */
function isArchive(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3 || bytes[3] !== 4) return false;
  const length = (bytes[26] ?? 0) + 256 * (bytes[27] ?? 0);
  const name = String.fromCharCode(...bytes.subarray(30, 30 + length));
  return !/^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/|mimetype$)/.test(name);
}
