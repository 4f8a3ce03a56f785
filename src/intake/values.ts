/**
 * The values of a cell: moments, days, amounts, as statements write them. What is not one is undefined, never a guess:
 * a thirteenth month, an hour 25, an amount with letters in it.
 */
export { type LocalTime, localTime, withOffset, zoneNamed } from "./zones.ts";

export interface Moment {
  readonly date: string;
  /** `12:45:27`; absent where only the day is given. */
  readonly clock?: string;
  /** `+00:00`, where the cell itself says so. */
  readonly offset?: string;
}

export type DayOrder = "year-first" | "day-first" | "month-first";

/** Padding, the tabs that keep spreadsheets from rounding a number, and what they put around a text: `="1234"`, `'1234'`, `'1234`. */
export const plain = (cell: string): string => {
  const text = cell.replace(/[\u00a0\u3000\t\r\n ]+/g, " ").trim();
  const wrapped = /^(?:="(.*)"|'(.*)'|'(?=[\d+-])(.*))$/.exec(text);
  return wrapped === null ? text : (wrapped[1] ?? wrapped[2] ?? wrapped[3] ?? "").trim();
};

/** `yearOf` gives the year of a month that stands without one. */
export function readMoment(
  cell: string,
  { order, yearOf }: { order: DayOrder; yearOf?: (month: number) => number | undefined },
): Moment | undefined {
  const text = plain(cell)
    .normalize("NFKC")
    .replace(/(\d)T(\d)/, "$1 $2");
  const found =
    /^(.*?)(?:,? *(\d{1,2})(?::|时|時)(\d{2})(?:(?::|分)(\d{2})秒?)?(?:[.,]\d+)? *([AaPp]\.?[Mm]\.?)?(?: *(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?)?$/.exec(
      text,
    );
  if (found === null) return undefined;
  const [, dayCell = "", hour, minute, second, half, zone] = found;
  const date = readDay(dayCell.trim(), order, yearOf);
  if (date === undefined) return undefined;
  if (hour === undefined) return { date };
  const clock = clockOf(onTheDay(hour, half), minute ?? "", second ?? "00");
  if (clock === undefined) return undefined;
  return { date, clock, ...(zone === undefined ? {} : { offset: offsetText(zone) }) };
}

const offsetText = (zone: string): string =>
  /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : "+00:00";

/** `12:34:56`, `123456`, `3:04 PM`. */
export function readClock(cell: string): string | undefined {
  const found = /^(\d{1,2})[:时時]?(\d{2})(?:[:分]?(\d{2})秒?)?(?:\.\d+)? *([AaPp]\.?[Mm]\.?)?$/.exec(
    plain(cell).normalize("NFKC"),
  );
  return found === null
    ? undefined
    : clockOf(onTheDay(found[1] ?? "", found[4]), found[2] ?? "", found[3] ?? "00");
}

/** Twelve at night is nought. */
function onTheDay(hour: string, half: string | undefined): string {
  if (half === undefined) return hour;
  const of12 = Number(hour) % 12;
  return Number(hour) > 12 ? "99" : String(/^p/i.test(half) ? of12 + 12 : of12);
}

function clockOf(hour: string, minute: string, second: string): string | undefined {
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${hour.padStart(2, "0")}:${minute}:${second}`;
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthOf = (name: string): string => String(monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** The year before the first of each reign: `R7`, `令和7`, `平成元`. */
const reigns: ReadonlyMap<string, number> = new Map([
  ["R", 2018],
  ["令和", 2018],
  ["H", 1988],
  ["平成", 1988],
  ["S", 1925],
  ["昭和", 1925],
]);

function readDay(
  text: string,
  order: DayOrder,
  yearOf: ((month: number) => number | undefined) | undefined,
): string | undefined {
  const packed =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?日?$/.exec(text);
  if (packed !== null) return dayText(packed[1], packed[2], packed[3]);
  const reign = /^([RHS]|令和|平成|昭和) ?(\d{1,2}|元) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?日?$/.exec(
    text,
  );
  if (reign !== null) {
    const year = (reigns.get(reign[1] ?? "") ?? 0) + (reign[2] === "元" ? 1 : Number(reign[2]));
    return dayText(String(year), reign[3], reign[4]);
  }
  const weekless = text.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i, "");
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[- /.]?([A-Za-z]{3})[a-z]*\.?[- /.,]* ?(\d{4}|\d{2})$/.exec(
    weekless,
  );
  if (named !== null) return dayText(named[3], monthOf(named[2] ?? ""), named[1]);
  const american = /^([A-Za-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(weekless);
  if (american !== null) return dayText(american[3], monthOf(american[1] ?? ""), american[2]);
  const slashed = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text);
  if (slashed !== null)
    return order === "year-first"
      ? undefined
      : order === "day-first"
        ? dayText(slashed[3], slashed[2], slashed[1])
        : dayText(slashed[3], slashed[1], slashed[2]);
  return shortDay(text, order, yearOf);
}

/** A day without its year: `09-18`, `9月18日`, `18 Sep`. */
function shortDay(
  text: string,
  order: DayOrder,
  yearOf: ((month: number) => number | undefined) | undefined,
): string | undefined {
  const named = /^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*$/.exec(text);
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  const [month, day] =
    named !== null
      ? [monthOf(named[2] ?? ""), named[1]]
      : short === null
        ? []
        : order === "day-first"
          ? [short[2], short[1]]
          : [short[1], short[2]];
  const year = month === undefined ? undefined : yearOf?.(Number(month));
  return year === undefined ? undefined : dayText(String(year), month, day);
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
  /** Where the cell says which way it went: `100.00 CR`. */
  readonly way?: "in" | "out";
}

const number = /^(?:(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:\.\d+)?|\.\d+)$/;
/** `1.234,56`: what follows a comma and is not three digits is no thousands. */
const commaNumber = /^(?:\d{1,3}(?:[. ']\d{3})*|\d+),\d{1,2}$|^\d{1,3}(?:\.\d{3}){2,}$/;

/**
 * `¥28.16`, `+10000.00`, `-1,000.00(CN)`, `(12.50)`, `131.77(已退款89.84)`, `CNY 123.18`, `1.234,56`, `12.00 CR`. `2.000` is two
 * where a point is the decimal mark, and two thousand where a comma is.
 */
export function readAmount(cell: string, decimalMark?: "comma"): Amount | undefined {
  const whole = plain(cell).normalize("NFKC").replaceAll("−", "-").replace(/^▲/, "-");
  const inBrackets = /^\(([^()]+)\)$/.exec(whole)?.[1];
  const text = (inBrackets ?? whole.replace(/\([^()]*\)$/, "")).trim();
  const found =
    /^([+-]?) *([A-Za-z]{0,3}[¥$£€₹]|[A-Z]{3}|Rs\.?)? *([+-]?) *([\d.,' ]*\d) *([A-Z]{3}\b|元|円|[¥$£€₹])? *(-|CR|DR|Cr|Dr|cr|dr)?\.?$/.exec(
      text,
    );
  if (found === null) return undefined;
  const [, sign, before, signAfter, digits = "", after, mark] = found;
  const value = decimal(digits.trim(), decimalMark);
  if (value === undefined) return undefined;
  const currency = currencyOf(before) ?? currencyOf(after);
  const way = mark === undefined || mark === "-" ? undefined : /^c/i.test(mark) ? "in" : "out";
  return {
    isNegative: sign === "-" || signAfter === "-" || mark === "-" || inBrackets !== undefined,
    value,
    ...(currency === undefined ? {} : { currency }),
    ...(way === undefined ? {} : { way }),
  };
}

const pointedThousands = /^\d{1,3}(?:\.\d{3})+$/;

function decimal(digits: string, mark: "comma" | undefined): string | undefined {
  const made =
    commaNumber.test(digits) || (mark === "comma" && pointedThousands.test(digits))
      ? digits.replaceAll(/[. ']/g, "").replace(",", ".")
      : number.test(digits.replaceAll(/[' ](?=\d{3}\b)/g, ","))
        ? digits.replaceAll(/[,' ]/g, "")
        : undefined;
  return made?.replace(/^0+(?=\d)/, "").replace(/^\./, "0.");
}

/** A dollar sign is the dollar of many; it names none. */
const currencies: ReadonlyMap<string, string> = new Map([
  ["¥", "CNY"],
  ["元", "CNY"],
  ["円", "JPY"],
  ["£", "GBP"],
  ["€", "EUR"],
  ["₹", "INR"],
  ["Rs", "INR"],
  ["Rs.", "INR"],
  ["R$", "BRL"],
  ["HK$", "HKD"],
  ["S$", "SGD"],
  ["US$", "USD"],
  ["C$", "CAD"],
  ["A$", "AUD"],
  ["원", "KRW"],
  ["₩", "KRW"],
  ["港元", "HKD"],
  ["港幣", "HKD"],
  ["港币", "HKD"],
  ["Rp", "IDR"],
]);

export const currencyOf = (word: string | undefined): string | undefined =>
  word === undefined ? undefined : (currencies.get(word) ?? (/^[A-Z]{3}$/.test(word) ? word : undefined));

const currencyNames: ReadonlyMap<string, string> = new Map([
  ["人民币", "CNY"],
  ["人民币元", "CNY"],
  ["人民币(CNY)", "CNY"],
  ["RMB", "CNY"],
  ["美元", "USD"],
  ["港币", "HKD"],
  ["港元", "HKD"],
  ["欧元", "EUR"],
  ["日元", "JPY"],
  ["英镑", "GBP"],
]);

export function readCurrency(cell: string): string | undefined {
  const text = plain(cell).normalize("NFKC");
  return currencyNames.get(text) ?? (/^[A-Z]{3}$/.test(text) ? text : undefined);
}

/** `1小时2分3秒`, `00:02:03`, `2:03`, `75`. */
export function readSeconds(cell: string): number | undefined {
  const text = plain(cell);
  if (/^\d+(?:秒|s)?$/.test(text)) return Number.parseInt(text, 10);
  const clock =
    /^(\d+):(\d{2}):(\d{2})$/.exec(text) ??
    /^()(\d+):(\d{2})$/.exec(text) ??
    /^(?:(\d+)(?:小?时))?(?:(\d+)分钟?)?(?:(\d+)秒)?$/.exec(text);
  if (clock === null || text === "") return undefined;
  return Number(clock[1] || 0) * 3600 + Number(clock[2] ?? 0) * 60 + Number(clock[3] ?? 0);
}

/** The last four of a number that is masked or whole; nothing where there are not four. */
export function lastFour(text: string): string | undefined {
  return /(\d{4})\D*$/.exec(text)?.[1];
}
