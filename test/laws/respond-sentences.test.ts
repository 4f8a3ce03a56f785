/**
 * Nights of strangers told as a family types them: whole sentences, words missing, a bank nobody has read. What is right is
 * what the report says should have been done, or what in the end stopped it. Reports are named; nothing is copied.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { answerTo, checkCase, type StrangersCase } from "../kit/incidents.ts";
import { readShipped, type Shipped } from "../kit/shipped.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});

interface SentenceCase extends StrangersCase {
  /** What goes before any call. */
  readonly before?: RegExp;
  /** Which of the sentences were not understood. */
  readonly notUnderstood?: readonly number[];
  /** Words of a sentence that was understood, of which no use was made. */
  readonly unused?: readonly string[];
}

const cases: readonly SentenceCase[] = [
  {
    name: "São Paulo, an open phone taken from the hand; the bank tells of a loan, a sister is asked for a Pix",
    source: "of our own, as such nights are told",
    told: `incident: { at: "2026-11-28T22:10-03:00", region: br, uses: [Vivo, Nubank, Itau], gone: [device.phone], phone: { on: true } }
signs: [{ at: "2026-11-28T21:40-03:00", sign: "phone snatched from my hand while unlocked" }, { at: "2026-11-28T22:00-03:00", sign: "my sister got a whatsapp from me asking for a pix" }, { at: "2026-11-28T22:05-03:00", sign: "Itau app says loan of R$ 12.000 approved" }]
helpers: [{ id: wife }]`,
    first: ["itau"],
    second: ["vivo"],
    never: /give-nothing|find-out/,
  },
  {
    name: "Britain, no signal, the mail account taken, a withdrawal pending at the exchange",
    source: "of our own, as such nights are told",
    told: `incident: { at: "2026-11-28T23:40+00:00", region: gb, gone: [] }
signs: [{ at: "2026-11-28T23:20+00:00", sign: "my phone lost signal an hour ago and says SOS only" }, { at: "2026-11-28T23:35+00:00", sign: "can't get into my Gmail any more, it says the password was changed" }, { at: "2026-11-28T23:36+00:00", sign: "Coinbase says a withdrawal of 1.2 BTC is pending" }]`,
    first: ["coinbase"],
    second: ["any-carrier"],
    saysNot: "stolen",
    never: /give-nothing|find-out/,
  },
  {
    name: "Kenya, abroad for work: texts of a SIM swap, and the bank is being emptied",
    source: "gotta.news, 2022-06, of 2022-02-07",
    told: `incident: { at: "2026-02-07T23:55+02:00", region: ke, uses: [Safaricom, M-PESA, Absa], gone: [] }
signs: [{ at: "2026-02-07T17:43+02:00", sign: "got a text message from Safaricom about a sim swap request which i ignored" }, { at: "2026-02-07T23:31+02:00", sign: "M-PESA is not opening, i am in Johannesburg" }, { at: "2026-02-07T23:51+02:00", sign: "absa app rejected my fingerprint and 150,000 was withdrawn from my account" }]`,
    first: ["absa-ke"],
    second: ["safaricom"],
    says: "Stop online banking",
    saysNot: "stolen",
    never: /give-nothing|erased|lost-mode/,
    notUnderstood: [1],
    unused: ["absa app rejected my fingerprint"],
  },
  {
    name: "Korea, the link of a death notice, then the number is with another carrier and the account empty",
    source: "wordkorean.com, of a broadcast of CBC, of a February",
    told: `incident: { at: "2026-02-10T15:10+09:00", region: kr, uses: [SK텔레콤], gone: [] }
signs: [{ at: "2026-02-10T14:40+09:00", sign: "收到短信说我的号码解约了，十分钟后在LG U+开通，手机用不了了" }, { at: "2026-02-10T15:00+09:00", sign: "老婆手机上收到五笔转账提醒，钱被转走了5000万" }, { at: "2026-02-10T12:00+09:00", sign: "点了讣告短信里的链接，安装了一个软件" }]`,
    first: ["any-bank"],
    before: /flight mode/,
    saysNot: "stolen",
    never: /give-nothing|find-out/,
    unused: ["老婆手机上收到五笔转账提醒", "点了讣告短信里的链接"],
  },
  {
    name: "Guangxi, a caller for the million guarantee, a shared screen, a code typed in, 9,000 gone",
    source: "guilinlife.com, of October 2023",
    told: `incident: { at: "2026-10-20T20:30+08:00", region: cn, uses: [微信, 桂林银行], gone: [] }
signs: [{ at: "2026-10-20T19:50+08:00", sign: "对方自称百万保障客服，让我开了屏幕共享" }, { at: "2026-10-20T20:20+08:00", sign: "我输入了验证码，银行卡里的9000多被转走" }]`,
    first: ["桂林银行", "police-cn"],
    before: /flight mode/,
    says: "controlling my phone remotely",
    never: /give-nothing|look-there|suspended/,
  },
  {
    name: "Hong Kong, eight digits typed on a false page of the chat app, and the family is asked for money",
    source: "thestandard.com.hk, two warnings of the police, 2025 and 2026",
    told: `incident: { at: "2026-05-20T22:15+08:00", region: hk, uses: [WhatsApp, HSBC, csl], gone: [] }
signs: [{ at: "2026-05-20T21:40+08:00", sign: "clicked a link in a WhatsApp message and entered the 8 digit code" }, { at: "2026-05-20T22:05+08:00", sign: "my daughter says WhatsApp is asking her for money in my name" }]`,
    first: ["whatsapp"],
    saysNot: "stolen",
    never: /suspended|erased|give-nothing/,
  },
  {
    name: "Britain, a false officer on the telephone, and a courier took card and PIN",
    source: "suarasakti.com of warnings of the Metropolitan Police; worcesternews.co.uk, 2021-09",
    told: `incident: { at: "2026-03-12T17:30+00:00", region: gb, uses: [Santander, Yorkshire Building Society], gone: [] }
signs: [{ at: "2026-03-12T15:30+00:00", sign: "mum got a call from the police, they said her card was used in a shop" }, { at: "2026-03-12T16:40+00:00", sign: "a courier collected her card and she told them the PIN" }]
helpers: [{ id: daughter }]`,
    first: ["santander-uk"],
    second: ["Yorkshire Building Society"],
    before: /hang up/,
    says: "bank card",
    never: /suspended|give-nothing|look-there/,
  },
  {
    name: "Tirupati, money drawn by fingerprint without a text",
    source: "thehansindia.com, 2023-03-19",
    told: `incident: { at: "2026-03-15T06:40+05:30", region: in, uses: [Union Bank of India, Jio], gone: [] }
signs: [{ at: "2026-03-15T06:20+05:30", sign: "10000 was debited from Union Bank three times by AEPS, no otp came" }]`,
    first: ["union-bank-in", "cyber-helpline-in"],
    second: ["cyber-helpline-in", "union-bank-in"],
    says: "Stop online banking",
    never: /suspended|give-nothing|look-there/,
  },
  {
    name: "United States, a text with a reset code and a false number of the exchange, which was rung",
    source: "ralphlombreglia.com, 2025-05-03",
    told: `incident: { at: "2026-05-02T21:05-04:00", region: us, uses: [Coinbase, Verizon], gone: [] }
signs: [{ at: "2026-05-02T20:30-04:00", sign: "Got a text: your code is required to reset your Coinbase 2FA, if this was not you call support" }, { at: "2026-05-02T20:50-04:00", sign: "I called that number, he says someone is trying to sign in and I should move my bitcoin to a new wallet. I hung up" }]`,
    first: [""],
    second: ["coinbase"],
    before: /call back the number/,
    never: /suspended/,
  },
  {
    name: "India, a courier has a code dialled, then the chat app is gone and friends are asked for money",
    source: "saferinternetindia.com, of an advisory of I4C, 2025-12-04",
    told: `incident: { at: "2026-11-28T15:10+05:30", region: in, uses: [Airtel, SBI, WhatsApp], gone: [] }
signs: [{ at: "2026-11-28T14:50+05:30", sign: "courier boy called and told me to dial *21*9876543210#" }, { at: "2026-11-28T15:05+05:30", sign: "my whatsapp got logged out and friends are asked for money" }]`,
    first: ["airtel"],
    second: ["whatsapp"],
    says: "end every call forwarding",
    never: /suspended|frozen|give-nothing/,
  },
  {
    name: "a photo account that was taken over, and nothing else seen",
    source: "of our own, as it is told every day",
    told: `incident: { at: "2026-11-28T15:10+00:00", region: gb, uses: [Instagram, Barclays], gone: [] }
signs: [{ at: "2026-11-28T14:50+00:00", sign: "my Instagram got hacked" }]`,
    first: ["instagram"],
    never: /suspended|give-nothing|warn-others/,
  },
  {
    name: "China, the chat and pay account taken over, friends are asked for money",
    source: "of our own, as it is told every day",
    told: `incident: { at: "2026-11-28T15:10+08:00", region: cn, uses: [微信, 中国移动], gone: [] }
signs: [{ at: "2026-11-28T14:50+08:00", sign: "微信被盗了，在找我朋友借钱" }]`,
    first: ["wechat-tenpay"],
    second: [""],
    never: /suspended|give-nothing/,
  },
  {
    name: "Chongqing, a false officer on video, a shared screen, all money on one card, 990,000 gone",
    source: "chinanews.com of Chongqing, 2024-05-17, as copied",
    told: `incident: { at: "2026-04-23T20:10+08:00", region: cn, uses: [中国移动, 重庆银行, 微信], gone: [] }
signs: [{ at: "2026-04-23T12:10+08:00", sign: "接到FaceTime视频电话，对方穿警服，说我涉嫌洗钱" }, { at: "2026-04-23T13:00+08:00", sign: "按要求下载了软件，开了屏幕共享，把钱都集中到一张卡上核查" }, { at: "2026-04-23T19:50+08:00", sign: "卡里的99万全没了" }]
helpers: [{ id: husband }]`,
    first: ["bank-of-chongqing", "police-cn"],
    second: ["police-cn", "bank-of-chongqing"],
    before: /flight mode/,
    says: "controlling my phone remotely",
    never: /suspended|give-nothing/,
    unused: ["把钱都集中到一张卡上核查"],
  },
  {
    name: "Brazil, the car window broken, an open phone out of the hand; the bank writes of a loan",
    source: "tnonline.uol.com.br, 2022-04, of what the police of São Paulo advise",
    told: `incident: { at: "2026-05-10T19:20-03:00", region: br, uses: [Tim, Bradesco, PicPay], gone: [] }
signs: [{ at: "2026-05-10T19:05-03:00", sign: "they broke the car window in traffic and took the phone out of my hand, it was open on the map" }, { at: "2026-05-10T19:18-03:00", sign: "my husband sees an email from Bradesco about a loan approved" }]
helpers: [{ id: husband }]`,
    first: ["bradesco"],
    second: ["tim-br"],
    never: /give-nothing|find-out/,
  },
];

describe("what the report shows right comes first", () => {
  test.each(cases)("$name", (each) => {
    const { before, contradictions, taken, notUnderstood, coverage } = checkCase(each, shipped);
    if (each.before !== undefined) expect(before.join(" ")).toMatch(each.before);
    const whole = notUnderstood.filter(({ isPart }) => isPart !== true);
    expect(whole.map(({ index }) => index)).toEqual(each.notUnderstood ?? []);
    const parts = notUnderstood.filter(({ isPart }) => isPart === true);
    expect(parts.map(({ text }) => text)).toEqual(each.unused ?? []);
    for (const { text, says } of taken) expect(says).toContain(text);
    for (const { says } of contradictions) expect(says).not.toContain("could not have happened");
    expect(new Set(contradictions.map(({ index }) => index)).size).toBe(contradictions.length);
    expect(coverage.unknownWords).toEqual([]);
  });
});

test("whoever is in a chat app or on a site is in no bank by that: what else could be stopped is told with when", () => {
  const told = (sign: string) =>
    answerTo(
      `incident: { at: "2026-11-28T15:10+00:00", region: gb, uses: [Instagram, Gmail, Barclays], gone: [] }
signs: [{ at: "2026-11-28T14:50+00:00", sign: "${sign}" }]`,
      shipped,
    );
  const ofBank = ({ then }: ReturnType<typeof told>) =>
    then.find(({ institution, kind }) => institution === "barclays" && kind === "block")?.because ?? "";
  expect(ofBank(told("my Instagram got hacked"))).toMatch(/^Only if you use the same password/);
  expect(ofBank(told("my Gmail got hacked"))).not.toMatch(/^Only if/);
});

test("calls that go elsewhere are brought back before any other call, whoever steers or pays, and the phone shows how", () => {
  for (const more of [
    "they emptied my SBI account",
    "i sent 5000 to a scammer",
    "my phone moves by itself",
  ]) {
    const { next, beliefs } = answerTo(
      `incident: { at: "2026-11-28T15:10+05:30", region: in, uses: [Airtel, SBI], gone: [] }
signs: [{ at: "2026-11-28T14:50+05:30", sign: diverted, on: number }, { at: "2026-11-28T15:05+05:30", sign: "${more}" }]`,
      shipped,
    );
    expect(next[0]?.action).toBe("end-forwarding(line.main)");
    expect(next[0]?.title).toContain("##002#");
    expect(beliefs.some(({ capability }) => capability === "receive-call(line.main)")).toBe(true);
  }
});
