/** A notice that can be answered, told in both languages; a time to act in is never rounded up. */
import { expect, test } from "vitest";
import { worldOf } from "../../test/kit/small-world.ts";
import { audit } from "../questions/index.ts";
import { openReach } from "../reach/index.ts";
import { answeredAlike, sayAnswerFirst, sayNotice } from "./render-answered.ts";
import { renderAudit } from "./render-audit.ts";

const shop = `
institution: shop
name: { en: The shop, zh: 商店 }
provides: account
flows:
  remove: { title: { en: Remove it, zh: 注销 }, asks: know(account.password), gives: [manage(account)], takes: 5m, delay: { min: 30d, tells: [account.devices], cancelled-by: keep } }
  keep: { title: { en: Keep it, zh: 保留 }, asks: unlock(account.devices), gives: [], takes: 1m }
`;
const person = `
person: { id: p }
devices: { phone: { kind: phone } }
accounts: { a: { service: shop, devices: [phone] } }
losses: [{ goal: manage(account.a), en: gone, zh: 没了 }]
`;

test("what is answered is told by the person's own words for it, until when, rounded down", () => {
  const world = worldOf([shop], person);
  const answer = audit({ reach: openReach(world), held: ["know(account.a.password)"], wantsFront: false });
  const [alike] = answeredAlike(answer);
  const said = (["en", "zh"] as const).flatMap((lang) =>
    (alike?.notices ?? []).flatMap((notice) => sayNotice({ world, lang }, notice)),
  );
  expect(alike?.losses.map(({ title }) => title?.en)).toEqual(["gone"]);
  expect(said).toMatchInlineSnapshot(`
    [
      "The shop: “Remove it” waits, and the owner is told of it: a notice on the phone (unconfirmed)",
      "call it off within 29 days 23 hours of the notice: “Keep it”",
      "the notice comes 5 minutes after the start at the earliest, and again each time they try",
      "商店：“注销”要等一段时间才生效，期间会告知机主：手机上的通知（网上说法，未证实）",
      "收到后 29 天 23 小时内叫停：“保留”",
      "从一开始算，最快 5 分钟后收到；对方每试一次，就要再回应一次",
    ]
  `);
});

test("the first screen says that answering stops it, and how much of what can be taken", () => {
  const two = person.replace(
    "devices: [phone] } }",
    "devices: [phone] }, b: { service: other, balance: 5 } }",
  );
  const other = `
institution: other
name: { en: Other, zh: 另一家 }
provides: account
flows:
  send: { asks: know(account.password), gives: [drain(account)], takes: 2m }
`;
  const said = (text: string, held: readonly string[]) => {
    const world = worldOf([shop, other], text);
    const answer = audit({ reach: openReach(world), held, wantsFront: false });
    return (["en", "zh"] as const).map((lang) => sayAnswerFirst({ world, lang }, answer));
  };
  expect(said(person, ["know(account.a.password)"])).toEqual([
    "If you are told of Remove it (The shop) and it was not you, call it off at once: in time, that stops the one loss that can be taken.",
    "收到商店“注销”的提醒，又不是自己办的，马上叫停：来得及的话，能被拿走的那一处就能拦住。",
  ]);
  expect(said(two, ["know(account.a.password)", "know(account.b.password)"])).toEqual([
    "If you are told of Remove it (The shop) and it was not you, call it off at once: in time, that stops 1 of the 2 that can be taken.",
    "收到商店“注销”的提醒，又不是自己办的，马上叫停：来得及的话，能被拿走的 2 处里能拦住 1 处。",
  ]);
  expect(said(two, ["know(account.b.password)"])).toEqual([undefined, undefined]);
});

const bank = `
institution: bank
name: { en: The bank, zh: 银行 }
provides: account
flows:
  add: { title: { en: Add a device, zh: 添加设备 }, asks: know(account.password), gives: [enter(account)], sets: [{ condition: money-held(account), expires: 24h }], takes: 5m, leaves: [{ notice: { to: account.devices } }] }
  send: { asks: enter(account), gives: [drain(account)], takes: 2m }
  throw-out: { title: { en: Throw it out, zh: 移除设备 }, asks: possess(account.devices), gives: [], revokes: [enter(account)], takes: 3m }
`;

test("what is held back until something lapses is told by what holds it back", () => {
  const world = worldOf(
    [bank],
    person.replace("service: shop", "service: bank, balance: 100").replace(/losses.*\n/, ""),
  );
  const held = ["know(account.a.password)"];
  const { answered } = audit({ reach: openReach(world), held, wantsFront: false });
  const said = (["en", "zh"] as const).flatMap((lang) =>
    (answered[0]?.notices ?? []).flatMap((notice) => sayNotice({ world, lang }, notice)),
  );
  expect(said).toMatchInlineSnapshot(`
    [
      "The bank: the owner is told of “Add a device”: a notice on the phone; until it lapses, this holds back what it opens: the transfer out of the bank account is stopped (unconfirmed)",
      "call it off within 23 hours 56 minutes of the notice: “Throw it out”",
      "the notice comes 5 minutes after the start at the earliest, and again each time they try",
      "银行：“添加设备”会告知机主：手机上的通知；在这段时间过去之前，对方拿到的还用不上：从银行账户转走的钱已紧急止付（网上说法，未证实）",
      "收到后 23 小时 56 分钟内叫停：“移除设备”",
      "从一开始算，最快 5 分钟后收到；对方每试一次，就要再回应一次",
    ]
  `);
});

test("more steps than are weighed together are told as open, and not as none", () => {
  const many = Array.from({ length: 201 }, (_, i) => `a${i}: { service: shop, devices: [phone] }`).join(", ");
  const accounts = (all: string) => person.replace("a: { service: shop, devices: [phone] }", all);
  const world = worldOf([shop], accounts(`a: { service: shop, devices: [phone] }, ${many}`));
  const held = [
    "know(account.a.password)",
    ...Array.from({ length: 201 }, (_, i) => `know(account.a${i}.password)`),
  ];
  const asked = (sides: readonly "person"[]) =>
    audit({ reach: openReach(world), held, sides, wantsFront: false, wantsCheapest: false });
  const { answered, answering } = asked(["person"]);
  expect([answered, answering, asked([]).answering]).toEqual([[], "open", "not-asked"]);
  const options = { lang: "en", colour: false, columns: 400, sides: ["person"] } as const;
  expect(renderAudit(asked(["person"]), world, options)).toContain(
    "Open: more steps wait here than are weighed together",
  );
});
