/**
 * What a block costs whoever sets it: the things the owner uses and does without while it stands. Each capability the
 * vocabulary has a use for counts (paying with a card, answering calls); a thing the owner does not think of is not used.
 */
import type { Grounded } from "../../ground/index.ts";
import { at, type ChoiceId, type ConditionId, capability } from "../../model/index.ts";

/** As capabilities, `charge(card.everyday)`. */
export function doesWithout(
  { catalog, conditions, wiring, person }: Grounded,
  condition: ConditionId,
): readonly string[] {
  const { capabilities, conditions: words } = catalog.vocabulary;
  const { kind, things } = at(conditions, condition).capability;
  const isUsed = things.every(
    (thing) => person.things.has(thing) && wiring.valueOf(thing, "seen-by-owner") !== "false",
  );
  if (!isUsed) return [];
  const word = words.get(kind);
  // What stops money that is gone already takes nothing from the owner.
  if (word?.roles.includes("rescue") === true) return [];
  return (word?.stops ?? []).flatMap((stopped) => {
    const stops = capabilities.get(stopped);
    const isOfThese = stops?.of.length === things.length;
    return stops?.use === undefined || !isOfThese ? [] : [capability({ kind: stopped, things }).text];
  });
}

/** The same of a measure: of every condition it sets. */
export function doesWithoutUnder(world: Grounded, choice: ChoiceId): readonly string[] {
  const set = world.conditions.flatMap(({ setters }, condition) =>
    setters.some((setter) => setter.choice === choice) ? [condition as ConditionId] : [],
  );
  return [...new Set(set.flatMap((condition) => doesWithout(world, condition)))];
}
