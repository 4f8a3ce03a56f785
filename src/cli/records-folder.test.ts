/** `investigate`: which files a folder of records is made of. */
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
