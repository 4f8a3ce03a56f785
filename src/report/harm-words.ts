/**
 * The kinds of harm in words: as a noun where a sum would stand, as what somebody could do, and counted. No kind is told
 * by a sum alone, and none without one is told as nothing.
 */
import type { HarmKind } from "../model/index.ts";
import { type Both, both, counted, groupDigits, type Lang, type WordsOf, wordsIn } from "./words.ts";

interface HarmWords {
  /** Beside one loss, where a sum would stand: `device wiped`. */
  readonly beside: Both<string>;
  /** After "somebody could": `wipe 2 devices`. */
  readonly could: Both<(count: number) => string>;
  /** What is left or was lost: `2 devices wiped`. */
  readonly lost: Both<(count: number) => string>;
}

export const harmWords: Readonly<Record<HarmKind, HarmWords>> = {
  money: {
    beside: both("money", "钱"),
    could: both(
      (count: number) => (count === 1 ? "take money" : `take money in ${groupDigits(count)} places`),
      (count) => (count === 1 ? "拿走钱" : `在 ${groupDigits(count)} 处拿走钱`),
    ),
    lost: both(
      (count: number) => (count === 1 ? "money" : `money in ${groupDigits(count)} places`),
      (count) => (count === 1 ? "钱" : `${groupDigits(count)} 处的钱`),
    ),
  },
  debt: {
    beside: both("new debt", "新欠的债"),
    could: both(
      (count: number) =>
        count === 1
          ? "run up debt in the owner's name"
          : `run up debt in the owner's name in ${groupDigits(count)} places`,
      (count) => (count === 1 ? "让机主背上新债" : `在 ${groupDigits(count)} 处让机主背上新债`),
    ),
    lost: both(
      (count: number) => (count === 1 ? "new debt" : `new debt in ${groupDigits(count)} places`),
      (count) => (count === 1 ? "新欠的债" : `${groupDigits(count)} 处新欠的债`),
    ),
  },
  wiped: {
    beside: both("device wiped", "设备被清空"),
    could: both(
      (count: number) => (count === 1 ? "wipe a device" : `wipe ${groupDigits(count)} devices`),
      (count) => `清空 ${groupDigits(count)} 台设备`,
    ),
    lost: both(
      (count: number) => `${counted(count, "device")} wiped`,
      (count) => `${groupDigits(count)} 台设备被清空`,
    ),
  },
  deleted: {
    beside: both("account deleted", "账户被删"),
    could: both(
      (count: number) => (count === 1 ? "delete an account" : `delete ${groupDigits(count)} accounts`),
      (count) => `删掉 ${groupDigits(count)} 个账户`,
    ),
    lost: both(
      (count: number) => `${counted(count, "account")} deleted`,
      (count) => `${groupDigits(count)} 个账户被删`,
    ),
  },
  speaking: {
    beside: both("speaking as the owner", "被冒名说话"),
    could: both(
      (count: number) =>
        count === 1
          ? "speak to others as the owner"
          : `speak to others as the owner from ${groupDigits(count)} accounts`,
      (count) =>
        count === 1 ? "冒机主之名跟别人说话" : `从 ${groupDigits(count)} 个账户冒机主之名跟别人说话`,
    ),
    lost: both(
      (count: number) => `${counted(count, "account")} used to speak as the owner`,
      (count) => `${groupDigits(count)} 个账户被用来冒名说话`,
    ),
  },
  facts: {
    beside: both("private things seen", "私人内容被看"),
    could: both(
      (count: number) =>
        count === 1 ? "see what is private" : `see what is private in ${groupDigits(count)} places`,
      (count) => (count === 1 ? "看到私人内容" : `在 ${groupDigits(count)} 处看到私人内容`),
    ),
    lost: both(
      (count: number) => `private things seen in ${counted(count, "place")}`,
      (count) => `${groupDigits(count)} 处私人内容被看`,
    ),
  },
  number: {
    beside: both("number lost", "号码被夺"),
    could: both(
      (count: number) => (count === 1 ? "take over the number" : `take over ${groupDigits(count)} numbers`),
      (count) => (count === 1 ? "夺走号码" : `夺走 ${groupDigits(count)} 个号码`),
    ),
    lost: both(
      (count: number) => `${counted(count, "number")} lost`,
      (count) => `${groupDigits(count)} 个号码被夺`,
    ),
  },
  "locked-out": {
    beside: both("owner locked out", "机主被挡在外面"),
    could: both(
      (count: number) =>
        count === 1 ? "lock the owner out" : `lock the owner out in ${groupDigits(count)} places`,
      (count) => (count === 1 ? "把机主挡在外面" : `在 ${groupDigits(count)} 处把机主挡在外面`),
    ),
    lost: both(
      (count: number) => `the owner locked out in ${counted(count, "place")}`,
      (count) => `机主在 ${groupDigits(count)} 处被挡在外面`,
    ),
  },
  other: {
    beside: both("another harm", "别的损害"),
    could: both(
      (count: number) => `do ${count === 1 ? "another harm" : `${groupDigits(count)} other harms`}`,
      (count) => `造成 ${groupDigits(count)} 处别的损害`,
    ),
    lost: both(
      (count: number) => (count === 1 ? "another harm" : `${groupDigits(count)} other harms`),
      (count) => `${groupDigits(count)} 处别的损害`,
    ),
  },
};

const table = {
  /** A sum beside which others are of unknown size. */
  andMore: both(
    (money: string) => `${money} and more of unknown size`,
    (money) => `${money}，另有数目不明的`,
  ),
  unknownSums: both(
    (count: number) => `${counted(count, "sum")} nobody has stated`,
    (count) => `${groupDigits(count)} 处没填金额`,
  ),
  /** Which harm a sum is, where there are several. */
  thatIs: both(
    (parts: string) => `That is: ${parts}.`,
    (parts) => `其中：${parts}。`,
  ),
  ofKind: both(
    (money: string, kind: string) => `${money} as ${kind}`,
    (money, kind) => `${kind} ${money}`,
  ),
  asALoss: both(
    (kind: string) => `where the owner fears it, it counts as: ${kind}`,
    (kind) => `机主担心它时，算作：${kind}`,
  ),
};

type HarmTableWords = WordsOf<typeof table>;
export const wordsOfHarm = (lang: Lang): HarmTableWords => wordsIn(table, lang);
