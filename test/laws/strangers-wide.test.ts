/**
 * I1 Four whole folders of strangers' files, of four scripts, from the bytes to the answer. The truth of every row was written
 * down before any of them was run.
 */
import { expect, test } from "vitest";
import { askedOf } from "../kit/asked-folder.ts";
import {
  insuranceOfAMillion,
  numberAtAnotherCarrier,
  registrationOfACard,
  walletOfAnotherCarrier,
} from "../kit/strangers-wide.ts";

const patience = 600_000;
const sum = (losses: readonly { readonly amount: number }[]) =>
  losses.reduce((total, { amount }) => total + amount, 0);

test("I1 a wallet of a carrier she is no customer of: the four sums are seen, and none is called hers", {
  timeout: patience,
}, async () => {
  const { ofTheirs, ofOwners } = await askedOf(walletOfAnotherCarrier());
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
});

test("I1 a card registered on another phone: what nobody read is said to be unexplained, and not to be nothing", {
  timeout: patience,
}, async () => {
  const { answer, ofOwners } = await askedOf(registrationOfACard());
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  expect(answer.label).not.toBe("exact");
});

test("I1 a number at another carrier, in Korean: five transfers are theirs, and of all of it nothing is called his", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners } = await askedOf(numberAtAnotherCarrier());
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(sum(answer.losses)).toBe(50_000_000);
  expect(answer.coverage.gaps.map(({ kind }) => kind)).not.toContain("told-not-understood");
});

test("I1 a shared screen: the loan is theirs, and nothing of hers is called theirs", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners } = await askedOf(insuranceOfAMillion());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  // The caller's call looks like any other.
  expect(ofTheirs.filter((actor) => actor === "owner").length).toBeLessThanOrEqual(1);
  expect(answer.open.map(({ kind }) => kind)).toContain("credit-in-my-name");
});
