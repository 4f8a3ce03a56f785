/**
 * audit: what could they reach, how, how fast; the cheapest changes that stop it without locking the owner out.
 *
 * One closure gives the reach and the earliest times, one proof a way in for each loss; the cut, the front and the
 * holding powers ask the same rules again under measures. Everything is exact unless its label says otherwise.
 *
 * What to know to trust it: reach is an upper bound on the intruder ("could ever", "not before"); durations are the
 * least ones; what the catalogue has not read is listed as not judged and is never called safe.
 */
import { type CoverEffort, closure, earliest, type Slice, slice } from "../../graph/index.ts";
import { amountOf, chosenOf, type Goal, type Grounded, noPreventionOf } from "../../ground/index.ts";
import {
  at,
  type ChoiceId,
  type ConditionId,
  compareText,
  harmsOf,
  sumOfLosses,
  thingTypes,
} from "../../model/index.ts";
import {
  activeWith,
  liftedNodes,
  type Node,
  nodesOf,
  ownerGoals,
  ownerStartOf,
  type Reach,
  reachesAtom,
  startOf,
  weakest,
} from "../../reach/index.ts";
import type {
  AnsweringKind,
  AuditAnswer,
  CutAnswer,
  FrontPoint,
  Label,
  Loss,
  MeasureAnswer,
  PutsOff,
  UnjudgedSum,
} from "./answer.ts";
import { type Answering, answeredOf } from "./answered.ts";
import { aloneIds, type CutsQuestion, cutFor, frontOf, type Side } from "./cuts.ts";
import { doesWithoutUnder } from "./does-without.ts";
import { holdingPowers } from "./holding.ts";
import { limitingOf } from "./limits.ts";
import { judged, type LossesFound, lossesOf, withoutParts } from "./losses.ts";
import { nearOf } from "./near.ts";
import { putsOff } from "./puts-off.ts";
import { reopenedBy } from "./reopened.ts";
import { type LossVerdict, type Verdicts, verdictsOf } from "./verdicts.ts";

export interface AuditQuestion {
  readonly reach: Reach;
  /**
   * The same world with what archetypes lend where nobody has read; each loss then gets its verdict. Its choices and
   * things are those of `reach`.
   */
  readonly lent?: Reach | undefined;
  /** What the intruder holds at the start, ground text. */
  readonly held: readonly string[];
  /** Conditions that somebody else lifts, whatever sets them: what the owner does themselves is in no reading of what others can do. */
  readonly lifted?: readonly ConditionId[];
  /** Measures in force. */
  readonly inForce?: readonly ChoiceId[];
  /** Losses later than this do not count. */
  readonly withinMinutes?: number | undefined;
  /** The minute of the week at which it begins; without it every office is always open. */
  readonly startsAt?: number | undefined;
  /** Which cuts are wanted; absent: all three. */
  readonly sides?: readonly Side[];
  /** Whether each loss gets its cheapest way in, with bounds; on unless said otherwise. */
  readonly wantsCheapest?: boolean;
  /** How many different ways to name for each loss; none unless asked for: it can take a hundred times the rest. */
  readonly waysMax?: number;
  /** When the cuts and the front stop looking for more; without it they go on to the end. */
  readonly effort?: CoverEffort;
  /** The same for the cut of each side alone, so that none is left open because another was hard. */
  readonly sideEfforts?: Readonly<Record<Side, CoverEffort>>;
  /** The same for the front alone, and for cheapest and different ways: each can be harder than everything else together. */
  readonly frontEffort?: CoverEffort;
  readonly waysEffort?: CoverEffort;
  /** Whether effort is weighed against remaining loss; on unless said otherwise. */
  readonly wantsFront?: boolean;
}

export function audit(question: AuditQuestion): AuditAnswer {
  const scene = sceneOf(question);
  const found = lossesFound(question, scene);
  const stakes = stakesOf(scene);
  const cutsQuestion = cutsQuestionOf(question, scene, { stakes, reachable: found.reachable.length });
  const cuts = cutsOf(question, cutsQuestion);
  const weighed = weighedOf(question, cutsQuestion);
  const verdicts = verdictsFound(question);
  const coverage = coverageOf(question, found.losses);
  const losses = verdicts === undefined ? found.losses : judged(found.losses, withoutParts(verdicts.losses));
  const answering = answeredFound(question, scene, found.reachable);
  return {
    label: labelOf({ found, losses, coverage, cuts, weighed }),
    ...askedOf(question),
    coverage,
    questions: verdicts?.questions ?? [],
    settleAll: verdicts?.settleAll ?? [],
    near: nearFound(question, verdicts),
    basis: weakest(found.losses.flatMap(({ basis }) => basis ?? [])),
    losses,
    reachableAmount: amountOf(found.reachable),
    harms: harmsOf(found.reachable),
    verdicts: verdicts === undefined ? null : sumsOf(verdicts, found.reachable),
    cuts,
    putsOff: putsOffFound(question, cuts),
    limits:
      question.sides?.length === 0
        ? []
        : limitingOf({
            reach: question.reach,
            start: scene.start,
            inForce: question.inForce ?? [],
            startsAt: question.startsAt,
            withinMinutes: question.withinMinutes,
            reachable: found.reachable,
          }),
    alone: question.sides?.length === 0 ? [] : aloneIds(cutsQuestion),
    answered: answering.losses,
    answeredInPart: answering.inPart,
    answering: answering.kind,
    front: weighed.points,
    conditions: holdingPowers({
      reach: question.reach,
      held: scene.start,
      active: scene.active,
      ownerReaches: (node) => scene.ownerToday[node] === 1,
      startsAt: question.startsAt,
      matters: (node) => stakes.relevant.atomOf(node) !== undefined,
    }),
    reopened:
      question.sides?.length === 0
        ? []
        : reopenedBy({
            reach: question.reach,
            start: scene.start,
            active: scene.active,
            inForce: question.inForce ?? [],
            startsAt: question.startsAt,
            withinMinutes: question.withinMinutes,
            ownerReaches: (node) => scene.ownerToday[node] === 1,
            reached: new Set(found.reachable.map(({ id }) => id)),
          }),
    catalogue: catalogueOf(question.reach, stakes.relevant),
  };
}

/** Who holds what, under which measures: what every part of the answer is asked of. */
interface Scene {
  readonly reach: Reach;
  readonly start: readonly Node[];
  readonly active: Uint8Array;
  readonly owner: readonly Node[];
  /** Node by node: 1 where the owner gets today, and without any measure. */
  readonly ownerToday: ArrayLike<number>;
  readonly ownerWithout: ArrayLike<number>;
}

function sceneOf({ reach, held, lifted = [], inForce = [] }: AuditQuestion): Scene {
  const { rules } = reach;
  const active = activeWith(reach, inForce);
  const owner = ownerStartOf(reach, held);
  return {
    reach,
    start: [...startOf(reach, held), ...liftedNodes(reach, lifted)],
    active,
    owner,
    ownerToday: closure(rules, owner, active).reached,
    ownerWithout: closure(rules, owner, activeWith(reach, [])).reached,
  };
}

function lossesFound(question: AuditQuestion, { reach, start, active }: Scene): LossesFound {
  const {
    startsAt,
    withinMinutes,
    inForce = [],
    wantsCheapest = true,
    waysMax = 0,
    effort = {},
    waysEffort,
  } = question;
  return lossesOf({
    reach,
    start,
    active,
    inForce,
    found: earliest(reach.rules, start, { active, startsAt }),
    startsAt,
    withinMinutes,
    wantsCheapest,
    waysMax,
    effort: waysEffort ?? effort,
  });
}

function verdictsFound(question: AuditQuestion): Verdicts | undefined {
  const { lent, held, inForce = [], startsAt, withinMinutes } = question;
  return lent === undefined ? undefined : verdictsOf({ lent, held, inForce, startsAt, withinMinutes });
}

function sumsOf({ losses: all }: Verdicts, reachable: readonly Goal[]): AuditAnswer["verdicts"] {
  const losses = withoutParts(all);
  // What is taken, as far as it can be in the time asked about.
  const sized = new Map(reachable.map((goal) => [goal.id, goal]));
  const sum = (isMeant: (loss: LossVerdict) => boolean) => {
    const goals = losses.filter(isMeant).map(({ goal }) => sized.get(goal.id) ?? goal);
    return { losses: goals.map(({ id }) => id), amount: amountOf(goals), harms: harmsOf(goals) };
  };
  return {
    reached: sum(({ verdict }) => verdict === "reached"),
    near: sum(({ level }) => level === 1 || level === 2),
    far: sum(({ level }) => level === 3),
    ruledOut: sum(({ verdict }) => verdict === "ruled-out"),
  };
}

/** What habits do; not asked for where no cuts are. */
function nearFound(
  { reach, lent, held, inForce = [], sides, effort }: AuditQuestion,
  verdicts: Verdicts | undefined,
): AuditAnswer["near"] {
  if (lent === undefined || verdicts === undefined || sides?.length === 0) return null;
  const told = new Set(withoutParts(verdicts.losses).map(({ goal }) => goal.id));
  return nearOf({
    reach,
    lent,
    held,
    inForce,
    isTold: (goal) => told.has(goal),
    ...(effort === undefined ? {} : { effort }),
  });
}

/** What could be lost under one selection of measures or another, and the rules that can matter for it. */
interface Stakes {
  readonly relevant: Slice;
  /** What is safe today counts too: a measure may open a way to it. */
  readonly goals: readonly Goal[];
  readonly nodes: readonly Node[];
}

/** With every guard assumed to agree: what a measure opens or a condition stops on any way, chosen now or not. */
function stakesOf({ reach, start }: Scene): Stakes {
  const relevant = slice(reach.rules, { held: start, goals: reach.goalNodes });
  const isAtStake = (index: number) => relevant.atomOf(reach.goalNodes[index]!) !== undefined;
  return {
    relevant,
    goals: reach.world.goals.filter((_, index) => isAtStake(index)),
    nodes: reach.goalNodes.filter((_, index) => isAtStake(index)),
  };
}

interface AtStake {
  readonly stakes: Stakes;
  readonly reachable: number;
}

function cutsQuestionOf(
  { withinMinutes, startsAt, inForce = [], effort = {} }: AuditQuestion,
  { reach, start, owner, ownerToday, ownerWithout }: Scene,
  { stakes, reachable }: AtStake,
): CutsQuestion {
  const { world, rules } = reach;
  const chosen = chosenOf(world, inForce);
  const [today, without] = [reachesAtom(reach, ownerToday), reachesAtom(reach, ownerWithout)];
  const needs = nodesOf(
    reach,
    ownerGoals(world, (atom) => without(atom) && today(atom)),
  );
  return {
    reach,
    goals: stakes.goals,
    reachable,
    engine: {
      intruder: { rules, held: start, goals: stakes.nodes },
      owner: { rules, held: owner, goals: needs },
      costs: world.choices.map(({ effort: cost, index }) => (chosen[index] === 1 ? 0 : cost)),
      forced: inForce,
      forbidden: noPreventionOf(world.choices, inForce),
      horizonMinutes: withinMinutes,
      startsAt,
    },
    inForce,
    effort,
  };
}

function cutsOf({ sides, sideEfforts }: AuditQuestion, question: CutsQuestion): AuditAnswer["cuts"] {
  const cutOf = (side: Side): CutAnswer =>
    sides === undefined || sides.includes(side)
      ? cutFor({ ...question, effort: sideEfforts?.[side] ?? question.effort }, side)
      : { kind: "not-asked" };
  return { person: cutOf("person"), institution: cutOf("institution"), both: cutOf("both") };
}

/** Asked of the sides whose measures do not stop everything; an open search says nothing of what stops it either. */
function putsOffFound(
  { reach, held, inForce = [], startsAt }: AuditQuestion,
  cuts: AuditAnswer["cuts"],
): AuditAnswer["putsOff"] {
  const of = (side: Side): PutsOff => {
    const cut = cuts[side];
    const isStopped = cut.kind === "not-asked" || (cut.kind === "found" && cut.remaining.length === 0);
    return isStopped ? { kind: "not-asked" } : putsOff({ reach, held, inForce, startsAt }, side);
  };
  return { person: of("person"), institution: of("institution"), both: of("both") };
}

/** What answering a notice stops; not asked for where no cuts are. */
const answeredFound = (
  { reach, held, inForce = [], sides, startsAt, withinMinutes }: AuditQuestion,
  { start, active }: Scene,
  reachable: readonly Goal[],
): Pick<Answering, "losses" | "inPart"> & { readonly kind: AnsweringKind } =>
  sides?.length === 0
    ? { kind: "not-asked", losses: [], inPart: [] }
    : answeredOf({
        reach,
        held,
        start,
        active,
        isChosen: chosenOf(reach.world, inForce),
        startsAt,
        withinMinutes,
        goals: reachable.map(({ id }) => id),
      });

interface Weighed {
  readonly points: readonly FrontPoint[];
  readonly isComplete: boolean;
}

function weighedOf(
  { sides, wantsFront = true, frontEffort, effort = {} }: AuditQuestion,
  question: CutsQuestion,
): Weighed {
  if (sides?.length === 0 || !wantsFront) return { points: [], isComplete: true };
  return frontOf({ ...question, effort: frontEffort ?? effort });
}

interface Labelled {
  readonly found: LossesFound;
  readonly cuts: AuditAnswer["cuts"];
  readonly weighed: Weighed;
  readonly losses: AuditAnswer["losses"];
  readonly coverage: AuditAnswer["coverage"];
}

function labelOf({ found, losses, coverage, cuts, weighed }: Labelled): Label {
  if (!weighed.isComplete || !found.isComplete || coverage.cutShort.length > 0) return "truncated";
  const isProved =
    found.isTaken &&
    !found.reachable.some((goal) => goal.isBound === true) &&
    !sumOfLosses(found.reachable).isBound &&
    found.losses.every(({ cheapest }) => cheapest === null || cheapest.proved) &&
    Object.values(cuts).every((answer) =>
      answer.kind === "found" ? answer.proved : answer.kind !== "open",
    ) &&
    weighed.points.every(({ proved }) => proved);
  if (!isProved) return "bounded";
  const isAllRead =
    coverage.notJudged.length + coverage.unjudgedSums.length === 0 &&
    losses.every(({ verdict }) => verdict !== "not-ruled-out");
  return isAllRead ? "exact" : "as-read";
}

type Asked = Pick<
  AuditAnswer,
  "person" | "held" | "measures" | "currency" | "asOf" | "withinMinutes" | "goals"
>;

/** The question, as far as the answer repeats it. */
function askedOf({ reach: { world }, held, inForce = [], withinMinutes }: AuditQuestion): Asked {
  const { currency, asOf } = world.person;
  return {
    person: world.person.id,
    held: [...held],
    measures: inForce.map((choice) => world.choices[choice]?.id ?? ""),
    ...(currency === undefined ? {} : { currency }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(withinMinutes === undefined ? {} : { withinMinutes }),
    ...(world.askedAbout === undefined ? {} : { goals: world.askedAbout }),
  };
}

function coverageOf({ reach, lent }: AuditQuestion, losses: readonly Loss[]): AuditAnswer["coverage"] {
  const { coverage, steps } = reach.world;
  const assumed = losses.flatMap(({ way }) => way?.steps.flatMap((step) => step.assumed ?? []) ?? []);
  return {
    judged: coverage.judged.length,
    notJudged: coverage.notJudged,
    cutShort: coverage.cutShort,
    aspects: lent === undefined ? null : (lent.world.coverage.aspects ?? null),
    unjudgedSums: unjudgedSums((lent ?? reach).world),
    assumed: [...new Set(assumed)].sort(),
    rules: steps.filter(({ isQuiet }) => !isQuiet).length,
    capabilities: reach.rules.atomCount,
  };
}

/** Sums the person states of which no flow takes anything. */
function unjudgedSums(world: Grounded): readonly UnjudgedSum[] {
  const { person, wiring, goals, atoms, catalog, askedAbout } = world;
  // What was not asked about is neither found nor missed.
  if (askedAbout !== undefined) return [];
  const taken = new Set(
    goals.flatMap(({ atom }) => {
      const { kind, things } = at(atoms, atom);
      const attributes = catalog.vocabulary.capabilities.get(kind)?.loss ?? [];
      return things.flatMap((thing) => attributes.map((attribute) => `${thing} ${attribute}`));
    }),
  );
  const stated = [...person.things.values()].flatMap(({ id, kind, of }) =>
    Object.entries(thingTypes[kind].attributes).flatMap(([attribute, { type }]): UnjudgedSum[] => {
      if (type !== "money" || of !== undefined || taken.has(`${id} ${attribute}`)) return [];
      const said = person.things.get(id)?.attributes.get(attribute);
      if (said === undefined || Number(said) === 0) return [];
      return [
        { thing: id, attribute, amount: said === "unknown" ? null : Number(wiring.valueOf(id, attribute)) },
      ];
    }),
  );
  return stated.sort((a, b) => compareText(a.thing, b.thing) || compareText(a.attribute, b.attribute));
}

/** Every measure there is, and whether some way to a loss depends on it. */
function catalogueOf({ world, rules }: Reach, { ruleIds }: Slice): readonly MeasureAnswer[] {
  const mattering = new Set<number>();
  for (const rule of ruleIds)
    for (const literal of rules.guards.subarray(rules.guardsFrom[rule], rules.guardsFrom[rule + 1]))
      mattering.add(Math.abs(literal) - 1);
  return world.choices.map(({ id, title, how, by, institution, effort, index, isAct, isUnproven }) => ({
    matters: mattering.has(index),
    isAct,
    ...(isUnproven === undefined ? {} : { isUnproven }),
    doesWithout: doesWithoutUnder(world, index),
    id,
    title,
    ...(how === undefined ? {} : { how }),
    by,
    ...(institution === undefined ? {} : { institution }),
    effort,
  }));
}
