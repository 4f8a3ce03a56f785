/**
 * I1 Whole folders of strangers' files, from the bytes to the answer, through the command line's own door: the deciding
 * act is found, nobody is called the author of what somebody else did, and what cannot be known is said to be open.
 */
import { expect, test } from "vitest";
import { said } from "../doors/said.ts";
import { graceDay, noNetwork, type StrangersFolder, textsFromTheAir } from "../kit/stranger-files.ts";
import { blockedCard, flaggedSim } from "../kit/stranger-folders.ts";

const patience = 600_000;

interface Answer {
  readonly rows: readonly { readonly file: string; readonly row: number; readonly actor: string }[];
  readonly timeline: readonly { readonly at: string; readonly actor: string; readonly what: string }[];
  readonly questions: readonly {
    readonly id: string;
    readonly status: string;
    readonly answer: readonly string[];
    readonly wouldAnswer: readonly string[];
  }[];
  readonly open: readonly { readonly kind: string; readonly what: string }[];
  readonly losses: readonly { readonly amount: number; readonly currency: string | null }[];
  readonly explanations: readonly { readonly proved: boolean }[];
  readonly preparations: readonly { readonly amount: number }[];
  readonly contradictions: readonly unknown[];
  readonly coverage: { readonly files: readonly { readonly file: string; readonly rows: number }[] };
}

async function check({ files, person, told, intruders }: StrangersFolder) {
  const folder = Object.fromEntries(Object.entries(files).map(([file, text]) => [`records/${file}`, text]));
  const { code, out } = await said(
    ["investigate", "records", "--person", "person.yaml", "--told", "told.json", "--rows", "--json"],
    { files: { ...folder, "person.yaml": person, "told.json": JSON.stringify(told) } },
  );
  expect(code).toBe(0);
  const answer: Answer = JSON.parse(out);
  const theirs = new Set(intruders);
  const actorsOf = (isTheirs: boolean) =>
    answer.rows.flatMap(({ file, row, actor }) => (theirs.has(`${file} ${row}`) === isTheirs ? [actor] : []));
  const asked = (id: string) => answer.questions.find((each) => each.id === id)!;
  // A question without an answer says what would answer it.
  for (const { status, answer: found, wouldAnswer } of answer.questions)
    expect(status === "unanswered" ? wouldAnswer.length : found.length).toBeGreaterThan(0);
  expect(answer.rows.length).toBe(answer.coverage.files.reduce((sum, { rows }) => sum + rows, 0));
  return { answer, ofTheirs: actorsOf(true), ofOwners: actorsOf(false), asked };
}

test("I1 a SIM asked for a day before it was dead: the carrier's word is the beginning, and whoever said no is not its author", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await check(graceDay());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "intruder").length).toBeGreaterThanOrEqual(6);
  expect(asked("when-line-was-lost")).toMatchObject({
    status: "answered",
    answer: ["2024-09-13T13:55:00+01:00", "ee/new-sim-by-agent"],
  });
  expect(asked("which-institution-failed").answer).toContain("ee/new-sim-by-agent");
  // Nobody sends money from that bank without the PIN of the card.
  expect(answer.open).toContainEqual(
    expect.objectContaining({ kind: "pin-known", what: "know(card.debit.pin)" }),
  );
  // Mails are dated in Greenwich; she lives by the clock of her telephone.
  expect(answer.timeline.every(({ at }) => at.endsWith("+01:00"))).toBe(true);
});

test("I1 a bank nobody has read: the transfers of the night are seen, and are not called hers", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await check(noNetwork());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner").length).toBeLessThanOrEqual(2);
  // Eight transfers of one day by one flow that nobody has read there: that it is there is doubted once.
  expect(ofTheirs.filter((actor) => actor === "intruder").length).toBeGreaterThanOrEqual(8);
  expect(asked("how-much-was-lost").answer[0]).toBe("612000.00");
  // The phone without a signal is in her hand, and no counter is open half an hour after midnight.
  expect(answer.timeline.map(({ what }) => what)).not.toContain("things/use-unlocked-phone");
  expect(answer.timeline.filter(({ what }) => what.endsWith("at-counter"))).toEqual([]);
});

test("I1 texts read out of the air: wallet and credit are theirs, and a bank's word of a payment is no sign-in", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners } = await check(textsFromTheAir());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "intruder").length).toBeGreaterThanOrEqual(9);
  // Her card was in her own account long before.
  expect(answer.open.map(({ kind }) => kind)).not.toContain("link");
  expect(answer.timeline.map(({ what }) => what)).not.toContain("icbc/sign-in-online");
  expect(answer.timeline.find(({ at }) => at.startsWith("2018-07-30T10:30"))?.what).toBe(
    "icbc/block-for-fifteen-days",
  );
});

test("I1 a card said to be blocked: the new SIM on papers, the wallet on another phone, and every rupee of it", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await check(blockedCard());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "intruder").length).toBeGreaterThanOrEqual(8);
  expect(asked("how-much-was-lost")).toMatchObject({ status: "answered", answer: ["770000.00"] });
  // The text of the carrier and the phone without a network tell of one act.
  expect(asked("when-line-was-lost").answer).toEqual([
    "2022-02-08T14:00:00+05:30",
    "airtel/new-sim-on-papers-before-2022-12",
  ]);
  expect(asked("which-institution-failed").answer).toEqual(["airtel/new-sim-on-papers-before-2022-12"]);
  // Not a row says who told them her number; that a bank could have is nothing against it.
  expect(asked("what-revealed-id-number").status).toBe("unanswered");
  const done = answer.timeline.filter(({ actor }) => actor === "intruder").map(({ what }) => what);
  expect(done).toContain("phonepe/register-on-new-phone");
  expect(done).not.toContain("things/use-unlocked-phone");
  // The text of the next day is of the new SIM that is told of.
  expect(answer.contradictions).toEqual([]);
});

test("I1 a SIM that was flagged: sixteen payments are theirs, and what went from one own account to the other is no loss", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await check(flaggedSim());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "intruder").length).toBeGreaterThanOrEqual(17);
  expect(answer.losses.map(({ amount }) => amount)).toEqual(Array.from({ length: 16 }, () => 25_000));
  expect(answer.preparations.map(({ amount }) => amount)).toEqual([300_000]);
  expect(asked("when-line-was-lost")).toMatchObject({
    // Seen dead in the morning; the carrier announced it in the evening.
    status: "between",
    answer: ["2016-06-17T17:48:00+02:00", "2016-06-18T07:30:00+02:00"],
  });
  expect(asked("which-institution-failed").answer).toEqual(["vodacom-za/swap-by-call"]);
  expect(answer.losses.every(({ currency }) => currency === "ZAR")).toBe(true);
});

test("I1 of sixty equal payments each is judged as one of sixteen is", { timeout: patience }, async () => {
  const { answer, ofTheirs, ofOwners } = await check(flaggedSim({ payments: 60 }));
  const few = await check(flaggedSim());
  expect(ofOwners).toEqual(few.ofOwners);
  expect(ofTheirs.filter((actor) => actor === "intruder").length).toBe(
    few.ofTheirs.filter((actor) => actor === "intruder").length + 44,
  );
  expect(answer.losses.length).toBe(few.answer.losses.length + 44);
  expect(answer.explanations.map(({ proved }) => proved)).toEqual(
    few.answer.explanations.map(({ proved }) => proved),
  );
  expect(answer.questions.filter(({ id }) => id !== "how-much-was-lost").map(({ answer: a }) => a)).toEqual(
    few.answer.questions.filter(({ id }) => id !== "how-much-was-lost").map(({ answer: a }) => a),
  );
});
