/** A passphrase is refused for what a thief tries first, with its reason, and for nothing else. */
import { dictionary } from "@zxcvbn-ts/language-common";
import fc from "fast-check";
import { expect, test } from "vitest";
import { judgePassphrase } from "./index.ts";

async function said(text: string): Promise<string> {
  const judged = await judgePassphrase(text);
  return judged.kind === "refused" ? judged.why : `accepted: ${judged.strength}`;
}

async function table(texts: readonly string[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const text of texts) found[text.length > 40 ? `${text.slice(0, 3)}…` : text] = await said(text);
  return found;
}

test("what is short, long, usual, repeated, a row or a number is refused", async () => {
  expect(
    await table([
      "short",
      "李小明李小明",
      "        a",
      "a".repeat(1025),
      "password",
      "Password123!",
      "P@ssw0rd2026!",
      "Summer2026!",
      "Tr0ub4dor",
      "qzvkwmpx",
      "aaaaaaaaaa",
      "abababababab",
      "drowssap4321",
      "19870512",
      "13812345678",
      "51010219870512123X",
      "qwertyuiop",
    ]),
  ).toMatchInlineSnapshot(`
    {
      "        a": "short",
      "13812345678": "number",
      "19870512": "number",
      "51010219870512123X": "number",
      "P@ssw0rd2026!": "common",
      "Password123!": "common",
      "Summer2026!": "common",
      "Tr0ub4dor": "guessable",
      "aaaaaaaaaa": "repeated",
      "aaa…": "long",
      "abababababab": "repeated",
      "drowssap4321": "common",
      "password": "common",
      "qwertyuiop": "sequence",
      "qzvkwmpx": "guessable",
      "short": "short",
      "李小明李小明": "short",
    }
  `);
});

test("what is tried first in China is refused", async () => {
  expect(
    await table([
      "zhangwei1990",
      "ZhangWei1990!",
      "zhangxiaoming19900512",
      "zhangwei19900512!",
      "lixiaoming13812345678",
      "zhang wei 1990",
      "woshizhangwei1990",
      "ouyangfeifei888",
      "zhangwei5201314",
      "zhangweizhangwei",
      "zhangwei@163.com",
      "zw19900512",
      "lw13812345678",
      "qq1234567890",
      "qq384756291",
      "5201314abc",
      "1314520wo",
      "woaini1314",
      "woaini5201314",
      "w0a1n1520",
      "woaizhongguo",
      "1qaz2wsx",
      "!QAZ2wsx#EDC",
      "1qaz@WSX3edc",
      "asdfghjkl123",
      "Chengdu2008!",
      "床前明月光疑是地上霜",
      "李小明李小明李小明",
    ]),
  ).toMatchInlineSnapshot(`
    {
      "!QAZ2wsx#EDC": "keyboard",
      "1314520wo": "common",
      "1qaz2wsx": "sequence",
      "1qaz@WSX3edc": "keyboard",
      "5201314abc": "common",
      "Chengdu2008!": "common",
      "ZhangWei1990!": "name",
      "asdfghjkl123": "common",
      "lixiaoming13812345678": "name",
      "lw13812345678": "number",
      "ouyangfeifei888": "name",
      "qq1234567890": "common",
      "qq384756291": "number",
      "w0a1n1520": "common",
      "woaini1314": "common",
      "woaini5201314": "common",
      "woaizhongguo": "common",
      "woshizhangwei1990": "name",
      "zhang wei 1990": "common",
      "zhangwei1990": "name",
      "zhangwei19900512!": "name",
      "zhangwei5201314": "name",
      "zhangwei@163.com": "name",
      "zhangweizhangwei": "name",
      "zhangxiaoming19900512": "name",
      "zw19900512": "number",
      "床前明月光疑是地上霜": "common",
      "李小明李小明李小明": "repeated",
    }
  `);
});

test("words and sentences of one's own will do", async () => {
  expect(
    await table([
      "four words in a row",
      "correct horse battery staple",
      "correcthorsebatterystaple",
      "kite lamp seven",
      "我家的猫叫小灰灰",
      "外婆煮的茶叶蛋真香",
      "wojiademaojiaoxiaohuihui",
      "Xr7pQm2kLz9v",
      `${"a".repeat(8)}我家的猫叫小灰灰 lamp kite`,
    ]),
  ).toMatchInlineSnapshot(`
    {
      "Xr7pQm2kLz9v": "accepted: fair",
      "aaaaaaaa我家的猫叫小灰灰 lamp kite": "accepted: strong",
      "correct horse battery staple": "accepted: strong",
      "correcthorsebatterystaple": "accepted: good",
      "four words in a row": "accepted: strong",
      "kite lamp seven": "accepted: good",
      "wojiademaojiaoxiaohuihui": "accepted: good",
      "外婆煮的茶叶蛋真香": "accepted: strong",
      "我家的猫叫小灰灰": "accepted: strong",
    }
  `);
});

const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"];
const drawn = { seed: 20_260_904, numRuns: 200 };

test("twelve characters drawn by chance will do", async () => {
  const phrase = fc.array(fc.constantFrom(...letters), { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(phrase, async (characters) => {
      expect((await judgePassphrase(characters.join(""))).kind).toBe("accepted");
    }),
    drawn,
  );
});

test("four words drawn by dice are strong, however they are put together", async () => {
  const diceware = dictionary["diceware"] as readonly string[];
  const phrase = fc.array(fc.constantFrom(...diceware), { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(phrase, fc.constantFrom(" ", "-", ""), async (words, between) => {
      const judged = await judgePassphrase(words.join(between));
      expect(judged.kind).toBe("accepted");
    }),
    drawn,
  );
});

test("more of it is never worse than a part that will do", async () => {
  for (const phrase of ["kite lamp seven", "我家的猫叫小灰灰", "Xr7pQm2kLz9v"])
    for (const more of [" 2026", "!", "1990zhangwei", "好"])
      expect(await said(phrase + more)).toMatch(/^accepted/);
});

test("a long text is judged, by its beginning, before the reader has gone", async () => {
  expect(await said("kite lamp seven ".repeat(60))).not.toBe("long");
});
