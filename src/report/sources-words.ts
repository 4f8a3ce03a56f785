/** What is said around the sources, in both languages. */
import type { AddressKind } from "../catalog/index.ts";
import { both, counted, groupDigits, type Lang, type WordsOf, wordsIn } from "./words.ts";

const table = {
  heading: both(
    ({ sources, resting }: { readonly sources: number; readonly resting: number }) =>
      `${groupDigits(resting)} facts rest on ${counted(sources, "source")}`,
    ({ sources, resting }) => `${groupDigits(resting)} 条事实出自 ${groupDigits(sources)} 个来源`,
  ),
  things: both(
    (count: number) => counted(count, "fact"),
    (count) => `${groupDigits(count)} 条`,
  ),
  published: both(
    (date: string) => `published ${date}`,
    (date) => `${date}发布`,
  ),
  seen: both(
    (date: string) => `read ${date}`,
    (date) => `${date}读过`,
  ),
  cannotLookUp: both(
    (count: number) => `Nobody can look up: ${counted(count, "source")}`,
    (count) => `外人查不到的来源：${groupDigits(count)} 个`,
  ),
  cannotMeaning: both(
    "There is no address of a page, and yet more is said than that somebody claims it:",
    "没有具体网页的地址，却写得比“网上说法”更肯定：",
  ),
  claimedOnly: both(
    (count: number) => `Told as unconfirmed, for there is no page: ${counted(count, "source")}`,
    (count) => `没有具体网页，所以只作“未证实”：${groupDigits(count)} 个来源`,
  ),
  old: both(
    (count: number) => `Seen more than two years ago, and not since: ${counted(count, "fact")}`,
    (count) => `两年多以前查的，之后没再查过：${groupDigits(count)} 条`,
  ),
  undated: both(
    (count: number) => `Of which nobody says since when it is to be had: ${counted(count, "measure")}`,
    (count) => `没写明什么时候起可以办的办法：${groupDigits(count)} 项`,
  ),
  unsourced: both(
    (count: number) => `Of which nothing says where it comes from: ${counted(count, "flow")}`,
    (count) => `没写明出处的流程：${groupDigits(count)} 个`,
  ),
  numbers: both(
    ({ all, without }: { readonly all: number; readonly without: number }) =>
      `Of ${counted(all, "number")} to call, no page is named for ${groupDigits(without)}`,
    ({ all, without }) => `${groupDigits(all)} 个电话里，没写明出自哪个网页的有 ${groupDigits(without)} 个`,
  ),
  unused: both(
    (count: number) => `${counted(count, "source")} more, on which nothing rests`,
    (count) => `另有 ${groupDigits(count)} 个来源没有用到`,
  ),
  isOver: both("over", "已失效"),
  isOld: both("old", "年头久了"),
  addressPage: both("a page", "有具体网页"),
  addressTry: both("anyone can try it", "谁都可以自己试"),
  addressSite: both("a whole site, no page", "只有网站，没有具体网页"),
  addressNone: both("no address", "没有地址"),
};

export type SourcesWords = WordsOf<typeof table>;
export const sourcesWords = (lang: Lang): SourcesWords => wordsIn(table, lang);

/** What an address is worth to somebody who wants to look it up. */
export const sayAddress = (words: SourcesWords, kind: AddressKind): string =>
  ({ page: words.addressPage, try: words.addressTry, site: words.addressSite, none: words.addressNone })[
    kind
  ];
