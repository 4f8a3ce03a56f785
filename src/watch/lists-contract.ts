/** What is said over HTTP of the lists of rules: what stands on them, an entry put on one or taken off. */
import { createRoute, z } from "@hono/zod-openapi";
import { isDate } from "../model/index.ts";
import { complaints, json, refusals } from "./contract-parts.ts";

const valueMax = 200;
const whyMax = 500;
/** As many as a list in a file of rules may have. */
export const entriesMax = 10_000;
/** Changes told of each list: what happened lately. */
export const changesMax = 50;

const day = z
  .string()
  .refine((text) => isDate(text) && text.length === "2027-01-31".length)
  .describe("The last day on which it counts, by the time of the event: `2027-01-31`.");

export const newEntry = z.strictObject({
  value: z.string().trim().min(1).max(valueMax).describe("As events say it: an account, a device, a person."),
  expires: day.optional().describe("Absent: until it is taken off."),
  why: z.string().trim().min(1).max(whyMax).optional().describe("For whoever looks at the list."),
});

const entry = z
  .object({
    entry: z.number().int().describe("Its number among those of this institution."),
    value: z.string(),
    expires: z.string().optional(),
    why: z.string().optional(),
    added: z.string(),
    by: z.string().describe("Of the key's hash, as it stands in `detect.yaml`, the first eight digits."),
    isPast: z.boolean().describe("Its last day is over: it counts for later events no more."),
  })
  .openapi("ListEntry");

const list = z
  .object({
    name: z.string(),
    rules: z.array(z.string()).describe("Rules in force that ask it; none: it decides nothing."),
    inFile: z
      .object({
        count: z.number().int(),
        expires: z.string().optional(),
        values: z.array(z.string()).optional().describe("For keys that may `rules`."),
      })
      .optional()
      .describe("What the rules themselves say stands on it; absent: they no longer name it."),
    entries: z.array(entry).describe("What this institution has added."),
    changes: z
      .array(
        z.object({
          at: z.string(),
          by: z.string(),
          what: z.enum(["added", "removed"]),
          entry: z.number().int(),
          value: z.string(),
        }),
      )
      .describe(`This institution's, the latest first; ${changesMax} at most.`),
  })
  .openapi("List");

export const listsRoutes = {
  lists: createRoute({
    method: "get",
    path: "/v1/lists",
    responses: {
      200: json(
        z.object({ lists: z.array(list) }),
        "The lists of the rules in force, and what stands on them.",
      ),
      ...refusals,
      503: json(complaints, "The disk refuses."),
    },
  }),
  addEntry: createRoute({
    method: "post",
    path: "/v1/lists/{list}",
    request: {
      params: z.object({ list: z.string() }),
      body: { required: true, content: { "application/json": { schema: newEntry } } },
    },
    responses: {
      201: json(entry, "On the list from the next event of this institution on."),
      ...refusals,
      400: json(complaints, "A value is of the wrong kind, or the day is over."),
      404: json(complaints, "No such list; those there are are named."),
      409: json(complaints, "It stands there already, or the list is full."),
      503: json(complaints, "The disk refuses."),
    },
  }),
  removeEntry: createRoute({
    method: "delete",
    path: "/v1/lists/{list}/{entry}",
    request: { params: z.object({ list: z.string(), entry: z.coerce.number().int().min(1) }) },
    responses: {
      200: json(entry, "Off the list from the next event on."),
      ...refusals,
      404: json(complaints, "No such entry of this institution."),
      503: json(complaints, "The disk refuses."),
    },
  }),
};
