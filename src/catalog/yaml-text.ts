/**
 * YAML text to plain values, with the place of every value kept for complaints.
 *
 * The text is not trusted: it may be ten megabytes, nested a million deep, an alias bomb or carry `__proto__`. Every
 * such thing is a complaint with a line and column. When the text is broken in one place, the faults in its other
 * places are still named; only a text that could not be read as one document gives no value.
 */
import { type Alias, type Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { Complaint, type ComplaintCode, type ComplaintPlace } from "../model/index.ts";

export interface YamlText {
  /** Absent when the text is no YAML document at all. */
  readonly value: unknown;
  readonly complaints: readonly Complaint[];
  /** The place of the value at this path; of the nearest enclosing one where there is none. `key`: of its key. */
  readonly locate: (path: readonly PropertyKey[], what?: "key" | "value") => ComplaintPlace;
}

/** A catalogue file is a few kilobytes; a hundred times that is somebody's mistake. */
export const fileBytesMax = 1_000_000;
/** The notation is six levels deep; the parser recurses, so the limit stands before it. */
const depthMax = 64;
/** A file may repeat a block by alias now and then; more is an alias bomb. */
const aliasesMax = 50;
/** One broken quote can make every line after it a fault; nobody mends more than these in one go. */
const syntaxComplaintsMax = 20;
const hostileKeys = new Set(["__proto__", "constructor", "prototype"]);

export function readYaml(text: string, file: string): YamlText {
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const start: ComplaintPlace = { file, line: 1, column: 1 };
  const alone = (code: ComplaintCode, place: ComplaintPlace, message: string, help: string): YamlText => ({
    value: undefined,
    complaints: [new Complaint({ code, place, message, help })],
    locate: () => start,
  });

  if (body.length > fileBytesMax) {
    return alone("file/too-large", { file }, `the file is larger than ${fileBytesMax / 1e6} MB`, "split it: one institution, person or story a file");
  }
  const deep = tooDeepAt(body);
  if (deep !== undefined) {
    return alone("yaml/too-deep", { file, ...deep }, `nested more than ${depthMax} levels deep`, "no file of ours needs more than ten levels");
  }

  const lineCounter = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseDocument(body, { lineCounter, prettyErrors: false, stringKeys: false, uniqueKeys: true, version: "1.2", merge: false });
  } catch (cause) {
    return alone("yaml/syntax", start, `cannot be read as YAML: ${cause instanceof Error ? firstLine(cause.message) : "unknown fault"}`, "check the file with a YAML editor");
  }
  const placeAt = (offset: number): ComplaintPlace => {
    const { line, col } = lineCounter.linePos(Math.min(offset, body.length));
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };

  const complaints: Complaint[] = [];
  let isBroken = false;
  for (const error of [...document.errors, ...document.warnings].slice(0, syntaxComplaintsMax)) {
    const isDuplicate = error.code === "DUPLICATE_KEY";
    if (!isDuplicate && error.name === "YAMLParseError") isBroken = true;
    complaints.push(
      new Complaint({
        code: isDuplicate ? "yaml/duplicate-key" : "yaml/syntax",
        place: placeAt(error.pos[0]),
        message: isDuplicate ? `the same key stands twice` : lowerFirst(firstLine(error.message)),
        help: isDuplicate ? "remove one, or give it another name" : syntaxHelp(error.code),
      }),
    );
  }

  const locate = (path: readonly PropertyKey[], what: "key" | "value" = "value"): ComplaintPlace => {
    const node = nodeAt(document, path, what);
    return node?.range ? placeAt(node.range[0]) : start;
  };

  const { hostile, aliases } = inspect(document.contents);
  for (const node of hostile) {
    complaints.push(
      new Complaint({
        code: "yaml/hostile-key",
        place: node.range ? placeAt(node.range[0]) : start,
        message: `the key \`${String(isScalar(node) ? node.value : "?")}\` is not allowed`,
        help: "ids are lower-case words joined by hyphens",
      }),
    );
  }
  if (aliases.length > aliasesMax) {
    complaints.push(
      new Complaint({
        code: "yaml/alias-bomb",
        place: aliases[aliasesMax]?.range ? placeAt(aliases[aliasesMax].range[0]) : start,
        message: `more than ${aliasesMax} aliases`,
        help: "write the repeated block out, or make it a measure or a default",
      }),
    );
    isBroken = true;
  }
  if (hostile.length > 0) isBroken = true;
  if (isBroken) return { value: undefined, complaints, locate };

  try {
    return { value: document.toJS({ maxAliasCount: aliasesMax * 20 }), complaints, locate };
  } catch (cause) {
    complaints.push(
      new Complaint({
        code: "yaml/alias-bomb",
        place: start,
        message: `its aliases cannot be followed: ${cause instanceof Error ? lowerFirst(firstLine(cause.message)) : "unknown fault"}`,
        help: "write the repeated block out",
      }),
    );
    return { value: undefined, complaints, locate };
  }
}

/** A scan for nesting before the recursive parser sees the text: brackets, and sequences begun on one line. */
function tooDeepAt(text: string): { line: number; column: number } | undefined {
  let depth = 0;
  let line = 1;
  let column = 0;
  let dashes = 0;
  let isIndent = true;
  let indent = 0;
  const indents: number[] = [];
  for (const character of text) {
    column += 1;
    if (character === "\n") {
      line += 1;
      column = 0;
      dashes = 0;
      isIndent = true;
      indent = 0;
      continue;
    }
    if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth = Math.max(0, depth - 1);
    if (isIndent) {
      if (character === " ") indent += 1;
      else if (character === "-" || character === "?") {
        dashes += 1;
        indent += 1;
      } else {
        isIndent = false;
        while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent) indents.pop();
        indents.push(indent);
      }
    }
    if (depth > depthMax || dashes > depthMax || indents.length > depthMax) return { line, column };
  }
  return undefined;
}

/** Walks the whole document once, without recursion. */
function inspect(root: unknown): { readonly hostile: readonly Node[]; readonly aliases: readonly Alias[] } {
  const hostile: Node[] = [];
  const aliases: Alias[] = [];
  const queue: unknown[] = [root];
  for (const item of queue) {
    if (isAlias(item)) aliases.push(item);
    else if (isMap(item) || isSeq(item)) queue.push(...item.items);
    else if (isPair(item)) {
      if (isScalar(item.key) && hostileKeys.has(String(item.key.value))) hostile.push(item.key);
      queue.push(item.key, item.value);
    }
  }
  return { hostile, aliases };
}

function nodeAt(document: Document.Parsed, path: readonly PropertyKey[], what: "key" | "value"): Node | undefined {
  let node: unknown = document.contents;
  let best: Node | undefined = isNode(node) ? node : undefined;
  for (const [i, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return best;
      if (i === path.length - 1 && what === "key") return isNode(pair.key) ? pair.key : best;
      node = pair.value ?? pair.key;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
    } else return best;
    if (isNode(node)) best = node;
  }
  return best;
}

const firstLine = (text: string) => text.split("\n", 1)[0] ?? text;
const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1).replace(/\.$/, "");

function syntaxHelp(code: string): string {
  switch (code) {
    case "TAB_AS_INDENT":
      return "indent with spaces, not tabs";
    case "BAD_INDENT":
    case "MISSING_CHAR":
      return "check the indentation, colons and brackets just before this place";
    case "TAG_RESOLVE_FAILED":
      return "write plain values; tags (`!…`) are not used";
    case "UNEXPECTED_TOKEN":
    case "BLOCK_AS_IMPLICIT_KEY":
      return "a text with `: ` or `#` in it wants quotes";
    case "MULTIPLE_DOCS":
      return "one document a file: remove the line `---`";
    default:
      return "check the lines just before this place";
  }
}
