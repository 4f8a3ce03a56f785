/**
 * What the routes answer, from texts already read: the founding case, and an audit of a person file somebody sends.
 * A sent file is read, answered and forgotten; nothing of it is stored or printed.
 */
import { type CatalogRead, fileKindOf, readYaml } from "../catalog/index.ts";
import { findChoice, type Grounded, ground, groundWithin } from "../ground/index.ts";
import { type ChoiceId, Complaint, type ComplaintCode, parseMoment } from "../model/index.ts";
import { type GroundRead, readGroundCapability, readGroundCondition, readPerson } from "../person/index.ts";
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
    return audit({
      reach: openReach(ground({ catalog, person, today })),
      held: foundingQuestion.held,
      startsAt: parseMoment(foundingQuestion.at),
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

  const context = { person, vocabulary: catalog.vocabulary };
  const conditions = readWords(asked.conditions, (text, i) =>
    readGroundCondition(text, { ...context, place: at("conditions", i) }),
  );
  const held = readWords(asked.held, (text, i) =>
    readGroundCapability(text, { ...context, place: at("held", i) }),
  );
  const wrong = [...conditions.complaints, ...held.complaints];
  if (wrong.length > 0) return refused(wrong);

  const world = groundWithin({ catalog, person, conditions: conditions.texts, today }, combinationsMax);
  if (world === undefined) {
    return refused([
      fault(
        "question/too-large",
        `this person's world has more than ${combinationsMax} combinations of things`,
        "leave out what the question is not about",
        personFile,
      ),
    ]);
  }
  const { inForce, complaints: unknown } = readMeasures(world, asked.measures);
  if (unknown.length > 0) return refused(unknown);
  return {
    kind: "answer",
    answer: audit({
      reach: openReach(world),
      held: held.texts,
      inForce,
      withinMinutes: asked.withinMinutes,
      startsAt: asked.at === undefined ? undefined : parseMoment(asked.at),
      effort: { isSpent },
    }),
  };
}

const at = (list: string, i: number) => ({ file: `${requestFile}:${list}[${i}]` });

interface WordsRead {
  readonly texts: readonly string[];
  readonly complaints: readonly Complaint[];
}

function readWords(texts: readonly string[], read: (text: string, i: number) => GroundRead): WordsRead {
  const reads = texts.map(read);
  return {
    texts: reads.flatMap((each) => ("word" in each ? [each.word.text] : [])),
    complaints: reads.flatMap((each) => ("complaint" in each ? [each.complaint] : [])),
  };
}

function readMeasures(
  world: Grounded,
  texts: readonly string[],
): { readonly inForce: readonly ChoiceId[]; readonly complaints: readonly Complaint[] } {
  const inForce = new Set<ChoiceId>();
  const complaints: Complaint[] = [];
  for (const [i, text] of texts.entries()) {
    const choice = findChoice(world.choices, text);
    if ("index" in choice) {
      inForce.add(choice.index);
      continue;
    }
    const [message, help] =
      choice.fitting.length > 0
        ? [
            `\`${text}\` may be several measures`,
            `write one of ${choice.fitting.map((id) => `\`${id}\``).join(", ")}`,
          ]
        : [
            `no measure \`${text}\` for this person`,
            "the answer to the question without measures lists them all, under `catalogue`",
          ];
    complaints.push(fault("question/unknown-measure", message, help, at("measures", i).file));
  }
  return { inForce: [...inForce].sort((a, b) => a - b), complaints };
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
