/**
 * What families write is found, in their own words and scripts, and each is who they mean: two firms that share a line of
 * a list are told to nobody as one another.
 */
import { beforeAll, expect, test } from "vitest";
import { institutionNamed } from "../../src/catalog/index.ts";
import { readShipped, type Shipped } from "../kit/shipped.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});

const named = (region: string, names: string) =>
  names.split(", ").map((name) => institutionNamed(shipped.catalog, name, { region }).institution?.id);

test("a firm of its own is not found as another one of its kind", () => {
  expect(named("us", "Target, Costco, Apple Card, Apple Cash, Afterpay, Sezzle")).toEqual(
    "target-us, costco, apple-card, apple-pay-cash, afterpay-us, sezzle".split(", "),
  );
  expect(
    named("gb", "Trading 212, Hargreaves Lansdown, AJ Bell, Talkmobile, Plusnet, Post Office Money, NS&I"),
  ).toEqual(
    "trading212, hargreaves-lansdown, aj-bell, talkmobile, plusnet, post-office-money, ns-and-i".split(", "),
  );
  expect(named("de", "Commerzbank, comdirect, Posteo, mailbox.org")).toEqual(
    "commerzbank, comdirect, posteo, mailbox-org".split(", "),
  );
  expect(named("in", "Groww, Upstox, KreditBee, Navi, Federal Bank, Jupiter, CoinDCX, WazirX")).toEqual(
    "groww, upstox, kreditbee, navi-in, federal-bank-in, jupiter-in, coindcx, wazirx".split(", "),
  );
  expect(named("tw", "LINE Pay, 一卡通, 全支付, 悠遊付")).toEqual(
    "line-pay-tw, ipass-tw, px-pay, easycard-tw".split(", "),
  );
  expect(named("kr", "지마켓, 11번가")).toEqual(["gmarket", "eleven-st"]);
  expect(named("fr", "Cetelem, Oney, Sofinco, Prixtel, Syma")).toEqual([
    "cetelem",
    "oney",
    "sofinco",
    "prixtel",
    "syma",
  ]);
});

test("what everybody has is found in the script it is written in", () => {
  expect(named("kr", "삼성, 아이폰, 구글, 넷플릭스")).toEqual(["samsung", "apple", "google", "netflix"]);
  expect(named("jp", "インスタ, フェイスブック, ニンテンドー")).toEqual(["instagram", "facebook", "steam"]);
  expect(named("in", "व्हाट्सएप, स्टेट बैंक")).toEqual(["whatsapp", "sbi"]);
  expect(named("sa", "واتساب, الراجحي, أبشر, منصة نفاذ")).toEqual([
    "whatsapp",
    "al-rajhi",
    "absher",
    "nafath",
  ]);
  expect(named("ru", "Сбер, Альфа-Банк, ВТБ, Госуслуги, ВКонтакте, Телеграм")).toEqual(
    "sber, alfa-bank-ru, vtb, gosuslugi, vk, telegram".split(", "),
  );
  expect(named("tw", "臉書, 華南銀行, icash Pay")).toEqual(["facebook", "hua-nan", "open-point-tw"]);
  expect(named("th", "เฟซบุ๊ก, ThaID, หมอพร้อม")).toEqual(["facebook", "thaid", "mor-prom"]);
  expect(named("cn", "盒马, 山姆会员店, 腾讯会议, 网络身份证")).toEqual([
    "hema-cn",
    "sams-club-cn",
    "tencent-meeting",
    "net-identity-cn",
  ]);
});

test("a name of one country is nobody's in another", () => {
  expect(named("us", "Next, MAX, Tesco")).toEqual([undefined, undefined, undefined]);
  expect(named("gb", "Target, Zain")).toEqual([undefined, undefined]);
});
