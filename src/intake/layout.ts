/**
 * What a table of some institution looks like: the words of its header by which it is known, and which column plays which
 * part. A mapping that somebody saves beside a file has the same shape.
 */
import type { DayOrder } from "./values.ts";

export const columnRoles = [
  "moment",
  "clock",
  "amount",
  "moneyIn",
  "moneyOut",
  "direction",
  "counterparty",
  "description",
  "orderId",
  "channel",
  "card",
  "status",
  "currency",
  "duration",
  "imei",
  "imsi",
] as const;
export type ColumnRole = (typeof columnRoles)[number];

export interface Layout {
  readonly source: string;
  readonly kind: "money" | "call" | "text";
  /** All of these stand in the header, so that it is this layout; of two that fit the one that names more. */
  readonly header: readonly string[];
  /** The first named column that stands in the header and is not empty in the row. */
  readonly columns: Readonly<Partial<Record<ColumnRole, readonly string[]>>>;
  /** An offset or a zone's name. */
  readonly zone: string;
  readonly currency: string;
  readonly order: DayOrder;
  /** What an amount above nought is where no column says which way it went. */
  readonly positive: "in" | "out";
}

const chinese = { zone: "+08:00", currency: "CNY", order: "year-first", positive: "in" } as const;
const money = { kind: "money", ...chinese } as const;

const wallets: readonly Layout[] = [
  {
    ...money,
    source: "alipay",
    header: [
      "交易时间",
      "交易分类",
      "交易对方",
      "商品说明",
      "收/支",
      "金额",
      "收/付款方式",
      "交易状态",
      "交易订单号",
    ],
    columns: {
      moment: ["交易时间"],
      amount: ["金额"],
      direction: ["收/支"],
      counterparty: ["交易对方"],
      description: ["商品说明"],
      orderId: ["交易订单号"],
      channel: ["收/付款方式"],
      card: ["收/付款方式"],
      status: ["交易状态"],
    },
  },
  {
    ...money,
    source: "alipay",
    header: ["交易号", "交易创建时间", "交易对方", "商品名称", "金额(元)", "收/支", "交易状态"],
    columns: {
      moment: ["付款时间", "交易创建时间"],
      amount: ["金额(元)"],
      direction: ["收/支"],
      counterparty: ["交易对方"],
      description: ["商品名称"],
      orderId: ["交易号"],
      channel: ["交易来源地"],
      status: ["交易状态"],
    },
  },
  {
    ...money,
    source: "wechat",
    header: [
      "交易时间",
      "交易类型",
      "交易对方",
      "商品",
      "收/支",
      "金额(元)",
      "支付方式",
      "当前状态",
      "交易单号",
    ],
    columns: {
      moment: ["交易时间"],
      amount: ["金额(元)"],
      direction: ["收/支"],
      counterparty: ["交易对方"],
      description: ["商品", "交易类型"],
      orderId: ["交易单号"],
      channel: ["支付方式"],
      card: ["支付方式"],
      status: ["当前状态"],
    },
  },
  {
    ...money,
    source: "jd",
    header: ["交易时间", "商户名称", "交易说明", "金额", "收/付款方式", "交易状态", "收/支", "交易订单号"],
    columns: {
      moment: ["交易时间"],
      amount: ["金额"],
      direction: ["收/支"],
      counterparty: ["商户名称"],
      description: ["交易说明"],
      orderId: ["交易订单号"],
      channel: ["收/付款方式"],
      card: ["收/付款方式"],
      status: ["交易状态"],
    },
  },
  {
    ...money,
    source: "meituan",
    header: [
      "交易创建时间",
      "交易成功时间",
      "交易类型",
      "订单标题",
      "收/支",
      "支付方式",
      "实付金额",
      "交易单号",
    ],
    columns: {
      moment: ["交易创建时间", "交易成功时间"],
      amount: ["实付金额"],
      direction: ["收/支"],
      description: ["订单标题"],
      orderId: ["交易单号"],
      channel: ["支付方式"],
      card: ["支付方式"],
      status: ["交易类型"],
    },
  },
  {
    ...money,
    source: "unionpay",
    header: ["交易日期", "交易时间", "交易类型", "交易金额", "账户余额", "交易对方", "交易备注"],
    columns: {
      moment: ["交易日期"],
      clock: ["交易时间"],
      amount: ["交易金额"],
      counterparty: ["交易对方"],
      description: ["交易备注"],
      channel: ["交易类型"],
    },
  },
];

const banks: readonly Layout[] = [
  {
    ...money,
    source: "ccb-debit",
    header: ["交易日期", "交易时间", "支出", "收入", "账户余额", "币种", "摘要", "对方户名", "交易地点"],
    columns: {
      moment: ["交易日期"],
      clock: ["交易时间"],
      moneyIn: ["收入"],
      moneyOut: ["支出"],
      currency: ["币种"],
      counterparty: ["对方户名"],
      description: ["交易地点", "摘要"],
      channel: ["摘要"],
    },
  },
  {
    ...money,
    source: "icbc-debit",
    header: [
      "交易日期",
      "摘要",
      "交易场所",
      "钞/汇",
      "记账金额(收入)",
      "记账金额(支出)",
      "记账币种",
      "对方户名",
    ],
    columns: {
      moment: ["交易日期"],
      moneyIn: ["记账金额(收入)"],
      moneyOut: ["记账金额(支出)"],
      currency: ["记账币种"],
      counterparty: ["对方户名"],
      description: ["交易场所", "摘要"],
      channel: ["摘要"],
    },
  },
  {
    ...money,
    source: "icbc-credit",
    header: [
      "交易日期",
      "记账日期",
      "摘要",
      "交易场所",
      "记账金额(收入)",
      "记账金额(支出)",
      "记账币种",
      "对方户名",
    ],
    columns: {
      moment: ["交易日期"],
      moneyIn: ["记账金额(收入)"],
      moneyOut: ["记账金额(支出)"],
      currency: ["记账币种"],
      counterparty: ["对方户名"],
      description: ["交易场所", "摘要"],
      channel: ["摘要"],
    },
  },
  {
    ...money,
    source: "cmb-debit",
    header: ["记账日期", "货币", "交易金额", "联机余额", "交易摘要", "对手信息"],
    columns: {
      moment: ["记账日期"],
      amount: ["交易金额"],
      currency: ["货币"],
      counterparty: ["对手信息"],
      description: ["客户摘要", "交易摘要"],
      channel: ["交易摘要"],
    },
  },
  {
    ...money,
    source: "cmb-debit",
    header: ["交易日期", "交易时间", "收入", "支出", "余额", "交易类型", "交易备注"],
    columns: {
      moment: ["交易日期"],
      clock: ["交易时间"],
      moneyIn: ["收入"],
      moneyOut: ["支出"],
      description: ["交易备注", "交易类型"],
      channel: ["交易类型"],
    },
  },
  {
    ...money,
    source: "cmb-credit",
    positive: "out",
    header: ["交易日", "记账日", "交易摘要", "人民币金额", "卡号末四位"],
    columns: {
      moment: ["交易日", "记账日"],
      amount: ["人民币金额"],
      description: ["交易摘要"],
      card: ["卡号末四位"],
    },
  },
  {
    ...money,
    source: "abc-debit",
    header: ["交易日期", "交易时间", "交易摘要", "交易金额", "本次余额", "对手信息", "日志号"],
    columns: {
      moment: ["交易日期"],
      clock: ["交易时间"],
      amount: ["交易金额"],
      counterparty: ["对手信息"],
      description: ["交易附言", "交易摘要"],
      orderId: ["日志号"],
      channel: ["交易渠道"],
    },
  },
  {
    ...money,
    source: "boc-debit",
    header: ["记账日期", "记账时间", "币别", "金额", "余额", "交易名称", "渠道", "对方账户名"],
    columns: {
      moment: ["记账日期"],
      clock: ["记账时间"],
      amount: ["金额"],
      currency: ["币别"],
      counterparty: ["对方账户名"],
      description: ["附言", "交易名称"],
      channel: ["交易名称", "渠道"],
      card: ["借记卡号"],
    },
  },
  {
    ...money,
    source: "boc-credit",
    header: ["交易日", "银行记账日", "卡号后四位", "交易描述", "存入", "支出", "币种"],
    columns: {
      // The day owners' books carry; the purchase may be a day earlier.
      moment: ["银行记账日", "交易日"],
      moneyIn: ["存入"],
      moneyOut: ["支出"],
      currency: ["币种"],
      description: ["交易描述"],
      card: ["卡号后四位"],
    },
  },
  {
    ...money,
    source: "bocom-debit",
    header: ["交易日期", "交易时间", "交易类型", "借贷", "交易金额", "对方户名", "交易地点"],
    columns: {
      moment: ["交易日期"],
      clock: ["交易时间"],
      amount: ["交易金额"],
      direction: ["借贷"],
      counterparty: ["对方户名"],
      description: ["摘要", "交易地点"],
      channel: ["交易类型"],
    },
  },
  {
    ...money,
    source: "bocom-credit",
    positive: "out",
    header: ["交易日期", "记账日期", "交易说明", "交易币种/金额", "入账币种/金额"],
    columns: { moment: ["交易日期"], amount: ["入账币种/金额"], description: ["交易说明"] },
  },
  {
    ...money,
    source: "spdb-debit",
    header: ["交易日期", "交易类型", "存入金额", "取出金额", "余额", "交易对手名称"],
    columns: {
      moment: ["交易日期"],
      moneyIn: ["存入金额"],
      moneyOut: ["取出金额"],
      counterparty: ["交易对手名称"],
      description: ["附言", "交易类型"],
      channel: ["交易类型"],
    },
  },
  {
    ...money,
    source: "citic-credit",
    positive: "out",
    header: ["交易日期", "入账日期", "交易描述", "卡末四位", "结算币种", "结算金额"],
    columns: {
      moment: ["交易日期"],
      amount: ["结算金额"],
      currency: ["结算币种"],
      description: ["交易描述"],
      card: ["卡末四位"],
    },
  },
  {
    ...money,
    source: "cgb-credit",
    positive: "out",
    header: ["交易日期", "入账日期", "交易摘要", "入账金额", "入账货币"],
    columns: {
      moment: ["交易日期"],
      amount: ["入账金额"],
      currency: ["入账货币"],
      description: ["交易摘要"],
    },
  },
];

const startWords = ["起始时间", "开始时间", "通话起始时间", "通话开始时间", "发送时间", "通话日期"];
const peerWords = ["对方号码", "对端号码", "被叫号码"];
const wayWords = ["通信方式", "呼叫类型", "收发类型", "话单方向", "事件类型名称"];
const handset = { imei: ["手机串号", "串号", "己方机身码", "imei"], imsi: ["imsi", "己方卡号", "主叫imsi"] };

/** A carrier's columns vary by province; one header for each pair of words two provinces use. */
const carriers: readonly Layout[] = startWords.flatMap((start) =>
  peerWords.flatMap((peer) => [
    ...["通信时长", "通话时长", "时长", "拨打秒数", "时长(s)", "通话时长(s)"].map(
      (duration): Layout => ({
        ...chinese,
        kind: "call",
        source: "carrier-calls",
        header: [start, peer, duration],
        columns: {
          moment: [start],
          clock: ["通话时间"],
          counterparty: [peer],
          duration: [duration],
          direction: wayWords,
          description: ["通信地点", "通话地点", "本机通话地", "漫游城市"],
          channel: ["通话类型", "通信类型"],
          ...handset,
        },
      }),
    ),
    ...["信息类型", "业务名称", "收发类型"].map(
      (mark): Layout => ({
        ...chinese,
        kind: "text",
        source: "carrier-texts",
        header: [start, peer, mark],
        columns: {
          moment: [start],
          counterparty: [peer, "业务名称"],
          direction: wayWords,
          description: ["通信地点", "信息类型"],
          channel: ["业务名称"],
          ...handset,
        },
      }),
    ),
  ]),
);

const abroad: readonly Layout[] = [
  {
    kind: "money",
    source: "revolut",
    zone: "+00:00",
    currency: "GBP",
    order: "year-first",
    positive: "in",
    header: [
      "type",
      "product",
      "started date",
      "completed date",
      "description",
      "amount",
      "currency",
      "state",
    ],
    columns: {
      moment: ["completed date", "started date"],
      amount: ["amount"],
      currency: ["currency"],
      description: ["description"],
      channel: ["type"],
      status: ["state"],
    },
  },
  {
    kind: "money",
    source: "monzo",
    zone: "Europe/London",
    currency: "GBP",
    order: "day-first",
    positive: "in",
    header: ["transaction id", "date", "time", "type", "name", "amount", "currency"],
    columns: {
      moment: ["date"],
      clock: ["time"],
      amount: ["amount"],
      currency: ["currency"],
      counterparty: ["name"],
      description: ["description", "notes and #tags"],
      orderId: ["transaction id"],
      channel: ["type"],
    },
  },
  {
    kind: "money",
    source: "starling",
    zone: "Europe/London",
    currency: "GBP",
    order: "day-first",
    positive: "in",
    header: ["date", "counter party", "reference", "type", "amount(gbp)"],
    columns: {
      moment: ["date"],
      amount: ["amount(gbp)"],
      counterparty: ["counter party"],
      description: ["reference"],
      channel: ["type"],
    },
  },
  {
    kind: "money",
    source: "barclays",
    zone: "Europe/London",
    currency: "GBP",
    order: "day-first",
    positive: "in",
    header: ["number", "date", "account", "amount", "subcategory", "memo"],
    columns: { moment: ["date"], amount: ["amount"], description: ["memo"], channel: ["subcategory"] },
  },
  {
    kind: "money",
    source: "chase-deposit",
    zone: "America/New_York",
    currency: "USD",
    order: "month-first",
    positive: "in",
    header: ["details", "posting date", "description", "amount", "type", "balance"],
    columns: {
      moment: ["posting date"],
      amount: ["amount"],
      description: ["description"],
      channel: ["type"],
    },
  },
  {
    kind: "money",
    source: "chase-card",
    zone: "America/New_York",
    currency: "USD",
    order: "month-first",
    positive: "in",
    header: ["transaction date", "post date", "description", "category", "type", "amount"],
    columns: {
      moment: ["transaction date"],
      amount: ["amount"],
      description: ["description"],
      channel: ["type"],
    },
  },
  {
    kind: "money",
    source: "bank-of-america",
    zone: "America/New_York",
    currency: "USD",
    order: "month-first",
    positive: "in",
    header: ["date", "description", "amount", "running bal."],
    columns: { moment: ["date"], amount: ["amount"], description: ["description"] },
  },
  {
    kind: "money",
    source: "nubank-account",
    zone: "America/Sao_Paulo",
    currency: "BRL",
    order: "day-first",
    positive: "in",
    header: ["data", "valor", "identificador", "descrição"],
    columns: { moment: ["data"], amount: ["valor"], orderId: ["identificador"], description: ["descrição"] },
  },
  {
    kind: "money",
    source: "nubank-card",
    zone: "America/Sao_Paulo",
    currency: "BRL",
    order: "day-first",
    positive: "out",
    header: ["date", "title", "amount"],
    columns: { moment: ["date"], amount: ["amount"], description: ["title"] },
  },
  {
    kind: "money",
    source: "sbi",
    zone: "Asia/Kolkata",
    currency: "INR",
    order: "day-first",
    positive: "in",
    header: ["txn date", "value date", "description", "debit", "credit", "balance"],
    columns: {
      moment: ["txn date"],
      moneyIn: ["credit"],
      moneyOut: ["debit"],
      description: ["description"],
      orderId: ["ref no./cheque no.", "ref no"],
    },
  },
  {
    kind: "money",
    source: "dbs",
    zone: "Asia/Singapore",
    currency: "SGD",
    order: "day-first",
    positive: "in",
    header: ["transaction date", "debit amount", "credit amount"],
    columns: {
      moment: ["transaction date"],
      moneyIn: ["credit amount"],
      moneyOut: ["debit amount"],
      description: ["description", "transaction ref1", "reference"],
      channel: ["transaction code", "reference"],
      status: ["status"],
    },
  },
  {
    kind: "money",
    source: "ocbc",
    zone: "Asia/Singapore",
    currency: "SGD",
    order: "day-first",
    positive: "in",
    header: ["transaction date", "value date", "description", "withdrawals(sgd)", "deposits(sgd)"],
    columns: {
      moment: ["transaction date"],
      moneyIn: ["deposits(sgd)"],
      moneyOut: ["withdrawals(sgd)"],
      description: ["description"],
    },
  },
];

export const layouts: readonly Layout[] = [...wallets, ...banks, ...carriers, ...abroad];

/** A header's word without padding, in half-width brackets and small letters. */
export function headerWord(cell: string): string {
  return cell
    .replace(/^\ufeff/, "")
    .replaceAll("（", "(")
    .replaceAll("）", ")")
    .replace(/\s+(?=\()/g, "")
    .replace(/\s+/g, (space, at: number, all: string) =>
      /[\u3400-\u9fff]/.test((all[at - 1] ?? "") + (all[at + space.length] ?? "")) ? "" : " ",
    )
    .trim()
    .toLowerCase();
}
