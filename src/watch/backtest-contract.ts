/** What is said over HTTP of a comparison of rules: begun, looked after, stopped. */
import { createRoute, z } from "@hono/zod-openapi";
import { complaints, json, refusals } from "./contract-parts.ts";

const friction = z.object({
  people: z.number().int().describe("Of whom anything was asked, held or blocked."),
  "step-up": z.number().int(),
  hold: z.number().int(),
  block: z.number().int(),
});
const word = z.enum(["allow", "step-up", "hold", "block"]);
const sets = z.array(z.object({ id: z.string(), version: z.number().int() }));

const backtest = z
  .object({
    id: z.number().int(),
    sets: sets.describe("What is tried."),
    against: sets.describe("What was in force when it began; none: no rules."),
    began: z.string(),
    state: z.enum(["running", "done", "stopped", "failed"]),
    done: z.number().int().describe("The institution's own records gone through."),
    total: z.number().int().describe("Of so many; 0 until they are counted."),
    told: z
      .object({
        events: z.number().int().describe("The institution's own records that were compared."),
        differ: z.number().int(),
        changes: z
          .record(
            z.string(),
            z.object({
              events: z.number().int(),
              people: z.number().int(),
              money: z.record(z.string(), z.number()).describe("By currency; of none: under the empty text."),
            }),
          )
          .describe("By `allow → hold`."),
        touched: z.object({ before: z.number().int(), after: z.number().int() }),
        friction: z.object({ before: friction, after: friction }),
        examples: z
          .array(
            z.object({
              event: z.string(),
              record: z.number().int(),
              person: z.string(),
              before: word,
              after: word,
              rules: z.array(z.string()).describe("The tried rules that spoke."),
            }),
          )
          .describe("The first hundred; nobody who was erased."),
        erased: z.number().int().describe("Records of people who were erased: in no figure."),
        leftOut: z.number().int().describe("Its earlier records beyond the limit: not gone through."),
        answeredOtherwise: z
          .number()
          .int()
          .describe("Come out otherwise under the rules in force than they were answered then."),
      })
      .optional()
      .describe("Once it is done."),
  })
  .openapi("Backtest");

const one = { params: z.object({ id: z.coerce.number().int().min(1) }) };

export const backtestRoutes = {
  begin: createRoute({
    method: "post",
    path: "/v1/backtests",
    request: { body: { required: true, content: { "application/yaml": { schema: z.string() } } } },
    responses: {
      202: json(backtest, "Begun. `GET /v1/backtests/{id}` says how far it is."),
      ...refusals,
      400: json(complaints, "Each fault with its place in the file."),
      413: json(complaints, "Too large."),
      415: json(complaints, "It does not say that it is YAML."),
      429: json(complaints, "Another is under way in this service."),
      503: json(complaints, "The disk refuses, or the service is stopping."),
    },
  }),
  list: createRoute({
    method: "get",
    path: "/v1/backtests",
    responses: {
      200: json(
        z.object({ backtests: z.array(backtest) }),
        "The institution's own: the last one, or none since the service started.",
      ),
      ...refusals,
      503: json(complaints, "The disk refuses."),
    },
  }),
  look: createRoute({
    method: "get",
    path: "/v1/backtests/{id}",
    request: one,
    responses: {
      200: json(backtest, "How far it is; what it found once it is done."),
      ...refusals,
      503: json(complaints, "The disk refuses."),
      404: json(complaints, "No such comparison of this institution."),
    },
  }),
  end: createRoute({
    method: "delete",
    path: "/v1/backtests/{id}",
    request: one,
    responses: {
      200: json(
        backtest,
        "Stopped where it was under way, forgotten where it was over; without what it found.",
      ),
      ...refusals,
      404: json(complaints, "No such comparison of this institution."),
    },
  }),
};
