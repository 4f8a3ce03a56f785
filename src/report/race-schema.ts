/**
 * The shape of a race's answer, for whoever reads it by program. The types in `world` and beside this file lead; a test
 * fails where they differ.
 */
import { z } from "zod";
import { harmKinds } from "../model/index.ts";

const list = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).readonly();
const minutes = z.number().min(0);
const interval = z
  .tuple([z.number(), z.number()])
  .readonly()
  .meta({ id: "interval", description: "From this to that, with 95 % confidence." });
const share = z
  .strictObject({ value: z.number(), ci95: interval })
  .meta({ id: "share", description: "A share of nights, 0 to 1." });
const measureId = z.string().describe("The id of a measure, `set-sim-pin(sim.main)`.");
const label = z
  .enum(["complete", "truncated"])
  .describe("truncated: fewer nights than wanted, because somebody stopped it, or nights that were cut off.");
const truncatedRuns = z.int().min(0).describe("Nights cut off because they had too many events.");

const loss = z
  .strictObject({
    mean: z.number(),
    ci95: interval,
    p50: z.number(),
    p95: z.number(),
    p50ci95: interval,
    p95ci95: interval,
  })
  .meta({ id: "loss", description: "Money lost in a night, nights without a loss counted as 0." });

const times = z
  .strictObject({
    p10: minutes.nullable(),
    p50: minutes.nullable(),
    p90: minutes.nullable(),
    p50ci95: interval.nullable(),
    share: share.describe("The share of nights in which it came to that."),
  })
  .meta({ id: "times", description: "Minutes from the start, of the nights in which it came to that." });

const harm = z.enum(harmKinds).describe("What kind of harm it is.");
const harmLost = z
  .strictObject({
    harm,
    share: share.describe("The share of nights in which any of it was done."),
    mean: z.number().describe("What is known of its sum, on average over all nights."),
    isMore: z.boolean().describe("Some of it is a sum nobody has stated: the mean is at least so much."),
  })
  .meta({ id: "harmLost" });

const goal = z.strictObject({
  goal: z.string().describe("What was lost."),
  harm,
  share: share.describe("The share of nights in which it was lost."),
  mean: z.number().describe("Lost there in a night, on average."),
});

const way = z.strictObject({
  flows: list(z.string()).describe("institution/flow, sorted."),
  share: z.number().describe("Of the nights with a loss, those in which this way carried the most."),
  ci95: interval,
  moneyShare: z.number().describe("Of all money lost."),
});

const bar = z.strictObject({
  from: z.number(),
  to: z.number().describe("Equal to `from` where it is one amount."),
  runs: z.int().min(0),
  isUnsized: z.boolean().describe("Something was lost, and no sum of it is known."),
});

const figures = {
  pLoss: share.describe("Nights with a loss."),
  loss,
  firstTakeoverMinutes: times.describe("When an account, card or mailbox was first taken over."),
  firstLossMinutes: times.describe("When money first went."),
  goals: list(goal),
  harms: list(harmLost).describe("Every kind of harm that can be lost in this world."),
  unsized: share.describe(
    "Nights in which something was lost that is no sum, or of unknown size: their sums are at least what they are.",
  ),
  ways: list(way).describe("Which steps carried the money, the most frequent first."),
};

const beyond = z.strictObject({
  goal: z.string(),
  why: z
    .enum(["agreed", "later", "not-played", "not-read"])
    .describe(
      "agreed: somebody must say yes of whom nobody has said how often they do; later: it takes longer than a night of this race; not-played: it can be done in that time, and nobody did; not-read: by what nobody has read.",
    ),
  minutes: z.number().nullable().describe("How soon it is possible; null: nothing is said of it."),
});

const variant = z.strictObject({
  measures: list(measureId).describe("Beside those in force anyway."),
  label,
  truncatedRuns,
  ...figures,
  beyond: list(beyond).describe("What none of these nights came to and an audit does not rule out."),
  difference: z
    .strictObject({
      pLoss: share,
      loss: z.strictObject({ mean: z.number(), ci95: interval }),
    })
    .describe("Variant less base, night by night: below zero it helps."),
});

export const raceAnswerShape = z
  .strictObject({
    runs: z.int().min(0).describe("Nights played."),
    runsWanted: z.int().min(0),
    seed: z.int().min(0),
    label,
    truncatedRuns,
    person: z.string(),
    owner: z.string().describe("What the owner does: the id of a policy."),
    intruder: z.string(),
    hands: z.int().min(1).describe("How many things the intruder can do at once."),
    held: list(z.string()).describe("What was in the wrong hands."),
    measures: list(measureId).describe("In force already."),
    startsAt: z
      .number()
      .nullable()
      .describe("The minute of the week at which a night begins; null: no clock, every office is open."),
    horizonMinutes: minutes.describe("How long a night lasts."),
    currency: z.exactOptional(z.string()),
    ...figures,
    ranges: list(z.strictObject({ goal: z.string(), from: z.number(), to: z.number() })).describe(
      "Losses whose sum is known only as an interval: every night counts `to`.",
    ),
    lostAtStart: list(z.string()).describe(
      "Losses that what is held at the start is already: no night does them again, and none counts them.",
    ),
    beyond: list(beyond).describe(
      "What no night came to and an audit of the same beginning does not rule out, with the reason.",
    ),
    losses: list(bar).describe("How the losses are spread, in ascending order."),
    binMinutes: z.number().describe("Times are counted in bins this wide and given at their middle."),
    methods: z
      .strictObject({ shares: z.string(), means: z.string(), percentiles: z.string() })
      .describe("How the intervals are made."),
    assumed: list(z.string()).describe("Options nobody gave."),
    unstated: list(z.string()).describe(
      "Flows with an agent for whom nobody has stated a chance: in a race they never give way.",
    ),
    ifAgentsAgree: z
      .strictObject({ runs: z.int().min(0), pLoss: share, loss, harms: list(harmLost) })
      .nullable()
      .describe("The same nights if those agents always gave way, fewer of them; null: there are none."),
    leaked: list(z.string()).describe(
      "Of `held`, what counts as known of everybody because such things leak.",
    ),
    ifNotLeaked: z
      .strictObject({ runs: z.int().min(0), pLoss: share, loss, harms: list(harmLost) })
      .nullable()
      .describe(
        "The same nights for whoever knows none of what leaks, fewer of them; null: nothing of it counts as known.",
      ),
    variants: list(variant).describe("The same nights with measures more, one for each `--measure`."),
  })
  .describe("The answer of `chainbreak race --json`. Times are minutes from the start.");
