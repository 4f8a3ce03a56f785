/**
 * I1 Four more whole folders of strangers' files, of four countries, from the bytes to the answer. What is asked here was written
 * down before any of them was run.
 */
import { expect, test } from "vitest";
import { askedOf } from "../kit/asked-folder.ts";
import { falseThread, tornFromTheTaxi, whileRoaming, wiresByNight } from "../kit/strangers-far.ts";

const patience = 600_000;
const sum = (losses: readonly { readonly amount: number }[]) =>
  losses.reduce((total, { amount }) => total + amount, 0);

test("I1 a false page in the bank's own thread: the token is on another phone, and nobody held hers", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await askedOf(falseThread());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  // The text that began it is nobody's sign; all that came after is seen.
  expect(ofTheirs.filter((actor) => actor === "owner").length).toBeLessThanOrEqual(2);
  expect(sum(answer.losses)).toBe(119_700);
  expect(answer.coverage.gaps).toEqual([]);
  const done = answer.timeline.map(({ what }) => what);
  expect(done).not.toContain("things/use-unlocked-phone");
  expect(done.some((what) => what.startsWith("ocbc/activate-token-on-new-phone"))).toBe(true);
  // Texts that came at six tell of what was done at noon: it began with what was typed, by her own word, and not at six.
  expect(asked("first-moment").answer).toEqual(["2021-12-21T12:12:00+08:00"]);
});

test("I1 wires by night through a carrier nobody has read: its mail is the beginning, and the time is told where they live", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await askedOf(wiresByNight());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(sum(answer.losses)).toBe(38_000);
  expect(asked("first-moment").answer[0]).toBe("2024-09-16T21:38:00-07:00");
  expect(asked("which-institution-failed").answer[0]).toMatch(/^xfinity-mobile\//);
  expect(asked("when-line-was-lost").answer[0]).toBe("2024-09-16T21:45:00-07:00");
  // The new SIM of the next morning is hers, and no other time of the first.
  expect(answer.contradictions).toEqual([]);
});

test("I1 an open phone torn from the hand: what is told in plain words is understood, loan and Pix are theirs", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await askedOf(tornFromTheTaxi());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  // What was taken out of his own savings that day is one of few sums that ever came in.
  expect(ofTheirs.filter((actor) => actor === "owner").length).toBeLessThanOrEqual(1);
  expect(answer.coverage.gaps.map(({ kind }) => kind)).not.toContain("told-not-understood");
  const [from = "", to = from] = asked("how-much-was-lost").answer;
  expect(Number(from)).toBeLessThanOrEqual(66_703);
  expect(Number(to)).toBe(66_703);
  expect(answer.open.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["credit-in-my-name", "secret-changed", "session"]),
  );
  expect(answer.timeline.every(({ at }) => at.endsWith("-03:00"))).toBe(true);
});

test("I1 a new SIM while its owner is abroad: wallet and bank in tables nobody knows, four loans in his name", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await askedOf(whileRoaming());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  // What went out of the wallet; what went from the bank into it was only moved.
  expect(sum(answer.losses)).toBe(354_000);
  expect(answer.open.filter(({ kind }) => kind === "credit-in-my-name").map(({ what }) => what)).toEqual([
    "fuliza",
    "kcb-mpesa",
    "m-shwari",
    "ncba",
  ]);
  expect(asked("first-moment").answer).toEqual(["2022-03-28T20:58:00+03:00", "safaricom/new-sim-by-call"]);
  expect(asked("which-institution-failed").answer).toEqual(["safaricom/new-sim-by-call"]);
  // The wallet's clock is that of the country, though the file names none.
  expect(answer.timeline.map(({ at }) => at)).toContain("2022-03-28T21:33:40+03:00");
});
