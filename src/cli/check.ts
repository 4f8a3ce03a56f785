/**
 * `chainbreak check`: every fault of every file in one run, each with its place and a way out.
 *
 * What the user names is read together. Folders of institutions outside the shipped catalogue are a catalogue of their
 * own, which borrows the words and the physics; single files, people and stories are read as if they lay in the
 * shipped one, and only complaints about them are told.
 */
import { resolve } from "node:path";
import {
  type CatalogRead,
  emptyCatalog,
  type FileKind,
  fileKindOf,
  type KnownFile,
  layOver,
  readCatalog,
  readYaml,
  type SecondFactors,
  type SourceText,
  valueAt,
  type YamlText,
} from "../catalog/index.ts";
import { type Complaint, type Institution, sortComplaints } from "../model/index.ts";
import { readPerson, withSitesOf } from "../person/index.ts";
import { complaintJson, sayComplaints } from "./complaints.ts";
import { findPersonFrom, peopleOf } from "./people.ts";
import {
  isFolder,
  isInShipped,
  nothingRead,
  readNamed,
  readShipped,
  readTyped,
  shippedFolder,
  typedPath,
} from "./shipped.ts";
import type { Terminal } from "./terminal.ts";
import { type Counts, cliWords } from "./words.ts";

export interface CheckOptions {
  readonly json?: boolean;
  /** Files laid over the shipped catalogue; what is checked is judged over them, or they themselves where nothing is named. */
  readonly with?: readonly string[];
}

export async function check(
  paths: readonly string[],
  { json = false, with: layers = [] }: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const words = cliWords(terminal.lang);
  terminal.progress(words.reading([...paths, ...layers].join(", ") || "catalog"));
  const { complaints, counts } = await checkPaths(paths, layers, terminal.outside);
  if (json) {
    terminal.say(JSON.stringify({ counts, complaints: complaints.map(complaintJson) }, undefined, 2));
  } else {
    sayComplaints(complaints, terminal);
    const summary = words.checked(counts);
    const { paint } = terminal;
    terminal.say(
      counts.errors > 0
        ? paint.red(summary)
        : counts.warnings > 0
          ? paint.yellow(summary)
          : paint.green(summary),
    );
  }
  return counts.errors > 0 ? 1 : 0;
}

interface Checked {
  readonly complaints: readonly Complaint[];
  readonly counts: Counts;
}

async function checkPaths(
  paths: readonly string[],
  layers: readonly string[],
  { cwd, today }: { readonly cwd: string; readonly today: string },
): Promise<Checked> {
  const isLayersAlone = paths.length === 0 && layers.length > 0;
  const named = isLayersAlone ? layers : paths.length === 0 ? [typedPath(shippedFolder, cwd)] : paths;
  const below = isLayersAlone ? [] : layers;
  const whole =
    layers.length === 0 && named.length === 1 && resolve(cwd, named[0] ?? "") === shippedFolder
      ? readShipped(cwd, { stories: true })
      : undefined;
  const {
    texts,
    directories,
    complaints: unread,
  } = whole === undefined ? readTyped(named, cwd) : { texts: whole.texts, directories: [], complaints: [] };
  const kinds = new Map(texts.map((text) => [text.file, kindOf(text)] as const));
  const over = layers.length === 0 ? undefined : readNamed({ with: below }, cwd, { stories: false });
  const read =
    whole ??
    (over === undefined ? readTogether({ paths: named, texts, kinds, cwd }) : layOver(texts, over.catalog));
  const others = read.others.filter(({ file }) => kinds.has(file));
  const {
    complaints: ofOthers,
    people,
    stories,
    nights,
  } = await checkOthers(others, read, { cwd, today }, over, [...directories, ...(over?.directories ?? [])]);
  const complaints = sortComplaints([
    ...unread,
    ...(over === undefined ? [] : [...over.complaints, ...over.leftOut]),
    ...read.complaints.filter(({ place }) => whole !== undefined || kinds.has(place.file)),
    ...ofOthers,
  ]);
  const files = texts.length + directories.length;
  const all = files > 0 || complaints.length > 0 ? complaints : [nothingRead(named)];
  return {
    complaints: all,
    counts: {
      ...countsOf(read, kinds),
      files,
      people,
      stories,
      nights,
      errors: all.filter(({ severity }) => severity === "error").length,
      warnings: all.filter(({ severity }) => severity === "warning").length,
    },
  };
}

/** The catalogue the named files are judged in. */
function readTogether({ paths, texts, kinds, cwd }: Together): CatalogRead {
  const shipped = readShipped(cwd, { stories: false });
  const isOwn =
    paths.some((path) => !isInShipped(path, cwd) && isFolder(path, cwd)) &&
    [...kinds.values()].some(({ kind }) => kind === "institution");
  if (isOwn) return readCatalog(texts, shipped.catalog);
  // A file with the id of a shipped institution is a draft of it and stands in its place.
  const replaced = new Set(
    [...kinds].flatMap(([file, { id }]) => [file, shipped.catalog.files.get(id ?? "")]),
  );
  const kept = shipped.texts.filter(({ file }) => !replaced.has(file)).map(withYaml);
  return readCatalog([...kept, ...texts], emptyCatalog);
}

/** What is shipped is read as YAML once in a process, however often something is checked beside it. */
const parsed = new WeakMap<SourceText, YamlText>();

function withYaml(text: SourceText): SourceText {
  const yaml = parsed.get(text) ?? text.yaml ?? readYaml(text.text, text.file);
  parsed.set(text, yaml);
  return { ...text, yaml };
}

interface Together {
  readonly paths: readonly string[];
  readonly texts: readonly SourceText[];
  readonly kinds: ReadonlyMap<string, NamedKind>;
  readonly cwd: string;
}

interface NamedKind {
  readonly kind: FileKind | undefined;
  /** Of an institution. */
  readonly id?: string;
  /** How many flows an extension adds. */
  readonly adds?: number;
}

function kindOf({ text, file, yaml }: SourceText): NamedKind {
  const { value } = yaml ?? readYaml(text, file);
  const kind = fileKindOf(value);
  if (kind === "extension") return { kind, adds: Object.keys(valueAt(value, ["flows"]) ?? {}).length };
  return kind === "institution" ? { kind, id: String(valueAt(value, ["institution"])) } : { kind };
}

function countsOf(
  read: CatalogRead,
  kinds: ReadonlyMap<string, NamedKind>,
): Pick<Counts, "institutions" | "flows" | "measures" | "words" | "sources"> {
  const { catalog, counts } = read;
  const institutions = [...catalog.files]
    .filter(([, file]) => kinds.has(file))
    .flatMap(([id]) => catalog.institutions.get(id) ?? []);
  const sum = (of: (institution: Institution) => number) =>
    institutions.reduce((total, each) => total + of(each), 0);
  const added = [...kinds.values()].reduce((total, { adds = 0 }) => total + adds, 0);
  const has = (wanted: FileKind) => [...kinds.values()].some(({ kind }) => kind === wanted);
  return {
    institutions: institutions.length,
    flows: sum(({ flows }) => flows.length) + added,
    measures: sum(({ measures }) => measures.length) + (has("measures") ? catalog.measures.length : 0),
    words: has("vocabulary") ? counts.words : 0,
    sources: has("sources") ? counts.sources : 0,
  };
}

interface OthersChecked {
  readonly complaints: readonly Complaint[];
  readonly people: number;
  readonly stories: number;
  readonly nights: number;
}

async function checkOthers(
  others: readonly KnownFile[],
  read: CatalogRead,
  { cwd, today }: { readonly cwd: string; readonly today: string },
  over: CatalogRead | undefined,
  directories: readonly SecondFactors[],
): Promise<OthersChecked> {
  const people = others.filter(({ kind }) => kind === "person");
  const stories = others.filter(({ kind }) => kind === "story");
  const complaints = people.flatMap(({ yaml }) => {
    const sites = withSitesOf({ catalog: read.catalog, directories, yaml, day: today });
    return [...sites.complaints, ...readPerson(sites.yaml, sites.catalog).complaints];
  });
  const nights = others.filter(({ kind }) => kind === "night");
  const rules = others.filter(({ kind }) => kind === "pack" || kind === "assertion");
  const populations = others.filter(({ kind }) => kind === "population");
  if (populations.length > 0) {
    const { readPopulation } = await import("../population/index.ts");
    for (const { yaml } of populations)
      complaints.push(...readPopulation({ ...yaml, complaints: [] }, read.catalog).complaints);
  }
  if (rules.length > 0) {
    const [{ readAssertions }, { exampleComplaints }] = await Promise.all([
      import("../questions/index.ts"),
      import("./design-check.ts"),
    ]);
    for (const { yaml } of rules) {
      const found = readAssertions({ ...yaml, complaints: [] }, read.catalog);
      complaints.push(
        ...found.complaints,
        ...found.assertions.flatMap((assertion) => exampleComplaints(assertion, read.catalog)),
      );
    }
  }
  if (stories.length + nights.length > 0) {
    // Only stories and nights need the engine behind them; a check of institutions starts without it.
    const [{ readStory, readNight, runNight }, { checkStory }] = await Promise.all([
      import("../testing/index.ts"),
      import("./check-story.ts"),
    ]);
    const findPerson = findPersonFrom(
      peopleOf([...others, ...read.others, ...(over?.others ?? shippedPeople(read, cwd))]),
      cwd,
    );
    for (const { yaml, file } of stories) {
      const { story, complaints: found } = readStory(yaml, file, read.catalog, findPerson);
      complaints.push(...found, ...(story === undefined ? [] : checkStory(story)));
    }
    for (const { yaml, file } of nights) {
      const { night, complaints: found } = readNight(yaml, file, read.catalog, findPerson);
      complaints.push(...found, ...(night === undefined ? [] : runNight(night).complaints));
    }
  }
  return { complaints, people: people.length, stories: stories.length, nights: nights.length };
}

/** A catalogue of one's own may tell stories about the shipped people. */
const shippedPeople = (read: CatalogRead, cwd: string) =>
  read.others.some(({ kind }) => kind === "person") ? [] : readShipped(cwd, { stories: false }).others;
