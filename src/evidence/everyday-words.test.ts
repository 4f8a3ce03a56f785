/** A name within an everyday word is nobody's, and the same name by itself is. */
import { beforeAll, expect, test } from "vitest";
import { readShipped, type Shipped } from "../../test/kit/shipped.ts";
import { isEverydayWord, isWrittenLikeName } from "./everyday-words.ts";
import { type Meaning, meaningOf } from "./meaning.ts";

let shipped: Shipped;
let meaning: Meaning;
beforeAll(() => {
  shipped = readShipped();
  meaning = meaningOf(shipped.catalog);
});
const isMeant = (text: string) => (name: string) => !isEverydayWord(name) || isWrittenLikeName(text, name);
const namedIn = (text: string) => meaning.institutionsIn(text, isMeant(text));

test.each([
  "我妈被电信诈骗骗走了三万",
  "买了个移动硬盘",
  "请保持手中信件完整",
  "三笔消费，其中信用卡两笔",
  "他已经平安到家，给我报平安了",
  "我住在北京通州",
  "早饭喝了小米粥",
  "オンラインで買い物をしました",
  "インスタントラーメンを買った",
  "다음 날 아침에 알았어요",
  "아침에 토스트를 먹었어요",
  "у меня украли все сбережения",
  "Nothing was taken from the account",
  "the next day nothing was left",
  "claro que sí, al día siguiente",
  "saya kena tipu kemarin",
  "I live in Navi Mumbai",
  "ik ben mijn telefoon kwijt",
  "I had to chase them for a personal answer",
])("nobody: %s", (text) => {
  expect(namedIn(text)).toEqual([]);
});

test.each([
  ["电信说我的卡被补办了", "china-telecom"],
  ["移动的客服打来电话", "china-mobile"],
  ["平安的卡被刷了", "pingan"],
  ["我家中国移动的宽带被停了", "china-mobile"],
  ["当中国银行打来电话时", "boc"],
  ["ラインを乗っ取られました", "line"],
  ["토스에서 돈이 나갔어요", "toss"],
  ["money is gone from my account at Chase", "chase"],
  ["I got a text from Nothing", "nothing"],
])("somebody: %s", (text, id) => {
  expect(namedIn(text).some((each) => each.includes(id))).toBe(true);
});

test("every everyday word listed for its name is a name of somebody", () => {
  for (const name of ["nothing", "next", "claro", "kena", "다음", "查找"])
    expect([name, meaning.institutionsIn(name).length > 0]).toEqual([name, true]);
});
