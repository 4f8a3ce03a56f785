/** Bills and statements in, rows and complaints out; other people's expected books where they are at hand. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readRecords } from "./index.ts";

const head = [
  "支付宝账户：somebody",
  "起始时间：[2020-09-04 00:00:00]    终止时间：[2020-09-05 23:59:59]",
  "导出交易类型：[全部]",
  "共3笔记录",
  "交易时间 ,交易分类 ,交易对方 ,对方账号 ,商品说明 ,收/支 ,金额 ,收/付款方式 ,交易状态 ,交易订单号 ,商家订单号 ,备注 ,",
];
const bill = [
  "2020-09-04 21:32:14 ,日用百货 ,小卖部 ,/ ,水 ,支出 ,2.50 ,建设银行储蓄卡(1234) ,交易成功 ,2020090422001\t,T1\t, ,",
  "2020-09-04 22:01:00 ,转账 ,某人 ,/ ,转账 ,收入 ,1000.00 ,余额 ,交易成功 ,2020090422002\t,\t, ,",
  "2020-09-05 00:10:00 ,退款 ,小卖部 ,/ ,退款 ,不计收支 ,2.50 ,余额 ,退款成功 ,2020090422003\t,\t, ,",
];
const bytes = (lines: readonly string[]) => new TextEncoder().encode(lines.join("\r\n"));

function check(
  lines: readonly string[],
  expected: { rows: readonly string[]; complaints: readonly string[] },
) {
  const { rows, complaints } = readRecords({ file: "f", bytes: bytes(lines) });
  const told = rows.map((row) =>
    [
      row.at.row,
      row.kind,
      row.time ?? row.date,
      row.kind === "service" ? "" : row.direction,
      row.kind === "money" ? `${row.amount} ${row.currency} ${row.card ?? ""}` : row.counterparty,
    ]
      .join(" ")
      .trim(),
  );
  expect(told).toEqual(expected.rows);
  expect(complaints.map(({ at, code, about }) => [at.row, code, about].filter(Boolean).join(" "))).toEqual(
    expected.complaints,
  );
}

const asRead = [
  "6 money 2020-09-04T21:32:14+08:00 out 2.50 CNY 1234",
  "7 money 2020-09-04T22:01:00+08:00 in 1000.00 CNY",
  "8 money 2020-09-05T00:10:00+08:00 neutral 2.50 CNY",
];

test("a bill is read with the line each row stands on", () => {
  check([...head, ...bill], { rows: asRead, complaints: [] });
});

test("a bill with fewer rows than it counts says so", () => {
  check([...head, ...bill.slice(0, 2)], { rows: asRead.slice(0, 2), complaints: ["1 record/count-differs"] });
});

test("a row whose day does not exist is complained of where it stands", () => {
  const broken = bill[1]?.replace("2020-09-04", "2020-09-31") ?? "";
  check([...head, bill[0] ?? "", broken, bill[2] ?? ""], {
    rows: [asRead[0] ?? "", asRead[2] ?? ""],
    complaints: ["7 record/unreadable-row 2020-09-31 22:01:00"],
  });
});

test("a quote that takes in the rows below hides none of them", () => {
  const open = bill[0]?.replace("小卖部", '"小卖部').replace(",小卖部 ", ',"小卖部 ') ?? "";
  const opened = open.replace("交易对方", "").replace(' ,"', ',"');
  const closed = bill[1]?.replace("某人 ,", '某人",') ?? "";
  const { rows, complaints } = readRecords({
    file: "f",
    bytes: bytes([...head, opened, closed, bill[2] ?? ""]),
  });
  const met = new Set([...rows, ...complaints].map(({ at }) => at.row));
  expect([6, 7, 8].filter((row) => !met.has(row))).toEqual([]);
});

test("a carrier's list of calls and of texts is known by its words, whatever the province", () => {
  check(
    [
      "起始时间,通信地点,通信方式,对方号码,通信时长,通信类型",
      "2020-09-04 21:00:00,成都,主叫,10000,1分2秒,本地",
    ],
    {
      rows: ["2 call 2020-09-04T21:00:00+08:00 out 10000"],
      complaints: [],
    },
  );
  check(
    [
      "2020年9月",
      "起始时间,通信地点,对方号码,信息类型,业务名称,通信方式",
      "09-04 21:00:00,梦网短信,--,短信,12333,接受",
    ],
    {
      rows: ["3 text 2020-09-04T21:00:00+08:00 in 12333"],
      complaints: [],
    },
  );
});

test("a file nobody knows is not read in silence", () => {
  check(["a,b,c", "1,2,3"], { rows: [], complaints: ["1 record/unknown-layout"] });
  check([...head.slice(0, 3), head[4] ?? ""], { rows: [], complaints: ["1 record/no-rows"] });
});

test("a sheet with no header we know is told with its rows, beside one that is read", () => {
  const book = utils.book_new();
  const cellsOf = (lines: readonly string[]) => lines.map((line) => line.split(","));
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet(cellsOf([...head.slice(0, 3), head[4] ?? "", ...bill])),
    "bill",
  );
  utils.book_append_sheet(book, utils.aoa_to_sheet(cellsOf(["", "when,what", "x,1", "y,2"])), "other");
  utils.book_append_sheet(book, utils.aoa_to_sheet([]), "empty");
  const { rows, complaints } = readRecords({
    file: "f",
    bytes: new Uint8Array(write(book, { type: "array", bookType: "xlsx" })),
  });
  expect(rows.length).toBe(3);
  expect(complaints.map(({ at, code, message }) => [at.sheet, at.row, code, message].join(" "))).toEqual([
    "other 2 record/unknown-layout no header in this sheet is one we know; 3 of its rows were not read",
  ]);
});

test("what begins like a footer is one only below the rows and in no more cells than a footer has", () => {
  const rest = [...head.slice(0, 3), head[4] ?? ""];
  const few = "特别提示,内容仅供参考";
  check([...rest, bill[0] ?? "", "合计,,,,,支出,2.50", "----------", few, "导出时间:[2020-09-06 00:00:00]"], {
    rows: ["5 money 2020-09-04T21:32:14+08:00 out 2.50 CNY 1234"],
    complaints: [],
  });
  check([...rest, few, `导出${bill[0]}`, `---${bill[0]}`, bill[0] ?? "", `以上${bill[0]}`], {
    rows: ["8 money 2020-09-04T21:32:14+08:00 out 2.50 CNY 1234"],
    complaints: [
      "5 record/unreadable-row 特别提示",
      "6 record/unreadable-row 导出2020-09-04 21:32:14",
      "7 record/unreadable-row ---2020-09-04 21:32:14",
      "9 record/unreadable-row 以上2020-09-04 21:32:14",
    ],
  });
});

test("of a number as long as a card's the last four are kept, wherever it stands", () => {
  const told = (counterparty: string, description: string) => {
    const line = `2020-09-04 21:32:14,x,${counterparty},/,${description},支出,2.50,余额,交易成功,2020090422001443321234567890,,,`;
    const [row] = readRecords({ file: "f", bytes: bytes([head[4] ?? "", line]) }).rows;
    return [row?.counterparty, row?.description, row?.kind === "money" ? row.orderId : ""];
  };
  expect(told("某人6217001234567890123", "尾号1234 13912345678 11010519491231002X")).toEqual([
    "某人****0123",
    "尾号1234 13912345678 ****002X",
    "2020090422001443321234567890",
  ]);
  expect(told("123456789012", "6217 0012 3456 7890 123，6217-0012-3456-7890")).toEqual([
    "****9012",
    "****0123，****7890",
    "2020090422001443321234567890",
  ]);
  const texts = [
    "起始时间,通信地点,对方号码,信息类型,业务名称,通信方式",
    "2020-09-04 21:00:00,成都,106980095533,短信,,接收",
  ];
  check(texts, { rows: ["2 text 2020-09-04T21:00:00+08:00 in 106980095533"], complaints: [] });
});

test("an hour that exists twice, and one in summer, are read in the zone of the bank", () => {
  const header = "Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency";
  check(
    [
      header,
      "tx1,25/07/2024,10:00:00,Card,Shop,,x,-3.20,GBP",
      "tx2,25/12/2024,10:00:00,Card,Shop,,x,3.20,GBP",
    ],
    {
      rows: [
        "2 money 2024-07-25T10:00:00+01:00 out 3.20 GBP",
        "3 money 2024-12-25T10:00:00+00:00 in 3.20 GBP",
      ],
      complaints: [],
    },
  );
});

test("I2 every line below the header is a row, a complaint, or blank, however it was mangled", () => {
  const mangled = fc.array(
    fc.record({
      at: fc.nat(),
      what: fc.constantFrom(
        '"',
        ",",
        "\t",
        "x",
        "\u0000",
        "",
        "—",
        '""',
        "-",
        "9",
        "---",
        "#",
        "以上",
        '"---',
      ),
      cut: fc.nat(3),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(mangled, fc.integer({ min: 1, max: 30 }), (changes, many) => {
      let body = Array.from({ length: many }, (_, i) => bill[i % bill.length] ?? "").join("\n");
      for (const { at, what, cut } of changes) {
        const place = at % (body.length + 1);
        body =
          body.slice(0, place) + what + body.slice(place).replace(/^[^\n]{0,3}/, (gone) => gone.slice(cut));
      }
      const lines = [...head, ...body.split("\n")];
      const { rows, complaints } = readRecords({
        file: "f",
        bytes: new TextEncoder().encode(lines.join("\n")),
      });
      const met = new Set([...rows, ...complaints].map(({ at }) => at.row));
      const lost = lines.flatMap((line, i) =>
        i >= head.length && line.trim() !== "" && !met.has(i + 1) ? [i + 1] : [],
      );
      expect(lost).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("no bytes make the reader throw", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0]),
      (tail, magic) => {
        const { rows, complaints } = readRecords({ file: "f", bytes: Uint8Array.from([...magic, ...tail]) });
        expect(rows.length + complaints.length).toBeGreaterThan(0);
      },
    ),
  );
});

const folder = join(process.env["CHAINBREAK_FIXTURES"] ?? "../shared/fixtures", "statements");
const statements = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\.(csv|xlsx?)$/.test(path))
  : [];

test.skipIf(statements.length === 0)(
  `other people's statements hold what their books say (${folder})`,
  () => {
    const missing: string[] = [];
    let compared = 0;
    for (const path of statements) {
      const { rows } = readRecords({ file: basename(path), bytes: readFileSync(join(folder, path)) });
      const books = readdirSync(join(folder, path, "..")).find((name) => name.endsWith(".beancount")) ?? "";
      for (const entry of entriesOf(readFileSync(join(folder, path, "..", books), "utf8"))) {
        compared++;
        const fits = rows.some(
          (row) =>
            row.kind === "money" &&
            (row.time ?? row.date ?? "").startsWith(entry.moment) &&
            entry.amounts.has(Number(row.amount)) &&
            (entry.orderId === undefined || row.orderId === entry.orderId),
        );
        if (!fits) missing.push(`${path} ${JSON.stringify([entry.moment, entry.orderId, ...entry.amounts])}`);
      }
    }
    expect(compared).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  },
);

function entriesOf(text: string) {
  return text.split(/\n\n+/).flatMap((block) => {
    const day = /^(\d{4}-\d{2}-\d{2}) [*!]/.exec(block)?.[1];
    if (day === undefined) return [];
    const time = /payTime: "(\d{4}-\d{2}-\d{2}) ([\d:]{8})/.exec(block);
    const orderId = /orderId: "([^"]+)"/.exec(block)?.[1];
    const postings = [...block.matchAll(/ (-?\d+(?:\.\d+)?) [A-Z]{3}/g)].map(([, amount]) => Number(amount));
    // A fee is booked on its own; the row holds all that left, which is all that arrived somewhere.
    const arrived = postings.reduce((sum, one) => sum + Math.max(one, 0), 0);
    const amounts = new Set([...postings.map(Math.abs), Number(arrived.toFixed(2))]);
    return [{ moment: time === null ? day : `${time[1]}T${time[2]}`, orderId, amounts }];
  });
}
