/**
 * What may be lost where nobody said how much: an assumed sum in the place of every unknown one that some flow takes, so
 * that a plan can be weighed at all. It ranks; it is never told as somebody's money.
 */
import type { Grounded } from "../ground/index.ts";
import { at } from "../model/index.ts";
import type { Person, Thing } from "../person/index.ts";

/** Where nothing at all is stated. Only its ratio to other sums matters. */
const assumedUsually = 1_000;
/** Who names a bank and no wallet may have one all the same, and has more likely what was named. */
const unnamedShare = 1 / 3;

export interface Weighed {
  readonly person: Person;
  /** The sum taken for every unknown one. */
  readonly assumed: number;
  /** `balance card.main`: what nobody stated. */
  readonly unknown: readonly string[];
}

/** The person with every unknown sum in danger filled in by the middle of the stated ones. */
export function withAssumedSums({ person, goals, atoms, catalog, wiring }: Grounded): Weighed {
  const stated = goals.flatMap(({ amount }) => (amount !== undefined && amount > 0 ? [amount] : []));
  stated.sort((a, b) => a - b);
  const assumed = stated[Math.floor(stated.length / 2)] ?? assumedUsually;
  const isNamed = ({ institution }: Thing) =>
    institution === undefined || catalog.institutions.get(institution)?.isArchetype !== true;
  const isAnyNamed = goals.some(({ atom }) => {
    const thing = person.things.get(at(atoms, atom).things[0] ?? "");
    return thing !== undefined && isNamed(thing);
  });
  const weightOf = (thing: Thing) =>
    isAnyNamed && !isNamed(thing) ? Math.ceil(assumed * unnamedShare) : assumed;
  const unknown: string[] = [];
  const things = new Map(person.things);
  for (const { amount, atom } of goals) {
    if (amount !== undefined) continue;
    const { kind, things: subjects } = at(atoms, atom);
    const [attribute] = catalog.vocabulary.capabilities.get(kind)?.loss ?? [];
    const thing = things.get(subjects[0] ?? "");
    if (attribute === undefined || thing === undefined) continue;
    if (Number.isFinite(Number(wiring.valueOf(thing.id, attribute)))) continue;
    things.set(thing.id, {
      ...thing,
      attributes: new Map([...thing.attributes, [attribute, String(weightOf(thing))] as const]),
    });
    unknown.push(`${attribute} ${thing.id}`);
  }
  return { person: { ...person, things }, assumed, unknown };
}
