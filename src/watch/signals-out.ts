/**
 * Signals on their way out: composed and signed when they are sent, pushed (RFC 8935) or fetched (RFC 8936), owed until the
 * receiver has taken them. Of a person who was erased meanwhile nothing goes out any more.
 *
 * Pushed one after another, in the order in which they were decided; a receiver that is down holds up only its own. One it
 * refuses stays owed and is tried again later, for what is wrong with it (a key not fetched yet) may be mended.
 */
import type { DetectEvent } from "../detect/index.ts";
import type { Configuration } from "./configuration.ts";
import type { Journal, KeptEntry } from "./journal.ts";
import type { OwedSignal } from "./journal-signals.ts";
import type { Judging } from "./judging.ts";
import { type Content, openContent } from "./keeping.ts";
import type { Lanes } from "./lanes.ts";
import { answerMillisecondsMax, isDue, pauseAfter } from "./pauses.ts";
import type { PeopleKeys } from "./people-keys.ts";
import { coverNumber, type RootKeys } from "./sealing.ts";
import { type Claims, signToken } from "./signal-token.ts";
import { alertType, levelType, verificationType } from "./signal-types.ts";
import type { SigningKeys } from "./signing-keys.ts";
import { pollMethod, pushMethod, type Stream, type Streams } from "./streams.ts";
import { openUnnoted } from "./unnoted.ts";

export interface SignalsOutParts {
  readonly journal: Journal;
  readonly people: PeopleKeys;
  readonly root: RootKeys;
  readonly streams: Streams;
  readonly configuration: () => Configuration;
  readonly signing: () => SigningKeys;
  readonly read: Judging["read"];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly send: typeof fetch;
  readonly onTold: (became: "sent" | "refused" | "failed") => void;
  readonly lanes: Lanes;
  readonly isStopping: () => boolean;
  /** One line for whoever runs it: a receiver refused a signal, and by which code. */
  readonly say: (line: string) => void;
}

export interface PollAsked {
  readonly most: number;
  readonly taken: readonly string[];
  readonly refused: Readonly<Record<string, { readonly err: string }>>;
}

export interface Polled {
  readonly sets: Readonly<Record<string, string>>;
  readonly isMore: boolean;
}

export interface SignalsOut {
  /** Pushes what is due, to each receiver one after another; done when all were tried. Throws what the disk says. */
  sendDue(): Promise<void>;
  /** Takes out what was taken, then gives what is owed. */
  poll(stream: Stream, asked: PollAsked): Promise<Polled>;
  /** A signal by which the receiver sees that the stream works. */
  verify(stream: Stream, state: string | undefined): void;
}

/** In one go to one receiver; the next go follows at once. */
const dueMax = 100;
const millisecondsPerSecond = 1_000;

export function openSignalsOut(parts: SignalsOutParts): SignalsOut {
  const { journal, people, root, streams, configuration, now, say } = parts;
  const { signals } = journal;
  const unnoted = openUnnoted();
  /** Of receivers that were down: how often in a row, and until when they are left alone. */
  const waiting = new Map<string, { readonly tries: number; readonly until: number }>();

  const opened = (seq: number): { entry: KeptEntry; content: Content; event: DetectEvent } | undefined => {
    const entry = journal.read(seq);
    const key = entry === undefined ? undefined : people.keyOf(entry.person);
    if (entry === undefined || key === undefined) return undefined;
    const content = openContent(key, entry);
    const read = parts.read(content.event);
    return read.kind === "read" ? { entry, content, event: read.event } : undefined;
  };
  /** `undefined`: there is nothing to tell any more. */
  const claimsOf = (stream: Stream, owed: OwedSignal): Claims | undefined => {
    const { issuer, receivers } = configuration();
    const receiver = receivers.get(stream.institution);
    if (issuer === undefined || receiver === undefined) return undefined;
    const around = {
      iss: issuer,
      aud: receiver.audience,
      iat: Math.floor(owed.made / millisecondsPerSecond),
      jti: owed.jti,
    };
    if (owed.seq === undefined)
      return {
        ...around,
        sub_id: { format: "opaque", id: stream.id },
        events: { [owed.type]: JSON.parse(owed.said ?? "{}") },
      };
    const found = opened(owed.seq);
    if (found === undefined) return undefined;
    return {
      ...around,
      // Of another's alert nothing is told that a receipt could answer.
      ...(owed.type === alertType ? {} : { txn: coverNumber(root.cause, owed.seq) }),
      sub_id: { format: "opaque", id: found.event.person },
      events: { [owed.type]: saidOf(owed, found) },
    };
  };
  const tokenOf = async (stream: Stream, owed: OwedSignal): Promise<string | undefined> => {
    const claims = claimsOf(stream, owed);
    if (claims !== undefined) return signToken(claims, parts.signing().signing);
    signals.sent(stream.institution, owed.jti);
    return undefined;
  };
  const refuse = (
    { institution }: Stream,
    { jti, tries }: Pick<OwedSignal, "jti" | "tries">,
    err: string,
  ) => {
    if (!signals.later(institution, jti, now() + pauseAfter(tries))) return;
    parts.onTold("refused");
    say(
      `signals: \`${institution}\` refused one: ${/^[a-z_]{1,40}$/.test(err) ? err : "it does not say why"}`,
    );
  };

  const pushOne = async (stream: Stream, owed: OwedSignal): Promise<"next" | "stop"> => {
    const { delivery, institution } = stream;
    if (delivery.method !== pushMethod) return "stop";
    const token = await tokenOf(stream, owed);
    if (token === undefined) return "next";
    let answer: Pushed;
    try {
      answer = await push(parts.send, delivery, token);
    } catch {
      answer = "down"; // Unreachable, too slow, or its answer broke off.
    }
    if (answer === "taken") {
      waiting.delete(institution);
      parts.onTold("sent");
      unnoted.note(() => void signals.sent(institution, owed.jti));
      return "next";
    }
    if (answer !== "down") {
      refuse(stream, owed, answer.err);
      return "next";
    }
    const tries = waiting.get(institution)?.tries ?? 0;
    waiting.set(institution, { tries: tries + 1, until: now() + pauseAfter(tries) });
    parts.onTold("failed");
    return "stop";
  };
  const pushAll = async (institution: string): Promise<void> => {
    for (let more = true; more; ) {
      const due = signals.due(institution, now(), dueMax);
      for (const owed of due) {
        // It may have been paused, ended or sent elsewhere while the one before was under way.
        const stream = streams.of(institution);
        if (stream === undefined || stream.status !== "enabled" || parts.isStopping()) return;
        if ((await pushOne(stream, owed)) === "stop") return;
      }
      more = due.length === dueMax;
    }
  };

  return {
    async sendDue() {
      unnoted.settle();
      const ready = streams
        .all()
        .filter(
          ({ institution, status, delivery }) =>
            status === "enabled" &&
            delivery.method === pushMethod &&
            configuration().receivers.get(institution)?.pushTo.includes(delivery.endpoint) === true &&
            isDue(waiting.get(institution)?.until ?? 0, now()),
        );
      await parts.lanes.run(
        ready.map(({ institution }) => institution),
        pushAll,
      );
    },
    async poll(stream, { most, taken, refused }) {
      const { institution, delivery, status } = stream;
      for (const jti of taken) if (signals.sent(institution, jti)) parts.onTold("sent");
      for (const [jti, { err }] of Object.entries(refused)) refuse(stream, { jti, tries: refusedTries }, err);
      if (delivery.method !== pollMethod || status !== "enabled" || most === 0)
        return { sets: {}, isMore: false };
      const due = signals.due(institution, now(), most + 1);
      const sets: Record<string, string> = {};
      for (const owed of due.slice(0, most)) {
        const token = await tokenOf(stream, owed);
        if (token !== undefined) sets[owed.jti] = token;
      }
      return { sets, isMore: due.length > most };
    },
    verify({ institution }, state) {
      const said = JSON.stringify(state === undefined ? {} : { state });
      signals.owe({ institution, type: verificationType, said }, now());
    },
  };
}

/** As if tried some times: whoever fetches comes again within seconds, and would be given the same. */
const refusedTries = 4;

type Pushed = "taken" | "down" | { readonly err: string };

async function push(
  send: typeof fetch,
  { endpoint, authorization }: { readonly endpoint: string; readonly authorization?: string | undefined },
  token: string,
): Promise<Pushed> {
  const answer = await send(endpoint, {
    method: "POST",
    headers: {
      "Content-Type": "application/secevent+jwt",
      Accept: "application/json",
      ...(authorization === undefined ? {} : { Authorization: authorization }),
    },
    body: token,
    redirect: "error",
    signal: AbortSignal.timeout(answerMillisecondsMax),
  });
  if (answer.status !== 400) {
    await answer.body?.cancel();
    return answer.ok ? "taken" : "down";
  }
  const said: unknown = await answer.json().catch(() => undefined);
  const err: unknown = typeof said === "object" && said !== null && "err" in said ? said.err : undefined;
  return { err: typeof err === "string" ? err : "" };
}

/** What the event of a signal says. */
function saidOf(
  { type }: OwedSignal,
  { entry, content: { told }, event }: { entry: KeptEntry; content: Content; event: DetectEvent },
): Claims {
  const seconds = Math.floor(event.at * secondsPerMinute);
  // When it was, and nothing else: not by whom it came, nor what is held.
  if (type === alertType) return { event_timestamp: seconds };
  if (type === levelType)
    return {
      event_timestamp: seconds,
      principal: "USER",
      current_level: levels[entry.decision],
      risk_reason: told.decision,
    };
  return {
    event_timestamp: seconds,
    decision: told.decision,
    event: told.event,
    record: entry.number,
    risk: told.risk,
    ...(told.hold === undefined ? {} : { until: told.hold.until }),
    ...(told.stepUp === undefined ? {} : { proof: told.stepUp.proof }),
  };
}

const secondsPerMinute = 60;
/** By decision: allow, step-up, hold, block. */
const levels = ["LOW", "MEDIUM", "HIGH", "HIGH"] as const;
