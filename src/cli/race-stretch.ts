/**
 * A stretch of a race: some nights of one world, and the same nights of its variants.
 *
 * Whoever races it, here or in a worker, makes the same tallies of the same run numbers, so stretches may be dealt out
 * in any way and added up in any order. Where there are variants, every night is played in all of them before the next
 * begins: an interrupted race then holds whole pairs, which is what the interval of a difference rests on.
 */
import type { Catalog } from "../catalog/index.ts";
import { type Grounded, ground } from "../ground/index.ts";
import type { ChoiceId } from "../model/index.ts";
import type { Person } from "../person/index.ts";
import {
  type Defence,
  defend,
  intruderPolicies,
  mergeTallies,
  ownerPolicies,
  type Prepared,
  prepare,
  type RaceQuestion,
  type RaceTally,
  racePrepared,
  unstatedFlows,
} from "../world/index.ts";

/** A race as plain data: it can be sent to a worker as it is. */
export interface RaceSetup {
  readonly catalog: Catalog;
  readonly person: Person;
  readonly conditions: readonly string[];
  /** The day it is, for a person who has none of their own. */
  readonly today: string;
  /** With what counts as known of everybody. */
  readonly held: readonly string[];
  /** The same if nobody knows what leaks; absent: nothing of it counts as known. */
  readonly heldIfNotLeaked?: readonly string[];
  readonly inForce: readonly ChoiceId[];
  /** Measures in force in each variant, beside those in force anyway. */
  readonly variants: readonly (readonly ChoiceId[])[];
  readonly owner: string;
  /** What an owner of that name did, where a told night says it. */
  readonly defence?: Defence;
  readonly intruder: string;
  readonly startsAt: number | undefined;
  readonly horizonMinutes: number;
  readonly hands: number | undefined;
  readonly seed: number;
  readonly runs: number;
}

/** `from` to before `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface StretchTally {
  /** The world as it is, then each variant. */
  readonly tallies: readonly RaceTally[];
  /** Variant by variant: how often the two losses came up together, as `base variant` in hundredths. */
  readonly pairs: readonly ReadonlyMap<string, number>[];
  /** The world as it is, if every agent of whom nobody has stated a chance gave way; absent: there is no such agent. */
  readonly ifAgree?: RaceTally | undefined;
  /** The world as it is, if nobody knew what leaks; absent: nothing of it counts as known. */
  readonly ifNotLeaked?: RaceTally | undefined;
}

/** Nights played once more under another assumption: what is told beside an answer needs fewer than the answer. */
const besideRuns = (runs: number): number => Math.min(runs, Math.max(200, Math.ceil(runs / 4)));

export interface Racer {
  /** The world as it is, then each variant. */
  readonly questions: readonly RaceQuestion[];
  /** The first of them with every agent giving way of whom nobody has stated a chance; absent: there is none. */
  readonly agreeing?: RaceQuestion | undefined;
  /** The first of them for whoever knows nothing that leaks; absent: nothing of it counts as known. */
  readonly notLeaked?: RaceQuestion | undefined;
  /** As the night is played; the same in all variants. */
  readonly hands: number;
  race(stretch: Stretch, isSpent: () => boolean): StretchTally;
}

export function racerOf(setup: RaceSetup, world: Grounded = groundFor(setup)): Racer {
  const questions = [[], ...setup.variants].map((more) => questionOf(setup, world, more));
  const prepared = questions.map((question) => prepare(question));
  const first = prepared[0]!; // The world as it is comes first, whatever the variants.
  const agreeing = unstatedFlows(world).length === 0 ? undefined : { ...questions[0]!, unstatedChance: 1 };
  const { heldIfNotLeaked } = setup;
  const notLeaked = heldIfNotLeaked === undefined ? undefined : { ...questions[0]!, held: heldIfNotLeaked };
  const beside = (question: RaceQuestion | undefined) => {
    if (question === undefined) return () => undefined;
    const ready = prepare(question);
    const most = besideRuns(setup.runs);
    return ({ from, to }: Stretch, isSpent: () => boolean) =>
      racePrepared(ready, question, { from: Math.min(from, most), to: Math.min(to, most), isSpent });
  };
  const [agree, ifUnknown] = [beside(agreeing), beside(notLeaked)];
  return {
    questions,
    agreeing,
    notLeaked,
    hands: first.playing.hands[0] ?? 1,
    race: (stretch, isSpent) => {
      const raced =
        setup.variants.length === 0
          ? { tallies: [racePrepared(first, questions[0]!, { ...stretch, isSpent })], pairs: [] }
          : raceTogether(prepared, questions, stretch, isSpent);
      return { ...raced, ifAgree: agree(stretch, isSpent), ifNotLeaked: ifUnknown(stretch, isSpent) };
    },
  };
}

const groundFor = ({ catalog, person, conditions, today }: RaceSetup) =>
  ground({ catalog, person, conditions, today });

function questionOf(setup: RaceSetup, world: Grounded, more: readonly ChoiceId[]): RaceQuestion {
  const { held, inForce, owner, defence, intruder, startsAt, horizonMinutes, hands, seed, runs } = setup;
  const owners = defence === undefined ? ownerPolicies.get(owner) : () => defend(owner, defence);
  const intruders = intruderPolicies.get(intruder);
  if (owners === undefined || intruders === undefined) throw new RangeError("no such policy");
  return {
    world,
    held,
    inForce: [...new Set([...inForce, ...more])],
    startsAt,
    horizonMinutes,
    owner: owners(),
    intruder: intruders(),
    hands: { intruder: hands },
    seed,
    runs,
  };
}

/** Night by night in every variant. Adding up single nights costs a part of a race, and buys the pairs. */
function raceTogether(
  prepared: readonly Prepared[],
  questions: readonly RaceQuestion[],
  { from, to }: Stretch,
  isSpent: () => boolean,
): StretchTally {
  const night = (variant: number, run: number, until: number) =>
    racePrepared(prepared[variant]!, questions[variant]!, { from: run, to: until });
  const tallies = prepared.map((_, variant) => night(variant, from, from));
  const pairs = prepared.slice(1).map(() => new Map<string, number>());
  for (let run = from; run < to && !isSpent(); run++) {
    let asItIs = 0;
    for (let variant = 0; variant < prepared.length; variant++) {
      const tally = night(variant, run, run + 1);
      tallies[variant] = mergeTallies(tallies[variant]!, tally);
      // A tally of one night has one loss.
      const [loss = 0] = tally.losses.keys();
      if (variant === 0) asItIs = loss;
      else count(pairs[variant - 1]!, `${asItIs} ${loss}`, 1);
    }
  }
  return { tallies, pairs };
}

/** Both stretches as one. */
export function joinStretches(a: StretchTally, b: StretchTally): StretchTally {
  return {
    tallies: a.tallies.map((tally, variant) => mergeTallies(tally, b.tallies[variant]!)),
    pairs: a.pairs.map((some, variant) => {
      const both = new Map(some);
      for (const [key, nights] of b.pairs[variant] ?? []) count(both, key, nights);
      return both;
    }),
    ifAgree: joined(a.ifAgree, b.ifAgree),
    ifNotLeaked: joined(a.ifNotLeaked, b.ifNotLeaked),
  };
}

const joined = (a: RaceTally | undefined, b: RaceTally | undefined): RaceTally | undefined =>
  a === undefined || b === undefined ? undefined : mergeTallies(a, b);

function count(pairs: Map<string, number>, key: string, nights: number): void {
  pairs.set(key, (pairs.get(key) ?? 0) + nights);
}
