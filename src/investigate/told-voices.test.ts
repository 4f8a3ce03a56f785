/** Who speaks, and what they deny. */
import { expect, test } from "vitest";
import { isDeniedCode, isDeniedMoney, isLinkOpened, isOwnVoice, isStrangersHand } from "./told-voices.ts";

test.each([
  ["I called EE and told them I had not asked for a new SIM", true],
  ["got a new SIM in the O2 shop", true],
  ["avisei o Nubank e o Banco do Brasil do furto", true],
  ["到营业厅补了卡", true],
  ["銀行に電話して口座を止めてもらいました", true],
  // What came is nobody's act.
  ["I got a text from EE that my SIM was changed", false],
  ["ho ricevuto un messaggio della banca", false],
  ["我收到一条短信，说换了新设备", false],
  // Whose doing it was is said behind.
  ["密码，是我自己改的", true],
  ["是我妈被骗子改了微信密码", false],
  ["是我的微信被人改了登录密码", false],
  ["T-Mobile says somebody had my number put on another phone", false],
])("own voice: %s", (says, expected) => {
  expect(isOwnVoice(says)).toBe(expected);
});

test.each([
  ["money is gone from my savings", true],
  ["I did not make these transfers", true],
  ["发现微信和花呗被人用了六千多", true],
  ["não fiz esses Pix", true],
  ["知らない引き落としがありました", true],
  ["my phone is gone", false],
  ["I paid the rent by transfer", false],
])("money denied: %s", (says, expected) => {
  expect(isDeniedMoney(says)).toBe(expected);
});

test.each([
  ["I got a code from O2 that I had not asked for", true],
  ["收到没有申请的验证码", true],
  ["I typed the code", false],
])("code denied: %s", (says, expected) => {
  expect(isDeniedCode(says)).toBe(expected);
});

test("a link is one in every language", () => {
  for (const says of ["I clicked the link", "点了短信里的链接", "リンクを押しました", "cliquei no link"])
    expect(isLinkOpened(says)).toBe(true);
  expect(isLinkOpened("I linked my card")).toBe(false);
});

test.each([
  ["someone logged in to my email", true],
  ["Somebody opened a credit card in my name", true],
  ["有人登录了我的微信", true],
  ["jemand hat sich in mein Konto eingeloggt", true],
  ["alguém entrou na minha conta", true],
  // Who is asked to is no stranger.
  ["someone at the bank blocked my card", false],
  ["somebody from Chase reset it for me", false],
  ["I logged in to my email", false],
  ["my son borrowed the phone", false],
])("a stranger's hand: %s", (says, expected) => {
  expect(isStrangersHand(says)).toBe(expected);
});

test.each([
  ["I got codes I had not asked for", true],
  ["I did not ask for the codes I got", true],
  ["验证码不是我要的", true],
  // What never came, or was told to nobody, was not asked for by somebody else.
  ["I did not get the code", false],
  ["the code never came", false],
  ["I have not given the code to anybody", false],
  ["den Code habe ich nicht weitergegeben", false],
  ["não passei o código para ninguém", false],
])("a code that was not asked for: %s", (says, expected) => {
  expect(isDeniedCode(says)).toBe(expected);
});
