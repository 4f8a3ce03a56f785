/** I1 Cases that courts and the press told, as the records they would have left: nobody of the owner's side is accused of a row. */
import { expect, test } from "vitest";
import { askedOf } from "../kit/asked-folder.ts";
import {
  copiedTexts,
  falseAdviser,
  liftedAndReissued,
  movedInKobe,
  worksHisPhone,
} from "../kit/strangers-judged.ts";

const patience = 600_000;

test("I1 a false adviser: what he validated on his own phone he is not accused of, nor anybody else; the sums are lost to the cent", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await askedOf(falseAdviser());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(asked("how-much-was-lost").answer).toEqual(["54500.00"]);
  // His own calls are his: nobody took his number.
  expect(answer.rows.filter(({ file, actor }) => file === "calls.csv" && actor !== "owner")).toEqual([]);
  expect(answer.coverage.gaps.map(({ kind }) => kind)).not.toContain("told-not-understood");
});

test("I1 suspended, lifted and put on another SIM: who denies all three in one breath did none, and the SIM of the day after is his", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await askedOf(liftedAndReissued());
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(asked("who-lifted-the-suspension").answer).toEqual(["intruder china-mobile/lift-by-phone"]);
  // Money of that quarter of an hour that nothing explains, and nobody denied: nothing is proved.
  expect(answer.label).toBe("bounds");
  expect(asked("how-much-was-lost")).toMatchObject({ status: "between", answer: ["0.00", "110722.00"] });
});

test("I1 codes that came to him and to somebody at once: his calls are his, with the phone beside him", {
  timeout: patience,
}, async () => {
  const { ofTheirs, ofOwners, answer, asked } = await askedOf(copiedTexts());
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(answer.losses.map(({ amount }) => amount)).toEqual([19_800, 9900]);
  // The loan that waits is a debt in his name, and no wallet of theirs that holds his card.
  expect(answer.open.map(({ kind }) => kind)).toEqual(["credit-in-my-name"]);
  expect(asked("which-wallet-holds-card").status).toBe("unanswered");
});

test("I1 a number moved in Kobe: “it was not me” is heard in Japanese, and both sums are lost", {
  timeout: patience,
}, async () => {
  const { ofTheirs, ofOwners, asked } = await askedOf(movedInKobe());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(asked("which-institution-failed").answer).toEqual(["au-kddi/any-carrier:move-the-number"]);
  expect(asked("how-much-was-lost").answer).toEqual(["9980000.00"]);
});

test("I1 an app that works his phone: sixteen payments are theirs, to the rupee, on his own phone, and his number was never lost", {
  timeout: patience,
}, async () => {
  const { ofTheirs, ofOwners, asked, answer } = await askedOf(worksHisPhone());
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(asked("how-much-was-lost").answer).toEqual(["1411000.00"]);
  expect(asked("when-line-was-lost").status).toBe("unanswered");
  expect(answer.missingLinks).toEqual([]);
  const flows = answer.explanations[0]!.steps.map(({ flow }) => flow);
  expect(new Set(flows)).toEqual(new Set(["phonepe/pay-from-own-phone"]));
});
