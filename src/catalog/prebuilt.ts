/**
 * A catalogue folder read through what was kept of its last reading. Reading YAML is most of a short question; what
 * comes of it is kept as JSON beside the program and used only while every text it was made of, and the code that read
 * them, are to the byte what they were. All of them are read and hashed each time: a time stamp and a length may stay
 * the same when a text does not (a checkout, an unpacked archive), and hashing a megabyte costs two milliseconds. So a
 * changed file is never answered from an old reading. Only a reading without a complaint is kept; where nothing was
 * kept, or nothing can be, the YAML is read as ever, and the answer is the same.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { pid } from "node:process";
import { fileURLToPath } from "node:url";
import { compareText, sortComplaints } from "../model/index.ts";
import type { Catalog } from "./catalog.ts";
import { packExactly, unpackExactly } from "./packed.ts";
import {
  type CatalogRead,
  type FileKind,
  type KnownFile,
  readCatalog,
  type SourceText,
} from "./read-catalog.ts";
import { readTexts } from "./read-folder.ts";
import { readYaml, type YamlText } from "./yaml-text.ts";

export interface FolderRead extends CatalogRead {
  readonly texts: readonly SourceText[];
}

export interface FolderQuestion {
  readonly folder: string;
  /** File names in complaints are relative to this folder. Absent: in full. */
  readonly from?: string;
  /** Stories (and nights) are half of all files, and few want them. */
  readonly stories: boolean;
  /** Where readings of this folder, and of no other, are kept. Absent: beside this program. */
  readonly keptIn?: string;
}

/** A catalogue that borrows from no other. Cost: some 20 ms where its reading was kept, a second where it was not. */
export function readWholeFolder({
  folder,
  from = "",
  stories,
  keptIn = keptBeside(),
}: FolderQuestion): FolderRead {
  const found = readTexts([folder], { from });
  const prefix = `${(from === "" ? folder : relative(from, folder) || folder).split(sep).join("/")}/`;
  const texts = found.texts.filter((text) => stories || !isStory(text));
  const place: Place = { keptIn, prefix, key: keyOf(found.texts, prefix) };
  const main = partKept(place, "catalog");
  const others = stories ? partKept(place, "stories") : undefined;
  if (found.complaints.length === 0 && main !== undefined && (others !== undefined || !stories))
    return revive({ main, others: others?.others ?? [], texts, place });

  const yamls = texts.map((text) => ({ ...text, yaml: readYaml(text.text, text.file) }));
  const read = readCatalog(yamls);
  const complaints = sortComplaints([...found.complaints, ...read.complaints]);
  if (complaints.length === 0) keep({ ...read, texts: yamls }, place, stories);
  return { ...read, texts: yamls, complaints };
}

/**
 * Reads YAML as `readYaml` does; a text that is to the byte one of those read already is what came of that one. Another
 * day's catalogue, or a copy with one file changed, is mostly such texts.
 */
export function readerBeside(read: Pick<FolderRead, "texts">): (text: string, file: string) => YamlText {
  const known = new Map(read.texts.map((each) => [each.text, each]));
  return (text, file) => {
    const yaml = known.get(text)?.yaml;
    return yaml === undefined || yaml.complaints.length > 0
      ? readYaml(text, file)
      : yamlOf(yaml.value, text, file);
  };
}

/** Told by its text alone, so that a story need not be read to be left out. */
export const isStory = ({ text }: SourceText): boolean => /^(story|night):/m.test(text);

/** What is kept: file names without their folder, which each reader calls as it likes. */
interface KeptOthers {
  readonly others: readonly { readonly kind: FileKind; readonly file: string; readonly value: unknown }[];
}
interface KeptCatalog extends KeptOthers {
  readonly catalog: Catalog;
  readonly counts: CatalogRead["counts"];
}
/** What each text says, stories left out: whoever reads a catalogue much like this one asks for it. */
interface KeptValues {
  readonly values: readonly (readonly [file: string, value: unknown])[];
}
interface Parts {
  readonly catalog: KeptCatalog;
  readonly stories: KeptOthers;
  readonly values: KeptValues;
}

interface Place {
  readonly keptIn: string;
  readonly prefix: string;
  readonly key: string;
}

/** A file of its own for each: the key, a line end, the JSON. A key that is not ours is found without parsing. */
const fileOf = ({ keptIn }: Place, part: keyof Parts) => join(keptIn, `${part}.json`);

function partKept<Part extends keyof Parts>(place: Place, part: Part): Parts[Part] | undefined {
  try {
    const text = readFileSync(fileOf(place, part), "utf8");
    if (!text.startsWith(`${place.key}\n`)) return undefined;
    return unpackExactly<Parts[Part]>(text.slice(place.key.length + 1));
  } catch {
    // None was kept, or somebody's disk lost the end of it: the YAML is there.
    return undefined;
  }
}

function keep(read: FolderRead, place: Place, stories: boolean): void {
  const isTold = ({ kind }: KnownFile) => kind === "story" || kind === "night";
  // A file that only looks like a story, or does not look like the one it is, would be left out of the wrong half.
  const looked = read.texts.filter(isStory).map(({ file }) => file);
  const told = read.others.filter(isTold);
  if (told.length !== looked.length || !told.every(({ file }) => looked.includes(file))) return;
  const unnamed = (file: string) => file.slice(place.prefix.length);
  const othersOf = (others: readonly KnownFile[]) =>
    others.map(({ kind, file, yaml }) => ({ kind, file: unnamed(file), value: yaml.value }));
  const { catalog, counts, others } = read;
  const main: KeptCatalog = {
    catalog: { ...catalog, files: new Map([...catalog.files].map(([id, file]) => [id, unnamed(file)])) },
    counts: { ...counts, files: counts.files - told.length },
    others: othersOf(others.filter((file) => !isTold(file))),
  };
  const values = read.texts.flatMap((text): KeptValues["values"] =>
    text.yaml === undefined || isStory(text) ? [] : [[unnamed(text.file), text.yaml.value]],
  );
  write(place, "values", { values });
  write(place, "catalog", main);
  if (stories) write(place, "stories", { others: othersOf(told) });
}

/** Whole or not at all; a folder that may not be written to keeps nothing, and that is no fault. */
function write(place: Place, part: keyof Parts, value: Parts[keyof Parts]): void {
  const packed = packExactly(value);
  if (packed === undefined) return;
  const file = fileOf(place, part);
  const half = `${file}.${pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(half, `${place.key}\n${packed}`);
    renameSync(half, file);
  } catch {
    // `half` may be left behind on a full disk; the next who writes under this number takes its place.
  }
}

interface Revived {
  readonly main: KeptCatalog;
  readonly others: KeptOthers["others"];
  readonly texts: readonly SourceText[];
  readonly place: Place;
}

function revive({ main, others, texts, place }: Revived): FolderRead {
  const { prefix } = place;
  const byFile = new Map(texts.map(({ file, text }) => [file, text]));
  const { catalog, counts } = main;
  return {
    catalog: { ...catalog, files: new Map([...catalog.files].map(([id, file]) => [id, `${prefix}${file}`])) },
    counts: { ...counts, files: texts.length },
    others: [...main.others, ...others]
      .map(({ kind, file, value }) => ({ kind, file: `${prefix}${file}`, value }))
      .sort((a, b) => compareText(a.file, b.file))
      .map(({ kind, file, value }) => ({ kind, file, yaml: yamlOf(value, byFile.get(file) ?? "", file) })),
    complaints: [],
    broken: new Set(),
    texts: withValues(texts, place),
  };
}

/** The texts with what they say, which is looked up when somebody asks for the first. */
function withValues(texts: readonly SourceText[], place: Place): readonly SourceText[] {
  let values: ReadonlyMap<string, unknown> | undefined;
  return texts.map(({ file, text }) => ({
    file,
    text,
    get yaml() {
      values ??= new Map(partKept(place, "values")?.values);
      const name = file.slice(place.prefix.length);
      return values.has(name) ? yamlOf(values.get(name), text, file) : readYaml(text, file);
    },
  }));
}

/** The places in a text are looked up when somebody asks for one, which only a complaint does. */
function yamlOf(value: unknown, text: string, file: string): YamlText {
  let read: YamlText | undefined;
  return {
    value,
    complaints: [],
    locate: (path, what) => {
      read ??= readYaml(text, file);
      return read.locate(path, what);
    },
  };
}

/** What a reading depends on: the name and text of every file, and everything that reads them. */
const keyOf = (texts: readonly SourceText[], prefix: string): string =>
  hashWithCode(
    texts.map(({ file, text }) => ({ file: file.slice(prefix.length), text })),
    ["catalog", "model"],
  );

/** Of these texts by their names, and of all code of these rooms: what comes of the two is the same while this is. */
export function hashWithCode(texts: readonly SourceText[], rooms: readonly string[]): string {
  const hash = createHash("sha256");
  const add = (name: string, text: string) => hash.update(JSON.stringify([name, text.length])).update(text);
  for (const { file, text } of texts) add(file, text);
  for (const room of rooms) {
    const folder = fileURLToPath(new URL(`../${room}`, import.meta.url));
    for (const name of readdirSync(folder).sort(compareText))
      if (/\.[jt]s$/.test(name) && !/\.(test|d)\.[jt]s$/.test(name))
        add(`${room}/${name}`, readFileSync(join(folder, name), "utf8"));
  }
  // It pins the version of everything the readers are built on.
  add("package.json", readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return hash.digest("hex");
}

/** A checkout keeps readings where other tools keep theirs; the published package carries one, made when it was built. */
function keptBeside(): string {
  const place = import.meta.url.endsWith(".ts") ? "../../node_modules/.cache/chainbreak" : "../prebuilt";
  return fileURLToPath(new URL(place, import.meta.url));
}
