/** A complaint says where, what and the way out, and complaints come in the order in which one mends them. */
import { expect, test } from "vitest";
import { Complaint, compareText, complaintCodes, formatPlace, sortComplaints } from "./complaint.ts";

const at = (
  file: string,
  line?: number,
  column?: number,
  code: (typeof complaintCodes)[number] = "yaml/syntax",
) =>
  new Complaint({
    code,
    place: { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) },
    message: "it is wrong",
  });

test("the message begins with a place the reader can open", () => {
  expect(at("bank.yaml", 12, 3).message).toBe("bank.yaml:12:3: it is wrong");
  expect(at("bank.yaml").message).toBe("bank.yaml: it is wrong");
  expect(formatPlace({ file: "a", line: 1 })).toBe("a:1");
});

test("a complaint is an error unless it says that it is a warning", () => {
  expect(at("a").severity).toBe("error");
  expect(
    new Complaint({ code: "yaml/syntax", place: { file: "a" }, message: "m", severity: "warning" }).severity,
  ).toBe("warning");
});

test("by file, then line, then column, then code; whole files first", () => {
  const sorted = sortComplaints([
    at("b", 1, 1),
    at("a", 10, 1),
    at("a", 2, 9),
    at("a", 2, 10),
    at("a"),
    at("a", 2, 9, "shape/bad-text"),
  ]);
  expect(sorted.map(({ where, code }) => `${where} ${code}`)).toEqual([
    "a yaml/syntax",
    "a:2:9 shape/bad-text",
    "a:2:9 yaml/syntax",
    "a:2:10 yaml/syntax",
    "a:10:1 yaml/syntax",
    "b:1:1 yaml/syntax",
  ]);
});

test("texts are compared by code points, the same on every machine", () => {
  expect(["b", "a", "ä", "Z"].sort(compareText)).toEqual(["Z", "a", "b", "ä"]);
  expect(compareText("a", "a")).toBe(0);
});

test("no code stands twice, and each says its room", () => {
  expect(new Set(complaintCodes).size).toBe(complaintCodes.length);
  expect(complaintCodes.filter((code) => !/^[a-z]+\/[a-z0-9-]+$/.test(code))).toEqual([]);
});
