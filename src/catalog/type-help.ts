/**
 * How a value of the wrong type is written instead: by what it was to be, and by what somebody tried to say with it.
 * How people write that there is none of something is a question of writing, as colons are, and no word of the
 * catalogue.
 */
import { halfWidthColon } from "./yaml-faults.ts";

interface TypeHelpQuestion {
  /** `object or array`. */
  readonly expected: string;
  /** The keys it may have. */
  readonly keys: readonly string[];
  readonly here: unknown;
  /** The key that may be left out; absent: it may not, or something was said. */
  readonly leaveOut?: string;
}

export function typeHelp({ leaveOut, ...question }: TypeHelpQuestion): string | undefined {
  const help = helpOf(question);
  if (leaveOut === undefined) return help;
  if (question.expected.split(" or ").includes("number"))
    return `write \`0\` where nothing is there, and leave \`${leaveOut}\` out where nobody knows`;
  return `leave \`${leaveOut}\` out where there is none${help === undefined ? "" : `; else ${help}`}`;
}

/** A key with nothing behind it, or with a word for nothing. */
export const saysNothing = (value: unknown): boolean =>
  value === null ||
  (typeof value === "string" && /^(?:none|no|nothing|null|nil|n\/a|无|没有|沒有)$/i.test(value));

/** A person has one currency, and every sum stands in it. */
export const inOneCurrency =
  "every sum stands in the person's one currency: write what it is worth there, or `{ from: …, to: … }` where that moves; a `note` says what it was";

/** `500 USD`, `€500`, `500元`: a sum written as a text. */
const isSumInWords = (value: unknown): boolean =>
  typeof value === "string" && /\d/.test(value) && /\p{Sc}|\p{L}/u.test(value);

/** `"1,000"`, `1 000`, `1.000,50`. */
const isNumberWithSigns = (value: unknown): boolean =>
  typeof value === "string" && /^[\d\s.,'’_]+$/u.test(value) && /\d/.test(value);

function helpOf({ expected, keys, here }: Omit<TypeHelpQuestion, "leaveOut">): string | undefined {
  const kinds = expected.split(" or ");
  if (kinds.includes("number") && isSumInWords(here)) return `write the number alone; ${inOneCurrency}`;
  if (kinds.includes("number") && isNumberWithSigns(here))
    return "write the digits alone, without quotes, with a point before the cents: `1234.5`";
  if (typeof here === "string" && /^[\w-]+：/.test(here)) return halfWidthColon;
  // Of a map and a list the one that is named first is written more often.
  const first = kinds.find((kind) => kind === "array" || (kind === "object" && keys.length > 0));
  if (first === "array") return "write a list: `[…, …]`";
  if (first === "object") return `its keys: ${keys.map((key) => `\`${key}\``).join(", ")}`;
  // What may have any names is most often written as a list by those who come from elsewhere.
  if (kinds.includes("record")) return "write each under its name: `name: …`";
  if (kinds.includes("string")) return "write it in quotes";
  if (kinds.includes("boolean")) return "write `true` or `false`";
  return undefined;
}
