/** A pack written and checked by the command line: what is in it, that a stranger's tool agrees, what is told of a change. */
import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { said } from "../../test/doors/said.ts";
import { filesUnder } from "./pack.ts";

const root = mkdtempSync(join(tmpdir(), "chainbreak-pack-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const records = {
  "records/calls 13800001111.csv": [
    "起始时间,通信地点,通信方式,对方号码,通信时长,通信类型",
    "2020-09-04 21:00:00,成都,主叫,13911112222,1分2秒,本地",
  ].join("\n"),
  "records/service.json": JSON.stringify({
    file: "china-telecom-sichuan-service.csv",
    source: "china-telecom-sichuan-service-records",
    rows: [
      { time: "2020-09-04T21:10:00+08:00", description: "密码已修改", at: { row: 2 } },
      { time: "2020-09-04T21:44:00+08:00", description: "解除挂失", at: { row: 3 } },
      { time: "2020-09-04T22:00:00+08:00", description: "解除挂失", at: { row: 4 } },
    ],
    complaints: [],
  }),
  "records/sms.json": JSON.stringify({
    file: "sms.csv",
    source: "carrier-sms",
    rows: [
      { time: "2020-09-04T20:57:00+08:00", counterparty: "12333", direction: "in", at: { row: 2 } },
      { time: "2020-09-04T21:01:00+08:00", counterparty: "12333", direction: "in", at: { row: 3 } },
      { time: "2020-09-04T21:09:00+08:00", counterparty: "10001", direction: "in", at: { row: 4 } },
    ],
    complaints: [],
  }),
};
const ask = (out: string, more: readonly string[] = []) =>
  said(["investigate", "records", "--person", "chengdu-2020-before", "--out", out, ...more], {
    files: records,
  });
const pack = join(root, "pack");
const made = await ask(pack);

test("a pack holds the originals, what was made of them, and what a hash is good for, in both languages", () => {
  expect(made.code).toBe(0);
  const files = filesUnder(pack);
  for (const path of [
    "answer.json",
    "journal.jsonl",
    "manifest.sha256",
    "originals/calls 13800001111.csv",
    "redacted/manifest.sha256",
    "redacted/report.zh.html",
    "report.en.html",
    "report.zh.html",
    "timeline/iris.csv",
    "timeline/timesketch.jsonl",
  ])
    expect(files).toContain(path);
  expect(files.filter((path) => path.startsWith("letters/china-telecom-sichuan.")).length).toBe(2);
  expect(readFileSync(join(pack, "report.en.html"), "utf8")).toContain("It does not prove who made the file");
  expect(readFileSync(join(pack, "report.zh.html"), "utf8")).toContain("不能证明文件是谁做的");
  expect(readFileSync(join(pack, "originals/calls 13800001111.csv"), "utf8")).toBe(
    records["records/calls 13800001111.csv"],
  );
});

test("what is shortened names no number, no payee and no text", () => {
  const all = filesUnder(join(pack, "redacted")).map((path) =>
    readFileSync(join(pack, "redacted", path), "utf8"),
  );
  expect(all.length).toBeGreaterThan(5);
  for (const text of all) for (const told of ["13800001111", "13911112222"]) expect(text).not.toContain(told);
});

test("the pack verifies, and so does the shortened one alone; the hash it was told is that of its manifest", async () => {
  for (const folder of [pack, join(pack, "redacted")]) {
    const { code, out } = await said(["verify", folder, "--json"]);
    expect([code, JSON.parse(out).isAsMade]).toEqual([0, true]);
  }
  const seal = /manifest is ([0-9a-f]{64})/.exec(made.err)?.[1] ?? "";
  expect((await said(["verify", pack, "--seal", seal])).code).toBe(0);
  const other = await said(["verify", pack, "--seal", "0".repeat(64)]);
  expect(other.code).toBe(1);
  expect(other.err).toContain("the manifest is not the one this hash was written down of");
});

test("sha256sum agrees", ({ skip }) => {
  let told: string;
  try {
    told = execFileSync("sha256sum", ["-c", "manifest.sha256"], { cwd: pack, encoding: "utf8" });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "ENOENT")
      return skip("there is no sha256sum on this machine");
    throw fault;
  }
  const lines = told.trim().split("\n");
  expect(lines.length).toBe(filesUnder(pack).length - 1);
  expect(lines.filter((line) => !line.endsWith(": OK"))).toEqual([]);
});

test("a folder with something in it is not written to, and one that is no pack is no pack", async () => {
  const again = await ask(pack);
  expect([again.code, again.err.includes("the folder is not empty")]).toEqual([1, true]);
  const none = await said(["verify", root]);
  expect([none.code, none.err.includes("there is no manifest in this folder")]).toEqual([1, true]);
});

test("a byte more and a file more are told, each at its place", async () => {
  const report = join(pack, "report.en.html");
  chmodSync(report, 0o644);
  appendFileSync(report, " ");
  writeFileSync(join(pack, "notes.txt"), "mine");
  const { code, out } = await said(["verify", pack, "--json"]);
  expect(code).toBe(1);
  expect(JSON.parse(out).faults).toEqual([
    { code: "handover/changed", path: "report.en.html" },
    { code: "handover/not-listed", path: "notes.txt" },
  ]);
});
