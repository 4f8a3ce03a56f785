/** Somebody paid a swindler themselves: what is asked for is the payment, and nothing said of it is untrue of them. */
import { beforeAll, describe, expect, test } from "vitest";
import { answerTo, checkCase, type StrangersCase } from "../kit/incidents.ts";
import { readShipped, type Shipped } from "../kit/shipped.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});

const cases: readonly StrangersCase[] = [
  {
    name: "China: savings sent to a safe account; 110 holds it where it went, then one's own bank",
    source: "bwc.seu.edu.cn, 2016-05-23",
    told: `incident: { at: "2026-11-28T15:10+08:00", region: cn, uses: [中国移动, 工商银行, 支付宝], gone: [] }
signs: [{ at: "2026-11-28T14:50+08:00", sign: "对方自称京东客服打来电话" }, { at: "2026-11-28T15:00+08:00", sign: "我把5万从工商银行转到了安全账户，发现被骗" }]`,
    first: ["police-cn"],
    second: ["icbc"],
    says: "made a payment myself",
    saysNot: "not me",
    never: /suspended|frozen|blocked|not enter/,
  },
  {
    name: "Britain: a transfer to a false bank; one's own bank by 159, then Report Fraud",
    source: "santander.co.uk, how APP fraud claims are managed",
    told: `incident: { at: "2026-11-28T15:10+00:00", region: gb, uses: [Barclays, EE], gone: [] }
signs: [{ at: "2026-11-28T15:00+00:00", sign: "I transferred 4000 myself to someone pretending to be the bank" }]
helpers: [{ id: son }]`,
    first: ["barclays"],
    saysNot: "not me",
    never: /suspended|frozen|blocked|not enter/,
  },
  {
    name: "Korea: 112 has the payment stopped",
    source: "KBS, as copied",
    told: `incident: { at: "2026-11-28T15:10+09:00", region: kr, uses: [SK텔레콤, KB국민은행], gone: [] }
signs: [{ at: "2026-11-28T15:00+09:00", sign: "i sent 3 million won to a scammer" }]`,
    first: ["police-kr"],
    second: ["kb-kookmin"],
    saysNot: "not me",
    never: /suspended|frozen|blocked|not enter/,
  },
  {
    name: "India: sent after a call of a false officer; 1930 holds it bank by bank",
    source: "indianexpress.com, with the helpline 1930",
    told: `incident: { at: "2026-11-28T15:10+05:30", region: in, uses: [Airtel, HDFC Bank], gone: [] }
signs: [{ at: "2026-11-28T13:00+05:30", sign: "a man called and said I am under digital arrest" }, { at: "2026-11-28T15:00+05:30", sign: "I transferred 2 lakh to the account they gave me" }]`,
    first: ["cyber-helpline-in"],
    second: ["hdfc-bank"],
    saysNot: "not me",
    never: /suspended|frozen|blocked|not enter/,
  },
  {
    name: "Mangaluru, a whole day on the telephone, a deposit broken and sent by RTGS; the neighbour hears of it",
    source: "deccanherald.com, of 2025-10-23",
    told: `incident: { at: "2026-10-23T18:30+05:30", region: in, uses: [Canara Bank, Jio], gone: [] }
signs: [{ at: "2026-10-23T10:00+05:30", sign: "somebody called and said there is an arrest warrant against me, police and a judge on WhatsApp video" }, { at: "2026-10-23T15:00+05:30", sign: "I broke my fixed deposit and sent 17 lakh by RTGS to an RBI account for verification" }]
helpers: [{ id: neighbour }]`,
    first: ["cyber-helpline-in"],
    second: ["canara"],
    saysNot: "not me",
    never: /suspended|frozen|blocked|not enter/,
  },
  {
    name: "Nottingham, a false officer of the Met, cash drawn for an operation and fetched at the door",
    source: "emcrc.co.uk, of a January",
    told: `incident: { at: "2026-01-24T16:10+00:00", region: gb, uses: [NatWest], gone: [] }
signs: [{ at: "2026-01-24T11:00+00:00", sign: "a man rang mum and said he was from the Met police, her bank is under investigation" }, { at: "2026-01-24T15:30+00:00", sign: "she withdrew 7,000 in cash for them and someone picked it up from her door" }]
helpers: [{ id: daughter }]`,
    first: ["police-gb"],
    says: "hand over cash",
    saysNot: "not me",
    never: /suspended|give-nothing|look-there/,
  },
  {
    name: "Binzhou, a shared screen for a false insurance, then a deposit that should come back; nobody answers any more",
    source: "paper.bzrb.net, 2023-08-29",
    told: `incident: { at: "2026-08-15T21:10+08:00", region: cn, uses: [微信, 中国建设银行], gone: [] }
signs: [{ at: "2026-08-15T15:00+08:00", sign: "自称客服说百万保障到期要扣800，让我下载了会议软件并开启屏幕共享" }, { at: "2026-08-15T16:00+08:00", sign: "扫他的码转了76元，又退回来了，后来又转了22848元保证金" }]`,
    first: ["police-cn"],
    saysNot: "It was not me",
    never: /suspended|not enter/,
  },
];

/** Nothing was seen in these but that somebody paid. */
const onlyPaid = cases.filter(({ told }) => !told.includes("屏幕共享"));

describe("a payment of the owner's own", () => {
  test.each(cases)("$name", (each) => {
    checkCase(each, shipped);
  });

  test("R7 what the owner paid is never said not to be the owner's, in either language, and nothing is blocked for it", () => {
    for (const { told } of onlyPaid)
      for (const lang of ["en", "zh"] as const) {
        const { next, then } = answerTo(told, shipped, lang);
        for (const { kind, say, because, action } of [...next, ...then]) {
          expect(say).not.toMatch(/\bnot me\b|不是我本人/);
          if (kind !== "block" || /^money-held/.test(action)) continue;
          expect(because).toMatch(/^Only if you also gave|^只有当你还把/);
        }
      }
  });

  test("with a screen that was shared, the payment is called back and the rest stopped, and each is told as it was", () => {
    const { before, next, then } = answerTo(
      `incident: { at: "2026-11-28T15:10+08:00", region: cn, uses: [中国移动, 招商银行], gone: [] }
signs: [{ at: "2026-11-28T14:50+08:00", sign: "对方自称抖音客服，让我下载会议软件开了屏幕共享" }, { at: "2026-11-28T15:00+08:00", sign: "他让我转了2万过去，我才发现被骗" }]
helpers: [{ id: husband }]`,
      shipped,
      "zh",
    );
    expect(before.join()).toContain("飞行模式");
    expect(next.map(({ institution }) => institution)).toEqual(["police-cn", "cmb"]);
    expect(next[1]?.say).toContain("自己把钱付给了对方");
    expect([...next, ...then].find(({ kind }) => kind === "call-back")?.say).toContain("请同时停掉");
  });
});

const gb = (
  sign: string,
) => `incident: { at: "2026-11-28T15:10+00:00", region: gb, uses: [Lloyds, Coinbase], gone: [] }
signs: [{ at: "2026-11-28T15:00+00:00", sign: "${sign}" }]`;

test.each([
  ["I read the numbers of three gift cards to a scammer", "call-back(gift-cards)", ""],
  ["I sent 0.4 bitcoin to a scammer", "call-back(crypto)", "coinbase"],
  ["a man from the police came and collected 8,000 in cash", "report-it", "police-gb"],
  ["a scammer talked me into sending 5,000", "call-back(transfer)", ""],
] as const)("%s", (sign, action, institution) => {
  const [first] = answerTo(gb(sign), shipped).next;
  expect([first?.action, first?.institution]).toEqual([action, institution]);
});

test("terms run from the payment where the catalogue knows some, and are told in the reason", () => {
  const told = (region: string, uses: string) => {
    const { next, then } = answerTo(
      `incident: { at: "2026-11-28T15:10+00:00", region: ${region}, uses: [${uses}], gone: [] }
signs: [{ at: "2026-11-28T15:00+00:00", sign: paid, on: ${uses} }]`,
      shipped,
    );
    return [...next, ...then].map(({ because }) => because).join();
  };
  expect(told("gb", "Barclays")).toContain("13 months");
  expect(told("br", "Nubank")).toContain("80 days");
  expect(told("cn", "工商银行")).toContain("at a cash machine leaves only after 24 hours");
  expect(told("kr", "KB국민은행")).toContain("confirmation of the police within three working days");
  expect(told("jp", "みずほ銀行")).toContain("notice of 60 days");
  expect(told("fr", "Fortuneo")).not.toContain("Terms");
});

test("what was called is not told again, and what was done of a counsel is understood", () => {
  const answer = answerTo(
    `${cases[1]?.told}\ndone: [{ at: "2026-11-28T15:05+00:00", action: call-back(transfer) }]`,
    shipped,
  );
  expect(answer.next[0]?.kind).toBe("pay-no-more");
  expect(answer.coverage.unknownWords).toEqual([]);
});

test("what holds the money by a form comes after the call to one's own bank, and before what only follows", () => {
  const { next, then } = answerTo(
    `incident: { at: "2026-11-28T15:10+07:00", region: id, uses: [BCA], gone: [] }
signs: [{ at: "2026-11-28T15:00+07:00", sign: "I sent 4000000 to a scammer" }]`,
    shipped,
  );
  expect([...next, ...then].slice(0, 3).map(({ institution, kind }) => institution + kind)).toEqual([
    "bcacall-back",
    "iasc-idblock",
    "pay-no-more",
  ]);
  expect(then[0]?.title).not.toMatch(/^Call/);
});

test("nobody is asked to stop a payment out of a place nothing was paid from", () => {
  const { next, then } = answerTo(cases[0]?.told ?? "", shipped);
  const holding = [...next, ...then].filter(({ effects }) =>
    effects.some((each) => each.startsWith("money-held")),
  );
  expect(holding).toHaveLength(1);
  expect(holding[0]?.theyAsk.join()).not.toContain("wallet");
  expect(holding[0]?.effects.join()).not.toContain("account.wallet");
});
