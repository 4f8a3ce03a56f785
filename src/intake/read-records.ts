/**
 * What stands in somebody's file? Known by its content, never by its name. Every line after the header is a row, a
 * complaint, or one of the few things that are neither: blank, a rule of dashes, a sum. The lines above and below are
 * what the file says of itself, and what was read is held against it.
 *
 * Cost: linear in the file; one of `fileBytesMax` takes seconds.
 */
import type { RecordComplaint, RecordFault, RecordsRead } from "../model/index.ts";
import { reconcile } from "./declared.ts";
import { decode } from "./decode.ts";
import type { EntryReader } from "./entries.ts";
import { type Guess, guessLayout } from "./guess.ts";
import { guessNameless } from "./guess-nameless.ts";
import type { Layout } from "./layout.ts";
import { layouts } from "./layouts.ts";
import { mappingOf } from "./mapping.ts";
import { present } from "./private.ts";
import { camtReader } from "./read-camt.ts";
import { messagesReader } from "./read-messages.ts";
import { mt940Reader } from "./read-mt940.ts";
import { ofxReader } from "./read-ofx.ts";
import { phoneBackupReader } from "./read-phone-backup.ts";
import { readTable, type TableReading, textOf } from "./read-table.ts";
import { isBook, isPage, readPage, readSheets, type Table, tablesOf } from "./table.ts";

/** A year of anybody's bills is a twentieth of this. */
export const fileBytesMax = 64 * 1024 * 1024;

export interface RecordFileText {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** What somebody says of the columns; wins over what we know. */
  readonly mapping?: Layout;
}

/** Formats that are no table are known by what stands near the beginning. */
const headChars = 4000;
const entryReaders: readonly EntryReader[] = [camtReader, ofxReader, phoneBackupReader, mt940Reader];

/** Of a file of which nothing was read, why. */
export const wholly = (file: string, code: RecordFault, message: string): RecordsRead => ({
  declared: {},
  rows: [],
  complaints: [{ at: { file, row: 1 }, code, message }],
});

export function readRecords({ file, bytes, mapping }: RecordFileText): RecordsRead {
  const whole = (code: RecordFault, message: string) => wholly(file, code, message);
  if (bytes.length > fileBytesMax) return whole("record/too-large", "the file is larger than 64 MB");
  const text = isBook(bytes) ? undefined : decode(bytes);
  const reader =
    mapping === undefined && text !== undefined
      ? entryReaders.find(({ isLike }) => isLike(text.text.slice(0, headChars)))
      : undefined;
  if (text !== undefined && reader !== undefined) return readEntries(reader, { file, ...text });
  const found = text === undefined ? readSheets(bytes) : isPage(text.text) ? readPage(text) : tablesOf(text);
  const { encoding, isTooLarge, isLocked } = found;
  if (isTooLarge) return whole("record/too-large", "the file is larger than 256 MB when unpacked");
  if (isLocked) return { ...whole("record/bad-bytes", "the workbook has a password"), encoding };
  const read = readAll({ file, mapping, ...found });
  // What somebody wrote down has no header either, and is asked last: a statement may begin with a moment.
  const isWritten = read.source === undefined && mapping === undefined && text !== undefined;
  return isWritten && messagesReader.isLike(text.text.slice(0, headChars))
    ? readEntries(messagesReader, { file, ...text })
    : read;
}

function readEntries(
  reader: EntryReader,
  { file, text, encoding }: { readonly file: string; readonly text: string; readonly encoding: string },
): RecordsRead {
  const { source, declared, rows, complaints } = reader.read({ file, text });
  const more = reconcile({ file, declared, rows, complaints });
  return { source, encoding, declared, rows, complaints: [...complaints, ...more] };
}

export interface TablesGiven {
  readonly file: string;
  readonly mapping: Layout | undefined;
  readonly encoding: string;
  readonly tables: readonly Table[];
  readonly isDamaged: boolean;
}

/** Tables however they were come by: what each is, or a guess, or the reason why it is nothing. */
export function readAll({ file, mapping, encoding, tables, isDamaged }: TablesGiven): RecordsRead {
  const known = mapping === undefined ? layouts : [mapping];
  const sure = tables.map((table) => readTable(file, table, known) ?? table);
  // Beside a sheet that is known another is not guessed at; it may be a summary.
  const isGuessed = mapping === undefined && !sure.some((one) => "source" in one);
  const guesses = isGuessed ? tables.map((table) => guessLayout(table) ?? guessNameless(table)) : [];
  const tried =
    guesses.length === 0 ? sure : tables.map((table, i) => guessed(file, table, guesses[i]) ?? table);
  const read = tried.filter((one) => "source" in one);
  const strangers = tried.flatMap((one) => ("source" in one ? [] : strangerSheet(file, one)));
  const [first] = read;
  const damaged: readonly RecordComplaint[] = isDamaged
    ? [
        {
          at: { file, row: 1 },
          code: "record/bad-bytes",
          message: "parts of the file are in no encoding we know",
        },
      ]
    : [];
  if (first === undefined) {
    const unknown =
      mapping === undefined
        ? wholly(file, "record/unknown-layout", "no header in the file is one we know")
        : wholly(file, "record/bad-mapping", "the file has no header with the columns the mapping names");
    return { ...unknown, encoding, complaints: [...damaged, ...unknown.complaints] };
  }
  const guess = guesses.find((one) => one !== undefined)?.layout;
  return {
    source: first.source,
    encoding,
    ...present("mapping", guess === undefined ? undefined : mappingOf(guess)),
    declared: first.declared,
    rows: read.flatMap(({ rows }) => rows),
    complaints: [...damaged, ...read.flatMap(({ complaints }) => complaints), ...strangers],
  };
}

function guessed(file: string, table: Table, guess: Guess | undefined): TableReading | undefined {
  const read = guess === undefined ? undefined : readTable(file, table, [guess.layout]);
  if (read === undefined || guess === undefined) return undefined;
  const sheet = table.sheet === undefined ? {} : { sheet: table.sheet };
  const told: RecordComplaint = {
    at: { file, ...sheet, row: guess.row },
    code: "record/guessed-columns",
    message: "the layout is not known; its columns were guessed",
    about: guess.said.slice(0, 200),
  };
  return { ...read, complaints: [told, ...read.complaints] };
}

/** A sheet that is nothing we know, beside one that is. */
function strangerSheet(file: string, { sheet, rows }: Table): readonly RecordComplaint[] {
  const filled = rows.filter((row) => textOf(row).trim() !== "");
  const [first] = filled;
  if (first === undefined) return [];
  return [
    {
      at: { file, ...(sheet === undefined ? {} : { sheet }), row: first.row },
      code: "record/unknown-layout",
      message: `no header in this sheet is one we know; ${filled.length} of its rows ${filled.length === 1 ? "was" : "were"} not read`,
    },
  ];
}
