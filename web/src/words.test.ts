/** Every word the page can say, in both languages: none forgotten, none left in the other. */
import { expect, test } from "vitest";
import type { Both } from "../../src/report/index.ts";

const modules = import.meta.glob<Readonly<Record<string, unknown>>>("./**/*words.ts", { eager: true });

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
  Object.entries(exported).flatMap(([name, value]) => [...messagesIn(value, `${file}: ${name}`)]),
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
  /^(chainbreak|SIM|eSIM|PIN|PUK|ID|APP|App|A4|age|Apple|Android|Windows|YAML|JSON|CSV|kB|MB|px|SVG|PNG|OK|MITRE|ATT|CK|PDF|SQLite|Argon2id|AES|GCM|npm|start|Home|End|Esc|Enter|Tab|undefined|function|NaN)$/;

test("every message is said in both languages, and each in its own", () => {
  const wrong: string[] = [];
  let read = 0;
  for (const { where, message } of messages) {
    const [en, zh] = [[...textsOf(message.en)], [...textsOf(message.zh)]];
    if (en.length === 0 || zh.length === 0) wrong.push(`${where}: could not be said`);
    read += en.length + zh.length;
    for (const text of en) if (/\p{sc=Han}/u.test(text)) wrong.push(`${where}: Chinese in English: ${text}`);
    for (const text of zh) {
      const stray = (text.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []).filter((word) => !namesInChinese.test(word));
      if (stray.length > 0) wrong.push(`${where}: English in Chinese: ${stray.join(" ")}`);
      if (text.trim() === "" && en.some((each) => each.trim() !== ""))
        wrong.push(`${where}: nothing in Chinese`);
    }
  }
  expect(messages.length).toBeGreaterThan(200);
  expect(read).toBeGreaterThan(messages.length);
  expect(wrong).toEqual([]);
});
