/**
 * It is happening now: what to do next, by whom, how long that holds, and what the other side probably has by now.
 *
 * One model for all of it: the night is played in the world from the moment the things were gone, with what was done and
 * seen; nights that do not fit count for little; from now on every act is tried in the same nights. Works for somebody
 * who described nothing: then every sum and setting is assumed, and said to be.
 *
 * What to know to trust it: kinds of intruder and their pace are guesses, the same for everybody. Sums rank acts and
 * forecast nothing. Cost: some hundred nights, counted in nights and not in time.
 */
import type { Catalog } from "../catalog/index.ts";
import { type Grounded, ground, hasPaper, secretsOnPaper } from "../ground/index.ts";
import { type AtomId, at, atomId, type ProofClass, proofClasses, type StepId } from "../model/index.ts";
import type { Person } from "../person/index.ts";
import { meanOf } from "../world/index.ts";
import { type Candidate, candidatesOf } from "./acts.ts";
import { withAssumedSums } from "./amounts.ts";
import { type Belief, believe, readDeedIn, standIns, type Told } from "./belief.ts";
import { type Hold, holdOf } from "./hold.ts";
import type { Incident } from "./incident.ts";
import { silencingFirst } from "./number-first.ts";
import { lossesUnder, mean, type PlanQuestion, planOf, standing } from "./plan.ts";
import { minuteOfWeek } from "./read-incident.ts";
import { aheadMinutes, type Orders, roomsOf } from "./rooms.ts";
import { readSignIn } from "./signs.ts";
import { heldAtStart } from "./start.ts";

export interface RespondQuestion {
  readonly catalog: Catalog;
  readonly person: Person;
  /** Nobody described the person; everything is assumed. */
  readonly isUndescribed: boolean;
  readonly incident: Incident;
  readonly today: string;
  readonly seed?: number;
  readonly effort?: RespondEffort;
}

/** Counted in nights. */
export interface RespondEffort {
  readonly beliefNights: number;
  readonly planNights: number;
  readonly judgedNights: number;
}

const respondEffort: RespondEffort = { beliefNights: 360, planNights: 36, judgedNights: 60 };

export interface ToDo {
  readonly helper: string;
  readonly candidate: Candidate;
  /** The way that is advised: its steps in order. */
  readonly way: readonly StepId[];
  readonly hold: Hold;
  /** What it asks of whoever calls. */
  readonly theyAsk: readonly AtomId[];
  /** Of that, what the other side may have changed by now, with how likely the owner's still works. */
  readonly doubtful: ReadonlyMap<AtomId, number>;
  /** Loss left if this alone is done, and if nothing is; in the person's currency, partly assumed. */
  readonly ties: readonly Candidate[];
  /** It comes first by a rule for what nobody told us of, and not because the nights played say so. */
  readonly isByRule: boolean;
}

export interface BeliefTold {
  readonly atom: AtomId;
  readonly probability: number;
  /** Signs (by their place in the file) whose likeliest cause asks or gives it. */
  readonly because: readonly number[];
}

export interface Contradiction {
  readonly list: "signs" | "done";
  readonly index: number;
  /** Of the weight of all nights, how much lies in nights in which it can be. */
  readonly share: number;
}

export interface Share {
  readonly meanLoss: number;
  readonly avoidable: number;
  readonly ci95: readonly [number, number];
}

export interface Response {
  readonly world: Grounded;
  /** One for each free pair of hands, the owner's first. */
  readonly next: readonly ToDo[];
  readonly after: readonly ToDo[];
  readonly beliefs: readonly BeliefTold[];
  readonly contradictions: readonly Contradiction[];
  readonly race: {
    readonly ours: Share;
    readonly checklist: Share;
    readonly nothing: Share;
    readonly lostAlready: number;
  };
  readonly coverage: {
    readonly person: "described" | "nobody described";
    readonly judged: readonly string[];
    readonly notJudged: readonly string[];
    readonly assumedSums: readonly string[];
    readonly assumedSum: number;
    readonly assumedBeginning: boolean;
    readonly unknownWords: readonly { readonly list: "signs" | "done" | "gone"; readonly index: number }[];
    /** What the owner's side could get done as well, and made no difference in the nights that were played. */
    readonly actsWithoutEffect: readonly string[];
    readonly nights: number;
    readonly effective: number;
  };
}

/** Nobody said since when: an hour ago. */
const sinceUsually = 60;

export function respond(question: RespondQuestion): Response {
  const { catalog, incident, today, isUndescribed, seed = 1, effort = respondEffort } = question;
  const weighed = withAssumedSums(ground({ catalog, person: question.person, today }));
  const world = ground({ catalog, person: weighed.person, today });
  const began = beginningOf(incident);
  const now = Math.max(1, incident.at.to - began);
  const start = heldAtStart(world, incident);
  const orders: Orders = { from: Infinity, acts: [] };
  const hands = 1 + incident.helpers.length;
  const horizonMinutes = now + aheadMinutes;
  const rooms = roomsOf({
    world,
    incident,
    ...start,
    startsAt: minuteOfWeek(began, incident.offset),
    horizonMinutes,
    hands,
    orders,
  });
  const told: Told = {
    world,
    now,
    signs: incident.signs.map((sign) => readSignIn(world, sign, began, now)),
    deeds: incident.done.map((deed) => readDeedIn(world, deed, began, now)),
  };
  const belief = believe({ told, rooms, seed, nights: effort.beliefNights });
  const plan: PlanQuestion = { told, orders, seed, horizonMinutes, harm: { assumed: weighed.assumed } };
  const stood = standing(plan, standIns(belief, effort.planNights));
  const isStep = (step: StepId) => rooms[0]?.prepared.stage.isStep[step] === 1;
  const ownerHas = ownerHasIn(world, belief);
  const candidates = candidatesOf({
    world,
    ownerHas,
    isStep,
    statedBalance: (thing) => Number(question.person.things.get(thing)?.attributes.get("balance") ?? 0) || 0,
    minute: minuteOfWeek(incident.at.to, incident.offset),
  }).filter((candidate) => !isStandingNow(candidate, stood.length === 0 ? undefined : belief));
  const holds = new Map(candidates.map((candidate) => [candidate.id, holdOf(world, candidate)]));
  // Money that is gone to safety is not brought back by anybody.
  const rank = (candidate: Candidate) =>
    candidate.kind === "rescue" ? 0 : rankOf(holds.get(candidate.id)?.by);
  const planned = planOf(plan, stood, {
    candidates,
    holding: rank,
    seeds: [checklistOf(world, candidates)],
  });
  const leading = isUndescribed ? silencingFirst(told, start.held, candidates) : undefined;
  const order =
    leading === undefined ? planned.order : [leading, ...planned.order.filter((each) => each !== leading)];
  const judged = standing(
    { ...plan, seed: seed + 1 },
    standIns(believe({ told, rooms, seed: seed + 1, nights: effort.beliefNights }), effort.judgedNights),
  );
  const lostBy = (acts: readonly Candidate[]) => lossesUnder(plan, judged, acts).map(({ last }) => last);
  const lostAlready = mean(judged.map(({ lost }) => lost));
  const shareOf = (losses: readonly number[]): Share => {
    const { mean: meanLoss, ci95 } = meanOf(losses.map((loss) => [loss, 1] as const));
    return { meanLoss, avoidable: Math.max(0, meanLoss - lostAlready), ci95 };
  };
  const toDo = (candidate: Candidate, helper: string): ToDo => {
    const way = bestWay(world, candidate, belief);
    const theyAsk = askedOf(world, way);
    return {
      helper,
      candidate,
      way,
      hold: holds.get(candidate.id) ?? holdOf(world, candidate),
      theyAsk,
      doubtful: new Map(
        theyAsk.flatMap((atom) => {
          const share = belief.ownerHolds.get(atom) ?? 0;
          return share < 0.8 ? [[atom, share] as const] : [];
        }),
      ),
      ties: candidate === order[0] && candidate === planned.order[0] ? planned.ties : [],
      isByRule: candidate === leading && candidate !== planned.order[0],
    };
  };
  const people = ["owner", ...incident.helpers.map(({ id }) => id)];
  const { first, rest } = shared(world, order, people, (candidate) => bestWay(world, candidate, belief));
  return {
    world,
    next: first.map(({ candidate, helper }) => toDo(candidate, helper)),
    after: rest.map((candidate) => toDo(candidate, "owner")),
    beliefs: beliefsOf(world, belief, start.held),
    contradictions: contradictionsOf(belief),
    race: {
      ours: shareOf(lostBy(order)),
      checklist: shareOf(lostBy(checklistOf(world, candidates))),
      nothing: shareOf(lostBy([])),
      lostAlready,
    },
    coverage: {
      person: isUndescribed ? "nobody described" : "described",
      judged: world.coverage.judged,
      notJudged: world.coverage.notJudged,
      assumedSums: weighed.unknown,
      assumedSum: weighed.assumed,
      assumedBeginning: incident.since === undefined,
      unknownWords: [
        ...start.unknown.map((index) => ({ list: "gone" as const, index })),
        ...told.signs.flatMap(({ sign, means, causes }) =>
          means.kind !== "nothing" && causes.length === 0 && isEmpty(means)
            ? [{ list: "signs" as const, index: sign.index }]
            : [],
        ),
        ...told.deeds.flatMap(({ deed, steps }) =>
          steps.length === 0 ? [{ list: "done" as const, index: deed.index }] : [],
        ),
      ],
      actsWithoutEffect: candidates.filter((candidate) => !order.includes(candidate)).map(({ id }) => id),
      nights: belief.nights,
      effective: belief.effective,
    },
  };
}

/** What the owner's side more probably has than not; of what is only on paper, only with the paper. */
function ownerHasIn(world: Grounded, { ownerHolds }: Belief): (atom: AtomId) => boolean {
  const has = (atom: AtomId) => (ownerHolds.get(atom) ?? 0) >= 0.5;
  const onPaper = secretsOnPaper(world);
  const isPaperThere = hasPaper(
    world,
    world.atoms.map((_, atom) => atomId(atom)).filter((atom) => has(atom)),
  );
  return (atom) => has(atom) && (isPaperThere || !onPaper.has(atom));
}

const isEmpty = (means: ReturnType<typeof readSignIn>["means"]): boolean => {
  switch (means.kind) {
    case "had":
    case "lost-by-owner":
      return means.atoms.length === 0;
    case "set":
      return means.conditions.length === 0;
    case "money":
      return means.goals.length === 0;
    case "trace":
    case "quiet":
      return means.steps.size === 0;
    default:
      return false;
  }
};

/** Nothing happened before the first thing somebody told of. */
function beginningOf({ at: now, since, signs, done }: Incident): number {
  const first = Math.min(
    now.from,
    ...signs.map(({ at: { from } }) => from),
    ...done.map(({ at: { from } }) => from),
  );
  return Math.min(since?.from ?? now.from - sinceUsually, first);
}

/** What stands already, as far as the belief goes, is not asked for again. */
function isStandingNow({ sets }: Candidate, belief: Belief | undefined): boolean {
  if (belief === undefined || sets.length === 0) return false;
  return sets.every((condition) => (belief.standing.get(condition) ?? 0) > 0.9);
}

/** The harder the proof that undoes it, the smaller. What nobody has read is believed to hold least of all. */
const rankOf = (proof: ProofClass | undefined): number =>
  proof === undefined ? proofClasses.length : proofClasses.indexOf(proof);

/** The way whose proofs most probably still work; of equals the quickest. */
function bestWay(world: Grounded, { ways }: Candidate, belief: Belief): readonly StepId[] {
  const works = (way: readonly StepId[]) =>
    Math.min(1, ...askedOf(world, way).map((atom) => belief.ownerHolds.get(atom) ?? 0));
  return [...ways].sort((a, b) => works(b) - works(a))[0] ?? [];
}

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

/** Only the person can be there, show their face or hold their things; for the rest a helper can call. */
function shared(
  world: Grounded,
  order: readonly Candidate[],
  people: readonly string[],
  wayOf: (candidate: Candidate) => readonly StepId[],
) {
  const left = [...order];
  const first: { readonly candidate: Candidate; readonly helper: string }[] = [];
  const { proofs } = world.catalog.vocabulary;
  const isOnlyOwners = (candidate: Candidate) =>
    askedOf(world, wayOf(candidate)).some((atom) => {
      const proof = proofs.get(at(world.atoms, atom).kind);
      return proof === "presence" || proof === "face" || proof === "device";
    });
  for (const helper of people) {
    const index = left.findIndex((candidate) => helper === "owner" || !isOnlyOwners(candidate));
    const [candidate] = index < 0 ? [] : left.splice(index, 1);
    if (candidate !== undefined) first.push({ candidate, helper });
  }
  return { first, rest: left };
}

/** What leaflets say: the line, then the cards, then the wallets. */
function checklistOf(world: Grounded, candidates: readonly Candidate[]): readonly Candidate[] {
  const { conditions } = world.catalog.vocabulary;
  const turns = ["silences", "blocks", "freezes"] as const;
  const turnOf = ({ sets }: Candidate) =>
    turns.findIndex((role) =>
      sets.some(
        (condition) =>
          conditions.get(at(world.conditions, condition).capability.kind)?.roles.includes(role) === true,
      ),
    );
  return candidates
    .filter((candidate) => turnOf(candidate) >= 0)
    .sort((a, b) => turnOf(a) - turnOf(b) || (a.id < b.id ? -1 : 1));
}

const beliefsMax = 30;

function beliefsOf(world: Grounded, belief: Belief, held: readonly string[]): readonly BeliefTold[] {
  const { capabilities } = world.catalog.vocabulary;
  return [...belief.holds]
    .filter(([atom, probability]) => {
      const { kind, text } = at(world.atoms, atom);
      return probability >= 0.05 && !held.includes(text) && capabilities.get(kind) !== undefined;
    })
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, beliefsMax)
    .map(([atom, probability]) => ({
      atom,
      probability: Math.min(1, probability),
      because: belief.signs.flatMap(({ read, by }) => {
        const [cause] = by;
        if (cause === undefined) return [];
        const { asks, gives } = at(world.steps, cause);
        return asks.includes(atom) || gives.some((given) => given.atom === atom) ? [read.sign.index] : [];
      }),
    }));
}

const contradictsBelow = 0.5;

function contradictionsOf(belief: Belief): readonly Contradiction[] {
  return [
    ...belief.signs.flatMap(({ read, explained }): Contradiction[] =>
      explained < contradictsBelow ? [{ list: "signs", index: read.sign.index, share: explained }] : [],
    ),
    ...belief.deedsRead.flatMap(({ deed, steps }, i): Contradiction[] => {
      const share = belief.deeds[i] ?? 0;
      const isClaimed = deed.result === "done" && steps.length > 0;
      return isClaimed && share < contradictsBelow ? [{ list: "done", index: deed.index, share }] : [];
    }),
  ];
}
