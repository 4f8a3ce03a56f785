/** What is said over HTTP of the operator's rules: those in force, and a changed file that is tried and put nowhere. */
import { createRoute, z } from "@hono/zod-openapi";
import { complaints, json, refusals } from "./contract-parts.ts";

/** A file of five hundred rules with a list of ten thousand accounts. */
export const rulesBytesMax = 512 * 1024;

const condition = z
  .object({
    of: z.string().describe("A field of docs/reference/detect.md, or a window: `transfers.count`."),
    not: z.literal(true).optional(),
    is: z.array(z.string()).optional(),
    list: z.string().optional(),
    above: z.number().optional(),
    below: z.number().optional(),
    matches: z.string().optional(),
  })
  .openapi("RuleCondition");

export const ruleHead = {
  id: z.string(),
  set: z.string().describe("The file it stands in, by its id."),
  decide: z.enum(["allow", "step-up", "hold", "block"]),
  mode: z.enum(["on", "shadow", "off"]),
  percent: z.number().describe("Of the people it is on for; for the others it is in shadow."),
  quietMinutes: z.number().describe("After it has spoken for a person it is silent for so long."),
};
const ruleBody = {
  all: z.array(condition),
  any: z.array(z.array(condition)),
};
const window = z.object({
  name: z.string(),
  per: z.enum(["person", "device", "institution", "payee", "everybody"]),
  minutes: z.number(),
  distinct: z.string(),
  where: z.array(condition),
});
export const sets = z.array(z.object({ id: z.string(), version: z.number().int() }));

export const differ = z
  .object({
    added: z.array(z.string()),
    removed: z.array(z.string()),
    changed: z.array(z.string()),
    isElseOtherwise: z.boolean().describe("Windows, lists or costs are otherwise."),
    isVersionRaised: z
      .boolean()
      .describe("Where anything is otherwise, a version was counted up with it; true where nothing is."),
  })
  .openapi("RulesDiffer");

export const rulesRoutes = {
  rules: createRoute({
    method: "get",
    path: "/v1/rules",
    responses: {
      200: json(
        z.object({
          number: z
            .number()
            .int()
            .describe("Of the version put in force over HTTP; 0: the file the service is started with."),
          sets: sets.describe("Files of rules and their versions; none: there are no rules."),
          from: z.string().describe("Since when these are in force."),
          isSameVersion: z
            .boolean()
            .describe("They say something else than the ones before, under the same versions."),
          decisions: z
            .number()
            .int()
            .describe("This institution's decisions since then, those that went by age not counted."),
          rules: z.array(
            z.object({
              ...ruleHead,
              spoke: z.number().int().describe("How many of these decisions it spoke in."),
              inShadow: z.number().int().describe("In how many more it would have, had it been on."),
              all: ruleBody.all.optional().describe("For keys that may `rules`, as is `any`."),
              any: ruleBody.any.optional(),
            }),
          ),
          windows: z.array(window).optional().describe("For keys that may `rules`."),
          before: z
            .array(z.object({ sets, from: z.string(), until: z.string() }))
            .describe("What was in force before, the latest first; 20 at most."),
        }),
        "The operator's rules in force, and how often each spoke at this institution.",
      ),
      ...refusals,
      503: json(complaints, "The disk refuses."),
    },
  }),
  tryRules: createRoute({
    method: "post",
    path: "/v1/rules/try",
    request: {
      body: { required: true, content: { "application/yaml": { schema: z.string() } } },
    },
    responses: {
      200: json(
        z.object({
          sets,
          rules: z.array(z.object({ ...ruleHead, ...ruleBody })),
          windows: z.array(window),
          differ: differ.describe("From what is in force."),
        }),
        "Read without a fault, compared with what is in force, and put nowhere.",
      ),
      ...refusals,
      400: json(complaints, "Each fault with its place in the file."),
      413: json(complaints, "Too large."),
      415: json(complaints, "It does not say that it is YAML."),
    },
  }),
};
