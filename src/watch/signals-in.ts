/**
 * Signed signals as they come in, pushed to us or fetched by us: each is checked, told as an event of the institution whose
 * transmitter it is, decided and kept before it is acknowledged. Its `jti` is the event's id, so that one sent again counts
 * once; a signal about the stream itself (a verification, a change of its status) is no event of anybody and is only noted.
 */
import type { Configuration } from "./configuration.ts";
import type { Answer, Desk } from "./desk.ts";
import type { Journal } from "./journal.ts";
import { nameHash, type RootKeys, uncoverNumber } from "./sealing.ts";
import type { KeysOf } from "./signal-keys.ts";
import { type Claims, readToken, type SignalFault } from "./signal-token.ts";
import { type ReceiptWord, receiptWordOf, streamEvents } from "./signal-types.ts";

export type SignalTaken =
  | { readonly kind: "taken"; readonly of: "event" | "stream" | "receipt" }
  | { readonly kind: "refused"; readonly fault: SignalFault; readonly why: string }
  /** Neither taken nor refused: to be sent again. */
  | { readonly kind: "later"; readonly why: "full" | "stopping" | "disk" | "keys" };

export interface SignalsIn {
  take(institution: string, token: string): Promise<SignalTaken>;
}

export interface SignalsInParts {
  readonly desk: Desk;
  readonly journal: Journal;
  readonly root: RootKeys;
  readonly configuration: () => Configuration;
  readonly keysOf: KeysOf;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function openSignalsIn(parts: SignalsInParts): SignalsIn {
  const { desk, journal, root, configuration, keysOf, now } = parts;
  /** Held to the decision it answers, which is one of this institution's own. */
  const receive = (institution: string, word: ReceiptWord, { txn, jti }: Claims): SignalTaken => {
    const seq = typeof txn === "string" ? uncoverNumber(root.cause, txn) : undefined;
    if (seq === undefined || journal.read(seq)?.institution !== institution)
      return refused("invalid_request", "`txn` is none of ours: a receipt has that of the signal it answers");
    const name = nameHash(root.event, institution, String(jti));
    try {
      journal.signals.receive(name, { seq, institution, word, at: now() });
    } catch {
      return { kind: "later", why: "disk" };
    }
    return { kind: "taken", of: "receipt" };
  };
  return {
    async take(institution, token) {
      const { transmitters, issuer: audience } = configuration();
      const transmitter = transmitters.get(institution);
      const keys = keysOf(institution);
      if (transmitter === undefined || keys === undefined || audience === undefined)
        return refused("access_denied", "no `transmits` in detect.yaml says whose signals these are");
      const read = await readToken(token, { issuer: transmitter.issuer, audience, keys, now: now() });
      if (read.kind === "no-keys") return { kind: "later", why: "keys" };
      if (read.kind === "refused") return read;
      const types = typesIn(read.claims);
      if (types.length === 0) return refused("invalid_request", "`events` names no event");
      if (types.every((type) => type.startsWith(streamEvents))) return { kind: "taken", of: "stream" };
      if (types.length > 1)
        return refused("invalid_request", "`events` names more than one event: send a SET for each");
      const word = receiptWordOf(types[0]!); // There is one, and no other.
      if (word !== undefined) return receive(institution, word, read.claims);
      const submitted = desk.submit(institution, [{ ...read.claims, id: read.claims["jti"], institution }]);
      if (submitted.kind !== "taken") return { kind: "later", why: submitted.kind };
      const [answer] = await submitted.answers;
      return takenBy(answer!); // One for each that was submitted.
    },
  };
}

const refused = (fault: SignalFault, why: string): SignalTaken => ({ kind: "refused", fault, why });

function typesIn({ events }: Claims): readonly string[] {
  return typeof events === "object" && events !== null ? Object.keys(events) : [];
}

function takenBy(answer: Answer): SignalTaken {
  // Of somebody who was erased since: it was taken then, and there is nothing more to send.
  if (answer.status === 200 || answer.status === 410) return { kind: "taken", of: "event" };
  if (answer.status === 503 || answer.status === 500) return { kind: "later", why: "disk" };
  return refused("invalid_request", answer.complaints.map(({ message }) => message).join("; "));
}
