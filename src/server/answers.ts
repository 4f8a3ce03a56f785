/**
 * What the routes answer, from texts already read: the founding case, and an audit of a person file somebody sends.
 * A sent file is read, answered and forgotten; nothing of it is stored or printed.
 */
import { readQuestion } from "../asking/index.ts";
import { type CatalogRead, fileKindOf, readYaml } from "../catalog/index.ts";
import { Complaint, type ComplaintCode } from "../model/index.ts";
import { readPerson } from "../person/index.ts";
import { type AuditAnswer, audit } from "../questions/index.ts";
import { openReach } from "../reach/index.ts";
import { type AuditQuestion, type ComplaintsAnswer, foundingQuestion } from "./contract.ts";

/**
 * A household's steps come of some ten thousand combinations of things; far beyond it one question would keep the
 * machine from all else.
 */
const combinationsMax = 400_000;

/** The names a sender's own texts go by in complaints. */
const personFile = "person.yaml";
const requestFile = "request";

export interface Asking {
  /** Whether the time for one answer is used up; what was found by then is answered, and labelled so. */
  readonly isSpent: () => boolean;
  /** The day it is, for a person file that names none. */
  readonly today: string;
}

export type Answered =
  | { readonly kind: "answer"; readonly answer: AuditAnswer }
  | { readonly kind: "refused"; readonly complaints: ComplaintsAnswer };

/** The founding case's answer; undefined when the catalogue that was read holds no such person. */
export function answerFounding(
  { catalog, others }: CatalogRead,
  { isSpent, today }: Asking,
): AuditAnswer | undefined {
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
      effort: { isSpent },
    });
  }
  return undefined;
}

/** An audit of what was sent; every fault of it named in one go. */
export function answerAudit(
  { catalog }: CatalogRead,
  asked: AuditQuestion,
  { isSpent, today }: Asking,
): Answered {
  const yaml = readYaml(asked.person, personFile);
  if (yaml.value !== undefined && fileKindOf(yaml.value) !== "person") {
    return refused([
      fault("yaml/unknown-kind", "this is no person file", "it must begin with `person`", personFile),
    ]);
  }
  const { person, complaints } =
    yaml.value === undefined ? { person: undefined, complaints: [] } : readPerson(yaml, catalog);
  const errors = [...yaml.complaints, ...complaints].filter(({ severity }) => severity === "error");
  if (person === undefined || errors.length > 0) return refused(errors);

  const { held, conditions, measures, at } = asked;
  const read = readQuestion({
    catalog,
    person,
    text: { held, conditions, measures, at },
    placeOf: (part, index) =>
      Array.isArray(asked[part as keyof AuditQuestion])
        ? { file: `${requestFile}:${part}[${index}]` }
        : { file: `${requestFile}:${part}` },
    combinationsMax,
    today,
  });
  if (read.asked === undefined) return refused(read.complaints);
  const { world, inForce, startsAt } = read.asked;
  return {
    kind: "answer",
    answer: audit({
      reach: openReach(world),
      lent: openReach(read.asked.lent()),
      held: read.asked.held,
      inForce,
      withinMinutes: asked.withinMinutes,
      startsAt,
      effort: { isSpent },
    }),
  };
}

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
