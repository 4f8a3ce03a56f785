/**
 * What the owner surely has, and gets to, while somebody else is at work: what is theirs at the start and what their own
 * hands make of it, as far as nothing the other side can do takes or stops it; and from there by flows of their own, each
 * as slow as it can be.
 *
 * A lower bound: steps that wait, that an agent decides, that can be run so often only, or that set and lift something
 * are none of the owner's ways here.
 */
import { type Earliest, earliest, rulesBehind } from "../../graph/index.ts";
import {
  agrees,
  atomsOf,
  type Giving,
  type Grounded,
  type HandyThing,
  hasPaper,
  heldIn,
  opensOf,
  ownerStart,
  ownHands,
  presenceWithoutPapers,
  runLimitsOf,
  type Step,
  secretsOnPaper,
} from "../../ground/index.ts";
import {
  type AtomId,
  at,
  type ConditionId,
  isGoodWill,
  minutesPerWeek,
  statedRelations,
  type Windows,
} from "../../model/index.ts";
import { type Reach, startNodesOf, stepOfRule, stepRunBy } from "../../reach/index.ts";
import type { Disturbed } from "./disturbed.ts";

export interface OwnerMeanwhile {
  /** The owner has it at the start, and keeps it. */
  readonly keeps: (atom: AtomId) => boolean;
  /** Minutes after which the owner has all of these at the latest; `Infinity`: not surely. */
  readonly minutesTo: (atoms: readonly AtomId[]) => number;
  /** What the owner runs for it, in order. */
  readonly stepsTo: (atoms: readonly AtomId[]) => readonly Step[];
  /** What a step gives is had by the owner who runs it: nobody takes it, and nothing set stops it. */
  readonly isGiven: (giving: Giving) => boolean;
  /** Nothing of this is set, and nobody sets it. */
  readonly areClear: (conditions: readonly ConditionId[]) => boolean;
}

export interface OwnerQuestion {
  readonly reach: Reach;
  readonly held: readonly string[];
  readonly isChosen: ArrayLike<number>;
  /** Rule by rule: 1 under the measures in force. */
  readonly active: Uint8Array;
  readonly disturbed: Disturbed;
}

export function ownerMeanwhile(question: OwnerQuestion): OwnerMeanwhile {
  const { reach, isChosen, disturbed } = question;
  const { world, rules } = reach;
  const isSet = (condition: ConditionId) =>
    at(world.conditions, condition).setters.some(
      ({ choice }) => choice === undefined || isChosen[choice] === 1,
    );
  const areClear = (conditions: readonly ConditionId[]) =>
    !conditions.some((condition) => isSet(condition) || disturbed.set.has(condition));
  const kept = keptFromStart(question, isSet);
  const found = gotTo(question, kept);
  const timeOf = (atom: AtomId): number =>
    kept.has(atom) ? 0 : (found.time[reach.nodeOfAtom.get(atom) ?? -1] ?? Infinity);
  return {
    keeps: (atom) => kept.has(atom),
    areClear,
    isGiven: ({ atom, stoppedBy }) => !disturbed.isShaky(atom) && areClear(stoppedBy),
    minutesTo: (atoms) => Math.max(0, ...atoms.map(timeOf)),
    stepsTo: (atoms) => {
      const nodes = atoms.flatMap((atom) => (kept.has(atom) ? [] : (reach.nodeOfAtom.get(atom) ?? [])));
      const used = rulesBehind(rules, found.because, nodes);
      return [...used]
        .sort((a, b) => found.ends[a]! - found.ends[b]! || a - b)
        .flatMap((rule) => stepRunBy(reach, rule) ?? []);
    },
  };
}

/** What the owner has at the start, and by their own hands, and nobody takes. */
function keptFromStart(
  { reach: { world }, held, isChosen, disturbed }: OwnerQuestion,
  isSet: (condition: ConditionId) => boolean,
): ReadonlySet<AtomId> {
  const theirs = heldIn(world, held);
  const { capabilities } = world.catalog.vocabulary;
  const elsewhere = new Set(
    atomsOf(
      world,
      theirs.filter(({ kind }) => capabilities.get(kind)?.exclusive === true),
    ),
  );
  const owner = ownerStart(world, theirs);
  const onPaper = hasPaper(world, owner) ? new Set<AtomId>() : secretsOnPaper(world);
  const noPapers = presenceWithoutPapers(world, held);
  const fromStart = owner.filter(
    (atom) =>
      !disturbed.isShaky(atom) &&
      !onPaper.has(atom) &&
      !noPapers.has(atom) &&
      !at(world.stopsOf, atom).some(isSet) &&
      !at(world.divertsOf, atom).some(isSet),
  );
  const byHands = (guessed: number) =>
    ownHands({
      world,
      isSet,
      held: fromStart,
      isTaken: ({ guard, kind, assumed }) =>
        kind === "flow" && assumed.length <= guessed && agrees(guard, isChosen),
      isElsewhere: (atom) => elsewhere.has(atom) || disturbed.isShaky(atom),
    }).filter(({ isFree }) => isFree);
  const surely = new Set([...fromStart, ...byHands(0).map(({ atom }) => atom)]);
  return new Set([...surely, ...whicheverItIs(world, byHands(1), surely)]);
}

/**
 * What hands make wherever something is that nobody knows the place of: in whichever of the owner's phones the SIM is, its
 * texts come to the owner who has all of them in hand.
 */
function whicheverItIs(
  { wiring }: Grounded,
  byHand: readonly HandyThing[],
  surely: ReadonlySet<AtomId>,
): readonly AtomId[] {
  const places = new Map<AtomId, Map<string, Set<string>>>();
  for (const { step, atom } of byHand) {
    const [guess] = step.assumed;
    // Each of these places is one of those where it may be, with what surely is in hand there.
    if (guess === undefined || !step.asks.every((asked) => surely.has(asked))) continue;
    const known = places.get(atom) ?? new Map<string, Set<string>>();
    places.set(atom, known);
    known.set(guess, new Set([...(known.get(guess) ?? []), ...step.things.values()]));
  }
  return [...places].flatMap(([atom, guesses]) => {
    const isSure = [...guesses].some(([guess, things]) => {
      const possible = placesGuessed(wiring, guess);
      return possible.length > 0 && possible.every((place) => things.has(place));
    });
    return isSure ? [atom] : [];
  });
}

/** Everything that a relation of which nobody knows where it leads may lead to. */
const placesGuessed = ({ things, follow }: Grounded["wiring"], guess: string): readonly string[] =>
  [...things.values()].flatMap(({ id, kind }) =>
    statedRelations(kind).flatMap(([relation]) =>
      follow(id, relation).flatMap(({ to, assumed }) => (assumed === guess ? [to] : [])),
    ),
  );

/** Where they get to from there by ways of their own, and how late. */
function gotTo({ reach, active, disturbed }: OwnerQuestion, kept: ReadonlySet<AtomId>): Earliest {
  const { rules, origins } = reach;
  const own = active.slice();
  const minutes = rules.minutes.slice();
  for (const [rule, origin] of origins.entries()) {
    const step = stepOfRule(reach, rule);
    if (step !== undefined) {
      if (!isOwnersWay(reach, step, disturbed)) own[rule] = 0;
      if (origin.kind !== "yield") minutes[rule] = slowest(step);
    } else if (origin.kind === "lapse" || origin.kind === "set") own[rule] = 0;
    else if (origin.kind === "unset" && disturbed.set.has(origin.condition)) own[rule] = 0;
  }
  return earliest({ ...rules, minutes }, startNodesOf(reach, [...kept]), { active: own });
}

/** Nothing in it hangs on anybody else, on luck or on what somebody may disturb. */
function isOwnersWay({ world }: Reach, step: Step, { isShaky }: Disturbed): boolean {
  const { capabilities } = world.catalog.vocabulary;
  return (
    step.kind === "flow" &&
    isSurelyRun(step) &&
    step.flow.delay === undefined &&
    step.sets.length + step.clears.length === 0 &&
    step.gives.every(({ atom }) => {
      const word = capabilities.get(at(world.atoms, atom).kind);
      return !isShaky(atom) && word?.isLoss !== true && word?.roles.includes("moves") !== true;
    })
  );
}

/**
 * The owner who has what it asks can run it: as often as they want, nobody may say no, and nothing in it is guessed but
 * what `beside` rests on too.
 */
export const isSurelyRun = (
  { flow, needsSet, lent, assumed }: Step,
  beside: readonly string[] = [],
): boolean =>
  !isGoodWill(flow) &&
  runLimitsOf({ flow }).length === 0 &&
  needsSet.length === 0 &&
  lent === undefined &&
  assumed.every((each) => beside.includes(each));

/** The most minutes it takes, the longest wait for its office included; `Infinity`: it never opens. */
export function slowest(step: Pick<Step, "flow">): number {
  const { takes, delay } = step.flow;
  return longestClosed(opensOf(step)) + takes.max + (delay?.takes.max ?? 0);
}

/** The longest stretch in which nothing is open, from the end of some window to the beginning of the next. */
function longestClosed(windows: Windows | undefined): number {
  if (windows === undefined) return 0;
  const after = (minute: number, from: number) => (from - minute + minutesPerWeek) % minutesPerWeek;
  const isOpen = (minute: number) =>
    windows.some(([from, to]) => after(from, minute) < (after(from, to) || minutesPerWeek));
  const waits = windows.map(([, end]) =>
    isOpen(end % minutesPerWeek) ? 0 : Math.min(...windows.map(([from]) => after(end, from))),
  );
  return waits.length === 0 ? Infinity : Math.max(...waits);
}
