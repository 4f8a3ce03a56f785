/**
 * How owners defend themselves: lists of what they want done, in order, each from its minute on or from what they see.
 *
 * `nothing` does nothing. `checklist` is what leaflets say: the SIM, then the bank cards by size, then the wallets,
 * once the theft is noticed; done once and believed to hold. `answers` does nothing but call off what they are told of
 * while it waits or is held back, and get whatever that asks first. What somebody really did stands with their night as data
 * (`catalog/nights`), and is played by `defend` like any other list.
 *
 * What to know to trust it: an owner knows their own things, except cards they do not think of (`seen-by-owner:
 * false`); how to get something done is planned from what the owner has, as for the intruder.
 */

import { chosenOf, heldBackIn } from "../ground/index.ts";
import { type AtomId, append, at, type ConditionId, type StepId } from "../model/index.ts";
import { type AttentionSaved, attentionOf, type Cue, type Sleep } from "./attention.ts";
import { type Planning, planning, startOf } from "./intruders.ts";
import { type Aim, type Lost, lostAtDawn, newSimsOf, targetsOf } from "./moves.ts";
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
  /** From the beginning of the night; with a cue, from when that was met. */
  readonly fromMinute: number;
  /** What has to be seen first; absent: it is done by the clock. */
  readonly cue?: Cue;
  readonly wants: Aim;
}

export interface Defence {
  readonly moves: readonly Move[];
  /** Absent: what is set is believed to hold. */
  readonly ringsEveryMinutes?: number;
  /** Absent: they are awake all night. */
  readonly asleep?: Sleep;
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
  readonly begun: readonly number[];
  readonly lines: readonly string[];
  readonly before: Planning;
  /** Once the stolen lines run on new SIMs. */
  readonly replaced?: Planning;
}

interface StretchSaved extends Pick<Stretch, "begun" | "lines"> {
  readonly plannings: readonly unknown[];
}

const isAwake: Sleep = { hours: [], wokenBy: [] };

function defenderAt(atDawn: View, defence: Defence): Thinker {
  const { moves, ringsEveryMinutes, asleep = isAwake } = defence;
  const cued = moves.flatMap(({ cue }, move) => (cue === undefined ? [] : [{ cue, move }]));
  const attention = attentionOf(atDawn, { cues: cued.map(({ cue }) => cue), sleep: asleep });
  const stretchOf = stretchesOf(atDawn, moves);
  const lostLines = lostAtDawn(atDawn).lines;
  const delayed = delayedSteps(atDawn.stage);
  const rungs = rungsFor(atDawn);
  const intentions: Intention[] = [];
  const beginsAt = (move: number): number => {
    const cue = cued.findIndex((each) => each.move === move);
    return at(moves, move).fromMinute + (cue < 0 ? 0 : attention.metAt(cue));
  };
  /** What is begun by now; the rest is waited for. */
  function begunBy(now: number): readonly number[] {
    const begun: number[] = [];
    for (const move of moves.keys()) {
      const from = beginsAt(move);
      if (from <= now) begun.push(move);
      else if (from < Infinity) intentions.push({ kind: "wait", until: from });
    }
    return begun;
  }
  return {
    sees: (sight) => attention.sees(sight),
    next(view) {
      intentions.length = 0;
      const awake = attention.awakeAt(view.now);
      if (awake > view.now) return [{ kind: "sleep", until: awake }];
      intentions.push({ kind: "wait", until: attention.fallsAsleepAfter(view.now) });
      for (const each of delayed) cancel(view, each, intentions);
      const begun = begunBy(view.now);
      if (begun.length === 0) return intentions;
      const lines = inOrder(view, [...lostLines, ...attention.silentLines()]);
      const { before, replaced } = stretchOf(view, begun, lines);
      const isReplaced =
        replaced !== undefined && newSimsOf(view, lines).every((wanted) => isHad(view, wanted));
      if (ringsEveryMinutes !== undefined && !isReplaced)
        for (const each of rungs)
          if (lines.includes(each.line)) ring(view, each, { everyMinutes: ringsEveryMinutes, intentions });
      for (const intention of (isReplaced ? replaced : before).next(view)) intentions.push(intention);
      return intentions;
    },
    save: (view) => ({
      attention: attention.save(),
      stretches: stretchOf.made().map((each) => saved(each, view)),
    }),
    restore(view, kept) {
      // What `save` above gave.
      const { attention: seen, stretches } = kept as {
        readonly attention: AttentionSaved;
        readonly stretches: readonly StretchSaved[];
      };
      attention.restore(seen);
      for (const { begun, lines, plannings } of stretches)
        for (const [i, each] of planningsOf(stretchOf(view, begun, lines)).entries())
          each.restore(view, plannings[i]);
    },
  };
}

/** These lines, each once, in the order in which the person has them. */
const inOrder = ({ stage }: View, lines: readonly string[]): readonly string[] =>
  [...stage.world.wiring.things.values()].flatMap(({ id }) => (lines.includes(id) ? [id] : []));

const planningsOf = ({ before, replaced }: Stretch): readonly Planning[] =>
  replaced === undefined ? [before] : [before, replaced];

const saved = (stretch: Stretch, view: View): StretchSaved => ({
  begun: stretch.begun,
  lines: stretch.lines,
  plannings: planningsOf(stretch).map((each) => each.save(view)),
});

interface Stretches {
  (view: View, begun: readonly number[], lines: readonly string[]): Stretch;
  made(): readonly Stretch[];
}

/**
 * One planner for each stretch of the night: what is wanted grows with each move that begins and each line that falls
 * silent. What the clock alone begins is thought of at minute 0, the rest when it first comes to that.
 */
function stretchesOf(atDawn: View, moves: readonly Move[]): Stretches {
  const start = startOf(atDawn);
  const lost = lostAtDawn(atDawn);
  const made = new Map<string, Stretch>();
  const stretch = (
    view: View,
    begun: readonly number[],
    lines: readonly string[],
    isLate: boolean,
  ): Stretch => {
    const key = JSON.stringify([begun, lines]);
    const known = made.get(key);
    if (known !== undefined) return known;
    const wanted = begun.map((move) => at(moves, move));
    // A line that is one's own again is neither suspended nor silenced.
    const later = wanted.filter(
      ({ wants }) => wants !== "suspend-stolen-lines" && wants !== "switch-texts-off",
    );
    const isReplacing = lines.length > 0 && wanted.some(({ wants }) => wants === "replace-stolen-sims");
    const from: From = { start, lost: { ...lost, lines }, isLate };
    const fresh = {
      begun,
      lines,
      before: planningFor(view, wanted, from),
      ...(isReplacing ? { replaced: planningFor(view, later, from) } : {}),
    };
    made.set(key, fresh);
    return fresh;
  };
  const byClock = moves.flatMap(({ cue, fromMinute }) => (cue === undefined ? [fromMinute] : []));
  for (const from of new Set(byClock)) {
    const begun = [...moves.keys()].filter((move) => {
      const { cue, fromMinute } = at(moves, move);
      return cue === undefined && fromMinute <= from;
    });
    stretch(atDawn, begun, inOrder(atDawn, lost.lines), false);
  }
  const stretches = (view: View, begun: readonly number[], lines: readonly string[]) =>
    stretch(view, begun, lines, true);
  return Object.assign(stretches, { made: () => [...made.values()] });
}

interface From {
  readonly start: readonly AtomId[];
  readonly lost: Lost;
  readonly isLate: boolean;
}

/** The moves in their order, none of which undoes another. */
function planningFor(view: View, moves: readonly Move[], { start, lost, isLate }: From): Planning {
  return planning(view, (now) => {
    // In their order, and within each the things in theirs: the fullest card first, however long that takes.
    const targets = moves
      .flatMap(({ wants }) => targetsOf(now, wants, lost))
      .map((wanted, rank): Target => ({ wanted, rank }));
    const keepsSet = targets.flatMap(({ wanted }) => (wanted.kind === "set" ? [wanted.condition] : []));
    return plannerOf(now, { stage: now.stage, start, targets, keepsSet, isLate });
  });
}

interface Rung {
  readonly line: string;
  readonly condition: ConditionId;
  readonly setters: readonly StepId[];
}

/** Of each line what can be heard by ringing it. */
function rungsFor(view: View): readonly Rung[] {
  const lines = [...view.stage.world.wiring.things.values()].filter(({ kind }) => kind === "line");
  return lines.flatMap(({ id }) =>
    targetsOf(view, "suspend-stolen-lines", { devices: [], lines: [id] }).flatMap((wanted) =>
      wanted.kind === "set"
        ? [{ line: id, condition: wanted.condition, setters: settersOf(view.stage, wanted.condition) }]
        : [],
    ),
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
  const ways = [...delayedSteps(stage), ...heldBackSteps(stage)].flatMap(({ step, cancellers }) =>
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
      append(cancellersOf, delayed, canceller);
    }
  }
  return [...cancellersOf].map(([step, cancellers]) => ({ step, cancellers }));
}

/** What leads nowhere for a while, and what takes it back by then. */
const heldBackSteps = ({ world, inForce, isStep }: Stage): readonly Delayed[] =>
  heldBackIn(world, chosenOf(world, inForce)).flatMap(({ step, by }) => {
    const cancellers = by.flatMap(({ id }) => (isStep[id] === 1 ? [id] : []));
    return isStep[step.id] === 1 && cancellers.length > 0 ? [{ step: step.id, cancellers }] : [];
  });

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
