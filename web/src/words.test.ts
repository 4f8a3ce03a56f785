/**
 * Every word the page, the reports and the terminal can say, in both languages: none forgotten, none left in the other,
 * none that the glossary avoids. The glossary is one word for one thing; what it avoids stands here, with the word to use.
 */
import { expect, test } from "vitest";
import type { Both } from "../../src/report/index.ts";
import { readWhole } from "../data-plugin.ts";

const modules = import.meta.glob<Readonly<Record<string, unknown>>>(
  ["./**/*words.ts", "../../src/report/*words.ts", "../../src/cli/words.ts"],
  { eager: true },
);

/** A table that is handed out a language at a time. */
const isByLanguage = (
  name: string,
  value: unknown,
): value is (lang: string) => Readonly<Record<string, unknown>> =>
  typeof value === "function" && value.length === 1 && /(^words|Words)(For)?$/.test(name);

interface Said {
  readonly where: string;
  readonly message: Both<unknown>;
}

const isBoth = (value: unknown): value is Both<unknown> =>
  typeof value === "object" && value !== null && "en" in value && "zh" in value;

function* messagesIn(value: unknown, where: string): Generator<Said> {
  if (isBoth(value)) yield { where, message: value };
  else if (typeof value === "object" && value !== null)
    for (const [key, below] of value instanceof Map ? value : Object.entries(value))
      yield* messagesIn(below, `${where} ${key}`);
}

const messages = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, value]) => {
    if (!isByLanguage(name, value)) return [...messagesIn(value, `${file}: ${name}`)];
    const [en, zh] = [value("en"), value("zh")];
    return Object.keys(en).map((key) => ({
      where: `${file}: ${name} ${key}`,
      message: { en: en[key], zh: zh[key] },
    }));
  }),
);

/** Answers every question with itself or a figure, so that a message can be made without what it is really told of. */
const anything: unknown = new Proxy(() => "7", {
  get: (_, key) =>
    key === Symbol.toPrimitive
      ? () => "7"
      : key === Symbol.iterator
        ? function* () {
            yield "7";
            yield "7";
          }
        : key === "length"
          ? 0
          : anything,
  apply: () => "7",
});

/** What a message comes to; a few figures, because one and many are said differently. */
function* textsOf(message: unknown): Generator<string> {
  if (typeof message === "string") yield message;
  if (Array.isArray(message)) yield* message.map(String);
  if (typeof message !== "function") return;
  for (const told of [1, 7, "7", anything]) {
    try {
      const said: unknown = message(told, told, told);
      if (typeof said === "string" || said === anything) yield String(said);
    } catch {
      // It wants to be told something else; another of these will do.
    }
  }
}

/** Written so in Chinese as well; the last three are what a stand-in for a figure comes to. */
const namesInChinese =
  /^(chainbreak|SIM|eSIM|PIN|PUK|ID|APP|App|A4|age|Apple|Android|Windows|YAML|JSON|CSV|kB|MB|px|SVG|PNG|OK|MITRE|ATT|CK|PDF|SQLite|Argon2id|F3|CPU|Ctrl|C|Wilson|JSON|CHAINBREAK_DATA|PORT|PATH|nothing|checklist|founding|gang|loner|slow|zh|en|id|AES|GCM|npm|start|Home|End|Esc|Enter|Tab|undefined|function|NaN)$/;

/** What the command line names to be typed is in no language. */
const outsideOfCode = (text: string, where: string): string =>
  where.includes("/cli/") ? "" : text.replace(/`[^`]*`/g, "");

test("every message is said in both languages, and each in its own", () => {
  const wrong: string[] = [];
  let read = 0;
  for (const { where, message } of messages) {
    const [en, zh] = [[...textsOf(message.en)], [...textsOf(message.zh)]];
    if (en.length === 0 || zh.length === 0) wrong.push(`${where}: could not be said`);
    read += en.length + zh.length;
    for (const text of en) if (/\p{sc=Han}/u.test(text)) wrong.push(`${where}: Chinese in English: ${text}`);
    for (const text of zh) {
      const stray = (outsideOfCode(text, where).match(/[A-Za-z][A-Za-z0-9]*/g) ?? []).filter(
        (word) => !namesInChinese.test(word),
      );
      if (stray.length > 0) wrong.push(`${where}: English in Chinese: ${stray.join(" ")}`);
      if (text.trim() === "" && en.some((each) => each.trim() !== ""))
        wrong.push(`${where}: nothing in Chinese`);
    }
  }
  expect(messages.length).toBeGreaterThan(700);
  expect(read).toBeGreaterThan(messages.length);
  expect(wrong).toEqual([]);
});

/** What is avoided, and the word to use instead. */
const avoidedZh: readonly (readonly [RegExp, string])[] = [
  [/应急电话卡/, "应急联系卡：电话卡是手机卡"],
  [/走得到|走不到|走法|够得着|够不着|敞着/, "可能损失／没查到能得手的路／这条路"],
  [/撑|顶得住/, "能管多久"],
  [/封锁/, "停用"],
  [/手机号码/, "手机号"],
  [/SIM 卡(?![）锁])/, "手机卡"],
  [/动态口令/, "动态验证码"],
  [/恢复代码|恢复码单/, "恢复码"],
  [/重设/, "重置"],
  [/盗号者|入侵者/, "对方"],
  [/持卡人|当事人/, "机主"],
  [/本人照样|锁在外面/, "机主"],
  [/措施/, "办法"],
  [/力气|功夫|投入/, "工夫"],
  [/判断过|没有判断|不作判断|没判断/, "查过／没查过"],
  [/已知的都没有|还剩/, "查到的业务里没有还能丢钱的路／还可能损失"],
  [/样东西|我的东西/, "项；手机和账户"],
  [/人情|说动/, "客服酌情"],
  [/动手(?!时间|也|。)/, "不经过任何机构"],
  [/银行卡密码|数字密码/, "取款密码／应用密码"],
  [/有文件|有人声称|试过"/, "官方写明／网上说法，未证实"],
  [/安全(?!密钥|码|问题|”|“)/, "从不说安全"],
  [/谁也(?!收不到)|一定(?!的)|绝不/, "不说绝对的话"],
  [/[，。：；！？]\s*[,.:;!?]|[\p{sc=Han}][,;:!?](?!\/)|[\p{sc=Han}]\(|"/u, "全角标点"],
  [/！/, "不用感叹号"],
];
const avoidedEn: readonly (readonly [RegExp, string])[] = [
  [/\bmails?\b/i, "email"],
  [/\b(safe|secure)\b/i, "never said"],
  [/\b(whoever|anew|beside)\b/i, "somebody who, again, as well as"],
  [/(?<!there )\b(is|are) no (?!longer)/i, "is not a"],
  [/\bstands?\b(?! for)/i, "is, is printed, is shown"],
  [/\btext codes?\b/i, "code by text"],
  [
    /savings card|loss report|living face|from afar|screen passcode/i,
    "debit card, suspend, live face, remotely",
  ],
  [/\b(lifts?|lifted)\b/i, "undo, reactivate"],
  [/\bjudged\b|\bjudge\b/i, "checked"],
  [/\breached\b|\breachable\b/i, "could be lost"],
  [/\bbound (in|to)\b|(?<!-)\b(bind|bindings?)\b/i, "added"],
  [/\bone's\b|we neither|of (its|their) day/i, "your, and neither do we, the one you had then"],
  [/(?<!credit )\bline\b(?!\.)/i, "number"],
  [/\bswitched on below|switch (it|them) on|measures? switched on/i, "choose, count as done"],
  [/!/, "no exclamation marks"],
];

/** The words of the vocabulary, every form of them. */
function* vocabularyWords(): Generator<readonly [where: string, en: string, zh: string]> {
  const { capabilities, conditions, secrets } = readWhole().catalog.vocabulary;
  for (const { kind, sentence, name } of capabilities.values())
    for (const [form, said] of Object.entries({ sentence, name }))
      yield [`${kind} ${form}`, said.en, said.zh];
  for (const { kind, sentence, act, ended, name } of conditions.values())
    for (const [form, said] of Object.entries({ sentence, act, ended, name }))
      yield [`${kind} ${form}`, said.en, said.zh];
  for (const [thing, named] of secrets)
    for (const [secret, said] of named) yield [`${thing}.${secret}`, said.en, said.zh];
}

test("no word the glossary avoids is said in any message, nor by any word of the vocabulary", () => {
  const wrong: string[] = [];
  let read = 0;
  const look = (text: string, where: string, avoided: typeof avoidedZh) => {
    read += 1;
    for (const [pattern, instead] of avoided)
      if (pattern.test(text)) wrong.push(`${where}: “${text}”: ${instead}`);
  };
  for (const { where, message } of messages) {
    for (const text of textsOf(message.en)) look(outsideOfQuotes(text), where, avoidedEn);
    for (const text of textsOf(message.zh)) look(outsideOfQuotes(text), where, avoidedZh);
  }
  for (const [where, en, zh] of vocabularyWords()) {
    look(en, where, avoidedEn);
    look(zh, where, avoidedZh);
  }
  expect(read).toBeGreaterThan(2_000);
  expect([...new Set(wrong)]).toEqual([]);
});

/** Code that is to be typed is no word of ours. */
const outsideOfQuotes = (text: string): string => text.replace(/`[^`]*`/g, "");

test("every shipped condition and capability has its forms, in both languages, with the same places in them", () => {
  const { capabilities, conditions } = readWhole().catalog.vocabulary;
  const placesIn = (text: string) => [...new Set(text.match(/\{\d?\}/g) ?? [])].sort();
  const wrong: string[] = [];
  for (const { kind, sentence, name, of } of capabilities.values()) {
    if (name === sentence || (name.en === sentence.en && name.zh === sentence.zh))
      wrong.push(`${kind}: no name`);
    for (const said of [sentence, name])
      for (const text of [said.en, said.zh])
        if (placesIn(text).length > of.length || (placesIn(text).length === 0 && !/借/.test(text)))
          wrong.push(`${kind}: ${text}`);
  }
  for (const { kind, sentence, act, ended, name } of conditions.values())
    for (const said of [sentence, act, ended, name])
      for (const text of [said.en, said.zh])
        if (placesIn(text).join() !== "{}" || /see to it that|it is over that|办到：|已解除：/.test(text))
          wrong.push(`${kind}: ${text}`);
  expect(capabilities.size + conditions.size).toBeGreaterThan(40);
  expect(wrong).toEqual([]);
});
