/**
 * What the routes answer, from texts already read: the founding case, and an audit of a person file somebody sends.
 * A sent file is read, answered and forgotten; nothing of it is stored or printed.
 */
import { openCase, type QuestionAsked, readQuestion } from "../asking/index.ts";
import { type CatalogRead, fileKindOf, readYaml } from "../catalog/index.ts";
import { at, Complaint, type ComplaintCode } from "../model/index.ts";
import { type Person, readPerson } from "../person/index.ts";
import { type AuditAnswer, audit, effortsFor, type LockedOutAnswer } from "../questions/index.ts";
import { openReach } from "../reach/index.ts";
import {
  type AuditQuestion,
  type ComplaintsAnswer,
  foundingQuestion,
  type LockedOutAsked,
} from "./contract.ts";

/**
 * A household's steps come of some ten thousand combinations of things; far beyond it one question would keep the
 * machine from all else.
 */
const combinationsMax = 400_000;

/** The names a sender's own texts go by in complaints. */
const personFile = "person.yaml";
const requestFile = "request";

export interface Asking {
  /** The day it is, for a person file that names none. */
  readonly today: string;
}

export type Answered =
  | { readonly kind: "answer"; readonly answer: AuditAnswer }
  | { readonly kind: "locked-out"; readonly answer: LockedOutAnswer }
  | { readonly kind: "refused"; readonly complaints: ComplaintsAnswer };

/** The founding case's answer; undefined when the catalogue that was read holds no such person. */
export function answerFounding({ catalog, others }: CatalogRead, { today }: Asking): AuditAnswer | undefined {
  for (const { kind, yaml } of others) {
    if (kind !== "person") continue;
    const { person } = readPerson(yaml, catalog);
    if (person?.id !== foundingQuestion.person) continue;
    const { asked } = readQuestion({
      catalog,
      person,
      text: { held: foundingQuestion.held, at: foundingQuestion.at },
      placeOf: () => ({ file: "founding" }),
      today,
    });
    if (asked === undefined) return undefined;
    return audit({
      reach: openReach(asked.world),
      lent: openReach(asked.lent()),
      held: asked.held,
      startsAt: asked.startsAt,
      ...effortsFor("usual"),
    });
  }
  return undefined;
}

/** An audit of what was sent; every fault of it named in one go. */
export function answerAudit({ catalog }: CatalogRead, asked: AuditQuestion, { today }: Asking): Answered {
  const { person, refusal } = readSent(catalog, asked.person);
  if (person === undefined) return refusal;

  const { held, starts, conditions, measures, goals } = asked;
  const read = readQuestion({
    catalog,
    person,
    text: { held, starts, conditions, measures, goals, at: asked.at },
    placeOf: placeIn(asked),
    combinationsMax,
    today,
  });
  if (read.asked === undefined) return refused(read.complaints);
  const { world, inForce, startsAt, leaked } = read.asked;
  return {
    kind: "answer",
    answer: audit({
      reach: openReach(world),
      lent: openReach(read.asked.lent()),
      held: asked.leaked === true ? [...read.asked.held, ...leaked] : read.asked.held,
      inForce,
      withinMinutes: asked.withinMinutes,
      startsAt,
      ...effortsFor("usual"),
    }),
  };
}

/** What the owner could still open if these things were lost; every fault of what was sent named in one go. */
export function answerLockedOut(
  { catalog }: CatalogRead,
  asked: LockedOutAsked,
  { today }: Asking,
): Answered {
  const { person, refusal } = readSent(catalog, asked.person);
  if (person === undefined) return refusal;
  const { lost, conditions, measures } = asked;
  const text = { lost, conditions, measures };
  const read = readQuestion({ catalog, person, text, placeOf: placeIn(asked), combinationsMax, today });
  if (read.asked === undefined) return refused(read.complaints);
  const { world, held, leaked, inForce } = read.asked;
  const opened = openCase({
    world,
    lent: read.asked.lent(),
    held: asked.leaked ? [...held, ...leaked] : held,
  });
  return {
    kind: "locked-out",
    answer: opened.lockedOut(inForce.map((index) => at(world.choices, index).id)),
  };
}

/** The person somebody sent, or why there is none. */
type Sent =
  | { readonly person: Person; readonly refusal?: undefined }
  | { readonly person: undefined; readonly refusal: Answered };

function readSent(catalog: CatalogRead["catalog"], text: string): Sent {
  const no = (complaints: readonly Complaint[]): Sent => ({
    person: undefined,
    refusal: refused(complaints),
  });
  const yaml = readYaml(text, personFile);
  if (yaml.value !== undefined && fileKindOf(yaml.value) !== "person")
    return no([
      fault("yaml/unknown-kind", "this is no person file", "it must begin with `person`", personFile),
    ]);
  const { person, complaints } =
    yaml.value === undefined ? { person: undefined, complaints: [] } : readPerson(yaml, catalog);
  const errors = [...yaml.complaints, ...complaints].filter(({ severity }) => severity === "error");
  return person === undefined || errors.length > 0 ? no(errors) : { person };
}

/** Where a part of the request stands; of a list, which of its words. */
const placeIn =
  (asked: object): QuestionAsked["placeOf"] =>
  (part, index) => ({
    file: `${requestFile}:${part}${Array.isArray(Reflect.get(asked, part)) ? `[${index}]` : ""}`,
  });

const fault = (code: ComplaintCode, message: string, help: string, file: string) =>
  new Complaint({ code, place: { file }, message, help });

function refused(complaints: readonly Complaint[]): Answered {
  return {
    kind: "refused",
    complaints: {
      complaints: complaints.map(({ code, where, sentence, help }) => ({
        code,
        where,
        message: sentence,
        ...(help === undefined ? {} : { help }),
      })),
    },
  };
}
