/** Faults of writing, as people make them: each a whole sentence in both languages, at its place, with the way out. */
import { expect, test } from "vitest";
import { readYaml } from "../catalog/index.ts";
import { helpZh, isHelpKnown, isSentenceKnown, sentenceZh } from "./complaint-sentences.ts";

/** Every complaint about a text, with the first way out said in Chinese. */
function check(text: string, ...expected: readonly string[]): void {
  const { complaints } = readYaml(text, "f");
  expect(complaints.map(({ where, sentence, help = "" }) => `${where} ${sentence} | ${help}`)).toEqual(
    expected,
  );
  for (const { sentence, help = "" } of complaints) {
    expect([sentence, isSentenceKnown(sentence), isHelpKnown(help)]).toEqual([sentence, true, true]);
    for (const said of [sentenceZh(sentence, ""), helpZh(help)]) {
      // No letter outside what is quoted, but the name of the notation.
      expect(said.replaceAll(/`[^`]*`/g, "").replaceAll("YAML", "")).not.toMatch(/[a-z]/i);
      expect(said).toMatch(/\p{sc=Han}/u);
    }
  }
}

const column = "let all lines of one block begin in the same column, indented with spaces";
const otherColumn = "this line begins in another column than the lines it belongs with";
const quotes = 'put the whole text in quotes: `"…"`';
const keyAndValue = "write `key: value`, each key on a line of its own";
const oneMore =
  "one more key stands in the value of this key | put a text with `: ` in it in quotes; a key on the next line begins in the same column as this key";

test("lines that do not begin where they should", () => {
  check("person:\n  id: x\n region: gb\n", `f:3:1 ${otherColumn} | ${column}`);
  check("person:\n  id: x\n    region: gb\n", `f:2:7 ${oneMore}`);
  check("a:\n  - x\n - y\n", `f:3:1 ${otherColumn} | ${column}`);
  check("a: |\n    x\n  y\n z\n", `f:3:1 ${otherColumn} | ${column}`);
  check("person:\n\tid: x\n", "f:2:1 this line is indented with a tab | indent with spaces, not tabs");
  check(
    "a: - b\n",
    "f:1:4 a list begins on the line of its key | begin each entry on a line of its own: `- …`, or write `[a, b]`",
  );
});

test("a colon that is missing, too many, or not one to YAML", () => {
  check("person:\n  id x\n  region: gb\n", `f:2:3 a colon is missing on this line | ${keyAndValue}`);
  check("a: 1\nb\n", `f:2:1 a colon is missing on this line | ${keyAndValue}`);
  check("note: he said: yes\n", `f:1:7 ${oneMore}`);
  check(
    "person：\n  id: x\n",
    "f:1:1 a colon is missing on this line | write the colon as `: ` with a space behind it, not as `：`",
  );
});

test("quotation marks and brackets that do not end", () => {
  check(
    'a: 1\nb: "open\nc: 2\n',
    'f:2:4 the quotation mark `"` that opens here is never closed | write `"` at the end of the text too',
  );
  check(
    "b: 'open\nc: 2\n",
    "f:1:4 the quotation mark `'` that opens here is never closed | write `'` at the end of the text too",
  );
  check(
    "a: [1, 2\nb: 3\n",
    "f:2:1 the bracket that `]` should close stays open | write `]` at its end, and let the lines inside it begin farther right than the key before it",
  );
  check("a: 1]\nb: 2}\n");
  check("a: [1]]\n", "f:1:7 `]` closes nothing that was opened | remove it, or write `[` where it begins");
  check(
    "a: { b: 1 c: 2 }\n",
    "f:1:9 a comma is missing inside the brackets | write a comma between two entries: `[a, b]`, `{ a: 1, b: 2 }`",
  );
  check("a: [1,, 2]\n", "f:1:7 a comma too many stands inside the brackets | remove it");
  check(
    'a: "x" y\n',
    "f:1:8 something stands here that does not belong to what comes before it | put the whole text in quotes; a list and keys do not stand side by side in one block",
  );
  check(
    'a: "\\q"\n',
    "f:1:5 `\\q` means nothing between double quotation marks | write `\\\\` for one backslash, or use single quotation marks",
  );
  check(
    "a: |x\n  y\n",
    "f:1:5 a text stands behind `|` or `>` on the same line | begin the text on the next line, or put it in quotes",
  );
});

test("signs that mean something to YAML", () => {
  check("a: @x\n", `f:1:4 a text cannot begin with \`@\` | ${quotes}`);
  check("a: `x`\n", `f:1:4 a text cannot begin with this sign | ${quotes}`);
  check("a: %x\n", `f:1:4 a text cannot begin with \`%\` | ${quotes}`);
  check(
    "a: !x 1\n",
    `f:1:4 a word with \`!\` begins here, which has a meaning of its own in YAML | ${quotes}`,
  );
  check("a: * x\n", `f:1:4 \`*\` has a meaning of its own in YAML, and no name follows it | ${quotes}`);
  check("a: &\n", `f:1:4 \`&\` has a meaning of its own in YAML, and no name follows it | ${quotes}`);
  check(
    'a: "x"#y\n',
    "f:1:7 `#` stands right behind other text | write a space before `#`, or put the whole text in quotes",
  );
  check(
    "%FOO x\n---\na: 1\n",
    "f:1:1 a line that begins with `%` has a meaning of its own in YAML | remove the line, or put the whole text in quotes",
  );
  check("a: &x &y 1\n", "f:1:7 two names with `&` stand before one value | leave one of them out");
  check(
    "b: &x 1\na: &y *x\n",
    "f:2:7 a name with `&` stands before one with `*` | leave the one with `&` out",
  );
});

test("what stands twice or leads nowhere", () => {
  check("a: 1\na: 2\n", "f:2:1 the key `a` stands twice | remove one, or give it another name");
  check(
    "a: *b\n",
    "f:1:4 the alias `*b` leads nowhere | name a block with `&b` before it, or put the text in quotes",
  );
  check(
    "a: 1\n---\nb: 2\n",
    "f:2:1 a second document begins here | one document a file: remove the line `---`",
  );
  check("[a, b]: 1\n", "f:1:1 a list or a map cannot be a key | check the lines just before this place");
});
