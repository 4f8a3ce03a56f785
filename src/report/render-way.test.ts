/** A way's last line never comes sooner than the loss: what is held back until a condition lapses is said to be. */
import { expect, test } from "vitest";
import { worldOf } from "../../test/kit/small-world.ts";
import { audit } from "../questions/index.ts";
import { openReach } from "../reach/index.ts";
import { renderAudit } from "./render-audit.ts";

const person = `
person: { id: p, currency: EUR }
devices: { phone: { kind: phone } }
accounts: { a: { service: shop, devices: [phone], balance: 300 } }
`;

function told(sets: string, lang: "en" | "zh"): string {
  const shop = `
institution: shop
name: { en: The shop, zh: 商店 }
provides: account
flows:
  sign-in: { title: { en: Sign in, zh: 登录 }, asks: know(account.password), gives: [enter(account)]${sets}, takes: 5m }
  send: { title: { en: Send, zh: 转账 }, asks: enter(account), gives: [drain(account)], takes: 5m }
  open-again: { title: { en: Open, zh: 开 }, asks: appear-in-person(person), clears: [money-held(account), frozen(account)], takes: 1h }
`;
  const world = worldOf([shop], person);
  const answer = audit({ reach: openReach(world), held: ["know(account.a.password)"], wantsFront: false });
  return renderAudit(answer, world, { lang, colour: false, columns: 200 });
}

test("what the last step gives is held back until a stop has ended, and that is told", () => {
  const held = ", sets: [{ condition: money-held(account), expires: 12h }]";
  expect(told(held, "en")).toContain(
    "! what it gives comes 11 hours 55 minutes later, when a stop that was set has ended",
  );
  expect(told(held, "zh")).toContain("! 办完后还要等 11 小时 55 分钟，等先前设下的限制到期才生效");
});

test("where nothing holds it back, nothing is said of it", () => {
  expect(told("", "en")).toContain("The fastest way");
  expect(told("", "en")).not.toContain("what it gives comes");
  expect(told("", "zh")).not.toContain("才生效");
});
