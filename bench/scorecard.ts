/**
 * The scorecard many fraud desks work with, for comparing: points by hand for what an act looks like and for what came
 * before it within a day at any institution, no learning. It is given what the engine remembers (devices, payees, usual
 * sums), so it is a strong one. Its threshold is the lowest that touches no more good events than is allowed on the
 * streams the likelihoods were made from.
 */
import type { Decision, DetectEvent } from "../src/detect/index.ts";

const points: Readonly<Record<string, number>> = {
  sensitive: 1,
  "new-device": 3,
  "new-payee": 1,
  "high-amount": 2,
  "extreme-amount": 4,
  "large-amount": 3,
  "line-changed-from-afar": 3,
};
/** An act of these groups within the last day opens the way to money. */
const openers: Readonly<Record<string, number>> = {
  recover: 3,
  line: 3,
  "line-service": 3,
  device: 2,
  lift: 2,
  bind: 1,
};
const minutesPerDay = 1_440;

interface Scorecard {
  /** Points of this event; events come in order of time. */
  readonly of: (event: DetectEvent, decision: Decision) => number;
}

export function scorecard(): Scorecard {
  const latest = new Map<string, Map<string, number>>();
  return {
    of(event, { because }) {
      const seen = latest.get(event.person) ?? new Map<string, number>();
      latest.set(event.person, seen);
      const own = because.reduce((sum, word) => sum + (points[word] ?? 0), 0);
      let before = 0;
      for (const [group, at] of seen) if (event.at - at <= minutesPerDay) before += openers[group] ?? 0;
      if (openers[event.group] !== undefined && event.initiator !== "institution")
        seen.set(event.group, event.at);
      // A sign or a look is nobody's act that could be asked about.
      const isAct =
        !["look", "income", "protect", "probe"].includes(event.group) && !because.includes("nobody-acts");
      return isAct && !event.proofs.includes("appear-in-person") ? own + before : 0;
    },
  };
}

/** The lowest threshold at which no more than this share of the scores is reached or passed. */
export function thresholdFor(scores: readonly number[], share: number): number {
  const sorted = [...scores].sort((a, b) => b - a);
  const allowed = Math.floor(share * scores.length);
  return (sorted[allowed] ?? 0) + 1;
}
