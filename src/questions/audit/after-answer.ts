/**
 * What is left to whoever was answered while they were held back: all they had come to, without what the answer took
 * back, and once the condition that held them back has lapsed.
 *
 * Nothing may follow from it that did not follow before, so that what is said of the time until then holds for good.
 * They may begin anew, and are then held back, and told of, anew; what others set goes on as it was read.
 */
import { type Closure, closure } from "../../graph/index.ts";
import { anchorsOf, type HeldBack, type Step, setAnchorsOf, takenBackBy } from "../../ground/index.ts";
import { type AtomId, at, type ConditionId } from "../../model/index.ts";
import { type Node, type Reach, stepOfRule } from "../../reach/index.ts";

export interface AfterQuestion {
  readonly reach: Reach;
  readonly isChosen: ArrayLike<number>;
  /** How far they get while every lapse is answered, and by which rules. */
  readonly found: Pick<Closure, "reached" | "missing">;
  readonly active: Uint8Array;
  /** All that are answered. */
  readonly answered: readonly HeldBack[];
}

/** Whether nothing more is reached once this has been answered by that. */
export function leadsNoFurther(question: AfterQuestion, held: HeldBack, by: Step): boolean {
  const { reach, isChosen, found, active } = question;
  const taken = takenBackBy(reach.world, by, isChosen);
  const set = by.sets.flatMap(({ condition, expires }) => (expires === undefined ? [condition] : []));
  const left = new Set<Node>();
  for (const [node, isReached] of found.reached.entries()) if (isReached === 1) left.add(node);
  for (const node of [...nodesTaken(reach, taken, set), ...refusedRuns(reach)]) left.delete(node);
  for (const condition of held.until) {
    const own = reach.ownSettings.get(condition);
    if (own !== undefined) left.add(own.over);
  }
  const open = rulesAfter(question, { held, taken, set });
  const after = closure(reach.rules, [...left], open);
  return reach.origins.every(({ kind }, rule) => {
    const isNew = open[rule] === 1 && after.missing[rule] === 0 && found.missing[rule] !== 0;
    return !isNew || !(kind === "step" || kind === "yield") || active[rule] !== 1;
  });
}

/** What is not had any more, in whichever node it stands. */
function nodesTaken(
  { nodeOfAtom, heldNodes, leakedNodes, clearNodes, ownSettings }: Reach,
  taken: ReadonlySet<AtomId>,
  set: readonly ConditionId[],
): readonly Node[] {
  const nodes = [...taken].flatMap((atom) =>
    [nodeOfAtom, heldNodes, leakedNodes].flatMap((each) => each.get(atom) ?? []),
  );
  nodes.push(...set.map((condition) => at(clearNodes, condition)));
  const shadows = [...ownSettings.values()].flatMap((own) =>
    nodes.flatMap((node) => own.shadows.get(node) ?? []),
  );
  return [...nodes, ...shadows, ...set.flatMap((condition) => ownSettings.get(condition)?.heeded ?? [])];
}

/** What was run in vain while something stopped it, and does not wait: it has to be run anew. */
function refusedRuns({ world, meanings }: Reach): readonly Node[] {
  return meanings.flatMap((meaning, node) => {
    if (meaning.kind !== "run") return [];
    const step = at(world.steps, meaning.step);
    const waits = step.gives.some(
      ({ atom }) => anchorsOf(world, step, atom).length + setAnchorsOf(world, step, atom).length > 0,
    );
    return waits ? [] : [node];
  });
}

interface Answer {
  readonly held: HeldBack;
  readonly taken: ReadonlySet<AtomId>;
  readonly set: readonly ConditionId[];
}

/** Those who are held back by the same are so anew when they begin anew; what was taken back waits for nobody's lapse. */
function rulesAfter({ reach, active, answered }: AfterQuestion, { held, taken, set }: Answer): Uint8Array {
  const alike = new Map<Step, boolean>();
  for (const { step, until } of answered)
    if (until.some((condition) => held.until.includes(condition)))
      alike.set(
        step,
        step.gives.every(({ atom }) => taken.has(atom)),
      );
  return active.map((isActive, rule) => {
    const origin = at(reach.origins, rule);
    if ((origin.kind === "unset" || origin.kind === "lapse") && set.includes(origin.condition)) return 0;
    const step = stepOfRule(reach, rule);
    const isTaken = step === undefined ? undefined : alike.get(step);
    return isTaken === undefined || (origin.kind === "yield" && !isTaken) ? isActive : 0;
  });
}
