/**
 * Steps that are held back by what they set: a new device moves no money for a day, and the owner is told of it. Whoever
 * throws it out before the day is over has answered, as with a wait.
 *
 * What answers is not named by the flow, so it is read off what others do: a step of the same institution, for the same
 * things, that takes back all it gave, or sets for good what stops at least as much as the condition that lapses.
 */
import { type AtomId, at, type ConditionId, type TraceKind } from "../model/index.ts";
import { areForTheSame } from "./cancellers.ts";
import type { Grounded, Step } from "./grounded.ts";
import { agrees } from "./guard.ts";
import { sessionsEnded } from "./seen-with.ts";

export interface HeldBack {
  readonly step: Step;
  /** What it sets that lapses. */
  readonly until: readonly ConditionId[];
  /** Minutes from when one hears of it until the first of them has lapsed. */
  readonly minutes: number;
  /** Minutes after the step until one hears of it. */
  readonly late: number;
  /** Whoever has one of these is told when it is done. */
  readonly seenBy: readonly AtomId[];
  /** What may answer it; the most it takes back first. */
  readonly by: readonly Step[];
}

const messages: readonly TraceKind[] = ["sms", "call", "mail", "notice"];

/** Those that somebody is told of and something may answer. */
export function heldBackIn(world: Grounded, isChosen: ArrayLike<number>): readonly HeldBack[] {
  const found = world.steps.flatMap((step): Omit<HeldBack, "by">[] => {
    if (step.kind !== "flow" || step.gives.length === 0 || step.flow.delay?.cancelledBy !== undefined)
      return [];
    const lapsing = step.sets.filter(({ expires }) => expires !== undefined);
    const messagesLeft = step.leaves.filter(
      ({ kind, seenBy }) => messages.includes(kind) && seenBy.length > 0,
    );
    const seenBy = messagesLeft.flatMap((trace) => trace.seenBy);
    if (lapsing.length === 0 || seenBy.length === 0) return [];
    const until = lapsing.map(({ condition }) => condition);
    const minutes = Math.min(...lapsing.map(({ expires = Infinity }) => expires));
    // Whichever of them is seen: the last to come.
    const late = Math.max(...messagesLeft.map((trace) => trace.late ?? 0));
    return [{ step, until, minutes: minutes - late, late, seenBy: [...new Set(seenBy)] }];
  });
  if (found.length === 0) return [];
  const stepsAt = Map.groupBy(world.steps, ({ institution }) => institution);
  const stopsAsMuch = comparedStops(world);
  return found.flatMap(({ step, ...held }): HeldBack[] => {
    const given = step.gives.map(({ atom }) => atom);
    const takesBack = (other: Step) => {
      const taken = takenBackBy(world, other, isChosen);
      return given.every((atom) => taken.has(atom));
    };
    const stops = (other: Step) =>
      lastingOf(other).some(
        (condition) =>
          given.every((atom) => at(world.stopsOf, atom).includes(condition)) ||
          held.until.every((each) => stopsAsMuch(condition, each)),
      );
    const others = (stepsAt.get(step.institution) ?? []).filter(
      (other) => other.kind === "flow" && other.flow !== step.flow && areForTheSame(step, other),
    );
    const back = others.filter(takesBack);
    const by = [...back, ...others.filter((other) => !back.includes(other) && stops(other))];
    return by.length === 0 ? [] : [{ step, ...held, by }];
  });
}

/** What running it takes from everybody else for good: what it throws out of, and what it revokes; copies go on. */
export function takenBackBy(world: Grounded, step: Step, isChosen: ArrayLike<number>): ReadonlySet<AtomId> {
  const { capabilities } = world.catalog.vocabulary;
  const isCopied = (atom: AtomId) => capabilities.get(at(world.atoms, atom).kind)?.copies === true;
  const revoked = step.revokes.flatMap(({ atom, guard }) => (agrees(guard, isChosen) ? [atom] : []));
  return new Set([...revoked, ...sessionsEnded(world, step, isChosen)].filter((atom) => !isCopied(atom)));
}

const lastingOf = ({ sets }: Step): readonly ConditionId[] =>
  sets.flatMap(({ condition, expires }) => (expires === undefined ? [condition] : []));

/** Whether one condition stops all that another stops; each pair is looked at once. */
function comparedStops({ steps }: Grounded): (one: ConditionId, other: ConditionId) => boolean {
  const known = new Map<string, boolean>();
  return (one, other) => {
    const key = `${one} ${other}`;
    const found =
      known.get(key) ??
      (one !== other &&
        steps.every(
          ({ needsClear, gives }) =>
            (!needsClear.includes(other) || needsClear.includes(one)) &&
            gives.every(({ stoppedBy }) => !stoppedBy.includes(other) || stoppedBy.includes(one)),
        ));
    known.set(key, found);
    return found;
  };
}
