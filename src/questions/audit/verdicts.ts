/**
 * Three verdicts instead of two: what was not read is not safe.
 *
 * A loss is *reached* when every step of some way was read somewhere; *not ruled out* when it would be if what nobody
 * has read were as weak as the weakest of its kind; *ruled out* when not even then. How far away "not ruled out" is says
 * the distance of the farthest lent step it cannot do without (catalog, `distanceAt`), then how many unread aspects its
 * way rests on. The way told is one with few of them, not the earliest.
 *
 * What to know to trust it: the same rules and the same closure as everything else, asked of a world to which
 * archetypes lend; what is reached without lending is reached here at distance 0. Which way has the fewest unread
 * aspects is NP-hard; the one told is found by weighing each lent step, so `unread` may be larger than it must be.
 */
import { closure, earliest, type Proof, proof, type Rules } from "../../graph/index.ts";
import { amountOf, chosenOf, type Goal, worldUnder } from "../../ground/index.ts";
import { at, type ChoiceId } from "../../model/index.ts";
import {
  activeWith,
  type LentRules,
  lentRules,
  type Node,
  type Reach,
  startOf,
  type Way,
  wayOf,
  within,
} from "../../reach/index.ts";

export type Verdict = "reached" | "not-ruled-out" | "ruled-out";
/** 0: everything was read. 1: unread here, common in its kind. 2: unread here. 3: another way is read here. */
export type Level = 0 | 1 | 2 | 3;

export interface UnreadAspect {
  readonly institution: string;
  readonly aspect: string;
  /** The archetype that lends it. */
  readonly lentBy: string;
  readonly level: 1 | 2 | 3;
  /** How many of the institutions read for it do it. */
  readonly seenAt: number;
  readonly of: number;
  /** It may be any institution that does this, and none in particular: there is nobody to ask. */
  readonly isAnyPlace?: true;
}

export interface LossVerdict {
  readonly goal: Goal;
  readonly verdict: Verdict;
  /** Absent unless it is not ruled out. */
  readonly level?: 1 | 2 | 3;
  readonly unread: readonly UnreadAspect[];
  /** Not before this, if what is lent is so; `null`: reached, or ruled out. */
  readonly ifSoMinutes: number | null;
  readonly ifSoWay: Way | null;
}

/** One thing to find out, and what the answer would mean. */
export interface SettlingQuestion {
  readonly institution: string;
  readonly aspect: string;
  /** It is not done there: losses of distance 1 and 2 that would no longer be so near, by goal. */
  readonly ifNo: Settled;
  /** It is: losses that would be reached. */
  readonly ifYes: Settled;
}

export interface Settled {
  readonly losses: readonly string[];
  readonly amount: number;
}

export interface Verdicts {
  readonly losses: readonly LossVerdict[];
  /** The question that decides most first. */
  readonly questions: readonly SettlingQuestion[];
  /** A few questions that, all answered "no", leave of distance 1 and 2 what no question settles; indexes into `questions`. */
  readonly settleAll: readonly number[];
}

export interface VerdictsQuestion {
  /** Of a world to which archetypes lend. */
  readonly lent: Reach;
  readonly held: readonly string[];
  readonly inForce: readonly ChoiceId[];
  readonly startsAt: number | undefined;
  readonly withinMinutes: number | undefined;
}

/** More questions than these nobody asks; what they leave is said by the losses themselves. */
const questionsMax = 40;

export function verdictsOf(question: VerdictsQuestion): Verdicts {
  const scene = sceneOf(question);
  const { goals } = worldUnder(scene.lent.world, chosenOf(scene.lent.world, question.inForce));
  const losses = goals.map((goal, index) => verdictOn(scene, goal, index));
  const questions = questionsOf(scene, losses);
  return { losses, questions, settleAll: settlingAll(scene, losses, questions) };
}

interface Scene extends Pick<VerdictsQuestion, "lent" | "startsAt"> {
  readonly start: readonly Node[];
  /** Rule by rule: what was lent for it; read rules have none. */
  readonly lentFor: LentRules;
  /** By level: the rules that count. */
  readonly active: readonly Uint8Array[];
  /** By level: when each node is reached at the earliest. */
  readonly times: readonly Float64Array[];
  readonly latest: number;
}

const levels = [0, 1, 2, 3] as const;

function sceneOf({ lent, held, inForce, startsAt, withinMinutes }: VerdictsQuestion): Scene {
  const { rules } = lent;
  const start = startOf(lent, held);
  const lentFor = lentRules(lent);
  const all = activeWith(lent, inForce);
  const active = levels.map((level) => within(all, lentFor, level));
  const times = active.map((each) => earliest(rules, start, { active: each, startsAt }).time);
  return { lent, startsAt, start, lentFor, active, times, latest: withinMinutes ?? Number.MAX_VALUE };
}

function verdictOn(scene: Scene, goal: Goal, index: number): LossVerdict {
  const node = at(scene.lent.goalNodes, index);
  const level = levels.find((each) => (scene.times[each]?.[node] ?? Infinity) <= scene.latest);
  const nothing = { goal, unread: [], ifSoMinutes: null, ifSoWay: null };
  if (level === undefined) return { ...nothing, verdict: "ruled-out" };
  if (level === 0) return { ...nothing, verdict: "reached" };
  const few = fewestLent(scene, node, level);
  // Few lent steps may take longer than what is counted; then the soonest way is told.
  const shown = few !== undefined && few.at <= scene.latest ? few : soonest(scene, node, level);
  return {
    goal,
    verdict: "not-ruled-out",
    level,
    unread: shown === undefined ? [] : unreadBehind(scene, shown),
    ifSoMinutes: shown?.at ?? null,
    ifSoWay: shown === undefined ? null : wayOf(scene.lent, shown),
  };
}

/** A lent step weighs more than any way through read ones takes. */
const lentWeight = 1e7;

/** A way within this level that rests on few lent steps, at its true times. */
function fewestLent(
  { lent, start, startsAt, lentFor, active }: Scene,
  goal: Node,
  level: Level,
): Proof | undefined {
  const { rules } = lent;
  const allowed = active[level]!; // One for each level.
  const weighed: Rules = {
    ...rules,
    minutes: rules.minutes.map((minutes, rule) =>
      lentFor[rule] === undefined ? minutes : minutes + lentWeight * (lentFor[rule]?.distance ?? 0),
    ),
  };
  const found = earliest(weighed, start, { active: allowed });
  const shape = proof(weighed, { held: start, goal, found });
  if (shape === undefined) return undefined;
  const only = new Uint8Array(rules.ruleCount);
  for (const { rule } of shape.steps) only[rule] = 1;
  return proof(rules, {
    held: start,
    goal,
    found: earliest(rules, start, { active: only, startsAt }),
    startsAt,
  });
}

function soonest({ lent, start, startsAt, active }: Scene, goal: Node, level: Level): Proof | undefined {
  const { rules } = lent;
  const found = earliest(rules, start, { active: active[level]!, startsAt }); // One for each level.
  return proof(rules, { held: start, goal, found, startsAt });
}

function unreadBehind({ lentFor }: Scene, { steps }: Proof): readonly UnreadAspect[] {
  const found = new Map<string, UnreadAspect>();
  for (const { rule } of steps) {
    const lent = lentFor[rule];
    if (lent === undefined) continue;
    const { institution, aspect, by, distance, seen, isAnyPlace } = lent;
    const key = `${institution} ${aspect}`;
    const told = { institution, aspect, lentBy: by, level: distance, seenAt: seen.at, of: seen.of };
    if (!found.has(key)) found.set(key, isAnyPlace === undefined ? told : { ...told, isAnyPlace });
  }
  return [...found.values()].sort((a, b) => b.level - a.level);
}

const isNear = ({ level }: LossVerdict): boolean => level === 1 || level === 2;

/** Every aspect that a near loss rests on, as a question; not what stands for any place, for nobody asks them all. */
function questionsOf(scene: Scene, losses: readonly LossVerdict[]): readonly SettlingQuestion[] {
  const asked = new Map<string, UnreadAspect>();
  for (const loss of losses.filter(isNear))
    for (const unread of loss.unread)
      if (unread.isAnyPlace === undefined) asked.set(`${unread.institution} ${unread.aspect}`, unread);
  return [...asked.values()]
    .slice(0, questionsMax)
    .map((unread) => settlingOf(scene, losses, unread))
    .sort((a, b) => b.ifNo.losses.length - a.ifNo.losses.length || b.ifNo.amount - a.ifNo.amount);
}

type AskedOf = Pick<UnreadAspect, "institution" | "aspect">;

/** Whether a rule was lent for what this asks. */
const isAskedBy =
  ({ lentFor }: Scene, { institution, aspect }: AskedOf) =>
  (rule: number): boolean =>
    lentFor[rule]?.institution === institution && lentFor[rule]?.aspect === aspect;

/** The rules that are left when the answer is "no". */
function withoutAsked(scene: Scene, active: Uint8Array, asked: AskedOf): Uint8Array {
  const isAsked = isAskedBy(scene, asked);
  return active.map((isActive, rule) => (isAsked(rule) ? 0 : isActive));
}

function settlingOf(scene: Scene, losses: readonly LossVerdict[], asked: UnreadAspect): SettlingQuestion {
  const { institution, aspect } = asked;
  const isAsked = isAskedBy(scene, asked);
  const withIt = scene.active[0]!.map((isActive, rule) =>
    isAsked(rule) ? scene.active[3]![rule]! : isActive,
  );
  const left = reachedUnder(scene, withoutAsked(scene, scene.active[2]!, asked));
  const gained = reachedUnder(scene, withIt);
  return {
    institution,
    aspect,
    ifNo: settled(losses.filter((loss, index) => isNear(loss) && !left(index))),
    ifYes: settled(losses.filter(({ verdict }, index) => verdict !== "reached" && gained(index))),
  };
}

const settled = (losses: readonly LossVerdict[]): Settled => ({
  losses: losses.map(({ goal }) => goal.id),
  amount: amountOf(losses.map(({ goal }) => goal)),
});

/** In time, where only a time is counted. */
function reachedUnder(
  { lent, start, startsAt, latest }: Scene,
  active: Uint8Array,
): (goal: number) => boolean {
  if (latest < Number.MAX_VALUE) {
    const { time } = earliest(lent.rules, start, { active, startsAt });
    return (goal) => (time[at(lent.goalNodes, goal)] ?? Infinity) <= latest;
  }
  const { reached } = closure(lent.rules, start, active);
  return (goal) => reached[at(lent.goalNodes, goal)] === 1;
}

/**
 * The question that closes most of what is still open, again and again; none where they do not close all but what may
 * come of any place whatever they find.
 */
function settlingAll(
  scene: Scene,
  losses: readonly LossVerdict[],
  questions: readonly SettlingQuestion[],
): readonly number[] {
  const isAnyPlaces = ({ unread }: LossVerdict) => unread.some(({ isAnyPlace }) => isAnyPlace === true);
  const near = losses.flatMap((loss, index) => (isNear(loss) && !isAnyPlaces(loss) ? [index] : []));
  const active = scene.active[2]!.slice();
  const taken: number[] = [];
  let open = near;
  while (open.length > 0 && taken.length < questions.length) {
    let best:
      | { readonly index: number; readonly left: readonly number[]; readonly mask: Uint8Array }
      | undefined;
    for (const [index, question] of questions.entries()) {
      if (taken.includes(index)) continue;
      const mask = withoutAsked(scene, active, question);
      const isLeft = reachedUnder(scene, mask);
      const left = open.filter(isLeft);
      if (best === undefined || left.length < best.left.length) best = { index, left, mask };
    }
    if (best === undefined) break;
    taken.push(best.index);
    active.set(best.mask);
    open = [...best.left];
  }
  return open.length === 0 ? taken : [];
}
