/** Files of records in every format that is read, of any number of rows: invented contents, the shapes of the wild. */
import { utils, write } from "@e965/xlsx";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { encoded } from "./encoded.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const two = (number: number): string => String(number).padStart(2, "0");
const dayOf = (i: number): string => `2020-${two(1 + (i % 12))}-${two(1 + (i % 28))}`;
const clockOf = (i: number): string => `${two(i % 24)}:${two((i * 7) % 60)}:${two((i * 13) % 60)}`;
const sumOf = (i: number): string => `${1 + (i % 900)}.${two(i % 100)}`;
const each = (rows: number, line: (i: number) => string): readonly string[] =>
  Array.from({ length: rows }, (_, i) => line(i));

const alipay = (rows: number): Uint8Array =>
  encoded(
    [
      "支付宝账户：a***@example.com",
      "起始时间：[2020-01-01 00:00:00]    终止时间：[2020-12-31 23:59:59]",
      "导出交易类型：[全部]",
      `共${rows}笔记录`,
      "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,",
      ...each(
        rows,
        (i) =>
          `${dayOf(i)} ${clockOf(i)} ,日用百货,小卖部 ${i % 50},/,水,支出,${sumOf(i)},建设银行储蓄卡(1234),交易成功,2020${i}\t,T${i}\t,,`,
      ),
      "",
    ].join("\r\n"),
    "gb18030",
  );

const wechatHead = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注";
const wechatRows = (rows: number) =>
  each(
    rows,
    (i) =>
      `${dayOf(i)} ${clockOf(i)},商户消费,面馆${i % 50},"一碗,面",支出,¥${sumOf(i)},零钱,支付成功,"420${i}\t","1\t","/"`,
  );

const wechat = (rows: number): Uint8Array =>
  utf8([`微信支付账单明细,,,,,,,,,,`, wechatHead, ...wechatRows(rows), ""].join("\n"));

function wechatBook(rows: number): Uint8Array {
  const book = utils.book_new();
  const cells = wechatRows(rows).map((line) => line.replace('"一碗,面"', "面").replace("¥", "").split(","));
  utils.book_append_sheet(book, utils.aoa_to_sheet([wechatHead.split(","), ...cells]), "Sheet1");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }));
}

const calls = (rows: number): Uint8Array =>
  utf8(
    [
      "起始时间,通信地点,通信方式,对方号码,通信时长,通信类型",
      ...each(
        rows,
        (i) =>
          `${dayOf(i)} ${clockOf(i)},成都,${i % 2 ? "主叫" : "被叫"},1390000${1000 + (i % 9000)},${i % 600},本地`,
      ),
      "",
    ].join("\n"),
  );

const monzo = (rows: number): Uint8Array =>
  utf8(
    [
      "Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency",
      ...each(
        rows,
        (i) =>
          `tx_${i},${dayOf(i).split("-").reverse().join("/")},${clockOf(i)},Card,"Shop, ${i % 50}",,x,-${sumOf(i)},GBP`,
      ),
      "",
    ].join("\n"),
  );

const japanese = (rows: number): Uint8Array =>
  encoded(
    [
      "年月日,お引出し,お預入れ,お取り扱い内容,残高",
      ...each(rows, (i) => `${dayOf(i).replaceAll("-", "/")},${1 + (i % 9000)},,ミセ ${i % 50},98800`),
      "",
    ].join("\r\n"),
    "shift_jis",
  );

const ofx = (rows: number): Uint8Array =>
  utf8(
    [
      "OFXHEADER:100",
      "<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKTRANLIST>",
      ...each(
        rows,
        (i) =>
          `<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>${dayOf(i).replaceAll("-", "")}120000[-5:EST]<TRNAMT>-${sumOf(i)}<FITID>f${i}<NAME>Shop ${i % 50}</STMTTRN>`,
      ),
      "</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>",
      "",
    ].join("\n"),
  );

const camt = (rows: number): Uint8Array =>
  utf8(
    [
      `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>`,
      ...each(
        rows,
        (i) =>
          `<Ntry><Amt Ccy="EUR">${sumOf(i)}</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>${dayOf(i)}</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Cdtr><Nm>Shop ${i % 50}</Nm></Cdtr></RltdPties><RmtInf><Ustrd>bill ${i}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
      ),
      "</Stmt></BkToCstmrStmt></Document>",
    ].join("\n"),
  );

const mt940 = (rows: number): Uint8Array =>
  utf8(
    [
      ":20:S",
      ":25:10000000/1234",
      ":28C:1/1",
      ":60F:C200101EUR100,00",
      ...each(
        rows,
        (i) =>
          `:61:${dayOf(i).slice(2).replaceAll("-", "")}D${sumOf(i).replace(".", ",")}NMSCNONREF\n:86:105?00X?20SVWZ+bill ${i}?32Shop ${i % 50}`,
      ),
      ":62F:C201231EUR84,53",
      "-",
      "",
    ].join("\n"),
  );

const backup = (rows: number): Uint8Array =>
  utf8(
    [
      `<?xml version='1.0' encoding='UTF-8'?>`,
      `<smses count="${rows}">`,
      ...each(
        rows,
        (i) =>
          `<sms address="10698009${1000 + (i % 9000)}" date="${1_577_836_800_000 + i * 60_000}" type="1" body="【银行】验证码 ${100_000 + i}" sub_id="1" />`,
      ),
      "</smses>",
    ].join("\n"),
  );

const mailbox = (rows: number): Uint8Array =>
  utf8(
    each(
      rows,
      (i) =>
        `From a@example.com Fri Jan  3 12:00:01 2020\nFrom: Bank <a@example.com>\nDate: Fri, 3 Jan 2020 ${clockOf(i)} +0100\nSubject: =?utf-8?Q?your_password_was_changed_${i}?=\nContent-Type: text/plain; charset=utf-8\n\nIf it was not you, call us.\n`,
    ).join("\n"),
  );

const archive = async (rows: number): Promise<Uint8Array> => {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  await writer.add("alipay.csv", new Uint8ArrayReader(alipay(rows)), {
    password: samplePassword,
    useWebWorkers: false,
  });
  return writer.close();
};

/** Of the sample that is an archive. */
export const samplePassword = "123456";

export const recordSamples: Readonly<Record<string, (rows: number) => Uint8Array | Promise<Uint8Array>>> = {
  "alipay.csv": alipay,
  "wechat.csv": wechat,
  "wechat.xlsx": wechatBook,
  "calls.csv": calls,
  "monzo.csv": monzo,
  "smbc.csv": japanese,
  "bank.ofx": ofx,
  "camt.xml": camt,
  "mt940.sta": mt940,
  "sms.xml": backup,
  "all.mbox": mailbox,
  "bill.zip": archive,
};
