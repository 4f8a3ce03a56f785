/**
 * Many YAML texts to one catalogue.
 *
 * Each text is read for itself, then what names things in other files is checked. A file with a fault is left out
 * whole; its id stays known, so that one fault does not raise a hundred complaints in the files that refer to it.
 */
import {
  Complaint,
  compareText,
  type Institution,
  type Measure,
  sortComplaints,
  type Vocabulary,
} from "../model/index.ts";
import { applyExtensions } from "./apply-extensions.ts";
import { type Catalog, emptyCatalog, type Source } from "./catalog.ts";
import { checkAspects } from "./check-aspects.ts";
import { checkCrossings } from "./check-crossings.ts";
import { readAspects } from "./read-aspects.ts";
import { readClocks } from "./read-clocks.ts";
import { type InstitutionRead, readInstitution, readMeasure } from "./read-institution.ts";
import { idsIn, namedYaml, readNames } from "./read-names.ts";
import { readSigns } from "./read-signs.ts";
import { readStarts } from "./read-starts.ts";
import { mergeVocabularies, readVocabulary } from "./read-vocabulary.ts";
import { isSameData } from "./same-data.ts";
import { readShape, valueAt } from "./shape-complaints.ts";
import { measureShape, measuresShape, type SourceEntry, sourcesShape } from "./shapes.ts";
import { readYaml, type YamlText } from "./yaml-text.ts";

/** A file as a door hands it in: its name for complaints, and its text, or what kept it from being read. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  /** The same text read as YAML, where somebody has done that already: nine tenths of the work. */
  readonly yaml?: YamlText;
}

export type FileKind =
  | "institution"
  | "extension"
  | "vocabulary"
  | "aspects"
  | "starts"
  | "signs"
  | "measures"
  | "sources"
  | "clocks"
  | "names"
  | "person"
  | "story"
  | "night"
  | "patch"
  | "assertion"
  | "pack"
  | "population";

export interface KnownFile {
  readonly kind: FileKind;
  readonly yaml: YamlText;
  readonly file: string;
}

export interface CatalogRead {
  readonly catalog: Catalog;
  readonly complaints: readonly Complaint[];
  /** Person, story and night files met on the way; their own rooms read them. */
  readonly others: readonly KnownFile[];
  readonly counts: {
    readonly files: number;
    readonly institutions: number;
    readonly flows: number;
    readonly measures: number;
    readonly words: number;
    readonly sources: number;
  };
  /** Ids of institutions whose file is broken. */
  readonly broken: ReadonlySet<string>;
}

/** What a catalogue is read beside, or over. */
interface Ground {
  readonly base: Catalog;
  /** Everything of the base stands, and a file stands in the place of what has its id there; else the base only lends. */
  readonly isOver: boolean;
  /** Files whose text is to the byte one that the base was read from, without a complaint; absent: none is known to be. */
  readonly alike?: ReadonlySet<string>;
}

/** What is read here; the rest is handed on to the rooms that read it. */
const ofTheCatalogue: ReadonlySet<FileKind> = new Set([
  "institution",
  "extension",
  "vocabulary",
  "aspects",
  "signs",
  "starts",
  "measures",
  "sources",
  "clocks",
  "names",
]);

const isError = ({ severity }: Complaint) => severity === "error";

interface Missing {
  readonly isVocabulary: boolean;
  readonly isSources: boolean;
  readonly isAspects: boolean;
  readonly measures: ReadonlySet<string>;
  /** Ids of institutions with the file each stands in. */
  readonly institutions: ReadonlyMap<string, string>;
  /** Ids of institutions that a file would have extended. */
  readonly extended: readonly string[];
}

/** Complaints that say nothing while the file of words cannot be read. */
const aboutWords: ReadonlySet<string> = new Set([
  "catalog/unknown-capability",
  "catalog/unknown-condition",
  "catalog/unknown-secret",
  "catalog/wrong-subject",
]);

/**
 * What is not there because its file is no YAML, as far as its text lets one guess: what refers to it is not complained
 * of, for the file itself is.
 */
function missingWith(unread: readonly SourceText[]): Missing {
  const has = (text: string, ...keys: readonly string[]) =>
    keys.some((key) => new RegExp(`^${key}:`, "m").test(text));
  const measures = unread.filter(({ text }) => has(text, "measures") && !has(text, "institution", "person"));
  return {
    isVocabulary: unread.some(
      ({ text }) => has(text, "capabilities", "secrets", "conditions") && !has(text, "person"),
    ),
    isSources: unread.some(({ text }) => has(text, "sources")),
    isAspects: unread.some(({ text }) => has(text, "aspects")),
    measures: new Set(
      measures.flatMap(({ text }) => [...text.matchAll(/^ +([a-z0-9-]+):/gm)].map(([, id = ""]) => id)),
    ),
    institutions: new Map(
      unread.flatMap(({ text, file }) =>
        [...text.matchAll(/^institution: *([a-z0-9-]+)/gm)].map(([, id = ""]) => [id, file] as const),
      ),
    ),
    extended: unread.flatMap(({ text }) =>
      [...text.matchAll(/^extends: *([a-z0-9-]+)/gm)].map(([, id = ""]) => id),
    ),
  };
}

/** What kind of file this is, told by its first telling key. */
export function fileKindOf(value: unknown): FileKind | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  for (const key of Object.keys(value)) {
    if (key === "capabilities" || key === "secrets" || key === "conditions") {
      if (!("person" in value)) return "vocabulary";
    } else if (key === "extends") return "extension";
    else if (
      key === "institution" ||
      key === "person" ||
      key === "story" ||
      key === "night" ||
      key === "patch" ||
      key === "assertion" ||
      key === "pack" ||
      key === "population" ||
      key === "aspects" ||
      key === "starts" ||
      key === "clocks" ||
      key === "names" ||
      key === "signs" ||
      key === "sources"
    )
      return key;
  }
  return "measures" in value ? "measures" : undefined;
}

/**
 * Reads a catalogue.
 *
 * `base` lends its vocabulary and the institution `things` (what hands can do with a SIM or a phone) to a catalogue
 * that brings none of its own. Cost: about a millisecond a file.
 */
export function readCatalog(texts: readonly SourceText[], base: Catalog = emptyCatalog): CatalogRead {
  return readTogether(texts, { base, isOver: false });
}

/**
 * The same beside a catalogue whose own texts are at hand: an institution whose text stands there to the byte is read as it
 * was there, where the words are the same too. A copy of a catalogue with a few files changed costs those files.
 */
export function readCatalogBeside(
  texts: readonly SourceText[],
  read: Pick<CatalogRead, "catalog" | "complaints"> & { readonly texts: readonly SourceText[] },
): CatalogRead {
  const known = new Set(read.texts.map(({ text }) => text));
  // What extends an institution would be in it already.
  const isPlain = read.complaints.length === 0 && ![...known].some((text) => /^extends:/m.test(text));
  const alike = texts.filter(({ text }) => known.has(text)).map(({ file }) => file);
  return readTogether(texts, {
    base: read.catalog,
    isOver: false,
    ...(isPlain ? { alike: new Set(alike) } : {}),
  });
}

/** Reads files over a catalogue: `lay-over.ts` says what follows where one of them is wrong. */
export function readOver(texts: readonly SourceText[], base: Catalog): CatalogRead {
  return readTogether(texts, { base, isOver: true });
}

function readTogether(texts: readonly SourceText[], ground: Ground): CatalogRead {
  const { base, isOver } = ground;
  const complaints: Complaint[] = [];
  const known: KnownFile[] = [];
  const unread: SourceText[] = [];
  for (const { file, text, yaml: already } of [...texts].sort((a, b) => compareText(a.file, b.file))) {
    const yaml = already ?? readYaml(text, file);
    complaints.push(...yaml.complaints);
    if (yaml.value === undefined) {
      unread.push({ file, text });
      continue;
    }
    const kind = fileKindOf(yaml.value);
    if (kind === undefined) {
      complaints.push(
        new Complaint({
          code: "yaml/unknown-kind",
          place: { file, line: 1, column: 1 },
          message: yaml.value === null ? "the file is empty" : "this is none of our kinds of file",
          help: "it must begin with `institution`, `extends`, `capabilities`, `aspects`, `signs`, `starts`, `measures`, `sources`, `clocks`, `names`, `person`, `story`, `night`, `patch`, `assertion`, `pack` or `population`",
        }),
      );
    } else known.push({ kind, yaml, file });
  }

  const missing = missingWith(unread);
  let vocabulary = base.vocabulary;
  /** The words as far as a broken vocabulary lets them be known: the other files are checked by them. */
  let words = base.vocabulary;
  const vocabularies: YamlText[] = [];
  for (const { yaml } of known.filter(({ kind }) => kind === "vocabulary")) {
    const read = readVocabulary(yaml);
    complaints.push(...read.complaints);
    words = mergeVocabularies(words, read.vocabulary);
    if (!read.isBroken) vocabulary = mergeVocabularies(vocabulary, read.vocabulary);
    vocabularies.push(yaml);
  }
  const { sources, isBroken: isSourceMissing, complaints: sourceComplaints } = readSources(known);
  const {
    measures,
    yamls: measureYamls,
    brokenIds,
    complaints: measureComplaints,
  } = readCommonMeasures(known, words);
  const {
    aspects,
    isBroken: isAspectMissing,
    complaints: aspectComplaints,
  } = readAspects(
    known.filter(({ kind }) => kind === "aspects").map(({ yaml }) => yaml),
    words,
  );
  const { starts, complaints: startComplaints } = readStarts(
    known.filter(({ kind }) => kind === "starts").map(({ yaml }) => yaml),
    words,
  );
  const { clocks, complaints: clockComplaints } = readClocks(
    known.filter(({ kind }) => kind === "clocks").map(({ yaml }) => yaml),
    isSourceMissing || missing.isSources ? undefined : new Map([...base.sources, ...sources]),
  );
  complaints.push(...clockComplaints);
  const isHeard = ({ code }: Complaint) => !(missing.isVocabulary && aboutWords.has(code));
  const { signs, complaints: signComplaints } = readSigns(
    known.filter(({ kind }) => kind === "signs").map(({ yaml }) => yaml),
    base.signs.keys(),
  );
  complaints.push(
    ...sourceComplaints,
    ...signComplaints,
    ...[...measureComplaints, ...aspectComplaints, ...startComplaints].filter(isHeard),
  );

  const institutions = new Map<string, Institution>();
  /** Of these files alone. */
  const files = new Map<string, string>(missing.institutions);
  const yamls = new Map<string, YamlText>();
  const broken = new Set<string>(missing.institutions.keys());
  const readBefore = readingOf(ground, words);
  const oneByOne = known.flatMap(({ kind, yaml, file }) => {
    if (kind !== "institution" && kind !== "names") return [];
    const read = readBefore(file, kind, yaml) ?? readNow(kind, yaml, words);
    complaints.push(...read.flatMap((each) => each.complaints).filter(isHeard));
    return read.map((each) => ({ ...each, file }));
  });
  for (const { institution, id, yaml, file } of oneByOne) {
    const first = id === undefined ? undefined : files.get(id);
    if (id !== undefined && first !== undefined) {
      complaints.push(
        new Complaint({
          code: "catalog/duplicate-id",
          place: yaml.locate(["institution"]),
          message: `the institution \`${id}\` stands in \`${first}\` already`,
          help: "give it another id, or join the two files",
        }),
      );
      continue;
    }
    if (id !== undefined) files.set(id, file);
    if (institution !== undefined) {
      institutions.set(institution.id, institution);
      yamls.set(institution.id, yaml);
    } else if (id !== undefined) broken.add(id);
  }
  for (const [id, institution] of base.institutions)
    if (isOver ? !institutions.has(id) : id === "things" && !files.has(id)) institutions.set(id, institution);
  const extensions = applyExtensions({
    files: known.filter(({ kind }) => kind === "extension").map(({ yaml }) => yaml),
    institutions,
    yamls,
    broken,
    words,
  });
  complaints.push(...extensions.complaints.filter(isHeard));

  const named: Catalog = {
    vocabulary,
    institutions: new Map([...institutions].sort(([a], [b]) => compareText(a, b))),
    aspects: isOver ? new Map([...base.aspects, ...aspects]) : aspects.size > 0 ? aspects : base.aspects,
    starts: isOver ? new Map([...base.starts, ...starts]) : starts.size > 0 ? starts : base.starts,
    measures: measuresOver(measures, base.measures, isOver),
    signs: isOver ? new Map([...base.signs, ...signs]) : signs.size > 0 ? signs : base.signs,
    sources: new Map([...base.sources, ...sources]),
    clocks: isOver ? new Map([...base.clocks, ...clocks]) : clocks,
    files: isOver ? new Map([...base.files, ...[...files].filter(([id]) => !broken.has(id))]) : files,
  };
  const crossings = checkCrossings({
    catalog: { ...named, vocabulary: words },
    yamls,
    vocabularies,
    measureYamls,
    broken: {
      institutions: new Set([...broken, ...extensions.leftOut, ...missing.extended]),
      measures: new Set([...brokenIds, ...missing.measures]),
    },
    isSourceMissing: isSourceMissing || missing.isSources,
  });
  const aspectNames = isAspectMissing || missing.isAspects ? undefined : checkAspects(named, yamls);
  complaints.push(...crossings.complaints, ...(aspectNames?.complaints ?? []));
  const inFiles = new Set(
    [...crossings.complaints, ...(aspectNames?.complaints ?? [])]
      .filter(isError)
      .map(({ place }) => place.file),
  );
  const whole = new Map(named.institutions);
  for (const id of [...crossings.wrong, ...(aspectNames?.wrong ?? [])]) {
    const before = extensions.before.get(id);
    // What extends an institution may be wrong where the institution is not.
    const isItself = before === undefined || inFiles.has(files.get(id) ?? "");
    const stays = isItself ? (isOver ? base.institutions.get(id) : undefined) : before;
    if (isItself) broken.add(id);
    if (stays === undefined) whole.delete(id);
    else whole.set(id, stays);
  }
  const catalog: Catalog = { ...named, institutions: whole };
  const flows = [...whole.values()].reduce((sum, institution) => sum + institution.flows.length, 0);
  return {
    catalog,
    complaints: sortComplaints(complaints),
    others: known.filter(({ kind }) => !ofTheCatalogue.has(kind)),
    counts: {
      files: texts.length,
      institutions: whole.size,
      flows,
      measures:
        measures.length +
        [...whole.values()].reduce((sum, institution) => sum + institution.measures.length, 0),
      words: vocabulary.capabilities.size + vocabulary.conditions.size,
      sources: catalog.sources.size,
    },
    broken,
  };
}

type OneRead = InstitutionRead & { readonly yaml: YamlText };

const readNow = (kind: FileKind, yaml: YamlText, words: Vocabulary): readonly OneRead[] =>
  kind === "names" ? namedIn(yaml, words) : [{ ...readInstitution(yaml, words), yaml }];

/** What came of a file in the base; `undefined` where it has to be read. */
function readingOf({ base, alike }: Ground, words: Vocabulary) {
  const isAlike = alike !== undefined && alike.size > 0 && isSameData(words, base.vocabulary);
  return (file: string, kind: FileKind, yaml: YamlText): readonly OneRead[] | undefined => {
    if (!isAlike || !alike.has(file)) return undefined;
    const ids = kind === "names" ? idsIn(yaml.value) : [String(valueAt(yaml.value, ["institution"]))];
    const read = ids.flatMap((id): readonly OneRead[] => {
      const institution = base.institutions.get(id);
      const own = kind === "names" ? namedYaml(yaml, id) : yaml;
      return institution === undefined || own === undefined
        ? []
        : [{ institution, id, yaml: own, complaints: [] }];
    });
    return read.length === ids.length ? read : undefined;
  };
}

/** Each institution of a file of names, as if it stood in a file of its own. */
function namedIn(yaml: YamlText, words: Vocabulary): readonly OneRead[] {
  const { institutions, ids, yamlOf, complaints } = readNames(yaml, words);
  const byId = new Map(institutions.map((institution) => [institution.id, institution]));
  const each = ids.map((id) => ({ institution: byId.get(id), id, yaml: yamlOf(id), complaints: [] }));
  return [{ institution: undefined, id: undefined, yaml, complaints }, ...each];
}

/** A measure of the files stands in the place of the base's of the same id. */
function measuresOver(
  own: readonly Measure[],
  below: readonly Measure[],
  isOver: boolean,
): readonly Measure[] {
  if (!isOver) return own.length > 0 ? own : below;
  const ids = new Set(own.map(({ id }) => id));
  return [...below.filter(({ id }) => !ids.has(id)), ...own];
}

function readSources(known: readonly KnownFile[]): {
  sources: Map<string, Source>;
  isBroken: boolean;
  complaints: Complaint[];
} {
  const sources = new Map<string, Source>();
  const complaints: Complaint[] = [];
  let isBroken = false;
  for (const { yaml } of known.filter(({ kind }) => kind === "sources")) {
    const { value, complaints: found } = readShape(sourcesShape, yaml);
    complaints.push(...found);
    if ([...yaml.complaints, ...found].some(isError)) {
      isBroken = true;
      continue;
    }
    for (const [id, source] of Object.entries(value?.sources ?? {})) {
      if (sources.has(id))
        complaints.push(
          new Complaint({
            code: "catalog/duplicate-id",
            place: yaml.locate(["sources", id], "key"),
            message: `the source \`${id}\` is defined twice`,
            help: "give one of them another id",
          }),
        );
      else sources.set(id, sourceOf(id, source));
    }
  }
  return { sources, isBroken, complaints };
}

function sourceOf(id: string, { title, url, published, seen, grade }: SourceEntry): Source {
  return {
    id,
    title: typeof title === "string" ? { en: title, zh: title } : title,
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { published: String(published) }),
    ...(seen === undefined ? {} : { seen: String(seen) }),
    ...(grade === undefined ? {} : { grade }),
  };
}

interface CommonMeasures {
  readonly measures: readonly Measure[];
  /** The file each stands in. */
  readonly yamls: ReadonlyMap<string, YamlText>;
  /** Measures of broken files: known by name, not loaded. */
  readonly brokenIds: ReadonlySet<string>;
  readonly complaints: readonly Complaint[];
}

function readCommonMeasures(known: readonly KnownFile[], vocabulary: Vocabulary): CommonMeasures {
  const measures: Measure[] = [];
  const yamls = new Map<string, YamlText>();
  const brokenIds = new Set<string>();
  const complaints: Complaint[] = [];
  for (const { yaml } of known.filter(({ kind }) => kind === "measures")) {
    const { complaints: found } = readShape(measuresShape, yaml);
    const here: Measure[] = [];
    const inFile = [...found];
    for (const [id, body] of Object.entries(valueAt(yaml.value, ["measures"]) ?? {})) {
      const text = measureShape.safeParse(body).data;
      if (text === undefined) continue;
      if (yamls.has(id))
        inFile.push(
          new Complaint({
            code: "catalog/duplicate-id",
            place: yaml.locate(["measures", id], "key"),
            message: `the measure \`${id}\` is defined twice`,
            help: "give one of them another id",
          }),
        );
      else
        here.push(
          readMeasure({ yaml, vocabulary, settings: new Map(), complaints: inFile }, id, text, [
            "measures",
            id,
          ]),
        );
      yamls.set(id, yaml);
    }
    complaints.push(...inFile);
    if (![...yaml.complaints, ...inFile].some(isError)) measures.push(...here);
    else for (const id of Object.keys(valueAt(yaml.value, ["measures"]) ?? {})) brokenIds.add(id);
  }
  return { measures, yamls, brokenIds, complaints };
}
