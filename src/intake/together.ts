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
  readonly rows: readonly object[];
}

/** A shorter one may be a branch's or a cheque's, which repeats. */
const numberMin = 8;

/** How many rows of each file stand in one before it, by index; and which those are. */
function repeatedRows(files: readonly AnyFile[]): readonly ReadonlySet<number>[] {
  const seen = new Set<string>();
  return files.map(({ source, rows }) => {
    const times = new Map<string, number>();
    const mine: string[] = [];
    const repeated = new Set<number>();
    for (const [i, row] of (rows as readonly AnyRow[]).entries()) {
      const key = keyOf(source ?? "", row);
      const nth = (times.get(key) ?? 0) + 1;
      times.set(key, nth);
      const isSame = nth > 1 && row.time !== undefined && (row.orderId ?? "").length >= numberMin;
      const whole = `${key}\n${nth}`;
      if (isSame || seen.has(whole)) repeated.add(i);
      else mine.push(whole);
    }
    for (const key of mine) seen.add(key);
    return repeated;
  });
}

function keyOf(source: string, row: AnyRow): string {
  const words = row.orderId ?? `${row.counterparty ?? ""}\n${row.description ?? ""}`;
  const amount = row.amount === undefined ? "" : String(Number(row.amount));
  return [source, row.time ?? row.date ?? "", amount, row.direction ?? "", words].join("\n");
}

/** `repeated`: of each file the rows that stand in one before it, or twice in itself, by index. */
export function holdTogether(files: readonly AnyFile[]): {
  readonly repeated: readonly ReadonlySet<number>[];
  readonly complaints: readonly Complaint[];
} {
  const repeated = repeatedRows(files);
  const told = repeated.flatMap((rows, i) => {
    const { file = "" } = files[i] ?? {};
    const said = `${rows.size} ${rows.size === 1 ? "row stands elsewhere too and counts" : "rows stand elsewhere too and count"} once`;
    return rows.size === 0 ? [] : [warning("record/repeated", file, said, "nothing to do: each counts once")];
  });
  return { repeated, complaints: [...told, ...otherHolders(files)] };
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
