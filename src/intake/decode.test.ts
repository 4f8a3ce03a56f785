/** Which encoding a file is in: one of another script is never read as nonsense in silence. */
import { expect, test } from "vitest";
import { encoded } from "../../test/kit/encoded.ts";
import { decode } from "./decode.ts";

const texts = [
  ["gb18030", "交易日期,摘要,支出,收入,余额\n2025-05-01,消费,12.00,,100\n"],
  ["shift_jis", "取引日,摘要,お支払金額,お預り金額,残高\n2020/09/01,ドコモコウザ,100000,,5\n"],
  ["euc-kr", "거래일시,적요,출금액(원),입금액(원),잔액(원)\n2025.04.22 12:31:20,김도윤,10000000,0,1\n"],
  ["big5", "交易日期,摘要,支出金額,存入金額,結餘\n2024/03/01,轉賬,500.00,,100.00\n"],
  ["windows-1252", "Buchungstag;Empfänger;Betrag\n01.02.2024;Bäckerei Müller;-3,20\n"],
] as const;

test.each(texts)("a statement in %s is read as it was written", (encoding, text) => {
  expect(decode(encoded(text, encoding))).toEqual({ text, encoding, isDamaged: false });
});

test("a file cut in the middle of a character keeps its encoding, and says that it is damaged", () => {
  const bytes = new TextEncoder().encode("交易日期,摘要,支出\n2025-05-01,消费");
  for (const cut of [1, 2]) {
    const { text, encoding, isDamaged } = decode(bytes.subarray(0, bytes.length - cut));
    expect([text, encoding, isDamaged]).toEqual(["交易日期,摘要,支出\n2025-05-01,消\ufffd", "utf-8", true]);
  }
});
