/** The verdicts of an audit as a reader reads them, of a world the shipped catalogue leaves half unread. */
import { expect, test } from "vitest";
import { readQuestion } from "../../src/asking/index.ts";
import { readYaml } from "../../src/catalog/index.ts";
import { readPerson } from "../../src/person/index.ts";
import { type AuditAnswer, audit } from "../../src/questions/index.ts";
import { openReach } from "../../src/reach/index.ts";
import { type Lang, renderAudit } from "../../src/report/index.ts";
import { readShipped } from "../kit/shipped.ts";

const { catalog } = readShipped();

const family = `person: { id: family, region: cn, currency: CNY, name: { en: A family, zh: 一家人 } }
lines: { main: { carrier: china-mobile, sim: { in: phone, pin: none, kind: physical } } }
devices: { phone: { vendor: apple, kind: phone, lock: passcode, lock-screen: hides-codes } }
cards: { wages: { bank: icbc, kind: debit, reserved-line: main, balance: 12000 } }
accounts:
  alipay: { service: alipay, line: main, devices: [phone], cards: [wages], balance: 4000, credit: 6000 }
  jd: { service: jd, line: main, devices: [phone], cards: [wages], credit: 3000 }
  wechat: { service: wechat-tenpay, line: main, devices: [phone], cards: [wages], balance: 700 }
`;

/** The only place in this file that knows how a report is made. */
function report(
  person: string,
  held: readonly string[],
  lang: Lang = "en",
  changed: (answer: AuditAnswer) => AuditAnswer = (answer) => answer,
): string {
  const read = readPerson(readYaml(person, "person.yaml"), catalog).person;
  if (read === undefined) throw new Error("the person was not read");
  const placeOf = () => ({ file: "" });
  const { asked } = readQuestion({ catalog, person: read, text: { held }, placeOf, today: "2026-11-28" });
  if (asked === undefined) throw new Error("the question was not read");
  const answer = audit({
    reach: openReach(asked.world),
    lent: openReach(asked.lent()),
    held: asked.held,
    sides: ["person"],
  });
  const said = renderAudit(changed(answer), asked.world, {
    lang,
    colour: false,
    columns: 90,
    sides: ["person"],
  });
  // Where a line breaks is another test's business.
  return said.replace(/\s+/g, lang === "zh" ? "" : " ");
}

const phoneAndSim = ["possess(device.phone)", "possess(sim.main)"];

test("where nothing read takes the money, what nobody has read is said first, and never as good news", () => {
  const said = report(family, phoneAndSim);
  expect(said).toMatch(/Nothing we have read takes your money\. That is not safety: \d+ of \d+ things/);
  expect(said).toMatch(/Not ruled out: \d+ losses, up to CN¥/);
  expect(said).toMatch(/The credit line of the JD account spent +CN¥3,000/);
  expect(said).toMatch(/\? Nobody has read: how JD restores a forgotten payment password/);
  expect(said).toMatch(/Find out one thing How .* It decides \d+ of \d+\./);
  expect(said).toMatch(/Set a PIN on the SIM card:? \d+ losses/);
  expect(said).not.toMatch(/exact|could take none|nothing needs|none left out/);
});

test("in Chinese", () => {
  const said = report(family, phoneAndSim, "zh");
  expect(said).toMatch(/查到的办法都拿不走你的钱，但这不等于“安全”/);
  expect(said).toMatch(/不能排除：\d+处，最多¥/);
  expect(said).toMatch(/先查清一件事.*处里有\d+处取决于它/);
  expect(said).not.toMatch(/算得完整|什么都不用做|都查过/);
});

test("who set a SIM PIN reads another answer than who did not", () => {
  const countOf = (said: string) => Number(/Not ruled out: (\d+) loss/.exec(said)?.[1]);
  const careful = report(family.replace("pin: none", "pin: set"), phoneAndSim);
  expect(countOf(careful)).toBeLessThan(countOf(report(family, phoneAndSim)));
  expect(careful).not.toMatch(/Set a PIN on the SIM card/);
});

const alone = `person: { id: alone, region: kr, currency: KRW, name: { en: Alone, zh: 独居的人 } }
lines: { main: { carrier: any-carrier, sim: { in: phone }, settings: { replacement: counter, esim-issue: counter, port-out: counter, voicemail: off, lift: counter } } }
devices: { phone: { kind: phone, lock: passcode, lock-screen: hides-codes } }
accounts: { coins: { service: any-exchange, line: main, devices: [phone], second-factor: sms, balance: 90, settings: { reset: sms, text-sign-in: off, spoken-codes: off, recovery-codes: none, lost-second-step: none, withdrawal: sms } } }
`;
const leaks = ["know(person.name)", "know(person.id-number)", "know(line.main.number)"];

test("what is ruled out is said of whom it is ruled out for, and that more in their hands is another question", () => {
  const said = report(alone, leaks);
  expect(said).toMatch(/Asked of somebody who knows the name of the owner/);
  expect(said).toMatch(
    /weakest we know: The balance .* taken\. That is said only of somebody who has what is named above/,
  );
  // A loan can be taken in their name where they have nothing: no call about the number and no habit is the first thing then.
  expect(said).toMatch(/What to do first Today: if new credit can be blocked where you live/);
  expect(said).not.toMatch(/no habit that stops/);
  expect(report(alone, leaks, "zh")).toMatch(/这里问的是：对方知道机主的姓名.*也拿不走：.*对方要是还有别的/);
  expect(report(alone, [...leaks, "control(line.main)"])).toMatch(/could take up to ₩90/);
});

const wiped = `person: { id: wiped, region: us, currency: USD, name: { en: Wiped, zh: 被抹 } }
devices:
  phone: { vendor: apple, os: ios, kind: phone, lock: passcode, account: apple }
  laptop: { vendor: apple, kind: computer, lock: passcode, account: apple }
accounts: { apple: { service: apple, devices: [phone, laptop], trusted: [phone, laptop] } }
losses: [{ goal: erased(device.laptop), en: laptop wiped, zh: 电脑被抹 }]
`;
const opened = ["possess(device.phone)", "unlock(device.phone)", "know(device.phone.passcode)"];

test("where nobody is to be called, what to do first is told all the same: the habit, or what is set from afar", () => {
  expect(report(wiped, opened)).toMatch(/What to do first Today: Turn on Stolen Device Protection/);
  const before = wiped.replace("currency: USD,", "currency: USD, as-of: 2023-10-15,");
  expect(report(before, opened, "zh")).toMatch(/先做什么没查到.*一旦出事，马上用别的设备：远程抹掉手机/);
});

test("a sum that nothing read takes is named", () => {
  const unjudgedSums = [{ thing: "account.jd", attribute: "loan-offer", amount: null }];
  const said = report(family, phoneAndSim, "en", (answer) => ({
    ...answer,
    coverage: { ...answer.coverage, unjudgedSums },
  }));
  expect(said).toMatch(
    /nothing has been read that takes it: the loan on offer of the JD account, of unknown size/,
  );
});

test("a block tells what one does without while it stands, and a forgotten card costs nothing", () => {
  const said = report(family, ["possess(sim.main)", "know(person.id-number)", "know(person.name)"]);
  expect(said).toMatch(
    /While it is set you do without:.*the suspension of the number: .*answering calls to the number/,
  );
  expect(said).toContain("paying with the Industrial and Commercial Bank of China debit card");
  const forgotten = family.replace("balance: 12000", "balance: 12000, seen-by-owner: false");
  expect(report(forgotten, ["possess(sim.main)", "know(person.id-number)"])).not.toContain("paying with");
});
