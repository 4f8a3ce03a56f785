/** I1 What is still open though no row of money shows it: what a message says was done, until somebody puts it right. */
import { expect, test } from "vitest";
import { askedOf } from "../kit/asked-folder.ts";
import { leftInTheMailbox, screenOfHerMother, secondNumber } from "../kit/strangers-left-open.ts";

const patience = 600_000;

test("I1 a number made another's second number stays so until it is ended, and is told first", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners } = await askedOf(secondNumber());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(answer.open).toContainEqual(expect.objectContaining({ kind: "secondary-number" }));
  // A limit that was met was raised by nobody.
  expect(answer.open.map(({ kind }) => kind)).not.toContain("limit-raised");
  // He tells of ten thousand, and it went in two.
  expect(answer.losses.map(({ amount }) => amount)).toEqual([5000, 5000]);
  const ended = secondNumber();
  const more = textOf(ended.files["sms-20170210.xml"]).replace(
    "</smses>",
    `  <sms protocol="0" address="10086" date="${Date.parse("2017-02-06T11:00:00+08:00")}" type="1" body="【中国移动】您的副号已取消。" read="1" status="-1" contact_name="(Unknown)" />\n</smses>`,
  );
  const after = await askedOf({ ...ended, files: { ...ended.files, "sms-20170210.xml": more } });
  expect(after.answer.open.map(({ kind }) => kind)).not.toContain("secondary-number");
});

test("I1 a recovery phone replaced and a second step switched off stay open; a limit she had lowered does not", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners } = await askedOf(leftInTheMailbox());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  const open = answer.open.map(({ kind, what }) => `${kind} ${what}`);
  expect(open).toContain("contact-changed google");
  expect(open).toContain("protection-off coinbase");
  expect(open).toContain("mail-forwarding google");
  expect(open.filter((each) => each.startsWith("limit-raised"))).toEqual([]);
  // Named and denied, it was lost, though nothing that was read explains how.
  expect(answer.losses.map(({ amount }) => amount)).toEqual([3500]);
  expect(answer.label).toBe("bounds");
});

test("I1 what is typed on a shared screen is seen: both transfers are theirs, though her file names no SIM", {
  timeout: patience,
}, async () => {
  const { answer, ofTheirs, ofOwners } = await askedOf(screenOfHerMother());
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "intruder").length).toBeGreaterThanOrEqual(3);
  expect(answer.losses.map(({ amount }) => amount)).toEqual([49_800, 30_000]);
  expect(answer.open.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["credit-in-my-name", "limit-raised", "pin-known"]),
  );
  // A password can be set anew: it is no number that stays known.
  expect(answer.open.map(({ kind }) => kind)).not.toContain("numbers-known");
});

const textOf = (file: string | Uint8Array | undefined): string => {
  if (typeof file !== "string") throw new TypeError("a file of texts is text");
  return file;
};
