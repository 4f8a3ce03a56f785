/** Acts told in words are acts, and what they say was seen is seen. */
import { beforeAll, expect, test } from "vitest";
import { answerTo } from "../../test/kit/incidents.ts";
import { readShipped, type Shipped } from "../../test/kit/shipped.ts";
import { readYaml } from "../catalog/index.ts";
import { deedTold } from "./deed-told.ts";
import { isNamedIn } from "./places-named.ts";
import { readIncident } from "./read-incident.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});
const told = (action: string, head = "region: gb, uses: [EE, Barclays, PayPal]") =>
  `incident: { at: "2026-11-28T21:30+00:00", ${head}, gone: [device.phone] }
done: [{ at: "2026-11-28T21:10+00:00", action: "${action}" }]`;
const read = (action: string, head?: string) => {
  const { incident } = readIncident(readYaml(told(action, head), "incident.yaml"), shipped.catalog);
  return incident;
};

test.each([
  ["told the bank to block my card", "blocked(card.bank)", "done"],
  ["Barclays blocked the card", "blocked(card.barclays)", "done"],
  ["asked EE to suspend my number", "suspended(line.main)", "done"],
  ["tried to freeze my PayPal account, they refused", "frozen(account.paypal)", "refused"],
])("%s", (action, means, result) => {
  const [deed] = read(action)?.done ?? [];
  expect([deed?.action, deed?.result]).toEqual([means, result]);
  expect(read(action)?.signs).toEqual([]);
});

test.each([
  ["打95588挂失了银行卡", "blocked(card.icbc)", "done"],
  ["让移动停了号码", "suspended(line.main)", "done"],
  ["告诉支付宝冻结账户，他们不肯", "frozen(account.alipay)", "refused"],
])("%s", (action, means, result) => {
  const [deed] = read(action, "region: cn, uses: [china-mobile, icbc, alipay]")?.done ?? [];
  expect([deed?.action, deed?.result]).toEqual([means, result]);
});

test.each([
  ["did not block the card yet", "will block the card tomorrow", "thinking of freezing my account"],
  ["still have to suspend my number", "tried to block my card", "card blocked?", "how to freeze my account"],
  ["the thief blocked my card", "they locked me out of my account", "my number was stopped by somebody"],
  ["Barclays lifted the block on the card", "somebody cancelled the freeze of my account"],
  ["went to the bus stop with my card", "I locked the door and took my card", "cancelled my gym card"],
  ["reported my passport stolen, the card is safe", "Barclays stopped answering"],
  ["还没挂失银行卡", "准备挂失银行卡", "明天去冻结账户", "银行卡挂失不了", "怎么冻结账户"],
  ["账户被冻结了", "手机号被停机了", "骗子冻结了我的账户", "银行卡解除冻结", "银行卡挂失被取消了"],
  ["打95588挂失了身份证", "挂失了公交卡", "手机锁定，卡没动"],
])("no act of one's own that is done: %s, %s", (...texts) => {
  for (const text of texts) {
    const { catalog } = shipped;
    const places = /Barclays/.test(text) ? ["barclays"] : /95588/.test(text) ? ["icbc"] : [];
    expect([text, deedTold({ catalog, text, placesIn: () => places, hasCards: () => true })]).toEqual([
      text,
      undefined,
    ]);
  }
});

test.each([
  ["called about my card, they blocked it", "blocked(card.bank)"],
  ["stopped my card", "blocked(card.bank)"],
  ["had the bank freeze my account", "frozen(account.bank)"],
  ["reported my card stolen", "blocked(card.bank)"],
  ["locked my bank card in the app", "blocked(card.bank)"],
  ["账户被银行冻结了", "frozen(account.bank)"],
  ["打电话说卡丢了，已经挂失", "blocked(card.bank)"],
  ["卡挂失好了", "blocked(card.bank)"],
])("an act that is done: %s", (text, action) => {
  const { catalog } = shipped;
  expect(deedTold({ catalog, text, placesIn: () => [], hasCards: () => true })).toMatchObject({ action });
});

test("what it says was seen counts as in a note", () => {
  const incident = read("looked at the statement, 5,000 was transferred out of my Barclays account");
  expect(incident?.signs.map(({ sign, on }) => `${sign} ${on}`)).toEqual(["row barclays"]);
  const { taken, coverage } = answerTo(
    told("looked at the statement, 5,000 was transferred out of my Barclays account"),
    shipped,
  );
  expect([taken[0]?.list, coverage.unknownWords]).toEqual(["done", []]);
});

test.each(["had a glass of water", "the card is in the drawer", "my wife is at home"])(
  "no act, and said to be not understood: %s",
  (action) => {
    expect(read(action)?.done[0]?.action).toBe(action);
    expect(answerTo(told(action), shipped).coverage.unknownWords).toEqual([{ list: "done", index: 0 }]);
  },
);

test("a card that was blocked in words is not asked for again", () => {
  const { next, then } = answerTo(told("told the bank to block my card"), shipped);
  expect([...next, ...then].map(({ action }) => action)).not.toContain("blocked(card.bank)");
});

test.each([
  ["they said freeze it", "EE", false],
  ["EE said no", "EE", true],
  ["Barclays's line", "Barclays", true],
  ["给EE打电话", "EE", true],
  ["我的工商银行卡", "工商银行", true],
  ["time is short", "Tim", false],
  ["my TIM number", "Tim", true],
])("%s names %s: %s", (text, name, is) => {
  expect(isNamedIn(text, name)).toBe(is);
});

const noted = (
  note: string,
  head = "region: cn, uses: [china-mobile, icbc, cmb, alipay], gone: [device.phone]",
) =>
  readIncident(
    readYaml(
      `incident: { at: "2026-11-28T21:30+08:00", ${head} }\nnotes: [{ at: "2026-11-28T21:20+08:00", note: "${note}" }]`,
      "incident.yaml",
    ),
    shipped.catalog,
  ).incident;

test.each([
  ["I already blocked the card", ["blocked(card.bank) done"]],
  ["招商银行卡我已经挂失了", ["blocked(card.cmb) done"]],
  ["我已经挂失了", ["suspended(line.main) done"]],
  ["打给招行挂失了银行卡，又让移动停了号码", ["blocked(card.cmb) done", "suspended(line.main) done"]],
  ["the bank refused to block my card", ["blocked(card.bank) refused"]],
])("an act told in a note is done: %s", (note, acts) => {
  const incident = noted(note);
  expect(incident?.done.map(({ action, result }) => `${action} ${result}`)).toEqual(acts);
  expect([incident?.taken.length, incident?.notJudged]).toEqual([1, []]);
});

test.each([
  ["短信说您的银行卡已被冻结，点链接解冻", "a text says my card was blocked, click the link"],
  ["the caller said he blocked my card", "she says she froze your account", "他说已经把我的卡冻结了"],
  ["Nequi says my account is blocked after failed attempts", "my card was cancelled", "我的账户被银行冻结了"],
  ["去年挂失过银行卡", "朋友的卡挂失了", "if I block the card, what then", "还没挂失"],
])("no act is taken from a note in which others say so, or of another time: %s, %s", (...notes) => {
  for (const note of notes) expect([note, noted(note)?.done]).toEqual([note, []]);
});

test.each([
  [
    "block the card",
    "please block my card",
    "can I block the card",
    "how do I block the card",
    "to do: block card",
  ],
  [
    "I haven't blocked the card",
    "nobody blocked the card",
    "I could not block the card",
    "without blocking the card",
  ],
  [
    "I think I blocked the card",
    "I am waiting to get my card blocked",
    "I was on hold to block my card",
    "I want my card blocked",
  ],
  [
    "my bank says it blocked the card",
    "the bank told me to block the card",
    "I asked my sister to block my card",
  ],
  [
    "a man from Barclays rang and froze my account",
    "email: card cancelled",
    "Barclays has frozen my account",
  ],
  ["I blocked the scammer's number", "I blocked the number that called me", "I cancelled my order by card"],
  [
    "先挂失银行卡",
    "要不要挂失银行卡",
    "银行卡挂失了没有",
    "银行卡挂失了吧",
    "正在挂失银行卡",
    "去银行挂失银行卡",
  ],
  [
    "银行让我挂失银行卡",
    "请帮我挂失银行卡",
    "不会挂失银行卡",
    "打95588挂失银行卡，一直占线",
    "可能已经挂失了",
  ],
  [
    "银行说卡已经挂失了",
    "客服说账户冻结了",
    "手机停机了",
    "我手机号欠费停机了",
    "银行卡冻结了",
    "银行把我的卡冻结了",
  ],
])("an act is taken from a note where its teller says that it is over: not %s, %s, %s", (...notes) => {
  for (const note of notes) expect([note, noted(note)?.done]).toEqual([note, []]);
});

test.each([
  ["my wife has frozen the account", ["frozen(account.bank)"]],
  ["called ICBC about my card and they said they have blocked it", ["blocked(card.icbc)"]],
  ["I asked China Mobile to suspend my number", ["suspended(line.main)"]],
  ["I cancelled the SIM and blocked the card", ["suspended(line.main)", "blocked(card.bank)"]],
  ["had the bank block my card", ["blocked(card.bank)"]],
  ["我儿子已经把卡挂失了", ["blocked(card.bank)"]],
  ["打给银行了，他们已经把卡冻结了", ["blocked(card.bank)"]],
  ["银行卡已挂失", ["blocked(card.bank)"]],
  ["支付宝我已经冻结了，银行卡还没挂失", ["frozen(account.alipay)"]],
  ["银行卡已经挂失了，支付宝还没冻结", ["blocked(card.bank)"]],
])("an act of the teller's or theirs, at the place spoken of before it: %s", (note, acts) => {
  expect(noted(note)?.done.map(({ action }) => action)).toEqual(acts);
});

test("what a note says beside an act is not passed over", () => {
  const rest = (note: string) => noted(note)?.notJudged.map(({ text }) => text);
  expect(rest("I blocked my card, my mail password was on a note in the wallet")).toEqual([
    "my mail password was on a note in the wallet",
  ]);
  expect(rest("somebody called me, then I froze my account at Alipay")).toEqual([]);
});

test("what was reported lost is what is gone; where a card and a phone are, it is asked again", () => {
  const head = (gone: string) => `region: cn, uses: [china-mobile, icbc], gone: [${gone}]`;
  const actionsOf = (gone: string) => noted("我已经挂失了", head(gone))?.done.map(({ action }) => action);
  expect(actionsOf("card.bank")).toEqual(["blocked(card.bank)"]);
  expect(actionsOf("device.phone, card.bank")).toEqual([]);
});

test("an account that was frozen is not asked to be blocked by its card", () => {
  const { next, then, taken } = answerTo(
    `incident: { at: "2026-04-24T18:55+09:30", region: au, uses: [Optus, Commonwealth Bank], gone: [sim.main] }
notes:
  - { at: "2026-04-24T18:50+09:30", note: "I already asked the bank to freeze our account, they did it" }`,
    shipped,
  );
  expect(taken[0]?.says).toContain("already blocked");
  expect([...next, ...then].map(({ action }) => action)).not.toContain("blocked(card.bank)");
});

test.each([
  ["I hope the phone is locked", "I think the phone was locked", "the phone is usually locked"],
  ["the phone has a passcode but the thief knows it", "the phone has a passcode, he watched me type it"],
  [
    "the phone has a PIN, it was on a note in the wallet",
    "it has a passcode, 1234",
    "my old phone is locked",
  ],
  ["my sister's phone is locked"],
  [
    "手机应该是锁着的",
    "手机有密码但是他知道",
    "手机设了密码，是我生日",
    "手机之前有密码后来关了",
    "旧手机有密码",
  ],
])("a lock that may keep nobody out is not taken for one: %s, %s", (...notes) => {
  for (const note of notes) expect([note, noted(note)?.lock]).toEqual([note, "unknown"]);
});

test("a phone that was unlocked when it went is not locked", () => {
  expect(noted("被抢的时候手机解锁着")?.lock).toBe("open");
  expect(noted("手机设了锁屏密码，是六位的")?.lock).toBe("locked");
});

test.each([
  ["the phone is locked", "locked"],
  ["手机设了锁屏密码", "locked"],
  ["it was unlocked when he took it", "open"],
  // Whatever locks it, it was in use.
  ["he grabbed it out of my hand while I was using maps, the phone has a passcode", "open"],
  ["我正在看视频，手机被人抢走了，有锁屏密码的", "open"],
  ["I was cooking when he took it, the phone is locked", "locked"],
])("that a phone is gone may be told in one note and its lock in another: %s", (note, lock) => {
  const { incident } = readIncident(
    readYaml(
      `incident: { at: "2026-11-28T21:30+08:00", region: cn, gone: [] }
notes:
  - { at: "2026-11-28T21:20+08:00", note: "手机在酒吧被偷了" }
  - { at: "2026-11-28T21:22+08:00", note: "${note}" }`,
      "incident.yaml",
    ),
    shipped.catalog,
  );
  expect([incident?.lock, incident?.gone]).toEqual([lock, ["device.phone"]]);
});
