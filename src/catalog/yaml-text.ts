/**
 * YAML text to plain values, with the place of every value kept for complaints.
 *
 * The text is not trusted: it may be ten megabytes, nested a million deep, an alias bomb or carry `__proto__`. Every
 * such thing is a complaint with a line and column. When the text is broken in one place, the faults in its other
 * places are still named; only a text that could not be read as one document gives no value.
 */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from "yaml";
import { Complaint, type ComplaintCode, type ComplaintPlace } from "../model/index.ts";
import { syntaxFault } from "./yaml-faults.ts";

export interface YamlText {
  /** Absent when the text is no YAML document at all. */
  readonly value: unknown;
  readonly complaints: readonly Complaint[];
  /** The place of the value at this path; of the nearest enclosing one where there is none. `key`: of its key. */
  readonly locate: (path: readonly PropertyKey[], what?: "key" | "value") => ComplaintPlace;
}

/** A catalogue file is a few kilobytes; a hundred times that is somebody's mistake. */
export const fileBytesMax = 1_000_000;
/** The parser takes some 6 µs for each item, so this many are half a second; our largest file has a fiftieth. */
const marksMax = 100_000;
/** The notation is six levels deep; the parser recurses, so the limit stands before it. */
const depthMax = 64;
/** A file may repeat a block by alias now and then; more is an alias bomb. */
const aliasesMax = 50;
/** One broken quote can make every line after it a fault; nobody mends more than these in one go. */
const syntaxComplaintsMax = 20;
const hostileKeys = new Set(["__proto__", "constructor", "prototype"]);

export function readYaml(text: string, file: string): YamlText {
  const { body, spaced } = withSpaces(withNewlines(text.startsWith("\uFEFF") ? text.slice(1) : text));
  const start: ComplaintPlace = { file, line: 1, column: 1 };
  const alone = (code: ComplaintCode, place: ComplaintPlace, message: string, help: string): YamlText => ({
    value: undefined,
    complaints: [new Complaint({ code, place, message, help })],
    locate: () => start,
  });

  if (body.length > fileBytesMax) {
    return alone(
      "file/too-large",
      { file },
      `the file is larger than ${fileBytesMax / 1e6} MB`,
      "split it: one institution, person or story a file",
    );
  }
  const tooDeep = (place: ComplaintPlace) =>
    alone(
      "yaml/too-deep",
      place,
      `nested more than ${depthMax} levels deep`,
      "no file of ours needs more than ten levels",
    );
  const { deep, marks } = scan(body);
  if (deep !== undefined) return tooDeep({ file, ...deep });
  if (marks > marksMax)
    return alone(
      "file/too-large",
      { file },
      `the file has more than ${marksMax} lines and items`,
      "split it: one institution, person or story a file",
    );

  const lineCounter = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseDocument(body, {
      lineCounter,
      prettyErrors: false,
      stringKeys: false,
      uniqueKeys: false,
      version: "1.2",
      merge: false,
    });
  } catch (cause) {
    if (cause instanceof RangeError) return tooDeep(start);
    return alone("yaml/syntax", start, "this cannot be read", "check the file with a YAML editor");
  }
  const placeAt = (offset: number): ComplaintPlace => {
    const { line, col } = lineCounter.linePos(Math.min(offset, body.length));
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };

  const complaints: Complaint[] = spaced.map(
    ({ line, column, key }) =>
      new Complaint({
        code: "yaml/syntax",
        place: { file, line, column },
        message: `the colon after \`${key}\` wants a space; it is read as if it had one`,
        help: `write \`${key}: …\``,
        severity: "warning",
      }),
  );
  let isBroken = false;
  const linesFaulted = new Set<number>();
  for (const error of [...document.errors, ...document.warnings]) {
    const place = placeAt(openQuoteBefore(document, error) ?? error.pos[0]);
    if (/call stack/i.test(error.message)) return tooDeep(place);
    if (error.name === "YAMLParseError") isBroken = true;
    // One slip makes everything after it on its line a fault; the first is the one to mend.
    if (linesFaulted.has(place.line ?? 0) || linesFaulted.size >= syntaxComplaintsMax) continue;
    linesFaulted.add(place.line ?? 0);
    const { message, help } = syntaxFault(error, lineAt(body, error.pos[0]));
    complaints.push(new Complaint({ code: "yaml/syntax", place, message, help }));
  }

  const locate = (path: readonly PropertyKey[], what: "key" | "value" = "value"): ComplaintPlace => {
    const node = nodeAt(document, path, what);
    return node?.range ? placeAt(node.range[0]) : start;
  };

  const placeOf = (node: Node): ComplaintPlace => (node.range ? placeAt(node.range[0]) : start);
  const { hostile, twice, unnamed: keysUnnamed, aliases, deepest } = inspect(document.contents);
  // Where the line is broken the parser guesses what it was to be, and the fault is told already.
  const isTold = (node: Node) => linesFaulted.has(placeOf(node).line ?? 0);
  const unnamed = keysUnnamed.filter((node) => !isTold(node));
  if (deepest !== undefined) return tooDeep(placeOf(deepest));
  const complainOf = (
    nodes: readonly Node[],
    code: ComplaintCode,
    message: (text: string) => string,
    help: string,
  ) => {
    for (const node of nodes.slice(0, syntaxComplaintsMax)) {
      complaints.push(
        new Complaint({
          code,
          place: placeOf(node),
          message: message(isScalar(node) ? String(node.value) : "?"),
          help,
        }),
      );
    }
  };
  complainOf(
    hostile,
    "yaml/hostile-key",
    (text) => `the key \`${text}\` is not allowed`,
    "ids are lower-case words joined by hyphens",
  );
  complainOf(
    twice,
    "yaml/duplicate-key",
    (text) => `the key \`${text}\` stands twice`,
    "remove one, or give it another name",
  );
  complainOf(
    unnamed,
    "yaml/syntax",
    () => "a list or a map cannot be a key",
    "check the lines just before this place",
  );
  if (keysUnnamed.length > 0) isBroken = true;
  if (aliases.length > aliasesMax) {
    complaints.push(
      new Complaint({
        code: "yaml/alias-bomb",
        place: aliases[aliasesMax] === undefined ? start : placeOf(aliases[aliasesMax]),
        message: `more than ${aliasesMax} aliases`,
        help: "write the repeated block out, or make it a measure or a default",
      }),
    );
    isBroken = true;
  }
  if (hostile.length > 0) isBroken = true;
  const lost = aliases.slice(0, aliasesMax).filter((alias) => alias.resolve(document) === undefined);
  for (const alias of lost.filter((each) => !isTold(each))) {
    complaints.push(
      new Complaint({
        code: "yaml/syntax",
        place: placeOf(alias),
        message: `the alias \`*${alias.source}\` leads nowhere`,
        help: `name a block with \`&${alias.source}\` before it, or put the text in quotes`,
      }),
    );
  }
  if (lost.length > 0) isBroken = true;
  if (isBroken) return { value: undefined, complaints, locate };

  try {
    const value: unknown = document.toJS({ maxAliasCount: aliasesMax * 20 });
    // Only aliases can make the value deeper than the text, endless included.
    return aliases.length > 0 && isTooDeep(value)
      ? tooDeep(aliases[0] === undefined ? start : placeOf(aliases[0]))
      : { value, complaints, locate };
  } catch {
    complaints.push(
      new Complaint({
        code: "yaml/alias-bomb",
        place: start,
        message: "its aliases cannot be followed",
        help: "write the repeated block out",
      }),
    );
    return { value: undefined, complaints, locate };
  }
}

/** Lines ended the way old Macs did; YAML allows it and the parser does not. */
const withNewlines = (text: string): string =>
  text.includes("\r") && !text.includes("\n") ? text.replaceAll("\r", "\n") : text;

/**
 * `accounts:{ … }` is no key in YAML, yet everybody means one. Such a colon gets its space, and a warning says so; a
 * column further along that line is then one too high.
 */
function withSpaces(text: string): {
  readonly body: string;
  readonly spaced: readonly { readonly line: number; readonly column: number; readonly key: string }[];
} {
  const spaced: { line: number; column: number; key: string }[] = [];
  if (!/:[{[]/.test(text)) return { body: text, spaced };
  const lines = text.split("\n");
  for (const [i, line] of lines.entries()) {
    const match = /^(\s*(?:- +)?)([\w-]{1,80}):(?=[{[])/.exec(line);
    if (match === null) continue;
    const [whole, indent = "", key = ""] = match;
    lines[i] = `${whole} ${line.slice(whole.length)}`;
    spaced.push({ line: i + 1, column: indent.length + 1, key });
  }
  return { body: lines.join("\n"), spaced: spaced.slice(0, syntaxComplaintsMax) };
}

/** A scan before the recursive parser sees the text: how deep brackets and sequences begun on one line go, and how much there is. */
function scan(text: string): {
  readonly deep: { readonly line: number; readonly column: number } | undefined;
  readonly marks: number;
} {
  let depth = 0;
  let line = 1;
  let column = 0;
  let dashes = 0;
  let isIndent = true;
  let indent = 0;
  let marks = 0;
  const indents: number[] = [];
  for (const character of text) {
    column += 1;
    if (",:\n&!*?%#\"'-[{|>".includes(character)) marks += 1;
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
    if (depth > depthMax || dashes > depthMax || indents.length > depthMax)
      return { deep: { line, column }, marks };
  }
  return { deep: undefined, marks };
}

interface Inspected {
  readonly hostile: readonly Node[];
  /** Keys that stand a second time in their map. */
  readonly twice: readonly Node[];
  /** Keys that are no text. */
  readonly unnamed: readonly Node[];
  readonly aliases: readonly Alias[];
  /** A node below the depth we read; the scan before the parser can be deceived by quotes and comments. */
  readonly deepest: Node | undefined;
}

/** Walks the whole document once, without recursion. */
function inspect(root: unknown): Inspected {
  const hostile: Node[] = [];
  const twice: Node[] = [];
  const unnamed: Node[] = [];
  const aliases: Alias[] = [];
  let deepest: Node | undefined;
  const queue: { readonly node: unknown; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (const { node, depth } of queue) {
    if (depth > depthMax && isNode(node)) deepest ??= node;
    if (isAlias(node)) aliases.push(node);
    else if (isSeq(node)) for (const item of node.items) queue.push({ node: item, depth: depth + 1 });
    else if (isMap(node)) {
      const keys = new Set<string>();
      for (const { key, value } of node.items) {
        queue.push({ node: value, depth: depth + 1 });
        if (isScalar(key)) {
          const name = String(key.value);
          if (hostileKeys.has(name)) hostile.push(key);
          if (keys.has(name)) twice.push(key);
          keys.add(name);
        } else if (isNode(key)) unnamed.push(key);
      }
    }
  }
  return { hostile, twice, unnamed, aliases, deepest };
}

/** Level by level, so that a value that contains itself ends too. */
function isTooDeep(value: unknown): boolean {
  let level = new Set<object>(typeof value === "object" && value !== null ? [value] : []);
  for (let depth = 0; level.size > 0; depth += 1) {
    if (depth > depthMax) return true;
    const below = new Set<object>();
    for (const each of level)
      for (const child of Object.values(each))
        if (typeof child === "object" && child !== null) below.add(child);
    level = below;
  }
  return false;
}

function nodeAt(
  document: Document.Parsed,
  path: readonly PropertyKey[],
  what: "key" | "value",
): Node | undefined {
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

/** The line of the text on which this place is. */
const lineAt = (text: string, offset: number): string =>
  text.slice(text.lastIndexOf("\n", offset - 1) + 1).split("\n", 1)[0] ?? "";

/** Where a quotation mark that is never closed stands; the parser tells of the end of the text. */
function openQuoteBefore(
  { contents }: Document.Parsed,
  {
    code,
    message,
    pos,
  }: { readonly code: string; readonly message: string; readonly pos: readonly number[] },
): number | undefined {
  if (code !== "MISSING_CHAR" || !/^Missing closing/.test(message)) return undefined;
  let found: number | undefined;
  const queue: unknown[] = [contents];
  for (const node of queue) {
    if (isMap(node)) for (const { key, value } of node.items) queue.push(key, value);
    else if (isSeq(node)) for (const item of node.items) queue.push(item);
    else if (isScalar(node) && /^QUOTE/.test(node.type ?? "") && node.range) {
      const [from] = node.range;
      if (from < (pos[0] ?? 0) && from >= (found ?? 0)) found = from;
    }
  }
  return found;
}
