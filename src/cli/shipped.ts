/** The catalogue that comes with chainbreak, and others the user names. */
import { statSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type FolderRead,
  isStory,
  layOver,
  leftOut,
  readCatalogBeside,
  readerBeside,
  readSecondFactors,
  readTexts,
  readWholeFolder,
  type SecondFactors,
  type SourceText,
  type TextsRead,
} from "../catalog/index.ts";
import { Complaint, sortComplaints } from "../model/index.ts";

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

/** Which catalogue a command asks, as typed. */
export interface CatalogChoice {
  readonly catalog?: string;
  /** One's own files and folders, laid over it. */
  readonly with?: readonly string[];
}

/** What the command names, as a reader of its complaint would type it. */
export const typedChoice = ({ catalog = "catalog", with: layers = [] }: CatalogChoice): string =>
  [catalog, ...layers].join(" + ");

export interface NamedRead extends FolderRead {
  /** Lists of second steps among the files laid over: they count for the sites a person names. */
  readonly directories: readonly SecondFactors[];
  /** Of files laid over: told, and what is left is asked all the same. Those in `complaints` stop the command. */
  readonly leftOut: readonly Complaint[];
}

/** The catalogue a command names with what is laid over it; all of it is read before anything is asked. */
export function readNamed(choice: CatalogChoice, cwd: string, options: ReadOptions): NamedRead {
  const below = readBelow(choice.catalog, cwd, options);
  const paths = choice.with ?? [];
  // Laid over a broken catalogue, everything would be complained of twice.
  if (paths.length === 0 || below.complaints.some(isError)) return { ...below, leftOut: [], directories: [] };
  const found = readTyped(paths, cwd);
  const texts = found.texts.filter((text) => options.stories || !isStory(text));
  const read = layOver(texts, below.catalog);
  const isMissing = ({ code }: Complaint) => code === "file/missing";
  const unread = found.complaints.filter((complaint) => !isMissing(complaint));
  const { directories } = found;
  const isNothing = found.texts.length + directories.length + found.complaints.length === 0;
  const nothing = isNothing ? [nothingRead(paths)] : [];
  const replaced = new Set(
    [...read.catalog.files].flatMap(([id, file]) =>
      below.catalog.files.get(id) === file ? [] : [below.catalog.files.get(id)],
    ),
  );
  return {
    ...read,
    texts: [...below.texts.filter(({ file }) => !replaced.has(file)), ...texts],
    complaints: sortComplaints([...below.complaints, ...found.complaints.filter(isMissing), ...nothing]),
    directories,
    leftOut: sortComplaints([
      ...unread,
      ...unread.filter(isError).map(({ place }) => leftOut(place.file, "more")),
      ...read.complaints,
    ]).filter(
      (each) => isError(each) || each.code === "catalog/left-out" || each.code === "directory/bad-entry",
    ),
    // Somebody of the same id in the files laid over comes first.
    others: [...read.others, ...below.others],
  };
}

/** A catalogue folder; what it lacks of vocabulary, measures and physics is lent by the shipped one. */
function readBelow(folder: string | undefined, cwd: string, options: ReadOptions): FolderRead {
  if (folder === undefined || isInShipped(folder, cwd)) return readShipped(cwd, options);
  const base = readShipped(cwd, { stories: false });
  const found = readTyped([folder], cwd, options);
  const { texts } = found;
  const read = readCatalogBeside(texts, base);
  return {
    ...read,
    texts,
    complaints: sortComplaints([...found.complaints, ...read.complaints]),
    // The shipped people can be asked about in any catalogue; one of the same id in the folder comes first.
    others: [...read.others, ...base.others],
  };
}

export interface TypedRead extends TextsRead {
  readonly directories: readonly SecondFactors[];
}

/** Files and folders as they are typed, each file once, read as YAML once; lists of second steps are told by content. */
export function readTyped(
  paths: readonly string[],
  cwd: string,
  { stories }: ReadOptions = { stories: true },
): TypedRead {
  const texts = new Map<string, SourceText>();
  const directories = new Map<string, SecondFactors>();
  const complaints: Complaint[] = [];
  const readYaml = readerBeside(readShipped(cwd, { stories: false }));
  for (const path of paths) {
    const full = resolve(cwd, path);
    const read = readTexts([full], { from: typedPath(full, cwd) === full ? "" : cwd });
    for (const text of read.texts) {
      if (!stories && isStory(text)) continue;
      const list = readSecondFactors(text.text, text.file);
      if (list === undefined) texts.set(text.file, { ...text, yaml: readYaml(text.text, text.file) });
      else {
        if (list.directory !== undefined) directories.set(text.file, list.directory);
        complaints.push(...list.complaints);
      }
    }
    complaints.push(...read.complaints);
  }
  return { texts: [...texts.values()], directories: [...directories.values()], complaints };
}

export function nothingRead(paths: readonly string[]): Complaint {
  return new Complaint({
    code: "file/nothing-read",
    place: { file: paths.join(", ") },
    message: "no YAML file was found here",
    help: "give YAML files, or a folder that holds some",
  });
}

export function isInShipped(path: string, cwd: string): boolean {
  const short = relative(shippedFolder, resolve(cwd, path));
  return short === "" || !(short.startsWith("..") || isAbsolute(short));
}

export function isFolder(path: string, cwd: string): boolean {
  return statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory() === true;
}

export const isError = ({ severity }: Complaint): boolean => severity === "error";
