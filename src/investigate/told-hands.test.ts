/** Whose hand did what a sentence tells. */
import { expect, test } from "vitest";
import { handOf } from "./told-hands.ts";
import { isPaid } from "./told-voices.ts";

const isChange = (part: string): boolean =>
  /changed|logged in|blocked|stopped|geändert|登录|改了|冻结/.test(part) || isPaid(part);

test.each([
  // Who found it out did not do it.
  ["我发现有人登录了我的微信", "stranger"],
  ["昨天有人登录了我的微信", "stranger"],
  ["我的微信被人登录了", "stranger"],
  ["银行说有人登录了我的账户", "stranger"],
  ["I think someone logged in to my email", "stranger"],
  ["I found out that a hacker changed my password", "stranger"],
  ["Lloyds told me somebody changed my number", "stranger"],
  ["I was told that someone changed my number", "stranger"],
  ["我被告知有人登录了我的账户", "stranger"],
  ["she saw that someone changed her password", "stranger"],
  ["my mother noticed somebody logged in to her email", "stranger"],
  ["my password was changed by someone", "stranger"],
  ["I cancelled it after someone logged in to my email", "stranger"],
  ["I saw that someone paid 500 pounds to J Smith", "stranger"],
  ["someone took my phone and changed my password", "stranger"],
  ["ein Betrüger hat meine Handynummer geändert", "stranger"],
  // What was done at somebody's word is one's own act.
  ["someone called me and I changed my password", "own"],
  ["有人给我打电话，我改了密码", "own"],
  ["我被骗子骗了，我改了密码", "own"],
  ["somebody helped me, I blocked my card", "own"],
  ["a man called and I paid 500", "own"],
  ["I rang Lloyds and the card was stopped", "own"],
  ["I changed my password after someone called", "own"],
  ["my husband changed the password", "own"],
  // Nobody says whose it was, or whoever was asked to did it.
  ["my password was changed", "nobody"],
  ["我的支付宝密码被改了", "nobody"],
  ["I woke up and my password was changed", "nobody"],
  ["他登录了我的微信", "nobody"],
  ["有人帮我改了密码", "nobody"],
  ["对方说我的卡被冻结了", "nobody"],
  ["someone told me my card was blocked", "nobody"],
  ["alguien en el banco changed it", "nobody"],
  ["someone I know changed my password", "nobody"],
])("whose hand: %s", (says, expected) => {
  expect(handOf(says, isChange)).toBe(expected);
});
