/**
 * When did something happen? Most rows of a month are ordinary life. Each observation is as surprising as its like is seldom
 * in the same files; the stretch with the most surprise, and what hangs on it, is what is reconstructed.
 *
 * How often its like is ordinary: counted in the files outside the stretch, together with what the catalogue's signs say of
 * any month. Cost: linear in the observations, after sorting.
 */

import type { Catalog } from "../catalog/index.ts";
import type { Meaning, Observation } from "../evidence/index.ts";
import { minutesPerDay } from "../model/index.ts";
import { likeOf, ratesOf } from "./habits.ts";

export interface Surprise {
  readonly observation: Observation;
  /** Its like a month, in ordinary life. */
  readonly aMonth: number;
}

export interface Incident {
  readonly from: number;
  readonly to: number;
  /** What lies in it and may matter, by time. */
  readonly within: readonly Surprise[];
  /** How many lie in it, and were left out because more are not reconstructed at once. */
  readonly leftOut: number;
  /** How many of the like of any dated observation an ordinary month has. */
  readonly aMonthOf: (observation: Observation) => number;
}

/** A night fits; what goes on for days is met by its neighbours. */
const stretchMinutes = 14 * 60;
/** Two small surprises farther apart belong to different stories; what hardly anybody does in a year reaches farther. */
const apartMinutes = 4 * 60;
const apartIfGreat = 36 * 60;
const great = 3;
/** More payments of one kind are one story over a weekend. */
const apartIfAlike = 3 * minutesPerDay;
/** More than this is not explained in one program; the least ordinary come first. */
const withinMax = 90;

export interface IncidentQuestion {
  readonly catalog: Catalog;
  readonly meaning: Meaning;
  readonly observations: readonly Observation[];
  /** Could any step have left it? */
  readonly isSign: (observation: Observation) => boolean;
  /** Moments somebody told of. */
  readonly anchors: readonly number[];
  /** Since when something was gone, by what they say. */
  readonly goneAt: ReadonlySet<number>;
  /** Moments of which nothing but themselves was understood. */
  readonly unheardAt: ReadonlySet<number>;
  readonly zoneMinutes: number;
  /** Rows that stand in no own bill although one covers them. */
  readonly orphans: ReadonlyMap<number, unknown>;
  /** Does somebody of the owner's side say it was not theirs? */
  readonly isDenied: (observation: Observation) => boolean;
  /** How many a month there are of what setting everything up again on a new SIM or phone leaves; `undefined`: it is none. */
  readonly setUpAgain: (observation: Observation) => number | undefined;
}

export function incidentOf(question: IncidentQuestion): Incident | undefined {
  const dated = question.observations
    .filter(({ from, to }) => Number.isFinite(from) && Number.isFinite(to))
    .toSorted((a, b) => a.from - b.from || a.id - b.id);
  const first = dated[0];
  if (first === undefined) return undefined;
  const ordinary = heightsOf(dated, ratesOf(dated, question), question.isSign);
  const core = densest(ordinary, question);
  if (core === undefined) return undefined;
  // What lies in it is no habit of anybody's, and by that more may be out of the ordinary.
  const odd = new Set(
    ordinary.flatMap(({ observation, height }) =>
      height >= 1 && isWithin(observation, core) ? [observation.id] : [],
    ),
  );
  const rates = ratesOf(dated, { ...question, isNoHabit: ({ id }) => odd.has(id) });
  const surprises = heightsOf(dated, rates, question.isSign);
  const { from, to } = grown(core, surprises);
  const around = { from: from - 120, to: to + 120 };
  // What tells only its day is of that day, and not of an hour of the next.
  const inside = surprises.filter(({ observation }) =>
    observation.to - observation.from < minutesPerDay
      ? isWithin(observation, around)
      : observation.from < to && observation.to > from,
  );
  const chosen = inside
    .filter(({ observation }) => question.isSign(observation))
    .toSorted((a, b) => a.aMonth - b.aMonth || a.observation.id - b.observation.id)
    .slice(0, withinMax)
    .toSorted((a, b) => a.observation.from - b.observation.from || a.observation.id - b.observation.id);
  return {
    ...around,
    within: chosen,
    aMonthOf: rates,
    leftOut: inside.filter(({ observation }) => question.isSign(observation)).length - chosen.length,
  };
}

interface Height extends Surprise {
  /** Nought for what no step could have left. */
  readonly height: number;
}

const heightsOf = (
  dated: readonly Observation[],
  rates: (observation: Observation) => number,
  isSign: IncidentQuestion["isSign"],
): readonly Height[] =>
  dated.map((observation) => {
    const aMonth = rates(observation);
    return { observation, aMonth, height: isSign(observation) ? Math.max(0, -Math.log(aMonth)) : 0 };
  });

interface Stretch {
  readonly from: number;
  readonly to: number;
}

const isWithin = (observation: Observation, { from, to }: Stretch): boolean =>
  observation.from <= to && observation.to >= from;

/** With the surprises that hang on it. */
function grown(core: Stretch, surprises: readonly Height[]): Stretch {
  let { from, to } = core;
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    const odd = new Set(
      surprises.flatMap(({ observation, height }) =>
        height >= 1 && observation.kind === "row" && isWithin(observation, { from, to })
          ? [likeOf(observation)]
          : [],
      ),
    );
    for (const { observation, height } of surprises) {
      if (height < 1) continue;
      const apart =
        height >= great ? apartIfGreat : odd.has(likeOf(observation)) ? apartIfAlike : apartMinutes;
      // What tells only the day is as near as its day is.
      if (observation.from < from && observation.to >= from - apart) from = observation.from;
      else if (observation.to > to && observation.from <= to + apart) to = observation.to;
      else continue;
      isGrowing = true;
    }
  }
  return { from, to };
}

/** What was told counts as a great surprise; that a thing was gone as two: what is told of it days later draws nothing away from it. */
const ofTold = 6;
const ofGone = 12;
const ofUnheard = 3;

/** The stretch whose surprises add up to most; anchors count as great ones. `undefined`: nothing is out of the ordinary. */
function densest(
  surprises: readonly Height[],
  { anchors, goneAt, unheardAt }: Pick<IncidentQuestion, "anchors" | "goneAt" | "unheardAt">,
): Stretch | undefined {
  const told = (at: number) => (goneAt.has(at) ? ofGone : unheardAt.has(at) ? ofUnheard : ofTold);
  const points = [
    ...surprises.map(({ observation, height }) => ({ at: observation.from, height })),
    ...anchors.map((at) => ({ at, height: told(at) })),
  ]
    .filter(({ height }) => height > 0)
    .sort((a, b) => a.at - b.at);
  let best: Stretch | undefined;
  let most = 2;
  let sum = 0;
  let start = 0;
  for (const point of points) {
    sum += point.height;
    while (points[start]!.at < point.at - stretchMinutes) sum -= points[start++]!.height;
    if (sum <= most) continue;
    most = sum;
    best = { from: points[start]!.at, to: point.at };
  }
  return best;
}
