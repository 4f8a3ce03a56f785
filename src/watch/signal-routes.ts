/** The routes of signals: others push theirs to us; their streams of ours are made, changed and fetched from. */
import type { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Configuration, ConfiguredKey, Right } from "./configuration.ts";
import type { Figures } from "./figures.ts";
import { notStored, refusal, wrongShape } from "./refusal.ts";
import {
  changedStatus,
  changedStream,
  newStream,
  polling,
  pollUsually,
  signalRoutes,
  tokenContent,
  verification,
} from "./signal-contract.ts";
import type { SignalFault } from "./signal-token.ts";
import { signalTypes } from "./signal-types.ts";
import type { SignalsIn } from "./signals-in.ts";
import type { SignalsOut } from "./signals-out.ts";
import type { SigningKeys } from "./signing-keys.ts";
import {
  deliveredOf,
  pollMethod,
  pushMethod,
  type Stream,
  type StreamFault,
  type Streams,
  type StreamWish,
} from "./streams.ts";

export interface SignalRouteParts {
  readonly configuration: () => Configuration;
  readonly signalsIn: SignalsIn;
  readonly signalsOut: SignalsOut;
  readonly streams: Streams;
  readonly signing: () => SigningKeys;
  readonly figures: Figures;
  /** Whose key it is, if it may do this; else what it is answered. */
  readonly asked: (context: Context, right?: Right) => ConfiguredKey | Response;
  /** What the disk says is no fault of whoever asks. */
  readonly onDisk: (act: () => Response) => Response;
  /** Milliseconds, from any beginning. */
  readonly clock: () => number;
  readonly isStopping: () => boolean;
}

const retrySeconds = 1;
/** Between two verifications somebody asks for. */
const verificationSeconds = 10;
/** Whoever fetches and says that it waits is answered after so long at the latest, and looked after so often. */
const pollMilliseconds = 20_000;
const pollEachMilliseconds = 500;

export function addSignalRoutes(app: OpenAPIHono, parts: SignalRouteParts): void {
  for (const route of Object.values(signalRoutes)) app.openAPIRegistry.registerPath(route);
  addPush(app, parts);
  addMetadata(app, parts);
  addStreams(app, parts);
  addPolling(app, parts);
}

function addPush(app: OpenAPIHono, { signalsIn, figures, asked }: SignalRouteParts): void {
  app.post("/v1/signals", async (context) => {
    const who = asked(context, "send");
    if (who instanceof Response) return who;
    const type = context.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
    if (type !== tokenContent) return fault(415, "invalid_request", `send a SET as \`${tokenContent}\``);
    const taken = await signalsIn.take(who.institution, await context.req.text());
    figures.count("signals_in", taken.kind);
    if (taken.kind === "taken") return new Response(null, { status: 202, headers: notStored });
    if (taken.kind === "refused") return fault(400, taken.fault, taken.why);
    const status = taken.why === "full" ? 429 : 503;
    return fault(status, "invalid_request", saysLater[taken.why], { "Retry-After": String(retrySeconds) });
  });
}

/** Open to everybody, as the standard wants it: it names no institution. */
function addMetadata(app: OpenAPIHono, { configuration, signing }: SignalRouteParts): void {
  const metadata = (context: Context): Response => {
    const { issuer } = configuration();
    // The path of an issuer stands behind the well-known one (SSF 1.0, §6.2).
    const path = issuer === undefined ? "" : new URL(issuer).pathname.replace(/\/$/, "");
    const asked = context.req.path.slice(wellKnown.length);
    if (issuer === undefined || (asked !== "" && asked !== path)) return refusal(404, says.noSignals);
    const at = (rest: string) => `${issuer.replace(/\/$/, "")}/v1/signals/${rest}`;
    return context.json(
      {
        spec_version: "1_0",
        issuer,
        jwks_uri: at("jwks.json"),
        delivery_methods_supported: [pushMethod, pollMethod],
        configuration_endpoint: at("streams"),
        status_endpoint: at("status"),
        verification_endpoint: at("verify"),
        authorization_schemes: [{ spec_urn: "urn:ietf:rfc:6750" }],
        default_subjects: "ALL",
      },
      200,
      notStored,
    );
  };
  app.get(wellKnown, metadata);
  app.get(`${wellKnown}/*`, metadata);
  app.get("/v1/signals/jwks.json", (context) =>
    configuration().issuer === undefined
      ? refusal(404, says.noSignals)
      : context.json(signing().published, 200, notStored),
  );
}

const wellKnown = "/.well-known/ssf-configuration";

function addStreams(app: OpenAPIHono, parts: SignalRouteParts): void {
  const { configuration, streams, signalsOut, asked, onDisk, clock } = parts;
  const told = (stream: Stream) => streamValue(stream, configuration());
  const given = (
    found: Stream | StreamFault,
    status: 200 | 201,
    value: (stream: Stream) => object,
  ): Response =>
    typeof found === "string"
      ? refusal(faultStatus[found], says[found])
      : Response.json(value(found), { status, headers: notStored });
  /** Whose key, and the body as it is wanted. */
  const read = async <Shape extends z.ZodType>(
    context: Context,
    shape: Shape,
  ): Promise<{ readonly institution: string; readonly body: z.infer<Shape> } | Response> => {
    const who = asked(context, "stream");
    if (who instanceof Response) return who;
    const body = shape.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) return refusal(400, ...wrongShape(body.error));
    return { institution: who.institution, body: body.data };
  };
  const path = "/v1/signals/streams";

  app.post(path, async (context) => {
    const asked = await read(context, newStream);
    if (asked instanceof Response) return asked;
    return onDisk(() => given(streams.make(asked.institution, wishOf(asked.body)), 201, told));
  });
  app.get(path, (context) => {
    const who = asked(context, "stream");
    if (who instanceof Response) return who;
    const stream = streams.of(who.institution);
    const id = context.req.query("stream_id");
    if (id === undefined) return context.json(stream === undefined ? [] : [told(stream)], 200, notStored);
    return given(stream?.id === id ? stream : "no-stream", 200, told);
  });
  for (const [method, isWhole] of [
    ["PATCH", false],
    ["PUT", true],
  ] as const)
    app.on(method, path, async (context) => {
      const asked = await read(context, changedStream);
      if (asked instanceof Response) return asked;
      const { institution, body } = asked;
      return onDisk(() =>
        given(streams.change(institution, body.stream_id, wishOf(body), isWhole), 200, told),
      );
    });
  app.delete(path, (context) => {
    const who = asked(context, "stream");
    if (who instanceof Response) return who;
    return onDisk(() =>
      streams.remove(who.institution, context.req.query("stream_id") ?? "")
        ? new Response(null, { status: 204 })
        : refusal(404, says["no-stream"]),
    );
  });
  const statusOf = ({ id, status, reason }: Stream) => ({
    stream_id: id,
    status,
    ...(reason === undefined ? {} : { reason }),
  });
  app.get("/v1/signals/status", (context) => {
    const who = asked(context, "stream");
    if (who instanceof Response) return who;
    const stream = streams.of(who.institution);
    return given(
      stream !== undefined && stream.id === context.req.query("stream_id") ? stream : "no-stream",
      200,
      statusOf,
    );
  });
  app.post("/v1/signals/status", async (context) => {
    const asked = await read(context, changedStatus);
    if (asked instanceof Response) return asked;
    const { stream_id, status, reason } = asked.body;
    return onDisk(() =>
      given(streams.setStatus(asked.institution, stream_id, status, reason), 200, statusOf),
    );
  });
  const verifiedAt = new Map<string, number>();
  app.post("/v1/signals/verify", async (context) => {
    const asked = await read(context, verification);
    if (asked instanceof Response) return asked;
    const stream = streams.of(asked.institution);
    if (stream?.id !== asked.body.stream_id) return refusal(404, says["no-stream"]);
    const last = verifiedAt.get(stream.id);
    if (last !== undefined && clock() - last < verificationSeconds * 1_000)
      return refusal(429, says.often, { "Retry-After": String(verificationSeconds) });
    verifiedAt.set(stream.id, clock());
    return onDisk(() => {
      signalsOut.verify(stream, asked.body.state);
      return new Response(null, { status: 204 });
    });
  });
}

/** RFC 8936: a stream of one institution, fetched from by its own key alone. */
function addPolling(app: OpenAPIHono, { asked, streams, signalsOut, isStopping }: SignalRouteParts): void {
  app.post("/v1/signals/poll/:stream", async (context) => {
    const who = asked(context, "stream");
    if (who instanceof Response) return who;
    const read = polling.safeParse(await context.req.json().catch(() => undefined));
    if (!read.success) return refusal(400, ...wrongShape(read.error));
    const { maxEvents: most = pollUsually, returnImmediately, ack = [], setErrs = {} } = read.data;
    const stream = () => {
      const found = streams.of(who.institution);
      return found?.id === context.req.param("stream") && found.delivery.method === pollMethod
        ? found
        : undefined;
    };
    let polled = { sets: {}, isMore: false };
    let isFirst = true;
    for (let waited = 0; ; waited += pollEachMilliseconds) {
      const now = stream();
      if (now === undefined) return refusal(404, says["no-stream"]);
      try {
        polled = await signalsOut.poll(
          now,
          isFirst ? { most, taken: ack, refused: setErrs } : { most, taken: [], refused: {} },
        );
      } catch (fault) {
        if (!(fault instanceof Error && "errcode" in fault)) throw fault;
        return refusal(503, says.disk);
      }
      isFirst = false;
      const isDone = Object.keys(polled.sets).length > 0 || most === 0 || returnImmediately === true;
      if (isDone || waited >= pollMilliseconds || isStopping() || context.req.raw.signal.aborted) break;
      await new Promise((resolve) => setTimeout(resolve, pollEachMilliseconds));
    }
    return context.json(
      { sets: polled.sets, ...(polled.isMore ? { moreAvailable: true as const } : {}) },
      200,
      notStored,
    );
  });
}

function wishOf({ delivery, events_requested, description }: z.infer<typeof newStream>): StreamWish {
  return {
    ...(delivery === undefined
      ? {}
      : {
          delivery:
            delivery.method === pushMethod
              ? {
                  method: pushMethod,
                  endpoint: delivery.endpoint_url,
                  authorization: delivery.authorization_header,
                }
              : { method: pollMethod },
        }),
    ...(events_requested === undefined ? {} : { requested: events_requested }),
    ...(description === undefined ? {} : { description }),
  };
}

/** As the standard tells a stream; the header it is pushed with is a secret and is told to nobody again. */
function streamValue(stream: Stream, { issuer, receivers }: Configuration) {
  const { id, institution, delivery, requested, description } = stream;
  return {
    stream_id: id,
    iss: issuer ?? "",
    aud: receivers.get(institution)?.audience ?? institution,
    delivery: {
      method: delivery.method,
      endpoint_url:
        delivery.method === pushMethod ? delivery.endpoint : `${issuer ?? ""}/v1/signals/poll/${id}`,
    },
    events_supported: signalTypes,
    ...(requested === undefined ? {} : { events_requested: requested }),
    events_delivered: deliveredOf(stream),
    ...(description === undefined ? {} : { description }),
    min_verification_interval: verificationSeconds,
  };
}

const saysLater = {
  full: "too many events wait: not taken, send it again",
  stopping: "the service is stopping: not taken, send it again",
  disk: "nothing can be kept at the moment: not taken, send it again",
  keys: "the keys of its issuer cannot be fetched: not taken, send it again",
} as const;

const faultStatus: Readonly<Record<StreamFault, number>> = {
  "no-stream": 404,
  "not-received": 403,
  "stream-twice": 409,
  "foreign-endpoint": 400,
};

const says = {
  "no-stream": {
    code: "watch/no-stream",
    where: "request:stream_id",
    message: "no such stream of this institution",
    help: "GET /v1/signals/streams says which it has",
  },
  "not-received": {
    code: "watch/not-received",
    where: "request",
    message: "nothing says that this institution receives signals",
    help: "write `receives: {}` for it in detect.yaml",
  },
  "stream-twice": {
    code: "watch/stream-twice",
    where: "request",
    message: "this institution has a stream already",
    help: "change that one, or delete it first",
  },
  "foreign-endpoint": {
    code: "watch/foreign-endpoint",
    where: "request:delivery.endpoint_url",
    message: "signals may not be pushed there",
    help: "whoever runs the service allows addresses by `receives: { push-to: […] }` in detect.yaml",
  },
  often: {
    code: "watch/too-often",
    where: "request",
    message: "a verification was asked for a moment ago",
    help: "ask again when `Retry-After` says so",
  },
  noSignals: {
    code: "watch/unknown-route",
    where: "request",
    message: "this service sends no signals",
    help: "whoever runs it writes `signals: { issuer: … }` in detect.yaml",
  },
  disk: {
    code: "watch/cannot-keep",
    where: "service",
    message: "the disk refuses at the moment",
    help: "ask again; whoever runs the service sees why in its log",
  },
} as const;

function fault(
  status: number,
  err: SignalFault,
  description: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json({ err, description }, { status, headers: { ...notStored, ...headers } });
}
