/** Notes about somebody who is described are read by whose they are: their country, and whom they are a customer of. */
import { beforeAll, expect, test } from "vitest";
import { readYaml } from "../../src/catalog/index.ts";
import { readPerson } from "../../src/person/index.ts";
import { tellResponse } from "../../src/report/index.ts";
import { dayOf, readIncident, respond } from "../../src/respond/index.ts";
import { readShipped, type Shipped } from "../kit/shipped.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});

const file = `person: { id: she, name: { en: she, zh: 她 }, region: cn }
devices: { phone: { kind: phone, lock: passcode } }
lines: { main: { carrier: china-mobile, sim: { in: phone, pin: none, kind: physical } } }
cards: { salary: { bank: icbc, kind: debit, reserved-line: main, balance: 20000 } }
accounts: { wallet: { service: alipay, line: main, cards: [salary], devices: [phone], balance: 3000 } }`;
const noted = (...notes: readonly string[]) =>
  `incident: { at: "2026-11-28T21:30+08:00", person: she.yaml, gone: [phone] }
notes:
${notes.map((note) => `  - { at: "2026-11-28T21:20+08:00", note: "${note}" }`).join("\n")}`;

function answerOf(told: string) {
  const { catalog } = shipped;
  const { person, complaints } = readPerson(readYaml(file, "she.yaml"), catalog);
  if (person === undefined) throw new Error(complaints.map(({ message }) => message).join());
  const life = { region: person.region, institutions: ["china-mobile", "icbc", "alipay"] };
  const { incident } = readIncident(readYaml(told, "incident.yaml"), catalog, life);
  if (incident === undefined) throw new Error("no incident");
  const effort = { beliefNights: 120, planNights: 18, judgedNights: 12 };
  const response = respond({
    catalog,
    person,
    isUndescribed: false,
    incident,
    today: dayOf(incident),
    effort,
  });
  return { incident, answer: tellResponse(response, incident, "en") };
}

test("a place, a number that was dialled and an act are understood as of anybody of that country", () => {
  const { incident, answer } = answerOf(
    noted("支付宝里少了两千", "打10086一直占线，没人接", "工商银行卡我已经挂失了"),
  );
  expect(answer.notUnderstood).toEqual([]);
  expect(incident.signs.map(({ sign, on }) => `${sign} ${on}`)).toEqual(["money-gone alipay"]);
  expect(incident.attempts.flatMap(({ places }) => places)).toEqual(["china-mobile"]);
  expect(incident.done.map(({ action }) => action)).toEqual(["blocked(card.icbc)"]);
  const acts = [...answer.next, ...answer.then].map(({ action }) => action);
  expect(acts).not.toContain("blocked(card.salary)");
});

test("without knowing whose they are nothing of it is a place, and it is said to be so", () => {
  const { incident } = readIncident(
    readYaml(noted("支付宝里少了两千", "打10086一直占线，没人接"), "incident.yaml"),
    shipped.catalog,
  );
  expect(incident?.attempts).toEqual([]);
});

test("whoever is being talked into sending money away is not told to bring it away", () => {
  const led = noted("她在跟自称公安的人打电话，叫她把二十万转到安全账户").replace(
    "gone: [phone]",
    "gone: []",
  );
  const { answer } = answerOf(led);
  expect(answer.next[0]?.action).toBe("end-the-call");
  expect([...answer.next, ...answer.then].filter(({ kind }) => kind === "rescue")).toEqual([]);
});
