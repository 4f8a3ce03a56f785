/**
 * A story: one world, several questions, the expected answers with reasons and nevers. Stories ship with the catalogue
 * and run for whoever changes it; a flow without a story that needs it is a guess.
 */
import { z } from "zod";
import {
  bilingualShape,
  type Catalog,
  capabilityShape,
  dateShape,
  durationShape,
  idShape,
  readShape,
  type YamlText,
} from "../catalog/index.ts";
import { Complaint, harmKinds, parseMoment } from "../model/index.ts";
import type { Person } from "../person/index.ts";
import { keyStates } from "../questions/index.ts";
import {
  type FindPerson,
  idleInstitutions,
  institutionsShape,
  personOf,
  personShape,
  withInstitutions,
} from "./in-place.ts";

const listMax = 500;
const words = z.array(capabilityShape).max(listMax);
const flows = z.union([z.string().max(200), z.array(z.string().max(200)).max(listMax)]);
const momentShape = z
  .string()
  .refine((text) => parseMoment(text) !== undefined, {
    error: "is not a moment: write `19:30` or `fri 19:30`",
  })
  .describe("When it begins: 19:30, fri 19:30.");

const reachedShape = z.union([
  words,
  z.record(
    capabilityShape,
    z
      .strictObject({
        by: flows.optional().describe("Flows the fastest way uses."),
        "not-by": flows.optional().describe("Flows the fastest way does not use."),
        needs: flows.optional().describe("Flows without which it is not reached at all."),
        "not-before": durationShape.optional(),
        within: durationShape.optional(),
        basis: z
          .enum(["tested", "documented", "reported", "claimed", "disputed"])
          .optional()
          .describe("The weakest basis of the fastest way."),
      })
      .nullable(),
  ),
]);
const lossesShape = z.union([
  z.literal("none"),
  words,
  z.strictObject({
    includes: words.optional(),
    never: words.optional(),
    first: z
      .strictObject({ "not-before": durationShape.optional(), within: durationShape.optional() })
      .optional(),
    amount: z.number().nonnegative().optional(),
    harms: z
      .partialRecord(z.enum(harmKinds), z.int().min(1))
      .optional()
      .describe("How many losses of which kind, exactly; a kind not named is not there."),
  }),
]);
const idsShape = z.array(z.string().max(300)).max(listMax);
const aloneShape = z.union([
  idsShape,
  z.strictObject({ includes: idsShape.optional(), never: idsShape.optional() }),
]);
const cutShape = z.union([
  z.literal("none"),
  idsShape,
  z.strictObject({
    effort: z.number().nonnegative().optional(),
    includes: idsShape.optional(),
    never: idsShape.optional(),
    remaining: words.optional(),
  }),
]);
const answeredShape = z.union([
  z.literal("none"),
  z.literal("open").describe("More steps wait than are weighed together."),
  words,
  z.record(
    capabilityShape,
    z
      .strictObject({
        notices: flows.optional().describe("The flows that wait, exactly."),
        by: flows.optional().describe("What calls them off, exactly."),
        within: durationShape.optional().describe("The least time there is to answer one of them."),
        on: words.optional().describe("What the notices are seen by, exactly."),
        "limits-to": z.number().optional().describe("It is not stopped: this much is left in reach."),
        "told-in": z
          .string()
          .max(300)
          .optional()
          .describe("It is stopped only where a notice comes in these hours: mon-fri 08:00-17:00."),
      })
      .nullable(),
  ),
]);
const heldShape = z.union([durationShape, z.literal("for-good")]);

const given = {
  held: words.optional(),
  measures: idsShape.optional(),
  conditions: words.optional(),
  at: momentShape.optional(),
  within: durationShape.optional(),
  "as-of": dateShape.optional(),
};

const questionShape = z
  .strictObject({
    name: z.union([z.string().max(500), bilingualShape]).optional(),
    ...given,
    limits: z
      .record(z.string().max(300), z.number().nonnegative())
      .optional()
      .describe("The measures that make less of some loss, each with what it limits them to, exactly."),
    goals: words.optional().describe("Only these losses, or kinds of harm, are asked about."),
    reached: reachedShape.optional(),
    never: words.optional(),
    losses: lossesShape.optional(),
    "not-ruled-out": z
      .union([
        z.literal("none"),
        words,
        z.strictObject({ includes: words.optional(), never: words.optional() }),
      ])
      .optional()
      .describe("Losses that are reached if what nobody has read is as weak as the weakest of its kind."),
    answered: answeredShape
      .optional()
      .describe("Losses that whoever answers a notice in time stops, exactly; by which notice, until when."),
    "cuts-alone": aloneShape.optional(),
    cut: z
      .strictObject({
        person: cutShape.optional(),
        institution: cutShape.optional(),
        both: cutShape.optional(),
      })
      .optional(),
    holds: z
      .record(
        capabilityShape,
        z.strictObject({
          "lifted-by": z.string().max(200).optional(),
          held: heldShape.optional(),
          "held-at-once": heldShape.optional(),
          "each-round": heldShape.optional(),
        }),
      )
      .optional(),
    "owner-keeps": words.optional(),
    "owner-loses": words.optional(),
    back: z
      .record(capabilityShape, z.enum(keyStates))
      .optional()
      .describe("How the owner gets back to it, if what is held was lost: `locked-out`."),
    "not-judged": z.array(z.string().max(200)).max(listMax).optional(),
    because: z
      .union([z.string().max(2000), bilingualShape])
      .optional()
      .describe("Why, for the reader; not checked."),
  })
  .describe("One question with what must come of it.");
export type QuestionText = z.infer<typeof questionShape>;

export const storyShape = z
  .strictObject({
    story: idShape,
    title: bilingualShape.optional(),
    note: z.union([z.string().max(5000), bilingualShape]).optional(),
    world: z.strictObject({
      person: personShape,
      ...given,
    }),
    institutions: institutionsShape,
    ask: z.array(questionShape).min(1).max(listMax),
  })
  .describe("A world, questions, expected answers.");
type StoryText = z.infer<typeof storyShape>;

export interface Story {
  readonly id: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly file: string;
  readonly world: Omit<StoryText["world"], "person">;
  readonly questions: readonly QuestionText[];
  readonly catalog: Catalog;
  readonly person: Person;
  readonly locate: YamlText["locate"];
}

export interface StoryRead {
  readonly story: Story | undefined;
  readonly complaints: readonly Complaint[];
}

/** Keys that say what must come of a question; one without any of them asks nothing. */
const expectations = [
  "reached",
  "never",
  "losses",
  "not-ruled-out",
  "answered",
  "cuts-alone",
  "limits",
  "cut",
  "holds",
  "owner-keeps",
  "owner-loses",
  "back",
  "not-judged",
] as const;

export function readStory(yaml: YamlText, file: string, catalog: Catalog, findPerson: FindPerson): StoryRead {
  // What is no document has been complained of already.
  if (yaml.value === undefined) return { story: undefined, complaints: [] };
  const complaints: Complaint[] = [];
  const { value: text, complaints: shapeComplaints } = readShape(storyShape, yaml);
  complaints.push(...shapeComplaints);
  if (text === undefined) return { story: undefined, complaints };
  for (const [i, question] of text.ask.entries()) {
    if (!expectations.some((key) => question[key] !== undefined))
      complaints.push(
        new Complaint({
          code: "story/asks-nothing",
          place: yaml.locate(["ask", i]),
          message: "this question expects nothing, so it cannot fail",
          help: `say what must come: ${expectations.join(", ")}`,
        }),
      );
  }
  const own = withInstitutions(yaml, text, catalog);
  complaints.push(...own.complaints);
  const read = personOf(yaml, own.catalog, {
    file,
    id: text.story,
    reference: text.world.person,
    findPerson,
  });
  complaints.push(...read.complaints.filter(({ severity }) => severity === "error"));
  const isBroken =
    yaml.complaints.length > 0 ||
    complaints.some(({ severity }) => severity === "error") ||
    read.person === undefined;
  if (isBroken || read.person === undefined) return { story: undefined, complaints };
  // Where it is asked what nobody has read leaves open, something of whoever runs a flow may stand in.
  if (text.ask.every((question) => question["not-ruled-out"] === undefined))
    complaints.push(...idleInstitutions(yaml, text, { catalog: own.catalog, person: read.person }));
  const { person: _reference, ...world } = text.world;
  return {
    story: {
      id: text.story,
      title: text.title ?? { en: text.story, zh: text.story },
      file,
      world,
      questions: text.ask,
      catalog: own.catalog,
      person: read.person,
      locate: yaml.locate,
    },
    complaints,
  };
}
