/**
 * What an actor wants, and the rules that can matter for it: a small world of its own, with an atom for each thing
 * wanted and, for each atom, where in a view one reads whether it is there.
 */

import { closure, compile, type PlainRule, type Rules } from "../graph/index.ts";
import type { Step } from "../ground/index.ts";
import { type AtomId, at, type ConditionId, type GoalId, type PotId, type StepId } from "../model/index.ts";
import type { View } from "./night.ts";
import { rowOf } from "./rows.ts";
import { type Stage, stepAt } from "./stage.ts";

/** Something wanted: to have an atom, to set or lift a condition, to take a loss, or to have run a flow. */
export type Wanted =
  | { readonly kind: "have"; readonly atom: AtomId }
  | { readonly kind: "set"; readonly condition: ConditionId }
  /** Lifted by the actor's own act, whether they knew that it was set or not. */
  | { readonly kind: "clear"; readonly condition: ConditionId }
  | { readonly kind: "take"; readonly goal: GoalId }
  | { readonly kind: "run"; readonly step: StepId };

export interface Target {
  readonly wanted: Wanted;
  /** Lower ranks first; within a rank the earliest to be had. */
  readonly rank: number;
}

/** What decides whether a small atom is there: read from a view. */
export type Source =
  | { readonly kind: "atom"; readonly atom: AtomId }
  | { readonly kind: "clear"; readonly condition: ConditionId }
  | { readonly kind: "done"; readonly step: StepId }
  | { readonly kind: "start"; readonly atom: AtomId }
  | { readonly kind: "wanted"; readonly wanted: Wanted }
  /** Money lies there; of a sum nobody has stated, it was moved there by one of these. */
  | { readonly kind: "money"; readonly pot: PotId; readonly unseenBy: readonly AtomId[] }
  | { readonly kind: "nothing" };

export interface SmallWorld {
  readonly rules: Rules;
  /** What decides each small atom. */
  readonly sources: readonly Source[];
  /** The step of each small rule; absent: bookkeeping. */
  readonly stepIds: readonly (StepId | undefined)[];
  readonly targets: readonly { readonly atom: number; readonly rank: number }[];
}

export interface SmallWorldQuestion {
  readonly stage: Stage;
  readonly start: readonly AtomId[];
  readonly targets: readonly Target[];
  readonly keepsSet?: readonly ConditionId[] | undefined;
  readonly leavesOut?: ((step: StepId) => boolean) | undefined;
  /** A run may take only a part of any loss, whatever its flow lets it take. */
  readonly isBitByBit?: boolean | undefined;
  readonly isOwner: boolean;
}

/** The rules that can matter for the targets, with an atom of its own for each thing wanted. */
export function smallWorld({
  stage,
  start,
  targets,
  keepsSet = [],
  leavesOut = () => false,
  isBitByBit = false,
  isOwner,
}: SmallWorldQuestion): SmallWorld {
  const { world } = stage;
  const chanceOf = (step: StepId) => (isOwner && stage.isOwnersYes[step] === 1 ? 1 : stage.chance[step]!);
  const sources = new Map<number, Source>();
  for (const atom of stage.atoms) sources.set(atom, { kind: "atom", atom });
  const clear = (condition: ConditionId) => stage.atomCount + condition;
  for (const condition of stage.conditions) sources.set(clear(condition), { kind: "clear", condition });
  let count = stage.atomCount + stage.conditionCount;
  const wantedAtom = new Map<string, number>();
  const atomOfWanted = (wanted: Wanted): number => {
    const text = JSON.stringify(wanted);
    const known = wantedAtom.get(text);
    if (known !== undefined) return known;
    sources.set(count, { kind: "wanted", wanted });
    wantedAtom.set(text, count);
    return count++;
  };
  const needed = [...new Set(world.steps.flatMap(({ needsSet }) => needsSet))];
  const isSetAtom = new Map(needed.map((condition) => [condition, atomOfWanted({ kind: "set", condition })]));
  const marks = targets.map(({ wanted, rank }) => ({ atom: atomOfWanted(wanted), rank }));
  const again = takenAgain(stage, { targets, atomOfWanted, isBitByBit });
  const money = moneyAtoms(stage, sources, () => count++);
  const drafts: Draft[] = [];
  const internal = (asks: readonly number[], gives: readonly number[]) =>
    drafts.push({ rule: { asks, gives, minutes: 0, cost: 0, guard: [] } });
  for (const step of world.steps) {
    if (stage.isStep[step.id] !== 1 || chanceOf(step.id) <= 0 || leavesOut(step.id)) continue;
    if (undoes(stage, step.id, keepsSet)) continue;
    const gives = step.clears.map(clear);
    const stopped = new Map<
      string,
      { readonly stoppedBy: readonly ConditionId[]; readonly atoms: number[] }
    >();
    const given = step.gives.map(({ atom, stoppedBy }) => ({
      atom,
      stoppedBy: [...stoppedBy, ...divertedFrom(stage, step, atom)],
    }));
    for (const { atom, stoppedBy } of given) {
      const known = stopped.get(stoppedBy.join());
      if (stoppedBy.length === 0) gives.push(atom);
      else if (known === undefined) stopped.set(stoppedBy.join(), { stoppedBy, atoms: [atom] });
      else known.atoms.push(atom);
    }
    if (stopped.size > 0) {
      sources.set(count, { kind: "done", step: step.id });
      for (const { stoppedBy, atoms } of stopped.values()) internal([count, ...stoppedBy.map(clear)], atoms);
      gives.push(count++);
    }
    const sets = step.sets.map(({ condition }) => wantedAtom.get(JSON.stringify({ kind: "set", condition })));
    const lifts = step.clears.map((condition) =>
      wantedAtom.get(JSON.stringify({ kind: "clear", condition })),
    );
    const run = wantedAtom.get(JSON.stringify({ kind: "run", step: step.id }));
    const more = [...sets, ...lifts, run].flatMap((atom) => atom ?? []);
    const { takes, delay } = step.flow;
    const rule = {
      asks: [
        ...step.asks,
        ...step.needsClear.map(clear),
        ...step.needsSet.flatMap((condition) => isSetAtom.get(condition) ?? []),
      ],
      gives: [...gives, ...more],
      minutes: (takes.likely + (delay?.takes.likely ?? 0)) / chanceOf(step.id),
      cost: 0,
      guard: [],
    };
    drafts.push({ rule, id: step.id });
    for (const { atom, stoppedBy } of given) {
      const wanted = again.get(atom);
      if (wanted === undefined) continue;
      const asks = [...rule.asks, ...stoppedBy.map(clear)];
      drafts.push({ rule: { ...rule, asks, gives: [wanted] }, id: step.id });
    }
    for (const { nth, goal, movedBy, isMove, pots, to } of stage.ledger.takings.get(step.id) ?? []) {
      if (isMove === true && money.has(to)) {
        const lying = pots.flatMap((pot) => money.get(pot) ?? []);
        drafts.push({
          rule: { ...rule, asks: [...rule.asks, ...lying], gives: [money.get(to)!] },
          id: step.id,
        });
      }
      const wanted = goal === undefined ? undefined : again.get(at(world.goals, goal).atom);
      if (movedBy === undefined || wanted === undefined) continue;
      const here = [...new Set(step.gives.map(({ atom }) => atom))][nth];
      const stoppedBy = given.flatMap((each) => (each.atom === here ? each.stoppedBy : []));
      const lying = pots.flatMap((pot) => money.get(pot) ?? []);
      const asks = [...rule.asks, ...lying, ...stoppedBy.map(clear)];
      drafts.push({ rule: { ...rule, asks, gives: [wanted] }, id: step.id });
    }
  }
  for (const { wanted } of targets) {
    if (wanted.kind === "have") internal([wanted.atom], [atomOfWanted(wanted)]);
    if (wanted.kind === "take" && !again.has(at(world.goals, wanted.goal).atom))
      internal([at(world.goals, wanted.goal).atom], [atomOfWanted(wanted)]);
  }
  // A position had from the start comes back when what stops it is lifted.
  for (const atom of start) {
    const stopping = [
      ...at(world.stopsOf, atom),
      ...rowOf(stage.diverts, atom).filter((condition) => stage.isSetAtStart[condition] !== 1),
    ].map(clear);
    if (stopping.length === 0) continue;
    sources.set(count, { kind: "start", atom });
    internal([count, ...stopping], [atom]);
    count++;
  }
  const lying = [...money].flatMap(([pot, atom]) => (at(stage.ledger.pots, pot).start > 0 ? [atom] : []));
  const cleared = [...stage.conditions.map(clear), ...lying];
  const setAtStart = needed.flatMap((condition) =>
    stage.isSetAtStart[condition] === 1 ? [isSetAtom.get(condition) ?? []].flat() : [],
  );
  return sliced({ count, drafts, sources, start, marks, cleared: [...cleared, ...setAtStart] });
}

/**
 * Losses of which a run may take only a part, with the small atom of wanting them: to have done it once is not to have
 * taken it all, so only a run that takes of it leads there.
 */
function takenAgain(
  { world, ledger, barsOf }: Stage,
  {
    targets,
    atomOfWanted,
    isBitByBit,
  }: Pick<Required<SmallWorldQuestion>, "targets"> & {
    readonly isBitByBit: boolean;
    readonly atomOfWanted: (wanted: Wanted) => number;
  },
): ReadonlyMap<AtomId, number> {
  const partly = new Set(
    [...ledger.takings].flatMap(([step, takings]) =>
      takings.flatMap(({ each, goal, movedBy }) =>
        (isBitByBit || each < Infinity || barsOf[step]!.length > 0 || movedBy !== undefined) &&
        goal !== undefined
          ? [goal]
          : [],
      ),
    ),
  );
  return new Map(
    targets.flatMap(({ wanted }) =>
      wanted.kind === "take" && partly.has(wanted.goal)
        ? [[at(world.goals, wanted.goal).atom, atomOfWanted(wanted)] as const]
        : [],
    ),
  );
}

/**
 * For each pot money is moved from or to between the owner's own, the small atom of some lying there: what was moved once
 * is moved on, or taken, only from where it lies.
 */
function moneyAtoms(
  { world, ledger }: Stage,
  sources: Map<number, Source>,
  fresh: () => number,
): ReadonlyMap<PotId, number> {
  const movedBy = new Map<PotId, AtomId[]>();
  const unknown = new Set<PotId>();
  for (const [step, takings] of ledger.takings)
    for (const { isMove, nth, pots, to } of takings) {
      if (isMove !== true) continue;
      const by = [...new Set(stepAt(world, step).gives.map(({ atom }) => atom))][nth];
      for (const pot of pots) if (!movedBy.has(pot)) movedBy.set(pot, []);
      movedBy.set(to, [...(movedBy.get(to) ?? []), ...(by === undefined ? [] : [by])]);
      if (pots.length === 0) unknown.add(to);
    }
  // A sum nobody has stated stays one wherever it is moved on to.
  for (const pot of unknown)
    for (const takings of ledger.takings.values())
      for (const { isMove, pots, to } of takings) if (isMove === true && pots.includes(pot)) unknown.add(to);
  return new Map(
    [...movedBy].map(([pot, by]) => {
      const atom = fresh();
      sources.set(atom, { kind: "money", pot, unseenBy: unknown.has(pot) ? by : [] });
      return [pot, atom] as const;
    }),
  );
}

/** What leaves it to somebody else, unless this step sets that itself. */
const divertedFrom = (stage: Stage, { sets }: Step, atom: AtomId): readonly ConditionId[] =>
  rowOf(stage.diverts, atom).filter((diverter) => !sets.some(({ condition }) => condition === diverter));

/** A new SIM ends a suspension too, but that is not what it is for. */
function undoes({ world, gives }: Stage, step: StepId, keepsSet: readonly ConditionId[]): boolean {
  return (
    gives.from[step] === gives.from[step + 1] &&
    stepAt(world, step).clears.some((condition) => keepsSet.includes(condition))
  );
}

interface Draft {
  readonly rule: PlainRule;
  /** Absent: bookkeeping. */
  readonly id?: StepId;
}

interface SliceQuestion {
  readonly count: number;
  readonly drafts: readonly Draft[];
  readonly sources: ReadonlyMap<number, Source>;
  readonly start: readonly AtomId[];
  readonly marks: readonly { readonly atom: number; readonly rank: number }[];
  readonly cleared: readonly number[];
}

/**
 * Forward: what could ever be had, with nothing set. Backward: what leads to a target, through what is there at the
 * start as well, for it may be lost.
 */
function sliced({ count, drafts, sources, start, marks, cleared }: SliceQuestion): SmallWorld {
  const whole = compile(
    count,
    drafts.map(({ rule }) => rule),
  );
  const { reached } = closure(whole, [
    ...start,
    ...cleared,
    ...[...sources].flatMap(([atom, { kind }]) => (kind === "start" ? [atom] : [])),
  ]);
  const isWanted = new Uint8Array(count);
  const isKept = new Uint8Array(drafts.length);
  const queue: number[] = [];
  const want = (atom: number) => {
    if (isWanted[atom] === 1) return;
    isWanted[atom] = 1;
    queue.push(atom);
  };
  for (const { atom } of marks) want(atom);
  for (const atom of queue) {
    for (let i = whole.giversFrom[atom]!; i < whole.giversFrom[atom + 1]!; i++) {
      const rule = whole.givers[i]!;
      const { asks } = drafts[rule]!.rule;
      if (isKept[rule] === 1 || !asks.every((asked) => reached[asked] === 1)) continue;
      isKept[rule] = 1;
      for (const asked of asks) want(asked);
    }
  }
  const smallOf = new Map<number, number>();
  const kept = drafts.filter((_, rule) => isKept[rule] === 1);
  for (const atom of queue) if (!smallOf.has(atom)) smallOf.set(atom, smallOf.size);
  const of = (atoms: readonly number[]) => atoms.flatMap((atom) => smallOf.get(atom) ?? []);
  const rules = kept.map(({ rule }) => ({ ...rule, asks: of(rule.asks), gives: of(rule.gives) }));
  return {
    rules: compile(smallOf.size, rules),
    sources: [...smallOf.keys()].map((atom) => sources.get(atom) ?? { kind: "nothing" }),
    stepIds: kept.map(({ id }) => id),
    targets: marks.flatMap(({ atom, rank }) =>
      smallOf.has(atom) ? [{ atom: smallOf.get(atom)!, rank }] : [],
    ),
  };
}

export function isThere(view: View, source: Source): boolean {
  switch (source.kind) {
    case "atom":
      return view.has(source.atom);
    case "clear":
      return !view.isSet(source.condition);
    case "done":
      return view.isDone(source.step) && areAnchorsBelieved(view, source.step);
    case "start":
      return view.isFromStart(source.atom);
    case "wanted":
      return isHad(view, source.wanted);
    case "money":
      return view.lies(source.pot) || source.unseenBy.some((atom) => view.has(atom));
    case "nothing":
      return false;
  }
}

export function isHad(view: View, wanted: Wanted): boolean {
  switch (wanted.kind) {
    case "have":
      return view.has(wanted.atom);
    case "set":
      return view.isSet(wanted.condition);
    case "clear":
      return !view.isSet(wanted.condition) && hasLifted(view, wanted.condition);
    case "take":
      return view.isTaken(wanted.goal);
    case "run":
      return view.timesDone(wanted.step) > 0;
  }
}

function hasLifted({ stage, timesDone }: View, condition: ConditionId): boolean {
  return stage.steps.some(
    (step) => timesDone(step) > 0 && stepAt(stage.world, step).clears.includes(condition),
  );
}

function areAnchorsBelieved(view: View, step: StepId): boolean {
  const { gives, anchors } = view.stage;
  for (let i = anchors.from[gives.from[step]!]!; i < anchors.from[gives.from[step + 1]!]!; i++)
    if (!view.has(anchors.values[i]!)) return false;
  return true;
}
