/**
 * Files of institutions known by their names alone: nobody has read what they ask, so that everything about them is lent
 * by the archetype of their kind. An entry says the kind and the names; what it runs follows from the kind. A file with
 * a fault is left out whole.
 */
import type { Complaint, Institution, InstitutionKind, ThingKind, Vocabulary } from "../model/index.ts";
import { readInstitution } from "./read-institution.ts";
import { readShape, valueAt } from "./shape-complaints.ts";
import { namesShape } from "./shapes.ts";
import type { YamlText } from "./yaml-text.ts";

export interface NamesRead {
  readonly institutions: readonly Institution[];
  /** Ids the file claims, known even where it is wrong. */
  readonly ids: readonly string[];
  /** The file, as one of its institutions sees it. */
  readonly yamlOf: (id: string) => YamlText;
  readonly complaints: readonly Complaint[];
}

/** Kinds that stand above the person's things run none of them. */
const runs: Readonly<Partial<Record<InstitutionKind, readonly ThingKind[]>>> = {
  carrier: ["line"],
  bank: ["account", "card"],
  vendor: ["account", "device"],
  police: [],
  rescue: [],
};

export function readNames(yaml: YamlText, vocabulary: Vocabulary): NamesRead {
  const { value, complaints: found } = readShape(namesShape, yaml);
  const yamlOf = (id: string): YamlText => namedYaml(yaml, id) ?? yaml;
  const read = Object.keys(value?.names ?? {}).map((id) => readInstitution(yamlOf(id), vocabulary));
  const complaints = [...found, ...read.flatMap((each) => each.complaints)];
  const isBroken = [...yaml.complaints, ...complaints].some(({ severity }) => severity === "error");
  return {
    institutions: isBroken ? [] : read.flatMap(({ institution }) => institution ?? []),
    ids: idsIn(yaml.value),
    yamlOf,
    complaints,
  };
}

/** One institution of such a file as if it had a file of its own; `undefined` where the file does not name it. */
export function namedYaml(yaml: YamlText, id: string): YamlText | undefined {
  const entry = valueAt(yaml.value, ["names", id]);
  if (typeof entry !== "object" || entry === null) return undefined;
  const kind = valueAt(entry, ["kind"]);
  return {
    ...yaml,
    value: {
      institution: id,
      regions: valueAt(yaml.value, ["regions"]) ?? [],
      provides: runs[kind as InstitutionKind] ?? ["account"], // Whatever else stands there is complained of.
      ...entry,
    },
    locate: (path, what) =>
      path.length === 0 || path[0] === "institution"
        ? yaml.locate(["names", id], "key")
        : yaml.locate(["names", id, ...path], what),
  };
}

/** Ids a file of names claims, known even where it is wrong. */
export function idsIn(value: unknown): readonly string[] {
  const names = typeof value === "object" && value !== null && "names" in value ? value.names : undefined;
  return typeof names === "object" && names !== null ? Object.keys(names) : [];
}
