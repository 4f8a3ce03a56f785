/**
 * What a flow says of things not chosen yet: `receive-sms(card.reserved-line)` becomes “receives the text messages of the
 * reserved line of the card”. Opening hours and the asks of a flow are said here too.
 */
import {
  type Asks,
  type CapabilityPattern,
  isAlways,
  minutesPerDay,
  type SubjectPath,
  type ThingKind,
  type Vocabulary,
  type Windows,
} from "../model/index.ts";
import { fill, sayKind, saySecret, the } from "./say.ts";
import { type Both, both, type Lang } from "./words.ts";

const relationWords: Readonly<Record<string, Both<string>>> = {
  line: both("number", "手机号"),
  lines: both("numbers", "手机号"),
  sim: both("SIM card", "手机卡"),
  sims: both("SIM cards", "手机卡"),
  device: both("device", "设备"),
  devices: both("devices", "设备"),
  card: both("card", "银行卡"),
  cards: both("cards", "银行卡"),
  account: both("account", "账户"),
  accounts: both("accounts", "账户"),
  mailbox: both("mailbox", "邮箱"),
  mailboxes: both("mailboxes", "邮箱"),
  documents: both("documents", "证件"),
  "reserved-line": both("registered number", "预留手机号"),
  trusted: both("trusted devices", "受信任设备"),
  authenticator: both("authenticator device", "动态验证码所在的设备"),
  passkeys: both("devices with its passkey", "存通行密钥的设备"),
  recovery: both("account that can recover it", "找回用账户"),
  via: both("account it is signed in with", "登录用账户"),
  "kept-in": both("password manager account", "密码管理器账户"),
  "pays-into": both("account of one's own it pays into", "转出到的本人账户"),
  domain: both("account that keeps its domain", "管理其域名的账户"),
  domains: both("mailboxes of the domains in it", "其中域名下的邮箱"),
  kept: both("accounts kept in it", "存在其中的账户"),
  recovers: both("accounts it recovers", "可由它找回的账户"),
  opens: both("accounts it signs in to", "可用它登录的账户"),
  pin: both("SIM PIN", "手机卡密码"),
  lock: both("screen lock", "锁屏方式"),
  "lock-screen": both("setting for texts on the locked screen", "锁屏时短信显不显示"),
  "second-factor": both("second step of the sign-in", "登录第二步验证"),
  "sign-in-name": both("name used to sign in", "登录名"),
  liveness: both("face check", "刷脸核验方式"),
  region: both("country or region", "国家或地区"),
  currency: both("currency", "币种"),
  kind: both("kind", "种类"),
  os: both("system it runs", "用的系统"),
  balance: both("balance", "余额"),
  credit: both("credit line", "信用额度"),
  "loan-offer": both("loan on offer", "可借额度"),
  "seen-by-owner": both("whether its owner looks at it", "平时看不看"),
  last4: both("last four digits", "末四位"),
};

const ofWords = both(
  (word: string, of: string) => `the ${word} of ${of}`,
  (word, of) => `${of}的${word}`,
);
const orWords = both(
  (others: readonly string[], last: string) =>
    others.length === 0 ? `the ${last}` : `the ${others.join(", ")} or ${last}`,
  (others, last) => [...others, last].join("、"),
);

export const sayRelation = (relation: string, lang: Lang): string =>
  relationWords[relation]?.[lang] ?? relation;

export function sayPath(
  { variable, relations, secret, kind }: SubjectPath,
  vocabulary: Vocabulary,
  lang: Lang,
): string {
  const start = the({ en: sayKind(variable, "en"), zh: sayKind(variable, "zh") }, lang);
  const said = relations.reduce((before, relation) => {
    const word = sayRelation(relation, lang);
    return ofWords[lang](word, before);
  }, start);
  if (secret === undefined) return said;
  const word = vocabulary.secrets.get(kind)?.get(secret);
  return saySecret(word ?? { en: secret, zh: secret }, said, lang);
}

export function sayPattern(
  { kind, subjects }: CapabilityPattern,
  vocabulary: Vocabulary,
  lang: Lang,
): string {
  const word = vocabulary.capabilities.get(kind) ?? vocabulary.conditions.get(kind);
  if (word === undefined) return kind;
  return fill(
    word.sentence[lang],
    subjects.map((subject) => sayPath(subject, vocabulary, lang)),
  );
}

/** A word of the vocabulary with its kinds of thing: `has the SIM card, phone, card or document in hand`. */
export function sayWord(of: readonly (readonly ThingKind[])[], sentence: Both<string>, lang: Lang): string {
  return fill(
    sentence[lang],
    of.map((kinds) => sayAny(kinds, lang)),
  );
}

function sayAny(kinds: readonly ThingKind[], lang: Lang): string {
  const words = kinds.map((kind) => sayKind(kind, lang));
  return orWords[lang](words.slice(0, -1), words.at(-1) ?? "");
}

/** What a flow asks, one line a part; alternatives are led by what joins them and indented by what they hang on. */
export function asksLines(
  asks: Asks,
  say: (pattern: CapabilityPattern) => string,
  words: { readonly all: string; readonly any: string; readonly some: (count: number) => string },
): readonly string[] {
  switch (asks.kind) {
    case "capability":
      return [say(asks.pattern)];
    case "all":
    case "any":
    case "some": {
      const isAlone = asks.kind !== "some" || asks.atLeast === 1;
      if (isAlone && asks.parts.length === 1 && asks.parts[0] !== undefined)
        return asksLines(asks.parts[0], say, words);
      if (asks.parts.length === 0) return [];
      const below = asks.parts.flatMap((part) =>
        asksLines(part, say, words).map((line, i) => `${i === 0 ? "- " : "  "}${line}`),
      );
      return [asks.kind === "some" ? words.some(asks.atLeast) : words[asks.kind], ...below];
    }
  }
}

const joined = {
  any: both(" or ", "，或"),
  all: both(" and ", "，并且"),
};

const someOf = both(
  (count: number, parts: readonly string[]) => `${count} different ones of: ${parts.join("; ")}`,
  (count, parts) => `以下任意 ${count} 项（不重复）：${parts.join("；")}`,
);

/** The same in one sentence, for a form. */
export function sayAsks(asks: Asks, vocabulary: Vocabulary, lang: Lang): string {
  if (asks.kind === "capability") return sayPattern(asks.pattern, vocabulary, lang);
  const parts = asks.parts.map((part) => {
    const said = sayAsks(part, vocabulary, lang);
    return part.kind === "capability" ? said : `(${said})`;
  });
  if (asks.kind === "some") return someOf[lang](asks.atLeast, parts);
  return parts.join(joined[asks.kind][lang]);
}

const weekdays: Readonly<Record<Lang, readonly string[]>> = {
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
};

/** `Mon–Fri 09:00–17:00, Sat 10:00–14:00`. Days with the same hours are joined where they follow each other. */
export function sayHours(windows: Windows, lang: Lang): string {
  if (isAlways(windows)) return hourWords.always[lang];
  if (windows.length === 0) return hourWords.never[lang];
  const days = weekdays[lang].map((_, day) => {
    const from = day * minutesPerDay;
    const parts = windows.flatMap(([start, end]) => {
      const [begin, finish] = [Math.max(start, from), Math.min(end, from + minutesPerDay)];
      return begin < finish ? [`${clock(begin - from)}–${clock(finish - from)}`] : [];
    });
    return parts.join(hourWords.and[lang]);
  });
  const spans: { first: number; last: number; hours: string }[] = [];
  for (const [day, hours] of days.entries()) {
    const span = spans.at(-1);
    if (span !== undefined && span.hours === hours) span.last = day;
    else spans.push({ first: day, last: day, hours });
  }
  const open = spans.filter(({ hours }) => hours !== "");
  if (open.length === 1 && open[0]?.first === 0 && open[0].last === 6)
    return `${hourWords.daily[lang]} ${open[0].hours}`;
  const name = (day: number) => weekdays[lang][day] ?? "";
  return open
    .map(
      ({ first, last, hours }) => `${first === last ? name(first) : `${name(first)}–${name(last)}`} ${hours}`,
    )
    .join(hourWords.between[lang]);
}

const hourWords = {
  always: both("at any hour", "任何时间"),
  never: both("never", "从不"),
  daily: both("daily", "每天"),
  and: both(" and ", "、"),
  between: both(", ", "；"),
};

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
