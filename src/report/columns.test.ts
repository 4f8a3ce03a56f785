/** Columns as a terminal shows them, with Chinese that takes two. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { displayWidth, layTable, padEnd, padStart, wrap } from "./columns.ts";

test.each([
  ["plain", 5],
  ["支付宝", 6],
  ["SIM 卡", 6],
  ["，。（）", 8],
  ["café", 4],
  ["cafe\u0301", 4],
  ["👩‍👩‍👧", 2],
  ["☎️", 2],
  ["“quotes”", 8],
  ["\u200b\u200d", 0],
  ["", 0],
])("%j takes %i columns", (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test("padding counts columns, not characters", () => {
  expect([padEnd("卡", 4), padStart("卡", 4), padEnd("too long", 3)]).toEqual(["卡  ", "  卡", "too long"]);
});

test("a line is broken at spaces, and between words of Chinese", () => {
  expect(wrap("receives the text messages of the line", 20)).toEqual([
    "receives the text",
    "messages of the line",
  ]);
  expect(wrap("能收到手机号码的短信", 10)).toEqual(["能收到手机", "号码的短信"]);
  expect(wrap("已登录支付宝账户（alipay）。", 16)).toEqual(["已登录支付宝账户", "（alipay）。"]);
});

test("no line begins with a closing mark or ends with an opening one", () => {
  for (let width = 8; width < 30; width += 1) {
    for (const line of wrap(
      "任何人只要手里有 SIM 卡，就可能造成 ¥15,000 的损失（共 2 处），最快 32 分钟、9 步就能得手第一笔。",
      width,
    )) {
      expect(line).not.toMatch(/^[，。、；：）”]|[（“]$/);
      expect(displayWidth(line)).toBeLessThanOrEqual(width + 2); // A mark that may not begin a line hangs over its end.
    }
  }
});

test("wrapping loses nothing but the spaces at the breaks", () => {
  const words = fc.array(
    fc.constantFrom("a", "word", "支付宝", "（", "）", "，", "longer-word-than-most", "12"),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(words, fc.integer({ min: 4, max: 40 }), (parts, width) => {
      const text = parts.join(" ");
      expect(wrap(text, width).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    }),
  );
});

test("a table is straight with Chinese in it, leaves out what no row fills, and wraps what may give way", () => {
  const columns = [
    { title: "损失", isFlexible: true },
    { title: "金额", isRight: true },
    { title: "空" },
    { title: "basis" },
  ];
  const rows = [
    ["花掉建设银行储蓄卡里的钱，一分不剩", "¥1,200", "", "有报道"],
    ["drain", "¥5", "", "tested"],
  ];
  expect(
    layTable({ columns, rows, width: 46, indent: "  " })
      .map(({ text }) => text)
      .join("\n"),
  ).toMatchInlineSnapshot(`
    "  损失                            金额  basis
      花掉建设银行储蓄卡里的钱，    ¥1,200  有报道
      一分不剩
      drain                             ¥5  tested"
  `);
});
