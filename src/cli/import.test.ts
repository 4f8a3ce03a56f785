/** `import`: what is read of files, what is complained of, in both languages and for programs. */
import { expect, test } from "vitest";
import { said, transcript } from "../../test/doors/said.ts";

const calls = [
  "起始时间,通信地点,通信方式,对方号码,通信时长,通信类型",
  "2020-09-04 21:00:00,成都,主叫,10000,1分2秒,本地",
  "2020-09-31 21:00:00,成都,主叫,10000,1分2秒,本地",
].join("\n");
const files = { "calls.csv": calls, "notes.csv": "a,b,c\n1,2,3\n" };
const all = ["import", "calls.csv", "notes.csv", "nothing.csv"];

test("of every file it is told how much was read, and of every row that was not, where and why", async () => {
  expect(await transcript(all, { files })).toMatchInlineSnapshot(`
    "calls.csv:3: no day can be read in this row: \`2020-09-31 21:00:00\`
      help: look at this row in the file itself: no answer counts it
    notes.csv:1: no header in the file is one we know
      help: give the file as the bank, wallet or carrier exports it: CSV, XLSX or XLS
    nothing.csv: there is no such file or folder
      help: check the path
    calls.csv: carrier-calls (utf-8); 1 row read, 1 complaint
    notes.csv: not known what it is (utf-8); 0 rows read, 1 complaint
    nothing.csv: not known what it is; 0 rows read, 1 complaint
    [1]"
  `);
});

test("so it is in Chinese", async () => {
  const text = await transcript([...all, "--lang", "zh"], { files });
  expect(text).toMatchInlineSnapshot(`
    "calls.csv:3: 这一行读不出日期：\`2020-09-31 21:00:00\`
      怎么改：请在原文件里看这一行：结论不会算上它
    notes.csv:1: 没有认出这个文件的表头，整个文件都没有读
      怎么改：请用银行、钱包或运营商导出的原始文件：CSV、XLSX 或 XLS
    nothing.csv: 找不到文件
      怎么改：请检查路径
    calls.csv：carrier-calls（utf-8）；读出 1 行，1 处问题
    notes.csv：认不出是什么记录（utf-8）；读出 0 行，1 处问题
    nothing.csv：认不出是什么记录；读出 0 行，1 处问题
    [1]"
  `);
});

test("for programs one file is an object, several are a list, and none is left out of it", async () => {
  const { out } = await said(["import", "calls.csv", "--json"], { files });
  const one = JSON.parse(out);
  expect(one).toEqual({
    file: "calls.csv",
    source: "carrier-calls",
    encoding: "utf-8",
    declared: {},
    rows: [
      {
        kind: "call",
        at: { row: 2 },
        time: "2020-09-04T21:00:00+08:00",
        counterparty: "10000",
        description: "成都",
        channel: "本地",
        direction: "out",
        durationSeconds: 62,
      },
    ],
    complaints: [
      {
        at: { row: 3 },
        code: "record/unreadable-row",
        message: "no day can be read in this row",
        about: "2020-09-31 21:00:00",
      },
    ],
  });
  const several = JSON.parse((await said([...all, "--json"], { files })).out);
  expect(several[0]).toEqual(one);
  expect(several.map(({ source }: { source: string | null }) => source)).toEqual([
    "carrier-calls",
    null,
    null,
  ]);
  expect(several[2].complaints.map(({ code }: { code: string }) => code)).toEqual(["file/missing"]);
});
