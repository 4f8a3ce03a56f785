/** Banks of Hong Kong, India, Singapore and Japan, by the words of their headers. */
import type { Layout } from "./layout.ts";

const hongKong = {
  kind: "money",
  zone: "Asia/Hong_Kong",
  currency: "HKD",
  order: "day-first",
  positive: "in",
} as const;
const indian = { ...hongKong, zone: "Asia/Kolkata", currency: "INR" } as const;
const singapore = { ...hongKong, zone: "Asia/Singapore", currency: "SGD" } as const;
const japanese = { ...hongKong, zone: "Asia/Tokyo", currency: "JPY", order: "year-first" } as const;

const southern: readonly Layout[] = [
  {
    ...hongKong,
    source: "hsbc-hk-debit",
    header: ["date", "description", "billing amount", "billing currency", "balance"],
    columns: {
      moment: ["date"],
      amount: ["billing amount"],
      currency: ["billing currency"],
      description: ["description"],
    },
  },
  {
    ...hongKong,
    source: "hsbc-hk-credit",
    header: ["transaction date", "post date", "description", "billing amount", "billing currency"],
    columns: {
      moment: ["transaction date"],
      amount: ["billing amount"],
      currency: ["billing currency"],
      counterparty: ["merchant name"],
      description: ["description"],
      status: ["transaction status"],
    },
  },
  {
    ...indian,
    source: "sbi",
    header: ["txn date", "value date", "description", "debit", "credit", "balance"],
    columns: {
      moment: ["txn date"],
      moneyIn: ["credit"],
      moneyOut: ["debit"],
      description: ["description"],
      orderId: ["ref no./cheque no.", "ref no", "ref no."],
    },
    peerIn: /UPI\/(?:CR|DR)\/[^/]*\/([^/]+)\//i,
  },
  {
    ...indian,
    source: "hdfc",
    header: [
      ["date", "txn date"],
      "narration",
      ["withdrawal amt.", "withdrawal amt", "debit amount"],
      ["deposit amt.", "deposit amt", "credit amount"],
    ],
    columns: {
      moment: ["date", "txn date"],
      moneyIn: ["deposit amt.", "deposit amt", "credit amount"],
      moneyOut: ["withdrawal amt.", "withdrawal amt", "debit amount"],
      description: ["narration"],
      orderId: ["chq./ref.no.", "chq./ref. no.", "chq/ref no", "chq/ref number"],
    },
    peerIn: /^UPI-([^-@]+)-/i,
  },
  {
    ...indian,
    source: "icici",
    header: ["value date", "transaction remarks", "withdrawal amount(inr)", "deposit amount(inr)"],
    columns: {
      moment: ["transaction date", "value date"],
      moneyIn: ["deposit amount(inr)"],
      moneyOut: ["withdrawal amount(inr)"],
      description: ["transaction remarks"],
      orderId: ["cheque number"],
    },
  },
  {
    ...singapore,
    source: "dbs",
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
    ...singapore,
    source: "ocbc",
    header: ["transaction date", "value date", "description", "withdrawals(sgd)", "deposits(sgd)"],
    columns: {
      moment: ["transaction date"],
      moneyIn: ["deposits(sgd)"],
      moneyOut: ["withdrawals(sgd)"],
      description: ["description"],
    },
  },
];

const japan: readonly Layout[] = [
  {
    ...japanese,
    source: "mufg",
    header: ["日付", "摘要", "摘要内容", "支払い金額", "預かり金額"],
    columns: {
      moment: ["日付"],
      moneyIn: ["預かり金額"],
      moneyOut: ["支払い金額"],
      description: ["摘要内容", "摘要"],
      channel: ["摘要"],
    },
  },
  {
    ...japanese,
    source: "smbc",
    header: [
      ["年月日", "お取引日"],
      ["お引出し", "お引出し金額"],
      ["お預入れ", "お預入れ金額"],
      "お取り扱い内容",
    ],
    columns: {
      moment: ["年月日", "お取引日"],
      moneyIn: ["お預入れ", "お預入れ金額"],
      moneyOut: ["お引出し", "お引出し金額"],
      description: ["お取り扱い内容"],
    },
  },
  {
    ...japanese,
    source: "mizuho",
    header: [["日付", "お取引日", "年月日"], "お引出金額", "お預入金額", "お取引内容"],
    columns: {
      moment: ["日付", "お取引日", "年月日"],
      moneyIn: ["お預入金額"],
      moneyOut: ["お引出金額"],
      description: ["お取引内容"],
    },
  },
  {
    ...japanese,
    source: "japan-post",
    header: ["取引日", "受入金額(円)", "払出金額(円)", "詳細1"],
    columns: {
      moment: ["取引日"],
      moneyIn: ["受入金額(円)"],
      moneyOut: ["払出金額(円)"],
      counterparty: ["詳細2"],
      description: ["詳細1", "詳細2"],
      orderId: ["入出金明細id"],
    },
    joined: { description: ["詳細1", "詳細2"] },
  },
  {
    ...japanese,
    source: "japan-post",
    header: ["日付", "入出金明細id", "詳細1", "払出し金額", "預入れ金額"],
    columns: {
      moment: ["日付"],
      moneyIn: ["預入れ金額"],
      moneyOut: ["払出し金額"],
      counterparty: ["詳細2"],
      description: ["詳細1", "詳細2"],
      orderId: ["入出金明細id"],
    },
    joined: { description: ["詳細1", "詳細2"] },
  },
  {
    ...japanese,
    source: "rakuten-bank",
    header: ["取引日", "入出金(円)", ["入出金内容", "入出金先内容"]],
    columns: { moment: ["取引日"], amount: ["入出金(円)"], description: ["入出金内容", "入出金先内容"] },
  },
  {
    ...japanese,
    positive: "out",
    source: "rakuten-card",
    header: ["利用日", "利用店名・商品名", "利用金額"],
    columns: {
      moment: ["利用日"],
      amount: ["利用金額"],
      counterparty: ["利用店名・商品名"],
      description: ["利用店名・商品名"],
      channel: ["支払方法"],
    },
  },
  {
    ...japanese,
    source: "paypay-bank",
    header: ["操作日(年)", "操作日(月)", "操作日(日)", "摘要", "お支払金額", "お預り金額"],
    columns: {
      moneyIn: ["お預り金額"],
      moneyOut: ["お支払金額"],
      description: ["摘要"],
      orderId: ["取引順番号"],
    },
    joined: {
      moment: ["操作日(年)", "操作日(月)", "操作日(日)"],
      clock: ["操作時刻(時)", "操作時刻(分)", "操作時刻(秒)"],
    },
  },
  {
    ...japanese,
    source: "paypay",
    header: ["取引日", "出金金額(円)", "入金金額(円)", "取引内容", "取引先"],
    columns: {
      moment: ["取引日"],
      moneyIn: ["入金金額(円)"],
      moneyOut: ["出金金額(円)"],
      counterparty: ["取引先"],
      description: ["取引内容"],
      channel: ["取引方法"],
      orderId: ["取引番号"],
    },
  },
  {
    ...japanese,
    source: "sbi-net-bank",
    header: ["日付", ["内容", "摘要"], ["出金金額(円)", "出金金額"], ["入金金額(円)", "入金金額"]],
    columns: {
      moment: ["日付"],
      moneyIn: ["入金金額(円)", "入金金額"],
      moneyOut: ["出金金額(円)", "出金金額"],
      description: ["内容", "摘要"],
    },
  },
  {
    ...japanese,
    source: "sony-bank",
    header: ["お取り引き日", "摘要", "お預け入れ額", "お引き出し額"],
    columns: {
      moment: ["お取り引き日"],
      moneyIn: ["お預け入れ額"],
      moneyOut: ["お引き出し額"],
      description: ["参考情報", "摘要"],
      channel: ["摘要"],
    },
  },
];

export const asiaLayouts: readonly Layout[] = [...southern, ...japan];
