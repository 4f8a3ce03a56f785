/** A random world with a question: what the intruder holds, what is set, which measures are in force, from when. */
import type { Catalog } from "../../src/catalog/index.ts";
import { type Grounded, ground } from "../../src/ground/index.ts";
import type { Person } from "../../src/person/index.ts";
import { decisionsOf, type PlainDecision } from "../plain/plain-world.ts";
import type { WorldText } from "./generators.ts";
import { catalogOf, personOf } from "./small-world.ts";

export interface AskedWorld {
  readonly catalog: Catalog;
  readonly person: Person;
  readonly world: Grounded;
  readonly decisions: readonly PlainDecision[];
  readonly held: readonly string[];
  readonly conditions: readonly string[];
  readonly startsAt: number | undefined;
  /** Some selections of measures, the empty one first. */
  readonly selections: readonly (readonly string[])[];
}

export function askedWorld({ institutions, measures, person: personText, picks }: WorldText): AskedWorld {
  const catalog = catalogOf(...institutions, ...(measures === undefined ? [] : [measures]));
  const person = personOf(personText, catalog);
  const at = (i: number) => picks[i] ?? 0;
  const held = [...new Set(picks.slice(0, 6).flatMap((number) => pick(holdable(person), number)))];
  const conditions = at(6) % 3 === 0 ? pick(settable(person), at(7)) : [];
  const startsAt = at(8) % 3 === 0 ? at(9) : undefined;
  const decisions = decisionsOf({ catalog, person, conditions });
  const ids = decisions.map(({ id }) => id).sort();
  const selections = [
    [],
    ids.filter((_, i) => (at(10) >> (i % 12)) % 2 === 1),
    ids.filter((_, i) => (at(11) >> (i % 12)) % 4 === 1),
  ];
  return {
    catalog,
    person,
    world: ground({ catalog, person, conditions }),
    decisions,
    held,
    conditions,
    startsAt,
    selections,
  };
}

function pick<T>(from: readonly T[], number: number): readonly T[] {
  const found = from[number % Math.max(1, from.length)];
  return found === undefined ? [] : [found];
}

/** What somebody may hold of these things at the start. */
function holdable(person: Person): readonly string[] {
  const words: Readonly<Record<string, readonly string[]>> = {
    person: ["show-face(#)", "know(#.id-number)"],
    line: ["receive-sms(#)"],
    sim: ["possess(#)", "know(#.pin)"],
    device: ["possess(#)", "unlock(#)"],
    card: ["possess(#)", "know(#.number)", "know(#.pin)"],
    account: ["enter(#)", "know(#.password)"],
    mailbox: ["read-mail(#)"],
    document: ["possess(#)"],
  };
  return inOrder(person).flatMap(({ kind, id }) => (words[kind] ?? []).map((word) => word.replace("#", id)));
}

/** The same question whatever the order in which the file names the things. */
const inOrder = (person: Person) => [...person.things.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

const settable = (person: Person): readonly string[] =>
  inOrder(person).flatMap(({ kind, id }) =>
    kind === "line"
      ? [`suspended(${id})`]
      : kind === "card"
        ? [`blocked(${id})`]
        : kind === "account"
          ? [`frozen(${id})`]
          : [],
  );
