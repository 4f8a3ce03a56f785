/**
 * Traces, as OpenTelemetry has them: who calls says by `traceparent` (W3C Trace Context) which trace its call belongs to; what is
 * done here for it is told to a collector as spans, over OTLP/HTTP in JSON, and what goes out because of it bears the same trace.
 * Nothing is told to anybody where the operator names no collector.
 *
 * A span says when, how long, what route and how it ended; no person, no institution, no content. Traces are no record: what a
 * collector does not take in time is dropped and counted, and nothing ever waits for it.
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { CannotServe } from "../server/index.ts";
import type { Configuration } from "./configuration.ts";
import { answerMillisecondsMax, isDue, pauseAfter } from "./pauses.ts";
import { tokenInFile } from "./signal-keys.ts";

export interface TracesParts {
  readonly configuration: () => Configuration;
  /** What the collector is asked by; `undefined`: by nothing. */
  readonly token: () => string | undefined;
  /** Of chainbreak. */
  readonly program: string;
  /** Milliseconds since 1970, and milliseconds from any beginning. */
  readonly now: () => number;
  readonly clock: () => number;
  readonly send: typeof fetch;
  readonly onTold: (became: "sent" | "dropped", spans: number) => void;
  /** One line for whoever runs it: the collector does not take them. */
  readonly say: (line: string) => void;
}

export interface Span {
  /** What is handed on: `traceparent` of whatever is done because of it. */
  readonly traceparent: string;
  end(told: { readonly attributes: Attributes; readonly isFault: boolean }): void;
}

export type Attributes = Readonly<Record<string, string | number>>;

export interface Traces {
  /**
   * Begun for whoever calls, or as a part of what is going on. `undefined`: nobody asked for it, and it is not among the share that
   * is traced all the same.
   */
  begin(name: string, kind: SpanKind, parent: string | undefined): Span | undefined;
  /** Tells what has ended since; done when it was tried once. Never throws. */
  sendDue(): Promise<void>;
}

/** As OTLP numbers them. */
const kinds = { internal: 1, server: 2, client: 3 } as const;
export type SpanKind = keyof typeof kinds;

/** At some thousand requests a second, a second or two of them; a kilobyte each. */
const waitingMax = 5_000;
const atOnceMax = 1_000;
const sampledFlag = 1;

interface Parent {
  readonly trace: string;
  readonly span: string;
  readonly flags: number;
}

/** Of version 00, and of later ones as far as 00 goes; anything else is as if nothing had been said. */
export function parentIn(header: string | undefined): Parent | undefined {
  const found = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/.exec(
    header?.trim() ?? "",
  );
  const [, version, trace = "", span = "", flags = "", more] = found ?? [];
  if (version === undefined || version === "ff" || (version === "00" && more !== undefined)) return undefined;
  if (/^0+$/.test(trace) || /^0+$/.test(span)) return undefined;
  return { trace, span, flags: Number.parseInt(flags, 16) };
}

interface Told {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly unknown[];
  readonly status: { readonly code?: number };
}

export function openTraces(parts: TracesParts): Traces {
  const { configuration, now, clock, say } = parts;
  const ended: Told[] = [];
  let due = 0;
  let tries = 0;
  let isSending = false;

  const keep = (told: Told): void => {
    if (configuration().traces === undefined) return;
    if (ended.length >= waitingMax) parts.onTold("dropped", 1);
    else ended.push(told);
  };
  /** Where nobody has said: by the trace's own number, so that whoever sees the same number decides alike. */
  const own = (): Parent | undefined => {
    const share = configuration().traces?.sample ?? 0;
    const trace = randomBytes(16).toString("hex");
    const place = Number.parseInt(trace.slice(-digits), 16) / 16 ** digits;
    return place < share ? { trace, span: "", flags: sampledFlag } : undefined;
  };
  const post = async (endpoint: string, spans: readonly Told[]): Promise<boolean> => {
    const token = parts.token();
    const answer = await parts.send(endpoint, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({
        resourceSpans: [
          {
            resource: {
              attributes: valuesOf({ "service.name": "chainbreak-detect", "service.version": parts.program }),
            },
            scopeSpans: [{ scope: { name: "chainbreak" }, spans }],
          },
        ],
      }),
      redirect: "error",
      signal: AbortSignal.timeout(answerMillisecondsMax),
    });
    await answer.body?.cancel();
    if (again.includes(answer.status)) throw new Error(`it answers with ${answer.status}`);
    return answer.ok;
  };

  return {
    begin(name, kind, header) {
      const parent = parentIn(header) ?? own();
      if (parent === undefined) return undefined;
      const spanId = randomBytes(8).toString("hex");
      const [at, began] = [now(), clock()];
      const flags = (parent.flags & sampledFlag).toString(16).padStart(2, "0");
      return {
        traceparent: `00-${parent.trace}-${spanId}-${flags}`,
        end({ attributes, isFault }) {
          if ((parent.flags & sampledFlag) === 0) return;
          keep({
            traceId: parent.trace,
            spanId,
            ...(parent.span === "" ? {} : { parentSpanId: parent.span }),
            name,
            kind: kinds[kind],
            startTimeUnixNano: nanosOf(at),
            endTimeUnixNano: nanosOf(at + Math.max(0, clock() - began)),
            attributes: valuesOf(attributes),
            status: isFault ? { code: 2 } : {},
          });
        },
      };
    },
    async sendDue() {
      const { traces } = configuration();
      if (traces === undefined) ended.length = 0;
      if (traces === undefined || ended.length === 0 || isSending || !isDue(due, now())) return;
      isSending = true;
      const spans = ended.splice(0, atOnceMax);
      try {
        const isTaken = await post(traces.endpoint, spans);
        parts.onTold(isTaken ? "sent" : "dropped", spans.length);
        if (!isTaken && tries === 0) say("the collector of traces refuses what it is told");
        tries = isTaken ? 0 : tries + 1;
        due = 0;
      } catch (fault) {
        if (tries === 0)
          say(`traces cannot be told: ${fault instanceof Error ? fault.message : String(fault)}`);
        // Told again while there is room for them.
        const room = Math.max(0, waitingMax - ended.length);
        ended.unshift(...spans.slice(0, room));
        if (spans.length > room) parts.onTold("dropped", spans.length - room);
        due = now() + pauseAfter(tries);
        tries += 1;
      } finally {
        isSending = false;
      }
    },
  };
}

/** Of a trace's number: more are not told apart by a share. */
const digits = 12;
/** By OTLP: to be tried again; anything else that is no yes is dropped. */
const again = [429, 502, 503, 504];

const nanosOf = (milliseconds: number): string => String(BigInt(Math.round(milliseconds * 1_000)) * 1_000n);

const valuesOf = (attributes: Attributes): readonly unknown[] =>
  Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === "number" ? { intValue: String(value) } : { stringValue: value },
  }));

/** What the collector is asked by. Throws where its file cannot be read. */
export function tokenOfTraces(folder: string, { traces }: Configuration): string | undefined {
  if (traces?.tokenFile === undefined) return undefined;
  const file = join(folder, traces.tokenFile);
  const token = tokenInFile(file);
  if (token !== undefined) return token;
  throw new CannotServe(
    `\`${file}\`, the token traces are told by, cannot be read`,
    "write there the token that was given for it, and nothing else",
  );
}
