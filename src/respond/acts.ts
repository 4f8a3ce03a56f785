/**
 * What the owner's side could get done: every block, rescue, replacement and throwing-out that a flow of the catalogue
 * offers and that the owner still has the proofs for, with all the ways to it. No list of good advice stands here.
 */
import { type Grounded, opensOf, type Step } from "../ground/index.ts";
import {
  type AtomId,
  at,
  atomId,
  type ConditionId,
  isGoodWill,
  kindsWithRole,
  minutesPerWeek,
  type StepId,
} from "../model/index.ts";
import type { Act } from "./rooms.ts";

export type ActKind = "block" | "rescue" | "replace" | "throw-out" | "call-off";

export interface Candidate extends Act {
  /** `suspended(line.main)`: what it brings about; the same on every machine. */
  readonly id: string;
  readonly kind: ActKind;
  readonly institution: string;
  /** Likely minutes of its first way. */
  readonly minutes: number;
}

/** Whether the condition brings money out of reach, or stops it on its way. */
export const isRescue = (
  { conditions, catalog }: Pick<Grounded, "conditions" | "catalog">,
  id: ConditionId,
): boolean =>
  catalog.vocabulary.conditions.get(at(conditions, id).capability.kind)?.roles.includes("rescue") === true;

export interface CandidatesQuestion {
  readonly world: Grounded;
  /** Whether the owner's side probably has it. */
  readonly ownerHas: (atom: AtomId) => boolean;
  readonly isStep: (step: StepId) => boolean;
  /** Whether the intruder may have it: probably has, or could have it without anything being stolen tonight. */
  readonly isInDanger: (atom: AtomId) => boolean;
  /** What the owner lost with a number that was moved, and gets again only with the number. */
  readonly lostWith: readonly AtomId[];
  /** What somebody said lies there; 0 where nobody did. */
  readonly statedBalance: (thing: string) => number;
  /** The minute of the week it is. */
  readonly minute: number;
}

/** Longer errands are none of tonight. */
const minutesMax = 24 * 60;
const stepsMax = 4;
/** More ways to the same thing are read by nobody, and each is tried. */
const waysMax = 4;

interface Path {
  readonly steps: readonly StepId[];
  readonly minutes: number;
}

export function candidatesOf(question: CandidatesQuestion): readonly Candidate[] {
  const { world, ownerHas, isStep } = question;
  const paths = pathsFrom(question);
  const use = useful(question);
  const found = new Map<string, { readonly first: Candidate; readonly ways: Path[] }>();
  for (const step of world.steps) {
    if (step.kind !== "flow" || !isStep(step.id)) continue;
    const effect = effectOf(question, use, step);
    if (effect === undefined || isSomebodyElses(world, effect)) continue;
    const before = pathTo(step.asks, paths, ownerHas);
    if (before === undefined) continue;
    const path = {
      steps: [...before.steps, step.id],
      minutes: doneAfter(step, question.minute, before.minutes),
    };
    if (path.steps.length > stepsMax || path.minutes > minutesMax) continue;
    const id = effect.text;
    const known = found.get(id);
    if (known !== undefined) known.ways.push(path);
    else
      found.set(id, {
        first: { id, ways: [], institution: step.institution, minutes: path.minutes, ...effect },
        ways: [path],
      });
  }
  return [...found.values()].map(({ first, ways }) => {
    const sorted = ways
      .sort((a, b) => a.minutes - b.minutes || (a.steps.at(-1) ?? 0) - (b.steps.at(-1) ?? 0))
      .slice(0, waysMax);
    return { ...first, ways: sorted.map(({ steps }) => steps), minutes: sorted[0]?.minutes ?? 0 };
  });
}

interface EffectOfStep {
  readonly text: string;
  readonly kind: ActKind;
  readonly sets: readonly ConditionId[];
  readonly gains: readonly AtomId[];
}

/** What a step would do for the owner; `undefined`: nothing that keeps anybody from anything. */
function effectOf(
  { world, statedBalance }: CandidatesQuestion,
  use: ReadonlySet<ConditionId>,
  step: Step,
): EffectOfStep | undefined {
  const { vocabulary } = world.catalog;
  const roleOf = (atom: AtomId) => vocabulary.capabilities.get(at(world.atoms, atom).kind)?.roles ?? [];
  const sets = step.sets
    .map(({ condition }) => condition)
    .filter((condition) => {
      const kind = vocabulary.conditions.get(at(world.conditions, condition).capability.kind);
      return kind !== undefined && !kind.roles.includes("way-back") && use.has(condition);
    });
  const text = (ids: readonly string[]) => [...ids].sort().join(" ");
  if (sets.length > 0)
    return {
      kind: "block",
      sets,
      gains: [],
      text: text(sets.map((condition) => at(world.conditions, condition).id)),
    };
  const given = step.gives.map(({ atom }) => atom).filter((atom) => !isNew(world, atom));
  const goals = given.filter((atom) =>
    world.goals.some((goal) => goal.atom === atom && goal.partOf.length === 0),
  );
  if (
    goals.length > 0 &&
    isTransfer(world, step) &&
    goals.every((atom) => isBalance(world, atom, statedBalance))
  )
    return {
      kind: "rescue",
      sets: [],
      gains: goals,
      text: text(goals.map((atom) => at(world.atoms, atom).text)),
    };
  const lines = given.filter((atom) => roleOf(atom).includes("own-line"));
  if (lines.length > 0)
    return {
      kind: "replace",
      sets: [],
      gains: lines,
      text: text(lines.map((atom) => at(world.atoms, atom).text)),
    };
  const ended = step.revokes
    .map(({ atom }) => atom)
    .filter((atom) => roleOf(atom).includes("session") && !isNew(world, atom));
  if (ended.length > 0)
    return {
      kind: "throw-out",
      sets: [],
      gains: [],
      text: `not ${text(ended.map((atom) => at(world.atoms, atom).text))}`,
    };
  const waiting = calledOffBy(world, step);
  if (waiting !== undefined)
    return { kind: "call-off", sets: [], gains: [], text: `no ${step.institution}/${waiting}` };
  return undefined;
}

/**
 * The conditions that stop something the other side may get. A block of what nobody can get anyway keeps nobody from
 * anything: no transfer leaves a chat, and no thief has the phone that is in one's own hand.
 */
const useful = ({ world, isInDanger }: CandidatesQuestion): ReadonlySet<ConditionId> => {
  const { capabilities } = world.catalog.vocabulary;
  const isMoney = (atom: AtomId) => {
    const { harm } = capabilities.get(at(world.atoms, atom).kind) ?? {};
    return harm === "money" || harm === "debt";
  };
  return new Set([
    ...world.stopsOf.flatMap((conditions, atom) => (isInDanger(atomId(atom)) ? conditions : [])),
    // A way to money that waits for something to be clear is shut by it.
    ...world.steps.flatMap(({ kind, gives, needsClear }) =>
      kind === "flow" && gives.some(({ atom }) => isMoney(atom) && isInDanger(atom)) ? needsClear : [],
    ),
  ]);
};

/** The flow, by its id, whose waiting runs this step calls off. */
const calledOffBy = (world: Grounded, step: Step): string | undefined => {
  const isIts = ({ things }: Step) => [...step.things].every(([path, thing]) => things.get(path) === thing);
  return world.steps.find(
    (each) =>
      each.institution === step.institution && each.flow.delay?.cancelledBy === step.flow.id && isIts(each),
  )?.flow.id;
};

/** A helper's own line or card is not in danger. */
const isSomebodyElses = (world: Grounded, { sets, gains }: EffectOfStep): boolean => {
  const things = [
    ...sets.flatMap((condition) => at(world.conditions, condition).capability.things),
    ...gains.flatMap((atom) => at(world.atoms, atom).things),
  ];
  return things.some((thing) => world.wiring.things.get(thing)?.of !== undefined);
};

const isNew = (world: Grounded, atom: AtomId): boolean =>
  at(world.atoms, atom).things.some((thing) => world.wiring.things.get(thing)?.isNew === true);

/** What keeps money sends it elsewhere; what is bought with it is gone. */
const isTransfer = (world: Grounded, { institution, things }: Step): boolean => {
  const kind = world.catalog.institutions.get(institution)?.kind;
  const kinds = [...things.values()].map((thing) => world.wiring.things.get(thing)?.kind);
  return (
    (kind === "bank" || kind === "wallet" || kind === "exchange") &&
    !(kinds.includes("card") && kinds.includes("account"))
  );
};

/** Money of one's own, that one can bring away; a loan or a credit line is nobody's to rescue. */
const isBalance = (world: Grounded, atom: AtomId, statedBalance: (thing: string) => number): boolean => {
  const { kind, things } = at(world.atoms, atom);
  const word = world.catalog.vocabulary.capabilities.get(kind);
  const [thing] = things;
  if (word?.loss.includes("balance") !== true || thing === undefined) return false;
  return statedBalance(thing) > 0;
};

/** When it is likely done, begun so many minutes after this minute of the week: an office that has opened is waited for once. */
export const doneAfter = (step: Step, minute: number, before: number): number =>
  before + waitFor(step, (minute + before) % minutesPerWeek) + likely(step);

/** Minutes until the office opens. */
export function waitFor(step: Step, minute: number): number {
  const opens = opensOf(step);
  if (opens === undefined || opens.some(([from, to]) => from <= minute && minute < to)) return 0;
  const waits = opens.map(([from]) => (from - minute + minutesPerWeek) % minutesPerWeek);
  return Math.min(...waits, Infinity);
}

const likely = ({ flow }: Step): number => flow.takes.likely + (flow.delay?.takes.likely ?? 0);

/** For whatever the owner can come to have, the quickest chain of steps. */
function pathsFrom({
  world,
  ownerHas,
  isStep,
  minute,
  lostWith,
}: CandidatesQuestion): ReadonlyMap<AtomId, Path> {
  const ownLines = kindsWithRole(world.catalog.vocabulary, "own-line");
  const isDead = (atom: AtomId, { asks }: Step) =>
    lostWith.includes(atom) && !asks.some((each) => ownLines.includes(at(world.atoms, each).kind));
  const paths = new Map<AtomId, Path>();
  for (const [index] of world.atoms.entries())
    if (ownerHas(atomId(index))) paths.set(atomId(index), { steps: [], minutes: 0 });
  for (let round = 0, isMoving = true; isMoving && round < stepsMax; round += 1) {
    isMoving = false;
    for (const step of world.steps) {
      if (!isStep(step.id) || isGoodWill(step.flow)) continue;
      const before = pathTo(step.asks, paths, ownerHas);
      if (before === undefined || before.steps.length >= stepsMax) continue;
      const path = {
        steps: [...before.steps, step.id],
        minutes: doneAfter(step, minute, before.minutes),
      };
      for (const { atom } of step.gives) {
        if (
          isNew(world, atom) ||
          isDead(atom, step) ||
          path.minutes >= (paths.get(atom)?.minutes ?? minutesMax)
        )
          continue;
        paths.set(atom, path);
        isMoving = true;
      }
    }
  }
  return paths;
}

function pathTo(
  asks: readonly AtomId[],
  paths: ReadonlyMap<AtomId, Path>,
  ownerHas: (atom: AtomId) => boolean,
): Path | undefined {
  const steps = new Set<StepId>();
  let minutes = 0;
  for (const ask of asks) {
    if (ownerHas(ask)) continue;
    const path = paths.get(ask);
    if (path === undefined) return undefined;
    for (const step of path.steps) steps.add(step);
    minutes += path.minutes;
  }
  return { steps: [...steps], minutes };
}
