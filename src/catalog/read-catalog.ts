/**
 * Many YAML texts to one catalogue.
 *
 * Each text is read for itself, then what names things in other files is checked. A file with a fault is left out
 * whole; its id stays known, so that one fault does not raise a hundred complaints in the files that refer to it.
 */
import { Complaint, compareText, type Asks, type Bilingual, type Institution, type Measure, sortComplaints, type Vocabulary } from "../model/index.ts";
import { helpWith } from "./did-you-mean.ts";
import { readInstitution, readMeasure } from "./read-institution.ts";
import { emptyVocabulary, mergeVocabularies, readVocabulary } from "./read-vocabulary.ts";
import { readShape } from "./shape-complaints.ts";
import { measuresShape, sourcesShape } from "./shapes.ts";
import { readYaml, type YamlText } from "./yaml-text.ts";

/** A file as a door hands it in: its name for complaints, and its text, or what kept it from being read. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

export interface Source {
  readonly id: string;
  readonly title: Bilingual;
  readonly url?: string;
  readonly published?: string;
  /** The day somebody read it. */
  readonly seen?: string;
  /** How near it stands to the institution: official, statute, mirror, press, police, court, victim, code, unsigned. */
  readonly grade?: string;
}

export interface Catalog {
  readonly vocabulary: Vocabulary;
  readonly institutions: ReadonlyMap<string, Institution>;
  /** Measures no single institution owns. */
  readonly measures: readonly Measure[];
  readonly sources: ReadonlyMap<string, Source>;
  /** The file each institution stands in, for complaints and for `explain`. */
  readonly files: ReadonlyMap<string, string>;
}

export const fileKinds = ["institution", "capabilities", "secrets", "conditions", "measures", "sources", "person", "story"] as const;
export type FileKind = "institution" | "vocabulary" | "measures" | "sources" | "person" | "story";

export interface KnownFile {
  readonly kind: FileKind;
  readonly yaml: YamlText;
  readonly file: string;
}

export interface CatalogRead {
  readonly catalog: Catalog;
  readonly complaints: readonly Complaint[];
  /** Person and story files met on the way; their own rooms read them. */
  readonly others: readonly KnownFile[];
  readonly counts: { readonly files: number; readonly institutions: number; readonly flows: number; readonly measures: number; readonly words: number; readonly sources: number };
  /** Ids of institutions whose file is broken. */
  readonly broken: ReadonlySet<string>;
}

export const emptyCatalog: Catalog = { vocabulary: emptyVocabulary, institutions: new Map(), measures: [], sources: new Map(), files: new Map() };

/** More ways to ask than any process has; beyond it one flow would be thousands of rules. */
export const waysMax = 256;
/** Every set of measures on one flow is a rule of its own: 2^6 are enough. */
export const measuresOnFlowMax = 6;

/** What kind of file this is, told by its first telling key. */
export function fileKindOf(value: unknown): FileKind | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  for (const key of Object.keys(value)) {
    if (key === "capabilities" || key === "secrets" || key === "conditions") {
      if (!("person" in value)) return "vocabulary";
    } else if (key === "institution" || key === "person" || key === "story" || key === "sources") return key;
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
  const complaints: Complaint[] = [];
  const known: KnownFile[] = [];
  for (const { file, text } of [...texts].sort((a, b) => compareText(a.file, b.file))) {
    const yaml = readYaml(text, file);
    complaints.push(...yaml.complaints);
    if (yaml.value === undefined) continue;
    const kind = fileKindOf(yaml.value);
    if (kind === undefined) {
      complaints.push(
        new Complaint({
          code: "yaml/unknown-kind",
          place: { file, line: 1, column: 1 },
          message: yaml.value === null ? "the file is empty" : "this is none of our kinds of file",
          help: "it must begin with `institution`, `capabilities`, `measures`, `sources`, `person` or `story`",
        }),
      );
    } else known.push({ kind, yaml, file });
  }

  let vocabulary = base.vocabulary;
  for (const { yaml } of known.filter(({ kind }) => kind === "vocabulary")) {
    const read = readVocabulary(yaml);
    complaints.push(...read.complaints);
    vocabulary = mergeVocabularies(vocabulary, read.vocabulary);
  }
  const { sources, complaints: sourceComplaints } = readSources(known);
  const { measures, complaints: measureComplaints } = readCommonMeasures(known, vocabulary);
  complaints.push(...sourceComplaints, ...measureComplaints);

  const institutions = new Map<string, Institution>();
  const files = new Map<string, string>();
  const yamls = new Map<string, YamlText>();
  const broken = new Set<string>();
  for (const { yaml, file } of known.filter(({ kind }) => kind === "institution")) {
    const { institution, id, complaints: found } = readInstitution(yaml, vocabulary);
    complaints.push(...found);
    const first = id === undefined ? undefined : files.get(id);
    if (id !== undefined && first !== undefined) {
      complaints.push(
        new Complaint({ code: "catalog/duplicate-id", place: yaml.locate(["institution"]), message: `the institution \`${id}\` stands in \`${first}\` already`, help: "give it another id, or join the two files" }),
      );
      continue;
    }
    if (id !== undefined) files.set(id, file);
    if (institution !== undefined) {
      institutions.set(institution.id, institution);
      yamls.set(institution.id, yaml);
    } else if (id !== undefined) broken.add(id);
  }
  if (!files.has("things")) {
    const things = base.institutions.get("things");
    if (things !== undefined) institutions.set("things", things);
  }

  const catalog: Catalog = {
    vocabulary,
    institutions: new Map([...institutions].sort(([a], [b]) => compareText(a, b))),
    measures: measures.length > 0 ? measures : base.measures,
    sources: new Map([...base.sources, ...sources]),
    files,
  };
  complaints.push(...checkCatalog(catalog, yamls, broken));
  const flows = [...institutions.values()].reduce((sum, institution) => sum + institution.flows.length, 0);
  return {
    catalog,
    complaints: sortComplaints(complaints),
    others: known.filter(({ kind }) => kind === "person" || kind === "story"),
    counts: {
      files: texts.length,
      institutions: institutions.size,
      flows,
      measures: measures.length + [...institutions.values()].reduce((sum, institution) => sum + institution.measures.length, 0),
      words: vocabulary.capabilities.size + vocabulary.conditions.size,
      sources: catalog.sources.size,
    },
    broken,
  };
}

function readSources(known: readonly KnownFile[]): { sources: Map<string, Source>; complaints: Complaint[] } {
  const sources = new Map<string, Source>();
  const complaints: Complaint[] = [];
  for (const { yaml } of known.filter(({ kind }) => kind === "sources")) {
    const { value, complaints: found } = readShape(sourcesShape, yaml);
    complaints.push(...found);
    for (const [id, { title, url, published, seen, grade }] of Object.entries(value?.sources ?? {})) {
      sources.set(id, {
        id,
        title: typeof title === "string" ? { en: title, zh: title } : title,
        ...(url === undefined ? {} : { url }),
        ...(published === undefined ? {} : { published: String(published) }),
        ...(seen === undefined ? {} : { seen: String(seen) }),
        ...(grade === undefined ? {} : { grade }),
      });
    }
  }
  return { sources, complaints };
}

function readCommonMeasures(known: readonly KnownFile[], vocabulary: Vocabulary): { measures: Measure[]; complaints: Complaint[] } {
  const measures: Measure[] = [];
  const complaints: Complaint[] = [];
  for (const { yaml } of known.filter(({ kind }) => kind === "measures")) {
    const { value, complaints: found } = readShape(measuresShape, yaml);
    complaints.push(...found);
    for (const [id, text] of Object.entries(value?.measures ?? {})) {
      if (measures.some((measure) => measure.id === id)) {
        complaints.push(new Complaint({ code: "catalog/duplicate-id", place: yaml.locate(["measures", id], "key"), message: `the measure \`${id}\` is defined twice`, help: "give one of them another id" }));
        continue;
      }
      measures.push(readMeasure({ yaml, vocabulary, settings: new Map(), complaints }, id, text, ["measures", id]));
    }
  }
  return { measures, complaints };
}

/** What no single file can know: measures, sources and conditions named across files. */
function checkCatalog({ institutions, measures, sources, vocabulary }: Catalog, yamls: ReadonlyMap<string, YamlText>, broken: ReadonlySet<string>): Complaint[] {
  const complaints: Complaint[] = [];
  const common = new Set(measures.map(({ id }) => id));
  const cleared = new Set<string>();
  const listed = new Set<string>();
  for (const { flows } of institutions.values()) {
    for (const flow of flows) {
      for (const { kind } of flow.clears) cleared.add(kind);
      for (const { pattern, expires } of flow.sets) if (expires !== undefined) cleared.add(pattern.kind);
      for (const id of flow.measures) listed.add(id);
    }
  }
  for (const [id, institution] of institutions) {
    const yaml = yamls.get(id);
    if (yaml === undefined) continue;
    const complain = (code: Complaint["code"], path: readonly PropertyKey[], message: string, help: string, severity: "error" | "warning" = "error") =>
      complaints.push(new Complaint({ code, place: yaml.locate(path), message, help, severity }));
    const own = new Set(institution.measures.map((measure) => measure.id));
    for (const flow of institution.flows) {
      const at = ["flows", flow.id];
      for (const [i, measure] of flow.measures.entries()) {
        if (!own.has(measure) && !common.has(measure)) complain("catalog/unknown-measure", [...at, "measures", i], `no measure \`${measure}\``, helpWith(measure, [...own, ...common], "define it under `measures:` here or in catalog/common/measures.yaml"));
      }
      const ways = countWays(flow.asks);
      if (ways > waysMax) complain("catalog/too-many-ways", [...at, "asks"], `\`${flow.id}\` can be asked in ${ways} ways, more than ${waysMax}`, "split the flow into several");
      const touching = institution.measures.filter((measure) => measure.replaces.has(flow.id) || measure.removes.includes(flow.id)).map((measure) => measure.id);
      const count = new Set([...touching, ...flow.measures]).size;
      if (count > measuresOnFlowMax) complain("catalog/too-many-measures", at, `${count} measures change \`${flow.id}\`, more than ${measuresOnFlowMax}`, "join measures that are taken together");
      for (const [i, { pattern }] of flow.sets.entries()) {
        if (!cleared.has(pattern.kind)) complain("catalog/condition-without-way-out", [...at, "sets", i], `nothing clears \`${pattern.kind}\``, "add the flow that clears it, or `expires`; a block is only as strong as the weakest flow that lifts it", "warning");
      }
      const { source } = flow.basis;
      if (/^[a-z0-9-]+$/.test(source) && !sources.has(source)) complain("catalog/unknown-source", [...at, "basis"], `no source \`${source}\``, helpWith(source, sources.keys(), "add it to sources.yaml, or give an address"), "warning");
    }
    for (const measure of institution.measures) {
      const does = measure.replaces.size + measure.removes.length + measure.changes.length + measure.sets.length;
      const isListed = institution.flows.some((flow) => flow.measures.includes(measure.id));
      if (does === 0 && !isListed) complain("catalog/idle-measure", ["measures", measure.id], `the measure \`${measure.id}\` changes nothing`, "list it in the flows it changes, or say what it replaces, removes, changes or sets", "warning");
    }
  }
  for (const condition of vocabulary.conditions.values()) {
    for (const stopped of condition.stops) {
      if (!vocabulary.capabilities.has(stopped)) {
        complaints.push(new Complaint({ code: "catalog/unknown-capability", place: { file: "capabilities.yaml" }, message: `\`${condition.kind}\` stops \`${stopped}\`, which is no capability`, help: helpWith(stopped, vocabulary.capabilities.keys(), "every word stands in catalog/capabilities.yaml") }));
      }
    }
  }
  return broken.size === 0 ? complaints : complaints.filter(({ code }) => code !== "catalog/condition-without-way-out");
}

/** In how many ways these asks can be met: a sum over `any`, a product over `all`. */
export function countWays(asks: Asks): number {
  switch (asks.kind) {
    case "capability":
      return 1;
    case "any":
      return asks.parts.reduce((sum, part) => sum + countWays(part), 0);
    case "all":
      return asks.parts.reduce((product, part) => product * countWays(part), 1);
  }
}
