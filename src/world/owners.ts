/**
 * How owners defend themselves: lists of what they want done, in order, each from its minute on.
 *
 * `nothing` does nothing. `checklist` is what leaflets say: the SIM, then the bank cards by size, then the wallets,
 * once the theft is noticed; done once and believed to hold. `answers` does nothing but call off what they are told of
 * while it waits, and get whatever that asks first. What somebody really did stands with their night as data
 * (`catalog/nights`), and is played by `defend` like any other list.
 *
 * What to know to trust it: an owner knows their own things, except cards they do not think of (`seen-by-owner:
 * false`); how to get something done is planned from what the owner has, as for the intruder.
 */

import type { ConditionId, StepId } from "../model/index.ts";
import { type Planning, planning, startOf } from "./intruders.ts";
import { type MoveKind, newSimsOf, targetsOf } from "./moves.ts";
import type { Intention, Policy, Thinker, View } from "./night.ts";
import { isBelievedReady, plannerOf } from "./planner.ts";
import { rowOf } from "./rows.ts";
import type { Stage } from "./stage.ts";
import { isHad, type Target } from "./wanted.ts";

export interface OwnerOptions {
  /** Minutes until the owner notices and begins. */
  readonly noticedMinutes?: number;
  /** Of one who answers: minutes from a notice until they begin. */
  readonly answersAfterMinutes?: number;
}

/** What to get done from this minute on. */
export interface Move {
  readonly fromMinute: number;
  readonly wants: MoveKind;
}

export interface Defence {
  readonly moves: readonly Move[];
  /** Absent: what is set is believed to hold. */
  readonly ringsEveryMinutes?: number;
}

export const ownerPolicies: ReadonlyMap<string, (options?: OwnerOptions) => Policy> = new Map<
  string,
  (options?: OwnerOptions) => Policy
>([
  ["nothing", () => ({ id: "nothing", next: () => nothing })],
  [
    "checklist",
    ({ noticedMinutes = 30 }: OwnerOptions = {}) =>
      defend("checklist", { moves: checklistMoves(noticedMinutes) }),
  ],
  [
    "answers",
    ({ answersAfterMinutes = 0 }: OwnerOptions = {}) => ({
      id: "answers",
      open: (view) => answering(view, answersAfterMinutes),
    }),
  ],
]);

const nothing: readonly Intention[] = [];

/** The usual advice, all of it begun when the theft is noticed. */
export function checklistMoves(fromMinute: number): readonly Move[] {
  return (["suspend-stolen-lines", "block-seen-cards", "freeze-wallets"] as const).map((wants) => ({
    fromMinute,
    wants,
  }));
}

/** Any list of moves as a policy. */
export const defend = (id: string, defence: Defence): Policy => ({
  id,
  open: (view) => defenderAt(view, defence),
});

interface Stretch {
  readonly from: number;
  readonly before: Planning;
  /** Once the stolen lines run on new SIMs. */
  readonly replaced?: Planning;
}

function defenderAt(atDawn: View, { moves, ringsEveryMinutes }: Defence): Thinker {
  const stretches = stretchesOf(atDawn, moves);
  const delayed = delayedSteps(atDawn.stage);
  const rung = rungsFor(atDawn);
  const newSims = newSimsOf(atDawn);
  const intentions: Intention[] = [];
  const plannings = stretches.flatMap(({ before, replaced }) =>
    replaced === undefined ? [before] : [before, replaced],
  );
  return {
    next(view) {
      intentions.length = 0;
      for (const each of delayed) cancel(view, each, intentions);
      const at = stretches.findLastIndex(({ from }) => from <= view.now);
      const next = stretches[at + 1];
      if (next !== undefined) intentions.push({ kind: "wait", until: next.from });
      const stretch = stretches[at];
      if (stretch === undefined) return intentions;
      const isReplaced = stretch.replaced !== undefined && newSims.every((wanted) => isHad(view, wanted));
      if (ringsEveryMinutes !== undefined && !isReplaced)
        for (const each of rung) ring(view, each, { everyMinutes: ringsEveryMinutes, intentions });
      const plan = isReplaced ? (stretch.replaced ?? stretch.before) : stretch.before;
      for (const intention of plan.next(view)) intentions.push(intention);
      return intentions;
    },
    save: (view) => plannings.map((each) => each.save(view)),
    restore(view, saved) {
      // What `save` above gave.
      for (const [i, each] of (saved as readonly unknown[]).entries()) plannings[i]?.restore(view, each);
    },
  };
}

/** One planner for each stretch of the night: what is wanted grows at each beginning. */
function stretchesOf(atDawn: View, moves: readonly Move[]): readonly Stretch[] {
  const begins = [...new Set(moves.map(({ fromMinute }) => fromMinute))].sort((a, b) => a - b);
  return begins.map((from): Stretch => {
    const wanted = moves.filter(({ fromMinute }) => fromMinute <= from);
    // A line that is one's own again is neither suspended nor silenced.
    const isReplacing = wanted.some(({ wants }) => wants === "replace-stolen-sims");
    const later = wanted.filter(
      ({ wants }) => wants !== "suspend-stolen-lines" && wants !== "switch-texts-off",
    );
    return {
      from,
      before: planningFor(atDawn, wanted),
      ...(isReplacing ? { replaced: planningFor(atDawn, later) } : {}),
    };
  });
}

/** The moves in their order, none of which undoes another. */
function planningFor(atDawn: View, moves: readonly Move[]): Planning {
  return planning(atDawn, (view) => {
    // In their order, and within each the things in theirs: the fullest card first, however long that takes.
    const targets = moves
      .flatMap(({ wants }) => targetsOf(view, wants))
      .map((wanted, rank): Target => ({ wanted, rank }));
    const keepsSet = targets.flatMap(({ wanted }) => (wanted.kind === "set" ? [wanted.condition] : []));
    return plannerOf(view, { stage: view.stage, start: startOf(view), targets, keepsSet });
  });
}

interface Rung {
  readonly condition: ConditionId;
  readonly setters: readonly StepId[];
}

function rungsFor(view: View): readonly Rung[] {
  return targetsOf(view, "suspend-stolen-lines").flatMap((wanted) =>
    wanted.kind === "set"
      ? [{ condition: wanted.condition, setters: settersOf(view.stage, wanted.condition) }]
      : [],
  );
}

/** Rings the number now and then once it is believed to be dead. */
function ring(
  view: View,
  { condition, setters }: Rung,
  { everyMinutes, intentions }: { readonly everyMinutes: number; readonly intentions: Intention[] },
): void {
  if (!view.isSet(condition) || view.isLooking(condition)) return;
  let last = view.lastLookAt(condition);
  for (const step of setters) last = Math.max(last, view.lastDoneAt(step));
  if (last + everyMinutes <= view.now) intentions.push({ kind: "look", condition });
  else intentions.push({ kind: "wait", until: last + everyMinutes });
}

/** Calls off whatever they are told of, so long after they were; what that asks and they have not they get first. */
function answering(atDawn: View, afterMinutes: number): Thinker {
  const { stage } = atDawn;
  const ways = delayedSteps(stage).flatMap(({ step, cancellers }) =>
    // One that stops nothing else first: who suspends their own line sees no further notice.
    [...cancellers]
      .sort((a, b) => rowOf(stage.sets, a).length - rowOf(stage.sets, b).length)
      .map((by) => ({ step, by, plan: planning(atDawn, (view) => plannerTo(view, by)) })),
  );
  return {
    next(view) {
      const intentions: Intention[] = [];
      const answered = new Set<StepId>();
      for (const { step, by, plan } of ways) {
        const told = view.seenAt(step);
        if (told < 0 || answered.has(step) || view.lastDoneAt(by) > told || isBelievedVain(view, by))
          continue;
        if (view.now < told + afterMinutes) {
          intentions.push({ kind: "wait", until: told + afterMinutes });
          continue;
        }
        const next = isBelievedReady(view, by) ? begun(view, by) : plan.next(view);
        if (next.length > 0 || view.isRunning(by)) answered.add(step);
        intentions.push(...next);
      }
      return intentions;
    },
    save: (view) => ways.map(({ plan }) => plan.save(view)),
    restore(view, saved) {
      // What `save` above gave.
      for (const [i, each] of (saved as readonly unknown[]).entries()) ways[i]?.plan.restore(view, each);
    },
  };
}

/** To have what a step asks, by nothing that sets or lifts anything. */
const plannerTo = (view: View, step: StepId) =>
  plannerOf(view, {
    stage: view.stage,
    start: startOf(view),
    targets: rowOf(view.stage.asks, step).map(
      (atom): Target => ({ wanted: { kind: "have", atom }, rank: 0 }),
    ),
    leavesOut: (each) => rowOf(view.stage.sets, each).length + rowOf(view.stage.clears, each).length > 0,
  });

interface Delayed {
  readonly step: StepId;
  readonly cancellers: readonly StepId[];
}

function delayedSteps({ cancels, steps, isStep }: Stage): readonly Delayed[] {
  const cancellersOf = new Map<StepId, StepId[]>();
  for (const canceller of steps) {
    if (isStep[canceller] !== 1) continue;
    for (const delayed of rowOf(cancels, canceller)) {
      const known = cancellersOf.get(delayed);
      if (known === undefined) cancellersOf.set(delayed, [canceller]);
      else known.push(canceller);
    }
  }
  return [...cancellersOf].map(([step, cancellers]) => ({ step, cancellers }));
}

/** Whoever is told of something they did not do cancels it, if they can. */
function cancel(view: View, { step, cancellers }: Delayed, intentions: Intention[]): void {
  const told = view.seenAt(step);
  if (told < 0) return;
  for (const canceller of cancellers) {
    if (view.lastDoneAt(canceller) > told || view.isRunning(canceller) || !isBelievedReady(view, canceller))
      continue;
    intentions.push(...begun(view, canceller));
    return;
  }
}

/** All it gives is stopped, as far as they know: it would be refused whole. */
function isBelievedVain({ stage, isSet }: View, step: StepId): boolean {
  const given = rowOf(stage.gives, step);
  return given.length > 0 && given.every((atom) => rowOf(stage.stops, atom).some(isSet));
}

/** Now, or as soon as the office opens. */
function begun(view: View, step: StepId): readonly Intention[] {
  if (view.isRunning(step)) return [];
  const opensIn = view.opensIn(step);
  return opensIn > 0 ? [{ kind: "wait", until: view.now + opensIn }] : [{ kind: "begin", step }];
}

/** The steps that set a condition. */
const settersOf = ({ sets, steps }: Stage, condition: ConditionId): readonly StepId[] =>
  steps.filter((step) => rowOf(sets, step).includes(condition));
