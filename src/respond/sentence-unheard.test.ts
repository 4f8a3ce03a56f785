/** Of a note of several clauses each is heard, and what was not understood of it is named. */
import { beforeAll, expect, test } from "vitest";
import { readShipped, type Shipped } from "../../test/kit/shipped.ts";
import { heardIn, type Said } from "./sentence.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});
const named = ({ sign, gone, isOpen, isCodeSeen }: Said): string =>
  sign ?? (isOpen === true ? (isCodeSeen === true ? "code seen" : "open") : `gone ${gone ?? "steered"}`);
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
