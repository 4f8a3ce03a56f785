/** A person kept here, and how a change of their things reaches what hangs on them: the hand, the switches, the list. */
import { currencyIn } from "../../../src/model/index.ts";
import type { KeptPerson } from "../store/people.ts";
import { isThere, type PersonDocument, type ThingId } from "./document.ts";
import { type Change, describePerson } from "./edit.ts";
import { heldAfter, usualHeld } from "./held.ts";
import { slug } from "./ids.ts";

export function newPerson(name: string, region: string | undefined): KeptPerson {
  const base: PersonDocument = { person: { id: slug(name) || "person" } };
  const currency = currencyIn(region);
  return keptFrom(
    describePerson(base, {
      name,
      ...(region === undefined ? {} : { region }),
      ...(currency === undefined ? {} : { currency }),
    }),
  );
}

export const keptFrom = (document: PersonDocument): KeptPerson => ({
  document,
  held: usualHeld(document),
  measures: [],
  done: [],
});

/** The person after a change of the document; measures of things that are gone are neither switched on nor done. */
export function changed(person: KeptPerson, change: Change): KeptPerson {
  const document = change(person.document);
  if (document === person.document) return person;
  const stays = (measure: string) =>
    thingsIn(measure).every((id) => isThere(document, id) || !isThere(person.document, id)) &&
    (document.measures?.[measure] !== undefined || person.document.measures?.[measure] === undefined);
  return {
    ...person,
    document,
    held: heldAfter(person.held, person.document, document),
    measures: person.measures.filter(stays),
    done: person.done.filter(stays),
  };
}

/** `set-sim-pin(sim.main)` speaks of a SIM. */
const thingsIn = (measure: string): readonly ThingId[] => /\((.*)\)$/.exec(measure)?.[1]?.split(", ") ?? [];
