/** Bodies that are not what they say: refused with a reason, nothing of them kept, nobody taken for somebody else. */
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { event, watched } from "../../test/kit/watched.ts";
import { verifyFolder } from "./index.ts";

type Headers = Readonly<Record<string, string>>;

/** What the first complaint says, by status and code. */
async function refused(body: string | Uint8Array<ArrayBuffer>, headers: Headers = {}, path = "/v1/events") {
  const service = watched();
  const answer = await service.ask("ee", path, { method: "POST", body, headers });
  const { complaints = [] } = await answer.json();
  await service.close();
  return [answer.status, complaints[0]?.code, verifyFolder(service.folder).records];
}

const text = JSON.stringify(event("e1", { person: "NAME" }));
/** Two surnames of two people, as a file in GBK has them. */
const inGbk = (...bytes: number[]): Uint8Array<ArrayBuffer> => {
  const [before = "", after = ""] = text.split("NAME");
  return Uint8Array.from([...Buffer.from(before), ...bytes, ...Buffer.from(after)]);
};

test("a name that is not UTF-8 is refused: two people would be one", async () => {
  for (const name of [
    [0xd5, 0xc5],
    [0xc0, 0xee],
  ])
    for (const type of ["application/json", "application/x-ndjson"])
      expect(await refused(inGbk(...name), { "Content-Type": type })).toEqual([400, "watch/not-utf-8", 0]);
});

test("a body that says that it is written otherwise is refused, whatever is in it", async () => {
  for (const charset of ["gbk", "utf-16", '"iso-8859-1"'])
    expect(await refused(text, { "Content-Type": `application/json; charset=${charset}` })).toEqual([
      415,
      "watch/not-utf-8",
      0,
    ]);
  expect(await refused(text, { "Content-Type": "application/json; charset=UTF-8" })).toEqual([
    200,
    undefined,
    1,
  ]);
});

test("a mark of UTF-8 at the beginning is no part of it", async () => {
  expect(await refused(Uint8Array.from([0xef, 0xbb, 0xbf, ...Buffer.from(text)]))).toEqual([
    200,
    undefined,
    1,
  ]);
});

test("what is compressed is refused and not unpacked", async () => {
  const packed = Uint8Array.from(gzipSync(text));
  expect(await refused(packed, { "Content-Encoding": "gzip" })).toEqual([415, "watch/encoded", 0]);
  expect(await refused(text, { "Content-Encoding": "identity" })).toEqual([200, undefined, 1]);
});

test("an empty body, or one that breaks off, is no JSON", async () => {
  expect(await refused("")).toEqual([400, "watch/not-json", 0]);
  expect(await refused(text.slice(0, 20))).toEqual([400, "watch/not-json", 0]);
});

test("one that is too large among good ones is refused alone", async () => {
  const service = watched();
  const list = [event("e1"), event("e2", { payee: "x".repeat(70_000) }), event("e3")];
  for (const _ of ["first", "again"]) {
    const { answers } = JSON.parse((await service.send("ee", list)).text);
    expect(answers.map(({ status, record }: Headers) => [status, record])).toEqual([
      [200, 1],
      [413, undefined],
      [200, 2],
    ]);
  }
  await service.close();
});

test("a case is opened on a record of that person alone", async () => {
  const service = watched();
  await service.send("ee", [event("e1"), event("e2", { person: "bob" })]);
  const open = async (record: number) =>
    (
      await service.ask("ee", "/v1/cases", {
        method: "POST",
        body: JSON.stringify({ person: "ann", record }),
      })
    ).status;
  expect([await open(1), await open(2), await open(3)]).toEqual([201, 404, 404]);
  await service.close();
});
