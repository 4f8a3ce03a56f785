/**
 * Twelve more nights of strangers, of countries of which nobody has read a bank, told in words of their own; and what else
 * was found when the plan was tried on them. Reports are named; nothing is copied.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { isEveryday } from "../../src/respond/everyday.ts";
import { institutionMeant } from "../../src/respond/institution-meant.ts";
import { answerTo, checkCase, type StrangersCase } from "../kit/incidents.ts";
import { readShipped, type Shipped } from "../kit/shipped.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});

const cases: readonly StrangersCase[] = [
  {
    name: "Sweden, a voice of the insurer's bank, BankID behaves oddly, the savings are gone by Swish",
    source: "expressen.se, of 2017-09-22",
    told: `incident: { at: "2026-09-22T16:20+02:00", since: "2026-09-22T15:50+02:00", region: se, uses: [Länsförsäkringar, Telia], gone: [] }
notes:
  - { at: "2026-09-22T15:50+02:00", note: "a man rang and said he was from Länsförsäkringar, unusual activity on my account" }
  - { at: "2026-09-22T16:00+02:00", note: "I tried to log in to the bank while he talked, BankID and the card reader behaved oddly" }
  - { at: "2026-09-22T16:15+02:00", note: "The savings account is empty, 120,000 kronor were moved to my current account and swished away" }
has: [phone, sim]`,
    first: ["lansforsakringar"],
    never: /suspended|erased|lost-mode/,
  },
  {
    name: "Uganda, a phone stolen at a concert, the bank and the mobile money emptied; the carrier does not pick up",
    source: "allafrica.com, 2022-12-09",
    told: `incident: { at: "2026-12-04T23:50+03:00", since: "2026-12-04T21:30+03:00", region: ug, uses: [MTN MoMo, MTN, Stanbic], gone: [phone] }
notes:
  - { at: "2026-12-04T23:30+03:00", note: "My phone was stolen at a concert" }
  - { at: "2026-12-04T23:40+03:00", note: "they got into the bank app and sent themselves 4 million, from Stanbic to MTN MoMo numbers" }
  - { at: "2026-12-04T23:45+03:00", note: "rang MTN twice, nobody picks up" }
helpers: [{ id: brother, has: [phone] }, { id: doorman, has: [] }]`,
    first: ["stanbic-ug", "mtn-momo-ug"],
    never: /suspended|give-nothing/,
  },
  {
    name: "Vietnam, a false official and an app from a link, four transfers",
    source: "e.vnexpress.net, 2023-11-28",
    told: `incident: { at: "2026-11-05T15:30+07:00", since: "2026-11-05T14:10+07:00", region: vn, uses: [Vietcombank, Viettel], gone: [] }
notes:
  - { at: "2026-11-05T14:10+07:00", note: "Somebody from the ward office called and made me install an app from a link for my identity" }
  - { at: "2026-11-05T15:20+07:00", note: "Vietcombank shows four transfers, 20 million dong altogether, and I made none of them" }
has: [phone, sim]`,
    first: ["vietcombank"],
    says: "controlling my phone remotely",
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "Colombia, a wallet blocked after wrong passwords, an adviser who rings, the balance drawn at a machine",
    source: "semana.com, 2025-08-19",
    told: `incident: { at: "2026-08-18T18:30-05:00", since: "2026-08-18T14:00-05:00", region: co, uses: [Nequi, Bancolombia, Tigo], gone: [] }
notes:
  - { at: "2026-08-18T14:00-05:00", note: "Nequi says my account is blocked after failed attempts to get in" }
  - { at: "2026-08-18T15:10+00:00", note: "an adviser from Nequi rang and told me to wait three hours" }
  - { at: "2026-08-18T18:20-05:00", note: "now I am in and the balance is zero, everything was drawn at a cash machine" }
has: [phone, sim]`,
    first: ["nequi"],
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "Turkey, an advertisement of the bank, card details and a code typed in",
    source: "sabah.com.tr, 2025-09-20",
    told: `incident: { at: "2026-09-10T13:05+03:00", region: tr, uses: [Garanti BBVA, Turkcell], gone: [] }
notes:
  - { at: "2026-09-10T12:10+03:00", note: "I saw an advert of my bank about a refund, typed in my card number, password and my mother's maiden name" }
  - { at: "2026-09-10T12:12+03:00", note: "then I entered the six digit code they sent" }
  - { at: "2026-09-10T13:00+03:00", note: "11,000 lira were taken from my card and the bank says it is not theirs" }
has: [phone, sim]`,
    first: ["garanti-bbva"],
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "Portugal, a pram for sale, the buyer's number put in at a cash machine",
    source: "visao.sapo.pt, 2019-11-12",
    told: `incident: { at: "2026-05-20T19:15+01:00", since: "2026-05-20T18:00+01:00", region: pt, uses: [Caixa Geral de Depósitos, MEO], gone: [] }
notes:
  - { at: "2026-05-20T18:00+01:00", note: "I was selling a pram on OLX and the buyer talked me through MB Way at a cash machine, I put in his phone number and a code" }
  - { at: "2026-05-20T19:05+01:00", note: "Three withdrawals of 200 euro from my Caixa account that are not mine" }
  - { at: "2026-05-20T19:10+01:00", note: "the pram is still in the hall" }
has: [phone, sim]
helpers: [{ id: mother, has: [] }]`,
    first: ["cgd-pt", "mb-way"],
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "Hong Kong, rent paid in advance to a landlord whose chat app was taken over; the bank keeps him waiting",
    source: "etnet.com.hk, 2025-10-16",
    told: `incident: { at: "2026-10-14T20:40+08:00", since: "2026-10-14T18:30+08:00", region: hk, uses: [滙豐, 中國移動香港], gone: [] }
notes:
  - { at: "2026-10-14T18:30+08:00", note: "業主WhatsApp我話預繳三個月租有優惠，我用轉數快過咗四萬二蚊俾佢" }
  - { at: "2026-10-14T20:30+08:00", note: "打俾業主先知佢個WhatsApp俾人騎劫咗，條數根本唔係佢收" }
  - { at: "2026-10-14T20:35+08:00", note: "打去滙豐等咗廿分鐘都未有人聽" }
has: [手機, 手機卡]`,
    first: ["police-hk", "hsbc-hk"],
    never: /suspended|erased|blocked|frozen/,
  },
  {
    name: "Hong Kong, a code typed in, the chat app lost, friends asked for a loan on a walk",
    source: "on.cc, 2018-01-25",
    told: `incident: { at: "2026-01-22T17:20+08:00", since: "2026-01-22T12:00+08:00", region: hk, uses: [WhatsApp, 恒生銀行], gone: [] }
notes:
  - { at: "2026-01-22T12:00+08:00", note: "WhatsApp彈出話要驗證，我輸入咗個驗證碼" }
  - { at: "2026-01-22T12:05+08:00", note: "之後登入唔到WhatsApp" }
  - { at: "2026-01-22T17:00+08:00", note: "太太同行山朋友都收到我個號碼發嘅訊息，話要借三萬" }
  - { at: "2026-01-22T17:10+08:00", note: "今日行山落雨" }
has: [手機, 手機卡]`,
    first: ["whatsapp"],
    never: /suspended|erased|blocked|give-nothing/,
  },
  {
    name: "Taiwan, false customer service and a dozen test transfers; the bank's line is engaged",
    source: "tw.news.yahoo.com, 2026-01-21",
    told: `incident: { at: "2026-01-21T22:30+08:00", since: "2026-01-21T19:00+08:00", region: tw, uses: [國泰世華, 中華電信], gone: [] }
notes:
  - { at: "2026-01-21T19:00+08:00", note: "收到一封訂單已完成的信，按了問題回報就加到假客服的LINE" }
  - { at: "2026-01-21T21:00+08:00", note: "經理叫我用網路銀行做轉帳測試，我陸續轉了十幾筆，一共一百七十幾萬" }
  - { at: "2026-01-21T22:20+08:00", note: "他叫我先不要開網銀，我才發現被騙" }
  - { at: "2026-01-21T22:25+08:00", note: "打給國泰世華客服，一直忙線中" }
has: [手機, 手機卡]`,
    first: ["police-tw", "cathay-united"],
    never: /suspended|erased|blocked|frozen/,
  },
  {
    name: "Taiwan, a wallet picked at the night market, then the card is used",
    source: "jrf.org.tw, what to do about lost cards at night",
    told: `incident: { at: "2026-03-07T01:15+08:00", since: "2026-03-06T22:00+08:00", region: tw, uses: [中國信託, 玉山銀行, 台灣大哥大], gone: [] }
notes:
  - { at: "2026-03-06T23:30+08:00", note: "皮夾在夜市被扒走了，身分證和金融卡都在裡面" }
  - { at: "2026-03-07T01:05+08:00", note: "中國信託傳簡訊說刷卡消費八千六，我人在家裡，不是我刷的" }
  - { at: "2026-03-07T01:10+08:00", note: "室友回來了" }
has: [手機, 手機卡]
helpers: [{ id: 室友, has: [] }]`,
    first: ["ctbc"],
    never: /suspended|erased/,
  },
  {
    name: "Xi'an, a phone lost at night and missed for three days, the card spent in shops; the bank keeps him waiting",
    source: "sn.cri.cn, 2017-12-25",
    told: `incident: { at: "2026-11-24T11:00+08:00", since: "2026-11-21T03:00+08:00", region: cn, uses: [中国联通, 工商银行, 支付宝, 微信, 京东, 美团], gone: [手机] }
done: [{ at: "2026-11-24T10:20+08:00", action: "control(line.main)", result: done }]
notes:
  - { at: "2026-11-21T03:00+08:00", note: "喝多了回家路上手机掉了" }
  - { at: "2026-11-24T10:20+08:00", note: "在营业厅补了卡，号码已经在我的新手机上" }
  - { at: "2026-11-24T10:50+08:00", note: "工商银行卡在京东、美团被刷了两万五千多，支付宝里两万三也没了" }
  - { at: "2026-11-24T10:55+08:00", note: "打工商银行客服，让我排队等了半小时没人接" }
has: [手机卡]`,
    first: ["alipay", "icbc"],
    never: /suspended|give-nothing/,
  },
  {
    name: "Zhengzhou, the phone is back on the desk, and a loan was taken through it",
    source: "jizihe.com, 2018-01-04",
    told: `incident: { at: "2026-06-16T15:10+08:00", since: "2026-06-16T09:30+08:00", region: cn, uses: [支付宝, 建设银行, 中国移动], gone: [] }
notes:
  - { at: "2026-06-16T09:30+08:00", note: "早上出门手机找不到了，下午回来又在办公桌上" }
  - { at: "2026-06-16T15:00+08:00", note: "支付宝借呗被人借了五千和三千，钱已经转走提现了" }
  - { at: "2026-06-16T15:05+08:00", note: "领导催我交报表" }
has: [手机, 手机卡]`,
    first: ["alipay"],
    never: /suspended|erased|lost-mode/,
  },
];

describe("what the report shows right comes first, and nothing that was told goes in silence", () => {
  test.each(cases)("$name", (each) => {
    const { taken, notUnderstood } = checkCase(each, shipped);
    const notes = each.told.match(/note:/g)?.length ?? 0;
    const told = [...taken, ...notUnderstood].filter(({ list }) => list === "notes");
    expect(new Set(told.map(({ index }) => index)).size).toBe(notes);
  });
});

describe("a call that came to nothing", () => {
  const told = (
    note: string,
    at = "2026-05-14T23:30+01:00",
  ) => `incident: { at: "2026-05-14T23:40+01:00", since: "2026-05-14T22:50+01:00", region: pt, uses: [Vodafone, Millennium BCP, MB Way], gone: [phone], phone: { lock: locked, on: true } }
notes:
  - { at: "2026-05-14T22:48+01:00", note: "somebody was looking over my shoulder on the metro when I typed my passcode, then the phone was snatched" }
  - { at: "2026-05-14T23:20+01:00", note: "MB Way sent 450 euros to somebody, I see it on my wife's tablet" }
  - { at: "${at}", note: "${note}" }
helpers: [{ id: wife, has: [tablet] }]`;

  test.each([
    "Called Vodafone, the line was closed for the night",
    "rang Vodafone and nobody picks up",
    "Vodafone's hotline says call back tomorrow",
    "打给Vodafone没人接",
  ])("%s: it is used, and what can be done elsewhere goes first", (note) => {
    const { next, then, notUnderstood } = answerTo(told(note), shipped);
    expect(["mb-way", "millennium-bcp"]).toContain(next[0]?.institution);
    expect(notUnderstood).toEqual([]);
    const acts = [...next, ...then];
    const at = acts.findIndex(({ institution }) => institution === "vodafone-pt");
    expect(at).toBeGreaterThan(1);
    expect(acts[at]?.because).toMatch(/Nobody was there at 23:30|Nobody answered at 23:30/);
  });

  test("R9 once it is worth trying again, and not before, the line counts as any other", () => {
    const first = answerTo(told("rang Vodafone, no answer", "2026-05-14T22:55+01:00"), shipped).next[0];
    expect(first?.because).not.toContain("Nobody answered");
    const before = answerTo(told("rang Vodafone, no answer"), shipped).next[0];
    expect(before?.institution).not.toBe("vodafone-pt");
  });

  test("told in `done` it is as good as in a note, and no word nobody understood", () => {
    const incident = `incident: { at: "2026-05-14T23:40+01:00", since: "2026-05-14T22:50+01:00", region: pt, uses: [Vodafone, Millennium BCP], gone: [phone] }
done: [{ at: "2026-05-14T23:30+01:00", action: called, on: Vodafone, result: no-answer }]`;
    const { next, coverage } = answerTo(incident, shipped);
    expect(next[0]?.institution).not.toBe("vodafone-pt");
    expect(coverage.unknownWords).toEqual([]);
  });
});

test("whoever knows how to open the phone has it open, whatever its lock", () => {
  const told = (
    note: string,
  ) => `incident: { at: "2026-05-14T23:40+01:00", region: gb, uses: [Barclays], gone: [phone], phone: { lock: locked } }
notes: [{ at: "2026-05-14T23:00+01:00", note: "${note}" }]`;
  const says = (note: string) => answerTo(told(note), shipped).taken.map(({ isOpen }) => isOpen);
  expect([says("he watched me type my passcode"), says("他偷看到我的锁屏密码")]).toEqual([[true], [true]]);
});

describe("somebody of another country", () => {
  const acts = (told: string) => {
    const { next, then } = answerTo(told, shipped);
    return [...next, ...then];
  };

  test("a namesake elsewhere is not taken for hers: her own kind, under the name she wrote, and no foreign number", () => {
    for (const [region, name] of [
      ["ml", "MTN MoMo"],
      ["mz", "M-PESA"],
      ["hr", "Vodafone"],
    ] as const) {
      const all =
        acts(`incident: { at: "2026-05-14T10:40+03:00", region: ${region}, uses: [${name}], gone: [phone] }
signs: [{ at: "2026-05-14T10:20+03:00", sign: money gone, on: ${name} }]`);
      const hers = all.filter(({ institutionName }) => institutionName === name);
      expect(hers.length).toBeGreaterThan(0);
      for (const { contact, institution } of hers) expect([institution, contact]).toEqual([name, []]);
      for (const { institutionName } of all) expect(institutionName).not.toMatch(/Africa|Kenya|UK|Ghana/);
    }
  });

  test.each([
    ["th", "支付宝", "alipay"],
    ["th", "中国移动", "china-mobile"],
    ["my", "微信", "wechat-tenpay"],
    ["sg", "支付宝", "alipay"],
    ["ng", "Wise", "wise"],
    ["es", "Lloyds", "lloyds"],
    ["jp", "中国银行", "boc-cn"],
  ])("on a journey in %s %s is the one that is called so", (region, name, id) => {
    expect(institutionMeant(shipped.catalog, name, region)?.id).toBe(id);
  });

  test("what is not in the same words is nobody's, wherever it is", () => {
    for (const name of ["My Bank", "my-bank", "mybank", "MYBANK", "MyBank"])
      expect(institutionMeant(shipped.catalog, name, "pl")).toBe(undefined);
    // Where somebody is called so, or it is said which, it is a name.
    expect(institutionMeant(shipped.catalog, "mybank", "cn")?.id).toBe("mybank-cn");
    expect(institutionMeant(shipped.catalog, "mybank-cn", "pl")?.id).toBe("mybank-cn");
    expect(institutionMeant(shipped.catalog, "mbank", "pl")?.id).toBe("mbank-pl");
  });

  test("whoever says where it is means that one", () => {
    const [first] =
      acts(`incident: { at: "2026-05-14T10:40+01:00", region: hr, uses: [Vodafone UK], gone: [phone] }
signs: [{ at: "2026-05-14T10:20+01:00", sign: stranger-answers, on: number }]`);
    expect(first?.institution).toBe("vodafone-uk");
  });

  test("cash that is on its way is for the number of the country, where the catalogue knows one", () => {
    const told = (
      region: string,
    ) => `incident: { at: "2026-05-14T10:40+01:00", region: ${region}, uses: [], gone: [] }
notes: [{ at: "2026-05-14T10:20+01:00", note: "I handed 5000 in cash to a courier who said he was from the police" }]`;
    const tels = (region: string) => acts(told(region))[0]?.contact.flatMap(({ tel }) => tel ?? []);
    expect(["it", "ch", "au", "nz", "us", "ug", "hk", "tw"].map(tels)).toEqual([
      ["112"],
      ["112"],
      ["000"],
      ["111"],
      ["911"],
      ["999"],
      ["18222", "999"],
      ["165", "110"],
    ]);
    expect(acts(told("ly"))[0]?.because).toContain("emergency number of where you are");
  });
});

describe("a place whose name tells nothing is what is told of it", () => {
  const kindsOf = (told: string) => {
    const { next, then } = answerTo(told, shipped);
    return [...next, ...then].map(({ action, institutionName }) => `${action} ${institutionName}`);
  };

  test("money gone from it makes it a bank, and a SIM card a carrier; of one nobody listed, the word for it does", () => {
    for (const [uses, bank, carrier] of [
      ["[]", "my bank Zentrix", "Kordal is my carrier, Kordal"],
      ["[Zentrix, Kordal]", "Zentrix", "Kordal"],
    ] as const) {
      const all = kindsOf(`incident: { at: "2026-05-14T10:40+01:00", region: ie, uses: ${uses}, gone: [] }
notes:
  - { at: "2026-05-14T10:20+01:00", note: "money is gone from ${bank}, 2000 euro I did not send" }
  - { at: "2026-05-14T10:30+01:00", note: "${carrier} says my SIM was replaced this morning" }`);
      expect(all[0]).toBe("blocked(card.bank) Zentrix");
      expect(all).toContain("suspended(line.main) Kordal");
    }
  });

  test.each([
    ["[EE, Barclays]", "David said my number was stopped", "David"],
    ["[EE, Barclays]", "Peter texted that the line was dead", "Peter"],
    ["[EE, Barclays]", "Tom confirms my number rings", "Tom"],
    ["[EE, Barclays]", "200 people gone from Leeds", "Leeds"],
    ["[EE, Barclays]", "money taken from Grandma's purse in Tesco", "Grandma"],
    ["[EE, Barclays]", "Money gone from Zentrix. Called them, no answer", "Zentrix"],
    ["[Zentrix]", "Called Zentrix, waited on the line", "Zentrix"],
    ["[众优]", "众优的信号不好，余额没了", "suspended(line.main) 众优"],
  ])("%s, %s: nobody is made a carrier or a bank of it", (uses, note, name) => {
    const all = kindsOf(`incident: { at: "2026-05-14T10:40+01:00", region: gb, uses: ${uses}, gone: [phone] }
notes: [{ at: "2026-05-14T10:20+01:00", note: "${note}" }]`).filter((each) => !each.startsWith("ask-unread"));
    expect(all.join()).not.toContain(name);
  });

  test("a town that money was drawn in is no bank", () => {
    const all = kindsOf(`incident: { at: "2026-05-14T10:40+01:00", region: ie, uses: [], gone: [] }
notes: [{ at: "2026-05-14T10:20+01:00", note: "an ATM withdrawal of 400 euro in Leeds, I live in Kent" }]`);
    expect(all.join()).not.toMatch(/Leeds|Kent/);
  });
});

describe("helpers", () => {
  const told = (
    has: string,
  ) => `incident: { at: "2026-05-14T10:40+01:00", region: gb, uses: [Barclays, EE], gone: [phone] }
helpers: [{ id: wife${has} }]`;
  const tasks = (has: string) =>
    answerTo(told(has), shipped).next.flatMap(({ helper, channel }) => (helper === "wife" ? [channel] : []));

  test("R3 who has no phone makes no call; of whom nobody said what they have, a phone is taken for granted", () => {
    expect(tasks(", has: []")).toEqual([]);
    expect(tasks(", has: [car]")).toEqual([]);
    expect(tasks("")).toEqual(["phone"]);
    expect(tasks(", has: [phone]")).toEqual(["phone"]);
    expect(tasks(", has: [手机]")).toEqual(["phone"]);
    expect(tasks(", has: [laptop]")).not.toContain("phone");
    expect(tasks(", has: [MacBook]")).not.toContain("phone");
    expect(tasks(", has: [headphones]")).toEqual([]);
    for (const has of ["Android", "cell", "Samsung", "两部"])
      expect(tasks(`, has: [${has}]`)).toEqual(["phone"]);
  });
});

test.each([
  "everything is being drained",
  "thieves are still in the house",
  "mein Konto wurde leergeräumt",
  "淘宝有人下单",
  "she got mugged at the bus stop",
  "TeamViewer popped up",
  "fingerprint was added",
  "he installed something",
  "家里来了个人把金条拿走了",
  "对方让我下载了一个东西",
  "共享了画面",
  "有人用我的脸做了识别",
])("%s is no note of the day", (text) => {
  expect(isEveryday(text, [])).toBe(false);
});

test("what speaks of no such night is kept as a note, and asks for no answer", () => {
  const { notUnderstood } = answerTo(
    `incident: { at: "2026-05-14T10:40+01:00", region: gb, uses: [Barclays], gone: [] }
notes:
  - { at: "2026-05-14T10:00+01:00", note: "money gone from Barclays" }
  - { at: "2026-05-14T10:05+01:00", note: "10:05 waited on hold" }
  - { at: "2026-05-14T10:20+01:00", note: "wife is back home" }
  - { at: "2026-05-14T10:22+01:00", note: "孩子睡了" }
  - { at: "2026-05-14T10:25+01:00", note: "the card behaves oddly" }`,
    shipped,
  );
  expect(notUnderstood.map(({ isEveryday }) => isEveryday ?? false)).toEqual([true, true, true, false]);
  expect(notUnderstood[0]?.says).not.toContain("Not understood");
  expect(notUnderstood[3]?.says).toContain("Not understood");
});
