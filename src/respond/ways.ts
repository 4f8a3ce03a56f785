/** By which way something is got done, and what is got done together: one call may ask for several things. */
import type { Grounded, Step } from "../ground/index.ts";
import { type AtomId, at, type ConditionId, type StepId } from "../model/index.ts";
import { type Candidate, doneAfter } from "./acts.ts";
import type { Belief } from "./belief.ts";

export interface WayQuestion {
  readonly world: Grounded;
  readonly belief: Belief;
  /** Of the week, now. */
  readonly minute: number;
  readonly isPhoneGone: boolean;
}

/** A proof that works less often than this much below the best is another matter; within it, the less trouble decides. */
const aboutAsGood = 0.1;
/** Minutes that a channel costs beside its flow: the way to a counter; a borrowed device to sign in on. */
const wayThere = { counter: 60, mail: 60, web: 3, app: 10 } as const;
/** More where the phone the app is on is gone. */
const borrowedCosts = 10;

/** What somebody has read goes before what is only usual for the kind. */
const unreadCosts = 15;

/** The act with the way that is advised before its others. */
export function byBestWay(question: WayQuestion, candidate: Candidate): Candidate {
  const { world, minute } = question;
  const best = bestWay(question, candidate);
  const minutes = best.reduce((before, id) => doneAfter(at(world.steps, id), minute, before), 0);
  return { ...candidate, ways: [best, ...candidate.ways.filter((way) => way !== best)], minutes };
}

/** The way whose proofs most probably still work; of about equal ones the one that is soonest done from here. */
function bestWay(
  { world, belief, minute, isPhoneGone }: WayQuestion,
  { ways }: Candidate,
): readonly StepId[] {
  const works = (way: readonly StepId[]) =>
    Math.min(1, ...askedOf(world, way).map((atom) => belief.ownerHolds.get(atom) ?? 0));
  const trouble = (way: readonly StepId[]) => {
    const steps = way.map((id) => at(world.steps, id));
    const minutes = steps.reduce((before, step) => doneAfter(step, minute, before), 0);
    const unread = steps.filter((step) => step.lent !== undefined).length * unreadCosts;
    // Whoever is there does all of it from there.
    const channels = new Set(
      steps.flatMap((step) =>
        step.flow.channel === undefined || isOpenedIn(world, way, step) ? [] : [step.flow.channel],
      ),
    );
    const there = [...channels].map(
      (channel) =>
        (Object.hasOwn(wayThere, channel) ? wayThere[channel as keyof typeof wayThere] : 0) +
        (channel === "app" && isPhoneGone ? borrowedCosts : 0),
    );
    return sumOf([minutes, unread, ...there]);
  };
  const best = Math.max(0, ...ways.map(works));
  return (
    ways
      .filter((way) => works(way) >= best - aboutAsGood)
      .map((way) => ({ way, trouble: trouble(way) }))
      .sort((a, b) => a.trouble - b.trouble)[0]?.way ?? []
  );
}

const sumOf = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

/** Whether an app is signed in already, on a device in hand: what the step asks is had by opening that device. */
const isOpenedIn = (world: Grounded, way: readonly StepId[], { asks, flow: { channel } }: Step): boolean =>
  channel === "app" &&
  way.some((id) => {
    const { flow, gives } = at(world.steps, id);
    return flow.channel === "hands" && gives.some(({ atom }) => asks.includes(atom));
  });

/** One thing to do: what is brought about, by these ways, which one call or errand takes together. */
export interface Errand {
  readonly candidate: Candidate;
  /** Chains of steps; several where one call asks for several things. */
  readonly ways: readonly (readonly StepId[])[];
}

export interface CallQuestion {
  readonly world: Grounded;
  readonly order: readonly Candidate[];
  readonly wayOf: (candidate: Candidate) => readonly StepId[];
  /** Whether it takes from the owner what nobody else has: that is a decision of its own, and asked for by itself. */
  readonly locksOut: (candidate: Candidate) => boolean;
}

/** Whoever picks up once is asked for all of it: the cards, the account and the app in one call. */
export function inOneCall({ world, order, wayOf, locksOut }: CallQuestion): readonly Errand[] {
  const calls = new Map<string, Errand>();
  const asked = withoutParts(order).map((candidate) => {
    const way = wayOf(candidate);
    return { candidate, way, key: locksOut(candidate) ? candidate.id : callOf(world, candidate, way) };
  });
  for (const { candidate, way, key } of asked) {
    if (asked.some((other) => other.key === key && doesAll(world, other.candidate, candidate))) continue;
    const known = calls.get(key);
    if (known === undefined) calls.set(key, { candidate, ways: [way] });
    else {
      const sets = [...new Set([...known.candidate.sets, ...candidate.sets])];
      const id = sets.map((each) => at(world.conditions, each).id).join(" ");
      calls.set(key, { candidate: { ...known.candidate, sets, id }, ways: [...known.ways, way] });
    }
  }
  return [...calls.values()];
}

/** What another act at the same place does as well is not asked for twice: the one that does more stands for both. */
function withoutParts(order: readonly Candidate[]): readonly Candidate[] {
  const wholeOf = (part: Candidate) =>
    order.find(
      (whole) =>
        whole.kind === "block" &&
        part.kind === "block" &&
        whole.institution === part.institution &&
        whole.sets.length > part.sets.length &&
        part.sets.every((each) => whole.sets.includes(each)),
    ) ?? part;
  return [...new Set(order.map(wholeOf))];
}

/**
 * Whether whoever asks for the one needs the other no more: with a number suspended, a bar of what goes out keeps nobody from
 * anything. Where what ends the one leaves the other, it still holds then, and is asked for.
 */
const doesAll = (world: Grounded, one: Candidate, other: Candidate): boolean =>
  other.sets.length > 0 && other.sets.every((each) => one.sets.some((more) => doesMore(world, more, each)));

const doesMore = ({ steps, stopsOf }: Grounded, more: ConditionId, less: ConditionId): boolean =>
  stopsOf.every((stops) => !stops.includes(less) || stops.includes(more)) &&
  stopsOf.some((stops) => stops.includes(more) && !stops.includes(less)) &&
  steps.every(({ clears }) => !clears.includes(more) || clears.includes(less));

/** Blocks asked for on the telephone of one place are one call; elsewhere, those of one flow are one errand. */
function callOf(world: Grounded, { kind, id }: Candidate, way: readonly StepId[]): string {
  const [only] = way;
  if (kind !== "block" || only === undefined || way.length !== 1) return id;
  const { institution, flow } = at(world.steps, only);
  return flow.channel === "phone" ? `${institution} by phone` : `${institution}/${flow.id}`;
}

/** What whoever calls must have for all of these. */
export const askedOfAll = (world: Grounded, ways: readonly (readonly StepId[])[]): readonly AtomId[] => [
  ...new Set(ways.flatMap((way) => askedOf(world, way))),
];

/** Likely minutes: a call that asks for several things takes as long as the longest of them. */
export const minutesOf = (world: Grounded, ways: readonly (readonly StepId[])[]): number =>
  Math.round(
    Math.max(
      0,
      ...ways.map((way) => way.reduce((total, step) => total + at(world.steps, step).flow.takes.likely, 0)),
    ),
  );

/** What whoever calls must have: all that is asked and not given on the way. */
function askedOf(world: Grounded, way: readonly StepId[]): readonly AtomId[] {
  const given = new Set<AtomId>();
  const asked = new Set<AtomId>();
  for (const id of way) {
    const { asks, gives } = at(world.steps, id);
    for (const atom of asks) if (!given.has(atom)) asked.add(atom);
    for (const { atom } of gives) given.add(atom);
  }
  return [...asked];
}
