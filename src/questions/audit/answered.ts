/**
 * What somebody stops who answers a notice in time. A step that waits tells somebody; where that still is the owner and
 * they can call it off before it falls due, it gives nothing, and with it whatever every way to a loss waits for. So it is
 * with a step that is held back by what it sets until that lapses: what is taken back by then led nowhere.
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
import {
  agrees,
  cancellersOf,
  flowName,
  type Grounded,
  type HeldBack,
  heldBackIn,
  leastMinutes,
  type Step,
  worldUnder,
} from "../../ground/index.ts";
import { type AtomId, at, compareText, minutesPerDay, type Windows } from "../../model/index.ts";
import { type Node, type Reach, stepOfRule, weakest } from "../../reach/index.ts";
import { leadsNoFurther } from "./after-answer.ts";
import type { Answered, AnsweredInPart, AnsweringKind, Notice } from "./answer.ts";
import { type Disturbed, disturbedBy } from "./disturbed.ts";
import { limitedGoal } from "./limits.ts";
import { slowestOpen, toldInTime } from "./notice-hours.ts";
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
  /** What calls something off while its office is open alone counts too, for notices that come in time for that. */
  readonly isInHours?: boolean;
}

/** More waiting steps than these wait in nobody's life; beyond, it is open what answering stops. */
const stepsMax = 200;

export function answeredOf(question: AnsweredQuestion): Answering {
  const { reach, start, active, isChosen, startsAt, goals } = question;
  const { world } = reach;
  const today = earliest(reach.rules, start, { active, startsAt });
  const awaited = awaitedIn(world, reach, isChosen).filter(
    ({ step: { id, guard } }) =>
      agrees(guard, isChosen) && (today.ends[reach.ruleOfStep[id] ?? -1] ?? Infinity) < Infinity,
  );
  if (awaited.length === 0 || goals.length === 0) return { kind: "none", losses: [], inPart: [] };
  if (awaited.length > stepsMax) return { kind: "open", losses: [], inPart: [] };
  const all = answerable(question, awaited);
  const noticesOf = (calls: Calls) => told(reach, [...calls.values()], today.begins);
  const losses = goals.flatMap((goal): Answered[] =>
    all.isStopped(goal)
      ? [{ goal, notices: noticesOf(fewest(question, all, (left) => left.isStopped(goal))) }]
      : [],
  );
  const left = goals.filter((goal) => !all.isStopped(goal));
  const inPart = left.length === 0 ? [] : answeredInPart({ question, awaited, all, left, noticesOf });
  return { kind: losses.length === 0 ? "none" : "found", losses, inPart };
}

/** What answering in time stops, and whether that was found out; and what it does to the other losses. */
export interface Answering {
  readonly kind: Exclude<AnsweringKind, "not-asked">;
  readonly losses: readonly Answered[];
  readonly inPart: readonly AnsweredInPart[];
}

interface InPartQuestion {
  readonly question: AnsweredQuestion;
  readonly awaited: readonly Awaited[];
  readonly all: Answerable;
  /** The losses that answering does not stop. */
  readonly left: readonly string[];
  readonly noticesOf: (calls: Calls) => readonly Notice[];
}

/** What only some hours let be answered, and what answering makes less. */
function answeredInPart({
  question,
  awaited,
  all,
  left,
  noticesOf,
}: InPartQuestion): readonly AnsweredInPart[] {
  const inHours = answerable({ ...question, isInHours: true }, awaited);
  const hasMore = inHours.calls.size > all.calls.size;
  return left.flatMap((goal): AnsweredInPart[] => {
    if (hasMore && inHours.isStopped(goal)) {
      const calls = fewest({ ...question, isInHours: true }, inHours, (some) => some.isStopped(goal));
      return [{ goal, notices: noticesOf(calls) }];
    }
    const limitsTo = lessOf(question, [...all.calls.keys()], goal);
    if (limitsTo === undefined) return [];
    const isAsLittle = ({ calls }: Answerable) =>
      (lessOf(question, [...calls.keys()], goal)?.amount ?? Infinity) <= limitsTo.amount;
    return [{ goal, notices: noticesOf(fewest(question, all, isAsLittle)), limitsTo }];
  });
}

/** How much of a loss is left in reach with these answered, where that is less; in the time asked about, or a day. */
function lessOf(
  { reach, start, active, isChosen, startsAt, withinMinutes = minutesPerDay }: AnsweredQuestion,
  tried: readonly Awaited[],
  id: string,
): AnsweredInPart["limitsTo"] {
  const goal = worldUnder(reach.world, isChosen).goals.find((each) => each.id === id);
  if (goal === undefined || tried.length === 0) return undefined;
  const most = (rules: Uint8Array) =>
    limitedGoal(
      {
        reach,
        active: rules,
        found: earliest(reach.rules, start, { active: rules, startsAt }),
        withinMinutes,
      },
      goal,
    ).amount;
  const [now, then] = [most(active), most(shut(reach, active, tried))];
  if (then === undefined || then >= (now ?? Infinity)) return undefined;
  return { amount: then, ...(now === undefined ? {} : { of: now }), withinMinutes };
}

/** A step that leads nowhere for a while, of which somebody is told. */
interface Awaited {
  readonly step: Step;
  readonly tells: readonly AtomId[];
  /** From the notice, at the least. */
  readonly minutes: number;
  readonly by: readonly Step[];
  /** Absent: it waits itself. */
  readonly held?: HeldBack;
}

function awaitedIn(world: Grounded, reach: Reach, isChosen: ArrayLike<number>): readonly Awaited[] {
  const callers = cancellersOf(world.steps);
  const waiting = world.steps.flatMap((step): Awaited[] => {
    const { flow, tells, id } = step;
    const by = at(callers, id);
    return flow.delay === undefined || tells.length === 0 || by.length === 0
      ? []
      : [{ step, tells, minutes: flow.delay.takes.min - (flow.delay.late ?? 0), by }];
  });
  // A condition that holds nothing back of what follows has no lapse of its own.
  const lapsing = new Set(reach.origins.flatMap((origin) => (origin.kind === "over" ? [origin.step] : [])));
  const heldBack = heldBackIn(world, isChosen).flatMap((held): Awaited[] => {
    const { step, seenBy: tells, minutes, by } = held;
    return lapsing.has(step.id) ? [{ step, tells, minutes, by, held }] : [];
  });
  return [...waiting, ...heldBack];
}

/** What is awaited and how it is called off. */
interface Call extends Awaited {
  readonly seenBy: readonly AtomId[];
  readonly calledOffBy: Step;
  readonly first: readonly Step[];
  /** From the notice. */
  readonly withinMinutes: number;
  /** Hours of the week in which the notice must come, for the office to open in time; absent: whenever it comes. */
  readonly toldIn?: Windows;
}

type Calls = ReadonlyMap<Awaited, Call>;

interface Answerable {
  readonly calls: Calls;
  /** With all of them answered it is not reached. */
  readonly isStopped: (goal: string) => boolean;
}

/** Of these, all that can be answered while all of them are. */
function answerable(question: AnsweredQuestion, all: readonly Awaited[]): Answerable {
  let tried = all;
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
    const answered = tried.flatMap(({ held }) => held ?? []);
    const isUndone = ({ held }: Awaited, by: Step) =>
      held === undefined || leadsNoFurther({ ...question, found, active: closed, answered }, held, by);
    const first = callsOf(question, tried, { owner: meanwhile([]), isUndone });
    // What the owner does about one stops nothing that the others need.
    const acts = [...new Set([...first.values()].map(({ calledOffBy }) => calledOffBy))];
    const calls = acts.some(({ sets }) => sets.length > 0)
      ? callsOf(question, [...first.keys()], { owner: meanwhile(acts), isUndone, chosen: first })
      : first;
    if (calls.size === tried.length)
      return { calls, isStopped: (goal) => isOutOfReach(question, tried, goal) };
    tried = [...calls.keys()];
  }
}

const isOfLine = ({ reach: { world } }: AnsweredQuestion, atom: AtomId): boolean =>
  at(world.atoms, atom).things.some((id) => world.wiring.things.get(id)?.kind === "line");

/** How far they get while these are answered. */
function without({ reach, start, active }: AnsweredQuestion, tried: readonly Awaited[]) {
  const closed = shut(reach, active, tried);
  return { found: closure(reach.rules, start, closed), closed };
}

/** The rules without those of steps that wait, and without the lapse of what holds the others back. */
function shut(reach: Reach, active: Uint8Array, tried: readonly Awaited[]): Uint8Array {
  const waiting = new Set(tried.flatMap(({ step, held }) => (held === undefined ? [step] : [])));
  const heldBack = new Set(tried.flatMap(({ step, held }) => (held === undefined ? [] : [step.id])));
  return active.map((isActive, rule) => {
    const origin = at(reach.origins, rule);
    if (origin.kind === "over") return heldBack.has(origin.step) ? 0 : isActive;
    const step = stepOfRule(reach, rule);
    return step !== undefined && waiting.has(step) ? 0 : isActive;
  });
}

/** In the time that was asked about. */
function isOutOfReach(
  { reach, start, active, startsAt, withinMinutes }: AnsweredQuestion,
  tried: readonly Awaited[],
  goal: string,
): boolean {
  const { time } = earliest(reach.rules, start, {
    active: shut(reach, active, tried),
    startsAt,
    until: withinMinutes,
  });
  const node = reach.goalNodes[reach.world.goals.findIndex(({ id }) => id === goal)];
  return node !== undefined && time[node] === Infinity;
}

interface Calling {
  readonly owner: OwnerMeanwhile;
  /** Whether nothing of it is left once this has answered it. */
  readonly isUndone: (awaited: Awaited, by: Step) => boolean;
  /** In no other way than that. */
  readonly chosen?: ReadonlyMap<Awaited, Call>;
}

/** How each of these is called off; those that cannot be are left out. */
function callsOf(
  { isChosen, isInHours }: AnsweredQuestion,
  tried: readonly Awaited[],
  { owner, isUndone, chosen }: Calling,
): Calls {
  const calls = new Map<Awaited, Call>();
  for (const each of tried) {
    const { step, tells, minutes: least } = each;
    const seenBy = tells.filter(owner.keeps);
    if (seenBy.length === 0) continue;
    const known = chosen?.get(each)?.calledOffBy;
    const ways = each.by.filter(
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
    const possible = ways
      .flatMap((by): Call[] => {
        const first = owner.stepsTo(by.asks);
        // One person does one thing after the other.
        const inTurn = [...new Set(first)].reduce((minutes, before) => minutes + slowest(before), 0);
        const before = Math.max(owner.minutesTo(by.asks), inTurn);
        const call = { ...each, seenBy, calledOffBy: by, first };
        const surely = Math.ceil(least - before - slowest(by)) - 1;
        if (surely >= 1 || isInHours !== true) return [{ ...call, withinMinutes: surely }];
        const withinMinutes = Math.ceil(least - before - slowestOpen(by)) - 1;
        const toldIn = toldInTime(by, { before, withinMinutes });
        return toldIn === undefined ? [] : [{ ...call, withinMinutes, toldIn }];
      })
      .filter(({ withinMinutes }) => withinMinutes >= 1)
      // One that stops nothing else, then the one that leaves the most time.
      .sort(
        (a, b) =>
          a.calledOffBy.sets.length - b.calledOffBy.sets.length ||
          Number(a.toldIn !== undefined) - Number(b.toldIn !== undefined) ||
          b.withinMinutes - a.withinMinutes,
      );
    const call = possible.find(({ calledOffBy }) => isUndone(each, calledOffBy));
    if (call !== undefined) calls.set(each, call);
  }
  return calls;
}

/** As few waiting flows as suffice, the most urgent left out first. */
function fewest(question: AnsweredQuestion, all: Answerable, suffices: (some: Answerable) => boolean): Calls {
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
      [...calls.keys()].filter(({ step }) => flowName(step) !== flow),
    );
    if (left.calls.size < calls.size && suffices(left)) calls = left.calls;
  }
  return calls;
}

/** Steps of one flow that are seen and called off alike are one notice to whoever reads it. */
function told(reach: Reach, calls: readonly Call[], begins: Float64Array): readonly Notice[] {
  const found = new Map<string, Notice>();
  for (const { step, held, seenBy, calledOffBy, first, withinMinutes, toldIn } of calls) {
    const begun = begins[reach.ruleOfStep[step.id] ?? -1] ?? 0;
    const notice: Notice = {
      institution: step.institution,
      flow: step.flow.id,
      seenBy: seenBy.map((atom) => at(reach.world.atoms, atom).text).sort(compareText),
      ...(held === undefined
        ? {}
        : { heldBackBy: held.until.map((condition) => at(reach.world.conditions, condition).id) }),
      // Of what waits one hears while it does, of the rest when it is done.
      notBeforeMinutes:
        begun +
        (held === undefined
          ? step.flow.takes.min + (step.flow.delay?.late ?? 0)
          : leastMinutes(step) + held.late),
      withinMinutes,
      ...(toldIn === undefined ? {} : { toldIn }),
      calledOffBy: calledOffBy.flow.id,
      first: first.map(({ institution, flow }) => ({ institution, flow: flow.id })),
      basis: weakest([step, calledOffBy, ...first].map(({ flow }) => flow.basis.status)),
    };
    const key = JSON.stringify([
      notice.institution,
      notice.flow,
      notice.seenBy,
      notice.heldBackBy,
      notice.calledOffBy,
      notice.first,
      notice.toldIn,
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
