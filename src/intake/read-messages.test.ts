/** Texts written down one below the other, and what only begins like them. Contents are invented. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readRecords } from "./index.ts";

const read = (text: string) => readRecords({ file: "f", bytes: new TextEncoder().encode(text) });
const rowsOf = (text: string) => {
  const { source, rows } = read(text);
  return rows.map(
    ({ at, kind, time, counterparty, description }) =>
      `${source} ${at.row} ${kind} ${time} ${counterparty ?? "-"}|${description ?? "-"}`,
  );
};

test("a text a line, as families copy them: moment, sender, what it says; what is below belongs to it", () => {
  expect(
    rowsOf(
      [
        "手机里的短信：",
        "2026-11-21 23:20 95588: 【工商银行】您正在登录手机银行，验证码为482913，请勿泄露。",
        "2026年11月21日 晚上11:31  95588：【工商银行】您尾号6312的储蓄卡支出18,000.00元，",
        "余额1,204.33元。",
        "2026/11/22 凌晨12:05 【中国移动】您的服务密码已重置成功。",
      ].join("\n"),
    ),
  ).toEqual([
    "messages 2 text 2026-11-21T23:20:00+00:00 95588|【工商银行】您正在登录手机银行，验证码为482913，请勿泄露。",
    "messages 3 text 2026-11-21T23:31:00+00:00 95588|【工商银行】您尾号6312的储蓄卡支出18,000.00元， 余额1,204.33元。",
    "messages 5 text 2026-11-22T00:05:00+00:00 -|【中国移动】您的服务密码已重置成功。",
  ]);
});

test("the sender and the moment on a line of their own, before or after, in brackets or not", () => {
  expect(
    rowsOf(
      "[21/11/2026, 23:20:11] HSBC: You have added a new payee, J SMITH. Not you? Call us.\n[21/11/2026, 23:24:02] HSBC: 2,400.00 GBP was sent to J SMITH.",
    ),
  ).toEqual([
    "messages 1 text 2026-11-21T23:20:11+00:00 HSBC|You have added a new payee, J SMITH. Not you? Call us.",
    "messages 2 text 2026-11-21T23:24:02+00:00 HSBC|2,400.00 GBP was sent to J SMITH.",
  ]);
  expect(
    rowsOf(
      "10086 2026-11-21 23:28\n您的服务密码已重置成功。\n\n95188 (2026-11-21 23:22)\n您正在重置登录密码",
    ),
  ).toEqual([
    "messages 1 text 2026-11-21T23:28:00+00:00 10086|您的服务密码已重置成功。",
    "messages 4 text 2026-11-21T23:22:00+00:00 95188|您正在重置登录密码",
  ]);
});

test("a day that may be the month is not read, and that is said", () => {
  const { rows, complaints } = read(
    "04/05/2026 10:12 Bank: your password was changed\n05/05/2026 10:13 Bank: again changed",
  );
  expect(rows).toEqual([]);
  expect(complaints.map(({ at, code, about }) => [at.row, code, about])).toEqual([
    [1, "record/unreadable-row", "04/05/2026"],
    [2, "record/unreadable-row", "05/05/2026"],
  ]);
});

test("a statement of rows, a note and a story are no texts", () => {
  for (const text of [
    "2026-11-21 23:41:07,转账红包,阿*,转账,支出,2000.00\n2026-11-20 18:31:02,交通出行,地铁,乘车,支出,4.00",
    "2026-11-21 23:41:07;Transfer: rent;-2000.00;EUR\n2026-11-20 18:31:02;Metro: ride;-4.00;EUR",
    "Datum\tText\tBetrag\n2026-11-21 23:41\tMiete: November\t-2000,00",
    "On 2026-11-21 23:41 my phone was stolen, and I called the bank: nobody answered.",
    "昨晚手机丢了，今天早上发现钱没了",
  ])
    expect([text, read(text).source === "messages"]).toEqual([text, false]);
});

test("whatever is pasted, nothing is thrown, and each message is a row or a complaint at its line", () => {
  const line = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom(
      "2026-11-21 23:20 95588: 【银行】您已登录手机银行",
      "10086 2026-13-41 25:61",
      "[1/2/26, 9:05 PM] Bank: code sent to you",
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const { source, rows, complaints } = read(lines.join("\n"));
      if (source !== "messages") return;
      for (const { at } of [...rows, ...complaints]) expect(at.row).toBeLessThanOrEqual(lines.length * 3);
    }),
  );
});
