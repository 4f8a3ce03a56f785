/** Capabilities as text: what is one, and what its subjects lead to. */
import { expect, test } from "vitest";
import {
  formatPattern,
  formatSubjectPath,
  isSubjectFault,
  parseSubjectPath,
  splitCapability,
} from "./capability.ts";

/** `kind: subject, subject`, or `no`. */
function split(text: string): string {
  const found = splitCapability(text);
  return found === undefined ? "no" : `${found.kind}: ${found.subjects.join(", ")}`;
}

test.each([
  ["receive-sms(line)", "receive-sms: line"],
  ["pay-with(account, card)", "pay-with: account, card"],
  [" know( card.reserved-line.number ) ", "know: card.reserved-line.number"],
  ["receive-sms", "no"],
  ["receive-sms()", "no"],
  ["pay-with(account,)", "no"],
  ["(line)", "no"],
  ["Receive(line)", "no"],
  ["a(b(c))", "no"],
  ["a(b) c", "no"],
])("%s is %s", (text, expected) => {
  expect(split(text)).toBe(expected);
});

/** Where a path leads: the kind of thing, and what stands behind it. */
function lead(text: string): string {
  const read = parseSubjectPath(text);
  if (isSubjectFault(read))
    return read.kind === "unknown-thing" ? `no thing ${read.word}` : `a ${read.of} has no ${read.word}`;
  return `${read.kind}${read.secret === undefined ? "" : ` and ${read.secret}`}`;
}

test.each([
  ["card", "card"],
  ["card.reserved-line", "line"],
  ["card.reserved-line.sim.device.account", "account"],
  ["card.number", "card and number"],
  ["card.reserved-line.number", "line and number"],
  ["person.cards", "card"],
  ["cart", "no thing cart"],
  ["card.owner.line", "a card has no owner"],
  ["card.toString", "card and toString"],
  ["card.constructor.line", "a card has no constructor"],
  ["", "no thing "],
])("%s leads to %s", (text, expected) => {
  expect(lead(text)).toBe(expected);
});

test("a path written is the path read", () => {
  for (const text of ["card", "card.reserved-line.sim", "account.mailbox.address"]) {
    const read = parseSubjectPath(text);
    if (isSubjectFault(read)) throw new Error(text);
    expect(formatSubjectPath(read)).toBe(text);
    expect(formatPattern({ kind: "know", subjects: [read, read] })).toBe(`know(${text}, ${text})`);
  }
});
