/**
 * Several files of one person, held against each other: what stands in two of them counts once, and a bill in another's
 * name is told. Rows are the same where their source, moment, amount, direction and number are; where there is no number,
 * their words. The second of two equal rows in one file is a row of its own, unless it has the same long number at the same second,
 * as a workbook with the same sheet twice.
 */
import { Complaint, type ComplaintCode, type DeclaredRecords } from "../model/index.ts";

interface AnyRow {
  readonly time?: string | undefined;
  readonly date?: string | undefined;
  readonly amount?: string | undefined;
  readonly direction?: string | undefined;
  readonly orderId?: string | undefined;
  readonly counterparty?: string | undefined;
  readonly description?: string | undefined;
}

export interface AnyFile {
  readonly file: string;
  readonly source?: string | null | undefined;
  readonly declared?: Pick<DeclaredRecords, "holder"> | undefined;
}

/** Rows of a file, of any reader. */
type FileOfRows<Row extends object> = AnyFile & { readonly rows: readonly Row[] };

/** What stands in several files, once. */
export interface HeldTogether<Row extends object> {
  /** Of all files, each row once. */
  readonly rows: readonly Row[];
  /** Those that stand in a file before theirs, or twice in theirs, each with the one that counts. */
  readonly repeats: readonly { readonly row: Row; readonly of: Row }[];
  readonly complaints: readonly Complaint[];
}

/** A shorter one may be a branch's or a cheque's, which repeats. */
const numberMin = 8;

/** Of each file the rows that stand in one before it, or twice in itself, by index; with the row that counts. */
function repeatedRows<Row extends object>(
  files: readonly FileOfRows<Row>[],
): readonly ReadonlyMap<number, Row>[] {
  const seen = new Map<string, Row>();
  return files.map(({ source, rows }) => {
    const times = new Map<string, number>();
    const mine = new Map<string, Row>();
    const repeated = new Map<number, Row>();
    for (const [i, row] of (rows as readonly AnyRow[]).entries()) {
      const key = keyOf(source ?? "", row);
      const nth = (times.get(key) ?? 0) + 1;
      times.set(key, nth);
      const isSame = nth > 1 && row.time !== undefined && (row.orderId ?? "").length >= numberMin;
      const whole = `${key}\n${nth}`;
      const first =
        seen.get(whole) ?? (isSame ? (mine.get(`${key}\n1`) ?? seen.get(`${key}\n1`)) : undefined);
      if (first !== undefined) repeated.set(i, first);
      else mine.set(whole, rows[i]!);
    }
    for (const [key, row] of mine) seen.set(key, row);
    return repeated;
  });
}

function keyOf(source: string, row: AnyRow): string {
  const words = row.orderId ?? `${row.counterparty ?? ""}\n${row.description ?? ""}`;
  const amount = row.amount === undefined ? "" : String(Number(row.amount));
  return [source, row.time ?? row.date ?? "", amount, row.direction ?? "", words].join("\n");
}

export function holdTogether<Row extends object>(files: readonly FileOfRows<Row>[]): HeldTogether<Row> {
  const repeated = repeatedRows(files);
  const told = repeated.flatMap((rows, i) => {
    const { file = "" } = files[i] ?? {};
    const said = `${rows.size} ${rows.size === 1 ? "row stands elsewhere too and counts" : "rows stand elsewhere too and count"} once`;
    return rows.size === 0 ? [] : [warning("record/repeated", file, said, "nothing to do: each counts once")];
  });
  return {
    rows: files.flatMap(({ rows }, i) => rows.filter((_, j) => repeated[i]?.has(j) !== true)),
    repeats: files.flatMap(({ rows }, i) =>
      [...(repeated[i] ?? [])].map(([j, of]) => ({ row: rows[j]!, of })),
    ),
    complaints: [...told, ...otherHolders(files)],
  };
}

function otherHolders(files: readonly AnyFile[]): readonly Complaint[] {
  const first = new Map<string, { readonly file: string; readonly holder: string }>();
  return files.flatMap(({ file, source, declared }) => {
    const holder = declared?.holder;
    if (holder === undefined) return [];
    const known = first.get(source ?? "");
    if (known === undefined) first.set(source ?? "", { file, holder });
    if (known === undefined || mayBeOne(known.holder, holder)) return [];
    const said = `the file names another holder than \`${known.file}\``;
    return [warning("record/another-holder", file, said, "give only records of one person")];
  });
}

/** `张*` may be `张三`: a star stands for one letter or more. */
function mayBeOne(one: string, other: string): boolean {
  const fits = (masked: string, text: string) => {
    const parts = masked.split(/\*+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".+")}$`).test(text);
  };
  return fits(one, other) || fits(other, one);
}

const warning = (code: ComplaintCode, file: string, message: string, help: string): Complaint =>
  new Complaint({ code, place: { file, line: 1 }, message, help, severity: "warning" });
