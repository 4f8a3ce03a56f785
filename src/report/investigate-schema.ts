/**
 * The shape of what an investigation answers, for whoever reads it by program. The types in `investigate` lead; a test
 * fails where they differ.
 */
import { z } from "zod";
import { becauseCodes, openKinds, questionIds } from "../investigate/index.ts";

const list = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).readonly();
const moment = z.string().describe("ISO 8601, in the zone of the records.");
const place = {
  file: z.string(),
  sheet: z.string().optional(),
  row: z.int().min(0).describe("The line, the sheet's row, or the entry's number, from 1."),
};
const evidence = z
  .strictObject({
    ...place,
    absentFrom: z.string().optional().describe("Where it should stand as well, and does not."),
  })
  .meta({ id: "evidence" });
const actor = z.enum(["owner", "helper", "intruder", "unknown"]).meta({
  id: "actor",
  description: "unknown: it could be either, or to say otherwise costs too little to accuse anybody.",
});
const because = z
  .strictObject({
    code: z.enum(becauseCodes),
    words: list(z.string()).describe("What it speaks of: flows, institutions, sums."),
    rows: list(evidence),
  })
  .meta({ id: "because" });
const step = z.strictObject({
  flow: z.string().describe("institution/flow."),
  things: list(z.string()),
  actor,
  from: moment.describe("Not before."),
  to: moment.describe("Not after."),
  evidence: list(evidence),
  unseen: z.boolean().describe("No record shows it; the rest wants it."),
  rests: list(z.strictObject({ capability: z.string(), on: z.int().min(0).optional() })).describe(
    "What it needed, and the step of the same story that gave it, counted from 0; no `on`: it was had, nobody saw how.",
  ),
  orElse: list(
    z.strictObject({
      flow: z.string(),
      things: list(z.string()),
      toldApartBy: list(z.string()).describe(
        "Traces one of the two leaves and the other does not; empty: no record we know of decides.",
      ),
    }),
  ).describe("What would explain the same rows as well, at the same cost; of the first explanation only."),
});
const money = z.strictObject({
  what: z.string(),
  amount: z.number().nullable(),
  currency: z.string().nullable(),
  at: moment,
  evidence: list(evidence),
});

export const investigateAnswerShape = z
  .strictObject({
    label: z
      .enum(["exact", "bounds", "open"])
      .describe(
        "exact: of the ways looked at nothing explains the records for less; bounds: found, not proved, or a file could not be read, or it says of nobody who it was, or of money that went out not how; open: nothing was found in time, or nothing that explains what is out of the ordinary, or what was given was not all understood.",
      ),
    coverage: z.strictObject({
      files: list(
        z.strictObject({
          file: z.string(),
          source: z.string(),
          from: z.string().nullable(),
          to: z.string().nullable(),
          rows: z.int().min(0),
          complaints: z.int().min(0),
        }),
      ),
      gaps: list(z.strictObject({ what: z.string(), kind: z.string() })).describe(
        "What no file says anything about.",
      ),
    }),
    timeline: list(
      z.strictObject({
        at: moment,
        until: moment,
        actor,
        what: z.string(),
        things: list(z.string()),
        rows: list(evidence),
      }),
    ),
    explanations: list(
      z.strictObject({
        cost: z.number().describe("−ln of how likely, up to a constant."),
        proved: z.boolean(),
        replays: z.boolean().describe("Played in the world, every step was possible at its earliest time."),
        steps: list(step),
        assumed: list(z.string()).describe("What the intruder is taken to have had, nobody saw how."),
        toldApartBy: list(z.string()).describe(
          "Traces that would be there if this one were true, and no other.",
        ),
      }),
    ).describe("The cheapest first."),
    missingLinks: list(
      z.strictObject({
        takes: list(z.string()),
        gives: list(z.string()),
        exclusive: z.boolean().describe("The owner lost at that moment what it gives."),
        while: list(z.string()).optional().describe("It is had only as long as one of these."),
        fits: list(z.string()).describe(
          "Flows of this shape; empty: this is what one would have to look for.",
        ),
        from: moment,
        to: moment,
        evidence: list(evidence),
      }),
    ),
    losses: list(money),
    preparations: list(money).describe("What the owner's side moved between its own pots."),
    open: list(
      z.strictObject({
        kind: z.enum(openKinds),
        what: z.string(),
        things: list(z.string()),
        unseen: z.boolean(),
        because,
      }),
    ),
    questions: list(
      z.strictObject({
        id: z.enum(questionIds),
        status: z.enum(["answered", "between", "unanswered"]),
        answer: list(z.string()),
        because: list(evidence),
        wouldAnswer: list(z.string()).describe("Exports that would answer it."),
      }),
    ),
    rejected: list(z.strictObject({ story: z.string(), because: z.string() })),
    unexplained: list(z.strictObject(place)),
    contradictions: list(list(z.string())),
    rows: list(z.strictObject({ ...place, actor, why: because })).optional(),
  })
  .describe("The answer of `chainbreak investigate --json`.");
