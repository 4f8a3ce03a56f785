/**
 * A question as typed, read against the catalogue and the person: every word of it that is wrong is named in one run.
 * What the command line itself cannot mean (`--within soon`) is kept apart from what the world does not know.
 */
import { type Catalog, helpWith } from "../catalog/index.ts";
import { type Choice, findChoice, type Grounded, ground } from "../graph/index.ts";
import {
  Complaint,
  isDate,
  parseDuration,
  parseMoment,
  sortComplaints,
  type ThingKind,
} from "../model/index.ts";
import { type Person, readGroundCapability, readGroundCondition, readPerson } from "../person/index.ts";
import { looksLikePath, type PeopleKnown, peopleOf, readOneFile } from "./people.ts";
import { type FolderRead, isError, readNamed } from "./shipped.ts";

/** What several commands take alike. */
export interface WorldOptions {
  readonly person: string;
  readonly catalog?: string;
  readonly held?: readonly string[];
  readonly apply?: readonly string[];
  readonly set?: readonly string[];
  readonly within?: string;
  readonly at?: string;
  readonly asOf?: string;
  /** Each a variant of the world: one measure more than in force, or several joined by commas. */
  readonly measure?: readonly string[];
}

export interface Asked {
  readonly world: Grounded;
  readonly held: readonly string[];
  readonly inForce: readonly number[];
  readonly variants: readonly (readonly number[])[];
  readonly conditions: readonly string[];
  readonly withinMinutes: number | undefined;
  readonly startsAt: number | undefined;
}

export interface AskedRead {
  /** Absent when anything is wrong. */
  readonly asked: Asked | undefined;
  readonly complaints: readonly Complaint[];
  /** The command line itself is wrong, not what it speaks of. */
  readonly isUsage: boolean;
}

export function readAsked(
  options: WorldOptions,
  cwd: string,
  { needsHeld }: { readonly needsHeld: boolean },
): AskedRead {
  const complaints: Complaint[] = [];
  const value = <T>(
    option: string,
    text: string | undefined,
    parse: (text: string) => T | undefined,
    told: { readonly message: string; readonly help: string },
  ): T | undefined => {
    const read = text === undefined ? undefined : parse(text);
    if (text !== undefined && read === undefined)
      complaints.push(
        new Complaint({
          code: "shape/bad-text",
          place: { file: option },
          message: `\`${text}\` ${told.message}`,
          help: told.help,
        }),
      );
    return read;
  };
  const withinMinutes = value("--within", options.within, parseDuration, {
    message: "is not a duration",
    help: "write `90m`, `13h` or `3d`",
  });
  const startsAt = value("--at", options.at, parseMoment, {
    message: "is not a moment",
    help: "write `19:30` or `fri 19:30`",
  });
  const asOf = value("--as-of", options.asOf, (text) => (isDate(text) ? text : undefined), {
    message: "is not a date",
    help: "write `2020-09-04`",
  });
  const isUsage = complaints.length > 0;

  const read = readNamed(options.catalog, cwd, { stories: false });
  complaints.push(...read.complaints.filter(isError));
  // Against a broken catalogue half of a person's words would be called unknown.
  const found = read.complaints.some(isError)
    ? { person: undefined, complaints: [] }
    : findPerson(options.person, read, cwd);
  complaints.push(...found.complaints);
  const heldTexts = (options.held ?? []).flatMap(splitList);
  if (needsHeld && heldTexts.length === 0) complaints.push(nothingHeld());
  if (found.person === undefined)
    return { asked: undefined, complaints: sortComplaints(complaints), isUsage };

  const person: Person = asOf === undefined ? found.person : { ...found.person, asOf };
  const context = { person, vocabulary: read.catalog.vocabulary, moreThings: newAccounts(read.catalog) };
  const readEach = (texts: readonly string[], option: string, reader: typeof readGroundCapability) =>
    texts.flatMap((text) => {
      const word = reader(text, { ...context, place: { file: option } });
      if ("word" in word) return [word.word.text];
      complaints.push(word.complaint);
      return [];
    });
  const held = [...new Set(readEach(heldTexts, "--held", readGroundCapability))];
  const conditions = [
    ...new Set(readEach((options.set ?? []).flatMap(splitList), "--set", readGroundCondition)),
  ];
  const world = ground({ catalog: read.catalog, person, conditions });
  const readMeasures = (texts: readonly string[], option: string) => {
    const found = texts.flatMap(splitList).flatMap((text) => {
      const choice = findChoice(world.choices, text);
      if ("index" in choice) return [choice.index];
      complaints.push(unknownMeasure({ text, option, fitting: choice.fitting, choices: world.choices }));
      return [];
    });
    return [...new Set(found)];
  };
  const inForce = readMeasures(options.apply ?? [], "--apply");
  const variants = (options.measure ?? []).map((text) => readMeasures([text], "--measure"));
  const isWrong = isUsage || complaints.some(isError);
  return {
    asked: isWrong ? undefined : { world, held, inForce, variants, conditions, withinMinutes, startsAt },
    complaints: sortComplaints(complaints),
    isUsage,
  };
}

/** `possess(sim.main), pay-with(account.x, card.y)`: commas inside brackets belong to the word. */
function splitList(text: string): readonly string[] {
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
  readonly person: Person | undefined;
  readonly complaints: readonly Complaint[];
}

function findPerson(reference: string, read: FolderRead, cwd: string): PersonFound {
  const people = peopleOf(read.others);
  const known = people.byId.get(reference);
  if (known !== undefined) return readPerson(known, read.catalog);
  if (!looksLikePath(reference)) return { person: undefined, complaints: [unknownPerson(reference, people)] };
  const { yaml, complaints } = readOneFile(reference, cwd);
  if (yaml === undefined) return { person: undefined, complaints };
  const found = readPerson(yaml, read.catalog);
  return { person: found.person, complaints: [...complaints, ...found.complaints] };
}

function unknownPerson(reference: string, { ids }: PeopleKnown): Complaint {
  return new Complaint({
    code: "story/unknown-person",
    place: { file: "--person" },
    message: `no person \`${reference}\``,
    help: helpWith(reference, ids, `give the path of a person file, or one of ${ids.slice(0, 8).join(", ")}`),
  });
}

function nothingHeld(): Complaint {
  return new Complaint({
    code: "question/nothing-held",
    place: { file: "--held" },
    message: "nothing is held at the start, so nothing can follow from it",
    help: "say what is in the wrong hands, for example `--held 'possess(sim.main)'`",
  });
}

interface UnknownMeasure {
  readonly text: string;
  readonly option: string;
  /** The measures it may have meant. */
  readonly fitting: readonly string[];
  readonly choices: readonly Choice[];
}

function unknownMeasure({ text, option, fitting, choices }: UnknownMeasure): Complaint {
  const place = { file: option };
  if (fitting.length > 0)
    return new Complaint({
      code: "question/unknown-measure",
      place,
      message: `\`${text}\` may be several measures`,
      help: `write ${fitting.map((id) => `\`${id}\``).join(" or ")}`,
    });
  return new Complaint({
    code: "question/unknown-measure",
    place,
    message: `no measure \`${text}\` in this world`,
    help: helpWith(
      text,
      choices.map(({ id }) => id),
      "an audit without `--apply` names those there are",
    ),
  });
}

/** Accounts somebody could open in the person's name exist as words before anybody opens them. */
export function newAccounts({
  institutions,
}: Catalog): ReadonlyMap<string, { readonly kind: ThingKind; readonly name: string }> {
  const opening = [...institutions.values()].filter(({ flows }) =>
    flows.some(({ ranges }) => ranges.some(({ account }) => account === "new")),
  );
  return new Map(opening.map(({ id }) => [`account.new-${id}`, { kind: "account", name: `new-${id}` }]));
}
