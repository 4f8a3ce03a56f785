/**
 * The manifest of a pack: one line a file, its SHA-256 and its path, in the format `sha256sum -c` reads.
 *
 * There is one way to write it: by path, with two spaces, a line feed at the end of each line. So any byte of it that is
 * not as it was written is found by writing it again.
 */
import { compareText } from "../model/index.ts";

export interface Listed {
  /** With forward slashes, from the pack's own folder. */
  readonly path: string;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

export const manifestText = (files: readonly Listed[]): string =>
  files
    .toSorted((a, b) => compareText(a.path, b.path))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join("");

/** `undefined`: a line is none of a manifest; `line` counts from one. */
export function listedIn(text: string): { readonly files: readonly Listed[]; readonly badLine?: number } {
  const files: Listed[] = [];
  const lines = text.split("\n");
  for (const [i, line] of lines.entries()) {
    if (i === lines.length - 1 && line === "") break;
    const found = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line);
    if (found === null) return { files, badLine: i + 1 };
    files.push({ sha256: found[1]!, path: found[2]! });
  }
  // Written again it is the same to the byte, or a line is out of its place or there twice.
  const paths = new Set(files.map(({ path }) => path));
  if (paths.size < files.length || manifestText(files) !== text) return { files, badLine: 1 };
  return { files };
}

/** Names `sha256sum` would write otherwise than they are, or that lead out of the folder. */
export const isNameKept = (path: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  !/[\u0000-\u001f\u007f\\]/.test(path) &&
  !/^\s|\s$/.test(path) &&
  path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
