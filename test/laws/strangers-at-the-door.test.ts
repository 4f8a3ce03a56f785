/** I1 A card fetched at the door, a mailbox entered first: who paid, how much it was, and what no telephone had to do with it. */
import { expect, test } from "vitest";
import { askedOf } from "../kit/asked-folder.ts";
import { fetchedAtTheDoor, mailboxFirst } from "../kit/strangers-at-the-door.ts";

const patience = 600_000;

test("I1 a card fetched at the door: cash and shops of two days are theirs, nobody was in the account, and no line was lost", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await askedOf(fetchedAtTheDoor());
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "intruder").length).toBe(4);
  expect(asked("how-much-was-lost").answer).toEqual(["3648.00"]);
  expect(asked("when-line-was-lost").status).toBe("unanswered");
  expect(asked("first-moment").answer[0]).toBe("2024-06-18T11:30:00+01:00");
  expect(answer.timeline.map(({ what }) => what).join(" ")).not.toMatch(/sign-in|transfer/);
  expect(answer.open.map(({ kind }) => kind)).not.toContain("session");
  expect(answer.coverage.gaps.map(({ kind }) => kind)).not.toContain("told-not-understood");
});

test("I1 nobody tells of the card: the sums are theirs as well, by the lie alone", {
  timeout: patience,
}, async () => {
  const { ofOwners, asked } = await askedOf(fetchedAtTheDoor({ isToldOf: false }));
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(asked("how-much-was-lost").answer.at(-1)).toBe("3648.00");
});

test("I1 a mailbox entered first: what the wallet writes and the bank books a day later is one payment", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await askedOf(mailboxFirst());
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(answer.losses.map(({ amount }) => amount)).toEqual([480, 620]);
  expect(asked("how-much-was-lost").answer).toEqual(["1100.00"]);
  expect(answer.open.map(({ kind, what }) => `${kind} ${what}`)).toEqual(
    expect.arrayContaining(["session enter(account.google)", "secret-changed know(account.paypal.password)"]),
  );
});

test("I1 the same two payments, told as one's own, are nobody's loss", { timeout: patience }, async () => {
  const { answer, ofOwners } = await askedOf(mailboxFirst({ isOwn: true }));
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  expect(answer.losses).toEqual([]);
});

test("I1 a sentence nobody understood stands beside no answer that is called exact", {
  timeout: patience,
}, async () => {
  const folder = mailboxFirst();
  const { answer } = await askedOf(folder);
  expect(answer.label).toBe("exact");
  const says = "the cat sat on the warm radiator";
  const more = [...folder.told, { at: "2024-09-22T08:30:00+01:00", by: "owner", says }];
  const { answer: unsure } = await askedOf({ ...folder, told: more });
  expect(unsure.coverage.gaps.map(({ kind }) => kind)).toContain("told-not-understood");
  expect(unsure.label).toBe("bounds");
  expect(unsure.losses).toEqual(answer.losses);
});
