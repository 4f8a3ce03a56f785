/**
 * Every message in both languages, said once and side by side.
 *
 * A message is a text, or a function of what it speaks of. `both` wants the second language to have the type of the
 * first, so a missing or differently made translation does not compile; there is no file of keys to fall out of step
 * (docs/decisions/0003-words.md says why not a message compiler). The command line keeps its own table beside this one.
 */

export const langs = ["en", "zh"] as const;
export type Lang = (typeof langs)[number];

export interface Both<Message> {
  readonly en: Message;
  readonly zh: Message;
}

export function both<Message>(en: Message, zh: NoInfer<Message>): Both<Message> {
  return { en, zh };
}

type Table = Readonly<Record<string, Both<unknown>>>;
export type WordsOf<T extends Table> = { readonly [Key in keyof T]: T[Key]["en"] };

/** One language's column of a table. */
export function wordsIn<T extends Table>(table: T, lang: Lang): WordsOf<T> {
  // Each key keeps its message and `both` has given en and zh one type, which is what `WordsOf` says.
  return Object.fromEntries(
    Object.entries(table).map(([key, message]) => [key, message[lang]]),
  ) as WordsOf<T>;
}

/** `1 file`, `2 files`; English only, Chinese has no plural. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${groupDigits(count)} ${count === 1 ? one : many}`;
}

/** `12345` → `12,345`; the same in both languages and on every machine. */
export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
