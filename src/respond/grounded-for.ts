/**
 * The world an incident takes place in: the person's, with assumed sums, and what is lent where nobody has read.
 *
 * To the owner is lent that a bank, carrier or wallet can be told to block, as is usual for its kind: whoever stands at
 * the telephone asks for it whether we have read it or not. To the other side are lent the ways into institutions of
 * which nothing is read, or next to nothing. Everything lent is marked, and told as a thing to be tried.
 */
import { type Catalog, readingsOn } from "../catalog/index.ts";
import { type CouldLend, type Grounded, ground, lendingOf } from "../ground/index.ts";
import type { Person } from "../person/index.ts";
import { type Weighed, withAssumedSums } from "./amounts.ts";

export type GroundedFor = Pick<Weighed, "assumed" | "unknown"> & { readonly world: Grounded };

/** So few flows say how one thing is done there, and not how money leaves. */
const hardlyRead = 2;

/** The same world for the same person and day, as long as both are held by whoever asks again. */
const known = new WeakMap<Catalog, WeakMap<Person, Map<string, GroundedFor>>>();

export function groundedFor(catalog: Catalog, person: Person, today: string): GroundedFor {
  const people = known.get(catalog) ?? new WeakMap<Person, Map<string, GroundedFor>>();
  const days = people.get(person) ?? new Map<string, GroundedFor>();
  const found = days.get(today) ?? made(catalog, person, today);
  known.set(catalog, people.set(person, days.set(today, found)));
  return found;
}

function made(catalog: Catalog, person: Person, today: string): GroundedFor {
  const isUnread = (institution: string) => {
    const flows = catalog.institutions.get(institution)?.flows;
    return flows === undefined || flows.length === 0;
  };
  const isHardlyRead = (institution: string) =>
    (catalog.institutions.get(institution)?.flows.length ?? 0) <= hardlyRead;
  // Of a place of which a little is read, what is common among its like is lent too: it is hardly another world.
  const isLent = ({ institution, isOwners, distance }: CouldLend) =>
    isOwners ? distance < 3 : isUnread(institution) || (isHardlyRead(institution) && distance < 3);
  const asOf = person.asOf ?? today;
  const lend = lendingOf({ readings: readingsOn(catalog, asOf), person, asOf, isLent });
  const weighed = withAssumedSums(ground({ catalog, person, today, lend }));
  const world = ground({ catalog, person: weighed.person, today, lend });
  return { world, assumed: weighed.assumed, unknown: weighed.unknown };
}
