/**
 * Which seen runs could have left what was seen: one step by one actor at one observation's moment, with all other
 * observations it left near it.
 */
import type { Candidate, Observation, TraceIndex } from "../evidence/index.ts";
import type { Grounded, Step } from "../ground/index.ts";
import { minuteOfWeek, minutesPerDay, minutesPerWeek } from "../model/index.ts";
import type { Surprise } from "./incident.ts";
import type { Order } from "./order.ts";
import type { Powers, Side } from "./powers.ts";
import { askedPrice, rateOf } from "./prices.ts";
import { bySense, fewEnough, firstOfEach } from "./ways.ts";
import { weights } from "./weights.ts";

export interface SeenRun {
  /** It is among the first ways thought of: a good explanation is soon found among these alone. */
  readonly isLikely: boolean;
  readonly step: Step;
  readonly side: Side;
  /** Indices into the observations of the incident. */
  readonly covers: readonly number[];
  readonly from: number;
  readonly to: number;
  /** By when it had all it asks: what comes while it runs, as a code does, comes to whoever had begun. */
  readonly begunBy: number;
  readonly cost: number;
  /** Nobody has read its flow there: it costs more, once for all its runs. */
  readonly isLent: boolean;
}

export interface SeenRuns {
  readonly runs: readonly SeenRun[];
  /** Observations, as indices, of which not every way they could have come about is among the runs. */
  readonly cutAt: readonly number[];
}

export interface SeenRunsQuestion {
  readonly world: Grounded;
  readonly index: TraceIndex;
  readonly powers: Powers;
  readonly order: Order;
  readonly within: readonly Surprise[];
  /** Is there a file that would show a trace of this kind on this thing at that moment? */
  readonly isCovered: (kind: string, thing: string | undefined, at: number) => boolean;
  /** Rows that stand in no own bill: no account of the person's own left them. */
  readonly orphans: ReadonlyMap<number, { readonly institution: string }>;
  /** Does somebody of the owner's side say they did it, by this step? */
  readonly isToldOwn: (observation: Observation, step: Step) => boolean;
  /** Does somebody of the owner's side say that it was not theirs, or that they lost something by it? */
  readonly isDeniedOwn: (observation: Observation) => boolean;
  /** Is it money to whom the owner pays every week? */
  readonly isUsual: (observation: Observation) => boolean;
  /** Could it be the word of a lost line that was brought back? */
  readonly isWayBack: (observation: Observation) => boolean;
  /** Is it the call of somebody who lied? It leaves no trace of anything else. */
  readonly isLiarsCall: (observation: Observation) => boolean;
  /** Moments somebody told of. */
  readonly anchors: readonly number[];
  readonly zoneMinutes: number;
}

export function seenRunsOf(question: SeenRunsQuestion): SeenRuns {
  const { index, powers, within, world } = question;
  const found = new Map<string, Omit<SeenRun, "isLikely"> & { readonly o: number }>();
  const ofIntruder = within.map(({ observation }) =>
    agreeingMost(
      index
        .candidates(observation)
        .filter(
          ({ step }) =>
            powers.intruder.has(step.id) &&
            !isOwnAccounts(step, observation.id, question) &&
            !question.isLiarsCall(observation),
        ),
    ),
  );
  // What was borrowed and then went out as nothing of hers was not borrowed by her.
  const notHers = within
    .map(({ observation }) => observation)
    .filter((each) => each.kind === "row" && each.direction === "out")
    .filter((each) => question.isDeniedOwn(each) || question.orphans.has(each.id));
  const isSpentByOthers = ({ from, to }: Observation) =>
    notHers.some((spent) => spent.to >= from && spent.from - to <= minutesPerDay);
  const ofOwner = within.map(({ observation }) =>
    agreeingMost(
      index
        .candidates(observation)
        .filter(
          (candidate) =>
            ((isOwnersOwn(candidate.step, powers) &&
              saysSo(observation, candidate, index) &&
              !(powers.ownLoans.has(candidate.step.id) && isSpentByOthers(observation))) ||
              question.isToldOwn(observation, candidate.step) ||
              question.isWayBack(observation)) &&
            !question.isDeniedOwn(observation),
        ),
    ),
  );
  const spoken = new Set(
    within.flatMap(({ observation: { kind, things } }) => (kind === "row" ? things : [])),
  );
  const inOrder = {
    intruder: ofIntruder.map(bySense({ ...question, spoken, hardnessOf: askedPrice(world, powers) })),
    owner: ofOwner.map(bySense({ ...question, spoken, hardnessOf: ({ asks }: Step) => asks.length })),
  };
  for (const side of ["intruder", "owner"] as const)
    for (const [o, candidates] of inOrder[side].entries())
      for (const candidate of candidates) {
        const run = runAt(question, inOrder[side], { o, candidate, side });
        const key = `${side} ${run.step.id} ${run.covers.join()}`;
        if (!found.has(key)) found.set(key, { ...run, o });
      }
  const { runs, cutAt } = fewEnough([...found.values()], world);
  const likely = new Set(firstOfEach(runs, world));
  return { runs: runs.map((run) => ({ ...run, isLikely: likely.has(run) })), cutAt };
}

/** Those that agree with what was seen in most of what it says. */
function agreeingMost(candidates: readonly Candidate[]): readonly Candidate[] {
  const most = candidates.reduce((top, { agreeing }) => Math.max(top, agreeing), 0);
  return candidates.filter(({ agreeing }) => agreeing === most);
}

/** Nobody's defence is read off a message that says something else, or nothing we know the meaning of. */
const saysSo = (
  { kind, sign, text }: Observation,
  { step, trace }: Candidate,
  index: TraceIndex,
): boolean => {
  const left = trace === undefined ? undefined : step.leaves[trace];
  const isMessage = (kind === "sms" || kind === "mail") && text !== "";
  return !isMessage || left === undefined || (sign !== undefined && index.signOf(left) === sign);
};

/**
 * What an owner does in defence, or only she can do, and to borrow, of which a code and a sum tell together; her other acts are
 * ordinary life, and cost what that costs.
 */
const isOwnersOwn = ({ id, sets, clears, revokes }: Step, powers: Powers): boolean =>
  powers.ownLoans.has(id) ||
  (powers.owner.has(id) &&
    (sets.length + clears.length > 0 || revokes.length > 0 || !powers.intruder.has(id)));

function isOwnAccounts({ things }: Step, id: number, { orphans, world }: SeenRunsQuestion): boolean {
  const orphan = orphans.get(id);
  if (orphan === undefined) return false;
  return [...things.values()].some((thing) => {
    const found = world.wiring.things.get(thing);
    return found?.kind === "account" && found.isNew !== true && found.institution === orphan.institution;
  });
}

function runAt(
  question: SeenRunsQuestion,
  byObservation: readonly (readonly Candidate[])[],
  { o, candidate, side }: { readonly o: number; readonly candidate: Candidate; readonly side: Side },
): Omit<SeenRun, "isLikely"> {
  const { within, isCovered, world, powers, index, isToldOwn, isDeniedOwn, anchors, zoneMinutes } = question;
  const { step, trace } = candidate;
  const { observation: shown } = within[o]!;
  const observation = whenLeft(shown, step, trace);
  const covers = [o];
  const left = new Map([[o, observation]]);
  let missing = 0;
  let isLate = false;
  const isOtherMoney = ({ observation: row, aMonth }: Surprise, left: Step["leaves"][number] | undefined) => {
    if (row.kind !== "row" || isDeniedOwn(row) || question.orphans.has(row.id)) return false;
    const isOfAnother =
      left !== undefined && row.sign !== undefined && row.sign !== (index.signOf(left) ?? row.sign);
    return isOfAnother || aMonth >= weekly;
  };
  const isEveryday = isOtherMoney(within[o]!, trace === undefined ? undefined : step.leaves[trace]);
  const reach = step.flow.takes.max + (step.flow.delay?.takes.max ?? 0) + 10;
  for (const [other, trail] of [...step.leaves.entries(), [undefined, undefined] as const]) {
    // What is bought in a shop that day and is no transfer comes with no message of one.
    if (isEveryday) break;
    // Of one act there may be two words: of its institution in a text and in its log, and of who sees a phone without a signal.
    if ((other !== undefined && other === trace) || trail?.kind === "notice" || trail?.kind === "kick-off")
      continue;
    const near = nearest(within, byObservation, {
      step,
      trace,
      other,
      observation,
      reach,
      taken: covers,
      isOtherMoney: (near) => isOtherMoney(near, trail),
      isNoticed: ({ sign, trust }) =>
        trust === "told" && world.catalog.signs.get(sign ?? "")?.told === "line-gone",
    });
    if (near !== undefined && !(side === "owner" && isDeniedOwn(within[near]!.observation))) {
      covers.push(near);
      left.set(near, whenLeft(within[near]!.observation, step, other));
      const late = apartOf(at(left, near), observation);
      if (late > Math.max(reach, noticedOvernight)) isLate = true;
    } else if (
      trail !== undefined &&
      isCovered(trail.kind, trail.thing, observation.from + (trail.late ?? 0))
    )
      missing += 1;
  }
  covers.sort((a, b) => a - b);
  const sign = trace === undefined ? undefined : index.signOf(step.leaves[trace]!);
  const isOtherWord =
    observation.kind === "row" &&
    sign !== undefined &&
    observation.sign !== undefined &&
    sign !== observation.sign;
  const isTold = covers.some((each) => isToldOwn(within[each]!.observation, step));
  // Nobody defends herself against what has not begun; what is dated by its day alone may have come later.
  const isBefore =
    !anchors.some((anchor) => anchor <= observation.from) &&
    !within.some(
      (other, i) =>
        !covers.includes(i) &&
        other.aMonth < outOfOrdinary &&
        other.observation.from < observation.from &&
        other.observation.to <= observation.to,
    );
  const known = rateOf(step, side, { world, powers });
  const isBack = side === "owner" && question.isWayBack(observation);
  const usual = isBack
    ? Math.max(known, weights.defence)
    : side === "owner" && isBefore
      ? Math.min(known, weights.owner)
      : known;
  const rate = isTold ? weights.toldAct[side] : usual;
  const isWritten = observation.trust !== "told" && observation.from === observation.to;
  const isClosed = isWritten && !isOpenAround(step, observation.from, zoneMinutes);
  const cost =
    -Math.log(rate) +
    (isClosed ? weights.closed : 0) +
    (isOtherWord ? weights.otherWord : 0) +
    (side === "intruder" && question.isUsual(observation) ? weights.usualPayee : 0) +
    (isLate ? weights.lateNotice : 0) -
    missing * Math.log(weights.missing);
  // What somebody noticed was noticed later. Where one of its traces tells the minute, one that tells only the day says nothing of when.
  const all = covers.map((each) => at(left, each));
  const written = all.filter(({ trust }) => trust !== "told");
  const happened = written.length > 0 ? written : all;
  const exact = happened.filter(({ from, to }) => from === to);
  const times = exact.length > 0 ? exact : happened;
  const to = Math.max(...times.map(({ to }) => to));
  return {
    step,
    side,
    covers,
    from: Math.min(...times.map(({ from }) => from)),
    to,
    begunBy: exact.length > 0 ? Math.min(...exact.map(({ from }) => from)) : to,
    cost,
    isLent: step.lent !== undefined,
  };
}

/**
 * When the step was run by what was seen: of a trace that comes `late`, at any time from as much before as that on, for nobody
 * knows whether this one hung.
 */
function whenLeft(observation: Observation, step: Step, trace: number | undefined): Observation {
  const late = trace === undefined ? 0 : (step.leaves[trace]?.late ?? 0);
  return late === 0 ? observation : { ...observation, from: observation.from - late };
}

function at(left: ReadonlyMap<number, Observation>, index: number): Observation {
  const found = left.get(index);
  if (found === undefined) throw new RangeError(`observation ${index} is not covered`);
  return found;
}

/** A counter is open when its word is written, or was not long before. */
function isOpenAround({ flow: { hours } }: Step, minute: number, zoneMinutes: number): boolean {
  if (hours === undefined) return true;
  const week = minuteOfWeek(minute, zoneMinutes);
  return hours.some(([opens, closes]) =>
    [-minutesPerWeek, 0, minutesPerWeek].some(
      (turn) => week >= opens + turn && week <= closes + turn + writtenWithin,
    ),
  );
}

/** Minutes after closing within which what was done at a counter is written down. */
const writtenWithin = 120;

/** What is seen less than once in two months. */
const outOfOrdinary = 0.5;

interface NearQuestion {
  readonly step: Step;
  readonly trace: number | undefined;
  readonly other: number | undefined;
  readonly observation: Observation;
  readonly reach: number;
  readonly taken: readonly number[];
  /** Is it a payment of another kind, or of every week? What is bought in a shop that day is no transfer of which a message tells. */
  readonly isOtherMoney: (near: Surprise) => boolean;
  /** Is it what somebody noticed afterwards? */
  readonly isNoticed: (near: Observation) => boolean;
}

/** Of everyday life, so many a month. */
const weekly = 4;

/** A phone that lost its signal in the evening is noticed the next morning; abroad days later, and that is rarer. */
const noticedOvernight = 16 * 60;
const noticedWithin = 3 * 1440;

function nearest(
  within: readonly Surprise[],
  byObservation: readonly (readonly Candidate[])[],
  { step, trace, other, observation, reach, taken, isOtherMoney, isNoticed }: NearQuestion,
): number | undefined {
  let found: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, candidates] of byObservation.entries()) {
    const near = whenLeft(within[i]!.observation, step, other);
    const apart = apartOf(near, observation);
    const [first, later] = near.from < observation.from ? [near, observation] : [observation, near];
    const isAnotherWord = near.sign !== observation.sign && !isNoticed(near) && !isNoticed(observation);
    if ((trace === undefined && other === undefined && isAnotherWord) || isOtherMoney(within[i]!)) continue;
    const allowed = isNoticed(later) && !isNoticed(first) ? Math.max(reach, noticedWithin) : reach;
    if (taken.includes(i) || apart > allowed || apart >= least || !isSameSum(near, observation)) continue;
    if (!candidates.some((each) => each.step.id === step.id && each.trace === other)) continue;
    least = apart;
    found = i;
  }
  return found;
}

const apartOf = (one: Observation, other: Observation): number =>
  Math.max(0, one.from - other.to, other.from - one.to);

/** Two that both name a sum tell of one payment only where it is the same. */
const isSameSum = (one: Observation, other: Observation): boolean =>
  one.amount === undefined || other.amount === undefined || Math.abs(one.amount - other.amount) < 0.005;
