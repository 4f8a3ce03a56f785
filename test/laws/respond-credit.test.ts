/** Something was opened in the owner's name: it is denied where it lies, and no more is lent in that name. */
import { beforeAll, expect, test } from "vitest";
import { answerTo } from "../kit/incidents.ts";
import { readShipped, type Shipped } from "../kit/shipped.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});

const told = (region: string, sign: string, uses = "", done = "") =>
  `incident: { at: "2026-11-30T15:10+00:00", region: ${region}, uses: [${uses}], gone: [] }
signs: [{ at: "2026-11-30T15:00+00:00", sign: "${sign}" }]${done}`;

const opened = [
  ["us", "a debt collector wrote about a phone contract I never signed", ["credit-bureaus-us"]],
  ["au", "there is a credit card in my name that I did not apply for", ["credit-bureaus-au"]],
  ["cn", "有人拿我的信息办了网贷，催收打到我这了", []],
] as const;

test("R8 what was opened in the owner's name is denied first, and new lending is stopped next", () => {
  for (const [region, sign, bureaus] of opened) {
    for (const lang of ["en", "zh"] as const) {
      const { next, then } = answerTo(told(region, sign), shipped, lang);
      expect(next[0]?.kind).toBe("deny-it");
      const closing = then.find(({ kind }) => kind === "close-credit");
      expect(closing).toBeDefined();
      for (const bureau of bureaus) expect(closing?.contact.length, bureau).toBeGreaterThan(0);
      expect(closing?.because).toMatch(lang === "en" ? /record/ : /报告/);
    }
  }
});

test("what was done of it is not told again", () => {
  const sign = "a debt collector wrote about a loan in my name, it is not mine";
  const done = `\ndone: [{ at: "2026-11-30T15:05+00:00", action: deny-it(any-lender) }, { at: "2026-11-30T15:06+00:00", action: close-credit }]`;
  const { next, then } = answerTo(told("gb", sign, "", done), shipped);
  expect([...next, ...then].map(({ kind }) => kind)).not.toContain("deny-it");
  expect([...next, ...then].map(({ kind }) => kind)).not.toContain("close-credit");
});

test("an account at a chat app is denied there, and is no credit", () => {
  const { next, then } = answerTo(
    `incident: { at: "2026-11-30T15:10+00:00", region: gb, uses: [], gone: [] }
signs: [{ at: "2026-11-30T15:00+00:00", sign: new-account, on: any-messenger }]`,
    shipped,
  );
  expect([...next, ...then].map(({ kind }) => kind)).not.toContain("close-credit");
});

test("a second account at a bank the owner uses is denied there too, before new lending is stopped", () => {
  const sign = "somebody opened a second account in my name at Chase, I never opened it";
  const { next, then } = answerTo(told("us", sign, "paypal, chase"), shipped);
  expect(next[0]?.kind).toBe("deny-it");
  expect(then.map(({ kind }) => kind)).toContain("close-credit");
});

test("money that is seen to go is stopped before anything is denied", () => {
  const { next } = answerTo(
    `incident: { at: "2026-11-30T15:10+08:00", region: cn, uses: [alipay], gone: [] }
signs:
  - { at: "2026-11-30T15:00+08:00", sign: money-gone, on: alipay }
  - { at: "2026-11-30T15:00+08:00", sign: new-account, on: jd }`,
    shipped,
  );
  expect(next[0]?.kind).not.toBe("deny-it");
});

test("where somebody is in an account as well, that is stopped first", () => {
  const { next, then } = answerTo(
    `incident: { at: "2026-11-30T22:10-05:00", region: us, uses: [Verizon, Chase, Gmail], gone: [] }
signs:
  - { at: "2026-11-30T21:20-05:00", sign: "email from Chase, my password had been changed on a new device" }
  - { at: "2026-11-30T21:50-05:00", sign: "somebody took out a card in my name at Synchrony" }`,
    shipped,
  );
  expect(next[0]?.institution).toBe("chase");
  expect(then.map(({ kind }) => kind)).toContain("deny-it");
});
