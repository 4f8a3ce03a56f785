/** The emergency card: everything with money is on it, in the order of what stops most, and nothing a finder should not read. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { readWhole } from "../../data-plugin.ts";
import type { CaseData, WholeCatalogue } from "../engine/case-data.ts";
import { openEngine } from "../engine/engine.ts";
import { type OwnCase, readOwnCase } from "../engine/own-case.ts";
import {
  conditionsOf,
  holdingOf,
  inOrder,
  type RedCard,
  redCardOf,
  weightOf,
  withoutNumbers,
} from "./red-card.ts";
import { type ToldCard, tellRedCard } from "./red-card-told.ts";

let whole: WholeCatalogue;
beforeAll(() => {
  whole = readWhole();
});

const file = (id: string) => parse(readFileSync(`catalog/people/${id}.yaml`, "utf8"));

interface Carded {
  readonly data: CaseData;
  readonly card: RedCard;
  /** What is still reached while the blocks of each call stand. */
  readonly left: readonly number[];
  readonly told: readonly ToldCard[];
}

const cardOf = (document: unknown, ...held: readonly string[]): Carded => cardOfCase({ document, held });

function cardOfCase(own: OwnCase): Carded {
  const { data, faults } = readOwnCase(whole, own);
  if (data === undefined) throw new Error(JSON.stringify(faults));
  const engine = openEngine(data);
  const base = engine.ask([]).audit;
  const unordered = redCardOf({ data, base, blocks: engine.blocks() });
  const card = inOrder(unordered, base, engine.whileStanding(unordered.calls.map(conditionsOf)));
  const left = engine.whileStanding(card.calls.map(conditionsOf)).map((goals) => weightOf(base, goals));
  return { data, card, left, told: (["en", "zh"] as const).map((lang) => tellRedCard({ data, card, lang })) };
}

const people: readonly (readonly [string, readonly string[]])[] = [
  ["elder", ["possess(device.phone)", "possess(sim.main)"]],
  ["abroad", ["possess(device.phone)"]],
  ["engineer", ["possess(device.phone)"]],
  ["trader", ["possess(device.shop-phone)"]],
];

test.each(people)(
  "%s: every line, card and account with money is on the card, and in one place only",
  (id, held) => {
    const { data, card } = cardOf(file(id), ...held);
    const stopped = card.calls.flatMap(({ stops }) => stops.map(({ thing }) => thing));
    expect(new Set(stopped).size).toBe(stopped.length);
    const wanted = [...data.person.things.values()].filter(
      ({ kind, of, attributes }) =>
        of === undefined &&
        (kind === "line" ||
          kind === "card" ||
          (kind === "account" &&
            ["balance", "credit", "loan-offer"].some((name) => Number(attributes.get(name)) > 0))),
    );
    expect(wanted.length).toBeGreaterThan(1);
    for (const thing of wanted) expect(stopped, thing.id).toContain(thing.id);
  },
);

test.each(people)(
  "%s: a call has a number of the catalogue's, a page, or is named as having none",
  (id, held) => {
    const { told } = cardOf(file(id), ...held);
    const known = new Set(
      [...whole.catalog.institutions.values()].flatMap(({ contacts }) =>
        contacts.flatMap(({ tel }) => tel ?? []),
      ),
    );
    for (const { calls, missing } of told)
      for (const { name, numbers, say } of calls) {
        for (const { text } of numbers) expect(known).toContain(text);
        expect(missing.includes(name), name).toBe(numbers.length === 0 && say !== "");
      }
  },
);

test.each(people)(
  "%s: first what leaves least to lose while it stands; of equals what holds longest",
  (id, held) => {
    const { card, left } = cardOf(file(id), ...held);
    expect(left.length).toBeGreaterThan(2);
    expect(left).toEqual([...left].sort((a, b) => a - b));
    const holds = card.calls.map(({ stops }) => (stops[0] === undefined ? -1 : holdingOf(stops[0])[0]));
    for (let i = 1; i < left.length; i++)
      if (left[i] === left[i - 1])
        expect(holds[i], card.calls[i]?.key).toBeLessThanOrEqual(holds[i - 1] ?? 0);
  },
);

test("where nobody said the amounts, losses are counted instead of summed", () => {
  const document = file("elder");
  for (const account of Object.values<Record<string, unknown>>(document.accounts))
    if ("balance" in account) account["balance"] = "unknown";
  const { card, left } = cardOf(document, "possess(device.phone)", "possess(sim.main)");
  expect(left[0]).toBeGreaterThan(0);
  expect(left.every((each) => each < 10)).toBe(true);
  expect(left).toEqual([...left].sort((a, b) => a - b));
  expect(card.calls.findIndex(({ key }) => key === "china-mobile")).toBeLessThan(2);
});

test("the elder's card: the line that all codes go to first, though it is lifted in minutes; then by the money each stops", () => {
  const { card, told } = cardOf(file("elder"), "possess(device.phone)", "possess(sim.main)");
  expect(card.calls.map(({ key }) => key)).toEqual([
    "china-mobile",
    "icbc",
    "ccb",
    "alipay",
    "wechat-tenpay",
    "sichuan-12333",
  ]);
  expect(told[0]?.calls[0]).toEqual({
    key: "china-mobile",
    name: "China Mobile",
    numbers: [{ text: "10086", note: "at any hour" }],
    pages: [],
    notes: [],
    say: "My phone was stolen. Please suspend my number now. Please do not reactivate it unless I come in person with my ID. What is the reference number?",
    sayHead: "Say",
    sayThere: {
      lang: "zh",
      text: "我的手机被偷了。请马上把我的手机号挂失停机。没有我本人带身份证到场，请不要解挂。请告诉我受理编号。",
    },
    stops: [
      {
        thing: "the number",
        asked: "the carrier's service password; or: your ID number and your name",
        askedHead: "They ask for",
        by: "",
        holds:
          "They may get it undone, at worst within 4 minutes of its beginning. Go on with the list. Ring your own number every 15 minutes: if it rings, it has been undone. Suspend it again.",
      },
    ],
  });
  // Where nobody knows the number of the ID document, it has to be found out first.
  const notLeaked = cardOfCase({
    document: file("elder"),
    held: ["possess(device.phone)", "possess(sim.main)"],
    isNotLeaked: true,
  });
  expect(notLeaked.told[0]?.calls[0]?.stops[0]?.holds).toContain("within 5 minutes of its beginning");
  // The bank that gives only a temporary block by phone is asked for that as well, and what comes after is said.
  const icbc = told[1]?.calls.find(({ key }) => key === "icbc");
  expect(icbc?.say).toContain("电话只能办临时的，就先办临时的");
  expect(icbc?.stops[0]?.holds).toBe("15 天后自动失效，在这之前到柜台办正式挂失。");
  // A payment password is keyed in, and stands in no sentence to be said.
  const alipay = told[1]?.calls.find(({ key }) => key === "alipay");
  expect(alipay?.say).not.toContain("密码");
  expect(alipay?.stops[0]).toMatchObject({
    by: "按语音提示，用电话键盘输入：身份证号、支付密码。不要说出口。行不通就转人工。",
    asked: "",
  });
  // What is done without a call has nothing to be said.
  const wechat = told[1]?.calls.find(({ key }) => key === "wechat-tenpay");
  expect([wechat?.say, wechat?.stops[0]?.by]).toEqual(["", "请好友帮忙冻结，在应用里"]);
  expect(told[0]?.police.numbers.map(({ text }) => text)).toEqual(["110", "96110"]);
  expect(told[1]?.helpers).toEqual(["女儿"]);
});

test("nothing on any card is called safe", () => {
  for (const [id, held] of people)
    for (const told of cardOf(file(id), ...held).told)
      expect(JSON.stringify(told)).not.toMatch(/\bsafe\b|\bsecure\b|安全(?!码|问题|密码)/i);
});

/** Every run of five digits and more, spaced or not, in what is told beside the catalogue's own numbers. */
function longNumbers({ calls, police, helpers, missing }: ToldCard): readonly string[] {
  const texts = [
    ...helpers,
    ...missing,
    police.name,
    ...calls.flatMap(({ name, say, sayThere, stops }) => [
      name,
      say,
      sayThere?.text ?? "",
      ...stops.flatMap(({ thing, asked, by, holds }) => [thing, asked, by, holds]),
    ]),
  ];
  const named = [...whole.catalog.institutions.values()].flatMap(({ name }) => [name.en, name.zh]);
  const bare = texts.map((text) => named.reduce((left, name) => left.replaceAll(name, ""), text));
  return bare.flatMap((text) => text.match(/\d(?:[\s\-.]?\d){4,}/g) ?? []);
}

test("whatever somebody wrote into names: of numbers only four digits are on the card, and no amount is", () => {
  const digits = fc.stringMatching(/^\d{4}[ \-.]?\d{4}[ \-.]?\d{1,8}$/);
  let carded = 0;
  fc.assert(
    fc.property(digits, digits, digits, (one, two, three) => {
      const document = {
        person: { id: "somebody", region: "cn", currency: "CNY", name: { en: `Me ${one}`, zh: `我 ${one}` } },
        lines: { main: { carrier: "china-mobile", name: { en: `line ${two}`, zh: `号码${two}` } } },
        cards: {
          a: {
            bank: "ccb",
            "reserved-line": "main",
            balance: 73_219,
            last4: "4321",
            name: { en: `card ${one}`, zh: `卡${one}` },
          },
          b: { bank: "ccb", "reserved-line": "main", balance: 1 },
        },
        helpers: { sister: { name: { en: `Sister ${three}`, zh: `姐姐 ${three}` } } },
      };
      let made: Carded;
      try {
        made = cardOf(document, "possess(sim.main)");
      } catch {
        return; // The reader refuses what looks like a card or an ID number before it comes this far.
      }
      carded += 1;
      for (const told of made.told) {
        expect(longNumbers(told)).toEqual([]);
        const text = JSON.stringify(told);
        expect(text).toContain("4321");
        expect(text).not.toMatch(/73,?219/);
      }
      expect(made.card.person.name.en.match(/\d/g)?.length).toBe(4);
    }),
    { numRuns: 12 },
  );
  expect(carded).toBeGreaterThan(2);
});

test("a number in a name is cut to its last four digits, shorter ones are left", () => {
  expect(withoutNumbers("卡6222 0212 3456 7890的")).toBe("卡…7890的");
  expect(withoutNumbers("ID 510104-19900101-1234")).toBe("ID …1234");
  expect(withoutNumbers("2020 年 12 月")).toBe("2020 年 12 月");
  expect(withoutNumbers("card 4321")).toBe("card 4321");
});

test("nobody without a phone has one stolen: what is said to the bank and to the police names the cards, or the account", () => {
  const base = { person: { id: "me", region: "cn", currency: "CNY" } };
  const saidOf = (things: object, held: readonly string[]) => {
    const { told } = cardOfCase({ document: { ...base, ...things }, held });
    return told.map(({ calls, police }) => [calls[0]?.say, police.say]);
  };
  const wallet = saidOf(
    {
      cards: { icbc: { bank: "icbc", kind: "debit", balance: 9 } },
      documents: { "id-card": { kind: "id-card" } },
    },
    ["possess(card.icbc)"],
  );
  for (const each of wallet[0] ?? []) expect(each).toMatch(/^My cards and papers were stolen\. /);
  for (const each of wallet[1] ?? []) expect(each).toMatch(/^我的银行卡和证件被偷了。/);
  const mailbox = saidOf(
    { accounts: { qq: { service: "qq-mail" } }, mailboxes: { main: { account: "qq" } } },
    ["read-mail(mailbox.main)"],
  );
  expect(mailbox.map(([, police]) => police?.slice(0, 20))).toEqual([
    "Somebody has got int",
    "有人进了我的账户。有人正在冒用我的身份转",
  ]);
});
