/** What is read of an incident, and what is said of words nobody can use. */
import { beforeAll, expect, test } from "vitest";
import { readShipped, type Shipped } from "../../test/kit/shipped.ts";
import { readYaml } from "../catalog/index.ts";
import { minuteOfWeek } from "../model/index.ts";
import { momentText, parseMoments } from "./moments.ts";
import { readIncident } from "./read-incident.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});
const read = (text: string) => readIncident(readYaml(text, "incident.yaml"), shipped.catalog);
const night = `incident:
  at: "2026-11-28T21:30+08:00"
  since: "2026-11-28T20:00+08:00/2026-11-28T20:40+08:00"
  region: cn
  gone: device.phone
  phone: { lock: locked, on: false }
`;

test("what is no country is complained of, and what is told is used all the same", () => {
  for (const region of ["EU", "ww"]) {
    const { incident, complaints } = read(night.replace("region: cn", `region: ${region}`));
    expect(incident?.gone).toEqual(["device.phone"]);
    expect(complaints.map(({ code, place, severity }) => [code, place.line, severity])).toEqual([
      ["shape/unknown-value", 4, "warning"],
    ]);
  }
});

test("what was done may name things as people do", () => {
  const { incident } = read(`${night}done:
  - { at: "2026-11-28T21:10+08:00", action: suspended, on: number, result: refused }
  - { at: "2026-11-28T21:12+08:00", action: suspended(手机号) }
  - { at: "2026-11-28T21:14+08:00", action: china-mobile/suspend }
`);
  expect(incident?.done.map(({ action }) => action)).toEqual([
    "suspended(line.main)",
    "suspended(line.main)",
    "china-mobile/suspend",
  ]);
});

test("a moment is one number whatever zone it is told in, and an interval keeps both its ends", () => {
  const { incident, complaints } = read(night);
  expect(complaints).toEqual([]);
  expect(incident?.at.from).toBe(Date.parse("2026-11-28T13:30Z") / 60_000);
  expect((incident?.since?.to ?? 0) - (incident?.since?.from ?? 0)).toBe(40);
  expect(incident).toMatchObject({ offset: 480, gone: ["device.phone"], lock: "locked", isOn: "off" });
  expect(parseMoments("2026-11-28T13:30Z", 0)).toEqual(parseMoments("2026-11-28T21:30+08:00", 0));
  expect(momentText(incident?.at.from ?? 0, 480)).toBe("2026-11-28T21:30+08:00");
  expect(minuteOfWeek(incident?.at.from ?? 0, 480)).toBe(5 * 1440 + 21 * 60 + 30); // A Saturday.
});

test("a phone without a lock is an open one, as a person file says it", () => {
  const { incident, complaints } = read(night.replace("lock: locked", "lock: none"));
  expect(complaints).toEqual([]);
  expect(incident?.lock).toBe("open");
});

test.each(["2026-11-28", "21:30", "2026-11-28T21:30+08:00/2026-11-28T20:30+08:00", "2026-13-40T21:30Z"])(
  "%s is no moment",
  (text) => expect(parseMoments(text, 0)).toBeUndefined(),
);

test("every word nobody understands is named with its place, and the rest is used all the same", () => {
  const { incident, complaints } = read(`${night}signs:
  - { at: "2026-11-28T21:00+08:00", sign: cod, on: line.main }
  - { at: "2026-11-28T21:10+08:00", sign: thrown out, on: account.mail, seen-by: sister }
  - { at: "2026-11-28T23:10+08:00", sign: code, on: line.main, from: "12333" }
done:
  - { at: "2026-11-28T21:20+08:00", action: suspended, on: line.main, result: no-answer }
`);
  expect(complaints.map(({ code, place, severity }) => [code, place.line, severity])).toEqual([
    ["shape/unknown-value", 8, "warning"],
    ["shape/unknown-value", 10, "warning"],
  ]);
  expect(incident?.signs.map(({ sign, index }) => [sign, index])).toEqual([
    ["kicked-off", 1],
    ["code", 2],
  ]);
  expect(incident?.done).toMatchObject([
    { by: "owner", action: "suspended(line.main)", result: "no-answer" },
  ]);
});

test("of what nobody said is gone nothing is taken to be, and it is asked; a note says it too, and `[]` says that nothing is", () => {
  const told = (rest: string) =>
    read(`incident: { at: "2026-11-28T21:30+08:00", region: gb${rest.startsWith(",") ? rest : ` }\n${rest}`}`)
      .incident;
  expect(told("")).toMatchObject({ gone: [], isGoneUnsaid: true });
  expect(told("notes: [my phone was stolen]")).toMatchObject({ gone: ["device.phone"] });
  expect(told("notes: [my phone was stolen]")?.isGoneUnsaid).toBeUndefined();
  expect(told(", gone: [] }")?.isGoneUnsaid).toBeUndefined();
});

test("a note is its words alone, or one text for all of them, and was written when it was told", () => {
  const head = `incident: { at: "2026-11-28T21:30+08:00", region: gb, gone: [] }\n`;
  const list = read(`${head}notes: ["500 is gone from my Barclays account", { note: "no signal" }]`);
  const text = read(`${head}notes: |\n  500 is gone from my Barclays account\n  no signal\n`);
  for (const { incident, complaints } of [list, text]) {
    expect(complaints).toEqual([]);
    expect(incident?.signs.map(({ sign }) => sign)).toEqual(["row", "no-service"]);
    for (const { at } of incident?.signs ?? []) expect(at).toEqual(incident?.at);
  }
  // What is no note is complained of, and not read as one.
  for (const wrong of ["notes: 7", "notes: [7]", "notes: [{ text: gone }]"])
    expect(read(`${head}${wrong}`).complaints.length).toBeGreaterThan(0);
});

test.each([
  // A way to pay is nobody to ring: the bank that sent the money is.
  ["pl", "blik payment from my PKO account I did not make", "row pko-bp"],
  ["se", "Two swish payments I did not make, my bank is Swedbank", "row swedbank"],
  ["eg", "instapay transfer of 500 from my CIB account I did not make", "row cib-eg"],
  ["eg", "instapay 500 gone", "row instapay-eg"],
  ["in", "PhonePe payment of 5000 I did not make, my bank is SBI", "row phonepe"],
  // What means something else first is a name only where it is written like one.
  ["se", "money gone, tre transfers", "money-gone card.bank"],
  ["vn", "money gone after I bought a cake", "money-gone card.bank"],
  ["vn", "money gone from my Cake account", "money-gone cake-vn"],
  ["th", "ผมอยู่กรุงเทพ money gone", "money-gone card.bank"],
  // Where words have no ends a short name would stand in longer words: online, my account, my phone, a password.
  ["th", "ออนไลน์ money gone", "money-gone card.bank"],
  ["kr", "온라인 money gone", "money-gone card.bank"],
  ["kr", "패스워드 money gone", "money-gone card.bank"],
  ["sa", "من حسابي money gone", "money-gone card.bank"],
  ["sa", "انسرق موبايلي money gone", "money-gone card.bank"],
  ["ru", "ставка money gone", "money-gone card.bank"],
  ["cn", "官网号码 money gone", "money-gone card.bank"],
  ["us", "money gone at the gate", "money-gone card.bank"],
  ["sa", "money gone from الراجحي", "money-gone al-rajhi"],
  ["ru", "money gone from ВТБ", "money-gone vtb"],
  ["cl", "money gone at ripley", "money-gone ripley-cl"],
  ["it", "money gone, I was very scared", "money-gone card.bank"],
  ["it", "money gone from my account, it is with Very", "money-gone very-mobile"],
  ["sa", "money gone about noon", "money-gone card.bank"],
  ["id", "money gone, maling mendobrak pintu rumah", "money-gone card.bank"],
  ["gb", "money gone, I saw him smile", "money-gone card.bank"],
  ["gb", "money gone from my Octopus account", "money-gone octopus-energy"],
  ["us", "money gone after a snap decision", "money-gone card.bank"],
  ["kr", "money gone, boarding pass too", "money-gone card.bank"],
  ["cn", "钱没了，和朋友同程出差", "money-gone card.bank"],
  ["cn", "钱没了，不知道去哪儿了", "money-gone card.bank"],
  ["ru", "money gone, сбережения пропали", "money-gone card.bank"],
])("in %s, `%s`, is %s", (region, note, expected) => {
  const { incident } = read(
    `incident: { at: "2026-11-28T21:30+00:00", region: ${region}, gone: [] }\nnotes: [{ at: "2026-11-28T21:10+00:00", note: "${note}" }]\n`,
  );
  expect(incident?.signs.map(({ sign, on }) => `${sign} ${on}`)).toEqual([expected]);
});
