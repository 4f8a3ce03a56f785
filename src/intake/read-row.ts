/** One row of a table as a record, or why it is none. */
import type { RecordPlace, RecordRow } from "../model/index.ts";
import type { ColumnRole, Layout } from "./layout.ts";
import {
  type Amount,
  lastFour,
  plain,
  readAmount,
  readClock,
  readCurrency,
  readMoment,
  readSeconds,
  withOffset,
} from "./values.ts";

export type RowReading =
  | { readonly kind: "row"; readonly row: RecordRow }
  | { readonly kind: "fault"; readonly fault: { readonly message: string; readonly about?: string } };

export interface RowInTable {
  readonly cells: readonly string[];
  readonly header: readonly string[];
  readonly layout: Layout;
  /** The lines above the header: a statement that leaves the year out of its rows has it there. */
  readonly titleText: string;
  readonly at: RecordPlace;
}

export function readRow(given: RowInTable): RowReading {
  const { layout, at } = given;
  const moment = momentOf(given);
  if (moment === undefined) return fault("no day can be read in this row", cellOf(given, "moment"));
  const shared = { at, ...moment, ...optional(given, ["counterparty", "description", "channel", "status"]) };
  if (layout.kind !== "money") return contact(given, shared);
  const money = moneyOf(given);
  if (money === undefined)
    return fault(
      "no amount can be read in this row",
      cellOf(given, "amount") ?? cellOf(given, "moneyOut") ?? cellOf(given, "moneyIn"),
    );
  const card = lastFour(cellOf(given, "card") ?? "");
  const row = {
    kind: "money",
    ...shared,
    ...money,
    ...optional(given, ["orderId"]),
    ...(card === undefined ? {} : { card }),
  } as const;
  return { kind: "row", row };
}

const fault = (message: string, about: string | undefined): RowReading => ({
  kind: "fault",
  fault: { message, ...(about === undefined ? {} : { about: withoutNumbers(about).slice(0, 60) }) },
});

/** What a statement writes for "nothing". */
const nothings = new Set(["", "/", "-", "--", "无"]);

/** The first column of the role with something in it. */
function cellOf({ cells, header, layout }: RowInTable, role: ColumnRole): string | undefined {
  for (const word of layout.columns[role] ?? []) {
    const index = header.indexOf(word);
    const text = index < 0 ? "" : plain(cells[index] ?? "");
    if (!nothings.has(text)) return text;
  }
  return undefined;
}

type TextRole = "counterparty" | "description" | "channel" | "status" | "orderId";

function optional<R extends TextRole>(
  given: RowInTable,
  roles: readonly R[],
): { readonly [role in R]?: string } {
  const found: { [role in R]?: string } = {};
  for (const role of roles) {
    const text = cellOf(given, role);
    const isWhole =
      role === "orderId" ||
      (role === "counterparty" && given.layout.kind !== "money" && isSender(text ?? ""));
    if (text !== undefined) found[role] = isWhole ? text : withoutNumbers(text);
  }
  return found;
}

/**
 * Card and identity numbers are kept as their last four, together or in groups of four; whatever is as long goes with them.
 * An order's number has its own column, or letters in it.
 */
function withoutNumbers(text: string): string {
  return text.replace(
    /(?<![\dA-Za-z])(?:\d{4}(?:[ -]\d{4}){2,4}(?:[ -]\d{1,3})?|\d{12,})[Xx]?(?![\dA-Za-z])/g,
    (all) => `****${all.replace(/[ -]/g, "").slice(-4)}`,
  );
}

/** Who sent a text is known by the whole number: a service's own begins with 106, a country's with its code. */
const isSender = (text: string): boolean => /^(?:106\d{5,17}|(?:\+|00)?86[- ]?1\d{10})$/.test(text);

function momentOf(given: RowInTable): { readonly time: string } | { readonly date: string } | undefined {
  const { layout, titleText } = given;
  const cell = cellOf(given, "moment");
  const moment =
    cell === undefined ? undefined : readMoment(cell, { order: layout.order, yearOf: yearIn(titleText) });
  if (moment === undefined) return undefined;
  const clock = moment.clock ?? readClock(cellOf(given, "clock") ?? "");
  return clock === undefined
    ? { date: moment.date }
    : { time: withOffset(`${moment.date}T${clock}`, layout.zone) };
}

/** A statement of January holds rows of last December. */
function yearIn(titleText: string): (month: number) => number | undefined {
  const found = /(20\d{2})\s*(?:年|-|\/)\s*(\d{1,2})/.exec(titleText);
  return (month) => {
    if (found === null) return undefined;
    return Number(found[1]) - (month > Number(found[2]) + 1 ? 1 : 0);
  };
}

type Money = Pick<RecordRow & { kind: "money" }, "amount" | "currency" | "direction">;

function moneyOf(given: RowInTable): Money | undefined {
  const { layout } = given;
  const currency = readCurrency(cellOf(given, "currency") ?? "");
  const made = (amount: Amount, direction: Money["direction"]): Money => ({
    amount: amount.value,
    currency: currency ?? amount.currency ?? layout.currency,
    direction,
  });
  const split = (["moneyOut", "moneyIn"] as const).flatMap((role) => {
    const amount = readAmount(cellOf(given, role) ?? "");
    const isOut = (role === "moneyOut") !== (amount?.isNegative ?? false);
    return amount === undefined ? [] : [{ amount, direction: isOut ? ("out" as const) : ("in" as const) }];
  });
  const moved = split.filter(({ amount }) => Number(amount.value) > 0)[0] ?? split[0];
  if (moved !== undefined) return made(moved.amount, moved.direction);
  const amount = readAmount(cellOf(given, "amount") ?? "");
  if (amount === undefined) return undefined;
  const said =
    layout.columns.direction === undefined ? undefined : directionOf(cellOf(given, "direction") ?? "");
  const isIn = (layout.positive === "in") !== amount.isNegative;
  return made(amount, said ?? (isIn ? "in" : "out"));
}

function contact(given: RowInTable, shared: { readonly at: RecordPlace }): RowReading {
  const { kind } = given.layout;
  const seconds = readSeconds(cellOf(given, "duration") ?? "");
  const imei = lastFour(cellOf(given, "imei") ?? "");
  const imsi = lastFour(cellOf(given, "imsi") ?? "");
  const row = {
    ...shared,
    kind: kind === "call" ? ("call" as const) : ("text" as const),
    direction: directionOf(cellOf(given, "direction") ?? ""),
    ...(seconds === undefined ? {} : { durationSeconds: seconds }),
    ...(imei === undefined ? {} : { imei }),
    ...(imsi === undefined ? {} : { imsi }),
  };
  return { kind: "row", row };
}

/** `neutral` is what a wallet itself calls neither: moved between one's own, closed, returned. */
function directionOf(text: string): "in" | "out" | "neutral" {
  if (/^(?:收入|贷|存入|被叫|接收|接受|收$|CR|C$)/i.test(text)) return "in";
  if (/^(?:支出|借|取出|主叫|发送|发$|DR|D$)/i.test(text)) return "out";
  return "neutral";
}
