/**
 * What a decision rests on beside the events, read from files: catalogue, people, rules and mappings, all before the
 * first event and all complained of in one run. The same for a stream on the command line and for the service.
 */
import { basename, resolve } from "node:path";
import { fileKindOf, hashWithCode, readTexts, readYaml, type SourceText, valueAt } from "../catalog/index.ts";
import {
  joinRules,
  keepShapes,
  logsOf,
  type Mapping,
  madeLikelihoods,
  type RuleSet,
  readMapping,
  readRules,
  type ShapesAsked,
  type Version,
  withUnread,
} from "../detect/index.ts";
import { Complaint, minutesPerDay } from "../model/index.ts";
import { type Person, readPerson } from "../person/index.ts";
import { type CatalogChoice, isError, readNamed, typedPath } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";

export interface VersionChoice extends CatalogChoice {
  readonly people?: string;
  readonly rules?: string;
  readonly against?: string;
}

export interface VersionOpened {
  readonly version: Version | undefined;
  readonly against: RuleSet | undefined;
  readonly mappings: readonly Mapping[];
  /** What the version's shapes are made of. */
  readonly shaping: Pick<ShapesAsked, "people" | "today">;
  /** Names all of it, to the byte, and the program that reads it; what is kept under another is not gone on from. */
  readonly basis: string;
  readonly complaints: readonly Complaint[];
}

export function openVersion(options: VersionChoice, { outside }: Pick<Terminal, "outside">): VersionOpened {
  const { cwd, today } = outside;
  const read = readNamed(options, cwd, { stories: false });
  const catalog = withUnread(read.catalog);
  const people = readPeople(options.people, catalog, cwd);
  const rules = rulesIn(options.rules, catalog, cwd);
  const against = rulesIn(options.against, catalog, cwd);
  const complaints = [
    ...read.complaints.filter(isError),
    ...read.leftOut,
    ...people.complaints,
    ...rules.complaints,
    ...against.complaints,
  ];
  const shaping = { people: people.byId, today };
  if (complaints.some(isError))
    return { version: undefined, against: undefined, mappings: [], shaping, basis: "", complaints };
  return {
    complaints,
    shaping,
    against: against.rules,
    mappings: rules.mappings,
    basis: basisOf([...read.texts, ...people.texts, ...rules.texts]),
    version: {
      catalog,
      logs: logsOf(madeLikelihoods),
      likelihoods: madeLikelihoods.id,
      shapeOf: keepShapes({ catalog, ...shaping }),
      rules: rules.rules,
      // A clock on the other side of the world is a day ahead at most.
      until: Date.parse(`${today}T00:00:00Z`) / 60_000 + 2 * minutesPerDay,
    },
  };
}

/** The code of these rooms counts as well: it may change where the version of a checkout does not. */
const roomsBehind = ["model", "catalog", "person", "graph", "ground", "reach", "detect", "watch"];

/** Where the files lie does not count. */
const basisOf = (texts: readonly SourceText[]): string =>
  hashWithCode(
    texts.map(({ file, text }) => ({ file: basename(file), text })),
    roomsBehind,
  );

function readPeople(folder: string | undefined, catalog: Version["catalog"], cwd: string) {
  const byId = new Map<string, Person>();
  const complaints: Complaint[] = [];
  if (folder === undefined) return { byId, complaints, texts: [] };
  const found = readTexts([resolve(cwd, folder)], {
    from: typedPath(resolve(cwd, folder), cwd) === resolve(cwd, folder) ? "" : cwd,
  });
  complaints.push(...found.complaints);
  for (const { text, file } of found.texts) {
    const yaml = readYaml(text, file);
    if (fileKindOf(yaml.value) !== "person") continue;
    const { person, complaints: own } = readPerson(yaml, catalog);
    complaints.push(...own);
    if (person !== undefined) byId.set(person.id, person);
  }
  return { byId, complaints, texts: found.texts };
}

/** The rules and mappings of a file, or of the files of a folder, joined. */
function rulesIn(path: string | undefined, catalog: Version["catalog"], cwd: string) {
  const complaints: Complaint[] = [];
  if (path === undefined) return { rules: undefined, mappings: [], complaints, texts: [] };
  const found = readTexts([resolve(cwd, path)], { from: cwd });
  complaints.push(...found.complaints);
  const sets: RuleSet[] = [];
  const mappings: Mapping[] = [];
  for (const { text, file } of found.texts) {
    const yaml = readYaml(text, file);
    if (valueAt(yaml.value, ["mapping"]) !== undefined) {
      const { mapping, complaints: own } = readMapping(yaml, catalog);
      complaints.push(...own);
      if (mapping !== undefined) mappings.push(mapping);
      continue;
    }
    const { rules, complaints: own } = readRules(yaml);
    complaints.push(...own);
    if (rules !== undefined) sets.push(rules);
  }
  if (sets.length + mappings.length === 0 && complaints.length === 0)
    complaints.push(
      new Complaint({
        code: "file/nothing-read",
        place: { file: path },
        message: "no YAML file in it",
        help: "give a file of rules, or a folder that holds some",
      }),
    );
  return { rules: joinRules(sets), mappings, complaints, texts: found.texts };
}
