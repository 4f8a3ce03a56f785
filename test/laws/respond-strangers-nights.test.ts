/** Nights of strangers as the press told them: the first act is one that was right, and none of the first three was wrong. */
import { beforeAll, describe, expect, test } from "vitest";
import { readYaml } from "../../src/catalog/index.ts";
import { readIncident } from "../../src/respond/index.ts";
import { checkCase, type StrangersCase } from "../kit/incidents.ts";
import { readShipped, type Shipped } from "../kit/shipped.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});

const told = (head: string, ...notes: readonly string[]) =>
  `incident: { at: "2026-11-28T21:30+08:00", gone: [], ${head} }
notes:
${notes.map((note) => `  - { at: "2026-11-28T21:25+08:00", note: "${note}" }`).join("\n")}`;

const cases: readonly StrangersCase[] = [
  {
    name: "Alxa: asleep, three payments of the wallet, card and phone at hand",
    source: "newxbzx.com, 2015-12-02",
    told: told(
      "region: cn, uses: [china-mobile, 农业银行, alipay]",
      "半夜收到短信，支付宝被消费990元，连着三次，一共2970元",
      "银行卡在我钱包里，手机就在身边",
    ),
    first: ["alipay"],
    never: /suspended|erased|lost-mode/,
  },
  {
    name: "Zhenhai: a false insurance, the screen shared, a safe account",
    source: "ptwbs.net, of the police of Zhenhai",
    told: told(
      "region: cn, uses: [china-mobile, 建设银行]",
      "客服说我开通了百万保险，下载会议软件共享了屏幕",
      "按要求把卡里10万转到安全账户了",
    ),
    first: ["police-cn", "emergency-110", "antifraud-cn"],
    never: /erased|give-nothing/,
  },
  {
    name: "Henan: a daughter abroad who was robbed, by a stolen chat account",
    source: "jizihe.com, 2018-01-04",
    told: told(
      "region: cn, uses: [china-mobile, 中国银行]",
      "女儿在QQ上说国外家里遭贼，手机和卡都被偷，让我给她同学转钱，我转了9万，打通女儿电话才知道是假的",
    ),
    first: ["police-cn", "emergency-110", "antifraud-cn"],
    saysNot: "被盗或丢失",
    never: /suspended|erased|lost-mode/,
  },
  {
    name: "Kenya: a call, texts of a new SIM and a PUK, the line dead",
    source: "techweez.com, 2018-07-17",
    told: told(
      "region: ke, uses: [Safaricom, M-PESA]",
      "got a call from a con man and hung up",
      "Safaricom texted a SIM swap request I did not make, then several texts with my PUK",
      "my line went dead at 7:25",
    ),
    first: ["safaricom"],
    never: /erased|give-nothing/,
  },
  {
    name: "Manchester: a guest who saw how it is unlocked, money between two banks",
    source: "BBC News, of a theft in Salford",
    told: told(
      "region: gb, uses: [O2, Monzo, Barclays]",
      "a man I met took my phone and laptop, he had watched me unlock it",
      "my watch shows money being moved between Monzo and Barclays",
    ),
    first: ["monzo", "barclays"],
    never: /erased|find-out/,
  },
  {
    name: "London: an unlocked phone out of the hand, friends asked for money, shut out of the mail",
    source: "a column of 2024-11-29 on a theft in Islington",
    told: told(
      "region: gb, uses: [Vodafone, HSBC, Gmail, WhatsApp]",
      "a thief sprinted past and snatched my unlocked phone",
      "they message my friends and my boss on WhatsApp asking for money",
      "I am locked out of my Gmail",
    ),
    first: ["vodafone-uk"],
    never: /erased/,
  },
  {
    name: "Mangaluru: two banks, fingerprints given at a registry",
    source: "The Hindu, 2023-10-11",
    told: told(
      "region: in, uses: [Canara Bank, State Bank of India, Jio]",
      "3,700 was deducted from my savings account at Canara Bank and 1,200 from State Bank of India, no OTP came",
    ),
    first: ["aeps", "canara-bank", "sbi"],
    never: /suspended|erased/,
  },
  {
    name: "Ghana: the network blind, a caller who says to press 1",
    source: "firstghananews.com",
    told: told(
      "region: gh, uses: [MTN, Ecobank]",
      "my network went blind, then a man called and told me to press 1 to restore it, I pressed 1 and the network is gone again",
    ),
    first: ["mtn-gh"],
    never: /erased|give-nothing/,
  },
];

describe("what the report shows right comes first", () => {
  test.each(cases)("$name", (each) => {
    checkCase(each, shipped);
  });
});

test("what somebody in a chat says was taken is none of the owner's, where it was a lie", () => {
  const { incident } = readIncident(readYaml(cases[2]?.told ?? "", "incident.yaml"), shipped.catalog);
  expect(incident?.gone).toEqual([]);
  expect(incident?.signs.map(({ sign }) => sign)).toContain("paid");
});

test("that card and phone are at hand is kept as a note, and asks for no answer", () => {
  const { incident } = readIncident(readYaml(cases[0]?.told ?? "", "incident.yaml"), shipped.catalog);
  expect(incident?.notJudged.map(({ isEveryday }) => isEveryday)).toEqual([true]);
});
