/**
 * The shape of an audit's answer, for whoever reads it by program. The type in `questions` leads; this says the same to
 * machines, with a sentence for each field. A test fails where the two differ.
 */
import { z } from "zod";
import { basisStatuses, channels, harmKinds, proofClasses } from "../model/index.ts";

export const list = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).readonly();
export const optional = <Shape extends z.ZodType>(shape: Shape) => z.exactOptional(shape);
const minutes = z.number().min(0);
export const bilingual = z
  .strictObject({ en: z.string(), zh: z.string() })
  .meta({ id: "bilingual", description: "The same text in both languages." });
export const basis = z.enum(basisStatuses).meta({
  id: "basis",
  description: "From the strongest to the weakest; claimed and disputed are unconfirmed.",
});
export const capability = z.string().describe("A capability of one person's thing: `enter(account.alipay)`.");
export const measureId = z.string().describe("The id of a measure in `catalogue`.");

const step = z
  .strictObject({
    flow: z.string().describe("The flow's id at its institution."),
    institution: z.string(),
    title: bilingual,
    institutionName: bilingual,
    channel: optional(z.enum(channels)),
    asks: list(capability).describe("What is used; the first holder of each is a step before, or the start."),
    gives: list(capability).describe("What it yields that a later step, or the end, needs."),
    beginsMinutes: minutes,
    atMinutes: minutes.describe("When it is done, at the earliest."),
    basis: z.strictObject({
      status: basis,
      seen: z.string().describe("When it was seen to be so."),
      source: z.string().describe("An id of catalog/sources.yaml, or an address."),
      unconfirmed: z.boolean(),
    }),
    after: list(z.int().min(0)).describe("The steps, by index, it rests on."),
    discretion: optional(z.literal(true)).describe(
      "Somebody must say yes to it: an agent, or whom `yesOf` names.",
    ),
    yesOf: optional(z.enum(["owner", "insider"])).describe("Whose yes, where it is no agent's."),
    delayMinutes: optional(minutes).describe("Asked now, given so much later."),
    assumed: optional(list(z.string())).describe("Taken for possible because nobody said."),
    measures: list(measureId).describe("Measures that take this step away."),
  })
  .meta({ id: "step" });

export const way = z
  .strictObject({ steps: list(step).describe("In order; each rests on steps before it."), minutes })
  .meta({ id: "way" });

const unread = z.strictObject({
  institution: z.string(),
  aspect: z.string().describe("An id of catalog/aspects.yaml."),
  lentBy: z.string().describe("The archetype whose way it would be."),
  level: z.literal([1, 2, 3]),
  seenAt: z.int().min(0).describe("How many of the institutions read for it do it,"),
  of: z.int().min(0).describe("of so many."),
  isAnyPlace: optional(z.literal(true)).describe(
    "It may be any place that does this; there is nobody to ask.",
  ),
});

const settled = z.strictObject({ losses: list(capability), amount: z.number() });

const question = z.strictObject({
  institution: z.string(),
  aspect: z.string(),
  ifNo: settled.describe("Losses at distance 1 or 2 that would be so no longer."),
  ifYes: settled.describe("Losses that would be reached."),
});

const harm = z.enum(harmKinds).describe("What kind of harm it is.");
const harmCount = z
  .strictObject({
    harm,
    count: z.int().min(1).describe("Losses of this kind."),
    amount: z.number().describe("What is known of their sum."),
    isMore: z.boolean().describe("Some of them are sums nobody has stated: at least so much."),
  })
  .meta({ id: "harmCount" });
const sum = z
  .strictObject({ losses: list(capability), amount: z.number(), harms: list(harmCount) })
  .meta({ id: "sum" });
const loss = z
  .strictObject({
    goal: capability,
    title: optional(bilingual),
    amount: optional(z.number()).describe("In `currency`; absent: nobody knows, or it is no sum."),
    atLeast: optional(z.number()).describe(
      "Where it is known only between which two sums it lies, `amount` being the greater.",
    ),
    harm,
    reachable: z.boolean().describe("By what was read; false is no safety, see `verdict`."),
    verdict: z
      .enum(["reached", "not-ruled-out", "ruled-out", "not-asked"])
      .describe(
        "reached: each step was read somewhere. not-ruled-out: reached if what nobody has read is as weak as the weakest of its kind. ruled-out: not even then.",
      ),
    distance: z
      .strictObject({
        level: z
          .literal([1, 2, 3])
          .describe("1: unread here, common in its kind. 2: unread here. 3: another way is read here."),
        unread: z.int().min(0).describe("How many unread aspects the way rests on."),
      })
      .nullable()
      .describe("How far away a loss that is not ruled out is."),
    unread: list(unread).describe("What that way rests on and nobody has read."),
    ifSoMinutes: minutes.nullable().describe("Not before this, if what nobody has read is so."),
    ifSoWay: way.nullable().describe("A way that rests on few unread aspects."),
    earliestMinutes: minutes.nullable().describe("Not before this; null: never."),
    basis: basis.nullable().describe("The weakest the way rests on."),
    way: way.nullable().describe("The fastest way."),
    cheapest: z
      .strictObject({ lower: minutes, upper: minutes, proved: z.boolean() })
      .nullable()
      .describe(
        "The way with the least hands-on minutes, each flow counted once; proved: lower and upper meet.",
      ),
    otherWays: list(
      z.strictObject({ flows: list(z.string()).describe("institution/flow"), cost: minutes }),
    ).describe("Different ways, the cheapest first."),
  })
  .meta({ id: "loss" });

const cut = z
  .strictObject({
    kind: z.literal("found"),
    measures: list(measureId),
    effort: z.number(),
    lower: z.number().describe("No selection takes less effort than this."),
    proved: z.boolean(),
    remaining: list(capability).describe("Losses still reached; empty: it stops everything."),
    remainingAmount: z.number(),
    harms: list(harmCount),
    ownerLockedOut: z.literal(false).describe("A selection that locks the owner out is no answer."),
  })
  .meta({ id: "cut", description: "The cheapest measures." });

const point = z.strictObject({
  effort: z.number(),
  remainingAmount: z.number(),
  remaining: list(capability),
  harms: list(harmCount),
  measures: list(measureId),
  proved: z.boolean(),
});

const notice = z.strictObject({
  institution: z.string(),
  flow: z.string().describe("The flow that waits, or is held back."),
  seenBy: list(capability).describe("What the notice is seen by, of what stays the owner's."),
  heldBackBy: optional(list(z.string())).describe(
    "The conditions it sets and is held back by until they lapse; absent: it waits itself.",
  ),
  notBeforeMinutes: minutes.describe("From the start: it does not come before this."),
  withinMinutes: minutes.describe(
    "From the notice: whoever begins by then has called it off before it falls due, as slow as it may go.",
  ),
  toldIn: optional(list(z.tuple([z.number(), z.number()]).readonly())).describe(
    "It can be called off in time only where the notice comes in these minutes of the week, from Monday 00:00; absent: whenever it comes.",
  ),
  calledOffBy: z.string().describe("The flow of the same institution that calls it off."),
  first: list(z.strictObject({ institution: z.string(), flow: z.string() })).describe(
    "What the owner runs before it.",
  ),
  basis: basis.nullable().describe("The weaker of how the wait and the calling off are known."),
});

const holding = z.strictObject({
  condition: z.string().describe("`suspended(line.main)`"),
  matters: z.boolean().describe("Setting it stands in the way of some loss."),
  setBy: z.string().describe("The flow by which the owner sets it."),
  setByInstitution: z.string(),
  heldMinutes: minutes
    .nullable()
    .describe("From the start until the intruder can lift it, whenever it is set; null: never."),
  liftedBy: z
    .string()
    .nullable()
    .describe("The flow that lifts it; `lapses`: it ends by itself; null: nothing does."),
  liftedByInstitution: z.string().nullable(),
  heldIfSetAtOnceMinutes: minutes
    .nullable()
    .describe("The same when it is set before the intruder has anything; null: it holds."),
  eachRoundMinutes: minutes.nullable().describe("How long each further lifting takes."),
  way: way.nullable(),
  weakestLift: z
    .strictObject({ proof: z.enum(proofClasses), institution: z.string(), flow: z.string() })
    .nullable()
    .describe("What anybody needs at the least to lift it, by what was read; null: nothing read lifts it."),
  doesWithout: list(capability).describe("What the owner uses and does without while it stands."),
});

const measure = z.strictObject({
  id: z.string(),
  title: bilingual,
  how: optional(bilingual),
  by: z.enum(["person", "institution"]),
  institution: optional(z.string()),
  effort: z.number().describe("low = 1, medium = 3, high = 10."),
  matters: z.boolean().describe("Some way to a loss depends on it."),
  isAct: z.boolean().describe("It blocks a thing the owner uses: for the night, not for beforehand."),
  isUnproven: optional(z.literal(true)).describe(
    "Its sources contradict each other on whether it holds: part of no cut.",
  ),
  doesWithout: list(capability).describe("What the owner does without while it is in force."),
});

const wholeCut = z
  .discriminatedUnion("kind", [
    cut,
    z.strictObject({ kind: z.literal("none") }),
    z.strictObject({ kind: z.literal("open"), lower: z.number() }),
    z.strictObject({ kind: z.literal("not-asked") }),
  ])
  .describe(
    "found; none: no measure of this side takes anything away; open: the budget was spent before that was known; not-asked.",
  );

const puttingOff = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("found"),
      measures: list(measureId),
      firstLossMinutes: minutes.describe("Not before this, with them."),
    }),
    z.strictObject({ kind: z.literal("none") }),
    z.strictObject({ kind: z.literal("not-asked") }),
  ])
  .describe("none: nothing of this side puts it off by an hour or more.");

export const auditAnswerShape = z
  .strictObject({
    label: z
      .enum(["exact", "as-read", "bounded", "truncated"])
      .describe(
        "exact: all is proved. as-read: all figures are proved by what was read, and something is not ruled out or not judged. bounded: some figure is an interval, or a sum is at most what is said and may be less. truncated: a search was cut short.",
      ),
    person: z.string(),
    held: list(capability).describe("What was in the wrong hands."),
    measures: list(measureId).describe("In force already."),
    currency: optional(z.string()),
    asOf: optional(z.string()).describe("The day whose flows are in force; absent: now."),
    withinMinutes: optional(minutes).describe("Losses later than this did not count."),
    goals: optional(list(z.string())).describe(
      "Only these losses or kinds of harm were asked about; absent: every loss.",
    ),
    coverage: z
      .strictObject({
        judged: z.int().min(0),
        notJudged: list(z.string()).describe("Things nobody has read anything about. Never safe."),
        cutShort: list(z.string()).describe("Flows of which not every combination of things was looked at."),
        aspects: z
          .strictObject({ of: z.int().min(0), read: z.int().min(0) })
          .nullable()
          .describe("What could be read about the institutions used, and what is; null: it was not asked."),
        unjudgedSums: list(
          z.strictObject({ thing: z.string(), attribute: z.string(), amount: z.number().nullable() }),
        ).describe("Sums the person states that no flow takes. Never safe."),
        assumed: list(z.string()).describe("Taken for possible because nobody said."),
        rules: z.int().min(0),
        capabilities: z.int().min(0),
      })
      .describe("How much of this life the catalogue knows."),
    basis: basis.nullable().describe("The weakest any reachable loss rests on."),
    losses: list(loss),
    reachableAmount: z.number().describe("Of what is reached by what was read."),
    harms: list(harmCount).describe("What harm it is, by kind."),
    verdicts: z
      .strictObject({
        reached: sum,
        near: sum.describe("Not ruled out, at distance 1 or 2."),
        far: sum.describe("Only by a looser way than any read: distance 3."),
        ruledOut: sum,
      })
      .nullable()
      .describe("The losses by verdict with their sums, each pot once; null: it was not asked."),
    questions: list(question).describe("What to find out, the one that decides most first."),
    settleAll: list(z.int().min(0)).describe(
      "Questions that, all answered no, leave of distance 1 and 2 only what no question settles (`isAnyPlace`).",
    ),
    near: z
      .strictObject({
        helps: list(
          z.strictObject({ measure: measureId, moved: list(capability), amount: z.number() }),
        ).describe("The owner's measures that each move some loss farther away than it is."),
        measures: list(measureId).describe("A few that together do all that the owner's measures can."),
        left: list(capability).describe("What is taken or near all the same."),
        cut: z
          .strictObject({
            measures: list(measureId),
            effort: z.number(),
            lower: z.number().describe("No selection takes less effort than this."),
            proved: z.boolean(),
            covers: list(capability).describe("What is taken or near now and would be neither."),
          })
          .nullable()
          .describe(
            "The least effort of the owner after which only a looser way than any read, or none, takes what habits can shut; null: they can shut none.",
          ),
      })
      .nullable()
      .describe("What habits do about losses reached or at distance 1 and 2; null: it was not asked."),
    cuts: z.strictObject({ person: wholeCut, institution: wholeCut, both: wholeCut }),
    putsOff: z
      .strictObject({ person: puttingOff, institution: puttingOff, both: puttingOff })
      .describe("Where a side's measures do not stop everything: how far they put the first loss off."),
    alone: list(measureId).describe("Single measures that each stop every loss and leave the owner in."),
    answered: list(
      z.strictObject({
        goal: capability,
        notices: list(notice).describe(
          "Every way there waits at one of these; each must be answered, every time it comes.",
        ),
      }),
    ).describe(
      "Losses that whoever answers a notice in time stops: an act while it happens, and part of no cut.",
    ),
    reopened: list(
      z.strictObject({
        condition: capability.describe("The block that stands: suspended(line.main)."),
        goals: list(capability).describe(
          "Losses not reached while it stands, and in reach once it is lifted.",
        ),
      }),
    ).describe("Blocks that stand and that the owner can lift, with what is in reach once they do."),
    answeredInPart: list(
      z.strictObject({
        goal: capability,
        notices: list(notice),
        limitsTo: optional(
          z.strictObject({
            amount: z.number().describe("The most of it that is left in reach."),
            of: optional(z.number()).describe("The most without an answer; absent: nobody knows."),
            withinMinutes: minutes.describe("The time asked about; a day where none was."),
          }),
        ).describe(
          "It makes less of the loss and does not stop it; absent: it stops it, at some hours (`toldIn`).",
        ),
      }),
    ).describe(
      "Losses that answering makes less, or stops only at some hours; none of them stands in `answered`.",
    ),
    answering: z
      .enum(["found", "none", "open", "not-asked"])
      .describe("Whether it is known what answering stops; open: more steps wait than are weighed together."),
    limits: list(
      z.strictObject({
        measure: measureId,
        goal: capability,
        harm,
        amount: z.number().describe("The most of it within `withinMinutes`, with the measure."),
        of: optional(z.number()).describe("The most without it; absent: nobody knows."),
        withinMinutes: minutes.describe("The time asked about; a day where none was."),
      }),
    ).describe("Measures that stop nothing and make less of a loss."),
    front: list(point).describe("Effort against what stays open, cheapest first."),
    conditions: list(holding),
    catalogue: list(measure).describe("Every measure an answer may name."),
  })
  .describe("The answer of `chainbreak audit --json`. Times are minutes from the start.");

const notLeakedShape = auditAnswerShape.pick({
  label: true,
  held: true,
  basis: true,
  losses: true,
  reachableAmount: true,
  harms: true,
  verdicts: true,
  questions: true,
  settleAll: true,
  near: true,
  cuts: true,
});
export type NotLeakedPart = z.output<typeof notLeakedShape>;

/** What the command line prints: the answer with what has leaked counted as known, and the same where nobody knows it. */
export const auditPrintedShape = auditAnswerShape
  .extend({
    notLeaked: optional(notLeakedShape).describe(
      "The same question as if nobody knew what counts as known of everybody (name, ID number, date of birth, address, phone number), which `held` has unless it says otherwise. Absent: nothing of it was missing from what was said, or it was not asked.",
    ),
  })
  .describe("The answer of `chainbreak audit --json`. Times are minutes from the start.");
