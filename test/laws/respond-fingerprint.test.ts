/** Money that went by a copied fingerprint: no code, the card at hand. What the bank blocks does not stop it. */
import { beforeAll, describe, expect, test } from "vitest";
import { answerTo } from "../kit/incidents.ts";
import { readShipped, type Shipped } from "../kit/shipped.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});
const told = (note: string, uses: string, region = "in") =>
  `incident: { at: "2026-11-28T21:30+05:30", region: ${region}, uses: [${uses}], gone: [] }
notes: [{ at: "2026-11-28T21:25+05:30", note: "${note}" }]`;
const firstOf = (note: string, uses: string, region?: string) =>
  answerTo(told(note, uses, region), shipped).next[0]?.action;

describe("money gone at a bank of India, no code came, the card is at hand", () => {
  test.each([
    ["10,000 rupees gone, no OTP came and my card is here", "State Bank of India, PhonePe, Jio"],
    ["Rs 10,000 debited from my SBI account, I got no OTP", "sbi, jio"],
    ["卡里少了一万卢比，没收到验证码，卡在我手里", "hdfc-bank, paytm, airtel"],
    ["10,000 rupees gone from my account, no OTP, my card is with me", "Canara Bank, airtel"],
  ])("%s: the fingerprint is locked first", (note, uses) => {
    const { next, then, notUnderstood } = answerTo(told(note, uses), shipped);
    expect(next[0]?.action).toBe("biometrics-locked(person)");
    expect(next[0]?.because).toContain("does not stop it");
    expect(next[0]?.stops).toContain("skim(card.bank)");
    expect([next[1], ...then][0]?.action ?? then[0]?.action).toContain("card.bank");
    expect(notUnderstood).toEqual([]);
  });

  test.each([
    ["10,000 rupees gone from my SBI account", "sbi, phonepe, jio"],
    ["10,000 rupees gone from SBI, an OTP came and I told it to a man", "sbi, phonepe, jio"],
    ["money gone from sbi, no OTP came, my phone has no signal since noon", "sbi, phonepe, jio"],
  ])("%s: the bank first", (note, uses) => {
    expect(firstOf(note, uses)).toBe("blocked(card.bank)");
  });

  test("elsewhere nobody is told of it", () => {
    expect(firstOf("工行卡里少了一万，没收到验证码，卡在我手里", "icbc, alipay", "cn")).toBe(
      "blocked(card.bank)",
    );
  });
});
