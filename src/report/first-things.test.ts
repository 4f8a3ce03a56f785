/** What to do first: whom to call, in which order, and never for what nobody has. */
import { expect, test } from "vitest";
import { readShipped } from "../../test/kit/shipped.ts";
import { worldOf } from "../../test/kit/small-world.ts";
import { audit } from "../questions/index.ts";
import { openReach } from "../reach/index.ts";
import { contactsToCall, firstCalls, firstMeasure, sayCall, sayNoLock } from "./first-things.ts";
import { contactsOf, rescuesFor } from "./respond-contacts.ts";

const telco = (lift: string) => `
institution: telco
name: { en: Telco, zh: 电信 }
provides: line
contacts: [{ tel: "100" }]
flows:
  suspend: { asks: know(person.name), sets: [suspended(line)], takes: 4m }
  lift: { asks: ${lift}, clears: [suspended(line)], takes: 5m }
  texts: { asks: control(line), gives: [receive-sms(line)], takes: 1m }
`;
const bank = (measure = "") => `
institution: bank
name: { en: Bank, zh: 银行 }
regions: [xx]
kind: bank
provides: [card, account]
flows:
  report: { asks: know(person.name), sets: [{ condition: blocked(card), expires: 48h }], takes: 4m }
  pay: { asks: receive-sms(card.reserved-line), gives: [charge(card)], takes: 2m }
  open: { for: { account: new }, asks: receive-sms(person.lines), gives: [cash-out(account)], takes: 9m, amount: 70 }
${measure}`;
const helpline = `
institution: helpline
name: { en: Helpline, zh: 热线 }
regions: [xx]
kind: rescue
contacts: [{ tel: "159", note: { en: connects to your bank, zh: 转接银行 } }]
`;
const reports = `
institution: a-reports
name: { en: Reports, zh: 报案 }
regions: [xx]
kind: rescue
contacts: [{ tel: "000" }]
`;
const person =
  "person: { id: p, region: xx, currency: EUR }\nlines: { l: { carrier: telco, sim: { in: f } } }\ndevices: { f: { kind: phone } }\ncards: { c: { bank: bank, reserved-line: l, balance: 9 } }";

function told(held: readonly string[], { lift = "show-face(person)", measure = "" } = {}): readonly string[] {
  const world = worldOf([telco(lift), bank(measure), helpline, reports], person);
  const answer = audit({ reach: openReach(world), held });
  const measures = firstMeasure(answer);
  return [
    ...(measures === undefined ? [] : [measures]),
    ...firstCalls(answer, world).map((call) => sayCall({ world, lang: "en" }, call)),
  ];
}

const telcoHolds =
  "Telco, 100: suspend the number. Nothing that was read lets them undo it with what they have here. The easiest way read to undo it: the face.";
const bankLapses =
  "Bank, 159 (connects to your bank): block the Bank debit card. It ends by itself after 2 days: before that, follow up in person or in writing as they say.";

test("whoever has the texts alone loses them with the number: it comes first; nobody's new account is called for", () => {
  expect(told(["receive-sms(line.l)"])).toEqual([telcoHolds, bankLapses]);
});

test("a suspension that is lifted faster than a call takes comes after the money", () => {
  expect(told(["receive-sms(line.l)", "know(line.l.number)"], { lift: "know(line.number)" })).toEqual([
    bankLapses,
    "Telco, 100: suspend the number. At worst it is undone after 5 minutes: check, and ask again. The easiest way read to undo it: data that leak, such as name and ID number.",
  ]);
});

test("where the number is in other hands or the phone is open, the money comes first", () => {
  expect(told(["control(line.l)"])).toEqual([bankLapses, telcoHolds]);
  expect(told(["receive-sms(line.l)", "possess(device.f)", "unlock(device.f)"])).toEqual([
    bankLapses,
    "The phone maker, “find my phone” on the web, from any other phone: lock the phone remotely. How long that holds nobody has read: ask.",
    telcoHolds,
  ]);
});

test("a card in other hands is blocked first, also where nothing was read of what it opens; one that is at home is not called for", () => {
  const quiet =
    'institution: quiet\nname: { en: Quiet, zh: 静 }\nkind: bank\nprovides: card\ncontacts: [{ tel: "9" }]\n';
  const owner =
    "person: { id: p }\ncards: { c: { bank: quiet }, at-home: { bank: quiet } }\ndocuments: { d: { kind: id-card } }";
  const world = worldOf([quiet], owner);
  const answer = audit({ reach: openReach(world), held: ["possess(card.c)", "possess(document.d)"] });
  expect(firstCalls(answer, world).map((call) => [call.institution, call.conditions])).toEqual([
    ["quiet", ["blocked(card.c)"]],
  ]);
  expect(firstCalls(audit({ reach: openReach(world), held: ["possess(document.d)"] }), world)).toEqual([]);
});

test("a carrier that has the name of somebody's bank is not called about the card", () => {
  const owner = "person: { id: p }\ncards: { c: { bank: telco } }";
  const world = worldOf([telco("show-face(person)")], owner);
  const [call] = firstCalls(audit({ reach: openReach(world), held: ["possess(card.c)"] }), world);
  expect(sayCall({ world, lang: "en" }, call!)).toMatch(
    /^The company that runs it, number to be found today on the card.*: block /,
  );
});

test("a security key that was taken is locked by nobody", () => {
  const taken = ["possess(device.k)", "possess(device.f)", "unlock(device.f)"];
  const owner = `${person}`.replace("devices: { f:", "devices: { k: { kind: security-key }, f:");
  const world = worldOf([telco("show-face(person)"), bank(), helpline], owner);
  const conditions = firstCalls(audit({ reach: openReach(world), held: taken }), world).flatMap(
    (call) => call.conditions,
  );
  expect(conditions.filter((each) => each.includes("device."))).toEqual(["lost-mode(device.f)"]);
});

test("where a password was told, whoever keeps the account comes first; a name that leaks of everybody changes nothing", () => {
  const owner = `${person}\naccounts: { a: { service: bank, balance: 5 } }`;
  const pays = bank().replace(
    "flows:",
    "flows:\n  send: { asks: know(account.password), gives: [drain(account)], takes: 3m }",
  );
  const world = worldOf([telco("show-face(person)"), pays, helpline], owner);
  const firstWith = (held: readonly string[]) =>
    firstCalls(audit({ reach: openReach(world), held }), world).map(({ institution }) => institution)[0];
  expect(firstWith(["know(account.a.password)"])).toBe("bank");
  expect(firstWith(["know(person.name)", "receive-sms(line.l)"])).toBe("telco");
  expect(firstWith(["know(account.a.password)", "receive-sms(line.l)"])).toBe("telco");
});

test("a habit that stops it is told first", () => {
  const measure = "measures: { no-texts: { by: person, effort: low, removes: [pay, open] } }";
  expect(told(["receive-sms(line.l)"], { measure })).toEqual(["no-texts", telcoHolds, bankLapses]);
});

test("a mailbox in other hands is taken back first, where it is kept; the number, which is not in danger, comes last", () => {
  const mail =
    "institution: mail\nname: { en: Mail, zh: 邮局 }\nkind: mail\nprovides: account\ncontacts: [{ url: https://mail.example }]\nflows:\n  reset: { asks: read-mail(account.mailbox), gives: [enter(account)], takes: 1m }\n";
  const owner = person.concat("\nmailboxes: { m: { account: a } }\naccounts: { a: { service: mail } }");
  const pays = bank().replace("receive-sms(card.reserved-line)", "read-mail(person.mailboxes)");
  const world = worldOf([telco("show-face(person)"), pays, helpline, mail], owner);
  const answer = audit({ reach: openReach(world), held: ["read-mail(mailbox.m)"] });
  const calls = firstCalls(answer, world);
  expect(calls.map(({ institution }) => institution)).toEqual(["mail", "bank", "telco"]);
  expect(sayCall({ world, lang: "en" }, calls[0]!)).toContain(
    "Mail, https://mail.example: take back the mailbox",
  );
  const number = audit({ reach: openReach(world), held: ["receive-sms(line.l)", "read-mail(mailbox.m)"] });
  expect(firstCalls(number, world).map(({ institution }) => institution)).toEqual(["telco", "mail", "bank"]);
});

test("what holds only where it is done at once says so", () => {
  const reset = "\n  reset: { asks: receive-sms(line), gives: [know(line.service-password)], takes: 6m }\n";
  const world = worldOf([telco("know(line.service-password)") + reset, bank()], person);
  const answer = audit({ reach: openReach(world), held: ["receive-sms(line.l)"] });
  const [call] = firstCalls(answer, world);
  expect(sayCall({ world, lang: "en" }, call!)).toBe(
    "Telco, 100: suspend the number. Done at once, nothing that was read lets others undo it; from 11 minutes after it began they can: check, and ask again. The easiest way read to undo it: a password or PIN.",
  );
});

const callBank = { institution: "bank", conditions: ["blocked(card.c)"] };

test("who only takes reports is not called in place of who can stop it", () => {
  const world = worldOf([telco("show-face(person)"), bank(), reports], person);
  expect(contactsToCall(world, callBank, "en")).toEqual([]);
});

test("who stops something else, and a switchboard of banks for what is no bank, are not called either", () => {
  const bureau = `
institution: a-bureau
name: { en: Bureau, zh: 征信机构 }
regions: [xx]
kind: rescue
contacts: [{ tel: "300", note: { en: Equi, zh: Equi } }]
flows:
  freeze: { asks: know(person.name), sets: [loans-closed(account)], takes: 4m }
`;
  const night = { at: { from: 0, to: 0 }, offset: 0 };
  const withBureau = worldOf([telco("show-face(person)"), bank(), bureau], person);
  expect(contactsOf(withBureau, { institution: "bank" }, night, "en")).toEqual([]);
  const withHelpline = worldOf([telco("show-face(person)"), bank(), helpline], person);
  expect(contactsOf(withHelpline, { institution: "bank" }, night, "en").map(({ tel }) => tel)).toEqual([
    "159",
  ]);
  const wallet = bank().replace("kind: bank", "kind: wallet");
  expect(
    contactsToCall(worldOf([telco("show-face(person)"), bank(), bureau], person), callBank, "en"),
  ).toEqual([]);
  expect(
    contactsToCall(worldOf([telco("show-face(person)"), wallet, helpline], person), callBank, "en"),
  ).toEqual([]);
});

test("of whoever is shipped only a switchboard of banks stands in for a bank of which nobody wrote a number down", () => {
  const { catalog } = readShipped();
  const anyBank = catalog.institutions.get("any-bank")!;
  const regions = [...new Set([...catalog.institutions.values()].flatMap((each) => each.regions))];
  const inPlace = regions.flatMap((region) =>
    rescuesFor(
      { catalog, person: { ...worldOf([bank()], person).person, region } },
      { place: anyBank, asked: [] },
    )
      .filter(({ flows }) => flows.length === 0)
      .map(({ id }) => `${region} ${id}`),
  );
  expect(inPlace).toEqual(["gb stop-scams-gb"]);
});

test("who blocks cards of every bank is called by name", () => {
  const blocker = `
institution: a-blocker
name: { en: Blocker, zh: 挂失热线 }
regions: [xx]
kind: rescue
contacts: [{ tel: "116" }]
flows:
  block: { asks: know(person.name), sets: [blocked(card)], takes: 4m }
`;
  const world = worldOf([telco("show-face(person)"), bank(), blocker], person);
  expect(contactsToCall(world, callBank, "en")).toEqual([{ tel: "116", of: "Blocker" }]);
  expect(contactsToCall(world, { institution: "bank", conditions: ["frozen(account.a)"] }, "en")).toEqual([]);
});

test("a kind that stands in for a name is nobody to call: whoever runs it is, and where the number is found is said", () => {
  const anyBank = bank().replace("institution: bank", "institution: any-bank");
  const world = worldOf(
    [telco("show-face(person)"), anyBank],
    person.replace("bank: bank", "bank: any-bank"),
  );
  const answer = audit({ reach: openReach(world), held: ["receive-sms(line.l)"] });
  expect(firstCalls(answer, world).map((call) => sayCall({ world, lang: "en" }, call))).toContainEqual(
    expect.stringMatching(/^The company that runs it, number to be found today on the card, .*: block the/),
  );
});

test("of an open phone that has no lock it is said what a lock would change, and what not", () => {
  const said = (phone: string, held: readonly string[]) => {
    const world = worldOf([telco("show-face(person)"), bank()], person.replace("{ kind: phone }", phone));
    const answer = audit({ reach: openReach(world), held });
    return (["en", "zh"] as const).map((lang) => sayNoLock(answer, world, lang));
  };
  const open = ["possess(device.f)", "unlock(device.f)"];
  expect(said("{ kind: phone, lock: none }", open)).toEqual([
    "There is no screen lock on the phone: set one today. Found or stolen while locked it is not open in their hands; snatched while in use it still is.",
    "手机没设锁屏密码，今天就设上：锁着的时候丢了，对方拿到的就不是开着的手机；正用着被抢走，还是拦不住。",
  ]);
  const none = [undefined, undefined];
  expect(said("{ kind: phone, lock: passcode }", open)).toEqual(none);
  expect(said("{ kind: phone }", open)).toEqual(none);
  // Taken as it is, the lock is the habit that is weighed like any other.
  expect(said("{ kind: phone, lock: none }", ["possess(device.f)"])).toEqual(none);
});
