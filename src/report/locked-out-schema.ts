/** The shape of what `chainbreak locked-out --json` prints. The types in `questions` lead; a test fails where they differ. */
import { z } from "zod";
import { basis, bilingual, capability, list, measureId, optional, way } from "./audit-schema.ts";

const flow = z.string().describe("institution/flow");

const key = z
  .strictObject({
    key: capability,
    state: z
      .enum(["open", "unless-changed", "not-known", "closed", "not-judged"])
      .describe(
        "open: by what was read, whatever whoever has the lost things could change. unless-changed: as long as they have not. not-known: only if something is so that nobody has said or read. closed: not even then. not-judged: nothing opens it today either.",
      ),
    way: way.nullable().describe("The soonest; of not-known one that rests on little that is unknown."),
    basis: basis.nullable().describe("The weakest the way rests on."),
    whichever: list(z.string()).describe(
      "Open under every value of what the person file leaves open, `account.mail: second-factor`; the way is the one of the value that takes longest.",
    ),
    mayBeTaken: z
      .boolean()
      .describe("Open, and not if what nobody has read let whoever has the lost things in there."),
    changedBy: list(flow).describe("Of unless-changed: what could change what the way rests on."),
    unsure: z
      .strictObject({
        unsaid: list(z.string()).describe("What the person file leaves open, `account.mail: backup-codes`."),
        unread: list(z.strictObject({ institution: z.string(), aspect: z.string() })),
        unwritten: list(capability).describe("Secrets of which nothing says that they were written down."),
        agents: list(flow).describe("Somebody there would have to be persuaded."),
      })
      .describe("Of not-known: what would have to be so."),
  })
  .meta({ id: "key" });

export const lockedOutShape = z
  .strictObject({
    person: z.string(),
    held: list(capability).describe("What is in other hands: the lost things, and what leaks."),
    measures: list(measureId).describe("In force already."),
    keys: list(key).describe("What the owner must be able to get back to."),
    today: list(z.strictObject({ measure: measureId, opens: list(capability) })).describe(
      "Measures of the owner's that each open what is not open, what opens most first.",
    ),
    together: list(measureId).describe("A few of them that together open all that they can."),
    left: list(capability).describe("Not open with all of these."),
    worthKnowing: list(z.strictObject({ knowing: capability, opens: list(capability) })).describe(
      "Secrets worth having on paper, where no measure says so.",
    ),
    catalogue: list(
      z.strictObject({ id: measureId, title: bilingual, how: optional(bilingual), effort: z.number() }),
    ).describe("Every measure the answer names."),
  })
  .describe("The answer of `chainbreak locked-out --json`. Times are minutes from the start.");
