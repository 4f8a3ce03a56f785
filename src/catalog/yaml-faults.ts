/**
 * What is wrong with the writing of a file, and how it is written instead, in words for somebody who writes such a file
 * for the first time. The parser's own sentences speak of its grammar (`implicit map keys need to be followed by map
 * values`) and come with every version otherwise; here each of its codes has ours, and where one code stands for
 * several faults its sentence says which. Patterns of the parser's sentences are no data of the catalogue: they are
 * another program's words.
 */
import type { ErrorCode } from "yaml";

export interface SyntaxFault {
  readonly message: string;
  readonly help: string;
}

type Told = SyntaxFault | ((words: string) => SyntaxFault);

const inOneColumn = "let all lines of one block begin in the same column, indented with spaces";
const inQuotes = 'put the whole text in quotes: `"…"`';
const keyAndValue = "write `key: value`, each key on a line of its own";

const noTags: SyntaxFault = {
  message: "a word with `!` begins here, which has a meaning of its own in YAML",
  help: inQuotes,
};
const noDirectives: SyntaxFault = {
  message: "a line that begins with `%` has a meaning of its own in YAML",
  help: "remove the line, or put the whole text in quotes",
};
const unread: SyntaxFault = {
  message: "this cannot be read",
  help: "check the lines just before this place",
};
const noName = (sign: string): SyntaxFault => ({
  message: `\`${sign}\` has a meaning of its own in YAML, and no name follows it`,
  help: inQuotes,
});
const noComma: SyntaxFault = {
  message: "a comma is missing inside the brackets",
  help: "write a comma between two entries: `[a, b]`, `{ a: 1, b: 2 }`",
};
const tooFewBrackets = (close: string): SyntaxFault => ({
  message: `the bracket that \`${close}\` should close stays open`,
  help: `write \`${close}\` at its end, and let the lines inside it begin farther right than the key before it`,
});
const noColon: SyntaxFault = { message: "a colon is missing on this line", help: keyAndValue };
const otherColumn: SyntaxFault = {
  message: "this line begins in another column than the lines it belongs with",
  help: inOneColumn,
};
const besideHash: SyntaxFault = {
  message: "`#` stands right behind other text",
  help: "write a space before `#`, or put the whole text in quotes",
};

function missing(words: string): SyntaxFault {
  const quote = /^Missing closing (["'])/.exec(words)?.[1];
  if (quote !== undefined)
    return {
      message: `the quotation mark \`${quote}\` that opens here is never closed`,
      help: `write \`${quote}\` at the end of the text too`,
    };
  const close = /must (?:be .*)?end with an? ([\]}])/.exec(words)?.[1];
  if (close !== undefined) return tooFewBrackets(close);
  if (/^Comments must be separated/.test(words)) return besideHash;
  if (/^Missing space after :/.test(words))
    return { message: "a space is missing behind the colon", help: "write `key: value`" };
  if (/^Missing , /.test(words)) return noComma;
  if (/^Sequence item without -/.test(words))
    return {
      message: "this line stands in a list and has no `-` before it",
      help: "begin each entry of a list with `- `",
    };
  if (/^Implicit map keys/.test(words)) return noColon;
  if (/^Tags and anchors must be separated/.test(words)) return noName("&");
  if (/directives-end/.test(words)) return noDirectives;
  if (/^Block scalars? /.test(words)) return otherColumn;
  return unread;
}

function unexpected(words: string): SyntaxFault {
  const close = /flow-(seq|map)-end/.exec(words)?.[1];
  if (close !== undefined) {
    const [open, shut] = close === "seq" ? ["[", "]"] : ["{", "}"];
    return {
      message: `\`${shut}\` closes nothing that was opened`,
      help: `remove it, or write \`${open}\` where it begins`,
    };
  }
  if (/^Unexpected (?:,|empty item) /.test(words))
    return { message: "a comma too many stands inside the brackets", help: "remove it" };
  if (/^Block scalar header|block scalar header/.test(words))
    return {
      message: "a text stands behind `|` or `>` on the same line",
      help: "begin the text on the next line, or put it in quotes",
    };
  if (/same line with key/.test(words))
    return {
      message: "a list begins on the line of its key",
      help: "begin each entry on a line of its own: `- …`, or write `[a, b]`",
    };
  return {
    message: "something stands here that does not belong to what comes before it",
    help: "put the whole text in quotes; a list and keys do not stand side by side in one block",
  };
}

/** By the parser's code; each of them, so that a new one is found when the parser is renewed. */
const told: Readonly<Record<ErrorCode, Told>> = {
  ALIAS_PROPS: {
    message: "a name with `&` stands before one with `*`",
    help: "leave the one with `&` out",
  },
  BAD_ALIAS: (words) =>
    /ending in :/.test(words)
      ? {
          message: "a colon stands right behind a name with `&` or `*`",
          help: "write a space before the colon",
        }
      : noName(/^Alias/.test(words) ? "*" : "&"),
  BAD_COLLECTION_TYPE: noTags,
  BAD_DIRECTIVE: noDirectives,
  BAD_DQ_ESCAPE: (words) => ({
    message: `\`${/\\.*$/s.exec(words)?.[0] ?? "\\"}\` means nothing between double quotation marks`,
    help: "write `\\\\` for one backslash, or use single quotation marks",
  }),
  BAD_INDENT: (words) => {
    const close = /end with an? ([\]}])/.exec(words)?.[1];
    return close === undefined ? otherColumn : tooFewBrackets(close);
  },
  BAD_PROP_ORDER: {
    message: "a name with `&` stands before the `-` or `:` it belongs behind",
    help: inOneColumn,
  },
  BAD_SCALAR_START: (words) => {
    const sign = /(?:character|indicator) (.)$/.exec(words)?.[1];
    return {
      message:
        sign === undefined || sign === "`"
          ? "a text cannot begin with this sign"
          : `a text cannot begin with \`${sign}\``,
      help: inQuotes,
    };
  },
  BLOCK_AS_IMPLICIT_KEY: (words) =>
    /sequence/.test(words)
      ? otherColumn
      : {
          message: "one more key stands in the value of this key",
          help: "put a text with `: ` in it in quotes; a key on the next line begins in the same column as this key",
        },
  BLOCK_IN_FLOW: noComma,
  DUPLICATE_KEY: unread,
  IMPOSSIBLE: unread,
  KEY_OVER_1024_CHARS: {
    message: "a key is longer than 1,024 letters",
    help: "shorten it, or put the whole text in quotes",
  },
  MISSING_CHAR: missing,
  MULTILINE_IMPLICIT_KEY: noColon,
  MULTIPLE_ANCHORS: { message: "two names with `&` stand before one value", help: "leave one of them out" },
  MULTIPLE_DOCS: {
    message: "a second document begins here",
    help: "one document a file: remove the line `---`",
  },
  MULTIPLE_TAGS: noTags,
  NON_STRING_KEY: unread,
  RESOURCE_EXHAUSTION: unread,
  TAB_AS_INDENT: { message: "this line is indented with a tab", help: "indent with spaces, not tabs" },
  TAG_RESOLVE_FAILED: noTags,
  UNEXPECTED_TOKEN: unexpected,
};

/** `line` is the text of the line it is found on. */
export function syntaxFault(
  { code, message }: { readonly code: ErrorCode; readonly message: string },
  line: string,
): SyntaxFault {
  const known = told[code];
  const fault = typeof known === "function" ? known(message.split("\n", 1)[0] ?? "") : known;
  // Whoever writes Chinese has these on the keys; to YAML they are letters.
  return /：/.test(line) && fault === noColon ? { ...fault, help: halfWidthColon } : fault;
}

export const halfWidthColon = "write the colon as `: ` with a space behind it, not as `：`";
