/** The shape of `chainbreak sources --json`, for whoever reads it by program. */
import { z } from "zod";
import { addressKinds } from "../catalog/index.ts";
import { basisStatuses } from "../model/index.ts";

const list = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).readonly();

export const evidenceShape = z
  .strictObject({
    day: z.string().describe("The day of whoever asks; what is old is old on this day."),
    sources: list(
      z.strictObject({
        id: z.string().describe("An id of the table of sources, or an address."),
        title: z.exactOptional(z.strictObject({ en: z.string(), zh: z.string() })),
        url: z.exactOptional(z.string()),
        published: z.exactOptional(z.string()),
        seen: z.exactOptional(z.string()).describe("The day somebody read it."),
        grade: z.exactOptional(z.string()),
        address: z
          .enum(addressKinds)
          .describe("page: can be looked up; try: anyone can try it; site: a whole site; none: no address."),
        rests: list(
          z.strictObject({
            what: z.enum(["flow", "measure", "reading", "clock"]),
            id: z
              .string()
              .describe("`institution/flow`, `institution/measure`, `institution/aspect`, or a clock."),
            status: z.enum(basisStatuses),
            seen: z.string(),
            isOver: z.boolean().describe("No longer in force on the day."),
            isOld: z
              .boolean()
              .describe("Seen more than two years from the day, and nothing says since when."),
          }),
        ),
      }),
    ).describe("By what rests on them, the most first."),
    undatedMeasures: list(z.string()).describe(
      "Measures of a person of which nobody says that they are to be had.",
    ),
    unsourced: list(z.string()).describe("Flows of which nothing says where they come from."),
    numbers: list(
      z.strictObject({
        institution: z.string(),
        tel: z.string(),
        source: z.exactOptional(z.string()).describe("An id of the table of sources, or an address."),
        url: z.exactOptional(z.string()),
        seen: z.exactOptional(z.string()).describe("The day somebody read it there."),
        address: z.enum(addressKinds).describe("none: nobody says where the number stands."),
      }),
    ).describe("Every number to call, with the page it stands on."),
  })
  .meta({ description: "What the catalogue rests on." });
