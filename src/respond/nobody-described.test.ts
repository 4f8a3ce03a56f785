/** Somebody who described nothing but can say a few words: whose customer they are, and whether the SIM is in their hand. */
import { beforeAll, expect, test } from "vitest";
import { readShipped, type Shipped } from "../../test/kit/shipped.ts";
import { readYaml } from "../catalog/index.ts";
import { readPerson } from "../person/index.ts";
import { fewWordsOf, nobodyDescribed, type Response, readIncident, respond } from "./index.ts";

const effort = { beliefNights: 36, planNights: 6, judgedNights: 6 };
let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});

function ask(text: string): { readonly response: Response; readonly complaints: readonly string[] } {
  const { incident } = readIncident(readYaml(text, "incident.yaml"), shipped.catalog);
  if (incident === undefined) throw new Error("it is no incident");
  const { catalog } = shipped;
  const yaml = nobodyDescribed(catalog, incident.region, "incident.yaml", fewWordsOf(incident));
  const { person } = readPerson(yaml, catalog);
  if (person === undefined) throw new Error("somebody could not be read");
  const response = respond({ catalog, person, isUndescribed: true, incident, today: "2026-11-28", effort });
  return { response, complaints: yaml.complaints.map(({ message }) => message) };
}

const at = 'at: "2026-11-28T21:48+08:00"';

test.each(["cn", "us", "gb", "in", "br", "sg", "jp", "de"])(
  "in %s the number is suspended first while the SIM is in other hands, even where the phone is open",
  (region) => {
    const { response } = ask(
      `incident: { ${at}, region: ${region}, gone: [device.phone, sim.main], phone: { lock: open } }`,
    );
    // One number may stop the cards in the same call.
    expect(response.next[0]?.candidate.id.split(" ")).toContain("suspended(line.main)");
  },
);

test("the call that was tried does not come first by rule again, and the rule is silent where the SIM is at hand", () => {
  const head = `incident: { ${at}, region: cn, gone: [device.phone], phone: { lock: open } }`;
  const tried = '{ at: "2026-11-28T21:40+08:00", action: "suspended(line.main)", result: refused }';
  for (const text of [`${head}\ndone: [${tried}]`, `${head}\nhas: [sim.main]`])
    expect(ask(text).response.next.some(({ rule }) => rule !== undefined)).toBe(false);
  expect(ask(head).response.next[0]?.candidate.id).toBe("suspended(line.main)");
});

test("what is named takes the place of what stands for it, two of a kind are two, and an unknown name is said", () => {
  const { response, complaints } = ask(
    `incident: { ${at}, region: cn, gone: [device.phone], uses: [中国移动, icbc, China Construction Bank, no-such-bank, Zentrix] }`,
  );
  const { things } = response.world.person;
  expect(things.get("line.main")?.institution).toBe("china-mobile");
  expect(things.get("card.bank")?.institution).toBe("icbc");
  expect(things.get("card.ccb")?.institution).toBe("ccb");
  // Its name tells that it is a bank, and under its own name it has what is usual for one.
  expect(things.get("card.unread-1")?.institution).toBe("no-such-bank");
  expect(response.coverage.namesNotRead).toEqual(["no-such-bank", "Zentrix"]);
  expect(complaints).toEqual([
    "incident.yaml: nobody has read `Zentrix`, and its name does not say what it is; what is asked there is not judged",
  ]);
});

test("what others know is meant by any name of the place, and what means nothing is named and ends nothing", () => {
  const { response } = ask(
    `incident: { ${at}, region: sg, uses: [Apple], gone: ["possess(device.tablet)"], leaked: ["know(account.apple.password)", "know(account.no-such.password)", "telepathy", "know(device.phone.passcode)"] }`,
  );
  expect(response.coverage.unknownWords).toEqual([
    { list: "gone", index: 0 },
    { list: "leaked", index: 1 },
    { list: "leaked", index: 2 },
  ]);
});

test("what began a year ago is played for its last two weeks, and that is said; what began last night is played whole", () => {
  const since = (text: string) =>
    ask(`incident: { ${at}, since: "${text}+08:00", region: cn, gone: [device.phone] }`).response.coverage
      .isCutShort;
  expect(since("2025-05-01T00:00")).toBe(true);
  expect(since("1999-12-31T00:00")).toBe(true);
  expect(since("2026-11-27T00:00")).toBe(false);
});

test("a Chinese name may go without its first 中国, and half a name is nobody's", () => {
  const { response, complaints } = ask(
    `incident: { ${at}, region: cn, gone: [device.phone], uses: [邮政储蓄银行, 政储蓄银行] }`,
  );
  expect(response.world.person.things.get("card.bank")?.institution).toBe("psbc");
  expect(complaints).toEqual([]);
  expect(response.coverage.namesNotRead).toEqual(["政储蓄银行"]);
});

test.each(["SKT", "KT", "LG U+"])(
  "with the number of %s suspended no bar of what goes out is asked for",
  (carrier) => {
    const { response } = ask(
      `incident: { ${at}, region: kr, gone: [device.phone], uses: [${carrier}, KB국민은행] }`,
    );
    expect(response.next[0]?.candidate.id).toBe("suspended(line.main)");
    expect(response.next.some(({ candidate }) => candidate.id.includes("outgoing-barred"))).toBe(false);
  },
);

test("a word for any carrier's app makes nobody a customer of another carrier, nor does a name that is a usual word", () => {
  const heard = (region: string, uses: string, note: string) =>
    ask(
      `incident: { ${at}, region: ${region}, gone: [device.phone], uses: [${uses}] }\nnotes: [{ ${at}, note: "${note}" }]`,
    ).response.world.person.things.get("line.main")?.institution;
  expect(heard("cn", "中国移动, 工商银行", "手机营业厅被人登录了")).toBe("china-mobile");
  expect(heard("cn", "中国移动, 工商银行", "有人登录了我的掌上营业厅")).toBe("china-mobile");
  const told = "I let my son play with the phone, and somebody is in my account";
  expect(heard("pl", "mBank", told)).not.toBe("play-pl");
  expect(heard("pl", "mBank, Play", told)).toBe("play-pl");
});
