/** Where a person is found: by id among the people of a catalogue, or by a path. */
import { dirname, isAbsolute, resolve } from "node:path";
import {
  type FileKind,
  fileKindOf,
  type KnownFile,
  readTexts,
  readYaml,
  valueAt,
  type YamlText,
} from "../catalog/index.ts";
import { Complaint } from "../model/index.ts";
import { isFolder, typedPath } from "./shipped.ts";

export interface PeopleKnown {
  /** By the id in the file. */
  readonly byId: ReadonlyMap<string, YamlText>;
  readonly ids: readonly string[];
}

export function peopleOf(others: readonly KnownFile[]): PeopleKnown {
  const byId = new Map<string, YamlText>();
  for (const { kind, yaml } of others) {
    const id = valueAt(yaml.value, ["person", "id"]);
    if (kind === "person" && typeof id === "string" && !byId.has(id)) byId.set(id, yaml);
  }
  return { byId, ids: [...byId.keys()].sort() };
}

/** How a story's person is looked up: an id first, else a path from the story's folder. */
export function findPersonFrom(
  people: PeopleKnown,
  cwd: string,
): (reference: string, storyFile: string) => YamlText | undefined {
  return (reference, storyFile) => {
    const known = people.byId.get(reference);
    if (known !== undefined) return known;
    if (!looksLikePath(reference)) return undefined;
    const path = isAbsolute(reference) ? reference : resolve(cwd, dirname(storyFile), reference);
    return readOneFile(path, cwd).yaml;
  };
}

export const looksLikePath = (text: string): boolean => /[/\\]|\.ya?ml$/i.test(text);

export interface OneFile {
  readonly yaml: YamlText | undefined;
  readonly complaints: readonly Complaint[];
}

/** One person file; a folder, or a file of another kind, is a complaint. */
export function readOneFile(path: string, cwd: string): OneFile {
  const full = resolve(cwd, path);
  const file = typedPath(full, cwd);
  const wrong = (message: string): OneFile => ({
    yaml: undefined,
    complaints: [
      new Complaint({
        code: "yaml/unknown-kind",
        place: { file },
        message,
        help: "give the path of a person file, which begins with `person`",
      }),
    ],
  });
  if (isFolder(path, cwd)) return wrong("this is a folder, not a person file");
  const { texts, complaints } = readTexts([full], { from: file === full ? "" : cwd });
  const [first] = texts;
  if (first === undefined) return { yaml: undefined, complaints };
  const yaml = readYaml(first.text, first.file);
  const kind = fileKindOf(yaml.value);
  if (yaml.value !== undefined && kind !== "person")
    return wrong(
      kind === undefined ? "this is no person file" : `this is a file of ${kindNames[kind]}, not of a person`,
    );
  return {
    yaml: yaml.value === undefined ? undefined : yaml,
    complaints: [...complaints, ...yaml.complaints],
  };
}

const kindNames: Readonly<Record<FileKind, string>> = {
  institution: "an institution",
  extension: "an extension of an institution",
  vocabulary: "the vocabulary",
  aspects: "aspects",
  starts: "starts",
  signs: "signs",
  measures: "measures",
  sources: "sources",
  clocks: "clocks",
  names: "institutions known by name",
  person: "a person",
  story: "a story",
  night: "a night",
  patch: "a patch",
  assertion: "an assertion",
  pack: "a pack of assertions",
  population: "a population",
};
