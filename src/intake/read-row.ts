/** One row of a table as a record, or why it is none. */
import type { RecordPlace, RecordRow } from "../model/index.ts";
import { directionOf } from "./direction.ts";
import type { ColumnRole, Layout } from "./layout.ts";
import { isSender, withoutNumbers } from "./private.ts";
import {
  type Amount,
  type LocalTime,
  lastFour,
  localTime,
  type Moment,
  plain,
  readAmount,
  readClock,
  readCurrency,
  readMoment,
  readSeconds,
  zoneNamed,
} from "./values.ts";

export type RowReading =
  | { readonly kind: "row"; readonly row: RecordRow; readonly hour: LocalTime["hour"] }
  | { readonly kind: "fault"; readonly fault: { readonly message: string; readonly about?: string } };

export interface RowInTable {
  readonly cells: readonly string[];
  readonly header: readonly string[];
  readonly layout: Layout;
  /** The lines above the header: a statement that leaves the year out of its rows has it there. */
  readonly titleText: string;
  /** Its column of money out is written below nought: there a minus says no more than the column does. */
  readonly isOutBelowNought?: boolean;
  /** Its sums are written `1.234,50`: a point before three digits is no decimal one. */
  readonly hasDecimalCommas?: boolean;
  readonly at: RecordPlace;
}

export function readRow(given: RowInTable): RowReading {
  const { layout, at } = given;
  const moment = momentOf(given);
  if (moment === undefined) return fault("no day can be read in this row", cellOf(given, "moment"));
  const { hour, ...when } = moment;
  const shared = { at, ...when, ...optional(given, ["counterparty", "description", "channel", "status"]) };
  if (layout.kind === "service") return service(given, shared, hour);
  if (layout.kind !== "money") return contact(given, shared, hour);
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
  return { kind: "row", row, hour };
}

/** Are most of what stands in the column of money out below nought? M-PESA writes what was withdrawn so. */
export function isOutBelowNought(rows: readonly Omit<RowInTable, "at">[]): boolean {
  const amounts = rows.flatMap((row) => {
    const amount = readAmount(cellOf({ ...row, at: { row: 0 } }, "moneyOut") ?? "");
    return amount === undefined || Number(amount.value) === 0 ? [] : [amount];
  });
  return amounts.filter(({ isNegative }) => isNegative).length * 2 > amounts.length;
}

const sums = ["amount", "moneyOut", "moneyIn"] as const;

/** Does a sum of the table end in a comma and two digits, and none in a point and two? */
export function hasDecimalCommas(rows: readonly Omit<RowInTable, "at">[]): boolean {
  const cells = rows.flatMap((row) => sums.flatMap((role) => cellOf({ ...row, at: { row: 0 } }, role) ?? []));
  const endsIn = (mark: string) => cells.some((cell) => new RegExp(`\\d${mark}\\d{1,2}\\D*$`).test(cell));
  return endsIn(",") && !endsIn("\\.");
}

const fault = (message: string, about: string | undefined): RowReading => ({
  kind: "fault",
  fault: { message, ...(about === undefined ? {} : { about: withoutNumbers(about).slice(0, 60) }) },
});

/** What a statement writes for "nothing". */
const nothings = new Set(["", "/", "-", "--", "无"]);

/** The first column of the role with something in it. */
function cellOf(given: RowInTable, role: ColumnRole): string | undefined {
  const parts = given.layout.joined?.[role as "moment"];
  if (parts !== undefined) {
    const found = parts.map((word) => cellUnder(given, word) ?? "");
    const between = role === "moment" ? "-" : role === "clock" ? ":" : " ";
    const whole = role === "clock" ? found.map((part) => part.padStart(2, "0")) : found;
    const text = (role === "description" ? found.filter((part) => part !== "") : whole).join(between);
    if (/[^-: 0]/.test(text)) return text;
  }
  for (const word of given.layout.columns[role] ?? []) {
    const text = cellUnder(given, word);
    if (text !== undefined) return text;
  }
  return undefined;
}

function cellUnder({ cells, header }: RowInTable, word: string): string | undefined {
  const index = header.indexOf(word);
  const text = index < 0 ? "" : plain(cells[index] ?? "");
  return nothings.has(text) ? undefined : text;
}

type TextRole = "counterparty" | "description" | "channel" | "status" | "orderId";

function optional<R extends TextRole>(
  given: RowInTable,
  roles: readonly R[],
): { readonly [role in R]?: string } {
  const found: { [role in R]?: string } = {};
  for (const role of roles) {
    const text = role === "counterparty" ? peerOf(given) : cellOf(given, role);
    const isWhole =
      role === "orderId" ||
      (role === "counterparty" && given.layout.kind !== "money" && isSender(text ?? ""));
    // A spreadsheet rounds a long number, and what is left of it is no number of an order.
    if (role === "orderId" && /^\d(?:\.\d+)?E\+\d+$/i.test(text ?? "")) continue;
    if (text !== undefined) found[role] = isWhole ? text : withoutNumbers(text);
  }
  return found;
}

/** A list that names both ends names the owner too, at the end the call did not go to. */
function peerOf(given: RowInTable): string | undefined {
  const { peerIn, columns } = given.layout;
  const said = peerIn === undefined ? null : peerIn.exec(cellOf(given, "description") ?? "");
  const peer = cellOf(given, "counterparty") ?? said?.[1]?.trim();
  if (peer !== undefined || columns.caller === undefined) return peer;
  const isIn = directionOf(cellOf(given, "direction") ?? "") === "in";
  return cellOf(given, isIn ? "caller" : "callee") ?? cellOf(given, isIn ? "callee" : "caller");
}

type When = { readonly time: string; readonly zone?: "unknown" } | { readonly date: string };

/** Of several columns that may say when, the first that does. */
function momentOf(given: RowInTable): (When & { readonly hour: LocalTime["hour"] }) | undefined {
  const { layout, titleText } = given;
  const words = layout.joined?.moment === undefined ? (layout.columns.moment ?? []) : [undefined];
  let moment: Moment | undefined;
  for (const word of words) {
    const cell = word === undefined ? cellOf(given, "moment") : cellUnder(given, word);
    if (cell === undefined) continue;
    const within = layout.momentWithin ? /\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d/.exec(cell)?.[0] : undefined;
    moment = readMoment(within ?? cell, { order: layout.order, yearOf: yearIn(titleText) });
    if (moment !== undefined) break;
  }
  if (moment === undefined) return undefined;
  const clock = moment.clock ?? clockOf(given);
  if (clock === undefined) return { date: moment.date, hour: "once" };
  const local = `${moment.date}T${clock}`;
  if (moment.offset !== undefined) return { time: local + moment.offset, hour: "once" };
  const known = localTime(local, zoneNamed(cellOf(given, "zone") ?? "") ?? layout.zone);
  return layout.isZoneUnknown === true ? { ...known, zone: "unknown" } : known;
}

function clockOf(given: RowInTable): string | undefined {
  if (given.layout.joined?.clock !== undefined) return readClock(cellOf(given, "clock") ?? "");
  for (const word of given.layout.columns.clock ?? []) {
    const clock = readClock(cellUnder(given, word) ?? "");
    if (clock !== undefined) return clock;
  }
  return undefined;
}

/** A statement of January holds rows of last December. */
function yearIn(titleText: string): (month: number) => number | undefined {
  const found =
    /(20\d{2})\s*(?:年|-|\/|\.)\s*(\d{1,2})/.exec(titleText) ??
    /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?!\d{3})/.exec(titleText);
  return (month) => {
    if (found === null) return undefined;
    return Number(found[1]) - (month > Number(found[2]) + 1 ? 1 : 0);
  };
}

const amountOf = (given: RowInTable, role: (typeof sums)[number]): Amount | undefined =>
  readAmount(cellOf(given, role) ?? "", given.hasDecimalCommas === true ? "comma" : undefined);

type Money = Pick<RecordRow & { kind: "money" }, "amount" | "currency" | "direction">;

function moneyOf(given: RowInTable): Money | undefined {
  const { layout } = given;
  const currency = readCurrency(cellOf(given, "currency") ?? "");
  // The same sign is the yuan's and the yen's.
  const inCell = ({ currency: own }: Amount) =>
    own === "CNY" && layout.currency === "JPY" ? layout.currency : own;
  const made = (amount: Amount, direction: Money["direction"]): Money => ({
    amount: amount.value,
    currency: currency ?? inCell(amount) ?? layout.currency,
    direction,
  });
  const split = (["moneyOut", "moneyIn"] as const).flatMap((role) => {
    const amount = amountOf(given, role);
    const isTurned = role === "moneyOut" && given.isOutBelowNought === true;
    const isOut = (role === "moneyOut") !== ((amount?.isNegative ?? false) !== isTurned);
    return amount === undefined ? [] : [{ amount, direction: isOut ? ("out" as const) : ("in" as const) }];
  });
  const moved = split.filter(({ amount }) => Number(amount.value) > 0)[0] ?? split[0];
  if (moved !== undefined) return made(moved.amount, moved.direction);
  const amount = amountOf(given, "amount");
  if (amount === undefined) return undefined;
  const said =
    layout.columns.direction === undefined ? undefined : directionOf(cellOf(given, "direction") ?? "");
  const isIn = (layout.positive === "in") !== amount.isNegative;
  return made(amount, said ?? amount.way ?? (isIn ? "in" : "out"));
}

type Shared = { readonly at: RecordPlace } & { readonly [role in TextRole]?: string };

function contact(given: RowInTable, shared: Shared, hour: LocalTime["hour"]): RowReading {
  const { kind } = given.layout;
  const seconds = readSeconds(cellOf(given, "duration") ?? "");
  const row = {
    ...shared,
    kind: kind === "call" ? ("call" as const) : ("text" as const),
    direction: directionOf(cellOf(given, "direction") ?? ""),
    ...(seconds === undefined ? {} : { durationSeconds: seconds }),
    ...handsetOf(given),
  };
  return { kind: "row", row, hour };
}

function handsetOf(given: RowInTable): { readonly imei?: string; readonly imsi?: string } {
  const imei = lastFour(cellOf(given, "imei") ?? "");
  const imsi = lastFour(cellOf(given, "imsi") ?? "");
  return { ...(imei === undefined ? {} : { imei }), ...(imsi === undefined ? {} : { imsi }) };
}

/** What an institution did, or which handset and card a line was in. */
function service(given: RowInTable, shared: Shared, hour: LocalTime["hour"]): RowReading {
  const { imei, imsi } = handsetOf(given);
  const inside = [
    ...(imei === undefined ? [] : [`IMEI ****${imei}`]),
    ...(imsi === undefined ? [] : [`IMSI ****${imsi}`]),
  ];
  const description = [shared.description, ...inside].filter((part) => part !== undefined).join(" ");
  if (description === "") return fault("nothing is said in this row", undefined);
  return { kind: "row", row: { ...shared, kind: "service", description, ...handsetOf(given) }, hour };
}
