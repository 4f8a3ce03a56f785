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
  return { en: settled(en, nested), zh: settled(zh, (text) => parted(nested(text))) };
}

/**
 * A sentence put together from parts is made whole where its parts meet: what is told may begin with a figure or hold
 * quotation marks of its own. A message without parts is written as it should be.
 */
function settled<Message>(message: Message, settle: (text: string) => string): Message {
  if (typeof message !== "function") return message;
  const whole = (...told: readonly unknown[]): unknown => {
    const said: unknown = message(...told);
    return typeof said === "string" ? settle(said) : said;
  };
  return whole as Message; // It is told the same, and answers with a value of the same kind.
}

/** Quotation marks within quotation marks are single ones, and within those double ones again; where they do not match, somebody else's words are left alone. */
function nested(text: string): string {
  if (!/“[^”]*“/.test(text)) return text;
  let depth = 0;
  // An apostrophe stands before a letter; what closes a quotation does not.
  const mended = text.replace(/[“”]|‘([^‘’“”]*)’(?!\p{sc=Latin})/gu, (mark, inner?: string) => {
    if (inner !== undefined) return depth > 0 && depth % 2 === 0 ? `“${inner}”` : mark;
    if (mark === "“") depth += 1;
    const isInner = depth % 2 === 0;
    if (mark === "”") depth -= 1;
    return isInner ? (mark === "“" ? "‘" : "’") : mark;
  });
  return depth === 0 ? mended : text;
}

/** Between Chinese characters and figures or Latin letters stands a space, but not in what somebody else wrote. */
const parted = (text: string): string =>
  text.replace(
    /“[^”]*”|`[^`]*`|(?<=\p{sc=Han})(?=[\p{sc=Latin}0-9])|(?<=[\p{sc=Latin}0-9])(?=\p{sc=Han})/gu,
    (found) => (found === "" ? " " : found),
  );

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
