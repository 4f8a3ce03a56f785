/** `import` of files as they should not be: each told, in both languages, and nothing carried out or lost. */
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { expect, test } from "vitest";
import { said, transcript } from "../../test/doors/said.ts";

const head =
  "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,";
const bill = (holder: string, ...rows: readonly string[]) =>
  [`姓名：${holder}`, "导出交易类型：[全部]", head, ...rows, ""].join("\n");
const row = (day: string, number: number, what = "水") =>
  `2020-09-${day} 21:32:14,日用,小卖部,/,${what},支出,2.50,余额,交易成功,20200904${number},,,`;

async function check(
  files: Readonly<Record<string, string | Uint8Array>>,
  en: string,
  zh: string,
  more: readonly string[] = [],
) {
  const words = ["import", ...Object.keys(files).filter((name) => !name.startsWith(".")), ...more];
  const without = (text: string) =>
    text
      .split("\n")
      .filter((line) => !/rows? read|读出 \d+ 行/.test(line))
      .join("\n");
  expect(without(await transcript(words, { files }))).toBe(en);
  expect(without(await transcript([...words, "--lang", "zh"], { files }))).toBe(zh);
}

test("rows that stand in two exports count once, and a bill of somebody else is told", async () => {
  await check(
    {
      "a.csv": bill("张三", row("04", 1), row("05", 2)),
      "b.csv": bill("张*", row("05", 2), row("06", 3)),
      "c.csv": bill("李四", row("07", 4)),
    },
    "b.csv:1: warning: 1 row stands elsewhere too and counts once\n  help: nothing to do: each counts once\nc.csv:1: warning: the file names another holder than `a.csv`\n  help: give only records of one person\n[0]",
    "b.csv:1: 提醒：有 1 条在别处也有，只算一次\n  怎么改：不用处理：每条只算一次\nc.csv:1: 提醒：文件写的户主和 `a.csv` 不是同一个人\n  怎么改：请只给一个人的记录\n[0]",
  );
});

test("a formula is read as text and told", async () => {
  await check(
    { "a.csv": bill("张三", row("04", 1, '"=HYPERLINK(""http://x"")"')) },
    'a.csv:4: warning: 1 cell begins like a formula: `=HYPERLINK("http://x")`\n  help: nothing of it was carried out; do not open the file in a spreadsheet\n[0]',
    'a.csv:4: 提醒：有 1 个格子像是公式：`=HYPERLINK("http://x")`\n  怎么改：公式没有执行；请不要用电子表格打开这个文件\n[0]',
  );
});

test("a bill cut in the middle of a row says so, and half a row is no row", async () => {
  const cut = bill("张三", row("04", 1), row("05", 2)).trimEnd().slice(0, -30);
  await check(
    { "a.csv": cut },
    "a.csv:5: the file ends in the middle of an entry\n  help: download or export the file again\n[1]",
    "a.csv:5: 文件到一条记录中间就断了\n  怎么改：请重新下载或导出\n[1]",
  );
});

test("a bill saved again by a spreadsheet is read; a rounded number is no number of an order", async () => {
  const again = bill("张三", row("04", 1))
    .replace("2020-09-04 21:32:14", "2020/9/4 21:32")
    .replace("202009041", "2.02E+27");
  const { out } = await said(["import", "a.csv", "--json"], { files: { "a.csv": again } });
  const [only] = JSON.parse(out).rows;
  expect([only.time, only.orderId]).toEqual(["2020-09-04T21:32:00+08:00", undefined]);
});

test("an archive with a password is opened with one of a file, and the password stands nowhere", async () => {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  const inside = new Uint8ArrayReader(new TextEncoder().encode(bill("张三", row("04", 1))));
  await writer.add("支付宝.csv", inside, { password: "s3cret", useWebWorkers: false });
  const files = { "a.zip": await writer.close(), ".pass": "wrong\ns3cret\n", ".bad": "wrong\n" };
  await check(
    files,
    "a.zip/支付宝.csv:1: the archive has a password\n  help: type the password when asked, or give it with `--password-file`; it is not kept\n[1]",
    "a.zip/支付宝.csv:1: 压缩包有密码\n  怎么改：请在提示时输入密码，或用 `--password-file` 给出；密码不会留下\n[1]",
  );
  const wrong = await said(["import", "a.zip", "--password-file", ".bad"], { files });
  expect(wrong.err).toContain("the password does not open it");
  const opened = await said(["import", "a.zip", "--password-file", ".pass", "--json"], { files });
  expect([opened.code, JSON.parse(opened.out).file]).toEqual([0, "a.zip/支付宝.csv"]);
  expect(opened.out + opened.err).not.toContain("s3cret");
});

const strange = 'When,Shop,Sum\n05.01.2024,Laden,"-12,50"\n16.01.2024,Amt,"20,00"\n';

test("what was guessed is saved once, and lies beside the file from then on", async () => {
  const files = { "mine.csv": strange };
  const first = await said(["import", "mine.csv", "--save-mapping", "m.json"], { files });
  expect([first.code, first.err]).toEqual([
    0,
    "mine.csv:1: warning: the layout is not known; its columns were guessed: `moment = when, amount = sum, description = shop`\n  help: check them, then save a mapping with `--save-mapping FILE`\n",
  ]);
  const mapping = JSON.stringify({
    source: "my-shop",
    kind: "money",
    columns: { moment: "When", amount: "Sum", counterparty: "Shop" },
    order: "day-first",
    currency: "EUR",
  });
  const beside = { ...files, "mine.csv.mapping.json": mapping };
  const { code, out } = await said(["import", "mine.csv", "--json"], { files: beside });
  const read = JSON.parse(out);
  expect([code, read.source, read.complaints, read.rows.length, read.rows[0].counterparty]).toEqual([
    0,
    "my-shop",
    [],
    2,
    "Laden",
  ]);
  await check(
    { "mine.csv": strange, ".m.json": "{" },
    ".m.json: the mapping cannot be read: `JSON`\n  help: see docs/reference/records.md\n[1]",
    ".m.json: 列对照表读不出来：`JSON`\n  怎么改：见 docs/reference/records.md\n[1]",
    ["--mapping", ".m.json"],
  );
});

test("days a spreadsheet of another country turned round are read by what numbers above twelve tell", async () => {
  const monzo = (...days: readonly string[]) =>
    [
      "Transaction ID,Date,Time,Type,Name,Amount,Currency,Description",
      ...days.map((day, i) => `tx${i},${day},15:02:41,Card payment,Tesco,-9.50,GBP,TESCO`),
      "",
    ].join("\n");
  const daysOf = async (text: string) => {
    const { out } = await said(["import", "a.csv", "--json"], { files: { "a.csv": text } });
    const { rows, complaints } = JSON.parse(out);
    return [
      rows.map(({ time }: { readonly time: string }) => time.slice(0, 10)),
      complaints.map(({ code }: { readonly code: string }) => code),
    ];
  };
  expect(await daysOf(monzo("9/1/2024", "9/13/2024"))).toEqual([
    ["2024-09-01", "2024-09-13"],
    ["record/turned-days"],
  ]);
  expect(await daysOf(monzo("01/09/2024", "13/09/2024"))).toEqual([["2024-09-01", "2024-09-13"], []]);
  expect(await daysOf(monzo("13/09/2024", "9/14/2024"))).toEqual([
    ["2024-09-13"],
    ["record/unreadable-row", "record/turned-days"],
  ]);
  await check(
    { "a.csv": monzo("9/1/2024", "9/13/2024") },
    "a.csv:1: warning: the days stand in another order than in an export of this kind: read month first\n  help: export it again, and do not save it in a spreadsheet on the way\n[0]",
    "a.csv:1: 提醒：日和月的先后与这类文件原来的写法不同，按先月后日读\n  怎么改：请重新导出，中间不要用电子表格另存\n[0]",
  );
});

test("money out that is written below nought went out, and a clock nobody knows where it hangs says so", async () => {
  const wallet = [
    "Receipt No.,Completion Time,Details,Transaction Status,Paid In,Withdrawn,Balance",
    "QCS1,2022-03-28 21:31:12,Business Payment from NCBA,Completed,150000.00,,168000.00",
    "QCS2,2022-03-28 21:33:40,Customer Transfer to K,Completed,,-149000.00,19000.00",
    "QCS3,2022-03-29 09:00:00,Pay Bill to KPLC,Completed,,-1000.00,18000.00",
    "",
  ].join("\n");
  const { out } = await said(["import", "a.csv", "--json"], { files: { "a.csv": wallet } });
  const shown = JSON.parse(out).rows.map(
    ({
      direction,
      amount,
      zone,
    }: {
      readonly direction: string;
      readonly amount: string;
      readonly zone?: string;
    }) => [direction, amount, zone],
  );
  expect(shown).toEqual([
    ["in", "150000.00", "unknown"],
    ["out", "149000.00", "unknown"],
    ["out", "1000.00", "unknown"],
  ]);
});
