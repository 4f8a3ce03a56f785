/** Of a note of several clauses each is heard, and what was not understood of it is named. */
import { beforeAll, expect, test } from "vitest";
import { readShipped, type Shipped } from "../../test/kit/shipped.ts";
import { heardIn, type Said } from "./sentence.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});
const named = ({ sign, gone, isOpen, isCodeSeen, isLocked }: Said): string =>
  sign ??
  (isLocked === true
    ? "locked"
    : isOpen === true
      ? isCodeSeen === true
        ? "code seen"
        : "open"
      : `gone ${gone ?? "steered"}`);
const heard = (text: string) => {
  const { said, unheard } = heardIn(shipped.catalog, text);
  return [said.map(named), unheard];
};

test.each([
  ["在地铁上手机被人摸走了，旁边的人刚看我输过锁屏密码", ["gone device.phone", "code seen"]],
  ["手机被偷了，小偷看到我解锁", ["gone device.phone", "code seen"]],
  ["我的手机密码被他看见了，然后手机被抢走了", ["code seen", "gone device.phone"]],
  ["手机被前男友拿走了，他知道密码", ["gone device.phone", "code seen"]],
  ["我老公手机掉了，里面微信支付宝银行都没密码", ["gone device.phone", "open"]],
  [
    "my phone was snatched and he had watched me type the PIN to unlock it",
    ["gone device.phone", "code seen"],
  ],
  ["they took my phone at knifepoint and made me unlock it", ["gone device.phone", "open"]],
  [
    "my handbag was stolen, my phone was in it, driving licence and three cards in it",
    ["gone device.phone", "gone document.id-card", "gone card.bank"],
  ],
  ["it threw me out of Revolut and when I retry it says the passcode is wrong", ["kicked-off", "refused"]],
  ["微信和支付宝接连被挤下线,号还被人解了挂失", ["kicked-off", "active-again"]],
])("all of it: %s", (text, said) => {
  expect(heard(text)).toEqual([said, []]);
});

test.each([
  ["手机被偷了，银行卡绑了三家", ["银行卡绑了三家"]],
  ["My phone was stolen, the SIM has a PIN I never changed", ["the SIM has a PIN I never changed"]],
  [
    "Money is gone from my account. The bank shows a Mandate I do not know",
    ["The bank shows a Mandate I do not know"],
  ],
  ["手機被偷了，銀行卡綁了三家", ["銀行卡綁了三家"]],
])("said to be not used: %s", (text, unheard) => {
  expect(heard(text)[1]).toEqual(unheard);
});

test.each([
  "my phone was stolen on the bus, it was raining and I was late",
  "手机被偷了，今天下雨，我很急",
  "手机没信号了，钱没有被转走",
  "my phone was stolen, I am afraid they get into my bank account",
  "my phone was stolen, what do I do about my cards",
  "a transfer of 900 euros went out, I did not make it and my card is in my wallet",
  "I gave the caller my online banking password and the code from the text",
  "接了个京东金条的电话，对方说账户有问题，我把屏幕共享给他了",
])("nothing is left: %s", (text) => {
  expect(heard(text)[1]).toEqual([]);
});

test.each([
  "我老公知道我的手机密码",
  "取款机旁边有人看我输密码，我用手挡住了",
  "I watched a film while unlocking the door",
  "my wife watched me type the PIN at the cash machine",
  "记住我的锁屏密码功能没开",
])("nobody saw how the phone is opened: %s", (text) => {
  expect(heard(text)[0]).toEqual([]);
});

test.each([
  ["Phone stolen at 9pm, my SIM is from EE", "my savings are with Nationwide", "my number is 07700 900123"],
  ["phone gone, bank account still fine", "nothing missing from my account", "the balance is still the same"],
  ["no signal, my wife's phone has signal", "his line is fine", "my passport is in the drawer"],
  ["money gone, all my savings", "it was our savings for a house", "I need that money for rent"],
  ["手机被偷了，银行卡还在", "余额没变", "手机号是移动的", "手机和银行卡都在我身边", "我已经把密码都改了"],
  ["卡被刷了5000，这是我的全部积蓄", "那是给孩子交学费的钱", "我正在去银行"],
])("what is as it was, whose it is and what it was for is not said to be unused: %s", (first, ...more) => {
  const texts = [
    first,
    ...more.map((clause) => `${/[a-z]/.test(clause) ? "phone gone, " : "手机被偷了，"}${clause}`),
  ];
  for (const text of texts) expect([text, heard(text)[1]]).toEqual([text, []]);
});

test.each([
  ["phone gone, my SIM is not working", "my SIM is not working"],
  ["phone gone, my account is no longer the same", "my account is no longer the same"],
  ["My phone was stolen. My bank is empty", "My bank is empty"],
  ["phone gone, card is not here", "card is not here"],
  ["手机被偷了，账户不正常", "账户不正常"],
  ["手机被偷了，余额变了", "余额变了"],
  ["手机被偷了，号码是空号", "号码是空号"],
])("what is not as it was is named where nothing was found in it: %s", (text, unheard) => {
  expect(heard(text)[1]).toEqual([unheard]);
});

test.each([
  ["WiFi没有密码", []],
  ["小偷没有密码", []],
  ["对方没有密码", []],
  ["银行卡没有密码", []],
  ["卡里没有密码", []],
  ["手机没有设密码", ["open"]],
  ["手机一直没设锁屏密码", ["open"]],
  ["丢的时候没有密码", ["open"]],
  ["They made us unlock the car", []],
  ["they made me unlock the door", []],
  ["they made me unlock it", ["open"]],
  ["The thief saw me unlocking my bike", []],
  ["He saw the phone unlock itself", []],
  ["it was locked with a passcode", ["locked"]],
  ["my account was locked with a new password", ["kicked-off"]],
  ["my account is locked", ["kicked-off"]],
  ["somebody filmed me unlocking my phone", ["code seen"]],
  ["they watched as I typed the pin on my phone", ["code seen"]],
])("a phone that was open is one, and what it was locked with shuts nobody out: %s", (text, means) => {
  expect(heard(text)[0]).toEqual(means);
});
