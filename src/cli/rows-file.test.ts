/** Files of records as an investigation takes them: exports, what `import --json` printed of them, and anything else. */
import { expect, test } from "vitest";
import { said } from "../../test/doors/said.ts";
import { importBytes } from "./records.ts";
import { readRecordsOf } from "./rows-file.ts";

const calls = [
  "起始时间,通信地点,通信方式,对方号码,通信时长,通信类型",
  "2020-09-04 21:00:00,成都,主叫,10000,1分2秒,本地",
  "2020-09-31 21:00:00,成都,主叫,10000,1分2秒,本地",
].join("\n");
const bytes = (text: string) => new TextEncoder().encode(text);

test("an export and what was printed of it give the same rows, one file or several", () => {
  const [direct] = readRecordsOf("calls.csv", bytes(calls));
  expect(direct?.file).toEqual({ file: "calls.csv", source: "carrier-calls", rows: 1, complaints: 1 });
  const one = importBytes("calls.csv", bytes(calls));
  for (const printed of [one, [one, importBytes("other.csv", bytes(calls))]]) {
    const [read] = readRecordsOf("printed.json", bytes(JSON.stringify(printed)));
    expect(read).toEqual({ rows: direct?.rows, file: direct?.file });
  }
});

test("what nobody knows is a file with no rows and one complaint, printed or not", () => {
  for (const text of ["hello", "{}", "[]", '{"rows": 1}', "", "{"]) {
    const [read] = readRecordsOf("x", bytes(text));
    expect(read?.file, text).toEqual({ file: "x", source: "unknown", rows: 0, complaints: 1 });
  }
  const printed = JSON.stringify(importBytes("x", bytes("hello")));
  expect(readRecordsOf("y", bytes(printed))[0]?.file).toEqual({
    file: "x",
    source: "unknown",
    rows: 0,
    complaints: 1,
  });
});

test("an investigation reads exports and printed rows side by side and drops no file in silence", async () => {
  const files = {
    "records/calls.csv": calls,
    "records/more.json": JSON.stringify(importBytes("more.csv", bytes(calls))),
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
  ]);
  expect(err).toContain("records/calls.csv: warning: 1 row could not be read\n");
  expect(err).toContain("records/notes.txt:1: warning: no header in the file is one we know\n");
  const none = await said(["investigate", "empty", ...words], { files });
  expect([none.code, none.out]).toEqual([1, ""]);
  expect(none.err).toContain("empty: no file of records was found");
});
