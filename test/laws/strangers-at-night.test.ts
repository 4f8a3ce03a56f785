/** I1 What was done while somebody slept, calls on a line in other hands, and days that only look like it: who did it, and whose it is not. */
import { expect, test } from "vitest";
import { inOrder } from "../../src/report/investigate-words.ts";
import { askedOf } from "../kit/asked-folder.ts";
import { phoneInTheSea } from "../kit/strangers-again.ts";
import { fraudDepartment, friendWhoStayed } from "../kit/strangers-at-night.ts";
import { falseAdviser, liftedAndReissued } from "../kit/strangers-judged.ts";

const patience = 600_000;

test("I1 a friend who stayed the night: with the phone beside its owner both payments and the loan are theirs, and no number was lost", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await askedOf(friendWhoStayed());
  expect(ofTheirs.filter((actor) => actor !== "intruder")).toEqual([]);
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  expect(asked("how-much-was-lost").answer).toEqual(["10000.00"]);
  expect(asked("when-line-was-lost").status).toBe("unanswered");
  const debts = answer.open.filter(({ kind }) => kind === "credit-in-my-name");
  expect(debts.map(({ what }) => what)).toEqual(["borrow(account.meituan)"]);
  expect(answer.coverage.gaps.map(({ kind }) => kind)).not.toContain("told-not-understood");
});

test("I1 a loan that stands in no bill of the lender, wages and a refund are no wallet of somebody else's, and her own loan is hers", {
  timeout: patience,
}, async () => {
  const { answer, ofOwners } = await askedOf(friendWhoStayed({ isOwn: true }));
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(answer.open).toEqual([]);
  expect(answer.losses).toEqual([]);
  // Six thousand in one sum to nobody known: that alone is asked.
  expect(ofOwners.filter((actor) => actor === "unknown").length).toBe(1);
});

/** The folder of a phone in the sea without sea and SIM: one is bought, and Google and the bank write of a new device. */
function newPhone({ more = [], isBought = true, at = "12:20:00" }: NewPhone = {}) {
  const { files, ...folder } = phoneInTheSea();
  const rows = String(files["MonzoDataExport.csv"]).split("\r\n");
  const kept = rows.filter((row) => !row.includes("Landlord") && (isBought || !row.includes("Currys")));
  const statement = kept.join("\r\n").replace("12:20:00,Card payment,Currys", `${at},Card payment,Currys`);
  const mails = ["m2.eml", "m3.eml", ...more].map((name) => [name, files[name]!] as const);
  return { ...folder, told: [], files: { "MonzoDataExport.csv": statement, ...Object.fromEntries(mails) } };
}
interface NewPhone {
  readonly more?: readonly string[];
  readonly isBought?: boolean;
  /** The phone is bought before the services write at 13:40 and 14:02. */
  readonly at?: string;
}

test("I1 a new phone with the old SIM in it, of which nobody tells: all is the owner's, nothing is open, and that is exact", {
  timeout: patience,
}, async () => {
  const { answer, ofOwners } = await askedOf(newPhone());
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  expect([answer.label, answer.timeline, answer.open, answer.losses, answer.unexplained]).toEqual([
    "exact",
    [],
    [],
    [],
    [],
  ]);
});

test("I1 a new device is not called hers where no phone was bought, where it paid first and a password was set anew, or where she denies it", {
  timeout: patience,
}, async () => {
  const denied = {
    ...newPhone(),
    told: [{ at: "2024-06-18T10:00:00+01:00", by: "owner", says: "the new sign-in at Monzo was not me" }],
  };
  for (const folder of [
    newPhone({ isBought: false }),
    newPhone({ at: "19:20:00" }),
    newPhone({ more: ["m4.eml"] }),
    denied,
  ]) {
    const { answer } = await askedOf(folder);
    const ofMail = answer.rows.filter(({ file }) => file === "m3.eml").map(({ actor }) => actor);
    expect(ofMail).toEqual(["unknown"]);
    expect(answer.label).not.toBe("exact");
  }
});

test("I1 calls out on a line that was in other hands are not called the owner's, and are again with the SIM of the day after", {
  timeout: patience,
}, async () => {
  const folder = liftedAndReissued();
  const calls = [
    "通话时间,对方号码,呼叫类型,通话时长",
    "2015-12-01 10:02:00,13800138000,主叫,120",
    "2015-12-10 18:31:00,13800138000,被叫,60",
    "2015-12-20 16:20:00,95555,主叫,180",
    "2015-12-20 16:24:00,13711112222,主叫,40",
    "2015-12-21 11:00:00,13800138000,主叫,80",
  ].join("\r\n");
  const { answer } = await askedOf({ ...folder, files: { ...folder.files, "calls.csv": calls } });
  const actors = answer.rows.filter(({ file }) => file === "calls.csv").map(({ actor }) => actor);
  expect(actors).toEqual(["owner", "owner", "unknown", "unknown", "owner"]);
});

test("I1 an adviser on the telephone: it begins with the call, nobody took the number, and of what he validated nothing is proved", {
  timeout: patience,
}, async () => {
  const { answer, asked } = await askedOf(falseAdviser());
  expect(asked("first-moment")).toMatchObject({ status: "answered", answer: ["2019-05-29T15:00:00+02:00"] });
  expect(asked("when-line-was-lost").status).toBe("unanswered");
  expect(answer.missingLinks).toEqual([]);
  expect(answer.label).toBe("bounds");
  const flows = answer.explanations.flatMap(({ steps }) => steps.map(({ flow }) => flow));
  expect(flows.filter((flow) => flow.startsWith("orange-fr/"))).toEqual([]);
});

test("I1 a “fraud department” after a night of alerts: they are theirs, the shop of that day is hers, and its call is no word of a mailbox", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners, asked } = await askedOf(fraudDepartment());
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(answer.rows.find(({ file, row }) => file === "calls.csv" && row === 3)?.actor).toBe("unknown");
  expect([answer.losses, asked("how-much-was-lost").status]).toEqual([[], "unanswered"]);
  // It began with the alert of the night, before anybody called.
  expect(asked("first-moment").answer[0]).toBe("2022-08-28T00:46:00-04:00");
  expect(asked("when-line-was-lost").status).toBe("unanswered");
  const flows = answer.timeline.map(({ what }) => what);
  expect(flows).not.toContain("google/recover-by-call");
});

test("I1 what only the likeliest explanation wants is told as a thing to ask, after what a record shows", {
  timeout: patience,
}, async () => {
  const { answer } = await askedOf(friendWhoStayed());
  expect(answer.open.map(({ unseen, because }) => unseen === (because.rows.length === 0))).not.toContain(
    false,
  );
  expect(answer.open.filter(({ unseen }) => !unseen).map(({ kind }) => kind)).toEqual(["credit-in-my-name"]);
  expect(answer.open.filter(({ kind }) => kind === "rogue-wallet").map(({ unseen }) => unseen)).toEqual([
    true,
  ]);
  const told = inOrder(answer.open);
  expect(told[0]?.kind).toBe("credit-in-my-name");
  expect(told.at(-1)?.kind).toBe("numbers-known");
});

test("I1 what she says somebody did is theirs, and the account she had blocked is her own act", {
  timeout: patience,
}, async () => {
  const folder = fraudDepartment();
  const of = async (says: string) => {
    const told = [...folder.told, { at: "2022-08-29T09:00:00-04:00", by: "owner", says }];
    const { answer, ofOwners } = await askedOf({ ...folder, told });
    expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
    expect(answer.coverage.gaps.map(({ kind }) => kind)).not.toContain("told-not-understood");
    return answer.rows.find(({ file }) => file === "mail/3.eml")?.actor;
  };
  expect(await of("somebody changed my phone number at Chase")).toBe("intruder");
  // Neither is said of it.
  expect(await of("I changed all my passwords")).toBe("unknown");
});
