/**
 * The two sides of a change as somebody names them: a catalogue folder, a git revision, or a patch file on top of the
 * first. With `beside`, institutions of a folder of one's own lie beside the shipped ones, in place of those of the same
 * id: an institution keeps its own flows to itself and still asks about the rest of the world.
 */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import {
  applyPatch,
  type Catalog,
  fileKindOf,
  isPatch,
  isStory,
  type KnownFile,
  layOver,
  namedYaml,
  readCatalogBeside,
  readerBeside,
  readTexts,
  readYaml,
  type SourceText,
  valueAt,
  withInstitutions,
  type YamlText,
} from "../catalog/index.ts";
import { Complaint, type ComplaintPlace, sortComplaints } from "../model/index.ts";
import { readGitFolder } from "./git-tree.ts";
import {
  isError,
  isInShipped,
  nothingRead,
  readNamed,
  readShipped,
  readTyped,
  typedPath,
} from "./shipped.ts";

export interface SideRead {
  /** As it was typed. */
  readonly name: string;
  readonly catalog: Catalog;
  readonly measures: readonly string[];
  /** The file an institution stands in. */
  readonly yamlOf: (institution: string) => YamlText | undefined;
  /** Institutions that came with it and are not the shipped ones. */
  readonly own: readonly string[];
  /** People, assertions and whatever else lay in the folder. */
  readonly others: readonly KnownFile[];
}

export interface SideFound {
  /** Absent when anything is wrong. */
  readonly side: SideRead | undefined;
  readonly complaints: readonly Complaint[];
}

export interface SideWanted {
  readonly name: string;
  readonly cwd: string;
  /** What a patch is laid over. */
  readonly over: SideRead;
  readonly beside: boolean;
}

const shippedName = "shipped";

/**
 * The side with one's own files laid over it, as `--with` lays them over the catalogue of any other command. They lie over
 * both sides of a change alike, so they come last: a patch is laid over what it was written for. A fault in them stops,
 * as one in a side does: half a layer would be told as a change.
 */
export function laidOver({ side, complaints }: SideFound, layers: readonly string[], cwd: string): SideFound {
  if (side === undefined || layers.length === 0) return { side, complaints };
  const found = readTyped(layers, cwd, { stories: false });
  const read = layOver(found.texts, side.catalog);
  const isOwn = (id: string) => read.catalog.institutions.get(id) !== side.catalog.institutions.get(id);
  const yamlOf = yamlsOf(read.catalog, found.texts);
  return settled(
    {
      ...side,
      catalog: read.catalog,
      yamlOf: (institution) => yamlOf(institution) ?? side.yamlOf(institution),
      own: [...new Set([...side.own, ...[...read.catalog.institutions.keys()].filter(isOwn)])],
      // Somebody of the same id in the files laid over comes first.
      others: [...read.others, ...side.others],
    },
    sortComplaints([
      ...complaints,
      ...found.complaints,
      ...read.complaints,
      ...(found.directories.length > 0 ? [noPart(layers)] : []),
      ...(found.texts.length + found.directories.length + found.complaints.length > 0
        ? []
        : [nothingRead(layers)]),
    ]),
  );
}

const noPart = (layers: readonly string[]) =>
  new Complaint({
    code: "yaml/unknown-kind",
    place: { file: layers.join(", ") },
    message: "a list of second steps plays no part in a change of flows",
    help: "give it to `chainbreak audit`, for the sites a person names",
  });

/** The catalogue that comes with chainbreak. */
export function shippedSide(cwd: string): SideRead {
  const { catalog, texts, others } = readShipped(cwd, { stories: false });
  return { name: shippedName, catalog, measures: [], yamlOf: yamlsOf(catalog, texts), own: [], others };
}

/** `shipped`, a folder, a patch file, or a git revision, in this order. */
export function findSide({ name, cwd, over, beside }: SideWanted): SideFound {
  if (name === shippedName || (isInShipped(name, cwd) && isFolderAt(name, cwd)))
    return { side: shippedSide(cwd), complaints: [] };
  const found = statSync(resolve(cwd, name), { throwIfNoEntry: false });
  if (found?.isDirectory() === true) {
    if (!beside) {
      const { catalog, texts, others, complaints } = readNamed({ catalog: name }, cwd, { stories: false });
      const own = [...catalog.files.keys()];
      return settled(
        { name, catalog, measures: [], yamlOf: yamlsOf(catalog, texts), own, others },
        complaints,
      );
    }
    const full = resolve(cwd, name);
    const { texts, complaints } = readTexts([full], { from: typedPath(full, cwd) === full ? "" : cwd });
    return besideShipped({ name, texts, cwd }, complaints);
  }
  if (found !== undefined) return patched(name, cwd, over);
  const git = readGitFolder(name, cwd, beside ? "." : "catalog");
  if (git === undefined || git.texts.length === 0)
    return { side: undefined, complaints: [unknownSide(name, git !== undefined)] };
  if (beside) return besideShipped({ name, texts: git.texts, cwd }, []);
  const base = readShipped(cwd, { stories: false });
  const readLike = readerBeside(base);
  const texts = git.texts
    .filter((text) => !isStory(text))
    .map((text) => ({ ...text, yaml: readLike(text.text, text.file) }));
  const read = readCatalogBeside(texts, base);
  return settled(
    {
      name,
      catalog: read.catalog,
      measures: [],
      yamlOf: yamlsOf(read.catalog, texts),
      own: [...read.catalog.files.keys()],
      others: [...read.others, ...base.others],
    },
    read.complaints,
  );
}

const settled = (side: SideRead, complaints: readonly Complaint[]): SideFound => ({
  side: complaints.some(isError) ? undefined : side,
  complaints: complaints.filter(isError),
});

const isFolderAt = (path: string, cwd: string) =>
  statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory() === true;

/** A file is read as YAML when its places are asked for; of the shipped ones only what was kept is there. */
function yamlsOf(catalog: Catalog, texts: readonly SourceText[]): SideRead["yamlOf"] {
  const byFile = new Map(texts.map((text) => [text.file, text]));
  const read = new Map<string, YamlText>();
  return (institution) => {
    const text = byFile.get(catalog.files.get(institution) ?? "");
    if (text === undefined) return undefined;
    const known = read.get(institution) ?? ownPart(text.yaml ?? readYaml(text.text, text.file), institution);
    read.set(institution, known);
    return known;
  };
}

/** Of institutions known by their names alone there are many in one file. */
const ownPart = (yaml: YamlText, institution: string): YamlText => namedYaml(yaml, institution) ?? yaml;

interface OwnTexts {
  readonly name: string;
  readonly texts: readonly SourceText[];
  readonly cwd: string;
}

function besideShipped({ name, texts, cwd }: OwnTexts, unread: readonly Complaint[]): SideFound {
  const shipped = shippedSide(cwd);
  const complaints: Complaint[] = [...unread];
  const yamls = new Map<string, YamlText>();
  const others: KnownFile[] = [];
  for (const { file, text } of texts) {
    const yaml = readYaml(text, file);
    complaints.push(...yaml.complaints);
    const kind = fileKindOf(yaml.value);
    const id = valueAt(yaml.value, ["institution"]);
    // A repository holds other YAML too (of its build, of its own tools); what is none of our kinds is not ours to judge.
    if (kind === undefined) continue;
    if (kind !== "institution" || typeof id !== "string") others.push({ kind, yaml, file });
    else if (yamls.has(id)) complaints.push(twice(id, yaml.locate(["institution"])));
    else yamls.set(id, yaml);
  }
  if (yamls.size === 0 && !complaints.some(isError))
    complaints.push(
      new Complaint({
        code: "file/nothing-read",
        place: { file: name },
        message: "no institution was found here",
        help: "give a folder with files that begin with `institution`",
      }),
    );
  const made = withInstitutions(shipped.catalog, yamls);
  return settled(
    {
      name,
      catalog: made.catalog,
      measures: [],
      yamlOf: (institution) => yamls.get(institution) ?? shipped.yamlOf(institution),
      own: [...yamls.keys()],
      others: [...others, ...shipped.others],
    },
    [...complaints, ...made.complaints],
  );
}

const twice = (id: string, place: ComplaintPlace) =>
  new Complaint({
    code: "catalog/duplicate-id",
    place,
    message: `the institution \`${id}\` stands in another file of this folder already`,
    help: "give it another id, or join the two files",
  });

function patched(name: string, cwd: string, over: SideRead): SideFound {
  const full = resolve(cwd, name);
  const { texts, complaints } = readTexts([full], { from: typedPath(full, cwd) === full ? "" : cwd });
  const [first] = texts;
  if (first === undefined) return { side: undefined, complaints };
  const patch = readYaml(first.text, first.file);
  if (patch.value !== undefined && !isPatch(patch.value))
    return {
      side: undefined,
      complaints: [
        new Complaint({
          code: "yaml/unknown-kind",
          place: { file: first.file, line: 1, column: 1 },
          message: "this is no patch",
          help: givenElsewhere(patch.value),
        }),
      ],
    };
  const applied = applyPatch({ catalog: over.catalog, yamlOf: over.yamlOf, patch });
  const catalog = applied.catalog;
  if (catalog === undefined) return { side: undefined, complaints: applied.complaints };
  return {
    side: {
      name,
      catalog,
      measures: [...new Set([...over.measures, ...applied.measures])],
      yamlOf: (institution) => applied.yamls.get(institution) ?? over.yamlOf(institution),
      own: [...new Set([...over.own, ...applied.yamls.keys()])],
      others: over.others,
    },
    complaints: applied.complaints,
  };
}

/** Whoever gives a file of another kind is told where that kind goes. */
function givenElsewhere(value: unknown): string {
  switch (fileKindOf(value)) {
    case "assertion":
    case "pack":
      return "it holds rules: give it with `--pack` to `chainbreak design check`";
    case "population":
      return "it is a population: give it to `chainbreak design exposed`, or with `--population`";
    case "person":
      return "it is a person: give it with `--people`";
    case "institution":
      return "it is an institution: give the folder it lies in, or put it under `institutions` of a patch";
    default:
      return "a patch begins with `patch`; a catalogue is given as its folder";
  }
}

const unknownSide = (name: string, isRevision: boolean) =>
  new Complaint({
    code: "design/unknown-side",
    place: { file: name },
    message: isRevision
      ? `the revision \`${name}\` has no YAML in that folder`
      : `\`${name}\` is no folder, no patch file and no git revision`,
    help: isRevision
      ? "name the folder behind a colon: `main:flows`"
      : "give a catalogue folder, a patch file, `shipped`, or a revision like `HEAD~1` or `main:catalog`",
  });
