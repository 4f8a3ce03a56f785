/**
 * Entries of a file in XML, or in the SGML of OFX 1 whose values are not closed. Read as a stream by htmlparser2, which
 * closes what is left open when its parent closes; nothing but an entry is kept in memory. Entities of the file's own and
 * document types are refused: no statement needs them.
 */
import { Parser } from "htmlparser2";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** What stands directly in it, before its first child. */
  readonly text: string;
}

export interface MarkupAsked {
  /** Names of entries, without prefix. */
  readonly entries: ReadonlySet<string>;
  /** `number` from one; not whole where the file ended in it. */
  readonly onEntry: (entry: Element, number: number, isWhole: boolean) => void;
  /** A value that stands in no entry, with the name of what it stands in. */
  readonly onValue?: (name: string, text: string, within: string) => void;
  readonly onOpen?: (name: string, attributes: Readonly<Record<string, string>>) => void;
}

export interface MarkupRead {
  readonly isRefused: boolean;
  readonly isCutShort: boolean;
  readonly entries: number;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
  readonly isKept: boolean;
}

/** Statements nest a dozen deep; values that are never closed nest as deep as there are of them before an entry. */
const depthMax = 400;
const partChars = 1 << 20; // the parser is fed in parts, so that a refusal comes before the rest is read

/** Android writes a character beyond the first plane as two halves, each of which alone is none. */
const joined = (text: string): string =>
  text.replace(/&#(5[56]\d{3});&#(5[67]\d{3});/g, (whole, high: string, low: string) => {
    const character = String.fromCharCode(Number(high), Number(low));
    return character.codePointAt(0) === Number(high) ? whole : character;
  });

export function readMarkup(given: string, asked: MarkupAsked): MarkupRead {
  const text = joined(given);
  const stack: Open[] = [];
  let number = 0;
  let isRefused = false;
  let isEnding = false;
  const close = (one: Open) => {
    if (asked.entries.has(one.name)) {
      number++;
      asked.onEntry(one, number, !isEnding);
    } else if (one.isKept) stack.at(-1)?.children.push(one);
    else tell(one, stack.at(-1));
  };
  // A value of SGML is not closed: it is over when the next begins.
  const tell = (one: Open, within: Open | undefined) => {
    if (one.isKept || one.text.trim() === "") return;
    asked.onValue?.(one.name, one.text.trim(), within?.name ?? "");
    one.text = "";
  };
  const parser = new Parser(
    {
      onprocessinginstruction(name) {
        isRefused ||= name.startsWith("!");
      },
      onopentag(full, attributes) {
        if (isRefused) return;
        const name = full.slice(full.indexOf(":") + 1);
        // Two entries never lie in each other: the one before was not closed.
        if (asked.entries.has(name)) {
          const outer = stack.findIndex((one) => asked.entries.has(one.name));
          for (const one of outer < 0 ? [] : stack.splice(outer).reverse()) close(one);
        }
        const top = stack.at(-1);
        if (top !== undefined) tell(top, stack.at(-2));
        asked.onOpen?.(name, attributes);
        if (stack.length >= depthMax) isRefused = true;
        else
          stack.push({
            name,
            attributes,
            children: [],
            text: "",
            isKept: stack.some((one) => asked.entries.has(one.name)),
          });
      },
      ontext(data) {
        const top = stack.at(-1);
        if (top !== undefined && top.children.length === 0) top.text += data;
      },
      onclosetag(full) {
        const name = full.slice(full.indexOf(":") + 1);
        const from = stack.findLastIndex((one) => one.name === name);
        for (let many = from < 0 ? 0 : stack.length - from; many > 0; many--) close(stack.pop() as Open);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < text.length && !isRefused; at += partChars)
    parser.write(text.slice(at, at + partChars));
  const isCutShort = stack.length > 0;
  isEnding = true;
  if (!isRefused) parser.end();
  return { isRefused, isCutShort, entries: number };
}

/** The first of this name at any depth. */
export function find(element: Element, ...path: readonly string[]): Element | undefined {
  let found: Element | undefined = element;
  for (const name of path) found = found === undefined ? undefined : below(found, name);
  return found;
}

function below(element: Element, name: string): Element | undefined {
  const queue = [...element.children];
  for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
    if (one.name === name) return one;
    queue.push(...one.children);
  }
  return undefined;
}

export const textAt = (element: Element, ...path: readonly string[]): string | undefined => {
  const text = find(element, ...path)?.text.trim();
  return text === "" ? undefined : text;
};

/** Every one of this name, at any depth. */
export function all(element: Element, name: string): readonly Element[] {
  const found: Element[] = [];
  const queue = [...element.children];
  for (let one = queue.shift(); one !== undefined; one = queue.shift())
    if (one.name === name) found.push(one);
    else queue.push(...one.children);
  return found;
}
