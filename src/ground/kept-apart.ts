/**
 * Keeping a thing apart from what it lies with: the measure by its id, and what is held then.
 *
 * Of what is held the first of each bag counts as taken, the others as taken along with it.
 */
import { type Bilingual, type Capability, kindsWithRole, type Vocabulary } from "../model/index.ts";
import type { Person, ThingId } from "../person/index.ts";

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

/** What comes with these things: all that lies in the same bag, and of the purse in the bag too, but for what is kept elsewhere. */
export function takenTogether(
  { carried }: Pick<Person, "carried">,
  things: Iterable<ThingId>,
  elsewhere: ReadonlySet<ThingId>,
): ReadonlySet<ThingId> {
  const taken = new Set(things);
  for (let size = -1; size < taken.size; ) {
    size = taken.size;
    for (const bag of carried.values()) {
      const here = bag.filter((thing) => !elsewhere.has(thing));
      if (here.some((thing) => taken.has(thing))) for (const thing of here) taken.add(thing);
    }
  }
  return taken;
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

/** The secrets that are this one at the start, through however many groups; itself among them. */
export function sameAtStart(
  { sameSecret }: Pick<Person, "sameSecret">,
  secret: string,
): readonly Capability[] {
  const same = new Map<string, Capability>();
  const isAny = ({ text }: Capability) => text === secret || same.has(text);
  for (let size = -1; size < same.size; ) {
    size = same.size;
    for (const group of sameSecret)
      if (group.some(isAny)) for (const each of group) same.set(each.text, each);
  }
  return [...same.values()];
}

/**
 * What is held where some things are kept elsewhere and some secrets changed: all but what was taken along only with or as one of
 * these, and the old secrets. An old one still opens what it is the same as and was not changed too.
 */
export function heldApart(
  {
    person,
    catalog: { vocabulary },
  }: { readonly person: Person; readonly catalog: { readonly vocabulary: Vocabulary } },
  all: readonly Capability[],
  inForce: readonly { readonly id: string; readonly renews?: readonly Pick<Capability, "text">[] }[],
): readonly Capability[] {
  const elsewhere = new Set(inForce.flatMap(({ id }) => keptElsewhere(id) ?? []));
  const renewed = new Set(inForce.flatMap(({ renews = [] }) => renews.map(({ text }) => text)));
  const held = renewed.size === 0 ? all : knownStill(person, all, renewed);
  if (elsewhere.size === 0) return held;
  const along = takenAlong(person, vocabulary, held);
  // Who knows a card's number has not taken the card.
  const [inHand] = kindsWithRole(vocabulary, "in-hand");
  const inHands = held.filter(({ kind, text }) => kind === inHand && !along.has(text));
  const taken = takenTogether(
    person,
    inHands.flatMap(({ things }) => things),
    elsewhere,
  );
  return held.filter(({ text, things }) => !along.has(text) || things.every((thing) => taken.has(thing)));
}

function knownStill(
  person: Person,
  all: readonly Capability[],
  renewed: ReadonlySet<string>,
): readonly Capability[] {
  const known = all.flatMap((each) => (renewed.has(each.text) ? sameAtStart(person, each.text) : [each]));
  return [...new Map(known.map((each) => [each.text, each])).values()].filter(
    ({ text }) => !renewed.has(text),
  );
}
