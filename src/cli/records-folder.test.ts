/** `investigate`: which files a folder of records is made of. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { said } from "../../test/doors/said.ts";

const calls = (number: string) =>
  [
    "起始时间,通信地点,通信方式,对方号码,通信时长,通信类型",
    `2020-09-04 21:00:00,成都,主叫,${number},1分2秒,本地`,
  ].join("\n");
const files = {
  "records/calls.csv": calls("10000"),
  "records/her telephone/2020/calls.csv": calls("10086"),
  "records/.hidden/calls.csv": calls("10010"),
};

async function filesRead(asked: string): Promise<readonly string[]> {
  const { code, out } = await said(["investigate", asked, "--person", "chengdu-2020", "--json"], { files });
  expect(code).toBe(0);
  return JSON.parse(out).coverage.files.map(({ file, rows }: Record<string, unknown>) => `${file} ${rows}`);
}

test("a folder is read with the folders in it, and one file alone as well", async () => {
  expect(await filesRead("records")).toEqual(["calls.csv 1", "her telephone/2020/calls.csv 1"]);
  expect(await filesRead("records/calls.csv")).toEqual(["calls.csv 1"]);
});

test("a link to a folder is looked into, once, wherever links lead; one that leads nowhere is told", async () => {
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-links-"));
  try {
    mkdirSync(join(folder, "records"));
    mkdirSync(join(folder, "elsewhere"));
    writeFileSync(join(folder, "elsewhere", "calls.csv"), calls("10000"));
    symlinkSync(join(folder, "elsewhere"), join(folder, "records", "linked"));
    symlinkSync(join(folder, "records"), join(folder, "elsewhere", "round"));
    symlinkSync(join(folder, "gone.csv"), join(folder, "records", "gone.csv"));
    expect(await filesRead(join(folder, "records"))).toEqual(["gone.csv 0", "linked/calls.csv 1"]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("somebody described nowhere is taken for one who uses what the files are of, and it is said", async () => {
  const { code, out, err } = await said(["investigate", "records", "--json"], { files });
  expect([code, out]).toEqual([1, ""]);
  expect(err).toContain("--person: the files do not say in which country they were made\n");
  const told = await said(["investigate", "records", "--json", "--region", "cn"], { files });
  expect(told.code).toBe(0);
  expect(told.err).toContain("no `--person` was given: taken for somebody in `cn` who uses ");
});
