/** What is said over HTTP of rules put in force while the service runs: a file, one rule's mode, a version from before. */
import { createRoute, z } from "@hono/zod-openapi";
import { complaints, json, refusals } from "./contract-parts.ts";
import { rulesChangeWords } from "./journal-put-rules.ts";
import { differ, ruleHead, sets } from "./rules-contract.ts";

const number = z
  .number()
  .int()
  .min(0)
  .describe("Of the version: counted up with each change; 0: the file the service is started with.");

const over = z.object({
  over: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe("The version it is to follow: refused where another is in force by now. Absent: whichever is."),
});

export const modeChange = z
  .strictObject({
    mode: ruleHead.mode.describe("`shadow`: it decides nothing, and says what it would have."),
    percent: z
      .number()
      .min(0)
      .max(100)
      .optional()
      .describe("Of the people it is on for; absent: as it stands."),
  })
  .openapi("ModeChange");

export const restoring = z.strictObject({ number }).openapi("Restoring");

const putInForce = z
  .object({
    number,
    sets,
    differ: differ.describe(
      "From what was in force. Nothing: it was in force already, and no version was made.",
    ),
  })
  .openapi("PutInForce");

const version = z
  .object({
    number,
    what: z.enum(["start", ...rulesChangeWords]).describe("`start`: the file the service is started with."),
    at: z.string().optional().describe("Absent of the file of the start."),
    institution: z
      .string()
      .optional()
      .describe(
        "Whose key it was, as is `by`. Absent: the start did it, for nobody could read any more what was in force.",
      ),
    by: z.string().optional(),
    of: z.number().int().optional().describe("The version it was restored from."),
    sets: sets.describe("Files of rules and their versions; none where it cannot be read."),
    isInForce: z.boolean(),
    isReadable: z
      .boolean()
      .describe("What it says can be told: it did not go by age, and named nobody who was erased since."),
  })
  .openapi("RulesVersion");

const faults = {
  ...refusals,
  400: json(complaints, "Each fault with its place."),
  409: json(complaints, "Another version is in force by now, or the text is another under the same version."),
  503: json(complaints, "The disk refuses, or the service is stopping."),
};

export const putRulesRoutes = {
  versions: createRoute({
    method: "get",
    path: "/v1/rules/versions",
    responses: {
      200: json(
        z.object({ versions: z.array(version) }),
        "All that were in force by this door, the latest first.",
      ),
      ...refusals,
      503: json(complaints, "The disk refuses."),
    },
  }),
  version: createRoute({
    method: "get",
    path: "/v1/rules/versions/{number}",
    request: { params: z.object({ number: z.coerce.number().int().min(0) }) },
    responses: {
      200: json(
        z.object({
          version,
          text: z.string().optional().describe("The file as it was put; absent of the file of the start."),
          modes: z
            .record(z.string(), z.object({ mode: ruleHead.mode, percent: z.number() }))
            .optional()
            .describe("Rules that stand otherwise than in the text."),
        }),
        "What a version says.",
      ),
      ...refusals,
      404: json(complaints, "No such version, or it cannot be read any more."),
      503: json(complaints, "The disk refuses."),
    },
  }),
  put: createRoute({
    method: "put",
    path: "/v1/rules",
    request: {
      query: over,
      body: { required: true, content: { "application/yaml": { schema: z.string() } } },
    },
    responses: {
      200: json(putInForce, "In force from the next event on, for everybody in the folder."),
      ...faults,
      413: json(complaints, "Too large."),
      415: json(complaints, "It does not say that it is YAML."),
    },
  }),
  mode: createRoute({
    method: "patch",
    path: "/v1/rules/{rule}",
    request: {
      query: over,
      params: z.object({ rule: z.string() }),
      body: { required: true, content: { "application/json": { schema: modeChange } } },
    },
    responses: {
      200: json(putInForce, "That rule stands so from the next event on."),
      ...faults,
      404: json(complaints, "No rule of that name is in force."),
    },
  }),
  restore: createRoute({
    method: "post",
    path: "/v1/rules/restore",
    request: {
      query: over,
      body: { required: true, content: { "application/json": { schema: restoring } } },
    },
    responses: {
      200: json(putInForce, "What that version said is in force from the next event on."),
      ...faults,
      404: json(complaints, "No such version, or it cannot be read any more."),
    },
  }),
};
