/**
 * Nights as the press of many countries told them, each at several moments: what was done in life and helped comes first,
 * and what would have done nothing, or harm, is not among the first three.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { readYaml } from "../../src/catalog/index.ts";
import { readIncident } from "../../src/respond/index.ts";
import { answerTo, checkCase, type StrangersCase } from "../kit/incidents.ts";
import { readShipped, type Shipped } from "../kit/shipped.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});

const told = (head: string, ...notes: readonly string[]) =>
  `incident: { at: "2026-11-28T21:30+08:00", gone: [], ${head} }
notes:
${notes.map((note, i) => `  - { at: "2026-11-28T21:${10 + i}+08:00", note: "${note}" }`).join("\n")}`;

const cases: readonly StrangersCase[] = [
  {
    name: "Adelaide: no service, and that is all: it may be the bill",
    source: "oversixty.com.au, 2019",
    told: told(
      "region: au, uses: [Optus, Gmail, Commonwealth Bank]",
      "my phone suddenly lost all service, it is Friday evening",
    ),
    first: ["optus"],
    never: /erased|give-nothing|lost-mode/,
  },
  {
    name: "Adelaide, later: the mail's password is changed",
    source: "oversixty.com.au, 2019",
    told: told(
      "region: au, uses: [Optus, Gmail, Commonwealth Bank]",
      "my phone suddenly lost all service, I thought it was the bill",
      "my Gmail password has been changed",
    ),
    first: ["optus"],
    never: /erased|give-nothing|find-out/,
  },
  {
    name: "Adelaide, last: money is gone from the joint account",
    source: "oversixty.com.au, 2019",
    told: told(
      "region: au, uses: [Optus, Gmail, Commonwealth Bank]",
      "my phone suddenly lost all service, I thought it was the bill",
      "my Gmail password has been changed",
      "8,500 has been taken from our joint account at Commonwealth Bank",
    ),
    first: ["commbank", "optus"],
    never: /erased|give-nothing|find-out/,
  },
  {
    name: "Tianhe: a mother of 82 on the line behind a closed door; the police at the door stopped it",
    source: "ayyl.com.cn, of the police of Guangzhou",
    told: told(
      "region: cn, uses: [中国移动, 工商银行]",
      "我妈八十二岁，把自己关在房间里跟自称公安的人打电话，叫她把二十万转到安全账户，敲门不开",
      "我在外面上班，打她手机一直打不通",
    ),
    first: ["police-cn"],
    says: "Nothing is paid yet",
    never: /suspended|erased|call-back|give-nothing|money-held/,
  },
  {
    name: "the same in Britain, told by somebody two hours away",
    source: "ayyl.com.cn, by its shape",
    told: told(
      "region: gb, uses: [EE, Barclays]",
      "my mum is on the phone right now with someone who says he is from the police and wants her to move her savings to a safe account",
      "she has not sent anything yet",
    ),
    first: ["police-gb"],
    never: /suspended|erased|call-back|give-nothing|money-held/,
  },
  {
    name: "Taizhimiao: a child with the father's phone, a meeting app, the screen shared",
    source: "jicengwang.cn, 2025-10-22",
    told: told(
      "region: cn, uses: [中国移动, 农业银行, 支付宝, 微信]",
      "女儿拿我的手机领游戏皮肤，按对方要求下载了腾讯会议，开了屏幕共享",
      "把收到的验证码也给他看了，我的银行卡被扣了一万四千多",
    ),
    first: ["abc-cn", "police-cn", "emergency-110"],
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "Yinzu: a child's tablet, a false fine, the mother's face, two payments of her chat wallet",
    source: "wxredian.com, of the police of Yinzu",
    told: told(
      "region: cn, uses: [中国移动, 农业银行, 支付宝, 微信]",
      "孩子用平板加了个QQ群，对方说她领皮肤违规要罚款，让她扫码，找她妈刷了脸",
      "孩子妈妈微信里转出去两笔，5000和1997.52，聊天记录都删了",
    ),
    first: ["wechat-tenpay", "police-cn", "emergency-110"],
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "Zhenjiang: the shop's credit and the bank card; the police rang both, and the loan came back",
    source: "扬子晚报, 2023-03-05",
    told: told(
      "region: cn, uses: [中国移动, 建设银行, 支付宝, 抖音, 云闪付]",
      "孩子拿我手机，照对方说的下载了云闪付，绑定了支付宝和抖音，验证码也告诉他了",
      "建设银行卡里少了1.6万，抖音月付被贷了2.9万",
    ),
    first: ["douyin", "ccb", "police-cn"],
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "Shenzhen: a loan at two in the night, and a phone that works by itself",
    source: "senqingzn.com, 2025",
    told: told(
      "region: cn, uses: [中国移动, 招商银行, 分期乐, 数字人民币]",
      "手机银行里多了一笔49920元，是分期乐半夜两点放的贷款，不是我借的",
      "这几天凌晨被数字人民币钱包转走了七笔，一共29983元",
      "手机没人碰自己亮了，自己输密码转账",
    ),
    first: ["digital-yuan", "cmb", "police-cn"],
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "Yokohama: the code told, three cards to a false officer",
    source: "datazoo.jp, of a broadcast on Itabashi and Yokohama",
    told: told(
      "region: jp, uses: [ドコモ, ゆうちょ銀行, 三菱UFJ銀行]",
      "a woman rang my father and said she was from the police, his cash cards were forged, he told her the PIN",
      "then a man came to the door and he handed over three cash cards",
    ),
    first: ["yucho", "mufg", "police-jp"],
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "Leiden: cards taken at the door; blocked at 13:01, drawn at 13:00",
    source: "nu.nl and Omroep West, 2022-05",
    told: told(
      "region: nl, uses: [KPN, Knab]",
      "a man phoned, he said he was from Knab and criminals could get at our money",
      "his colleague came to the door with the password 1312 and took our bank cards down to his van to scan them, he drove off",
    ),
    first: ["knab"],
    never: /suspended|erased|give-nothing|look-there/,
  },
  {
    name: "Borne: card and tablet to a young man, the money goes abroad",
    source: "rtvoost.nl, 2021-10",
    told: told(
      "region: nl, uses: [ING, KPN]",
      "somebody from ING rang, my bank card was dirty and had to be cleaned",
      "a young man came and I gave him my bank card and my iPad",
      "4,500 euros have gone from my ING account to a German account",
    ),
    first: ["ing-nl"],
    never: /erased|give-nothing/,
  },
  {
    name: "Singapore: a friend paid what nobody asked for, on a chat app that still works",
    source: "straitstimes.com, 2023-11-02",
    told: told(
      "region: sg, uses: [Singtel, DBS, WhatsApp]",
      "a friend rang: I asked him on WhatsApp for a loan of 3,500 and he paid, I never wrote that",
    ),
    first: ["whatsapp"],
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "Mangaluru: a refund, a remote desk app, the wife's account; 1930 was rung at once",
    source: "The Hindu, 2022-12-10",
    told: told(
      "region: in, uses: [Jio, Canara Bank]",
      "a man from the shop called about my refund and asked me to install a remote desk app, I gave him the passcode of it",
      "4,999, 7,190 and 4,400 went out of my wife's Canara Bank account",
    ),
    first: ["canara", "cyber-helpline-in"],
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "Mangaluru, earlier: he still sees the screen",
    source: "The Hindu, 2022-12-10",
    told: told(
      "region: in, uses: [Jio, Canara Bank]",
      "he is still on the line and sees my screen, he wants me to open the Canara app",
    ),
    first: ["canara", "cyber-helpline-in"],
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "United States: the SIM swapped at 9:06, coins bought with the debit card",
    source: "quadrigainitiative.com, of May 2020",
    told: told(
      "region: us, uses: [AT&T, Coinbase, Bank of America]",
      "my phone says no service, AT&T says somebody called at 9:06 and swapped my SIM card",
      "they reset my Coinbase password and bought Bitcoin with my debit card",
    ),
    first: ["coinbase", "att", "bank-of-america"],
    never: /erased|give-nothing|find-out/,
  },
  {
    name: "Florida: alarms of the exchange, nearly all of it gone, nobody at the telephone",
    source: "techradar.com, of a report by CNBC, 2021",
    told: told(
      "region: us, uses: [Verizon, Coinbase]",
      "a flood of security alerts and password change notices from Coinbase",
      "I signed on and almost all of it is gone, 168,000 dollars",
      "I called Coinbase and could not get anybody on the phone",
    ),
    first: ["coinbase"],
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "Busan: the contract cancelled, a budget number in his name, five times ten million",
    source: "SBS, 2025-04-28",
    told: told(
      "region: kr, uses: [SKT, KB국민은행]",
      "my SKT phone went dead",
      "the shop says my SKT contract was cancelled and a KT budget number was opened in my name",
      "10 million won left my KB account five times, to someone I do not know",
    ),
    first: ["kb-kookmin", "police-kr", "skt"],
    never: /erased|give-nothing|find-out/,
  },
  {
    name: "Kitzingen: a TAN read out; the card and the account blocked in time",
    source: "br.de, 2021-03",
    told: told(
      "region: de, uses: [Telekom, Sparkasse]",
      "a man from the Sparkasse rang, somebody wanted to withdraw 7,000, I read him the TAN, now it seems odd",
    ),
    first: ["sperr-notruf-de", "sparkasse"],
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "Dezhou: a stranger asks for the way and the phone; the card in it is gone the next day",
    source: "ohnews.cn, 2025-12-09",
    told: told(
      "region: cn, uses: [中国移动, 农业银行, 微信]",
      "昨天有人问路，借我爸的手机打电话，几分钟就还了",
      "今天怎么打都打不通他，打开一看手机卡不见了",
    ),
    first: ["china-mobile"],
    never: /erased|find-out|give-nothing/,
  },
  {
    name: "Panyu: a false grandson, 30,000 at six, stopped by the police at eight",
    source: "金羊网, 2018",
    told: told(
      "region: cn, uses: [中国移动, 工商银行]",
      "有人冒充孙子打给爷爷，说被公安抓了要保释金，爷爷转了三万",
    ),
    first: ["police-cn", "emergency-110", "antifraud-cn"],
    never: /suspended|erased|blocked/,
  },
  {
    name: "Nanjing: a family card to a false tenant, spent at once",
    source: "fx358.com, of the police of Nanjing, 2020",
    told: told(
      "region: cn, uses: [中国移动, 工商银行, 支付宝, 微信]",
      "租客说押金要原路退，我就给他开了一张3000元的微信亲属卡",
      "手机接连收到消费提醒，他把我拉黑了",
    ),
    first: ["wechat-tenpay"],
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "a second number bound to the wallet",
    source: "no report: what a look at the settings shows",
    told: told("region: cn, uses: [中国移动, 招商银行, 支付宝]", "支付宝里多绑了一个不认识的手机号"),
    first: ["alipay"],
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "France: a mother far away, a false adviser, three payments approved",
    source: "Libération, 2025-10-11, of several whom false advisers of a bank called",
    told: told(
      "region: fr, uses: [Orange, Crédit Agricole]",
      "a false adviser of the bank rang my mother, she is 78 and 300 km away, she approved three payments in the app",
    ),
    first: ["credit-agricole"],
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "a phone lent at a bar, a family card opened on it",
    source: "no report: the card of Nanjing, opened by another hand",
    told: told(
      "region: cn, uses: [中国移动, 工商银行, 支付宝, 微信]",
      "在酒吧把手机借给一个人打电话，他还回来了",
      "发现他用我的微信给自己开了亲属卡",
    ),
    first: ["wechat-tenpay"],
    never: /suspended|erased|give-nothing/,
  },
];

describe("what helped in life comes first", () => {
  test.each(cases)("$name", (each) => {
    checkCase(each, shipped);
  });
});

test("a phone that works by itself, and a screen that is seen, are cut off before any call", () => {
  for (const name of ["Shenzhen", "Mangaluru, earlier", "Taizhimiao"]) {
    const one = cases.find((each) => each.name.startsWith(name));
    expect([name, answerTo(one?.told ?? "", shipped).before.length]).toEqual([name, 1]);
  }
});

test("a SIM card is one thing, and no phone and card", () => {
  const { incident } = readIncident(
    readYaml(told("region: cn", "打开一看手机卡不见了"), "incident.yaml"),
    shipped.catalog,
  );
  expect(incident?.gone).toEqual(["sim.main"]);
});

test("after the cards are blocked, by what a note says, the bank is asked about the money and no card again", () => {
  const { next, then } = answerTo(
    told(
      "region: nl, uses: [KPN, Knab]",
      "a man took our bank cards at the door, he said he was from the bank",
      "I already blocked the cards",
      "2,750 was withdrawn at a cash machine",
    ),
    shipped,
  );
  expect(next[0]?.institution).toBe("knab");
  expect([...next, ...then].map(({ action }) => action)).not.toContain("blocked(card.bank)");
});

test("where the first call was refused, somebody else is asked next, and the refusal is told", () => {
  const night = (done: string) =>
    `incident: { at: "2026-11-28T21:30+08:00", gone: [], region: kr, uses: [SKT, KB국민은행] }
done: [${done}]
notes:
  - { at: "2026-11-28T21:10+08:00", note: "my SKT phone went dead and a new SIM was activated, not by me" }
  - { at: "2026-11-28T21:20+08:00", note: "10 million won left my KB account, to someone I do not know" }`;
  const before = answerTo(night(""), shipped);
  expect(before.next[0]?.institution).toBe("kb-kookmin");
  const after = answerTo(
    night(`{ at: "2026-11-28T21:25+08:00", action: "${before.next[0]?.action}", result: refused }`),
    shipped,
  );
  expect(after.next[0]?.institution).not.toBe("kb-kookmin");
});

test("once the call is ended, that is not asked for again, and what was paid meanwhile is called back", () => {
  const night = (...notes: readonly string[]) =>
    told(
      "region: cn, uses: [中国移动, 工商银行]",
      "我妈跟自称公安的人打电话，叫她把二十万转到安全账户",
      ...notes,
    );
  const ended = `${night()}
done: [{ at: "2026-11-28T21:20+08:00", action: end-the-call, result: done }]`;
  const after = answerTo(ended, shipped);
  expect([...after.next, ...after.then].map(({ action }) => action)).not.toContain("end-the-call");
  expect(after.coverage.unknownWords).toEqual([]);
  const paid = answerTo(night("她已经转了五万给骗子，电话还没挂"), shipped);
  expect(paid.next.map(({ action }) => action)).toEqual(["end-the-call"]);
  expect(paid.then[0]?.action).toMatch(/money-held|call-back/);
});

test.each([
  "it was a scam, I am on the phone with my bank right now",
  "somebody scammed me, mum is on the phone with the police",
  "被骗了，我正在跟银行打电话",
  "骗子打来过，我妈已经挂了，在跟我姐打电话",
  "I was scammed. My husband is talking to the HSBC fraud team",
  "a scammer tricked me into paying 500. I am on the phone to 159",
  "I was scammed, I am on the phone with the fraud department of my bank",
  "a fraudster rang me yesterday. I am on the line to EE",
  "the bank keeps me on the phone, a scammer has my code",
  "I was scammed, my bank is trying to stop the transfer",
  "a scammer kept her on the phone for two hours yesterday",
  "被骗了，我在跟警察通话",
  "我正在跟95588通电话，骗子拿走了我的钱",
  "老公正在给移动打电话挂失，骗子偷了手机",
  "被骗了，我正在去银行冻结账户",
])("nobody is talked into anything: %s", (note) => {
  const { incident } = readIncident(readYaml(told("region: gb", note), "incident.yaml"), shipped.catalog);
  expect(incident?.signs.map(({ sign }) => sign)).not.toContain("led");
});

const caseOf = (name: string): string => cases.find((each) => each.name.startsWith(name))?.told ?? "";

test("money that went and a number that is taken are stopped before a debt is denied: Korea's police by 1394 or 112", () => {
  const { next, then } = answerTo(caseOf("Busan"), shipped);
  const acts = [...next, ...then];
  const placeOf = (is: (act: (typeof acts)[number]) => boolean) => acts.findIndex(is);
  const police = acts[placeOf(({ institution }) => institution === "police-kr")];
  expect(police?.contact.map(({ tel }) => tel)).toEqual(["1394", "112"]);
  const [held, denied, closed] = [
    placeOf(({ action }) => action.startsWith("money-held")),
    placeOf(({ kind }) => kind === "deny-it"),
    placeOf(({ kind }) => kind === "close-credit"),
  ];
  expect([held < denied, denied < closed, held < 3]).toEqual([true, true, true]);
});

test.each([
  ["Leiden", "0800 0313"],
  ["Borne", "020 228 8800"],
  ["Yokohama", "0120-794-889"],
])("%s: the first call has a number", (name, tel) => {
  expect(answerTo(caseOf(name), shipped).next[0]?.contact.map((each) => each.tel)).toContain(tel);
});

test("a way that money may have gone by leads by no rule while somebody steers the phone", () => {
  const note = (more: string) =>
    told(
      "region: in, uses: [State Bank of India, Jio]",
      `10,000 rupees gone from my SBI account, no OTP came${more}`,
    );
  expect(answerTo(note(""), shipped).next[0]?.institution).toBe("aeps");
  expect(answerTo(note(", he sees my screen"), shipped).next[0]?.institution).not.toBe("aeps");
});
