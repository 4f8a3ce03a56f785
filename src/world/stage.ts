/**
 * The world as numbers: the same steps reach is asked of, laid out for running in time.
 *
 * Everything a night looks up is an index into a typed array; a stage is made once for a world and a choice of
 * measures and never changed by a night. What a step is stands in `Grounded`; here it is only laid out.
 *
 * What to know to trust it: no step is added, and none is changed. Atoms, steps and conditions are numbered as in
 * `Grounded`.
 */
import { compile, isNever, type Rules } from "../graph/index.ts";
import {
  agrees,
  anchorsBeside,
  anchorsOf,
  cancellersOf,
  chosenOf,
  flowName,
  type Grounded,
  type GroundTrace,
  hangsOnSet,
  opensOf,
  ownHands,
  type RunLimit,
  runLimitsOf,
  runsWith,
  type Step,
  sessionsEnded,
  setAnchorsOf,
  sumLimitsOf,
  worldUnder,
} from "../ground/index.ts";
import {
  type AtomId,
  at,
  atomId,
  type CapabilityKind,
  type ChoiceId,
  type ConditionId,
  conditionId,
  type GoalId,
  goalId,
  type Ids,
  idsOf,
  type StepId,
  stepId,
  type Takes,
  type Windows,
} from "../model/index.ts";
import { hashText, pertQuantiles, type Quantiles } from "./chance.ts";
import { type Ledger, ledgerOf } from "./ledger.ts";
import { type Rows, rowOf, rowsOf, turned } from "./rows.ts";

export interface StageTrace {
  readonly trace: GroundTrace;
  readonly seenBy: Ids<AtomId>;
}

/** An entry of `gives`: one step giving one atom. */
export type EntryId = number & { readonly [entry]: "entry" };
declare const entry: unique symbol;
// The number is an index of `giver`; the cast gives it that list's name.
export const entryId = (index: number): EntryId => index as EntryId;

export interface Stage extends Yields, Effects, Durations, Limits, AtStart {
  readonly world: Grounded;
  readonly inForce: readonly ChoiceId[];
  /** All there are, in their order. */
  readonly atoms: readonly AtomId[];
  readonly steps: readonly StepId[];
  readonly conditions: readonly ConditionId[];
  readonly goals: readonly GoalId[];
  readonly atomCount: number;
  readonly stepCount: number;
  readonly conditionCount: number;
  /** The steps' opening hours, to be asked by the minute. */
  readonly hours: Rules;
  /** 1 for a step somebody can take under the measures in force. */
  readonly isStep: Uint8Array;
  /** What must be had; what must not be set. */
  readonly asks: Rows<AtomId>;
  readonly needsClear: Rows<ConditionId>;
  /** What must be set. */
  readonly needsSet: Rows<ConditionId>;
  /** Atom by atom: the conditions that stop it; condition by condition: the atoms it stops. */
  readonly stops: Rows<ConditionId>;
  readonly stopped: Rows<AtomId>;
  /** Atom by atom: the conditions that leave it only to whoever got it with them; and the other way round. */
  readonly diverts: Rows<ConditionId>;
  readonly diverted: Rows<AtomId>;
  /** A position and not a fact: its loss is noticed without trying (`while` or `exclusive` in the vocabulary). */
  readonly isPosition: Uint8Array;
  readonly isExclusive: Uint8Array;
  readonly positions: Ids<AtomId>;
  /** 1 for atoms whose gain by an intruder is a takeover: an account, card or mailbox entered or operated. */
  readonly isTakeover: Uint8Array;
  /** Draws of the same act in two variants of a world have the same address. */
  readonly drawKey: Int32Array;
  /** 1 for trying the same secret elsewhere: once one of the two is changed it leads nowhere. */
  readonly isSameSecret: Uint8Array;
  readonly ledger: Ledger;
}

/** What steps give, and what must go on being had for it. */
interface Yields {
  readonly gives: Rows<AtomId>;
  /** Beside each entry of `gives`: what must go on being had for it to be had. */
  readonly anchors: Rows<AtomId>;
  /** Beside each entry of `gives`: 1 where it hangs on another gift of the same step. */
  readonly hangsBeside: Uint8Array;
  /** Beside each entry of `gives`: what the step set and must go on being set for it to be had; and the other way round. */
  readonly setAnchors: Rows<ConditionId>;
  readonly setAnchoredAt: Rows<EntryId>;
  /** Atom by atom: what was set at the start and must go on being set for it to be had from the start. */
  readonly startAnchors: Rows<ConditionId>;
  readonly startAnchoredAt: Rows<AtomId>;
  /** Atom by atom: what comes to whoever has it and to nobody else's SIM. */
  readonly runsWith: Rows<AtomId>;
  /** 1 for atoms of which there can be copies that no revocation ends. */
  readonly isCopied: Uint8Array;
  /** Atom by atom: the entries of `gives` that give it, and those that hang on it. */
  readonly givenAt: Rows<EntryId>;
  readonly anchoredAt: Rows<EntryId>;
  /** Entry of `gives` by entry: its step. */
  readonly giver: Ids<StepId>;
}

/** What steps do beside giving. */
interface Effects {
  readonly revokes: Rows<AtomId>;
  readonly sets: Rows<ConditionId>;
  /** Beside each entry of `sets`: minutes after which it lapses; Infinity: never. */
  readonly expires: Float64Array;
  readonly clears: Rows<ConditionId>;
  readonly traces: readonly (readonly StageTrace[])[];
  /** The sessions a step throws others out of. */
  readonly kicksOff: Rows<AtomId>;
  /** The delayed steps a step calls off; by what one is told of a delayed step while it waits. */
  readonly cancels: Rows<StepId>;
  readonly toldOfDelay: Rows<AtomId>;
}

interface Durations {
  readonly takesMin: Float64Array;
  readonly takesRange: Float64Array;
  readonly takesShape: readonly (Quantiles | undefined)[];
  readonly delayMin: Float64Array;
  readonly delayRange: Float64Array;
  readonly delayShape: readonly (Quantiles | undefined)[];
  /** 1 where a delay stands between what is asked and what is given. */
  readonly hasDelay: Uint8Array;
  /** The chance that an agent gives way; 1 where no agent decides, 0 where nobody has stated one. */
  readonly chance: Float64Array;
  /** 1 where it is the owner who says yes. */
  readonly isOwnersYes: Uint8Array;
}

/** How often steps may be run. */
interface Limits {
  /** Executions of one group count together; -1: no limit on how often. */
  readonly mostGroup: Int32Array;
  readonly mostGroups: number;
  /** Where the remembered runs of each group lie: as many as its largest limit, no more. */
  readonly mostFrom: Int32Array;
  /** Of each step: so many runs of its group in so many minutes, and all of these hold. */
  readonly runLimits: readonly (readonly RunLimit[])[];
  /** Of each step, which of `sumBars` it is turned away by: all of them hold. */
  readonly barsOf: readonly (readonly number[])[];
  readonly sumBars: readonly SumBar[];
  /** Money taken by one group counts together. */
  readonly sumGroups: number;
}

/** One limit of money of one group, told apart by how high it is: a higher one lets through what a lower one does not. */
export interface SumBar {
  readonly group: number;
  readonly hundredths: number;
  readonly perMinutes: number;
  /** This and the lower ones of the group: spent wherever this is. */
  readonly andLower: readonly number[];
}

interface AtStart {
  readonly isSetAtStart: Uint8Array;
  /** Minute at which a condition set at the start lapses; Infinity: never. */
  readonly lapsesAt: Float64Array;
}

export const stepAt = (world: Grounded, step: StepId): Step => at(world.steps, step);
export const atomText = (world: Grounded, atom: AtomId): string => at(world.atoms, atom).text;
export const conditionText = (world: Grounded, condition: ConditionId): string =>
  at(world.conditions, condition).id;

/** The flows that hang on somebody's yes of which nobody stated a chance, by name, each once. */
export function unstatedFlows({ steps }: Grounded): readonly string[] {
  const unstated = steps.filter(
    ({ isQuiet, flow: { discretion } }) =>
      !isQuiet && discretion !== undefined && discretion.chance === undefined,
  );
  return [...new Set(unstated.map(flowName))].sort();
}

export interface StageQuestion {
  readonly world: Grounded;
  readonly inForce?: readonly ChoiceId[] | undefined;
  /** What a discretion has for a chance where nobody stated one; 0 unless told otherwise. */
  readonly unstatedChance?: number | undefined;
}

export function stageOf({ world: plain, inForce = [], unstatedChance = 0 }: StageQuestion): Stage {
  const chosen = chosenOf(plain, inForce);
  const world = worldUnder(plain, chosen);
  const hours = hoursOf(world.steps);
  // What never opens nobody can take, whatever the clock says and also without one.
  const isStep = Uint8Array.from(world.steps, ({ guard, kind, id }) =>
    kind !== "together" && kind !== "moved" && agrees(guard, chosen) && !isNever(hours, id) ? 1 : 0,
  );
  const taken: Taken = {
    world,
    chosen,
    steps: world.steps.map((step) => (isStep[step.id] === 1 ? step : undefined)),
  };
  const asks = taken.steps.map((step) => [...new Set(step?.asks ?? [])]);
  const effects = effectsOf(taken);
  const atStart = conditionsAtStart(world, chosen);
  const stops = rowsOf(world.stopsOf);
  const diverts = rowsOf(world.divertsOf);
  const conditionCount = world.conditions.length;
  return {
    world,
    inForce,
    atoms: world.atoms.map((_, atom) => atomId(atom)),
    steps: world.steps.map(({ id }) => id),
    conditions: world.conditions.map((_, condition) => conditionId(condition)),
    goals: world.goals.map((_, goal) => goalId(goal)),
    atomCount: world.atoms.length,
    stepCount: world.steps.length,
    conditionCount,
    hours,
    isStep,
    asks: rowsOf(asks),
    needsClear: rowsOf(taken.steps.map((step) => step?.needsClear ?? [])),
    needsSet: rowsOf(taken.steps.map((step) => step?.needsSet ?? [])),
    stops,
    stopped: turned(stops, { count: conditionCount, name: atomId }),
    diverts,
    diverted: turned(diverts, { count: conditionCount, name: atomId }),
    ...atomKinds(world),
    ...yieldsOf(taken, asks, atStart.isSetAtStart),
    ...effects,
    ...durationsOf(world.steps, unstatedChance),
    ...limitsOf(taken, effects.kicksOff),
    ...atStart,
    drawKey: Int32Array.from(world.steps, (step) =>
      hashText(`${flowName(step)} ${[...new Set(step.things.values())].sort().join(" ")}`),
    ),
    isSameSecret: Uint8Array.from(world.steps, ({ kind }) => (kind === "same-secret" ? 1 : 0)),
    ledger: ledgerOf(world),
  };
}

/** The steps that can be taken under these measures; `undefined` in the place of the others. */
interface Taken {
  readonly world: Grounded;
  readonly chosen: ArrayLike<number>;
  readonly steps: readonly (Step | undefined)[];
}

/** Whether the entry hangs on anything. */
export const isHanging = ({ anchors, setAnchors }: Stage, entry: EntryId): boolean =>
  anchors.from[entry + 1]! > anchors.from[entry]! || setAnchors.from[entry + 1]! > setAnchors.from[entry]!;

const wordOf = ({ atoms, catalog }: Grounded, atom: AtomId): CapabilityKind | undefined =>
  catalog.vocabulary.capabilities.get(at(atoms, atom).kind);

function atomKinds(world: Grounded): Pick<Stage, "isPosition" | "isExclusive" | "positions" | "isTakeover"> {
  const words = world.atoms.map((_, atom) => wordOf(world, atomId(atom)));
  const isPosition = Uint8Array.from(words, (word) =>
    word !== undefined && (word.while.length > 0 || word.exclusive) ? 1 : 0,
  );
  return {
    isPosition,
    positions: idsOf(world.atoms.flatMap((_, atom) => (isPosition[atom] === 1 ? [atomId(atom)] : []))),
    isExclusive: Uint8Array.from(words, (word) => (word?.exclusive === true ? 1 : 0)),
    isTakeover: Uint8Array.from(words, (word) => (word?.roles.includes("takeover") === true ? 1 : 0)),
  };
}

function yieldsOf(
  { world, steps }: Taken,
  asks: readonly (readonly AtomId[])[],
  isSetAtStart: ArrayLike<number>,
): Yields {
  const gives = steps.map((step) => [...new Set(step?.gives.map(({ atom }) => atom) ?? [])]);
  const giver = gives.flatMap((row, step) => row.map(() => stepId(step)));
  const flat = gives.flat();
  const anchors = rowsOf(
    flat.map((atom, i) =>
      anchorsOf(world, { asks: at(asks, at(giver, i)), gives: at(steps, at(giver, i))?.gives ?? [] }, atom),
    ),
  );
  const hangsBeside = Uint8Array.from(flat, (atom, i) =>
    anchorsBeside(world, { gives: at(steps, at(giver, i))?.gives ?? [] }, atom).length > 0 ? 1 : 0,
  );
  const setAnchors = rowsOf(
    flat.map((atom, i) => setAnchorsOf(world, { sets: at(steps, at(giver, i))?.sets ?? [] }, atom)),
  );
  const startAnchors = rowsOf(
    world.atoms.map((_, atom) =>
      world.conditions.flatMap((_, index) =>
        isSetAtStart[index] === 1 && hangsOnSet(world, atomId(atom), conditionId(index))
          ? [conditionId(index)]
          : [],
      ),
    ),
  );
  const byAtom = { count: world.atoms.length, name: entryId };
  const byCondition = world.conditions.length;
  return {
    gives: rowsOf(gives),
    anchors,
    hangsBeside,
    setAnchors,
    setAnchoredAt: turned(setAnchors, { count: byCondition, name: entryId }),
    startAnchors,
    startAnchoredAt: turned(startAnchors, { count: byCondition, name: atomId }),
    runsWith: rowsOf(world.atoms.map((capability) => runsWith(world, capability))),
    isCopied: Uint8Array.from(world.atoms, (_, atom) =>
      wordOf(world, atomId(atom))?.copies === true ? 1 : 0,
    ),
    givenAt: turned(rowsOf(flat.map((atom) => [atom])), byAtom),
    anchoredAt: turned(anchors, byAtom),
    giver: idsOf(giver),
  };
}

function effectsOf({ world, chosen, steps }: Taken): Effects {
  const all = world.steps;
  return {
    revokes: rowsOf(
      steps.map(
        (step) => step?.revokes.flatMap(({ atom, guard }) => (agrees(guard, chosen) ? [atom] : [])) ?? [],
      ),
    ),
    sets: rowsOf(steps.map((step) => step?.sets.map(({ condition }) => condition) ?? [])),
    expires: Float64Array.from(
      steps.flatMap((step) => step?.sets.map(({ expires }) => expires ?? Infinity) ?? []),
    ),
    clears: rowsOf(steps.map((step) => step?.clears ?? [])),
    traces: steps.map(
      (step) =>
        step?.leaves.flatMap((trace) =>
          agrees(trace.guard, chosen) ? [{ trace, seenBy: idsOf(trace.seenBy) }] : [],
        ) ?? [],
    ),
    kicksOff: rowsOf(steps.map((step) => (step === undefined ? [] : sessionsEnded(world, step, chosen)))),
    cancels: turned(rowsOf(cancellersOf(all).map((row) => row.map(({ id }) => id))), {
      count: all.length,
      name: stepId,
    }),
    toldOfDelay: rowsOf(all.map(({ tells }) => tells)),
  };
}

const noTime: Takes = { min: 0, likely: 0, max: 0 };

function durationsOf(steps: readonly Step[], unstatedChance: number): Durations {
  const shapeOf = ({ min, likely, max }: Takes): Quantiles | undefined =>
    max <= min ? undefined : pertQuantiles((likely - min) / (max - min));
  const takes = steps.map(({ flow }) => flow.takes);
  const delays = steps.map(({ flow }) => flow.delay?.takes ?? noTime);
  return {
    takesMin: Float64Array.from(takes, ({ min }) => min),
    takesRange: Float64Array.from(takes, ({ min, max }) => max - min),
    takesShape: takes.map(shapeOf),
    delayMin: Float64Array.from(delays, ({ min }) => min),
    delayRange: Float64Array.from(delays, ({ min, max }) => max - min),
    delayShape: delays.map(shapeOf),
    hasDelay: Uint8Array.from(steps, ({ flow }) => (flow.delay === undefined ? 0 : 1)),
    isOwnersYes: Uint8Array.from(steps, ({ flow }) => (flow.discretion?.whose === "owner" ? 1 : 0)),
    chance: Float64Array.from(steps, ({ flow }) =>
      flow.discretion === undefined ? 1 : (flow.discretion.chance ?? unstatedChance),
    ),
  };
}

/** Runs of one flow with the same effect count together. */
function limitsOf({ world: { steps }, chosen }: Taken, kicksOff: Rows<AtomId>): Limits {
  const groups = new Map<string, number>();
  const times: number[] = [];
  // To take what nobody asks for and nobody gives, as the measures in force leave it, changes nothing.
  const inForce = steps.filter(({ guard }) => agrees(guard, chosen));
  const spoken = new Set(inForce.flatMap(({ asks, gives }) => [...asks, ...gives.map(({ atom }) => atom)]));
  const runLimits = steps.map(runLimitsOf);
  const mostGroup = Int32Array.from(steps, (step) => {
    const limits = runLimits[step.id]!;
    if (limits.length === 0) return -1;
    const effects = [
      ...step.gives.map(({ atom }) => `g${atom}`),
      ...step.clears.map((each) => `c${each}`),
      ...step.sets.map(({ condition }) => `s${condition}`),
      ...step.revokes.flatMap(({ atom, guard }) =>
        agrees(guard, chosen) && spoken.has(atom) ? [`r${atom}`] : [],
      ),
      ...rowOf(kicksOff, step.id).flatMap((atom) => (spoken.has(atom) ? [`r${atom}`] : [])),
    ];
    const key = [flowName(step), ...[...new Set(effects)].sort()].join(" ");
    const known = groups.get(key) ?? times.push(0) - 1;
    groups.set(key, known);
    times[known] = Math.max(times[known]!, ...limits.map((limit) => limit.times));
    return known;
  });
  const mostFrom = new Int32Array(times.length + 1);
  for (const [group, most] of times.entries()) mostFrom[group + 1] = mostFrom[group]! + most;
  return {
    mostGroup,
    mostGroups: times.length,
    mostFrom,
    runLimits,
    ...sumBarsOf(steps),
  };
}

/** Which steps share one limit of money, and how high it is for each. */
function sumBarsOf(steps: readonly Step[]): Pick<Limits, "barsOf" | "sumBars" | "sumGroups"> {
  const groups = new Map<string, number>();
  const barOf = new Map<string, number>();
  const found: Omit<SumBar, "andLower">[] = [];
  const barsOf = steps.map((step) => {
    const bars = sumLimitsOf(step).map(({ id, amount, perMinutes }) => {
      const group = groups.get(id) ?? groups.size;
      groups.set(id, group);
      const hundredths = Math.round(amount * 100);
      const bar = barOf.get(`${group} ${hundredths}`) ?? found.push({ group, hundredths, perMinutes }) - 1;
      barOf.set(`${group} ${hundredths}`, bar);
      return bar;
    });
    return [...new Set(bars)];
  });
  const sumBars = found.map((bar) => ({
    ...bar,
    andLower: found.flatMap((other, nth) =>
      other.group === bar.group && other.hundredths <= bar.hundredths ? [nth] : [],
    ),
  }));
  return { barsOf, sumBars, sumGroups: groups.size };
}

/** The steps' opening hours, laid out to be asked by the minute. */
const hoursOf = (steps: readonly Step[]): Rules =>
  compile(
    0,
    steps.map((step) => ({
      asks: [],
      gives: [],
      minutes: 0,
      cost: 0,
      guard: [],
      ...opening(opensOf(step)),
    })),
  );

const opening = (opens: Windows | undefined) => (opens === undefined ? {} : { opens });

/** Which conditions are set at the start under these measures, and when the last of what set them lapses. */
function conditionsAtStart({ conditions }: Grounded, chosen: ArrayLike<number>): AtStart {
  const inForce = conditions.map(({ setters }) =>
    setters.filter(({ choice }) => choice === undefined || chosen[choice] === 1),
  );
  return {
    isSetAtStart: Uint8Array.from(inForce, (setters) => (setters.length > 0 ? 1 : 0)),
    lapsesAt: Float64Array.from(inForce, (setters) =>
      setters.length === 0 ? Infinity : Math.max(...setters.map(({ expires }) => expires ?? Infinity)),
    ),
  };
}

/** What is there because it is in somebody's own hands (`ownHands`), as entries; its steps count as done. */
export function handyFrom(
  stage: Stage,
  held: readonly AtomId[],
  elsewhere: readonly AtomId[],
): readonly EntryId[] {
  const { world, gives, isExclusive } = stage;
  const isElsewhere = new Uint8Array(stage.atomCount);
  for (const atom of elsewhere) isElsewhere[atom] = isExclusive[atom]!;
  return ownHands({
    world,
    held,
    isTaken: ({ id }) => stage.isStep[id] === 1,
    isSet: (condition) => stage.isSetAtStart[condition] === 1,
    isElsewhere: (atom) => isElsewhere[atom] === 1,
  })
    .map(({ step, atom }) => entryId(gives.from[step.id]! + rowOf(gives, step.id).indexOf(atom)))
    .sort((a, b) => a - b);
}
