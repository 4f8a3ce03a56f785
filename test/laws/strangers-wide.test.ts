/**
 * I1 Five whole folders of strangers' files, of five countries, from the bytes to the answer. The truth of every row was written
 * down before any of them was run.
 */
import { expect, test } from "vitest";
import { askedOf } from "../kit/asked-folder.ts";
import {
  insuranceOfAMillion,
  numberAtAnotherCarrier,
  powerCutTonight,
  registrationOfACard,
  walletOfAnotherCarrier,
} from "../kit/strangers-wide.ts";

const patience = 600_000;
const sum = (losses: readonly { readonly amount: number }[]) =>
  losses.reduce((total, { amount }) => total + amount, 0);

const opened = (open: readonly { readonly kind: string; readonly what: string }[]) =>
  open.map(({ kind, what }) => `${kind} ${what}`);

test("I1 a wallet of a carrier she is no customer of: what she denies is open, and whom it went over is named", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await askedOf(walletOfAnotherCarrier());
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(opened(answer.open)).toContain("service-not-mine docomo");
  // Nothing that was read explains it: that is no proof that nothing happened.
  expect(answer.label).toBe("open");
  const [from = "", to = from] = asked("how-much-was-lost").answer;
  expect(Number(from)).toBeLessThanOrEqual(300_000);
  expect(Number(to)).toBe(300_000);
  // The statement names nobody, and is of the only bank she has.
  expect(answer.coverage.gaps).toEqual([]);
});

test("I1 a card registered on another phone: the bank's own mail is open, and the shops are not called his", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await askedOf(registrationOfACard());
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  // Two shops lie days later, over a weekend.
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(answer.open.map(({ kind }) => kind)).toContain("link");
  expect(asked("how-much-was-lost")).toMatchObject({ status: "between", answer: ["0.00", "14000.00"] });
});

test("I1 a number at another carrier, in Korean: it moved, and the five transfers rest on nothing of his", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await askedOf(numberAtAnotherCarrier());
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor !== "intruder")).toEqual([]);
  expect(sum(answer.losses)).toBe(50_000_000);
  // The carrier was read for its new SIMs alone; its own words tell of a number that moved away.
  expect(asked("which-institution-failed").answer).toEqual(["skt/any-carrier:move-the-number"]);
  expect(asked("first-moment").answer[0]).toBe("2025-04-22T11:02:00+09:00");
  // What the shop told in the afternoon was done in the morning.
  expect(answer.contradictions).toEqual([]);
  expect(answer.coverage.gaps).toEqual([]);
});

test("I1 a shared screen: loan and transfers are theirs, on her own phone, and not before she shared it", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners } = await askedOf(insuranceOfAMillion());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  // The caller's call looks like any other.
  expect(ofTheirs.filter((actor) => actor === "owner").length).toBeLessThanOrEqual(1);
  expect(sum(answer.losses)).toBeGreaterThanOrEqual(34_982);
  expect(answer.open.map(({ kind }) => kind)).toContain("credit-in-my-name");
  // A call that came in is no forwarding.
  expect(answer.open.map(({ kind }) => kind)).not.toContain("forwarding");
  expect(answer.timeline.filter(({ at }) => at < "2025-05-27T15:00:00+08:00")).toEqual([]);
});

test("I1 a power cut tonight: where there is no statement the bank's texts are one, and the clock is that of the country", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await askedOf(powerCutTonight());
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  // The stranger's text and the bank's code just before stand beside what is not hers.
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  // What was typed while they looked on explains one of the three; of the others nobody knows how.
  expect(answer.label).toBe("bounds");
  const [from = "", to = from] = asked("how-much-was-lost").answer;
  expect(Number(from)).toBeLessThanOrEqual(691_859);
  expect(Number(to)).toBe(691_859);
  expect(answer.coverage.files[0]?.from).toBe("2023-02-08T09:00:00+05:30");
  // What texts tell is no statement all the same.
  expect(answer.coverage.gaps).toContainEqual({ what: "card.debit", kind: "bank-statement" });
  expect(answer.coverage.gaps.map(({ kind }) => kind)).not.toContain("told-not-understood");
});
