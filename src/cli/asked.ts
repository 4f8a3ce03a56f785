/**
 * A question as typed on the command line: the person and the catalogue it names are found, its words are read where
 * every door's are. What the command line itself cannot mean (`--within soon`) is kept apart from what the world does
 * not know.
 */
import { type Asked, type QuestionPart, type QuestionText, readQuestion } from "../asking/index.ts";
import { type Catalog, helpWith, type YamlText } from "../catalog/index.ts";
import { Complaint, sortComplaints } from "../model/index.ts";
import { barePerson, type Person, readPerson, withSitesOf } from "../person/index.ts";
import { looksLikePath, type PeopleKnown, peopleOf, readOneFile } from "./people.ts";
import { type CatalogChoice, isError, type NamedRead, readNamed } from "./shipped.ts";

export type { Asked };

/** What several commands take alike. */
export interface WorldOptions extends CatalogChoice {
  readonly person: string;
  readonly held?: readonly string[];
  readonly start?: readonly string[];
  readonly lost?: readonly string[];
  readonly apply?: readonly string[];
  readonly set?: readonly string[];
  /** What it is about: losses or kinds of harm; absent: every loss. */
  readonly goal?: readonly string[];
  readonly within?: string;
  readonly at?: string;
  readonly asOf?: string;
  /** Each a variant of the world: one measure more than in force, or several joined by commas. */
  readonly measure?: readonly string[];
}

export interface AskedRead {
  /** Absent when anything is wrong. */
  readonly asked: Asked | undefined;
  readonly complaints: readonly Complaint[];
  /** The command line itself is wrong, not what it speaks of. */
  readonly isUsage: boolean;
  /** A file laid over the catalogue was left out: the answer is one without it. */
  readonly isPartial: boolean;
}

/** The option a part of the question is given by. */
const optionOf: Readonly<Record<QuestionPart, string>> = {
  held: "--held",
  starts: "--start",
  lost: "--lost",
  conditions: "--set",
  goals: "--goal",
  measures: "--apply",
  variants: "--measure",
  within: "--within",
  at: "--at",
  asOf: "--as-of",
};

/** Of somebody described nowhere else. */
export type Describe = (catalog: Catalog) => YamlText | Complaint;

interface AskedWith {
  readonly needsHeld: boolean;
  readonly today: string;
  /** Where no person is named. */
  readonly describe?: Describe;
  /** Somebody read already, and the catalogue they live in. */
  readonly found?: Pick<PersonFound, "catalog" | "person">;
}

export function readAsked(
  options: Omit<WorldOptions, "person"> & Partial<Pick<WorldOptions, "person">>,
  cwd: string,
  { needsHeld, today, describe, found: known }: AskedWith,
): AskedRead {
  const read = readNamed(options, cwd, { stories: false });
  const isBroken = read.complaints.some(isError);
  // Against a broken catalogue half of a person's words would be called unknown.
  const found: PersonFound = isBroken
    ? { catalog: read.catalog, person: undefined, complaints: [] }
    : known === undefined
      ? personOf(options.person, { describe, read, cwd, day: today })
      : { ...known, complaints: [] };
  const question = readQuestion({
    catalog: found.catalog,
    // Without a person the question's own words are judged all the same, as far as they can be.
    person: found.person ?? nobody,
    text: textOf(
      found.person === undefined
        ? { ...options, held: [], start: [], lost: [], set: [], apply: [], measure: [], goal: [] }
        : options,
    ),
    placeOf: (part) => ({ file: optionOf[part] }),
    today,
    needsHeld:
      needsHeld &&
      [...(options.held ?? []), ...(options.start ?? []), ...(options.lost ?? [])].flatMap(splitList)
        .length === 0,
  });
  const complaints = sortComplaints([
    ...read.complaints.filter(isError),
    ...found.complaints,
    ...question.complaints,
  ]);
  return {
    asked: found.person === undefined || complaints.some(isError) ? undefined : question.asked,
    complaints: sortComplaints([...complaints, ...read.leftOut]),
    isPartial: read.leftOut.length > 0,
    isUsage: question.complaints.some(({ code }) => code === "shape/bad-text"),
  };
}

const textOf = ({
  held,
  start,
  lost,
  set,
  apply,
  measure,
  goal,
  within,
  at,
  asOf,
}: Omit<WorldOptions, "person">): QuestionText => ({
  held: (held ?? []).flatMap(splitList),
  starts: (start ?? []).flatMap(splitList),
  lost: (lost ?? []).flatMap(splitList),
  conditions: (set ?? []).flatMap(splitList),
  measures: (apply ?? []).flatMap(splitList),
  goals: (goal ?? []).flatMap(splitList),
  variants: (measure ?? []).map(splitList),
  within,
  at,
  asOf,
});

/** Somebody with nothing: whose question has no words but its times. */
const nobody = barePerson({ id: "nobody", name: { en: "nobody", zh: "无人" } });

/** `possess(sim.main), pay-with(account.x, card.y)`: commas inside brackets belong to the word. */
export function splitList(text: string): readonly string[] {
  const words: string[] = [];
  let depth = 0;
  let word = "";
  for (const character of text) {
    if (character === "(") depth += 1;
    if (character === ")") depth = Math.max(0, depth - 1);
    if ((character === "," || character === "，") && depth === 0) {
      words.push(word);
      word = "";
    } else word += character;
  }
  return [...words, word].map((each) => each.trim()).filter((each) => each !== "");
}

interface PersonFound {
  /** With the sites this person names and a list of second steps knows. */
  readonly catalog: Catalog;
  readonly person: Person | undefined;
  readonly complaints: readonly Complaint[];
}

interface PersonAsked {
  readonly describe: Describe | undefined;
  readonly read: NamedRead;
  readonly cwd: string;
  readonly day: string;
}

function personOf(reference: string | undefined, { describe, read, cwd, day }: PersonAsked): PersonFound {
  const { catalog } = read;
  if (reference !== undefined || describe === undefined) return findPerson(reference ?? "", read, cwd, day);
  const described = describe(catalog);
  if (described instanceof Complaint) return { catalog, person: undefined, complaints: [described] };
  const { person, complaints } = readPerson(described, catalog);
  return { catalog, person, complaints: [...described.complaints, ...complaints] };
}

function findPerson(reference: string, read: NamedRead, cwd: string, day: string): PersonFound {
  const { catalog, directories } = read;
  const none = (complaints: readonly Complaint[]) => ({ catalog, person: undefined, complaints });
  const people = peopleOf(read.others);
  const known = people.byId.get(reference);
  if (known === undefined && !looksLikePath(reference)) return none([unknownPerson(reference, people)]);
  const { yaml, complaints } =
    known === undefined ? readOneFile(reference, cwd) : { yaml: known, complaints: [] };
  if (yaml === undefined) return none(complaints);
  const sites = withSitesOf({ catalog, directories, yaml, day });
  const found = readPerson(sites.yaml, sites.catalog);
  return {
    catalog: sites.catalog,
    person: found.person,
    complaints: [...complaints, ...sites.complaints, ...found.complaints],
  };
}

function unknownPerson(reference: string, { ids }: PeopleKnown): Complaint {
  return new Complaint({
    code: "story/unknown-person",
    place: { file: "--person" },
    message: `no person \`${reference}\``,
    help: helpWith(reference, ids, `give the path of a person file, or one of ${ids.slice(0, 8).join(", ")}`),
  });
}
