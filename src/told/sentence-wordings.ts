/**
 * The wordings a sentence is read for: what people write (`sentence-words.ts`), the plain words of a sign, and what the
 * catalogue knows a message by, each with what it tells. Words that mean something else in a sentence are left out.
 */
import type { Catalog } from "../catalog/index.ts";
import { plainWordsOf } from "./plain-words.ts";
import { goneCard, gonePhone, steering, type Tells, wordings } from "./sentence-words.ts";
import type { SignWord } from "./sign-words.ts";

export interface Wording {
  /** In lower case. */
  readonly words: string;
  readonly tells: Tells;
}

/** What the catalogue knows messages by, and what somebody has seen who tells of such a one. */
const ofCatalogue: Readonly<Record<string, SignWord>> = {
  "money-went": "row",
  rang: "call",
  "line-dead": "no-service",
  "sim-changed": "moving",
  "number-moved": "moving",
  "password-changed": "notice",
  "sign-in-data-changed": "notice",
  "second-step-off": "notice",
  "new-device": "notice",
  "limit-raised": "notice",
  binding: "notice",
  forwarded: "diverted",
  "thrown-out": "kicked-off",
  loan: "row",
  given: "given",
};
const codeSigns: ReadonlySet<string> = new Set(["reset", "sign-in", "paying", "payee-added"]);
const isOfCode = /\bcode\b|\botp\b|验证码|校验码|código/;
/** Of what is told to be taken, what is a phone. */
const isOfPhone =
  /phone|mobile|handy|smartphone|celular|móvil|teléfono|telefono|cellulare|téléphone|portable|手机|スマホ|携帯|휴대|핸드폰|\bhp\b|ponsel/;
/** Told in other languages than the two that have frames of their own here. */
const ofOtherTongues: Readonly<Record<string, Tells>> = {
  "phone-open": { isOpen: true },
  steered: { isSteered: true },
  installed: { isSteered: true },
};

/** Said alone they mean one thing, and in a sentence another: `a charge that is not mine`, `客服电话打得通`. */
const meansMore: ReadonlySet<string> = new Set([
  "not mine",
  "somebody in",
  "new account",
  "still blocked",
  "active again",
  "line active",
  "phone online",
  "number off",
  "number on",
  "money there",
  "phone call",
  "sim card",
  "new sim",
  "被下线",
  "打得通",
  "能打通",
  "手机上线",
  "被解绑",
  "又恢复了",
  "被解除",
  "不是我的账户",
  "不是我的账号",
  "填写了",
  "输入了",
  "typed my",
  "typed the",
  "typed in my",
  "typed it into",
  "entered my",
  "filled in my",
  "gave out my",
  "i gave him",
  "i gave her",
  "i gave them",
  "把验证码",
  "upgrade sim",
  "gift cards",
  "crypto sent",
  "cash handed over",
  "买礼品卡",
  "转虚拟币",
  "交出现金",
]);

/** Every word that is written here: a name made of nothing else is a name only where it is written like one. */
export const usualWords: ReadonlySet<string> = new Set(
  [...Object.values(wordings).flat(), ...gonePhone, ...goneCard, ...steering]
    .concat(plainWordsOf().map(([word]) => spaced(word)))
    .flatMap((words) => words.split(" ")),
);

/** Whether a wording is taken in the middle of a sentence: one word of letters, or two characters, stand in too many. */
const isDistinctive = (words: string): boolean => {
  const han = words.match(/\p{sc=Han}/gu)?.length ?? 0;
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(words)) return [...words].length >= 4;
  if (/\p{sc=Hangul}/u.test(words)) return [...words].length >= 3;
  return han > 0 ? han >= 3 : /[^\s-][\s-]+[^\s-]/.test(words);
};

function spaced(word: string): string {
  return word.replaceAll("-", " ");
}

/** All wordings a catalogue gives, the longest first. Cost: some hundred texts, once for a catalogue. */
export function wordingsOf({ signs }: Pick<Catalog, "signs">): readonly Wording[] {
  const plain = plainWordsOf().map(([word, sign]) => [spaced(word), sign] as const);
  const own = Object.entries(wordings).flatMap(([sign, list]) =>
    list.map((words) => ({ words, tells: { sign: sign as SignWord } })),
  );
  const lost = [
    ...gonePhone.map((words) => ({ words, tells: { gone: "device.phone" } })),
    ...goneCard.map((words) => ({ words, tells: { gone: "card.bank" } })),
    ...steering.map((words) => ({ words, tells: { isSteered: true as const } })),
  ];
  const read = [...signs.values()].flatMap(({ id, words }) =>
    words.flatMap((text): readonly Wording[] => {
      if (text.includes("…")) return []; // A sentence has shapes of its own for what is left out.
      if (id === "taken")
        return isOfPhone.test(text) ? [{ words: text, tells: { gone: "device.phone" } }] : [];
      const tells = ofOtherTongues[id];
      if (tells !== undefined) return [{ words: text, tells }];
      const sign = codeSigns.has(id) && isOfCode.test(text) ? "code" : ofCatalogue[id];
      if (sign === undefined) return [];
      return [{ words: text, tells: sign === "notice" ? { sign, isDone: true } : { sign } }];
    }),
  );
  const known = new Map<string, Wording>();
  for (const each of [...plain.map(([words, sign]) => ({ words, tells: { sign } })), ...read])
    if ((isDistinctive(each.words) || "isOpen" in each.tells) && !meansMore.has(each.words))
      known.set(each.words, each);
  // What is written here goes before what a catalogue means by it.
  for (const each of [...own, ...lost]) known.set(each.words, each);
  return [...known.values()].sort((a, b) => b.words.length - a.words.length);
}
