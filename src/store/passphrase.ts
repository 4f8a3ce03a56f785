/**
 * Whether a passphrase will do. Only what a thief tries first is refused: short ones, the usual ones, one thing over and
 * over, and what stands on the papers in the same bag: a birthday, a telephone number, an ID number. There are no rules
 * of composition; they make passphrases harder to remember, not harder to guess.
 */

export type PassphraseRefusal = "short" | "long" | "common" | "repeated" | "sequence" | "number";

export type PassphraseJudgement =
  | { readonly kind: "refused"; readonly why: PassphraseRefusal }
  | { readonly kind: "accepted"; readonly strength: "fair" | "good" | "strong" };

/** NIST SP 800-63B-4 asks for eight at least where there is a second factor or a slow hash; here is the slow hash. */
export const passphraseCharactersMin = 8;
/** Beyond this it is a pasted file. */
const passphraseCharactersMax = 1024;

/** What two keyboards send for one word must be one passphrase. */
export const normalPassphrase = (text: string): string => text.normalize("NFKC").trim();

export async function judgePassphrase(text: string): Promise<PassphraseJudgement> {
  const phrase = normalPassphrase(text);
  const characters = [...phrase];
  const why = (refusal: PassphraseRefusal): PassphraseJudgement => ({ kind: "refused", why: refusal });
  if (characters.length < passphraseCharactersMin) return why("short");
  if (characters.length > passphraseCharactersMax) return why("long");
  const folded = phrase.toLowerCase().replace(/[\s\-_.]/g, "");
  if (isRepeated(folded)) return why("repeated");
  if (isSequence(folded)) return why("sequence");
  if (isNumberOnPapers(folded)) return why("number");
  if (common.has(folded) || common.has(folded.replace(/[\d!@#$]+$/, ""))) return why("common");
  const bits = guessedBits(characters);
  return { kind: "accepted", strength: bits < 50 ? "fair" : bits < 75 ? "good" : "strong" };
}

/** `aaaaaaaa`, `abababab`, `52105210`: a piece of four characters at most, again and again. */
const isRepeated = (text: string) => /^(.{1,4}?)\1+.{0,3}$/u.test(text) && new Set(text).size <= 4;

const rows = [
  "0123456789012345",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "abcdefghijklmnopqrstuvwxyz",
  "1qaz2wsx3edc4rfv5tgb",
];
const sequences = [...rows, ...rows.map((row) => [...row].reverse().join(""))];
const isSequence = (text: string) => sequences.some((row) => row.includes(text));

/** Digits only, and not many: dates, telephone, ID and card numbers are all among them. */
const isNumberOnPapers = (text: string) => /^\d{1,19}$/.test(text) || /^\d{17}x$/.test(text);

/** What leads every list of leaked passwords, here and in China; endings such as `123` are taken off before. */
const common: ReadonlySet<string> = new Set(
  `password passwort passw0rd p@ssword p@ssw0rd iloveyou woaini woaini1314 woaini520 princess sunshine football
   baseball superman batman trustno1 starwars letmein welcome admin administrator qwerty qwertyuiop qwer asdf asdfgh
   1q2w3e4r 1q2w3e4r5t q1w2e3r4 zxcvbn abc abcd abcdef aaa a qq wang zhang taobao alipay zhifubao weixin wechat
   chainbreak secret changeme default master monkey dragon shadow michael jennifer computer internet samsung
   password1 mypassword thispassword nopassword 5201314 wo ai ni iloveu test testtest asdfjkl qazwsx qazwsxedc`
    .trim()
    .split(/\s+/),
);

/**
 * A rough guess, for a hint and nothing else: somebody's own words are worth less than their letters, so each further
 * character counts for little, and a Chinese character for more than a letter.
 */
function guessedBits(characters: readonly string[]): number {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}\s]/u].filter((kind) =>
    characters.some((character) => kind.test(character)),
  ).length;
  const varied = new Set(characters).size / characters.length;
  const perCharacter = (character: string) => (/\p{Script=Han}/u.test(character) ? 7 : 2.6 + 0.5 * kinds);
  return characters.reduce((sum, character) => sum + perCharacter(character), 0) * Math.min(1, 0.4 + varied);
}
