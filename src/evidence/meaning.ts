/**
 * What a row means: which institutions its words name, what it is a sign of, whose thing it can be. All words come from the
 * catalogue: the institutions' names, what else people call them, their numbers, the senders of their texts, and the
 * signs of `catalog/signs.yaml`.
 *
 * Of two names of which one contains the other the longer is meant. A sender's number is read from its beginning, for
 * institutions add digits behind: `106980095533` ends in the bank's own number, which counts as well.
 */
import type { Catalog } from "../catalog/index.ts";
import { compareText, type InstitutionKind, type Sign } from "../model/index.ts";
import { isWithinEverydayWord } from "./everyday-words.ts";

export interface Meaning {
  /** The institutions a text names, the one named by the longest word first. */
  institutionsIn(text: string, isMeant?: (name: string) => boolean): readonly string[];
  /** Those a sender's number or name stands for. */
  institutionsOf(sender: string): readonly string[];
  /** The kinds of institution a text names by what people call any of them: `my mobile bank`. */
  kindsIn(text: string): ReadonlySet<InstitutionKind>;
  /** Do they share a name? `Zelle` is a service, and what the banks call theirs. */
  areNamedAlike(one: string, other: string): boolean;
  /** Of what a file says. */
  signIn(text: string): Sign | undefined;
  /** Does a word of what files say hold it: `transfer`, `转账`? Then it is no name. */
  isOfSigns(word: string): boolean;
  /** Of what somebody tells: the signs no file is of come first. */
  signToldIn(says: string): Sign | undefined;
  /** Does somebody tell this, whatever else the sentence says? */
  isSaid(says: string, told: Sign["told"]): boolean;
  /** What a text or call that goes out is a sign of. */
  readonly outgoing: Sign | undefined;
  /** What a trace that says `about` is a sign of. */
  signAbout(about: string): Sign | undefined;
}

interface Name {
  readonly text: string;
  readonly institution: string;
  /** Said of itself by a sender, and in running text by too many others: `Three`, `O2`. */
  readonly isSendersOnly?: true;
}

/** That somebody lied or robbed is no sign of what was done then, and is asked for by itself; nor is what is told while it is happening. */
const besides: ReadonlySet<Sign["told"]> = new Set([
  "deceived",
  "robbed",
  "open",
  "went",
  "rang",
  "installed",
]);

/** A name of two letters stands in the middle of too many words. */
const latinMin = 3;

export function meaningOf(catalog: Catalog): Meaning {
  const all = namesIn(catalog);
  const names = all.filter(
    ({ text, isSendersOnly }) => isSendersOnly !== true && text.length >= (isLetterWord(text) ? latinMin : 2),
  );
  const numbers = names.filter(({ text }) => /^\d{3,}$/.test(text));
  const words = names.filter(({ text }) => !/^\d+$/.test(text));
  const signs = [...catalog.signs.values()];
  const byAbout = new Map(signs.flatMap((sign) => sign.about.map((about) => [about, sign] as const)));
  const signWords = signs
    .flatMap((sign, order) => sign.words.map((word) => ({ word: plainly(word), sign, order })))
    .sort((a, b) => b.word.length - a.word.length || a.order - b.order);
  const firstOf = (words: typeof signWords, text: string): Sign | undefined => {
    const lower = plainly(text);
    return words.find(({ word }) => standsWhole(lower, word))?.sign;
  };
  const ofFiles = signWords.filter(({ sign }) => sign.told === undefined);
  const ofMouths = signWords.filter(({ sign: { told } }) => told !== undefined && !besides.has(told));
  const institutionsIn: Meaning["institutionsIn"] = (text, isMeant = () => true) => {
    const lower = plainly(text);
    const found = words.filter(({ text: name }) => isNamed(lower, name) && isMeant(name));
    return distinct(found.filter((one) => !found.some((other) => hides(other, one))));
  };
  /** A sender who calls itself by a name, however short, is that one; headers of Indian texts begin with it. */
  const named = (sender: string): readonly string[] => {
    const whole = plainly(sender.trim());
    const exact = all.filter(({ text }) => text === whole);
    if (exact.length > 0) return distinct(exact);
    const found = institutionsIn(sender);
    const header = /^[a-z]{2}-([a-z]{3,9})(-[a-z])?$/.exec(whole)?.[1];
    if (found.length > 0 || header === undefined) return found;
    const [longest] = words.filter(({ text }) => header.startsWith(text));
    return distinct(words.filter(({ text }) => text === longest?.text));
  };
  const kindWords = kindWordsOf(catalog);
  return {
    institutionsIn,
    kindsIn(text) {
      let left = plainly(text);
      const found = new Set<InstitutionKind>();
      for (const { word, kind } of kindWords) {
        if (!stands(left, word)) continue;
        found.add(kind);
        // A mobile bank is no carrier.
        left = left.replaceAll(word, " ");
      }
      return found;
    },
    institutionsOf(sender) {
      const digits = sender.replace(/[\s+()-]/g, "");
      if (!/^\d{3,}$/.test(digits)) return named(sender);
      const exact = numbers.filter(({ text }) => text === digits);
      if (exact.length > 0) return distinct(exact);
      const near = numbers.filter(
        ({ text }) => text.length >= 5 && (digits.startsWith(text) || digits.endsWith(text)),
      );
      return distinct(near);
    },
    areNamedAlike: (one, other) => {
      const mine = new Set(words.flatMap(({ text, institution }) => (institution === one ? [text] : [])));
      return words.some(({ text, institution }) => institution === other && mine.has(text));
    },
    signIn: (text) => firstOf(ofFiles, text),
    isOfSigns: (word) => ofFiles.some((each) => stands(each.word, plainly(word))),
    isSaid: (says, told) => {
      const lower = plainly(says);
      return signWords.some(({ word, sign }) => sign.told === told && standsWhole(lower, word));
    },
    signToldIn: (says) => firstOf(ofMouths, says) ?? firstOf(ofFiles, says),
    outgoing: signs.find(({ isOutgoing }) => isOutgoing),
    signAbout: (about) => byAbout.get(about),
  };
}

/** Banks of Japan write names in half-width kana and wide letters: `ﾄﾞｺﾓｺｳｻﾞ`, `ＰａｙＰａｙ`. */
const plainly = (text: string): string => text.normalize("NFKC").toLowerCase();

/** In scripts with letters a word stands alone; in the others it may stand anywhere. Both in lower case. */
export function* standsAt(text: string, word: string): Generator<number> {
  let at = text.indexOf(word);
  while (at >= 0) {
    const isLetter = (index: number) => /[a-z0-9À-ɏ]/i.test(text[index] ?? "");
    if (!isLetterWord(word) || (!isLetter(at - 1) && !isLetter(at + word.length))) yield at;
    at = text.indexOf(word, at + 1);
  }
}
// Most words stand nowhere in it, and that is seen at once.
const stands = (text: string, word: string): boolean =>
  text.includes(word) && standsAt(text, word).next().done !== true;

/** A name stands there, and not within an everyday word. */
const isNamed = (text: string, name: string): boolean =>
  text.includes(name) && [...standsAt(text, name)].some((at) => !isWithinEverydayWord(text, at, name));

/** So many letters may stand where a word of a sign leaves something out: `changed my … password`. */
const leftOutMax = 24;

/** `2-step verification is on. To turn it off` is two sentences, and `your PIN has not changed` says that nothing was done. */
const endsOrDenies = /[.!?](?=\s)|[。！？\n]|\bnot\b|n['’]t\b|\bnever\b|[没沒未]/u;

/** A word of a sign, in its parts and in their order where something is left out; `…` is three points once it is made plain. */
function standsWhole(text: string, word: string): boolean {
  if (!word.includes("...")) return stands(text, word);
  const parts = word.split("...").map((part) => part.trim());
  const [first, ...others] = parts.filter((part) => part !== "");
  if (first === undefined || !text.includes(first)) return false;
  for (const begin of standsAt(text, first)) {
    let end = begin + first.length;
    const isWhole = others.every((part) => {
      // One letter more, by which it shows whether the word ends there.
      const near = text.slice(end, end + leftOutMax + part.length + 1);
      const found = standsAt(near, part).next();
      if (found.done === true || found.value > leftOutMax) return false;
      if (endsOrDenies.test(near.slice(0, found.value))) return false;
      end += found.value + part.length;
      return true;
    });
    if (isWhole) return true;
  }
  return false;
}

const isLetterWord = (word: string) => /^[a-z0-9À-ɏ]/i.test(word);

/** `支付宝` hides nothing of `微信支付`; `中国银行` is hidden by a longer name around it. */
const hides = (longer: Name, shorter: Name): boolean =>
  longer.institution !== shorter.institution &&
  longer.text.length > shorter.text.length &&
  longer.text.includes(shorter.text);

const distinct = (names: readonly Name[]): readonly string[] => [
  ...new Set(names.map(({ institution }) => institution)),
];

/** All names of all institutions in lower case, the longest first. */
function namesIn(catalog: Catalog): readonly Name[] {
  const names: Name[] = [];
  for (const { id, name, also, contacts, flows, isArchetype, regions } of catalog.institutions.values()) {
    if (isArchetype) continue;
    // What texts of every sender hold is said of itself by a sender alone.
    const push = (text: string) =>
      names.push({ text, institution: id, ...(ofEveryText.has(text) ? { isSendersOnly: true } : {}) });
    const bare = withoutCountry(id, regions);
    if (bare !== undefined) names.push({ text: bare, institution: id, isSendersOnly: true });
    const texts = [
      id,
      id.replaceAll("-", " "),
      name.en,
      name.zh,
      ...also,
      ...contacts.map(({ tel }) => tel ?? ""),
    ];
    const senders = isArchetype ? [] : flows.flatMap(({ leaves }) => leaves.map(({ from }) => from ?? ""));
    const plain = texts.flatMap((text) => [text, text.replace(/\s*[（(].*?[)）]\s*/g, "")]);
    for (const text of new Set([...plain, ...senders].map((each) => plainly(each.trim())))) {
      const digits = text.replace(/[\s+()-]/g, "");
      const isNumber = /^\d{3,}$/.test(digits);
      if (isNumber && digits !== "106") names.push({ text: digits, institution: id });
      else if (!isNumber && !generic.has(text) && text.length >= 2) push(text);
    }
  }
  return names.sort(
    (a, b) => b.text.length - a.text.length || compareText(a.text + a.institution, b.text + b.institution),
  );
}

/** What people call any institution of a kind, the longest first. */
const kindWordsOf = ({
  institutions,
}: Catalog): readonly { readonly word: string; readonly kind: InstitutionKind }[] =>
  [...institutions.values()]
    .filter(({ isArchetype }) => isArchetype)
    .flatMap(({ also, kind }) => also.map((word) => ({ word: plainly(word), kind })))
    .sort((a, b) => b.word.length - a.word.length || compareText(a.word + a.kind, b.word + b.kind));

/** `o2-uk` calls itself O2: the end of an id that only says in which country it is. */
function withoutCountry(id: string, regions: readonly string[]): string | undefined {
  const [, rest = "", end = ""] = /^(.+)-([a-z]{2})$/.exec(id) ?? [];
  const isCountry = regions.includes(end) || (end === "uk" && regions.includes("gb"));
  return isCountry ? rest.replaceAll("-", " ") : undefined;
}

const ofEveryText: ReadonlySet<string> = new Set(["otp"]);

/** Words of every text that are somebody's name as well, and senders of traces that name a kind of institution. */
const generic: ReadonlySet<string> = new Set([
  "bank",
  "carrier",
  "lender",
  "tax",
  "things",
  "police",
  "mail",
  "line",
]);
