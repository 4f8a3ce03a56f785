/**
 * What is known of a kind and of nobody in particular. An archetype says how the usual and the weakest of a kind do it;
 * nobody has read that the bank or carrier in question does it too. Against the owner it may be so all the same; for the
 * owner its ways count as unread, unless they said themselves how this one does it (a setting of the archetype's). What
 * belongs to no aspect (a SIM in the hand gets its texts) is so everywhere.
 */
import { aspectTeller } from "../../catalog/index.ts";
import type { Grounded, Step } from "../../ground/index.ts";
import { thingTypes } from "../../model/index.ts";

/** The aspect nobody has read of the institution meant; `undefined`: the step rests on no such thing. */
export type OfTheKind = (step: Step) => string | undefined;

export function ofTheKind({ catalog }: Pick<Grounded, "catalog">): OfTheKind {
  const aspectsOf = aspectTeller(catalog);
  return ({ kind, lent, institution: id, flow }) => {
    const institution = catalog.institutions.get(id);
    if (kind !== "flow" || lent !== undefined || institution?.isArchetype !== true) return undefined;
    const isSaid = flow.when.some(
      // One that nobody said is among what the step takes for possible, and is told as that.
      ({ subject, attribute }) => !Object.hasOwn(thingTypes[subject.kind].attributes, attribute),
    );
    return isSaid ? undefined : aspectsOf(institution, flow).aspects[0];
  };
}
