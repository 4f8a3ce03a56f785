/**
 * Somebody's own files laid over a catalogue: an institution, a measure, a word, a source of the same id stands in the
 * place of the one below, what begins with `extends` is added to it, and all else below stays as it is.
 *
 * A file with a fault is left out whole, and what follows from that is said once, beside its faults: the catalogue that
 * is left is whole, and an answer from it is an answer without that file. Where a file of words is wrong, every
 * institution of these files goes with it, for nobody knows which of them speaks of those words.
 */
import { Complaint, sortComplaints } from "../model/index.ts";
import type { Catalog } from "./catalog.ts";
import { type CatalogRead, fileKindOf, readOver, type SourceText } from "./read-catalog.ts";
import { valueAt } from "./shape-complaints.ts";
import { readYaml, type YamlText } from "./yaml-text.ts";

/** Files of which others speak in their own words: without one of them no other can be believed. */
const wordKinds: ReadonlySet<string> = new Set(["vocabulary", "aspects"]);

export function layOver(texts: readonly SourceText[], base: Catalog): CatalogRead {
  const read = texts.map((text) => ({ ...text, yaml: text.yaml ?? readYaml(text.text, text.file) }));
  const all = readOver(read, base);
  const wrong = wrongFilesOf(all, read);
  if (wrong.size === 0) return all;
  const withoutWords = read.filter(({ file, yaml, text }) => wrong.has(file) && isOfWords(yaml, text));
  // What was read beside a broken file of words may speak of words that are not there.
  const kept =
    withoutWords.length === 0
      ? undefined
      : readOver(
          read.filter(({ file, yaml }) => !wrong.has(file) && !isInstitution(yaml)),
          base,
        );
  const left = kept ?? all;
  const said = read
    .filter(({ file }) => wrong.has(file))
    .map(({ file, yaml, text }) =>
      leftOut(file, isOfWords(yaml, text) ? "words" : broughtBy(yaml, text, left.catalog)),
    );
  const gone = read.filter(
    ({ file, yaml }) => wrong.has(file) || (kept !== undefined && isInstitution(yaml)),
  );
  return {
    ...left,
    catalog: { ...left.catalog, leftOut: namesBrought(gone, left.catalog) },
    complaints: sortComplaints([...all.complaints, ...said]),
    broken: all.broken,
  };
}

/** What the institutions of these files are called that are now in no catalogue: their ids, and their names where there are any. */
function namesBrought(texts: readonly SourceText[], catalog: Catalog): ReadonlySet<string> {
  return new Set(
    texts.flatMap(({ text, file, yaml = readYaml(text, file) }) => {
      const brought = broughtBy(yaml, text, catalog);
      if (typeof brought === "string" || "stays" in brought) return [];
      const names = ["en", "zh"].map((lang) => valueAt(yaml.value, ["name", lang]));
      return [brought.unknown, ...names.filter((name) => typeof name === "string")];
    }),
  );
}

const wrongFilesOf = ({ complaints }: CatalogRead, texts: readonly SourceText[]): ReadonlySet<string> => {
  const own = new Set(texts.map(({ file }) => file));
  return new Set(
    complaints
      .filter(({ severity, place }) => severity === "error" && own.has(place.file))
      .map(({ place }) => place.file),
  );
};

const isOfWords = ({ value }: YamlText, text: string): boolean => {
  const kind = fileKindOf(value);
  return kind === undefined ? /^(capabilities|secrets|conditions|aspects):/m.test(text) : wordKinds.has(kind);
};

const isInstitution = ({ value }: YamlText): boolean => {
  const kind = fileKindOf(value);
  return kind === "institution" || kind === "extension";
};

/** What a file would have brought: something added to an institution, one in the place of another, a new one, or else. */
type Brought = { readonly stays: string } | { readonly unknown: string } | "words" | "more";

/** Of a text that is no YAML its first lines say what it was to be. */
function broughtBy({ value }: YamlText, text: string, { institutions }: Catalog): Brought {
  const named = (key: string): string | undefined => {
    const written = valueAt(value, [key]);
    if (typeof written === "string") return written;
    return new RegExp(`^${key}: *([a-z0-9-]+)`, "m").exec(text)?.[1];
  };
  const extended = named("extends");
  if (extended !== undefined) return { stays: extended };
  const id = named("institution");
  if (id === undefined) return "more";
  return institutions.has(id) ? { stays: id } : { unknown: id };
}

/** What follows where a file laid over is not read. */
export function leftOut(file: string, brought: Brought): Complaint {
  const follows =
    brought === "words"
      ? "no institution of these files is read, for it may speak of these words"
      : brought === "more"
        ? "nothing it says counts"
        : "stays" in brought
          ? `\`${brought.stays}\` is what it is without this file`
          : `what hangs on \`${brought.unknown}\` is not judged`;
  return new Complaint({
    code: "catalog/left-out",
    place: { file },
    message: `left out, and therefore ${follows}`,
    help: "mend it: an answer given now is an answer without this file",
    severity: "warning",
  });
}
