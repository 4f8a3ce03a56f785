/** Files of records as an investigation takes them: exports, what `import --json` printed of them, and anything else. */
import { expect, test } from "vitest";
import { said } from "../../test/doors/said.ts";
import { printedRecords, rowsFileOf } from "../evidence/index.ts";
import { importBytes } from "./records.ts";

const calls = [
  "起始时间,通信地点,通信方式,对方号码,通信时长,通信类型",
  "2020-09-04 21:00:00,成都,主叫,10000,1分2秒,本地",
  "2020-09-31 21:00:00,成都,主叫,10000,1分2秒,本地",
].join("\n");
const bytes = (text: string) => new TextEncoder().encode(text);
const printedOf = async (file: string, text: string) => (await importBytes(file, bytes(text)))[0];

test("an export and what was printed of it give the same rows, one file or several", async () => {
  const one = await printedOf("calls.csv", calls);
  const direct = rowsFileOf(one!, "calls.csv");
  expect(direct.file).toEqual({ file: "calls.csv", source: "carrier-calls", rows: 1, complaints: 1 });
  for (const printed of [one, [one, await printedOf("other.csv", calls)]])
    expect(printedRecords(bytes(JSON.stringify(printed)))?.[0]).toEqual(direct);
});

test("what was not printed by import is not taken for it", async () => {
  for (const text of ["hello", "{}", "[]", '{"rows": 1}', "", "{"])
    expect(printedRecords(bytes(text)), text).toBeUndefined();
  const printed = JSON.stringify(await printedOf("x", "hello"));
  expect(printedRecords(bytes(printed))?.[0]?.file).toEqual({
    file: "x",
    source: "unknown",
    rows: 0,
    complaints: 1,
  });
});

test("an investigation reads exports and printed rows side by side and drops no file in silence", async () => {
  const files = {
    "records/calls.csv": calls,
    "records/more.json": JSON.stringify(await printedOf("more.csv", calls.replace("21:00:00", "22:00:00"))),
    "records/same.json": JSON.stringify(await printedOf("records/calls.csv", calls)),
    "records/notes.txt": "hello",
    "empty/notes.txt": "hello",
  };
  const words = ["--person", "chengdu-2020", "--json"];
  const { code, out, err } = await said(["investigate", "records", ...words], { files });
  expect(code).toBe(0);
  const told = JSON.parse(out).coverage.files.map(
    ({ file, source, rows, complaints }: Record<string, unknown>) =>
      [file, source, rows, complaints].join(" "),
  );
  expect(told).toEqual([
    "calls.csv carrier-calls 1 1",
    "more.csv carrier-calls 1 1",
    "notes.txt unknown 0 1",
    "records/calls.csv carrier-calls 1 1",
  ]);
  expect(err).toContain("1 row stands elsewhere too and counts once");
  expect(err).toContain("records/calls.csv: warning: 1 row could not be read\n");
  expect(err).toContain("records/notes.txt:1: warning: no header in the file is one we know\n");
  const rows = (await said(["investigate", "records", "--rows", ...words], { files })).out;
  expect(
    JSON.parse(rows).rows.map(
      ({ file, row, actor, why }: Record<string, unknown> & { why: { code: string } }) =>
        [file, row, actor, why.code].join(" "),
    ),
    "of every row, the one that counts with another included, it is said whose it is",
  ).toEqual([
    "calls.csv 2 owner ordinary",
    "more.csv 2 owner ordinary",
    "records/calls.csv 2 owner stands-twice",
  ]);
  const none = await said(["investigate", "empty", ...words], { files });
  expect([none.code, none.out]).toEqual([1, ""]);
  expect(none.err).toContain("empty: no file of records was found");
});

test("what somebody tells may lie among the records: it is read where it is named, and told of where it is not", async () => {
  const told = JSON.stringify([{ at: "2020-09-05", by: "owner", says: "手机被偷了" }]);
  const files = {
    "records/calls.csv": "通话起始时间,通话时长,对方号码\n2020-09-04 20:00:00,60,10086\n",
    "records/told.json": told,
  };
  const words = ["investigate", "records", "--person", "chengdu-2020", "--json"];
  const unnamed = await said(words, { files });
  expect(unnamed.err).toContain(
    "records/told.json: warning: what somebody tells, and no record: it was left out",
  );
  expect(unnamed.err).toContain("give it with `--told records/told.json`");
  expect(JSON.parse(unnamed.out).coverage.files.map(({ file }: { file: string }) => file)).toEqual([
    "calls.csv",
  ]);
  const named = await said([...words, "--told", "records/told.json"], { files });
  expect(named.err).not.toContain("told.json");
});
