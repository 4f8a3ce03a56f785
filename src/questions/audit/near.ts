/**
 * What habits do about what is near: losses that are taken, or would be if what nobody has read were as weak as it is
 * elsewhere (distance 1 and 2). A habit helps when such a loss then wants a looser way than any that is read.
 *
 * What to know to trust it: only the owner's own habits: no block, which is an act of the night and stops the owner's
 * own use of the thing as well (a freeze, a card reported lost, a number suspended); none that shuts the owner out of what they get back to
 * today. Each is weighed by itself, then all together with what turns out needless taken away again, the dearest first;
 * `measures` is small and does what all together do, but the smallest is not proved.
 */
import { closure } from "../../graph/index.ts";
import { amountOf, atomsOf, type Grounded, heldIn, ownerStart } from "../../ground/index.ts";
import { at, type ChoiceId } from "../../model/index.ts";
import { activeWith, nodesOf, ownerGoals, type Reach, reachesAtom } from "../../reach/index.ts";
import type { NearAnswer } from "./answer.ts";

export interface NearQuestion {
  /** By what was read: the owner's ways are judged in it. */
  readonly reach: Reach;
  readonly lent: Reach;
  readonly held: readonly string[];
  readonly inForce: readonly ChoiceId[];
}

export function nearOf(question: NearQuestion): NearAnswer {
  const { lent, inForce } = question;
  const { goals, choices } = lent.world;
  const reached = reachedWith(question);
  const isOwnerIn = ownerWith(question);
  const isAct = actsOf(lent.world);
  const now = reached(inForce);
  const near = goals.filter((_, index) => now(index));
  const own = choices
    .filter(({ by, index }) => by === "person" && !inForce.includes(index) && !isAct.has(index))
    .map(({ index }) => index)
    .filter((choice) => isOwnerIn([...inForce, choice]));
  const movedBy = (selection: readonly ChoiceId[]) => {
    const left = reached([...inForce, ...selection]);
    return goals.filter((_, index) => now(index) && !left(index));
  };
  const helps = own
    .map((choice) => ({ choice, moved: movedBy([choice]) }))
    .filter(({ moved }) => moved.length > 0)
    .sort(
      (a, b) =>
        b.moved.length - a.moved.length || at(choices, a.choice).effort - at(choices, b.choice).effort,
    );
  const together = fewest({
    own,
    effortOf: (choice) => at(choices, choice).effort,
    movedBy,
    isOwnerIn: (selection) => isOwnerIn([...inForce, ...selection]),
  });
  const moved = new Set(movedBy(together));
  const idOf = (choice: ChoiceId) => at(choices, choice).id;
  return {
    helps: helps.map(({ choice, moved: each }) => ({
      measure: idOf(choice),
      moved: each.map(({ id }) => id),
      amount: amountOf(each),
    })),
    measures: together.map(idOf),
    left: near.filter((goal) => !moved.has(goal)).map(({ id }) => id),
  };
}

/** All that leave the owner in, and of these only what is needed for what all of them do. */
function fewest({ own, effortOf, movedBy, isOwnerIn }: Fewest): readonly ChoiceId[] {
  const all: ChoiceId[] = [];
  for (const choice of own) if (isOwnerIn([...all, choice])) all.push(choice);
  const moved = movedBy(all).length;
  const dearestFirst = [...all].sort((a, b) => effortOf(b) - effortOf(a));
  return dearestFirst.reduce<readonly ChoiceId[]>((taken, choice) => {
    const without = taken.filter((other) => other !== choice);
    return movedBy(without).length === moved ? without : taken;
  }, all);
}

interface Fewest {
  readonly own: readonly ChoiceId[];
  readonly effortOf: (choice: ChoiceId) => number;
  readonly movedBy: (selection: readonly ChoiceId[]) => readonly unknown[];
  readonly isOwnerIn: (selection: readonly ChoiceId[]) => boolean;
}

/** Measures that set what stops a loss of the thing itself, or what the owner needs every day. */
function actsOf({ conditions, stopsOf, goals, atoms, catalog }: Grounded): ReadonlySet<ChoiceId> {
  const stopping = new Set(goals.flatMap(({ atom }) => stopsOf[atom] ?? []));
  const { capabilities } = catalog.vocabulary;
  for (const [atom, stops] of stopsOf.entries())
    if (capabilities.get(atoms[atom]?.kind ?? "")?.needed === true)
      for (const condition of stops) stopping.add(condition);
  return new Set(
    conditions.flatMap(({ setters }, condition) =>
      [...stopping].some((each) => each === condition) ? setters.flatMap(({ choice }) => choice ?? []) : [],
    ),
  );
}

/** What is near under a selection, by goal: through read rules and those lent at distance 1 and 2. */
function reachedWith({
  lent,
  held,
}: NearQuestion): (measures: readonly ChoiceId[]) => (goal: number) => boolean {
  const { world, rules, origins, goalNodes } = lent;
  const start = nodesOf(lent, atomsOf(world, heldIn(world, held)));
  const isFar = origins.map(
    (origin) =>
      (origin.kind === "step" || origin.kind === "yield") &&
      at(world.steps, origin.step).lent?.distance === 3,
  );
  return (measures) => {
    const active = activeWith(lent, measures).map((isActive, rule) => (isFar[rule] === true ? 0 : isActive));
    const { reached } = closure(rules, start, active);
    return (goal) => reached[at(goalNodes, goal)] === 1;
  };
}

function ownerWith({ reach, held, inForce }: NearQuestion): (measures: readonly ChoiceId[]) => boolean {
  const { world, rules } = reach;
  const owner = nodesOf(reach, ownerStart(world, heldIn(world, held)));
  const under = (measures: readonly ChoiceId[]) =>
    reachesAtom(reach, closure(rules, owner, activeWith(reach, measures)).reached);
  const [today, without] = [under(inForce), under([])];
  const needs = ownerGoals(world, (atom) => today(atom) && without(atom));
  return (measures) => {
    const keeps = under(measures);
    return needs.every(keeps);
  };
}
