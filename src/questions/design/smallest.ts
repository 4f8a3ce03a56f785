/**
 * The smallest person of whom something is still so: the fewest things, the plainest attributes, nothing left unknown.
 *
 * First whatever can go, goes, part by part, until none can; then, where few enough parts are left, every smaller
 * selection of them is tried. If none of those does, it is proved that nobody made of fewer of these things does; else
 * only that nothing can be left out. Every person handed on has been asked about as it stands.
 */
import type { Catalog } from "../../catalog/index.ts";
import { compareText, thingTypes } from "../../model/index.ts";
import type { Person, Thing } from "../../person/index.ts";
import { spokenValues } from "./everybody.ts";

export interface SmallestQuestion {
  readonly catalog: Catalog;
  readonly person: Person;
  /** Whether it is so of this person. Asked again and again; each costs a world. */
  readonly isSo: (person: Person) => boolean;
  /** How often it may be asked. */
  readonly asksMax: number;
}

export interface Smallest {
  readonly person: Person;
  /** Nobody with fewer of these things. `false`: nothing can be left out, and no more is known. */
  readonly isProved: boolean;
  readonly asks: number;
}

/** `undefined`: whatever is unknown was settled one by one, no value keeps it so; it may be so of nobody. */
export function smallestPerson(question: SmallestQuestion): Smallest | undefined {
  let asks = 0;
  const isSo = (person: Person): boolean => {
    asks += 1;
    return question.isSo(person);
  };
  const isSpent = () => asks >= question.asksMax;
  const settled = settle(withoutThings(question.person, isSo, isSpent), question.catalog, isSo);
  if (settled === undefined) return undefined;
  const fewest = withoutThings(settled, isSo, isSpent);
  const person = plainest(withoutRelations(fewest, isSo, isSpent), isSo, isSpent);
  const proof = isSpent() ? "open" : hasSmaller(person, isSo, isSpent);
  if (typeof proof !== "string") return { person: proof, isProved: false, asks };
  return { person, isProved: proof === "none", asks };
}

/** The person without these things, and without what says that anything hangs on them. */
function without(person: Person, removed: ReadonlySet<string>): Person {
  // A SIM stands in its line: without it there is none.
  const sims = [...removed].flatMap((id) =>
    id.startsWith("line.") ? [`sim.${id.slice("line.".length)}`] : [],
  );
  const gone = new Set([...removed, ...sims]);
  const things = [...person.things.values()]
    .filter(({ id }) => !gone.has(id))
    .map(
      (each): Thing => ({
        ...each,
        relations: new Map(
          [...each.relations].map(([name, to]) => [
            name,
            to === "unknown" ? to : to.filter((id) => !gone.has(id)),
          ]),
        ),
      }),
    );
  const stays = (of: readonly string[]) => of.every((id) => !gone.has(id));
  return {
    ...person,
    things: new Map(things.map((each) => [each.id, each])),
    sameSecret: person.sameSecret.filter((group) => group.every(({ things: of }) => stays(of))),
    forgotten: person.forgotten.filter(({ things: of }) => stays(of)),
    conditions: person.conditions.filter(({ condition }) => stays(condition.things)),
    losses: person.losses.filter(({ goal }) => stays(goal.things)),
    measures: [],
  };
}

/** Whoever is asked about is there. */
const removableOf = ({ things }: Person): readonly string[] =>
  [...things.keys()].filter((id) => id !== "person").sort(compareText);

/** Halves first, then ever smaller parts, as long as something went: some hundred things in a few dozen askings. */
function withoutThings(from: Person, isSo: (person: Person) => boolean, isSpent: () => boolean): Person {
  let person = from;
  let size = Math.ceil(person.things.size / 2);
  while (size >= 1) {
    const ids = removableOf(person);
    let hasGone = false;
    for (let at = 0; at < ids.length && !isSpent(); at += size) {
      const smaller = without(person, new Set(ids.slice(at, at + size)));
      if (!isSo(smaller)) continue;
      person = smaller;
      hasGone = true;
    }
    if (isSpent()) return person;
    if (!hasGone || size > 1) size = size === 1 ? 0 : Math.ceil(size / 2);
  }
  return person;
}

/** Everything unknown gets a value with which it is still so; `undefined` where none does. */
function settle(from: Person, catalog: Catalog, isSo: (person: Person) => boolean): Person | undefined {
  let person = from;
  for (const id of [...person.things.keys()].sort(compareText)) {
    for (const option of unknownsOf(thingIn(person, id))) {
      const found = valuesOf(person, thingIn(person, id), option, catalog)
        .map((value) => withValue(person, id, option, value))
        .find(isSo);
      if (found === undefined) return undefined;
      person = found;
    }
  }
  return person;
}

interface Option {
  readonly what: "attribute" | "relation";
  readonly name: string;
}

const unknownsOf = ({ attributes, relations }: Thing): readonly Option[] => [
  ...[...attributes].flatMap(([name, value]): readonly Option[] =>
    value === "unknown" ? [{ what: "attribute", name }] : [],
  ),
  ...[...relations].flatMap(([name, to]): readonly Option[] =>
    to === "unknown" ? [{ what: "relation", name }] : [],
  ),
];

function thingIn(person: Person, id: string): Thing {
  const found = person.things.get(id);
  if (found === undefined) throw new RangeError(`no thing \`${id}\``);
  return found;
}

/** The plainest first: what a file says by saying nothing. */
function valuesOf(
  person: Person,
  each: Thing,
  { what, name }: Option,
  catalog: Catalog,
): readonly (string | readonly string[])[] {
  const type = thingTypes[each.kind];
  if (what === "relation") {
    const to = type.relations[name]?.to;
    const targets = [...person.things.values()].filter(({ kind, id }) => kind === to && id !== each.id);
    return [[], ...targets.map(({ id }) => [id])];
  }
  const values = [
    ...(type.attributes[name]?.values ?? []),
    ...(catalog.institutions.get(each.institution ?? "")?.settings.get(name)?.values ?? []),
    ...(spokenValues(catalog).get(`${each.kind}.${name}`) ?? []),
  ];
  return [...new Set(values)].filter((value) => value !== "unknown");
}

function withValue(
  person: Person,
  id: string,
  { name }: Pick<Option, "name">,
  value: string | readonly string[],
): Person {
  const each = thingIn(person, id);
  const changed: Thing =
    typeof value === "string"
      ? { ...each, attributes: new Map([...each.attributes, [name, value]]) }
      : { ...each, relations: new Map([...each.relations, [name, value]]) };
  return { ...person, things: new Map([...person.things, [id, changed]]) };
}

function withoutRelations(from: Person, isSo: (person: Person) => boolean, isSpent: () => boolean): Person {
  let person = from;
  for (const id of [...person.things.keys()].sort(compareText))
    for (const [name, to] of thingIn(person, id).relations) {
      if (to === "unknown" || to.length === 0 || isSpent()) continue;
      for (const less of [[], ...to.map((each) => [each])]) {
        if (less.length >= to.length) continue;
        const smaller = withValue(person, id, { name }, less);
        if (!isSo(smaller)) continue;
        person = smaller;
        break;
      }
    }
  return person;
}

/** What need not be said is not said: the table's own value stands for it. */
function plainest(from: Person, isSo: (person: Person) => boolean, isSpent: () => boolean): Person {
  let person = from;
  for (const id of [...person.things.keys()].sort(compareText))
    for (const name of [...thingIn(person, id).attributes.keys()]) {
      if (isSpent()) return person;
      const each = thingIn(person, id);
      const attributes = new Map([...each.attributes].filter(([other]) => other !== name));
      const smaller: Person = {
        ...person,
        things: new Map([...person.things, [id, { ...each, attributes }]]),
      };
      if (isSo(smaller) && !isUnknown(smaller, id, name)) person = smaller;
    }
  return person;
}

/** Saying nothing of an attribute whose first value is `unknown` would leave it open again. */
const isUnknown = (person: Person, id: string, name: string): boolean => {
  const values = thingTypes[thingIn(person, id).kind].attributes[name]?.values;
  return values === undefined || values[0] === "unknown";
};

/** Every selection with fewer things, the smallest first: one of whom it is so, or that there is none. */
function hasSmaller(
  person: Person,
  isSo: (person: Person) => boolean,
  isSpent: () => boolean,
): Person | "none" | "open" {
  const ids = removableOf(person);
  if (ids.length > thingsTriedMax) return "open";
  const sets = Array.from({ length: 2 ** ids.length - 1 }, (_, bits) =>
    ids.filter((_id, i) => (bits >> i) % 2 === 1),
  ).sort((a, b) => a.length - b.length);
  for (const kept of sets) {
    if (isSpent()) return "open";
    const smaller = without(person, new Set(ids.filter((id) => !kept.includes(id))));
    if (isSo(smaller)) return smaller;
  }
  return "none";
}

/** Two to the power of this are asked at most. */
const thingsTriedMax = 10;
