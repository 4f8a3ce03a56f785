/** Which texts tell of money that moved, how much and which way. */
import { expect, test } from "vitest";
import { moneyTold, sumsIn } from "./texts-of-money.ts";

test.each([
  ["Dear UPI user A/C X4471 debited by 227.0 on date 09Feb23 trf to ZEPTO Refno 3", "out 227 4471"],
  [
    "Your a/c no. XXXXXXXX4471 is debited for Rs.4,62,959.00 and a/c XXXXXXX901 credited (IMPS)",
    "out 462959 4471",
  ],
  ["QCS1 Confirmed. Ksh1,250.00 paid to NAIVAS. New M-PESA balance is Ksh18,204.00.", "out 1250"],
  ["【工商银行】您尾号7788卡5月27日15:46支出(跨行转账)30,000.00元。", "out 30000 7788"],
  ["【工商银行】您尾号1234卡7月5日收入(工资)8,200.00元。", "in 8200 1234"],
  ["[KB]04/22 김*수 체크카드출금 15,300원 GS25", "out 15300"],
  ["Compra aprovada no cartão final 4471: R$ 1.529,90 em LOJA", "out 1529.9"],
  ["OTP for fund transfer of Rs. 200000.00 is 662190. Do not share", "nothing"],
  ["【支付宝】您正在支付2,000.00元，验证码 774411", "nothing"],
  ["Your payment of Rs.500 failed", "nothing"],
  ["can you pay me back for dinner", "nothing"],
])("%s", (text, expected) => {
  const found = moneyTold(text);
  const said =
    found === undefined ? "nothing" : [found.direction, found.amount, found.card].filter(Boolean).join(" ");
  expect(said).toBe(expected);
});

test.each([
  ["3500 dollars went by Zelle", [3500]],
  ["$3.5k and another 1,200 pounds", [3500, 1200]],
  ["卡里被转走3万，又刷了2,000元", [30_000, 2000]],
  ["转出1.2万元", [12_000]],
  ["少了一万块，又转走三万八千元", [38_000, 10_000]],
  ["三百五十元没了，两个人，十分钟", [350]],
  ["Rs. 2.5 lakh were debited", [250_000]],
  ["R$ 1.529,90 no pix", [1529.9]],
  ["被转走1万5千元，另外3百万没动，2万3千人", [3_000_000, 15_000]],
  ["Rs.500debited, $1200AUD went, and $300 kept", [1200, 500, 300]],
  ["500 people, 3 calls, 20 minutes, 2万人", []],
])("the sums of: %s", (text, expected) => {
  expect(sumsIn(text).toSorted((a, b) => b - a)).toEqual(expected);
});

test("a text made of digits and signs alone is read as fast as any", () => {
  const long = "9".repeat(200_000);
  expect(sumsIn(`${long}元`)).toEqual([]);
  expect(sumsIn("1,".repeat(100_000))).toEqual([]);
});
