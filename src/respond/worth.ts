/**
 * What an act keeps at its place: all that can be taken there by a step it stops, or that it brings away. Told apart from
 * what the nights say: it orders acts by what each minute of them keeps, as one of the orders that are tried whole.
 *
 * Why it is needed: acts one by one hide what they do together. While the cards are bound to two wallets, to stop either
 * of them alone keeps next to nothing, and in few nights it looks like no help at all.
 */
import type { Grounded, Step } from "../ground/index.ts";
import { type AtomId, at, type ConditionId, conditionsWithRole } from "../model/index.ts";
import type { Candidate } from "./acts.ts";

export interface WorthQuestion {
  readonly world: Grounded;
  readonly candidates: readonly Candidate[];
  readonly isInDanger: (atom: AtomId) => boolean;
}

/** A call takes a while, however short the flow behind it is. */
const minutesLeast = 3;
/** What takes longer is an errand, and comes after the calls. */
const callMinutesMost = 30;

/**
 * By what each minute of an act keeps, the most first. Once what keeps the money itself goes before what leads to it: a
 * card before the wallet it is bound to; once what leads to most goes first. Of each, what silences the number before all
 * that, and behind it.
 */
export function ordersByWorth(question: WorthQuestion): readonly (readonly Candidate[])[] {
  const worth = worthBy(question);
  return [
    ...ordersBy(question, (each) => worth(each, "itself")),
    ...ordersBy(question, (each) => worth(each, "and what it leads to")),
  ];
}

function ordersBy(
  { world, candidates }: WorthQuestion,
  worth: (candidate: Candidate) => number,
): readonly (readonly Candidate[])[] {
  const silencing = new Set(conditionsWithRole(world.catalog.vocabulary, "silences"));
  const perMinute = (each: Candidate) => worth(each) / Math.max(minutesLeast, each.minutes);
  const isOfNumber = ({ sets }: Candidate) =>
    sets.some((condition) => silencing.has(at(world.conditions, condition).capability.kind));
  const sorted = candidates
    .filter((each) => each.minutes <= callMinutesMost && (isOfNumber(each) || worth(each) > 0))
    .sort((a, b) => perMinute(b) - perMinute(a) || a.minutes - b.minutes || (a.id < b.id ? -1 : 1));
  const [number, others] = [sorted.filter(isOfNumber), sorted.filter((each) => !isOfNumber(each))];
  return [
    [...number, ...others],
    [...others, ...number],
  ];
}

/** Of each loss as much as is stated, once, by whatever steps it could be taken. */
function worthBy({ world, isInDanger }: WorthQuestion) {
  const amounts = new Map(world.goals.map(({ atom, amount }) => [atom, amount ?? 0] as const));
  const keptBy = new Map<ConditionId, Set<AtomId>>();
  for (const step of world.steps) {
    if (step.kind !== "flow" || !step.asks.every(isInDanger)) continue;
    for (const { atom, stoppedBy } of step.gives) {
      if (!amounts.has(atom)) continue;
      for (const condition of [...stoppedBy, ...stopping(world, step)]) {
        const kept = keptBy.get(condition) ?? new Set();
        keptBy.set(condition, kept.add(atom));
      }
    }
  }
  const thingOf = (atom: AtomId) => at(world.atoms, atom).things[0];
  return ({ kind, sets, gains }: Candidate, which: "itself" | "and what it leads to"): number => {
    const kept = new Set(
      sets.flatMap((condition) => {
        const [thing] = at(world.conditions, condition).capability.things;
        const all = [...(keptBy.get(condition) ?? [])];
        return which === "itself" ? all.filter((atom) => thingOf(atom) === thing) : all;
      }),
    );
    if (kind === "rescue") for (const atom of gains) kept.add(atom);
    return [...kept].reduce((total, atom) => total + (amounts.get(atom) ?? 0), 0);
  };
}

/** What stops this step: set at it, or keeping from whoever runs it what it asks. */
const stopping = (world: Grounded, { asks, needsClear }: Step): readonly ConditionId[] => [
  ...needsClear,
  ...asks.flatMap((atom) => at(world.stopsOf, atom)),
];
