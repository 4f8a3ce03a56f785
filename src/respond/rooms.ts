/**
 * The worlds an incident may be taking place in: kinds of intruder by what they began with. Each is prepared once and
 * played many times; the owner plays what is told and, from now on, the order that is being weighed.
 */
import type { Grounded } from "../ground/index.ts";
import { type AtomId, at, type ConditionId, capability, kindsWithRole, type StepId } from "../model/index.ts";
import {
  type Intention,
  intruderPolicies,
  isBelievedReady,
  type Latents,
  type Policy,
  type Prepared,
  prepare,
  type View,
} from "../world/index.ts";
import type { Incident } from "./incident.ts";

/** A night is judged this long after now: by the next evening counters are open and cards replaced. */
export const aheadMinutes = 24 * 60;

export interface Room {
  readonly id: string;
  readonly prepared: Prepared;
  /** How likely before anything is seen. */
  readonly prior: number;
  readonly latents: (draw: Draw) => Latents;
}

/** What the owner's side does, one list for all rooms; changed between rollouts. */
export interface Orders {
  /** From this minute on; before it nothing but what is told. */
  from: number;
  acts: readonly Act[];
}

/** Something to get done, by one of several ways, each a chain of steps. */
export interface Act {
  readonly ways: readonly (readonly StepId[])[];
  /** Done when all of these are set and all of those are had, by the owner's belief. */
  readonly sets: readonly ConditionId[];
  readonly gains: readonly AtomId[];
}

/** More tries than this at one thing are no plan. */
const triesMax = 3;

/**
 * The owner's side: the acts in their order, each by the first of its ways that can be gone on with. With `ringsEvery`
 * whether what shows from outside still stands is looked at again after so many minutes, as the plan says to.
 */
export function orderly(orders: Orders, ringsEvery?: number): Policy {
  const linesOf = new WeakMap<Act, readonly AtomId[]>();
  /** A number that was got back in the night is neither suspended nor silenced. */
  const isOwnAgain = (view: View, act: Act): boolean => {
    const lines = linesOf.get(act) ?? ownLinesOf(view, act);
    linesOf.set(act, lines);
    return lines.some((atom) => view.has(atom) && !view.isFromStart(atom));
  };
  const next = (view: View): readonly Intention[] => {
    if (view.now < orders.from) return [{ kind: "wait", until: orders.from }];
    const intentions: Intention[] = ringsEvery === undefined ? [] : looks(view, orders.acts, ringsEvery);
    let free = view.freeHands;
    for (const act of orders.acts) {
      if (free <= 0) break;
      const step = isOwnAgain(view, act) ? undefined : nextStep(view, act);
      if (step === undefined) continue;
      intentions.push({ kind: "begin", step });
      free -= 1;
    }
    return intentions;
  };
  return { id: "planned", next };
}

/** The number is rung once it is believed to be dead, and every so often after that. */
function looks(view: View, acts: readonly Act[], every: number): Intention[] {
  const { conditions, catalog } = view.stage.world;
  return acts.flatMap(({ sets, ways }) =>
    sets.flatMap((condition): readonly Intention[] => {
      const { kind } = at(conditions, condition).capability;
      const isHeard = catalog.vocabulary.conditions.get(kind)?.roles.includes("silences") === true;
      if (!isHeard || !view.isSet(condition) || view.isLooking(condition)) return [];
      const done = ways.map((way) => view.lastDoneAt(at(way, way.length - 1)));
      const due = Math.max(view.lastLookAt(condition), ...done) + every;
      return [due <= view.now ? { kind: "look", condition } : { kind: "wait", until: due }];
    }),
  );
}

function nextStep(view: View, { ways, sets, gains }: Act): StepId | undefined {
  const isThere = sets.every((each) => view.isSet(each)) && gains.every((each) => view.has(each));
  const hasAim = sets.length + gains.length > 0;
  if (hasAim && isThere) return undefined;
  // What is blocked by now is not brought away: nobody stands at a till with a card they have had stopped.
  const { stopsOf } = view.stage.world;
  if (gains.some((atom) => at(stopsOf, atom).some((condition) => view.isSet(condition)))) return undefined;
  for (const way of ways) {
    const last = way.at(-1);
    if (last === undefined || way.some((step) => view.isRunning(step))) return undefined;
    if (way.some((step) => view.stage.isStep[step] !== 1)) continue;
    if (!hasAim && view.timesDone(last) > 0) return undefined;
    if (view.timesDone(last) >= triesMax) continue;
    if (way.some((step) => view.timesFailed(step) + view.timesRefused(step) >= triesMax)) continue;
    const due = way.find((step) => step === last || view.timesDone(step) === 0);
    if (due === undefined) continue;
    if (view.opensIn(due) > 0 || view.barredUntil(due) > view.now) continue;
    if (!isBelievedReady(view, due)) continue;
    return due;
  }
  return undefined;
}

/** What one has once the number that an act silences is one's own. */
function ownLinesOf({ stage: { world } }: View, { sets }: Act): readonly AtomId[] {
  const { vocabulary } = world.catalog;
  const silencing = ["silences", "no-texts"] as const;
  const lines = sets.flatMap((condition) => {
    const { kind, things } = at(world.conditions, condition).capability;
    const roles = vocabulary.conditions.get(kind)?.roles ?? [];
    return silencing.some((role) => roles.includes(role)) ? things : [];
  });
  return kindsWithRole(vocabulary, "own-line").flatMap((kind) =>
    lines.flatMap((line) => world.atomOf.get(capability({ kind, things: [line] }).text) ?? []),
  );
}

export interface RoomsQuestion {
  readonly world: Grounded;
  readonly incident: Incident;
  readonly held: readonly string[];
  /** Held where the phone is open; where more is known. Empty: nothing of that is in question. */
  readonly open: readonly string[];
  readonly leaked: readonly string[];
  readonly startsAt: number;
  readonly horizonMinutes: number;
  readonly hands: number;
  /** How likely what is only lent to a place is a way into it. */
  readonly lentPrior: number;
  readonly orders: Orders;
}

/** Priors and medians of the prototype; guesses, told as such. They rank plans and forecast nothing. */
const kinds = [
  { id: "gang", prior: 0.45, policy: "gang", median: 45, pace: 1.2 },
  { id: "loner", prior: 0.35, policy: "loner", median: 60, pace: 1.8 },
  { id: "slow", prior: 0.2, policy: "loner", median: 240, pace: 1.8 },
] as const;
const openPrior = 0.3;
const leakedPrior = 0.4;
const beginsSpread = 0.8;
const paceSpread = 0.6;
/** Half of them take the money only after a while, when nobody watches. */
const patientPrior = 0.5;
const patienceMedian = 180;
const patienceSpread = 0.6;

/** Shares between 0 and 1: of the beginning, the pace, the patience, the ways they know. */
export type Draw = readonly [number, number, number, number];

function latentsOf(
  [begins, pace, patience, ways]: Draw,
  usual: { readonly median: number; readonly pace: number; readonly lentPrior: number },
): Latents {
  const startMinute = Math.round(lognormal(usual.median, beginsSpread, begins));
  const waits = (patience - (1 - patientPrior)) / patientPrior;
  return {
    startMinute,
    pace: lognormal(usual.pace, paceSpread, pace),
    ...(waits > 0 ? { spendsFrom: startMinute + lognormal(patienceMedian, patienceSpread, waits) } : {}),
    isOnlyByRead: ways >= usual.lentPrior,
  };
}

const lognormal = (median: number, spread: number, share: number): number =>
  median * Math.exp(spread * normalAt(share));

/** What a night is prepared for is dear; who asks again a moment later, with one sign more, asks in the same rooms. */
const known = new WeakMap<Grounded, Map<string, Opened>>();
/** Rooms kept for one world: another lock, another leak. */
const knownMax = 3;

export interface Opened {
  readonly rooms: readonly Room[];
  /** The one list that is played in all of them. */
  readonly orders: Orders;
}

/** The rooms of an incident, with nothing ordered in them yet; the same whether they were opened before or not. */
export function openRooms(question: Omit<RoomsQuestion, "orders">): Opened {
  const { world, incident, ...rest } = question;
  const key = JSON.stringify([rest, incident.lock, incident.leaked === undefined]);
  const opened = known.get(world) ?? new Map<string, Opened>();
  known.set(world, opened);
  const found = opened.get(key) ?? openAnew(question);
  opened.delete(key);
  opened.set(key, found);
  for (const [oldest] of opened) if (opened.size > knownMax) opened.delete(oldest);
  found.orders.from = Infinity;
  found.orders.acts = [];
  return found;
}

function openAnew(question: Omit<RoomsQuestion, "orders">): Opened {
  const orders: Orders = { from: Infinity, acts: [] };
  return { rooms: roomsOf({ ...question, orders }), orders };
}

function roomsOf(question: RoomsQuestion): readonly Room[] {
  const { incident, held, open, leaked } = question;
  const openings = variants(open, incident.lock === "unknown" ? openPrior : incident.lock === "open" ? 1 : 0);
  const leaks = variants(leaked, incident.leaked === undefined ? leakedPrior : 1);
  return kinds.flatMap(({ id, prior, policy, median, pace }) =>
    openings.flatMap((opening) =>
      leaks.map((leak): Room => {
        const make = intruderPolicies.get(policy);
        if (make === undefined) throw new Error(`no intruder plays ${policy}`);
        return {
          id: `${id}${opening.isThere ? " open" : ""}${leak.isThere ? " leaked" : ""}`,
          prior: prior * opening.prior * leak.prior,
          prepared: prepare({
            world: question.world,
            held: [...held, ...(opening.isThere ? open : []), ...(leak.isThere ? leaked : [])],
            startsAt: question.startsAt,
            horizonMinutes: question.horizonMinutes,
            intruder: make(),
            owner: orderly(question.orders),
            hands: { owner: question.hands },
          }),
          latents: (draw) => latentsOf(draw, { median, pace, lentPrior: question.lentPrior }),
        };
      }),
    ),
  );
}

interface Variant {
  readonly isThere: boolean;
  readonly prior: number;
}

const variants = (held: readonly string[], prior: number): readonly Variant[] =>
  held.length === 0
    ? [{ isThere: false, prior: 1 }]
    : [
        { isThere: false, prior: 1 - prior },
        { isThere: true, prior },
      ].filter((each) => each.prior > 0);

/** The standard normal at a share, by Tukey's lambda; good to 0.01 in the middle, which is all a prior needs. */
const normalAt = (share: number): number => {
  const inside = Math.min(0.999, Math.max(0.001, share));
  return 4.91 * (inside ** 0.14 - (1 - inside) ** 0.14);
};

/** Evenly spread draws: the radical inverse of the number, base by base (Halton). */
export function evenly(index: number): Draw {
  const of = index + 1;
  // The last goes round by the golden section: even in the earlier half of the nights and in the later one, as the others are.
  return [radicalInverse(of, 2), radicalInverse(of, 3), radicalInverse(of, 5), (of * golden) % 1];
}
const golden = (Math.sqrt(5) - 1) / 2;

/** A draw of the run's that no latent uses, another for each thing it is asked for; between 0 and 1. */
export const unspent = (run: number, of: number): number =>
  radicalInverse(run + 1, at(primes, of % primes.length));
const primes = [7, 11, 13, 17, 19, 23, 29] as const;

function radicalInverse(index: number, base: number): number {
  let [inverse, scale] = [0, 1 / base];
  for (let left = index; left > 0; left = Math.floor(left / base)) {
    inverse += (left % base) * scale;
    scale /= base;
  }
  return inverse;
}
