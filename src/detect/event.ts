/**
 * One event as an institution saw it: a flow was run on these things at this time with these proofs. A value made once,
 * at the gate (`read-event.ts`); everything behind it trusts its fields.
 */
import type { EventKind, KindGroup } from "./kinds.ts";

/** Who set it going, as far as the institution says. Only somebody who acts in the owner's name can be an intruder. */
export const initiators = ["customer", "helper", "agent", "institution"] as const;
export type Initiator = (typeof initiators)[number];

export const phases = ["asked", "given", "cancelled"] as const;
export const states = ["request", "done"] as const;

export interface DetectEvent {
  readonly id: string;
  /** Minutes since 1970-01-01T00:00Z, with fractions. */
  readonly at: number;
  /** The offset written with the time, in minutes: the hour of the day where it happened. */
  readonly offset: number;
  readonly institution: string;
  /** A flow of the catalogue: its id at this institution. */
  readonly flow?: string;
  /** The word as it was written; it may be unknown. */
  readonly word: string;
  /** Absent: neither a flow nor a kind anybody knows. */
  readonly kind?: EventKind;
  readonly group: KindGroup;
  readonly phase: (typeof phases)[number];
  /** `done`: the decision is advice about what comes next. */
  readonly state: (typeof states)[number];
  readonly person: string;
  /** By kind of thing: `line.main`. */
  readonly things: Readonly<Record<string, string>>;
  readonly proofs: readonly string[];
  /** In the currency, as a number; only for comparing. Absent: none was said. */
  readonly amount?: number;
  /** As it was written, for sums that must not drift: hundredths. */
  readonly hundredths?: number;
  readonly currency?: string;
  readonly payee?: string;
  /** What it was put into, or paid with: of whoever linked it. */
  readonly wallet?: string;
  readonly device?: string;
  readonly initiator: Initiator;
  readonly channel?: string;
  readonly place?: string;
  readonly count?: number;
  /** What the institution says it knows already. */
  readonly known: Readonly<Record<string, boolean>>;
}

/** Whether it was done at a desk of the institution's, by whoever came there. */
export const isAtDesk = ({ channel = "" }: Pick<DetectEvent, "channel">): boolean =>
  /^(counter|branch|shop|store)$/.test(channel);
