/** A person that has been read, written down again: the founding case becomes a file one can change. */
import { type ThingKind, thingTypes } from "../../../src/model/index.ts";
import { type Person, rangeOf, type Thing } from "../../../src/person/index.ts";
import { type Body, entryKinds, type PersonDocument, splitId, withEntries } from "./document.ts";

export function documentOf(person: Person): PersonDocument {
  const { id, name, region, currency, asOf } = person;
  let document: PersonDocument = {
    person: {
      id,
      name,
      ...(region === undefined ? {} : { region }),
      ...(currency === undefined ? {} : { currency }),
      ...(asOf === undefined ? {} : { "as-of": asOf }),
    },
  };
  const things = [...person.things.values()];
  for (const kind of entryKinds) {
    const entries = things
      .filter((thing) => thing.kind === kind)
      .map((thing) => [thing.name, bodyFrom(person, thing)]);
    document = withEntries(document, kind, Object.fromEntries(entries));
  }
  const { helpers, sameSecret, forgotten, conditions, losses, measures } = person;
  return {
    ...document,
    ...(helpers.size === 0
      ? {}
      : { helpers: Object.fromEntries([...helpers].map(([key, said]) => [key, { name: said }])) }),
    // They are kept as what is known: `know(account.alipay.password)`.
    ...list(
      "same-secret",
      sameSecret.map((group) => group.map(({ things, secret }) => `${things.join(", ")}.${secret}`)),
    ),
    ...list(
      "forgotten",
      forgotten.map(({ text }) => text),
    ),
    ...list("conditions", conditions.map(conditionOf)),
    ...list(
      "losses",
      losses.map(({ goal, amount, atLeast, harm, title }) => ({
        goal: goal.text,
        ...(harm === undefined ? {} : { harm }),
        ...(amount === undefined ? {} : { amount: rangeOf(amount, atLeast) }),
        ...title,
      })),
    ),
    ...(measures.length === 0 ? {} : { measures: Object.fromEntries(measures.map(measureOf)) }),
  };
}

function bodyFrom(person: Person, thing: Thing): Body {
  const { institutionKey } = thingTypes[thing.kind];
  const sim = thing.kind === "line" ? person.things.get(`sim.${thing.name}`) : undefined;
  return {
    ...(thing.title === undefined ? {} : { name: thing.title }),
    ...(thing.of === undefined ? {} : { of: thing.of }),
    ...(institutionKey === undefined || thing.institution === undefined
      ? {}
      : { [institutionKey]: thing.institution }),
    ...(thing.kind === "line" ? { sim: sim === undefined ? null : simFrom(sim) } : {}),
    ...relationsFrom(thing),
    ...attributesFrom(thing),
  };
}

function simFrom(sim: Thing): Body {
  const device = sim.relations.get("device");
  return {
    ...(device === undefined
      ? {}
      : { in: device === "unknown" ? device : device[0] === undefined ? "none" : splitId(device[0]).name }),
    ...attributesFrom(sim),
  };
}

function relationsFrom({ kind, relations }: Thing): Body {
  const written = [...relations].map(([key, targets]) => {
    if (targets === "unknown") return [key, targets];
    const names = targets.map((target) => splitId(target).name);
    if (names.length === 0) return [key, "none"];
    return [key, thingTypes[kind].relations[key]?.many === true ? names : names[0]];
  });
  return Object.fromEntries(written);
}

/** Attributes every thing of the kind has stand beside it, its institution's under `settings`. */
function attributesFrom({ kind, attributes, atLeast }: Thing): Body {
  const isBuiltIn = (key: string) => Object.hasOwn(thingTypes[kind].attributes, key);
  const settings = [...attributes].filter(([key]) => !isBuiltIn(key));
  return {
    ...Object.fromEntries(
      [...attributes]
        .filter(([key]) => isBuiltIn(key))
        .map(([key, value]) => [
          key,
          atLeast?.has(key) === true ? rangeOf(Number(value), atLeast.get(key)) : typed(kind, key, value),
        ]),
    ),
    ...(settings.length === 0 ? {} : { settings: Object.fromEntries(settings) }),
  };
}

function typed(kind: ThingKind, key: string, value: string): string | number | boolean {
  const type = thingTypes[kind].attributes[key]?.type;
  if (value === "unknown") return value;
  return type === "money" ? Number(value) : type === "flag" ? value === "true" : value;
}

const list = (key: string, items: readonly unknown[]) => (items.length === 0 ? {} : { [key]: items });

const conditionOf = ({ condition, expires }: Person["conditions"][number]) =>
  expires === undefined ? condition.text : { condition: condition.text, expires: `${expires}m` };

function measureOf({ id, title, how, by, effort, moves, changes, sets, renews }: Person["measures"][number]) {
  return [
    id,
    {
      title,
      ...(how === undefined ? {} : { how }),
      by,
      effort,
      ...(moves.length === 0
        ? {}
        : {
            moves: Object.fromEntries(
              moves.map(({ thing, relation, to = "none" }) => [`${thing}.${relation}`, to]),
            ),
          }),
      ...(changes.length === 0
        ? {}
        : {
            changes: Object.fromEntries(
              changes.map(({ thing, attribute, value }) => [`${thing}.${attribute}`, value]),
            ),
          }),
      ...list("sets", sets.map(conditionOf)),
      ...list(
        "renews",
        renews.map(({ text }) => text),
      ),
    },
  ] as const;
}
