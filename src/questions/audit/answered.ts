/**
 * What somebody stops who answers a notice in time. A step that waits tells somebody; where that still is the owner and
 * they can call it off before it falls due, it gives nothing, and with it whatever every way to a loss waits for.
 *
 * The steps that are answered are the largest set of waiting steps of which each can be answered while the other side
 * gets only as far as without any of them: what they do meanwhile takes neither the notice nor what the owner calls it
 * off with, and nor does what the owner does about the others. So one whose notice goes to a line that falls by another
 * step of the set is answered as long as that step is.
 *
 * What to know to trust it: everything is taken at its worst for the owner (`owner-meanwhile.ts`), so a loss that is
 * named is stopped by whoever answers each notice in time, every time it comes; one that is not named may be stopped all
 * the same. Beside the cuts and never a part of one: it is done while it happens. Cost: a few closures, and for each
 * loss that is stopped one for each waiting flow.
 */
import { closure, earliest } from "../../graph/index.ts";
import { agrees, cancellersOf, flowName, type Step } from "../../ground/index.ts";
import { type AtomId, at, compareText } from "../../model/index.ts";
import { type Node, type Reach, stepOfRule, weakest } from "../../reach/index.ts";
import type { Answered, Notice } from "./answer.ts";
import { type Disturbed, disturbedBy } from "./disturbed.ts";
import { isSurelyRun, type OwnerMeanwhile, ownerMeanwhile, slowest } from "./owner-meanwhile.ts";

export interface AnsweredQuestion {
  readonly reach: Reach;
  readonly held: readonly string[];
  readonly start: readonly Node[];
  readonly active: Uint8Array;
  readonly isChosen: ArrayLike<number>;
  readonly startsAt: number | undefined;
  readonly withinMinutes: number | undefined;
  /** The losses that are reached. */
  readonly goals: readonly string[];
}

/** More waiting steps than these wait in nobody's life; beyond, nothing is said. */
const stepsMax = 200;

export function answeredOf(question: AnsweredQuestion): readonly Answered[] {
  const { reach, start, active, isChosen, startsAt, goals } = question;
  const { world } = reach;
  const callers = cancellersOf(world.steps);
  const today = earliest(reach.rules, start, { active, startsAt });
  const waiting = world.steps.filter(
    ({ id, guard, tells, flow }) =>
      flow.delay !== undefined &&
      tells.length > 0 &&
      at(callers, id).length > 0 &&
      agrees(guard, isChosen) &&
      (today.ends[reach.ruleOfStep[id] ?? -1] ?? Infinity) < Infinity,
  );
  if (waiting.length === 0 || waiting.length > stepsMax || goals.length === 0) return [];
  const asked: Asked = { ...question, callers };
  const all = answerable(asked, waiting);
  const stopped = goals.filter((goal) => all.isStopped(goal));
  return stopped.map((goal) => {
    const calls = fewest(asked, all, goal);
    return { goal, notices: told(reach, [...calls.values()], today.begins) };
  });
}

interface Asked extends AnsweredQuestion {
  readonly callers: readonly (readonly Step[])[];
}

/** A waiting step and how it is called off. */
interface Call {
  readonly step: Step;
  readonly seenBy: readonly AtomId[];
  readonly by: Step;
  readonly first: readonly Step[];
  /** From the notice. */
  readonly withinMinutes: number;
}

interface Answerable {
  readonly calls: ReadonlyMap<Step, Call>;
  /** With all of them answered it is not reached. */
  readonly isStopped: (goal: string) => boolean;
}

/** Of these, all that can be answered while all of them are. */
function answerable(question: Asked, steps: readonly Step[]): Answerable {
  let tried = steps;
  for (;;) {
    const { found, closed } = without(question, tried);
    // Who reads the same mail or sits in the same account can delete the notice before it is seen; a text that others read too stays on the phone.
    const isTheirs = (atom: AtomId) =>
      found.reached[question.reach.nodeOfAtom.get(atom) ?? -1] === 1 && !isOfLine(question, atom);
    const meanwhile = (ownActs: readonly Step[]): OwnerMeanwhile => {
      const disturbed: Disturbed = disturbedBy({ ...question, found, active: closed, ownActs });
      const owner = ownerMeanwhile({ ...question, disturbed });
      return { ...owner, keeps: (atom) => owner.keeps(atom) && !isTheirs(atom) };
    };
    const first = callsOf(question, tried, meanwhile([]));
    // What the owner does about one stops nothing that the others need.
    const acts = [...new Set([...first.values()].map(({ by }) => by))];
    const calls = acts.some(({ sets }) => sets.length > 0)
      ? callsOf(question, [...first.keys()], meanwhile(acts), first)
      : first;
    if (calls.size === tried.length)
      return { calls, isStopped: (goal) => isOutOfReach(question, tried, goal) };
    tried = [...calls.keys()];
  }
}

const isOfLine = ({ reach: { world } }: Asked, atom: AtomId): boolean =>
  at(world.atoms, atom).things.some((id) => world.wiring.things.get(id)?.kind === "line");

/** How far they get without these steps. */
function without({ reach, start, active }: Asked, steps: readonly Step[]) {
  const closed = shut(reach, active, steps);
  return { found: closure(reach.rules, start, closed), closed };
}

/** The rules without those of these steps. */
function shut(reach: Reach, active: Uint8Array, steps: readonly Step[]): Uint8Array {
  const isShut = new Set(steps);
  return active.map((isActive, rule) => {
    const step = stepOfRule(reach, rule);
    return step !== undefined && isShut.has(step) ? 0 : isActive;
  });
}

/** In the time that was asked about. */
function isOutOfReach(
  { reach, start, active, startsAt, withinMinutes }: Asked,
  steps: readonly Step[],
  goal: string,
): boolean {
  const { time } = earliest(reach.rules, start, {
    active: shut(reach, active, steps),
    startsAt,
    until: withinMinutes,
  });
  const node = reach.goalNodes[reach.world.goals.findIndex(({ id }) => id === goal)];
  return node !== undefined && time[node] === Infinity;
}

/** How each of these is called off; those that cannot be are left out. With `chosen`, in no other way than that. */
function callsOf(
  { callers, isChosen }: Asked,
  steps: readonly Step[],
  owner: OwnerMeanwhile,
  chosen?: ReadonlyMap<Step, Call>,
): ReadonlyMap<Step, Call> {
  const calls = new Map<Step, Call>();
  for (const step of steps) {
    const seenBy = step.tells.filter(owner.keeps);
    if (seenBy.length === 0) continue;
    const known = chosen?.get(step)?.by;
    const ways = at(callers, step.id).filter(
      (by) =>
        (known === undefined || by === known) &&
        agrees(by.guard, isChosen) &&
        by.clears.length === 0 &&
        // Where what was guessed is not so, nothing waits either.
        isSurelyRun(by, step.assumed) &&
        owner.areClear(by.needsClear) &&
        // A step all of whose gifts are refused is refused whole.
        (by.gives.length === 0 || by.gives.some(owner.isGiven)),
    );
    const least = step.flow.delay?.takes.min ?? 0;
    const possible = ways
      .map((by): Call => {
        const first = owner.stepsTo(by.asks);
        // One person does one thing after the other.
        const inTurn = [...new Set(first)].reduce((minutes, step) => minutes + slowest(step), 0);
        const minutes = Math.max(owner.minutesTo(by.asks), inTurn) + slowest(by);
        return { step, seenBy, by, first, withinMinutes: Math.ceil(least - minutes) - 1 };
      })
      .filter(({ withinMinutes }) => withinMinutes >= 1)
      // One that stops nothing else, then the one that leaves the most time.
      .sort((a, b) => a.by.sets.length - b.by.sets.length || b.withinMinutes - a.withinMinutes);
    if (possible[0] !== undefined) calls.set(step, possible[0]);
  }
  return calls;
}

/** As few waiting flows as suffice for this loss, the most urgent left out first. */
function fewest(question: Asked, all: Answerable, goal: string): ReadonlyMap<Step, Call> {
  let calls = all.calls;
  const flows = new Map<string, number>();
  for (const call of calls.values()) {
    const name = flowName(call.step);
    flows.set(name, Math.min(call.withinMinutes, flows.get(name) ?? Infinity));
  }
  const urgentFirst = [...flows].sort((a, b) => a[1] - b[1] || compareText(a[0], b[0]));
  for (const [flow] of urgentFirst) {
    const left = answerable(
      question,
      [...calls.keys()].filter((step) => flowName(step) !== flow),
    );
    if (left.calls.size < calls.size && left.isStopped(goal)) calls = left.calls;
  }
  return calls;
}

/** Steps of one flow that are seen and called off alike are one notice to whoever reads it. */
function told(reach: Reach, calls: readonly Call[], begins: Float64Array): readonly Notice[] {
  const found = new Map<string, Notice>();
  for (const { step, seenBy, by, first, withinMinutes } of calls) {
    const notice: Notice = {
      institution: step.institution,
      flow: step.flow.id,
      seenBy: seenBy.map((atom) => at(reach.world.atoms, atom).text).sort(compareText),
      notBeforeMinutes: (begins[reach.ruleOfStep[step.id] ?? -1] ?? 0) + step.flow.takes.min,
      withinMinutes,
      calledOffBy: by.flow.id,
      first: first.map(({ institution, flow }) => ({ institution, flow: flow.id })),
      basis: weakest([step, by, ...first].map(({ flow }) => flow.basis.status)),
    };
    const key = JSON.stringify([
      notice.institution,
      notice.flow,
      notice.seenBy,
      notice.calledOffBy,
      notice.first,
    ]);
    const known = found.get(key);
    found.set(
      key,
      known === undefined
        ? notice
        : {
            ...known,
            notBeforeMinutes: Math.min(known.notBeforeMinutes, notice.notBeforeMinutes),
            withinMinutes: Math.min(known.withinMinutes, notice.withinMinutes),
          },
    );
  }
  return [...found.values()].sort(
    (a, b) =>
      a.notBeforeMinutes - b.notBeforeMinutes ||
      compareText(a.institution, b.institution) ||
      compareText(a.flow, b.flow),
  );
}
