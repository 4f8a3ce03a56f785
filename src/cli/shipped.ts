/** The catalogue that comes with chainbreak, and others the user names. */
import { statSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type FolderRead,
  isStory,
  readCatalog,
  readTexts,
  readWholeFolder,
  readYaml,
} from "../catalog/index.ts";
import { type Complaint, sortComplaints } from "../model/index.ts";

/** Two folders up from here, in a checkout (`src/cli`) and in the published package (`dist/cli`) alike. */
export const shippedFolder = fileURLToPath(new URL("../../catalog", import.meta.url)).replace(/[/\\]$/, "");

/** `path` as somebody who works in `cwd` would type it: relative below it, else in full. */
export function typedPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === "" || short.startsWith("..") || isAbsolute(short) ? path : short;
}

export type { FolderRead };

export interface ReadOptions {
  /** Stories (and nights) are half of all files and only two commands want them. */
  readonly stories: boolean;
}

/** One process reads what is shipped once: it does not change under a command, and several parts of one want it. */
const shippedRead = new Map<string, FolderRead>();

export function readShipped(cwd: string, options: ReadOptions): FolderRead {
  const folder = typedPath(shippedFolder, cwd);
  const key = `${folder} ${options.stories}`;
  const known = shippedRead.get(key);
  if (known !== undefined) return known;
  const read = readWholeFolder({ folder: shippedFolder, from: isAbsolute(folder) ? "" : cwd, ...options });
  shippedRead.set(key, read);
  return read;
}

/** A catalogue folder; what it lacks of vocabulary, measures and physics is lent by the shipped one. */
export function readNamed(folder: string | undefined, cwd: string, options: ReadOptions): FolderRead {
  if (folder === undefined || isInShipped(folder, cwd)) return readShipped(cwd, options);
  const base = readShipped(cwd, { stories: false });
  const found = readTexts([resolve(cwd, folder)], { from: isAbsolute(folder) ? "" : cwd });
  const texts = found.texts
    .filter((text) => options.stories || !isStory(text))
    .map((text) => ({ ...text, yaml: readYaml(text.text, text.file) }));
  const read = readCatalog(texts, base.catalog);
  return {
    ...read,
    texts,
    complaints: sortComplaints([...found.complaints, ...read.complaints]),
    // The shipped people can be asked about in any catalogue; one of the same id in the folder comes first.
    others: [...read.others, ...base.others],
  };
}

export function isInShipped(path: string, cwd: string): boolean {
  const short = relative(shippedFolder, resolve(cwd, path));
  return short === "" || !(short.startsWith("..") || isAbsolute(short));
}

export function isFolder(path: string, cwd: string): boolean {
  return statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory() === true;
}

export const isError = ({ severity }: Complaint): boolean => severity === "error";
