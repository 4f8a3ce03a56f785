/** Sentences of one shape, whatever stands in their middle; and the same denied, feared, or somebody's own. */

import { beforeAll, describe, expect, test } from "vitest";
import { alarms, framed } from "../../test/kit/everyday-sentences.ts";
import { paidSentences } from "../../test/kit/paid-sentences.ts";
import { readShipped, type Shipped } from "../../test/kit/shipped.ts";
import { type Said, saidIn, shapes } from "../told/index.ts";
import { takenFor } from "./take-sentence.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});
const named = ({ sign, gone, isSteered, isOpen, isLocked }: Said): string =>
  sign ??
  (isSteered === true ? "steered" : isOpen === true ? "open" : isLocked === true ? "locked" : `gone ${gone}`);
const said = (text: string): readonly string[] => [...new Set(saidIn(shipped.catalog, text).map(named))];

const seen: readonly (readonly [string, ...string[]])[] = [
  ["从下午起收不到银行的验证码", "no-codes"],
  ["领导让我转5万，我转了才发现不是他", "paid"],
  ["Coinbase says a withdrawal of 1.2 BTC is pending", "row"],
  ["Pix of 4,500 went out from Nubank", "row"],
  ["£2,300 has been taken from my Barclays account", "row"],
  ["someone spent 900 dollars on my Walmart account", "row"],
  ["three transfers were made that I didn't make, 20,000 naira left", "row"],
  ["there is a Zelle payment to Maria that I don't recognise", "row"],
  ["my crypto is gone", "money-gone"],
  ["can't get into my Gmail any more", "kicked-off"],
  ["I'm unable to log in to Instagram", "kicked-off"],
  ["lost access to my Facebook", "kicked-off"],
  ["Google mailed my old address that the recovery phone was changed", "notice"],
  ["the password has been reset", "notice"],
  ["it shows a new device was added", "notice"],
  ["someone writes to my mother on WhatsApp as me", "in-my-name"],
  ["my friends are getting messages from my Instagram", "in-my-name"],
  ["they are texting my boss asking for money, messaging my friends for money", "in-my-name"],
  ["my phone lost signal an hour ago and says SOS only", "no-service"],
  ["the line went dead", "no-service"],
  ["i keep receiving dozens of verification codes", "code"],
  ["got 40 prompts asking me to approve", "prompt"],
  ["my mother read out the six digit code", "given"],
  ["the eSIM was activated on another phone", "moving"],
  ["a man on a scooter grabbed my iphone", "gone device.phone"],
  ["my purse got stolen", "gone card.bank"],
  ["my iPhone shows SOS in the corner", "no-service"],
  ["Venmo notified me I sent $1,999.99 to Tyler", "row"],
  ["my wife got a whatsapp from me asking for a pix", "in-my-name"],
  ["Itau app says loan of R$ 12.000 approved", "row"],
  ["phone snatched from my hand while unlocked", "gone device.phone", "open"],
  ["手机被抢了，没锁屏", "gone device.phone", "open"],
  ["it was still unlocked", "open"],
  ["I approved a login by mistake", "given"],
  ["I left my phone on the train", "gone device.phone"],
  ["my handbag with my phone was stolen", "gone device.phone"],
  ["she handed her card to a courier", "gone card.bank"],
  ["手机号被停机了", "no-service"],
  ["朋友说我在找他借钱", "in-my-name"],
  ["there are several payments", "row"],
  ["two transfers I do not know", "row"],
  ["the payment has gone through", "row"],
  ["money is being moved right now", "money-gone"],
  ["a new eSIM was ordered", "moving"],
  ["my phone has been nicked", "gone device.phone"],
  ["somebody took my wallet", "gone card.bank"],
  ["we were logged out everywhere", "kicked-off"],
  ["hackers changed my password", "notice"],
  ["someone signed in from an unknown computer", "notice"],
  ["they are selling things from my account, posting on my profile", "in-my-name"],
  ["there is no mobile network", "no-service"],
  ["卡里少了3万元", "money-gone"],
  ["显示异地登录", "notice"],
  ["the screen went black and the phone is moving by itself", "steered"],
  ["they are controlling my computer", "steered"],
  ["he talked my mother into installing something", "steered"],
  ["手机黑屏了，一直在自己动", "steered"],
  ["手机自己在操作", "steered"],
  ["让她下载了一样东西", "steered"],
  ["她下载了个会议软件", "steered"],
  ["京东白条被开通了，还借了2万金条", "row"],
  ["花呗额度变成0了", "money-gone"],
  ["提示在别的手机上登录了", "kicked-off"],
  ["支付宝转走了8000元", "row"],
  ["提现处理中", "row"],
  ["微信登不上去了", "kicked-off"],
  ["绑定手机被人换了", "notice"],
  ["有人用我的号向我同学借钱", "in-my-name"],
  ["there are charges on my card I never made", "row"],
  ["I see three withdrawals that were not me", "row"],
  ["5000 dollars disappeared from my savings", "row"],
  ["Revolut shows a transfer of 1,200 EUR I never made", "row"],
  ["unknown charges on my card", "row"],
  ["my savings account has been cleaned out", "money-gone"],
  ["they emptied my bank account", "money-gone"],
  ["coins were withdrawn from Binance", "money-gone"],
  ["new sign-in from Lagos", "notice"],
  ["an unknown device logged in to my account", "notice"],
  ["my Instagram got hacked", "somebody-in"],
  ["somebody got into my email", "somebody-in"],
  ["somebody else is using my Gmail", "somebody-in"],
  ["a hacker is in my bank account", "somebody-in"],
  ["my phone has been hacked", "steered"],
  ["手机中了木马", "steered"],
  ["my friends were asked for money from my account", "in-my-name"],
  ["I dialled *21*9876543210# as the courier told me", "diverted"],
  ["客服让我按*21*加一个号码", "diverted"],
  ["my calls are being forwarded to a number I don't know", "diverted"],
  ["he is forwarding my calls", "diverted"],
  ["我的来电都被转到别的号码了", "diverted"],
  ["快递让我拨了呼叫转移的代码", "diverted"],
  ["有一笔转账不是我操作的", "row"],
  ["看到不明扣款999元", "row"],
  ["有人用我的卡买东西", "row"],
  ["一直在自己动", "steered"],
  ["卡里5万块不见了", "money-gone"],
  ["微信被盗了", "somebody-in"],
  ["支付宝被人登录了", "somebody-in"],
];

test.each(seen)("%s", (text, ...signs) => {
  expect(said(text)).toEqual(signs);
});

test.each([
  "no withdrawal is pending",
  "the transfer I made was completed",
  "I sent $500 to my landlord",
  "I left my phone at home",
  "I almost left my phone on the bus",
  "I never approved a login",
  "I found my bag with my phone",
  "it was not unlocked",
  "my salary payment was confirmed",
  "I can get into my Gmail",
  "if my password was changed",
  "I am afraid the password was changed",
  "was the password changed?",
  "we never gave the code to anybody",
  "the bank gave me a code",
  "he gave me the code",
  "I texted my friends for help",
  "我给我朋友发消息借钱",
  "我下载了个国家反诈中心软件",
  "我借了2万给朋友",
  "他让我不要自己动手",
  "没有转走8000元",
  "nothing was sent",
  // A denial in the middle.
  "we have received no verification code",
  "I gave nobody the code",
  "I told no one the PIN",
  "my phone does not move by itself",
  "my phone never did anything on its own",
  "my friends have not received messages from my account",
  "my Gmail was never hacked",
  "he told me not to install anything",
  "他让我不要下载软件",
  "手机没有自己动",
  "手机没有被控制",
  "转账没有成功",
  "转账未成功",
  "the payment was not completed",
  "the loan has not been approved",
  "白条没有被开通",
  "微信没被人登录",
  // A number that counts no money.
  "he took 5 minutes",
  "they charged 30% battery",
  "they sent 12 messages about the match",
  "20 people left",
  "the meeting had 3 moved chairs",
  // What the owner did, or had done.
  "my Amazon order has been confirmed",
  "2000 was transferred to me by my employer",
  "my limit was increased by the bank as I asked",
  "my new SIM was activated at the shop by me",
  "I can't log in because I forgot my password",
  "I logged into my PayPal",
  "我今天给房东转账3000元成功",
  "密码被我改了",
  "我在新手机上登录了微信",
  "我自己转走了2000元",
  "I dialled *100# to check my balance",
  "I did not dial *401*",
  "I forward my calls to my office",
  "call forwarding is off",
  "我把来电转移到办公室座机",
  "呼叫转移已经取消",
  // Other queues, doors and machines.
  "my line moved forward at the bank",
  "I couldn't get into my car",
  "i was locked out of my house",
  "my wallet is missing a button",
  "the phone is dead because the battery ran out",
  "my screen locks by itself",
  "the laptop restarts on its own",
  "my boss asked me to download the slides",
  "my son took my phone to play games",
  "my friends posted on my page happy birthday",
  "I entered my PIN at the supermarket",
  "I sent the wifi password to my guests",
  "登不上山",
  "进不了小区",
  "他让我装修房子",
  "洗衣机自己动了",
  "积分余额变成0",
  "电梯里没信号",
  "the door was still unlocked",
  "QQ三年前被盗了",
  "我妈转账给我3000元成功",
])("not seen: %s", (text) => {
  expect(said(text).filter((sign) => sign !== "code")).toEqual([]);
});

test.each([
  ["the password was changed, and it was not changed by me", "notice"],
  ["the password was changed not by me", "notice"],
  ["这笔转账成功不是我自己操作的", "row"],
  ["I was locked out of my home banking", "kicked-off"],
  ["£500 was sent to my ex", "row"],
  ["there are purchases charged to my account that I never made", "row"],
  ["£500 was charged to my account", "row"],
])("what sounds ordinary and is not: %s", (text, sign) => {
  expect(said(text)).toContain(sign);
});

/** Groups of a pattern that may repeat without end, as their alternatives; classes stand as `[]`. */
const endless = (source: string): readonly (readonly string[])[] =>
  [
    ...source.replaceAll(/\[[^\]]*\]/g, "[]").matchAll(/\(\?:((?:[^()]|\([^()]*\))*)\)(?:[*+]|\{\d+,\})/g),
  ].map(([, group = ""]) => {
    const [, listed = group, after = ""] = /^\(\?:([^()]*)\)(.*)$/.exec(group) ?? [];
    return listed.split("|").map((each) => each + after);
  });
/** Whether a text can be cut into these in two ways: then a failing match tries them all. */
const isAmbiguous = (alternatives: readonly string[]): boolean =>
  new Set(alternatives).size < alternatives.length ||
  alternatives.some(
    (each) =>
      /[*+?{}()[\]]/.test(each) ||
      !(each.startsWith(" ") || each.endsWith(" ")) ||
      (each.trim().includes(" ") &&
        each
          .trim()
          .split(" ")
          .every((word) => alternatives.some((other) => other.trim() === word))),
  );

test("no shape takes long over a hostile clause: what repeats without end is a letter, or a word of a list", () => {
  // All else that repeats has an end, so that the steps are a small power of the letters of a clause.
  expect([...endless("(?:a+)*"), ...endless("(?:(?:has|has been|been) )+")].map(isAmbiguous)).toEqual([
    true,
    true,
  ]);
  const groups = shapes.flatMap(({ pattern }) => endless(pattern.source));
  expect(groups.length).toBeGreaterThan(5); // A check that reads nothing must not pass.
  expect(groups.filter(isAmbiguous)).toEqual([]);
});

test("every shape is met by one of the sentences", () => {
  const all = [...seen, ...paidSentences, ...alarms, ...framed].map(([text]) => text.toLowerCase());
  expect(shapes.length).toBeGreaterThan(30); // A check that reads nothing must not pass.
  const unmet = shapes.filter(({ pattern }) => !all.some((text) => text.search(pattern) >= 0));
  expect(unmet.map(({ pattern }) => pattern.source.slice(0, 60))).toEqual([]);
});

describe("where", () => {
  const taken = (text: string, region: string) =>
    takenFor(
      {
        catalog: shipped.catalog,
        region,
        uses: [],
        gone: [],
        kinds: new Map(),
        offset: 0,
        isDescribed: false,
        isOfLies: false,
      },
      {
        list: "signs",
        index: 0,
        text,
        at: { from: 0, to: 0 },
      } as Parameters<typeof takenFor>[1],
    );

  test("a place named in the middle is the place, and what was done there was done in an account of theirs", () => {
    expect(taken("Coinbase says a withdrawal of 1.2 BTC is pending", "gb")?.uses).toEqual(["coinbase"]);
    expect(taken("Gmail says the recovery phone was changed", "gb")?.uses).toEqual(["google"]);
    expect(taken("someone writes to my mother on WhatsApp as me", "br")?.uses).toEqual(["whatsapp"]);
  });

  test("a text of money that moved at a place of theirs is asked about there; of another place it is a text", () => {
    const at = (uses: readonly string[]) =>
      takenFor(
        {
          catalog: shipped.catalog,
          region: "cn",
          uses,
          gone: [],
          kinds: new Map(),
          offset: 0,
          isDescribed: false,
          isOfLies: false,
        },
        {
          list: "signs",
          index: 0,
          text: "招商银行发短信说向张某转账50000元成功",
          at: { from: 0, to: 0 },
        } as Parameters<typeof takenFor>[1],
      )?.signs.map(({ sign, on, from }) => [sign, on, from].filter(Boolean).join(" "));
    expect(at(["招商银行"])).toEqual(["row cmb"]);
    expect(at(["工商银行"])).toEqual(["notice cmb"]);
  });

  test("the words something is told with are no name, unless they are written like one", () => {
    const at = (text: string, region: string) =>
      taken(text, region)?.signs.map(({ sign, on, from }) => [sign, on, from].filter(Boolean).join(" "));
    expect(at("my phone lost signal and i can't get into my account", "ca")).toEqual([
      "no-service line.main",
      "kicked-off",
    ]);
    for (const [text, region, name] of [
      ["the door bolt is broken and somebody signed in to my account", "gb", "bolt"],
      ["I am at base, somebody signed in", "be", "base"],
      ["a salt shaker fell, somebody signed in to my account", "ch", "salt"],
      ["at the rocket ride somebody sent 900", "bd", "rocket"],
      ["Liv, my daughter, got a code", "ae", "liv"],
    ] as const)
      expect(JSON.stringify(taken(text, region) ?? "")).not.toContain(`"${name}`);
    expect(at("they logged me out of Signal", "gb")).toEqual(["kicked-off signal"]);
    expect(at("lost access to my account, the money was transferred out of access bank", "ng")).toContain(
      "money-gone access-bank-ng",
    );
  });
});
