/** The keys of a told night. */
import { z } from "zod";
import {
  bilingualShape,
  capabilityShape,
  dateShape,
  idShape,
  moneyOrRangeShape,
  setConditionShape,
} from "../catalog/index.ts";
import { defenceShape } from "./defence.ts";
import { institutionsShape, personShape } from "./in-place.ts";

const listMax = 1_000;
const clockShape = z
  .union([z.number(), z.string().max(30)])
  .describe("When: 20:51, sat 09:00, a length of time from the beginning (95m), or minutes from it.");
/** A line that stands for more runs than this stands for a log. */
const timesMax = 1_000;
const expectsShape = z.array(z.string().max(300)).max(listMax);

const lineShape = z
  .strictObject({
    at: z
      .union([clockShape, z.tuple([clockShape, clockShape])])
      .describe("When, or between which two: then it was at the first minute at which it could be."),
    until: clockShape.optional().describe("When it was over; without it as soon as the flow allows."),
    actor: z
      .string()
      .max(100)
      .describe("owner, intruder or helper:<id>; of a line without a flow institution:<id> too."),
    flow: z
      .string()
      .max(200)
      .optional()
      .describe("institution/flow; without it the line only tells what was so, seen or believed."),
    things: z.record(z.string().max(100), z.string().max(200)).optional(),
    expects: expectsShape
      .optional()
      .describe(
        "What was so at that moment: a condition, or a capability of this actor; or either after `not `.",
      ),
    amount: moneyOrRangeShape
      .optional()
      .describe("What it took, all its runs together, in the person's currency; absent: all it may."),
    times: z
      .int()
      .min(1)
      .max(timesMax)
      .optional()
      .describe("How many runs of the flow the line stands for, one after the other; absent: one."),
    returned: z
      .record(capabilityShape, moneyOrRangeShape)
      .optional()
      .describe(
        "What came back at that moment, by loss: { drain(account.bank): 500 }. `note` or `seen` says how.",
      ),
    sets: z
      .array(setConditionShape)
      .min(1)
      .max(listMax)
      .optional()
      .describe("What an institution set of its own accord, nobody having asked: frozen(account.bank)."),
    leaves: expectsShape
      .optional()
      .describe("Words of traces it must leave: `sms 12333`, `row loan-paid-in`."),
    refused: z
      .string()
      .max(300)
      .optional()
      .describe(
        "It was tried and did not work, for want of this capability or because of this condition; at-most: it was over its limit, or more than one run takes; hours: it was closed; nothing-left: nothing was left to take.",
      ),
    note: bilingualShape.optional().describe("What was done, or was so."),
    seen: bilingualShape.optional().describe("How it is known."),
    believed: bilingualShape
      .optional()
      .describe("What somebody took to be so at that moment, right or wrong; nothing is judged by it."),
    uncertain: z.boolean().optional().describe("The time, or the step itself, is concluded and not told."),
  })
  .describe("One run of a flow.");

export const nightShape = z
  .strictObject({
    night: idShape,
    title: bilingualShape,
    world: z.strictObject({
      person: personShape,
      held: z.array(capabilityShape).max(listMax),
      conditions: z
        .array(capabilityShape)
        .max(listMax)
        .optional()
        .describe("Set when it begins, beside those of the person."),
      at: clockShape,
      "as-of": dateShape.optional(),
    }),
    institutions: institutionsShape,
    script: z.array(lineShape).min(1).max(listMax),
    defence: defenceShape.optional(),
    ends: z.strictObject({
      at: clockShape,
      losses: z
        .array(
          z.strictObject({
            goal: capabilityShape,
            amount: moneyOrRangeShape
              .optional()
              .describe(
                "What of it is lost in the end, less what came back; absent where no sum of it is told.",
              ),
            told: bilingualShape.optional().describe("What the account itself says of it."),
          }),
        )
        .max(listMax)
        .describe("Exactly these; one that came back whole may be left out."),
      conditions: z
        .array(capabilityShape)
        .max(listMax)
        .optional()
        .describe("Exactly these are set at the end."),
    }),
  })
  .describe("A night as it was told, replayed line by line.");
export type NightText = z.infer<typeof nightShape>;
