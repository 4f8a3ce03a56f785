/**
 * Nights of further strangers, of reports nobody had read here before, typed as a family types them. What is right is what
 * the report says should have been done, or what in the end stopped it; it was written down before any of them was tried.
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

const cases: readonly StrangersCase[] = [
  {
    name: "Wuxi, a family card of the chat wallet given to a seller of cars, 8,050 spent from it on three days",
    source: "ga.wuxi.gov.cn, 2020-09-23",
    told: `incident: { at: "2026-09-05T20:10+08:00", since: "2026-09-03T12:00+08:00", region: cn, uses: [微信, 农业银行], gone: [] }
notes:
  - { at: "2026-09-03T12:00+08:00", note: "网上认识一个卖二手车的，聊了几天，他让我送他一张微信亲属卡，我就送了" }
  - { at: "2026-09-05T20:00+08:00", note: "刚看到微信扣了好几笔，都是扫码付款，一共8050，我人在家没买东西" }
  - { at: "2026-09-05T20:08+08:00", note: "找他他把我拉黑了" }
has: [手机, 手机卡]`,
    first: ["wechat-tenpay"],
    second: ["police-cn"],
    never: /suspended|erased|lost-mode|give-nothing/,
  },
  {
    name: "Jiangsu, a husband on the line with a shared screen, loans of 190,000 on the card, about to send them on",
    source: "wxredian.com of a police office, 2024-10-15",
    told: `incident: { at: "2026-10-14T15:20+08:00", since: "2026-10-14T13:00+08:00", region: cn, uses: [微信, 建设银行], gone: [] }
notes:
  - { at: "2026-10-14T13:00+08:00", note: "我老公接了个自称腾讯客服的电话，说百万保障到期了要续保不然影响征信" }
  - { at: "2026-10-14T15:00+08:00", note: "他跟对方开着屏幕共享，在好几个平台贷了款，一共19万多已经到卡里了" }
  - { at: "2026-10-14T15:15+08:00", note: "对方正让他把钱转出去，我劝不住，他还在打电话" }
has: [手机, 手机卡]
helpers: [{ id: 妻子 }]`,
    first: ["police-cn"],
    never: /give-nothing|look-there|erased|call-back/,
  },
  {
    name: "Hangzhou, an afternoon of small and large purchases of an app store by a wallet that asks for no password",
    source: "liuzayin.cn of a broadcast, of 2018-10-10",
    told: `incident: { at: "2026-10-10T07:20+08:00", since: "2026-10-10T03:00+08:00", region: cn, uses: [微信, 招商银行, 苹果], gone: [] }
notes:
  - { at: "2026-10-10T07:10+08:00", note: "早上起来发现微信支付凭证好多条，3块5块500 1000的，全是在苹果app里买游戏点券，一共6707元，我没操作过" }
  - { at: "2026-10-10T07:15+08:00", note: "招商银行信用卡绑在微信上，微信又给苹果开了免密支付" }
has: [手机, 手机卡]`,
    first: ["wechat-tenpay", "cmb"],
    never: /suspended|erased|lost-mode|give-nothing/,
  },
  {
    name: "Dalian, an account for students to be cancelled, a screen shown, 12,600 borrowed and sent on",
    source: "jsedu114.com of the Peninsula Morning Post, 2021-10-19",
    told: `incident: { at: "2026-10-14T12:10+08:00", since: "2026-10-14T10:00+08:00", region: cn, uses: [支付宝, 工商银行], gone: [] }
notes:
  - { at: "2026-10-14T10:00+08:00", note: "自称蚂蚁金服客服打电话来，说要把花呗借呗的学生账号注销，不然影响征信" }
  - { at: "2026-10-14T10:20+08:00", note: "他让我下钉钉，进会议开了屏幕直播" }
  - { at: "2026-10-14T11:50+08:00", note: "我从借呗借了12600，转到他说的对公账户里了，现在人联系不上了" }
has: [手机, 手机卡]`,
    first: ["police-cn"],
    never: /give-nothing|look-there|erased/,
  },
  {
    name: "Xiamen, no signal over tea",
    source: "news.china.com of the Procuratorial Daily, 2017-07-12",
    told: `incident: { at: "2026-12-20T16:10+08:00", since: "2026-12-20T15:30+08:00", region: cn, uses: [中国移动, 兴业银行], gone: [] }
notes:
  - { at: "2026-12-20T16:00+08:00", note: "跟朋友喝茶，手机突然没有信号了，重启也没用" }
has: [手机, 手机卡]`,
    first: ["china-mobile"],
    never: /erased|lost-mode|give-nothing/,
  },
  {
    name: "Xiamen, later: the carrier tells of a lift and a new card, the bank of three transfers",
    source: "news.china.com of the Procuratorial Daily, 2017-07-12",
    told: `incident: { at: "2026-12-20T20:40+08:00", since: "2026-12-20T15:30+08:00", region: cn, uses: [中国移动, 兴业银行], gone: [] }
notes:
  - { at: "2026-12-20T16:00+08:00", note: "下午手机突然没有信号了" }
  - { at: "2026-12-20T20:30+08:00", note: "用家里人的电话打10086，说我这个号今天报停了又复机，还在营业厅补了卡，我根本没去过" }
  - { at: "2026-12-20T20:35+08:00", note: "电脑上查兴业银行，网银分三笔转走了11万，收款人不认识" }
has: [手机, 手机卡]`,
    first: ["cib-cn"],
    second: ["china-mobile"],
    never: /erased|lost-mode|find-out|give-nothing/,
  },
  {
    name: "Wuhan, back from a journey with a phone taken for broken, the card was issued anew more than once",
    source: "ahfyzs.com of the Legal Daily, 2017-08-03",
    told: `incident: { at: "2026-06-12T17:10+08:00", since: "2026-06-10T10:00+08:00", region: cn, uses: [中国移动, 支付宝, 招商银行], gone: [] }
notes:
  - { at: "2026-06-10T10:00+08:00", note: "在北海出差，手机打不出去，以为坏了拿去修" }
  - { at: "2026-06-12T17:00+08:00", note: "回武汉补卡，营业厅说我的卡这几天已经被补过好几次" }
  - { at: "2026-06-12T17:05+08:00", note: "支付宝登不上去了，说密码改过，里面24万多不知道还在不在" }
has: [手机, 手机卡]`,
    first: ["alipay"],
    second: ["china-mobile"],
    never: /erased|lost-mode|find-out|give-nothing/,
  },
  {
    name: "England, mugged for phone and passcode, three transfers by night",
    source: "forums.moneysavingexpert.com, 6507572, of a February",
    told: `incident: { at: "2026-02-08T09:30+00:00", since: "2026-02-07T23:50+00:00", region: gb, uses: [Co-operative Bank, EE], gone: [phone] }
notes:
  - { at: "2026-02-07T23:50+00:00", note: "I was mugged last night, they took my phone and watch and held a knife to me until I told them the passcode" }
  - { at: "2026-02-08T09:20+00:00", note: "just out of A&E. My bank shows 5,500 at 00:19, 4,000 at 00:39 and 1,200 at 03:54, all to accounts I don't know" }
helpers: [{ id: wife }]`,
    first: ["co-operative-bank"],
    second: ["ee"],
    never: /erased|give-nothing/,
  },
  {
    name: "London, a phone torn away over the bank's app",
    source: "metro.co.uk, 2025-05-19, as copied",
    told: `incident: { at: "2026-03-14T22:40+00:00", since: "2026-03-14T22:20+00:00", region: gb, uses: [Barclays, O2], gone: [phone] }
notes:
  - { at: "2026-03-14T22:20+00:00", note: "two guys on a moped grabbed my phone out of my hand while I was checking my banking app" }
helpers: [{ id: flatmate }]`,
    first: ["barclays", "o2-uk"],
    second: ["barclays", "o2-uk"],
    never: /erased|give-nothing/,
  },
  {
    name: "London, a phone stolen at a pub, savings sent to another customer",
    source: "topnews.media of This is Money, of a December",
    told: `incident: { at: "2026-12-15T23:40+00:00", since: "2026-12-15T23:00+00:00", region: gb, uses: [Revolut, Vodafone], gone: [phone] }
notes:
  - { at: "2026-12-15T23:00+00:00", note: "phone stolen outside a pub in London" }
  - { at: "2026-12-15T23:35+00:00", note: "Revolut shows 2,050 moved out of my savings to another Revolut user" }`,
    first: ["revolut"],
    second: ["vodafone-uk"],
    never: /erased|lost-mode|give-nothing/,
  },
  {
    name: "Itzehoe, false staff of a wallet, the login told and a photo of the ID card sent",
    source: "presseportal.de of the police of Itzehoe, 2026-01-19",
    told: `incident: { at: "2026-01-16T11:40+01:00", since: "2026-01-16T10:30+01:00", region: de, uses: [PayPal, Sparkasse], gone: [] }
notes:
  - { at: "2026-01-16T10:30+01:00", note: "somebody from PayPal rang about charges I did not make, I gave him my login and sent a photo of my ID card" }
  - { at: "2026-01-16T11:30+01:00", note: "while we were talking PayPal told me of two payments of more than 900 euros each, then they hung up" }
has: [phone, sim]`,
    first: ["paypal"],
    second: ["sperr-notruf-de"],
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "Malang, a wedding invitation that is a program, 1.4 billion gone from the bank",
    source: "kompas.tv, 2023-07-08",
    told: `incident: { at: "2026-05-24T21:20+07:00", since: "2026-05-24T10:00+07:00", region: id, uses: [BRI, Telkomsel], gone: [] }
notes:
  - { at: "2026-05-24T10:00+07:00", note: "got a wedding invitation on WhatsApp from an unknown number, I opened the file and it installed something" }
  - { at: "2026-05-24T21:00+07:00", note: "1.4 billion is gone from my BRI account" }
has: [phone, sim]`,
    first: ["bri"],
    says: "controlling my phone remotely",
    never: /erased|give-nothing|look-there/,
  },
  {
    name: "Busan, the line cancelled and a budget phone opened in the name, fifty million gone",
    source: "khi9012.kr of the police of Busan, 2025-04-28",
    told: `incident: { at: "2026-04-22T18:10+09:00", since: "2026-04-22T10:00+09:00", region: kr, uses: [SK Telecom, KB국민은행], gone: [] }
notes:
  - { at: "2026-04-22T10:00+09:00", note: "my phone lost its signal and looked switched off" }
  - { at: "2026-04-22T17:30+09:00", note: "the shop says my SKT contract was cancelled and a KT budget phone was opened in my name, I was never asked" }
  - { at: "2026-04-22T18:00+09:00", note: "50 million won was sent out of my KB account to somebody I do not know" }
has: [phone, sim]`,
    first: ["kb-kookmin"],
    second: ["skt"],
    never: /erased|warn-others|give-nothing|find-out/,
  },
  {
    name: "Mysuru, a number found by searching, an app that put itself on the phone",
    source: "starofmysore.com, 2023-11-30",
    told: `incident: { at: "2026-11-15T17:00+05:30", since: "2026-11-15T16:00+05:30", region: in, uses: [Canara Bank, Airtel], gone: [] }
notes:
  - { at: "2026-11-15T16:00+05:30", note: "I searched for broadband on Google and rang the customer care number in the advert, the man asked me to pay Rs 5 by UPI for registration" }
  - { at: "2026-11-15T16:30+05:30", note: "while I was talking an app installed itself on my phone" }
  - { at: "2026-11-15T16:50+05:30", note: "Rs 14,400 has been debited from Canara Bank" }
has: [phone, sim]`,
    first: ["canara", "cyber-helpline-in"],
    says: "controlling my phone remotely",
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "Aligarh, a phone without a lock lost for days, fifteen withdrawals",
    source: "the420.in, of 2025-08-26",
    told: `incident: { at: "2026-08-26T10:00+05:30", since: "2026-08-23T19:00+05:30", region: in, uses: [SBI, Jio], gone: [phone] }
notes:
  - { at: "2026-08-23T19:00+05:30", note: "I lost my phone outside the house, there was no lock on it" }
  - { at: "2026-08-26T09:30+05:30", note: "15 UPI withdrawals came on my other number, 2.05 lakh altogether" }`,
    first: ["sbi"],
    second: ["jio"],
    never: /erased|lost-mode|give-nothing/,
  },
  {
    name: "Abuja, pushed out of a taxi without the phone, the bank emptied by short codes",
    source: "dailypost.ng of the police of Delta, 2024-01-18",
    told: `incident: { at: "2026-01-18T21:30+01:00", since: "2026-01-18T20:45+01:00", region: ng, uses: [MTN, Access Bank], gone: [phone] }
notes:
  - { at: "2026-01-18T20:45+01:00", note: "entered one chance, they pushed me out and collected my phone, no password on it" }
  - { at: "2026-01-18T21:20+01:00", note: "debit alerts in my mail, they are using the USSD code" }
helpers: [{ id: brother }]`,
    first: ["access-bank-ng"],
    second: ["mtn-ng"],
    never: /erased|give-nothing/,
  },
  {
    name: "Nairobi, a line without network in the morning, the savings society emptied by the wallet",
    source: "thetimes.co.ke, 2020-08",
    told: `incident: { at: "2026-08-02T08:10+03:00", since: "2026-08-02T06:00+03:00", region: ke, uses: [Safaricom, M-Pesa], gone: [] }
notes:
  - { at: "2026-08-02T06:30+03:00", note: "woke up and my Safaricom line has no network" }
  - { at: "2026-08-02T08:00+03:00", note: "my SACCO FOSA account was swept clean through M-Pesa and Fuliza was borrowed to my limit" }
has: [phone, sim]`,
    first: ["mpesa", "safaricom"],
    second: ["safaricom", "mpesa"],
    never: /erased|find-out|give-nothing/,
  },
  {
    name: "Munich, in German: a false voice of a wallet, an app, 1,600 gone",
    source: "europesays.com of tz, of 2024-12-24",
    told: `incident: { at: "2026-12-24T17:10+01:00", since: "2026-12-24T16:30+01:00", region: de, uses: [PayPal, Stadtsparkasse München, Telekom], gone: [] }
notes:
  - Ein Mann rief an und sagte, er sei von PayPal, es gebe einen verdächtigen Kauf über 500 Euro
  - Er hat mich überredet eine App herunterzuladen, danach hatte ich keine Kontrolle mehr über das Handy
  - 1600 Euro wurden von meinem Konto überwiesen, das war ich nicht
has: [phone, sim]`,
    first: ["paypal", "sperr-notruf-de"],
    second: ["paypal", "sperr-notruf-de"],
    never: /suspended|erased|give-nothing|look-there/,
  },
  {
    name: "Soria and Cartagena, in Spanish: no signal, two transfers in two minutes",
    source: "noticiasdenavarra.com, 2023-09-21",
    told: `incident: { at: "2026-03-25T19:30+01:00", since: "2026-03-25T18:30+01:00", region: es, uses: [Orange, CaixaBank], gone: [] }
notes:
  - me he quedado sin cobertura de repente, el móvil no tiene red
  - en el banco veo dos transferencias de 29.900 euros que yo no he hecho
has: [phone, sim]`,
    first: ["caixabank"],
    second: ["orange-es"],
    never: /erased|find-out|give-nothing/,
  },
  {
    name: "Busan, in Korean: the line dead, cancelled and opened elsewhere, fifty million gone",
    source: "khi9012.kr of the police of Busan, 2025-04-28",
    told: `incident: { at: "2026-04-22T18:10+09:00", since: "2026-04-22T10:00+09:00", region: kr, uses: [SK텔레콤, KB국민은행], gone: [] }
notes:
  - 휴대폰이 갑자기 먹통이 됐어요
  - 대리점에서 제 회선이 해지되고 알뜰폰이 새로 개통됐다고 합니다
  - 국민은행 계좌에서 5000만원이 모르는 사람에게 이체됐어요
has: [phone, sim]`,
    first: ["kb-kookmin"],
    second: ["skt"],
    never: /erased|find-out|give-nothing/,
  },
  {
    name: "Kobe, in Japanese: the line ported at a shop far away, the bank's password changed, five million gone",
    source: "leowebworks.com of a president of 61, of a July",
    told: `incident: { at: "2026-07-15T18:30+09:00", since: "2026-07-15T14:00+09:00", region: jp, uses: [ソフトバンク, 三井住友銀行], gone: [] }
notes:
  - スマホが急に圏外になり、ショップで解約されていると言われました
  - ネットバンキングのパスワードが変えられていてログインできません
  - 銀行に聞くと500万円が知らない口座に振り込まれていました
has: [phone, sim]`,
    first: ["smbc"],
    second: ["softbank-jp"],
    never: /erased|find-out|give-nothing/,
  },
  {
    name: "Malang, in Indonesian: a program sent as an invitation, the balance gone",
    source: "kompas.tv, 2023-07-08",
    told: `incident: { at: "2026-05-24T21:20+07:00", since: "2026-05-24T10:00+07:00", region: id, uses: [BRI, Telkomsel], gone: [] }
notes:
  - dapat WhatsApp undangan pernikahan dari nomor tidak dikenal, saya klik dan terpasang aplikasi APK
  - ada SMS dari bank, saldo BRI saya berkurang 1,4 miliar, saya tidak pernah transfer
has: [phone, sim]`,
    first: ["bri"],
    never: /erased|give-nothing|look-there/,
  },
];

describe("what the report shows right comes first", () => {
  test.each(cases)("$name", (each) => {
    const { contradictions, coverage } = checkCase(each, shipped);
    for (const { says } of contradictions) expect(says).not.toContain("could not have happened");
    expect(coverage.unknownWords).toEqual([]);
  });
});

test("whoever is led is got off the line first, by somebody who comes to the door; whom the liar claims to be is no matter", () => {
  const ofCoin = answerTo(
    `incident: { at: "2026-05-04T13:20+10:00", region: au, gone: [], uses: [Telstra, Westpac] }
notes: [{ at: "2026-05-04T13:20+10:00", note: "My mum is at Coles buying Apple gift cards, a man from Telstra is on the phone with her and won't let her hang up" }]
helpers: [{ id: daughter }]`,
    shipped,
  );
  const acts = [...ofCoin.next, ...ofCoin.then];
  expect(acts[0]?.kind).toBe("end-the-call");
  expect(acts.map(({ institution }) => institution)).not.toContain("telstra");
  const ofKorea = answerTo(
    `incident: { at: "2026-12-01T10:10+09:00", region: kr, uses: [SK Telecom, Shinhan], gone: [] }
notes: [{ at: "2026-12-01T10:05+09:00", note: "my mother is on the phone with a prosecutor and is on her way to the bank to take out 30 million" }]
helpers: [{ id: son }]`,
    shipped,
  );
  expect(ofKorea.next[0]?.kind).toBe("end-the-call");
  // 1394 has payments stopped; 112 sends somebody.
  expect(ofKorea.next[0]?.contact.map(({ tel }) => tel)).toEqual(["112", "1394"]);
});

test("what nobody said and what comes first hangs on is asked, and what was said is not", () => {
  const asked = (rest: string) =>
    answerTo(
      `incident: { at: "2026-05-06T22:10+02:00", region: fr, uses: [Orange], ${rest} }`,
      shipped,
    ).asked.map(({ what }) => what);
  expect(asked("gone: [phone]")).toEqual(["lock"]);
  expect(asked("gone: [phone], phone: { lock: open }")).toEqual([]);
  expect(asked("gone: [phone], phone: { lock: locked }")).toEqual([]);
  expect(asked("gone: [sim]")).toEqual([]);
  expect(asked("gone: []")).toEqual([]);
  expect(asked("phone: { on: true }")).toEqual(["gone"]);
});

test("a phone that was open is open in any of these languages, and what is not understood is never taken for locked", () => {
  const lock = (region: string, note: string) => {
    const { incident } = readIncident(
      readYaml(
        `incident: { at: "2026-05-06T22:10+02:00", region: ${region}, gone: [phone] }\nnotes: [${JSON.stringify(note)}]`,
        "incident.yaml",
      ),
      shipped.catalog,
    );
    return incident?.lock;
  };
  expect(lock("br", "roubaram meu celular desbloqueado da minha mão no semáforo")).toBe("open");
  expect(lock("fr", "On m'a arraché mon téléphone, il était déverrouillé")).toBe("open");
  expect(lock("it", "Mi hanno strappato il telefono di mano mentre lo usavo")).toBe("open");
  expect(lock("de", "Das Handy wurde mir entsperrt aus der Hand gerissen")).toBe("open");
  expect(lock("es", "me quitaron el móvil mientras lo usaba")).toBe("open");
  for (const [region, note] of [
    ["de", "Mein Handy ist weg, es war mit PIN gesperrt"],
    ["fr", "mon téléphone était verrouillé"],
    ["pl", "ukradli mi telefon, był odblokowany"],
    ["tr", "telefonum çalındı, kilidi açıktı"],
  ] as const)
    expect([note, lock(region, note)]).toEqual([note, "unknown"]);
});

test("a loan that a message tells of is denied at whoever lends; told by one's own bank it is asked about there", () => {
  const first = (region: string, uses: string, note: string) => {
    const { next, then } = answerTo(
      `incident: { at: "2026-12-01T10:10+00:00", region: ${region}, uses: [${uses}], gone: [] }\nnotes: [${JSON.stringify(note)}]\nhas: [phone, sim]`,
      shipped,
    );
    return [...next, ...then][0]?.action;
  };
  expect(first("gb", "EE, HSBC", "I got a text: your loan has been approved")).toBe("deny-it(any-lender)");
  expect(
    first("gb", "EE, HSBC", "got a letter thanking me for my new loan of 8,000 from Zopa, I never applied"),
  ).toBe("deny-it(zopa)");
  expect(first("cn", "中国移动, 工商银行", "短信说我贷款审批通过了")).toBe("deny-it(any-lender)");
  expect(first("cn", "中国移动, 工商银行", "银行发短信说我的贷款已放款50000，我没贷过")).toBe(
    "blocked(card.bank)",
  );
});
