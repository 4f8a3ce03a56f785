/** What a word means. */
import { expect, test } from "vitest";
import { smallWorld } from "../../test/doors/small-world.ts";
import { catalogOf } from "../../test/kit/small-world.ts";
import { explain, listVocabulary, wordsKnown } from "./explain.ts";
import type { Lang } from "./words.ts";

const { catalog } = smallWorld();
/** The only place in this file that knows how a word is explained. */
const check = (word: string, lang: Lang = "en") =>
  explain(catalog, word, { lang, colour: false, columns: 80 });

test("a capability: its sentence, and who gives and asks it", () => {
  expect(check("receive-sms")).toMatchInlineSnapshot(`
    "receive-sms(line)  capability
      receives the text messages of the number
      - the owner must be able to get back to it
      - stopped by: suspended (the number is suspended)

    Given by 1 flow
      things/move-sim  Put the SIM card into another phone

    Asked for by 2 flows
      paywell/sign-in  Sign in by text code
      paywell/bind     Add a card without typing its number"
  `);
  expect(check("receive-sms(line.main)")).toBe(check("receive-sms"));
});

test("a loss says that it is one", () => {
  expect(check("charge")).toMatchInlineSnapshot(`
    "charge(card)  capability
      spends from the card
      - a loss: getting this far costs the owner money

    Given by 1 flow
      paywell/pay  Pay with a bound card"
  `);
});

test("a condition: what it stops, who sets and who lifts it", () => {
  expect(check("suspended")).toMatchInlineSnapshot(`
    "suspended(line)  condition
      the number is suspended
      - while it is set, nobody has: receives the text messages of the number

    Set by 1 flow
      tel/suspend  Report the SIM lost

    Undone by 1 flow
      tel/lift  Lift the loss report"
  `);
});

test("a secret, by each of its names", () => {
  expect(check("line.number")).toMatchInlineSnapshot(`
    "know(line.number)  secret
      the phone number (number)

    Given by 1 flow
      things/move-sim  Put the SIM card into another phone

    Asked for by 2 flows
      paywell/sign-in  Sign in by text code
      tel/lift         Lift the loss report"
  `);
  expect([check("number"), check("know(line.number)"), check("know(account.line.number)")]).toEqual(
    Array(3).fill(check("line.number")),
  );
});

test("a flow in full", () => {
  expect(check("paywell/bind")).toMatchInlineSnapshot(`
    "paywell/bind  flow
      Add a card without typing its number
      at        Paywell
      channel   in the app
      open      Mon–Fri 09:00–17:00
      asks for  all of
                - is signed in to the account  [enter(account)]
                - any of
                  - receives the text messages of the registered number of the
                    card  [receive-sms(card.reserved-line)]
                  - appears in person as the owner  [appear-in-person(person)]
      gives     has the card bound in the account  [pay-with(account, card)]
      takes     3 minutes
      basis     unconfirmed: only unsigned pages say so; seen 1 October 2020
                A page nobody signed  [rumour]
      not so?   chainbreak explain paywell/bind --contest"
  `);
  expect(check("sign-in", "zh")).toMatchInlineSnapshot(`
    "paywell/sign-in  流程
      短信验证码登录
      机构        好付
      渠道        在应用里
      要核对      每一项都要
                  - 知道账户的手机号  [know(account.line.number)]
                  - 能收到手机号的短信  [receive-sms(line)]
      办成后得到  已登录账户  [enter(account)]
      用时        1 分钟到 5 分钟，多为 2 分钟
      相关办法    no-code-alone
      MITRE F3    F1006.003
      依据        有报道：新闻、警方、法院或受害人这样说；2020 年 9 月 5 日看到
                  受害人自述  [case]
                  https://example.org/case
      不是这样？  chainbreak explain paywell/sign-in --contest"
  `);
  expect(check("send")).toContain("takes effect after  1 day");
  expect(check("lift")).toContain("An agent may be talked round.");
});

test("a measure: whose, what it changes, which flows list it", () => {
  expect(check("no-code-alone")).toMatchInlineSnapshot(`
    "no-code-alone  measure
      A text code alone opens nothing
      whose                     all institutions together
      effort                    10 (high)
      every flow listing it also asks for
                                knows the password of the account
                                [know(account.password)]

    Listed by 1 flow
      paywell/sign-in  Sign in by text code"
  `);
  expect(check("set-sim-pin(sim.main)")).toBe(check("set-sim-pin"));
});

test("an institution, by id and by any of its names", () => {
  expect(check("paywell")).toMatchInlineSnapshot(`
    "paywell  institution
      Paywell
      kind         wallet
      regions      everywhere
      also called  haofu
      runs         account
      file         cn/paywell.yaml

    6 flows
      paywell/sign-in  Sign in by text code
      paywell/bind     Add a card without typing its number
      paywell/pay      Pay with a bound card
      paywell/send     Send the balance away
      paywell/freeze   Report the account lost
      paywell/thaw     Lift the freeze"
  `);
  expect([check("Paywell"), check("好付"), check("haofu")]).toEqual(Array(3).fill(check("paywell")));
});

test("a source: who rests on it", () => {
  expect(check("rumour")).toMatchInlineSnapshot(`
    "rumour  source
      A page nobody signed
      read   1 October 2020
      grade  unsigned

    1 flow rests on it
      paywell/bind  Add a card without typing its number"
  `);
});

test("an unknown word gives nothing", () => {
  expect(
    ["", "recieve-sms", "__proto__", "toString", "constructor(line)"].map((word) => check(word)),
  ).toEqual(Array(5).fill(undefined));
});

test("all that can be explained is known, and is explained", () => {
  const words = wordsKnown(catalog);
  expect(words.length).toBeGreaterThan(40); // A check that reads nothing must not pass.
  expect(words.filter((word) => check(word) === undefined)).toEqual([]);
});

test("the whole vocabulary, a line a word", () => {
  expect(listVocabulary(catalog, { lang: "zh", colour: false, columns: 80 })).toMatchInlineSnapshot(`
    "能力
      possess           手里有手机卡、手机、银行卡
      appear-in-person  机主本人到场
      know              知道机主、手机号、银行卡、账户
      receive-sms       能收到手机号的短信
      enter             已登录账户
      pay-with          已在账户里绑定银行卡
      charge            花掉银行卡里的钱（损失）
      drain             转走账户的余额（损失）

    状态
      suspended  手机号已停机
      frozen     账户已冻结

    秘密（写在 \`know\` 里）
      person.id-number  身份证号
      line.number       手机号
      account.password  登录密码"
  `);
});

test("what a measure replaces is told by the keys that a file writes", () => {
  const bank =
    "institution: bank\nprovides: account\nflows: { send: { asks: enter(account), gives: [drain(account)], takes: 5m } }\nmeasures: { less: { by: person, effort: low, replaces: { send: { for: { account: own }, each: { from: 10, to: 20 }, at-most: { times: 1, per: 24h }, amount: 5, consent: { chance: 0.1 } } } } }";
  const told = explain(catalogOf(bank), "less", { lang: "en", colour: false, columns: 200 });
  expect(told).toContain("send: for, at-most, amount, each, consent");
});
