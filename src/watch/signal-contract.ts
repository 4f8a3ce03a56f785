/** What is said over HTTP about signals: OpenID SSF 1.0 over RFC 8935 and RFC 8936; part of the OpenAPI document. */
import { createRoute, z } from "@hono/zod-openapi";
import { pollMethod, pushMethod, statuses } from "./streams.ts";

export const tokenContent = "application/secevent+jwt";
/** Given at once to whoever fetches, where it names no number; and the most it may name. */
export const pollUsually = 100;
const pollMost = 500;
const textMax = 2_000;

const fault = z.object({ err: z.string(), description: z.string() }).openapi("SignalFault");
const json = <Shape extends z.ZodType>(schema: Shape, description: string) => ({
  description,
  content: { "application/json": { schema } },
});
const complaints = z.object({
  complaints: z.array(z.object({ code: z.string(), where: z.string(), message: z.string() })),
});
const refusals = {
  400: json(complaints, "The body is not of this shape, or signals may not be pushed there."),
  401: json(complaints, "No key, an unknown or an expired one."),
  403: json(
    complaints,
    "The key may not keep a stream, or nothing says that its institution receives signals.",
  ),
  404: json(complaints, "No such stream of this institution."),
};
const id = z.string().min(1).max(200);

const delivery = z.union([
  z.looseObject({
    method: z.literal(pushMethod),
    endpoint_url: z.string().max(textMax),
    authorization_header: z
      .string()
      .regex(/^[\x20-\x7e]{1,2000}$/)
      .optional(),
  }),
  z.looseObject({ method: z.literal(pollMethod) }),
]);
/** Fields of receivers we do not know are not looked at (SSF 1.0, §7). */
const wish = {
  delivery: delivery.optional(),
  events_requested: z.array(z.string().max(textMax)).max(200).optional(),
  description: z.string().max(textMax).optional(),
};
export const newStream = z.looseObject(wish);
export const changedStream = z.looseObject({ stream_id: id, ...wish });
export const changedStatus = z.looseObject({
  stream_id: id,
  status: z.enum(statuses),
  reason: z.string().max(textMax).optional(),
});
export const verification = z.looseObject({ stream_id: id, state: z.string().max(1_000).optional() });
export const polling = z.looseObject({
  maxEvents: z.number().int().min(0).max(pollMost).optional(),
  returnImmediately: z.boolean().optional(),
  ack: z.array(z.string().max(200)).max(10_000).optional(),
  setErrs: z.record(z.string().max(200), z.looseObject({ err: z.string() })).optional(),
});

const stream = z
  .object({
    stream_id: z.string(),
    iss: z.string(),
    aud: z.string(),
    delivery: z.object({ method: z.string(), endpoint_url: z.string() }),
    events_supported: z.array(z.string()),
    events_requested: z.array(z.string()).optional(),
    events_delivered: z.array(z.string()),
    description: z.string().optional(),
    min_verification_interval: z.number(),
  })
  .openapi("Stream");
const status = z.object({ stream_id: z.string(), status: z.enum(statuses), reason: z.string().optional() });
const bodyOf = <Shape extends z.ZodType>(schema: Shape) => ({
  body: { required: true, content: { "application/json": { schema } } },
});
const named = { query: z.object({ stream_id: z.string().optional() }) };
const streamsPath = "/v1/signals/streams";

export const signalRoutes = {
  push: createRoute({
    method: "post",
    path: "/v1/signals",
    request: { body: { required: true, content: { [tokenContent]: { schema: z.string() } } } },
    responses: {
      202: { description: "Taken: its event is decided and on the disk, or it was there before." },
      400: json(fault, "Refused, and why: the codes of RFC 8935."),
      401: { description: "No key, an unknown or an expired one." },
      403: { description: "The key may not send." },
      415: json(fault, "The body does not say that it is a SET."),
      429: json(fault, "The queue is full: not taken. `Retry-After` says when to send again."),
      503: json(fault, "Nothing can be kept, or the issuer's keys cannot be fetched: not taken."),
    },
  }),
  metadata: createRoute({
    method: "get",
    path: "/.well-known/ssf-configuration",
    responses: {
      200: json(z.looseObject({ issuer: z.string() }), "What this transmitter is and offers (SSF 1.0, §6)."),
      404: json(complaints, "This service sends no signals."),
    },
  }),
  keys: createRoute({
    method: "get",
    path: "/v1/signals/jwks.json",
    responses: { 200: json(z.object({ keys: z.array(z.looseObject({})) }), "The keys it signs by.") },
  }),
  makeStream: createRoute({
    method: "post",
    path: streamsPath,
    request: bodyOf(newStream),
    responses: { 201: json(stream, "Made."), ...refusals, 409: json(complaints, "It has one already.") },
  }),
  readStream: createRoute({
    method: "get",
    path: streamsPath,
    request: named,
    responses: {
      200: json(
        z.union([stream, z.array(stream)]),
        "The stream; without `stream_id`, all of this institution.",
      ),
      ...refusals,
    },
  }),
  changeStream: createRoute({
    method: "patch",
    path: streamsPath,
    request: bodyOf(changedStream),
    responses: { 200: json(stream, "As it is now."), ...refusals },
  }),
  replaceStream: createRoute({
    method: "put",
    path: streamsPath,
    request: bodyOf(changedStream),
    responses: { 200: json(stream, "As it is now: what was not said is taken out."), ...refusals },
  }),
  removeStream: createRoute({
    method: "delete",
    path: streamsPath,
    request: named,
    responses: { 204: { description: "Ended; what it was owed is dropped." }, ...refusals },
  }),
  readStatus: createRoute({
    method: "get",
    path: "/v1/signals/status",
    request: named,
    responses: { 200: json(status, "Its status."), ...refusals },
  }),
  setStatus: createRoute({
    method: "post",
    path: "/v1/signals/status",
    request: bodyOf(changedStatus),
    responses: { 200: json(status, "Its status now."), ...refusals },
  }),
  verify: createRoute({
    method: "post",
    path: "/v1/signals/verify",
    request: bodyOf(verification),
    responses: {
      204: { description: "A verification is on its way." },
      ...refusals,
      429: json(complaints, "The last one was asked for a moment ago. `Retry-After` says when to ask again."),
    },
  }),
  poll: createRoute({
    method: "post",
    path: "/v1/signals/poll/{stream}",
    request: { params: z.object({ stream: id }), ...bodyOf(polling) },
    responses: {
      200: json(
        z.object({ sets: z.record(z.string(), z.string()), moreAvailable: z.literal(true).optional() }),
        "What is owed, by `jti`, again until it is acknowledged (RFC 8936).",
      ),
      ...refusals,
    },
  }),
};
