/** The shape of an incident file; the schema that is published is made of it. */
import { z } from "zod";
import { idShape, regionShape } from "../catalog/index.ts";
import { deedResults, locks } from "./incident.ts";
import { parseMoments } from "./moments.ts";

/** More than one night brings; a list of more is no list of signs. */
export const listMax = 500;
const textMax = 300;

const moment = z
  .string()
  .max(80)
  .refine((text) => parseMoments(text, 0) !== undefined, {
    error: "is not a moment: write `2026-11-28T21:30+08:00`, or two joined by `/`",
  })
  .describe("A moment in ISO 8601, or two joined by a slash: earliest and latest.");
const word = z.string().min(1).max(textMax);
const words = z.union([z.array(word).max(listMax), word.transform((one) => [one])]);

/** A page somebody wrote down; no clause of it is read further than any other. */
const noteMax = 4000;
const note = z.string().min(1).max(noteMax);
const written = z.union([note, z.strictObject({ at: moment.optional(), note, by: word.optional() })]);

/** As a person file says it of a device: whoever has it in hand has it open. */
export const noLock = "none";

export const incidentShape = z.strictObject({
  incident: z.strictObject({
    id: idShape.optional(),
    at: moment.describe("Now."),
    since: moment.optional().describe("When the things were gone."),
    person: word
      .optional()
      .describe("A person of the catalogue, or the path of a person file; absent: nobody is described."),
    region: regionShape.optional().describe("The country, where no person is named."),
    uses: words
      .optional()
      .describe("Where no person is named: the carrier, banks and wallets, as ids of the catalogue."),
    gone: words
      .optional()
      .describe(
        "What is in other hands: device.phone, sim.main; absent: nobody said, and it is asked. [] says that nothing is.",
      ),
    phone: z
      .strictObject({
        lock: z.enum([...locks, noLock]).optional(),
        on: z.union([z.boolean(), z.literal("unknown")]).optional(),
        where: word.optional(),
        steered: z
          .boolean()
          .optional()
          .describe("Somebody sees or steers it from afar: a shared screen, an app for help from afar."),
      })
      .optional(),
    leaked: words.optional().describe("What others know already: know(person.id-number)."),
  }),
  signs: z
    .array(
      z.strictObject({
        at: moment,
        sign: word,
        on: word.optional(),
        from: z.union([word, z.number()]).optional(),
        "seen-by": word.optional(),
        note: word.optional(),
      }),
    )
    .max(listMax)
    .optional(),
  done: z
    .array(
      z.strictObject({
        at: moment,
        by: word.optional(),
        action: word,
        on: word.optional(),
        result: z.enum(deedResults).optional(),
        reference: word.optional(),
      }),
    )
    .max(listMax)
    .optional(),
  notes: z
    .union([z.array(written).max(listMax), note.transform((one) => [one])])
    .optional()
    .describe(
      "What was written down, in words alone or with `at` and `by`; what it says was seen counts as seen.",
    ),
  helpers: z
    .array(z.strictObject({ id: word, has: words.optional() }))
    .max(20)
    .optional(),
  has: words.optional().describe("What the person in trouble still has at hand."),
});
