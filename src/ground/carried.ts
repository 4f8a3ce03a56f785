/**
 * What lies together is taken together: steps that say so, and the measure to keep a thing elsewhere, which stops them.
 *
 * Whoever takes one thing of a bag has the rest at once. As steps and not as a list of what is held, so that a cut can
 * weigh keeping one apart like any other habit, and a way tells that it was only taken along. Of what is held the first
 * of each bag counts as taken, the others as taken along with it.
 */
import {
  type Bilingual,
  type Capability,
  capability,
  type Flow,
  kindsWithRole,
  physics,
  type Vocabulary,
} from "../model/index.ts";
import type { Person, ThingId } from "../person/index.ts";
import type { Choice } from "./choices.ts";
import type { Draft } from "./draft.ts";
import { notChosen } from "./guard.ts";

const keepElsewhere = "keep-elsewhere";

export const keepElsewhereTitle: Bilingual = {
  en: "Keep this apart from what it lies with",
  zh: "分开存放",
};

/** The decision to keep a thing elsewhere, by its id. */
export const keepElsewhereId = (thing: ThingId): string => `${keepElsewhere}(${thing})`;

/** The thing a decision keeps elsewhere; `undefined` for any other decision. */
export const keptElsewhere = (choice: string): ThingId | undefined =>
  choice.startsWith(`${keepElsewhere}(`) ? choice.slice(keepElsewhere.length + 1, -1) : undefined;

/** Every thing that lies with another, each once. */
export const thingsCarried = ({ carried }: Pick<Person, "carried">): readonly ThingId[] => [
  ...new Set([...carried.values()].flatMap((things) => (things.length > 1 ? things : []))),
];

export function carriedDrafts(
  person: Person,
  { vocabulary, choices }: { readonly vocabulary: Vocabulary; readonly choices: readonly Choice[] },
): readonly Draft[] {
  const [inHand] = kindsWithRole(vocabulary, "in-hand");
  if (inHand === undefined) return [];
  const taken = (thing: ThingId) => capability({ kind: inHand, things: [thing] });
  const apart = (thing: ThingId) => {
    const choice = choices.find(({ id }) => id === keepElsewhereId(thing));
    return choice === undefined ? [] : [notChosen(choice.index)];
  };
  const pairs = new Map<string, readonly [ThingId, ThingId]>();
  for (const things of person.carried.values())
    for (const one of things)
      for (const other of things) if (one !== other) pairs.set(`${one} ${other}`, [one, other]);
  return [...pairs.values()].map(([one, other]) => ({
    kind: "together" as const,
    institution: physics,
    flow: togetherFlow,
    things: new Map(),
    // What is kept elsewhere neither goes with the rest nor brings it.
    guard: [...apart(one), ...apart(other)],
    assumed: [],
    asks: [taken(one)],
    gives: [taken(other)],
    unless: [],
    while: [],
    sets: [],
    clears: [],
    revokes: [],
    leaves: [],
  }));
}

/** Of what is held, what was only taken along with something named before it. */
export function takenAlong(
  { carried }: Pick<Person, "carried">,
  vocabulary: Vocabulary,
  held: readonly Pick<Capability, "kind" | "things" | "text">[],
): ReadonlySet<string> {
  const [inHand] = kindsWithRole(vocabulary, "in-hand");
  const inHands = held.filter(({ kind }) => kind === inHand);
  const along = new Set<string>();
  for (const [i, { things, text }] of inHands.entries()) {
    const isAlong = [...carried.values()].some(
      (bag) =>
        things.some((thing) => bag.includes(thing)) &&
        inHands.slice(0, i).some((before) => before.things.some((thing) => bag.includes(thing))),
    );
    if (isAlong) along.add(text);
  }
  return along;
}

/** What is held where some things are kept elsewhere: all but what was taken along only with or as one of these. */
export function heldApart<Held extends Pick<Capability, "kind" | "things" | "text">>(
  {
    person,
    catalog: { vocabulary },
  }: { readonly person: Person; readonly catalog: { readonly vocabulary: Vocabulary } },
  held: readonly Held[],
  inForce: readonly Pick<Choice, "id">[],
): readonly Held[] {
  const elsewhere = new Set(inForce.flatMap(({ id }) => keptElsewhere(id) ?? []));
  if (elsewhere.size === 0) return held;
  const along = takenAlong(person, vocabulary, held);
  const isHere = (thing: ThingId) => !elsewhere.has(thing);
  const taken = new Set(held.flatMap(({ text, things }) => (along.has(text) ? [] : things)));
  for (let size = -1; size < taken.size; ) {
    size = taken.size;
    for (const bag of person.carried.values())
      if (bag.some((thing) => taken.has(thing) && isHere(thing)))
        for (const thing of bag.filter(isHere)) taken.add(thing);
  }
  return held.filter(({ text, things }) => !along.has(text) || things.every((thing) => taken.has(thing)));
}

const togetherFlow: Flow = {
  id: "taken-together",
  title: { en: "Take what lies together with it", zh: "把放在一起的也拿走" },
  when: [],
  ranges: [],
  asks: { kind: "all", parts: [] },
  unless: [],
  gives: [],
  revokes: [],
  sets: [],
  clears: [],
  takes: { min: 0, likely: 0, max: 0 },
  leaves: [],
  measures: [],
  f3: [],
  attack: [],
  valid: {},
  basis: { status: "reported", seen: "person file", source: "person-file" },
};
