/**
 * What could the columns of an unknown table mean? The moment and the amount are known by their cells, most of which read as
 * one; the rest by the words of the header. Without a column that says when, and one of money, of numbers called or of
 * messages, there is no guess: a table of something else is not read as a statement.
 */
import { directionOf } from "./direction.ts";
import type { Layout } from "./layout.ts";
import { withSumsWhole } from "./split-sums.ts";
import type { Table, TableRow } from "./table.ts";
import { currencyOf, type DayOrder, plain, readAmount, readMoment } from "./values.ts";
import { headersAt } from "./wrapped-lines.ts";

type Word = readonly [RegExp, keyof Layout["columns"]];

/** The first that fits; a balance is none of them. */
const words: readonly Word[] = [
  [/^(?:imei|手机串号|串号)/, "imei"],
  [/^(?:imsi|iccid)/, "imsi"],
  [
    /币种|货币|貨幣|幣別|currency|währung|waehrung|moneda|moeda|divisa|devise|valuta|通貨|통화코드|mata uang/,
    "currency",
  ],
  [
    /收\/支|借贷标|借貸|收付|方向|direction|dr\/cr|cr\/dr|credit\/debit|debit\/credit|soll\/haben|^s\/h$|거래구분|입출금구분/,
    "direction",
  ],
  [
    /收入|贷方|貸方|存入|存款|转入|入账金额|credit|deposit|paid ?in|money ?in|received|haben|gutschrift|abono|accredit|crédito|credito|crédit|entrada|entrate|masuk|入金|預|お預|입금|맡기신|받으신/,
    "moneyIn",
  ],
  [
    /支出|借方|取出|提款|转出|debit|withdraw|paid ?out|money ?out|spent|soll|lastschrift|belastung|cargo|débit|débito|debito|addebit|saída|saida|uscite|keluar|出金|支払|引出|출금|찾으신|보내신/,
    "moneyOut",
  ],
  [
    /订单|单号|流水号|凭证号|參考|编号|reference|\bref\b|transaction id|identificador|referenz|référence|referencia|取引番号|거래번호|승인번호/,
    "orderId",
  ],
  [
    /对方|對方|商户|商戶|收款人|付款人|户名|戶名|payee|merchant|counter ?party|beneficiary|empfänger|empfaenger|auftraggeber|beguenstigter|begünstigter|zahlungspflichtiger|zahlungsempfänger|controparte|bénéficiaire|beneficiario|name|destinat|from|sender|号码|號碼|number|取引先|利用店|利用先|加盟店|店名|상대|받는분|보낸분|의뢰인|가맹점|이용하신곳|전화번호|번호/,
    "counterparty",
  ],
  [
    /摘要|备注|備註|说明|說明|附言|用途|商品|内容|內容|描述|詳情|详情|description|details|memo|narrat|particulars|remarks|verwendungszweck|buchungstext|beschreibung|vorgang|concepto|descri|causale|hist[oó]rico|libell|keterangan|uraian|message|text|body|적요|내용|메모|비고|거래내역/,
    "description",
  ],
  [
    /渠道|方式|取引方法|支払方法|类型|類別|channel|method|type|tipo|art\b|거래점|거래방법|거래수단/,
    "channel",
  ],
  [/卡号|卡號|card|카드번호/, "card"],
  [/状态|狀態|status|state|estado|stato|statut|상태/, "status"],
  [/时长|時長|duration|dauer|durée|duração|통화시간|사용시간/, "duration"],
];
const balance = /余额|餘額|結餘|结余|balance|saldo|残高|solde|잔액|잔고/;
const momentWords =
  /日期|时间|時間|date|time|datum|fecha|^data\b|tanggal|tgl|jour|buchungstag|valuta\b|日付|取引日|年月日|일시|일자|날짜|거래일|when/;
/** How long a call took looks like a clock. */
const isLength = /时长|時長|duration|length|dauer|durée|duração|통화시간|사용시간/;
const amountWords =
  /金额|金額|amount|betrag|importe|importo|montant|valor|^sum|umsatz|jumlah|nominal|value|금액/;

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
  for (const [i, header] of filled.slice(0, 30).entries())
    for (const { names, lines } of headersAt(filled, i)) {
      if (names.filter(isNamed).length < 3 || names.some((name) => readAmount(name) !== undefined)) continue;
      const guess = guessBelow(names, filled.slice(i + lines, i + lines + rowsLooked));
      if (guess === undefined) continue;
      const { layout, leftOut } = guess;
      const roles = Object.entries(layout.columns).map(([role, [name]]) => `${role} = ${name}`);
      return {
        layout,
        row: header.row,
        said: [...roles, ...(leftOut === undefined ? [] : [`own account = ${leftOut}`])].join(", "),
      };
    }
  return undefined;
}

const isNamed = (name: string): boolean => !/^#\d+$/.test(name);

interface Below {
  readonly layout: Layout;
  /** Whose list it is, and so no part of a row. */
  readonly leftOut?: string;
}

function guessBelow(names: readonly string[], body: readonly TableRow[]): Below | undefined {
  const whole = body.map((row) => withSumsWhole(row, names.length)).filter(({ isTorn }) => isTorn !== true);
  const rows = whole.filter(
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
  if (
    clock !== undefined &&
    clock !== moment &&
    isNamed(clock.name) &&
    !hasClock &&
    !isLength.test(clock.name)
  )
    found.clock = [clock.name];
  const isNumber = ({ i }: { i: number }) =>
    share(i, (cell) => /^-$/.test(cell) || readAmount(cell) !== undefined) >= most;
  const isWay = ({ i }: { i: number }) => share(i, (cell) => directionOf(cell) !== "neutral") >= most;
  let ownAccount: string | undefined;
  for (const one of columns) {
    if (
      !isNamed(one.name) ||
      one.name === found.clock?.[0] ||
      moments.includes(one) ||
      balance.test(one.name)
    )
      continue;
    const role = words.find(([pattern]) => pattern.test(one.name))?.[1];
    const isMoney = role === "moneyIn" || role === "moneyOut";
    if (isMoney && !isNumber(one)) continue;
    // A kind of payment is often called what elsewhere the way it went is.
    if (role === "direction" && !isWay(one)) {
      found.channel ??= [one.name];
      continue;
    }
    // What stands the same in every row is whose list it is, and not with whom.
    if (role === "counterparty" && ownHeading.test(one.name) && isTheSame(column(one.i)))
      ownAccount ??= one.name;
    else if (amountWords.test(one.name) && !isMoney && isNumber(one)) found.amount ??= [one.name];
    else if (role !== undefined) found[role] ??= [one.name];
  }
  // Which way it went is known by what stands there: 主叫 and 被叫, Soll and Haben.
  const taken = new Set(Object.values(found).flat());
  const ways = columns.find(
    (one) =>
      (!taken.has(one.name) || found.channel?.[0] === one.name) && !moments.includes(one) && isWay(one),
  );
  if (found.direction === undefined && ways !== undefined) {
    found.direction = [ways.name];
    if (found.channel?.[0] === ways.name) delete found.channel;
  }
  // What has words and no part yet says best what a row was about.
  const named = new Set(Object.values(found).flat());
  const said = columns.find(
    ({ name, i }) =>
      isNamed(name) &&
      !named.has(name) &&
      !balance.test(name) &&
      share(i, (cell) => /\p{L}{2}/u.test(cell)) >= most,
  );
  const isOfMoney = found.amount !== undefined || found.moneyIn !== undefined || found.moneyOut !== undefined;
  if (found.description === undefined && said !== undefined && isOfMoney) found.description = [said.name];
  if (!isOfMoney && ownAccount !== undefined) found.counterparty ??= [ownAccount];
  // `Betrag (€)` says whose money it is; a column beside it may tell of the shop's.
  const inHeader = [found.amount, found.moneyOut, found.moneyIn]
    .flatMap((list) => list ?? [])
    .map((name) => currencyOf(/\(([^()]+)\)$/.exec(name)?.[1]?.toUpperCase()))
    .find((currency) => currency !== undefined);
  if (inHeader !== undefined) delete found.currency;
  const kind = isOfMoney
    ? "money"
    : found.counterparty === undefined
      ? undefined
      : found.duration !== undefined
        ? "call"
        : found.description === undefined
          ? undefined
          : "text";
  if (kind === undefined) return undefined;
  const layout: Layout = {
    source: "guessed",
    kind,
    header: Object.values(found),
    columns: found,
    ...placeOf(names.join(" ")),
    ...(inHeader === undefined ? {} : { currency: inHeader }),
    order: orders.get(moment.i) ?? "year-first",
    positive: "in",
  };
  return isOfMoney && ownAccount !== undefined ? { layout, leftOut: ownAccount } : { layout };
}

/** What may head the number of whoever's list it is; whom they pay may well be one and the same all the while. */
const ownHeading =
  /^(?!.*(?:payee|beneficiary|benef|merchant|counter ?party|recipient|sender|payer|\bto\b|\bfrom\b|other|对方|對方|收款|付款))(?:.*(?:account|\ba\/c\b|账号|帐号|帳號|账户|帐户|帳戶|konto)|iban$)/;
/** Fewer rows are alike by chance. */
const rowsAlike = 5;
const isTheSame = (cells: readonly string[]): boolean =>
  cells.length >= rowsAlike && cells[0] !== "" && new Set(cells).size === 1;

/** By the script and the words of the header: where such a table comes from, as far as that can be known. */
function placeOf(header: string): Pick<Layout, "zone" | "currency" | "isZoneUnknown"> {
  if (/[\uac00-\ud7a3]/.test(header)) return { zone: "Asia/Seoul", currency: "KRW" };
  if (/[\u3041-\u30fa]|残高|取引|日付|\(円\)/.test(header)) return { zone: "Asia/Tokyo", currency: "JPY" };
  // Hong Kong, Macau and Taiwan live by one clock and not by one money.
  if (/[額餘結賬帳號戶時對備說]/.test(header)) return { zone: "+08:00", currency: "XXX" };
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
