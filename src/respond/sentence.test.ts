/** Whole sentences: what they say was seen, and what they only deny, ask, fear, or tell of somebody else. */

import { beforeAll, describe, expect, test } from "vitest";
import { readShipped, type Shipped } from "../../test/kit/shipped.ts";
import { readYaml } from "../catalog/index.ts";
import { saidIn, wordingsOf } from "../told/index.ts";
import type { Incident } from "./incident.ts";
import { readIncident } from "./read-incident.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});
const said = (text: string): readonly string[] => [
  ...new Set(
    saidIn(shipped.catalog, text).flatMap(({ sign, gone, isOpen }) =>
      isOpen === true ? [] : (sign ?? (gone === undefined ? "steered" : `gone ${gone}`)),
    ),
  ),
];
/** That the phone was open, too. */
const heard = (text: string): readonly string[] => [
  ...said(text),
  ...(saidIn(shipped.catalog, text).some(({ isOpen }) => isOpen === true) ? ["open"] : []),
];
const isHan = (text: string) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text);
/** In a clause of its own, in the middle of one, and after another. */
const within = (words: string) =>
  isHan(words)
    ? [words, `我刚刚看到${words}`, `在家里，${words}`, `刚才${words}，急`]
    : [words, `at about nine ${words}`, `we were at home, ${words}`, `${words}, please help`];
const denied = (words: string) =>
  isHan(words)
    ? [`没有${words}`, `没看到${words}`, `并没有发生${words}`, `没有发现任何${words}`, `不是${words}`]
    : [
        `there was no ${words}`,
        `not ${words}`,
        `i did not see ${words}`,
        `it was never ${words}`,
        `without any ${words}`,
      ];

describe("every wording", () => {
  test("alone and in a sentence is taken alike", () => {
    for (const { words } of wordingsOf(shipped.catalog)) {
      const alone = heard(words);
      expect(alone.length, words).toBeGreaterThan(0);
      for (const text of within(words)) expect(heard(text), text).toEqual(alone);
    }
  });

  test("denied, asked or feared is never seen", () => {
    const all = wordingsOf(shipped.catalog);
    // `没有` before `信号没了` is `没有信号`, which is seen.
    const isOther = (text: string) =>
      all.some((other) => /^(?:no|not|without|没|不)/.test(other.words) && text.includes(other.words));
    for (const { words } of all) {
      for (const text of denied(words)) if (!isOther(text)) expect(said(text), text).toEqual([]);
      const asked = isHan(words)
        ? [`是不是${words}`, `${words}吗？`, `如果${words}`, `怕${words}`]
        : [`if ${words}`, `is it ${words}?`, `i am afraid of ${words}`];
      for (const text of asked) expect(said(text), text).toEqual([]);
    }
  });
});

test.each([
  ["my line stopped working and i saw debit alert from gtbank", ["no-service", "row"]],
  ["手机突然没信号了，还收到银行扣款", ["no-service", "row"]],
  ["手机没信号银行卡被扣款", ["no-service", "row"]],
  ["no network and the money is gone", ["no-service", "money-gone"]],
  ["my line suddenly stopped working", ["no-service"]],
  ["他们把我的微信顶下来了，怎么办", ["kicked-off"]],
  ["no codes came", ["no-codes"]],
  ["没收到验证码", []],
  ["my bank texts stopped this morning", ["no-codes"]],
  ["从下午起收不到银行的验证码", ["no-codes"]],
  ["没有收不到短信的情况", []],
  ["my daughter texted from a new number and I sent her 1,800 and it was not her", ["paid"]],
  ["领导让我转5万，我转了才发现不是他", ["paid"]],
  ["我给儿子转了2万，结果不是他本人", ["paid"]],
  ["不是我本人操作，转走了5万", ["row"]],
  ["房租我转了", []],
  ["收到没申请过的验证码", ["code"]],
  ["来了我没要的验证码，钱没有被转走", ["code"]],
  ["a code came that i did not ask for", ["code"]],
  ["the code never came", []],
  ["why is there no service?", ["no-service"]],
  ["为什么手机没信号了？", ["no-service"]],
  ["is my phone without signal?", []],
  ["我朋友的手机没信号", []],
  ["my neighbour's phone has no signal", []],
  ["my husband says the money is gone", ["money-gone"]],
  ["the caller said the money was stolen", ["call"]],
  ["a man from the bank called me and said money was taken", ["call"]],
  ["客服说我的钱被转走了", ["call"]],
  ["he said he was from the bank. i gave him the code. then the money was gone", ["given", "money-gone"]],
  ["对方自称银行客服，我把验证码告诉了他，钱没了", ["given", "money-gone"]],
  ["对方自称客服，让我开了屏幕共享", ["steered"]],
  ["she shared her screen with nobody, and no remote access was given", []],
  ["我没有开屏幕共享", []],
  ["my phone was snatched on the road", ["gone device.phone"]],
  ["the battery was empty, and the battery means no signal", []],
  ["last year my phone was stolen", []],
  ["my diary is gone", []],
  ["今天天气不错", []],
] as const)("%s", (text, signs) => {
  expect(said(text)).toEqual(signs);
});

const read = (
  signs: string,
  more = "",
): { readonly incident: Incident; readonly complaints: readonly string[] } => {
  const { incident, complaints } = readIncident(
    readYaml(
      `incident: { at: "2026-11-28T23:45+01:00", region: ng, uses: [MTN, GTBank], gone: [] }\nsigns: [${signs}]\n${more}`,
      "incident.yaml",
    ),
    shipped.catalog,
  );
  if (incident === undefined) throw new Error("it is no incident");
  return { incident, complaints: complaints.map(({ message }) => message) };
};
const at = 'at: "2026-11-28T23:30+01:00"';

test("a sentence is kept whole as a note, its signs are about what it names, and nobody complains", () => {
  const text = "my line stopped working and i saw debit alert from gtbank";
  const { incident, complaints } = read(`{ ${at}, sign: "${text}" }`);
  expect(complaints).toEqual([]);
  expect(incident.signs.map(({ sign, on, note, index }) => [sign, on, note, index])).toEqual([
    ["no-service", "line.main", text, 0],
    ["row", "gtbank", text, 0],
  ]);
  expect(incident.taken).toHaveLength(1);
  expect(incident.notJudged).toEqual([]);
});

test("a sentence in which nothing is known stays not judged, with a way out", () => {
  const { incident, complaints } = read(`{ ${at}, sign: "my diary is gone" }`);
  expect(incident.signs).toEqual([]);
  expect(incident.notJudged).toEqual([{ list: "signs", index: 0, text: "my diary is gone" }]);
  expect(complaints).toEqual([expect.stringContaining("no sign `my diary is gone`; it is not judged")]);
});

test("what a message says is none of what was seen, and what somebody noted is", () => {
  const message = read(`{ ${at}, sign: text, from: MTN, note: "your account was emptied, call us" }`);
  expect(message.incident.signs.map(({ sign }) => sign)).toEqual(["notice"]);
  const noted = read(
    `{ ${at}, sign: no network, on: number, note: "and the money is gone" }`,
    `notes: [{ ${at}, note: "they logged me out of palmpay" }, { ${at}, note: "spoke to Ada" }]`,
  );
  expect(noted.incident.signs.map(({ sign, on, index }) => [sign, on, index])).toEqual([
    ["no-service", "line.main", 0],
    ["money-gone", "GTBank", 0],
    ["kicked-off", "palmpay", -1],
  ]);
  // A place nobody named, at which an account of theirs was seen under attack.
  expect(noted.incident.uses).toEqual(["MTN", "GTBank", "palmpay"]);
  // Whatever is written down and not understood is told as that, and nobody complains of it.
  expect(noted.incident.notJudged).toEqual([{ list: "notes", index: 1, text: "spoke to Ada" }]);
  expect(noted.complaints).toEqual([]);
});

test("what somebody adds to a sign is understood, or said not to be; of a call, what they did on it is theirs to tell", () => {
  const added = read(`{ ${at}, sign: no network, on: number, note: "since the dog came in" }`);
  expect(added.incident.notJudged).toEqual([{ list: "signs", index: 0, text: "since the dog came in" }]);
  const call = read(
    `{ ${at}, sign: call, on: number, note: "he was from the bank and I told him the code" }`,
  );
  expect(call.incident.signs.map(({ sign }) => sign)).toEqual(["call", "given"]);
  const said = read(`{ ${at}, sign: call, on: number, note: "your account was emptied" }`);
  expect(said.incident.signs.map(({ sign }) => sign)).toEqual(["call"]);
});

test("of a text in the letters of Taiwan a clause is heard whose letters are others, beside one whose letters are not", () => {
  expect(said("手機被偷了，信用卡被盜刷")).toEqual(["gone device.phone", "row"]);
  expect(said("手機被搶，對方用我的LINE向朋友借錢")).toEqual(["gone device.phone", "in-my-name"]);
  expect(said("我收到驗證碼，LINE被登出")).toEqual(["code", "kicked-off"]);
});
