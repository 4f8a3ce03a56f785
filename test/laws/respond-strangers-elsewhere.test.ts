/**
 * Fifteen more incidents of strangers, in countries and of kinds that stood nowhere yet, typed as a frightened person or a
 * volunteer types them. Each is put together after a kind of case that is publicly warned of; `source` names who warned,
 * from memory and not looked up again. What is right was written down before any was run; after it only what a place is
 * called here was set right (Fidelity, MTN MoMo), and one note that tells of nothing seen.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { answerTo, checkCase, type StrangersCase } from "../kit/incidents.ts";
import { readShipped, type Shipped } from "../kit/shipped.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});

interface ElsewhereCase extends StrangersCase {
  /** What goes before any call. */
  readonly before?: RegExp;
  /** Whole notes of which nothing was understood, in their order; none: all were. */
  /** Sentences of which nothing was understood, and words of others that were not used. */
  readonly notUnderstood?: readonly string[];
}

const cases: readonly ElsewhereCase[] = [
  {
    name: "New Zealand, a false bank on the telephone: she cut her cards in two and a courier came for them",
    source: "police.govt.nz, warnings of 2023 and 2024",
    told: `incident: { at: "2026-03-12T15:20+13:00", since: "2026-03-12T13:00+13:00", region: nz, uses: [ASB Bank, Spark], gone: [] }
notes:
  - { at: "2026-03-12T13:05+13:00", note: "Mum had a call from the bank's fraud team about her card" }
  - { at: "2026-03-12T15:00+13:00", note: "she cut the card in half like they said and a courier took it away with the PIN on a piece of paper" }
helpers: [{ id: daughter }]`,
    first: ["asb"],
    saysNot: "my phone",
    never: /suspended|erased|lost-mode|give-nothing/,
  },
  {
    name: "Taiwan, a vote for a child's drawing: a code typed, the chat app lost, friends asked for loans",
    source: "165.npa.gov.tw, 2023",
    told: `incident: { at: "2026-05-03T21:40+08:00", region: tw, uses: [LINE, 中華電信, 國泰世華銀行], gone: [] }
notes:
  - { at: "2026-05-03T21:00+08:00", note: "朋友傳連結請我幫小孩畫畫比賽投票，我輸入了電話和驗證碼" }
  - { at: "2026-05-03T21:30+08:00", note: "LINE被登出了，有人用我的LINE跟朋友借錢" }`,
    first: ["LINE", "any-messenger", "line-jp"],
    saysNot: "偷",
    never: /suspended|erased|lost-mode|money-held|stopped\(card/,
  },
  {
    name: "Poland, a friend's page was not hers: a BLIK code told, cash drawn at a machine",
    source: "cert.pl, 2022",
    told: `incident: { at: "2026-01-15T18:40+01:00", region: pl, uses: [mBank, Orange, Facebook], gone: [] }
notes:
  - { at: "2026-01-15T18:20+01:00", note: "my friend asked on Messenger for a BLIK code because her card did not work and I gave it to her" }
  - { at: "2026-01-15T18:35+01:00", note: "1000 zloty were taken out at a cash machine in another city and her account was hacked" }`,
    first: ["mbank-pl"],
    saysNot: "stolen",
    never: /suspended|erased|lost-mode|give-nothing/,
    notUnderstood: ["my friend asked on Messenger for a BLIK code", "her card did not work"],
  },
  {
    name: "Netherlands, hello mum, this is my new number: two bank transfers",
    source: "fraudehelpdesk.nl, 2021",
    told: `incident: { at: "2026-02-08T16:10+01:00", region: nl, uses: [ING, KPN, WhatsApp], gone: [] }
notes:
  - { at: "2026-02-08T14:30+01:00", note: "I got a whatsapp from my son that he has a new number" }
  - { at: "2026-02-08T15:40+01:00", note: "I transferred 2400 euros for his bills, twice, and now my real son says it was not him" }
has: [phone, sim]`,
    notUnderstood: ["I got a whatsapp from my son that he has a new number"],
    first: ["ing-nl"],
    says: "deceived",
    never: /suspended|erased|lost-mode|give-nothing/,
  },
  {
    name: "Thailand, a false tax office, an app that runs the phone by itself, money going out",
    source: "thaipbs.or.th, 2023",
    told: `incident: { at: "2026-07-04T11:30+07:00", region: th, uses: [AIS, Kasikorn Bank], gone: [] }
notes:
  - { at: "2026-07-04T11:00+07:00", note: "The revenue department called and I put their app on my Android" }
  - { at: "2026-07-04T11:25+07:00", note: "the phone is frozen and I see the bank app making transfers by itself" }
helpers: [{ id: sister, has: [] }]`,
    first: ["kbank"],
    before: /flight mode/,
    never: /suspended\(line|give-nothing|find-out/,
  },
  {
    name: "Ghana, a wrong transfer to send back: the PIN told, the wallet empty",
    source: "graphic.com.gh, 2021",
    told: `incident: { at: "2026-04-19T13:05+00:00", region: gh, uses: [MTN MoMo], gone: [] }
notes:
  - { at: "2026-04-19T12:40+00:00", note: "Someone called that he sent me money by mistake and I should enter my PIN to reverse it" }
  - { at: "2026-04-19T13:00+00:00", note: "now my momo wallet is zero" }
has: [phone, sim]`,
    first: ["mtn-momo-gh"],
    saysNot: "stolen",
    never: /erased|lost-mode|give-nothing/,
  },
  {
    name: "Canada, a grandson in jail: a courier for the cash is on his way",
    source: "cbc.ca, 2023, of St. John's",
    told: `incident: { at: "2026-03-02T14:30-03:30", region: ca, uses: [Bell, Scotiabank], gone: [] }
notes:
  - { at: "2026-03-02T12:00-03:30", note: "A lawyer called that our grandson is in jail and needs bail" }
  - { at: "2026-03-02T13:45-03:30", note: "my wife took 9000 dollars out of the bank and handed it to a courier, and he is coming back for more" }`,
    first: ["emergency-911"],
    never: /suspended|erased|lost-mode|give-nothing/,
    notUnderstood: ["my wife took 9000 dollars out of the bank"],
  },
  {
    name: "Italy, a text of the post, a voice of its fraud desk: an instant transfer to a safe account",
    source: "commissariatodips.it, 2024",
    told: `incident: { at: "2026-06-11T17:15+02:00", region: it, uses: [TIM, Poste Italiane], gone: [] }
notes:
  - { at: "2026-06-11T16:20+02:00", note: "text from Poste Italiane about a strange payment, then a carabiniere called" }
  - { at: "2026-06-11T17:00+02:00", note: "they had me move 14500 to a safe account with an instant transfer" }
has: [phone, sim]`,
    first: ["poste-italiane"],
    says: "deceived",
    never: /suspended|erased|lost-mode|give-nothing/,
  },
  {
    name: "Mexico, kept in a car for two hours: phone and cards taken, the codes told, a bank that did not answer",
    source: "elfinanciero.com.mx, 2022",
    told: `incident: { at: "2026-08-21T23:50-06:00", since: "2026-08-21T21:30-06:00", region: mx, uses: [Telcel, BBVA], gone: [] }
notes:
  - { at: "2026-08-21T21:30-06:00", note: "two men in the taxi took my phone and my cards and made me say the PINs" }
done: [{ at: "2026-08-21T23:45-06:00", action: "frozen(account.bbva)", result: no-answer }]
helpers: [{ id: roommate, has: [phone] }]`,
    first: ["telcel", "bbva-mx"],
    second: ["bbva-mx", "telcel"],
    never: /give-nothing|find-out|look-there/,
  },
  {
    name: "Malaysia, an app for a cleaning service, and the list of the bank shows what nobody sent",
    source: "thestar.com.my, 2022, of warnings of the police",
    told: `incident: { at: "2026-09-05T20:10+08:00", region: my, uses: [Maxis, Maybank], gone: [] }
notes:
  - { at: "2026-09-05T19:20+08:00", note: "I installed an apk from a cleaning service on Facebook and paid ringgit 10 through it" }
  - { at: "2026-09-05T20:00+08:00", note: "RM 9,800 has been transferred out of my Maybank and I received no TAC" }`,
    first: ["maybank", "nsrc-my"],
    before: /flight mode/,
    never: /erased|give-nothing|find-out/,
    notUnderstood: ["paid ringgit 10 through it"],
  },
  {
    name: "Argentina, a code for a vaccination told on the telephone: the chat app is somebody else's",
    source: "argentina.gob.ar, 2021",
    told: `incident: { at: "2026-04-20T10:20-03:00", region: ar, uses: [Personal, WhatsApp, Mercado Pago], gone: [] }
notes:
  - { at: "2026-04-20T10:00-03:00", note: "a woman from the ministry asked me for the six numbers they sent me to book the vaccine" }
  - { at: "2026-04-20T10:15-03:00", note: "now I am out of WhatsApp and my cousin says I am selling dollars" }
has: [phone, sim]`,
    first: ["whatsapp"],
    saysNot: "stolen",
    never: /suspended|erased|lost-mode/,
  },
  {
    name: "Hangzhou, the monthly credit of a video app used by somebody who was signed in",
    source: "tousu.sina.com.cn, 2023",
    told: `incident: { at: "2026-10-08T09:30+08:00", region: cn, uses: [中国移动, 抖音], gone: [] }
notes:
  - { at: "2026-10-08T09:10+08:00", note: "抖音月付昨晚被人用了2980元，不是我买的" }
  - { at: "2026-10-08T09:20+08:00", note: "抖音显示有别的设备登录过" }
has: [手机, 手机卡]`,
    first: ["douyin"],
    never: /suspended|erased|lost-mode|give-nothing/,
  },
  {
    name: "Guangzhou, an Apple account with a stranger's number in it pays at night through the chat app",
    source: "cctv.com, 2018-10; 21jingji.com, 2024",
    told: `incident: { at: "2026-10-12T06:50+08:00", region: cn, uses: [中国联通, 微信, 苹果], gone: [] }
notes:
  - { at: "2026-10-12T06:40+08:00", note: "半夜微信免密扣了16笔648，都是App Store的游戏充值，我没充过" }
  - { at: "2026-10-12T06:45+08:00", note: "苹果账号里多了一个不认识的受信任号码" }
has: [手机, 手机卡]`,
    first: ["wechat-tenpay"],
    second: ["apple", "police-cn"],
    never: /suspended|erased|lost-mode|give-nothing/,
  },
  {
    name: "United States, a retired man: a caller wants his details, then his shares are sold and he has no word of it",
    source: "finra.org, alert of 2023 on accounts taken over",
    told: `incident: { at: "2026-05-19T10:30-04:00", region: us, uses: [Verizon, Fidelity, Bank of America], gone: [] }
notes:
  - { at: "2026-05-18T15:00-04:00", note: "A caller wanted to update his details" }
  - { at: "2026-05-19T10:00-04:00", note: "All his shares at Fidelity were sold this morning and he did not sell them" }
helpers: [{ id: granddaughter }]`,
    first: ["fidelity"],
    saysNot: "stolen",
    never: /suspended|erased|lost-mode|give-nothing/,
  },
  {
    name: "Ireland, a toll's page with the card typed in, and words nobody can use",
    source: "garda.ie, warnings of 2024",
    told: `incident: { at: "2026-11-09T19:20+00:00", region: ie, uses: [Eir, AIB], gone: [] }
notes:
  - { at: "2026-11-09T18:50+00:00", note: "I put my card details into the eFlow link for the toll" }
  - { at: "2026-11-09T19:10+00:00", note: "the dog barked the whole evening and he kept the receipt" }
  - { at: "2026-11-09T19:15+00:00", note: "someone tried to buy something for 890 in Lyon with my card" }`,
    first: ["aib"],
    saysNot: "stolen",
    never: /suspended\(line|erased|lost-mode/,
    notUnderstood: ["the dog barked the whole evening and he kept the receipt"],
  },
];

describe("what the aftermath shows right comes first, and what is not understood is said to be so", () => {
  test.each(cases)("$name", (each) => {
    const answer = checkCase(each, shipped);
    for (const { says } of answer.contradictions) expect(says).not.toContain("could not have happened");
    if (each.before !== undefined) expect(answer.before.join()).toMatch(each.before);
    expect(answer.notUnderstood.map(({ text }) => text)).toEqual(each.notUnderstood ?? []);
  });
});

test("a number that is dialled in one country is told in no other", () => {
  const telsIn = (region: string) =>
    answerTo(
      `incident: { at: "2026-04-19T13:05+03:00", region: ${region}, uses: [M-PESA], gone: [] }
signs: [{ at: "2026-04-19T13:00+03:00", sign: money-gone, on: M-PESA }]`,
      shipped,
    ).next.flatMap(({ contact }) => contact.flatMap(({ tel }) => tel ?? []));
  expect(telsIn("ke")).toContain("234");
  expect(telsIn("tz")).not.toContain("234");
});

test("what was refused once is asked for otherwise, whatever the number and the helper are called", () => {
  const { next } = answerTo(
    `incident: { at: "2026-11-28T21:30+00:00", since: "2026-11-28T20:30+00:00", region: gb, uses: [EE, Barclays], gone: [phone], phone: { lock: open, on: true } }
done: [{ at: "2026-11-28T21:10+00:00", action: suspended, on: number, result: refused }, { at: "2026-11-28T21:20+00:00", action: frozen(Barclays), result: no-answer }]
helpers: [{ id: 室友 }]`,
    shipped,
  );
  expect(next.map(({ helper }) => helper)).toContain("室友");
  const ee = next.find(({ institution }) => institution === "ee");
  expect(ee?.because).toContain("refused at 21:10");
});

test("whoever is told to act is told why", () => {
  for (const { told } of cases.slice(0, 4)) {
    const { next, then } = answerTo(told, shipped);
    for (const { because } of [...next, ...then]) expect(because).not.toBe("");
  }
});
