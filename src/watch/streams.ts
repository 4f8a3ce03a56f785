/**
 * Who has a stream of our signals, and how each wants them (SSF 1.0, §7 and §8): made, changed, paused and ended by the
 * institution itself. One institution has one stream, and it tells of that institution's own events.
 *
 * Where signals are pushed is one of the addresses the operator allows, so that nobody can make this service call elsewhere.
 */
import { randomUUID } from "node:crypto";
import type { Configuration } from "./configuration.ts";
import type { KeptSignals, Owing } from "./journal-signals.ts";
import { type RootKeys, seal, unseal } from "./sealing.ts";
import { alertType, decisionType, levelType, type SignalType, signalTypes } from "./signal-types.ts";

export const pushMethod = "urn:ietf:rfc:8935";
export const pollMethod = "urn:ietf:rfc:8936";
export const statuses = ["enabled", "paused", "disabled"] as const;
export type StreamStatus = (typeof statuses)[number];

export interface Stream {
  readonly id: string;
  readonly institution: string;
  readonly status: StreamStatus;
  readonly reason?: string | undefined;
  readonly delivery: Delivery;
  /** What was asked for; absent: everything. */
  readonly requested?: readonly string[] | undefined;
  readonly description?: string | undefined;
}

export type Delivery =
  | {
      readonly method: typeof pushMethod;
      readonly endpoint: string;
      readonly authorization?: string | undefined;
    }
  | { readonly method: typeof pollMethod };

/** What the institution says of it; left out: as when nothing is said. */
export type StreamWish = Partial<Pick<Stream, "delivery" | "requested" | "description">>;

export type StreamFault = "no-stream" | "not-received" | "stream-twice" | "foreign-endpoint";

export interface Streams {
  of(institution: string): Stream | undefined;
  make(institution: string, wish: StreamWish): Stream | StreamFault;
  /** `isWhole`: what is not said is taken out. */
  change(institution: string, id: string, wish: StreamWish, isWhole: boolean): Stream | StreamFault;
  setStatus(
    institution: string,
    id: string,
    status: StreamStatus,
    reason: string | undefined,
  ): Stream | StreamFault;
  remove(institution: string, id: string): boolean;
  /** Whom a record is told to: in the same commit. */
  owing(institution: string, decision: number): readonly Owing[];
  /** An alert of another's that this institution is to be told of. */
  alerting(institution: string): readonly Owing[];
  all(): readonly Stream[];
}

export const deliveredOf = ({ requested }: Stream): readonly SignalType[] =>
  signalTypes.filter((type) => requested === undefined || requested.includes(type));

export function openStreams({
  kept,
  root,
  configuration,
}: {
  readonly kept: KeptSignals;
  readonly root: RootKeys;
  readonly configuration: () => Configuration;
}): Streams {
  const about = (institution: string): string => JSON.stringify(["stream", institution]);
  const streams = new Map<string, Stream>(
    kept
      .streams()
      .map(({ institution, sealed }) => [
        institution,
        JSON.parse(unseal(root.stream, sealed, about(institution)).toString("utf8")),
      ]),
  );
  const receiverOf = (institution: string) => configuration().receivers.get(institution);
  const keep = (stream: Stream): Stream => {
    kept.keepStream(stream.institution, seal(root.stream, JSON.stringify(stream), about(stream.institution)));
    streams.set(stream.institution, stream);
    return stream;
  };
  const known = (institution: string, id: string): Stream | undefined => {
    const stream = streams.get(institution);
    return stream?.id === id ? stream : undefined;
  };
  const isAllowed = (institution: string, delivery: Delivery | undefined): boolean =>
    delivery?.method !== pushMethod || receiverOf(institution)?.pushTo.includes(delivery.endpoint) === true;
  /** Of a stream that is told anything now. */
  const wanting = (institution: string, types: readonly SignalType[]): readonly Owing[] => {
    const stream = streams.get(institution);
    if (stream === undefined || stream.status === "disabled" || receiverOf(institution) === undefined)
      return [];
    const wanted = deliveredOf(stream);
    return types.filter((type) => wanted.includes(type)).map((type) => ({ institution, type }));
  };

  return {
    of: (institution) => streams.get(institution),
    make(institution, { delivery = { method: pollMethod }, requested, description }) {
      if (receiverOf(institution) === undefined) return "not-received";
      if (streams.has(institution)) return "stream-twice";
      if (!isAllowed(institution, delivery)) return "foreign-endpoint";
      return keep({ id: randomUUID(), institution, status: "enabled", delivery, requested, description });
    },
    change(institution, id, wish, isWhole) {
      const before = known(institution, id);
      if (before === undefined) return "no-stream";
      if (!isAllowed(institution, wish.delivery)) return "foreign-endpoint";
      const { delivery = isWhole ? { method: pollMethod } : before.delivery } = wish;
      return keep({
        ...before,
        delivery,
        requested: wish.requested ?? (isWhole ? undefined : before.requested),
        description: wish.description ?? (isWhole ? undefined : before.description),
      });
    },
    setStatus(institution, id, status, reason) {
      const before = known(institution, id);
      if (before === undefined) return "no-stream";
      if (status === "disabled") kept.drop(institution);
      return keep({ ...before, status, reason });
    },
    remove(institution, id) {
      if (known(institution, id) === undefined) return false;
      kept.removeStream(institution);
      return streams.delete(institution);
    },
    owing: (institution, decision) => (decision > 0 ? wanting(institution, [levelType, decisionType]) : []),
    alerting: (institution) => wanting(institution, [alertType]),
    all: () => [...streams.values()],
  };
}
