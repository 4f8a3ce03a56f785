/**
 * One question as somebody wrote it, read against the catalogue and the person: for the command line, the HTTP door,
 * stories and the page alike, so that no two doors read it differently. Every word of it that is wrong is named in one
 * run, with its place and the way out.
 *
 * What to know to trust it: a word that is read here is a word of the world that is asked; nothing is dropped in
 * silence further in. Grounding is done here, under a limit that is asked before the work.
 */
import { type Catalog, catalogueDay, helpWith, readingsOn } from "../catalog/index.ts";
import {
  type Choice,
  findChoice,
  type Grounded,
  ground,
  groundWithin,
  keptElsewhere,
  newThingsOf,
  takenTogether,
} from "../ground/index.ts";
import {
  type ChoiceId,
  Complaint,
  type ComplaintPlace,
  capability,
  isDate,
  kindsWithRole,
  parseDuration,
  parseMoment,
  sortComplaints,
} from "../model/index.ts";
import {
  type GroundRead,
  leakedOf,
  type Person,
  readGroundCapability,
  readGroundCondition,
} from "../person/index.ts";
import { type GoalsRead, readGoals } from "./goals.ts";
import { heldByLoss } from "./lost.ts";
import { heldByStart } from "./starts.ts";

export interface QuestionText {
  /** What the intruder holds at the start: `possess(sim.main)`. */
  readonly held?: readonly string[] | undefined;
  /** What the intruder holds by name: `open-phone`, `open-phone:device.work`. */
  readonly starts?: readonly string[] | undefined;
  /** Things that were lost and are in the intruder's hands: `device.phone`. */
  readonly lost?: readonly string[] | undefined;
  /** Conditions set at the start, beside those of the person file. */
  readonly conditions?: readonly string[] | undefined;
  /** What the question is about, where not about every loss: `wiped`, `charge(card.x)`. */
  readonly goals?: readonly string[] | undefined;
  /** Measures in force, by id or by enough of it. */
  readonly measures?: readonly string[] | undefined;
  /** Each a variant of the world: these measures more than those in force. */
  readonly variants?: readonly (readonly string[])[] | undefined;
  /** `90m`, `13h`, `3d`. */
  readonly within?: string | undefined;
  /** `19:30`, `fri 19:30`. */
  readonly at?: string | undefined;
  /** `2020-09-04`. */
  readonly asOf?: string | undefined;
}

export type QuestionPart = keyof QuestionText;

export interface QuestionAsked {
  readonly catalog: Catalog;
  readonly person: Person;
  readonly text: QuestionText;
  /** Where a part of the question stands, for complaints; of a list, which of its words. */
  readonly placeOf: (part: QuestionPart, index: number) => ComplaintPlace;
  /** The day of whoever asks, for a person of no day of their own; absent: the day the catalogue speaks of. */
  readonly today?: string | undefined;
  /** Whether a question of which nothing can follow is a mistake. */
  readonly needsHeld?: boolean;
  /** More combinations of things than this are refused; absent: no limit. */
  readonly combinationsMax?: number;
  /** Where worlds are kept between questions about one person; absent: each is grounded anew. */
  readonly worlds?: Map<string, Grounded>;
}

/** A question whose every word is known to its world. */
export interface Asked {
  readonly world: Grounded;
  /** The same world with what archetypes lend where nobody has read; grounded when it is first asked for. */
  lent(): Grounded;
  readonly held: readonly string[];
  /** What counts as known of everybody and is not held already: see `catalog/starts.yaml`. */
  readonly leaked: readonly string[];
  readonly inForce: readonly ChoiceId[];
  readonly variants: readonly (readonly ChoiceId[])[];
  readonly conditions: readonly string[];
  readonly withinMinutes: number | undefined;
  readonly startsAt: number | undefined;
}

export interface QuestionRead {
  /** Absent when anything is wrong. */
  readonly asked: Asked | undefined;
  readonly complaints: readonly Complaint[];
}

export function readQuestion(question: QuestionAsked): QuestionRead {
  const { catalog, text, needsHeld = false } = question;
  const complaints: Complaint[] = [];
  const times = readTimes(question, complaints);
  const dated = times.asOf === undefined ? question.person : { ...question.person, asOf: times.asOf };
  if (needsHeld && [...(text.held ?? []), ...(text.starts ?? []), ...(text.lost ?? [])].length === 0)
    complaints.push(nothingHeld(question));
  const moreThings = newThingsOf(catalog, dated, dated.asOf ?? question.today ?? catalogueDay(catalog));
  const { person, only } = readGoals(
    {
      texts: text.goals ?? [],
      catalog,
      person: dated,
      moreThings,
      placeOf: (index) => question.placeOf("goals", index),
    },
    complaints,
  );
  const context = { person, vocabulary: catalog.vocabulary, moreThings };
  const readEach = (part: "held" | "conditions", read: typeof readGroundCapability) =>
    wordsOf(
      (text[part] ?? []).map((word, i) => read(word, { ...context, place: question.placeOf(part, i) })),
      complaints,
    );
  const named = readNamed(question, readEach("held", readGroundCapability), complaints);
  const conditions = readEach("conditions", readGroundCondition);
  const world = worldOf(question, person, conditions);
  if (world === undefined) {
    complaints.push(tooLarge(question));
    return { asked: undefined, complaints: sortComplaints(complaints) };
  }
  const inForce = readMeasures({ world, texts: text.measures ?? [], part: "measures", question }, complaints);
  const held = withCarried(
    question,
    named,
    new Set(inForce.flatMap((index) => keptElsewhere(world.choices[index]?.id ?? "") ?? [])),
  );
  const variants = (text.variants ?? []).map((texts) =>
    readMeasures({ world, texts, part: "variants", question }, complaints),
  );
  const isWrong = complaints.some(({ severity }) => severity === "error");
  const { withinMinutes, startsAt } = times;
  return {
    asked: isWrong
      ? undefined
      : {
          world: only(world),
          lent: lentWorld(question, person, { conditions, only }),
          held,
          leaked: leakedOf({ catalog, person }).filter((word) => !held.includes(word)),
          inForce,
          variants,
          conditions,
          withinMinutes,
          startsAt,
        },
    complaints: sortComplaints(complaints),
  };
}

/** Each once, and with what is taken all that lies in the same bag and is not kept elsewhere. */
function withCarried(
  { catalog, person }: QuestionAsked,
  words: readonly string[],
  elsewhere: ReadonlySet<string>,
): readonly string[] {
  const [inHand] = kindsWithRole(catalog.vocabulary, "in-hand");
  if (inHand === undefined) return [...new Set(words)];
  const taken = (thing: string) => capability({ kind: inHand, things: [thing] }).text;
  const lying = [...person.carried.values()].flat().filter((thing) => words.includes(taken(thing)));
  return [...new Set([...words, ...[...takenTogether(person, lying, elsewhere)].map(taken)])];
}

/**
 * What is held with what the starts and the losses come to; each that means nothing here is complained of. A start that
 * finds nothing beside others that do is said and takes nothing away from them.
 */
function readNamed(
  { catalog, person, text, placeOf }: QuestionAsked,
  held: readonly string[],
  complaints: Complaint[],
): readonly string[] {
  const isBeside = (start: number) =>
    held.length > 0 ||
    (text.lost ?? []).length > 0 ||
    (text.starts ?? []).some(
      (each, i) =>
        i !== start &&
        !(heldByStart(each, { catalog, person, place: placeOf("starts", i) }) instanceof Complaint),
    );
  const read = [
    ...(text.starts ?? []).map((start, i) =>
      heldByStart(start, { catalog, person, place: placeOf("starts", i), isBeside: isBeside(i) }),
    ),
    ...(text.lost ?? []).map((thing, i) => heldByLoss(thing, { catalog, person, place: placeOf("lost", i) })),
  ];
  complaints.push(...read.filter((each) => each instanceof Complaint));
  return [...held, ...read.flatMap((each) => (each instanceof Complaint ? [] : [each].flat()))];
}

interface Times {
  readonly withinMinutes: number | undefined;
  readonly startsAt: number | undefined;
  readonly asOf: string | undefined;
}

function readTimes({ text, placeOf }: QuestionAsked, complaints: Complaint[]): Times {
  const read = <Value>(
    part: "within" | "at" | "asOf",
    parse: (written: string) => Value | undefined,
    told: { readonly message: string; readonly help: string },
  ): Value | undefined => {
    const written = text[part];
    const value = written === undefined ? undefined : parse(written);
    if (written !== undefined && value === undefined)
      complaints.push(
        new Complaint({
          code: "shape/bad-text",
          place: placeOf(part, 0),
          message: `\`${written}\` ${told.message}`,
          help: told.help,
        }),
      );
    return value;
  };
  return {
    withinMinutes: read("within", parseDuration, {
      message: "is not a duration",
      help: "write `90m`, `13h` or `3d`",
    }),
    startsAt: read("at", parseMoment, { message: "is not a moment", help: "write `19:30` or `fri 19:30`" }),
    asOf: read("asOf", (written) => (isDate(written) ? written : undefined), {
      message: "is not a date",
      help: "write `2020-09-04`",
    }),
  };
}

/** The words that were read, each once; what could not be is complained of. */
function wordsOf(reads: readonly GroundRead[], complaints: Complaint[]): readonly string[] {
  const words = new Set<string>();
  for (const read of reads) {
    if ("word" in read) words.add(read.word.text);
    else complaints.push(read.complaint);
  }
  return [...words];
}

/** The world asked about; `undefined` when it is larger than the door allows. */
function worldOf(
  { catalog, today, text, combinationsMax = Infinity, worlds }: QuestionAsked,
  person: Person,
  conditions: readonly string[],
): Grounded | undefined {
  const key = JSON.stringify([person.asOf ?? today ?? null, conditions, text.goals ?? []]);
  const known = worlds?.get(key);
  if (known !== undefined) return known;
  const made = groundWithin({ catalog, person, conditions, today }, combinationsMax);
  if (made !== undefined) worlds?.set(key, made);
  return made;
}

/** Grounded once, when first asked for. A world that lends is about twice the size of one that does not. */
function lentWorld(
  { catalog, today }: QuestionAsked,
  person: Person,
  { conditions, only }: Pick<GoalsRead, "only"> & { readonly conditions: readonly string[] },
): () => Grounded {
  let made: Grounded | undefined;
  return () => {
    made ??= only(
      ground({
        catalog,
        person,
        conditions,
        today,
        lend: readingsOn(catalog, person.asOf ?? today ?? catalogueDay(catalog)),
      }),
    );
    return made;
  };
}

interface MeasuresText {
  readonly world: Grounded;
  readonly texts: readonly string[];
  readonly part: "measures" | "variants";
  readonly question: QuestionAsked;
}

function readMeasures(
  { world, texts, part, question }: MeasuresText,
  complaints: Complaint[],
): readonly ChoiceId[] {
  const found = new Set<ChoiceId>();
  for (const [i, text] of texts.entries()) {
    const read = readMeasure(world.choices, text, question.placeOf(part, i));
    if (read instanceof Complaint) complaints.push(read);
    else found.add(read.index);
  }
  return [...found].sort((a, b) => a - b);
}

/** The decision meant by what somebody wrote, or why it is none. */
export function readMeasure(
  choices: readonly Choice[],
  text: string,
  place: ComplaintPlace,
): Choice | Complaint {
  const found = findChoice(choices, text);
  if ("index" in found) return found;
  const { fitting } = found;
  const [message, help] =
    fitting.length > 0
      ? [`\`${text}\` may be several measures`, `write ${fitting.map((id) => `\`${id}\``).join(" or ")}`]
      : [
          `no measure \`${text}\` in this world`,
          helpWith(
            text,
            choices.map(({ id }) => id),
            "the answer to the question without measures names all there are",
          ),
        ];
  return new Complaint({ code: "question/unknown-measure", place, message, help });
}

const nothingHeld = ({ placeOf }: QuestionAsked) =>
  new Complaint({
    code: "question/nothing-held",
    place: placeOf("held", 0),
    message: "nothing is held at the start, so nothing can follow from it",
    help: "say what is in the wrong hands, for example `possess(sim.main)`",
  });

const tooLarge = ({ placeOf, combinationsMax }: QuestionAsked) =>
  new Complaint({
    code: "question/too-large",
    place: { file: placeOf("held", 0).file },
    message: `this person's world has more than ${combinationsMax} combinations of things`,
    help: "leave out what the question is not about",
  });
