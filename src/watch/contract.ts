/** What is said over HTTP by the service: every route, what it takes and what it gives; the OpenAPI document is made from it. */
import { createRoute, z } from "@hono/zod-openapi";
import { complaint, complaints, json, refusals } from "./contract-parts.ts";
import { notesMax, verdicts } from "./looking.ts";

/** Decided together, and so one commit: more is another request. */
export const eventsMax = 1_000;
/** A thousand events of a usual size; an event of 64 kB fits, a thousand of them do not. */
export const bodyBytesMax = 4 * 1024 * 1024;
const listedMax = 500;
const noteCharactersMax = 2_000;
const nameMax = 200;

const stage = z.object({ loss: z.string(), minutes: z.number(), steps: z.number() }).nullable();

const decision = z
  .object({
    event: z.string(),
    person: z.string(),
    decision: z.enum(["allow", "step-up", "hold", "block"]),
    risk: z.number(),
    stage: z.object({ before: stage, after: stage }),
    madePossible: z.array(z.string()),
    chain: z.array(z.string()),
    openedBy: z
      .array(z.string())
      .optional()
      .describe("Those events of the chain that gave what this one asked."),
    left: z.array(z.string()),
    stepUp: z
      .object({
        proof: z.string(),
        why: z.string(),
        at: z
          .string()
          .optional()
          .describe(
            "Where somebody appears in person if the institution has no counter: a kind of institution.",
          ),
      })
      .optional(),
    hold: z.object({ minutes: z.number(), until: z.string() }).optional(),
    rules: z.array(z.string()),
    shadow: z.array(z.object({ rule: z.string(), decision: z.string() })).optional(),
    because: z.array(z.string()),
    said: z.array(z.string()),
    basis: z.string(),
    label: z.enum(["exact", "bounds", "open"]),
    complaints: z.array(complaint).optional(),
    record: z.number().describe("Its number in the journal."),
  })
  .openapi("Decision");

const names = z
  .record(z.string(), z.object({ en: z.string(), zh: z.string() }))
  .describe(
    "What the losses, flows and institutions in it are called, by id; none: the catalogue has no name for it.",
  );
const seen = decision.extend({
  received: z.string(),
  time: z.string().describe("When it happened, as the event says."),
  word: z.string().describe("The event's own word: a flow or a kind."),
  group: z.string(),
  institution: z.string().describe("Where it happened."),
  receipts: z
    .array(z.object({ word: z.string(), at: z.string() }))
    .optional()
    .describe("What was told back of it by signed receipts: `hold-applied`, `hold-released`, `declined`."),
});

const happened = z.union([
  seen.extend({
    kind: z.literal("own"),
    amount: z.string().optional(),
    stories: z.record(z.string(), z.number()),
  }),
  z.object({
    kind: z.literal("elsewhere"),
    event: z.string(),
    time: z.string(),
    group: z.string(),
    word: z.string().optional().describe("Of an alert: what was said."),
  }),
]);

const kase = z
  .object({
    id: z.number(),
    person: z.string(),
    state: z.enum(["open", "closed"]),
    opened: z.string(),
    changed: z.string(),
    record: z.number().optional(),
    verdict: z.enum(verdicts).optional(),
    notes: z.array(z.object({ at: z.string(), text: z.string() })).max(notesMax),
  })
  .openapi("Case");

export const newCase = z.strictObject({
  person: z.string().min(1).max(nameMax),
  record: z.number().int().min(1).optional(),
  note: z.string().min(1).max(noteCharactersMax).optional(),
});
export const caseChange = z.strictObject({
  note: z.string().min(1).max(noteCharactersMax).optional(),
  verdict: z.enum(verdicts).optional(),
  state: z.enum(["open", "closed"]).optional(),
});

const personIn = z.object({ person: z.string().min(1).max(nameMax) });
const event = z.looseObject({}).describe("docs/reference/events.md");

export const watchRoutes = {
  events: createRoute({
    method: "post",
    path: "/v1/events",
    request: {
      body: {
        required: true,
        content: {
          "application/json": { schema: z.union([event, z.array(event).max(eventsMax)]) },
          "application/cloudevents+json": { schema: event },
          "application/cloudevents-batch+json": { schema: z.array(event).max(eventsMax) },
          "application/x-ndjson": { schema: z.string() },
        },
      },
    },
    responses: {
      200: json(
        z.union([
          decision,
          z.object({
            answers: z.array(
              z.union([
                decision.extend({ status: z.literal(200) }),
                complaints.extend({ status: z.number() }),
              ]),
            ),
          }),
        ]),
        "Decided, and on the disk. Of a list: one answer each, in its order.",
      ),
      ...refusals,
      400: json(complaints, "It cannot be read as an event."),
      409: json(complaints, "The id came before with other content."),
      410: json(complaints, "The id came before, for a person who was erased since."),
      413: json(complaints, "Too large, or too many."),
      429: json(complaints, "The queue is full: none was taken. `Retry-After` says when to send again."),
      503: json(complaints, "Nothing can be kept, or the service is stopping: none was accepted."),
    },
  }),
  decisions: createRoute({
    method: "get",
    path: "/v1/decisions",
    request: {
      query: z.object({
        before: z.coerce.number().int().min(0).optional(),
        after: z.coerce.number().int().min(0).optional(),
        all: z.enum(["yes", "no"]).optional().describe("Those allowed as well."),
        limit: z.coerce.number().int().min(1).max(listedMax).optional(),
      }),
    },
    responses: {
      200: json(
        z.object({
          decisions: z.array(seen),
          isMore: z.boolean().describe("There are others beyond the limit: ask on with `before` or `after`."),
          names,
        }),
        "The institution's own, the latest first; with `after`, the earliest first.",
      ),
      ...refusals,
      400: json(complaints, "A value is of the wrong kind."),
    },
  }),
  live: createRoute({
    method: "get",
    path: "/v1/decisions/live",
    responses: {
      200: {
        description: "Server-sent events, each a decision on the disk, its number the id of the event.",
        content: { "text/event-stream": { schema: z.string() } },
      },
      ...refusals,
      429: json(complaints, "As many listen as may."),
    },
  }),
  person: createRoute({
    method: "get",
    path: "/v1/people/{person}",
    request: { params: personIn },
    responses: {
      200: json(
        z.object({
          person: z.string(),
          happened: z.array(happened),
          leftOut: z.number().int().describe("How many came before those that are told."),
          names,
        }),
        "The person's timeline: the latest 500, the earliest of them first.",
      ),
      ...refusals,
      404: json(complaints, "Nobody of that name here."),
    },
  }),
  erase: createRoute({
    method: "delete",
    path: "/v1/people/{person}",
    request: { params: personIn },
    responses: {
      200: json(
        z.object({
          erased: z.number().describe("Records nobody can read any more."),
          isInRules: z
            .literal(true)
            .optional()
            .describe(
              "The rules in force, or the file of the start, name them: take them out there, and ask again.",
            ),
        }),
        "The person's key is destroyed.",
      ),
      ...refusals,
      404: json(complaints, "Nobody of that name here."),
      503: json(complaints, "The key could not be destroyed."),
    },
  }),
  cases: createRoute({
    method: "get",
    path: "/v1/cases",
    responses: {
      200: json(
        z.object({
          cases: z.array(kase),
          leftOut: z.number().int().describe("How many more there are than those that are told."),
        }),
        "Open ones first; 500 at most.",
      ),
      ...refusals,
    },
  }),
  openCase: createRoute({
    method: "post",
    path: "/v1/cases",
    request: { body: { required: true, content: { "application/json": { schema: newCase } } } },
    responses: {
      201: json(kase, "Opened."),
      ...refusals,
      400: json(complaints, "A value is of the wrong kind."),
      404: json(complaints, "Nobody of that name here."),
    },
  }),
  changeCase: createRoute({
    method: "patch",
    path: "/v1/cases/{id}",
    request: {
      params: z.object({ id: z.coerce.number().int().min(1) }),
      body: { required: true, content: { "application/json": { schema: caseChange } } },
    },
    responses: {
      200: json(kase, "As it is now."),
      ...refusals,
      400: json(complaints, "A value is of the wrong kind."),
      404: json(complaints, "No such case."),
      409: json(complaints, "The case is full of notes."),
    },
  }),
  me: createRoute({
    method: "get",
    path: "/v1/me",
    responses: {
      200: json(
        z.object({
          institution: z.string(),
          may: z.array(z.string()),
          expires: z.string(),
          shares: z.string(),
        }),
        "Whose key it is and what it may do. `shares`: the agreement, or `nothing`.",
      ),
      ...refusals,
    },
  }),
  health: createRoute({
    method: "get",
    path: "/healthz",
    responses: {
      200: json(z.object({ status: z.literal("ok"), version: z.string() }), "Events are accepted."),
      503: json(
        z.object({ status: z.enum(["refusing", "stopping"]), version: z.string() }),
        "The disk refuses, or the service is stopping.",
      ),
    },
  }),
  figures: createRoute({
    method: "get",
    path: "/metrics",
    responses: {
      200: {
        description: "What the service counts, as Prometheus reads it.",
        content: { "text/plain": { schema: z.string() } },
      },
    },
  }),
};
