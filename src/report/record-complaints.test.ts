/** What complaints of files of records say in Chinese: whole sentences, with the file's own words. */
import { readdirSync, readFileSync } from "node:fs";
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
  [
    "more cells than the header: is a comma in a sum without quotes?",
    "这一行的列比表头多：金额里的逗号是不是没有加引号？",
  ],
  ["a quote above takes this row in", "上面的引号没有配对，把这一行吞了进去"],
  ["the file holds only some of the transactions: `支出`", "文件只导出了一部分交易类型：`支出`"],
  ["the file has a header and no rows", "文件只有表头，没有记录"],
  ["the file ends in the middle of an entry", "文件到一条记录中间就断了"],
  ["an entry of securities, which is not read: `SELLMF`", "这是证券交易，没有读：`SELLMF`"],
  ["the archive has a password", "压缩包有密码"],
  ["the workbook has a password", "工作簿有密码"],
  ["the archive holds a path that leads out of it: `../x`", "压缩包里有指向外面的路径：`../x`"],
  [
    "the layout is not known; its columns were guessed: `moment = When`",
    "没见过这种表格，各列的意思是猜的：`moment = When`",
  ],
  ["1 cell begins like a formula: `=X()`", "有 1 个格子像是公式：`=X()`"],
  ["2 cells begin like a formula", "有 2 个格子像是公式"],
  ["3 rows stand elsewhere too and count once", "有 3 条在别处也有，只算一次"],
  ["1 row stands elsewhere too and counts once", "有 1 条在别处也有，只算一次"],
  ["the file names another holder than `a.csv`", "文件写的户主和 `a.csv` 不是同一个人"],
  ["1 row could not be read", "有 1 行没有读出来"],
])("%s", (sentence, said) => {
  expect([isSentenceKnown(sentence), sentenceZh(sentence, "")]).toEqual([true, said]);
});

test("the way to the rows that were not read", () => {
  expect(helpZh("`chainbreak import a.csv` tells which")).toBe("用 `chainbreak import a.csv` 查看是哪些行");
});

test("whatever the readers of records say is known in Chinese", () => {
  const said = readdirSync("src/intake")
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .flatMap((name) => [
      ...readFileSync(`src/intake/${name}`, "utf8").matchAll(/"((?:the|this|no|an) [a-z][^"`$\n]{8,})"/g),
    ])
    .map(([, sentence = ""]) => sentence);
  expect(said.length).toBeGreaterThan(20);
  expect(
    said.filter((sentence) => !isSentenceKnown(sentence) && !isSentenceKnown(`${sentence}: \`x\``)),
  ).toEqual([]);
});
