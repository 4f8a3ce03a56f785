/** I1 Three more folders of strangers' files, from the bytes to the answer. What is asked here was written down before any was run. */
import { expect, test } from "vitest";
import { askedOf } from "../kit/asked-folder.ts";
import { noSignalOverTea, stolenAtThePub, voiceOfTheWallet } from "../kit/strangers-further.ts";

const patience = 600_000;
const sum = (losses: readonly { readonly amount: number }[]) =>
  losses.reduce((total, { amount }) => total + amount, 0);

test("I1 a phone stolen at a pub: what the savings went on is theirs, and the week before is not", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await askedOf(stolenAtThePub());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  // What is told three days later draws nothing away from the evening the phone was gone.
  expect(sum(answer.losses)).toBeCloseTo(2544.2);
  expect(asked("first-moment").answer[0]).toBe("2023-12-15T23:00:00+00:00");
  expect(answer.coverage.gaps.map(({ kind }) => kind)).not.toContain("told-not-understood");
});

test("I1 a false voice of the wallet: the wallet's own table is read, and it begins with what was told", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await askedOf(voiceOfTheWallet());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(sum(answer.losses)).toBeCloseTo(1930.5);
  expect(asked("first-moment").answer[0]).toBe("2026-01-16T10:30:00+01:00");
  expect(answer.coverage.gaps.map(({ kind }) => kind)).not.toContain("told-not-understood");
  // The wallet's times are those of the row's own zone.
  expect(answer.timeline.map(({ at }) => at)).toContain("2026-01-16T10:58:31+01:00");
});

test("I1 no signal over tea: three transfers that are denied in one sum are lost, though nobody has read how they went", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await askedOf(noSignalOverTea());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(sum(answer.losses)).toBe(110_722);
  expect(answer.coverage.gaps.map(({ kind }) => kind)).not.toContain("told-not-understood");
  expect(answer.label).not.toBe("exact");
  // Wrong: nothing of the bank's page is read, so nothing needs the number, and what was told of it answers nothing (issue 12).
  expect(asked("when-line-was-lost").status).toBe("unanswered");
});

test("I1 what is told days later of which no word is known draws nothing away from a phone that was stolen", {
  timeout: patience,
}, async () => {
  const folder = stolenAtThePub();
  const says = "they had a lovely day out in the west end with it";
  const told = folder.told.map((each) => (each.says.startsWith("somebody paid") ? { ...each, says } : each));
  const { answer } = await askedOf({ ...folder, told });
  expect(answer.coverage.gaps.map(({ kind }) => kind)).toContain("told-not-understood");
  // The savings that went twenty minutes later are asked about.
  expect(answer.unexplained).toContainEqual(
    expect.objectContaining({ file: "account-statement.csv", row: 44 }),
  );
});
