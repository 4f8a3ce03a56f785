/** What of the person's a word means: a thing, or what hangs on a place by any of the names people have for it. */
import { institutionsCalled, isSameName } from "../catalog/index.ts";
import type { Grounded } from "../ground/index.ts";
import { nameOfUnread } from "../model/index.ts";
import { institutionMeant } from "./institution-meant.ts";

/**
 * The things a word means: a thing of the person; all that hang on an institution, by any of its names, or those of one
 * kind that do (`account.nubank`, of somebody whose account has another name in the file). Where nothing of that kind
 * hangs on it, all that does: few people know whether a bank calls it a card or an account.
 */
export function meantBy(world: Grounded, on: string): ReadonlySet<string> {
  const { things } = world.wiring;
  if (things.has(on)) return new Set([on]);
  const [kind, rest] = on.split(".", 2);
  const at = (is: (institution: string) => boolean, of?: string) =>
    [...things.values()].filter(
      (thing) =>
        thing.institution !== undefined &&
        is(thing.institution) &&
        (of === undefined || (thing.kind === of && thing.isNew !== true)),
    );
  const own = [...things.values()].filter(({ isNew }) => isNew !== true);
  const isCalled = (name: string) => (id: string) => isNamed(world, id, name);
  const tried = [
    () => [...own.filter(({ name }) => name === on), ...at((id) => id === on)],
    () => (rest === undefined ? [] : at((id) => id === rest, kind)),
    () => at(isCalled(on)),
    () => (rest === undefined ? [] : at(isCalled(rest), kind)),
    () => (rest === undefined ? [] : at(isCalled(rest))),
  ];
  for (const find of tried) {
    const found = find();
    if (found.length > 0) return new Set(found.map(({ id }) => id));
  }
  return new Set();
}

/** Where the things a word means are. */
export const placesMeant = (world: Grounded, on: string): ReadonlySet<string> =>
  placesOfThings(world, meantBy(world, on));

const placesOfThings = ({ wiring }: Grounded, things: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...things].flatMap((id) => wiring.things.get(id)?.institution ?? []));

/** With them, what else of the owner's is at the same places: a row in an account's list is one of its card's. */
export function sidesOf(world: Grounded, things: ReadonlySet<string>): ReadonlySet<string> {
  const places = placesOfThings(world, things);
  const sides = [...world.wiring.things.values()].filter(
    ({ institution, isNew, kind }) =>
      institution !== undefined &&
      isNew !== true &&
      places.has(institution) &&
      (kind === "card" || kind === "account"),
  );
  return new Set([...things, ...sides.map(({ id }) => id)]);
}

/** Whether this is what an institution is called: its id, a name of it, or one of the others it goes by. */
export const isNamed = (world: Grounded, id: string, name: string): boolean =>
  id === name ||
  (!world.catalog.institutions.has(id) && isSameName(nameOfUnread(id), name)) ||
  calledSo(world, name).has(id);

/** Asked for every step there is. */
const called = new WeakMap<Grounded, Map<string, ReadonlySet<string>>>();

function calledSo(world: Grounded, name: string): ReadonlySet<string> {
  const { catalog, person } = world;
  const names = called.get(world) ?? new Map<string, ReadonlySet<string>>();
  called.set(world, names);
  const known = names.get(name);
  if (known !== undefined) return known;
  const all = institutionsCalled(catalog, name);
  const meant = all.length > 0 ? undefined : institutionMeant(catalog, name, person.region);
  const ids = new Set([...all, ...(meant === undefined ? [] : [meant])].map(({ id }) => id));
  if (names.size < namesKept) names.set(name, ids);
  return ids;
}

/** A night has few senders; more are looked up again. */
const namesKept = 1_000;

/** Of the institutions that run something of the person's, the one called this. */
export const institutionNamed = (world: Grounded, name: string): string | undefined =>
  [...world.wiring.things.values()].find(
    ({ institution, isNew }) =>
      institution !== undefined && isNew !== true && isNamed(world, institution, name),
  )?.institution;
