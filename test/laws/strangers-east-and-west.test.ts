/**
 * I1 Seven whole folders of strangers' files, of six countries, from the bytes to the answer. The truth of every row was written
 * down before any of them was run: none of somebody else's is called the owner's, none of hers somebody else's.
 */
import { expect, test } from "vitest";
import { askedOf } from "../kit/asked-folder.ts";
import type { StrangersFolder } from "../kit/stranger-files.ts";
import {
  accountWillBeSuspended,
  forgedIdentityCard,
  numberGivenUp,
  phoneWithoutLock,
} from "../kit/strangers-east.ts";
import { checkOfTenants, shopInNewYork, taxiWindow } from "../kit/strangers-west.ts";

const patience = 600_000;

async function judged(folder: StrangersFolder) {
  const found = await askedOf(folder);
  const { answer, ofTheirs, ofOwners } = found;
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  expect(ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  return {
    ...found,
    accused: ofTheirs.filter((actor) => actor === "intruder").length,
    told: answer.timeline.map(({ what }) => what),
    open: answer.open.map(({ kind, what }) => `${kind} ${what}`),
  };
}

test("I1 a number given away in a shop: the dead line is the beginning, and what only a mail tells of is money", {
  timeout: patience,
}, async () => {
  const { answer, asked, open } = await judged(shopInNewYork());
  expect(asked("when-line-was-lost").answer[0]).toBe("2021-11-24T13:15:00-05:00");
  expect(asked("which-institution-failed").answer[0]).toMatch(/^t-mobile-us\//);
  // $18,165 stand in no statement: the exchange wrote of them.
  const [, to] = asked("how-much-was-lost").answer;
  expect(to).toBe("21165.00");
  expect(open).toContain("session enter(account.google)");
  expect(answer.unexplained).toContainEqual({ file: "mail/5.eml", row: 1 });
});

test("I1 telephone banking after an eSIM: between her own accounts nothing was lost, and the SIM that came back is hers", {
  timeout: patience,
}, async () => {
  const { answer, asked, accused, told } = await judged(checkOfTenants());
  expect(accused).toBe(4);
  expect(asked("which-institution-failed").answer).toEqual(["o2-uk/order-esim-by-agent"]);
  expect(told).toContain("barclays/pay-by-phone-banking");
  expect(answer.losses.map(({ amount }) => amount)).toEqual([3500]);
  expect(answer.preparations.map(({ amount }) => amount)).toEqual([2400]);
  // Nobody knows who told them what an agent asks.
  expect(answer.missingLinks[0]?.gives).toContain("know(person.birth-date)");
  expect(answer.timeline.find(({ at }) => at.startsWith("2024-02-07"))?.actor).toBe("owner");
  expect(answer.coverage.gaps).toEqual([]);
});

test("I1 the SIM that came back is not called somebody else's though nobody tells of it", {
  timeout: patience,
}, async () => {
  const folder = checkOfTenants();
  const told = folder.told.filter(({ says }) => !says.startsWith("got a new SIM"));
  expect(told.length).toBe(folder.told.length - 1);
  const { ofOwners } = await askedOf({ ...folder, told });
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
});

test("I1 an open phone out of a taxi: loan and transfers of two banks are theirs, from the hour it was gone", {
  timeout: patience,
}, async () => {
  const { answer, asked, accused, told, open } = await judged(taxiWindow());
  expect(accused).toBeGreaterThanOrEqual(7);
  expect(asked("first-moment").answer[0]).toBe("2022-04-29T21:40:00-03:00");
  expect(asked("how-much-was-lost")).toMatchObject({ status: "answered", answer: ["55880.00"] });
  expect(open).toContain("credit-in-my-name borrow(account.nubank)");
  // That he told the banks is no act of whoever has the phone.
  expect(told).not.toContain("banco-do-brasil/any-bank:change-in-session");
  expect(answer.contradictions).toEqual([]);
});

test("I1 a forged identity card in a shop: the carrier nobody has read is named, and the wallet's own list is read", {
  timeout: patience,
}, async () => {
  const { answer, asked, accused, told } = await judged(forgedIdentityCard());
  expect(accused).toBeGreaterThanOrEqual(5);
  expect(asked("which-institution-failed").answer[0]).toMatch(/^softbank-jp\//);
  expect(asked("when-line-was-lost").answer[0]).toMatch(/^2024-04-30T15:0/);
  expect(asked("how-much-was-lost").answer).toEqual(["49820.00"]);
  // Her card was in nobody's hands, and what came in was no new password.
  expect(told).not.toContain("things/move-sim");
  expect(answer.open.map(({ kind }) => kind)).not.toContain("secret-changed");
  expect(answer.coverage.files.find(({ file }) => file.startsWith("Transactions"))?.rows).toBe(33);
  expect(answer.coverage.gaps.map(({ kind }) => kind)).not.toContain("told-not-understood");
});

test("I1 a text in the bank's own thread: nothing is theirs before she typed it, and all of it is after", {
  timeout: patience,
}, async () => {
  const { answer, asked, accused, told, open } = await judged(accountWillBeSuspended());
  // The token is on somebody else's phone until the bank removes it.
  expect(open).toContain("device-enrolled authorise-payment(account.ocbc)");
  expect(accused).toBeGreaterThanOrEqual(7);
  expect(asked("how-much-was-lost").answer).toEqual(["68868.00"]);
  expect(told).toContain("ocbc/activate-token-on-new-phone-before-2024-12");
  // What lifts a stop is no sign of one.
  expect(told.filter((what) => what.includes("lift"))).toEqual([]);
  const acts = answer.timeline.filter(({ actor }) => actor === "intruder");
  expect(acts.filter(({ at }) => at < "2021-12-28T14:00:00+08:00")).toEqual([]);
  expect(answer.rows.find(({ file, row }) => file.startsWith("sms") && row === 10)?.why.code).toBe(
    "opened-link",
  );
});

test("I1 a phone without a lock: what it pays with and the new password are theirs, and how they knew the number is missed", {
  timeout: patience,
}, async () => {
  const { answer, asked, accused, told } = await judged(phoneWithoutLock());
  expect(accused).toBe(7);
  expect(asked("how-much-was-lost").answer).toEqual(["5839.00"]);
  expect(asked("first-moment").answer[0]).toBe("2019-11-16T19:30:00+08:00");
  expect(told).toContain("alipay/reset-sign-in-password");
  expect(answer.missingLinks[0]?.gives).toContain("know(person.id-number)");
  // His card was in his own account long before.
  expect(answer.open.map(({ kind }) => kind)).not.toContain("link");
  // A password set anew is no device.
  expect(answer.open.map(({ kind }) => kind)).not.toContain("device-enrolled");
  // What was found out the next morning was not spent then.
  expect(answer.timeline.filter(({ at }) => at >= "2019-11-17T10:00:00+08:00")).toEqual([]);
});

test("I1 a number that was given up: seven payments and the bank's own texts of them are one story of three days", {
  timeout: patience,
}, async () => {
  const { answer, asked, accused } = await judged(numberGivenUp());
  expect(accused).toBe(10);
  expect(asked("how-much-was-lost")).toMatchObject({ status: "answered", answer: ["18500.00"] });
  expect(answer.coverage.gaps.map(({ kind }) => kind)).not.toContain("told-not-understood");
});
