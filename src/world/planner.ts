/**
 * The next steps towards what an actor wants, from what the actor believes.
 *
 * The steps of the earliest proofs that can be begun at once are the plan; what is lost on the way, a lifted suspension
 * say, is simply asked again.
 *
 * What to know to trust it: a plan is a pure function of the beliefs, so it is remembered by them (exactly: the bits
 * are compared) and a race of a million nights thinks each situation through once.
 */
import type { AtomId, ConditionId, StepId } from "../model/index.ts";
import { type MindSaved, mindOf } from "./mind.ts";
import type { View } from "./night.ts";
import type { Stage } from "./stage.ts";
import { deskFor, type Plan, think } from "./think.ts";
import { smallWorld, type Target } from "./wanted.ts";

export interface Planner {
  /** Steps that could be begun now, the most wanted first; running ones and barred ones left out. Valid until the next call. */
  next(view: View): readonly StepId[];
  /** In how many minutes something of the plan may be run that may not be now: an office opens, a limit ends. Infinity: none. */
  readonly opensIn: number;
  /** What it has in mind, as plain data, and back; plans are not part of it, they are made again. */
  save(view: View): MindSaved;
  restore(view: View, saved: MindSaved): void;
}

/** Situations remembered in each of two generations; one is about 300 bytes. */
const memoryMax = 40_000;

export interface PlannerQuestion {
  readonly stage: Stage;
  /** What the actor has at minute 0. */
  readonly start: readonly AtomId[];
  readonly targets: readonly Target[];
  /** Conditions the actor never clears, whatever that would open: who suspends a line does not lift it. */
  readonly keepsSet?: readonly ConditionId[];
  /** Steps the actor never thinks of; absent: there are none. */
  readonly leavesOut?: ((step: StepId) => boolean) | undefined;
  /** A run of this actor's may take only a part of any loss. */
  readonly isBitByBit?: boolean;
  /** It is made in the middle of a night; absent: at minute 0. */
  readonly isLate?: boolean;
}

export function plannerOf(view: View, question: PlannerQuestion): Planner {
  const small = smallWorld({ ...question, isOwner: view.side === "owner" });
  const mind = mindOf(view, small, { isDawn: question.isLate !== true });
  const desk = deskFor(small);
  // Two generations: when the young one is full the old one is forgotten, so what comes up often stays.
  let young = new Map<number, Plan>();
  let old = new Map<number, Plan>();
  const steps: StepId[] = [];
  let opensIn = Infinity;
  let last: Plan | undefined;

  function planFor(view: View): Plan {
    if (!mind.follow(view) && last !== undefined) return last;
    const { key } = mind;
    let hash = 0x811c9dc5;
    for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key[i]!, 0x01000193) ^ (hash >>> 13);
    const known = found(young.get(hash), key);
    if (known !== undefined) return known;
    if (young.size >= memoryMax) {
      old = young;
      young = new Map();
    }
    const made = { ...(found(old.get(hash), key) ?? think(small, mind, desk)), next: young.get(hash) };
    young.set(hash, made);
    return made;
  }

  return {
    get opensIn() {
      return opensIn;
    },
    next(view) {
      last = planFor(view);
      steps.length = 0;
      opensIn = Infinity;
      for (const step of last.steps)
        if (!view.isRunning(step) && isBelievedReady(view, step)) steps.push(step);
      for (const step of last.closed) opensIn = Math.min(opensIn, view.opensIn(step));
      for (const { step } of mind.limited) {
        const wait = view.barredUntil(step) - view.now;
        if (wait > 0) opensIn = Math.min(opensIn, wait);
      }
      return steps;
    },
    save: (now) => mind.save(now),
    restore(now, saved) {
      mind.restore(now, saved);
      last = undefined;
    },
  };
}

function found(chain: Plan | undefined, key: Int32Array): Plan | undefined {
  for (let plan = chain; plan !== undefined; plan = plan.next) if (isSameKey(plan.key, key)) return plan;
  return undefined;
}

function isSameKey(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Everything it asks is believed to be there: what only follows from a guess is not begun. */
export function isBelievedReady(view: View, step: StepId): boolean {
  const { asks, needsClear } = view.stage;
  for (let i = asks.from[step]!; i < asks.from[step + 1]!; i++) if (!view.has(asks.values[i]!)) return false;
  for (let i = needsClear.from[step]!; i < needsClear.from[step + 1]!; i++)
    if (view.isSet(needsClear.values[i]!)) return false;
  return true;
}
