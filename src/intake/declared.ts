/**
 * What a file says of itself above and below its rows: the period, how many, of which kind. Held against what was read:
 * a bill with fewer rows than it counts has lost some, and one that was filtered is silent about the rest.
 */
import type { DeclaredRecords, RecordComplaint, RecordRow } from "../model/index.ts";
import { withoutNumbers } from "./private.ts";
import { type DayOrder, readMoment, withOffset } from "./values.ts";

export function declaredIn(
  text: string,
  { zone, order }: { readonly zone: string; readonly order: DayOrder },
): DeclaredRecords {
  const moment = (words: string, ending: string): string | undefined => {
    const found = new RegExp(
      `(?:${words})\\s*[:：]?\\s*\\[?\\s*(\\d{4}[-/年]?\\d{1,2}[-/月]?\\d{1,2}日?(?: +\\d{1,2}:\\d{2}(?::\\d{2})?)?)`,
    ).exec(text);
    const read = found === null ? undefined : readMoment(found[1] ?? "", { order: "year-first" });
    return read === undefined ? undefined : withOffset(`${read.date}T${read.clock ?? ending}`, zone);
  };
  const [start, end] = periodAbroad(text, order);
  const offset = (day: string | undefined, clock: string) =>
    day === undefined ? undefined : withOffset(`${day}T${clock}`, zone);
  const from = moment("起始时间|起始日期|日期区间|开始日期", "00:00:00") ?? offset(start, "00:00:00");
  const to =
    moment("终止时间|终止日期|结束日期|日期区间[:：]\\s*[-\\d]+\\s*至", "23:59:59") ??
    offset(end, "23:59:59");
  const rows = /共[:：]?\s*(\d+)\s*笔记录/.exec(text)?.[1];
  const filter = /导出(?:交易)?类型\s*[:：]\s*\[?\s*([^\s\]]+)/.exec(text)?.[1];
  const holder =
    /(?:姓名|户名|账户名|持卡人|户主|支付宝账户|京东账号名|微信昵称|account holder|account name)\s*[:：]\s*[,[]?\s*([^\s,，\]":：]+(?: [A-Za-z.'-]+(?![:：\w])){0,3})/i.exec(
      text,
    )?.[1];
  return {
    ...(holder === undefined ? {} : { holder: withoutNumbers(holder).slice(0, 60) }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(rows === undefined ? {} : { rows: Number(rows) }),
    ...(filter === undefined || filter === "全部" ? {} : { filter }),
  };
}

const dayText = String.raw`(\d{1,4}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2,4})`;
const start = new RegExp(
  String.raw`(?:start date|statement from|from date|período|periodo|\bfrom)\s*[:;,]*\s*${dayText}`,
  "i",
);
const end = new RegExp(String.raw`(?:end date|to date|\bto|\bat[ée]|\ba)\s*[:;,]*\s*${dayText}`, "i");

/** Two days by the words before them; both, or it was something else. */
function periodAbroad(text: string, order: DayOrder): readonly [string?, string?] {
  const from = readMoment(start.exec(text)?.[1] ?? "", { order })?.date;
  const to = readMoment(end.exec(text)?.[1] ?? "", { order })?.date;
  return from === undefined || to === undefined || from > to ? [] : [from, to];
}

export function reconcile(given: {
  readonly file: string;
  readonly declared: DeclaredRecords;
  readonly rows: readonly RecordRow[];
  readonly complaints: readonly RecordComplaint[];
}): readonly RecordComplaint[] {
  const { file, declared, rows, complaints } = given;
  const at = { file, row: 1 };
  // A row that was read with a doubt is one row.
  const met = new Set([...rows, ...complaints].map(({ at: { sheet, row } }) => `${sheet ?? ""}\n${row}`))
    .size;
  const told: RecordComplaint[] = [];
  if (declared.rows !== undefined && declared.rows !== met)
    told.push({
      at,
      code: "record/count-differs",
      message: `the file counts ${declared.rows} rows and holds ${met}`,
    });
  if (declared.filter !== undefined)
    told.push({
      at,
      code: "record/filtered",
      message: "the file holds only some of the transactions",
      about: declared.filter,
    });
  const outside = rows.filter((row) => isOutside(row, declared)).length;
  if (outside > 0)
    told.push({
      at,
      code: "record/outside-period",
      message: `${outside} rows lie outside the period the file names`,
    });
  if (met === 0) told.push({ at, code: "record/no-rows", message: "the file has a header and no rows" });
  return told;
}

function isOutside({ time, date }: RecordRow, { from, to }: DeclaredRecords): boolean {
  if (time === undefined)
    return (
      date !== undefined && (date < (from ?? "").slice(0, 10) || (to !== undefined && date > to.slice(0, 10)))
    );
  const moment = Date.parse(time);
  return (from !== undefined && moment < Date.parse(from)) || (to !== undefined && moment > Date.parse(to));
}
