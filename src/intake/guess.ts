/**
 * What could the columns of an unknown table mean? The moment and the amount are known by their cells, most of which read as
 * one; the rest by the words of the header. Without a column that says when, and one of money, of numbers called or of
 * messages, there is no guess: a table of something else is not read as a statement.
 */
import { headerWord, type Layout } from "./layout.ts";
import type { Table, TableRow } from "./table.ts";
import { type DayOrder, plain, readAmount, readMoment } from "./values.ts";

type Word = readonly [RegExp, keyof Layout["columns"]];

/** The first that fits; a balance is none of them. */
const words: readonly Word[] = [
  [/^(?:imei|手机串号|串号)/, "imei"],
  [/^(?:imsi|iccid)/, "imsi"],
  [/币种|货币|currency|währung|waehrung|moneda|moeda|devise|通貨/, "currency"],
  [
    /收入|贷方|存入|入账金额|credit|deposit|paid ?in|money ?in|received|haben|gutschrift|abono|crédito|credito|entrada|入金|預/,
    "moneyIn",
  ],
  [
    /支出|借方|取出|debit|withdraw|paid ?out|money ?out|spent|soll|lastschrift|cargo|débito|debito|saída|saida|出金|支払|引出/,
    "moneyOut",
  ],
  [/收\/支|借贷|方向|direction|dr\/cr|cr\/dr|credit\/debit/, "direction"],
  [/订单|单号|流水号|凭证号|reference|\bref\b|transaction id|identificador|referenz/, "orderId"],
  [
    /对方|商户|收款人|付款人|户名|payee|merchant|counter ?party|beneficiary|empfänger|auftraggeber|beguenstigter|name|destinat|from|sender|号码|number/,
    "counterparty",
  ],
  [
    /摘要|备注|说明|附言|用途|商品|内容|描述|description|details|memo|narrat|particulars|remarks|verwendungszweck|buchungstext|concepto|descri|hist[oó]rico|libell|message|text|body/,
    "description",
  ],
  [/渠道|方式|类型|channel|method|type|tipo|art\b/, "channel"],
  [/卡号|card/, "card"],
  [/状态|status|state|estado/, "status"],
  [/时长|duration/, "duration"],
];
const balance = /余额|balance|saldo|残高|solde/;
const momentWords = /日期|时间|date|time|datum|fecha|^data\b|jour|日付|取引日|年月日|when/;
/** How long a call took looks like a clock. */
const isLength = /时长|duration|length|dauer|durée|duração/;
const amountWords = /金额|amount|betrag|importe|montant|valor|^sum|umsatz|金額|value/;

/** Most, for a total below or a line of remarks is not one. */
const most = 0.8;
const rowsLooked = 200;

export interface Guess {
  readonly layout: Layout;
  /** Where the header stands. */
  readonly row: number;
  /** What was guessed, in one line. */
  readonly said: string;
}

export function guessLayout({ rows }: Table): Guess | undefined {
  const filled = rows.filter(({ cells }) => cells.some((cell) => plain(cell) !== ""));
  for (const [i, header] of filled.slice(0, 30).entries()) {
    const names = header.cells.map(headerWord);
    if (
      names.filter((name) => name !== "").length < 3 ||
      names.some((name) => readAmount(name) !== undefined)
    )
      continue;
    const guess = guessBelow(names, filled.slice(i + 1, i + 1 + rowsLooked));
    if (guess !== undefined)
      return {
        layout: guess,
        row: header.row,
        said: Object.entries(guess.columns)
          .map(([role, [name]]) => `${role} = ${name}`)
          .join(", "),
      };
  }
  return undefined;
}

function guessBelow(names: readonly string[], body: readonly TableRow[]): Layout | undefined {
  const rows = body.filter(
    ({ cells }) => cells.filter((cell) => plain(cell) !== "").length > names.length / 3,
  );
  if (rows.length === 0) return undefined;
  const column = (i: number) => rows.map(({ cells }) => plain(cells[i] ?? ""));
  const share = (i: number, isOne: (cell: string) => boolean): number => {
    const cells = column(i).filter((cell) => cell !== "");
    return cells.length === 0 ? 0 : cells.filter(isOne).length / cells.length;
  };
  const columns = names.map((name, i) => ({ name, i }));
  const orders = new Map(columns.map(({ i }) => [i, orderOf(column(i))]));
  const reads = ({ i }: { i: number }) =>
    share(i, (cell) => readMoment(cell, { order: orders.get(i) ?? "year-first" }) !== undefined) >= most &&
    column(i).filter((cell) => cell !== "").length >= rows.length * most;
  const moments = columns.filter(reads);
  const moment = moments.find(({ name }) => momentWords.test(name)) ?? moments[0];
  if (moment === undefined) return undefined;
  const found: Partial<Record<keyof Layout["columns"], string[]>> = { moment: [moment.name] };
  // Many lists write the clock in a column of its own.
  const isClock = (cell: string) => /^\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?$/i.test(cell);
  const clock = columns.find(({ i }) => share(i, isClock) >= most);
  const hasClock = share(moment.i, (cell) => /\d[:h]\d\d/.test(cell)) >= most;
  if (clock !== undefined && clock !== moment && clock.name !== "" && !hasClock && !isLength.test(clock.name))
    found.clock = [clock.name];
  const isNumber = ({ i }: { i: number }) =>
    share(i, (cell) => /^-$/.test(cell) || readAmount(cell) !== undefined) >= most;
  for (const one of columns) {
    if (one.name === "" || one.name === found.clock?.[0] || moments.includes(one) || balance.test(one.name))
      continue;
    const role = words.find(([pattern]) => pattern.test(one.name))?.[1];
    const isMoney = role === "moneyIn" || role === "moneyOut";
    if (isMoney && !isNumber(one)) continue;
    if (amountWords.test(one.name) && !isMoney && isNumber(one)) found.amount ??= [one.name];
    else if (role !== undefined) found[role] ??= [one.name];
  }
  // What has words and no part yet says best what a row was about.
  const named = new Set(Object.values(found).flat());
  const said = columns.find(
    ({ name, i }) =>
      name !== "" &&
      !named.has(name) &&
      !balance.test(name) &&
      share(i, (cell) => /\p{L}{2}/u.test(cell)) >= most,
  );
  if (found.description === undefined && said !== undefined && found.amount !== undefined)
    found.description = [said.name];
  const kind =
    found.amount !== undefined || found.moneyIn !== undefined || found.moneyOut !== undefined
      ? "money"
      : found.counterparty === undefined
        ? undefined
        : found.duration !== undefined
          ? "call"
          : found.description === undefined
            ? undefined
            : "text";
  if (kind === undefined) return undefined;
  return {
    source: "guessed",
    kind,
    header: Object.values(found),
    columns: found,
    ...placeOf(names.join(" ")),
    order: orders.get(moment.i) ?? "year-first",
    positive: "in",
  };
}

/** By the script of the header: where such a table comes from, as far as that can be known. */
function placeOf(header: string): Pick<Layout, "zone" | "currency" | "isZoneUnknown"> {
  if (/[\u3041-\u30fa]/.test(header)) return { zone: "Asia/Tokyo", currency: "JPY" };
  if (/[\u4e00-\u9fff]/.test(header)) return { zone: "+08:00", currency: "CNY" };
  return { zone: "+00:00", isZoneUnknown: true, currency: "XXX" };
}

/** A number above twelve tells the day; where none does the day is taken to stand first, as most countries write it. */
function orderOf(cells: readonly string[]): DayOrder {
  const told = ordersTold(cells);
  if (told === undefined) return "year-first";
  return told.size === 1 && told.has("month-first") ? "month-first" : "day-first";
}

/** Which orders numbers above twelve tell; `undefined`: no cell has a day of two numbers before its year. */
export function ordersTold(cells: readonly string[]): ReadonlySet<DayOrder> | undefined {
  const parts = cells.flatMap((cell) => {
    const found = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(cell);
    return found === null ? [] : [[Number(found[1]), Number(found[2])] as const];
  });
  if (parts.length === 0) return undefined;
  return new Set(
    parts.flatMap(([first, second]): readonly DayOrder[] =>
      first > 12 ? ["day-first"] : second > 12 ? ["month-first"] : [],
    ),
  );
}
