/**
 * The values of a cell: moments, days, amounts, as statements write them. What is not one is undefined, never a guess:
 * a thirteenth month, an hour 25, an amount with letters in it.
 */
export interface Moment {
  readonly date: string;
  /** `12:45:27`; absent where only the day is given. */
  readonly clock?: string;
}

export type DayOrder = "year-first" | "day-first" | "month-first";

/** Padding and the tabs that keep spreadsheets from rounding a number. */
export const plain = (cell: string): string => cell.replace(/[\u00a0\u3000\t\r\n ]+/g, " ").trim();

/** `yearOf` gives the year of a month that stands without one. */
export function readMoment(
  cell: string,
  { order, yearOf }: { order: DayOrder; yearOf?: (month: number) => number | undefined },
): Moment | undefined {
  const text = plain(cell).replace("T", " ");
  const found = /^(.*?)(?:[ ](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(?:Z)?)?$/.exec(text);
  if (found === null) return undefined;
  const day = readDay(found[1] ?? "", order, yearOf);
  if (day === undefined) return undefined;
  if (found[2] === undefined) return { date: day };
  const clock = clockOf(found[2], found[3] ?? "", found[4] ?? "00");
  return clock === undefined ? undefined : { date: day, clock };
}

/** `12:34:56`, `123456`. */
export function readClock(cell: string): string | undefined {
  const found = /^(\d{1,2}):?(\d{2})(?::?(\d{2}))?$/.exec(plain(cell));
  return found === null ? undefined : clockOf(found[1] ?? "", found[2] ?? "", found[3] ?? "00");
}

function clockOf(hour: string, minute: string, second: string): string | undefined {
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${hour.padStart(2, "0")}:${minute}:${second}`;
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function readDay(
  text: string,
  order: DayOrder,
  yearOf: ((month: number) => number | undefined) | undefined,
): string | undefined {
  const packed =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (packed !== null) return dayText(packed[1], packed[2], packed[3]);
  const named = /^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\d{2,4})$/.exec(text);
  if (named !== null)
    return dayText(named[3], String(monthNames.indexOf((named[2] ?? "").toLowerCase()) + 1), named[1]);
  const slashed = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2,4})$/.exec(text);
  if (slashed !== null && order !== "year-first")
    return order === "day-first"
      ? dayText(slashed[3], slashed[2], slashed[1])
      : dayText(slashed[3], slashed[1], slashed[2]);
  const short = /^(\d{1,2})[-/月](\d{1,2})日?$/.exec(text);
  const year = short === null ? undefined : yearOf?.(Number(short[1]));
  return short === null || year === undefined ? undefined : dayText(String(year), short[1], short[2]);
}

function dayText(year = "", month = "", day = ""): string | undefined {
  const full = year.length === 2 ? `20${year}` : year;
  const date = new Date(Date.UTC(Number(full), Number(month) - 1, Number(day)));
  const text = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text ? text : undefined;
}

export interface Amount {
  readonly isNegative: boolean;
  /** A decimal without sign. */
  readonly value: string;
  /** Where the cell names one: `CNY 123.18`, `¥28.16`. */
  readonly currency?: string;
}

/** `¥28.16`, `+10000.00`, `-1,000.00(CN)`, `131.77(已退款89.84)`, `CNY 123.18`. */
export function readAmount(cell: string): Amount | undefined {
  const text = plain(cell)
    .replace(/[（(][^()（）]*[)）]$/, "")
    .trim();
  const found = /^([+-]?)\s*([A-Z]{3}|[¥￥$£€])?\s*([+-]?)(\d{1,3}(?:,\d{2,3})*|\d+)(\.\d+)?$/.exec(text);
  if (found === null) return undefined;
  const whole = (found[4] ?? "").replaceAll(",", "").replace(/^0+(?=\d)/, "");
  const currency =
    currencies.get(found[2] ?? "") ?? (/^[A-Z]{3}$/.test(found[2] ?? "") ? found[2] : undefined);
  return {
    isNegative: found[1] === "-" || found[3] === "-",
    value: whole + (found[5] ?? ""),
    ...(currency === undefined ? {} : { currency }),
  };
}

/** A dollar sign is the dollar of many; it names none. */
const currencies: ReadonlyMap<string, string> = new Map([
  ["¥", "CNY"],
  ["￥", "CNY"],
  ["£", "GBP"],
  ["€", "EUR"],
]);

const currencyNames: ReadonlyMap<string, string> = new Map([
  ["人民币", "CNY"],
  ["人民币元", "CNY"],
  ["美元", "USD"],
  ["港币", "HKD"],
  ["欧元", "EUR"],
  ["日元", "JPY"],
  ["英镑", "GBP"],
]);

export function readCurrency(cell: string): string | undefined {
  const text = plain(cell);
  return currencyNames.get(text) ?? (/^[A-Z]{3}$/.test(text) ? text : undefined);
}

/** `1小时2分3秒`, `00:02:03`, `75`. */
export function readSeconds(cell: string): number | undefined {
  const text = plain(cell);
  if (/^\d+秒?$/.test(text)) return Number.parseInt(text, 10);
  const clock =
    /^(\d+):(\d{2}):(\d{2})$/.exec(text) ?? /^(?:(\d+)小?时)?(?:(\d+)分)?(?:(\d+)秒)?$/.exec(text);
  if (clock === null || text === "") return undefined;
  return Number(clock[1] ?? 0) * 3600 + Number(clock[2] ?? 0) * 60 + Number(clock[3] ?? 0);
}

/** The last four of a number that is masked or whole; nothing where there are not four. */
export function lastFour(text: string): string | undefined {
  return /(\d{4})\D*$/.exec(text)?.[1];
}

/** `+08:00`, or the offset a named zone had at that local time; of an hour that exists twice the first. */
export function withOffset(local: string, zone: string): string {
  if (/^[+-]\d{2}:\d{2}$/.test(zone)) return `${local}${zone}`;
  const utc = Date.parse(`${local}Z`);
  const offsets = [utc - 86_400_000, utc + 86_400_000].map((near) => offsetAt(near, zone));
  const fits =
    offsets.find((minutes) => offsetAt(utc - minutes * 60_000, zone) === minutes) ?? offsets[0] ?? 0;
  const size = Math.abs(fits);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${local}${fits < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    timeZoneName: "longOffset",
  }).formatToParts(instant);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const found = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (found === null) return 0;
  return (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}
