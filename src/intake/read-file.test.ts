/** What holds records and is none itself: archives with and without a password, mails, mailboxes. Contents are invented. */
import { utils, write } from "@e965/xlsx";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { encoded } from "../../test/kit/encoded.ts";
import { readRecordFile } from "./index.ts";
import { unzip } from "./unzip.ts";

const calls = "起始时间,通信地点,通信方式,对方号码,通信时长\n2020-09-04 21:00:00,成都,主叫,10000,62\n";
const utf8 = (text: string) => new TextEncoder().encode(text);

async function zipped(
  files: Readonly<Record<string, Uint8Array>>,
  options: { readonly password?: string; readonly zipCrypto?: boolean } = {},
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, bytes] of Object.entries(files))
    await writer.add(name, new Uint8ArrayReader(bytes), { ...options, useWebWorkers: false });
  return writer.close();
}

async function check(
  given: { readonly file: string; readonly bytes: Uint8Array; readonly passwords?: readonly string[] },
  expected: readonly string[],
) {
  const read = await readRecordFile(given);
  const told = read.map(
    ({ file, source, rows, complaints }) =>
      `${file} ${source ?? "-"} ${rows.length} ${complaints.map(({ code, about }) => [code, about].filter(Boolean).join(" ")).join()}`,
  );
  expect(told.map((line) => line.trim())).toEqual(expected);
}

test("an archive is read file by file, each under its own name", async () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(calls.split("\n").map((line) => line.split(","))), "s");
  const bytes = await zipped({
    "a/calls.csv": utf8(calls),
    "calls.xlsx": new Uint8Array(write(book, { type: "array", bookType: "xlsx" })),
    "notes.txt": utf8("hello"),
  });
  await check({ file: "x.zip", bytes }, [
    "x.zip/a/calls.csv carrier-calls 1",
    "x.zip/calls.xlsx carrier-calls 1",
    "x.zip/notes.txt - 0 record/unknown-layout",
  ]);
});

test.each([{ zipCrypto: true }, {}])("an archive with a password is asked for it: %j", async (kind) => {
  const bytes = await zipped({ "calls.csv": utf8(calls) }, { password: "123456", ...kind });
  await check({ file: "x.zip", bytes }, ["x.zip/calls.csv - 0 record/locked"]);
  await check({ file: "x.zip", bytes, passwords: ["1", "2"] }, ["x.zip/calls.csv - 0 record/wrong-password"]);
  const opened = { file: "x.zip", bytes, passwords: ["1", "123456"] };
  await check(opened, ["x.zip/calls.csv carrier-calls 1"]);
  expect(JSON.stringify(await readRecordFile(opened))).not.toContain("123456");
});

test("an archive that leads out of itself, or swells, is refused whole", async () => {
  for (const name of ["../calls.csv", "/etc/calls.csv", "a/../../b.csv"]) {
    const safe = await zipped({ ["x".repeat(name.length)]: utf8(calls) });
    const text = String.fromCharCode(...safe).replaceAll("x".repeat(name.length), name);
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    await check({ file: "x.zip", bytes }, [`x.zip - 0 record/unsafe-archive ${name}`]);
  }
  const inner = await zipped({ "x.zip": await zipped({ "calls.csv": utf8(calls) }) });
  await check({ file: "o.zip", bytes: inner }, ["o.zip/x.zip - 0 record/unsafe-archive"]);
});

test("an archive that swells is refused by its own word, and stopped on the way where it lies", async () => {
  const honest = await zipped({ "big.csv": new Uint8Array(4 * 1024 * 1024) });
  expect(honest.length).toBeLessThan(64 * 1024);
  const codes = async (bytes: Uint8Array) =>
    (await unzip(bytes, [], 1024 * 1024)).faults.map(({ code }) => code);
  expect(await codes(honest)).toEqual(["record/unsafe-archive"]);
  const lying = honest.slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at + 46 < lying.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
  expect(await codes(lying)).toEqual([expect.stringMatching(/unsafe-archive|cut-short/)]);
  const whole = await zipped({ "calls.csv": utf8(calls) });
  await check({ file: "x.zip", bytes: whole.subarray(0, 60) }, ["x.zip - 0 record/cut-short"]);
});

const mail = [
  "Received: from x by y; Fri, 5 Jan 2024 12:00:03 +0800",
  "From: =?utf-8?B?5pSv5LuY5a6d?= <service@example.com>",
  "To: me@example.com",
  "Subject: =?gb18030?B?xPq1xMPcwuvS0dDeuMQ=?=",
  "Date: Fri, 5 Jan 2024 12:00:01 +0800 (CST)",
  "MIME-Version: 1.0",
  "Content-Type: text/html; charset=utf-8",
  "",
  "<html><head><style>p{}</style></head><body><p>If it was not you: <a>https://example.com/reset?token=SECRET</a></p></body></html>",
  "",
].join("\r\n");

test("a mail is a row: when, who, its subject, and what it says without the keys in its links", async () => {
  const [read] = await readRecordFile({ file: "m.eml", bytes: utf8(mail) });
  expect(read?.rows).toEqual([
    {
      kind: "mail",
      at: { file: "m.eml", row: 1 },
      time: "2024-01-05T12:00:01+08:00",
      direction: "in",
      counterparty: "支付宝 service@example.com",
      description: "您的密码已修改",
      text: "If it was not you: https://example.com/…",
    },
  ]);
});

test("a mailbox is cut into its mails, and one without a day is told", async () => {
  const box = `From a@example.com Fri Jan  5 12:00:01 2024\r\n${mail}\r\nFrom b@example.com Fri Jan  5 13:00:01 2024\r\nSubject: no day\r\n\r\n>From here on\r\nFrom the start\r\n`;
  const [read] = await readRecordFile({ file: "all.mbox", bytes: utf8(box) });
  expect([read?.source, read?.rows.length]).toEqual(["mbox", 1]);
  expect(read?.complaints.map(({ at, code }) => `${at.row} ${code}`)).toEqual(["2 record/unreadable-row"]);
});

test("a statement that hangs on a mail is read with it", async () => {
  const zip = await zipped({ "calls.csv": encoded(calls, "gb18030") }, { password: "p" });
  const withOne = [
    "From: a@example.com",
    "Date: Fri, 5 Jan 2024 12:00:01 +0800",
    "Subject: your bill",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "see below",
    "--b",
    'Content-Type: application/zip; name="bill.zip"',
    'Content-Disposition: attachment; filename="bill.zip"',
    "Content-Transfer-Encoding: base64",
    "",
    btoa(String.fromCharCode(...zip)),
    "--b--",
    "",
  ].join("\r\n");
  await check({ file: "m.eml", bytes: utf8(withOne), passwords: ["p"] }, [
    "m.eml mail 1",
    "m.eml/bill.zip/calls.csv carrier-calls 1",
  ]);
});

test("what Google keeps of sign-ins and devices is read", async () => {
  const log = [
    "Gaia ID,Activity Timestamp,IP Address,Proxied Host IP Address,Is Non-routable IP Address,Activity Country,Activity Region,Activity City,User Agent String,Product Name,Sub-Product Name,Activity Type,Gmail Access Channel",
    '1000,2024-01-05 12:00:01 UTC,198.51.100.14,,No,DE,BE,Berlin,"App : GMAIL_APP. Os : IOS_OS.",Gmail,,Login,',
  ].join("\n");
  const [read] = await readRecordFile({ file: "Activities.csv", bytes: utf8(log) });
  expect([read?.source, read?.rows[0]]).toEqual([
    "google-access-log",
    {
      kind: "service",
      at: { file: "Activities.csv", row: 2 },
      time: "2024-01-05T12:00:01+00:00",
      counterparty: "198.51.100.14",
      description: "Login App : GMAIL_APP. Os : IOS_OS. Berlin BE DE",
      channel: "Gmail",
      status: "Login",
    },
  ]);
  const devices = [
    "Device Type,Brand Name,Marketing Name,OS,OS Version,Device Model,User Given name,Device Last Location,Gaia ID",
    'MOBILE,Apple,iPhone,iOS,17,iPhone 15,,"Country ISO: DE',
    'Last Activity Time: 2024-01-05 12:00:01 UTC",1000',
  ].join("\n");
  const [second] = await readRecordFile({ file: "Devices.csv", bytes: utf8(devices) });
  expect([second?.source, second?.rows[0]?.time, second?.rows[0]?.description, second?.complaints]).toEqual([
    "google-devices",
    "2024-01-05T12:00:01+00:00",
    "MOBILE Apple iPhone iPhone 15 iOS 17",
    [],
  ]);
});

test("no bytes make the reader of archives and mails throw", async () => {
  const seeds = [await zipped({ "calls.csv": utf8(calls) }, { password: "p" }), utf8(mail)];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...seeds),
      fc.array(fc.tuple(fc.nat(), fc.nat(255))),
      async (seed, changes) => {
        const bytes = seed.slice();
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const read = await readRecordFile({ file: "f", bytes, passwords: ["p"] });
        expect(read.length).toBeGreaterThan(0);
        for (const { rows, complaints } of read) expect(rows.length + complaints.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 60 },
  );
});
