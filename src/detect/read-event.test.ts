/** One line to one value: what is read, what is left out, and that no text makes the reader throw. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyCatalog } from "../catalog/index.ts";
import { readEvent } from "./read-event.ts";

const plain = { id: "e1", time: "2024-03-10T09:30:00+08:00", institution: "a", kind: "sign-in", person: "p" };

/** The only place in this file that knows how an event is read. */
function read(value: unknown) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const { event, complaints } = readEvent(text, { catalog: emptyCatalog, place: { file: "f", line: 1 } });
  return { event, told: complaints.map(({ code }) => code) };
}

test("the event alone and the event in an envelope are read alike", () => {
  const { person, institution, kind, ...rest } = plain;
  const envelope = {
    specversion: "1.0",
    id: "e1",
    time: plain.time,
    source: `//bank.example/${institution}`,
    subject: person,
    type: `org.example.${kind}`,
    data: { proofs: ["sms"] },
  };
  expect(rest.id).toBe("e1");
  expect(read(envelope)).toEqual(read({ ...plain, proofs: ["sms"] }));
  expect(read(envelope).told).toEqual([]);
});

test("times keep their offset: the same minute, another hour of the day", () => {
  const [here, there] = [read(plain).event, read({ ...plain, time: "2024-03-10T01:30:00Z" }).event];
  expect(here?.at).toBe(there?.at);
  expect([here?.offset, there?.offset]).toEqual([480, 0]);
});

test.each([
  ["2024-03-10 09:30:00Z", false],
  ["2024-03-10T09:30:00", false],
  ["2024-02-30T09:30:00Z", true],
  ["2024-13-10T09:30:00Z", false],
  ["2024-03-10T09:30Z", true],
  [1_709_999_999, false],
])("time %s", (time, isRead) => {
  expect(read({ ...plain, time }).event !== undefined).toBe(isRead);
});

test.each([
  ["owner", "customer"],
  ["daughter-or-whoever", "customer"],
  ["helper", "helper"],
  ["agent", "agent"],
  ["carrier", "institution"],
  ["a", "institution"],
])("initiator %s is %s", (initiator, meant) => {
  expect(read({ ...plain, initiator }).event?.initiator).toBe(meant);
});

test("a fault in a detail is told, and the event is judged without it", () => {
  const { event, told } = read({
    ...plain,
    amount: "-5",
    proofs: ["sms", "pin"],
    phase: "later",
    things: [],
    device: 7,
  });
  expect(told).toEqual([
    "shape/bad-text",
    "shape/wrong-type",
    "shape/unknown-value",
    "shape/wrong-type",
    "event/unknown-proof",
  ]);
  expect(event).toMatchObject({ proofs: ["sms"], phase: "given", things: {} });
  expect(event?.amount).toBeUndefined();
});

test("no text and no value makes the reader throw, and what it gives has its four parts", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.json(), fc.record({ ...constants(), extra: fc.anything() })),
      (input) => {
        const { event, told } = read(typeof input === "string" ? input : (JSON.stringify(input) ?? ""));
        expect(event === undefined && told.length === 0).toBe(false);
        if (event !== undefined) expect(Number.isFinite(event.at)).toBe(true);
      },
    ),
  );
});

function constants() {
  return Object.fromEntries(
    Object.entries({ ...plain, known: {}, things: {}, proofs: [], amount: "1" }).map(([key, value]) => [
      key,
      fc.oneof(fc.constant(value), fc.jsonValue()),
    ]),
  );
}

test.each([
  ["currency", "pounds", "`pounds` is not a currency"],
  ["count", -3, "`-3` is not a count"],
  ["count", "twelve", "`count` is a text, expected a whole number"],
  ["things", { line: 5 }, "`things.line` is a number, expected a text"],
  ["known", { device: ["x"] }, "`known.device` is a list, expected true or false"],
])("a wrong %s is told, and the event is judged without it", (name, value, wrong) => {
  const text = JSON.stringify({ ...plain, [name]: value });
  const place = { file: "f", line: 1 };
  const { event, complaints } = readEvent(text, { catalog: emptyCatalog, place });
  expect(event?.id).toBe("e1");
  expect(complaints.map(({ message }) => message)).toEqual([`f:1: ${wrong}`]);
});
