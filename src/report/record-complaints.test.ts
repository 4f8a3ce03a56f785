/** What complaints of files of records say in Chinese: whole sentences, with the file's own words. */
import { expect, test } from "vitest";
import { helpZh, isSentenceKnown, sentenceZh } from "./complaint-sentences.ts";

test.each([
  ["the file is larger than 64 MB", "文件超过 64 MB"],
  ["the file is larger than 256 MB when unpacked", "文件解压后超过 256 MB"],
  [
    "no header in this sheet is one we know; 3 of its rows were not read",
    "没有认出这张工作表的表头，其中 3 行没有读",
  ],
  ["parts of the file are in no encoding we know", "文件有一部分认不出编码"],
  ["no amount can be read in this row", "这一行读不出金额"],
  ["no amount can be read in this row: `a\nb`", "这一行读不出金额：`a\nb`"],
  ["a quote above takes this row in", "上面的引号没有配对，把这一行吞了进去"],
  ["the file holds only some of the transactions: `支出`", "文件只导出了一部分交易类型：`支出`"],
  ["the file has a header and no rows", "文件只有表头，没有记录"],
  ["the file ends in the middle of an entry", "文件到一条记录中间就断了"],
  ["an entry of securities, which is not read: `SELLMF`", "这是证券交易，没有读：`SELLMF`"],
  ["1 row could not be read", "有 1 行没有读出来"],
])("%s", (sentence, said) => {
  expect([isSentenceKnown(sentence), sentenceZh(sentence, "")]).toEqual([true, said]);
});

test("the way to the rows that were not read", () => {
  expect(helpZh("`chainbreak import a.csv` tells which")).toBe("用 `chainbreak import a.csv` 查看是哪些行");
});
