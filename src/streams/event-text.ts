/** An event of a stream as it is written down, with what is true about it beside it. */

/** Who did it, and in which of the owner's stories. */
export type Truth = "normal" | "renewing" | "travelling" | "other-device" | "own-device";

export interface StreamEvent {
  readonly at: number;
  readonly institution: string;
  readonly kind: string;
  readonly flow?: string;
  readonly person: string;
  readonly proofs?: readonly string[];
  readonly amount?: number;
  readonly currency?: string;
  readonly payee?: string;
  readonly device?: string;
  readonly channel?: string;
  readonly place?: string;
  readonly initiator?: string;
  readonly truth: Truth;
  /** Of an attack: its number; whether money goes with it. */
  readonly attack?: number;
  readonly isLoss?: true;
  /** How the attack began and went on, for curves by kind. */
  readonly of?: string;
}

/** Streams begin on this day, so that a seed is a file to the byte. */
export const firstMinute = Date.UTC(2025, 0, 1) / 60_000;

/** One line of a stream: the event, and its label apart. */
export function lineOf(event: StreamEvent, number: number, offset: number): string {
  const { at, truth, attack, isLoss, of, amount, kind, flow, ...rest } = event;
  return JSON.stringify({
    id: `e${String(number).padStart(8, "0")}`,
    time: timeText(at, offset),
    ...(flow === undefined ? { kind } : { flow }),
    ...rest,
    ...(amount === undefined ? {} : { amount: amount.toFixed(2) }),
    label: {
      truth,
      ...(attack === undefined ? {} : { attack }),
      ...(isLoss === undefined ? {} : { loss: true }),
      ...(of === undefined ? {} : { of }),
    },
  });
}

function timeText(at: number, offset: number): string {
  const local = new Date(Math.round((at + offset) * 60) * 1_000).toISOString().slice(0, 19);
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, "0");
  const minutes = String(Math.abs(offset) % 60).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${hours}:${minutes}`;
}
