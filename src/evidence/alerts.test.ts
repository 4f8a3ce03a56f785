/** What services write of changes, in their own words of several countries, is known for what it is; what only sounds alike is not. */
import { expect, test } from "vitest";
import { readWholeFolder } from "../catalog/index.ts";
import { meaningOf } from "./meaning.ts";

const meaning = meaningOf(readWholeFolder({ folder: "catalog", stories: false }).catalog);

test.each([
  ["The phone number for your security codes was changed on 06/12", "sign-in-data-changed"],
  ["Your contact information has been updated", "sign-in-data-changed"],
  ["Your username was changed", "sign-in-data-changed"],
  ["se ha modificado el número de teléfono", "sign-in-data-changed"],
  ["Nomor HP Anda telah diganti", "sign-in-data-changed"],
  ["您的QQ密保手机已变更", "sign-in-data-changed"],
  ["您的账号更换了绑定手机", "sign-in-data-changed"],
  ["An external account ending in 4410 was added to your profile", "payee-added"],
  ["A new recipient J SMITH was added to Zelle", "payee-added"],
  ["Santander OTP 123456 to add a new payee", "payee-added"],
  ["un nouveau bénéficiaire a été ajouté", "payee-added"],
  ["alta de cuenta destino", "payee-added"],
  ["您新增收款人张三", "payee-added"],
  ["2-Step Verification turned off for your account", "second-step-off"],
  ["ワンタイム認証の解除", "second-step-off"],
  ["A new passkey was added to your account", "new-device"],
  ["Your token has been activated on another device", "new-device"],
  ["Your Online ID was used to sign in from a device we don't recognize", "new-device"],
  ["別の端末でログインされました", "new-device"],
  ["您的手机银行已更换绑定设备", "new-device"],
  ["We've received your request to swap your SIM", "sim-changed"],
  ["votre nouvelle carte SIM est activée", "sim-changed"],
  ["You changed your PIN", "password-changed"],
  ["我把支付宝密码改了", "password-changed"],
  ["我的支付宝密码被改了", "password-changed"],
  ["我用支付宝付了钱", "spent"],
  // How many devices it is open on is no news of one.
  ["You are logged in to your account on 2 devices", "devices-counted"],
  ["You're signed in on 3 devices. Review your devices", "devices-counted"],
  ["logged in to your account on 2 new devices", "new-device"],
  ["Someone logged in to your account on Chrome, Windows", "new-device"],
  ["你已修改支付密码", "password-changed"],
  ["비밀번호가 재설정되었습니다", "password-changed"],
  ["Your account was recovered successfully", "reset"],
  ["Your card is locked", "stopped"],
  ["We've frozen your account because of suspicious activity", "stopped"],
  ["您的卡片已被挂失", "stopped"],
  ["您尾号1234的卡已解除挂失", "released"],
  ["Your debit card was unlocked", "released"],
  ["your loan of $10,000 was funded", "loan"],
  ["ATM WITHDRAWAL 000123 MAIN ST", "debited"],
])("an alert of a change: %s", (says, sign) => {
  expect(meaning.signIn(says)?.id).toBe(sign);
});

test.each([
  "Your appointment was changed to Tuesday",
  "Your order has been updated",
  "Your card ending 1234 expires soon",
  "Turn on two-factor authentication to protect your account",
  "Your email address was verified",
  "We've added a new feature",
  "Your loan repayment is due on 5 May",
  "Die Rechnung Ihrer Handynummer ist online",
  "我换手机号了，存一下",
  // Adverts and instructions.
  "Two-factor authentication is now on. To turn it off visit settings",
  "Get a credit card in your name today",
  "Want to swap your SIM? Visit a store",
  "tap to freeze your account in the app",
  "You can close your account in Settings",
  "Get a Google Voice number",
  "お電話番号の変更はこちら",
  "Please note our address change: we moved to 12 High St",
  "Our contact details have been updated on the website",
  // Receipts and the talk of friends.
  "A payment of $50 will be taken from your linked bank account",
  "recipient address added to your order",
  "your PIN has not changed",
  "Your card stopped working so I used cash",
  "had some frozen yogurt",
  "he just reset your router",
  "lol who logged in on a sunday",
  "您的快递已送达",
])("no alert: %s", (says) => {
  expect(meaning.signIn(says)).toBeUndefined();
});

test("whom a code pays, and where money was drawn to, is nobody who was added", () => {
  expect(meaning.signIn("Use 123456 to pay payee EDF Energy £50")?.id).toBe("paying");
  expect(meaning.signIn("Withdrawal of 0.1 BTC. Withdrawal address: bc1q")?.id).toBe("sent");
});
